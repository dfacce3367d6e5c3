"""The words that several commands share, and how they are read."""

import getpass
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from shelflist.errors import UnknownSourceError, UsageError
from shelflist.settings import clean_directory, raw_directory
from shelflist.sources import is_source_id, load_source

SourceArgument = Annotated[str, Parameter(help="Name of a bundled source, or path to a TOML file.")]
DataOption = Annotated[
    Path | None, Parameter(name="--data", help="Data directory. Default: $SHELFLIST_DATA, else data.")
]
JsonOption = Annotated[
    bool, Parameter(name="--json", negative="", show_default=False, help="Print JSON instead of text.")
]
NowOption = Annotated[
    str | None, Parameter(name="--now", help="Fix the clock to this time: ISO 8601 in UTC, 2026-11-01T02:00:00Z.")
]
ReasonOption = Annotated[str, Parameter(name="--reason", help="Why; it is recorded in the ledger.")]


_YEARS = range(1000, 9000)
"""At the edges of what Python counts no time before or after could be told."""


def user() -> str:
    """Who decides: the login name, or the number of a user who has none (in a container)."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def instant(text: str, option: str) -> datetime:
    """A point of time with its zone, in UTC. Raises UsageError."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise UsageError(f"{option}: found {text!r}, expected ISO 8601 with Z, such as 2026-11-01T02:00:00Z")
    if at.year not in _YEARS:
        raise UsageError(f"{option}: found {text!r}, expected a year from {_YEARS.start} to {_YEARS.stop - 1}")
    return at.astimezone(UTC)


def now_or_none(now: str | None) -> datetime | None:
    """`--now`, where it is given; None is the clock's time. Raises UsageError."""
    return instant(now, "--now") if now is not None else None


def date_or_instant(text: str, option: str) -> datetime:
    """A date (its first moment, UTC) or a point of time. Raises UsageError."""
    is_date = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
    try:
        return instant(f"{text}T00:00:00Z" if is_date else text, option)
    except UsageError as error:
        raise UsageError(f"{option}: found {text!r}, expected a date or a time, such as 2026-11-01") from error


def known_source_id(source: str, data: Path) -> str:
    """The id that names the folders of a source; what was harvested needs no source file to be looked at.

    Raises UnknownSourceError, SourceFileError.
    """
    if is_source_id(source) and _is_harvested(source, data):
        return source
    try:
        return load_source(source).source.name
    except UnknownSourceError as error:
        harvested = ", ".join(harvested_sources(data))
        raise UnknownSourceError(f"{error}; harvested in {data}: {harvested}" if harvested else str(error)) from error


def harvested_sources(data: Path) -> list[str]:
    """Ids of all sources that have captures or tables in the data directory."""
    folders = [*data.glob("raw/*/"), *data.glob("clean/*/")]
    return sorted({folder.name for folder in folders if not folder.name.startswith(".")})


def _is_harvested(source_id: str, data: Path) -> bool:
    return clean_directory(data, source_id).is_dir() or raw_directory(data, source_id).is_dir()
