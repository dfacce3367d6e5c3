"""`shelflist export`: the entries in formats that other programs read, to a file or a pipe."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter, validators

from shelflist.archive.durable import whole_file
from shelflist.cli.options import DataOption, SourceArgument, known_source_id
from shelflist.cli.screen import Screen
from shelflist.errors import UsageError
from shelflist.exchange.formats import Format, exported
from shelflist.exchange.records import Selection, select
from shelflist.pipeline.in_words import counted
from shelflist.settings import data_directory


def export(
    source: SourceArgument,
    /,
    *,
    format: Annotated[Format, Parameter(help="What to write.")],
    out: Annotated[Path | None, Parameter(help="Write this file, in the place of one that is there.")] = None,
    as_of: Annotated[
        str | None, Parameter(help="As it stood at the end of this date (UTC), or at this time. Default: the latest.")
    ] = None,
    min_confidence: Annotated[
        float,
        Parameter(help="Only entries read with this confidence or more.", validator=validators.Number(gte=0, lte=1)),
    ] = 0.0,
    data: DataOption = None,
) -> int:
    """Exit code 0. Raises SnapshotError when nothing has been published by then, UsageError for what is no file."""
    file = _file(out)
    folder = data_directory(data)
    name = known_source_id(source, folder)
    found = select(name, folder, as_of=as_of, least=min_confidence)
    pieces = exported(found, format)
    if file is None:
        _print(pieces)
    else:
        with whole_file(file) as opened:
            opened.writelines(piece.encode() for piece in pieces)
    Screen(stderr=True).line(f"{name}: {_told(found)}")
    return 0


def _file(out: Path | None) -> Path | None:
    """What a link leads to, so that the link stays. A device or a pipe cannot be replaced by a whole file."""
    if out is None:
        return None
    file = out.resolve()
    if file.exists() and not file.is_file():
        raise UsageError(f"{out}: found no regular file; without --out it goes to standard output")
    if not file.parent.is_dir():
        raise UsageError(f"{out}: found no folder {out.parent}")
    return file


def _print(pieces: Iterable[str]) -> None:
    """These formats are UTF-8, whatever the character set of the machine."""
    screen = Screen()
    for piece in pieces:
        screen.piece(piece)
    screen.stream.flush()


def _told(found: Selection) -> str:
    reasons = ((found.not_there, "not there now"), (found.too_doubtful, "too doubtful"))
    left_out = ", ".join(f"{number} {why}" for number, why in reasons if number)
    left = f"; left out: {left_out}" if left_out else ""
    return f"{counted(found.entries.height, 'entry')} of {found.version}{left}"
