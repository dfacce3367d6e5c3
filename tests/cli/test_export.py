"""`shelflist export`: every entry of the demo, read back from each format, says what the tables say."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from shelflist import load
from shelflist.cli.app import run
from tests.cli.running import Harvested
from tests.exchange.readers import printed, read_biblatex, read_ris


def exported(harvested: Harvested, form: str, tmp_path: Path, *words: str) -> str:
    file = tmp_path / "exported"
    assert run(["export", "demo", "--format", form, "--out", str(file), "--data", str(harvested.data), *words]) == 0
    return file.read_bytes().decode()


def listed(harvested: Harvested) -> list[dict[str, Any]]:
    """The entries that are there."""
    frame = load("demo", data=harvested.data).filter(pl.col("status") == "active").collect()
    return list(frame.iter_rows(named=True))


def full_title(row: dict[str, Any]) -> str:
    """A volume is told apart from the title, another part ("First Period") is not."""
    number = None if (row["part_number"] or "").startswith("Volume ") else row["part_number"]
    part = ", ".join(filter(None, (number, row["part_name"])))
    title = ". ".join(filter(None, (row["title"] or row["container_title"], part)))
    return joined(title, row["other_title_information"])


def joined(title: str, subtitle: str | None) -> str:
    """One title of the demo is a question, and needs no colon."""
    return ": ".join(filter(None, (title, subtitle))).replace("?: ", "? ")


def names_of(harvested: Harvested, role: str) -> dict[str, list[str]]:
    frame = load("demo", "entry_contributors", data=harvested.data).filter(pl.col("role") == role).collect()
    names: dict[str, list[str]] = {}
    for row in frame.iter_rows(named=True):
        is_parted = row["family"] and row["given"]
        names.setdefault(row["entry_id"], []).append(
            f"{row['family']}, {row['given']}" if is_parted else row["name_raw"]
        )
    return names


def test_biblatex_says_of_every_entry_what_the_tables_say(harvested: Harvested, tmp_path: Path) -> None:
    found = read_biblatex(exported(harvested, "biblatex", tmp_path))
    rows, editors = listed(harvested), names_of(harvested, "edt")
    assert list(found) == [row["entry_id"] for row in rows]
    for row, fields in zip(rows, found.values(), strict=True):
        told = {name: printed(value) for name, value in fields.items() if name not in ("@", "url")}
        assert joined(told["title"], told.get("subtitle")) == full_title(row) or fields["@"] == "periodical"
        assert (told.get("publisher"), told.get("location")) == (row["publisher"], row["place_of_publication"])
        assert (told.get("date"), told.get("origdate")) == (row["date_edtf"], row["original_date_edtf"])
        assert told.get("pagetotal") == (str(row["page_count"]) if row["page_count"] else None)
        if told.get("editortype") is None:
            assert told.get("editor", "").split(" and ") == editors.get(row["entry_id"], [""])


def test_ris_says_of_every_entry_what_the_tables_say(harvested: Harvested, tmp_path: Path) -> None:
    found = read_ris(exported(harvested, "ris", tmp_path))
    rows, authors = listed(harvested), names_of(harvested, "aut") | names_of(harvested, "sgn")
    assert [record["ID"] for record in found] == [[row["entry_id"]] for row in rows]
    for row, record in zip(rows, found, strict=True):
        assert record["TI"] == [full_title(row)]
        assert record.get("AU", []) == [
            name if ", " in name else name.replace(",", "") for name in authors.get(row["entry_id"], [])
        ]
        assert record.get("PB", [None]) == [row["publisher"]]
        assert ("doubtful reading" in record["KW"]) == (row["parse_confidence"] < 0.9)


def test_csl_json_says_of_every_entry_what_the_tables_say(harvested: Harvested, tmp_path: Path) -> None:
    found = json.loads(exported(harvested, "csl-json", tmp_path))
    for row, item in zip(listed(harvested), found, strict=True):
        assert (item["id"], item["title"]) == (row["entry_id"], full_title(row))
        assert (item.get("publisher"), item.get("number-of-pages")) == (row["publisher"], row["page_count"])
        assert "issued" in item or row["date_edtf"] is None
        assert set(item) <= CSL
        assert all(set(item.get(date, {})) <= {"date-parts", "season", "circa", "literal"} for date in DATES)


DATES = ("issued", "original-date")
CSL = {
    "id", "type", "title", "author", "editor", "translator", "compiler", "illustrator", "contributor",
    "container-title",
    "collection-title", "collection-number", "volume", "issue", "edition", "publisher", "publisher-place", "page",
    "number-of-pages", "genre", "language", "ISBN", "ISSN", "URL", "keyword", "note", "annote", *DATES,
}  # fmt: skip
"""Variables of the schema of CSL 1.0.2 that we use; it allows no others than its own."""


def test_json_lines_hold_the_whole_record(harvested: Harvested, tmp_path: Path) -> None:
    records = [json.loads(line) for line in exported(harvested, "jsonl", tmp_path).splitlines()]
    rows = listed(harvested)
    assert [record["entry_id"] for record in records] == [row["entry_id"] for row in rows]
    columns = list(load("demo", data=harvested.data).collect_schema())
    assert all(list(record) == [*columns, "contributors", "links", "page"] for record in records)
    people = load("demo", "entry_contributors", data=harvested.data).collect()
    gone = {row["entry_id"] for row in load("demo", data=harvested.data).collect().iter_rows(named=True)} - {
        row["entry_id"] for row in rows
    }
    assert (
        sum(len(record["contributors"]) for record in records) == people.filter(~pl.col("entry_id").is_in(gone)).height
    )
    assert {record["parse_confidence"] for record in records} & {0.71, 0.893}
    assert all(link["status"] == "active" for record in records for link in record["links"])


def test_an_export_goes_to_a_pipe_as_it_goes_to_a_file(
    harvested: Harvested, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    text = exported(harvested, "ris", tmp_path)
    capfdbinary.readouterr()
    assert run(["export", "demo", "--format", "ris", "--data", str(harvested.data)]) == 0
    out, err = capfdbinary.readouterr()
    assert out.decode() == text
    assert err.decode() == "demo: 72 entries of 20261102T020000Z; left out: 1 not there now\n"


def test_an_export_can_be_as_of_a_day_and_leave_doubts_out(
    harvested: Harvested, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exported(harvested, "jsonl", tmp_path, "--as-of", "2026-11-01").count("\n") == 70
    lines = exported(harvested, "jsonl", tmp_path, "--min-confidence", "0.9").splitlines()
    assert all(json.loads(line)["parse_confidence"] >= 0.9 for line in lines)
    assert f"{len(lines)} entries of 20261102T020000Z; left out: 1 not there now, {72 - len(lines)} too doubtful" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--format", "marc"], 2, "marc"),
        ([], 2, "--format"),
        (
            ["--format", "ris", "--as-of", "2020-01-01"],
            1,
            "no snapshot on or before 2020-01-01; the first is 20261101T020000Z",
        ),
        (["--format", "ris", "--as-of", "soon"], 1, "expected a date or time like 2026-11-03"),
        (["--format", "ris", "--out", "/dev/null"], 2, "/dev/null: found no regular file"),
        (["--format", "ris", "--out", "/nowhere/x.ris"], 2, "/nowhere/x.ris: found no folder /nowhere"),
        (["--format", "ris", "--min-confidence", "2"], 2, "--min-confidence"),
    ],
)
def test_what_cannot_be_exported_is_said(
    words: list[str], code: int, said: str, harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "demo", *words, "--data", str(harvested.data)]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_a_source_that_is_none_names_those_that_were_harvested(
    harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "demon", "--format", "ris", "--data", str(harvested.data)]) == 2
    err = capsys.readouterr().err
    assert "demon: no such source; expected a file, or one of demo, " in err
    assert f"; harvested in {harvested.data}: demo\n" in err


def test_a_file_stays_as_it_was_when_an_export_fails(
    harvested: Harvested, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exported(harvested, "ris", tmp_path)

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shelflist.archive.durable.os.fsync", no_space)
    assert (
        run(["export", "demo", "--format", "jsonl", "--out", str(tmp_path / "exported"), "--data", str(harvested.data)])
        == 1
    )
    assert [path.read_bytes().decode() for path in tmp_path.iterdir()] == [before]
