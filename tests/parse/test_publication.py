"""What is said of a publication beside its imprint: earlier ones, who issued and who printed, kinds and bindings."""

import pytest

from shelflist.models.citation import DateStatus, Genre
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, named, read


@pytest.mark.parametrize(
    "words",
    [
        "first published in German 1908, published in English by Pluto Press, London, 1975",
        "first published 1908, this edition published by Pluto Press, London, 1975",
        "first published in 1908, published in Britain by Pluto Press, London, 1975",
    ],
)
def test_the_later_of_two_publications_is_the_books(words: str) -> None:
    citation = read(f"The Origin of Wool, Karl Elm, {words}, 32 pages.")
    assert (citation.publisher, citation.date_edtf, citation.original_date_edtf) == ("Pluto Press", "1975", "1908")


def test_a_day_and_a_paper_of_first_publication_are_one_statement() -> None:
    citation = read("Do not Weave, Fred Elm, leaflet, originally published in The Loom, 29th July 1911, 1 page.")
    assert (citation.original_date_edtf, citation.notes) == (
        "1911-07-29",
        ("leaflet", "originally published in The Loom, 29th July 1911"),
    )


def test_a_word_for_the_kind_adds_nothing_to_a_phrase() -> None:
    citation = read("Strike Now, an appeal to the women of Leeds, Ann Ash, leaflet, CPGB, London, 1931, 2 pages.")
    assert (citation.other_title_information, citation.genre) == ("an appeal to the women of Leeds", Genre.LEAFLET)
    assert citation.notes == ("leaflet",)


@pytest.mark.parametrize("house", ["Robert Elm, Tonypandy", "Elm and Ash, Wisbech", "John Ash, Leeds"])
def test_who_issued_wrote_where_another_house_follows(house: str) -> None:
    citation = read(f"The Next Step, a scheme, issued by the Unofficial Reform Committee, {house}, 1912, 30 pages.")
    assert (named(citation), citation.publisher) == (["Unofficial Reform Committee"], house.partition(",")[0])


@pytest.mark.parametrize("binding", ["hardback", "paperback"])
def test_a_binding_is_no_edition(binding: str) -> None:
    citation = read(f"Sweated Wool, Ann Ash, Pluto Press, London, 1987, 281 pages, {binding}.")
    assert (citation.edition_statement, citation.notes) == (None, (f"{binding}.",))
    edition = read(f"Sweated Wool, Ann Ash, {binding} edition, Pluto Press, London, 1987, 281 pages.")
    assert edition.edition_statement == f"{binding} edition"


@pytest.mark.parametrize("branch", ["Penguin Ireland", "Penguin India", "Macmillan Kenya"])
def test_a_house_may_bear_the_country_of_its_branch(branch: str) -> None:
    citation = read(f"The Lost Loom, Brian Ash, {branch}, Dublin, 1999, 200 pages")
    assert (citation.publisher, citation.place_of_publication) == (branch, "Dublin")
    city = read("The Lost Loom, Brian Ash, Penguin London, 1999, 200 pages")
    assert (city.publisher, city.place_of_publication) == ("Penguin", "London")


@pytest.mark.parametrize("general", ["General Election programme", "General Strike as the weavers saw it"])
def test_what_is_general_is_no_persons_office(general: str) -> None:
    phrase = f"the {general}, 1926"
    citation = read(f"Loom against Loom, {phrase}, CPGB, London, 1929, 32 pages.")
    assert (citation.other_title_information, citation.date_edtf) == (phrase, "1929")


