"""What extraction gives: a page as ordered blocks, and the lists that doors read.

A page is known by its *page key*: ``post:<id>`` where WordPress says the id, else ``url:<canonical URL>``.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shelflist.models.record import record


class BlockKind(StrEnum):
    """Structure only; whether a LINE is an entry is for `shelflist.parse` to say."""

    HEADING = "heading"
    LINE = "line"
    CAPTION = "caption"
    NAVIGATION = "navigation"


@record
class Span:
    """A marked stretch of a block's text: ``text[start:end]``."""

    start: int
    end: int


@record
class Link:
    """A hyperlink; neighbouring anchors with one target are joined. Offsets are into the block's text."""

    url_raw: str  # as written
    url: str  # absolute
    text: str
    start: int
    end: int
    rel: str = ""
    is_work: bool = False  # a page of the site that is itself what the line lists


@record
class Block:
    """One structural piece. `text` is NFC, white space collapsed, trimmed; no character else is changed."""

    kind: BlockKind
    text: str
    level: int | None = None  # headings: 1..6 (a bold paragraph: one below the last real heading)
    heading_path: tuple[str, ...] = ()  # headings it stands under, outermost first (a heading: without itself)
    links: tuple[Link, ...] = ()
    emphasis: tuple[Span, ...] = ()  # em, i, cite, strong, b inside a line
    dom_path: str = ""  # CSS path within the content area (nth-of-type)
    text_start: int = 0  # TextPositionSelector in the content area's text
    text_end: int = 0
    anchor: str | None = None  # id attribute of a heading
    part: int = 1  # of a post split over several pages: dom_path and offsets are within that part


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One captured page (or part of one), read. `text_coverage` is block characters / content characters, 0..1."""

    url: str
    canonical_url: str | None = None
    wp_post_id: int | None = None
    title: str | None = None
    language: str | None = None
    date_published: datetime | None = None
    date_modified: datetime | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    protected: bool = False  # asks for a password instead of showing the text
    blocks: tuple[Block, ...] = ()
    text_coverage: float = 1.0
    content_hash: str = ""  # sha256 over kind, level, text, link targets of the blocks
    json_pointer: str | None = None  # where in a REST answer the content was
    next_part: str | None = None  # address of the next part, where the page links one
    listing: bool = False  # the theme says that it is a list of posts (home, category, month), an attachment, or a 404
    robots: tuple[str, ...] = ()  # what the page tells robots: "noindex", "noarchive"; nothing of a REST answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPage:
    """One page as a list names it."""

    page_key: str
    url: str
    wp_post_id: int | None = None
    post_type: str | None = None  # "posts" | "pages"
    title: str | None = None
    date_published: datetime | None = None
    modified: str | None = None  # modified_gmt or lastmod as written: compared, never computed with
    category_ids: tuple[int, ...] = ()
    tag_ids: tuple[int, ...] = ()
    protected: bool = False  # the list says that the page asks for a password


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One answer of a list: its pages, and what it says of the whole."""

    pages: tuple[ListedPage, ...] = ()
    total: int | None = None  # X-WP-Total
    total_pages: int | None = None  # X-WP-TotalPages
    children: tuple[str, ...] = ()  # further lists (a sitemap index), or pages that continue this one
    next_page: str | None = None  # where the list goes on, if it says so
    numbered: bool = False  # a feed of WordPress, which goes on at ?paged=2
    newest: str | None = None  # when anything on the site was last published or edited, as written


@dataclass(frozen=True, slots=True)
class Term:
    """A category or tag."""

    term_id: int
    name: str
    slug: str
