"""That a reading keeps every word and sign of its line."""

import re
from collections import Counter

from shelflist.models.citation import Citation, Reading

KEPT = (
    "title", "information", "responsibility", "part_number", "part_name", "edition_statement", "publisher",
    "place_of_publication", "date_raw", "date_edtf", "extent_raw", "series_number", "volume", "issue", "remainder",
)  # fmt: skip

_PIECE = re.compile(r"\w+|[^\w\s|•.,;:!?…()\[\]{}<>“”\"‘’'`´«»„\-–—/_]")
"""A word, or a sign that is not there to part or enclose: "×", "&", "£", "#"."""
_NULLED = re.compile(
    r"^(?:[*★]+|(?:- )?[(\[][x* ]?[)\]]|\d{1,3}\.|\(\d{1,3}\)|\d{1,3} [–-]) "
    r"|\bn\.?\s?pl?\b|\bs\.\s?[ln]\b|no publisher|no place"
    r"|(?<=printed )by\b|(?<=issued )by\b|(?<=lished )by\b|(?<=\d{4} )by\b"
    r"|(?<=\()=(?=\s)|\bcoll\.(?=\s«)|\b[Ss]eries:"
)


def check_nothing_lost(text: str, reading: Reading, *, every_time: bool = False) -> None:
    """Every word and sign stands in some field, note or the remainder; "n.p." is kept as a status, and the "by" of
    "reprinted by Weft Press" as the part that the house plays, as "coll. « X »" and "(= X" are that of a series. "1. ",
    "★★ ", "[x] " at the start are the list's and not the book's.

    What only parts the fields is in none of them: commas, stops, brackets, quotation marks, dashes, "?". The line as a
    whole is kept beside the fields (`test_a_page_keeps_every_character_of_its_lines`). `every_time`: a word that the
    line has twice is kept twice.
    """
    if reading.citation is None:
        return
    kept = Counter(_PIECE.findall(held_in(reading.citation)))
    lost = Counter(_PIECE.findall(_NULLED.sub(" ", text))) - kept
    if not every_time:
        lost = Counter(word for word in lost if word not in kept)
    assert not lost, f"{lost} of {text!r} is lost: {reading}"


def held_in(citation: Citation) -> str:
    values = [getattr(citation, name) for name in citation.__dataclass_fields__ if name.endswith(KEPT)]
    listed = [item for name in ("notes", "isbn", "issn") for item in getattr(citation, name)]
    return " ".join(str(value) for value in [*values, *listed] if value)
