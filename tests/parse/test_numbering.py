"""Numbers of volumes, issues, parts and series, in the tongues and places in which lists put them."""

import pytest

from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, read


@pytest.mark.parametrize(
    "numbers",
    [
        "Iml. 26, Uimh. 3", "Imleabhar 26, Uimhir 3", "Cyf. 26, Rhif 3", "Jg. 26, Heft 3", "tome 26, n° 3",
        "año 26, núm. 3", "roč. 26, č. 3", "rok 26, nr 3", "Vol. 26, No. 3",
    ],
)  # fmt: skip
def test_volumes_and_issues_are_counted_in_many_tongues(numbers: str) -> None:
    citation = read(f"The Weaver, {numbers}, March 1934")
    assert (citation.container_title, citation.volume, citation.issue) == ("The Weaver", "26", "3")


@pytest.mark.parametrize("role", ["ed. Ann Ash", "edited by Ann Ash", "Ann Ash"])
def test_years_after_a_volumes_number_name_the_volume(role: str) -> None:
    line = linked(f"A History of Wool, Volume 2, 1800-1850, {role}, Pluto Press, London, 1971", "A History of Wool")
    citation = read_line(line, Context()).citation
    assert citation is not None
    assert (citation.part_number, citation.part_name, named(citation)) == ("Volume 2", "1800-1850", ["Ann Ash"])


@pytest.mark.parametrize(
    ("series", "title", "number"),
    [
        ("Occasional Paper No. 4.", "Occasional Paper", "No. 4"),
        ("Occasional Papers, No. 4.", "Occasional Papers", "No. 4"),
        ("Research Paper 3:", "Research Paper", "3"),
        ("Local History Pamphlet No. 12:", "Local History Pamphlet", "No. 12"),
    ],
)
def test_a_series_may_stand_before_the_title(series: str, title: str, number: str) -> None:
    citation = read(f"{series} Weavers’ Cottages at Slack. Ann Ash. Leeds, 1983. 18 pages.")
    assert (citation.series_title, citation.series_number) == (title, number)
    assert (citation.title, named(citation)) == ("Weavers’ Cottages at Slack", ["Ann Ash"])


@pytest.mark.parametrize(
    ("series", "house"),
    [
        (("Loom Album", "87"), "Loom Publications"),
        (("Weaver Guide", "12"), "Pluto Press"),
        (("Penguin Special", "S23"), "Penguin"),
    ],
)
def test_capitals_with_a_number_before_a_house_are_its_series(series: tuple[str, str], house: str) -> None:
    citation = read(f"Nailing, Hugh Elm, {' '.join(series)}, {house}, London, 1983, 32pp")
    assert (citation.series_title, citation.series_number, citation.publisher) == (*series, house)


@pytest.mark.parametrize("extent", ["22-25pp", "22-25 pp.", "pp22-25", "p.22-25"])
def test_a_stretch_of_pages_may_have_its_unit_on_either_side(extent: str) -> None:
    assert read(f"“Wool”, by Ann Ash, Labour Monthly, May 1934, {extent}").page_count == 4


def test_a_colon_may_part_a_periodical_from_its_number() -> None:
    citation = read("Big Loom: No. 102, February 1981")
    assert (citation.container_title, citation.issue, citation.date_edtf) == ("Big Loom", "102", "1981-02")


def test_a_listed_periodical_may_stand_before_its_number_without_a_comma() -> None:
    citation = read("“The Economics of Wool”, Ann Ash, New Reasoner No. 4, Spring 1958")
    assert (citation.container_title, citation.issue, citation.series_title) == ("New Reasoner", "4", None)


def test_capitals_after_a_linked_title_with_its_volume_name_the_volume() -> None:
    line = "Lenin, Collected Works, Volume 38, Philosophical Notebooks, FLPH, Moscow, 1961, 638 pages."
    citation = read_line(linked(line, "Lenin, Collected Works, Volume 38"), Context()).citation
    assert citation is not None
    assert (citation.part_number, citation.part_name) == ("Volume 38", "Philosophical Notebooks")


@pytest.mark.parametrize("after", ["Otley, 1977", "Weft Press, Leeds, 1977"])
def test_a_bare_number_after_capitals_and_before_house_or_place_is_a_series(after: str) -> None:
    citation = read(f"The Blanketeers, Ann Hill, Aspects of Weaving, 3, {after}, 14 pages.")
    assert (citation.series_title, citation.series_number) == ("Aspects of Weaving", "3")


@pytest.mark.parametrize("words", ["Labour Monthly, 12", "Weft Press, 12"])
def test_a_bare_number_after_a_periodical_or_a_house_is_no_series(words: str) -> None:
    assert read(f"The Blanketeers, Ann Hill, {words}, London, 1931, 7 pages.").series_title is None


@pytest.mark.parametrize("series", ["Our History", "Tay Loom Library", "Cahiers du textile", "Weavers’ Offprints"])
def test_a_series_may_be_numbered_and_dated_like_a_periodical(series: str) -> None:
    citation = read(f"The Blanketeers, Ann Hill, {series}, 73, December 1978, 32 pages.")
    assert (citation.series_title, citation.series_number, citation.container_title) == (series, "73", None)


def test_what_a_series_is_made_of_is_no_house() -> None:
    citation = read("The Blanketeers, Ann Hill, Asian Loom Monographs, Otley, 1999, 172 pages.")
    assert (citation.series_title, citation.publisher) == ("Asian Loom Monographs", None)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Volume 2, The Great Strike, 1911-1912, Ann Hill", "The Great Strike, 1911-1912"),
        ("Ann Hill, Part One, To the Great Strike", "To the Great Strike"),
        ("edited by Ann Hill, Volume 1, June-November 1850, facsimile reprint", "June-November 1850"),
    ],
)
def test_the_name_of_a_part_takes_in_the_years_that_it_is_of(words: str, name: str) -> None:
    citation = read(f"The Mill Hands, {words}, Weft Press, Leeds, 1966, 203 pages.")
    assert (citation.part_name, citation.date_edtf) == (name, "1966")


def test_what_a_piece_is_reprinted_from_is_its_periodical_where_its_number_follows() -> None:
    citation = read("The Coal Strike, Ann Hill, reprinted from The Weaver, Volume 8, No. 46, December 1911, 11 pages.")
    assert (citation.container_title, citation.volume, citation.issue) == ("The Weaver", "8", "46")


def test_a_name_after_a_parts_number_may_be_who_wrote_where_nobody_else_is_named() -> None:
    citation = read("“Ballads of the Loom”, vol. 2, Hartness Flanderson (Weft University Press, Leeds, 1961), 351 p.")
    assert (citation.part_number, citation.part_name) == ("vol. 2", None)


def test_the_number_after_a_house_is_that_of_a_series() -> None:
    citation = read("The Looms; Ann Elm; John Murray; Weft Rights pamphlet, no. 31; 14 June 1947; 20 pages")
    assert citation.part_number is None
