"""What a source file can say. Every key has a default that suits a polite harvest of a WordPress archive.

The classes are the schema: unknown keys are errors, and the docstrings of the fields are the reference
(docs/sources.md is checked against them).
"""

from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from shelflist.sources.corrections import Corrections
from shelflist.sources.reading import Lookups, Manner, Past, PastRules, Pattern, Selector, Selectors, TableName
from shelflist.sources.table import Table as _Table

__all__ = ["Gates", "Links", "Lookups", "Pages", "Past", "Politeness", "Scope", "Selector", "Selectors", "Source"]

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]", "::1")


def _is_web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("expected an http:// or https:// address")
    return url


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

    doors: tuple[Literal["wordpress", "feed", "sitemap", "links"], ...] = Field(
        default=("wordpress", "sitemap"), min_length=1
    )
    """Tried in this order; the first that gives a complete list serves the run."""
    post_types: tuple[str, ...] = Field(default=("posts", "pages"), min_length=1)
    """WordPress collections to list."""
    sitemaps: tuple[str, ...] = ("/wp-sitemap.xml", "/sitemap.xml", "/sitemap_index.xml", "/?sitemap=index")
    """Sitemaps to try when robots.txt names none; relative to the home page."""
    sitemap_exclude: tuple[Pattern, ...] = ("taxonomies", "users", "author", "category", "post_tag")
    """Regular expressions; sitemaps whose address matches one are not read."""
    feeds: tuple[str, ...] = ("/feed/atom/", "/feeds/posts/default", "/feed/", "/atom.xml", "/rss.xml", "/index.xml")
    """Feeds to try, relative to the home page; the first that is one counts, with all its further pages."""
    start: tuple[str, ...] = Field(default=("/",), min_length=1)
    """Where the door `links` begins; relative to the home page."""
    listings: tuple[Pattern, ...] = ()
    """Regular expressions; a page whose path, with its query, matches one is read for its links alone."""
    max_depth: int = Field(default=10, ge=0)
    """Links followed one after the other from a start page, save to a list's next page; deeper pages do not belong."""
    max_pages: int = Field(default=5000, ge=1)
    """Pages that the door `links` asks for; a site with more is not wholly known."""
    parts: Literal["probe", "follow", "none"] = "probe"
    """Posts split over several pages: try /2/, /3/, follow links only, or take the first part alone."""
    compare_days: int = Field(default=7, ge=1)
    """The doors are compared at least so often, and whenever the list that serves shows a change."""
    refetch_days: int = Field(default=28, ge=1)
    """A page that the list calls unchanged is fetched all the same after so many days."""


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
    max_run_bytes: int = Field(default=2_000_000_000, gt=0)
    """Bytes of one run, as received; what is left then is skipped."""
    connect_to: str | None = Field(default=None, pattern=r"^[\w.\-\[\]:]+:\d+$")
    """host:port to connect to instead of the addresses' own; for test sites and the demo."""


class Links(_Table):
    """How the linked documents are checked (`shelflist check-links`)."""

    hosts: tuple[str, ...] = ()
    """Only documents on these hosts are checked. None: on every host."""
    exclude_hosts: tuple[str, ...] = ()
    """Hosts that are never asked for a document."""
    recheck_days: int = Field(default=6, ge=0)
    """A document that was checked within so many days is passed over."""
    max_requests: int = Field(default=5_000, gt=0)
    """Requests of one check; documents that are left then are the first of the next."""


class Gates(_Table):
    """When to stop and ask a person (docs/changes.md, gates)."""

    page_min_ratio: float = Field(default=0.8, ge=0, le=1)
    """A page with fewer entries than this share of its usual number keeps its missing ones."""
    page_min_lost: int = Field(default=3, ge=1)
    """... if at least so many are lost."""
    page_min_body_ratio: float = Field(default=0.5, ge=0, le=1)
    """A page with less text than this share of the usual is held."""
    page_max_body_ratio: float = Field(default=3.0, ge=1)
    """A page with more text than so many times the usual is held."""
    page_max_coverage_drop: float = Field(default=0.15, ge=0, le=1)
    """A page is held if the share of its text that is in lines falls by more."""
    page_min_characters: int = Field(default=2000, ge=0)
    """... in these three cases if at least so much text is concerned."""
    page_max_unclassified_rise: float = Field(default=0.1, ge=0, le=1)
    """A page is held if the share of its lines that are nothing known rises by more."""
    page_max_fill_drop: float = Field(default=0.2, ge=0, le=1)
    """A page is held if the share of its entries with a title, date, extent or publisher falls by more."""
    page_max_field_changed_ratio: float = Field(default=0.3, ge=0, le=1)
    """A page is held if one field changes in a greater share of its entries."""
    page_min_rows: int = Field(default=10, ge=0)
    """... in these three cases if more lines or entries than so many are concerned."""
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
    past: PastRules = ()
    """Rules that fitted the site until some time, oldest first; one [[past]] each."""
    scope: Scope = Scope()
    pages: Pages = Pages()
    selectors: Selectors = Selectors()
    politeness: Politeness = Politeness()
    lookups: Lookups = Lookups()
    manner: Manner = Manner()
    links: Links = Links()
    gates: Gates = Gates()

    @property
    def home_host(self) -> str:
        return urlsplit(self.home).hostname or ""

    @property
    def is_loopback(self) -> bool:
        """The home page is on this very machine."""
        return self.home_host in LOOPBACK_HOSTS or self.home_host.endswith(".localhost")

    def at(self, when: datetime) -> "Source":
        """The rules for what was captured at `when`: today's, or those of a past that was valid then."""
        past = self.past_at(when)
        return self.model_copy(update={table: getattr(one, table) for table, one in past.items()}) if past else self

    def past_at(self, when: datetime) -> dict[TableName, Past]:
        """Of each table that a past gives for captures of that time, the past; the others are as today."""
        found: dict[TableName, Past] = {}
        for one in self.past:
            if when < one.valid_until:
                for table in one.tables:
                    found.setdefault(table, one)
        return found

    @model_validator(mode="after")
    def _contact_unless_loopback(self) -> "Source":
        if self.is_loopback and not self.scope.allow_loopback:
            raise ValueError("home is on this machine: expected scope.allow_loopback = true")
        if not self.is_loopback and not self.contact:
            raise ValueError("expected a contact (mailto: or https:), found none")
        return self