@pytest.mark.parametrize("date", ["1918", "May 1918"])
def test_a_date_alone_before_a_marked_title_dates_it(date: str) -> None:
    citation = read_line(linked(f"{date} The Norfolk Rising", "The Norfolk Rising"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.date_raw) == ("The Norfolk Rising", date)


def test_a_periodical_alone_after_a_dated_title_is_its_host() -> None:
    citation = read_line(linked("1904: Looms in Leeds, Labour Monthly", "Looms in Leeds"), Context()).citation
    assert citation is not None
    assert (citation.container_title, citation.publisher) == ("Labour Monthly", None)


@pytest.mark.parametrize("house", ["A. & C. Elm, London", "Adam & Charles Elm, London", "T. C. & E. C. Elm, Leeds"])
def test_partners_of_one_name_after_the_author_are_the_house(house: str) -> None:
    firm, _, place = house.rpartition(", ")
    citation = read(f"Gliding and Soaring, Joan Price, {firm}, {place}, 1934, 124 pages.")
    assert (named(citation), citation.publisher) == (["Joan Price"], firm)


def test_new_york_by_its_letters_is_a_state_only_after_a_town() -> None:
    house = read("Soviet Chess, Ann Ash, Capricorn, N.Y., 1949, 244 pages.")
    assert (house.publisher, house.place_of_publication) == ("Capricorn", "N.Y.")
    town = read("Soviet Chess, Ann Ash, Loom Press, Binghamton, N.Y., 1949, 244 pages.")
    assert (town.publisher, town.place_of_publication) == ("Loom Press", "Binghamton, N.Y.")


def test_a_doctrine_is_nobodys_family_name() -> None:
    citation = read("Bolshevism, Alexander Trachter, Rand School of Social Weaving, New York, May 1919, 29 pages.")
    assert (citation.title, named(citation)) == ("Bolshevism", ["Alexander Trachter"])


@pytest.mark.parametrize(
    ("imprint", "house", "place"),
    [
        ("Weavers’ Union: Stirling. 1919.", "Weavers’ Union", "Stirling"),
        ("Weft Press: Superior, Wisconsin. 1919.", "Weft Press", "Superior, Wisconsin"),
        ("Pluto Press: N.Y. 1939.", "Pluto Press", "N.Y."),
        ("Weavers’ Union, Leeds nd.,", "Weavers’ Union", "Leeds"),
        ("Weavers’ Union, Leeds n.d.,", "Weavers’ Union", "Leeds"),
        ("n.p. Leeds, 1919,", None, "Leeds"),
        ("Elm and Ash, London and Loomstead, 1919,", "Elm and Ash", "London and Loomstead"),
        ("Garden City, New York: Weft Press, 1919,", "Weft Press", "Garden City, New York"),
        ("(Loomstead, Nr. Dereham, Norfolk: Weft Press, 1919),", "Weft Press", "Loomstead, Nr. Dereham, Norfolk"),
    ],
)
def test_house_and_place_are_parted_in_many_ways(imprint: str, house: str | None, place: str) -> None:
    citation = read(f"No Better Loom. Thomas Elm. {imprint} 77 pp.")
    assert (citation.publisher, citation.place_of_publication, named(citation)) == (house, place, ["Thomas Elm"])


@pytest.mark.parametrize("dutton", ["E. P. Dutton", "E.P. Dutton", "E P Dutton", "EP Dutton"])
def test_initials_of_a_listed_house_may_be_written_in_any_way(dutton: str) -> None:
    assert read(f"The Mill Hands, {dutton}, New York, 1954, 281 pages.").publisher == dutton


def test_two_years_far_apart_are_those_of_first_and_present_edition() -> None:
    citation = read("Elm, R. (1910/1981) Loom Capital. London: Routledge.")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1981", "1910")
    held = read("Elm, R. (1981 [1910]). Loom Capital. London: Routledge.")
    assert (held.date_edtf, held.original_date_edtf) == ("1981", "1910")
    span = read("Elm, R. (1910/1911) Loom Capital. London: Routledge.")
    assert (span.date_edtf, span.original_date_edtf) == ("1910/1911", None)


@pytest.mark.parametrize(("words", "edition"), [("third printing", "third printing"), ("reprinted", "reprinted")])
def test_a_later_printing_in_a_bracket_after_the_year_is_the_one_in_hand(words: str, edition: str) -> None:
    citation = read(f"The Mill Hands, Ann Hill, Weft Press, Leeds, 1950 ({words} 1955), 60 pages.")
    assert (citation.edition_statement, citation.date_edtf, citation.original_date_edtf) == (edition, "1955", "1950")


@pytest.mark.parametrize("more", ["fully revised", "corrected and greatly enlarged"])
def test_what_was_done_for_an_edition_belongs_to_its_statement(more: str) -> None:
    citation = read(f"The Mill Hands, Ann Hill, eighth edition, {more}, Weft Press, Leeds, 2008, 60 pages.")
    assert (citation.edition_statement, citation.other_title_information) == (f"eighth edition, {more}", None)


@pytest.mark.parametrize("house", ["Griffin", "Griffin Bohn", "Weft Press"])
def test_a_house_may_follow_its_edition_without_a_sign(house: str) -> None:
    citation = read(f"The Mill Hands, Ann Hill, reprint edition {house}, Leeds, 2008, 60 pages.")
    assert (citation.edition_statement, citation.publisher) == ("reprint edition", house)


def test_what_an_edition_has_anew_belongs_to_its_statement() -> None:
    edition = "2nd edition, with a new preface by the author"
    assert read(f"The Mill Hands, Ann Hill, {edition}, Weft Press, Leeds, 2008, 60 pages.").edition_statement == edition
    other = read("The Mill Hands, 2nd edition, with a new preface by Ann Hill, Weft Press, Leeds, 2008, 60 pages.")
    assert other.edition_statement == "2nd edition"


def test_a_first_publication_under_another_title_has_its_own_year() -> None:
    citation = read(
        "The Mill Hands, Ann Hill, (first published as Weavers All, 1918), Weft Press, Leeds, 1976, 60 pages."
    )
    assert (citation.original_date_edtf, citation.date_edtf) == ("1918", "1976")


@pytest.mark.parametrize(("imprint", "house", "place"), [
    ("Loomby: Gorm, 1954", "Gorm", "Loomby"),
    ("Gorm: Tokyo, 1954", "Gorm", "Tokyo"),
    ("Ashington: Mid Loomshire Arts Group, 1954", "Mid Loomshire Arts Group", "Ashington"),
])  # fmt: skip
def test_before_the_date_a_colon_parts_place_and_house_that_are_not_listed(
    imprint: str, house: str, place: str
) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, {imprint}, 24 pp.")
    assert (citation.publisher, citation.place_of_publication) == (house, place)


@pytest.mark.parametrize(
    "line", ["The Mill Hands / Ash, R. / {} 1986 / 48 pp.", "The Mill Hands, by W. Ash. {} 1986. 80 p."]
)
@pytest.mark.parametrize("house", ["Andean Loom", "Weaver’s Wheel"])
def test_capitals_that_close_the_line_with_the_year_are_its_imprint(line: str, house: str) -> None:
    citation = read(line.format(house))
    assert (citation.publisher, citation.date_edtf) == (house, "1986")


@pytest.mark.parametrize("work", ["Annual Report", "Leaflet"])
def test_a_kind_of_writing_with_its_year_is_no_imprint(work: str) -> None:
    assert read(f"The Mill Hands, Rewi Ash, {work} 1986, 48 pp.").publisher is None


@pytest.mark.parametrize("house", ["Malik-Verlag", "Gumdigger", "FLP"])
def test_a_bracket_after_a_full_name_that_closes_the_line_holds_the_house(house: str) -> None:
    citation = read(f"Die Prüfung / edited by W. Bredel ({house}).")
    assert (citation.publisher, [one.name_raw for one in citation.contributors]) == (house, ["W. Bredel"])


def test_a_bracket_that_closes_a_line_after_the_slash_and_its_names_holds_the_house() -> None:
    citation = read("Affairs in Peru / Julio Gorm and Dora Zelm (Cóndor)")
    assert (citation.publisher, len(citation.contributors)) == ("Cóndor", 2)


@pytest.mark.parametrize("house", ["Charles H. Gorm", "Victor Gorm"])
def test_after_the_area_of_the_author_a_name_before_place_and_date_is_the_house(house: str) -> None:
    citation = read(f"Production for the People / Frank Verulam / {house}, London, [1940] / viii, 256 pp.")
    assert (citation.publisher, [one.name_raw for one in citation.contributors]) == (house, ["Frank Verulam"])


@pytest.mark.parametrize("house", ["Weft Press", "Elm Committee on Looms"])
def test_colons_may_part_all_of_an_imprint_and_are_in_no_value(house: str) -> None:
    citation = read(f"Ash, Ann. The Mill Hands. Nairobi: {house}: 1959: 32pp: Loom Lives pamphlets 5")
    assert (citation.place_of_publication, citation.publisher, citation.date_edtf) == ("Nairobi", house, "1959")
    assert (citation.series_title, citation.series_number) == ("Loom Lives pamphlets", "5")
    assert not citation.notes


@pytest.mark.parametrize(
    ("house", "place"),
    [
        ("Kenya Universities Press", "Nairobi"),
        ("Bombay Labour Press", "Bombay"),
        ("Kniha Brno", "Brno"),
        ("University Press Kiev", "Kiev"),
        ("Luton Local Studies", "Luton"),
    ],
)
def test_a_house_keeps_the_place_in_its_name_where_its_own_place_follows(house: str, place: str) -> None:
    for line in (
        f"The Iron Road, Sue Elm, {house}, {place}, 1958",
        f"The Iron Road by Sue Elm ({house}, {place}, 1958)",
    ):
        citation = read(f"{line}, 180 pages.")
        assert (citation.publisher, citation.place_of_publication) == (house, place)


@pytest.mark.parametrize("place", ["Leeds", "New York"])
def test_a_place_after_its_house_is_none_of_its_name(place: str) -> None:
    citation = read(f"The Iron Road, Sue Elm, Pluto Press {place}, 1958, 180 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Pluto Press", place)


@pytest.mark.parametrize(
    "house", ["Ridgway, Deptford", "Cubola, Loomo Viejo", "Frank Ash, Loomby", "Fen Reprints, Ely"]
)
def test_after_the_number_of_a_series_come_house_and_place(house: str) -> None:
    citation = read(f"Logs and Men, Sue Elm, Loom Lives, No. 6, {house}, 1989, 206 pages.")
    assert (f"{citation.publisher}, {citation.place_of_publication}", named(citation)) == (house, ["Sue Elm"])


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("Sue Elm – Looms of Fen – second edition – Philip Ash, 1931", "Philip Ash"),
        ("Sue Elm, The Last Rising of the Weavers, Loom Matter, 2nd edn, 2010 (first published 1990).", "Loom Matter"),
        ("Sue Elm: Up the Loom! Weft Press 1983, 206pp", "Weft Press"),
        ("Sue Elm: Who Weaves? Gollancz 1953", "Gollancz"),
        ("Looms of the Don by Sue Elm (Thorpe Historical Society 1979) 59pp", "Thorpe Historical Society"),
        ("Elm, S. (1994). The Weavers and the Others. London: Windsor.", "Windsor"),
        (
            "Sue Elm: The Table Book. London, Ash and Fell, 1826-27, with one hundred and ten engravings.",
            "Ash and Fell",
        ),
    ],
)
def test_beside_edition_year_or_place_stands_the_house(line: str, house: str) -> None:
    citation = read(line)
    assert (citation.publisher, len(citation.contributors)) == (house, 1)


