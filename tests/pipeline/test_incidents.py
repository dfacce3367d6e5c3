"""What happened elsewhere must not happen here: one test for each case, named after it, most over real HTTP.

The cases are told in the issue trackers that each docstring names.
"""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
import pytest

from shelflist.demo.answer import HTML, Answer, redirect
from shelflist.errors import TableError
from shelflist.models.track import PageObservation
from shelflist.models.vocabulary import Verdict
from shelflist.pipeline import folding, stages
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import workplace
from shelflist.publish.read import load
from shelflist.tables.columns import ENTRIES
from tests.pipeline.chronicle import chronicle
from tests.pipeline.conftest import Archive, tree

LIST = "/history-of-the-ussr/"
SHORT_LIST = "/foreign-intervention-in-the-soviet-union/"
BLOCKED = (
    b'<!doctype html><title>Just a moment...</title><div class="entry-content"><p>Checking your browser.</p></div>'
)


@dataclass
class Twisted:
    """The demo after its first night, its answers changed on their way out. Every page is asked for every night."""

    archive: Archive
    monkeypatch: pytest.MonkeyPatch
    rest: bool = False

    def __post_init__(self) -> None:
        self.archive.site.rest = self.rest
        self._real = self.archive.site.answer

    def by(self, change: Callable[[str, Answer], Answer]) -> None:
        """From now on `change` has the last word, given the address without its host."""

        def answer(target: str, headers: dict[str, str]) -> Answer:
            plain = {name: value for name, value in headers.items() if not name.startswith(("if-", "accept-enc"))}
            found = change(target, self._real(target, plain))
            if "xml" not in found.content_type:
                return found
            return replace(found, body=re.sub(rb"<lastmod>.*?</lastmod>", b"", found.body))

        self.monkeypatch.setattr(self.archive.site, "answer", answer)

    def night(self, day: int, **how: int) -> Outcome:
        return self.archive.harvest(day, **how)


