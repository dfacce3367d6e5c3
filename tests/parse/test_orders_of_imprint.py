"""Imprints in orders that few hands type: the year between place and house, or after the extent."""

import pytest

from shelflist.models.citation import Status
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    "imprint",
    [
        ". Leeds 1954: Weft Press",
        ". Loomby 1954: Weft Press",
        ". Leeds 1954: Griffin Bohn",
        ", Leeds, 1954: Weft Press",
    ],
)
def test_the_year_may_stand_between_the_place_and_its_colon(imprint: str) -> None:
    citation = read(f"The Mill Hands, by Rewi Ash{imprint}. 63 pages.")
    assert imprint.endswith(f": {citation.publisher}")
    assert (citation.date_edtf, citation.place_of_publication) == ("1954", imprint[2:8].strip(" ,1"))


def test_a_title_of_place_and_year_is_kept_whole_at_its_colon() -> None:
    citation = read("Leeds 1954: The Mill Hands, Rewi Ash, Weft Press, Leeds, 1956, 63 pages.")
    assert (citation.title, citation.date_edtf) == ("Leeds 1954: The Mill Hands", "1956")


@pytest.mark.parametrize(
    ("extent", "date", "notes"),
    [
        ("63 pages – 1954", "1954", ()),
        ("63 pages – 1954. Cover torn.", "1954", ("Cover torn.",)),
        ("63 pages – about 1954", "1954~", ()),
        ("63 pages – June 1954", "1954-06", ()),
        ("63 pages – 1950s (ex-library)", "195X", ("(ex-library)",)),
    ],
)
def test_the_date_may_follow_the_extent_and_what_is_then_said_is_a_note(
    extent: str, date: str, notes: tuple[str, ...]
) -> None:
    citation = read(f"“The Mill Hands” – Rewi Ash – Weft Press, Leeds – {extent}")
    assert (citation.date_edtf, citation.notes, citation.page_count) == (date, notes, 63)


def test_the_first_date_may_follow_the_date_after_the_extent() -> None:
    citation = read("“The Mill Hands” – Rewi Ash – Weft Press, Leeds – 63 pages – 1954, first published 1938")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1954", "1938")


@pytest.mark.parametrize("house", ["Weft Press", "n.p."])
def test_an_imprint_after_the_extent_is_read_though_the_phrase_tells_of_a_year(house: str) -> None:
    citation = read(f"The Mill Hands, the lockout of May 1926, Rewi Ash, 63 pages, {house}, Leeds, 1954, 10p.")
    assert (citation.place_of_publication, citation.date_edtf) == ("Leeds", "1954")
    assert citation.publisher == (None if house == "n.p." else house)


def test_a_year_after_the_extent_is_no_second_date_of_the_book() -> None:
    citation = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 63 pages. 1956 printing of the Leeds Weavers.")
    assert (citation.date_edtf, named(citation)) == ("1954", ["Rewi Ash"])


@pytest.mark.parametrize(
    "start", [". Rewi Ash. Leeds, 1954", ", by Rewi Ash, Loomby 1954", ". Rewi Ash. Leeds, [1954]"]
)
@pytest.mark.parametrize("house", ["Griffin Bohn", "Weft Press", "Seamen’s Library"])
def test_a_bracket_after_place_and_date_holds_the_house(start: str, house: str) -> None:
    citation = read(f"The Mill Hands of the North{start} ({house}). 63 pages.")
    assert (citation.publisher, citation.page_count) == (house, 63)
    assert citation.place_of_publication == ("Loomby" if "Loomby" in start else "Leeds")


def test_a_bracket_after_house_place_and_date_holds_no_other_house() -> None:
    citation = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954 (Working Lives). 63 pages.")
    assert (citation.publisher, citation.date_edtf) == ("Weft Press", "1954")


@pytest.mark.parametrize(
    "held",
    ["Leeds, Weft Press", "Loomby, Weft Press", "Leeds, Griffin Reprints", "Leeds, Griffin Bohn", "Leeds, Weft Press,"],
)
def test_a_bracket_after_the_author_may_hold_the_place_before_the_house(held: str) -> None:
    citation = read(f"1954: The Mill Hands, Rewi Ash ({held}), 63 pages")
    assert (citation.place_of_publication, citation.publisher) == tuple(held.rstrip(",").split(", "))
    assert (named(citation), citation.date_edtf) == (["Rewi Ash"], "1954")


