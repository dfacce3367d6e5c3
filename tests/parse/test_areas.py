"""Lines whose areas one sign parts, and authors after a title in whatever form a hand writes names."""

import pytest

from shelflist.models.citation import Citation
from shelflist.parse.line import read_text
from tests.parse.facts import facts
from tests.parse.lines import names
from tests.parse.manners import cases_of, sample
from tests.parse.score import as_it_is, evaluate

FLOOR = 0.8
IMPRINT = "Weft Press, Leeds, 1954"
INVERTED = ("Ash, Minton", "ASH, Minton", "ASH M.T.", "Ash, M. T.", "REWI ASH")


def read(text: str) -> Citation:
    citation = read_text(text).citation
    assert citation is not None
    return citation


def fields(citation: Citation) -> tuple[object, ...]:
    families = [(person.family or "").title() for person in citation.contributors]
    return citation.title, families, citation.publisher, citation.place_of_publication, citation.date_edtf


@pytest.mark.parametrize("sign", [" | ", " – ", " - ", "; ", " / "])
@pytest.mark.parametrize("name", INVERTED)
def test_one_sign_throughout_parts_the_areas_and_commas_part_names_and_imprint_inside_them(
    sign: str, name: str
) -> None:
    told = ("The Mill Hands", ["Ash"], "Weft Press", "Leeds", "1954")
    assert fields(read(sign.join(["The Mill Hands", name, IMPRINT, "66 pp"]))) == told
    assert fields(read(sign.join([name, "The Mill Hands", IMPRINT, "66 pp"]))) == told


@pytest.mark.parametrize("sign", ["/ ", "| ", " /", " |", " –"])
@pytest.mark.parametrize("title", ["The Mill Hands", "Who Owns the Mill?"])
def test_a_sign_with_a_space_on_one_side_parts_areas_too(sign: str, title: str) -> None:
    told = (title, ["Ash"], "Weft Press", "Leeds", "1954")
    assert fields(read(sign.join([title, "Minton Ash", "Weft Press", "Leeds", "1954"]) + ", 66 pp")) == told


def test_the_space_may_be_wanting_once() -> None:
    line = "Who Owns the Mill?/ Minton Ash / Weft Press, Leeds / 1954 / 66 pp"
    assert fields(read(line)) == ("Who Owns the Mill?", ["Ash"], "Weft Press", "Leeds", "1954")


def test_a_slash_between_letters_and_a_hyphen_before_small_ones_part_nothing() -> None:
    title = "His/Her Story: Pre- and Post-War Work and/or Wages"
    assert read(f"{title}, Minton Ash, {IMPRINT}, 66 pp").title == title


@pytest.mark.parametrize("joint", [" / ", ". "])
@pytest.mark.parametrize("name", ["Ash, Rewi", "ASH, Rewi", "ASH R.T.", "Ash, R. T."])
def test_an_author_that_stands_in_turned_form_after_the_title_ends_at_the_stop(joint: str, name: str) -> None:
    line = f"The Mill Hands{joint}{name}. Leeds: Weft Press, 1954. 66 p."
    assert fields(read(line)) == ("The Mill Hands", ["Ash"], "Weft Press", "Leeds", "1954")


def test_a_slash_alone_parts_the_title_from_the_author_without_the_dashes_of_a_catalogue() -> None:
    line = "The Mill Hands / Rewi Ash and Sue Elm. Leeds: Weft Press, 1932. 64 p."
    assert fields(read(line)) == ("The Mill Hands", ["Ash", "Elm"], "Weft Press", "Leeds", "1932")


def test_a_dash_inside_a_title_parts_no_author_from_it() -> None:
    citation = read("Our Ally the Loom – the Truth, Jennie Lee, Weft Press, Leeds, 1942, 64 pages.")
    assert (citation.title, [one.family for one in citation.contributors]) == (
        "Our Ally the Loom – the Truth",
        ["Lee"],
    )


@pytest.mark.parametrize("line", [
    "Ash, Rewi (ed.). 1954. The Mill Hands (Weft Press). 66 pp.",
    "Ash, Rewi | 1954 | The Mill Hands | Weft Press | 66 pp.",
])  # fmt: skip
def test_the_year_may_stand_between_author_and_title_by_itself(line: str) -> None:
    citation = read(line)
    assert (citation.title, citation.publisher, citation.date_edtf) == ("The Mill Hands", "Weft Press", "1954")


