"""How sure a reading is, and which words became which field by what evidence."""

import math
from typing import NamedTuple

from shelflist.models.citation import Citation, Status
from shelflist.parse.features import Features
from shelflist.parse.grammar import (
    ABOUT_PERSON,
    AUTHOR,
    AUTHOR_PLACE,
    DATE,
    DATED,
    EDITION,
    GENRE,
    HOST,
    LATE_PHRASE,
    LEADER,
    NAMES,
    NO_IMPRINT,
    ORIGINAL,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    REMARK,
    ROLE,
    SERIES,
    TITLE,
    UNREAD,
    Label,
)  # fmt: skip
from shelflist.parse.labelled import Labelled, is_same_field
from shelflist.parse.search import Choice

_FIELDS = {
    LEADER: "contributors",
    DATED: "date_edtf",
    TITLE: "title",
    PHRASE: "other_title_information",
    AUTHOR: "contributors",
    ROLE: "contributors",
    NAMES: "contributors",
    ABOUT_PERSON: "statement_of_responsibility",
    LATE_PHRASE: "other_title_information",
    PART: "part_number",
    EDITION: "edition_statement",
    ORIGINAL: "original_date_edtf",
    GENRE: "genre",
    SERIES: "series_title",
    PUBLISHER: "publisher",
    PLACE: "place_of_publication",
    DATE: "date_edtf",
    NO_IMPRINT: "publisher_status",
    REMARK: "notes",
    AUTHOR_PLACE: "statement_of_responsibility",
    UNREAD: "unparsed_remainder",
    HOST: "container_title",
}
_WORDS = {label: label.name.lower().replace("_", " ") for label in Label}


_WEAK = (PUBLISHER, AUTHOR, PLACE)


class Gist(NamedTuple):
    """What the confidence in a citation rests on besides the search."""

    titled: bool
    described: bool  # by a date or an extent
    doubted: bool  # publisher or place could not be told
    unread: bool  # words were left over


def gist_of(citation: Citation) -> Gist:
    return Gist(
        titled=bool(citation.title),
        described=bool(citation.extent_raw or citation.date_edtf),
        doubted=Status.UNPARSED in (citation.publisher_status, citation.place_status),
        unread=bool(citation.unparsed_remainder),
    )


def confidence(gist: Gist, choices: list[Choice]) -> float:
    """0..1, from the least margin of the search; less for what is missing, and for words left unread."""
    least, weakest = 0.0 if not choices else math.inf, 3.0
    for choice in choices:
        if choice.margin < least:
            least = min(least, choice.margin + (1.5 if is_same_field(choice) else 0.0))
        if choice.label in _WEAK:
            weakest = min(weakest, choice.score)
    sure = 1.0 - 0.55 * math.exp(-max(0.0, least) / 1.3)
    sure *= 1.0 if weakest >= 2.0 else 0.95 if weakest >= 0.3 else 0.9
    sure *= 1.0 if gist.titled else 0.7
    sure *= 0.6 if gist.unread else 1.0
    sure *= 1.0 if gist.described else 0.75
    sure *= 0.6 if gist.doubted else 1.0
    return round(min(0.99, sure), 3)


def evidence(line: Labelled, looks: list[Features], extent: str | None) -> tuple[tuple[str, str, str], ...]:
    """(field, words, reason) of every segment, in the line's order."""
    rows = [
        (_FIELDS[choice.label], segment.text, _reason(choice, look, line.title_marked))
        for segment, choice, look in zip(line.segments, line.choices, looks, strict=True)
    ]
    if extent:
        rows.append(("extent_raw", extent, "a count of pages between punctuation"))
    return tuple(rows)


def _reason(choice: Choice, look: Features, marked: bool) -> str:
    why = _own_reason(choice.label, look, marked)
    if choice.rival is None:
        return why
    return f"{why}; {choice.margin:.1f} better than {_WORDS[choice.rival]}"


def _own_reason(label: Label, look: Features, marked: bool) -> str:
    if label is TITLE:
        return "marked by link, emphasis or quotation marks" if marked else "stands first"
    if label is PUBLISHER:
        return (
            "listed publisher"
            if look.publisher >= 6
            else "form of a publisher's name"
            if look.publisher >= 2
            else "place in the line"
        )
    if label is PLACE:
        return "listed place" if look.place > 5 else "place in the line"
    if label in (AUTHOR, NAMES, LEADER):
        return (
            "form of a name" if look.names >= 2 else "form of a body's name" if look.body > 0 else "place in the line"
        )
    if label is DATE:
        return "form of a date"
    if label in (PHRASE, LATE_PHRASE):
        return "explanatory phrase" if look.phrase >= 2 else "place in the line"
    return f"form of {_WORDS[label]}"
