"""Lines whose punctuation is not that of the base order, and what stands before the title."""

import pytest

from shelflist.models.citation import Citation, DateStatus, Role, Status
from shelflist.models.page import Block, BlockKind, Link, Span
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import named, names, read


def core(citation: Citation) -> tuple[str | None, ...]:
    return (citation.title, citation.publisher, citation.place_of_publication, citation.date_edtf)


USUAL = ("The Mill Hands", "Weft Press", "Leeds", "1954")


@pytest.mark.parametrize(
    "text",
    [
        "The Mill Hands / Thomas Elm. — Leeds : Weft Press, 1954. — 281 p.",
        "The Mill Hands / Thomas Elm. - Leeds : Weft Press, 1954. - xii, 281 p. : ill. ; 22 cm.",
        "The Mill Hands – Thomas Elm – Weft Press, Leeds – 1954 – 281 pages",
        "The Mill Hands - Thomas Elm - Weft Press, Leeds, 1954 - 281 pages",
        "The Mill Hands; Thomas Elm; Weft Press; Leeds; 1954; 281 pages.",
        "The Mill Hands. Thomas Elm. Weft Press, Leeds, 1954. 281 pages.",
        "The Mill Hands, by Thomas Elm (Weft Press, Leeds, 1954, 281 pages)",
        "The Mill Hands (Thomas Elm, Weft Press, Leeds, 1954), 281 pages.",
        "12. The Mill Hands, Thomas Elm, Weft Press, Leeds, 1954, 281 pages.",
        "• The Mill Hands, Thomas Elm, Weft Press, Leeds, 1954, 281 pages.",
        "(3) The Mill Hands, Thomas Elm, Weft Press, Leeds, 1954, 281 pages.",
        "Thomas Elm, The Mill Hands, Weft Press, Leeds, 1954, 281 pages.",
        "Thomas Elm, The Mill Hands (Leeds: Weft Press, 1954), 281 pp.",
        "Thomas Elm: The Mill Hands, Weft Press, Leeds, 1954, 281 pages.",
        "Thomas Elm – The Mill Hands – Weft Press, Leeds, 1954, 281 pages.",
        "The Mill Hands, Thomas Elm, Weft Press (Leeds), 1954, 281 pages.",
        "1954 – The Mill Hands, Thomas Elm, Weft Press, Leeds, 281 pages.",
        "[1954] The Mill Hands, Thomas Elm, Weft Press, Leeds, 281 pages.",
        "The Mill Hands (1954), Thomas Elm, Weft Press, Leeds, 281 pages.",
    ],
)
def test_the_same_book_is_read_from_every_punctuation(text: str) -> None:
    citation = read(text)
    assert (core(citation), names(citation), citation.page_count) == (USUAL, ["Thomas Elm"], 281)


@pytest.mark.parametrize(
    ("leader", "family", "given"),
    [
        ("Ash, Rewi. The Mill Hands. Leeds: Weft Press, 1954.", "Ash", "Rewi"),
        ("Elm, T. (1954) The Mill Hands, Leeds: Weft Press, 281pp.", "Elm", "T."),
        ("Elm, T. H. (1954). The Mill Hands. Leeds: Weft Press.", "Elm", "T. H."),
        ("Elm, T.H., The Mill Hands, Weft Press, Leeds, 1954, 281 pp.", "Elm", "T.H."),
        ("Elm, Thomas. 1954. The Mill Hands. Leeds: Weft Press.", "Elm", "Thomas"),
        ("van Elm, T. (1954) The Mill Hands, Leeds: Weft Press.", "van Elm", "T."),
    ],
)
def test_a_family_name_put_first_ends_where_year_stop_or_title_come(leader: str, family: str, given: str) -> None:
    citation = read(leader)
    (person,) = citation.contributors
    assert core(citation) == USUAL
    assert (person.family, person.given) == (family, given)


