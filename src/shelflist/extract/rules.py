"""What the source file says, in the form in which reading a content element needs it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode, SelectolaxError

from shelflist.errors import SelectorError
from shelflist.extract.links import hosts_of
from shelflist.extract.walk import Marks
from shelflist.sources.model import Source


@dataclass(frozen=True, slots=True)
class Rules:
    """`hosts` are those of the site itself; `base` is what relative addresses are relative to."""

    base: str
    hosts: frozenset[str]
    navigation: tuple[re.Pattern[str], ...] = ()
    drop_css: tuple[str, ...] = ()
    navigation_css: tuple[str, ...] = ()
    caption_css: tuple[str, ...] = ()
    documents: tuple[re.Pattern[str], ...] = ()
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()  # CSS of tables, and what their cells hold


def rules_for(source: Source, base: str) -> Rules:
    return Rules(
        base=base,
        hosts=hosts_of((base, source.home)) | hosts_of(f"//{host}" for host in source.scope.hosts),
        navigation=tuple(map(re.compile, source.lookups.navigation)),
        drop_css=source.selectors.drop,
        navigation_css=source.selectors.navigation,
        caption_css=source.selectors.caption,
        documents=tuple(map(re.compile, source.selectors.documents)),
        columns=tuple((one.css, one.holds) for one in source.selectors.columns),
    )


def marks_for(root: LexborNode, rules: Rules) -> Marks:
    """Elements under `root` that the selectors match. Raises SelectorError for what is no selector."""
    return Marks(
        drop=_matched(root, "drop", rules.drop_css),
        navigation=_matched(root, "navigation", rules.navigation_css),
        caption=_matched(root, "caption", rules.caption_css),
        columns=_columns(root, rules.columns),
        documents=rules.documents,
        hosts=rules.hosts,
    )


def _columns(
    root: LexborNode, columns: Iterable[tuple[str, tuple[str, ...]]]
) -> dict[int, tuple[tuple[str, ...], ...]]:
    """What the cells of each row under `root` hold, by the row's `mem_id`."""
    found: dict[int, tuple[tuple[str, ...], ...]] = {}
    for css, holds in columns:
        for table in select(root, "columns", css):
            for row in table.css("tr"):
                found[row.mem_id] = (*found.get(row.mem_id, ()), holds)
    return found


def _matched(root: LexborNode, name: str, selectors: Iterable[str]) -> frozenset[int]:
    css = ", ".join(selectors)
    return frozenset(node.mem_id for node in select(root, name, css)) if css else frozenset()


def select(root: LexborNode, name: str, css: str) -> list[LexborNode]:
    """Elements that match `css`, each once, in document order; lexbor gives one twice that two parts match.

    Raises SelectorError when `css` is no CSS selector that lexbor knows.
    """
    try:
        found = root.css(css)
    except SelectolaxError as error:
        raise SelectorError(name, css, 0, "a valid CSS selector") from error
    return list({node.mem_id: node for node in found}.values())
