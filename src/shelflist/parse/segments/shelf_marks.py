"""Where an archive keeps the item, in a code that the line opens with: "A1 Constitution", "MSS.21/1559: ", "60s13. ".

Such a code is none of the title. Numbers that count the items of a list are taken off in `opening`; a decade, an
ordinal, or a name that has a figure ("WW2: The Home Front") is no code.
"""

import re

_ARCHIVISTS = ("Ts.", "Ms.", "Ptd.", "TS.", "MS.", "Typescript.", "Printed.")
_BEFORE_THESE = re.compile(r"[A-Z]{1,2}\d{1,3}(?:\.\d{1,3})*\s(?=[A-ZÀ-Þ])")
""" "A1 Constitution, 1942. 20p. Ts.": finding aids give each item a code, and say how it was made."""
_REFERENCE = re.compile(
    r"(?:[A-Z]{1,6}[.\s]){0,2}[A-Z]{1,6}[.\s]?[A-Z\d.]*(?:[/.][A-Z\d]+)+[.:]?\s+(?=[A-ZÀ-Þ“‘\"'][\w’'])"
)
""" "U DX/12/4", "MSS.21/1559:"."""
_LETTERS_AND_FIGURES = re.compile(
    r"(?!\d{1,4}(?:s|st|nd|rd|th)\b)(?P<open>[(\[])?(?P<code>(?=\w*[^\W\d_])(?:\w+[/-]|\w*\d\.)?\w*\d\w*(?:[/-]\w+)?)(?(open)[)\]])"
    r"(?P<sign>[.:]|\s[–—-])?\s+(?=[A-ZÀ-Þ“‘\"'])"
)
_LONGEST, _FIGURES, _SURELY = 14, 2, 3
_LETTER_AND_NUMBER = re.compile(r"[A-Z]\.?\d{1,3}$")
_THINGS = frozenset({"B17", "B29", "B52", "C18", "F1", "G7", "G8", "G20", "K2", "M25", "R101", "T34", "U2", "V1", "V2"})
""" "V2 Rocket", "M25 Protest", "U2 Spies": what everybody knows by a letter and a number opens titles."""


def shelf_mark(text: str, limit: int) -> int:
    """Where the code ends that ``text[:limit]`` opens with; 0 without one."""
    if text.endswith(_ARCHIVISTS) and (code := _BEFORE_THESE.match(text, 0, limit)):
        return code.end()
    if "/" in text[:24] and text[0].isupper() and (reference := _REFERENCE.match(text, 0, min(limit, 48))):
        return reference.end()
    found = _LETTERS_AND_FIGURES.match(text, 0, limit + 1) if _has_figure(text) else None
    return found.end() if found and _is_code(found) else 0


def is_letter_and_number(words: str) -> bool:
    """ "A9", "F.1": a code, or a number in a publisher's series; no title in any list at hand opens so."""
    return _LETTER_AND_NUMBER.match(words) is not None and words not in _THINGS


def _has_figure(text: str) -> bool:
    first = text.partition(" ")[0]
    return not first.isalpha() and not first.isdecimal() and any(map(str.isdecimal, first))


def _is_code(found: re.Match[str]) -> bool:
    code, sign = found["code"], found["sign"]
    figures = sum(map(str.isdecimal, code))
    if len(code) > _LONGEST or figures < _FIGURES or not (sign or found["open"]):
        return False
    return figures >= _SURELY or sign == "." or found["open"] is not None or not code.isalnum()
