"""Periodicals and their numbers, the pieces that stand in them, and the series that books come out in."""

import pytest

from shelflist.models.citation import Citation, Genre
from shelflist.models.page import Block, BlockKind, Link, Span
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked, names, read


def citation(text: str) -> Citation:
    found = read_text(text).citation
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "title", "volume", "issue"),
    [
        ("Spare Rib, No. 88, November 1979, 66 pages.", "Spare Rib", None, "88"),
        ("The Highway, Volume 30, February 1938, 24 pages.", "The Highway", "30", None),
        ("Women's Voice, Issue 26, February 1979", "Women's Voice", None, "26"),
        ("Race Today, Vol. 6, No. 2, 1974.", "Race Today", "6", "2"),
        ("Clarté, årg. 5, nr 2, 1928, 32 pp.", "Clarté", "5", "2"),
        ("Peking Review #12, March 18, 1977, 32 pages.", "Peking Review", None, "12"),
        ("Monthly Review, vol. 3, no. 11 (March 1952), 40 pp.", "Monthly Review", "3", "11"),
    ],
)
def test_a_number_and_a_month_make_an_issue(text: str, title: str, volume: str | None, issue: str | None) -> None:
    found = citation(text)
    assert (found.container_title, found.volume, found.issue) == (title, volume, issue)
    assert found.genre is Genre.PERIODICAL_ISSUE


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("The Crisis, R. Palme Dutt, Labour Monthly, Vol. 25, No. 3, March 1943, pages 70-84.", "Labour Monthly"),
        ("Build the Party, Harry Pollitt, in The Communist, May 1928, 8 pages.", "The Communist"),
        ("Build the Party, Ada Elm, article from The Loom Republic, 2nd May 1928, 8 pages.", "The Loom Republic"),
        ("Ways and Means, Ada Elm, in Essays on Organisation, Weft Press, Leeds, 1970, pages 10-31.",
         "Essays on Organisation"),
        ("The Strike, Ada Nield Chew, Cotton Factory Times, 12 May 1913, pp. 3-4.", "Cotton Factory Times"),
        ("On Unity, J. V. Stalin, pages 12-18 in Selected Speeches, FLPH, Moscow, 1951.", "Selected Speeches"),
        ("“A Night Out”, B. H. Humble, in SMC Journal xxiv, 1948, 6 pp", "SMC Journal"),
        ("Ash, Rewi. “The Looms.” Past & Present 38 (December 1967): 56-97.", "Past & Present"),
    ],
)  # fmt: skip
def test_a_piece_names_what_it_stands_in(text: str, host: str) -> None:
    found = citation(text)
    assert found.container_title == host
    assert found.genre is Genre.ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "Why I Joined the Party, Hewlett Johnson, Daily Worker, London, 1943, 12 pages.",
        "Ireland's Road, C. Desmond Greaves, Irish Democrat, London, March 1957, 16 pages.",
        "Trade Unions, in Great Britain, Ada Elm, Weft Press, Leeds, 1955, 30 pages.",
    ],
)
def test_a_periodical_before_its_place_is_a_publisher(text: str) -> None:
    assert citation(text).container_title is None


def test_the_imprint_may_follow_the_extent() -> None:
    found = citation("The Mill Hands, Ada Elm, 63 pages, Progress, Moscow, 1975.")
    assert (found.publisher, found.place_of_publication, found.date_edtf) == ("Progress", "Moscow", "1975")
    assert found.page_count == 63


def test_a_mark_on_the_number_or_the_periodical_marks_no_title() -> None:
    text = "The Weaver, No. 14, 24 July 1926, 8 pages."
    block = Block(BlockKind.LINE, text, emphasis=(Span(12, 18),))
    found = read_line(block, Context()).citation
    assert found is not None
    assert (found.title, found.issue) == ("The Weaver", "14")
    text = "Ash, Rewi. “The Looms.” Past & Present, no. 1, Feb. 1952, pp. 57-70."
    block = Block(BlockKind.LINE, text, emphasis=(Span(24, 38),))
    found = read_line(block, Context()).citation
    assert found is not None
    assert (found.title, found.container_title) == ("The Looms", "Past & Present")


