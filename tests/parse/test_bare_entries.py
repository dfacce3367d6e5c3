"""Entries without an imprint of the usual kind: names and a title, a document's year, prices, booksellers' words."""

import pytest

from shelflist.models.citation import LineKind, Role
from shelflist.parse.line import read_text
from tests.parse.lines import names, read


def is_entry(text: str) -> bool:
    return read_text(text).kind is LineKind.ENTRY


def test_a_family_name_put_first_and_a_title_are_an_entry() -> None:
    citation = read("Elm, Thomas. The Mill Hands.")
    assert (citation.title, names(citation)) == ("The Mill Hands", ["Elm, Thomas"])


@pytest.mark.parametrize(
    "text",
    [
        "Elm, Thomas. General Secretary of the Spinners’ Union.",
        "Elm, Thomas. See also Spinners.",
        "Elm, Thomas. University of Leeds.",
        "Elm, Thomas. Leeds.",
        "Elm, Thomas. Works at the mill.",
        "Thomas Elm The Mill Hands",
    ],
)
def test_an_entry_of_an_index_is_none_of_a_list_of_books(text: str) -> None:
    assert not is_entry(text)


def test_the_word_of_a_role_after_names_shows_that_a_title_follows() -> None:
    citation = read("Thomas Elm & Sally Ash (Ed.) Voices from the Mill")
    assert (citation.title, names(citation, Role.EDT)) == ("Voices from the Mill", ["Thomas Elm", "Sally Ash"])
    assert not is_entry("Thomas Elm (left) The March to the Mill")


@pytest.mark.parametrize("sign", [",", "."])
def test_a_full_name_before_a_title_of_some_length_is_its_author(sign: str) -> None:
    citation = read(f"E. P. Thompson{sign} The Making of the English Working Class")
    assert (citation.title, names(citation)) == ("The Making of the English Working Class", ["E. P. Thompson"])
    assert is_entry("42 – Edwin Clark, The Britannia and Conway Tubular Bridges")


@pytest.mark.parametrize(
    "text",
    [
        "Edwin Clark: The Britannia and Conway Tubular Bridges",
        "Edwin Clark – The Britannia and Conway Tubular Bridges",
        "Edwin Clark, Weaver and Poet",
        "Edwin Clark, Member of Parliament for West Ham",
        "Edwin Clark, ‘In Memory of the Spinners and Weavers’",
    ],
)
def test_contents_and_captions_and_offices_have_a_name_first_too(text: str) -> None:
    assert not is_entry(text)


def test_a_document_with_its_year_after_a_stop_is_an_entry() -> None:
    citation = read("Constitution of the Union of Spinners and Weavers of Leeds, and By-Laws of the Branches. 1905.")
    assert citation.title == "Constitution of the Union of Spinners and Weavers of Leeds, and By-Laws of the Branches"
    assert citation.date_edtf == "1905"
    assert not is_entry("A meeting of the Spinners. 1905.")


@pytest.mark.parametrize("price", ["One Penny.", "Price 2d.", "1s. 6d. net.", "$1.25", "Paper, 6d., Cloth, 1s."])
def test_a_price_ends_the_entry_and_is_a_note(price: str) -> None:
    citation = read(f"The Mill Hands. Labour Research Department. {price}")
    assert (citation.title, citation.publisher) == ("The Mill Hands", "Labour Research Department")
    assert citation.notes == (price,)


@pytest.mark.parametrize(
    "text", ["Annual subscription to the Weaver. 5s. net.", "Single copies. 2d.", "Join the Spinners. Price 2d."]
)
def test_what_is_to_be_paid_for_something_else_is_no_price_of_a_book(text: str) -> None:
    assert not is_entry(text)


def test_a_bracket_may_hold_binding_year_and_price() -> None:
    citation = read("The Mill Hands, by Thomas Elm (soft cover, 1977, $2)")
    assert (citation.title, citation.date_edtf, names(citation)) == ("The Mill Hands", "1977", ["Thomas Elm"])
    assert citation.edition_statement is citation.publisher is None
    assert read("The Mill Hands, by Thomas Elm (Weft Press, 1977, $2.95)").publisher == "Weft Press"


@pytest.mark.parametrize(
    ("imprint", "house", "place"),
    [
        ("Progress Publishers Moscow", "Progress Publishers", "Moscow"),
        ("International Publishers New York", "International Publishers", "New York"),
        ("the Spinners’ Guild of Yorkshire", "Spinners’ Guild of Yorkshire", None),
    ],
)
def test_house_and_place_are_read_from_the_words_on_a_copy(imprint: str, house: str, place: str | None) -> None:
    words = f"Hardcover book with boards (no dust jacket) published by {imprint} 1970"
    citation = read(f"The Mill Hands by Thomas Elm. {words}, unpaginated with photographs.")
    assert (citation.title, names(citation)) == ("The Mill Hands", ["Thomas Elm"])
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (house, place, "1970")


def test_a_sentence_on_a_copy_is_no_entry() -> None:
    assert not is_entry("He still has the hardcover book (no dust jacket) published by Gollancz 1937.")
