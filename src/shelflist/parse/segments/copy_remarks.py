"""What a list says of its copy after the date, where no pages are counted: "Leeds, 1954, ex-lib, jacket taped".

Such words are a note up to the line's end, whatever names and figures they hold. They begin in small letters, and at
once with what is said of copies; edition, role and first publication go before them.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.standard_numbers import is_isbn
from shelflist.parse.vocabulary.cues import cue, cues_of_line

_STATES = """
annotated bound chipped clipped creased damaged damp discoloured dusty ex faded foxed foxing frayed inscribed
inscription lacking lacks loose marked missing rebound repaired rubbed rusty signed soiled split stain stained stains
taped tatty torn trimmed underlined underlining wanting water worn wormed
"""
_THINGS = """
boards bookplate catalogue copies copy cover covers dedication dj dw duplicate dustjacket dustwrapper endpaper endpapers
flyleaf jacket lib library photocopy pencil plates reserve scan shelf spine staples stamp stamps wrapper wrappers
"""
_CUE = cue(f"{_STATES} {_THINGS} d double")
_OF_COPY = re.compile(rf"(?:{'|'.join((_STATES + _THINGS).split())})\b|d/[wj]\b|double\swith\b")
_AFTER_DATE = re.compile(
    rf"(?:{YEAR_FORM}\??|\bn\.?d\.?)[?\])]*(?:[,;]?\s|\s[–—|/-]{{1,2}}\s?)"
    r"(?=(?P<first>[(\[]?(?:\d{1,2}\s)?[a-z][^,;.]*))"
)
_FIELD = re.compile(
    r"(?:re-?)?(?:edited|ed|eds|translated|trans|tr|illustrated|illus|introduced|intro|compiled|comp|with|by|in|from|first|"
    r"second|third|new|rev|revised|enlarged|reprinted|reprint|published|originally|vols?|nos?(?=\.?\s?\d)|parts?|pp?)\b|.*\bby\s(?!the\s)"
)
""" "1954, translated from a library copy": more fields of the entry come."""
_ISBN_LAST = re.compile(r"(?<=[)\d.,;])\s(?P<note>97[89]-?\s?\d(?:[-\s]?\d){9}|\d(?:[-\s]?\d){8}[-\s]?[\dXx])\.?$")


def said_of_copy(text: str, end: int) -> tuple[int, str] | None:
    """Where ``text[:end]`` ends without the words on the copy, or the bare ISBN, that close it; and these."""
    at = _remark(text, end) or _isbn(text, end)
    return (len(text[:at].rstrip(" ,;–—-")), text[at:end]) if at else None


def _remark(text: str, end: int) -> int:
    dates = _AFTER_DATE.finditer(text, 8, end) if cues_of_line(text) & _CUE else ()
    told = (dated for dated in dates if _OF_COPY.search(dated["first"]) and not _FIELD.match(dated["first"]))
    return next((dated.start("first") for dated in told), 0)


def _isbn(text: str, end: int) -> int:
    found = _ISBN_LAST.search(text, max(8, end - 20), end) if text[end - 1] in "0123456789Xx" else None
    return found.start("note") if found and is_isbn(found["note"]) else 0