def test_authors_after_the_first_stand_either_way_round() -> None:
    mixed = read("Elm, Thomas, Alan Oak, and R. Birch. The Mill Hands. Leeds: Weft Press, 1954.")
    assert [(p.given, p.family) for p in mixed.contributors] == [("Thomas", "Elm"), ("Alan", "Oak"), ("R.", "Birch")]
    inverted = read("Elm, T. and Oak, A. (1954) The Mill Hands. Leeds: Weft Press.")
    assert [(p.given, p.family) for p in inverted.contributors] == [("T.", "Elm"), ("A.", "Oak")]


@pytest.mark.parametrize("said", ["(ed.)", ", ed.", ", editor.", "(editor),"])
def test_an_editor_before_the_title_is_no_author(said: str) -> None:
    citation = read(f"Elm, Thomas{'' if said[0] == ',' else ' '}{said} The Mill Hands. Leeds: Weft Press, 1954.")
    assert citation.title == "The Mill Hands"
    assert [(p.family, p.role) for p in citation.contributors] == [("Elm", Role.EDT)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Foxes, H. G. Lloyd. Weft Press, Leeds, 1979. 64 p.", "Foxes"),
        ("Inequalities, P. P. Korov, Weft Press, Leeds, 1975, 72 pages.", "Inequalities"),
        ("Looms, Rewi Ash. Leeds, Weft Press, 1968. 213 p.", "Looms"),
        ("Leninism, Joseph Stalin, Modern Books, London, 1928, 472 pages.", "Leninism"),
        ("Keir Hardie, His Life and Work, ILP, London, 1917, 12 pages.", "Keir Hardie, His Life and Work"),
    ],
)
def test_a_short_title_before_a_name_is_no_family_name(text: str, title: str) -> None:
    citation = read(text)
    assert citation.title == title
    assert title not in names(citation)


def test_a_number_that_opens_a_title_is_no_number_in_a_list() -> None:
    assert read("1926, Thomas Elm, Weft Press, Leeds, 1976, 479 pages.").title == "1926"
    assert read("1905: The Year of Revolution, Thomas Elm, Weft Press, Leeds, 1976, 40 pages.").date_edtf == "1976"


def test_quoted_words_after_the_author_are_the_title_whatever_is_marked_later() -> None:
    text = "Dutton, R. “Notes on Looms.” The Weaver 21, no. 3 (March 1939): 131-142."
    start = text.index("The Weaver")
    block = Block(BlockKind.LINE, text, emphasis=(Span(start, start + 10),))
    citation = read_line(block, Context()).citation
    assert citation is not None
    assert (citation.title, citation.date_edtf) == ("Notes on Looms", "1939-03")


def test_the_author_before_a_marked_title_may_be_of_any_make() -> None:
    text = "Okonkwo, Chidera (1954) The Mill Hands, Leeds: Weft Press."
    start = text.index("The Mill")
    link = Link("x.pdf", "https://archive.test/x.pdf", "The Mill Hands", start, start + 14)
    citation = read_line(Block(BlockKind.LINE, text, links=(link,)), Context()).citation
    assert citation is not None
    assert core(citation) == USUAL
    assert [(p.family, p.given) for p in citation.contributors] == [("Okonkwo", "Chidera")]


@pytest.mark.parametrize(
    ("words", "pages", "raw"),
    [
        ("pp. 184.", 184, "pp. 184"),
        ("Pp. xii, 284.", 284, "Pp. xii, 284"),
        ("[32] pages.", 32, "[32] pages."),
        ("(32 pages).", 32, "(32 pages)"),
        ("about 30 pages.", 30, "about 30 pages."),
        ("xvi+304pp.", 304, "xvi+304pp."),
        ("twelve pages.", 12, "twelve pages."),
        ("4pp leaflet.", 4, "4pp"),
        ("2 vols.", None, "2 vols."),
        ("unpaged.", None, "unpaged."),
        ("1 folded sheet.", None, "1 folded sheet."),
    ],
)
def test_forms_of_the_extent(words: str, pages: int | None, raw: str) -> None:
    citation = read(f"The Mill Hands, Thomas Elm, Weft Press, Leeds, 1954, {words}")
    assert (citation.page_count, citation.extent_raw, core(citation)) == (pages, raw, USUAL)


