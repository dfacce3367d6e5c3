"""Reads the evaluation lines of ``data/*.txt``: lines with their fields marked in place (see ``data/README.md``)."""

from dataclasses import dataclass, field
from pathlib import Path

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind, Link, Span
from shelflist.parse import Context

DATA = Path(__file__).parent / "data"

FIELDS = {
    "t": "title",
    "d": "other_title_information",
    "a": "authors",
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
}


@dataclass(frozen=True)
class Expected:
    """One line and what it should be read as; `fields` maps our column names to values, lists for names."""

    block: Block
    context: Context
    kind: LineKind
    fields: dict[str, list[str]] = field(default_factory=dict)


class _Reader:
    """Walks through one marked line, taking the marks out and noting what they enclose."""

    def __init__(self, marked: str) -> None:
        self.marked, self.text = marked, ""
        self.fields: dict[str, list[str]] = {}
        self.spans: dict[str, list[tuple[int, int]]] = {"<": [], "_": []}
        self._open: list[tuple[str, str | None, int]] = []
        self._marks: dict[str, int] = {}

    def read(self) -> None:
        at = 0
        while at < len(self.marked):
            at += self._step(at)

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
        self.fields.setdefault(FIELDS[code], []).append(value or self.text[start:])

    def _mark(self, sign: str) -> None:
        if sign in self._marks:
            self.spans[sign].append((self._marks.pop(sign), len(self.text)))
        else:
            self._marks[sign] = len(self.text)


def _block(reader: _Reader) -> Block:
    url = "https://archive.test/scan.pdf"
    links = tuple(Link(url, url, reader.text[start:end], start, end) for start, end in reader.spans["<"])
    return Block(BlockKind.LINE, reader.text, links=links, emphasis=tuple(Span(*span) for span in reader.spans["_"]))


def read_lines(name: str) -> list[Expected]:
    """All lines of one data file, in order."""
    heading, inherited, lines = "", "", []
    for row in (DATA / name).read_text(encoding="utf-8").splitlines():
        if row.startswith("@heading"):
            heading = row.removeprefix("@heading").strip()
        elif row.startswith("@inherited"):
            inherited = row.removeprefix("@inherited").strip()
        elif row and not row.startswith("#"):
            context = Context(heading_path=(heading,) if heading else (), inherited=inherited or None)
            lines.append(_expected(row, context))
    return lines


def _expected(row: str, context: Context) -> Expected:
    if row.startswith("!"):
        kind, _, text = row[1:].partition(" ")
        return Expected(Block(BlockKind.LINE, text), context, LineKind(kind))
    reader = _Reader(row)
    reader.read()
    return Expected(_block(reader), context, LineKind.ENTRY, reader.fields)
