"""The periodical after a piece's title in marks of quotation, as styles of citation have it, whatever its name.

"‘Looms’, WSG XXI (1947), 315-16"; "“Looms.” Weft Review 68,4 (1975): 1-4"; "“Looms”, Weft, 2.4, 22-36, (1931)";
"‘Looms’, Weft, no. 3 (1977)"; "‘Looms’, Weft Annual, no. 3 (Leeds: Weft Press, 1977)"; "“Looms.” Weft 5 May 1974: 3-4".
The number, or the date with pages after its colon, shows that a periodical's name stands before it; where emphasis
shows it, see `host_marked`.
"""

import re

from shelflist.models.page import Span
from shelflist.parse.grammar import DATE, HOST, PART, PLACE, PUBLISHER, REMARK, TITLE
from shelflist.parse.looks.date_points import MONTH_FORM, SEASON_FORM, YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.segments.formed import Formed, formed
from shelflist.parse.vocabulary.numbering import VOLUME_WORD

_CITED = re.compile(
    r"(?:\s*[.,]?(?:\s?»|[”“\"’'])+)[.,]?\s(?P<host>(?:[Ii]n:?\s(?:the\s)?)?[A-ZÀ-Þ][^()\d“”\":;]{0,90}?),?\s"
    r"(?:(?P<number>[Nn]os?\.?\s\d{1,4}(?:[-–/]\d{1,4})?)"
    rf"|(?P<word>{VOLUME_WORD})?(?P<volume>\d{{1,3}}|[IVXLC]{{1,8}}|[ivxlc]{{2,8}})"
    r"(?:\s?[,.:/]\s?(?P<issue>\d{1,3})(?![\d–-])|\s?\((?P<held>\d{1,3}(?:[-–/]\d{1,3})?)\))?)"
    rf"(?:,?\s\((?:(?P<place>[A-ZÀ-Þ][^():,]{{2,30}}):\s(?P<house>[A-ZÀ-Þ][^()]{{2,60}}?),\s)?(?P<date>[^()]{{0,24}}{YEAR_FORM})\)(?=\s*[.,:;]|\s*$)(?:\.\s(?P<rest>[A-Z].+))?"
    rf"|,\s(?P<year>{YEAR_FORM})[\s,]*$|[\s,]*$)"
)
_DATED = re.compile(
    r"(?:\s*[.,]?(?:\s?»|[”“\"’'])+)[.,]?\s(?P<host>[A-ZÀ-Þ][^()\d“”\":;,.]{1,60}?),?\s"
    rf"(?P<date>(?:\d{{1,2}}\s)?(?i:{MONTH_FORM}|{SEASON_FORM})\s(?:\d{{1,2}},\s)?{YEAR_FORM})$"
)
""" "“Looms.” Weft 12 Mar. 1974: 3-4": the month with no sign before it, and pages after its colon."""
_PAGES = re.compile(r"\s?[^\W\d]{0,5}\.?\s?\d{1,4}\s?[-–—]\s?\d{1,4}")
""" "‘Looms’, Weft, vol. 12, 1954, pp. 33-42": of a year without a bracket these show it."""
_LABELS = (
    ("host", HOST),
    ("number", PART),
    ("volume", PART),
    ("issue", PART),
    ("held", PART),
    ("place", PLACE),
    ("house", PUBLISHER),
    ("date", DATE),
    ("year", DATE),
    ("rest", REMARK),
)


def read_cited(text: str, title: Span, end: int) -> Formed | None:
    """The segments of ``text[:end]`` from the quoted `title` on, and what each is; None for other forms."""
    if text[end : end + 1] == ":" and (dated := _DATED.match(text, title.end, end)):
        cited = [((title.start, title.end), TITLE), (dated.span("host"), HOST), (dated.span("date"), DATE)]
        return formed(text, cited, ",")
    found = _CITED.match(text, title.end, end)
    if found is None or text[found.end() : end].strip(" .,:;"):
        return None
    if found["year"] and not (found["word"] and _PAGES.match(text, end)):
        return None
    if found["date"] is None and found["issue"] is None and found["year"] is None:
        return None  # "“Looms”, Number 4": nothing shows a volume
    if found["date"] is not None and read_date(found["date"]) is None:
        return None
    spans = {group: found.span(group) for group, _ in _LABELS if found[group]}
    if found["word"]:
        spans["volume"] = (found.start("word"), found.end("volume"))
    named = [(spans[group], label) for group, label in _LABELS if group in spans]
    return formed(text, [((title.start, title.end), TITLE), *named], ",")