@pytest.mark.parametrize(
    ("text", "series", "number"),
    [
        ("Leninism, J. Stalin, Little Stalin Library, No. 2, Lawrence & Wishart, London, 1942, 48 pages.",
         "Little Stalin Library", "No. 2"),
        ("A Miner's Life, Jack Jones, Working Lives, No. 3, People's Press, Cardiff, 1979, 40 pages.",
         "Working Lives", "No. 3"),
        ("The Paris Commune, Karl Marx, Labor Classics No. 4, Weft Press, New York, 1920, 117 pages.",
         "Labor Classics", "No. 4"),
        ("Religion, V. I. Lenin, (Workers' Library, Volume 7), Progress, Moscow, 1932, 56 pages.",
         "Workers' Library", "Volume 7"),
        ("Marxism and Poetry, George Thomson, Progress, Moscow, 1945, 64 pages. Marxism Today Series, No. 6.",
         "Marxism Today Series", "No. 6"),
        ("The Decline, E. Varga, CPGB, London, 1924, 60 pages. (Communist Library, Vol. 3)",
         "Communist Library", "Vol. 3"),
        ("Fungi. Elsie M. Wakefield. Puffin, 1952, (Puffin Picture Book 94). 32 p.", "Puffin Picture Book", "94"),
        ("Butterflies. Ann Elm. Collins, 1945. First edition. The New Weaver, 1. 368pp.", "The New Weaver", "1"),
        ("Butterflies. Ann Elm. Weft Press, London, 1945 [1938]. Weft Books, PS12. 90 pp.", "Weft Books", "PS12"),
        ("Butterflies. Ann Elm. Weft Press, London, 1945. Loom Lives. 90 pp.", "Loom Lives", None),
        ("Butterflies, Ann Elm (London, Dent, 1929; Everyman’s Library, 878), 517 pages.", "Everyman’s Library", "878"),
        ("Butterflies, Ann Elm (London: Dent, 1929, Dent Modern Plays), 517 pages.", "Dent Modern Plays", None),
        ("Ash, Rewi, Looms, coll. « Loom Lives », n° 13, Dent, London, 1929, 90 pages.", "Loom Lives", "n° 13"),
        ("Looms, Ann Elm, Weft Press, London, 1965, 47 pages. (Command Papers, Cmnd. 2605)",
         "Command Papers", "Cmnd. 2605"),
        ("Looms, Ann Elm, Weft Press, London, 1965, 47 pages. Loom Novelettes, Two.", "Loom Novelettes", "Two"),
        ("Looms, Ann Elm, Chetham Society, New Series, vol. 86, Weft Press, Leeds, 1927, 90 pages.",
         "Chetham Society, New Series", "vol. 86"),
        ("Looms, Ann Elm, Our Looms, pamphlet 18, Weft Press, London, 1960, 90 pages.", "Our Looms", "pamphlet 18"),
        ("Looms. Ann Elm. London: Weft Press, c.1979. (Briefing, No. 3)", "Briefing", "No. 3"),
        ("Looms, Ann Elm, Weft Press, London, 1950 (Mill Lives), 90 pages.", "Mill Lives", None),
        ("Looms, Ann Elm, Weft Press, London, 1950, 90 pages. Series: Mill Lives, 4.", "Mill Lives", "4"),
        ("Elm, Ann, Looms, Mill Lives, 4, 2nd edn (London: Weft Press, 1950), 90 pp.", "Mill Lives", "4"),
        ("Looms, Ann Elm, Weft Press, 1950, 90 pages. In Welsh. Mill Lives, 4. 2nd edition.", "Mill Lives", "4"),
        ("Looms, Ann Elm, Mill Syllabus, No. 5, Weft Press, London, 1950, 90 pages.", "Mill Syllabus", "No. 5"),
        ("The Difficulties, Sidney Webb, London, 1896, 19 pages, Fabian Tract 69.", "Fabian Tract", "69"),
        ("Statistics, V. Ermolov, Mir, Moscow, 1980, 50 pages. Science for Everyone.", "Science for Everyone", None),
    ],
)  # fmt: skip
def test_a_series_is_told_by_its_form_its_number_or_the_list(text: str, series: str, number: str | None) -> None:
    found = citation(text)
    assert (found.series_title, found.series_number) == (series, number)
    assert found.part_number is None
    assert found.unparsed_remainder is None


@pytest.mark.parametrize("note", ["In good condition.", "Covers missing.", "Includes a map, No. 3.", "6d."])
def test_a_note_after_the_extent_is_no_series(note: str) -> None:
    found = citation(f"The Mill Hands, Ada Elm, Weft Press, Leeds, 1954, 281 pages. {note}")
    assert found.series_title is None
    assert found.notes