def test_the_bracket_after_an_author_tells_of_the_imprint() -> None:
    line = "The Mill Hands | Ash, Minton (Leeds, 1954) | 66 pp."
    assert fields(read(line)) == ("The Mill Hands", ["Ash"], None, "Leeds", "1954")


@pytest.mark.parametrize("sign", ["–", "/"])
def test_the_sign_before_an_editor_is_no_word_of_the_title(sign: str) -> None:
    citation = read(f"The Mill Hands {sign} edited by Rewi Ash, n.d., 66 pp.")
    assert citation.title == "The Mill Hands"


def test_combinations_of_what_hands_choose_are_read() -> None:
    known = facts()
    shares = [evaluate(cases_of(manner, n, known, 3), as_it_is).core for n, manner in enumerate(sample(80))]
    assert sum(shares) / len(shares) >= FLOOR, "python -m tests.parse.manners tells which"


@pytest.mark.parametrize("name", ["ASHMAN R.T.", "Ashmanov R.T.", "Sue Elm", "S. Elm"])
@pytest.mark.parametrize("imprint", ["| Weft Press, Leeds (1938) (36 pp.)", "- Leeds 1938 - 36pp"])
def test_the_author_in_a_bracket_after_the_title_is_told_by_the_area_of_the_imprint(name: str, imprint: str) -> None:
    citation = read(f"Women of the East ({name}) {imprint}")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("Women of the East", [name])
    assert (citation.place_of_publication, citation.date_edtf) == ("Leeds", "1938")


def test_a_bar_parts_areas_even_where_it_stands_once() -> None:
    citation = read("Women of the East | Rewi Ash, Weft Press, Leeds, 1938, 36 pp.")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("Women of the East", ["Rewi Ash"])


@pytest.mark.parametrize("after", ["", ", Ceolfrith, Sunderland"])
def test_a_bar_or_slash_after_a_marked_title_bears_out_the_name_next_to_it_alone(after: str) -> None:
    citation = read(f"“The Stone Breakers” / Skelm, Joseph{after}, [1976] (92 pp.)")
    assert [person.name_raw for person in citation.contributors] == ["Skelm, Joseph"]


@pytest.mark.parametrize("sign", [" | ", " - ", " – ", " / ", "; "])
@pytest.mark.parametrize(
    ("areas", "author", "house", "place"),
    [
        (("Rewi Ash", "Weft Press, Leeds", "1954", "66"), ["Rewi Ash"], "Weft Press", "Leeds"),
        (("Rewi Ash", "Weft Press", "1954", "66"), ["Rewi Ash"], "Weft Press", None),
        (("Rewi Ash", "Leeds: Weft", "1954", "66"), ["Rewi Ash"], "Weft", "Leeds"),
        (("-", "Frank Elm, Leeds", "1954", "66"), [], "Frank Elm", "Leeds"),
        (("Rewi Ash", "-", "1954", "66"), ["Rewi Ash"], None, None),
        (("Rewi Ash", "-", "-", "66"), ["Rewi Ash"], None, None),
    ],
)
def test_a_column_may_be_empty_and_the_last_a_bare_count_of_pages(
    sign: str, areas: tuple[str, ...], author: list[str], house: str | None, place: str | None
) -> None:
    citation = read(sign.join(["The Mill Hands", *areas]))
    assert (citation.title, names(citation), citation.page_count) == ("The Mill Hands", author, 66)
    assert (citation.publisher, citation.place_of_publication) == (house, place)


def test_a_bare_number_after_no_date_is_no_count_of_pages() -> None:
    assert read("The Mill Hands | Rewi Ash | Weft Press, Leeds | 1954").page_count is None


@pytest.mark.parametrize(("word", "role"), [("intro", "win"), ("illus", "ill"), ("comp", "com"), ("trans", "trl")])
def test_a_shortened_role_and_a_name_are_an_area(word: str, role: str) -> None:
    citation = read(f"The Mill Hands | Rewi Ash | {word} Sue Elm | Weft Press, Leeds, 1954 | 66 pp")
    assert [(one.name_raw, one.role) for one in citation.contributors] == [("Rewi Ash", "aut"), ("Sue Elm", role)]


