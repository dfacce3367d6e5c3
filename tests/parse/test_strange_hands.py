"""Where fields end, as strange hands type them: spaces left out, remarks without a stop, bodies first."""

import pytest

from shelflist.models.citation import NameType, Role
from shelflist.parse.line import Context, block_of_text, read_line
from shelflist.parse.looks.grades import SURELY_NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.lines import linked, named, names, read

IMPRINT = "Weft Press, Leeds, 1954"


@pytest.mark.parametrize("remark", ["Water stain on two leaves.", "£8.50", "Dos cassé."])
@pytest.mark.parametrize("sign", [", ", " "])
def test_a_remark_may_follow_the_year_of_the_imprint_without_a_stop(remark: str, sign: str) -> None:
    citation = read(f"Frank Ash, The Weavers of Fen, Weft Press, Leeds{sign}1954 {remark}")
    assert (citation.place_of_publication, citation.date_edtf, citation.notes) == ("Leeds", "1954", (remark,))


def test_the_space_after_a_stop_may_be_left_out() -> None:
    citation = read("Frank Ash: The Weavers of Fenland.Leeds: Weft Press, 1954. 90 p.")
    assert (citation.title, citation.place_of_publication) == ("The Weavers of Fenland", "Leeds")


def test_a_letter_before_a_stop_and_by_closes_a_part() -> None:
    citation = read(f"Looms and Weavers, Volume I, A to C. By Frank Ash. {IMPRINT}. 90 pages.")
    assert named(citation) == ["Frank Ash"]


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Ramble. Footpaths of the Fen. London: Ramble, 1975.", "Ramble"),
        ("Royal Commission on the Looms of the Northern Fens and Wolds of England. Report. Leeds: HMSO, 1917.", ""),
        ("Fen Weavers’ Federation. Minutes of the Annual Meeting. London, n.d.", "Fen Weavers’ Federation"),
        ("Polish Ministry of Wool – The Black Book. Weft Press: Leeds, 1942, 90 pp.", "Polish Ministry of Wool"),
        ("Fen Development Project. Profits or Looms? Leeds:Weft Press, 1976. 92p.", "Fen Development Project"),
    ],
)  # fmt: skip
def test_a_body_stands_before_what_it_wrote(line: str, body: str) -> None:
    assert named(read(line)) == [body or line.partition(". ")[0]]


def test_a_history_of_a_body_is_no_body() -> None:
    citation = read(
        f"Jean Elm and Sue Ash. Caring and Weaving. The Jubilee History of the Weavers’ Guild. {IMPRINT}. 9p."
    )
    assert named(citation) == ["Jean Elm", "Sue Ash"]


def test_initials_show_a_name_whatever_the_surname_means() -> None:
    assert named(read("H. P. White. Southern Fen. Leeds: Weft Press, 1961. 214p.")) == ["H. P. White"]


@pytest.mark.parametrize("title", ["Ein Bilderbuch", "Das Tuch", "Une Usine"])
def test_no_name_begins_with_an_article_of_another_tongue(title: str) -> None:
    citation = read(f"{title}, Frank Ash, {IMPRINT}, 90 pages.")
    assert (citation.title, named(citation)) == (title, ["Frank Ash"])


def test_the_stop_of_the_last_initial_ends_a_linked_title_before_an_article() -> None:
    line = linked(
        f"Frank Ash. The Story of the C.W.S. The Jubilee of the Mills. {IMPRINT}. 90p.", "The Story of the C.W.S."
    )
    citation = read_line(line, Context()).citation
    assert citation is not None and citation.title == "The Story of the C.W.S."


@pytest.mark.parametrize("form", [f"{IMPRINT}. {{}}.", "(Leeds, Weft Press, 1954; {})."])
@pytest.mark.parametrize("series", ["The New Weaver, 14", "Collins, 14"])
def test_capitals_and_a_number_after_the_whole_imprint_are_a_series(form: str, series: str) -> None:
    citation = read(f"Looms of the Fen. By Frank Ash. {form.format(series)} 105 pages.")
    assert (citation.publisher, citation.series_title) == ("Weft Press", series.partition(",")[0])
    assert names(citation, Role.AUT) == ["Frank Ash"]


@pytest.mark.parametrize(
    "line",
    [
        "Rewi Marlow, Looms of the Fen (Hookwell)",
        "Rewi Marlow, Looms of the Fen, Hookwell",
        "Rewi Marlow: Looms of the Fen. Hookwell.",
        "Looms of the Fen – Rewi Marlow – Hookwell",
        "Looms of the Fen by Rewi Marlow, Hookwell",
        "Looms of the Fen. Rewi Marlow. Hookwell.",
    ],
)
def test_in_a_list_of_books_a_third_field_in_capitals_is_the_house(line: str) -> None:
    citation = read_line(block_of_text(line), Context(heading_path=("Further reading",))).citation
    assert citation is not None
    assert (citation.title, named(citation), citation.publisher) == ("Looms of the Fen", ["Rewi Marlow"], "Hookwell")


