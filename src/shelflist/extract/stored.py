"""What one capture was read as, in the form in which it is kept: JSON, deflated to a fifth.

The worker writes it out itself: bytes go from process to process at little cost, records one by one at much.
"""

import pickle
import zlib
from collections.abc import Mapping
from functools import cache, lru_cache

from pydantic import TypeAdapter, ValidationError

from shelflist.errors import ReadError
from shelflist.extract.look import look_around, look_at, look_at_rest
from shelflist.extract.page import read_html, read_rest
from shelflist.models.page import Page
from shelflist.models.signs import Look
from shelflist.sources.model import Source


@cache
def _adapter() -> TypeAdapter[Look]:
    return TypeAdapter(Look)


def pack(look: Look) -> bytes:
    return zlib.compress(_adapter().dump_json(look), level=1)


def unpack(written: bytes) -> Look:
    """Raises ReadError if this is not what `pack` wrote."""
    try:
        return _adapter().validate_json(zlib.decompress(written))
    except (zlib.error, ValidationError) as error:
        raise ReadError(f"found {len(written)} bytes that are no packed look: {error}") from error


def read_page_answer(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Page:
    """A REST answer is JSON, any other HTML. Raises ReadError."""
    read = read_rest if "json" in headers.get("content-type", "") else read_html
    return read(payload, headers, url, source)


def look_packed(payload: bytes, headers: Mapping[str, str], url: str, rules: bytes, *, is_rest: bool) -> bytes:
    """An answer with content, looked at by `rules`, a pickled Source: the same for many pages, and unpickled once.

    `is_rest`: what was asked for is JSON, whatever came.
    """
    look = look_at_rest if is_rest else look_at
    return pack(look(payload, headers, url, _source(rules)))


@lru_cache(maxsize=4)
def _source(rules: bytes) -> Source:
    """From our own parent process, as every job is."""
    source: Source = pickle.loads(rules)
    return source


def look_around_packed(payload: bytes, headers: Mapping[str, str], url: str) -> bytes:
    """An answer that is an error by its status, looked at."""
    return pack(look_around(payload, headers, url))
