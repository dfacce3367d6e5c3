"""What a slip of the hand leaves out or puts in twice is read as if it had been typed right."""

import pytest

from shelflist.models.citation import Citation, Role
from shelflist.models.page import Block
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, names, read


def core(citation: Citation) -> tuple[str | None, list[str], str | None, str | None]:
    return citation.title, named(citation), citation.publisher, citation.place_of_publication


@pytest.mark.parametrize(
    "line",
    [
        "The Weavers’ Strike, Frank Ash Lawrence and Wishart, London, 1954, 24 pages.",
        "The Weavers’ Strike Frank Ash, Lawrence and Wishart, London, 1954, 24 pages.",
        "The Weavers’ Strike, Frank Ash, Lawrence and Wishart London, 1954, 24 pages.",
        "The Weavers’ Strike, Frank Ash,, Lawrence and Wishart,. London, 1954, 24 pages.",
    ],
)
def test_a_comma_may_be_missing_or_doubled(line: str) -> None:
    assert core(read(line)) == ("The Weavers’ Strike", ["Frank Ash"], "Lawrence and Wishart", "London")


@pytest.mark.parametrize(
    ("named_so", "house"),
    [
        ("Frank Ash", "FLP"),
        ("Frank Ash", "Progress"),
        ("Frank Ash", "Gorse Vale Press"),
        ("Frank Ash and Sue Elm", "Weavers’ Research Department"),
        ("edited by Frank Ash", "Victor Gollancz"),
        ("with a foreword by Frank Ash", "Leeds Weavers’ Union"),
    ],
)
def test_names_end_before_a_house_that_the_place_follows(named_so: str, house: str) -> None:
    citation = read(f"The Looms of Fen, {named_so} {house}, London, 1954, 24 pages.")
    assert (citation.publisher, named(citation)[0]) == (house, "Frank Ash")


@pytest.mark.parametrize("name", ["Frank Thomas Evans", "Frank Elm Evans", "J. Ramsay Evans"])
def test_a_house_may_be_the_surname(name: str) -> None:
    assert named(read(f"The Looms of Fen, {name}, 1954, 24 pages.")) == [name]


@pytest.mark.parametrize(
    "phrase", ["a study of work in the mills", "being letters to the press, 1890-1930", "tales told in Leeds"]
)
def test_an_author_ends_the_phrase_before_a_house(phrase: str) -> None:
    citation = read(f"The Looms of Fen, {phrase} Frank Ash, drawings by Sue Elm, Weft Press, London, 1954, 24 pages.")
    assert (citation.other_title_information, named(citation)) == (phrase, ["Frank Ash", "Sue Elm"])


@pytest.mark.parametrize(
    "phrase",
    ["letters of a weaver Frank Ash", "the trial of Frank Ash", "remembering Frank Ash", "looms and Frank Ash"],
)
def test_a_name_that_words_lead_on_to_stays_in_the_phrase(phrase: str) -> None:
    citation = read(f"The Looms of Fen, {phrase}, Weft Press, London, 1954, 24 pages.")
    assert (citation.other_title_information, named(citation)) == (phrase, [])


@pytest.mark.parametrize(
    ("house", "place"),
    [
        ("Gorse", "Leeds"),
        ("Gorse Vale", "New York"),
        ("TGF", "Leeds"),
        ("Weft Press", "Fenny Edge"),
        ("Weavers’ Guild", "Todmorden"),
    ],
)
def test_a_house_ends_before_its_place_and_the_date(house: str, place: str) -> None:
    citation = read(f"The Looms of Fen, Frank Ash, {house} {place}, 1954, 24 pages.")
    assert (citation.publisher, citation.place_of_publication) == (house, place)


@pytest.mark.parametrize("house", ["Gollancz", "PUF", "Lawrence and Wishart"])
def test_a_listed_house_begins_after_its_place(house: str) -> None:
    citation = read(f"The Looms of Fen, Frank Ash, London {house}, 1954, 24 pages.")
    assert (citation.publisher, citation.place_of_publication) == (house, "London")


