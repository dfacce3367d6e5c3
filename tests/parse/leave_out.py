"""The gazetteer less what a single line put into it: how a line is read that nobody has looked at before.

Lists grow by the lines that they are tried on, and a name that was added for a line says nothing of the next line. So
each line is read without the publisher, place, periodical, series and persons of its own that stand in no other line of
the half; what other lines have too is what any list would hold.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from unittest.mock import patch

from shelflist.models.citation import Reading
from shelflist.parse import line
from shelflist.parse.line import Context, read_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer, gazetteer_for, key, spellings
from tests.parse.expected import NAMES, Case

_LISTED = {
    "publishers": ("publisher", "corporate_authors", "authors"),
    "places": ("place_of_publication",),
    "periodicals": ("container_title",),
    "series": ("series_title",),
    "names": NAMES,
}
"""The gazetteer's lists, and the fields whose values stand in them."""


def reader(cases: Iterable[Case], at_most: int = 1) -> Callable[[Case], Reading]:
    """Reads one of `cases` without what only that one has; `at_most`: as often as one line stands among them."""
    known = gazetteer_for(Context().lookups)
    own = [named for case in cases for named in names_of(case)]
    often = Counter(own)

    def read(case: Case) -> Reading:
        alone = {named for named in names_of(case) if often[named] <= at_most}
        return read_with(without(known, alone), case)

    return read


def read_with(gazetteer: Gazetteer, case: Case) -> Reading:
    with patch.object(line, "gazetteer_for", lambda lookups: gazetteer):
        return read_line(case.block, case.context)


def without(known: Gazetteer, names: set[tuple[str, str]]) -> Gazetteer:
    """`names`: (list, key)."""
    listed = {kind: {name for of, name in names if of == kind} & getattr(known, kind) for kind in _LISTED}
    less = {kind: getattr(known, kind) - gone for kind, gone in listed.items() if gone}
    return replace(known, **less) if less else known


def names_of(case: Case) -> set[tuple[str, str]]:
    """(list, key) of everything in the line that a list may hold."""
    return {
        (kind, form)
        for kind, fields in _LISTED.items()
        for name in fields
        for value in case.right.get(name, [])
        for one in (value if isinstance(value, list) else [value])
        if one
        for form in {*spellings(str(one)), key(str(one)).removeprefix("the ")}
    }
