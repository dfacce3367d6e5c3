"""`shelflist parse`: JSON lines in, JSON lines out, one answer to each line and in their order."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO

from cyclopts import Parameter

from shelflist.errors import UsageError
from shelflist.parse.records import parse_record
from shelflist.sources import load_source

LONGEST_LINE = 1_000_000
"""Bytes of one input line; a longer one is answered with an error and never held in memory."""


FileArgument = Annotated[
    Path | None, Parameter(help="JSON lines; - or nothing: standard input.", allow_leading_hyphen=True)
]


SourceOption = Annotated[
    str | None, Parameter(help="Read by the [lookups] and the [manner] of this source: a bundled name, or a TOML file.")
]


def parse(file: FileArgument = None, /, *, source: SourceOption = None) -> int:
    """Exit code 1 when a line was no JSON object with `html` or `text`. Raises SourceFileError, UnknownSourceError."""
    read = _reader(source)
    faults = 0
    with _opened(file) as stream:
        for line in _lines(stream):
            answer = read(line) if line is not None else _fault(f"a line is longer than {LONGEST_LINE} bytes")
            faults += answer.startswith('{"error":')
            sys.stdout.write(answer + "\n")
            sys.stdout.flush()  # whoever waits for this answer gets it before the next question
    return 1 if faults else 0


def _reader(source: str | None) -> Callable[[str], str]:
    if source is None:
        return parse_record
    rules = load_source(source).source
    return partial(parse_record, lookups=rules.lookups, manner_of=rules.manner.of)


def _opened(file: Path | None) -> "nullcontext[BinaryIO] | BinaryIO":
    if file is None or str(file) == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return file.open("rb")
    except OSError as error:
        raise UsageError(f"{file}: cannot be opened: {error.strerror}") from error


def _lines(stream: BinaryIO) -> Iterator[str | None]:
    """The lines without their ends; None for one that is too long."""
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            _skip_rest_of_line(stream)
            yield None
        else:
            # some editors begin a file with a byte order mark
            yield line.decode("utf-8", errors="replace").removeprefix("\ufeff").rstrip("\r\n")


def _skip_rest_of_line(stream: BinaryIO) -> None:
    while piece := stream.readline(LONGEST_LINE):
        if piece.endswith(b"\n"):
            return


def _fault(message: str) -> str:
    return json.dumps({"error": message})
