"""Each thing that happens to a WordPress site gives its events and no other, through the REST interface and HTML alike.

The rows are those of a table measured on the same site: what an editor, a bulk tool, a reader or a plugin does. Every
row is one night, harvested through both doors; the second sees what the first does, unless the row says otherwise.
"""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.sources import LoadedSource
from tests.wordpress.live import Site, rules

pytestmark = pytest.mark.wordpress

Told = Mapping[tuple[str, str, str | None], int]
"""How many events of which entity, type and field."""

NIGHT = datetime(2026, 11, 1, 2, tzinfo=UTC)
POST = "war-of-intervention-american-accounts"
LISTED = 10  # entries of that post
POSTS = 44  # that can be seen
PAGES = 3
PAMPHLET = "<em>A new pamphlet</em>, n.p., Moscow, 1924, 11 pages."
BOOK = "<em>%s</em>, Pat Sloan, Gollancz, London, 1938, 200 pages."
COMMENT = "<em>The Secret War</em>, n.p., Moscow, 1981, 105 pages."

NEW: Told = {("page", "page_added", None): 1, ("entry", "added", None): 1}
GONE: Told = {("entry", "missing", None): LISTED}
BACK: Told = {("page", "observed_again", None): 1, ("entry", "resumed", None): LISTED}
EXTENTS: Told = {("entry", "changed", "extent_raw"): LISTED}
MOVED: Told = {("page", "moved", "url"): 1}


@dataclass(frozen=True)
class Row:
    """What is done before the night (words of `Site.do`; none: nothing), and what must be told of it."""

    words: tuple[str, ...]
    told: Told = field(default_factory=dict)
    html: Told | None = None  # through the second door, where that is something else


ROWS = [
    Row(()),
    Row(("touch", POST)),
    Row(("replace", POST, " pages.", " pp."), EXTENTS),
    Row(("replace", POST, " pp.", " pages."), EXTENTS),
    Row(("append", POST, PAMPHLET), {("entry", "added", None): 1}),
    Row(("move-line", POST, "A new pamphlet", "3"), {("entry", "moved", "heading_path"): 1}),
    Row(("remove-line", POST, "A new pamphlet"), {("entry", "missing", None): 1}),
    Row((), {("entry", "removed", None): 1}),
    Row(("retag", POST, "14-nations", "red-army", "lenin"), {("page", "changed", "tags"): 1}),
    Row(("comment", POST, COMMENT)),
    Row(("title", POST, "A new title"), {("page", "changed", "title"): 1}),
    Row(("new", "Brand new list", BOOK % "Fresh book"), NEW),
    Row(("new", "Found in the attic", BOOK % "Old book", "publish", "2019-05-01 10:00:00"), NEW),
    Row(("new", "Announced", BOOK % "Book to come", "future", "2031-01-01 10:00:00")),
    Row(("golive", "announced"), NEW),
    Row(("sticky", POST)),
    Row(("slug", POST, "a-new-slug"), MOVED),
    Row(("slug", "a-new-slug", POST), MOVED),
    Row(("permalink", "/%year%/%postname%/"), {("page", "moved", "url"): POSTS + 3}),
    Row(("permalink", ""), {("page", "moved", "url"): POSTS + 3 + PAGES}),
    Row(("permalink", "/%postname%/"), {("page", "moved", "url"): POSTS + 3 + PAGES}),
    Row(("password", POST, "october"), {("page", "unobserved", None): 1}),
    Row(("password", POST, ""), {("page", "observed_again", None): 1}),
    Row(("status", POST, "draft"), GONE),
    Row(("status", POST, "publish"), BACK),
    Row(("status", POST, "private"), GONE),
    Row(("status", POST, "publish"), BACK),
    Row(("trash", POST), GONE),
    Row(("untrash", POST), BACK),
    Row(("delete", "brand-new-list"), {("entry", "missing", None): 1}),
    Row(()),
    Row(()),
    Row((), {("page", "page_removed", None): 1, ("entry", "removed", None): 1}),
    Row(("theme", "twentytwentytwo")),
    Row(("theme", "twentytwentythree")),
    Row(("theme", "twentytwentyone")),
    Row(("noise", "1")),
    Row(()),
    Row(("noise", "0")),
]


def test_each_change_gives_its_events_and_no_other(site: Site, tmp_path: Path) -> None:
    ways = {"rest": rules("wordpress", "sitemap"), "html": rules("sitemap")}
    site.do("theme", "twentytwentyone")
    for way, loaded in ways.items():
        assert stages.harvest(loaded, tmp_path / way, now=NIGHT).result == "success"
    for number, row in enumerate(ROWS, start=1):
        if row.words:
            site.do(*row.words)
        for way, loaded in ways.items():
            expected = row.html if way == "html" and row.html is not None else row.told
            _night(loaded, tmp_path / way, number, row, expected)
    assert stages.verify(ways["rest"], tmp_path / "rest") == []


def _night(loaded: LoadedSource, data: Path, number: int, row: Row, expected: Told) -> None:
    began = time.monotonic()
    outcome = stages.harvest(loaded, data, now=NIGHT + timedelta(days=number))
    run = outcome.runs[-1]
    print(f"{data.name}: {' '.join(row.words)[:60] or 'nothing'}: {outcome.result}, {run.requests} requests, "
          f"{time.monotonic() - began:.1f} s")  # fmt: skip
    assert outcome.exit_code == 0, (data.name, row.words, run.held_reasons)
    assert _told(outcome) == expected, (data.name, row.words)
    if row.words and row.words[0] in ("theme", "noise"):
        assert outcome.result == "unchanged", (data.name, row.words)  # not even another snapshot


def _told(outcome: Outcome) -> Counter[tuple[str, str, str | None]]:
    events = [event for event in outcome.events if not event.minor and event.entity_type != "heading"]
    return Counter((event.entity_type.value, event.change_type.value, event.field) for event in events)
