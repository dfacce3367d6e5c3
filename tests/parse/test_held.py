"""What a bracket after the title holds: kinds, editions, series."""

import pytest

from shelflist.models.citation import DateStatus, Role
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, read


@pytest.mark.parametrize("kind", ["(program)", "[leaflet]", "(poster)", "(theatre programme)"])
def test_the_kind_of_a_thing_is_none_of_its_title(kind: str) -> None:
    citation = read(f"The Weavers Call {kind}, Unity Theatre, London, 1948")
    assert (citation.title, citation.date_edtf) == ("The Weavers Call", "1948")
    block = linked(f"The Weavers Call {kind}, Unity Theatre, London, 1948", f"The Weavers Call {kind}")
    of_link = read_line(block, Context()).citation
    assert of_link is not None
    assert of_link.title == "The Weavers Call"


@pytest.mark.parametrize("series", ["Loom Broadsheets", "Studies of the Weavers’ Institute", "Loom Pamphlet No. 4"])
def test_a_series_may_stand_in_a_bracket_before_that_of_the_imprint(series: str) -> None:
    for opening in ("", "Lewis Elm, "):
        citation = read(f"{opening}The Wool Trade ({series}) (London: Gollancz, 1985).")
        assert (citation.title, citation.publisher) == ("The Wool Trade", "Gollancz")
        assert series.startswith(citation.series_title or "?")


def test_other_words_in_a_bracket_are_more_of_the_title() -> None:
    assert read("The Wool Programme (Drafts for Discussion) (London: Gollancz, 1985).").title == (
        "The Wool Programme (Drafts for Discussion)"
    )
    assert read("The Wool Trade (2nd edn) (London: Gollancz, 1985).").edition_statement == "2nd edn"


@pytest.mark.parametrize("held", ["Weft Press", "Loomside", "Leeds: Weft Press", "Weft Press, Leeds"])
@pytest.mark.parametrize(
    "line", ["Ash, Rewi. The Mill Hands ({}), 66 pp.", "Ash, R. (1954) The Mill Hands ({}) 66 pp."]
)
def test_a_bracket_that_closes_the_line_before_its_extent_holds_the_house(line: str, held: str) -> None:
    citation = read(line.format(held))
    assert (citation.title, citation.publisher) == (
        "The Mill Hands",
        held.replace("Leeds: ", "").replace(", Leeds", ""),
    )


