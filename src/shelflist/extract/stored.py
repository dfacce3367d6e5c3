"""What one capture was read as, in the form in which it is kept until it is folded.

The worker writes it out itself: bytes go from process to process at little cost, records one by one at much.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from shelflist.extract.page import read_html, read_rest
from shelflist.models.page import Page
from shelflist.sources.model import Source


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page, or why the capture could not be read as one."""

    page: Page | None = None
    error: str | None = None


@cache
def _adapter() -> TypeAdapter[StoredPage]:
    return TypeAdapter(StoredPage)


def to_json(stored: StoredPage) -> bytes:
    return _adapter().dump_json(stored)


def from_json(written: bytes) -> StoredPage:
    return _adapter().validate_json(written)


def read_page_answer(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Page:
    """A REST answer is JSON, any other HTML. Raises ReadError."""
    read = read_rest if "json" in headers.get("content-type", "") else read_html
    return read(payload, headers, url, source)


def read_to_json(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> bytes:
    """As `read_page_answer`, written out as a `StoredPage`. Raises ReadError."""
    return to_json(StoredPage(page=read_page_answer(payload, headers, url, source)))