@pytest.mark.parametrize("price", ["6d.", "£1.50.", "4.5 MB", "price 30 kopecks."])
def test_a_price_or_size_after_the_extent_is_a_note(price: str) -> None:
    citation = read(f"The Mill Hands, Thomas Elm, Weft Press, Leeds, 1954, 12 pages. {price}")
    assert (citation.page_count, citation.notes) == (12, (price,))


def test_the_last_page_may_leave_out_the_figures_of_the_first() -> None:
    assert read("Looms, Thomas Elm, Weft Press, Leeds, 1954, pp. 123-60.").page_count == 38
    assert read("Looms, Thomas Elm, Weft Press, Leeds, 1954, pp. 93-100.").page_count == 8


@pytest.mark.parametrize(
    ("imprint", "publisher", "place"),
    [
        ("Patrick Elm, Sparkford, 1992", "Patrick Elm", "Sparkford"),
        ("3rd ed., Patrick Elm, Leeds, 1992", "Patrick Elm", "Leeds"),
        ("London, L. Reeve, 1992", "L. Reeve", "London"),
        ("reprinted by Patrick Elm, Leeds, 1992", "Patrick Elm", "Leeds"),
        ("Longman, Brown, Green & Longmans, London, 1992", "Longman, Brown, Green & Longmans", "London"),
        ("Leeds, Elm, Hill and Co, second edition, 1992", "Elm, Hill and Co", "Leeds"),
        ("London, Martin Lawrence 1992", "Martin Lawrence", "London"),
        ("Harwood & Co., Ltd., London, 1992", "Harwood & Co., Ltd.", "London"),
        ("Harvard University Press, Cambridge, Mass., 1992", "Harvard University Press", "Cambridge, Mass."),
        ("Weft Press, Canmore, Alta., 1992", "Weft Press", "Canmore, Alta."),
        ("Weavers' Union, Oswestry 1992", "Weavers' Union", "Oswestry"),
        ("Weft Press, London & New York, 1992", "Weft Press", "London & New York"),
    ],
)
def test_forms_of_the_imprint(imprint: str, publisher: str, place: str) -> None:
    citation = read(f"The Mill Hands, R. H. Ash, {imprint}, 192 pages.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (publisher, place, "1992")
    assert names(citation) == ["R. H. Ash"]


def test_a_title_that_ends_in_its_years_may_have_its_author_after_a_colon() -> None:
    for title in ("Chartism in Leeds, 1838", "Chartism in Leeds, May 1838"):
        citation = read(f"{title}: J. B. Elm. Weft Press, Leeds, 1954. 66 pages.")
        assert (citation.title, names(citation), citation.date_edtf) == (title, ["J. B. Elm"], "1954")


def test_an_imprint_in_square_brackets_is_supplied() -> None:
    citation = read("The Mill Hands, Thomas Elm. [London, Gollancz, 1937], 384 pages.")
    assert (citation.publisher_status, citation.place_status) == (Status.SUPPLIED, Status.SUPPLIED)
    assert citation.date_status is DateStatus.SUPPLIED


def test_the_year_of_the_edition_reprinted_is_the_original_date() -> None:
    citation = read(
        "The Mill Hands, Thomas Elm, facsimile reprint of the 1876 edition, Weft Press, Leeds, 1984, 39 pages."
    )
    assert (citation.original_date_edtf, citation.date_edtf) == ("1876", "1984")


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("second, enlarged edition", "second, enlarged edition"),
        ("third, revised edition", "third, revised edition"),
    ],
)
def test_an_edition_of_two_words_is_one_statement(text: str, edition: str) -> None:
    citation = read(f"The Mill Hands, Thomas Elm, {text}, Weft Press, Leeds, 1954, 39 pages.")
    assert (citation.edition_statement, core(citation)) == (edition, USUAL)


