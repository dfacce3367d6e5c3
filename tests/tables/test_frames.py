"""Columns of lists, which are made in a way of their own."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.tables.definition import TEXT_LIST
from shelflist.tables.frames import list_series

WORDS = st.text(st.sampled_from("a\0é|"), max_size=3)


@given(st.lists(st.none() | st.lists(WORDS, max_size=3).map(tuple), max_size=5))
def test_a_column_of_lists_is_what_polars_makes_of_them(cells: list[tuple[str, ...] | None]) -> None:
    assert list_series("tags", cells).equals(pl.Series("tags", cells, dtype=TEXT_LIST), check_dtypes=True)


@pytest.mark.parametrize("cell", [(1,), (None, 2), ("\ud800",)])
def test_what_is_no_list_of_texts_is_refused(cell: object) -> None:
    with pytest.raises((TypeError, ValueError, pl.exceptions.PolarsError)):
        list_series("tags", [("a",), cell])
