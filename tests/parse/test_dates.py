"""Dates as typed become EDTF that the reference parser accepts, with the status of what was written."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from shelflist.models.citation import DateStatus, DateType
from shelflist.parse.looks.dates import read_date

WRITTEN = {
    "1939": "1939",
    "1941?": "1941?",
    "[1952?]": "1952?",
    "[1952]": "1952",
    "c. 1944": "1944~",
    "c1932": "1932~",
    "circa 1916": "1916~",
    "late 1918": "1918~",
    "1930s": "193X",
    "1940’s": "194X",
    "mid-1930s": "193X",
    "nd., early 1940’s?": "194X",
    "n.d. [but probably 1952]": "1952?",
    "n.d., probably 1932": "1932?",
    "no date but probably mid to late 1918": "1918?",
    "September 1947": "1947-09",
    "Sept. 1947": "1947-09",
    "7th November 1917": "1917-11-07",
    "August 12, 1966": "1966-08-12",
    "Spring 1979": "1979-21",
    "Fall 1967": "1967-23",
    "Winter 1949-50": "1949-24",
    "May-June 1984": "1984-05/1984-06",
    "January 12-19 1938": "1938-01-12/1938-01-19",
    "July 25 – August 21 1935": "1935-07-25/1935-08-21",
    "November 1976-January 1977": "1976-11/1977-01",
    "1972-1974": "1972/1974",
    "1934-38": "1934/1938",
}


@pytest.mark.parametrize(("words", "edtf"), WRITTEN.items())
def test_what_is_typed_is_read(words: str, edtf: str) -> None:
    date = read_date(words)
    assert date is not None
    assert date.edtf == edtf
    parse_edtf(edtf)


@pytest.mark.parametrize("words", ["n.d.", "nd.", "nd", "N.D.", "no date", "undated", "[n.d.]", "(n.d.)"])
def test_no_date_is_a_status_and_never_a_value(words: str) -> None:
    date = read_date(words)
    assert date is not None
    assert (date.edtf, date.status, date.date_type) == (None, DateStatus.NOT_IDENTIFIED, DateType.UNKNOWN)


@pytest.mark.parametrize(
    ("words", "status", "date_type"),
    [
        ("1939", DateStatus.STATED, DateType.SINGLE),
        ("[1939]", DateStatus.SUPPLIED, DateType.SINGLE),
        ("1939?", DateStatus.UNCERTAIN, DateType.QUESTIONABLE),
        ("1930s", DateStatus.APPROXIMATE, DateType.QUESTIONABLE),
        ("nd., mid 1930’s?", DateStatus.APPROXIMATE, DateType.QUESTIONABLE),
        ("© 1944", DateStatus.STATED, DateType.COPYRIGHT),
        ("1972-1974", DateStatus.STATED, DateType.MULTIPLE),
        ("n.d. [but probably 1952]", DateStatus.UNCERTAIN, DateType.QUESTIONABLE),
    ],
)
def test_the_status_says_how_the_date_is_known(words: str, status: DateStatus, date_type: DateType) -> None:
    date = read_date(words)
    assert date is not None
    assert (date.status, date.date_type) == (status, date_type)


@pytest.mark.parametrize(
    "words",
    ["Moscow 1937", "12 pages", "May 2", "1938-36", "3999", "January", "31 April 1950", "Nothing", "n.p.", "12345"],
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert read_date(words) is None


PIECES = (
    "1917|1939|1948|30|12|-| – |/| |, |?|c. |n.d. |[|]|Spring|s|January|Feb.|mar|April|May|June|July|August|Sept|Nov"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=8))
def test_every_date_given_is_valid_edtf(parts: list[str]) -> None:
    date = read_date("".join(parts))
    if date is not None and date.edtf is not None:
        parse_edtf(date.edtf)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("'37", "1937"),
        ("Autumn '76", "1976-23"),
        ("Summer of ’68", "1968-22"),
        ("7 Oct '36", "1936-10-07"),
        ("Oct 73", "1973-10"),
        ("Nov 30/55", "1955-11-30"),
        ("4.1981", "1981-04"),
        ("xi.1969", "1969-11"),
        ("abt. 1911", "1911~"),
        ("1937 approx.", "1937~"),
        ("n.d., but circa 1933", "1933~"),
        ("early seventies", "197X"),
    ],
)
def test_short_years_numbered_months_and_decades_in_words_are_read(words: str, edtf: str) -> None:
    date = read_date(words)
    assert date is not None
    assert date.edtf == edtf


@pytest.mark.parametrize("words", ["May 12", "No. 12", "parties", "early studies", "10 55", "13.1981", "iix.1969"])
def test_a_day_a_number_and_a_word_like_a_decade_are_no_dates(words: str) -> None:
    assert read_date(words) is None


def test_of_a_feast_the_year_is_given() -> None:
    for words in ("Whit Monday 1898", "Easter 1898", "Christmas Eve 1898", "Michaelmas, 1898"):
        date = read_date(words)
        assert date is not None
        assert date.edtf == "1898"
    assert read_date("Easter Rising 1916") is None
