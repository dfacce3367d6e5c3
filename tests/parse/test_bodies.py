"""Bodies that wrote or printed: with a word that says so, and where people, a cause or the line's order show it."""

import pytest

from shelflist.models.citation import Citation, NameType
from shelflist.parse.vocabulary.body_words import is_body
from tests.parse.lines import named, read


def bodies(citation: Citation) -> list[str]:
    return [one.name_raw for one in citation.contributors if one.name_type is NameType.CORPORATE]


@pytest.mark.parametrize(
    "body",
    ["Loomford Works Komsomol", "Loomside Trades Council", "Weavers of Loomford", "Union des Femmes Françaises",
     "Workers Party of Loomland (Reborn)", "National Assembly of Women", "Frente Obrero de Loomía",
     "Lega dei Tessitori",
     "Centre 58", "Loomworkers Federation, District 4", "Loomside Strike Committee, Fen Branch", "Norsk Veverbund"],
)  # fmt: skip
def test_who_stands_before_no_publisher_wrote_it(body: str) -> None:
    citation = read(f"Hands off the Mill, {body}, n.p., Leeds, 1936, 12 pages.")
    assert bodies(citation) == [body]
    assert (citation.publisher, citation.other_title_information) == (None, None)


def test_a_firm_before_no_place_is_the_publisher() -> None:
    citation = read("Hands off the Mill, Memories of a Strike, Weft Press, n.p., 1954, 12 pages.")
    assert (citation.publisher, bodies(citation)) == ("Weft Press", [])


@pytest.mark.parametrize(
    ("body", "house"),
    [
        ("Loom Life", "Loom Life Books"),
        ("Teachers for Peace", "Teachers for Peace"),
        ("Miners’ Voice", "Voice Newspapers"),
        ("Spinners against Dust", "Bobbin"),
        ("Ancient Weavers", "Bobbin"),
        ("Loomford Mill Solidarity", "Weft Press"),
        ("Academy of Sciences", "Loomova Dumka"),
        ("Unofficial Reform Committee", "Robert Elm"),
    ],
)
def test_a_body_beside_the_house_that_prints_for_it_is_the_author(body: str, house: str) -> None:
    citation = read(f"Dust and You, {body}, {house}, Leeds, 1977, 28 pages.")
    assert (bodies(citation), citation.publisher) == ([body], house)


@pytest.mark.parametrize(
    "line",
    [
        "Dust and You, {}, translated from the Norse by Sue Elm, Bobbin, Leeds, 1977, 28 pages.",
        "1977. Dust and You. {}. Leeds: Loomside Union Record. 28 pages.",
    ],
)
def test_no_house_stands_before_a_helper_or_before_the_place_and_colon_of_another(line: str) -> None:
    body = "Research Group of the Weavers’ Union"
    assert bodies(read(line.format(body))) == [body]


@pytest.mark.parametrize(
    "body", ["Science for Peace", "Loomford Organic Growers", "Weavers of Loomford", "Casa de Telares"]
)
def test_a_body_alone_before_the_place_is_the_publisher(body: str) -> None:
    citation = read(f"Dust and You, {body}, Leeds, 1977, 28 pages.")
    assert (citation.publisher, citation.contributors) == (body, ())


def test_a_place_that_is_also_a_houses_name_is_the_place_after_a_body() -> None:
    citation = read("Dust and You, Ada Elm, Western Federation, Blackwood, 1977, 28 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Western Federation", "Blackwood")
    assert bodies(citation) == []


@pytest.mark.parametrize("phrase", ["A Guide for Weavers", "Memories of the Mill"])
def test_a_phrase_in_capitals_before_the_author_is_no_body(phrase: str) -> None:
    citation = read(f"Dust and You, {phrase}, Ada Elm, Weft Press, Leeds, 1977, 28 pages.")
    assert citation.other_title_information == phrase
    assert [one.name_raw for one in citation.contributors] == ["Ada Elm"]


@pytest.mark.parametrize("body", ["Loomford Cinderella Club", "Shuttle Museum", "Arbejdernes Oplysningsforbund"])
def test_a_word_for_a_body_outweighs_the_form_of_a_name(body: str) -> None:
    assert bodies(read(f"Dust and You, by {body}, Weft Press, Leeds, 1977, 28 pages.")) == [body]


