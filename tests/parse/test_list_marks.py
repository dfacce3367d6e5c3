"""What a list puts before its items, to number, shelve or date them, is no word of the title or of a name."""

import pytest

from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked, named, read


@pytest.mark.parametrize("mark", ["231", "A12", "2.—", "2 –", "2/", "No. 17", "B/12", "331.8 ASH", "HD 12.4"])
@pytest.mark.parametrize("author", ["ASH (Rewi)", "Ash, R. T.", "Rewi Ash:"])
def test_a_number_or_shelf_mark_stands_before_an_author(mark: str, author: str) -> None:
    citation = read(f"{mark} {author} The Mill Hands of Leeds. Weft Press, London, 1954. 66 pp.")
    assert (citation.title, named(citation)) == ("The Mill Hands of Leeds", [author.rstrip(":")])
    assert (citation.publisher, citation.date_edtf) == ("Weft Press", "1954")


def test_a_number_before_words_that_are_no_author_is_the_titles() -> None:
    assert read("100 Songs of the Loom, Rewi Ash, Weft Press, Leeds, 1954, 66 pp.").title == "100 Songs of the Loom"


@pytest.mark.parametrize("mark", ["12", "A12", "MLR 204"])
def test_a_mark_before_a_linked_title_is_nobodys_name(mark: str) -> None:
    line = linked(f"{mark} The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 66 pp.", "The Mill Hands")
    citation = read_line(line, Context()).citation
    assert citation is not None
    assert (citation.title, named(citation), citation.notes) == ("The Mill Hands", ["Rewi Ash"], (mark,))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("1882 Ash (Rewi) The Mill Hands. Weft Press, Leeds. 66 p", "1882"),
        ("1882 Ash, Rewi: The Mill Hands. Weft Press, Leeds. 66 p", "1882"),
        ("1882 Ash, Rewi: The Mill Hands. Weft Press, Leeds, 1954. 66 p", "1954"),
        ("n.d. Ash, Rewi: The Mill Hands. Weft Press, Leeds. 66 p", None),
        ("undated: “The Mill Hands” – by Rewi Ash – 66 pp.", None),
    ],
)
def test_the_year_that_a_list_is_ordered_by_stands_before_the_author(line: str, date: str | None) -> None:
    citation = read(line)
    assert (citation.title, citation.date_edtf) == ("The Mill Hands", date)


@pytest.mark.parametrize("mark", ["Document 1 - ", "Document 12: ", "Doc. 4 – ", "Item 3: ", "Text 5. ", "No. 7: "])
@pytest.mark.parametrize(
    "line", ["Rewi Ash, “The Mill Hands”, 1907", "The Mill Hands, Rewi Ash, Weft Press, 1907, 66 pp."]
)
def test_what_a_list_calls_its_items_is_no_part_of_a_work(mark: str, line: str) -> None:
    citation = read(mark + line)
    assert (citation.title, named(citation), citation.date_edtf) == ("The Mill Hands", ["Rewi Ash"], "1907")
    assert (citation.part_number, citation.notes) == (None, (mark.rstrip(" –-"),))


@pytest.mark.parametrize("code", ["A9", "S131", "F.1"])
def test_a_letter_and_a_number_before_a_title_are_withheld_as_code_or_series(code: str) -> None:
    citation = read(f"{code} The Weavers of Leeds, Rewi Ash (July 1937) 256p")
    assert (citation.title, named(citation)) == ("The Weavers of Leeds", ["Rewi Ash"])
    assert (citation.unparsed_remainder, citation.series_number, citation.notes) == (code, None, ())


@pytest.mark.parametrize("title", ["V2 Rockets over Leeds", "M25 Protests"])
def test_what_everybody_knows_by_a_letter_and_a_number_opens_a_title(title: str) -> None:
    assert read(f"{title}, Rewi Ash, Weft Press, Leeds, 1954, 66 pp.").title == title


@pytest.mark.parametrize("number", ["#3", "No. 3"])
def test_letters_and_a_number_before_a_colon_are_the_series(number: str) -> None:
    citation = read(f"LP {number}: Why the Looms of Leeds Stopped")
    assert (citation.title, citation.series_title) == ("Why the Looms of Leeds Stopped", "LP")
    assert citation.series_number == number


@pytest.mark.parametrize(
    "line",
    [
        "[1962] Rewi Ash: The Mill Hands (Leeds, Weft Press) 66p",
        "[1962] Rewi Ash: The Mill Hands (Leeds, Weft Press)",
        "(1962) - Ash, Rewi - The Mill Hands - Leeds, Weft Press - 66 pp",
        "(1962) - Ash, Rewi - The Mill Hands - Leeds, Weft Press",
        "1962 The Mill Hands, by Rewi Ash, published by Weft Press, Leeds",
        "1962 The Mill Hands, Rewi Ash, Weft Press, Leeds",
        "1962 The Mill Hands / Rewi Ash / Weft Press / Leeds",
    ],
)
def test_the_year_first_author_title_and_imprint_come_after_it(line: str) -> None:
    citation = read(line)
    assert (citation.title, named(citation)[0].split()[-1]) in [("The Mill Hands", "Ash"), ("The Mill Hands", "Rewi")]
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", "Leeds")
    assert citation.date_edtf == "1962"