@pytest.mark.parametrize(
    ("after", "place", "notes"),
    [
        ("Weft Press // Leeds / 1954 / 66 pages", "Leeds", ()),
        ("Weft Press / Leeds / 1954 / 66 pages / covers by Jon Elm", "Leeds", ("covers by Jon Elm",)),
        ("Weft Press / Leeds / 1954 / 66 pages | scan by EC", "Leeds", ("scan by EC",)),
    ],
)
def test_a_doubled_sign_parts_once_and_none_opens_a_note(after: str, place: str, notes: tuple[str, ...]) -> None:
    citation = read(f"THE MILL HANDS / Rewi Ash / {after}")
    assert (citation.title, citation.publisher, citation.place_of_publication) == (
        "THE MILL HANDS",
        "Weft Press",
        place,
    )
    assert citation.notes == notes


def test_the_series_may_stand_in_a_bracket_after_its_house() -> None:
    citation = read("Ash, R.T. - The Mill Hands - Weft Press (The Weaver’s Books) - 338 pp")
    assert (citation.publisher, citation.series_title) == ("Weft Press", "The Weaver’s Books")


def test_volume_and_number_in_capitals_are_an_issues() -> None:
    citation = read("LOOM UNITY / VOL. 4 NO. 1 / Oct.-Nov. 1979 / Leeds / 64 pages")
    assert (citation.volume, citation.issue, citation.publisher) == ("4", "1", None)


@pytest.mark.parametrize("before", ["[1954] ", "(1954) - "])
def test_a_family_name_put_first_shows_a_list_of_books_after_what_it_is_arranged_by_too(before: str) -> None:
    citation = read(f"{before}Ash, R. T. - The Mill Hands of Loomby - Loomby Society")
    assert citation.title == "The Mill Hands of Loomby"


def test_a_body_in_an_area_of_its_own_is_no_persons_name() -> None:
    citation = read("THE MILL STRUGGLE / August Movement / Leeds / 1975 / 66 pages")
    assert (citation.publisher, names(citation)) == ("August Movement", [])


@pytest.mark.parametrize("sign", [" - ", " – ", " / ", " | "])
def test_one_sign_may_part_title_and_imprint_where_nobody_is_named(sign: str) -> None:
    citation = read(f"State and Loom{sign}Modern Looms, London, 1951")
    assert (citation.title, citation.publisher, citation.place_of_publication) == (
        "State and Loom",
        "Modern Looms",
        "London",
    )


def test_a_year_beside_a_title_before_a_slash_is_its_date() -> None:
    citation = read("The Mill Hands of Leeds (1951) / Sue Ash")
    assert (citation.title, citation.date_edtf, names(citation)) == ("The Mill Hands of Leeds", "1951", ["Sue Ash"])


@pytest.mark.parametrize("sign", ["; ", " / ", " | ", " - "])
def test_a_year_may_be_the_first_area(sign: str) -> None:
    citation = read(sign.join(["1951", "Sue Ash", "The Mill Hands of Leeds", "Weft Press"]))
    assert (citation.title, citation.date_edtf, names(citation)) == ("The Mill Hands of Leeds", "1951", ["Sue Ash"])


@pytest.mark.parametrize("sign", [" - ", " | ", "; ", " / "])
def test_the_house_may_come_last_where_the_date_follows_the_author(sign: str) -> None:
    citation = read(sign.join(["The Mill Hands", "Rewi Ash", "1954", "Loomby Elm", "66 pp"]))
    assert (citation.publisher, names(citation), citation.date_edtf) == ("Loomby Elm", ["Rewi Ash"], "1954")


def test_two_slashes_part_areas_though_the_title_is_dated() -> None:
    citation = read("The Mill Hands of Leeds (1951) / Sue Ash / Weft Press")
    assert (names(citation), citation.publisher) == (["Sue Ash"], "Weft Press")


def test_a_dash_parts_areas_also_where_the_space_before_it_was_left_out() -> None:
    found = read("The Mill Hands – Rewi Ash– Weft Press – Leeds – 1954 – 66 pages")
    assert (names(found), found.publisher, found.place_of_publication) == (["Rewi Ash"], "Weft Press", "Leeds")


def test_a_line_that_opens_with_its_year_leaves_the_later_day_to_the_phrase_before_it() -> None:
    found = read(
        "1938 – Loose Looms – speeches from the congress, 3 July 1937 – edited by Ann Elm – Weft Press, Brno – 9 pp."
    )
    assert (found.date_edtf, found.other_title_information) == ("1938", "speeches from the congress, 3 July 1937")
