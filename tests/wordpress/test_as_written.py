"""A real WordPress on loopback, harvested by the rules of `michaelharrison`: what its author put in comes out.

Through every door and in three themes the same blocks, page by page. What editors do to the site is in `test_changes`.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from shelflist import load
from shelflist.pipeline import stages
from shelflist.pipeline.link_checks import check_links
from shelflist.pipeline.outcome import Outcome
from tests.wordpress.live import PORT, Site, rules
from tests.wordpress.truth import read_truth, score

pytestmark = pytest.mark.wordpress

NIGHT = datetime(2026, 11, 1, 2, tzinfo=UTC)
PROTECTED = frozenset({"members-list"})
POSTS = 45  # published, the protected one included
QUIET_REQUESTS = 5
WAYS = [
    (("wordpress", "sitemap"), "twentytwentyone"),
    (("sitemap",), "twentytwentytwo"),
    (("sitemap",), "twentytwentythree"),
    (("feed", "sitemap"), "twentytwentytwo"),
    (("links",), "twentytwentyone"),
]


@pytest.fixture(scope="module")
def blocks() -> dict[int, str]:
    """Of every post, the hash over its blocks as the first of the ways gave them."""
    return {}


@pytest.mark.parametrize(("doors", "theme"), WAYS, ids=[f"{'+'.join(doors)}-{theme}" for doors, theme in WAYS])
def test_what_the_author_put_in_comes_out(
    site: Site, doors: tuple[str, ...], theme: str, tmp_path: Path, blocks: dict[int, str]
) -> None:
    site.do("theme", theme)
    loaded = rules(*doors)
    first = stages.harvest(loaded, tmp_path, now=NIGHT)
    assert (first.result, first.runs[-1].door) == ("success", doors[0]), first.runs[-1].held_reasons
    truth, known = read_truth(site.base / "truth.json", PROTECTED)
    result = score(loaded.source.name, tmp_path, truth, known)
    print(f"\n{' and '.join(doors)}, {theme}: {result}; {first.runs[-1].requests} requests")
    assert result.recall >= 0.99, "\n".join(result.wrong)
    assert result.false_share <= 0.01, "\n".join(result.wrong)
    read = _hashes(loaded.source.name, tmp_path)
    assert read == (blocks or read), "another door or theme, other pages or other blocks"
    blocks.update(read)
    _doors_agree(first, doors)
    again = stages.harvest(loaded, tmp_path, now=NIGHT + timedelta(days=1))
    print(f"the unchanged site again: {again.runs[-1].requests} requests, {len(again.events)} events")
    assert (again.result, again.events) == ("unchanged", ())
    assert doors[0] != "wordpress" or again.runs[-1].requests <= QUIET_REQUESTS
    assert stages.verify(loaded, tmp_path) == []


def test_a_link_to_an_attachment_page_has_its_file_beside_it(site: Site, tmp_path: Path) -> None:
    loaded = rules("sitemap")
    ours = loaded.source.links.model_copy(update={"hosts": ("127.0.0.1",)})
    loaded = replace(loaded, source=loaded.source.model_copy(update={"links": ours}))
    stages.harvest(loaded, tmp_path, now=NIGHT)
    told = check_links(loaded, tmp_path, now=NIGHT + timedelta(hours=1), progress=stages.SILENT)
    links = load(loaded.source.name, "links", data=tmp_path).unique("url").collect()
    pages = links.filter(pl.col("document_url").is_not_null())
    print(f"\n{told.documents} documents, {told.standings}, {told.requests} requests; {pages.height} attachment pages")
    assert pages.height == len({url for url in links["url"] if "/wp-content/" not in url and f":{PORT}/" in url})
    assert set(pages["media_type"]) == {"application/pdf"}
    assert all("/wp-content/uploads/" in url for url in pages["document_url"])
    assert set(pages["target_status"]) == {200}


def _hashes(source: str, data: Path) -> dict[int, str]:
    pages = load(source, "pages", data=data).select("wp_post_id", "content_hash").collect()
    read = {number: digest for number, digest in pages.iter_rows() if number is not None}
    assert len(read) >= POSTS - len(PROTECTED), "some page is missing"
    return read


def _doors_agree(outcome: Outcome, doors: tuple[str, ...]) -> None:
    """The first night compares them; only the sitemap knows the pages that are no posts, where a feed serves."""
    told = outcome.runs[-1].doors
    assert [one.door for one in told] == (list(doors) if len(doors) > 1 else [])
    assert all(one.is_complete and one.agrees for one in told)