def test_a_library_before_its_place_is_the_publisher_where_no_other_is_named() -> None:
    found = citation("Soviet Light, Ada Elm, The Loom Library, London, 1944, 287 pages.")
    assert (found.publisher, found.series_title) == ("The Loom Library", None)


@pytest.mark.parametrize(
    ("text", "title", "volume", "issue"),
    [
        ("“The Looms”, Thomas Elm, The Anvil and Hammer, iii, 1911, 4 pages.", "The Anvil and Hammer", "iii", None),
        ("The Looms, Thomas Elm, Factory Doctor, October 1926, pp. 112-118", "Factory Doctor", None, None),
        ("Elm, T. “Looms.” Notes of the Wool Society 35 (1974): 201-210.", "Notes of the Wool Society", "35", None),
        ("The Weaver’s Lamp, No 3, 1907, 16 pages.", "The Weaver’s Lamp", None, "3"),
        ("The Weaver. v.4, n.2. July 1910. 32 p.", "The Weaver", "4", "2"),
    ],
)  # fmt: skip
def test_volume_or_pages_show_an_unlisted_periodical(
    text: str, title: str, volume: str | None, issue: str | None
) -> None:
    found = citation(text)
    assert (found.container_title, found.volume, found.issue) == (title, volume, issue)


def test_a_link_over_a_whole_issue_marks_its_periodical() -> None:
    text = "Loomland Today, No 153, 1969, 64 pages."
    block = Block(BlockKind.LINE, text, emphasis=(Span(0, text.index(", 64")),))
    found = read_line(block, Context()).citation
    assert found is not None
    assert (found.container_title, found.issue, found.date_edtf) == ("Loomland Today", "153", "1969")


@pytest.mark.parametrize(
    ("text", "host", "volume", "issue"),
    [
        ("The Weir, 2 May 1937. Rewi Ash. The Shuttle for Liberty, vol. 2, no. 5, 2 May 1938, page 3.",
         "The Shuttle for Liberty", "2", "5"),
        ("With the Weavers in Kent. Ada Elm. Broadsheet, 31, 1928, p. 6.", "Broadsheet", None, "31"),
        ("1902: The Looms of the Duma, Pravdina, No. 4", "Pravdina", None, "4"),
    ],
)  # fmt: skip
def test_numbers_that_end_the_line_are_of_the_paper_before_them(
    text: str, host: str, volume: str | None, issue: str | None
) -> None:
    found = read_line(Block(BlockKind.LINE, text, links=(Link("x.pdf", "https://a.test/x.pdf", text, 0, len(text)),)),
                      Context()).citation  # fmt: skip
    assert found is not None
    assert (found.container_title, found.volume, found.issue) == (host, volume, issue)


def test_a_page_named_once_is_one_page_of_its_host() -> None:
    assert citation("The Weir, Rewi Ash, Labour Monthly, vol. 2, no. 5, May 1938, page 3.").page_count == 1


@pytest.mark.parametrize(
    ("series", "number"),
    [
        ("Loom Library, No. 80", "No. 80"),
        ("Little Loom Book No. 1804", "No. 1804"),
        ("Popular Lectures in Weaving", None),
        ("Loom Wartime Manuals", None),
    ],
)
def test_a_series_stands_between_the_author_and_a_house(series: str, number: str | None) -> None:
    found = citation(f"How to Spin, Ada Elm, {series}, Watts, London, 1940, 206 pages.")
    assert (found.series_title, found.series_number) == (series.removesuffix(f"{number}").rstrip(" ,"), number)
    assert found.publisher == "Watts"
    assert found.other_title_information is None


@pytest.mark.parametrize(
    "text",
    [
        "Elm, Ada, ‘Comers and Goers’, in H. J. Hill and Ben Ash (eds), The Victorian Mill (London: Routledge, 1973), "
        "pp. 123-60.",
        "Elm, A. (1973) ‘Comers and Weavers’, in H. J. Hill (ed.), The Victorian Mill, London: Routledge, pp. 123-60.",
    ],
)
def test_the_editors_of_a_host_stand_before_it(text: str) -> None:
    found = citation(text)
    assert (found.container_title, found.publisher) == ("The Victorian Mill", "Routledge")
    assert "H. J. Hill" in [one.name_raw for one in found.contributors if one.role == "edt"]