@pytest.mark.parametrize(
    ("text", "imprint"),
    [
        ("Loomside Days, Thomas Elm. Loomside London 1974. 42 pp.", ("Loomside", "London", "1974")),
        ("Loomside Days, Thomas Elm, London, Putnam & Co, 1958. 176 pp.", ("Putnam & Co", "London", "1958")),
        ("Loomside Days | Thomas Elm | Faber | London | 1939 | 276 pp", ("Faber", "London", "1939")),
        ("Loomside Days, Thomas Elm, Weft Press, Leeds. c. 1873. 98 pages", ("Weft Press", "Leeds", "1873~")),
    ],
)
def test_house_place_and_year_are_told_apart_without_commas_between_them(text: str, imprint: tuple[str, ...]) -> None:
    citation = read(text)
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == imprint
    assert citation.page_count is not None


def test_the_year_in_a_bracket_after_a_later_year_is_the_first_edition() -> None:
    citation = read("Woven Film; Thomas Elm; 3rd edn; Weft Press; Leeds; 1952 (1936); 412 pp.")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1952", "1936")


def test_bare_numbers_before_a_month_are_volume_and_issue() -> None:
    citation = read("Looms and Wages, Sue Elm. Weaving Notes, IV, 2, April 1937, 5 pp.")
    assert (citation.container_title, citation.volume, citation.issue) == ("Weaving Notes", "IV", "2")


def test_one_unlisted_word_before_the_date_is_the_house() -> None:
    citation = read("Loomside Days, Thomas Elm, Mulholland, 1947, 20 pages")
    assert (citation.publisher, citation.place_of_publication) == ("Mulholland", None)


def test_one_unlisted_word_with_the_ending_of_a_town_is_neither_house_nor_place() -> None:
    citation = read("Loomside Days, Thomas Elm, Quexford, 1947, 20 pages")
    assert (citation.publisher, citation.place_of_publication) == (None, None)
    assert citation.publisher_status is Status.UNPARSED or citation.place_status is Status.UNPARSED


def test_a_name_between_author_and_listed_place_is_the_house() -> None:
    citation = read("Drink and the Looms, a sermon, Rev. J. Q. Elm, Band of Wool Depôt, London, 1899, 8pp.")
    assert (citation.publisher, citation.other_title_information) == ("Band of Wool Depôt", "a sermon")


def test_an_edition_in_a_bracket_is_none_of_the_title() -> None:
    citation = read("A Walk Round the Looms (4th edn), Thomas Elm, Weft Press, 1986, 24 pages")
    assert (citation.title, citation.edition_statement) == ("A Walk Round the Looms", "4th edn")


def test_a_reprint_society_is_a_house() -> None:
    citation = read("Loomside Days, Thomas Elm, The Reprint Society, London, 1954, 317 pp")
    assert (citation.publisher, citation.edition_statement) == ("The Reprint Society", None)


@pytest.mark.parametrize(
    "imprint",
    [
        "Weft Press (Leeds), 1954",
        "Weft Press: Leeds. 1954",
        "Leeds, Weft Press, 1954",
        "Quexby, Weft Press, 1954",
        "Weft Press (Quexby), 1954",
    ],
)
def test_house_and_place_are_told_apart_in_any_order(imprint: str) -> None:
    citation = read(f"The Mill Hands. Thomas Elm. {imprint}. 34 pages")
    place = "Quexby" if "Quexby" in imprint else "Leeds"
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", place)


def test_of_two_names_between_commas_before_the_date_the_second_is_the_house() -> None:
    citation = read("The Mill Hands, Thomas Elm, Frank Ash, 1907, 130 pages.")
    assert (citation.publisher, [one.name_raw for one in citation.contributors]) == ("Frank Ash", ["Thomas Elm"])


def test_an_author_in_a_bracket_after_the_title_is_none_of_it() -> None:
    citation = read("The Mill Hands (Thomas Elm), Weft Press, Leeds, 1954, 34 pages.")
    assert (citation.title, citation.contributors[0].name_raw) == ("The Mill Hands", "Thomas Elm")


