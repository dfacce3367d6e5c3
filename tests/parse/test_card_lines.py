"""Lines as cards, catalogues and issue lists have them: each test is named after the rule it protects."""

import pytest

from shelflist.models.citation import NameType, Role
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, names, read


@pytest.mark.parametrize(
    ("line", "title", "author"),
    [
        ("ASH, Rewi; The Mill Hands; Weft Press; Leeds; 1954; 281p.", "The Mill Hands", ["ASH, Rewi"]),
        ("LONDON, Jack; The Mill Hands; Weft Press; 1954; 281p.", "The Mill Hands", ["LONDON, Jack"]),
        ("ASH, H. Stanley, ed.; Looms; Weft Press; 1954; 281p.", "Looms", ["ASH, H. Stanley"]),
        ("Ash, Rewi; Elm, Sue (1954). The Mill Hands. Leeds: Weft Press.", "The Mill Hands", ["Ash, Rewi", "Elm, Sue"]),
    ],
)  # fmt: skip
def test_a_semicolon_ends_the_author_before_the_title(line: str, title: str, author: list[str]) -> None:
    citation = read(line)
    assert (citation.title, named(citation)) == (title, author)


def test_a_body_in_capitals_ends_at_a_semicolon() -> None:
    citation = read("WEAVERS’ FEDERATION; Minutes of Lodge Meetings; Weft Press; 1926; 40p.")
    assert (citation.title, citation.contributors[0].name_type) == ("Minutes of Lodge Meetings", NameType.CORPORATE)


@pytest.mark.parametrize(
    ("line", "author", "role", "publisher"),
    [
        ("The Mill Hands / Rewi Ash. Weft Press, 1954. 200 p.", ["Rewi Ash"], Role.AUT, "Weft Press"),
        ("The Mill Hands / edited by Rewi Ash. Leeds: Weft Press, 1954. 200 p.", ["Rewi Ash"], Role.EDT, "Weft Press"),
        ("The Mill Hands / Weavers’ Research Department. Weft Press, 1954. 200 p.", ["Weavers’ Research Department"],
         Role.AUT, "Weft Press"),
        ("The Mill Hands, Rewi Ash, Weft Press / Warp Books, Leeds, 1954, 200 pages.", ["Rewi Ash"], Role.AUT,
         "Weft Press / Warp Books"),
    ],
)  # fmt: skip
def test_a_slash_before_names_ends_the_title(line: str, author: list[str], role: Role, publisher: str) -> None:
    citation = read(line)
    assert (citation.title, names(citation, role), citation.publisher) == ("The Mill Hands", author, publisher)


@pytest.mark.parametrize(
    "line",
    [
        "Ash, Rewi: The Mill Hands. (Sue Elm, Loomford 1954). 40 pp.",
        "Ash, Rewi. The Mill Hands. Sue Elm, Loomford, 1954. 40 pp.",
        "Ash, Rewi; The Mill Hands; Sue Elm; Loomford; 1954; 40 pp.",
    ],
)
def test_where_the_author_stands_first_a_name_before_place_and_date_is_the_house(line: str) -> None:
    citation = read(line)
    assert (named(citation), citation.publisher) == (["Ash, Rewi"], "Sue Elm")


def test_capitals_in_a_dated_bracket_of_their_own_are_an_imprint() -> None:
    citation = read("Looms of Yore. (North of Scotland Wool Men, Golspie 1978). 24 pp, map.")
    imprint = (citation.publisher, citation.place_of_publication, citation.date_edtf)
    assert imprint == ("North of Scotland Wool Men", "Golspie", "1978")


@pytest.mark.parametrize(
    ("marked", "rest", "issue", "date"),
    [
        ("The Loom Worker, No. 3, 5 February 1951", ", 40 pages.", "3", "1951-02-05"),
        ("LOOM NEWS no. 214, Summer 2012", ", 28 pages", "214", "2012-22"),
        ("Loom News – vol. 3 no. 2 – March 1956", " – Wool Guild, Leeds", "2", "1956-03"),
    ],
)
def test_a_mark_that_closes_with_the_only_date_marks_more_than_a_title(
    marked: str, rest: str, issue: str, date: str
) -> None:
    citation = read_line(linked(marked + rest, marked), Context()).citation
    assert citation is not None
    assert (citation.issue, citation.date_edtf) == (issue, date)


def test_a_marked_title_keeps_the_day_that_its_author_follows() -> None:
    title = "Speech at the Opening of the Mill, May 4 1930"
    citation = read_line(linked(f"{title}, Rewi Ash, pages 4-9.", title), Context()).citation
    assert citation is not None
    assert citation.title == title


