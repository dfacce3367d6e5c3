"""`shelflist check --url`: asks the site as a harvest would, and records nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shelflist.cli.app import run
from shelflist.demo import DemoSite
from tests.cli.running import source_file


@pytest.fixture
def site() -> Iterator[DemoSite]:
    with DemoSite() as running:
        yield running


def a_page(site: DemoSite, source: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """An address of the site, as a dry run finds it."""
    text = source.read_text(encoding="utf-8").replace('["wordpress", "sitemap"]', '["sitemap"]')
    source.write_text(text, encoding="utf-8")
    assert run(["harvest", str(source), "--dry-run", "--data", str(source.parent / "none")]) == 0
    return next(line for line in capsys.readouterr().out.splitlines() if "history-of-the-ussr" in line)


def test_a_page_of_the_site_is_read(site: DemoSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = source_file(tmp_path, site.port)
    page = a_page(site, source, capsys)
    assert run(["check", str(source), "--url", page]) == 0
    assert "entry" in capsys.readouterr().out
    assert "GET /robots.txt" in site.requests
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://elsewhere.example/", "not in the source's scope"),
        ("http://demo.localhost/no-such-page/", "404"),
    ],
)
def test_why_a_page_is_not_to_be_had(
    url: str, why: str, site: DemoSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(source_file(tmp_path, site.port)), "--url", url]) == 1
    assert why in capsys.readouterr().err
