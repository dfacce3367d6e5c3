"""Titles with their part: the number and name of a part read out of a title, and the issue of a periodical."""

import re

from shelflist.parse.looks.formal import may_be_formal
from shelflist.parse.looks.newspapers import is_newspaper
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import (
    ISSUES,
    ISSUES_ABROAD,
    ORDINALS_ABROAD,
    PARTS_ABROAD,
    VOLUMES,
    VOLUMES_ABROAD,
)
from shelflist.parse.vocabulary.words import NUMBER_WORDS

_NUMERAL = (
    r"(?:\d{1,4}(?:\s?[-–/&]\s?\d{1,4}|\s?\(\d{1,4}\))?[a-z]?|(?<=[\s.])(?:[IVXLC]{1,7}|[A-D])|"
    rf"{NUMBER_WORDS}|the\s(?:first|second|third|fourth|fifth|sixth|last))"
)
PART = re.compile(
    r"(?:(?P<kind>volumes?|vols?\.?|v\.(?=\s?\d)|n\.(?=\s?\d)|(?:new|second|third) series,? (?:nos?|vol(?:ume)?s?)\.?|"
    rf"parts?|pts?\.?|books?|bk\.?|numbers?|nos?\.?|#|nr\.?|{VOLUMES_ABROAD}|{ISSUES_ABROAD}|teil|rhan|act(?=\s(?:[IV]|[a-z]{{3,5}}\b))|bd\.?|issues?(?:\snumbers?|\snos?\.?)?|tomes|band|section|chapter|supplement|series|fascicle|document|pamphlet|booklet)\s?(?P<n>{_NUMERAL})(?!\w)\.?"
    rf"|(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|{ORDINALS_ABROAD}|\d{{1,2}}(?:st|nd|rd|th))\s+(?P<thing>{PARTS_ABROAD}|period|part|volume|book|series|section|half|course|day))"
    r"(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
""" "Volume 2", "Part1 – the Dominated", "No. 3 (80)", "Third Period"."""
_PART_START = re.compile(
    r"(?:^|,\s*|\s[–—-]\s*|:\s*|\(|\.\s+)(?=(?:vol|part|pt|book|no\.|number|first|second|third|fourth|fifth|sixth|section|tome|issue|band|bd|bk|teil|supplement|booklet|pamphlet)\w*\.?\s?)"
    rf"|(?:^|,\s*)(?=(?:\d(?:st|nd|rd|th)|{ORDINALS_ABROAD})\s)",
    re.IGNORECASE,
)
_PART_CUE = cue("""
vol vols volume volumes part parts pt pts book books no nos number numbers section sections tome tomes issue issues
band bands bd bk teil supplement supplements booklet pamphlet first second third fourth fifth sixth
1st 2nd 3rd première premiere deuxième deuxieme troisième troisieme seconde primera segunda tercera
erster zweiter dritter
""", any_case=True)  # fmt: skip
_NAME_AFTER = re.compile(
    r"\s*(?:[–—:,-]|\.\s)\s*(?P<name>.+)$|\s[\[(](?P<held>[A-ZÀ-Þ][^()\[\]\d]{2,60})[\])]$", re.DOTALL
)
""" "Part 1 – the Dominated", "Book II [The Strangers]"."""
_ISSUE_CUE = cue("issue number", any_case=True)
_ISSUE_OF = re.compile(
    r"(?:special |double |combined |first |last )*(?:issue|number) of (?:the )?(?P<title>.+)$", re.IGNORECASE
)
_PERIODICAL_WORDS = (
    "Review Journal Magazine Monthly Quarterly Weekly Bulletin Gazette Herald Chronicle Times Courier Newsletter "
    "Studies Register Digest"
)
_PERIODICAL = re.compile(rf"\b(?:{'|'.join(_PERIODICAL_WORDS.split())}|(?<!of\s)Today)\b")
_SERIAL_OF_BODY = re.compile(
    r"(?:The\s)?(?:Transactions|Proceedings|Annals|Memoirs|Journal|Bulletin)\sof\sthe\s[^,;:.]{3,60}\s"
    r"(?:Society|Institution|Institute|Association|Academy|Club)(?:\sof\s[^,;:.]{3,40})?$"
)
""" "Transactions of the Norfolk Weaving Society": however long the body's name is."""
_PERIODICAL_CUE = cue(f"{_PERIODICAL_WORDS} Today Transactions Proceedings Annals Memoirs")
_VOLUME = re.compile(rf"\b(?:{VOLUMES}|{VOLUMES_ABROAD})\.?\s*(\d[\w/-]*|[IVXLC]+\b)", re.IGNORECASE)
BARE_NUMBER = re.compile(r"(?:\d{1,4}|[IVXLC]{1,7}|[ivxlc]{2,7})$")
""" "IV", "2": between a periodical's name and a month they are its volume and number."""
VOLUME_AND_NUMBER = re.compile(
    r"(?P<v>\d{1,3}|[IVXLC]{1,7})(?:\s?\((?P<n>\d{1,3}(?:[-–/]\d{1,3})?)\)|[/:](?P<of>\d{1,3}))$"
)
""" "1(1)", "I/99": as style guides have them."""
_ISSUE = re.compile(
    rf"(?:\b(?:{ISSUES}|{ISSUES_ABROAD}|n(?=\.))\.?|#|\bn[°º])\s*(\d[\w/&-]*(?:\s?\(\d+\))?(?:(?:,\s\d+)*\s(?:and|&)\s\d+)?)",
    re.IGNORECASE,
)

_PART_OF_VOLUME = re.compile(r"\b(?:parts?|pts?\.?|H\.)\s(\d[\d/-]*)", re.IGNORECASE)
""" "Vol. 5, Part 6", "Bd. 14, H. 2": after its volume it is the issue."""


def read_part(title: str, *, levels: int = 3) -> tuple[str | None, str | None]:
    """(part number, part name) of a title: "… – Volume 1 – The Prelude". Parts of parts are followed to `levels`."""
    if not cues_in(title) & _PART_CUE:
        return None, None
    for start in _PART_START.finditer(title):
        found = PART.match(title, start.end())
        if not found:
            continue
        number = title[start.end() : found.start("rest")].strip(" ,")
        rest = _NAME_AFTER.match(found["rest"])
        name = (rest["name"] or rest["held"]).strip(" ,)") if rest and start.group()[:1] != "(" else None
        deeper = read_part(name, levels=levels - 1) if name and levels > 1 else (None, None)
        if deeper[0] and name:  # "Third Period, 1930-1941, Part1 – the Dominated"
            end = title.index(deeper[0], start.end()) + len(deeper[0])
            return title[start.end() : end], deeper[1]
        return number, name or None
    return None, None


def periodical_title(title: str, gazetteer: Gazetteer) -> str | None:
    """The periodical that a title names, alone or as "Special issue of …"."""
    if cues_in(title) & _ISSUE_CUE and (found := _ISSUE_OF.match(title)):
        return found["title"]
    known = _names_periodical(title) or gazetteer.is_periodical(title) or is_newspaper(title, gazetteer)
    return title if known else None


def _names_periodical(title: str) -> bool:
    if not cues_in(title) & _PERIODICAL_CUE:
        return False
    return (len(title.split()) <= 6 and _PERIODICAL.search(title) is not None) or bool(_SERIAL_OF_BODY.match(title))


def volume_and_issue(parts: list[str]) -> tuple[str | None, str | None]:
    """("62", "3") of ["Volume 62", "No. 3"]."""
    if not parts:
        return None, None
    words = ", ".join(parts)
    if all(BARE_NUMBER.match(part) for part in parts):
        roman = len(parts) == 1 and parts[0].isalpha()
        return (parts[0] if roman else parts[-2] if len(parts) > 1 else None), None if roman else parts[-1]
    if len(parts) == 1 and (both := VOLUME_AND_NUMBER.match(words)):
        return both["v"], both["n"] or both["of"]
    volume, issue = _VOLUME.search(words), _ISSUE.search(words)
    issue = issue or (_PART_OF_VOLUME.search(words, volume.end()) if volume else None)
    if volume is None and issue and len(parts) > 1 and BARE_NUMBER.match(parts[0]):
        return parts[0], issue.group(1)  # "Labour Monthly 21, no. 3"
    return volume and volume.group(1), issue and issue.group(1)


def is_number(words: str) -> bool:
    """ "Number 2 1984": an issue's, and its year."""
    number = PART.match(words) if may_be_formal(words) else None
    return number is not None and not number["rest"]