def test_a_name_before_the_title_is_its_author_though_the_house_bears_a_name() -> None:
    for opening in ("Thomas Elm: The Mill Hands", "Thomas Elm. The Mill Hands"):
        citation = read(f"{opening}. Frank Ash, London, 1954. 34 pages.")
        assert (citation.title, citation.publisher) == ("The Mill Hands", "Frank Ash")
        assert [one.name_raw for one in citation.contributors] == ["Thomas Elm"]


def test_a_family_name_in_capitals_is_given_in_plain_letters() -> None:
    citation = read("CARDOZA Y ARAGÓN, Luis: The Looms. Weft Press, Leeds, 1954. 34 pages.")
    author = citation.contributors[0]
    assert (author.name_raw, author.family) == ("CARDOZA Y ARAGÓN, Luis", "Cardoza y Aragón")


@pytest.mark.parametrize(
    ("words", "pages"), [("430 S.", 430), ("8 S.", 8), ("64 s.", 64), ("142 t. In Welsh.", 142), ("24pp 5/-", 24)]
)
def test_pages_are_counted_in_other_languages(words: str, pages: int) -> None:
    assert read(f"Der Webstuhl, Thomas Elm, Weft Press, Leeds, 1930, {words}").page_count == pages


@pytest.mark.parametrize(
    "line",
    [
        "The Mill Hands – a tale – Thomas Elm – Weft Press – Leeds – 1932 – 28pp",
        "Thomas Elm – The Mill Hands – Weft Press, Leeds, 1932 – 28pp",
        "The Mill Hands - Thomas Elm, Weft Press, Leeds, 1932, 28 pp",
    ],
)
def test_fields_between_dashes_are_told_apart(line: str) -> None:
    citation = read(line)
    assert (citation.title, citation.publisher) == ("The Mill Hands", "Weft Press")
    assert [one.name_raw for one in citation.contributors] == ["Thomas Elm"]


@pytest.mark.parametrize(
    "title",
    [
        "Besoms, Brushes, Baskets",
        "No Looms, No Wages, No Surrender",
        "Looms Canal, Whose Canal?",
        "The Twilight of the Looms, and Other Tales",
        "A Reader for Young Weavers, Mechanics and Astronomers",
        "Weavers of the North, Unite",
        "Weavers of the North, Arise!",
        "1848, The Year of Weavers",
        "An Open Letter to the Masters, Overlookers and Hands of Leeds",
    ],
)
def test_a_title_runs_on_over_its_own_commas(title: str) -> None:
    assert read(f"{title}, Thomas Elm, Weft Press, Leeds, 1969, 32 pages.").title == title


def test_those_whom_a_title_speaks_to_are_listed_where_nobody_wrote_too() -> None:
    citation = read("An Address to the Weavers, Spinners and Dyers of the North. Leeds: Weft Press, 1824. 19 pp.")
    assert (citation.title, citation.publisher) == (
        "An Address to the Weavers, Spinners and Dyers of the North",
        "Weft Press",
    )
    assert read("A Letter to the Weavers, Lawrence and Wishart, London, 1934, 9 pp.").title == "A Letter to the Weavers"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("a cura di Ezio Gavioli", Role.EDT),
        ("hrsg. von Karl Elm", Role.EDT),
        ("traduit par Jean Orme", Role.TRL),
        ("music Alan Elm", Role.AUT),
        ("afterword Alan Elm", Role.WIN),
        ("by a Solicitor", Role.AUT),
        ("text, Vera Elm", Role.AUT),
        ("G. Petrov (introd.)", Role.WIN),
        ("written and illustrated by Ernest Elm", Role.AUT),
    ],
)
def test_more_words_tell_a_role(words: str, role: Role) -> None:
    people = read(f"The Mill Hands, {words}, Weft Press, Leeds, 1969, 32 pages.").contributors
    assert [one.role for one in people] == [role]


