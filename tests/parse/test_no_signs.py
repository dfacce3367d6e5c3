"""Lines with hardly a sign: the family's name first without a comma, and fields that only a space parts."""

import pytest

from shelflist.parse.line import read_text
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    "authors",
    [
        ["ELMSKY George"],
        ["ELMSKY George", "ASHMAN Anna"],
        ["ELMSKY G T"],
        ["Elmsky G T", "Ashman A"],
        ["Elmsky GT", "Ashman A"],
    ],
)
@pytest.mark.parametrize("sign", [",", ":", "."])
def test_a_family_name_stands_first_without_a_comma(authors: list[str], sign: str) -> None:
    citation = read(f"{' & '.join(authors)}{sign} The Mill Hands of Leeds. Weft Press, London, 1954, 66 pp.")
    assert (citation.title, [name.rstrip(".") for name in named(citation)]) == ("The Mill Hands of Leeds", authors)


@pytest.mark.parametrize("separator", ["and", "&", "et", "und", "kaj", "og", "och"])
def test_two_names_are_joined_in_many_tongues(separator: str) -> None:
    citation = read(f"ELMSKY George {separator} ASHMAN Anna. La tisserands. Weft Press, Leeds, 1954, 66 p.")
    assert named(citation) == ["ELMSKY George", "ASHMAN Anna"]


@pytest.mark.parametrize("opening", ["Vitamin C", "Malcolm X", "WORLD WAR I", "PLAN B", "TUC Congress"])
def test_a_letter_or_capitals_alone_make_no_name(opening: str) -> None:
    citation = read(f"{opening}, the Story of a Year, Weft Press, Leeds, 1954, 66 pages.")
    assert opening not in named(citation) or opening == "TUC Congress"


@pytest.mark.parametrize("author", ["ELMSKY George", "Elmsky G T"])
def test_a_title_follows_a_turned_name_at_once(author: str) -> None:
    citation = read(f"{author} The Mill Hands of Leeds, Weft Press, London, 1954, 66 pp.")
    assert (citation.title, named(citation)) == ("The Mill Hands of Leeds", [author])


def test_a_listed_house_and_place_close_a_line_without_signs() -> None:
    citation = read("The Mill Hands and their Looms Allen & Unwin Newton Abbot 1954 66pp")
    assert (citation.title, citation.publisher) == ("The Mill Hands and their Looms", "Allen & Unwin")
    assert (citation.place_of_publication, citation.date_edtf) == ("Newton Abbot", "1954")
    assert read("A Life in the House of Faber London 1954 66pp").publisher is None


def test_where_a_name_has_no_sign_either_the_line_is_not_taken_apart() -> None:
    assert read("The Mill Hands Rewi Ash Faber London 1954 66pp").publisher is None


@pytest.mark.parametrize("name", ["ASHMAN R.T.", "Ashmanov R.T.", "ASHMAN George"])
@pytest.mark.parametrize("form", ["{}, ", " by {}, ", " ({}), ", ", edited by {}, "])
def test_a_turned_name_stands_wherever_another_does(name: str, form: str) -> None:
    between = form.format(name) if form[0] in " ," else f", {form.format(name)}"
    citation = read(f"The Mill Hands of Leeds{between}Weft Press, London, 1938, 363 pp.")
    assert (citation.title, named(citation), citation.publisher) == ("The Mill Hands of Leeds", [name], "Weft Press")
    assert citation.contributors[0].family in ("Ashman", "Ashmanov")


@pytest.mark.parametrize(
    "line",
    [
        "The Mill Hands | by Rewi Ash (Leeds 1952) | viii, 147 pp.",
        "The Mill Hands – by Rewi Ash – Leeds – 1952 – 147 pp.",
    ],
)
def test_the_author_of_an_area_is_named_without_by(line: str) -> None:
    citation = read(line)
    assert (named(citation), citation.place_of_publication, citation.date_edtf) == (["Rewi Ash"], "Leeds", "1952")


@pytest.mark.parametrize("title", ["Wage-Labour and Looms", "Weavers of the Soviet East", "Looms in Leeds"])
def test_any_title_follows_a_family_name_in_capitals_and_a_given_one(title: str) -> None:
    citation = read(f"ELMSKY George {title}, Weft Press, London, 1954, 66 pp.")
    assert (citation.title, named(citation)) == (title, ["ELMSKY George"])


def test_one_word_in_capitals_may_be_the_title_before_a_full_name() -> None:
    citation = read("WEAVING George Thomas Ashman, Weft Press, London, 1954, 66 pp.")
    assert "WEAVING George" not in named(citation)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The Story of our Looms by Ivy Beaumont 1948", ["Ivy Beaumont"]),
        ("The Iron Heel by Jack London 1908. 20 pages", ["Jack London"]),
        ("The Story of our Looms by Ivy Beaumont, drawings by Ann Hill 1948. 20 pages", ["Ivy Beaumont", "Ann Hill"]),
    ],
)
def test_the_year_after_who_wrote_or_drew_needs_no_sign(line: str, told: list[str]) -> None:
    citation = read(line)
    assert [one.name_raw for one in citation.contributors] == told
    assert (citation.title, citation.date_edtf) == (line.partition(" by ")[0], line[line.index("19") :][:4])


def test_no_year_is_parted_from_a_participle_or_a_town() -> None:
    for line in ("A meeting called by Rewi Ash 1948", "Walks Round Leeds by George Phillips Leeds 1948"):
        assert read_text(line).citation is None
