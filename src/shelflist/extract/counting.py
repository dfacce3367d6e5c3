"""How often each selector of a source file matches on one page: for a person who looks for the right one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from shelflist.errors import SelectorError
from shelflist.extract.css import select
from shelflist.extract.document import parse_html
from shelflist.sources.model import Selectors, Source

_SINGLE = ("content", "title", "published", "categories", "tags")
_LISTS = ("drop", "navigation", "caption")


@dataclass(frozen=True, slots=True)
class SelectorCount:
    """`expected` as in the file; "" where any number will do. `is_met`: it matches as often as it should."""

    name: str
    css: str
    found: int
    expected: str
    is_met: bool


def count_selectors(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> tuple[SelectorCount, ...]:
    """Of those that stand for many elements, such as match something or are not the usual ones.

    Raises ReadError for what is no HTML, SelectorError for what is no selector.
    """
    tree = parse_html(payload, headers, url)
    return (*_single(tree, source.selectors), *_several(tree, source.selectors))


def no_selector(selectors: Selectors) -> SelectorError | None:
    """The first of them that is none, whatever the page."""
    tree = LexborHTMLParser("<p>")
    try:
        for _ in (*_single(tree, selectors), *_several(tree, selectors)):
            pass
    except SelectorError as error:
        return error
    return None


def _single(tree: LexborHTMLParser, selectors: Selectors) -> Iterator[SelectorCount]:
    for name in _SINGLE:
        selector = getattr(selectors, name)
        found = _count(tree, name, selector.css)
        low, high = selector.bounds
        yield SelectorCount(name, selector.css, found, selector.count, found >= low and (high is None or found <= high))


def _several(tree: LexborHTMLParser, selectors: Selectors) -> Iterator[SelectorCount]:
    usual = Selectors()
    named = [(name, css) for name in _LISTS for css in getattr(selectors, name)]
    for name, css in (*named, *(("columns", one.css) for one in selectors.columns)):
        found = _count(tree, name, css)
        if found or css not in getattr(usual, name):
            yield SelectorCount(name, css, found, "", is_met=True)


def _count(tree: LexborHTMLParser, name: str, css: str) -> int:
    return len(select(tree.root, name, css)) if tree.root is not None else 0
