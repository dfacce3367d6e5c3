"""A page's own habits: whether its lines put the author before the title, and the place before the publisher.

"Rewi Ash, Songs of the Loom, Leeds, Weft Press" leaves open by itself whether it opens with its author, and which of
the last two is the house. The page shows it: a habit is what a clear majority of its lines does, and it decides only
lines that leave it open. The usual order (author after the title, publisher before the place) needs no habit.
"""

from collections.abc import Iterable
from typing import NamedTuple

from shelflist.models.citation import Reading
from shelflist.parse.context.manner import Manner
from shelflist.parse.labels.main_entry import BY_COMMA
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import A_FIRM, NAMELIKE, SURELY_NAMED
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.series import may_name_series
from shelflist.parse.segments.layout import Laid
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer

FEWEST = 5
"""Lines that show a habit."""
MAJORITY = 0.6
"""Share of the lines that show it or its contrary."""
DOUBTFUL = 0.9
"""Below this confidence a line is open."""


class Habits(NamedTuple):
    """What the lines of one page do."""

    author_first: bool = False
    place_first: bool = False
    lists_books: bool = False  # so that a name and a title are enough for an entry


NO_HABITS = Habits()


def habits_of(readings: Iterable[Reading], gazetteer: Gazetteer) -> Habits:
    """The habits that the lines of a page show, each read by its own words."""
    orders, imprints = [], []
    for reading in readings:
        if reading.citation is not None:
            rows = [(field, words) for field, words, _ in reading.evidence if words]
            orders.append(_author_first(rows, gazetteer))
            imprints.append(None if reading.citation.unparsed_remainder else _place_first(rows))
    return Habits(author_first=_is_usual(orders), place_first=_is_usual(imprints))


def order_said(manner: Manner, found: Habits) -> Habits:
    """The habits of a page, but for what a person says of the order."""
    first, place = manner.author_first, manner.place_first
    return found._replace(
        author_first=found.author_first if first is None else first,
        place_first=found.place_first if place is None else place,
    )


def is_open(reading: Reading) -> bool:
    """An entry whose own words leave it in doubt, or that names nobody: its author may have been taken for a title."""
    citation = reading.citation
    return citation is not None and (citation.parse_confidence < DOUBTFUL or not citation.contributors)


def with_leader(laid: Laid, gazetteer: Gazetteer) -> Laid:
    """The line with its first segment as the author, where that may be one and a title may follow."""
    if laid.author_leads or laid.title_at is not None or len(laid.segments) < 3 or laid.known:
        return laid
    first, second = laid.segments[:2]
    if names_score(first.text, gazetteer) < NAMELIKE or not _may_be_title(second, gazetteer):
        return laid
    led = laid.led()
    while len(led.segments) > 1 and _is_another(led.segments[0], gazetteer) and _is_title_after(led, gazetteer):
        led = led.led(BY_COMMA)
    return led


def _is_another(segment: Segment, gazetteer: Gazetteer) -> bool:
    """ "Rewi Ash, Sue Elm, Songs of the Loom": a second author, or a third, by a sure name in full."""
    return segment.gap == "," and " " in segment.text and names_score(segment.text, gazetteer) >= SURELY_NAMED


def _is_title_after(laid: Laid, gazetteer: Gazetteer) -> bool:
    after = laid.segments[1]
    if after.gap != "," or not after.text[0].isupper() or may_name_series(after.text, gazetteer):
        return False
    return " " in after.text and _may_be_title(after, gazetteer)


def _may_be_title(segment: Segment, gazetteer: Gazetteer) -> bool:
    words = segment.text
    return not (
        read_role(words, gazetteer)  # "Lieder der Weber. Hrsg. von Ann Hill": the title came first
        or gazetteer.is_place(words)
        or publisher_score(words, gazetteer) >= A_FIRM
        or read_date(words) is not None
    )


def _is_usual(shown: list[bool | None]) -> bool:
    yes, no = shown.count(True), shown.count(False)
    return yes >= FEWEST and yes >= MAJORITY * (yes + no)


def _author_first(rows: list[tuple[str, str]], gazetteer: Gazetteer) -> bool | None:
    """Sure names before a title, read as its author or as part of it; None where nothing shows either order."""
    fields = [field for field, _ in rows]
    if "title" not in fields:
        return None
    if fields[0] == "contributors":
        return True
    runs_on = fields[0] == "title" and fields[1:2] in (["title"], ["other_title_information"])
    if runs_on and names_score(rows[0][1], gazetteer) >= SURELY_NAMED:
        return True
    return False if "contributors" in fields else None


def _place_first(rows: list[tuple[str, str]]) -> bool | None:
    fields = [field for field, _ in rows]
    if "publisher" not in fields or "place_of_publication" not in fields:
        return None
    return fields.index("place_of_publication") < fields.index("publisher")
