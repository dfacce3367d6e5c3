"""The way from an address to the first harvest, as docs/sources.md shows it, on the saved site that it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shelflist.cli.app import run
from shelflist.demo import DEFAULT_PORT, SavedSite
from tests.docs.console import ROOT, assert_shown, shown_in

SHOWN = [shown for shown in shown_in(ROOT / "docs" / "sources.md") if "reading-room" in shown.text]


@pytest.fixture
def site() -> Iterator[SavedSite]:
    with SavedSite("demo-lists") as running:
        yield running


def test_every_step_prints_what_is_shown(
    site: SavedSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SHELFLIST_DATA", raising=False)
    for shown in SHOWN:
        (words,) = shown.simple_commands
        if words[0] == "cat":
            assert_shown(shown.output, (tmp_path / words[1]).read_text(encoding="utf-8"))
            continue
        code = run([word.replace(f":{DEFAULT_PORT}", f":{site.port}") for word in words[1:]])
        printed = capsys.readouterr()
        assert code == (3 if words[1] == "review" else 0), shown.place
        assert_shown(shown.output, printed.out + printed.err)


def test_all_steps_are_there() -> None:
    assert [shown.simple_commands[0][:2] for shown in SHOWN] == [
        ["shelflist", "new-source"],
        ["cat", "reading-room.toml"],
        ["shelflist", "check"],
        ["shelflist", "harvest"],
        ["shelflist", "harvest"],
        ["shelflist", "review"],
    ]