@pytest.mark.parametrize(
    "line",
    [
        "Loom Times, Vol 1, No 7, September 27, 1930, Wool Guild, Leeds, 4 pages.",
        "Loom Times, no. 7. W.G.L., Leeds, September 1930. 4 pages.",
    ],
)
def test_after_the_number_of_an_issue_come_its_date_and_house_and_no_author(line: str) -> None:
    citation = read(line)
    assert not citation.contributors
    assert citation.publisher in ("Wool Guild", "W.G.L.")
    assert (citation.date_edtf or "")[:7] == "1930-09"


@pytest.mark.parametrize("mark", ["[Box 9]", "Shelf D"])
def test_a_shelf_mark_at_the_end_is_a_note(mark: str) -> None:
    citation = read(f"Ash, Rewi. The Mill Hands. Weft Press, Leeds, 1954. {mark}")
    assert (citation.place_of_publication, citation.notes) == ("Leeds", (mark,))


@pytest.mark.parametrize(
    ("line", "publisher", "place"),
    [
        ("The Hungry Loom by Rewi Ash (1957), Weavers’ Printery, Leeds. 155 pages", "Weavers’ Printery", "Leeds"),
        ("The Hungry Loom by Rewi Ash (1957), Sue Elm, Leeds. 155 pages", "Sue Elm", "Leeds"),
        ("The Hungry Loom, Rewi Ash (Weft Press), 1957, 64 pp.", "Weft Press", None),
        ("The Hungry Loom, translated by Rewi Ash (Leeds 1957), 192 pp.", None, "Leeds"),
        ("The Hungry Loom, ed. R. T. Ash (Printing Craft, 1957), 144 pp.", "Printing Craft", None),
    ],
)  # fmt: skip
def test_what_the_bracket_after_a_name_holds_is_no_part_of_it(
    line: str, publisher: str | None, place: str | None
) -> None:
    citation = read(line)
    assert (citation.title, citation.publisher, citation.place_of_publication) == ("The Hungry Loom", publisher, place)
    assert (citation.date_edtf, len(named(citation))) == ("1957", 1)


@pytest.mark.parametrize(
    ("bracket", "edition", "person"),
    [("(2nd edn, revised by R. Ash)", "2nd edn", "R. Ash"), ("(4th edn)", "4th edn", None)],
)
def test_a_bracket_that_opens_with_an_edition_is_none_of_the_title(
    bracket: str, edition: str, person: str | None
) -> None:
    citation = read(f"Elm, Tom, The Mill Hands {bracket}, Weft Press, Leeds, 1981, 60pp")
    assert (citation.title, citation.edition_statement) == ("The Mill Hands", edition)
    assert person is None or person in named(citation)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Weavers’ Service Council. Report on the Mill Settlement. 1935. 19 pp.", "Weavers’ Service Council"),
        ("Loomford Weaving School. Ten Years. Loomford, N.J.: Weft Press, 1927. 40p.", "Loomford Weaving School"),
        ("Ten Years by the Leeds Weavers’ History Archive (Leeds, 1986)", "Leeds Weavers’ History Archive"),
        ("Ten Years / Weavers’ Research Department. Leeds, 1935. 19 p.", "Weavers’ Research Department"),
    ],
)  # fmt: skip
def test_a_body_that_stands_where_authors_do_is_one(line: str, body: str) -> None:
    citation = read(line)
    assert [(one.name_raw, one.name_type) for one in citation.contributors] == [(body, NameType.CORPORATE)]


