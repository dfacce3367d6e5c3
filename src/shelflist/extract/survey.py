"""A page looked at before there are rules for it: which elements a selector could name, what it says of itself.

Which of them holds the list is not decided here: that takes the reading of the lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from shelflist.extract.document import Head, parse_html
from shelflist.extract.elements import HEADINGS, NAME, NEVER_SHOWN
from shelflist.extract.links import resolve
from shelflist.extract.page import PART_LINKS
from shelflist.extract.text import tidy, visible_length
from shelflist.extract.walk import MAX_DEPTH
from shelflist.models.survey import PageElement, PageSurvey, PageTable

MAX_ELEMENTS = 3_000
"""Elements that a selector could name; a page with more of them repeats itself."""
USUAL = (
    "time.entry-date[datetime]", "time[datetime]", "abbr.published[title]", ".cat-links a[rel~=category]",
    "a[rel~=category]", ".tags-links a[rel=tag]", ".post-labels a[rel=tag]", "a[rel~=tag]",
)  # fmt: skip
"""Selectors that themes of blogs have in common."""

_NAME = re.compile(r"-?[A-Za-z_][\w-]{1,60}")
_COUNTED = re.compile(r"\d{2}")
""" "post-2231", "widget-14": names of one page only."""
_HOLDERS = frozenset({"main", "article", "section", "div", "td", "center", "blockquote", "dl", "ul", "ol", "table"})
_LANDMARKS = frozenset({"main", "article"})
_THEME = re.compile(r"/wp-content/themes/([\w-]+)/")


def survey_page(payload: bytes, headers: Mapping[str, str], url: str) -> PageSurvey:
    """Raises ReadError for what is no HTML, or too large a tree."""
    tree = parse_html(payload, headers, url)
    head = Head(tree, url)
    elements = tuple(_elements(tree))
    titles = tuple(_titles(tree))
    counts = Counter(css for element in elements for css in element.css)
    return PageSurvey(
        title=_text(tree, "title"),
        language=(tree.root.attributes.get("lang") or None) if tree.root is not None else None,
        generator=_attribute(tree, "meta[name=generator]", "content"),
        theme=_theme(tree),
        feeds=tuple(_feeds(tree, head.base)),
        elements=elements,
        titles=titles,
        counts=tuple((counts + Counter(css for css, _ in titles)).items()),
        tables=tuple(_tables(tree)),
        matches=tuple(css for css in USUAL if tree.css_first(css) is not None),
        has_parts=tree.css_first(PART_LINKS) is not None,
    )


def _elements(tree: LexborHTMLParser) -> Iterator[PageElement]:
    """In the order in which they end, the innermost first; the body last."""
    if tree.body is None:
        return
    found: list[PageElement] = []
    open_elements = [_Open(tree.body, "")]
    node = tree.body.first_child
    while open_elements:
        if node is None:
            closed = open_elements.pop()
            if open_elements:
                open_elements[-1].characters += closed.characters
            if css := _selectors(closed.node):
                found.append(PageElement(closed.path, css, closed.characters))
            node = closed.node.next if open_elements else None
        elif node.tag == "-text":
            open_elements[-1].characters += visible_length(node.text_content or "")
            node = node.next
        else:
            node = _enter(node, open_elements)
    yield from found[-MAX_ELEMENTS:]


class _Open:
    """An element on the way down."""

    __slots__ = ("characters", "children", "counts", "node", "path")

    def __init__(self, node: LexborNode, path: str) -> None:
        self.node, self.path = node, path
        self.characters = self.children = 0
        self.counts: Counter[str] = Counter()

    def path_of(self, tag: str) -> str:
        """The path of its next child, as the blocks of a page have it."""
        self.children += 1
        self.counts[tag] += 1
        named = NAME.fullmatch(tag)
        last = f"{tag}:nth-of-type({self.counts[tag]})" if named else f"*:nth-child({self.children})"
        return f"{self.path} > {last}" if self.path else last


def _enter(node: LexborNode, open_elements: list[_Open]) -> LexborNode | None:
    """Go into an element; returns the node to go on with."""
    tag = node.tag or ""
    if tag.startswith(("-", "!")):
        return node.next
    path = open_elements[-1].path_of(tag)
    if tag in NEVER_SHOWN or node.first_child is None or len(open_elements) > MAX_DEPTH:
        return node.next
    open_elements.append(_Open(node, path))
    return node.first_child


def _selectors(node: LexborNode) -> tuple[str, ...]:
    """Selectors for an element that could be the content, the most telling first."""
    tag = node.tag or ""
    if tag == "body":
        return ("body",)
    if tag not in _HOLDERS:
        return ()
    attributes = node.attributes
    ids = [f"#{name}" for name in (attributes.get("id") or "").split()[:1] if _is_name(name)]
    classes = [f".{name}" for name in (attributes.get("class") or "").split()[:6] if _is_name(name)]
    return (*classes, *ids, *([tag] if tag in _LANDMARKS else ()))


def _is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and not _COUNTED.search(name)


def _titles(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Headings in the order of the page, each under its tag and its classes."""
    for node in tree.css(", ".join(HEADINGS))[:200]:
        text = tidy(node.text())
        classes = [name for name in (node.attributes.get("class") or "").split()[:4] if _is_name(name)]
        for css in (*(f"{node.tag}.{name}" for name in classes), node.tag or ""):
            if text:
                yield css, text


def _tables(tree: LexborHTMLParser) -> Iterator[PageTable]:
    """Tables whose first row names the columns, in cells of heading."""
    for table in tree.css("table")[:200]:
        first = table.css_first("tr")
        cells = [node for node in first.iter() if node.tag in ("td", "th")] if first is not None else []
        if len(cells) > 1 and all(cell.tag == "th" for cell in cells):
            names = [name for name in (table.attributes.get("class") or "").split()[:1] if _is_name(name)]
            css = f"table.{names[0]}" if names else "table"
            yield PageTable(css, tuple(tidy(cell.text()) for cell in cells))


def _feeds(tree: LexborHTMLParser, base: str) -> Iterator[str]:
    for node in tree.css("link[rel~=alternate][type][href]")[:20]:
        if "atom" in (node.attributes["type"] or "") or "rss" in (node.attributes["type"] or ""):
            yield resolve(base, node.attributes["href"] or "")


def _theme(tree: LexborHTMLParser) -> str | None:
    sources = (node.attributes.get("href") or "" for node in tree.css("link[href]")[:200])
    return next((found[1] for found in map(_THEME.search, sources) if found), None)


def _text(tree: LexborHTMLParser, css: str) -> str | None:
    node = tree.css_first(css)
    return (tidy(node.text()) or None) if node is not None else None


def _attribute(tree: LexborHTMLParser, css: str, name: str) -> str | None:
    node = tree.css_first(css)
    return (tidy(node.attributes.get(name) or "") or None) if node is not None else None
