"""What a source file can say. Every key has a default that suits a polite harvest of a WordPress archive.

The classes are the schema: unknown keys are errors, and the docstrings of the fields are the reference
(docs/sources.md is checked against them).
"""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from shelflist.sources.corrections import Corrections
from shelflist.sources.table import Table as _Table

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]", "::1")


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


def _is_web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("expected an http:// or https:// address")
    return url


Pattern = Annotated[str, AfterValidator(_compiles)]
WebAddress = Annotated[str, AfterValidator(_is_web_address)]


class Scope(_Table):
    """Which addresses belong to the archive."""

    hosts: tuple[str, ...] = ()
    """Hosts that may be asked besides the home page's own."""
    include: tuple[Pattern, ...] = ()
    """Regular expressions; a page's path, with its query, must match one of them. None: every path."""
    exclude: tuple[Pattern, ...] = ()
    """Regular expressions; a page whose path, with its query, matches one is left out."""
    allow_loopback: bool = False
    """Allow addresses of this very machine; for test sites and the demo."""


class Pages(_Table):
    """How the pages are found."""

    doors: tuple[Literal["wordpress", "sitemap"], ...] = Field(default=("wordpress", "sitemap"), min_length=1)
    """Tried in this order; the first that gives a complete list serves the run."""
    post_types: tuple[str, ...] = Field(default=("posts", "pages"), min_length=1)
    """WordPress collections to list."""
    sitemaps: tuple[str, ...] = ("/wp-sitemap.xml", "/sitemap.xml", "/sitemap_index.xml")
    """Sitemaps to try when robots.txt names none; relative to the home page."""
    sitemap_exclude: tuple[Pattern, ...] = ("taxonomies", "users", "author", "category", "post_tag")
    """Regular expressions; sitemaps whose address matches one are not read."""
    parts: Literal["probe", "follow", "none"] = "probe"
    """Posts split over several pages: try /2/, /3/, follow links only, or take the first part alone."""
    refetch_days: int = Field(default=28, ge=1)
    """A page that the list calls unchanged is fetched all the same after so many days."""


class Selector(_Table):
    """A CSS selector and how many elements it must match."""

    css: str
    """CSS selector, tried on the whole document."""
    count: Annotated[str, Field(pattern=r"^\d+([+]|-\d+)?$")] = "1"
    """How many elements: "1", "0-1", "1+", "0+"."""

    @property
    def bounds(self) -> tuple[int, int | None]:
        """Least and greatest number of matches; None is no upper bound."""
        if self.count.endswith("+"):
            return int(self.count[:-1]), None
        low, _, high = self.count.partition("-")
        return int(low), int(high or low)

    @model_validator(mode="after")
    def _bounds_in_order(self) -> "Selector":
        low, high = self.bounds
        if high is not None and high < low:
            raise ValueError(f"count {self.count!r}: the upper bound is below the lower one")
        return self


class Selectors(_Table):
    """Where things stand in the HTML pages; a REST answer has only the content."""

    content: Selector = Selector(css=".entry-content", count="1")
    """The element that holds the list; nothing outside it is ever read as an entry."""
    title: Selector = Selector(css="h1.entry-title, h1.wp-block-post-title", count="0-1")
    published: Selector = Selector(css="time.entry-date[datetime], .wp-block-post-date time[datetime]", count="0+")
    categories: Selector = Selector(css=".cat-links a[rel~=category], .taxonomy-category a", count="0+")
    tags: Selector = Selector(css=".tags-links a[rel=tag], .taxonomy-post_tag a", count="0+")
    drop: tuple[str, ...] = (
        "script", "style", "noscript", "template", "object", "iframe", "form.post-password-form",
        ".wp-block-file__button", "a.more-link", ".sharedaddy", ".jp-relatedposts",
    )  # fmt: skip
    """Elements inside the content that are no part of it: thrown away and not counted."""
    navigation: tuple[str, ...] = ("nav", ".page-links", ".post-navigation")
    """Elements inside the content that lead elsewhere."""
    caption: tuple[str, ...] = ("figcaption", ".wp-caption-text", ".gallery-caption", "caption")