@pytest.mark.parametrize("about", ["c 1949", "c1949", "c. 1949", "ca 1949"])
def test_about_before_a_year_is_no_part_of_the_imprint(about: str) -> None:
    citation = read(f"Fifty Years On, Sue Elm. Weft Press Leeds {about}")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == ("Weft Press", "Leeds", "1949~")


def test_house_and_place_in_a_bracket_need_no_date_and_that_it_has_none_may_be_told_last() -> None:
    citation = read("Suffolk Rivers by Sue Elm (Weft Press, Leeds) 40pp, n.d.")
    assert (citation.publisher, citation.place_of_publication, named(citation)) == ("Weft Press", "Leeds", ["Sue Elm"])
    assert citation.date_status is DateStatus.NOT_IDENTIFIED


def test_between_a_catalogues_signs_a_word_without_a_colon_is_the_place() -> None:
    citation = read("Annual report for 1911 / Govan Trades Council. — Govan, 1912. — 24 p.")
    assert (citation.publisher, citation.place_of_publication) == (None, "Govan")


def test_a_stop_ends_the_role_in_a_bracket_and_a_part_after_initials() -> None:
    citation = read("Ann Hill and Tom Ash (editors). The Songs of the Lane. Weft Press. 1963. 220 pp.")
    assert (citation.title, len(citation.contributors)) == ("The Songs of the Lane", 2)
    citation = read("ASH, D.L. – Trams of the L.D.T.R. Part 2. Weft Press, 1967. 198pp.")
    assert (citation.title, citation.part_number) == ("Trams of the L.D.T.R", "Part 2")


