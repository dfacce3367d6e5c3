"""Where the lines of a page stand, when the source file no longer says so: containers, by the lines in them.

A hint for the person who has to change a selector; nothing is ever read by it.
"""

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from shelflist.extract.text import is_blank

MAX_OFFERS = 3
_FEWEST = 3
"""A container of fewer lines is no list."""
_MOST = 20_000
"""Lines that are looked at."""
_MOST_NAMES = 12
"""Classes of one element that are looked at."""
_LINES = "p, li, dt, tr"
_AROUND = frozenset({"nav", "header", "footer", "aside", "form", "head"})
_NAME = re.compile(r"[A-Za-z_][A-Za-z_-]*")


def offers_of(tree: LexborHTMLParser) -> tuple[tuple[str, int], ...]:
    """Selectors of elements that directly hold the most lines, with their numbers, most first."""
    uses = _uses(tree)
    found = Counter(
        name for node in tree.css(_LINES)[:_MOST] if not is_blank(node.text()) and (name := _container(node, uses))
    )
    return tuple((name, lines) for name, lines in found.most_common(MAX_OFFERS) if lines >= _FEWEST)


def count_lines(tree: LexborHTMLParser) -> int:
    """How many lines say something, outside menus and the like."""
    return sum(not is_blank(node.text()) and _is_own(node) for node in tree.css(_LINES)[:_MOST])


def _is_own(line: LexborNode) -> bool:
    node = line.parent
    while node is not None and node.tag not in _AROUND:
        node = node.parent
    return node is None


def _uses(tree: LexborHTMLParser) -> Counter[str]:
    """How many elements of the page have each name: one that many have selects too much."""
    return Counter(name for node in tree.css("[class], [id]")[:_MOST] for name in _names(node))


def _container(line: LexborNode, uses: Counter[str]) -> str | None:
    """The selector of the nearest element around a line that has a name; None in menus and the like."""
    name, node = None, line.parent
    while node is not None:
        if node.tag in _AROUND:
            return None
        name = name or _named(node, uses)
        node = node.parent
    return name


def _named(node: LexborNode, uses: Counter[str]) -> str | None:
    """The name that the fewest elements share, and of those the first."""
    if names := _names(node):
        return min(names, key=lambda name: uses[name])
    return str(node.tag) if node.tag in ("main", "article", "body") else None


def _names(node: LexborNode) -> list[str]:
    """``div.post-body``, ``main#list``; names with digits in them are of one page only."""
    attributes = node.attributes
    classes = [f".{name}" for name in (attributes.get("class") or "").split()[:_MOST_NAMES] if _NAME.fullmatch(name)]
    identity = attributes.get("id") or ""
    ids = [f"#{identity}"] if _NAME.fullmatch(identity) else []
    return [f"{node.tag}{name}" for name in (*classes, *ids)]
