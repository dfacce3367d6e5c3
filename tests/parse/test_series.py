"""Series titles: which words are one, and which may as well be a house, a title or somebody's part in the book."""

import pytest

from shelflist.models.citation import Citation
from shelflist.parse.line import Context, read_line
from shelflist.parse.looks.series import split_series
from tests.parse.lines import linked, named, read


def _titled(title: str, rest: str) -> Citation:
    """Read with its title linked."""
    citation = read_line(linked(f"{title}{rest}", title), Context()).citation
    assert citation is not None, rest
    return citation


def test_without_a_number_and_another_house_a_series_may_be_the_house() -> None:
    alone = read("The Mill Hands, Ann Elm, Humber Loom Pamphlets, 1935, 40 pages.")
    assert (alone.series_title, alone.unparsed_remainder) == (None, "Humber Loom Pamphlets")
    numbered = read("The Mill Hands, Ann Elm, Humber Loom Pamphlets, 7, 1935, 40 pages.")
    assert (numbered.series_title, numbered.series_number) == ("Humber Loom Pamphlets", "7")
    housed = read("The Mill Hands, Ann Elm, Torchlight Press, Hull, 1935, Humber Loom Pamphlets, 40 pages.")
    assert (housed.publisher, housed.series_title) == ("Torchlight Press", "Humber Loom Pamphlets")


def test_the_date_beside_a_series_in_a_bracket_is_none_of_it() -> None:
    citation = read("The Mill Hands by Ann Elm (Humber Loom Pamphlets 9, 1973), 37 pages")
    assert (citation.series_title, citation.series_number) == ("Humber Loom Pamphlets", "9")
    assert (citation.title, citation.date_edtf) == ("The Mill Hands", "1973")


@pytest.mark.parametrize("division", ["New Series", "Latin American Series"])
def test_a_division_belongs_to_the_series_before_it(division: str) -> None:
    line = f"The Mill Hands, Ann Elm, Studies of the Loom, {division}, No. 5, Torchlight Press, Hull, 1983, 166 pages."
    assert read(line).series_title == f"Studies of the Loom, {division}"


def test_a_part_in_the_book_after_the_extent_is_no_series_whatever_its_initials() -> None:
    citation = read("The Mill Hands, Ann Elm, Torchlight Press, Hull, 1951, 196 pages. Woodcuts by J. V. Ash.")
    assert (citation.series_title, named(citation)) == (None, ["Ann Elm", "J. V. Ash"])


def test_capitals_between_author_and_house_are_no_sure_series() -> None:
    citation = read("The Mill Hands, Ann Elm, Reader in Loom Relations, Pluto Press, London, 1962, 177 pages.")
    assert (citation.series_title, citation.unparsed_remainder) == (None, "Reader in Loom Relations")


def test_a_handbook_without_a_number_is_a_book() -> None:
    assert (
        read("Elm Bobbin, The Fossil Collector’s Handbook, Pluto Press, London, 1965, 230 pages.").series_title is None
    )


def test_what_a_book_with_house_and_place_is_a_number_of_is_a_series() -> None:
    line = "The Mill Hands, Ann Elm, Humber Loom Studies, Vol. 11, {}1958, {}."
    book = read(line.format("Pluto Press, London, ", "40 pages"))
    assert (book.series_title, book.series_number, book.container_title) == ("Humber Loom Studies", "Vol. 11", None)
    piece = read(line.format("", "pages 12-40"))
    assert (piece.series_title, piece.container_title, piece.volume) == (None, "Humber Loom Studies", "11")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (" 26-27", "26-27"), (", Nos 5 and 6", "Nos 5 and 6"), (", vol. 2, no. 3", "vol. 2, no. 3"),
        (" (No. 5)", "No. 5"), (", Pamphlet No. 5", "Pamphlet No. 5"), (" (5)", "5"), (", 5a", "5a"),
        (" No. 5, 1935", "No. 5, 1935"),
    ],
)  # fmt: skip
def test_the_number_is_none_of_the_name_of_a_series_however_it_is_written(number: str, told: str) -> None:
    assert split_series(f"Humber Loom Pamphlets{number}") == ("Humber Loom Pamphlets", told)


