"""Which entries list one work, which one edition of it, and which must not be joined."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.authority import assign, why
from shelflist.models.authority import Registry
from shelflist.models.citation import Citation, Genre
from tests.authority.naming import book, clusters

COATES = (
    book(
        "Armed Intervention Russia 1918-1922", "WP Coates", "Zelda Coates",
        publisher="Gollanz", place_of_publication="London", date_edtf="1935", page_count=400,
    ),
    book(
        "Armed Intervention in Russia: 1918-1922", "W. P. Coates", "Zelda K. Coates",
        publisher="Victor Gollancz", place_of_publication="London", date_edtf="1935", page_count=400,
    ),
)  # fmt: skip


def works(*entries: Citation) -> int:
    return len({work for work, _ in clusters(*entries)})


def editions(*entries: Citation) -> int:
    return len({edition for _, edition in clusters(*entries)})


def test_one_edition_listed_twice_is_one_manifestation() -> None:
    assert works(*COATES) == editions(*COATES) == 1


def test_two_editions_of_one_work() -> None:
    ebook = book("Ten Days that Shook the World", "John Reed", date_edtf="2017", page_count=399)
    progress = book(
        "Ten Days That Shook The World", "John Reed", publisher="Progress", date_edtf="1987", page_count=336
    )
    assert works(ebook, progress) == 1
    assert editions(ebook, progress) == 2


ONE_WORK = [
    (book("The Agrarian Programme of Weaving", "R. Ash"), book("Agrarian Programme of Weaving", "R Ash")),
    (book("Anti-Dühring", "F. Engels"), book("Antidühring", "Frederick Engels")),
    (book("The Labour Question in Wool", "R. Ash"), book("The Labor Question in Wool", "R. Ash")),
    (book("Organisation of Wool Trades", "R. Ash"), book("Organization of Wool Trades", "R. Ash")),
    (book("History of the U.S.S.R.", "R. Ash"), book("History of the USSR", "R. Ash")),
    (book("Wool and Linen", "R. Ash", "B. Elm"), book("Wool & Linen", "B. Elm", "R. Ash")),
    (book("Wool, Volume 2", "R. Ash", part_number="Volume 2"), book("Wool", "R. Ash", part_number="Vol. II")),
    (book("Seventh Congress of Loom and Shuttle Workers"), book("The Seventh Congress of Loom and Shuttle Workers")),
]


@pytest.mark.parametrize("pair", ONE_WORK)
def test_one_work_in_either_order(pair: tuple[Citation, Citation]) -> None:
    assert works(*pair) == works(*reversed(pair)) == 1


SEVERAL_WORKS = [
    (
        book("Struggles", "R. Ash", other_title_information="First Period, 1917-1923"),
        book("Struggles", "R. Ash", other_title_information="Second Period, 1923-1930"),
    ),
    (book("Soviet foreign policy", part_number="Volume 1"), book("Soviet foreign policy", part_number="Volume 2")),
    (book("Wool, Volume 1", "R. Ash"), book("Wool, Volume 2", "R. Ash")),
    (book("Wool, Volume I", "R. Ash"), book("Wool", "R. Ash")),
    (book("Struggles", "R. Ash", part_number="First Period"), book("Struggles", "R. Ash", part_number="Second Period")),
    (book("Selected Works", "Karl Marx"), book("Selected Works", "VI Lenin")),
    (book("Selected Works", "VI Lenin"), book("Selected Works", "V. I. Lenin", date_edtf="1970")),
    (book("The State", "R. Ash"), book("The State", "B. Elm")),
    (book("World Politics, 1918-1936", "R. Ash"), book("World Politics, 1918-1939", "R. Ash")),
    (book("First Session of the Council of Looms"), book("Second Session of the Council of Looms")),
    (book("Letters on Socialism Today", "R. Ash"), book("Letters on Socialist Today", "R. Ash")),
    (book("A History of Ireland Today", "R. Ash"), book("A History of Iceland Today", "R. Ash")),
    (book("Our country", date_edtf="1940"), book("Our country", date_edtf="1950")),
    (book("Our country", "R. Ash"), book("Our country")),
    (
        book("Loom Monthly", volume="24", issue="6", genre=Genre.PERIODICAL_ISSUE, date_edtf="1942-06"),
        book("Loom Monthly", volume="24", issue="7", genre=Genre.PERIODICAL_ISSUE, date_edtf="1942-07"),
    ),
    (
        book("Loom Weekly of Northern Weavers Guild", genre=Genre.PERIODICAL_ISSUE, date_edtf="1942-06-01"),
        book("Loom Weekly of Northern Weavers Guild", genre=Genre.PERIODICAL_ISSUE, date_edtf="1942-06-08"),
    ),
    (
        book("Speech", "R. Ash", container_title="Loom"),
        book("Speech", "R. Ash", container_title="Weft"),
    ),
]


@pytest.mark.parametrize("pair", SEVERAL_WORKS)
def test_several_works_in_either_order(pair: tuple[Citation, Citation]) -> None:
    assert works(*pair) == works(*reversed(pair)) == 2


IMPRINT: dict[str, Any] = {
    "publisher": "Weft Press", "place_of_publication": "Leeds", "date_edtf": "1951", "page_count": 196,
}  # fmt: skip


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"page_count": 198}, True),
        ({"page_count": None}, True),
        ({"publisher": None}, True),
        ({"publisher": None, "page_count": 198}, False),
        ({"page_count": 240}, False),
        ({"date_edtf": "1952"}, False),
        ({"date_edtf": None}, False),
        ({"publisher": "Warp Press"}, False),
        ({"place_of_publication": "York"}, False),
        ({"edition_statement": "2nd edition", "page_count": 198}, False),
    ],
)
def test_an_edition_is_its_imprint(other: dict[str, Any], same: bool) -> None:
    pair = (book("Wool and Linen", "R. Ash", **IMPRINT), book("Wool and Linen", "R. Ash", **{**IMPRINT, **other}))
    assert works(*pair) == 1
    assert editions(*pair) == editions(*reversed(pair)) == (1 if same else 2)


def test_why_says_which_work_and_edition_and_by_what() -> None:
    slip = book("Organization of Wool Trades", "R. Ash", **IMPRINT)
    entries = [book("Organisation of Wool Trades", "R. Ash", **IMPRINT), slip]
    told = {one.what: one for one in why(assign(Registry(), entries), slip)}
    assert told["work"].reason == "one letter off 'Organisation of Wool Trades', the same creators"
    assert "the same year and publisher" in told["manifestation"].reason


TITLES = st.sampled_from(["Wool", "The Wool Trade", "Wool Trade 1917", "Selected Works", "Wool, Volume 2", ""])
AUTHORS = st.lists(st.sampled_from(["R. Ash", "R Ash", "Rewi Ash", "B. Elm"]), max_size=2, unique=True)
ENTRIES = st.builds(
    lambda title, authors, year, pages: book(title, *authors, date_edtf=year, page_count=pages, publisher="Weft"),
    TITLES, AUTHORS, st.sampled_from(["1917", "1918", None]), st.sampled_from([100, 101, 180, None]),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(ENTRIES, max_size=8), st.lists(ENTRIES, max_size=8))
def test_works_and_editions_stay_when_more_arrive(early: list[Citation], late: list[Citation]) -> None:
    known = assign(Registry(), early)
    grown = assign(known, late)
    assert known.works.items() <= grown.works.items()
    assert known.editions.items() <= grown.editions.items()
    assert assign(grown, [*late, *early]) is grown


@settings(max_examples=100, deadline=None)
@given(st.lists(ENTRIES, max_size=8))
def test_an_edition_is_of_one_work(entries: list[Citation]) -> None:
    work_of: dict[str, str] = {}
    for work, edition in clusters(*entries):
        assert work_of.setdefault(edition, work) == work