def test_the_number_of_a_document_shows_a_list_of_documents() -> None:
    citation = read("Document 2 - Letter from the Weavers to Rewi Ash, 12 August 1908")
    assert (citation.title, citation.date_edtf) == ("Letter from the Weavers to Rewi Ash", "1908-08-12")
    assert read_text("Letter from the Weavers to Rewi Ash, 12 August 1908").citation is None


@pytest.mark.parametrize("mark", ["Box 3/12: ", "Folder 2 - ", "Week 3: ", "Ref: AB/1. ", "Item no. 3: ", "Cat. 12 – "])
def test_where_a_list_keeps_its_items_and_when_it_sets_them_are_notes(mark: str) -> None:
    citation = read(f"{mark}Rewi Ash, The Mill Hands (Leeds: Weft Press, 1954)")
    assert (citation.title, named(citation), citation.notes) == ("The Mill Hands", ["Rewi Ash"], (mark.rstrip(" –-"),))


@pytest.mark.parametrize("mark", ["1.3.2 ", "[n.d.] ", "(n.d.) "])
def test_decimals_and_no_date_stand_before_a_title(mark: str) -> None:
    citation = read(f"{mark}The Mill Hands, Rewi Ash, Weft Press, Leeds. 66 pages.")
    assert (citation.title, citation.publisher, citation.date_edtf) == ("The Mill Hands", "Weft Press", None)


@pytest.mark.parametrize("year", ["([1921] 1954)", "(1954 [1921])"])
def test_the_year_of_the_first_edition_stands_before_or_after_that_of_this_one(year: str) -> None:
    citation = read(f"Ash, R. {year} The Mill Hands of Leeds, intro. Sue Elm (London: Weft Press)")
    assert (citation.title, citation.date_edtf, citation.original_date_edtf) == (
        "The Mill Hands of Leeds",
        "1954",
        "1921",
    )
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", "London")


def test_a_stop_after_a_listed_place_parts_it_from_the_house_in_a_bracket() -> None:
    citation = read("[1954] Rewi Ash: The Mill Hands (London. Weavers Labour League) 66p")
    assert (citation.publisher, citation.place_of_publication) == ("Weavers Labour League", "London")


def test_that_an_extract_is_listed_is_a_note_after_its_date() -> None:
    citation = read("Document 6 - “Trade Union Notes”, The Weaver, March 1920 (Extract)")
    assert (citation.title, citation.date_edtf, citation.notes[-1]) == ("Trade Union Notes", "1920-03", "Extract")


@pytest.mark.parametrize(
    ("before", "date"),
    [
        ("1954 • ", "1954"),
        ("c. 1954 · ", "1954~"),
        ("ca. 1954. ", "1954~"),
        ("[1954?] ~ ", "1954?"),
        ("May 1954 ► ", "1954-05"),
        ("1.5.1954 :: ", "1954-05-01"),
        ("1954-1956 • ", "1954/1956"),
        ("1954/ ", "1954"),
        ("1954) ", "1954"),
        ("1954. — ", "1954"),
        ("1954, ", "1954"),
        ("n.d. • ", None),
        ("n.d. – ", None),
        ("Undated · ", None),
    ],
)
@pytest.mark.parametrize(
    ("rest", "original"),
    [
        ("The Mill Hands, Rewi Ash, Weft Press (Leeds). 66 pages.", None),
        ("The Mill Hands, Rewi Ash, first published 1921, Weft Press, Leeds. 66 pages.", "1921"),
    ],
)
def test_one_sign_is_enough_after_the_date_that_a_list_is_arranged_by(
    before: str, date: str | None, rest: str, original: str | None
) -> None:
    for reading in (read(before + rest), read_line(linked(before + rest, "The Mill Hands"), Context()).citation):
        assert reading is not None
        assert (reading.title, named(reading), reading.original_date_edtf) == ("The Mill Hands", ["Rewi Ash"], original)
        assert reading.date_edtf == date


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("1984, George Orwell, Weft Press, London, 66 pages.", "1984"),
        ("1905 • Rewi Ash • Weft Press, Leeds, 1954, 66 pages.", "1905"),
        ("1914-1918 – The Mill at War, Rewi Ash, Weft Press, Leeds, 66 pages.", "1914-1918 – The Mill at War"),
        ("1926: The Nine Days, Rewi Ash, Weft Press, Leeds, 1954, 66 pages.", "1926: The Nine Days"),
    ],
)
def test_a_year_before_a_name_several_years_and_one_before_the_imprints_are_the_title(line: str, title: str) -> None:
    assert read(line).title == title