def test_the_number_of_a_series_may_come_first() -> None:
    citation = read(
        "The Mill Hands, Ann Elm, Torchlight Press, Hull, 1951, 96 pages (No. 5 in the Humber Loom Papers)."
    )
    assert (citation.series_title, citation.series_number) == ("Humber Loom Papers", "No. 5")


@pytest.mark.parametrize("series", ["Wool Research Report", "Technical Note", "Loom Safety Memorandum"])
@pytest.mark.parametrize("number", ["12", "no. 12"])
def test_reports_by_their_number_are_a_series(series: str, number: str) -> None:
    citation = read(f"Ash, R. Humidity in Weaving. {series} {number}. London: HMSO, 1964. 22pp.")
    assert (citation.title, citation.series_title, citation.series_number) == ("Humidity in Weaving", series, number)


@pytest.mark.parametrize("report", ["Annual Report 12", "Interim Report 1"])
def test_a_report_that_comes_again_is_a_title(report: str) -> None:
    assert read(f"Royal Commission on Looms, {report}, HMSO, London, 1964, 22 pp.").series_title is None


@pytest.mark.parametrize(
    "before",
    [
        "Ann Elm", "Ann Elm, Rewi Ash and Lena Fell", "Ann Elm, first published 1934", "edited by Ann Elm",
        "Ann Elm, introduction by Rewi Ash-Hurst", "Ann Elm, second edition", "Weavers’ Research Group",
    ],
)  # fmt: skip
@pytest.mark.parametrize("number", ["4", "No. 4", "Nr. 4", "XIV", "ML 4", "II of 1938"])
def test_capitals_with_a_number_of_their_own_before_a_whole_imprint_are_a_series(before: str, number: str) -> None:
    citation = _titled("The Mill Hands", f", {before}, Calder Plays, {number}, Hebble Yarns, Todmarsh, 1986, 64 pages.")
    assert (citation.series_title, citation.series_number) == ("Calder Plays", number)
    assert (citation.publisher, citation.place_of_publication) == ("Hebble Yarns", "Todmarsh")
    assert "Calder Plays" not in named(citation)


def test_a_series_may_look_like_a_name_where_its_number_follows() -> None:
    line = "The Mill Hands, Ann Elm, Letras Calderinas, No. 3, Editorial Trama, Tegucigalpa, 1983, 76 pages."
    citation = read(line)
    assert (citation.series_title, citation.part_number, named(citation)) == ("Letras Calderinas", None, ["Ann Elm"])


def test_the_number_before_a_street_is_of_an_address() -> None:
    line = "The Mill Hands, Ann Elm, Griffin and Bohn, 4, Calder Lane, London, 1861, 210 pages."
    assert read(line).series_title is None


@pytest.mark.parametrize("division", ["Japanese Series", "African Series", "Welsh Series"])
def test_a_series_may_be_divided_by_nations(division: str) -> None:
    line = f"The Mill Hands, Ann Elm, Humber Collection of Looms, {division}, Torchlight Press, Hull, 1983, 166 pages."
    assert read(line).series_title == f"Humber Collection of Looms, {division}"


@pytest.mark.parametrize(
    ("numbers", "volume", "issue"), [("New Series Vol. 3, No. 2", "3", "2"), ("New Series No. 42", None, "42")]
)
def test_a_new_series_that_a_periodical_counts_by_is_none(numbers: str, volume: str | None, issue: str) -> None:
    citation = read(f"What Looms Are For, Ann Elm, in The Modern Quarterly, {numbers}, Spring 1948, pages 5-18.")
    assert (citation.series_title, citation.container_title) == (None, "The Modern Quarterly")
    assert (citation.volume, citation.issue) == (volume, issue)


def test_a_periodical_abroad_stands_after_in() -> None:
    citation = read("Days of the Looms, Ann Elm, in Cuadernos del Telar, No. 21, October 1968, pages 53-64.")
    assert (citation.series_title, citation.container_title, citation.issue) == (None, "Cuadernos del Telar", "21")


@pytest.mark.parametrize(("paper", "title", "number"), [("Cd. 4442", "Cd.", "4442"), ("C. 6708", "C.", "6708")])
def test_a_command_paper_stands_after_the_number_of_a_volume(paper: str, title: str, number: str) -> None:
    citation = read(f"Royal Commission on Looms. Report on the Mills, vol. I. {paper}. London, 1908. 140 pp.")
    assert (citation.part_number, citation.series_title, citation.series_number) == ("vol. I", title, number)


