"""Rules with a past: which tables are for a capture of which time, and what a source file may not say of it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.errors import SourceFileError
from shelflist.sources import Source, parse_source

SHORT = """
name = "weavers"
title = "The weavers' archive"
home = "https://weavers.example.org/"
contact = "mailto:you@example.org"
"""
TWO = """
[[past]]
valid_until = 2020-01-01
[past.selectors]
content = { css = ".first", count = "1" }
[past.lookups]
places = ["Nether Wefton"]

[[past]]
valid_until = 2026-03-01T12:00:00+01:00
[past.selectors]
content = { css = ".second", count = "1" }
"""


def weavers(text: str) -> Source:
    return parse_source(SHORT + text, "weavers.toml").source


def read_by(source: Source, when: datetime) -> tuple[str, tuple[str, ...]]:
    rules = source.at(when)
    return rules.selectors.content.css, rules.lookups.places


@pytest.mark.parametrize(
    ("when", "css", "places"),
    [
        ("2019-12-31T23:59:59+00:00", ".first", ("Nether Wefton",)),
        ("2020-01-01T00:00:00+00:00", ".second", ()),  # the second past gives no lookups: as today
        ("2026-03-01T10:59:59+00:00", ".second", ()),
        ("2026-03-01T11:00:00+00:00", ".entry-content", ()),
    ],
)
def test_each_table_is_that_of_the_past_in_which_the_capture_was_made(
    when: str, css: str, places: tuple[str, ...]
) -> None:
    assert read_by(weavers(TWO), datetime.fromisoformat(when)) == (css, places)


def test_a_table_that_a_past_does_not_give_is_as_in_the_next_past() -> None:
    text = TWO.replace('[past.selectors]\ncontent = { css = ".first", count = "1" }\n', "", 1)
    assert read_by(weavers(text), datetime(2019, 1, 1, tzinfo=UTC)) == (".second", ("Nether Wefton",))


def test_a_past_table_stands_for_the_whole_of_todays() -> None:
    text = '[selectors]\nnavigation = [".menu"]\n' + TWO
    assert weavers(text).at(datetime(2019, 1, 1, tzinfo=UTC)).selectors.navigation != (".menu",)


@given(
    days=st.lists(st.integers(0, 5000), min_size=1, max_size=5, unique=True).map(sorted), asked=st.integers(-1, 5001)
)
def test_the_first_past_that_ends_later_is_the_one(days: list[int], asked: int) -> None:
    start = datetime(2015, 1, 1, tzinfo=UTC)
    ends = [start + timedelta(days=day) for day in days]
    text = "".join(
        f'[[past]]\nvalid_until = {end:%Y-%m-%d}\n[past.selectors]\ncontent = {{ css = ".c{number}", count = "1" }}\n'
        for number, end in enumerate(ends)
    )
    expected = next((f".c{number}" for number, day in enumerate(days) if asked < day), ".entry-content")
    assert read_by(weavers(text), start + timedelta(days=asked))[0] == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[past]]\nvalid_until = 2026-03-01\n", "weavers.toml:6: past.0: expected selectors, lookups or manner"),
        (
            '[[past]]\nvalid_until = "soon"\nlookups = {}\n',
            "weavers.toml:7: past.0.valid_until: found 'soon': expected",
        ),
        ("[[past]]\nlookups = {}\n", "weavers.toml:6: past.0.valid_until: missing, expected a value"),
        (
            '[[past]]\nvalid_until = 2026-03-01\nlookups = { same = [["a", "b"]] }\n',
            "weavers.toml:6: past.0: found lookups.same, expected it in [lookups]: it is for all times",
        ),
        (
            TWO + '[[past]]\nvalid_until = 2021-01-01\n[past.selectors]\ncolour = "red"\n',
            "weavers.toml:21: past.2.selectors.colour: unknown key, found 'red', expected one of content, title",
        ),
    ],
)
def test_a_faulty_past_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SourceFileError) as caught:
        weavers(text)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("second", ["2020-01-01", "2019-12-31", "2020-01-01T01:00:00+01:00"])
def test_pasts_that_overlap_or_are_out_of_order_are_refused(second: str) -> None:
    with pytest.raises(SourceFileError, match="expected the oldest first and no two alike"):
        weavers(TWO.replace("2026-03-01T12:00:00+01:00", second))
