"""Asking a document by CSS, with one engine for all documents where lexbor makes another for each.

It keeps nothing of a question, but answers one at a time: each thread has its own.
"""

import threading

from selectolax.lexbor import LexborCSSSelector, LexborNode, SelectolaxError

from shelflist.errors import SelectorError


class _Engines(threading.local):
    def __init__(self) -> None:
        self.own = LexborCSSSelector()  # type: ignore[no-untyped-call]


_ENGINES = _Engines()


def select(root: LexborNode, name: str, css: str) -> list[LexborNode]:
    """Elements that match `css`, each once, in document order; lexbor gives one twice that two parts match.

    Raises SelectorError, which names the selector, when `css` is none that lexbor knows.
    """
    try:
        found = _ENGINES.own.find(css, root)
    except SelectolaxError as error:
        raise SelectorError(name, css, 0, "a valid CSS selector") from error
    return list({node.mem_id: node for node in found}.values()) if len(found) > 1 else found


def found_in(root: LexborNode, css: str) -> list[LexborNode]:
    """As `select`, with a selector of our own that matches nothing twice."""
    return _ENGINES.own.find(css, root)


def matches(root: LexborNode, css: str) -> bool:
    """Something matches, or `css` is no selector, which `select` will say."""
    try:
        return bool(_ENGINES.own.any_matches(css, root))
    except SelectolaxError:
        return True
