"""Divisions of a series or a periodical: "Latin American Series", "New Series, Vol. 3"."""

import re

_DIVISION = re.compile(
    r"(?:New|Old|First|Second|Third|Fourth|Fifth|\d(?:st|nd|rd|th)|Extra|Main|Record|General|Original|British|Foreign|"
    r"French|German|Welsh|Continental|(?:(?:Latin|North|South)\s)?[A-Z][a-z]+(?:can|ese|ish|ian|ean))\sSer(?:ies|\.)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:New|Second|Third)\sSeries,?\s(?:[Nn]os?|[Vv]ol(?:ume)?s?)\b")


def is_division(words: str) -> bool:
    """ "New Series": of a series whose name stands before it."""
    return words[-1] in "sS." and _DIVISION.match(words) is not None


def counts_anew(words: str) -> bool:
    """ "New Series Vol. 3": by such a periodical counts, and no series has it for a name."""
    return _COUNTED.match(words) is not None
