"""Read a source file, and say exactly what is wrong with it: file, line, key, found, expected."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from shelflist.errors import SourceFileError, UnknownSourceError
from shelflist.sources.model import Source


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """A source and the file it came from; `sha256` is over the file's bytes."""

    source: Source
    path: str
    text: str
    sha256: str


def bundled_names() -> list[str]:
    """Names of the sources that ship with Shelflist."""
    folder = resources.files("shelflist.sources")
    return sorted(item.name[:-5] for item in folder.iterdir() if item.name.endswith(".toml"))


def load_source(name_or_path: str | Path) -> LoadedSource:
    """A bundled source by name, or any by the path of its file.

    Raises UnknownSourceError, SourceFileError.
    """
    text = str(name_or_path)
    if text in bundled_names():
        file = resources.files("shelflist.sources") / f"{text}.toml"
        return parse_source(file.read_text(encoding="utf-8"), f"{text}.toml")
    path = Path(text)
    if not path.is_file():
        known = ", ".join(bundled_names())
        raise UnknownSourceError(f"{text}: no such source; expected a file, or one of {known}")
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceFileError(path, f"cannot be read as UTF-8 text: {error}") from error
    return parse_source(content, str(path))


def parse_source(text: str, path: str) -> LoadedSource:
    """Validate the text of a source file. Raises SourceFileError for the first fault in the file."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = int(at.group(1)) if at else None
        raise SourceFileError(path, f"not valid TOML: {error}", line=line) from error
    try:
        source = Source.model_validate(data)
    except ValidationError as error:
        faults = [_fault(path, text, detail) for detail in error.errors(include_url=False)]
        raise min(faults, key=lambda fault: fault.line or 0) from error
    return LoadedSource(source, path, text, hashlib.sha256(text.encode()).hexdigest())


def _fault(path: str, text: str, detail: ErrorDetails) -> SourceFileError:
    keys = [str(part) for part in detail["loc"]]
    named = [part for part in keys if not part.isdigit()]
    line = _line_of(text, named)
    found = detail["input"]
    if detail["type"] == "extra_forbidden":
        message = f"unknown key, found {found!r}, expected one of {_expected_keys(named[:-1])}"
    elif detail["type"] == "missing":
        message = "missing, expected a value"
    elif isinstance(found, dict):
        message = detail["msg"].removeprefix("Value error, ")
    else:
        message = f"found {found!r}, expected: {detail['msg'].removeprefix('Value error, ')}"
    return SourceFileError(path, message, line=line, key=".".join(keys) or None)


def _expected_keys(tables: list[str]) -> str:
    model = Source
    for table in tables:
        model = model.model_fields[table].annotation  # type: ignore[assignment]
    return ", ".join(model.model_fields)


def _line_of(text: str, keys: list[str]) -> int | None:
    """The line that gives `keys` in the text, else that of the nearest table around it."""
    table: list[str] = []
    best, depth = None, 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([\w.\-\s\"]+?)\s*\]+\s*(#.*)?$", line):
            table = [part.strip(' "') for part in header.group(1).split(".")]
            here = table
        elif assignment := re.match(r"\s*([\w.\-\"]+)\s*=", line):
            here = table + [part.strip(' "') for part in assignment.group(1).split(".")]
        else:
            continue
        common = 0
        while common < min(len(here), len(keys)) and here[common] == keys[common]:
            common += 1
        if common > depth:
            best, depth = number, common
    return best
