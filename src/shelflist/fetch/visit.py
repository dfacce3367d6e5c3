"""One visit to a source: robots.txt, the lists, the pages. Everything it learns goes to the recording.

Nothing here reads a page for its entries, decides what became of it, or publishes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Literal

from shelflist.fetch.addresses import Scope
from shelflist.fetch.asker import Asker
from shelflist.fetch.client import Client
from shelflist.fetch.comparing import Comparison, is_due, is_overdue
from shelflist.fetch.doors.errand import Door, Errand, KnownPages, Named, Plan, Wanted, ask_directly
from shelflist.fetch.doors.feed import FeedDoor
from shelflist.fetch.doors.html import DOOR as HTML
from shelflist.fetch.doors.links import LinksDoor
from shelflist.fetch.doors.sitemap import SitemapDoor
from shelflist.fetch.doors.wordpress import WordPressDoor
from shelflist.fetch.ports import (
    NO_ROBOTS,
    Clock,
    HeldRobots,
    KnownPage,
    NoAnswer,
    Progress,
    Readers,
    Recording,
    Visit,
)
from shelflist.fetch.robots import Robots
from shelflist.fetch.unheard import why_no_list
from shelflist.fetch.unrecorded import Unrecorded
from shelflist.models.web import Asked, Capture, DoorReport, FailureKind, Purpose
from shelflist.sources.model import Source

_DOORS: dict[str, Callable[[Errand], Door]] = {
    "wordpress": WordPressDoor,
    "feed": FeedDoor,
    "sitemap": SitemapDoor,
    "links": LinksDoor,
}


def visit(
    source: Source,
    recording: Recording,
    known: Sequence[KnownPage],
    readers: Readers,
    clock: Clock,
    *,
    run_id: str,
    progress: Progress,
    limit: int | None = None,
    dry_run: bool = False,
    compared_at: datetime | None = None,
    last_feed: Capture | None = None,
    left_out: frozenset[str] = frozenset(),
    robots: Mapping[str, HeldRobots] = NO_ROBOTS,
) -> Visit:
    """Ask the source once for everything that is new, changed or doubtful.

    `limit` asks for so many pages at most. `compared_at`: when the doors were last compared, if ever. `last_feed`: the
    first page of the feed as it was read last. `left_out`: keys of pages that are never asked for. `robots`: how
    robots.txt was answered before, by origin. A dry run asks for robots.txt and the lists alone and records nothing.
    Ctrl-C ends the visit in order, with outcome "cancelled".
    Expected pages that were not asked for or gave nothing have a Failure in the recording, with two exceptions: an
    unreachable robots.txt is one Failure for all of them (without a page key), and pages beyond `limit` have none.
    Raises LedgerError when the recording does.
    """
    with Client(source) as client:
        forgetting = Unrecorded(run_id)
        keeping = forgetting if dry_run else recording
        asker = Asker(source, client, keeping, clock, run_id, robots=robots)
        scope = Scope(source)
        errand = Errand(
            source, scope, KnownPages(known, scope), readers, asker, progress, clock.now(), limit, left_out=left_out,
            last_feed=None if is_overdue(source, clock.now(), compared_at) else last_feed,
        )  # fmt: skip
        made = _Round(errand, limit, dry_run=dry_run, compared_at=compared_at).make()
        return replace(made, unheard=why_no_list(forgetting.unheard))


class _Round:
    """The steps of one visit, and how far it got."""

    def __init__(self, errand: Errand, limit: int | None, *, dry_run: bool, compared_at: datetime | None) -> None:
        self._errand, self._limit, self._dry_run = errand, limit, dry_run
        self._compared_at, self._doors = compared_at, tuple[DoorReport, ...]()
        self._robots: Literal["allowed", "unreachable", "denied", "none"] = "none"
        self._outcome: Literal["finished", "cancelled", "limited"] = "finished"
        self._listed_by: str | None = None
        self._wanted: tuple[Wanted, ...] = tuple(map(ask_directly, errand.known.pages))
        self._visited: tuple[Wanted, ...] = ()
        self._too_deep: tuple[str, ...] | None = None
        self._door: Door = SitemapDoor(errand)
        self._done = 0

    def make(self) -> Visit:
        try:
            self._go()
        except KeyboardInterrupt:
            self._outcome = "cancelled"
            self._skip_rest("the run was cancelled")
        return self._summary()

    def _go(self) -> None:
        if not self._read_robots():
            self._wanted = ()
            return
        self._errand.progress.stage("lists", None)
        self._choose_door()
        if self._limit is not None and self._limit < len(self._wanted):
            self._wanted, self._outcome = self._wanted[: self._limit], "limited"
        if not self._dry_run:
            self._fetch_all()

    def _read_robots(self) -> bool:
        """Whether anything may be asked of the home page's host."""
        try:
            robots = self._errand.asker.robots(self._errand.source.home)
        except NoAnswer as error:
            self._skip_rest(error.detail)
            return False
        self._robots = _in_a_word(robots, self._errand.source.home)
        return self._robots != "unreachable"

    def _choose_door(self) -> None:
        """The first door with a complete list; else all that any of them named, and every known page."""
        partial: dict[str, tuple[Door, Plan]] = {}
        for name in self._errand.source.pages.doors:
            door = _DOORS[name](self._errand)
            plan = door.plan()
            if plan.is_complete:
                self._door, self._listed_by = door, name
                self._take(plan)
                self._compare(plan, {name: plan for name, (_, plan) in partial.items()})
                return
            partial[name] = door, plan
        self._door, best = max(partial.values(), key=lambda proposal: len(proposal[1].wanted))
        self._take(best)

    def _take(self, plan: Plan) -> None:
        """What the plan wants, without what a door asked for already while it followed links."""
        asked = self._errand.visited
        self._wanted = tuple(wanted for wanted in self._allowed(plan.wanted) if wanted.page_key not in asked)
        self._visited = plan.visited
        self._too_deep = plan.too_deep

    def _allowed(self, wanted: Iterable[Wanted]) -> Iterator[Wanted]:
        """Without the pages that are never asked for."""
        return (one for one in wanted if one.page_key not in self._errand.left_out)

    def _compare(self, plan: Plan, failed: Mapping[str, Plan]) -> None:
        """Ask the other doors for their lists too, if it is time; what only they know is wanted as well."""
        names = self._errand.source.pages.doors
        if (
            self._dry_run
            or self._listed_by is None
            or len(names) < 2
            or not plan.is_own
            or not is_due(self._errand, plan, self._compared_at)
        ):
            return
        named = {self._listed_by: Named(plan.named, is_complete=True)}
        named |= {name: Named(other.named, is_complete=False) for name, other in failed.items()}
        for name in names:
            if name not in named:
                named[name] = _DOORS[name](self._errand).names()
        comparison = Comparison(self._errand, named)
        self._doors = comparison.reports()
        self._wanted = (*self._wanted, *self._allowed(comparison.unknown_to_first()))

    def _fetch_all(self) -> None:
        if self._listed_by:
            self._door.prepare()
        self._errand.progress.stage("pages", len(self._wanted))
        for wanted in self._wanted:
            if wanted.known is None or wanted.page_key not in self._errand.visited:
                self._door.fetch(wanted)
            self._done += 1
            self._errand.progress.advance(wanted.url)

    def _skip_rest(self, why: str) -> None:
        for wanted in islice(self._wanted, self._done, None):
            if wanted.page_key in self._errand.visited:
                continue
            door = HTML if wanted.form == "html" else WordPressDoor.name
            asked = Asked(purpose=Purpose.PAGE, door=door, page_key=wanted.page_key)
            self._errand.asker.fail(asked, wanted.url, FailureKind.SKIPPED, why)

    def _summary(self) -> Visit:
        account = self._errand.asker.politeness
        return Visit(
            door=self._listed_by,
            outcome=self._outcome,
            requests=account.requests,
            received_bytes=account.received_bytes,
            waited_seconds=account.waited_seconds,
            slowest_delay=account.slowest_delay,
            robots=self._robots,
            doors=self._doors,
            too_deep=self._too_deep,
            planned=tuple(wanted.url for wanted in (*self._visited, *self._wanted)),
        )


def _in_a_word(robots: Robots, home: str) -> Literal["allowed", "unreachable", "denied", "none"]:
    if robots.status != "rules":
        return robots.status
    return "allowed" if robots.allows(home) else "denied"
