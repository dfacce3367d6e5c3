"""Documents with the body that issued them after a dash, houses with a price, bodies with their country."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.parse.line import read_text
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    ("title", "body"), [("The Case for the Looms", "Leeds Weavers’ League"), ("No Surrender!", "Republican Clubs")]
)
def test_after_the_year_a_dash_parts_who_issued_a_document(title: str, body: str) -> None:
    citation = read(f"{title} (1976) — {body}")
    assert (citation.title, citation.date_edtf, citation.publisher) == (title, "1976", body)


def test_an_issue_may_be_listed_so() -> None:
    citation = read("The Weaver, Vol. 2, No. 4 (1978) — Weavers’ League")
    assert (citation.container_title, citation.volume, citation.issue) == ("The Weaver", "2", "4")
    assert (citation.date_edtf, citation.publisher) == ("1978", "Weavers’ League")


@pytest.mark.parametrize("text", ["Rewi Ash (1881-1954) — Weavers’ League", "Weaver and Child (1932) — Loomby Square"])
def test_the_years_of_a_life_and_the_place_of_a_monument_are_none(text: str) -> None:
    assert read_text(text).kind is not LineKind.ENTRY


@pytest.mark.parametrize("bracket", ["(Gollancz. 7s. 6d.)", "(Gollancz, 8s. 6d.)", "(Gollancz. 5s.)"])
def test_a_house_and_a_price_stand_in_a_bracket(bracket: str) -> None:
    citation = read(f"The Theory of Looms. By Rewi Ash. {bracket}")
    assert (citation.title, named(citation), citation.publisher) == ("The Theory of Looms", ["Rewi Ash"], "Gollancz")


def test_a_country_after_a_party_by_its_letters_is_the_partys() -> None:
    citation = read("Charting the Looms, published by the RCP, USA, 1981")
    assert (citation.publisher, citation.place_of_publication) == ("RCP, USA", None)


@pytest.mark.parametrize("date", ["25 May 1996", "May 1996"])
def test_a_cutting_has_its_paper_and_the_date_first(date: str) -> None:
    citation = read(f"Loom Worker, {date}. Rewi Ash, The Weavers, the Guild and the Trial.")
    assert (citation.container_title, citation.title) == ("Loom Worker", "The Weavers, the Guild and the Trial")
    assert (named(citation), (citation.date_edtf or "")[:7]) == (["Rewi Ash"], "1996-05")
