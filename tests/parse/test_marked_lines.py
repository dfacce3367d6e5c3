"""Lines whose link covers more or less than the title, and what stands beside it without a comma."""

import pytest

from shelflist.models.citation import Citation
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, read


def read_linked(text: str, marked: str) -> Citation:
    citation = read_line(linked(text, marked), Context()).citation
    assert citation is not None, text
    return citation


@pytest.mark.parametrize("rest", [", 1906", " (1906)", ". 1906, 32 pages."])
def test_a_link_that_leaves_but_date_and_extent_marks_the_title(rest: str) -> None:
    title = "Reform, the Ballot and the Factory Acts, and How the Weavers of Leeds Won Them"
    citation = read_linked(title + rest, title)
    assert (citation.title, citation.date_edtf, citation.other_title_information) == (title, "1906", None)


@pytest.mark.parametrize("house", ["Lawrence and Wishart", "Progress Publishers", "FLPH"])
def test_author_and_house_may_stand_beside_a_marked_title_without_commas(house: str) -> None:
    citation = read_linked(f"Land and Loom Ann B. Ash {house}, London, 1961, 216 pages", "Land and Loom")
    assert (citation.title, named(citation), citation.publisher) == ("Land and Loom", ["Ann B. Ash"], house)


def test_a_comma_that_is_missing_between_author_and_house_is_missed_by_nobody() -> None:
    citation = read("The Common Thread, Ann Ash Pluto Press, London, 1981, 216 pages")
    assert (named(citation), citation.publisher) == (["Ann Ash"], "Pluto Press")
    district = read("Second Loom Now, London District Communist Party, London, 1943, 16 pages.")
    assert district.publisher == "London District Communist Party"


@pytest.mark.parametrize(
    ("issue", "volume", "number", "date"),
    [
        ("Soviet Weekly, No 12, August 19, 1961", None, "12", "1961-08-19"),
        ("The Weaver, Vol. 3, No. 12, March 4, 1921", "3", "12", "1921-03-04"),
        ("Peking Review, Issue Number 7, July 1974", None, "7", "1974-07"),
        ("Bulletin of the Norfolk Loom Society, Vol. 4, 1998", "4", None, "1998"),
        ("Transactions of the Weaving Society of Lower Norfolk, Vol. 4, 1998", "4", None, "1998"),
    ],
)
def test_a_link_over_a_whole_issue_is_taken_apart(
    issue: str, volume: str | None, number: str | None, date: str
) -> None:
    citation = read_linked(f"{issue}, 16 pages", issue)
    assert citation.container_title == issue.partition(",")[0]
    assert (citation.volume, citation.issue, citation.date_edtf) == (volume, number, date)


def test_an_issue_may_have_an_imprint_of_its_day() -> None:
    line = "Loom Weekly, Issue Number 7, (Peking: Weft Press, February 15, 1974), 24 pages."
    citation = read_linked(line, "Loom Weekly, Issue Number 7")
    assert (citation.container_title, citation.issue, citation.publisher) == ("Loom Weekly", "7", "Weft Press")


def test_a_part_between_title_and_closing_mark_is_outside_the_title() -> None:
    citation = read_linked("“Collected Works, Volume II”, (Leeds: Weft Press, 1965), 359 pages.", "Collected Works")
    assert (citation.title, citation.part_number, citation.publisher) == ("Collected Works", "Volume II", "Weft Press")


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Elm, Thomas - The Mill Hands (Weft Press, 1954)", ["Elm, Thomas"]),
        ("Elm, Thomas & Ash, Ann - The Mill Hands (1954)", ["Elm, Thomas", "Ash, Ann"]),
        ("Thomas Elm - The Mill Hands (Weft Press, 1954)", ["Thomas Elm"]),
        ("L. Petrov, A. Orlova – The Mill Hands, Mir, 1973, 261 pp.", ["L. Petrov", "A. Orlova"]),
        ("L. Petrov, A. Orlova and S. Ivanov – The Mill Hands, Mir, 1973", ["L. Petrov", "A. Orlova", "S. Ivanov"]),
    ],
)
def test_a_dash_ends_the_authors_before_a_marked_title(line: str, people: list[str]) -> None:
    citation = read_linked(line, "The Mill Hands")
    assert (citation.title, named(citation)) == ("The Mill Hands", people)


def test_initials_with_stops_end_at_a_dash_without_any_mark() -> None:
    citation = read("Macfee, L.J. – The Weavers’ Party: Its Origin until 1929 (1966)")
    assert (named(citation), citation.date_edtf) == (["Macfee, L.J."], "1966")
    both = read("A. B. Petrov, N. Orlova – Problems in Weaving, Mir, Moscow, 1973, 261 pp.")
    assert (both.title, named(both)) == ("Problems in Weaving", ["A. B. Petrov", "N. Orlova"])


@pytest.mark.parametrize(
    "part", ["A Course of Weaving – Ann Ash (Vol. 1)", "A Course of Weaving (Vol. 1), Ann Ash, 1954"]
)
def test_a_bracket_with_a_number_alone_is_a_part(part: str) -> None:
    citation = read_linked(part, "A Course of Weaving")
    assert (citation.title, named(citation), citation.part_number) == ("A Course of Weaving", ["Ann Ash"], "Vol. 1")


@pytest.mark.parametrize(
    "line",
    [
        "“Handloom Weaving in Leeds” A. Ash (Weft Press, Ripponden, 1938)",
        "‘Handloom Weaving in Leeds’ A. Ash (Weft Press, Ripponden, 1938)",
        "“Handloom Weaving in Leeds” A. Ash, Weft Press, Ripponden, 1938",
        "Handloom Weaving in Leeds: A. Ash, Weft Press, Ripponden, 1938",
    ],
)
def test_an_author_may_follow_marks_or_colon_at_once(line: str) -> None:
    citation = read(line)
    assert (citation.title, named(citation)) == ("Handloom Weaving in Leeds", ["A. Ash"])


