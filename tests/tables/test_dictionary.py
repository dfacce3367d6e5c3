"""The dictionary says what the definitions say, and the definitions keep the contract of the tables."""

from dataclasses import fields
from pathlib import Path

import pytest

from shelflist.models.citation import Citation, Contributor
from shelflist.tables.columns import ALL_TABLES, TABLES
from shelflist.tables.definition import Table
from shelflist.tables.dictionary import dictionary

DOCS = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_page_on_the_tables_is_current() -> None:
    assert DOCS.read_text(encoding="utf-8") == dictionary(), (
        "renew it: python -m shelflist.tables.dictionary > docs/tables.md"
    )


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_every_column_is_described_once(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    assert all(column.description.endswith(".") for column in table.columns)
    assert all(column.example for column in table.columns if "Null until" not in column.description)


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.name)
def test_keys_name_columns_that_exist_and_are_never_null(table: Table) -> None:
    assert not any(table.column(name).nullable for name in table.key)
    for foreign_key in table.foreign_keys:
        assert foreign_key.column in table.names
        assert all(foreign_key.target in TABLES[name].names for name in foreign_key.tables)


def test_every_field_that_is_read_has_a_tracked_column() -> None:
    entries = TABLES["entries"]
    read = {field.name for field in fields(Citation)} - {"contributors", "parse_confidence"}
    assert read <= set(entries.tracked)
    of_names = {field.name for field in fields(Contributor)} - {"confidence"}
    assert of_names == set(TABLES["entry_contributors"].tracked)


def test_columns_that_move_on_their_own_are_not_tracked() -> None:
    for table in ALL_TABLES:
        assert not [name for name in table.tracked if name.endswith(("_at", "_since", "_hash", "_capture_id"))]
