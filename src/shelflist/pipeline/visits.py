"""Visits: imported captures that were taken together, and what each showed of its pages.

A visit stands for one look at the site, like a run, but it never saw a list: pages that are not in it are not expected.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from shelflist.errors import ReadError
from shelflist.extract.parts import join_parts
from shelflist.fetch.addresses import Scope
from shelflist.linkage.identity import normal_url, page_id
from shelflist.models.observe import PageAnswer, RunObservation
from shelflist.models.page import Page
from shelflist.models.rows import PageRow
from shelflist.models.track import State
from shelflist.models.vocabulary import Verdict
from shelflist.models.web import IMPORT_DOOR, Capture
from shelflist.pipeline.address_book import Addresses
from shelflist.pipeline.history import RunFacts
from shelflist.pipeline.looks import Looks
from shelflist.pipeline.place import Workplace
from shelflist.pipeline.reading import Reader
from shelflist.verdicts.judge import judge

_APART = timedelta(hours=1)
_LONGEST = timedelta(hours=12)


def is_import(facts: RunFacts) -> bool:
    """The run asked nobody: its captures came out of files, and have times of their own."""
    return facts.ended is not None and facts.ended.door == IMPORT_DOOR


@dataclass(slots=True)
class Visit:
    """Captures less than an hour apart, over twelve hours at most, none of an address twice."""

    captures: list[Capture] = field(default_factory=list)
    urls: set[str] = field(default_factory=set)

    @property
    def at(self) -> datetime:
        """What the visit saw was so by then."""
        return self.captures[-1].captured_at

    def takes(self, capture: Capture) -> bool:
        first, last = self.captures[0].captured_at, self.captures[-1].captured_at
        is_near = capture.captured_at - last <= _APART and capture.captured_at - first <= _LONGEST
        return is_near and normal_url(capture.final_url) not in self.urls

    def add(self, capture: Capture) -> None:
        self.captures.append(capture)
        self.urls.add(normal_url(capture.final_url))


def visits_of(captures: Iterable[Capture]) -> list[Visit]:
    """The visits, oldest first, whatever order the captures come in."""
    visits: list[Visit] = []
    for capture in sorted(captures, key=lambda one: (one.captured_at, one.final_url, one.payload_digest)):
        if not visits or not visits[-1].takes(capture):
            visits.append(Visit())
        visits[-1].add(capture)
    return visits


@dataclass(slots=True)
class Guide:
    """Reads visits. Knows which address is which page: those that are published keep their ids.

    `has_posts`: the site says of its pages which post they are, so that one which says nothing is a list of posts
    (a category, a month, the home page), which repeats what stands elsewhere.
    """

    place: Workplace
    reader: Reader
    book: Addresses
    scope: Scope
    has_posts: bool = False
    posts: set[str] = field(default_factory=set)  # ids of pages that are known to be posts

    @classmethod
    def of(cls, state: State, place: Workplace, reader: Reader, captures: Sequence[Capture]) -> "Guide":
        guide = cls(place, reader, Addresses.of(state), Scope(reader.source))
        guide.posts |= {page.page_id for page in state.pages.values() if page.page_key.startswith("post:")}
        guide.has_posts = any(page.wp_post_id for page in state.pages.values()) or any(
            page.wp_post_id for page in map(guide._page, captures) if page is not None
        )
        return guide

    def observe(self, state: State, visit: Visit, facts: RunFacts) -> RunObservation:
        """What the visit showed of each page that it saw whole; times are the visit's."""
        if facts.ended is None:
            raise AssertionError("only ended runs are folded")
        parts: dict[str, dict[int, tuple[Capture, Page]]] = {}
        for capture in visit.captures:
            page = self._page(capture)
            if page is not None and self._is_page_of_its_own(page):
                identity, part = self._whose(page)
                parts.setdefault(identity, {}).setdefault(part, (capture, page))
        answers = [self._answer(identity, found, state.pages.get(identity)) for identity, found in parts.items()]
        return RunObservation(
            run=replace(facts.begun, logical_at=visit.at),
            ended=facts.ended,
            answers=tuple(sorted((one for one in answers if one), key=lambda answer: answer.page_id)),
            list_complete=False,
        )

    def _page(self, capture: Capture) -> Page | None:
        """As read once and kept until the fold is over; None for what cannot be read."""
        return Looks(self.place.readings, self.reader).get(capture).page

    def _is_page_of_its_own(self, page: Page) -> bool:
        return page.wp_post_id is not None or not self.has_posts or self._known(page) is not None

    def _known(self, page: Page) -> str | None:
        return next((found for url in self._addresses(page) if (found := self.book.by_url.get(normal_url(url)))), None)

    def _addresses(self, page: Page) -> Iterator[str]:
        """The page's own word counts if it stays on its host."""
        canonical = page.canonical_url
        if canonical and urlsplit(canonical).hostname == urlsplit(page.url).hostname:
            yield canonical
        yield page.url

    def _whose(self, page: Page) -> tuple[str, int]:
        """The page's id, and which of its parts this is: the address of a later one ends with its number."""
        key = f"post:{page.wp_post_id}" if page.wp_post_id else f"url:{next(self._addresses(page))}"
        known = self._known(page)
        if page.wp_post_id and known in self.posts:
            known = None  # the address was another post's
        identity = self.book.by_key.get(key) or known or page_id(self.book.source_id, key)
        if page.wp_post_id:
            self.posts.add(identity)
        above, _, last = page.url.rstrip("/").rpartition("/")
        is_part = page.wp_post_id is not None and last.isdecimal() and len(last) < 4 and int(last) > 1
        if is_part and self.book.by_url.get(normal_url(above + "/")) == identity:
            return identity, int(last)
        self.book.by_key.setdefault(key, identity)
        for url in self._addresses(page):
            self.book.by_url.setdefault(normal_url(url), identity)
        return identity, 1

    def _answer(
        self, identity: str, found: dict[int, tuple[Capture, Page]], known: PageRow | None
    ) -> PageAnswer | None:
        """None unless all parts are there, and the page is what it seems."""
        if sorted(found) != list(range(1, len(found) + 1)) or len(found) < len(known.capture_ids if known else ()):
            return None
        captures = tuple(found[part][0] for part in sorted(found))
        page = join_parts([found[part][1] for part in sorted(found)])
        try:
            reading = self.reader.lines(page, captures[0].captured_at)
        except ReadError:
            return None
        answer = PageAnswer(
            page_id=identity,
            page_key=known.page_key if known else self._key(page),
            url=page.url,
            captures=captures,
            reading=reading,
            door=IMPORT_DOOR,
        )
        is_good = judge(answer, None, list_complete=False).verdict is Verdict.OK
        return answer if is_good and self.scope.has_page(page.url) else None

    def _key(self, page: Page) -> str:
        return f"post:{page.wp_post_id}" if page.wp_post_id else f"url:{next(self._addresses(page))}"