@pytest.mark.parametrize(
    ("told", "note"),
    [
        ("Loom Quarterly, Vol. 3, No. 12", "Loom Quarterly, Vol. 3, No. 12"),
        ("(From Loom Quarterly, Vol. 3, No. 12, June 1954)", "(From Loom Quarterly, June 1954)"),
    ],
)
def test_volume_and_number_after_the_extent_are_those_of_a_periodical_and_of_no_series(told: str, note: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 12 pages. {told}")
    assert (citation.container_title, citation.volume, citation.issue) == ("Loom Quarterly", "3", "12")
    assert (citation.series_title, citation.notes) == (None, (note,))


@pytest.mark.parametrize("paper", ["Yorkshire Post", "The Northern Echo", "Leeds Evening Mail", "Manchester Guardian"])
@pytest.mark.parametrize("day", ["21 November 1931", "21.11.31", "21.xi.1931"])
def test_a_newspaper_of_a_town_or_county_is_the_host_on_its_day(paper: str, day: str) -> None:
    citation = read(f"Elm, Ann, ‘Lamps go out’, {paper}, {day}, p. 7")
    assert (citation.container_title, citation.date_edtf, citation.publisher) == (paper, "1931-11-21", None)


def test_the_house_of_a_newspaper_with_a_place_or_a_year_is_a_house() -> None:
    assert read("Elm, Ann, The Looms, Yorkshire Post, Leeds, 1931, 30 pages").publisher == "Yorkshire Post"


@pytest.mark.parametrize(
    ("line", "pages"),
    [
        ("Sue Elm, ‘The Fen Song’, Norfolk Past, no. 3 (Spring 1990), p. 14.", 1),
        ("‘The Meaning of Looms’. Black Loom, no. 8 (1966), page 3. Unsigned.", 1),
        ("A Talk on Looms, Sue Elm, pages 17-24. [From Speeches, Weft Press, Leeds, 1948, 486 pages.]", 8),
        (
            "Elm, S. (1978). The weavers of Fen. In P. Ash (Ed.), Lives at the Loom (pp. 110-130). Leeds: Weft Press.",
            21,
        ),
    ],
)
def test_of_a_piece_its_own_pages_count_and_not_its_hosts(line: str, pages: int) -> None:
    citation = read(line)
    assert citation.page_count == pages
    assert citation.container_title in ("Norfolk Past", "Black Loom", "Speeches", "Lives at the Loom")


def test_after_the_pages_in_a_bracket_the_hosts_place_and_house_follow() -> None:
    citation = read(
        "Elm, S. (1978). The weavers of Fen. In P. Ash (Ed.), Lives at the Loom (pp. 11-13). Leeds: Weft Press."
    )
    assert (citation.place_of_publication, citation.publisher, citation.notes) == ("Leeds", "Weft Press", ())


@pytest.mark.parametrize("kind", ["special issue of", "a double number of the"])
def test_what_a_line_is_the_special_issue_of_is_its_host(kind: str) -> None:
    found = citation(f"Women and Wool, {kind} Loom and Life, vol. 2, no. 6, May 1961, 32 pages")
    assert (found.title, found.container_title, found.volume, found.issue) == (
        "Women and Wool",
        "Loom and Life",
        "2",
        "6",
    )
    assert (found.other_title_information, found.genre) == (None, Genre.PERIODICAL_ISSUE)


def test_a_number_right_before_its_month_is_an_issues_whoever_edited_or_published_it() -> None:
    found = citation("Red Loom, double issue, nos. 3-4, Summer 1979, Red Loom Collective, Leeds, 44 pages.")
    assert (found.container_title, found.issue, found.publisher) == ("Red Loom", "3-4", "Red Loom Collective")
    assert (found.other_title_information, found.notes) == (None, ("double issue",))
    found = citation("Red Loom, No. 9, 8 March 1983, edited by Ann Elm, Leeds, 24 pages.")
    assert (found.container_title, found.issue, found.place_of_publication) == ("Red Loom", "9", "Leeds")


def test_a_number_before_house_place_and_a_year_alone_makes_no_issue_of_a_book() -> None:
    found = citation("The Mill Hands, No. 5, Weft Press, Leeds, 1976, 40 pages.")
    assert found.genre is not Genre.PERIODICAL_ISSUE


def test_a_name_with_a_number_after_that_of_the_author_is_a_periodical() -> None:
    text = "Rents Then and Now, Ann Elm, Gordon Tenant, no. 14, November 1973, pages 6-8"
    found = read_line(linked(text, "Rents Then and Now"), Context()).citation
    assert found is not None
    assert (found.container_title, found.issue, names(found)) == ("Gordon Tenant", "14", ["Ann Elm"])
