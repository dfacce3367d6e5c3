"""Lines that name books and are no entry of one: where a text was taken from, an imprint alone, how a copy looks.

"From J. V. Stalin, Works, Vol. 13, pp. 220-39"; "Weft Press, Leeds, 1954"; "Black cloth, gilt titles. xii, 320 pp."; an
essay that runs through several books. Nothing here asks what a segment is: the line's form as a whole decides.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.grades import A_TOWN, SURELY_NAMED
from shelflist.parse.looks.imprint import place_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.cues import cue, cues_of_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_TAKEN = re.compile(
    r"(?:(?:Taken|Reprinted|Excerpted|Extracted|Extracts?|Excerpts?|Reproduced|Translated|Transcribed|Scanned|Adapted|"
    r"Quoted|Abridged|Text|Text\staken)\sfrom|Based\son|(?:Published|Printed|Reprinted|Reproduced|Cited|Quoted)\sin|From|See(?:\salso)?|Cf\.)"
    r":?\s(?:the\s)?(?P<what>[A-Z“‘\"][^,;:(\d]*)(?P<more>[,;:(\s]?.*)$"
)
_TAKEN_OPENS_LISTED = """
Taken Reprinted Excerpted Extracted Extract Extracts Excerpt Excerpts Reproduced Translated Transcribed Scanned Adapted
Quoted Abridged Text Based Published Printed Cited From From: See See: Cf.
"""
_TAKEN_OPENS = frozenset(_TAKEN_OPENS_LISTED.split())
_REFERS = re.compile(
    r"(?:Quoted|Cited|Reviewed|Mentioned|Discussed|Described)\s(?:by|in)\s|(?:See(?:\salso)?|Compare|Cf\.|Read|Consult):?\s(?:[“‘\"]|(?P<who>[^,]{3,50}),\s[A-Z“‘\"])"
)
_OPENS_AS_SENT = _TAKEN_OPENS | {"Reviewed", "Mentioned", "Discussed", "Described", "Compare", "Read", "Consult"}
""" "See Rewi Ash, The Mill Hands, Weft Press, 1954, for which ask at the desk": whose book the reader is sent to."""
_OF_NOTES = frozenset(["Ibid.", "Ibid.,", "ibid.", "ibid.,", "Ibid", "Ibid,"])
_NUMBERS_NOTE = "0123456789[("
_FOOTNOTE = re.compile(
    r"(?:\d{1,3}\.?|\[\d{1,3}\]|\(\d{1,3}\))\s(?P<what>[^,]{3,60}),\s[^“‘\"]*\bpp?\.\s?\d[\d–-]*\.?$"
)
_PAGES_OF = re.compile(r"\b(?:pp?\.?|pages?)\s?\d{1,4}(?:\s?[-–—,]\s?\d{1,4})*\W*$|\d:\s?\d{1,4}\s?[-–—]\s?\d{1,4}\W*$")
_NUMBERED = re.compile(r"\b(?:[Vv]ol(?:ume)?s?\.?\s?[\dIVXLC]|[Nn]o\.?\s?\d|#\s?\d)|^\s?\d{1,3}:\d|^\s\d{1,3}\b")
_VOLUME_NEXT = re.compile(r"\s?\d{1,3}[:,]")
""" "From International Socialism 2:40, Autumn 1988, pp. 53-64": whatever its name is, it has volumes."""
_WORKS = re.compile(
    r"(?:[A-Z][^,;:()\d]{1,40},\s)?(?:(?:Collected|Selected|Complete)\s)?(?:Works|Writings),\s(?:Eng(?:lish)?\.?\sed\w*\.?,\s)?"
    r"[Vv]ol(?:ume)?\.?\s?[\dIVXLC]+\b.*\bpp?\.\s?\d"
)
""" "Marx and Engels, Selected Works, Vol. II, Moscow, 1949, p. 153.": a note says where something is said."""
_IMPRINT = re.compile(
    rf"(?P<house>[A-Z][^,;:.()\d]{{2,60}}),\s(?:(?P<place>[A-Z][^,;:()\d]{{2,30}}),?\s)?{YEAR_FORM}"
    r"(?:,?\s\d{1,4}\s?(?:pp?|pages)\b)?\W*$"
)
_YEAR_EARLY = re.compile(r"[A-Z][^,]{2,60},(?:[^,\d]*,)?[^,\d]{1,40}[12]")
"""Before this nobody need look whether the line opens with a house."""
_NAMED_AFTER = re.compile(
    r"\b(?:Party|Committee|Union|Society|League|Congress|Government|Council|Association|Institute)\b"
)
_COPY = re.compile(
    r"(?:(?:first|second|third|new|later)\s(?:edition|printing|impression)\.\s)?(?:[\dx×. ]+(?:mm|cm|in)\.\s)?"
    r"(?:pp\.\s\d+\.\s)?(?:[^\s.,;]+\s){0,7}(?:cloth|boards|wrappers|wraps|buckram|morocco|calf|dust-?jacket|"
    r"dust-?wrapper|sheets)\b[^,.;]{0,90}[,.;]"
    r"|(?:8vo|4to|12mo|16mo|folio|octavo|quarto)\b[,.;]",
    re.IGNORECASE,
)
_COPY_CUE = re.compile(
    r"[Cc]loth|[Bb]oards|[Ww]rap|[Ss]heets|[Bb]uckram|[Mm]orocco|[Cc]alf|[Dd]ust|\d(?:vo|to|mo)\b|[Ff]olio|uarto|ctavo"
)
_COPY_WORDS = cue("""
cloth boards wrappers wraps sheets buckram morocco calf dust dustjacket dustwrapper 8vo 4to 12mo 16mo folio octavo
quarto
""", any_case=True)  # fmt: skip
_LOOK = re.compile(
    r"\b(?:lettered|gilt|spine|soiled|rubbed|foxed|foxing|worn|very good|fine copy|good copy|endpapers|octavo|quarto|"
    r"[48]vo|4to|12mo|plates|VG|offsetting|decorated|condition|size:|slightly|covers?|chipped|faded|ex-library)\b",
    re.IGNORECASE,
)
_IMPRINT_HELD = re.compile(rf"\([^()]{{2,40}}:\s[^()]{{2,60}},?\s{YEAR_FORM}\)")
_GOES_ON = re.compile(r"\d{4}\)(?:;|,?\sand|,)\s(?:and\s)?[A-Z](?!\w+\s(?:edition|edn|ed|impression)\b)")


def tells_of_another(text: str, gazetteer: Gazetteer, *, linked: bool, whole: bool) -> bool:
    """The line tells of a book that stands elsewhere, or only of its imprint or its copy.

    Where a document is `linked` by a part of it, that part is a title; by the `whole`, an imprint may name an edition.
    """
    if linked and not whole:
        return False
    first = text[:end] if (end := text.find(" ")) > 0 else text
    if first in _OPENS_AS_SENT and (_says_where_from(text, gazetteer) or _sends_to(text, gazetteer)):
        return True
    if first in _OF_NOTES or (first[:1] in _NUMBERS_NOTE and _is_footnote(text, gazetteer)):
        return True
    if ("Works," in text or "Writings," in text) and _WORKS.match(text):
        return True
    if text.count(": ") > 1 and text.count("(") > 1 and _is_essay(text):
        return True
    if cues_of_line(text) & _COPY_WORDS and _COPY_CUE.search(text, 0, 80) and _is_copy(text):
        return True
    return not linked and len(text) < 120 and _is_bare_imprint(text, gazetteer)


def _says_where_from(text: str, gazetteer: Gazetteer) -> bool:
    """ "From Labour Monthly, June 1931, pp. 345-51": a person or a periodical, and the pages or the number in it."""
    found = _TAKEN.match(text)
    if found is None:
        return False
    what, more = found["what"].strip(' .“”‘’"'), found["more"]
    pages = _PAGES_OF.search(more) is not None
    if not pages and not _NUMBERED.search(more):
        return False
    if pages and found["what"][0] in '“‘"':
        return True
    if gazetteer.is_periodical(what) or gazetteer.is_periodical(f"The {what}") or _WORKS.match(f"{what}{more}"):
        return True
    return pages and (names_score(what, gazetteer) >= SURELY_NAMED or _VOLUME_NEXT.match(more) is not None)


def _sends_to(text: str, gazetteer: Gazetteer) -> bool:
    """ "See “Looms” by Rewi Ash, which is online"; "See Naples and Die" names nobody."""
    found = _REFERS.match(text)
    if found is None or found["who"] is None:
        return found is not None
    return " " in found["who"] and names_score(found["who"], gazetteer) >= SURELY_NAMED


def _is_footnote(text: str, gazetteer: Gazetteer) -> bool:
    """ "12. The Times, 4 May 1926, p. 3.": a numbered note to a text, without a title."""
    found = _FOOTNOTE.match(text)
    return found is not None and gazetteer.is_periodical(found["what"])


def _is_bare_imprint(text: str, gazetteer: Gazetteer) -> bool:
    """ "Weft Press, Leeds, 1954, 32 pp.": a house where the title should stand, and nothing but its imprint."""
    found = _IMPRINT.match(text) if _YEAR_EARLY.match(text) else None
    if found is None or not gazetteer.is_publisher(found["house"]):
        return False
    if gazetteer.is_periodical(found["house"]) or _NAMED_AFTER.search(found["house"]):
        return False
    place = found["place"]
    return place is None or place_score(place, gazetteer) >= A_TOWN


def _is_copy(text: str) -> bool:
    """ "Orange limp cloth. Spine lettered in black. 264 pp.": a bookseller tells how his copy looks."""
    found = _COPY.match(text)
    return found is not None and (found.group()[0].isdigit() or _LOOK.search(text, found.end()) is not None)


def _is_essay(text: str) -> bool:
    """ "… S. Ellwood, The Civil War (Oxford: Blackwell, 1991); M. Elm, … (Leeds: Weft Press, 1992)"."""
    held = [found.end() for found in _IMPRINT_HELD.finditer(text)]
    return len(held) > 1 and any(_GOES_ON.match(text, end - 5) for end in held[:-1])
