"""The form of a line: all that the rules see of it, and what several of them ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from shelflist.parse.grammar import Label
from shelflist.parse.labels.kinship import Kin, kin_of
from shelflist.parse.looks.features import Features, features, opening_features
from shelflist.parse.looks.grades import A_PLACE, AN_ACRONYM, NAMED
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer

NOTHING_KNOWN: Mapping[int, Label] = MappingProxyType({})


class Form(NamedTuple):
    """All that the rules know of a line: what its segments look like and how they are parted, and none of its words.

    Lines made alike have equal forms, and equal forms are judged once (see `emission`). What a rule must know of the
    words is a field of `Features`, `Signs` or `Kin`.
    """

    looks: tuple[Features, ...]
    gaps: tuple[str, ...]  # the punctuation before each segment
    inner: tuple[bool, ...]  # it stands in a bracket
    title_at: int | None  # the marked title's index, if one is marked
    author_known: bool  # from a heading, or before the title
    led: bool  # the author stands before the title
    known: tuple[tuple[int, Label], ...]  # what the punctuation alone shows segments to be, by index
    title_quoted: bool  # the marked title stands in marks of quotation
    of_pages: bool  # the extent is a stretch of pages: the line tells of a piece of something
    kin: Kin


@dataclass(slots=True)
class Line:
    """The segments of a line, and its form. Never changed once made; see `features.Features`."""

    segments: list[Segment]
    form: Form

    @property
    def looks(self) -> tuple[Features, ...]:
        return self.form.looks


def look_at(
    segments: list[Segment],
    title_at: int | None,
    author_known: bool,
    gazetteer: Gazetteer,
    known: Mapping[int, Label] = NOTHING_KNOWN,
    *,
    led: bool = False,
    title_quoted: bool = False,
    of_pages: bool = False,
) -> Line:
    texts, _, _, gaps, inner = zip(*segments, strict=True)
    looks = (opening_features(texts[0], gazetteer), *[features(text, gazetteer) for text in texts[1:]])
    kin, told = kin_of(texts, looks), tuple(known.items())
    return Line(segments, Form(looks, gaps, inner, title_at, author_known, led, told, title_quoted, of_pages, kin))


def date_follows(line: Form, i: int) -> bool:
    return i + 1 < len(line.looks) and line.looks[i + 1].date is not None


def imprint_ends_after(line: Form, i: int) -> bool:
    """A listed place with the date comes next, or the date, or it stands between place and date: as houses stand."""
    looks = line.looks
    if i + 1 >= len(looks) or line.inner[i]:
        return False
    if looks[i + 1].date is not None:
        return True
    return looks[i + 1].place >= A_PLACE and i + 2 < len(looks) and looks[i + 2].date is not None


def place_ends_line(line: Form, i: int) -> bool:
    """ "1954 The Mill Hands, by Sue Elm. Plain Road Shop, Leeds.": nothing but the place after what a stop parts."""
    return i + 2 == len(line.looks) and line.gaps[i:] == (".", ",")


def after_title(line: Form) -> int:
    """The first segment after the title; of an unmarked one, after its first words."""
    return 1 if line.title_at is None else line.title_at + 1


def is_author_named(line: Form, i: int) -> bool:
    """Somebody is named before segment i, after the title or above the line."""
    return line.author_known or any(is_named(look) for look in line.looks[after_title(line) : i])


def is_named(look: Features) -> bool:
    return look.role is not None or (look.names >= NAMED and look.publisher < AN_ACRONYM and look.place < A_PLACE)
