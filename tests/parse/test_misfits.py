"""What speaks against a field by its words: each such word makes a reading less sure."""

import pytest

from shelflist.models.citation import Contributor
from shelflist.parse.fields.misfits import crowd, is_numbered, of_edition, of_house, of_notes, of_people, of_phrase
from tests.parse.lines import read


@pytest.mark.parametrize(
    ("plain", "odd"),
    [
        ("The Mill Hands", "The Mill Hands. Loom Songs"),
        ("The Mill Hands", "The Mill Hands translated by Sue Elm"),
        ("The Mill Hands", "The Mill Hands R. Ash"),
        ("The Mill Hands", "The “Mill Hands"),
        ("The Mill Hands", "The Mill Hands / Gelm"),
        ("The Mill Hands (with songs)", "The Mill Hands (Leeds, 1954)"),
    ],
)
def test_more_than_a_title_stands_in_it(plain: str, odd: str) -> None:
    assert crowd(plain) == 0.0 < crowd(odd)


def test_an_issue_shows_in_its_number() -> None:
    assert is_numbered("Loom Review, Volume 8, No. 3")
    assert is_numbered("Loom Review 34")
    assert not is_numbered("The Ten Looms of 1848")
    assert not is_numbered("No Looms, No Bread")


@pytest.mark.parametrize(
    "odd", ["The Loom Review, 3", "trans. Sue Elm", "a life; songs", "publ", "printed for Open Loom"]
)
def test_a_phrase_may_be_something_else(odd: str) -> None:
    assert of_phrase("a history of the looms") == 0.0 < of_phrase(odd)


@pytest.mark.parametrize("odd", ["Judith", "J. W.", "Rewi Ash (Vol. 1)", "Rewi Ash, Sue Elm", "Rewi Ash with others"])
def test_a_name_may_be_more_or_less_than_one(odd: str) -> None:
    plain = (Contributor(name_raw="Ash, Rewi", family="Ash"), Contributor(name_raw="Ludwig van Elm"))
    assert of_people(plain) == 0.0 < of_people((*plain, Contributor(name_raw=odd)))


def test_a_house_may_be_two_or_a_series() -> None:
    assert not of_house("Weft Press")
    assert of_house("WU, Weft Press")
    assert of_house("Weft Special")


def test_an_edition_and_a_note_may_be_something_else() -> None:
    assert not of_edition("2nd edition")
    assert of_edition("hardback")
    assert of_notes(("Cover torn.",)) == 0.0
    assert min(of_notes((note,)) for note in ("64 s", "in The Loom", "Crafts for All.", "first printed in 1936")) > 0.0


def test_what_may_be_an_issue_is_less_sure_than_a_book() -> None:
    book = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 20 pages.")
    issue = read("The Mill Hands, Volume 8, No. 3, March 1923, 20 pages.")
    assert issue.parse_confidence < book.parse_confidence


def test_three_of_one_family_may_be_two_of_whom_the_first_is_turned() -> None:
    kin = tuple(Contributor(name_raw=f"{given} Ash", family="Ash") for given in ("Roy", "Gabrielle", "Paula"))
    assert of_people(kin[:2]) == 0.0 < of_people(kin)


def test_a_title_that_reads_like_a_name_is_less_sure_unless_it_is_marked() -> None:
    life = read("Margaret Gorm, Mary Elmhurst, Fabian Society, London, 1949, 28 pages")
    work = read("The Mill Hands, Mary Elmhurst, Fabian Society, London, 1949, 28 pages")
    marked = read("“Margaret Gorm”, Mary Elmhurst, Fabian Society, London, 1949, 28 pages")
    assert life.parse_confidence < min(work.parse_confidence, marked.parse_confidence)
