"""The derived dates: exact bounds, and none rather than a guess."""

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shelflist.tables.columns import ENTRIES
from shelflist.tables.dates import UNKNOWN, bounds


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "year"),
    [
        ("1941", date(1941, 1, 1), date(1941, 12, 31), 1941),
        ("1941?", date(1941, 1, 1), date(1941, 12, 31), 1941),
        ("1919~", date(1919, 1, 1), date(1919, 12, 31), 1919),
        ("1919%", date(1919, 1, 1), date(1919, 12, 31), 1919),
        ("194X", date(1940, 1, 1), date(1949, 12, 31), None),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), None),
        ("1924-02", date(1924, 2, 1), date(1924, 2, 29), 1924),
        ("1924-02-03", date(1924, 2, 3), date(1924, 2, 3), 1924),
        ("1924-XX", date(1924, 1, 1), date(1924, 12, 31), 1924),
        ("1924-02-XX", date(1924, 2, 1), date(1924, 2, 29), 1924),
        ("1979-21", date(1979, 3, 1), date(1979, 5, 31), 1979),
        ("1979-22", date(1979, 6, 1), date(1979, 8, 31), 1979),
        ("1979-23", date(1979, 9, 1), date(1979, 11, 30), 1979),
        ("1979-24", date(1979, 1, 1), date(1979, 12, 31), 1979),
        ("1918-06/1918-12", date(1918, 6, 1), date(1918, 12, 31), 1918),
        ("1918/1921", date(1918, 1, 1), date(1921, 12, 31), None),
        ("1918?/192X", date(1918, 1, 1), date(1929, 12, 31), None),
        ("1918/..", date(1918, 1, 1), None, None),
        ("/1918", None, date(1918, 12, 31), None),
    ],
)
def test_bounds_are_the_first_and_last_day_the_date_allows(
    edtf: str, earliest: date | None, latest: date | None, year: int | None
) -> None:
    found = bounds(edtf)
    assert (found.earliest, found.latest, found.year) == (earliest, latest, year)


@pytest.mark.parametrize(
    "unread",
    [None, "", "n.d.", "1941-13", "1941-02-30", "1941-00", "0000", "XXXX", "1X41", "194X-06", "-0300", "Y17000",
     "1921/1918", "1918/n.d.", "1941?~", "1941-21-01", "１９４１", "1918/1919/1920"],
)  # fmt: skip
def test_what_is_not_read_has_no_bounds(unread: str | None) -> None:
    assert bounds(unread) == UNKNOWN


_years = st.integers(1000, 2999)
_dates = st.one_of(
    st.builds("{:04}".format, _years),
    st.builds("{:04}-{:02}".format, _years, st.integers(1, 12)),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat),
    st.builds("{:03}X".format, st.integers(100, 299)),
    st.builds("{:02}XX".format, st.integers(10, 29)),
)


@settings(max_examples=60)
@given(st.one_of(_dates, st.builds("{}/{}".format, _dates, _dates)))
def test_bounds_agree_with_the_edtf_library(edtf: str) -> None:
    parsed = parse_edtf(edtf)
    lower, upper = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    expected = (lower, upper) if lower <= upper else (None, None)
    assert (bounds(edtf).earliest, bounds(edtf).latest) == expected


@settings(max_examples=200)
@given(st.text("0123456789X-/.?~%Yé", max_size=24))
@example("9999-12/9999")
def test_any_text_ends_in_bounds_that_are_in_order(text: str) -> None:
    found = bounds(text)
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


PATTERN = ENTRIES.column("date_edtf").pattern or ""


@settings(max_examples=100)
@given(
    st.one_of(
        _dates, st.builds("{}/{}".format, _dates, _dates), st.builds("{}{}".format, _years, st.sampled_from("?~%"))
    )
)
def test_the_pattern_of_the_column_lets_every_date_through_that_has_bounds(edtf: str) -> None:
    assert re.fullmatch(PATTERN, edtf)


@pytest.mark.parametrize("edtf", ["n.d.", "194X?", "1941-13", "1941-06-32", "{1941,1942}", "/", "1941 ", "1941\n", ""])
def test_the_pattern_of_the_column_refuses_what_is_not_level_1(edtf: str) -> None:
    assert re.fullmatch(PATTERN, edtf) is None
