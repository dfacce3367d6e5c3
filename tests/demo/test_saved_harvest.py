"""The saved sites, harvested over real HTTP on two nights by the ordinary pipeline: what was edited is told."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from shelflist.cli.events import news
from shelflist.demo import SavedSite, saved_names
from shelflist.pipeline import stages
from shelflist.pipeline.outcome import Outcome
from shelflist.sources import LoadedSource, load_source
from tests.cli.running import NIGHTS

NEWS = {
    "demo-lists": [
        ("added", "Tomorrow’s China", None),
        ("changed", "China Shakes the World", "publisher"),
        ("missing", "No. 35, August 26, 1966, 28 pages. PDF format [3,940 KB]", None),
        ("relinked", "On Contradiction", "url"),
    ],
    "demo-tables": [
        ("added", "The Fall of Paris: The Siege and the Commune", None),
        ("changed", "News from Nowhere", "extent_raw"),
        ("changed", "News from Nowhere", "page_count"),
        ("missing", "Reform or Revolution", None),
        ("relinked", "The Sea-Wolf", "url"),
    ],
    "demo-blog": [
        ("added", "Ceux de Barcelone", None),
        ("added", "The Risings of the Luddites", None),
        ("added", "The Skilled Labourer, 1760-1832", None),
        ("changed", "Reason in Revolt", "extent_raw"),
        ("changed", "Reason in Revolt", "page_count"),
        ("page_added", "The Luddites", None),
        ("relinked", "The Suffragette", "url"),
    ],
}
"""Of the second night: kind, label, field."""

FIRST_NIGHT = {"demo-lists": (39, 3, "links"), "demo-tables": (29, 5, "links"), "demo-blog": (26, 4, "feed")}
"""Entries, pages, and the door that served."""


def loaded_for(site: SavedSite) -> LoadedSource:
    """The bundled source, led to the port that the site has here."""
    loaded = load_source(site.name)
    politeness = loaded.source.politeness.model_copy(update={"connect_to": f"127.0.0.1:{site.port}"})
    return replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))


def nights(name: str, data: Path) -> tuple[list[Outcome], list[list[str]]]:
    """What each night came to, and what it asked for."""
    outcomes, asked = [], []
    with SavedSite(name) as site:
        loaded = loaded_for(site)
        for edition, now in NIGHTS:
            site.edition = edition
            site.requests.clear()
            outcomes.append(stages.harvest(loaded, data, now=datetime.fromisoformat(now)))
            asked.append(list(site.requests))
    return outcomes, asked


@pytest.mark.parametrize("name", saved_names())
def test_what_was_edited_is_told_and_no_more(name: str, tmp_path: Path) -> None:
    (first, second), asked = nights(name, tmp_path)
    run = first.runs[-1]
    assert (run.entries_active, run.pages_complete, run.door) == FIRST_NIGHT[name]
    assert run.pages_complete == run.pages_expected
    told = [(event.change_type.value, event.label, event.field) for event in news(second.events)]
    assert sorted(told, key=str) == sorted(NEWS[name], key=str)
    strangers = [
        line for line in (*asked[0], *asked[1]) if "/search" in line or "whatsnew" in line or "/2023/ " in line
    ]
    assert strangers == []


def test_a_post_that_the_feed_calls_unchanged_is_not_asked_for(tmp_path: Path) -> None:
    _, (first, second) = nights("demo-blog", tmp_path)
    unchanged = "GET /2023/06/slavery-and-its-enemies.html"
    assert unchanged in first
    assert unchanged not in second
    assert len(second) == 7  # with the sitemap, which a list that shows a change is compared with
