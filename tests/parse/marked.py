"""Reads the evaluation lines of ``data/*.txt``: lines with their fields marked in place (see ``data/README.md``)."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind, Link, Span
from shelflist.parse.line import Context

DATA = Path(__file__).parent / "data"
HALVES = {
    "development": ("development.txt", *(f"development{n}.txt" for n in (*range(2, 14), *range(15, 20)))),
    "heldout": ("heldout.txt", "heldout2.txt"),
}
"""The files of the two halves; one that is not there yet is passed over. ``heldout3.txt`` and those after it are in
neither."""

FIELDS = {
    "t": "title",
    "d": "other_title_information",
    "a": "authors",
    "c": "authors",
    "e": "editors",
    "r": "translators",
    "w": "introducers",
    "i": "illustrators",
    "p": "publisher",
    "l": "place_of_publication",
    "y": "date_edtf",
    "o": "original_date_edtf",
    "x": "page_count",
    "n": "notes",
    "u": "edition_statement",
    "s": "series_title",
    "k": "series_number",
    "v": "part_number",
    "q": "part_name",
    "h": "container_title",
    "b": "volume",
    "j": "issue",
    "z": "isbn",
}
_BODY = "c"
URL = "https://archive.test/scan.pdf"
PAGE = "https://archive.test/people"
Stretch = tuple[int, int]


@dataclass(frozen=True)
class Expected:
    """One line and what it should be read as.

    `fields` maps our column names to values, lists for names; `spans` says where in the text each stands, `[start,
    end)`. `bodies` are those of the authors that are marked as corporate bodies.
    """

    block: Block
    context: Context
    kind: LineKind
    fields: dict[str, list[str]] = field(default_factory=dict)
    spans: dict[str, list[Stretch]] = field(default_factory=dict)
    bodies: tuple[str, ...] = ()

    def words_of(self, *names: str) -> frozenset[str]:
        """The words, in small letters, that stand in the line under one of these fields' marks."""
        return words("\n".join(self.block.text[a:b] for name in names for a, b in self.spans.get(name, ())))

    def unmarked(self) -> str:
        """The text less everything that a mark covers."""
        text = self.block.text
        for start, end in (span for spans in self.spans.values() for span in spans):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text


def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


class _Reader:
    """Walks through one marked line, taking the marks out and noting what they enclose."""

    def __init__(self, marked: str) -> None:
        self.marked, self.text = marked, ""
        self.fields: dict[str, list[str]] = {}
        self.spans: dict[str, list[Stretch]] = {}
        self.bodies: list[str] = []
        self.markup: dict[str, list[Stretch]] = {"<": [], "_": []}
        self._open: list[tuple[str, str | None, int]] = []
        self._markup: dict[str, int] = {}

    def read(self) -> None:
        at = 0
        while at < len(self.marked):
            at += self._step(at)
        if self._open or self._markup:
            raise ValueError(f"a mark is not closed: {self.marked}")

    def _step(self, at: int) -> int:
        sign = self.marked[at]
        if sign == "{":
            return self._begin(at)
        if sign == "}":
            self._end()
        elif sign in "<>_":
            self._mark("<" if sign in "<>" else "_")
        else:
            self.text += sign
        return 1

    def _begin(self, at: int) -> int:
        code = self.marked[at + 1]
        if self.marked[at + 2] == ":":
            self._open.append((code, None, len(self.text)))
            return 3
        close = self.marked.index(":", at)
        self._open.append((code, self.marked[at + 3 : close], len(self.text)))
        return close - at + 1

    def _end(self) -> None:
        code, value, start = self._open.pop()
        value = value or self.text[start:]
        self.fields.setdefault(FIELDS[code], []).append(value)
        self.spans.setdefault(FIELDS[code], []).append((start, len(self.text)))
        if code == _BODY:
            self.bodies.append(value)

    def _mark(self, sign: str) -> None:
        if sign in self._markup:
            self.markup[sign].append((self._markup.pop(sign), len(self.text)))
        else:
            self._markup[sign] = len(self.text)


def block_of(text: str, links: list[Stretch], emphasis: list[Stretch]) -> Block:
    """A line whose links all lead to a document."""
    linked = tuple(Link(URL, URL, text[start:end], start, end) for start, end in links)
    return Block(BlockKind.LINE, text, links=linked, emphasis=tuple(Span(*span) for span in emphasis))


def files_of(name: str) -> tuple[str, ...]:
    """The data files of a half that are there; any other name is a file's own."""
    return tuple(file for file in HALVES[name] if (DATA / file).exists()) if name in HALVES else (name,)


def read_half(name: str) -> list[Expected]:
    return [line for file in files_of(name) for line in read_lines(file)]


def read_lines(name: str) -> tuple[Expected, ...]:
    """All lines of one data file, in order. Raises ValueError for a mark that is not closed."""
    return _read_file(DATA / name)


@cache
def _read_file(file: Path) -> tuple[Expected, ...]:
    """Read once for all the tests."""
    heading, inherited, lines = "", "", []
    for row in file.read_text(encoding="utf-8").splitlines():
        if row.startswith("@heading"):
            heading = row.removeprefix("@heading").strip()
        elif row.startswith("@inherited"):
            inherited = row.removeprefix("@inherited").strip()
        elif row and not row.startswith("#"):
            context = Context(heading_path=(heading,) if heading else (), inherited=inherited or None)
            lines.append(expected(row, context))
    return tuple(lines)


def _marked_in(text: str) -> Block:
    """A line that is no entry: what is linked there are other pages, as of a person or a museum, and no documents."""
    if "<" not in text:
        return Block(BlockKind.LINE, text)
    reader = _Reader(text)
    reader.read()
    block = block_of(reader.text, reader.markup["<"], [])
    return replace(block, links=tuple(replace(link, url_raw=PAGE, url=PAGE) for link in block.links))


def expected(row: str, context: Context) -> Expected:
    if row.startswith("!"):
        kind, _, text = row[1:].partition(" ")
        return Expected(_marked_in(text), context, LineKind(kind))
    reader = _Reader(row)
    reader.read()
    block = block_of(reader.text, reader.markup["<"], reader.markup["_"])
    return Expected(block, context, LineKind.ENTRY, reader.fields, reader.spans, tuple(reader.bodies))
