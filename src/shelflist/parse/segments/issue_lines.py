"""Lines that are one issue of a periodical as a whole: its name, volume, number and date with no commas between them.

"The Weaver Vol. 2 No. 8 (March 1973)", "The Weaver 1966 No. 33", "Number 7: Autumn 1971". Lines whose fields
commas part are left to the search.
"""

import re

from shelflist.parse.grammar import DATE, PART, REMARK, TITLE
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import MONTH_OR_SEASON, read_date
from shelflist.parse.looks.parts import periodical_title
from shelflist.parse.segments.formed import Formed, formed
from shelflist.parse.vocabulary.cues import cue, cues_of_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUE_WORD, VOLUME_FORM

_NUMBER_CUE = cue("n no nos number numbers issue issues nr vol vols volume volumes", any_case=True)
_NUMBER = (
    rf"(?:(?:[Ii]ssues?\s)?{ISSUE_WORD}|[Nn][°º]\s?|#\s?)"
    r"\d{1,4}(?:\s?[-–/&]\s?\d{1,4})?(?:\s\((?!(?:19|20)\d\d\))\d{1,4}\))?"
)
_NUMBERS = rf"(?:{VOLUME_FORM}[.,]?\s)?{_NUMBER}"
_NAME = (
    r"[‘“\"']?(?P<name>[A-ZÀ-Þ][^,;:.()\[\]“”\"]{1,60}?(?:\s\([A-Z][^()\d]{2,40}\))?)[’”\"']?(?P<stop>\.|\s[–—-])?\s"
)
_DATED = re.compile(
    rf"{_NAME}(?P<numbers>{_NUMBERS})(?:(?:[.,]|\s[–—-])?\s(?:\((?P<held>[^()]{{4,30}})\)|(?P<date>[^().;]{{0,22}}{YEAR_FORM})(?=$|[.;]))"
    r"(?:[.;]?\s(?P<rest>[A-Z(\[“‘].+))?|[.,]?)\.?$"
)
_YEAR_BEFORE = re.compile(rf"{_NAME}(?P<date>{YEAR_FORM}),?\s(?P<numbers>{_NUMBERS})(?P<rest>)\.?$")
_NAMELESS = re.compile(rf"(?P<numbers>{_NUMBERS}):\s(?P<date>[^().;]{{0,22}}{YEAR_FORM})(?P<rest>)\.?$")
_DATE_ITSELF = re.compile(rf"{MONTH_OR_SEASON.pattern[:-1]}(?:\s{YEAR_FORM})?$|.*\b{YEAR_FORM}$", re.IGNORECASE)
_IN_SERIES = re.compile(
    r"\b(?:Library|Series|Pamphlets?|Tracts?|Leaflets?|Booklets?|Books?|Papers?|Readings|Studies|Reports?|Texts?|Classics|"
    r"Monographs?|Part|Volume|Vol|Issues?|Works|Writings)$"
)
_NUMBERED_THING = re.compile(
    r"\b(?:Lodge|Branch|School|Plant|Furnace|Pit|Mine|Shop|Hall|Room|Order|Battalion|Brigade|Division|Regiment|Army|Hospital|"
    r"Block|Ward|Tram|Engine|Locomotive|Tractor|Area|District|Region|Local|Factory|Mill|Colliery|Dock|Berth|Prison|Camp|"
    r"Group|Team|Station|Unit|Column|Kolkhoz|Sovkhoz|Farm|Photo|Photograph|Plate|Map|Figure|Decree|Law|Directive|Circular|"
    r"Chapter|Section|Lesson|Lecture|Document|Appendix|Table|Resolution|Street|House|Flat|Gate|Post|Reactor|Squadron|Ship|Train|Pier|"
    r"Session|Telegram|Form|Medal|Exhibit|Case|Item|Slide|Reel|Track|Grade|Question|Exercise|Card)$",
    re.IGNORECASE,
)


def is_numbered_thing(name: str) -> bool:
    """ "Blast Furnace", "Local Branch": its number is no periodical's."""
    return _NUMBERED_THING.search(name) is not None


def has_numbered_parts(name: str) -> bool:
    """ "Weft Pamphlet": no periodical, although its parts have numbers as issues have."""
    return _IN_SERIES.search(name) is not None or is_numbered_thing(name)


def read_issue(text: str, start: int, end: int, gazetteer: Gazetteer) -> Formed | None:
    """The segments of ``text[start:end]`` and what each is, where the whole of it is an issue."""
    if "#" not in text and not cues_of_line(text) & _NUMBER_CUE:
        return None
    end = len(text[:end].rstrip(" ,;"))
    found = next((it for form in (_YEAR_BEFORE, _DATED, _NAMELESS) if (it := form.match(text, start, end))), None)
    if found is None or not _is_issue(found, gazetteer):
        return None
    groups = found.re.groupindex
    spans = [(found.span(name), label) for name, label in _LABELS if name in groups and found[name]]
    return formed(text, sorted(spans), ".")


_LABELS = (
    ("name", TITLE), ("numbers", PART), ("held", DATE), ("date", DATE), ("rest", REMARK),
)  # fmt: skip


def _is_issue(found: re.Match[str], gazetteer: Gazetteer) -> bool:
    groups = found.groupdict()
    dated = groups.get("held") or groups.get("date")
    date = read_date(dated) if dated else None
    if dated and (date is None or date.edtf is None):
        return False
    name = groups.get("name")
    if name is None:
        return True
    if has_numbered_parts(name) or _DATE_ITSELF.match(name):
        return False
    if periodical_title(name, gazetteer) or found["numbers"][:1] in "Vv":
        return True
    return date is not None and not groups["rest"] and groups["stop"] is None
