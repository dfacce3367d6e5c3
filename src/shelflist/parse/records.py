"""One JSON object in, one out: the contract of `shelflist parse` (docs/interfaces).

In: `html` or `text`, and optionally `id`, `heading`, `inherited` and `page`, an address. Out: the same `id`, the
`kind`, and for an entry the columns of `entries` that come from reading, and its contributors. What cannot be read is
answered with an error.
"""

import json
from collections.abc import Callable
from dataclasses import fields
from math import isfinite
from typing import Any

from shelflist.errors import ReadError
from shelflist.extract.fragment import read_fragment
from shelflist.models.citation import Citation, Contributor, Reading
from shelflist.models.page import BlockKind
from shelflist.parse.context.manner import UNSAID, Manner
from shelflist.parse.line import Context, block_of_text, read_alone
from shelflist.parse.vocabulary.lookups import USUAL, Oddities

_COLUMNS = tuple(field.name for field in fields(Citation) if field.name != "contributors")
_OF_CONTRIBUTOR = ("name_raw", "role", "name_type", "family", "given")


MannerOf = Callable[[str], Manner]
"""What is said of the page at an address; "" is a page of which nothing is known."""


class _Faulty(ValueError):
    """The line asks for nothing that can be read; the message is for a person."""


def parse_record(line: str, lookups: Oddities = USUAL, manner_of: MannerOf = lambda page: UNSAID) -> str:
    """The answer to one line of JSON, itself one line of JSON. Never raises.

    `lookups` and `manner_of` are what a source file says, the latter of the page at an address.
    """
    identity: object = None
    try:
        record = _record(line)
        identity = record.get("id")
        answer = _answer(record, lookups, manner_of)
    except (_Faulty, ReadError) as fault:
        answer = {"error": str(fault)}
    if identity is not None or "error" not in answer:
        answer = {**answer, "id": identity} if "error" in answer else {"id": identity, **answer}
    return json.dumps(answer, ensure_ascii=True, allow_nan=False)


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except _Faulty:
        raise
    except (ValueError, RecursionError) as fault:
        raise _Faulty(f"not a JSON object: {fault}") from fault
    if not isinstance(record, dict):
        raise _Faulty(f"not a JSON object: {type(record).__name__}")
    if isinstance(record.get("id"), dict | list):
        raise _Faulty("id: expected a string or a number")
    return record


def _no_number(name: str) -> float:
    raise _Faulty(f"not a JSON object: found {name}, expected a number as JSON has them")


def _finite(digits: str) -> float:
    """What is too large for a number would come back as Infinity."""
    number = float(digits)
    return number if isfinite(number) else _no_number(digits if len(digits) <= 20 else f"{digits[:20]}…")


def _text_of(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value
    raise _Faulty(f"{name}: expected a string, found {type(value).__name__}")


def _answer(record: dict[str, Any], lookups: Oddities, manner_of: MannerOf) -> dict[str, Any]:
    html, text = _text_of(record, "html"), _text_of(record, "text")
    heading, inherited = _text_of(record, "heading"), _text_of(record, "inherited")
    if html is None and text is None:
        raise _Faulty('expected "html" or "text"')
    block = read_fragment(html) if html is not None else block_of_text(text or "")
    if block.kind is not BlockKind.LINE:
        return {"kind": block.kind.value}
    above, manner = (heading,) if heading else (), manner_of(_text_of(record, "page") or "")
    reading = read_alone(block, Context(above, lookups=lookups, inherited=inherited, manner=manner))
    return {"kind": reading.kind.value, **_columns(reading)}


def _columns(reading: Reading) -> dict[str, Any]:
    citation = reading.citation
    if citation is None:
        return {}
    columns = {name: getattr(citation, name) for name in _COLUMNS}
    return {**columns, "contributors": [_contributor(person) for person in citation.contributors]}


def _contributor(person: Contributor) -> dict[str, str | None]:
    return {name: getattr(person, name) for name in _OF_CONTRIBUTOR}
