"""Imprints in orders that few hands type: the year between place and house, or after the extent."""

import pytest

from tests.parse.lines import named, read


@pytest.mark.parametrize(
    "imprint",
    [
        ". Leeds 1954: Weft Press",
        ". Loomby 1954: Weft Press",
        ". Leeds 1954: Griffin Bohn",
        ", Leeds, 1954: Weft Press",
    ],
)
def test_the_year_may_stand_between_the_place_and_its_colon(imprint: str) -> None:
    citation = read(f"The Mill Hands, by Rewi Ash{imprint}. 63 pages.")
    assert imprint.endswith(f": {citation.publisher}")
    assert (citation.date_edtf, citation.place_of_publication) == ("1954", imprint[2:8].strip(" ,1"))


def test_a_title_of_place_and_year_is_kept_whole_at_its_colon() -> None:
    citation = read("Leeds 1954: The Mill Hands, Rewi Ash, Weft Press, Leeds, 1956, 63 pages.")
    assert (citation.title, citation.date_edtf) == ("Leeds 1954: The Mill Hands", "1956")


@pytest.mark.parametrize(
    ("extent", "date", "notes"),
    [
        ("63 pages – 1954", "1954", ()),
        ("63 pages – 1954. Cover torn.", "1954", ("Cover torn.",)),
        ("63 pages – about 1954", "1954~", ()),
        ("63 pages – June 1954", "1954-06", ()),
        ("63 pages – 1950s (ex-library)", "195X", ("(ex-library)",)),
    ],
)
def test_the_date_may_follow_the_extent_and_what_is_then_said_is_a_note(
    extent: str, date: str, notes: tuple[str, ...]
) -> None:
    citation = read(f"“The Mill Hands” – Rewi Ash – Weft Press, Leeds – {extent}")
    assert (citation.date_edtf, citation.notes, citation.page_count) == (date, notes, 63)


def test_the_first_date_may_follow_the_date_after_the_extent() -> None:
    citation = read("“The Mill Hands” – Rewi Ash – Weft Press, Leeds – 63 pages – 1954, first published 1938")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1954", "1938")


@pytest.mark.parametrize("house", ["Weft Press", "n.p."])
def test_an_imprint_after_the_extent_is_read_though_the_phrase_tells_of_a_year(house: str) -> None:
    citation = read(f"The Mill Hands, the lockout of May 1926, Rewi Ash, 63 pages, {house}, Leeds, 1954, 10p.")
    assert (citation.place_of_publication, citation.date_edtf) == ("Leeds", "1954")
    assert citation.publisher == (None if house == "n.p." else house)


def test_a_year_after_the_extent_is_no_second_date_of_the_book() -> None:
    citation = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 63 pages. 1956 printing of the Leeds Weavers.")
    assert (citation.date_edtf, named(citation)) == ("1954", ["Rewi Ash"])
