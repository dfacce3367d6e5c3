"""Articles as government bibliographies list them: after a stop "In", the periodical, its place in brackets, the date.

"ASH, R. The mill hands. In Weavers’ bulletin (Leeds) Feb. 24, 1950, v. 10, no. 4: 104-6." The periodical's name has
hardly a capital, and no comma parts it from its place or its date: the form alone shows what is what.
"""

import re

from shelflist.models.page import Span
from shelflist.parse.grammar import DATE, HOST, PART, PLACE, TITLE, Label
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.segments.formed import Formed, formed

_HELD = (
    r"(?P<host>In:?\s[A-ZÀ-Þ][^()\[\]]{2,90}?)\s\((?P<place>[A-ZÀ-Þ][^()\d]{2,40})\),?\s"
    r"(?P<more>\D{0,12}[\w\s.,:/–-]{3,60})$"
)
_FORM = re.compile(rf"(?P<title>[^\[\]]{{4,300}}?[\w)”’\"?!])[.,]?\s{_HELD}")
_AFTER_MARKED = re.compile(rf"[.,]?[”\"’']?[.,]?\s{_HELD}")
_PIECE = re.compile(rf"(?:\d{{1,2}}\s)?[A-Z][a-z]{{2,8}}\.?\s(?:\d{{1,2}},\s)?{YEAR_FORM}|{YEAR_FORM}|[^,]+")
_NUMBERED = re.compile(r"(?:v|vol|no|nos)\.\s?\d[\d/-]*$|\d{1,3}$", re.IGNORECASE)


def read_article(text: str, start: int, end: int, marked: Span | None) -> Formed | None:
    """The segments of ``text[start:end]``, what follows the author, with their labels; None for other forms."""
    if " In " not in text:
        return None
    end = len(text[:end].rstrip(" ,.:"))
    found = _AFTER_MARKED.match(text, marked.end, end) if marked else _FORM.match(text, start, end)
    rest = _rest(found) if found else None
    if found is None or rest is None:
        return None
    title = (marked.start, marked.end) if marked else found.span("title")
    named = [(title, TITLE), (found.span("host"), HOST), (found.span("place"), PLACE)]
    return formed(text, (*named, *rest), ",")


def _rest(found: re.Match[str]) -> list[tuple[tuple[int, int], Label]] | None:
    """Date, volume and number; None where there is more, or no date."""
    labels: list[tuple[tuple[int, int], Label]] = []
    for piece in _PIECE.finditer(found.string, *found.span("more")):
        words = piece.group().strip(" .:")
        date = read_date(words)
        if date is not None and date.edtf is not None:
            labels.append((piece.span(), DATE))
        elif _NUMBERED.match(words):
            labels.append((piece.span(), PART))
        elif words:
            return None
    return labels if sum(label is DATE for _, label in labels) == 1 else None
