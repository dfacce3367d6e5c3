"""Reading a page: what its lines take from above them, and what they do not."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.models.citation import Status
from shelflist.models.page import Page
from shelflist.parse.context.habits import FEWEST, Habits
from shelflist.parse.line import Context, read_line
from shelflist.parse.page import read_page
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.marked import read_half
from tests.parse.pages import authors, citations, kinds, page_of, read, told

HEADER = "Collected Weavings, Weft Press, Leeds,"
VOLUMES = ("Volume 1, 3rd printing, 1976, 596 pages.", "Volume 2, 1977, 610 pages.")
BOOK = "The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 281 pages."
UNNAMED = ("Mother, Progress, Moscow, 1970, 420 pages.", "Foma Gordeyev, FLPH, Moscow, 1955, 300 pages.")
LENIN = ("# V. I. Lenin", "## Collected Works, Progress Publishers, Moscow", "Volume 1, 1960, 559 pages.")


def test_volumes_take_title_and_imprint_from_the_header_which_is_no_entry() -> None:
    reading = read(HEADER, *VOLUMES)
    assert kinds(reading) == ["note", "entry", "entry"]
    for entry in reading.entries:
        citation = entry.citation
        assert (citation.title, citation.publisher, citation.place_of_publication) == (
            "Collected Weavings", "Weft Press", "Leeds",
        )  # fmt: skip
        assert (citation.publisher_status, citation.place_status) == (Status.SUPPLIED, Status.SUPPLIED)
    assert [entry.citation.part_number for entry in reading.entries] == ["Volume 1", "Volume 2"]


def test_what_is_inherited_says_from_which_header() -> None:
    first = read(HEADER, *VOLUMES).entries[0]
    for field in ("title", "publisher", "place_of_publication"):
        assert told(first, field) == [("", f"from the set header above: “{HEADER}”")]


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        "Collected Weavings, Weft Press, Leeds",
        "Collected Weavings. Edited by Rewi Ash. Weft Press, Leeds.",
        "Collected Weavings, selected and edited by Rewi Ash, Weft Press, Leeds,",
        "Collected Weavings, Weft Press, Leeds, 1976-1980, in three volumes:",
        "Collected Weavings in three volumes",
        "# Collected Weavings, Weft Press, Leeds",
        "# Collected Works of the Weavers",
        "A History of the Leeds Looms,",
    ],
)
def test_forms_of_a_set_header(header: str) -> None:
    reading = read(header, *VOLUMES)
    assert kinds(reading)[0] == ("heading" if header.startswith("#") else "note")
    title = reading.entries[1].citation.title
    assert title is not None and title in header


@pytest.mark.parametrize(
    "line",
    [
        "These are the volumes published by Weft Press, Leeds:",
        "The volumes of the Collected Works:",
        "Contents:",
        "# Pamphlets",
        "# Books in English",
        "Collected Weavings, Weft Press, Leeds, 1976, 596 pages,",
        "The Shuttle, Rewi Ash, Weft Press, Leeds, 1976,",
        "<Collected Weavings, Weft Press, Leeds",
    ],
)
def test_what_is_no_set_header_gives_nothing(line: str) -> None:
    reading = read(line, *VOLUMES)
    assert kinds(reading)[0] != "note"
    assert [told(entry, "title") for entry in reading.entries if entry.raw in VOLUMES] == [[], []]


@pytest.mark.parametrize(
    "line",
    [
        "Vol. III, 1978, 500 pages.", "Part Two: The Weft, 1981, 200 pages.", "Book 2, 1954, 100 pages.",
        "No. 3, 1954, 20 pages.", "Tome 2, 1977, 300 pages.", "Band 4, 1959, 800 pages.", "<Volume 4",
    ],
)  # fmt: skip
def test_how_the_line_of_a_volume_may_open(line: str) -> None:
    (citation,) = citations(HEADER, line)
    assert citation.title == "Collected Weavings"
    assert citation.unparsed_remainder is None


def test_a_part_that_is_linked_is_no_title_under_its_set() -> None:
    (citation,) = citations("A Course in Weaving, Mir, Moscow,", "<Part 1: The Loom, 1980, 415 pages.")
    assert (citation.title, citation.part_number, citation.part_name) == ("A Course in Weaving", "Part 1", "The Loom")


@pytest.mark.parametrize("between", ["# Novels", BOOK, "The weavers of Leeds wrote these books."])
def test_the_run_of_volumes_ends_at_a_heading_or_another_line(between: str) -> None:
    last = citations(HEADER, VOLUMES[0], between, VOLUMES[1])[-1]
    assert (last.title, last.publisher) == (None, None)


def test_another_header_begins_another_run() -> None:
    found = citations(HEADER, VOLUMES[0], "Collected Looms, Pluto Press, London,", VOLUMES[1])
    assert [citation.title for citation in found] == ["Collected Weavings", "Collected Looms"]


def test_a_note_between_volumes_does_not_end_their_run() -> None:
    found = citations(HEADER, VOLUMES[0], "(Volume 2 is missing.)", "Volume 3, 1979, 20 pages.")
    assert [citation.title for citation in found] == ["Collected Weavings", "Collected Weavings"]


def test_a_line_over_its_contents_stays_an_entry() -> None:
    reading = read("The Mill Hands, Rewi Ash, Weft Press, Leeds", "Part 1: Spinning", "Part 2: Weaving")
    assert kinds(reading) == ["entry", "prose", "prose"]


def test_a_number_that_is_part_of_a_title_is_no_volume() -> None:
    last = citations(HEADER, VOLUMES[0], "No. 10 Downing Street, Rewi Ash, Pluto Press, 1954, 281 pages.")[-1]
    assert last.place_of_publication is None


def test_a_set_under_a_person_has_the_title_of_the_one_and_the_name_of_the_other() -> None:
    (citation,) = citations(*LENIN)
    assert (citation.title, authors(citation)) == ("Collected Works", ["V. I. Lenin"])


@pytest.mark.parametrize(
    ("heading", "family", "given"),
    [
        ("Chell Boda [Chell Bo] (1904-1989)", "Boda", "Chell"),
        ("Works by Chell Boda", "Boda", "Chell"),
        ("The Selected Works of J. V. Stalin", "Stalin", "J. V."),
        ("J. V. Stalin: Works", "Stalin", "J. V."),
        ("KARL MARX", "Marx", "Karl"),
        ("Marx, Karl (1818–1883)", "Marx", "Karl"),
        ("DUTT, R. PALME", "Dutt", "R. Palme"),
        ("Frunze, M.V.", "Frunze", "M.V."),
        ("Rajani Palme Dutt, 1896-1974", "Dutt", "Rajani Palme"),
        ("Lenin", "Lenin", None),
    ],
)
def test_forms_of_a_heading_that_names_the_author(heading: str, family: str, given: str | None) -> None:
    (entry,) = read(f"# {heading}", UNNAMED[0]).entries
    (person,) = entry.citation.contributors
    assert (person.family, person.given) == (family, given)
    assert told(entry, "contributors")[-1] == ("", f"from the heading “{heading}”")


def test_a_heading_may_name_two() -> None:
    (citation,) = citations("# Sidney and Beatrice Webb", UNNAMED[0])
    assert authors(citation) == ["Sidney Webb", "Beatrice Webb"]


@pytest.mark.parametrize(
    "heading",
    ["A", "M–P", "Novels", "Paris, London", "Spain, 1936-1939", "Ireland (1916-1923)", "George Padmore Library",
     "Books about Stalin", "Lenin on Art", "Victor Gollancz", "May Day", "1984", "Little Loom Library", "Red Army",
     "Communist Party of Great Britain (1920-1991)"],
)  # fmt: skip
def test_headings_that_name_no_author(heading: str) -> None:
    (citation,) = citations(f"# {heading}", UNNAMED[0])
    assert authors(citation) == []


def test_the_innermost_person_counts_and_subjects_and_letters_between_do_not() -> None:
    found = citations(
        "# Karl Marx",
        UNNAMED[0],
        "## Letters",
        UNNAMED[1],
        "## Rosa Luxemburg",
        UNNAMED[0],
        "## About Marx",
        UNNAMED[1],
    )
    assert [authors(citation) for citation in found] == [["Karl Marx"], ["Karl Marx"], ["Rosa Luxemburg"], []]


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        (("# Soviet Literature",), "Soviet Literature"),
        (("# Albania Today", "## 1984"), "Albania Today"),
        (("# The Link, organ of the Railway Clerks",), "The Link"),
        (("# Periodicals", ), None),
        (("# Karl Marx",), None),
    ],
)  # fmt: skip
def test_a_heading_names_the_periodical_of_a_bare_number(headings: tuple[str, ...], name: str | None) -> None:
    (citation,) = citations(*headings, "No. 3 (80), May-June 1984")
    assert (citation.container_title, citation.issue) == (name, "3 (80)")


def test_a_page_titled_with_an_author_names_him_where_nothing_else_does() -> None:
    lines = (*UNNAMED, "Letters, Progress, Moscow, 1966, 200 pages.", "# Biography", UNNAMED[1])
    reading = read(*lines, title="Maxim Gorky | Archive")
    assert [authors(entry.citation) for entry in reading.entries] == [["Maxim Gorky"]] * 3 + [[]]
    assert told(reading.entries[0], "contributors") == [("", "from the page’s title “Maxim Gorky | Archive”")]


def test_a_page_about_a_person_names_nobody() -> None:
    found = citations(BOOK, BOOK, *UNNAMED, title="Maxim Gorky")
    assert [authors(citation) for citation in found] == [["Rewi Ash"], ["Rewi Ash"], [], []]


FACTS = [
    ("Rewi Ash", "Songs of the Loom", "Weft Press"),
    ("Karl Marx", "Wage-Labour and Capital", "Martin Lawrence"),
    ("Tom Mann", "The Dockers and the Sailors", "Shuttle Books"),
    ("Edgar Snow", "Red Star Over China", "Left Book Club"),
    ("Harry Pollitt", "The Road to Victory", "Mule Press"),
    ("Anna Louise Strong", "I Saw the New Poland", "Bobbin Press"),
    ("Chell Boda", "The Mill Hands", "Treadle Press"),
]
AUTHOR_FIRST = [f"{name}, {title}, {house}, London, 1936, 96 pages." for name, title, house in FACTS]
PLACE_FIRST = [f"{title}, {name}, London, {house}, 1936, 96 pages." for name, title, house in FACTS]
USUAL_ORDER = [f"{title}, {name}, {house}, London, 1936, 96 pages." for name, title, house in FACTS]


@pytest.mark.parametrize("lines", [AUTHOR_FIRST, PLACE_FIRST, USUAL_ORDER])
def test_a_page_is_read_by_the_order_that_its_lines_keep(lines: list[str]) -> None:
    found = [(authors(one), one.title, one.publisher, one.place_of_publication) for one in citations(*lines)]
    right = [([name], title, house, "London") for name, title, house in FACTS]
    assert sum(one == other for one, other in zip(found, right, strict=True)) >= len(FACTS) - 1


def test_an_unusual_name_before_the_title_is_the_author_where_the_page_has_it_so() -> None:
    line = "Brannoc Teale, Old Dyers, Mulholland, London, 1936, 96 pages."
    assert authors(citations(line)[0]) == []
    last = citations(*AUTHOR_FIRST, line)[-1]
    assert (authors(last), last.title) == (["Brannoc Teale"], "Old Dyers")


def test_an_unknown_house_after_its_place_is_known_where_the_page_has_it_so() -> None:
    line = "The Dyers of Leeds, Brannoc Teale, London, Common Notes, 1936, 96 pages."
    assert citations(line)[0].publisher is None
    last = citations(*PLACE_FIRST, line)[-1]
    assert (last.publisher, last.place_of_publication) == ("Common Notes", "London")


def test_a_title_that_is_a_name_stays_one_on_a_page_of_the_usual_order() -> None:
    life = "Karl Marx, The Story of his Life, Weft Press, Leeds, 1936, 96 pages."
    assert citations(*USUAL_ORDER, life)[-1] == citations(life)[0]


def test_one_line_more_or_less_changes_no_other() -> None:
    whole = citations(*AUTHOR_FIRST)
    for left_out in range(len(AUTHOR_FIRST)):
        rest = [line for i, line in enumerate(AUTHOR_FIRST) if i != left_out]
        assert citations(*rest) == [one for i, one in enumerate(whole) if i != left_out]


def test_few_lines_make_no_habit() -> None:
    lines = PLACE_FIRST[: FEWEST - 1]
    assert citations(*lines) == [citations(line)[0] for line in lines]


LINES = st.sampled_from(
    [HEADER, *VOLUMES, BOOK, *UNNAMED, "# Karl Marx", "# Novels", "# Collected Weavings, Weft Press, Leeds",
     "(Volume 2 is missing.)", "No. 3 (80), May-June 1984", "To be added later.", "<Volume 4", "Contents:"]
)  # fmt: skip


@given(st.lists(LINES, max_size=9), st.sampled_from([None, "Maxim Gorky", "Looms"]))
@settings(max_examples=80, deadline=None)
def test_an_identical_page_is_read_identically(lines: list[str], title: str | None) -> None:
    assert read(*lines, title=title) == read(*lines, title=title)


@given(st.lists(LINES, max_size=9))
@settings(max_examples=80, deadline=None)
def test_a_line_is_read_by_its_words_headings_and_set_header_alone(lines: list[str]) -> None:
    page = page_of(*lines)
    for entry in read_page(page, USUAL).entries:
        block = page.blocks[entry.position]
        above = {page.blocks[i].text for i in range(entry.position)}
        habits = [Habits(*pair) for pair in product((False, True), repeat=2)]
        headers = (None, *sorted(above))
        contexts = [Context(block.heading_path, inherited=one, habits=of_page) for one in headers for of_page in habits]
        assert entry.citation in [read_line(block, context).citation for context in contexts]


@given(st.lists(LINES, max_size=6), st.lists(LINES, max_size=6))
@settings(max_examples=80, deadline=None)
def test_what_stands_below_another_heading_changes_nothing_above(lines: list[str], below: list[str]) -> None:
    alone, more = read(*lines), read(*lines, "# Novels", *below)
    assert more.lines[: len(lines)] == alone.lines
    assert more.entries[: len(alone.entries)] == alone.entries


def test_no_entry_of_the_evaluation_is_lost_to_a_set_header() -> None:
    """Read as one page without context, as when a site forgot its headings."""
    blocks = tuple(replace(line.block, heading_path=()) for line in read_half("development"))
    reading = read_page(Page(url="https://archive.test/", blocks=blocks), USUAL)
    entries = {entry.position for entry in reading.entries}
    left = [block for i, block in enumerate(blocks) if i not in entries]
    assert [block.text for block in left if read_line(block, Context()).citation] == []


def test_where_authors_stand_first_a_comma_alone_may_part_two_of_them() -> None:
    first = [f"Rewi Ash, The {loom} Looms of Leeds, Weft Press, 1954, 66 pages." for loom in ("Old", "New", "Last")]
    more = [f"Ann Hill, {what} of the Looms, Weft Press, 1961, 66 pages." for what in ("Songs", "Names")]
    *_, last = citations(*first, *more, "Ann Hill, Tom Hill, The Loom and the Law, Weft Press, 1954, 66 pages.")
    assert last.title == "The Loom and the Law"
    assert [one.name_raw for one in last.contributors] == ["Ann Hill", "Tom Hill"]
