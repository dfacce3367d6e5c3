"""An HTML document: parsing it, and what it says of itself outside the content."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode, SelectolaxError

from shelflist.errors import ReadError, SelectorError
from shelflist.extract.charset import as_utf8, header
from shelflist.extract.css import found_in, select
from shelflist.extract.guard import check_size
from shelflist.extract.links import resolve
from shelflist.extract.sniff import must_be_text
from shelflist.extract.text import tidy, without_surrogates
from shelflist.sources.model import Selector

_POST_ID = re.compile(r"(?:^|\s)(?:postid|page-id|post)-(\d+)(?:$|\s)")
_BODY_ID = re.compile(r"(?:^|\s)(?:postid|page-id)-(\d+)(?:$|\s)")
_SHORT_ID = re.compile(r"[?&](?:p|page_id)=([0-9]+)(?:&|$)")
_ATTACHMENT = re.compile(r"(?:^|\s)attachmentid-\d+(?:$|\s)")
_LISTING = re.compile(r"(?:^|\s)(?:blog|archive|search-results|search-no-results|error404)(?:$|\s)")
_SAID = "link[rel][href], meta[property][content], meta[name=robots i][content], base[href]"
_READABLE = ("html", "xml", "text/plain")


def parse_html(payload: bytes, headers: Mapping[str, str], place: str) -> LexborHTMLParser:
    """The document. Raises ReadError for what is no HTML by its Content-Type or its bytes, or too large a tree."""
    content_type = header(headers, "Content-Type")
    if content_type and not any(kind in content_type.lower() for kind in _READABLE):
        raise ReadError(f"{place}: found {content_type}, expected HTML")
    must_be_text(payload, place)
    check_size(payload)
    return parse_text(as_utf8(payload, content_type), place)


def parse_text(text: str | bytes, place: str) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(text, options=LexborDocumentOptions.WO_EVENTS)  # events: quadratic in <option>
    except SelectolaxError as error:
        raise ReadError(f"{place}: lexbor cannot read it: {error}") from error


def parse_content(html: str, place: str) -> LexborNode:
    """The body that holds a piece of HTML; a stray closing tag in it cannot end it."""
    check_size(html.encode("utf-8", "replace"))
    body = parse_text(f"<!doctype html><body>{without_surrogates(html)}", place).body
    if body is None:
        raise ReadError(f"{place}: found a frameset, expected text")
    return body


def selected(tree: LexborHTMLParser, name: str, selector: Selector) -> list[LexborNode]:
    """What `selector` matches. Raises SelectorError unless it is as many elements as the source file expects."""
    root = tree.root
    found = select(root, name, selector.css) if root is not None else []
    low, high = selector.bounds
    if len(found) < low or (high is not None and len(found) > high):
        raise SelectorError(name, selector.css, len(found), selector.count)
    return found


def texts(nodes: list[LexborNode]) -> tuple[str, ...]:
    """Their texts without repetition, in alphabetical order: themes and doors order terms differently."""
    return tuple(sorted({text for node in nodes if (text := tidy(node.text()))}))


class Head:
    """The elements of the head that say something of the page: address, id, dates."""

    def __init__(self, tree: LexborHTMLParser, url: str) -> None:
        self._links: dict[str, str] = {}
        self._meta: dict[str, str] = {}
        self.robots: list[str] = []
        self.base = url
        head = tree.head
        for node in found_in(head, _SAID) if head is not None else ():
            self._take(node.tag or "", node.attributes)
        self.canonical_url = self._address("canonical")

    def _take(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag == "base":
            self.base = resolve(self.base, attributes["href"] or "") or self.base
        elif tag == "meta" and "property" in attributes:
            self._meta.setdefault(attributes["property"] or "", attributes["content"] or "")
        elif tag == "meta":
            self.robots.append(attributes["content"] or "")
        else:
            for rel in (attributes["rel"] or "").lower().split():
                self._links.setdefault(rel, attributes["href"] or "")

    def _address(self, rel: str) -> str | None:
        return resolve(self.base, self._links[rel]) or None if rel in self._links else None

    @property
    def short_id(self) -> int | None:
        """The id in ``<link rel=shortlink href="/?p=22">``, which WordPress gives on every single post."""
        found = _SHORT_ID.search(self._address("shortlink") or "")
        return _number(found[1]) if found else None

    @property
    def published(self) -> datetime | None:
        return instant(self._meta.get("article:published_time"))

    @property
    def modified(self) -> datetime | None:
        return instant(self._meta.get("article:modified_time"))


def post_id(tree: LexborHTMLParser, head: Head, content: LexborNode) -> int | None:
    """The WordPress id: the short link's, the body's class, else that of the post the content stands in."""
    body = tree.body
    if (found := head.short_id) is not None:
        return found
    if body is not None and (match := _BODY_ID.search(body.attributes.get("class") or "")):
        return _number(match[1])
    return _enclosing_id(content)


def is_listing(tree: LexborHTMLParser, head: Head) -> bool:
    """WordPress says of a list of posts, in the body's class, that it is one, and gives no id of its own.

    The page of an attachment, which has an id, is none of the archive's either: it stands for a file that others link.
    """
    said = (tree.body.attributes.get("class") or "") if tree.body is not None else ""
    if _ATTACHMENT.search(said):
        return True
    return bool(_LISTING.search(said)) and not _BODY_ID.search(said) and head.short_id is None


def _enclosing_id(content: LexborNode) -> int | None:
    node: LexborNode | None = content
    while node is not None:
        if match := _POST_ID.fullmatch((node.attributes or {}).get("id") or ""):
            return _number(match[1])
        node = node.parent
    return None


def _number(digits: str) -> int | None:
    """WordPress ids are 64-bit; anything longer is somebody's joke."""
    return int(digits) if len(digits) < 19 else None


def instant(written: str | None) -> datetime | None:
    """An ISO 8601 date and time in UTC; one without offset is UTC too. None for what is none."""
    try:
        read = datetime.fromisoformat((written or "").strip())
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