@pytest.mark.parametrize("body", ["Hackney Weavers’ Workshop", "South Wales NUM", "Leeds Weavers’ Forum"])
def test_a_body_alone_before_the_date_is_the_publisher(body: str) -> None:
    citation = read(f"A Weaver’s Place, {body}, 1971, 12pp")
    assert (citation.publisher, citation.contributors) == (body, ())


@pytest.mark.parametrize("house", ["CIS", "C.I.S."])
def test_words_that_the_houses_letters_spell_are_the_body_that_wrote(house: str) -> None:
    citation = read(f"Women under Attack, Counter Information Services, {house}, London, 1976, 36 pages.")
    assert [person.name_raw for person in citation.contributors] == ["Counter Information Services"]
    assert citation.publisher == house


def test_a_body_by_its_letters_may_have_its_country() -> None:
    (author,) = read("“On the Split”, by the RCP, USA, (Chicago: Weft Press, 1978), 60 pages.").contributors
    assert author.name_type is NameType.CORPORATE


@pytest.mark.parametrize(
    "helper", ["arranged by Sue Elm", "music taken down by Sue Elm", "drawings by Sue Elm, preface by Tom Hill"]
)
def test_who_helped_did_not_write_what_a_body_issued_with_no_publisher(helper: str) -> None:
    for line in (
        f"Loom Songs, {helper}, Loomova Youth League, n.p., Leeds, 1948, 24 pages.",
        f"Loom Songs, Loomova Youth League, {helper}, n.p., Leeds, 1948, 24 pages.",
    ):
        citation = read(line)
        assert (bodies(citation), citation.publisher) == (["Loomova Youth League"], None)


@pytest.mark.parametrize(
    ("names", "body"),
    [("by the Red Shuttles", "Red Shuttles"), ("by the Official LRA", "Official LRA"),
     ("recipes collected by the Weavers Weekly", "Weavers Weekly"), ("by the Earl of Loomford", None),
     ("by the Bishop of Leeds", None), ("by the Very Rev. Hugh Elm", None), ("by the Reverend Tom Elm", None),
     ("by the Archbishop of Leeds", None), ("by the Countess of Loomford", None),
     ("by the County Carters", "County Carters")],
)  # fmt: skip
def test_the_article_shows_a_body_where_no_rank_or_office_follows(names: str, body: str | None) -> None:
    assert bodies(read(f"Our Struggle, {names}, Weft Press, Leeds, 1973, 101 pages.")) == ([body] if body else [])


@pytest.mark.parametrize("friends", ["Gulf Committee", "Loomland Solidarity Group"])
def test_who_stands_by_a_movement_is_no_part_of_it(friends: str) -> None:
    front = "Popular Front for the Liberation of Loomland"
    citation = read(f"Documents of the Looms, {front}, {friends}, London, 1973, 90 pages.")
    assert (bodies(citation), citation.publisher) == ([front], friends)


def test_a_committee_of_its_own_is_a_part_of_a_movement() -> None:
    house = "Loomland Liberation Front, Central Committee"
    assert read(f"Programme of Looms, {house}, Leeds, 1965, 40 pages.").publisher == house


def test_two_words_after_by_are_a_body_where_the_first_is_no_name() -> None:
    assert bodies(read("Looms of Today, by Red Shuttle, Weft Press, Leeds, 1977, 40 pages.")) == ["Red Shuttle"]


@pytest.mark.parametrize("body", ["Loomby Women’s Section", "Dyers of Leeds", "Left Opposition in Leeds", "Mill Wives"])
def test_people_after_by_and_an_article_are_a_body_and_the_article_is_none_of_its_name(body: str) -> None:
    assert bodies(read(f"Hands off the Mill, by the {body}, 1936, 12 pages.")) == [body]


@pytest.mark.parametrize("person", ["the Rev. John Elm", "the Countess of Loomby"])
def test_a_person_of_rank_after_an_article_is_no_body(person: str) -> None:
    assert bodies(read(f"Hands off the Mill, by {person}, Leeds, 1836, 12 pages.")) == []


