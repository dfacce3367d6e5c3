"""Takedowns: the words are nowhere in the data directory, and everything else is as it was and can be derived again."""

import gzip
import html
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import polars as pl
import pytest
from warcio.archiveiterator import ArchiveIterator

import shelflist
from shelflist.errors import UsageError
from shelflist.pipeline import redacting, stages
from shelflist.pipeline.link_checks import check_due
from shelflist.pipeline.redacting import Redacted, finish_redactions, redact_at
from tests.fetch.server import FaultServer
from tests.pipeline.chronicle import Chronicle, chronicle

SECRET = "The Unspeakable Quagga by Thaddeus Wimbleford"
EDITED = "The Unspeakable Quagga by Thaddeus Wimblefordson"
OTHERS = ("Weaving in Wales", "Looms of the North", "The Dyer at Work")
BEFORE = {"a": ("# Weavers", SECRET, *OTHERS), "b": ("A Book of Knots", "More Knots")}
AFTER = {"a": ("# Weavers", EDITED, *OTHERS), "b": ("A Book of Knots", "More Knots")}
WORDS = ("unspeakable", "quagga", "wimbleford", "thaddeus")


def everything(folder: Path) -> Iterator[tuple[Path, str]]:
    """The text of every file, unpacked, in lower case."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        if path.parent.name == ".readings":
            content = zlib.decompress(content)
        text = content.decode("utf-8", "replace")
        if path.suffix == ".parquet":
            text += json.dumps(pl.read_parquet(path).rows(), default=str, ensure_ascii=False)
        yield path, html.unescape(text).lower()


def found(folder: Path, words: tuple[str, ...] = WORDS) -> set[str]:
    return {
        f"{path.relative_to(folder)}: {word}" for path, text in everything(folder) for word in words if word in text
    }


def take_down(made: Chronicle, subject: str, *, dry: bool = False, hours: int = -1) -> Redacted:
    return redact_at(
        made.place, subject, reason="at the owner's request", by="tester",
        now=made.at + timedelta(hours=hours), is_dry=dry, progress=stages.SILENT,
    )  # fmt: skip


def secret_id(made: Chronicle) -> str:
    (found_id,) = [row.entry_id for row in made.state.entries.values() if "Quagga" in row.citation_raw]
    return found_id


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Chronicle]:
    with chronicle(tmp_path / "data") as began:
        for site in (BEFORE, AFTER):
            began.night(site)
        yield began


def test_an_entry_that_was_taken_down_is_nowhere_and_does_not_come_back(made: Chronicle) -> None:
    data, entry = made.place.data, secret_id(made)
    places = found(data)
    assert {place.split("/")[0] for place in places} == {"raw", "clean"}, "the words can be found"
    told = take_down(made, entry)
    assert found(data) == set()
    assert (told.entries, told.is_done) == ((entry,), True)
    stone = made.state.removed[entry]
    assert (stone.status, stone.citation_raw, stone.links) == ("removed", "[redacted]", ())
    for _ in range(2):
        assert made.night(AFTER).events == ()
    assert found(data) == set()
    assert made.shown == {"http://archive.localhost/a/": sorted(OTHERS), "http://archive.localhost/b/":
                          ["A Book of Knots", "More Knots"]}  # fmt: skip
    assert made.problems() == []


def test_the_rest_of_the_page_is_still_read_and_followed(made: Chronicle) -> None:
    kept = {row.entry_id for row in made.state.entries.values()} - {secret_id(made)}
    take_down(made, secret_id(made))
    assert {row.entry_id for row in made.state.entries.values()} == kept
    night = made.night({"a": ("# Weavers", EDITED, *OTHERS[:2], "The Dyer at Rest"), "b": AFTER["b"]})
    assert {event.label for event in night.events} <= {"The Dyer at Work", "The Dyer at Rest"}
    assert night.events != ()
    assert found(made.place.data) == set()


def test_the_log_says_that_it_was_taken_down_when_and_why(made: Chronicle) -> None:
    entry = secret_id(made)
    take_down(made, entry)
    changes = shelflist.load("made-up", "changes", data=made.place.data).filter(pl.col("entity_id") == entry).collect()
    last = changes.sort("observed_at").row(-1, named=True)
    assert (last["change_type"], last["cause"], last["label"]) == ("removed", "manual", "[redacted]")
    assert last["reason"] == "redacted: at the owner's request"
    removed = shelflist.load("made-up", "entries_removed", data=made.place.data).collect()
    assert removed.filter(pl.col("entry_id") == entry)["citation_raw"].to_list() == ["[redacted]"]
    history = shelflist.load("made-up", "entry_history", data=made.place.data).filter(pl.col("entry_id") == entry)
    assert set(history.collect()["citation_raw"]) == {"[redacted]"}


def test_a_page_is_taken_down_with_all_that_stands_on_it_and_never_asked_for_again(made: Chronicle) -> None:
    data, page = made.place.data, made.page_id("a")
    told = take_down(made, page)
    assert found(data, (*WORDS, "weaving in wales", "looms of the north", "# weavers", ">weavers")) == set()
    assert len(told.entries) == 4
    assert made.state.pages[page].status == "removed"
    night = made.night(AFTER)
    assert night.events == ()
    assert found(data, (*WORDS, "weaving in wales")) == set(), "though the answer was recorded"
    assert made.problems() == []


@pytest.mark.parametrize("step", ["_blank_past", "begin_epoch"])
def test_a_takedown_that_was_killed_is_finished_by_the_next_command(
    made: Chronicle, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object, **__: object) -> None:
        raise Killed

    entry = secret_id(made)
    with monkeypatch.context() as patched:
        patched.setattr(redacting, step, die)
        with pytest.raises(Killed):
            take_down(made, entry)
    finish_redactions(made.place, stages.SILENT)
    assert found(made.place.data) == set()
    assert made.state.removed[entry].citation_raw == "[redacted]"


def test_a_dry_run_and_a_wrong_name_change_nothing(made: Chronicle) -> None:
    before = found(made.place.data)
    told = take_down(made, secret_id(made), dry=True)
    assert (told.is_done, told.captures) == (False, 2)
    for subject in ("e_nobody", "", "e_"):
        with pytest.raises(UsageError, match="expected one"):
            take_down(made, subject)
    assert found(made.place.data) == before


def test_what_was_taken_down_is_not_taken_down_again(made: Chronicle) -> None:
    """Its line is no line any more: the digest of what stands in its place would be of every other one too."""
    entry = secret_id(made)
    take_down(made, entry)
    with pytest.raises(UsageError, match="it is taken down already"):
        take_down(made, entry, hours=1)
    assert len(made.place.history().redactions) == 1


def test_a_change_of_rules_afterwards_brings_nothing_back(made: Chronicle) -> None:
    take_down(made, secret_id(made))
    loaded = made.place.loaded
    made.use_rules(loaded.text + '\n[lookups]\nnavigation = ["^Nothing"]\n')
    assert made.night(AFTER).events == ()
    assert found(made.place.data) == set()
    assert made.problems() == []


def test_the_rewritten_files_are_good_warcs_and_say_what_was_done(made: Chronicle) -> None:
    entry = secret_id(made)
    before = {path: path.stat().st_size for path in made.place.raw.rglob("*.warc.gz")}
    take_down(made, entry)
    (redaction,) = made.place.history().redactions
    said = set()
    for path, size in before.items():
        assert path.stat().st_size == size, "every offset still holds"
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.content_stream().read()
                said.add(record.rec_headers.get_header("WARC-Shelflist-Redaction"))
    assert said == {None, redaction.redaction_id}


def test_documents_that_the_entry_linked_are_forgotten_as_well(made: Chronicle) -> None:
    with FaultServer() as files:
        politeness = made.place.source.politeness.model_copy(
            update={"connect_to": files.home.removeprefix("http://").rstrip("/"), "delay_seconds": 0, "retries": 0}
        )
        source = made.place.source.model_copy(update={"politeness": politeness})
        made.place = replace(made.place, loaded=replace(made.place.loaded, source=source))
        assert len(check_due(made.place, now=made.at - timedelta(hours=2), progress=stages.SILENT).checked) == 6
    take_down(made, secret_id(made))
    assert found(made.place.data) == set()
    assert len(made.state.targets) == 5
