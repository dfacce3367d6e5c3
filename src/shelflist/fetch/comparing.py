"""Comparing the doors: whether their lists name the same pages, and which pages only one of them knows.

A page is the same in two lists by its post id, else by its address. Nothing is asked here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shelflist.fetch.addresses import same_address
from shelflist.fetch.doors.errand import Errand, Named, Plan, Wanted
from shelflist.models.page import ListedPage
from shelflist.models.web import DoorReport
from shelflist.sources.model import Source

MAX_TOLD = 50
"""Addresses of pages that only one door knows, told of each door."""

_GRACE = timedelta(hours=1)  # a nightly run does not start at the same second every week
_POSTS_ALONE = "feed"  # a feed names posts, not the pages of a WordPress site


@dataclass(frozen=True, slots=True)
class _List:
    """One door's list: its pages by the key that all lists share."""

    door: str
    is_complete: bool
    pages: Mapping[str, ListedPage]

    def agrees(self, other: "_List") -> bool:
        if _POSTS_ALONE not in (self.door, other.door):
            return self.pages.keys() == other.pages.keys()
        feed, whole = (self, other) if self.door == _POSTS_ALONE else (other, self)
        if any(page.post_type for page in whole.pages.values()):
            return feed.pages.keys() == {key for key, page in whole.pages.items() if page.post_type in ("posts", None)}
        return feed.pages.keys() <= whole.pages.keys()


class Comparison:
    """The lists of one run; the first is the one that served."""

    def __init__(self, errand: Errand, named: Mapping[str, Named]) -> None:
        self._errand = errand
        self._ids = {
            same_address(page.url): f"post:{page.wp_post_id}"
            for one in named.values()
            for page in one.pages
            if page.wp_post_id is not None
        }
        self._lists = [_List(door, one.is_complete, self._by_key(one.pages)) for door, one in named.items()]

    def reports(self) -> tuple[DoorReport, ...]:
        first, whole = self._lists[0], [one for one in self._lists if one.is_complete]
        return tuple(
            DoorReport(
                door=one.door,
                is_complete=one.is_complete,
                pages=len(one.pages),
                agrees=one.is_complete and one.agrees(first),
                only=self._only(one, whole) if one.is_complete else (),
            )
            for one in self._lists
        )

    def unknown_to_first(self) -> list[Wanted]:
        """Pages that another door names, and neither the list that served nor the catalogue knows."""
        found: dict[str, Wanted] = {}
        for one in self._lists[1:]:
            for key, page in one.pages.items():
                if key not in self._lists[0].pages and self._errand.known.find(page) is None:
                    found.setdefault(key, Wanted(page_key=page.page_key, url=page.url, form="html"))
        return list(found.values())

    def _only(self, one: _List, whole: Sequence[_List]) -> tuple[str, ...]:
        """Addresses; none as long as there is no second list to compare with."""
        others = [other.pages.keys() for other in whole if other is not one]
        if not others:
            return ()
        alone = set(one.pages).difference(*others)
        return tuple(sorted(one.pages[key].url for key in alone))[:MAX_TOLD]

    def _by_key(self, pages: Sequence[ListedPage]) -> dict[str, ListedPage]:
        """The home page, where posts are known and none of them is it, is a list like others."""
        within = {self._key(page): page for page in pages if self._errand.scope.has_page(page.url)}
        if self._ids:
            within.pop(f"url:{same_address(self._errand.source.home)}", None)
        return within

    def _key(self, page: ListedPage) -> str:
        if page.wp_post_id is not None:
            return f"post:{page.wp_post_id}"
        if told := self._ids.get(same_address(page.url)):
            return told
        known = self._errand.known.find(page)
        if known is not None and known.wp_post_id is not None:
            return f"post:{known.wp_post_id}"
        return f"url:{same_address(page.url)}"


def is_due(errand: Errand, plan: Plan, compared_at: datetime | None) -> bool:
    """The list shows a change, or the last comparison is too long ago."""
    return is_overdue(errand.source, errand.now, compared_at) or _shows_change(errand, plan)


def is_overdue(source: Source, now: datetime, compared_at: datetime | None) -> bool:
    return compared_at is None or now - compared_at >= timedelta(days=source.pages.compare_days) - _GRACE


def _shows_change(errand: Errand, plan: Plan) -> bool:
    """A page is new, edited or no longer named. One behind a password is nobody's news until it opens.

    Where the list says when its pages were changed, a known page without such a time was never in it.
    """
    has_times = any(page.modified is not None for page in plan.named)
    named = set[str]()
    for page in plan.named:
        known = errand.known.find(page)
        if known is not None:
            named.add(known.page_key)
        if page.protected or not errand.scope.has_page(page.url):
            continue
        if known is None or (page.modified is not None and page.modified != known.modified):
            return True
    left = (page for page in errand.known.pages if page.page_key not in named)
    return any(page.modified is not None or not has_times for page in left)