@pytest.mark.parametrize("house", ["Penguin India", "University Leeds", "Leeds Women’s Guild"])
def test_a_place_in_a_houses_name_is_none(house: str) -> None:
    citation = read(f"The Looms of Fen, Frank Ash, {house}, 1954, 24 pages.")
    assert (citation.publisher, citation.place_of_publication) in ((house, None), (None, None))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The Looms of Fen a study of mill work", ("The Looms of Fen", "a study of mill work")),
        ("The Looms of Fen their rise and fall", ("The Looms of Fen", None)),
        ("Whose Are the Looms? questions for weavers", ("Whose Are the Looms?", "questions for weavers")),
        ("Why Fen Needs a weavers’ union", ("Why Fen Needs a weavers’ union", None)),
        ("Looms in Fen: Building a union", ("Looms in Fen: Building a union", None)),
    ],
)
def test_small_letters_after_an_article_end_a_title_in_capitals(words: str, told: tuple[str, str | None]) -> None:
    citation = read(f"{words}, Frank Ash, Weft Press, London, 1954, 24 pages.")
    assert (citation.title, citation.other_title_information) == told


@pytest.mark.parametrize(
    ("words", "house"),
    [("The Looms of Fen", "Pluto Press"), ("The Looms of Fen, letters from a mill", "Thames Publications")],
)
def test_a_house_ends_a_title_or_phrase_before_its_place(words: str, house: str) -> None:
    assert read(f"{words} {house}, London, 1954, 24 pages.").publisher == house


@pytest.mark.parametrize("words", ["The Story of Pluto Press", "The Looms of Fen, a tale of the early Weavers’ Union"])
def test_a_house_that_words_lead_on_to_is_told_of(words: str) -> None:
    assert read(f"{words}, London, 1954, 24 pages.").publisher is None


def test_the_longest_place_is_cut_from_the_house_before_it() -> None:
    citation = read("The Weavers of Fen, Frank Ash, Fen Publishers New York, 1954, 24 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Fen Publishers", "New York")


def test_the_country_in_a_bodys_name_is_no_place() -> None:
    citation = read("The Weavers of Fen, Frank Ash, Communist Party of Great Britain, 1954, 24 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Communist Party of Great Britain", None)


@pytest.mark.parametrize(
    "title",
    ["In Memory of Frank Ash", "Ten Days with Frank Ash", "The Trial of Comrade Frank Ash", "The Essential Frank Ash"],
)
def test_a_name_that_words_lead_on_to_stays_in_the_title(title: str) -> None:
    assert read(f"{title}, Weft Press, London, 1954, 24 pages.").title == title


@pytest.mark.parametrize("sign", [", ", ",, ", ". ", "; "])
def test_whatever_parts_the_number_of_a_series_from_its_name(sign: str) -> None:
    citation = read(f"The Weavers of Fen, Frank Ash, Weft Press, Leeds, 1954, 24 pages. Fen Pamphlets{sign}No. 3.")
    assert (citation.series_title, citation.series_number) == ("Fen Pamphlets", "No. 3")


@pytest.mark.parametrize("told", ["Trans. Ann Hill", "trans. Ann Hill", "Index. Trans. Ann Hill"])
def test_a_shortened_role_after_the_extent_is_no_series(told: str) -> None:
    citation = read(f"The Weavers of Fen, Frank Ash, Weft Press, Leeds, 1954, 24 pages. {told}.")
    assert (names(citation, Role.TRL), citation.series_title) == (["Ann Hill"], None)


@pytest.mark.parametrize("edition", ["2nd edition", "second edition, revised and enlarged", "new ed."])
def test_an_edition_may_stand_in_a_bracket_after_the_extent(edition: str) -> None:
    citation = read(f"The Weavers of Fen, Frank Ash, Weft Press, Leeds, 1954, 24 pages ({edition}).")
    assert (citation.edition_statement, citation.notes) == (edition, ())


