"""ISBN and ISSN in a line: after their name, or a bare ISBN that its own check digit proves."""

import re

_ISBN = re.compile(r"\bISBN(?:-1[03])?[:\s]*((?:97[89][-\s]?)?\d[\d\s-]{7,14}[\dXx])")
_ISSN = re.compile(r"\bISSN[:\s]*(\d{4}-?\d{3}[\dXx])")
_BARE = re.compile(
    r"[0-9](?<![\d./-][0-9])(?:(?<=9)7[89][- ]?\d(?:[- ]?\d){8}[- ]?\d|(?:[- ]?\d){8}[- ]?[\dXx])(?![\d/-])"
)
"""The figure that opens it comes first, so that a search passes over all else at once."""
_SIGNS = re.compile(r"[\s-]")
_LONG = 13


def is_isbn(words: str) -> bool:
    """ "0-918949-22-X": ten or thirteen figures of which the last checks the others (ISO 2108)."""
    return words[:1].isdecimal() and _BARE.fullmatch(words.rstrip(".")) is not None and _checks(bare(words.rstrip(".")))


def standard_numbers(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """ISBNs (digits only) and ISSNs in a line."""
    isbn, issn = (_ISBN.findall(text), _ISSN.findall(text)) if "IS" in text else ([], [])
    found = isbn or [number for number in _BARE.findall(text) if _checks(bare(number))]
    return tuple([bare(number) for number in found]), tuple(issn)


def bare(number: str) -> str:
    return _SIGNS.sub("", number)


def _checks(number: str) -> bool:
    if len(number) == _LONG:
        return sum(int(sign) * (3 if at % 2 else 1) for at, sign in enumerate(number)) % 10 == 0
    last = 10 if number[-1] in "Xx" else int(number[-1])
    return (sum(int(sign) * (10 - at) for at, sign in enumerate(number[:-1])) + last) % 11 == 0
