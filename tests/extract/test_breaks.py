"""A <br> parts two entries, or wraps one: told from the words around it."""

import pytest

from tests.extract.reading import kinds, lines

MILL = "The Mill Hands, Rewi Ash, Leeds, 1954, 281 pages."
LOOM = "Loom and Law, Ida Weft, Weft Press, Leeds, 1952, 63 pages."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (MILL, LOOM),
        ("<a href=a.pdf>The Mill Hands</a>", "<a href=b.pdf>Loom and Law</a>"),
        ("<em>The Mill Hands</em>, Leeds, 1954", "<em>Loom and Law</em>, Leeds, 1952"),
        ("The Mill Hands, Rewi Ash, Leeds, 1954", "Loom and Law, Ida Weft, Leeds, 1952"),
        (MILL, "loom and law, Ida Weft, Leeds, 1952, 63 pages."),
        (MILL.removesuffix("."), LOOM.removesuffix(".")),
        (MILL, "[More to be added.]"),
        ("A few words on weaving.", MILL),
        ("Collected Weavings, Weft Press, Leeds,", "Volume 1, 1976, 596 pages.<br>Volume 2, 1977, 400 pages."),
        ("Looms of the North", "Looms of the South"),
    ],
)
def test_two_entries_are_parted(left: str, right: str) -> None:
    assert len(lines(f"<p>{left}<br>\n{right}</p>")) == 2 + right.count("<br>")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("<a href=a.pdf><em>The Mill Hands</em></a>,", "Rewi Ash, Leeds, 1954, 281 pages."),
        ("<a href=a.pdf>The Mill Hands</a>", "Rewi Ash, Leeds, 1954, 281 pages."),
        ("<a href=a.pdf>The Mill Hands</a>", "Rewi Ash<br>Leeds, 1954, 281 pages."),
        ("<a href=a.pdf>The Mill Hands", "and their Wives</a>, Leeds, 1954, 281 pages."),
        ("<a href=a.pdf>The Mill Hands</a>", "<em>A Story of the North</em>, Leeds, 1954, 281 pages."),
        ("The Mill Hands, by", "Rewi Ash, Leeds, 1954, 281 pages."),
        ("The Mill Hands, a story of the North, Rewi Ash", "Weft Press, Leeds, 1954, 281 pages."),
        ("The Mill Hands, Rewi Ash, Leeds, 1954, 281", "pages."),
        ("The Mill Hands 1917-1923,<br>a novel,", "Rewi Ash, Leeds, 1954, 281 pages."),
        (MILL, "(There is a printing error on pages 145-161.)"),
        (f"<a href=a.pdf>{MILL}</a>", "<a href=b.pdf>Part 2</a>"),
        ("It was in the north of the country, where nobody had looked for looms", "Before the war nobody had."),
    ],
)
def test_a_wrapped_entry_is_one_line(left: str, right: str) -> None:
    assert len(lines(f"<p>{left}<br>\n{right}</p>")) == 1


def test_a_break_within_a_line_is_a_space() -> None:
    assert lines("<p><a href=a.pdf>The Mill Hands</a>,<br>Leeds, 1954</p>") == ["The Mill Hands, Leeds, 1954"]


def test_an_empty_line_parts_whatever_is_above_it() -> None:
    assert len(lines("<p>The Mill Hands, by<br>&nbsp;<br>Rewi Ash</p>")) == 2


def test_bold_words_above_entries_are_a_heading() -> None:
    assert kinds(f"<p><strong>Novels</strong><br>{MILL}<br>{LOOM}</p>")[0] == ("heading", "Novels")


def test_a_bold_linked_title_is_no_heading() -> None:
    html = "<p><strong><a href=a.pdf>The Mill Hands</a></strong><br>Rewi Ash, Leeds, 1954, 281 pages.</p>"
    assert kinds(html) == [("line", "The Mill Hands Rewi Ash, Leeds, 1954, 281 pages.")]


def test_line_feeds_part_lines_where_they_show() -> None:
    assert lines(f"<pre>{MILL}\n{LOOM}</pre>") == [MILL, LOOM]
    assert lines("<p>The Mill\nHands</p>") == ["The Mill Hands"]


def test_a_long_list_takes_time_in_proportion() -> None:
    assert len(lines("<p>" + f"{MILL}<br>" * 3000)) == 3000
    assert len(lines("<p>" + "and <br>" * 3000)) == 1
