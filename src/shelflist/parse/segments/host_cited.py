"""The periodical after a piece's title in marks of quotation, as styles of citation have it, whatever its name.

"‘Looms’, WSG XXI (1947), 315-16"; "“Looms.” Weft Review 68,4 (1975): 1-4"; "“Looms”, Weft, 2.4, 22-36, (1931)";
"‘Looms’, Weft, no. 3 (1977)". The number and its year in the bracket show that a periodical's name stands before
them; where emphasis shows it, see `host_marked`.
"""

import re

from shelflist.models.page import Span
from shelflist.parse.grammar import DATE, HOST, PART, REMARK, TITLE
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.segments.formed import Formed, formed

_CITED = re.compile(
    r"(?:\s*[.,]?(?:\s?»|[”“\"’'])+)[.,]?\s(?P<host>(?:[Ii]n:?\s(?:the\s)?)?[A-ZÀ-Þ][^()\d“”\":;]{0,90}?),?\s"
    r"(?:(?P<number>[Nn]os?\.?\s\d{1,4}(?:[-–/]\d{1,4})?)|(?:[Vv]ol\.?\s)?(?P<volume>\d{1,3}|[IVXLC]{1,8}|[ivxlc]{2,8})"
    r"(?:\s?[,.:/]\s?(?P<issue>\d{1,3})(?![\d–-])|\s?\((?P<held>\d{1,3}(?:[-–/]\d{1,3})?)\))?)"
    rf"(?:,?\s\((?P<date>[^()]{{0,24}}{YEAR_FORM})\)(?=\s*[.,:;]|\s*$)(?:\.\s(?P<rest>[A-Z].+))?|[\s,]*$)"
)
_LABELS = (
    ("host", HOST),
    ("number", PART),
    ("volume", PART),
    ("issue", PART),
    ("held", PART),
    ("date", DATE),
    ("rest", REMARK),
)


def read_cited(text: str, title: Span, end: int) -> Formed | None:
    """The segments of ``text[:end]`` from the quoted `title` on, and what each is; None for other forms."""
    found = _CITED.match(text, title.end, end)
    if found is None or text[found.end() : end].strip(" .,:;"):
        return None
    if found["date"] is None and found["issue"] is None:
        return None  # "“Looms”, Number 4": nothing shows a volume
    if found["date"] is not None and read_date(found["date"]) is None:
        return None
    named = [(found.span(group), label) for group, label in _LABELS if found[group]]
    return formed(text, [((title.start, title.end), TITLE), *named], ",")
