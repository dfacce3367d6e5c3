"""Authors before the title with nothing but a comma between them: persons and bodies."""

import pytest

from shelflist.models.citation import NameType
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    ("author", "title"),
    [
        ("Lewis Elm", "The Weavers’ Union"),
        ("Lewis Elm", "Guild and Society Between Revolutions, 1918-1929"),
        ("Nina Elm", "The Weavers’ Party and the Trade Unions, 1933-45"),
        ("Sheila Elm", "Women, Looms and Revolution"),
        ("Wendy Elm", "Women, the Guild, and Revolution: Wool Policy and Social Life"),
        ("Royden Gelmsley", "Before the Looms"),
    ],
)
def test_a_title_with_words_of_bodies_and_lists_follows_a_name(author: str, title: str) -> None:
    for imprint in ("(Leeds: Gollancz, 1965)", "Gollancz, London, 1965"):
        citation = read(f"{author}, {title}, {imprint}.".replace(", (", " ("))
        assert (citation.title, named(citation), citation.publisher) == (title, [author], "Gollancz")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("National Union of Weavers", "Souvenir History"),
        ("Loom Research Department", "The Case for the Looms"),
        ("Leeds Trades and Labour Council", "Sixty Years’ March"),
        ("Executive Committee of the Weavers’ Guild", "Report of the Annual Conference"),
    ],
)
def test_a_body_is_entered_before_a_title_in_capitals(body: str, title: str) -> None:
    citation = read(f"{body}, {title}, Gollancz, London, 1927.")
    assert (citation.title, named(citation), citation.publisher) == (title, [body], "Gollancz")
    assert citation.contributors[0].name_type is NameType.CORPORATE


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Trade Unions in the Soviet Union", "Outstanding Facts and Documents, FLPH"),
        ("History of the Weavers’ Party", "Short Course, FLPH"),
        ("National Union of Weavers", "a short history, Rewi Ash, FLPH"),
    ],
)
def test_a_title_about_bodies_is_no_author(title: str, rest: str) -> None:
    assert read(f"{title}, {rest}, Moscow, 1939, 46 pages.").title == title


def test_a_comma_before_and_makes_one_title_of_short_pieces() -> None:
    citation = read("Looms in the Valley: Wool, the Guild, and Cloth Politics (London: Gollancz, 1981)")
    assert citation.title == "Looms in the Valley: Wool, the Guild, and Cloth Politics"
