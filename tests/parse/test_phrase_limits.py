"""Where a phrase ends: what of a scene is its own, what beside it is a helper's or an edition's."""

import pytest

from shelflist.models.citation import Role
from tests.parse.lines import read


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("guitar chords by Ann Hill", Role.OTH),
        ("statistics checked by Ann Hill", Role.OTH),
        ("research by Ann Hill", Role.OTH),
        ("from the German by Ann Hill", Role.TRL),
        ("verses by Ann Hill", Role.AUT),
    ],
)
def test_what_somebody_added_to_a_book_is_his_part_in_it_and_no_phrase(words: str, role: Role) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, {words}, Weft Press, Leeds, 1954, 66 pages.")
    assert citation.other_title_information is None
    assert [(one.name_raw, one.role) for one in citation.contributors] == [("Rewi Ash", Role.AUT), ("Ann Hill", role)]


@pytest.mark.parametrize(
    "words",
    [
        "research by the evening class",
        "maps by the boys of the loom school",
        "with tables supplied by the Loomby clerks",
    ],
)
def test_who_helped_is_no_phrase_and_no_author(words: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, {words}, Weft Press, Leeds, 1954, 66 pages.")
    assert citation.other_title_information is None
    assert [one.name_raw for one in citation.contributors] == ["Rewi Ash"]


@pytest.mark.parametrize(
    "words", ["weaving seen by a schoolteacher", "a survey by the loom inspectors", "stories by old hands"]
)
def test_what_is_told_by_somebody_without_a_name_is_still_a_phrase(words: str) -> None:
    assert read(f"The Mill Hands, {words}, Weft Press, Leeds, 1954, 66 pages.").other_title_information == words


@pytest.mark.parametrize(
    "words",
    [
        "second edition, brought up to date",
        "new edition, with the coroner’s report",
        "first issued secretly",
        "first Welsh edition 1931",
        "reprinted from The Loom, 1936",
        "second, cheaper edition",
    ],
)
def test_the_words_of_an_edition_and_of_a_first_publication_are_no_phrase(words: str) -> None:
    assert (
        read(f"The Mill Hands, Rewi Ash, {words}, Weft Press, Leeds, 1954, 66 pages.").other_title_information is None
    )


@pytest.mark.parametrize(
    ("phrase", "after"),
    [
        ("a debate held in the Cloth Hall, Hull", "by Rewi Ash, Weft Press, Leeds, 1907"),
        ("the text of a poster put up at the mill, Hull", "Weft Press, Leeds, 1907"),
        ("a talk to visiting weavers, Hull, July 1905", "second edition, Weft Press, Leeds, 1907"),
        (
            "a play given at the Guildhall, Hull, in May 1905, with the songs",
            "translated by Ann Hill, Weft Press, Leeds, 1907",
        ),
    ],
)
def test_the_place_of_what_a_phrase_tells_of_is_its_own_where_the_imprint_has_another(phrase: str, after: str) -> None:
    citation = read(f"“The Mill Hands”, {phrase}, {after}, 66 pages.")
    assert (citation.other_title_information, citation.place_of_publication) == (phrase, "Leeds")


def test_a_place_beside_the_phrase_is_the_books_where_it_has_no_other() -> None:
    citation = read("“The Mill Hands”, a novel of the north, Leeds, Weft Press, 1954, 66 pages.")
    assert (citation.other_title_information, citation.place_of_publication) == ("a novel of the north", "Leeds")


@pytest.mark.parametrize("when", ["June to November 1825", "1825"])
def test_a_sentence_after_the_title_keeps_the_date_of_what_it_tells_of(when: str) -> None:
    citation = read(f"“The Mill Hands”. Four letters to the Loomby Weaver, {when}. Leeds, Weft Press, 1971. 66 pages.")
    assert (citation.other_title_information, citation.date_edtf) == (
        f"Four letters to the Loomby Weaver, {when}",
        "1971",
    )


def test_a_year_between_stops_is_no_part_of_the_phrase_before_it() -> None:
    citation = read("The Mill Hands, by Rewi Ash, a life of Ann Hill. 1949. Weft Press, Leeds. 66 pages.")
    assert (citation.other_title_information, citation.date_edtf) == ("a life of Ann Hill", "1949")
    citation = read("The Mill Hands, by Rewi Ash, a lecture to the Guild, 1923. 1924. Weft Press, Leeds. 66 pages.")
    assert (citation.other_title_information, citation.date_edtf) == ("a lecture to the Guild, 1923", "1924")
