"""The author that a dash repeats from the line above."""

import pytest

from shelflist.models.citation import Role
from shelflist.parse.line import read_text
from tests.parse.pages import authors, citations, read, told

ABOVE = "Ash, Rewi. The Mill Hands of Leeds. Leeds: Weft Press, 1952."


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("——. The Weavers of Hull. London: Verso, 1954.", "The Weavers of Hull"),
        ("---. The Weavers of Hull. London: Verso, 1954.", "The Weavers of Hull"),
        ("-, The World of Weaving (New York: Weft Press, 1947).", "The World of Weaving"),
        ("———, ‘Looms of Hull’, Weft 3 (1955), 3-9.", "Looms of Hull"),
        ("—— Songs of the Loom, 1961.", "Songs of the Loom"),
    ],
)
def test_a_dash_for_a_name_repeats_the_author_above(line: str, title: str) -> None:
    above, below = citations("# Bibliography", ABOVE, line)
    assert (below.title, authors(below)) == (title, authors(above))


def test_a_dash_repeats_through_several_lines_and_ends_at_a_heading() -> None:
    line = "——. The Weavers of Hull. London: Verso, 1954."
    first, second, other = citations("# Looms", ABOVE, line, line, "# Mills", line)[1:]
    assert (authors(first), authors(second), authors(other)) == (["Ash, Rewi"], ["Ash, Rewi"], [])


def test_the_dash_has_its_own_role_and_companions() -> None:
    edited, joined = citations(
        ABOVE,
        "—— (ed.). Mills of the North. London: Verso, 1957.",
        "—— and Elm, Sue. The Spinners of Leeds. London: Verso, 1956.",
    )[1:]
    assert (edited.title, [person.role for person in edited.contributors]) == ("Mills of the North", [Role.EDT])
    assert (joined.title, authors(joined)) == ("The Spinners of Leeds", ["Ash, Rewi", "Elm, Sue"])


def test_no_dash_repeats_an_author_who_follows_his_title() -> None:
    below = citations(
        "The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 281 pages.", "— The Looms, Leeds, 1955, 3 pp."
    )[1]
    assert authors(below) == []


def test_the_evidence_says_which_line_names_the_author() -> None:
    entry = read(ABOVE, "——. The Weavers of Hull. London: Verso, 1954.").entries[1]
    assert told(entry, "contributors") == [("", f"from the line above: “{ABOVE}”")]


def test_a_long_dash_before_a_title_and_its_year_shows_a_list_of_works() -> None:
    assert read_text("——. Songs of the Loom, 1961.").citation is not None
    assert read_text("— Songs of the Loom, 1961.").citation is None