class Politeness(_Table):
    """How the site is asked."""

    delay_seconds: float = Field(default=1.0, ge=0, le=120)
    """Pause between two requests to one host; robots.txt may ask for more."""
    max_crawl_delay_seconds: float = Field(default=30.0, ge=0)
    """A longer Crawl-delay than this is cut to it."""
    timeout_seconds: float = Field(default=30.0, gt=0)
    """For connecting, and for each read."""
    total_timeout_seconds: float = Field(default=300.0, gt=0)
    """For one answer from first to last byte."""
    max_bytes: int = Field(default=20_000_000, gt=0)
    """Longest body, decoded."""
    retries: int = Field(default=3, ge=0, le=10)
    """Further attempts after a 429, 5xx, time-out or broken connection."""
    max_wait_seconds: float = Field(default=300.0, ge=0)
    """Longest Retry-After or backoff that a run waits out, all waits of one request together."""
    max_redirects: int = Field(default=5, ge=0, le=20)
    max_requests: int = Field(default=20_000, gt=0)
    """Requests of one run; what is left then is skipped."""
    connect_to: str | None = Field(default=None, pattern=r"^[\w.\-\[\]:]+:\d+$")
    """host:port to connect to instead of the addresses' own; for test sites and the demo."""


class Lookups(_Table):
    """Known oddities of the site, as data. Each belongs with a comment in the source file."""

    places: tuple[str, ...] = ()
    """Places of publication that the general list lacks."""
    publishers: tuple[str, ...] = ()
    """Publishers that the general list lacks, as written."""
    names: tuple[str, ...] = ()
    """Persons or bodies whose names are not told from other words, as written."""
    same: tuple[tuple[str, ...], ...] = ()
    """Groups of forms, as written, that name one person, body, house or place."""
    different: tuple[tuple[str, ...], ...] = ()
    """Groups of forms, as written, that no rule may take for one."""
    navigation: tuple[Pattern, ...] = (r"^More on (the )?",)
    """Lines that lead elsewhere on the site."""
    placeholders: tuple[Pattern, ...] = (r"^\[?(more )?to (be added|follow|come)",)
    """Lines that announce an entry to come."""


class Gates(_Table):
    """When to stop and ask a person (docs/changes.md, gates)."""

    page_min_ratio: float = Field(default=0.8, ge=0, le=1)
    """A page with fewer entries than this share of its usual number keeps its missing ones."""
    page_min_lost: int = Field(default=3, ge=1)
    """... if at least so many are lost."""
    run_min_answered: float = Field(default=0.8, ge=0, le=1)
    """A run in which fewer observable pages answered is partial: nothing is removed."""
    run_max_removed: int = Field(default=25, ge=0)
    run_max_removed_ratio: float = Field(default=0.05, ge=0, le=1)
    """More entries missing and removed than the greater of the two: removals are held."""
    run_max_changed: int = Field(default=25, ge=0)
    run_max_changed_ratio: float = Field(default=0.25, ge=0, le=1)
    """More changes on the site than the greater of the two: the release is held."""
    missing_confirm_hours: float = Field(default=20, ge=0)
    """Time between the two complete observations that confirm a removal."""
    gone_observations: int = Field(default=2, ge=1)
    gone_confirm_hours: float = Field(default=20, ge=0)
    not_found_observations: int = Field(default=3, ge=1)
    not_found_confirm_hours: float = Field(default=72, ge=0)
    blind_days: int = Field(default=14, ge=1)
    """A page unobserved for so long blocks no removal elsewhere."""


class Source(_Table):
    """One archive: everything that Shelflist knows of it before it looks."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")]
    """Lower-case letters, digits, - and _; names the folders under data/."""
    title: str
    """For people."""
    home: WebAddress
    """The home page; other addresses are relative to it."""
    contact: str | None = Field(default=None, pattern=r"^(mailto:.+@.+|https?://.+)$")
    """mailto: or http(s): address that the site's owner can turn to; part of the user agent."""
    rights: str | None = None
    """The terms under which the harvested data may be used, as far as known."""
    corrections: Corrections = ()
    """Lines that are not read as they should be, and what they say; one [[corrections]] each."""
    scope: Scope = Scope()
    pages: Pages = Pages()
    selectors: Selectors = Selectors()
    politeness: Politeness = Politeness()
    lookups: Lookups = Lookups()
    gates: Gates = Gates()

    @property
    def home_host(self) -> str:
        return urlsplit(self.home).hostname or ""

    @property
    def is_loopback(self) -> bool:
        """The home page is on this very machine."""
        return self.home_host in LOOPBACK_HOSTS or self.home_host.endswith(".localhost")

    @model_validator(mode="after")
    def _contact_unless_loopback(self) -> "Source":
        if self.is_loopback and not self.scope.allow_loopback:
            raise ValueError("home is on this machine: expected scope.allow_loopback = true")
        if not self.is_loopback and not self.contact:
            raise ValueError("expected a contact (mailto: or https:), found none")
        return self
