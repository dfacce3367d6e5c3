"""Changes as a maintainer reads them: page by page, heading by heading, line by line; what is no news folded away.

Record objects and their order, no markup. `diff` makes them of two snapshots (`report_diff`), `changes` of events
(`report_events`); `render_diff` writes both.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from shelflist.publish.words_marked import Marked

MANY = 100
"""Up to so many changes are told in full; of more, the first of each page, and pages after the first are counted."""

OF_A_PAGE = 10
OF_PAGES = 20
OFTEN = 10
"""Where much changed, what was done to so many things in the same way is told once, ahead of the pages."""

_SITE = re.compile(r"https?://[^/]*/?")
_FIRST = ("added", "removed", "changed", "moved", "relinked", "missing")


@dataclass(frozen=True, slots=True)
class Seen:
    """A capture that shows it, and where its bytes lie: file relative to data/raw/<source>/, first byte of the record.

    Null is what the run's folder no longer tells.
    """

    capture_id: str
    captured_at: datetime | None = None
    warc_filename: str | None = None
    warc_offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something stands, or stood. `row` orders what is on one page; None: it is not on it now."""

    page_id: str = ""
    page: str = ""
    url: str | None = None
    headings: tuple[str, ...] = ()
    heading_row: int = -1
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One field that differs, and by which kind of change."""

    kind: str
    field: str
    values: Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one thing. `aside` says why it is no news; empty if it is. `href` leads to its place."""

    kinds: tuple[str, ...]
    entity_type: str = "entry"
    key: tuple[str, ...]
    label: str
    words: str = ""
    fields: tuple[Told, ...] = ()
    spot: Spot = Spot()
    href: str | None = None
    before: Seen | None = None
    after: Seen | None = None
    observed_at: datetime | None = None
    aside: str = ""

    @property
    def shown_fields(self) -> tuple[Told, ...]:
        """Without the status, which says no more than that it is missing, or back."""
        return tuple(told for told in self.fields if told.field != "status")

    def captures_beside(self, page: "OnPage") -> tuple[Seen | None, Seen | None]:
        """Its captures, or none where they are those told of its page."""
        is_told = self.before in (None, page.before) and self.after in (None, page.after)
        return (None, None) if is_told else (self.before, self.after)


@dataclass(frozen=True, slots=True)
class Under:
    """The changes under one heading; the first `shown` of them are told where space is short."""

    headings: tuple[str, ...]
    changes: tuple[Change, ...]
    shown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPage:
    """The changes of one page. `before` and `after` are the captures that most of them rest on."""

    title: str
    href: str | None
    before: Seen | None
    after: Seen | None
    groups: tuple[Under, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        return counted(change for group in self.groups for change in group.changes)

    @property
    def shown(self) -> int:
        return sum(group.shown for group in self.groups)

    @property
    def hidden(self) -> int:
        return sum(len(group.changes) for group in self.groups) - self.shown


@dataclass(frozen=True, slots=True)
class Often:
    """The same words of a field replaced by the same words, `number` times."""

    number: int
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that is told. `changes` are all, in order; `pages` those that are news; `asides` the rest, by page.

    `often` is empty unless there are more changes than are told in full.
    """

    title: str
    changes: tuple[Change, ...]
    pages: tuple[OnPage, ...]
    asides: tuple[OnPage, ...]
    folded: tuple[tuple[str, int], ...]
    often: tuple[Often, ...]

    @property
    def is_long(self) -> bool:
        return any(page.hidden for page in self.pages)


def account_of(title: str, changes: Iterable[Change], *, everything: bool = False) -> Account:
    """Changes put in order. `everything`: nothing is folded away, and nothing left out of long lists."""
    ordered = tuple(sorted(changes, key=_place))
    news = ordered if everything else tuple(change for change in ordered if not change.aside)
    rest = () if everything else tuple(change for change in ordered if change.aside)
    is_long = len(news) > MANY and not everything
    return Account(
        title=title,
        changes=ordered,
        pages=_pages(news, is_long=is_long),
        asides=_pages(rest, is_long=False),
        folded=tuple(sorted(Counter(change.aside for change in rest).items())),
        often=_often(news) if is_long else (),
    )


def counted(changes: Iterable[Change]) -> tuple[tuple[str, int], ...]:
    """How many things each kind of change concerns; what came and went first."""
    counts = Counter(kind for change in changes for kind in change.kinds)
    first = [kind for kind in _FIRST if kind in counts]
    return tuple((kind, counts[kind]) for kind in (*first, *sorted(set(counts) - set(first))))


def _often(changes: Sequence[Change]) -> tuple[Often, ...]:
    counts = Counter((told.field, *_replaced(told.values)) for change in changes for told in change.shown_fields)
    return tuple(Often(number, *words) for words, number in counts.most_common(OFTEN) if number >= OFTEN)


def _replaced(values: Marked) -> tuple[str, str]:
    """The words that went and came, beside "…" where others stayed; of addresses at another host the hosts alone."""
    sites = [_SITE.match(text or "") for text in (values.old, values.new)]
    if sites[0] and sites[1] and sites[0][0] != sites[1][0]:
        return sites[0][0], sites[1][0]
    went, came = (" … ".join(one.words for one in values.pieces if one.sign == sign) for sign in "-+")
    if values.is_partial and not (went and came):
        return f"… {went}".rstrip(), f"… {came}".rstrip()
    return went or "nothing", came or "nothing"


def _place(change: Change) -> tuple[object, ...]:
    spot = change.spot
    row = float("inf") if spot.row is None else spot.row
    at = "" if change.observed_at is None else change.observed_at.isoformat()
    return (spot.page.casefold(), spot.page_id, spot.heading_row, spot.headings, row, at, change.label, change.key)


def _pages(changes: Sequence[Change], *, is_long: bool) -> tuple[OnPage, ...]:
    pages = [list(group) for _, group in groupby(changes, key=lambda change: change.spot.page_id)]
    return tuple(
        _page(page, (OF_A_PAGE if number < OF_PAGES else 0) if is_long else len(page))
        for number, page in enumerate(pages)
    )


def _page(changes: list[Change], space: int) -> OnPage:
    groups: list[Under] = []
    for headings, group in groupby(changes, key=lambda change: change.spot.headings):
        held = tuple(group)
        shown = min(space, len(held))
        groups.append(Under(headings, held, shown))
        space -= shown
    before, after = _captures(changes)
    spot = changes[0].spot
    return OnPage(title=spot.page, href=spot.url, before=before, after=after, groups=tuple(groups))


def _captures(changes: list[Change]) -> tuple[Seen | None, Seen | None]:
    """Those that most changes rest on; pairs come before captures that stand alone."""
    found = Counter((change.before, change.after) for change in changes)
    pairs = Counter({pair: number for pair, number in found.items() if None not in pair})
    return (pairs or found).most_common(1)[0][0]
