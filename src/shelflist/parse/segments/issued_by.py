"""Documents as archives list them: the title, its date in a bracket, and after a dash the body that issued it.

"The Case for the Looms (1976) — Leeds Weavers’ League"; "The Weaver, Vol. 2, No. 4 (1978) — Weavers’ League".
"""

import re

from shelflist.models.page import Span
from shelflist.parse.grammar import DATE, HOST, PART, PUBLISHER, REMARK, TITLE, Label
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import A_BODY, SURELY_NAMED
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.segments.formed import Formed, formed
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUE_FORM, VOLUME_FORM

_FORM = re.compile(
    rf"(?P<title>[^()]{{3,200}}?)(?:,\s(?P<numbers>(?:{VOLUME_FORM}[.,]?\s)?{ISSUE_FORM})"
    r"|,\s(?P<day>[^(),]{3,20}\d{4}))?\s\((?P<date>[^()]{4,24})\)\s[—–]\s"
    r"(?P<house>[A-ZÀ-Þ][\w’'./-]*(?:\s[\w’'.&/-]+){0,9})(?:\s(?P<more>[\[(][^\[\]()]{3,80}[\])]))?$"
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:of|for|the|and|&)\s){0,2}[A-ZÀ-Þ][\w’'-]+){1,4}$")
_STREET = re.compile(r"\b(?:Street|Road|Square|Park|Avenue|Lane|Museum|Gallery|Cemetery|Station)$")
""" "Weaver and Child (1932) — Loomby Square": where a monument stands."""
_LABELS: tuple[tuple[str, Label], ...] = (
    ("title", TITLE), ("numbers", PART), ("day", DATE), ("date", DATE), ("house", PUBLISHER), ("more", REMARK),
)  # fmt: skip


def read_issued(text: str, start: int, end: int, marked: Span | None, gazetteer: Gazetteer) -> Formed | None:
    """The segments of ``text[start:end]`` with their labels; None where it has another form."""
    if ") —" not in text and ") –" not in text:
        return None
    found = _FORM.match(text, start, end)
    if found is None or not _is_house(found["house"], gazetteer):
        return None
    date = read_date(found["date"])
    if date is None or date.span_years:
        return None  # "Rewi Ash (1881-1954) — Weavers’ League"
    spans = [(found.span(name), label) for name, label in _LABELS if found[name]]
    if found["day"]:
        if read_date(found["day"]) is None:
            return None
        spans[0] = (spans[0][0], HOST)  # "The Weaver, May 1978 (1978) — Weavers’ League"
    if marked is not None:
        spans[0] = ((marked.start, min(marked.end, spans[1][0][0])), TITLE)
    return formed(text, spans, ",")


def _is_house(words: str, gazetteer: Gazetteer) -> bool:
    """A body or a firm; of other words capitals throughout, and neither a person's name nor a place."""
    if gazetteer.is_place(words) or _STREET.search(words):
        return False
    if is_body(words) or publisher_score(words, gazetteer) >= A_BODY:
        return True
    return _CAPITALS.match(words) is not None and names_score(words, gazetteer) < SURELY_NAMED