@pytest.mark.parametrize(
    ("middle", "author", "house"),
    [
        ("Homeworkers of Quexby, n.p., Leeds", "Homeworkers of Quexby", None),
        ("Half Loom, Half Loom Books, Leeds", "Half Loom", "Half Loom Books"),
        ("Wool for Peace, Wool for Peace, Leeds", "Wool for Peace", "Wool for Peace"),
        ("Wool for Peace, Leeds", None, "Wool for Peace"),
        ("Weaving Facts and Documents, Weft Press, Leeds", None, "Weft Press"),
    ],
)
def test_capitalised_words_of_no_form_are_told_by_their_standing(middle: str, author: str | None, house: str) -> None:
    citation = read(f"Sweated, {middle}, 1980, 16 pages")
    assert citation.publisher == house
    assert [one.name_raw for one in citation.contributors] == ([author] if author else [])


def test_after_a_list_of_names_that_is_closed_two_more_are_the_house() -> None:
    citation = read(
        "Looms, edited by Tom Elm, Ann Hill and Carl Fell, Frank Ash and Robert Orme, New York, 1935, 344 pages"
    )
    assert citation.publisher == "Frank Ash and Robert Orme"
    assert [one.name_raw for one in citation.contributors] == ["Tom Elm", "Ann Hill", "Carl Fell"]


def test_an_inverted_name_after_the_title_is_one_author() -> None:
    citation = read("Looms: Warp and Weft. Altman, Dennis. Weft Press, Leeds, 1971. 242p")
    assert [(one.family, one.given) for one in citation.contributors] == [("Altman", "Dennis")]


def test_a_date_before_the_author_is_none_of_the_book() -> None:
    citation = read("Jarrow, October 1936, Thomas Elm, Weft Press, Leeds, 1937, 12 pages")
    assert (citation.title, citation.date_edtf) == ("Jarrow, October 1936", "1937")


@pytest.mark.parametrize(
    "series", ["Loom's Wool Book No 6", "(Little Loom Library, 6.)", "Country Loom Wartime Manuals"]
)
def test_a_series_between_author_and_imprint_is_no_phrase(series: str) -> None:
    citation = read(f"Spitfire, John Elm. {series}{'' if series.endswith(')') else '.'} Weft Press, 1969. 160 p.")
    assert (citation.publisher, citation.other_title_information) == ("Weft Press", None)
    assert citation.series_title is not None


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Hard Soap, Soft Tack", None),
        ("Gas and Wool, Trams and Looms", "municipal weaving in Leeds, 1898-1900"),
        ("Weaving, Year One", None),
        ("Hiroshima, Nagasaki, Bikini", None),
        ("Berlin, Vienna, Budapest", "what I saw between May and November"),
        ("Loom Drive, Wool Drive, Wage Freeze", None),
        ("Monopoly; or, How Wool is Spun", None),
        ("Wool, Butter, Beer and Bacon: a Budget Book of 1911", None),
        ("Wool, Resolutions and Manifestos of the First Four Congresses", None),
        ("Telar, pan y escuela", None),
        ("Broken Loom, 1909", "a plain statement of the lock-out"),
    ],
)
def test_short_pieces_in_capitals_before_the_author_are_one_title(title: str, phrase: str | None) -> None:
    text = f"{title}, {phrase}, Thomas Elm" if phrase else f"{title}, Thomas Elm"
    citation = read_text(f"{text}, Weft Press, Leeds, 1954, 281 pages.").citation
    assert citation is not None
    assert (citation.title, citation.other_title_information) == (title, phrase)
    assert [person.name_raw for person in citation.contributors] == ["Thomas Elm"]


@pytest.mark.parametrize("phrase", ["Weaving in the Cold North", "Memories of the Mill", "A Guide for Weavers"])
def test_a_phrase_in_capitals_that_explains_is_none_of_the_title(phrase: str) -> None:
    citation = read_text(f"The Weaving of Wool, {phrase}, Rewi Ash, Weft Press, Leeds, 1954, 281 pages.").citation
    assert citation is not None
    assert (citation.title, citation.other_title_information) == ("The Weaving of Wool", phrase)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Puerto Rico: the Looms of Resistance, Weft Press, Leeds, 1977, 28 pages.",
            "Puerto Rico: the Looms of Resistance",
        ),
        ("Elm, Sue. Looms and Wool, 1890-1914. Leeds: Weft Press, 1977. 28 pages.", "Looms and Wool, 1890-1914"),
    ],
)
def test_a_country_before_a_colon_and_years_before_a_stop_are_the_titles(line: str, title: str) -> None:
    citation = read_text(line).citation
    assert citation is not None
    assert citation.title == title


