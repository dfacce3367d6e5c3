"""Articles as lists of cuttings have them: the paper and its date first, then the author and the title.

"Loom Worker, 25 May 1996. Rewi Ash, The Weavers on Trial."
"""

import re

from shelflist.parse.grammar import AUTHOR, DATE, HOST, REMARK, TITLE, Label
from shelflist.parse.looks.date_points import MONTHS_AND_SEASONS, YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.segments.formed import Formed, formed
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_FORM = re.compile(
    r"(?P<host>[A-ZÀ-Þ][^,.;:()\[\]]{2,50}),\s(?P<date>(?:\d{1,2}\s)?(?:"
    + "|".join(MONTHS_AND_SEASONS.split())
    + r")\s"
    rf"{YEAR_FORM})\.\s(?P<names>[A-ZÀ-Þ][^,.:;()\d]{{4,60}}),\s(?P<title>[A-ZÀ-Þ“‘\"'][^,]{{2,160}}?(?:,\s[^,]{{2,80}}?){{0,2}}?)"
    r"(?:,\s(?P<more>(?:extract|from|review|letter|translated)\b.{3,120}))?\.?$",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"[^.]{{4,70}}\s{YEAR_FORM}\.\s")
_LABELS: tuple[tuple[str, Label], ...] = (
    ("host", HOST), ("date", DATE), ("names", AUTHOR), ("title", TITLE), ("more", REMARK),
)  # fmt: skip


def read_cutting(text: str, start: int, end: int, gazetteer: Gazetteer) -> Formed | None:
    """The segments of ``text[start:end]`` with their labels; None where it has another form."""
    if ". " not in text or _OPENS.match(text, start, end) is None:
        return None
    found = _FORM.match(text, start, end)
    if found is None or read_date(found["date"]) is None or not found["title"][0].isupper():
        return None
    if names_score(found["names"], gazetteer) < NAMED or names_score(found["host"], gazetteer) >= NAMED:
        return None
    return formed(text, [(found.span(name), label) for name, label in _LABELS if found[name]], ".")
