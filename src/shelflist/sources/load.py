"""Read a source file, and say exactly what is wrong with it: file, line, key, found, expected."""

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from shelflist.errors import SourceFileError, UnknownSourceError
from shelflist.sources.model import Source

MAX_BYTES = 1_000_000
"""Longest source file; the bundled ones have two thousand."""

BYTE_ORDER_MARK = "\ufeff"
_EXPECTED = "expected a source file"


@dataclass(frozen=True, slots=True)
class LoadedSource:
    """A source and the file it came from; `sha256` is over the file's bytes."""

    source: Source
    path: str
    text: str
    sha256: str
    is_bundled: bool = False  # it ships with Shelflist, and was named so


def bundled_names() -> list[str]:
    """Names of the sources that ship with Shelflist."""
    folder = resources.files("shelflist.sources")
    return sorted(item.name[:-5] for item in folder.iterdir() if item.name.endswith(".toml"))


def is_source_id(source: str) -> bool:
    """Whether it could be the name of a source, as opposed to a path."""
    return re.fullmatch(r"[a-z0-9][a-z0-9_-]*", source) is not None


def load_source(name_or_path: str | Path) -> LoadedSource:
    """A bundled source by name, or any by the path of its file.

    Raises UnknownSourceError, SourceFileError.
    """
    text = str(name_or_path)
    if text in bundled_names():
        file = resources.files("shelflist.sources") / f"{text}.toml"
        return replace(parse_source(file.read_bytes().decode("utf-8"), f"{text}.toml"), is_bundled=True)
    return parse_source(_read(Path(text)), text)


def _read(path: Path) -> str:
    """The text of a file, byte for byte: its digest names the rules that a run used."""
    try:
        if not path.exists():
            raise _unknown(str(path))
        if not path.is_file():
            raise SourceFileError(path, f"found {'a folder' if path.is_dir() else 'no regular file'}, {_EXPECTED}")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise SourceFileError(path, f"longer than {MAX_BYTES} bytes, {_EXPECTED}")
        return content.decode("utf-8")
    except OSError as error:
        raise SourceFileError(path, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SourceFileError(path, f"cannot be read as UTF-8 text: {error}") from error


def _unknown(name: str) -> UnknownSourceError:
    known = ", ".join(bundled_names())
    return UnknownSourceError(f"{name}: no such source; expected a file, or one of {known}")


def parse_source(text: str, path: str) -> LoadedSource:
    """Validate the text of a source file. Raises SourceFileError for the first fault in the file."""
    try:
        data = tomllib.loads(text.removeprefix(BYTE_ORDER_MARK))
    except tomllib.TOMLDecodeError as error:
        raise SourceFileError(path, f"not valid TOML: {error}", line=_line_named(error, text)) from error
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond what Python reads
        raise SourceFileError(path, f"not readable as TOML: {error}") from error
    try:
        source = Source.model_validate(data)
    except ValidationError as error:
        faults = [_fault(path, text, detail) for detail in error.errors(include_url=False)]
        raise min(faults, key=lambda fault: fault.line or MAX_BYTES) from error  # what is missing may be misspelt below
    return LoadedSource(source, path, text, hashlib.sha256(text.encode()).hexdigest())


def fault_at(loaded: LoadedSource, keys: Sequence[str], message: str) -> SourceFileError:
    """What later stages find wrong with a value that is sound in form."""
    return SourceFileError(loaded.path, message, line=_line_of(loaded.text, list(keys)), key=".".join(keys))


def _line_named(error: tomllib.TOMLDecodeError, text: str) -> int:
    """The line that tomllib names; it names none when the file ends too early."""
    at = re.search(r"\(at line (\d+)", str(error))
    return int(at.group(1)) if at else max(1, text.rstrip("\n").count("\n") + 1)


def _fault(path: str, text: str, detail: ErrorDetails) -> SourceFileError:
    keys = [str(part) for part in detail["loc"]]
    if not keys:  # a rule that ties other keys to where the home page is
        keys = ["home"]
    named = [part for part in keys if not part.isdigit()]
    return SourceFileError(path, _message(detail, named), line=_line_of(text, keys), key=".".join(keys))


def _message(detail: ErrorDetails, keys: list[str]) -> str:
    """What was found and what was expected, from pydantic's account of the fault."""
    found, kind = _shortened(detail["input"]), detail["type"]
    said = detail["msg"].removeprefix("Value error, ")
    if kind == "extra_forbidden":
        return f"unknown key, found {found}, expected one of {_expected_keys(keys[:-1])}"
    if kind == "missing":
        return "missing, expected a value"
    if kind in ("model_type", "model_attributes_type"):
        return f"found {found}, expected a table"
    if kind == "string_pattern_mismatch":
        return f"found {found}, expected a match of {detail['ctx']['pattern']}"
    if said.startswith("Input should be "):
        return f"found {found}, expected {said.removeprefix('Input should be ')}"
    return said if isinstance(detail["input"], dict) else f"found {found}: {said}"


def _shortened(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:76]} ..."


def _expected_keys(tables: list[str]) -> str:
    model: type[BaseModel] = Source
    for table in tables:
        model = _model_in(model.model_fields[table].annotation)
    return ", ".join(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel]:
    """The model that a field holds, or holds several of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(_model_in(inner) for inner in get_args(annotation) if inner not in (..., type(None)))


def _line_of(text: str, keys: list[str]) -> int | None:
    """The line that gives `keys` in the text, else that of the nearest table around it.

    Of tables in double brackets the n-th counts: their keys have a number.
    """
    table: list[str] = []
    repeated: Counter[str] = Counter()
    best, depth = None, 0
    for number, line in enumerate(text.removeprefix(BYTE_ORDER_MARK).split("\n"), 1):
        if header := re.match(r"\s*\[\[?([^\[\]]+)\]\]?\s*(#.*)?$", line):
            table = [part.strip(' \t"') for part in header.group(1).split(".")]
            if line.lstrip().startswith("[["):
                table.append(str(repeated[header.group(1)]))
                repeated[header.group(1)] += 1
            elif count := repeated[table[0]]:  # a table within the last one in double brackets
                table.insert(1, str(count - 1))
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
