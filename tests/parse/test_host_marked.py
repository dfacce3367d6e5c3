"""Pieces in quotation marks, and what they stand in by emphasis."""

import pytest

from shelflist.models.citation import Citation, Role
from shelflist.models.page import Block, BlockKind, Span
from shelflist.parse.line import Context, read_line
from tests.parse.lines import names


def read(text: str, host: str) -> Citation:
    start = text.index(host)
    block = Block(BlockKind.LINE, text, emphasis=(Span(start, start + len(host)),))
    citation = read_line(block, Context()).citation
    assert citation is not None, text
    return citation


@pytest.mark.parametrize(
    ("after", "volume", "issue", "date"),
    [
        (" 17.3 (Spring 1995): 38-48.", "17", "3", "1995-21"),
        (" 59 (4) (Winter 1992): 719-37. [course pack]", "59", "4", "1992-24"),
        (", (2), 1967, pp. 1-26.", "2", None, "1967"),
        (", vol. 3, no. 14, July 1980, pp. 3-5", "3", "14", "1980-07"),
        (" 1992;59(4):1-4.", "59", "4", "1992"),
    ],
)
def test_volume_number_and_date_follow_the_periodical(after: str, volume: str, issue: str | None, date: str) -> None:
    citation = read(f"Elm, Thomas. “Why Do the Weavers Sing?” Loomings{after}", "Loomings")
    assert (citation.title, names(citation)) == ("Why Do the Weavers Sing?", ["Elm, Thomas"])
    assert (citation.container_title, citation.volume, citation.issue) == ("Loomings", volume, issue)
    assert citation.date_edtf == date
    assert citation.publisher is None


def test_editors_and_imprint_follow_the_book() -> None:
    text = (
        "—. “Spaces of the Loom.” Trans. Jeffrey Karlsen. The Landscape of Wool. Ed. Ann Hill and Eric Elm. "
        "Seattle: U of Washington P, 2003. 51-76."
    )
    citation = read(text, "The Landscape of Wool")
    assert (citation.title, citation.container_title) == ("Spaces of the Loom", "The Landscape of Wool")
    assert (names(citation, Role.TRL), names(citation, Role.EDT)) == (["Jeffrey Karlsen"], ["Ann Hill", "Eric Elm"])
    assert (citation.place_of_publication, citation.date_edtf, citation.page_count) == ("Seattle", "2003", 26)


def test_the_chapter_that_a_piece_is_stands_in_a_note() -> None:
    text = "Elm, T.S. ‘The Weaver’s Bond,’ Chapter VI, The Wool Trade. Leeds: Weft Press, 1929, pp. 84-99."
    citation = read(text, "The Wool Trade")
    assert (citation.container_title, citation.part_number, citation.notes) == ("The Wool Trade", None, ("Chapter VI",))


def test_an_emphasised_house_is_no_publication() -> None:
    citation = read("“The Mill Hands”, by Thomas Elm, Lawrence & Wishart, London, 1954", "Lawrence & Wishart")
    assert (citation.container_title, citation.publisher) == (None, "Lawrence & Wishart")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Elm, T. J. (1959). Why weavers sing. Loomings, 12(3), 141–156", "Elm, T. J."),
        ("(*) Elm, T. J. (1959). Why weavers sing. Loomings, 12(3), 141–156", "Elm, T. J."),
        ("Elm, T. J. 1959. Why weavers sing. Loomings 12(3): 141–156.", "Elm, T. J."),
        ("Elm, T. J. Why weavers sing. Loomings, Vol. 12, No. 3 (1959), pp. 141–156.", "Elm, T. J."),
        ("Thomas Elm, Why weavers sing, Loomings, 12(3), 1959, 141–156.", "Thomas Elm"),
        ("Thomas Elm. Why weavers sing. Loomings 12 (3) (1959): 141–156.", "Thomas Elm"),
    ],
)
def test_a_number_after_what_is_emphasised_shows_the_words_before_it_to_be_a_piece(text: str, author: str) -> None:
    citation = read(text, "Loomings")
    assert (citation.title, names(citation)) == ("Why weavers sing", [author])
    assert (citation.container_title, citation.volume, citation.date_edtf) == ("Loomings", "12", "1959")


def test_in_and_editors_show_the_words_before_them_to_be_a_chapter() -> None:
    text = "Elm, T. J. (1959). Why weavers sing. In R. Ash & S. Hill (Eds.), The Mill Reader. Leeds: Weft Press."
    citation = read(text, "The Mill Reader")
    assert (citation.title, citation.container_title) == ("Why weavers sing", "The Mill Reader")
    assert (names(citation, Role.EDT), citation.publisher) == (["R. Ash", "S. Hill"], "Weft Press")


@pytest.mark.parametrize(
    "after", [", 2 vols. Leeds: Weft Press, 1950.", ". Vol. 1: 1856–1890. Leeds: Weft Press, 1950."]
)
def test_volumes_of_a_book_make_no_piece_of_its_author(after: str) -> None:
    citation = read(f"Elm, Thomas. The Mill Hands{after}", "The Mill Hands")
    assert (citation.title, citation.container_title, names(citation)) == ("The Mill Hands", None, ["Elm, Thomas"])


def test_the_day_of_a_paper_is_no_issue() -> None:
    citation = read("‘Looms in the Age of Sail’. Leeds Weekly, 30 October 1938, p. 6.", "Leeds Weekly")
    assert (citation.title, citation.container_title) == ("Looms in the Age of Sail", "Leeds Weekly")
    assert (citation.date_edtf, citation.issue) == ("1938-10-30", None)
