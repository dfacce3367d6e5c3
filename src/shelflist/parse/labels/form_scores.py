"""What a segment may be by the form of its own words: a role, an edition, a part, a series.

Their forms are told in `looks`; here is how much each counts.
"""

from shelflist.parse.grammar import EDITION, GENRE, LATE_PHRASE, ORIGINAL, PART, PHRASE, REMARK, ROLE, SERIES
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import LISTED, SURELY_NAMED
from shelflist.parse.search import SURE, Scores

_NUMBERED_SERIES = 5.0
""" "Loom Pamphlet No. 8": the form of a series, and its number."""


def add_by_form(scores: Scores, look: Features, gap: str) -> None:
    """Adds to the scores of a segment that `gap` stands before."""
    if look.has_form:
        _add_forms(scores, look)
    if "." in gap and look.words >= 2:
        scores.setdefault(REMARK, 0.8)


def _add_forms(scores: Scores, look: Features) -> None:
    if look.role is not None:
        scores[ROLE] = 7.0
    if look.edition:
        scores[EDITION] = 5.0
    if look.original:
        scores[ORIGINAL] = SURE
        scores[PHRASE] = scores[LATE_PHRASE] = -3.0
    if look.part:
        scores[PART] = 5.0
    if PHRASE in scores and (look.part or _tells_surely_who(look)):
        scores[PHRASE] = min(scores[PHRASE], 0.0)
    if look.genre:
        scores[GENRE] = 5.0
    if look.physical:
        scores[REMARK] = 4.5
    if look.series:
        scores[SERIES] = _as_series(look)


def _tells_surely_who(look: Features) -> bool:
    """ "introduction by Ann Hill"."""
    return look.role is not None and look.listing >= SURELY_NAMED and look.opens_small


def _as_series(look: Features) -> float:
    if look.signs.says_series:
        return SURE
    numbered = _NUMBERED_SERIES if look.signs.ends_in_number else 3.0
    return numbered if look.publisher < LISTED else -1.0
