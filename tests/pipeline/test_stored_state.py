"""The state on disk: what a night writes of it, what a crash leaves, and what damage is told as."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shelflist.errors import LedgerError
from shelflist.models.track import State
from shelflist.pipeline import stored_state
from shelflist.pipeline.history import read_history
from shelflist.pipeline.place import Known
from shelflist.pipeline.stored_state import read_state, write_in_one_piece, write_state
from tests.pipeline.chronicle import Chronicle, chronicle

SITE = {"a": ("# Books", "Title 1", "Title 2"), "b": ("Title 3", "Title 4")}


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Chronicle]:
    with chronicle(tmp_path) as one:
        one.night(SITE)
        yield one


def parts(told: Chronicle) -> dict[str, int]:
    """The files of the parts, and which file each is."""
    return {file.name: file.stat().st_ino for file in (told.place.clean / "state").iterdir()}


def test_a_night_without_change_rewrites_no_part(told: Chronicle) -> None:
    """Nor does a night on which one page was read anew rewrite more than the rows that it changed."""
    told.night({**SITE, "a": (*SITE["a"], "Title 5")})
    before = parts(told)
    told.night({**SITE, "a": (*SITE["a"], "Title 5")}, {"a": 503, "b": 503})
    assert parts(told) == before
    told.night({**SITE, "a": (*SITE["a"], "Title 5", "Title 6")})
    changed = {name.partition("-")[0] for name in parts(told).keys() - before.keys()}
    assert "entries" in changed and "removed" not in changed
    assert len(parts(told)) == len(before)


def test_what_the_process_remembers_is_what_is_on_disk(told: Chronicle) -> None:
    told.night({**SITE, "a": (*SITE["a"], "Title 5")})
    told.record(SITE, {}, outcome="crashed")
    assert told.place.history() == read_history(told.place.raw)
    told.night(SITE, {"b": 404})
    assert told.place.history() == read_history(told.place.raw)
    assert told.state == read_state(told.place.state_file)


def test_a_state_put_there_by_another_process_is_read_anew(told: Chronicle) -> None:
    other = replace(told.state, held_run_id="20261101T020000Z")
    write_state(told.place.state_file, other, None)
    assert told.state == other


def test_a_state_in_one_piece_is_read_and_is_apart_from_the_next_night_on(told: Chronicle) -> None:
    """So an older Shelflist has left it."""
    before = told.state
    write_in_one_piece(told.place.state_file, before)
    for part in (told.place.clean / "state").iterdir():
        part.unlink()
    told.place = replace(told.place, known=Known())
    assert told.state == before
    told.night(SITE)
    assert parts(told)
    assert told.problems() == []


@pytest.mark.parametrize("step", ["write_whole", "dump_apart"])
def test_a_crash_while_the_state_is_written_leaves_the_old_one(
    told: Chronicle, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = told.state

    def dying(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(stored_state, step, dying)
    with pytest.raises(KeyboardInterrupt):
        write_state(told.place.state_file, State(source_id="other"), None)
    monkeypatch.undo()
    assert read_state(told.place.state_file) == before


def test_a_part_that_is_damaged_or_gone_is_told_with_its_name(told: Chronicle) -> None:
    (entries,) = (told.place.clean / "state").glob("entries-*.json")
    content = entries.read_bytes()
    entries.write_bytes(content.replace(b"Title 1", b"Title 7"))
    with pytest.raises(LedgerError, match=rf"state\.json: found the part entries-\w+\.json, expected {entries.name}"):
        read_state(told.place.state_file)
    entries.unlink()
    with pytest.raises(LedgerError, match=entries.name):
        read_state(told.place.state_file)
