"""Where commands write. On a terminal: colour and tables that fit. In a pipe: plain text, one row to a line, uncut.

All text passes through `shelflist.cli.text` here, so that no command can forget it.
"""

import sys
from collections.abc import Sequence
from functools import cached_property

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from shelflist.cli.text import as_json, visible, visible_document

Part = str | tuple[str, str]  # words, or words and their style

STYLES = {
    "success": "bold green",
    "unchanged": "green",
    "partial": "bold yellow",
    "held": "bold yellow",
    "failed": "bold red",
    "added": "green",
    "resumed": "green",
    "reappeared": "green",
    "observed_again": "green",
    "changed": "cyan",
    "moved": "blue",
    "relinked": "magenta",
    "missing": "yellow",
    "unobserved": "yellow",
    "removed": "red",
    "entry": "green",
    "heading": "bold",
}
"""Colours of words that say what happened; a cell is coloured when it is exactly such a word."""


class Screen:
    """Standard output, for a person or a pipe; `stderr=True` for what is not the answer itself."""

    def __init__(self, *, stderr: bool = False) -> None:
        self.stream = sys.stderr if stderr else sys.stdout
        self.is_terminal = self.stream.isatty()

    @cached_property
    def _console(self) -> Console:
        # Page text is no markup; NO_COLOR is honoured by rich.
        return Console(file=self.stream, markup=False, emoji=False, highlight=False, force_terminal=self.is_terminal)

    def line(self, *parts: Part) -> None:
        """One line, wrapped by the terminal itself; a part that is a known word gets its colour."""
        pairs = [part if isinstance(part, tuple) else (part, STYLES.get(part, "")) for part in parts]
        if self.is_terminal:
            self._console.print(Text.assemble(*((visible(words), style) for words, style in pairs)), soft_wrap=True)
        else:
            self.stream.write("".join(visible(words) for words, _ in pairs) + "\n")

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Rows under a header. In a pipe the columns are padded, but nothing is cut or wrapped."""
        clean = [[visible(cell) for cell in row] for row in rows]
        if self.is_terminal:
            self._console.print(_rich_table(header, clean))
        else:
            self.stream.writelines(_plain_lines(header, clean))

    def json(self, value: object) -> None:
        self.stream.write(as_json(value) + "\n")

    def source_file(self, text: str) -> None:
        """A source file; on a terminal its comments stand back and its tables out."""
        for line in text.splitlines():
            style = "dim" if line.startswith("#") else "bold" if line.startswith("[") else ""
            self.line((line, style))

    def document(self, text: str, *, exact: bool = False) -> None:
        """A text of several lines. `exact`: a file format, to be left as it is unless a person looks at it."""
        self.stream.write(text if exact and not self.is_terminal else visible_document(text))
        if not text.endswith("\n"):
            self.stream.write("\n")

    def piece(self, text: str) -> None:
        """A part of a file format, in UTF-8 and byte by byte as it is, unless a person looks at it."""
        if self.is_terminal:
            self.stream.write(visible_document(text))
        else:
            self.stream.buffer.write(text.encode())


def _rich_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell, style=STYLES.get(cell, "")) for cell in row))
    return table


def _plain_lines(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    every = [list(header), *map(list, rows)]
    widths = [max(cell_len(row[column]) for row in every) for column in range(len(header))]
    return [
        "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in every
    ]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - cell_len(cell))
