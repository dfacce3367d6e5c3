"""The grammar of a line: which kinds of segment may follow which, and how willingly.

Scores are log-odds in spirit and were set by hand on the development lines; they are added along a reading, and the
best reading wins (see `search`). A pair that is missing may not stand in that order.
"""

from enum import IntEnum


class Label(IntEnum):
    """What a segment can be."""

    LEADER = 0  # author before the title
    TITLE = 1
    PHRASE = 2  # explains the title, before any author
    AUTHOR = 3
    ROLE = 4  # "edited by ..."
    NAMES = 5  # further names of a role
    ABOUT_PERSON = 6  # "Dean of Canterbury"
    LATE_PHRASE = 7  # explains the title, after the author
    PART = 8
    EDITION = 9
    ORIGINAL = 10  # "first published 1919"
    GENRE = 11
    SERIES = 12
    PUBLISHER = 13
    PLACE = 14
    DATE = 15
    NO_IMPRINT = 16  # "n.p."
    REMARK = 17  # physical details, notes
    AUTHOR_PLACE = 18  # the seat of a corporate author
    UNREAD = 19
    DATED = 20  # a date before the title, or in a bracket right after it
    HOST = 21  # the periodical or book that a piece stands in

    __hash__ = int.__hash__  # labels are keys of the inner loop's tables


LABELS = tuple(Label)
(
    LEADER, TITLE, PHRASE, AUTHOR, ROLE, NAMES, ABOUT_PERSON, LATE_PHRASE, PART, EDITION, ORIGINAL, GENRE, SERIES,
    PUBLISHER, PLACE, DATE, NO_IMPRINT, REMARK, AUTHOR_PLACE, UNREAD, DATED, HOST,
) = LABELS  # fmt: skip
"""The same as plain names: what is asked for every segment reaches them quicker than through their enumeration."""

_IMPRINT = {PUBLISHER: 0.0, PLACE: -0.5, DATE: 0.0, NO_IMPRINT: 0.0}
_EXTRAS = {EDITION: 0.0, ORIGINAL: 0.0, SERIES: -0.5, REMARK: -0.5, UNREAD: -1.0}
_BODY = {
    HOST: 0.0, PHRASE: 0.0, AUTHOR: 0.0, ROLE: 0.0, PART: 0.0, GENRE: 0.0, **_IMPRINT, **_EXTRAS,
}  # fmt: skip
_AFTER_NAMES = {
    HOST: 0.0, ROLE: 0.0, ABOUT_PERSON: 0.0, LATE_PHRASE: -0.6, PART: -1.0, GENRE: -0.5,
    **_IMPRINT, **_EXTRAS,
}  # fmt: skip

START: dict[Label, float] = {
    TITLE: 0.0,
    LEADER: -3.0,
    PART: -0.5,
    UNREAD: -2.0,
    SERIES: -3.0,
    ROLE: -3.0,
}

FOLLOWING: dict[Label, dict[Label, float]] = {
    LEADER: {TITLE: 0.0, LEADER: -1.0, ROLE: -2.0},
    TITLE: {TITLE: 0.0, DATED: 0.0, **_BODY},
    PHRASE: {**_BODY, PHRASE: 0.3},
    AUTHOR: {AUTHOR: 0.0, AUTHOR_PLACE: -0.5, **_AFTER_NAMES},
    AUTHOR_PLACE: {**_AFTER_NAMES, PUBLISHER: 0.5, PLACE: -4.0},
    ROLE: {NAMES: 0.0, AUTHOR: -3.0, **_AFTER_NAMES},
    NAMES: {NAMES: 0.0, AUTHOR: -3.0, **_AFTER_NAMES},
    ABOUT_PERSON: {**_AFTER_NAMES, ABOUT_PERSON: -0.3, AUTHOR: -5.0, NAMES: -5.0},
    LATE_PHRASE: {**_AFTER_NAMES, LATE_PHRASE: 0.3, ABOUT_PERSON: -3.0, AUTHOR: -6.0},
    PART: {**_BODY, PART: 0.3, TITLE: -2.5, PHRASE: -0.2},
    EDITION: {**_IMPRINT, **_EXTRAS, AUTHOR: -0.3, ROLE: 0.0, PHRASE: -1.0, PART: -0.5},
    ORIGINAL: {**_IMPRINT, **_EXTRAS, ROLE: -1.0, AUTHOR: -1.5},
    GENRE: {**_BODY, TITLE: -6.0},
    SERIES: {**_IMPRINT, **_EXTRAS, PART: 0.0, AUTHOR: -0.5, ROLE: -0.5},
    PUBLISHER: {
        PUBLISHER: -2.5, PLACE: 1.5, DATE: 0.3, NO_IMPRINT: -1.0, PART: -2.0, **_EXTRAS,
    },
    PLACE: {PLACE: -1.5, PUBLISHER: -4.5, DATE: 0.5, NO_IMPRINT: -1.0, PART: -2.0, **_EXTRAS},
    DATE: {
        DATE: -4.0, NO_IMPRINT: -0.5, PART: -2.0, PUBLISHER: -5.0, PLACE: -4.0, AUTHOR: -3.0,
        ROLE: -2.0, **_EXTRAS,
    },
    NO_IMPRINT: {**_IMPRINT, **_EXTRAS, PUBLISHER: -4.0, PLACE: 0.3},
    REMARK: {**_IMPRINT, **_EXTRAS, REMARK: 0.0, PART: -0.5, AUTHOR: -2.0, ROLE: -1.0},
    UNREAD: {**_BODY, TITLE: 0.0, UNREAD: -0.3},
    HOST: {**_IMPRINT, **_EXTRAS, PART: 0.5, ROLE: 0.0, PUBLISHER: -0.5},
    DATED: _BODY,  # never searched for: the form alone shows it
}  # fmt: skip

NEVER = -1e9
INNER_PUBLISHER_AFTER_PLACE = 1.0
"""In a bracket or after a colon the place comes first: "(Leeds: Weft Press, 1975)"."""
ONE_NAME_EACH = -3.0
"""Two bare authors between commas are rare; a list closes with "and"."""
LISTED_NAMES = -0.5


def _step(before: Label, after: Label, *, listed: bool, place_first: bool) -> float:
    """What `after` costs when it follows `before`; `listed` and `place_first` as in `search.best_reading`."""
    step = FOLLOWING[before].get(after, NEVER)
    if before is Label.ABOUT_PERSON:
        return step  # "Sue Elm, secretary of the Weavers, Ann Ash": only an "and" goes back over it
    if (after is Label.NAMES and step > NEVER) or before is after is Label.AUTHOR:
        return LISTED_NAMES if listed else ONE_NAME_EACH
    if before is Label.PLACE and after is Label.PUBLISHER and place_first:
        return INNER_PUBLISHER_AFTER_PLACE
    return step


Table = tuple[tuple[float, ...], ...]


def _tables(*, listed: bool, place_first: bool) -> tuple[Table, Table]:
    into = tuple(
        tuple(_step(before, after, listed=listed, place_first=place_first) for before in Label) for after in Label
    )
    return into, tuple(zip(*into, strict=True))


STEPS = {
    (listed, place_first): _tables(listed=listed, place_first=place_first)
    for listed in (False, True)
    for place_first in (False, True)
}
"""For quick reading, by `listed` and `place_first`: ``[after][before]`` and ``[before][after]``."""