def test_years_before_a_colon_close_the_title() -> None:
    citation = read("Chartism in Leeds, 1838-1848: Ann Ash, Weft Press, Leeds, 1981, 24 pages")
    assert (citation.title, named(citation)) == ("Chartism in Leeds, 1838-1848", ["Ann Ash"])
    life = read("The Weavers’ Leader: Ann Ash, Sue Elm, Weft Press, Leeds, 1981, 24 pages")
    assert (life.title, named(life)) == ("The Weavers’ Leader: Ann Ash", ["Sue Elm"])


@pytest.mark.parametrize("names_", ["V. Petrov", "V. Petrov, L. Orlov and M. Ivanov", "Ann Ash and Sue Elm"])
def test_a_document_linked_by_title_and_authors_is_an_entry(names_: str) -> None:
    line = f"Problems in Weaving by {names_}"
    citation = read_linked(line, line)
    assert citation.title == "Problems in Weaving"
    assert len(named(citation)) == len(names_.replace(" and ", ", ").split(", "))


@pytest.mark.parametrize("author", ["", "Ann Ash, "])
def test_short_capitals_that_close_the_line_with_the_year_are_the_house(author: str) -> None:
    citation = read_linked(f"Against the Loom, {author}Killing King Loom, 2001", "Against the Loom")
    assert (citation.publisher, citation.date_edtf) == ("Killing King Loom", "2001")


@pytest.mark.parametrize("author", ["Rewi Ash", "V. I. Lenin and Rewi Ash", "Leeds Weavers’ Union"])
@pytest.mark.parametrize("rest", [", Weft Press, Leeds, 1954, 120 pages", " (Weft Press, Leeds, 1954)"])
def test_a_link_may_take_in_the_author_with_the_title(author: str, rest: str) -> None:
    citation = read_linked(f"The Loom of Time, {author}{rest}", f"The Loom of Time, {author}")
    assert (citation.title, " and ".join(named(citation)), citation.publisher) == (
        "The Loom of Time",
        author,
        "Weft Press",
    )


def test_a_name_at_the_end_of_a_linked_title_is_more_of_it_where_another_wrote_it() -> None:
    citation = read_linked(
        "The Weavers of Leeds, John Smith, Mary Jones, Weft Press, 1954", "The Weavers of Leeds, John Smith"
    )
    assert (citation.title, named(citation)) == ("The Weavers of Leeds, John Smith", ["Mary Jones"])


def test_who_edited_it_is_not_its_author_beside_one_that_the_link_takes_in() -> None:
    citation = read_linked(
        "Wool Songs, John Smith, Mary Jones (ed.), Weft Press, Leeds, 1954, 90 pages", "Wool Songs, John Smith"
    )
    assert (citation.title, named(citation)) == ("Wool Songs", ["John Smith", "Mary Jones"])


def test_an_author_that_alone_is_linked_is_no_title() -> None:
    citation = read_linked("Rewi Ash, The Loom of Time, Weft Press, Leeds, 1954, 120 pages", "Rewi Ash")
    assert (citation.title, named(citation), citation.publisher) == ("The Loom of Time", ["Rewi Ash"], "Weft Press")


@pytest.mark.parametrize("rest", ["Franz Mehring, Weft Press, Leeds, 1936", "a remembrance, Weft Press, Leeds, 1936"])
def test_a_linked_name_is_the_title_of_a_life_where_the_line_shows_it(rest: str) -> None:
    assert read_linked(f"Karl Marx, {rest}, 120 pages", "Karl Marx").title == "Karl Marx"


@pytest.mark.parametrize("marked", ["Rewi Ash", "Gollancz", "May 1954", "The Loom of Time, Rewi Ash, Gollancz"])
def test_a_mark_on_other_fields_leaves_the_title_to_the_grammar(marked: str) -> None:
    citation = read_linked("The Loom of Time, Rewi Ash, Gollancz, London, May 1954, 120 pages", marked)
    assert (citation.title, named(citation), citation.publisher) == ("The Loom of Time", ["Rewi Ash"], "Gollancz")
    assert (citation.place_of_publication, citation.date_edtf) == ("London", "1954-05")


@pytest.mark.parametrize("rest", [" by Rewi Ash.", " - Rewi Ash"])
def test_a_linked_name_is_the_title_where_all_that_follows_is_another(rest: str) -> None:
    citation = read_linked(f"William Partridge{rest}", "William Partridge")
    assert (citation.title, named(citation)) == ("William Partridge", ["Rewi Ash"])


def test_one_more_author_may_follow_after_the_office_of_the_one_before() -> None:
    citation = read_linked(
        "The Weavers’ Inquiry by Rewi Ash, M.P., Sue Elm, M.P., and Ann Hill", "The Weavers’ Inquiry"
    )
    assert (named(citation), citation.other_title_information) == (["Rewi Ash", "Sue Elm", "Ann Hill"], None)


def test_initials_in_a_bracket_after_a_body_are_no_house() -> None:
    body = "Unified Organisation of Leeds Youth (EPON)"
    citation = read_linked(
        f"The Youth Fights for Peace and Bread by the {body}", "The Youth Fights for Peace and Bread"
    )
    assert (named(citation), citation.publisher) == ([body], None)


def test_a_link_that_breaks_off_after_a_small_word_goes_on_whatever_name_comes() -> None:
    citation = read_linked("The Trial of Rewi Ash, Sue Elm, Weft Press, Leeds, 1954, 120 pages", "The Trial of")
    assert (citation.title, named(citation)) == ("The Trial of Rewi Ash", ["Sue Elm"])
