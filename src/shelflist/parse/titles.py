"""The line as the search sees it, and how much its pieces look like the title.

Which of them are one title over their commas stands in `title_runs`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from shelflist.parse.features import Features, features
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.grammar import Label
from shelflist.parse.tokens import Segment

AND = re.compile(r"(?:^|\s)(?:and|&|or|AND|OR|y|et|und|och|og)\s")

NOTHING_KNOWN: Mapping[int, Label] = MappingProxyType({})

_SURELY_NAMED, _LISTED = 4.5, 2.4

OPENS_LIFE = re.compile(
    r"(?:his|her|their|the (?:man|life|story|making|revolutionary|years|early|last)|man\b|portrait|life|"
    r"biograph\w+|memories|an? (?:\w+ )?(?:life|biography|memoir|portrait|tribute|appreciation|study|bibliography|"
    r"reader|centenary|anthology)|"
    r"some (?:memories|letters|aspects)|in (?:memoriam|his|her)|works? and|and (?:his|her|the)|selected (?:by|from)|"
    r"\d{4}|(?:born|died) )\b",
    re.IGNORECASE,
)
""" "Rosa Luxemburg: Her Life and Work": what may follow a name in the title of a life."""


@dataclass(slots=True)
class Line:
    """The segments of a line with what each looks like; `title_at` is the marked title's index, if one is marked.

    Never changed once made; see `features.Features`."""

    segments: list[Segment]
    looks: list[Features]
    title_at: int | None
    author_known: bool  # from a heading, or before the title
    known: Mapping[int, Label]  # what the punctuation alone shows segments to be, by index
    of_pages: bool = False  # the extent is a stretch of pages: the line tells of a piece of something


def look_at(
    segments: list[Segment],
    title_at: int | None,
    author_known: bool,
    gazetteer: Gazetteer,
    known: Mapping[int, Label] = NOTHING_KNOWN,
    *,
    of_pages: bool = False,
) -> Line:
    looks = [features(segment.text, gazetteer, opens=i == 0) for i, segment in enumerate(segments)]
    return Line(segments, looks, title_at, author_known, known, of_pages)


def title_score(line: Line, i: int, run: int) -> float:
    """How much segment i of an unmarked line looks like a piece of the title; `run` as `title_run` gives it."""
    segment, look = line.segments[i], line.looks[i]
    if i == 0:
        return (
            -2.0
            if look.inverted
            else -1.0
            if look.names >= 4.5 and not _named_later(line)
            else 0.0
            if not look.part
            else -1.0
        )
    if i <= run:
        return 4.5
    if i == 1 and author_leads(line):
        return 1.5
    if look.place > 5 and _event_follows(line, i):
        return 2.5
    return (-2.5 if segment.gap == "," else -1.0) - (3.0 if look.place > 5 or look.publisher >= 6 else 0.0)


def author_leads(line: Line) -> bool:
    """ "Rewi Ash, The Mill Hands, Weft Press": a sure name, then words that are none, and nobody is named later.

    Of two names with an "and" between them each may be less sure: no title has that form.
    """
    name, title = line.looks[0], line.looks[1]
    listed = name.names >= _LISTED and name.words > 3 and AND.search(line.segments[0].text) is not None
    if name.names < _SURELY_NAMED and not listed:
        return False
    if name.words < 2 or title.opens_small or title.part or title.names >= 3.9 or title.role:
        return False
    if title.date or title.place > 5 or title.words < 2 or title.genre or title.edition:
        return False
    if OPENS_LIFE.match(line.segments[1].text) or (title.publisher >= 2.5 and not _house_follows(line)):
        return False
    return not _named_later(line)


def _house_follows(line: Line) -> bool:
    """The second segment is no imprint, for all its words of a firm or a body: another house comes at once."""
    if line.looks[1].publisher >= 4.5 or len(line.looks) < 4:
        return False
    first = 3 if line.looks[2].place > 5 else 2
    house = line.looks[first]
    return house.publisher >= 0.4 and house.place <= 5 and house.date is None and before_imprint_end(line, first)


def _named_later(line: Line) -> bool:
    """Somebody is named where authors usually stand, after the title and not before place and date as a house."""
    return any(
        look.role is not None
        or (look.names >= 2.4 and look.publisher < 3 and look.place <= 5 and not before_imprint_end(line, i))
        for i, look in enumerate(line.looks[2:], 2)
    )


def before_imprint_end(line: Line, i: int) -> bool:
    """A listed place with the date comes next, or the date, or it stands between place and date: as houses stand."""
    looks = line.looks
    if i + 1 >= len(looks) or line.segments[i].inner:
        return False
    if looks[i + 1].date is not None:
        return True
    return looks[i + 1].place > 5 and i + 2 < len(looks) and looks[i + 2].date is not None


def is_author_named(line: Line, i: int) -> bool:
    """Somebody is named before segment i, after the title or above the line."""
    first = 1 if line.title_at is None else line.title_at + 1
    return line.author_known or any(is_named(look) for look in line.looks[first:i])


def is_named(look: Features) -> bool:
    return look.role is not None or (look.names >= 2.4 and look.publisher < 3 and look.place <= 5)


def _event_follows(line: Line, i: int) -> bool:
    """A place in a title: an event's date to the day comes next, and the line has a later date."""
    if i + 2 >= len(line.looks):
        return False
    date = line.looks[i + 1].date
    return date is not None and date.to_the_day and any(look.date for look in line.looks[i + 2 :])
