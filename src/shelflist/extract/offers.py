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
_LINES = "p, li, dt, tr"
_AROUND = frozenset({"nav", "header", "footer", "aside", "form", "head"})
_NAME = re.compile(r"[A-Za-z_][A-Za-z_-]*")


def offers_of(tree: LexborHTMLParser) -> tuple[tuple[str, int], ...]:
    """Selectors of elements that directly hold the most lines, with their numbers, most first."""
    found = Counter(
        name for node in tree.css(_LINES)[:_MOST] if not is_blank(node.text()) and (name := _container(node))
    )
    return tuple((name, lines) for name, lines in found.most_common(MAX_OFFERS) if lines >= _FEWEST)


def _container(line: LexborNode) -> str | None:
    """The selector of the nearest element around a line that has a name; None in menus and the like."""
    name, node = None, line.parent
    while node is not None:
        if node.tag in _AROUND:
            return None
        name = name or _named(node)
        node = node.parent
    return name


def _named(node: LexborNode) -> str | None:
    """``div.post-body``, ``main#list``; names with digits in them are of one page only."""
    attributes = node.attributes
    for sign, names in ((".", (attributes.get("class") or "").split()), ("#", [attributes.get("id") or ""])):
        for name in names:
            if _NAME.fullmatch(name):
                return f"{node.tag}{sign}{name}"
    return str(node.tag) if node.tag in ("main", "article", "body") else None