@pytest.fixture
def site(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Twisted:
    """Through the sitemap door, first night done."""
    twisted = Twisted(archive, monkeypatch)
    twisted.by(unchanged)
    assert twisted.night(1).result == "success"
    return twisted


def unchanged(path: str, found: Answer) -> Answer:
    return found


def is_page(found: Answer) -> bool:
    return found.content_type == HTML and found.status == 200


def edited(found: Answer, *changes: tuple[str, str]) -> Answer:
    text = found.body.decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return replace(found, body=text.encode())


def observed(outcome: Outcome, path: str) -> PageObservation:
    (found,) = [one for one in outcome.observations if one.url and one.url.endswith(path)]
    return found


def active(archive: Archive) -> int:
    entries = load("demo", "entries", data=archive.data).collect()
    return entries.filter(pl.col("status") == "active").height


def told(outcome: Outcome) -> list[str]:
    return sorted(event.change_type for event in outcome.events if event.entity_type == "entry" and not event.minor)


def test_an_empty_crawl_is_never_published_as_a_success(harvested: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """opensanctions #4782: republished weekly for six months."""
    nothing = Twisted(harvested, monkeypatch, rest=True)

    def empty(path: str, found: Answer) -> Answer:
        if path.startswith("/wp-json/") and found.status == 200:
            return replace(found, body=b"[]", headers=(("X-WP-Total", "0"), ("X-WP-TotalPages", "0")))
        return Answer(404, HTML, b"") if found.content_type == HTML else found

    nothing.by(empty)
    before, latest = tree(harvested.clean / "snapshots"), harvested.latest
    for week in (1, 2, 3, 4, 26):
        outcome = nothing.night(1 + 7 * week)
        assert (outcome.result, outcome.exit_code, outcome.events) == ("failed", 1, ())
    assert (tree(harvested.clean / "snapshots"), harvested.latest) == (before, latest)
    assert active(harvested) == 70


def test_half_the_list_missing_with_every_status_200_removes_nothing(
    harvested: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kingfisher-collect #877: the list names half of the pages, and nothing says so."""
    shrunken = Twisted(harvested, monkeypatch)

    def half(path: str, found: Answer) -> Answer:
        if "sitemap-posts-post" not in path:
            return found
        others = [url for url in re.findall(rb"<url>.*?</url>", found.body, re.DOTALL) if LIST.encode() not in url]
        assert any(SHORT_LIST.encode() in url for url in others)
        for url in others:
            found = replace(found, body=found.body.replace(url, b""))
        return found

    shrunken.by(half)
    for day in (2, 3, 6):
        outcome = shrunken.night(day)
        assert not {"missing", "removed"} & set(told(outcome))
        assert active(harvested) == 70


def test_a_crawl_that_dies_halfway_is_partial_and_removes_nothing(site: Twisted) -> None:
    """kingfisher-collect #1163: dead on page 7, and passed a rule that allowed 15 % of errors."""
    asked: list[str] = []

    def dying(path: str, found: Answer) -> Answer:
        if is_page(found):
            asked.append(path)
        return Answer(500, HTML, b"") if is_page(found) and len(asked) > 3 else found

    for day in (2, 3, 6):
        asked.clear()
        site.by(dying)
        outcome = site.night(day, edition=2)
        assert (outcome.result, outcome.exit_code) == ("partial", 3)
        assert not {"missing", "removed"} & set(told(outcome))
        assert any("pages answered, expected at least" in reason for reason in outcome.runs[-1].held_reasons)


def block_page(target: str, page: Answer) -> Answer:
    """A page of its own, as a firewall gives it."""
    if target == "/please-wait/":
        return Answer(200, HTML, BLOCKED)
    return redirect("http://demo.localhost/please-wait/", 302) if target == LIST else page


def block_page_in_the_sites_dress(target: str, page: Answer) -> Answer:
    """The very page, canonical address and all, but for its text."""
    if target == f"{LIST}?checked=1":
        content = re.compile(rb'(<div class="entry-content">).*?(</div>\n<footer)', re.DOTALL)
        return replace(page, body=content.sub(rb"\1<p>Checking your browser.</p>\2", page.body))
    return redirect(f"http://demo.localhost{LIST}?checked=1", 302) if target == LIST else page


@pytest.mark.parametrize("blocked", [block_page, block_page_in_the_sites_dress])
def test_a_block_page_with_status_200_after_a_redirect_keeps_the_entries(
    site: Twisted, blocked: Callable[[str, Answer], Answer]
) -> None:
    """EDGI web-monitoring #198."""
    site.by(blocked)
    for day in (2, 3, 6):
        outcome = site.night(day)
        assert observed(outcome, LIST).verdict.is_blind
        assert told(outcome) == []
    assert active(site.archive) == 70


def test_an_intermittent_404_removes_nothing_until_it_is_confirmed(site: Twisted) -> None:
    """EDGI web-monitoring #122."""

    def gone(path: str, found: Answer) -> Answer:
        return Answer(404, HTML, b"") if path == SHORT_LIST else found

    fate = {2: False, 3: True, 4: False, 5: False, 6: True}
    said = []
    for day, is_there in fate.items():
        site.by(unchanged if is_there else gone)
        outcome = site.night(day)
        said.append(set(told(outcome)))
        assert (observed(outcome, SHORT_LIST).verdict is Verdict.NOT_FOUND) is not is_there
    assert said == [{"missing"}, {"resumed"}, {"missing"}, set(), {"resumed"}]
    site.by(gone)
    last = [set(told(site.night(day))) for day in range(7, 11)]
    assert last == [{"missing"}, set(), set(), {"removed"}]  # three looks over 72 hours


def test_pages_that_alternate_between_two_forms_are_no_news(site: Twisted) -> None:
    """OpenTermsArchive #574, opensanctions crawler-planning #647: A/B/A/B, forms of href, rotating sidebars."""

    def form(day: int) -> Callable[[str, Answer], Answer]:
        def change(path: str, found: Answer) -> Answer:
            if not is_page(found) or "entry-content" not in found.body.decode():
                return found
            text = found.body.decode().replace("</body>", f"<aside><ul><li>Read: book {day}</li></ul></aside></body>")
            if day % 2:
                text = re.sub(r'href="http://demo\.localhost(/wp-content/[^"]*)"', r'href="\1"', text)
            return replace(found, body=text.encode())

        return change

    snapshots = tree(site.archive.clean / "snapshots")
    for day in range(2, 6):
        site.by(form(day))
        outcome = site.night(day)
        assert (outcome.events, outcome.result) == ((), "unchanged")
        assert {one.basis for one in outcome.observations} == {"digest"}  # the pages were read, not skipped
    assert tree(site.archive.clean / "snapshots") == snapshots


def stamped(end: str) -> Callable[[str, Answer], Answer]:
    return lambda path, found: edited(found, ("</body>", end)) if is_page(found) else found


def test_a_fetch_time_within_the_page_is_no_edit(site: Twisted) -> None:
    """opensanctions #5347: 51,999 false edits of 51,990, from a time inside the content hash."""
    tables = tree(site.archive.clean / "snapshots")
    for day in (2, 3):
        site.by(stamped(f"<!-- fetched at 2026-11-{day:02}T02:00:00Z --></body>"))
        outcome = site.night(day)
        assert (outcome.result, outcome.events) == ("unchanged", ())
        assert {one.basis for one in outcome.observations} == {"digest"}
    assert tree(site.archive.clean / "snapshots") == tables


def test_identical_lines_on_one_page_stay_two_entries(tmp_path: Path) -> None:
    """csv-diff #31: duplicate keys silently overwrote rows."""
    twice = {"a": ("Title 1", "Title 1", "Title 2"), "b": ("Title 3",)}
    with chronicle(tmp_path) as nights:
        nights.night(twice)
        assert nights.shown["http://archive.localhost/a/"] == ["Title 1", "Title 1", "Title 2"]
        assert load("made-up", "entries", data=tmp_path).collect()["entry_id"].n_unique() == 4
        outcome = nights.night({**twice, "a": ("Title 1", "Title 2")})
        assert told(outcome) == ["missing"]
        assert nights.shown["http://archive.localhost/a/"] == ["Title 1", "Title 2"]


def test_a_reorder_is_told_as_moves_never_as_additions(tmp_path: Path) -> None:
    """changedetection.io #502, #2469."""
    titles = tuple(f"Title {number}" for number in range(20))
    with chronicle(tmp_path) as nights:
        nights.night({"a": ("# One", *titles[:10], "# Two", *titles[10:])})
        outcome = nights.night({"a": ("# One", *reversed(titles[:10]), "# Two", titles[19], *titles[10:19])})
        assert {event.change_type for event in outcome.events} == {"moved"}
        assert told(outcome) == []  # a place in the list alone is minor
        outcome = nights.night({"a": ("# Two", titles[19], *titles[10:19], "# One", *reversed(titles[:10]))})
        assert {str(event.change_type) for event in outcome.events} <= {"moved"}
        outcome = nights.night(
            {"a": ("# Two", titles[19], *titles[10:18], "# One", titles[18], *reversed(titles[:10]))}
        )
        assert told(outcome) == ["moved"]


def test_a_renamed_wrapper_is_an_error_that_names_the_selector(site: Twisted) -> None:
    """juriscraper #1154, #1526."""
    rename = ('class="entry-content"', 'class="wp-block-post-content"')
    site.by(lambda path, found: edited(found, rename) if path == LIST else found)
    outcome = site.night(2)
    page = observed(outcome, LIST)
    assert page.verdict is Verdict.PARSE_ERROR
    assert page.detail is not None
    assert all(words in page.detail for words in ("content", ".entry-content", "0", "expected 1"))
    assert told(outcome) == []  # no half of the page either
    assert active(site.archive) == 70


def test_values_shifted_between_rows_of_a_parquet_file_are_not_published(
    harvested: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """polars #16109."""
    real, before = pl.DataFrame.write_parquet, tree(harvested.clean / "snapshots")

    def shifting(frame: pl.DataFrame, file: io.BytesIO, **how: object) -> None:
        shifted = frame.with_columns(pl.col("title").shift(1)) if frame.columns == list(ENTRIES.names) else frame
        real(shifted, file, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(pl.DataFrame, "write_parquet", shifting)
    with pytest.raises(TableError, match=r"entries\.parquet: title: row \d+: read back as"):
        harvested.harvest(2, edition=2)
    monkeypatch.undo()
    assert harvested.latest == "20261101T020000Z"
    snapshots = tree(harvested.clean / "snapshots")
    assert {name: snapshots[name] for name in before} == before
    assert harvested.harvest(3).exit_code == 0


def test_a_cosmetic_change_is_a_new_capture_and_no_event(site: Twisted) -> None:
    """pudl-archiver #712, #735: order of attributes, a nonce, white space."""

    def cosmetic(path: str, found: Answer) -> Answer:
        if not is_page(found):
            return found
        text = re.sub(r'<a href="([^"]*)">', r'<a data-nonce="4f2a" href="\1" >', found.body.decode())
        text = text.replace("</p>\n<p>", "</p>\n\n\t<p >\n").replace("</h2>", "\n</h2>").replace(", ", ",\n  ")
        return replace(found, body=text.encode())

    site.by(cosmetic)
    outcome = site.night(2)
    assert (outcome.result, outcome.events) == ("unchanged", ())
    captures = load("demo", "captures", data=site.archive.data).collect()
    new = captures.filter((pl.col("run_id") == "20261102T020000Z") & pl.col("url").str.ends_with(LIST))
    assert new["record_type"].to_list() == ["response"]  # other bytes: kept as they are


class _Killed(BaseException):
    """Stands for the power going: nothing may catch it."""


def test_a_run_killed_between_write_and_publish_leaves_the_release_and_a_clean_next_run(
    harvested: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """dlt #3227."""

    def killed(*_: object) -> None:
        raise _Killed

    monkeypatch.setattr(folding, "flip", killed)
    with pytest.raises(_Killed):
        harvested.harvest(2, edition=2)
    monkeypatch.undo()
    assert (harvested.latest, active(harvested)) == ("20261101T020000Z", 70)
    with workplace(harvested.loaded, harvested.data) as place:
        stages.fold(place)
    assert (harvested.latest, active(harvested)) == ("20261102T020000Z", 72)
    assert harvested.harvest(3).exit_code == 0
    assert stages.verify(harvested.loaded, harvested.data) == []


def test_a_reappearance_keeps_the_id_and_the_history_before_it(tmp_path: Path) -> None:
    """dbt-core, 2020 to 2025: removal deleted the history when a row came back."""
    site = {"a": ("Title 1", "Title 2", "Title 3"), "b": ("Title 4",)}
    without = {**site, "a": ("Title 1", "Title 3")}
    with chronicle(tmp_path) as nights:
        outcomes = [nights.night(shown) for shown in (site, without, without, site)]
    assert [told(outcome) for outcome in outcomes[1:]] == [["missing"], ["removed"], ["reappeared"]]
    history = load("made-up", "entry_history", data=tmp_path).collect().filter(pl.col("title") == "Title 2")
    history = history.sort("valid_from")
    assert history["entry_id"].n_unique() == 1
    assert history["status"].to_list() == ["active", "missing", "removed", "active"]
    assert history["valid_to"].to_list() == [*history["valid_from"].to_list()[1:], None]  # no gap and no overlap