def test_initials_show_where_a_comma_is_missing() -> None:
    citation = read_text("Trade in the Northern Looms W M Ash, TUC, London, 1935, 31 pages.").citation
    assert citation is not None
    assert citation.title == "Trade in the Northern Looms"
    assert [person.name_raw for person in citation.contributors] == ["W M Ash"]
    of_author = read_text("Quotations from V. I. Lenin, FLPH, Moscow, 1969, 204 pages.").citation
    assert of_author is not None
    assert of_author.title == "Quotations from V. I. Lenin"


@pytest.mark.parametrize("body", ["Looms and Shuttles Borough Council", "Nine Elms and Loomford Solidarity"])
def test_a_body_whose_name_holds_an_and_does_not_close_the_title(body: str) -> None:
    citation = read_text(f"Trouble at Looms, {body}, Weft Press, Leeds, 1989, 20 pages.").citation
    assert citation is not None
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("Trouble at Looms", [body])


def test_areas_between_dashes_are_read_where_nobody_is_named() -> None:
    citation = read_text("The weavers' guide : a handbook. — 2nd ed. — Leeds : Weft Press, 1900. — 52 p.").citation
    assert citation is not None
    assert (citation.title, citation.other_title_information) == ("The weavers' guide : a handbook", None)
    assert (citation.edition_statement, citation.publisher, citation.date_edtf) == ("2nd ed", "Weft Press", "1900")


@pytest.mark.parametrize("authors", ["Smith, John, Brown, Harry, and Jones, Ann", "Smith, J.B., and Brown, Harry"])
def test_a_list_of_names_put_first_goes_on_over_its_commas(authors: str) -> None:
    assert read(f"{authors}, The Cotton Trade. London: Macmillan, 1973.").title == "The Cotton Trade"


@pytest.mark.parametrize("title", ["Fascism", "Marxism: The Inner Looms"])
def test_a_word_that_is_no_name_does_not_go_on_after_initials(title: str) -> None:
    citation = read(f"Ash, M.J. {title}. New York: Weft Press, 1935. 160 pp.")
    assert (citation.title, named(citation)) == (title, ["Ash, M.J."])


def test_a_body_may_follow_by_before_the_bracket_of_its_imprint() -> None:
    citation = read("Fight the Cuts by Loom Research Department (LRD, London, 1976) 20pp")
    assert (citation.title, named(citation)) == ("Fight the Cuts", ["Loom Research Department"])


@pytest.mark.parametrize("name", ["‘Cassius’", "“Celticus”"])
def test_one_word_in_marks_of_quotation_before_a_house_is_a_pseudonym(name: str) -> None:
    assert named(read(f"The Trial of the Weavers, {name}, Gollancz, London, 1943, 82 pages.")) == [name[1:-1]]


def test_extracts_from_no_publication_are_a_phrase() -> None:
    citation = read("Loom Reader, extracts from speeches and letters, edited by Ann Hill, Gollancz, London, 1936.")
    assert citation.other_title_information == "extracts from speeches and letters"


@pytest.mark.parametrize("year", ["1921", "[1921]"])
def test_a_year_stands_first_in_rows_of_a_table(year: str) -> None:
    citation = read(f"{year} | Hodge, Frank | The Looms of Leeds | Weft Press | 170pp")
    assert (citation.title, citation.date_edtf, named(citation)) == ("The Looms of Leeds", "1921", ["Hodge, Frank"])


@pytest.mark.parametrize("house", ["Gollancz", "University of Leeds Press"])
def test_an_author_in_a_bracket_parts_the_title_from_its_house(house: str) -> None:
    citation = read(f"The Wages of Weavers (Thomas Elm) {house}, 1975, 64pp")
    assert (citation.title, named(citation), citation.publisher) == ("The Wages of Weavers", ["Thomas Elm"], house)