@pytest.mark.parametrize(
    "line", ["Weavers’ College: Loom Songs. Leeds, 1932. 32 p.", "[WEAVERS’ SOCIETY]. Loom Songs. Leeds, 1932. 32 p."]
)
def test_a_body_and_a_sign_before_a_marked_title_is_its_author(line: str) -> None:
    citation = read_line(linked(line, "Loom Songs"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.contributors[0].name_type) == ("Loom Songs", NameType.CORPORATE)


@pytest.mark.parametrize(
    ("line", "place", "publisher"),
    [
        ("Ash, Rewi. What’s a Loom? Chicago: Free Loom Group, 1932. 23p.", "Chicago", "Free Loom Group"),
        ("Ash, Rewi: Looms. N. Y., International Publishers, 1935. 256 p.", "N. Y.", "International Publishers"),
        ("Ash, Rewi. Looms. Canberra: n.p. 1979. 174p.", "Canberra", None),
    ],
)  # fmt: skip
def test_an_imprint_after_a_mark_and_places_by_their_letters(line: str, place: str, publisher: str | None) -> None:
    citation = read(line)
    assert (citation.place_of_publication, citation.publisher) == (place, publisher)
    assert named(citation) == ["Ash, Rewi"]


@pytest.mark.parametrize("title", ["Selected Works", "Essays on the Looms of Leeds"])
def test_a_work_by_somebody_is_no_role(title: str) -> None:
    citation = read(f"{title} by Rewi Ash (Weft Press, Leeds 1904)")
    assert (citation.title, names(citation)) == (title, ["Rewi Ash"])


@pytest.mark.parametrize(
    ("line", "host", "volume", "pages"),
    [
        ("Ash R.T., Looms of the North, J. Biol. Assoc., 43(9), 376–381 (1933)", "J. Biol. Assoc.", "43", 6),
        ("Ash R. T., Looms of the North, Monthly Notices of the W.A.S., 73, 414–422 (1913)",
         "Monthly Notices of the W.A.S.", "73", 9),
    ],
)  # fmt: skip
def test_a_turned_name_leads_and_the_journal_with_its_volume_closes_a_paper(
    line: str, host: str, volume: str, pages: int
) -> None:
    citation = read(line)
    assert (citation.title, citation.container_title, citation.volume) == ("Looms of the North", host, volume)
    assert (citation.page_count, len(named(citation))) == (pages, 1)


def test_who_wrote_ends_at_a_dash_after_by() -> None:
    citation = read("Looms of Leeds by Rewi Ash - Wool Sickle, 1976, 99 pages, £2")
    assert (citation.title, named(citation), citation.publisher) == ("Looms of Leeds", ["Rewi Ash"], "Wool Sickle")


def test_a_house_needs_no_comma_after_a_marked_title_that_its_author_opens() -> None:
    citation = read_line(linked("Rewi Ash, The Mill Hands Sickle, 1976", "The Mill Hands"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.publisher) == ("The Mill Hands", "Sickle")


@pytest.mark.parametrize("bracket", ["Loom Workshop Pamphlet No. 6, Leeds, 1972", "Loom Workshop pamphlet 6, 1972"])
def test_a_numbered_series_in_the_imprints_bracket_is_no_house(bracket: str) -> None:
    citation = read(f"The Mill Hands by Rewi Ash ({bracket}), 89 pages")
    assert (citation.publisher, (citation.series_number or "")[-1:]) == (None, "6")
    assert (citation.series_title or "").casefold() == "loom workshop pamphlet"


def test_a_mark_that_closes_with_a_question_ends_the_title() -> None:
    line = "Ash, Rewi. What’s a Loom? Chicago: Free Loom Group, 1932. 23p."
    citation = read_line(linked(line, "What’s a Loom?"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.publisher) == ("What’s a Loom?", "Free Loom Group")


@pytest.mark.parametrize("title", ["Fresh Wind", "No More Sieges", "Hidden Rivers"])
def test_capitals_with_words_of_titles_are_nobodys_name(title: str) -> None:
    assert names(read(f"Loom Review – {title} – vol. 3 no. 2 – March 1956 – 40 pages")) == []


def test_the_tendency_of_a_body_is_no_place() -> None:
    citation = read("Looms for All, Communist Federation of Leeds (Marxist-Leninist), London, August 1975, 8 pages.")
    assert (citation.publisher, named(citation)) == ("Communist Federation of Leeds (Marxist-Leninist)", [])


def test_a_subtitle_after_the_colon_of_a_catalogue_belongs_to_the_title() -> None:
    citation = read("The Mill Hands : a union and its town / Rewi Ash. — Leeds : Weft Press, 1954. — 63 p.")
    assert (citation.title, citation.other_title_information) == ("The Mill Hands : a union and its town", None)


@pytest.mark.parametrize(
    "phrase",
    [
        "a paper read to the Guild",
        "evidence given in 1907 and never printed",
        "as revised at the Loomby meeting, May 1901",
        "from a shorthand note",
        "Vortrag, gehalten zu Kiel",
        "rapport présenté au congrès",
    ],
)
def test_on_a_card_a_comma_parts_from_the_title_what_is_surely_a_phrase(phrase: str) -> None:
    citation = read(f"The Mill Hands, {phrase} / Rewi Ash. – Leeds : Weft Press, 1912. – 24p.")
    assert (citation.title, citation.other_title_information) == ("The Mill Hands", phrase)


@pytest.mark.parametrize(
    "title",
    ["Nails, Chains and Anchors", "The Weaver, his Loom and his Wife", "Wool, the Guild and the Hand", "Wales, an Age"],
)
def test_on_a_card_titles_go_on_over_their_commas(title: str) -> None:
    citation = read(f"{title} / Rewi Ash. – Leeds : Weft Press, 1912. – 24p.")
    assert (citation.title, citation.other_title_information) == (title, None)