@pytest.mark.parametrize("more", [", A History", ", Leeds"])
def test_in_a_list_of_books_other_words_close_the_title(more: str) -> None:
    citation = read_line(
        block_of_text(f"Rewi Marlow, Looms of the Fen{more}"), Context(heading_path=("Further reading",))
    ).citation
    assert citation is not None and citation.title == f"Looms of the Fen{more}"


@pytest.mark.parametrize("author", ["Frank Ash", "Henry de Salis Ash", "H. P. White"])
@pytest.mark.parametrize("rest", ["", ", Weft Press, Leeds"])
def test_the_year_may_stand_between_author_and_title(author: str, rest: str) -> None:
    citation = read(f"{author}, 1954, Looms and Weavers of the Fen{rest}")
    assert (named(citation), citation.date_edtf) == ([author], "1954")
    assert citation.title == "Looms and Weavers of the Fen"


def test_a_hyphen_parts_an_author_from_a_title_as_a_dash_does() -> None:
    citation = read("Frank Ash - What the Weavers of the Fen Sang (1915)")
    assert (named(citation), citation.title) == (["Frank Ash"], "What the Weavers of the Fen Sang")


def test_of_two_names_between_hyphens_the_first_is_the_title() -> None:
    citation = read("Heather Honey - Frank Ash - 1961 - 32 pages")
    assert (citation.title, named(citation)) == ("Heather Honey", ["Frank Ash"])


def test_two_single_words_after_a_place_and_its_colon_are_one_firm() -> None:
    citation = read("A History of Looms, Frank Ash. London: Griffin, Bohmer, 1861. 208 p.")
    assert citation.publisher == "Griffin, Bohmer"


def test_plates_may_be_counted_beside_the_pages_without_a_comma() -> None:
    citation = read("A History of Looms, Frank Ash. London: Weft Press, 1790. 511p 13 plates.")
    assert (citation.page_count, citation.notes) == (511, ("13 plates.",))


def test_a_given_name_after_the_initial_belongs_to_a_name_in_capitals() -> None:
    citation = read("ELMHURST, F. Fraser. Natural History in the Fens. Weft Press, 1947. 303pp.")
    assert (citation.title, named(citation)) == ("Natural History in the Fens", ["ELMHURST, F. Fraser"])


@pytest.mark.parametrize("subtitle", ["Women, the Body and Wool", "The History, Principles and Weaving of Wool"])
def test_a_list_may_follow_the_colon_of_a_title(subtitle: str) -> None:
    citation = read(f"Caliban and the Weavers: {subtitle} by Frank Ash. {IMPRINT}. 285 pages.")
    assert citation.title == f"Caliban and the Weavers: {subtitle}"


@pytest.mark.parametrize(
    "line",
    [
        "Engine 5690 leaving Fenby, 1937. H. C. Ash.",
        "Wheel at Fenby Mill, 1905 (postcard)",
        "Sat 9 April The General Loom (Ash, USSR 1929, silent with piano)",
    ],
)
def test_pictures_and_showings_are_no_entries(line: str) -> None:
    assert read_line(block_of_text(line), Context()).citation is None


def test_a_volume_and_a_year_between_slashes_close_a_title() -> None:
    citation = read("Frank Ash, The Looms of Fenby 1796-1870 – Vol 31 / 1996 / pp35-38")
    assert (citation.title, citation.date_edtf) == ("The Looms of Fenby 1796-1870", "1996")


def test_a_subtitle_may_follow_a_semicolon() -> None:
    title = "Weaving in Fenland; its history, looms, and ways"
    assert read(f"Ash, R. T. {title}. 162 p. Leeds, Weft Press, 1917.").title == title


def test_a_work_on_a_firm_before_its_year_is_no_house() -> None:
    citation = read("P Ash, History of Fenby Weaving Society Limited (1923)")
    assert (named(citation), citation.publisher) == (["P Ash"], None)


@pytest.mark.parametrize("house", ["George Marl", "L. Reeve"])
def test_a_name_and_a_year_in_the_bracket_before_the_author_are_the_imprint(house: str) -> None:
    citation = read(f"The Nature of Wool ({house}, 1850), Frank Ash")
    assert (named(citation), citation.publisher) == (["Frank Ash"], house)


@pytest.mark.parametrize(("year", "date"), [("1954", "1954"), ("192?", "192X")])
def test_in_a_list_of_books_the_year_may_come_first(year: str, date: str) -> None:
    line = block_of_text(f"{year} Looms by Rewi Marlow")
    citation = read_line(line, Context(heading_path=("Further reading",))).citation
    assert citation is not None and (citation.title, named(citation)) == ("Looms", ["Rewi Marlow"])