@pytest.mark.parametrize("house", ["Mill Vale Reprints", "Loomwright E-Texts", "Weft Lane Ebooks", "Dyers’ Reissues"])
@pytest.mark.parametrize("rest", [", Leeds, 1978", ", 1978"])
def test_who_brings_out_old_books_is_the_house(house: str, rest: str) -> None:
    found = read(f"The Mill Hands, Rewi Ash, {house}{rest}, 40 pages.")
    assert (found.publisher, found.series_title) == (house, None)


def test_reprints_with_a_number_or_another_house_are_a_series() -> None:
    found = read("The Mill Hands, Rewi Ash, Mill Vale Reprints, No. 4, Weft Press, Leeds, 1978, 40 pages.")
    assert (found.publisher, found.series_title) == ("Weft Press", "Mill Vale Reprints")


@pytest.mark.parametrize("house", ["Editorial Loomaca", "Verlag Weberei", "Éditions Tisserand", "Editorial Telar Rojo"])
def test_a_word_for_a_firm_that_stands_first_belongs_to_the_house_whatever_follows(house: str) -> None:
    found = read(f"The Mill Hands / Rewi Ash. — Leeds : {house}, 1937. — 80 p.")
    assert (found.publisher, found.place_of_publication) == (house, "Leeds")


@pytest.mark.parametrize(
    "words", ["photographic reprint", "unaltered reprint", "cheap reissue", "3rd, corrected printing", "reissue"]
)
def test_a_reprint_is_told_by_how_it_was_made(words: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {words}, Isle Press, Ely, 1954, 70 pages.")
    assert (citation.edition_statement, citation.other_title_information) == (words, None)


def test_the_last_area_of_a_card_tells_when_a_work_first_came_out() -> None:
    card = "The fen tigers / Amos Wicken. — Reprint. — Ely : Isle Press, 1954. — 70 p. ; 21 cm. — First published 1931."
    assert read(card).original_date_edtf == "1931"
