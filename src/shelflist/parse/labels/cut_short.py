"""Whether more belongs to a line's phrases than was read as one: they are then given to none of the fields.

Where a phrase tells of places and years, some of them may look like an imprint of their own.
"""

from shelflist.parse.grammar import AUTHOR, DATE, LATE_PHRASE, PLACE, PUBLISHER, ROLE, UNREAD, Label
from shelflist.parse.labels.explains import PHRASES
from shelflist.parse.looks.dates import read_date
from shelflist.parse.segments.tokens import Segment

_IMPRINT = frozenset({PLACE, PUBLISHER})
_OF_PLACE_AND_TIME = frozenset({PLACE, PUBLISHER, UNREAD})
_NAMED = frozenset({AUTHOR, ROLE})


def is_cut_short(segments: list[Segment], labels: tuple[Label, ...], refused: set[int]) -> bool:
    """By a second imprint after the phrase, or by place and years after the author, "Loomby sheds, 1919-1959"."""
    if labels.count(DATE) > 1 and _holds_other_imprint(labels):
        return True
    return any(labels[i] is LATE_PHRASE and labels[i - 1] is LATE_PHRASE and _spans(segments[i].text) for i in refused)


def _spans(words: str) -> bool:
    return words[0].isdigit() and (date := read_date(words)) is not None and date.span_years


def _holds_other_imprint(labels: tuple[Label, ...]) -> bool:
    """ "reports of the congresses, Lyon 1919 and Lille 1921, Fraternité, Paris, 1922": places and years between
    the phrase, or who wrote it, and another house, place and year.
    """
    first = labels.index(DATE)
    opens = first
    while opens and labels[opens - 1] in _OF_PLACE_AND_TIME:
        opens -= 1
    if labels[opens - 1] not in PHRASES | _NAMED or opens == first:
        return False
    rest = labels[first + 1 :]
    return DATE in rest and not _IMPRINT.isdisjoint(rest[: rest.index(DATE)])
