"""Several authors before the title, the first with the family name first."""

import pytest

from shelflist.models.citation import Role
from tests.parse.lines import named, names, read


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Elm, Hakim, and Loomwood, Marika", ["Elm, Hakim", "Loomwood, Marika"]),
        ("Elm, Colin, Dale, Gareth and Loomson, Neil", ["Elm, Colin", "Dale, Gareth", "Loomson, Neil"]),
        ("Elm, P. & Thomas, N.", ["Elm, P.", "Thomas, N."]),
        ("Elm, George, with Nancy Loomard", ["Elm, George", "Nancy Loomard"]),
        ("Elm, George (in collaboration with Dorothy Loom)", ["Elm, George", "Dorothy Loom"]),
        ("Elm, Sid; Owen, Harold", ["Elm, Sid", "Owen, Harold"]),
    ],
)
@pytest.mark.parametrize(
    "rest",
    [
        ", The Wool of Manchester (London: Weft Press, 1995)",
        " (1995) The Wool of Manchester, London: Weft Press.",
        ", The Wool of Manchester, Weft Press, London, 1995.",
    ],
)
def test_an_and_closes_a_list_of_turned_names(authors: str, expected: list[str], rest: str) -> None:
    citation = read(f"{authors}{rest}")
    assert (citation.title, named(citation)) == ("The Wool of Manchester", expected)
    assert (citation.publisher, citation.date_edtf) == ("Weft Press", "1995")


def test_editors_and_a_year_may_stand_between_the_list_and_the_title() -> None:
    citation = read("Elm, Colin, Dale, Gareth and Loomson, Neil. eds., 2021. The Wool of Leeds. Chicago: Weft Press.")
    assert names(citation, Role.EDT) == ["Elm, Colin", "Dale, Gareth", "Loomson, Neil"]
    assert (citation.title, citation.date_edtf) == ("The Wool of Leeds", "2021")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Seamen, Ports and Dockers, Arthur Elm, Weft Press, Leeds, 1956, 190 pp.", "Seamen, Ports and Dockers"),
        ("Elm, Jack, Weaving Days, Lawrence and Wishart, London, 1941, 316 pp.", "Weaving Days"),
    ],
)
def test_an_enumeration_and_a_house_of_partners_are_no_such_list(line: str, title: str) -> None:
    assert read(line).title == title
