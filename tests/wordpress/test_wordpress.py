"""A real WordPress on loopback, harvested with the rules of `michaelharrison`: through either door, in two themes."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shelflist import pipeline
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


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