@pytest.mark.parametrize("held", ["Leeds 1954", "Weft Press 1954", "Loomside 1954"])
def test_a_bracket_may_part_its_house_or_place_from_the_year_by_nothing(held: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash ({held}), 66 pp.")
    found = citation.publisher or citation.place_of_publication
    assert (citation.title, found, citation.date_edtf) == ("The Mill Hands", held.removesuffix(" 1954"), "1954")


def test_a_bracket_before_the_year_holds_house_and_place() -> None:
    citation = read("The Mill Hands, Rewi Ash (Weft Press, Leeds) 1954, 66 pp.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == ("Weft Press", "Leeds", "1954")


def test_another_form_of_a_name_in_a_bracket_is_no_house() -> None:
    citation = read("Why Weave?, leaflet, signed by Rewi Ash and Sue Elm (Ellum), no date but probably 1918, 1 page.")
    assert citation.publisher is None


@pytest.mark.parametrize("house", ["Loomside", "Loomside Gedder", "Weft Press"])
def test_a_bracket_between_a_full_name_and_the_year_holds_the_house(house: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash ({house}), 1954, 66 pages")
    assert (citation.publisher, [one.name_raw for one in citation.contributors]) == (house, ["Rewi Ash"])


@pytest.mark.parametrize("imprint", ["Weft Press, Leeds", "Loomside, Leeds", "Leeds"])
def test_an_unlisted_name_in_a_bracket_before_the_imprint_is_the_author(imprint: str) -> None:
    citation = read(f"The Mill Hands (Zerwin Gelm), {imprint}, 1954, 66 pages")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("The Mill Hands", ["Zerwin Gelm"])


def test_a_whole_name_in_a_bracket_is_no_given_name_of_the_word_before_it() -> None:
    citation = read("Looms (Lewis Elm), Gollancz, London, 1954, 66 pages")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("Looms", ["Lewis Elm"])


@pytest.mark.parametrize("title", ["“The Mill Hands”", "“The Mill Hands”, a story of the looms", "The Mill Hands"])
@pytest.mark.parametrize(
    ("bracket", "who", "year"),
    [
        ("[Rewi Ash, 1954]", [("Rewi Ash", Role.AUT)], "1954"),
        ("[National Union of Weavers, 1954]", [("National Union of Weavers", Role.AUT)], "1954"),
        ("[ed. Rewi Ash, n.d.]", [("Rewi Ash", Role.EDT)], None),
        ("[Rewi Ash, 1954; tr. Ann Elm]", [("Rewi Ash", Role.AUT), ("Ann Elm", Role.TRL)], "1954"),
    ],
)
def test_a_square_bracket_after_the_title_tells_who_and_when(
    title: str, bracket: str, who: list[tuple[str, Role]], year: str | None
) -> None:
    citation = read(f"{title} {bracket} Weft Press: Leeds; 42 pages")
    assert (citation.title, citation.publisher, citation.place_of_publication, citation.date_edtf) == (
        "The Mill Hands", "Weft Press", "Leeds", year,
    )  # fmt: skip
    assert [(one.name_raw, one.role) for one in citation.contributors] == who
    assert citation.date_status is (DateStatus.SUPPLIED if year else DateStatus.NOT_IDENTIFIED)


def test_a_square_bracket_before_a_sign_is_whose_pseudonym_it_is() -> None:
    citation = read("The Mill Hands, Loomer [Rewi Ash], Weft Press, Leeds, 1954, 66 pages.")
    assert [one.name_raw for one in citation.contributors] == ["Loomer [Rewi Ash]"]


@pytest.mark.parametrize(
    "told", ["in French 1930", "German original, 1930", "1st French edn 1930", "1st pub. 1930", "original 1930"]
)
def test_an_earlier_year_in_a_bracket_after_the_date_may_tell_the_language(told: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954 ({told}), 66 pages.")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1954", "1930")


def test_the_year_of_a_later_translation_is_none_of_the_original() -> None:
    citation = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1930 (English edition 1954), 66 pages.")
    assert citation.original_date_edtf != "1954"


@pytest.mark.parametrize("end", [" (Leeds) 1936", " (Leeds), 1936", ": Leeds (1936)", ": Leeds 1936"])
@pytest.mark.parametrize(
    "house", ["Junior Loom Library", "La Casa del Telar Rojo", "Craigford Readers", "Weft Writers"]
)
def test_before_the_date_a_sign_parts_the_house_from_its_place_whatever_its_words(house: str, end: str) -> None:
    citation = read(f"The Mill Hands by Rewi Ash, pictures by Sue Elm. {house}{end}. 96p.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (house, "Leeds", "1936")


@pytest.mark.parametrize("house", ["Loom Bulletin", "Perspectives du Fil", "Cahiers Rouges"])
def test_in_a_bracket_the_house_may_stand_before_its_place_and_a_colon(house: str) -> None:
    citation = read(f"The Mill Hands, with a foreword by Sue Elm, by Rewi Ash ({house}: Leeds, 1945), 19 pp.")
    assert (citation.publisher, citation.place_of_publication, citation.series_title) == (house, "Leeds", None)


@pytest.mark.parametrize("title", ["The Weavers: Leeds 1936", "Looms and Folk: Leeds (1936)"])
def test_place_and_year_after_a_titles_colon_are_its_own(title: str) -> None:
    assert read(f"{title}, Rewi Ash, Weft Press, Hull, 1954, 96 pages.").title == title
