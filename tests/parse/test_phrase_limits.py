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


@pytest.mark.parametrize(
    "sentence",
    [
        "An answer to the Weavers’ Commission",
        "The evidence of the hands of Loomby before the Board of Inquiry",
        "A petition to the Governor and the Legislative Council",
        "Three talks given on the wireless",
        "A chronicle",
    ],
)
def test_a_sentence_that_says_what_the_book_is_is_no_body_and_no_house(sentence: str) -> None:
    citation = read(f"“The Mill Hands”. {sentence}. Leeds, Weft Press, 1954. 66 pages.")
    assert (citation.other_title_information, citation.publisher) == (sentence, "Weft Press")
    assert citation.contributors == ()


@pytest.mark.parametrize("title", ["Masters or Hands?", "THE LOOM AND THE POOR"])
def test_such_a_sentence_ends_a_title_without_a_stop(title: str) -> None:
    citation = read(f"{title} A lecture to the Loomby Guild. Edited by Ann Hill. Leeds, Weft Press, 1954. 66 pages.")
    assert (citation.title, citation.other_title_information) == (title, "A lecture to the Loomby Guild")


@pytest.mark.parametrize("phrase", ["a novel", "from the workhouse to the loom", "letters home, 1911-1914"])
def test_a_phrase_after_a_date_in_a_bracket_is_not_after_the_imprint(phrase: str) -> None:
    citation = read(f"“The Mill Hands” (1954), Rewi Ash, {phrase}, Weft Press, Leeds, 66 pages.")
    assert (citation.other_title_information, citation.date_edtf) == (phrase, "1954")


@pytest.mark.parametrize(
    "line",
    [
        "Rewi Ashby-Gorse. THE MILL HANDS. Cover by Ann Hill. Leeds, Weft Press, 1951. 60 pages.",
        "“The Mill Hands”. Ness Gorsal, retold by Ann Hill. Leeds, Weft Press, 1951. 60 pages.",
        "Wool, Water and What Came of Them, Rewi Ash, Weft Press, Leeds, 1951, 60 pages.",
    ],
)
def test_capitals_that_may_be_a_title_or_a_name_are_no_phrase(line: str) -> None:
    assert read(line).other_title_information is None


def test_what_a_person_is_called_is_no_phrase() -> None:
    line = (
        "The Mill Hands, by Rewi Ash, a Hero of Labour, recollections of the looms, Weft Press, Leeds, 1954, 66 pages."
    )
    assert read(line).other_title_information == "recollections of the looms"


def test_a_signature_after_a_doubled_comma_and_the_kind_after_a_stop_are_no_part_of_the_phrase() -> None:
    assert (
        read("“The Mill Hands”, a satire,, Spindle, Weft Press, Leeds, 1954, 8 pages.").other_title_information
        == "a satire"
    )
    citation = read("“The Mill Hands”. An appeal, thrown over the wall. Leaflet, signed by Rewi Ash. 1954. 1 page.")
    assert citation.other_title_information == "An appeal, thrown over the wall"


def test_a_phrase_ends_before_the_bracket_that_tells_of_a_helper() -> None:
    citation = read(
        "Ash, Rewi: The Mill Hands, six talks [foreword: Ann Hill, a clerk of the mill]. Leeds, 1926, 204 p."
    )
    assert citation.other_title_information in (None, "six talks")


@pytest.mark.parametrize("words", ["by one of themselves", "by a friend to the weavers", "by its oldest member"])
def test_who_wrote_and_gives_no_name_explains_the_title(words: str) -> None:
    for line in (
        f"The Mill Hands, {words}, Weft Press, Leeds, 1954, 66 pages.",
        f"The Mill Hands, {words}. Leeds, 1954. 66 pp.",
    ):
        citation = read(line)
        assert (citation.title, citation.other_title_information) == ("The Mill Hands", words)
        assert citation.contributors == ()


@pytest.mark.parametrize("words", ["by the tenants", "by its editor", "by a group of spinners"])
def test_a_body_or_somebody_known_who_wrote_is_no_phrase(words: str) -> None:
    assert read(f"The Mill Hands, {words}, Weft Press, Leeds, 1954, 66 pages.").other_title_information is None