@pytest.mark.parametrize("kept", ["Shelf: HIS 4", "Box 12", "Ref: AB/12"])
def test_where_a_copy_is_kept_is_no_imprint(kept: str) -> None:
    citation = read(f"Outcast Leeds. Thomas Elm. 1971. {kept}")
    assert (citation.title, named(citation), citation.publisher) == ("Outcast Leeds", ["Thomas Elm"], None)
    assert citation.place_of_publication is None


@pytest.mark.parametrize("first", ["U DX/12/4 ", "MSS.21/1559: ", "No. 4: ", "Pamphlet No. 4 – "])
def test_the_number_of_an_item_before_its_title_is_none_of_it(first: str) -> None:
    citation = read(f"{first}The Fight of the Weavers, by Thomas Elm, 1946, 12pp")
    assert (citation.title, named(citation)) == ("The Fight of the Weavers", ["Thomas Elm"])


def test_the_partner_of_a_house_is_a_note() -> None:
    citation = read("The Looms, Rewi Ash, Pluto Press in association with the Loom Group, London, 1981, 200 pages.")
    assert (citation.publisher, citation.notes) == ("Pluto Press", ("in association with the Loom Group",))


def test_what_is_its_own_is_said_of_the_title_and_no_part_of_it() -> None:
    citation = read("The Weavers, their history and country, WP Elm, Gollancz, London, 1919, 239 pages.")
    assert (citation.title, citation.other_title_information) == ("The Weavers", "their history and country")


def test_the_number_before_the_pages_is_a_volume_where_the_year_stands_by_the_author() -> None:
    citation = read("Ash, R. (1978) ‘The Looms of Leeds’, Social History, 3, pp. 347–361.")
    assert (citation.container_title, citation.volume, citation.issue) == ("Social History", "3", None)


@pytest.mark.parametrize("title", ["Rosa Elmborg", "Karl Hill"])
def test_a_name_before_by_is_the_title_of_a_life(title: str) -> None:
    citation = read(f"{title} by Paul Ash. Pluto Press 1972. 329 pages.")
    assert (citation.title, named(citation)) == (title, ["Paul Ash"])


def test_a_list_of_names_with_initials_goes_on_to_its_last() -> None:
    citation = read("H. A. Hill, A. Elm and A. F. Ash, A History of the Looms since 1889 (Oxford: Weft Press, 1964)")
    assert (citation.title, len(named(citation))) == ("A History of the Looms since 1889", 3)


def test_initials_like_a_numeral_open_no_chapter() -> None:
    assert named(read("V. L. Allen, Power in the Mills (London, 1954)")) == ["V. L. Allen"]


def test_a_family_name_of_two_words_may_stand_before_initials() -> None:
    assert named(read("Barratt Gelm, R. World Looms 1918-1936. London, Gollancz, 1936. 389 p.")) == ["Barratt Gelm, R."]


def test_a_title_may_be_a_sentence_where_all_that_an_imprint_has_comes_after_it() -> None:
    citation = read("My Song is My Own. Kathy Hill. Pluto Press. London. 1979.")
    assert (citation.title, named(citation), citation.publisher) == ("My Song is My Own", ["Kathy Hill"], "Pluto Press")


@pytest.mark.parametrize("part", ["vol. VI", "Volume 2", "part 3", "Book Two"])
@pytest.mark.parametrize(
    "rest", [", Rewi Ash, Weft Press, Leeds, 1931", " | edited by Rewi Ash | Weft Press | 1931 | 66"]
)
def test_a_part_in_a_bracket_after_the_title_is_none_of_its_words(part: str, rest: str) -> None:
    citation = read(f"The Letters of John Elm ({part}){rest}")
    assert (citation.title, citation.part_number, citation.publisher) == ("The Letters of John Elm", part, "Weft Press")


def test_that_no_author_is_named_names_no_house() -> None:
    citation = read("“Fifty Years of Looms”, jubilee history of the mill. No author. Leeds, 1910. 96 pages.")
    assert (citation.publisher, citation.place_of_publication, citation.notes) == (None, "Leeds", ("No author",))