@pytest.mark.parametrize("people", ["shop stewards of Loomford Works", "drivers of Weft Depot"])
def test_people_in_small_letters_are_a_body_where_by_and_the_article_lead_to_them(people: str) -> None:
    assert bodies(read(f"No Closures, by the {people}, Derby, 1971, 4 pages.")) == [people]


def test_a_body_before_a_quoted_piece_and_its_host_wrote_it() -> None:
    citation = read("Black Dyers’ Caucus, “Statement”, in Proceedings of the Ninth Convention (Leeds, 1949), pp. 2-4.")
    assert (citation.title, bodies(citation)) == ("Statement", ["Black Dyers’ Caucus"])
    assert citation.container_title == "Proceedings of the Ninth Convention"


def test_a_body_before_a_place_with_its_own_house_wrote() -> None:
    citation = read("Report on Servants. Loomland Women’s Labour Council. Leeds, 1951 (Weft Press). 19pp")
    assert (named(citation), citation.publisher) == (["Loomland Women’s Labour Council"], "Weft Press")


def test_a_body_in_an_area_of_its_own_before_a_phrase_wrote() -> None:
    citation = read("Who Were the Five? - Loom Defense Committee - a chronology - Row House Press - Leeds 1988 - 20pp")
    assert (named(citation), citation.publisher) == (["Loom Defense Committee"], "Row House Press")


@pytest.mark.parametrize(
    "told",
    [
        "The evidence of the weavers before the Commission",
        "A memorandum to the Elm Commission",
        "Addressed to the Guild",
    ],
)
def test_what_is_said_of_a_work_is_neither_a_body_that_wrote_nor_a_house(told: str) -> None:
    citation = read(f"Elm, Ezekiel. The Loom Shootings. {told}. Leeds: Weft Press, 1950. 26 p.")
    assert (len(named(citation)), citation.publisher) == (1, "Weft Press")


@pytest.mark.parametrize(
    "between", ["fifth edition, Tkalcovská Beseda", "a chronology, Attic Rebels", "questions and answers, Loom Rebels"]
)
def test_an_edition_or_a_phrase_may_part_the_body_that_wrote_from_its_house(between: str) -> None:
    citation = read(
        f"To Be a Weaver, Educational Department of the Weavers’ Council, {between}, Leeds, 1928, 32 pages."
    )
    assert bodies(citation) == ["Educational Department of the Weavers’ Council"]
    assert citation.publisher == between.rpartition(", ")[2]


@pytest.mark.parametrize("body", ["Riverside Community Project", "Loom Village Organisation"])
def test_any_body_before_the_bracket_of_its_year_is_who_wrote(body: str) -> None:
    citation = read(f"{body} (1978) The Making of a Mill Town. Leeds: Weft Press, 130 pp.")
    assert (bodies(citation), citation.title) == ([body], "The Making of a Mill Town")


def test_a_body_and_a_comma_may_stand_before_the_title_in_marks() -> None:
    citation = read(
        "Mill County Freedom Organization, “What Is a Loom For?,” a primer (Leeds: n.p., October 1966), 12 pp."
    )
    assert (bodies(citation), citation.title) == (["Mill County Freedom Organization"], "What Is a Loom For?")
    of_one_name = read("Loom Men, ‘Cato’, Weft Press, Leeds, July 1940, 125 pages.")
    assert (bodies(of_one_name), of_one_name.title) == ([], "Loom Men")


@pytest.mark.parametrize("office", ["Loomby Herald Office", "Reporter Office", "Batley News Offices"])
def test_the_office_of_a_newspaper_printed_what_a_body_wrote(office: str) -> None:
    citation = read(f"The Long Lockout, Executive of the Batley Lodge, {office}, Leeds, 1914, 52 pages.")
    assert (citation.publisher, named(citation)) == (office, ["Executive of the Batley Lodge"])


def test_the_office_of_the_state_is_a_body_still() -> None:
    assert is_body("Home Office") and not is_body("Loomby Herald Office")
