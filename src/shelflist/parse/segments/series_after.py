"""The series after the imprint: before the extent, "Weft Press, 1954. 2nd edition. Loom Lives, 3. 160 pp.", or in its
bracket, "(Leeds: Weft Press, 1954; Loom Lives, 3)".

The imprint has told its house, so that capitals after its stop hardly name another; what tells somebody's part in the
book or an earlier edition is left to the search.
"""

import re
from itertools import takewhile
from typing import NamedTuple

from shelflist.parse.grammar import EDITION, SERIES, UNREAD, Label
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import date_at_end, read_date
from shelflist.parse.looks.editions import EDITION as EDITION_FORM
from shelflist.parse.looks.editions import ends_as_edition
from shelflist.parse.looks.grades import NAMELIKE
from shelflist.parse.looks.imprint import is_house_or_place
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.series import NUMBER_ALONE, may_name_series, may_name_something, read_series
from shelflist.parse.segments.closed_imprint import dates_imprint
from shelflist.parse.segments.formed import formed
from shelflist.parse.segments.held import IN_SERIES
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_YEAR_AND_STOP = re.compile(
    rf"(?<=[\s(\[])(?:c\.?\s?|©\s?)?{YEAR_FORM}[)\]]?(?:\s[(\[]{YEAR_FORM}[)\]])?\.\s(?=[A-ZÀ-Þ2-9(])"
)
_STOP = re.compile(r"\.(?<=[\d)\]]\.)\s")
"""After no other a series comes; in most lines there is none."""


class Between(NamedTuple):
    """`start`: where the words begin; `known`: the label of each of the segments."""

    start: int
    segments: list[Segment]
    known: dict[int, Label]


def find_series(text: str, start: int, end: int, gazetteer: Gazetteer) -> Between | None:
    """The series that closes ``text[start:end]``, and the edition before it."""
    found = _YEAR_AND_STOP.search(text, start, end) if _STOP.search(text, start, end) else None
    if found is None or not dates_imprint(text, found.start(), gazetteer):
        return None
    pieces = segment(text, found.end(), end)
    if not pieces or any(read_role(piece.text, gazetteer) for piece in pieces):
        return None
    editions = [(piece.start, piece.end) for piece in takewhile(_is_edition, pieces[:-1])]
    rest = pieces[len(editions) :]
    label = _label(text, rest, gazetteer)
    if label is None:
        return None
    told = [*((span, EDITION) for span in editions), ((rest[0].start, rest[-1].end), label)]
    return Between(found.end(), *formed(text, told, "."))


def without_series(words: str, parts: list[Segment], gazetteer: Gazetteer) -> tuple[list[Segment], list[Segment]]:
    """The `parts` of a bracket that holds `words` up to the year of its imprint, and the series after it as one."""
    dated = next((i for i, part in enumerate(parts) if read_date(part.text)), 0)
    if not dated or dated + 1 == len(parts) or (dated == 1 and ":" not in parts[0].text):
        return parts, []  # no house and place before the year: "(Leeds, 1954, Weft Press)"
    rest = parts[dated + 1 :]
    if _label(words, rest, gazetteer) is not SERIES:
        return parts, []
    first, last = rest[0].start, rest[-1].end
    return parts[: dated + 1], [Segment(words[first:last], first, last, IN_SERIES, inner=True)]


def _is_edition(piece: Segment) -> bool:
    return EDITION_FORM.fullmatch(piece.text) is not None


def _label(text: str, rest: list[Segment], gazetteer: Gazetteer) -> Label | None:
    """A series; or what may be one, or another name, and is not to be read."""
    if len(rest) > 2 or (len(rest) == 2 and not (PART.match(rest[1].text) or NUMBER_ALONE.match(rest[1].text))):
        return None
    words = text[rest[0].start : rest[-1].end]
    dated = date_at_end(words)
    if ends_as_edition(words) or (dated and is_house_or_place(words[: dated.start()].rstrip(" ,"), gazetteer)):
        return None  # "Left Book Club edition"; "Leeds 1954", which is the book's imprint
    own = words.partition(" ")[0] in text[: rest[0].start]  # "Puffin, 1954. Puffin Books."
    if read_series(words, gazetteer, held=True, last=True) or may_name_series(words, gazetteer, housed=own):
        return SERIES
    return UNREAD if may_name_something(words) and names_score(words, gazetteer) < NAMELIKE else None
