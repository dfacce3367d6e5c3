"""An HTML page to a `Page`. The REST door's answer is read in `rest`; parts are joined in `parts`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import accumulate
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from shelflist.errors import SelectorError
from shelflist.extract.blocks import Blocks, content_hash, read_blocks
from shelflist.extract.charset import header
from shelflist.extract.css import found_in, matches
from shelflist.extract.document import Head, instant, is_listing, parse_html, post_id, selected, texts
from shelflist.extract.links import resolve
from shelflist.extract.parts import join_parts
from shelflist.extract.rest import read_rest
from shelflist.extract.rules import rules_for
from shelflist.extract.text import tidy
from shelflist.models.page import Page
from shelflist.sources.model import Source

__all__ = ["join_parts", "read_html", "read_rest", "read_tree"]

_PASSWORD_FORM = "form.post-password-form"
_PROTECTED = "Protected: "
_DIRECTIVES = frozenset({
    "all", "noindex", "nofollow", "none", "noarchive", "nocache", "nosnippet", "noimageindex", "notranslate", "noai",
    "noimageai", "indexifembedded",
})  # fmt: skip
PART_LINKS = ".page-links a[href], a.post-page-numbers[href]"
_DATED = ("datetime", "title", "content")
"""Attributes that hold a date: of <time>, of <abbr> (hAtom), of <meta>."""
_PART = re.compile(r"(?:/|[?&]page=)(\d{1,4})/?$")


def read_html(payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Page:
    """The page in an HTML answer from `url`; `payload` is decoded from its Content-Encoding, not from its charset.

    Raises ReadError for what is no HTML or too large a tree, SelectorError (name, CSS, found, expected) when an
    element is there more or less often than `source` expects.
    """
    return read_tree(parse_html(payload, headers, url), headers, url, source)


def read_tree(tree: LexborHTMLParser, headers: Mapping[str, str], url: str, source: Source) -> Page:
    """As `read_html`, of a document that is parsed."""
    head = Head(tree, url)
    rules = rules_for(source, head.base)
    listing = is_listing(tree, head)
    try:
        contents = _outermost(selected(tree, "content", source.selectors.content))
    except SelectorError:
        if not listing:
            raise
        return Page(url=url, canonical_url=head.canonical_url, listing=True)
    protected = any(matches(content, _PASSWORD_FORM) for content in contents)
    shown = () if protected else contents  # around the form there is only the theme's own message
    read = _following([read_blocks(content, rules) for content in shown])
    return Page(
        url=url,
        canonical_url=head.canonical_url,
        wp_post_id=_post_id(tree, head, contents, listing=listing),
        title=_title(tree, source, protected),
        language=(tree.root.attributes.get("lang") or None) if tree.root is not None else None,
        date_published=_published(tree, source) or head.published,
        date_modified=head.modified,
        categories=texts(selected(tree, "categories", source.selectors.categories)),
        tags=texts(selected(tree, "tags", source.selectors.tags)),
        protected=protected,
        blocks=read.blocks,
        text_coverage=read.coverage,
        content_hash=content_hash(read.blocks),
        next_part=_next_part(contents, head.base, url),
        listing=listing,
        robots=directives(header(headers, "X-Robots-Tag"), *head.robots),
    )


def _post_id(tree: LexborHTMLParser, head: Head, contents: Sequence[LexborNode], *, listing: bool) -> int | None:
    """A list of one post is still not that post."""
    if listing:
        return None
    return post_id(tree, head, contents[0]) if contents else head.short_id


def directives(*written: str) -> tuple[str, ...]:
    """What robots are told of a page, ``noindex`` and the like, each once, in alphabetical order.

    Of "otherbot: noindex" the name is taken for one more word; what it is told is told.
    """
    words = (word.strip().lower() for one in written for word in re.split(r"[,:;]", one))
    return tuple(sorted({word for word in words if word in _DIRECTIVES}))


def _outermost(contents: list[LexborNode]) -> list[LexborNode]:
    """Matches that stand in no other match: nothing is read twice."""
    if len(contents) < 2:
        return contents
    matched = {node.mem_id for node in contents}
    return [node for node in contents if not any(above.mem_id in matched for above in _ancestors(node))]


def _ancestors(node: LexborNode) -> list[LexborNode]:
    above: list[LexborNode] = []
    while (parent := node.parent) is not None:
        above.append(node := parent)
    return above


def _following(contents: Sequence[Blocks]) -> Blocks:
    """Several content elements read as one; positions count on through their texts."""
    if len(contents) == 1:
        return contents[0]
    starts = accumulate((len(content.content_text) for content in contents), initial=0)
    blocks = tuple(
        replace(block, text_start=block.text_start + start, text_end=block.text_end + start)
        for start, content in zip(starts, contents, strict=False)
        for block in content.blocks
    )
    coverage = min((content.coverage for content in contents), default=1.0)
    return Blocks(blocks, "".join(content.content_text for content in contents), coverage)


def _title(tree: LexborHTMLParser, source: Source, protected: bool) -> str | None:
    found = selected(tree, "title", source.selectors.title)
    title = tidy(found[0].text()) if found else ""
    return (title.removeprefix(_PROTECTED) if protected else title) or None


def _published(tree: LexborHTMLParser, source: Source) -> datetime | None:
    found = selected(tree, "published", source.selectors.published)
    return next(filter(None, (instant(found[0].attributes.get(name)) for name in _DATED)), None) if found else None


def _next_part(contents: list[LexborNode], base: str, url: str) -> str | None:
    """The address of the part after this one, where the theme links the parts of a post (<!--nextpage-->)."""
    anchors = [anchor for content in contents for anchor in found_in(content, PART_LINKS)]
    addresses = [resolve(base, anchor.attributes["href"] or "") for anchor in anchors]
    numbered = {int(found[1]): address for address in addresses if (found := _PART.search(address))}
    return numbered.get(_own_part(url, list(numbered.values())) + 1)


def _own_part(url: str, others: list[str]) -> int:
    """Which part `url` is: its last number, if what precedes it is the same as in the other parts' addresses."""
    found = _PART.search(url)
    if not found:
        return 1
    stem = urlsplit(url[: found.start()]).path
    return int(found[1]) if any(urlsplit(_PART.sub("", other)).path == stem for other in others) else 1