@pytest.mark.parametrize("edition", ["3rd ed.", "2nd edition", "4th printing"])
def test_the_edition_may_stand_between_place_and_date(edition: str) -> None:
    citation = read(f"Rewi Ash: The Mill Hands of the North. Griffin Bohn, Leeds {edition} 1954. 63 pages.")
    assert (citation.edition_statement, citation.place_of_publication) == (edition, "Leeds")
    assert (citation.publisher, citation.date_edtf) == ("Griffin Bohn", "1954")


@pytest.mark.parametrize("phrase", ["", ", letters of a weaver", ", a study of the strike of 1931"])
def test_the_year_may_stand_between_stops_before_the_house(phrase: str) -> None:
    citation = read(f"The Mill Hands, by Rewi Ash{phrase}. 1954. Griffin Bohn, Leeds. 63 pages.")
    assert (citation.date_edtf, citation.publisher) == ("1954", "Griffin Bohn")
    assert (citation.other_title_information or "") == phrase.removeprefix(", ")


@pytest.mark.parametrize("author", ["Eseta Mataia", "Rewi Ash and Sue Elm", "Loom Growers’ Association"])
def test_who_wrote_may_follow_the_year_in_its_bracket(author: str) -> None:
    citation = read(f"The Mill Hands of the North (1954). {author}. Leeds: Weft Press. 63 pages.")
    assert (" and ".join(named(citation)), citation.date_edtf) == (author, "1954")


@pytest.mark.parametrize("more", ["first issued 1936", "the strikes of 1919-1921"])
def test_the_year_before_the_title_is_the_books_though_another_is_told(more: str) -> None:
    citation = read(f"1954: The Mill Hands of the North, Rewi Ash, {more}, Weft Press, Leeds; 63 pages.")
    assert (citation.date_edtf, citation.title) == ("1954", "The Mill Hands of the North")


def test_the_word_of_a_role_before_a_colon_is_no_place() -> None:
    citation = read("The Mill Hands (1954). Rewi Ash. Foreword: Eliud Karua. Nairobi: Weft Press. 63 pages.")
    assert citation.place_of_publication == "Nairobi"


