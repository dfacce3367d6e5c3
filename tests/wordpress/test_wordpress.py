"""A real WordPress on loopback, harvested with the rules of `michaelharrison`: through either door, in two themes."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shelflist import pipeline
from shelflist.pipeline import Outcome
from shelflist.sources import LoadedSource, load_source
from shelflist.sources.load import parse_source
from tests.wordpress.truth import read_truth, score

pytestmark = pytest.mark.wordpress

SCRIPT = Path(__file__).parent / "site" / "wp.sh"
PORT = "8399"
NIGHT = datetime(2026, 11, 1, 2, tzinfo=UTC)
PROTECTED = frozenset({"members-list"})
THEMES = ("twentytwentyone", "twentytwentytwo")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site's folder; the site is seeded and answers at PORT."""
    base = tmp_path_factory.mktemp("wordpress")
    _wp(base, "up")
    _wp(base, "seed")
    yield base
    _wp(base, "clean")


def _wp(base: Path, *words: str) -> None:
    environment = {**os.environ, "WP_BASE": str(base), "WP_PORT": PORT}
    subprocess.run(["bash", str(SCRIPT), *words], env=environment, check=True, timeout=600)


def _rules(door: str) -> LoadedSource:
    """The rules of `michaelharrison`, with its home address changed and a loopback home allowed."""
    text = load_source("michaelharrison").text
    text = text.replace("https://michaelharrison.org.uk/", f"http://127.0.0.1:{PORT}/")
    text = text.replace('doors = ["wordpress", "sitemap"]', f'doors = ["{door}"]')
    loaded = parse_source(text.replace("[scope]", "[scope]\nallow_loopback = true"), "michaelharrison.toml")
    politeness = loaded.source.politeness.model_copy(update={"delay_seconds": 0.0})
    return replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("door", ["wordpress", "sitemap"])
def test_what_the_author_put_in_comes_out(site: Path, door: str, theme: str, tmp_path: Path) -> None:
    _wp(site, "theme", theme)
    loaded = _rules(door)
    first = pipeline.harvest(loaded, tmp_path, now=NIGHT)
    assert first.result == "success", first.runs[-1].held_reasons
    truth, known = read_truth(site / "truth.json", PROTECTED)
    result = score(loaded.source.name, tmp_path, truth, known)
    run = first.runs[-1]
    print(f"\n{door}, {theme}: {result}; {run.requests} requests")
    assert result.recall >= 0.99, "\n".join(result.wrong)
    assert result.false_share <= 0.01, "\n".join(result.wrong)
    before = _bytes(tmp_path / "clean" / loaded.source.name / "snapshots")
    again = pipeline.harvest(loaded, tmp_path, now=NIGHT + timedelta(days=1))
    print(f"the unchanged site again: {again.runs[-1].requests} requests, {len(again.events)} events")
    assert (again.result, again.events) == ("unchanged", ())
    assert _bytes(tmp_path / "clean" / loaded.source.name / "snapshots") == before
    assert pipeline.verify(loaded, tmp_path) == []
    shutil.rmtree(tmp_path)


POST = "war-of-intervention-american-accounts"
PAMPHLET = "<em>A new pamphlet</em>, n.p., Moscow, 1924, 11 pages."
FRESH = "<em>Fresh book</em>, Pat Sloan, Gollancz, London, 1938, 200 pages."
LISTED = 10  # entries of that post

Operation = tuple[tuple[str, ...], dict[tuple[str, str, str | None], int]]
"""What an editor does (words for wp.sh), and how many events of which (entity, type, field) must come of it."""

OPERATIONS: list[Operation] = [
    (("touch", POST), {}),
    (("replace", POST, " pages.", " pp."), {("entry", "changed", "extent_raw"): LISTED}),
    (("replace", POST, " pp.", " pages."), {("entry", "changed", "extent_raw"): LISTED}),
    (("append", POST, PAMPHLET), {("entry", "added", None): 1}),
    (("move-line", POST, "A new pamphlet", "3"), {("entry", "moved", "heading_path"): 1}),
    (("remove-line", POST, "A new pamphlet"), {("entry", "missing", None): 1}),
    ((), {("entry", "removed", None): 1}),
    (("retag", POST, "14-nations", "red-army", "lenin"), {("page", "changed", "tags"): 1}),
    (("title", POST, "A new title"), {("page", "changed", "title"): 1}),
    (("slug", POST, "a-new-slug"), {("page", "moved", "url"): 1}),
    (("slug", "a-new-slug", POST), {("page", "moved", "url"): 1}),
    (("sticky", POST), {}),
    (("password", POST, "october"), {("page", "unobserved", None): 1}),
    (("password", POST, ""), {("page", "observed_again", None): 1}),
    (("status", POST, "draft"), {("entry", "missing", None): LISTED}),
    (("status", POST, "publish"), {("page", "observed_again", None): 1, ("entry", "resumed", None): LISTED}),
    (("new", "Brand new list", FRESH), {("page", "page_added", None): 1, ("entry", "added", None): 1}),
    (("theme", "twentytwentytwo"), {}),
    (("theme", "twentytwentyone"), {}),
]


def test_each_thing_an_editor_does_gives_its_events_and_no_other(site: Path, tmp_path: Path) -> None:
    _wp(site, "theme", "twentytwentyone")
    _each_gives_its_events(site, tmp_path, _rules("wordpress"), OPERATIONS)
    _wp(site, "ops", "title", POST, "War of Intervention - American accounts")
    _wp(site, "ops", "retag", POST, "14-nations")
    _wp(site, "ops", "unsticky", POST)
    _wp(site, "ops", "delete", "brand-new-list")


def test_the_sitemap_door_tells_the_same_of_edits_slugs_and_themes(site: Path, tmp_path: Path) -> None:
    _wp(site, "theme", "twentytwentyone")
    seen = ("append", "slug", "theme")
    wanted = [operation for operation in OPERATIONS if operation[0] and operation[0][0] in seen]
    _each_gives_its_events(site, tmp_path, _rules("sitemap"), wanted)


def _each_gives_its_events(site: Path, data: Path, loaded: LoadedSource, operations: Sequence[Operation]) -> None:
    night = NIGHT
    pipeline.harvest(loaded, data, now=night)
    for words, expected in operations:
        if words:
            _wp(site, *(words if words[0] == "theme" else ("ops", *words)))
        night += timedelta(days=1)
        outcome = pipeline.harvest(loaded, data, now=night)
        assert outcome.exit_code == 0, (words, outcome.runs[-1].held_reasons)
        assert _told(outcome) == expected, words
    assert pipeline.verify(loaded, data) == []


def _told(outcome: Outcome) -> Counter[tuple[str, str, str | None]]:
    events = [event for event in outcome.events if not event.minor and event.entity_type != "heading"]
    return Counter((event.entity_type.value, event.change_type.value, event.field) for event in events)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
