"""What a list says of its copy after the date, where no pages are counted: "Leeds, 1954, ex-lib, jacket taped".

Such words are a note up to the line's end, whatever names and figures they hold. They begin in small letters, and after
a date alone at once with what is said of copies; edition, role and first publication go before them.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.no_entry import A_SENTENCE, sentence_weight
from shelflist.parse.looks.standard_numbers import is_isbn
from shelflist.parse.segments.closed_imprint import dates_imprint
from shelflist.parse.vocabulary.cues import cue, cues_of_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_STATES = """
annotated bound chipped clipped creased damaged damp discoloured dusty ex faded foxed foxing frayed inscribed
inscription lacking lacks loose marked missing rebound repaired rubbed rusty signed soiled split stain stained stains
taped tatty torn trimmed uncut underlined underlining unopened wanting water wear worn wormed rare scarce stapled
"""
_THINGS = """
boards bookplate catalogue condition copies copy cover covers dedication dj dw duplicate dustjacket dustwrapper endpaper
endpapers flyleaf hb hbk jacket lib library loan pb pbk pencil photocopy plates reserve scan shelf spine staples stamp
stamps wrapper wrappers wraps xerox
"""
_GRADE = r"(?:VG|NF|G/VG|VG/\w{1,2})[+-]?(?=\W*$)"
_CUE = cue(f"{_STATES} {_THINGS} d double VG NF")
_OF_COPY = re.compile(rf"(?:{'|'.join((_STATES + _THINGS).split())})\b|d/[wj]\b|double\swith\b|\W*{_GRADE}")
_AFTER_DATE = re.compile(
    rf"(?:{YEAR_FORM}\??|\bn\.?d\.?)[?\])]*(?:[,;.]?\s|\s[–—|/-]{{1,2}}\s?)"
    rf"(?=(?P<first>[(\[]?(?:(?:\d{{1,2}}\s)?[a-z][^,;.]*|{_GRADE})))"
)
_FIELD = re.compile(
    r"\W*(?:re-?)?(?:edited|eds?|edn|edition|impression|printing|translated|trans|tr|illustrated|illus|introduced|intro|compiled|comp|"
    r"with(?!\s(?:dust|d/w|dj|dw|jacket|library|stamps?))|by|in(?!\s(?:good|fair|fine|poor|bad|very))|from|first|second|third|new|rev|"
    r"revised|enlarged|reprinted|reprint|published|originally|vols?|nos?(?=\.?\s?\d)|parts?|pp?)\b"
    r"|(?!signed|donated|presented|given|inscribed|owned|annotated).*\bby\s(?!the\s)"
)
""" "1954, translated from a library copy": more fields of the entry come."""
_RUNNING_ON = re.compile(
    r"\W*(?:the|an?|and|but|or|who|which|when|where|while|he|she|it|they|we|this|that|to|as|is|was|of|at)\b"
)
_ISBN_LAST = re.compile(r"(?<=[)\d.,;])\s(?P<note>97[89]-?\s?\d(?:[-\s]?\d){9}|\d(?:[-\s]?\d){8}[-\s]?[\dXx])\.?$")


def said_of_copy(text: str, end: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Where ``text[:end]`` ends without the words on the copy, or the bare ISBN, that close it; and these."""
    at = _remark(text, end) or _isbn(text, end) or _small(text, end, gazetteer)
    if not at or text.count("(", 0, at) > text.count(")", 0, at):
        return None  # "(1970 facsimile reprint)"
    said = text[at:end]
    return len(text[:at].rstrip(" ,;–—-")), said[1:].rstrip(".)]") if said[0] in "([" else said


def _remark(text: str, end: int) -> int:
    dates = _AFTER_DATE.finditer(text, 8, end) if cues_of_line(text) & _CUE else ()
    told = (dated for dated in dates if _OF_COPY.search(dated["first"]) and not _goes_on(dated["first"]))
    return next((dated.start("first") for dated in told), 0)


def _small(text: str, end: int, gazetteer: Gazetteer) -> int:
    """ "Weft Press, Leeds, 1954, lent to Bill": whatever follows a whole imprint in small letters, and is no field."""
    if end < 20:
        return 0
    for dated in _AFTER_DATE.finditer(text, 20, end):
        first, at = dated["first"], dated.start("first")
        told = not _goes_on(first) and read_date(text[at:end]) is None
        if told and dates_imprint(text, dated.start(), gazetteer):
            return at if sentence_weight(text, 0, end) < A_SENTENCE else 0
    return 0


def _goes_on(words: str) -> bool:
    """With a field of the entry, or with the sentence that names the book."""
    return _FIELD.match(words) is not None or _RUNNING_ON.match(words) is not None


def _isbn(text: str, end: int) -> int:
    found = _ISBN_LAST.search(text, max(8, end - 20), end) if text[end - 1] in "0123456789Xx" else None
    return found.start("note") if found and is_isbn(found["note"]) else 0
