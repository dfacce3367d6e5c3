"""Imprints in words, and what else shows a line without an imprint to be one of books: ISBNs, initials put last."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind, Page, Span
from shelflist.parse.line import Context, read_line, read_text
from shelflist.parse.page import read_lines
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    "said",
    [
        "Published by the Loomby History Society in 1975.",
        "Published in 1975 by Weft Press.",
        "Issued 1975 by Weft Press.",
    ],
)
def test_house_and_year_are_found_in_words(said: str) -> None:
    citation = read(f"The Mills of Loomby by Ann Ash. {said}")
    assert (citation.title, named(citation), citation.date_edtf) == ("The Mills of Loomby", ["Ann Ash"], "1975")
    assert citation.publisher in ("Loomby History Society", "Weft Press")


@pytest.mark.parametrize("end", ["published in 1975", "printed in Leeds, 1975"])
def test_nobody_need_be_named_as_the_house(end: str) -> None:
    citation = read(f"The Mills of Loomby, by Ann Ash, {end}")
    assert (citation.date_edtf, citation.publisher, citation.other_title_information) == ("1975", None, None)


def test_who_wrote_it_and_that_it_was_published_make_an_entry() -> None:
    assert (
        read("The Mills of Loomby. Edited by Ann Ash and Tom Elm. Published by Weft Press.").publisher == "Weft Press"
    )
    told = "The history of the mills was written by Ann Ash. Published by Weft Press, it is out of print."
    assert read_text(told).kind is not LineKind.ENTRY


@pytest.mark.parametrize("number", ["(ISBN 0-7478-0375-7)", "ISBN 0 7478 0375 7"])
def test_a_name_and_an_isbn_make_an_entry(number: str) -> None:
    citation = read(f"The Mills of Loomby, by Ann Ash, {number}".replace(", (", " ("))
    assert (citation.title, named(citation), citation.isbn) == ("The Mills of Loomby", ["Ann Ash"], ("0747803757",))
    assert read_text(f"In print again, {number}").kind is not LineKind.ENTRY


@pytest.mark.parametrize("name", ["IRVING, R. L. G.", "NORTH, E. F.", "Elms, C."])
@pytest.mark.parametrize("title", ["The Mountain Way", "My Climbs in the Fells", "Kangtega: The Untrodden Peak"])
def test_initials_put_last_head_a_title_of_any_form(name: str, title: str) -> None:
    citation = read(f"{name}: {title}.")
    assert (citation.title, named(citation)) == (title, [name])


@pytest.mark.parametrize("office", ["Chairman", "London", "elected to the committee in May"])
def test_an_office_or_a_place_after_initials_is_no_title(office: str) -> None:
    assert read_text(f"Elms, C.: {office}").kind is not LineKind.ENTRY


def test_particles_and_names_of_no_list_may_follow_the_family_name() -> None:
    read_imprint = read("Ashby, E. N. da C., Sir Isaac: His Life (Leeds: Weft Press, 1954).")
    assert (named(read_imprint), read_imprint.title) == (["Ashby, E. N. da C."], "Sir Isaac: His Life")
    text = "Majova, Clement Chinkamba Abengun. Weaving in Africa. Nairobi, 2005."
    block = Block(BlockKind.LINE, text, emphasis=(Span(35, 52),))
    citation = read_line(block, Context()).citation
    assert citation is not None
    assert (named(citation), citation.title) == (["Majova, Clement Chinkamba Abengun"], "Weaving in Africa")


def test_pages_of_something_else_are_told_after_the_imprint() -> None:
    note = "On the theory of looms, and the rival of Elm’s. See also B. Ash, “The Loom,” pp. 164-176."
    citation = read(f"Elm, E. J., The Theory of Looms (London: Macdonald & Co., 1972). {note}")
    assert (citation.publisher, citation.page_count, citation.notes) == ("Macdonald & Co.", None, (note,))


def test_an_emphasised_title_shows_the_names_beside_it_where_the_page_does() -> None:
    authors = [
        "Fred Elm",
        "Ann Hill and Tom Ash",
        "Teresa Elm",
        "Mary Blair Hill",
        "Ray Ash",
        "M. Teresa Baer and Geneil Breeze",
    ]
    lines = [f"* {author}, Wool and Women" for author in authors] + ["* Meetings, see below"]
    blocks = [Block(BlockKind.LINE, text, emphasis=(Span(text.index(", ") + 2, len(text)),)) for text in lines]
    alone = read_line(blocks[5], Context())
    found = read_lines(Page(url="https://books.test/", blocks=tuple(blocks)), USUAL)
    assert alone.citation is None
    assert [found[at].kind for at in range(7)] == [*[LineKind.ENTRY] * 6, LineKind.PROSE]


@pytest.mark.parametrize("house", ["John Hopkins Press", "Loomby Publishers", "Weft Press"])
def test_a_house_may_stand_in_a_bracket_after_the_author(house: str) -> None:
    citation = read_text(f"The World’s Looms – Alan Elm ({house})", Context(heading_path=("Further reading",))).citation
    assert citation is not None
    assert (named(citation), citation.publisher) == (["Alan Elm"], house)


@pytest.mark.parametrize("before", ["Turtleback Press", "New York: Turtleback Press"])
def test_sentences_after_a_house_are_a_note(before: str) -> None:
    note = "This is a guide illustrated by photographs, and it is handy."
    citation = read(f"Kaufman, K. Field Guide to Looms. {before}. {note}")
    assert (citation.title, citation.publisher) == ("Field Guide to Looms", "Turtleback Press")
    assert citation.notes == (note,)


@pytest.mark.parametrize(("line", "is_entry"), [("The Loom by Gibbonsen", True), ("The Loom by candlelight", False)])
def test_one_name_after_by_is_the_author_of_a_marked_title(line: str, is_entry: bool) -> None:
    reading = read_line(Block(BlockKind.LINE, line, emphasis=(Span(0, 8),)), Context())
    assert (reading.kind is LineKind.ENTRY) is is_entry


def test_a_given_name_of_no_list_comes_after_the_family_name_where_no_title_can() -> None:
    for text in (
        "Peate, George Cyfeilog. The Mill Hands. Leeds: Weft Press, 1954",
        "Elm, Ann & Peate, Anna Hennessy, The Mill (1990)",
    ):
        at = text.index("The Mill")
        block = Block(BlockKind.LINE, text, emphasis=(Span(at, at + 8),))
        citation = read_line(block, Context()).citation
        assert citation is not None
        assert [" " in name.split(", ")[1] for name in named(citation)][-1]
    assert named(read("Trawl, Ned Haddock, Anvil Press, Hull, 1963, 114 pages.")) == ["Ned Haddock"]


def test_edd_tells_editors_as_eds_does() -> None:
    citation = read("M. Ash, J. Elm & D. Hill (edd.), The Mill Reader (Weft Press, 1999)")
    assert [person.role.value for person in citation.contributors] == ["edt"] * 3


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Published at Leeds by the Weft Guild in 1960.", "Leeds"),
        ("Printed in Loomby by Frank Ash, 1960.", "Loomby"),
        ("Published in Welsh by the Weft Guild, 1960.", None),
        ("Published by the Weft Guild in softcover in 1960.", None),
        ("Published by the Weft Guild (8th edition), 1960.", None),
        ("66 pages produced by the Weft Guild in October 1960.", None),
    ],
)
def test_where_and_how_it_was_published_may_stand_beside_the_house(said: str, place: str | None) -> None:
    citation = read(f"The Mills of Loomby by Ann Ash. {said}")
    assert (citation.title, named(citation), citation.place_of_publication) == (
        "The Mills of Loomby",
        ["Ann Ash"],
        place,
    )
    assert (citation.publisher, (citation.date_edtf or "")[:4]) in (("Weft Guild", "1960"), ("Frank Ash", "1960"))
