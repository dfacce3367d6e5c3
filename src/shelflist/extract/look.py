"""One answer looked at as a whole: the page in it, or why there is none, and the signs of what it is instead."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from shelflist.errors import ReadError, SelectorError
from shelflist.extract.document import parse_html
from shelflist.extract.offers import offers_of
from shelflist.extract.page import read_rest, read_tree
from shelflist.extract.signs import signs_of
from shelflist.models.signs import Drift, Look
from shelflist.sources.model import Source

__all__ = ["look_around", "look_at", "look_at_rest"]


def look_at(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Look:
    """An HTML answer that should be a page. Raises nothing but what is not foreseen."""
    try:
        tree = parse_html(payload, headers, url)
    except ReadError as error:
        return Look(error=str(error))
    read = _read(tree, headers, url, source)
    return replace(read, signs=signs_of(payload, headers, tree, url, read.page))


def look_at_rest(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Look:
    """An answer of the REST interface that should be a post. HTML in its place has signs of its own."""
    try:
        return Look(page=read_rest(payload, headers, url, source))
    except ReadError as error:
        return Look(error=str(error), signs=look_around(payload, headers, url).signs)


def look_around(payload: bytes, headers: Mapping[str, str], url: str) -> Look:
    """An answer that is no page by its status: the signs alone."""
    try:
        tree = parse_html(payload, headers, url)
    except ReadError as error:
        return Look(error=str(error))
    return Look(signs=signs_of(payload, headers, tree, url))


def _read(tree: LexborHTMLParser, headers: Mapping[str, str], url: str, source: Source) -> Look:
    try:
        return Look(page=read_tree(tree, headers, url, source))
    except SelectorError as error:
        offers = offers_of(tree)
        drift = Drift(name=error.name, css=error.css, found=error.found, expected=error.expected, offers=offers)
        return Look(error=str(error) + in_words(offers), drift=drift)
    except ReadError as error:
        return Look(error=str(error))


def in_words(offers: Sequence[tuple[str, int]]) -> str:
    return f"; there is {', '.join(f'{css} with {lines} lines' for css, lines in offers)}" if offers else ""
