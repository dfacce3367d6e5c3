"""Lines typed without capitals, or in nothing else: read as if they had the usual ones, given as they are typed."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.parse.line import read_text
from shelflist.parse.looks.one_case import in_usual_capitals
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    "line",
    [
        "the looms of leeds - thomas elm - weft press - leeds - 1954 - 24pp",
        "the looms of leeds, thomas elm, weft press, leeds, 1954, 24 pages",
        "THE LOOMS OF LEEDS, THOMAS ELM, WEFT PRESS, LEEDS, 1954. 24 PAGES",
        "THE LOOMS OF LEEDS. BY THOMAS ELM. LEEDS: WEFT PRESS, 1954. 24 pages",
    ],
)
def test_a_line_in_one_case_is_read_and_given_as_typed(line: str) -> None:
    citation = read(line)
    case = str.lower if line.islower() else str.upper
    assert (citation.title, named(citation)) == (case("the looms of leeds"), [case("thomas elm")])
    assert (citation.publisher, citation.place_of_publication) == (case("weft press"), case("leeds"))
    assert (citation.contributors[0].family, citation.page_count) == ("Elm", 24)


def test_a_shared_surname_is_typed_as_the_others() -> None:
    assert named(read("the looms - jl & thomas elm - weft press - 1927 - 397pp")) == ["jl elm", "thomas elm"]


def test_two_values_of_a_field_are_each_given_as_typed() -> None:
    citation = read("the looms, second printing, jl elm, weft press, third printing, 1961, 60 pages")
    assert citation.edition_statement == "second printing; third printing"


@pytest.mark.parametrize("line", ["The Looms, Rewi Ash, 1954", "BACK TO THE TOP OF THE PAGE", "WEAVERS 1954"])
def test_headings_and_lines_of_both_cases_are_left_alone(line: str) -> None:
    assert in_usual_capitals(line) is None


@pytest.mark.parametrize(
    "line", ["the weavers marched to leeds in 1954 and nobody stopped them", "OPEN MONDAY TO FRIDAY FROM 9 TO 5"]
)
def test_a_sentence_in_one_case_is_no_entry(line: str) -> None:
    assert read_text(line).kind is not LineKind.ENTRY