@pytest.mark.parametrize(
    "line",
    [
        "Frank Ash: The Weavers of Fen. Translated from the Russian by Ann Hill. Weft Press, Leeds, 1954.",
        "Frank Ash: The Weavers of Fen. Ed. by Ann Hill. Weft Press, Leeds, 1954. 24 pp.",
        "Frank Ash, The Weavers of Fen, ed. by Ann Hill (Leeds: Weft Press, 1954).",
        "The Weavers of Fen (introduction by Ann Hill), Frank Ash, Weft Press, Leeds, 1954, 24 pages.",
    ],
)
def test_another_role_than_the_authors_leaves_title_and_author_as_they_are(line: str) -> None:
    citation = read(line)
    assert (citation.title, names(citation)) == ("The Weavers of Fen", ["Frank Ash"])
    assert sorted(named(citation)) == ["Ann Hill", "Frank Ash"]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("A Century of Co-operation", "1944"),
        ("The Rise of Consumer Society in Britain 1880-1980", "1994"),
        ("Peace and the Soviet Union", "1942"),
        ("A History of the Weavers’ Union", "1950"),
    ],
)
def test_an_author_a_title_and_a_year_are_these_whatever_body_the_title_names(title: str, year: str) -> None:
    citation = read(f"Frank Ash, {title} ({year})")
    assert (citation.title, named(citation), citation.date_edtf, citation.publisher) == (
        title,
        ["Frank Ash"],
        year,
        None,
    )


def test_a_persons_name_beside_the_year_in_a_bracket_is_the_house_after_an_author() -> None:
    citation = read("Frank Ash, The Weavers of Fen (George Bell, 1950)")
    assert (named(citation), citation.publisher) == (["Frank Ash"], "George Bell")


@pytest.mark.parametrize("line", ["{}, Weft Press, Leeds, 1954", "{} (Weavers’ Union of Fen, n.p., 1954)."])
def test_a_body_in_a_bracket_wrote_what_stands_before_it(line: str) -> None:
    of_title = "The Weavers of Fen" if "n.p." in line else "The Weavers of Fen (Weavers’ Union of Fen)"
    assert named(read(line.format(of_title))) == ["Weavers’ Union of Fen"]


@pytest.mark.parametrize("host", ["Loom & Shuttle", "Fen Quarterly"])
def test_a_periodical_of_any_name_stands_before_its_number_and_month(host: str) -> None:
    citation = read(f"The Weavers of Fen, Frank Ash, {host}, No. 12, March 1951")
    assert (citation.container_title, citation.issue) == (host, "12")


def test_a_number_alone_may_stand_before_the_year_in_its_bracket() -> None:
    citation = read("Frank Ash, ‘Looms of Fen’, Loom Review, no. 3 (1977), pp. 6-72")
    assert (citation.container_title, citation.issue, citation.volume) == ("Loom Review", "3", None)


@pytest.mark.parametrize("who", ["Frank Ash", "Frank Ash, translated by Ann Hill"])
def test_a_series_in_a_bracket_is_no_part_of_the_name_before_it(who: str) -> None:
    citation = read(f"The Weavers of Fen, {who} (The Weavers’ Library, IV), Weft Press, Leeds, 1954, 24 pages.")
    assert (citation.series_title, citation.series_number) == ("The Weavers’ Library", "IV")
    assert named(citation)[-1] in ("Frank Ash", "Ann Hill")


def test_the_pages_of_a_chapter_stand_before_the_imprint_of_its_book() -> None:
    citation = read("Ash, Frank. “Looms.” In Wool and Water, edited by Ann Hill, 4-9. Leeds: Weft Press, 1954.")
    assert (citation.page_count, citation.container_title, citation.publisher) == (6, "Wool and Water", "Weft Press")


LINE = "The Weavers of Fen, Frank Ash, Weft Press, Leeds, 1954, 24 pages."


@pytest.mark.parametrize(
    "block",
    [
        linked(LINE, "The Weavers of Fen, Frank Ash, Weft Press"),
        linked(LINE, "The Weavers of Fen, Frank Ash, Weft Press, Leeds"),
        linked(LINE, "The Weavers"),
        linked(LINE.replace(",", "."), "The Weavers"),
    ],
)
def test_a_link_may_reach_too_far_or_not_far_enough(block: Block) -> None:
    citation = read_line(block, Context()).citation
    assert citation is not None
    assert core(citation) == ("The Weavers of Fen", ["Frank Ash"], "Weft Press", "Leeds")
