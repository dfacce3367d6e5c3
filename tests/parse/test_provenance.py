"""Lines that name books and are no entry of one."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind, Link
from shelflist.parse.line import Context, read_line, read_text

URL = "https://archive.test/scan.pdf"


def is_entry(text: str, context: Context | None = None) -> bool:
    return read_text(text, context).kind is LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "From R. T. Ash, Works, Vol. 13, pp. 220-39.",
        "Taken from Thomas Elm, The Mill Hands, Weft Press, Leeds, 1954, pp. 3-9.",
        "Based on R. T. Ash, Works, Vol. 13, pp. 220-39.",
        "From Labour Monthly, June 1931, pp. 345-51.",
        "From The Loom 2:40, Autumn 1988, pp. 53–64.",
        "See T. Elm, The Mill Hands (Leeds: Weft Press, 1954), pp. 3-9.",
        "Ash and Elm, Selected Works, Vol. II, Leeds, 1949, p. 153.",
    ],
)
def test_where_a_text_was_taken_from_is_no_entry(text: str) -> None:
    assert not is_entry(text)


@pytest.mark.parametrize(
    "text",
    [
        "From Leeds to Lodz, Thomas Elm, Weft Press, Leeds, 1954, 281 pages.",
        "From the Loom, Thomas Elm, Labour Monthly, Vol. 3, No. 2, February 1922, pp. 70-75.",
        "See How They Spin, Thomas Elm, Weft Press, Leeds, 1954, 281 pages.",
        "Works and Days, Thomas Elm, Weft Press, Leeds, 1954, pp. 281.",
    ],
)
def test_a_title_may_open_with_the_words_of_a_source(text: str) -> None:
    assert is_entry(text)


def test_a_house_with_its_place_and_year_is_no_entry_of_itself() -> None:
    assert not is_entry("Progress Publishers, Moscow, 1954, 32 pp.")
    assert not is_entry("Lawrence & Wishart, 1954.")
    assert is_entry("Labour Monthly, London, 1954, 32 pages.")  # an issue, and no house
    assert is_entry("The Mill Hands, Progress Publishers, Moscow, 1954, 32 pp.")


def test_a_link_on_the_whole_of_a_source_makes_it_no_entry_but_an_imprint_may_name_an_edition() -> None:
    def kind(text: str) -> LineKind:
        link = Link(URL, URL, text, 0, len(text))
        return read_line(Block(BlockKind.LINE, text, links=(link,)), Context()).kind

    assert kind("From R. T. Ash, Works, Vol. 13, pp. 220-39.") is LineKind.PROSE
    assert kind("Progress Publishers, Moscow, 1954.") is LineKind.ENTRY


def test_below_its_set_a_house_may_open_a_volume() -> None:
    assert is_entry("Progress Publishers, Moscow, 1954, 32 pp.", Context(inherited="Collected Weavings,"))


def test_how_a_copy_looks_is_no_entry() -> None:
    assert not is_entry("Red cloth, spine lettered in gilt. xii, 264 pp. 8vo.")
    assert not is_entry("8vo, pp. 64, paper covers.")
    assert is_entry("Cloth and Gilt, Thomas Elm, Weft Press, Leeds, 1954, 281 pages.")


def test_an_essay_that_runs_through_books_is_no_entry() -> None:
    books = "T. Elm, The Mill Hands (Leeds: Weft Press, 1954){} R. Ash, Looms (Bath: Spindle Books, 1960)"
    assert not is_entry(f"Recent accounts are {books.format(';')}.")
    assert not is_entry(f"Recent accounts are {books.format(' and')}.")
    assert is_entry(
        "T. Elm, The Mill Hands (Leeds: Weft Press, 1954), 2nd edition (Bath: Spindle Books, 1960), 281 pp."
    )


def test_what_a_piece_was_taken_from_is_not_its_imprint() -> None:
    assert not is_entry("A Call to the Spinners (extract from the Minutes of the Guild, Leeds, 1919)")
    assert is_entry("A Call to the Spinners (Spinners’ Guild, Leeds, 1919)")


def test_a_stretch_of_pages_after_the_year_is_no_count() -> None:
    citation = read_text("Thomas Elm, “Looms”, Labour Monthly, March 1976 pp. 631-49.").citation
    assert citation is not None
    assert (citation.date_edtf, citation.page_count) == ("1976-03", 19)


@pytest.mark.parametrize(
    "text", ["Ibid., pp. 45-6.", "12. The Times, 4 May 1926, p. 3.", "[3] Labour Monthly, June 1926, p. 301"]
)
def test_a_footnote_is_no_entry(text: str) -> None:
    assert not is_entry(text)
    assert is_entry("12. Thomas Elm, “Looms”, The Times, 4 May 1926, p. 3.")


@pytest.mark.parametrize(
    "text",
    [
        "Preface to the Second Edition, Moscow, 1954",
        "Foreword by Thomas Elm, March 1942",
        "Left: Thomas Elm. Right: Sally Ash. 1910.",
        "Members of the Spinners’ Union, Leeds, 1931",
        "Vol. 1 No. 1 to Vol. 3 No. 12 (incomplete)",
        "Elm, Thomas. Born in Leeds, 1818.",
    ],
)
def test_parts_captions_and_holdings_are_no_entries_for_all_their_dates(text: str) -> None:
    assert not is_entry(text)


@pytest.mark.parametrize(
    "text",
    [
        "First edition. 190x140mm. pp. 48. Red paper wrappers decorated on upper cover with a loom. Lettered in black.",
        "Three corner-stapled mimeographed sheets folded, 6 pp. Some offsetting to rear sheet, else VG+.",
    ],
)
def test_a_dealer_tells_of_his_copy_beside_its_book(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE
