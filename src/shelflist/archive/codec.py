"""One line of the ledger as text, and back: ``{"entry":{...},"kind":"capture","seq":17}``.

Compact JSON with sorted keys, so that equal entries are equal bytes. Times are ISO 8601 in UTC with ``Z``. Reading is
strict: an unknown key, a wrong type or a time without a zone is an error, because nothing else may write the ledger.
"""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from shelflist.models.checked import CheckBegun, CheckEnded, LinkChecked
from shelflist.models.redacted import Redaction
from shelflist.models.web import Capture, Decision, Epoch, Failure, LedgerEntry, RunBegun, RunEnded

MAX_LINE = 1_048_576
"""Longest line in bytes; an entry has a few hundred."""

KINDS: dict[type, str] = {
    RunBegun: "run_begun",
    Capture: "capture",
    Failure: "attempt_failed",
    RunEnded: "run_ended",
    Decision: "decision",
    Epoch: "epoch",
    CheckBegun: "check_begun",
    LinkChecked: "link_checked",
    CheckEnded: "check_ended",
    Redaction: "redaction",
}

_TIMES = {kind: tuple(field.name for field in fields(kind) if field.type is datetime) for kind in KINDS}

_Kind = TypeVar("_Kind")
_Entry = TypeVar("_Entry")


class _Line(BaseModel, Generic[_Kind, _Entry]):
    """The entry is nested, not spread, because a decision has a `kind` of its own."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)  # holds for the dataclasses inside as well
    seq: Annotated[int, Field(ge=1)]
    kind: _Kind
    entry: _Entry


_AnyLine = Annotated[
    _Line[Literal["run_begun"], RunBegun]
    | _Line[Literal["capture"], Capture]
    | _Line[Literal["attempt_failed"], Failure]
    | _Line[Literal["run_ended"], RunEnded]
    | _Line[Literal["decision"], Decision]
    | _Line[Literal["epoch"], Epoch]
    | _Line[Literal["check_begun"], CheckBegun]
    | _Line[Literal["link_checked"], LinkChecked]
    | _Line[Literal["check_ended"], CheckEnded]
    | _Line[Literal["redaction"], Redaction],
    Field(discriminator="kind"),
]
_reader = TypeAdapter[_Line[Any, Any]](_AnyLine)
_writer = TypeAdapter[LedgerEntry](LedgerEntry)


def utc_text(moment: datetime) -> str:
    """``2026-11-23T18:59:00Z``, with microseconds where there are any. Raises ValueError for a time without a zone."""
    return in_utc(moment).isoformat().replace("+00:00", "Z")


def in_utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"found {moment.isoformat()} without a time zone, expected one")
    return moment.astimezone(UTC)


def encode_line(seq: int, entry: LedgerEntry) -> bytes:
    """The line with its line feed. Characters that are no Unicode (lone surrogates) become "?".

    Raises ValueError if the entry has a time without a zone, a number that is not finite, or is longer than MAX_LINE.
    """
    data = _writer.dump_python(_times_in_utc(entry), mode="json")
    line = {"entry": data, "kind": KINDS[type(entry)], "seq": seq}
    text = json.dumps(line, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    encoded = text.encode("utf-8", "replace") + b"\n"
    if len(encoded) > MAX_LINE:
        raise ValueError(f"a ledger entry has {len(encoded)} bytes, expected at most {MAX_LINE}")
    return encoded


def decode_line(line: bytes) -> tuple[int, LedgerEntry]:
    """Sequence number and entry. Raises ValueError that says what was found and expected."""
    try:
        read = _reader.validate_json(line)
    except ValidationError as error:
        raise ValueError(_told(error)) from error
    return read.seq, _times_in_utc(read.entry)


def _times_in_utc(entry: LedgerEntry) -> LedgerEntry:
    times: dict[str, Any] = {name: in_utc(getattr(entry, name)) for name in _TIMES[type(entry)]}
    return replace(entry, **times) if times else entry


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "line"
    found = repr(first["input"])
    expected = first["msg"].replace("Invalid JSON: ", "JSON; ")
    return f"{place}: found {found if len(found) <= 80 else found[:77] + '...'}, expected: {expected}"
