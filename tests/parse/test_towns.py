"""Towns that no list of printing places holds: they decide where nothing else does, and never against a name."""

import pytest

from tests.parse.lines import read


def test_a_town_alone_before_the_date_is_the_place_and_no_house() -> None:
    citation = read("Loomside Days, Thomas Elm, Mytholmroyd, 1947, 20 pages")
    assert (citation.publisher, citation.place_of_publication) == (None, "Mytholmroyd")


def test_words_before_a_town_and_the_date_are_the_house() -> None:
    citation = read("Loomside Days, Thomas Elm, Thornbers, Mytholmroyd, 1947, 20 pages")
    assert (citation.publisher, citation.place_of_publication) == ("Thornbers", "Mytholmroyd")


def test_a_town_that_bears_the_name_of_a_listed_house_is_the_house() -> None:
    citation = read("Loomside Days, Thomas Elm, Gollancz, 1947, 20 pages")
    assert (citation.publisher, citation.place_of_publication) == ("Gollancz", None)


@pytest.mark.parametrize("place", ["Lawrence, Kansas", "Kirkwall, Orkney", "Kingston, Jamaica", "Havana, Cuba"])
def test_a_county_a_state_or_a_country_after_the_place_belongs_to_it(place: str) -> None:
    citation = read(f"Loomside Days, Thomas Elm, Weft Press, {place}, 1947, 20 pages")
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", place)
