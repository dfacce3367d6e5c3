"""Files hold exactly the frame, the same bytes for the same rows, and nothing that a spreadsheet would run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from shelflist.errors import TableError
from shelflist.tables.build import snapshot_tables
from shelflist.tables.columns import CHANGES, ENTRIES, PAGES, RUNS, SNAPSHOT_TABLES, table_named
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP, Column, Table
from shelflist.tables.files import canonical_csv, parse_csv, read_csv, table_hash, write_parquet, write_table
from shelflist.tables.text import join_list, split_list
from tests.support import rows

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AWKWARD = st.sampled_from(
    ["", "=1+1", "'=1", "''=", "'", "'tis", "@a", "\t", "\r", "\n", "\r\n", '"', '""', ",", " | ", "|", "\\", "\\e",
     "\\|", " ", "null", "NULL", "\x00", "\ufeff", "\u2028", "＝x", "é", "e\u0301", "+", "-1", "#", "a\\ | b"]
)  # fmt: skip
_TEXT = st.one_of(_AWKWARD, st.lists(_AWKWARD, max_size=3).map("".join), st.text(max_size=12))
_INTEGER_MAX = {pl.UInt8: 2**8, pl.UInt16: 2**16, pl.UInt32: 2**32, pl.UInt64: 2**63, pl.Int16: 2**15}


def _values(column: Column) -> st.SearchStrategy[object]:
    dtype = column.dtype
    options: dict[object, st.SearchStrategy[object]] = {
        pl.String: _TEXT,
        TEXT_LIST: st.lists(_TEXT, max_size=3),
        TIMESTAMP: st.integers(-(2**50), 2**52).map(lambda microseconds: EPOCH + timedelta(microseconds=microseconds)),
        pl.Date: st.dates(),
        pl.Boolean: st.booleans(),
        pl.Float32: st.floats(width=32, allow_nan=False, allow_infinity=False),
        pl.Float64: st.floats(allow_nan=False, allow_infinity=False),
    }
    if column.values:
        value: st.SearchStrategy[object] = st.sampled_from(column.values)
    elif dtype in _INTEGER_MAX:
        value = st.integers(0, _INTEGER_MAX[dtype] - 1)  # type: ignore[index]
    else:
        value = options[dtype]
    return st.none() | value if column.nullable else value


def _rows(table: Table) -> st.SearchStrategy[list[tuple[object, ...]]]:
    return st.lists(st.tuples(*(_values(column) for column in table.columns)), max_size=4)


@pytest.mark.parametrize("table", [ENTRIES, PAGES, CHANGES, RUNS], ids=lambda table: table.name)
@settings(max_examples=35, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_the_csv_twin_reads_back_exactly(table: Table, data: st.DataObject) -> None:
    frame = pl.DataFrame(data.draw(_rows(table)), schema=table.schema, orient="row")
    assert parse_csv(canonical_csv(frame), table).equals(frame)


@settings(max_examples=300)
@given(st.lists(_TEXT, max_size=5))
@example([""])
@example(["", ""])
@example(["a ", " b"])
@example(["a |", "| b"])
@example(["\\", "e"])
def test_a_joined_list_splits_into_the_same_values(values: list[str]) -> None:
    assert split_list(join_list(list(values))) == values


@settings(max_examples=200)
@given(_TEXT)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    frame = pl.DataFrame({"text": [text], "more": [[text]]}, schema={"text": pl.String, "more": TEXT_LIST})
    cells = pl.read_csv(canonical_csv(frame), infer_schema=False).row(0)
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in cells if cell)


def test_csv_is_rfc_4180_with_nulls_empty_and_empty_strings_quoted() -> None:
    schema: dict[str, Any] = {"a": pl.String, "b": pl.String, "c": TEXT_LIST, "d": TIMESTAMP, "e": pl.Float32}
    stamp = datetime(2026, 11, 3, 3, tzinfo=UTC)
    frame = pl.DataFrame(
        [[None, "", [], stamp, 0.9], ['say "x"', "a,b", ["x", "y"], None, 1.0]], schema=schema, orient="row"
    )
    assert canonical_csv(frame).split(b"\r\n") == [
        b"a,b,c,d,e",
        b',"","",2026-11-03T03:00:00Z,0.9',
        b'"say ""x""","a,b",x | y,,1.0',
        b"",
    ]


def test_equal_rows_give_equal_bytes_whatever_the_chunks(tmp_path: Path) -> None:
    frame = snapshot_tables(rows.state(*(rows.entry(f"e{n}", position=n) for n in range(50))))["entries"]
    chunked = pl.concat([frame[:20], frame[20:]], rechunk=False)
    written = []
    for number, one in enumerate((frame, chunked)):
        folder = tmp_path / str(number)
        folder.mkdir()
        written.append([path.read_bytes() for path in write_table(folder, "entries", one)])
    assert written[0] == written[1]


@pytest.mark.parametrize("table", SNAPSHOT_TABLES, ids=lambda table: table.name)
def test_every_table_is_written_with_the_twin_it_should_have(table: Table, tmp_path: Path) -> None:
    frame = snapshot_tables(rows.state(rows.heading(), rows.entry()))[table.name]
    paths = write_table(tmp_path, table.name, frame)
    assert [path.suffix for path in paths] == ([".parquet", ".csv"] if table.csv else [".parquet"])
    assert pl.read_parquet(paths[0]).equals(frame)


def test_a_file_that_reads_back_otherwise_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = snapshot_tables(rows.state(rows.entry("a"), rows.entry("b", position=1)))["entries"]
    monkeypatch.setattr(pl, "read_parquet", lambda path: frame.reverse())
    with pytest.raises(TableError, match="entry_id: row 0: read back as 'b', expected 'a'"):
        write_table(tmp_path, "entries", frame)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
def test_a_full_disk_is_told_as_such_and_not_as_a_damaged_table() -> None:
    frame = snapshot_tables(rows.state(rows.entry()))["entries"]
    with pytest.raises(OSError, match="No space left on device"):
        write_parquet(Path("/dev/full"), frame)


@pytest.mark.parametrize("content", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b'entry_id\r\n"open'])
def test_a_file_that_is_no_twin_is_named(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "entries.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=r"entries\.csv: found .*, expected the CSV twin of table entries"):
        read_csv(path, "entries")


def test_a_cell_that_is_no_value_of_its_column_is_an_error(tmp_path: Path) -> None:
    frame = snapshot_tables(rows.state(rows.entry()))["entries"]
    path = tmp_path / "entries.csv"
    path.write_bytes(canonical_csv(frame).replace(b"2026-11-01T03:00:00Z", b"yesterday"))
    with pytest.raises(TableError, match="expected the CSV twin of table entries"):
        read_csv(path, "entries")


def test_the_table_hash_follows_the_values_alone() -> None:
    frame = snapshot_tables(rows.state(rows.entry()))["entries"]
    other = snapshot_tables(rows.state(rows.entry(citation=rows.citation("Another title"))))["entries"]
    assert table_hash(frame) == table_hash(frame.clone()) != table_hash(other)


def test_examples_in_the_definitions_are_values_of_their_columns() -> None:
    for table in SNAPSHOT_TABLES:
        for column in table_named(table.name).columns:
            if column.example:
                parse = parse_csv(
                    f'"{column.name}"\r\n"{column.example.replace(chr(34), chr(34) * 2)}"\r\n'.encode(), _only(column)
                )
                assert parse.height == 1, (table.name, column.name)


def _only(column: Column) -> Table:
    return Table(name="one", kind=ENTRIES.kind, description="", order="", columns=(column,), key=(column.name,))
