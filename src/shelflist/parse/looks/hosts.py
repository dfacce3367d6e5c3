"""The publication that a piece stands in: "in The Party Organiser", "Labour Monthly, Vol. 1, No. 3, September 1921"."""

import re
from typing import NamedTuple

from shelflist.parse.looks.dates import DateReading
from shelflist.parse.looks.parts import periodical_title
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUE_WORD, VOLUME_WORD
from shelflist.parse.vocabulary.small_words import SMALL_WORDS, SMALL_WORDS_ABROAD

OF_ISSUE = (
    r"(?:[Aa]n?\s|[Tt]he\s)?(?:[Ss]pecial|[Dd]ouble|[Mm]emorial|[Aa]nniversary|[Ss]upplementary)\s(?:issue|number)"
)
KINDS = "pamphlet|book|collection|volume|anthology|journal|magazine|periodical|booklet|newspaper|symposium"
"""Of a host, as a list calls it."""
_IN = re.compile(
    r"(?:(?:(?:an\s)?(?:article|essay|letter|interview|editorial|speech|review)\s)?(?:(?:published\s)?in|from)|[Ii]n|(?:En|Dans|Yn)(?=:)|(?:(?:re-?printed|reproduced|extracted|taken)\s)?[Ff]rom"
    rf"|{OF_ISSUE}\sof"
    r"|(?P<chapter>[Cc]hapter\s(?:\d{1,2}|[IVXLC]{1,7})\s(?:in|of)))\s*:?\s+(?:the\s+)?"
    rf"(?:(?P<kind>{KINDS})\s*:?\s+)?[“‘\"]?"
    r"(?P<title>[A-Z].*?)[”’\"]?(?P<after>\s(?:newspaper|magazine|journal|newsletter))?$"
)
""" "in the collection Looms", "taken from The Plebs", "special issue of The Plebs", "chapter 3 of Mill Hands"."""
_FROM = ("from ", "From ")
_TAKEN = re.compile(r"(?:[A-Za-z-]+\s){1,3}(?=from:?\s)")
""" "taken from The Plebs", "an article reprinted from The Plebs": how it came from there."""
_OPENS_IN = frozenset("iaselrpfcdmtIFCEDY")
_ENDS_VOLUME = frozenset("0123456789IVXLCivxlc")
_VOLUME_AT_END = re.compile(r"(?P<title>.*\D)\s(?P<volume>\d{1,3}|[IVXLC]{1,7}|[ivxlc]{2,7})$")
_NUMBERED = re.compile(rf"\b(?:{VOLUME_WORD}|{ISSUE_WORD})\d")
""" "Bulletin No. 2": which of them is told, and not what they are."""
_ORGAN = re.compile(
    r"(?:[\w’'-]+\s){0,4}(?:[Oo]rgan|[Nn]ewsletter|[Nn]ewspaper|[Pp]aper|[Mm]agazine|journal|bulletin|weekly|monthly|quarterly|"
    r"(?:Theoretical|Official|Political|Internal|Monthly|Weekly|Quarterly|Fortnightly)\s(?:Journal|Bulletin|Review))"
    r"\s(?:of|for)\s(?:the|The|[A-Z])"
)
""" "Theoretical Journal of the Weavers’ Party", "Monthly Bulletin of …", and not "Journal of Modern History"."""
_PLACE_AFTER = re.compile(r"\s\([A-Z][^()]{2,30}\)$")
""" "in The Gadfly (Leeds)"."""
_SMALL = SMALL_WORDS | SMALL_WORDS_ABROAD | {"&"}


class AsHost(NamedTuple):
    """How much the words name a host, on the search's scale; `of_issue` where the number or month of one follows."""

    alone: float
    of_issue: float
    has_volume: bool  # "Labour Monthly 21"


def as_host(text: str, gazetteer: Gazetteer) -> AsHost:
    title, volume = split_host(text)
    alone = of_issue = -9.0
    if text.startswith(_FROM) and " to " in text:
        pass  # "from the Green Army to the Workers’ Party" is a phrase
    elif text[0] in _OPENS_IN and not text.endswith(" by") and (named := _IN.match(text)):
        alone, of_issue = _told_scores(named) or _title_scores(title, gazetteer)
    elif text[0].isupper() and periodical_title(title, gazetteer) and not tells_organ(text):
        of_issue = -9.0 if _NUMBERED.search(text) else 6.5
    return AsHost(alone, of_issue, volume is not None)


def _told_scores(named: re.Match[str]) -> tuple[float, float] | None:
    if named["chapter"]:
        return 6.5, 6.5  # more than "chapter 3" is the part of a title
    return (5.0, 5.0) if named["kind"] or named["after"] else None


def host_score(text: str, goes_on: bool, gazetteer: Gazetteer) -> float:
    """How much the words name a host; `goes_on`: the number or month of an issue follows."""
    host = as_host(text, gazetteer)
    return host.of_issue if goes_on else host.alone


def tells_organ(words: str) -> bool:
    """ "Internal Newsletter of the Weavers’ Union": whose periodical it is that was named before."""
    return " of " in words and _ORGAN.match(words) is not None and ("rgan of" in words or is_body(words))


def _title_scores(title: str, gazetteer: Gazetteer) -> tuple[float, float]:
    """A title has capitals throughout; "in Great Britain" names none."""
    if gazetteer.is_periodical(title) or gazetteer.is_periodical(f"The {title}"):
        return 6.0, 6.0
    title = _PLACE_AFTER.sub("", title)
    words = title.split()
    last = words[-1].strip("’'s")
    if gazetteer.is_place(title) or gazetteer.is_place(last) or not all(w[0].isupper() or w in _SMALL for w in words):
        return -9.0, -9.0
    return 5.0 if len(words) > 1 else 1.0, 6.0


def is_of_an_issue(date: DateReading | None) -> bool:
    """To the month, the season, the feast or the day: books are rarely dated so."""
    return date is not None and date.edtf is not None and (date.edtf[4:5] == "-" or date.of_feast)


def split_host(words: str) -> tuple[str, str | None]:
    """Title and volume: "in The Plebs", "taken from The Plebs 3", "Labour Monthly 21"."""
    if "from" in words and (taken := _TAKEN.match(words)):
        words = words[taken.end() :]
    named = _IN.match(words) if words[:1] in _OPENS_IN else None
    title = named["title"] if named else words
    found = _VOLUME_AT_END.match(title) if title[-1:] in _ENDS_VOLUME else None
    if found and found["volume"] not in ("I", "C"):
        return found["title"].rstrip(" ,"), found["volume"]
    return title.rstrip(" ,"), None
