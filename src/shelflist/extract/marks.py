"""Elements that the selectors of a source match within the content, and how the walk comes to know of them.

A selector that is a name ("nav", "figcaption") is told by the name. What else matches, and what may stand in a leaf, is
marked in the tree, with an attribute that no page can write, until it is written out: so the mark stands in the tag.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborNode

from shelflist.extract.css import found_in, matches, select
from shelflist.extract.elements import IS_CAPTION, IS_DROPPED, IS_NAVIGATION, KINDS, NAME, PHRASING
from shelflist.extract.markup import LEAVES, MARK, Leaf, parted

_BY_CLASS = re.compile(r"\s*[a-z0-9]*(?:\.[A-Za-z_][\w-]*)+\s*")
""" ".sharedaddy", "div.entry-meta"."""
_CLASS = 'class="'
"""Without it no element that lexbor wrote has a class."""

Columns = tuple[tuple[str, tuple[str, ...]], ...]
"""CSS of tables, and what their cells hold."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The selectors of a source, by what they say of an element."""

    kinds: Mapping[str, int]
    css: tuple[tuple[str, int, str], ...]  # the name in the source file, the kind, the selector
    columns: Columns
    whole: str  # all of them in one
    has_leaves: bool  # none of the names is that of a leaf
    by_class: bool  # none of the selectors matches an element without a class


@dataclass(slots=True)
class Mark:
    """What the selectors say of one element. `columns`: what the cells of a row hold."""

    kind: int = 0
    columns: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=64)
def selectors_for(
    drop: tuple[str, ...], navigation: tuple[str, ...], caption: tuple[str, ...], columns: Columns
) -> Selected:
    kinds, css = dict(KINDS), []
    given = (("drop", IS_DROPPED, drop), ("navigation", IS_NAVIGATION, navigation), ("caption", IS_CAPTION, caption))
    for name, kind, selectors in given:
        plain = [one for one in selectors if NAME.fullmatch(one) and one not in PHRASING]
        for one in plain:
            kinds[one] = kinds.get(one, 0) | kind
        if others := ", ".join(one for one in selectors if one not in plain):
            css.append((name, kind, others))
    whole = ", ".join([one for *_, one in css] + [one for one, _ in columns])
    has_leaves = all(kinds[name] == KINDS[name] for name in LEAVES)
    by_class = not columns and all(_BY_CLASS.fullmatch(one) for one in whole.split(","))
    return Selected(kinds, tuple(css), columns, whole, has_leaves, by_class)


def marked_parts(root: LexborNode, selected: Selected) -> tuple[str, Iterator[Leaf], dict[str, Mark]]:
    """The parts of `root`, and the marks that some of them bear. Raises SelectorError for what is no selector."""
    written = root.inner_html or ""
    found = [] if selected.by_class and _CLASS not in written else _found(root, selected)
    if not found:
        return *parted(root, written), {}
    for number, (node, _) in enumerate(found):
        node.attrs[MARK] = str(number)
    first, leaves = parted(root, root.inner_html or "")
    for node, _ in found:
        del node.attrs[MARK]
    return first, leaves, {str(number): mark for number, (_, mark) in enumerate(found)}


def _found(root: LexborNode, selected: Selected) -> list[tuple[LexborNode, Mark]]:
    """Each element once; mostly there is none, and one question tells."""
    if not selected.whole or not matches(root, selected.whole):
        return []
    marks: dict[int, tuple[LexborNode, Mark]] = {}
    for name, kind, css in selected.css:
        for node in select(root, name, css):
            marks.setdefault(node.mem_id, (node, Mark()))[1].kind |= kind
    for css, holds in selected.columns:
        for table in select(root, "columns", css):
            for row in found_in(table, "tr"):
                marks.setdefault(row.mem_id, (row, Mark()))[1].columns += (holds,)
    return list(marks.values())