@pytest.mark.parametrize("house", ["Bend River History", "Shoreline Archives"])
@pytest.mark.parametrize("place", ["Leeds", "Astoria"])
def test_capitals_right_before_a_bracket_of_place_and_date_are_the_house(house: str, place: str) -> None:
    citation = read(f"The Mill Hands, by Rewi Ash, 5th printing, {house} ({place}, 1954), 63 pages.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (house, place, "1954")


@pytest.mark.parametrize("imprint", [". Loomby, May 1949", " (Loomby, May 1949)", " (Gorse Vale, May 1949)"])
def test_one_town_after_the_number_of_an_issue_is_its_place(imprint: str) -> None:
    citation = read(f"The Weaver’s Horn, Vol. 3, No. 2{imprint}, 8 pages.")
    assert (citation.publisher, citation.date_edtf) == (None, "1949-05")
    assert (citation.place_of_publication or "nowhere") in imprint


def test_a_place_and_its_house_in_a_bracket_follow_the_date_of_an_issue() -> None:
    citation = read("The Weaver’s Horn, No. 14, March 1948. Leeds (Loom Workers Press). 16pp")
    assert (citation.place_of_publication, citation.publisher) == ("Leeds", "Loom Workers Press")


@pytest.mark.parametrize("house", ["Weft Press", "Plain Reading Room", "Old Mill Lane Tea Room"])
@pytest.mark.parametrize("date", ["1954", "ca. 1954"])
def test_between_a_listed_place_and_the_date_a_bracket_holds_the_house(house: str, date: str) -> None:
    citation = read(f"Ash, Rewi: The Mill Hands, six talks on wool. Leeds ({house}) {date}, 63 p.")
    assert (citation.publisher, citation.place_of_publication, citation.page_count) == (house, "Leeds", 63)
    assert citation.other_title_information == "six talks on wool"


@pytest.mark.parametrize("house", ["Griffin Bohn", "Briggate Suffrage Shop", "Old Mill Lane Tea Room"])
@pytest.mark.parametrize("start", ["The Mill Hands. By Rewi Ash", "“The Mill Hands”, by Rewi Ash", "“The Mill Hands”"])
def test_after_a_stop_and_a_listed_place_capitals_before_the_date_are_the_house(house: str, start: str) -> None:
    citation = read(f"{start}. Leeds, {house}, 1911. 8 pp.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (house, "Leeds", "1911")


@pytest.mark.parametrize("house", ["Duke of York Street Shop", "Griffin Bohn", "Plain Song Room"])
def test_after_a_stop_capitals_before_the_place_that_ends_the_line_are_the_house(house: str) -> None:
    citation = read(f"“The Mill Hands” (1911), by Rewi Ash. {house}, Leeds. 8 pp.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (house, "Leeds", "1911")


@pytest.mark.parametrize("phrase", ["a play in one act", "a pageant of the mills, with songs", "for mixed voices"])
@pytest.mark.parametrize("date", ["(1933)", "(c. 1933)", "(March 1933)"])
@pytest.mark.parametrize(
    "after", [", by Rewi Ash. Red Stage, Leeds", ". Red Stage, Leeds", ", by Rewi Ash. n.p., Leeds"]
)
def test_a_date_in_a_bracket_after_a_marked_title_is_the_works_before_a_phrase_too(
    phrase: str, date: str, after: str
) -> None:
    citation = read(f"“The Mill Hands” {date}, {phrase}{after}. 9 pages.")
    assert (citation.title, citation.other_title_information) == ("The Mill Hands", phrase)
    assert (citation.date_raw, citation.place_of_publication) == (date, "Leeds")
    assert citation.publisher == ("Red Stage" if "Red" in after else None)


def test_a_year_after_the_title_that_another_follows_is_not_taken_for_the_works() -> None:
    citation = read("“The Great Strike” (1926), a pageant in ten scenes, by Rewi Ash. Red Stage, Leeds, 1936. 9 pages.")
    assert citation.date_edtf == "1936"


def test_the_house_may_follow_a_bracket_with_the_year_after_who_wrote() -> None:
    citation = read("“The Mill Hands”, a play in one act, by Rewi Ash (1936). Red Stage, Leeds. 9 pages.")
    assert (citation.publisher, citation.date_edtf, citation.notes) == ("Red Stage", "1936", ())


@pytest.mark.parametrize("house", ["Weavers’ Agitation Bureau", "Weft Press", "Loom Theatre"])
def test_after_the_bracket_that_dates_an_issue_comes_the_house(house: str) -> None:
    citation = read(f"“Red Weaver”, no. 5 (June 1932). {house}, London. 10 pages.")
    assert (citation.publisher, citation.issue, named(citation)) == (house, "5", [])


def test_a_house_of_two_words_with_an_and_does_not_end_in_a_place() -> None:
    citation = read("The Mill Hands, Rewi Ash, School and Concord, Carlisle, 1937, 126 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("School and Concord", "Carlisle")


@pytest.mark.parametrize(
    "imprint",
    ["Carding, Gorsley, Leeds, 1937", "Leeds: Carding, Gorsley, 1937"],
)
def test_two_single_words_between_author_place_and_date_are_one_firm(imprint: str) -> None:
    citation = read(f"The Mill Hands, by Ann Elm, {imprint}, 28 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Carding, Gorsley", "Leeds")


def test_after_a_sentence_and_a_known_place_two_single_words_are_one_firm() -> None:
    citation = read("Elm, Ann. The Mill Hands. Third printing. Leeds, Carding, Gorsley, 1911. 17 pp.")
    assert (citation.publisher, citation.place_of_publication) == ("Carding, Gorsley", "Leeds")


def test_a_house_in_brackets_of_its_own_is_supplied() -> None:
    citation = read("Songs of the Loom, by Ann Elm. Leeds: [Weft Press], 1842. 32 pp.")
    assert (citation.publisher, citation.publisher_status) == ("Weft Press", Status.SUPPLIED)


@pytest.mark.parametrize("decade", ["early 1950s", "late 1950’s", "195-"])
def test_a_decade_is_parted_from_its_place_as_a_year_is(decade: str) -> None:
    citation = read(f"The Mill Hands, Ann Elm, n.p., Bolsover’s Cross {decade}, 28 pages.")
    assert (citation.place_of_publication, citation.date_edtf) == ("Bolsover’s Cross", "195X")


def test_after_an_edition_and_its_year_house_and_place_follow_a_stop() -> None:
    citation = read("The Mill Hands. Ann Elm. 2nd edition, 1948. Friends of the Loom, Leeds. 28 pp.")
    assert (citation.publisher, citation.place_of_publication) == ("Friends of the Loom", "Leeds")


@pytest.mark.parametrize(
    "told", ["Originally published as Tkadlec, a tale, Brno, 1947.", "First published by Griffin, Hull, 1947."]
)
def test_of_two_imprints_the_later_is_the_books(told: str) -> None:
    citation = read(f"A Weaver’s Life. Ann Elm. {told} Leeds: Weft Press, 1952. 79 p.")
    assert (citation.place_of_publication, citation.date_edtf, citation.original_date_edtf) == ("Leeds", "1952", "1947")
    assert citation.notes == (told.rstrip("."),)


def test_of_two_places_that_a_date_parts_the_later_is_the_books() -> None:
    citation = read("Mill Hands, resolutions of the meetings, Hull, 1938, Weft Press, Leeds, 1941, 83 pages.")
    assert citation.place_of_publication != "Hull"


@pytest.mark.parametrize("house", ["Weft Press", "Canal Society"])
def test_after_house_place_and_date_comes_only_who_printed_it(house: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, {house}, Leeds, 1954, printed by Griffin and Co, 66 pages.")
    assert (citation.publisher, citation.notes) == (house, ("printed by Griffin and Co",))


@pytest.mark.parametrize("imprint", [". Leeds 1954", ", Leeds 1954", ". Leeds, 1954", " – Leeds [1954]"])
@pytest.mark.parametrize("house", ["Loom Reading Fellowship", "Divadelni Ustav", "Plain Shuttle", "Rewi Orme"])
def test_after_place_and_year_that_open_the_imprint_stands_the_house_and_nobody_who_wrote(
    imprint: str, house: str
) -> None:
    citation = read(f"The Mill Hands, Sue Elm{imprint}, {house}. 63 pages.")
    assert (citation.publisher, citation.place_of_publication, named(citation)) == (house, "Leeds", ["Sue Elm"])
    assert citation.date_edtf == "1954"


@pytest.mark.parametrize("body", ["Women’s Labour League", "Leeds Council of Weavers"])
def test_the_body_before_place_year_and_house_wrote(body: str) -> None:
    citation = read(f"The Mill Hands, {body}. Leeds 1954, Plain Reading Room. 63 pages.")
    assert (citation.publisher, named(citation)) == ("Plain Reading Room", [body])


@pytest.mark.parametrize("said", ["Illustrated", "second edition", "Loom Library, 7"])
def test_what_is_no_name_after_place_and_year_is_no_house(said: str) -> None:
    assert read(f"The Mill Hands, Sue Elm. Leeds 1954, {said}. 63 pages.").publisher is None


def test_after_a_house_of_its_own_the_imprint_has_no_second() -> None:
    citation = read("The Mill Hands, Sue Elm. Weft Press, Leeds 1954, Loom Readers. 63 pages.")
    assert citation.publisher == "Weft Press"


@pytest.mark.parametrize("house", ["Foster Street Printery", "Shuttle Press", "Weft Press"])
def test_the_body_before_a_place_wrote_where_another_house_stands_between_place_and_date(house: str) -> None:
    citation = read(f"Our Case, Amalgamated Union of Dyers, Leeds, {house}, 1954, 63 pages.")
    assert (citation.publisher, named(citation)) == (house, ["Amalgamated Union of Dyers"])


@pytest.mark.parametrize("place", ["Leeds", "Leeds and London", "Bombay, India"])
def test_the_body_before_a_place_alone_published(place: str) -> None:
    citation = read(f"Our Case, Dyers’ Defence Committee, {place}, 1954, 63 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Dyers’ Defence Committee", place)