def test_a_decade_closes_the_bracket_of_an_imprint() -> None:
    citation = read("Frank Ash, How I Became a Weaver (London, 192?)")
    assert (citation.title, citation.date_edtf) == ("How I Became a Weaver", "192X")


def test_a_body_that_is_its_own_house_is_no_person() -> None:
    author = read("Ramble. Footpaths of the Fen. London: Ramble, 1975.").contributors[0]
    assert author.name_type is NameType.CORPORATE


def test_a_remark_may_follow_no_date_without_a_stop() -> None:
    citation = read("Fen Tenants’ Federation. Minutes of the Meeting. London, n.d. Duplicated typescript")
    assert (citation.place_of_publication, citation.notes) == ("London", ("Duplicated typescript",))


def test_whoever_is_known_by_one_name_is_the_title_after_a_whole_name() -> None:
    citation = read("Isaac Deutscher. Stalin. A Political Biography. London, 1966.")
    assert (named(citation), citation.title, citation.publisher) == (["Isaac Deutscher"], "Stalin", None)


def test_words_after_an_article_of_another_tongue_are_no_surer_name_than_one() -> None:
    gazetteer = gazetteer_for(USUAL)
    assert names_score("La Verda Lingvo", gazetteer) < SURELY_NAMED <= names_score("Alex La Guma", gazetteer)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("'The Dialect of Fen' Arnold Elm. Leeds. Weft Press. 1992. pp. 64.", "The Dialect of Fen"),
        ("'The Weavers' Union' A. B. Elm, The Women's Press, London, 1992, 64pp.", "The Weavers' Union"),
    ],
)
def test_the_last_mark_of_a_line_before_a_sure_name_closes_a_title(line: str, title: str) -> None:
    citation = read(line)
    assert (citation.title, len(citation.contributors)) == (title, 1)


@pytest.mark.parametrize("author", ["Norman Elm", "Philip S. Elm", "ed. Norman Elm"])
@pytest.mark.parametrize("phrase", ["", ", a history of AFW", ", the history of the Weavers Union"])
def test_a_slash_before_the_author_leaves_a_marked_title_as_it_is(author: str, phrase: str) -> None:
    line = linked(f"THE LIGHTED LOOM{phrase} / {author} (Griffin Bohn Leeds 1950) 402p", "THE LIGHTED LOOM")
    citation = read_line(line, Context()).citation
    assert citation is not None
    assert (citation.title, citation.other_title_information) == ("THE LIGHTED LOOM", phrase[2:] or None)
    assert (citation.publisher, citation.place_of_publication) == ("Griffin Bohn", "Leeds")
    assert named(citation) == [author.removeprefix("ed. ")]


def test_a_comma_and_a_kind_of_writing_part_a_phrase_from_a_title_before_a_slash() -> None:
    citation = read("The Lighted Loom, a history of AFW / Norman Elm. Leeds: Weft Press, 1950. 402 pages")
    assert (citation.title, citation.other_title_information) == ("The Lighted Loom", "a history of AFW")
    assert read("LOOMS, THE RATES AND DUST / Norman Elm. Leeds: Weft Press, 1950.").title == "LOOMS, THE RATES AND DUST"


@pytest.mark.parametrize("said", ["2 vols.", "Reprint, 5 vols."])
def test_a_count_of_volumes_is_closed_by_its_stop(said: str) -> None:
    citation = read(f"Elm, Walter. The Fen and Its Sailors. {said} Fontwell: Centaur Press, 1971.")
    assert (citation.publisher, citation.place_of_publication) == ("Centaur Press", "Fontwell")


def test_after_a_place_and_its_colon_a_house_may_begin_with_another() -> None:
    citation = read("Elm, Walter. The Fen and Its Sailors. Reprint, London: Conway Maritime Press, 1971. 288 p.")
    assert (citation.publisher, citation.place_of_publication) == ("Conway Maritime Press", "London")


def test_a_body_with_a_number_after_the_extent_is_a_series() -> None:
    citation = read("The Mill Hands, Rewi Ash, Weft Press, 1883. 179pp. Northern Dialect Society 39.")
    assert (citation.series_title, citation.series_number, citation.notes) == ("Northern Dialect Society", "39", ())


def test_the_year_after_a_role_needs_no_comma() -> None:
    citation = read("The Mill Hands, edited by Rewi Ash 1934, 66 pages")
    assert (citation.date_edtf, named(citation)) == ("1934", ["Rewi Ash"])


def test_a_bracket_after_the_author_may_hold_a_house_and_a_town_of_no_list() -> None:
    citation = read("Ash, E.M., 1975, The Planet Mars, trans. Patrick Elm (Keith Fernhill, Loomford), 239pp")
    assert (citation.publisher, citation.place_of_publication) == ("Keith Fernhill", "Loomford")
