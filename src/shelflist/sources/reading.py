"""What a source file says of reading a page: selectors, lookups, the manner, and those that fitted it in the past."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from shelflist.sources.table import Table


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


def _moment(value: object) -> datetime:
    """As TOML writes it: a date is its first moment, and a time without a zone is in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    raise ValueError("expected a date or a time without quotes, such as 2026-03-01 or 2026-03-01T12:00:00Z")


Pattern = Annotated[str, AfterValidator(_compiles)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
TableName = Literal["selectors", "lookups", "manner"]
TABLES: tuple[TableName, ...] = ("selectors", "lookups", "manner")
"""The tables of a source file that can have a past."""
_HOST = re.compile(r"\w+://[^/?#]*")
"""What stands before the path of an address."""


class Selector(Table):
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


Column = Literal["title", "author", "publisher", "place", "date", "extent", "note"]


class Columns(Table):
    """Tables that have a row to an entry, and what their cells hold."""

    css: str
    """CSS selector of the tables, within the content."""
    holds: Annotated[tuple[Column, ...], Field(min_length=2)]
    """What each cell of a row holds, from the left; rows with more or fewer cells are read as they stand."""


class Selectors(Table):
    """Where things stand in the HTML pages; a REST answer has only the content."""

    content: Selector = Selector(css=".entry-content", count="1")
    """The element that holds the list; nothing outside it is ever read as an entry."""
    title: Selector = Selector(css="h1.entry-title, h1.wp-block-post-title", count="0-1")
    published: Selector = Selector(css="time.entry-date[datetime], .wp-block-post-date time[datetime]", count="0+")
    categories: Selector = Selector(css=".cat-links a[rel~=category], .taxonomy-category a", count="0+")
    tags: Selector = Selector(css=".tags-links a[rel=tag], .taxonomy-post_tag a", count="0+")
    drop: tuple[str, ...] = (
        "script", "style", "noscript", "template", "object", "iframe", "form.post-password-form",
        ".wp-block-file__button", "a.more-link", ".sharedaddy", ".jp-relatedposts", ".post-views",
    )  # fmt: skip
    """Elements inside the content that are no part of it: thrown away and not counted."""
    navigation: tuple[str, ...] = ("nav", ".page-links", ".post-navigation")
    """Elements inside the content that lead elsewhere."""
    caption: tuple[str, ...] = ("figcaption", ".wp-caption-text", ".gallery-caption", "caption")
    documents: tuple[Pattern, ...] = ()
    """Regular expressions for paths of the site's own pages that are works: links to them are links to documents."""
    columns: tuple[Columns, ...] = ()
    """Tables whose columns do not stand in the order of a line; one [[selectors.columns]] each."""


class Lookups(Table):
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


class Hand(Table):
    """How somebody types a list. What is not said is found in the lines themselves."""

    lists_books: bool | None = None
    """Whether the lines are books, so that a title with little besides is an entry. False: each line is to show it."""
    author_first: bool | None = None
    """Whether the author stands before the title."""
    place_first: bool | None = None
    """Whether the place stands before the publisher."""


class HandOfPages(Hand):
    """The same for some pages; what is not said there is as for all."""

    path: Pattern
    """Regular expression; these are the pages whose path, with its query, matches it."""


class Manner(Hand):
    """What is known of the hand that typed the pages."""

    pages: tuple[HandOfPages, ...] = ()
    """Pages by another hand, one [[manner.pages]] each; the first that fits a page and says something counts."""

    def of(self, url: str) -> Hand:
        """What is said of the page at this address, which may be anything."""
        if not self.pages:
            return self
        path = _HOST.sub("", url, count=1).partition("#")[0] or "/"
        hands = [*(one for one in self.pages if re.search(one.path, path)), self]
        return Hand(**{name: _first(getattr(one, name) for one in hands) for name in Hand.model_fields})


def _first(said: Iterable[bool | None]) -> bool | None:
    return next((one for one in said if one is not None), None)


class Past(Table):
    """The tables that fitted the site until some time. A table that is not given is as in the next past, or today."""

    valid_until: Moment
    """A date or a time, in UTC unless it says otherwise: these rules are for captures made before it."""
    selectors: Selectors | None = None
    """All of `[selectors]` as it was then; keys that are not given have their defaults."""
    lookups: Lookups | None = None
    """All of `[lookups]` as it was then, but for `same` and `different`."""
    manner: Manner | None = None
    """All of `[manner]` as it was then."""

    @property
    def tables(self) -> tuple[TableName, ...]:
        """Those that are given."""
        return tuple(name for name in TABLES if getattr(self, name) is not None)

    @model_validator(mode="after")
    def _says_something(self) -> "Past":
        if not self.tables:
            raise ValueError("expected selectors, lookups or manner, found none of them")
        for name in ("same", "different"):  # names are decided once, for the entries of all times
            if self.lookups is not None and name in self.lookups.model_fields_set:
                raise ValueError(f"found lookups.{name}, expected it in [lookups]: it is for all times")
        return self


def _in_order(past: tuple[Past, ...]) -> tuple[Past, ...]:
    for number, (one, other) in enumerate(pairwise(past)):
        if one.valid_until >= other.valid_until:
            raise ValueError(
                f"past.{number} is valid until {one.valid_until:%Y-%m-%dT%H:%M:%SZ} and past.{number + 1} until "
                f"{other.valid_until:%Y-%m-%dT%H:%M:%SZ}, expected the oldest first and no two alike"
            )
    return past


PastRules = Annotated[tuple[Past, ...], AfterValidator(_in_order)]