@pytest.mark.parametrize("name", ["Calder Miscellany", "Loom Record Society Publications"])
@pytest.mark.parametrize("extent", ["", ", 128 pp."])
def test_what_an_editor_prepared_stands_whole_in_the_series_of_its_bracket(name: str, extent: str) -> None:
    citation = read(f"The Rolls of the Weavers of Leeds, vol. 2, ed. Ann Elm ({name}, 16, 1936){extent}")
    assert (citation.series_title, citation.series_number, citation.part_number) == (name, "16", "vol. 2")
    assert (citation.container_title, citation.date_edtf) == (None, "1936")


@pytest.mark.parametrize(
    ("tail", "title", "number"),
    [
        (" : ill. ; 21 cm. — (Loom work studies ; no. 3)", "Loom work studies", "no. 3"),
        (". Loom Work Series No. 282, ISBN 0 7478 0060 X", "Loom Work Series", "No. 282"),
        (". Weberische Zeitfragen, H. 4.", "Weberische Zeitfragen", "H. 4"),
        (". Webschriften, 14.", "Webschriften", "14"),
    ],
)
def test_a_series_with_its_number_stands_last_after_the_extent(tail: str, title: str, number: str) -> None:
    citation = read(f"The hatters of Leeds / Ann Elm. — Leeds : Torchlight Press, 1981. — 72 p.{tail}")
    assert (citation.series_title, citation.series_number) == (title, number)


def test_reprints_before_their_place_are_a_house() -> None:
    citation = read("The Mill Hands, Ann Elm, first published 1874, Calder Reprints, Halifax, 1972, 60 pages.")
    assert (citation.series_title, citation.publisher) == (None, "Calder Reprints")


@pytest.mark.parametrize("held", ["April 1946", "Hull: Torchlight Press, 1978"])
def test_a_number_with_a_bracket_behind_it_is_of_a_periodical(held: str) -> None:
    citation = read(f"Ann Elm, “Why We Struck”, Calder Labour Annual, no. 12 ({held}), pp. 7-9.")
    assert (citation.series_title, citation.container_title, citation.issue) == (None, "Calder Labour Annual", "12")


def test_studies_between_author_and_listed_house_are_a_series() -> None:
    citation = read("The Mill Hands, Ann Elm, Studies in Calder History, Pluto Press, London, 1962, 177 pages.")
    assert citation.series_title == "Studies in Calder History"


@pytest.mark.parametrize("note", ["Legends in Welsh", "English and Breton", "Parallel text in Manx"])
def test_the_languages_of_a_text_are_no_series(note: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 66 pages. {note}.")
    assert (citation.series_title, [one.rstrip(".") for one in citation.notes]) == (None, [note])


@pytest.mark.parametrize("held", ["(Calder Lives [no. 9])", "(Calder Lives [no. 9]).", "[Calder Lives (no. 9)]"])
def test_a_series_has_its_number_in_brackets_inside_its_own(held: str) -> None:
    citation = read(f"Ann Elm. The Mill Hands. Leeds: Weft Press, 1928. 66 pp. {held}")
    assert (citation.series_title, citation.series_number, citation.notes) == ("Calder Lives", "no. 9", ())


@pytest.mark.parametrize("house", ["Spinners’ Lodge No. 4", "Dyers’ Branch No. 12", "Colliery Lodge no. 2"])
def test_a_part_of_a_body_has_a_number_and_is_no_series(house: str) -> None:
    citation = read(f"The Mill Hands, Ann Elm, a report, {house}, Leeds, 1937, 27 pages.")
    assert (citation.publisher, citation.series_title) == (house, None)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Series: Loom and Hearth", None),
        ("Series: Loom and Hearth, 4", "4"),
        ("Number 7 in a series called Loom and Hearth", "Number 7"),
        ("No. 3 of the series “Loom and Hearth”", "No. 3"),
    ],
)
def test_what_is_said_to_be_a_series_is_one(told: str, number: str | None) -> None:
    citation = read(f"The Mill Hands, Ann Elm, Weft Press, Leeds, 1954, 66 pages. {told}.")
    assert (citation.series_title, citation.series_number, citation.notes) == ("Loom and Hearth", number, ())
