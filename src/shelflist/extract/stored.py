"""What one capture was read as, in the form in which it is kept until it is folded.

The worker writes it out itself: bytes go from process to process at little cost, records one by one at much.
"""

from collections.abc import Mapping
from functools import cache

from pydantic import TypeAdapter

from shelflist.extract.look import look_around, look_at, look_at_rest
from shelflist.extract.page import read_html, read_rest
from shelflist.models.page import Page
from shelflist.models.signs import Look
from shelflist.sources.model import Source


@cache
def _adapter() -> TypeAdapter[Look]:
    return TypeAdapter(Look)


def to_json(look: Look) -> bytes:
    return _adapter().dump_json(look)


def from_json(written: bytes) -> Look:
    return _adapter().validate_json(written)


def read_page_answer(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Page:
    """A REST answer is JSON, any other HTML. Raises ReadError."""
    read = read_rest if "json" in headers.get("content-type", "") else read_html
    return read(payload, headers, url, source)


def look_to_json(payload: bytes, headers: Mapping[str, str], url: str, source: Source, *, is_rest: bool) -> bytes:
    """An answer with content, looked at. `is_rest`: what was asked for is JSON, whatever came."""
    look = look_at_rest if is_rest else look_at
    return to_json(look(payload, headers, url, source))


def look_around_to_json(payload: bytes, headers: Mapping[str, str], url: str) -> bytes:
    """An answer that is an error by its status, looked at."""
    return to_json(look_around(payload, headers, url))
