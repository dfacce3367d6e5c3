"""Manners of typing that archives of other hands have: each test is named after the rule it protects."""

import pytest

from shelflist.models.citation import Citation, LineKind, Role
from shelflist.models.page import Block, BlockKind, Link
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked, named, names, read


def marked(text: str, length: int) -> Citation:
    """Reads `text` with its first words as a link."""
    link = Link("x.pdf", "https://archive.test/x.pdf", text[:length], 0, length)
    citation = read_line(Block(BlockKind.LINE, text, links=(link,)), Context()).citation
    assert citation is not None
    return citation


@pytest.mark.parametrize(
    ("line", "title", "author"),
    [
        ("Rewi Ash and Dolly Fernhill, The Weavers’ Party since 1920, Palgrave, Basingstoke, 2002.",
         "The Weavers’ Party since 1920", ["Rewi Ash", "Dolly Fernhill"]),
        ("Rewi Ash, The Loom Club: An Historical Record, London, Victor Gollancz, 1970.",
         "The Loom Club: An Historical Record", ["Rewi Ash"]),
    ],
)  # fmt: skip
def test_an_author_leads_a_title_that_holds_a_word_for_a_body(line: str, title: str, author: list[str]) -> None:
    citation = read(line)
    assert (citation.title, named(citation)) == (title, author)


def test_the_year_of_an_edition_is_the_date_and_the_edition() -> None:
    citation = read("Rewi Ash, The Mill Hands, Weft Press, Leeds, 1975 edition.")
    assert (citation.date_edtf, citation.edition_statement) == ("1975", "1975 edition")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2. Mai 1929", "1929-05-02"),
        ("1er août 1936", "1936-08-01"),
        ("14 de abril de 1931", "1931-04-14"),
        ("n.d. (but from 1959 or shortly after)", "1959~"),
    ],
)
def test_dates_of_other_languages_and_guesses_at_length(words: str, edtf: str) -> None:
    assert read(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, {words}, 20 pages.").date_edtf == edtf


def test_a_word_for_a_firm_in_a_bracket_is_no_place() -> None:
    citation = read("The Mill Hands, Rewi Ash, John Elm (Publishers), London, 1980, 20 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("John Elm (Publishers)", "London")


def test_a_listed_house_after_its_place_needs_no_comma() -> None:
    citation = read("The Mill Hands, Rewi Ash, Chapel Hill University of North Carolina Press, 1931, 20 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("University of North Carolina Press", "Chapel Hill")


def test_what_the_item_is_may_be_told_before_it() -> None:
    citation = read("[Pamphlet:] “The Mill Hands”, by Rewi Ash, (Leeds: Weft Press, 1954), 20 pages.")
    assert (citation.title, named(citation)) == ("The Mill Hands", ["Rewi Ash"])


def test_a_sentence_before_the_imprint_is_a_note_whatever_it_holds() -> None:
    note = "This pamphlet is probably taken from an article in Weaving News on Nov. 1, 1948, or a reply to it."
    citation = read(f"“The Mill Hands”, by Rewi Ash. {note} (Leeds: Weft Press, n.d. [but probably 1952]), 63 pages.")
    assert citation.notes == (note,)
    assert (citation.title, named(citation), citation.publisher) == ("The Mill Hands", ["Rewi Ash"], "Weft Press")


def test_an_edition_at_the_end_of_a_title_is_none_of_it() -> None:
    citation = read("Ash, R. Melvyn: The Mill: A Geographical Survey 2nd. edn. (Leeds: Weft Press, 1983).")
    assert (citation.title, citation.edition_statement) == ("The Mill: A Geographical Survey", "2nd. edn")


def test_more_of_the_edition_after_the_extent() -> None:
    citation = read(
        "The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 20 pages. 2nd edition, revised translation. Torn."
    )
    assert (citation.edition_statement, citation.notes) == ("2nd edition, revised translation", ("Torn.",))


@pytest.mark.parametrize(
    ("line", "title", "number"),
    [
        ("Weaving Today No 3 (58) 1981", "Weaving Today", "3 (58)"),
        ("Weaving in Construction No 12, 1949", "Weaving in Construction", "12"),
        ("The Weaver. Vol. 11 No. 1. January, 1931.", "The Weaver", "1"),
        ("Voice of the Loom (Weavers’ Weekly), Vol. 8, No. 30", "Voice of the Loom (Weavers’ Weekly)", "30"),
    ],
)
def test_an_issue_is_an_entry_by_its_number_however_it_is_parted(line: str, title: str, number: str) -> None:
    citation = read(line)
    assert (citation.container_title, citation.issue) == (title, number)


@pytest.mark.parametrize(
    "line", ["Ash, Rewi (1936). The Struggle for Looms.", "The Mill Hands, by Thomas Ash (1981, 2nd edition)."]
)
def test_a_sure_author_with_a_date_makes_an_entry(line: str) -> None:
    citation = read(line)
    assert [person.family for person in citation.contributors] == ["Ash"]


def test_the_article_of_a_body_is_none_of_its_name() -> None:
    assert named(read("“The Mill”, by the Weavers’ Party of Leeds, (Leeds: 1919), 41 pages.")) == [
        "Weavers’ Party of Leeds"
    ]


def test_a_body_may_be_named_by_its_letters() -> None:
    assert named(read("“The Mill”, by the WPUSA, (Leeds: Weft Press, 1919), 41 pages.")) == ["WPUSA"]


def test_a_country_after_a_party_is_none_of_the_imprint() -> None:
    citation = read("New Programme of the Weavers’ Party, USA, (Leeds: Weft Press, 1980), 41 pages.")
    assert (citation.title, citation.place_of_publication) == ("New Programme of the Weavers’ Party, USA", "Leeds")


@pytest.mark.parametrize(
    "line",
    [
        "From Rewi Ash, Problems of Weaving, Weft Press, Leeds, 1976 pp. 631-49.",
        "Based on Rewi Ash, Works, Vol. 13, pp. 220-39.",
        "Publisher: Weft Press, Leeds, 1954",
        "Texts: R. Ash, The Loom (Oxford: Blackwell, 1991); S. Elm, The Mill, 2nd edn. (London: Routledge, 1992);"
        " and T. Hill, The Shed (London: Routledge, 2000).",
    ],
)
def test_sources_and_several_books_in_one_line_are_no_entry(line: str) -> None:
    assert read_text(line).kind is LineKind.PROSE


def test_labels_of_links_at_the_end_of_a_line_are_no_fields() -> None:
    citation = read("Ash, Richard, Defend your Looms, Weft Press, Leeds, 1950, 20 pp. Image PDF Details")
    assert (citation.title, citation.date_edtf, citation.page_count) == ("Defend your Looms", "1950", 20)


def test_who_took_part_is_told_of_the_authors() -> None:
    who = "by 15 Americans, who took part in the Loom Conference in May 1952"
    citation = read(f"What we saw in Leeds, {who}, Weft Press, Leeds, 1952, 68 pages.")
    assert (named(citation), citation.other_title_information) == (["15 Americans"], None)


@pytest.mark.parametrize(
    ("authors", "people"),
    [
        ("Karl Ash, Thomas Elm and Anna Hill", ["Karl Ash", "Thomas Elm", "Anna Hill"]),
        ("Karl Ash and Dolly Fernhill", ["Karl Ash", "Dolly Fernhill"]),
    ],
)
def test_a_list_of_names_leads_as_one_name_does(authors: str, people: list[str]) -> None:
    citation = read(f"{authors}, Weavers and British Society 1920-1991, Weft Press, London, 2007.")
    assert (citation.title, named(citation)) == ("Weavers and British Society 1920-1991", people)


def test_a_title_that_opens_with_an_article_is_no_life_of_the_name_before_it() -> None:
    citation = read("Walter Ash, The Revolutionary Movement in Leeds: The Origins, Weft Press, London, 1969.")
    assert (citation.title, named(citation)) == ("The Revolutionary Movement in Leeds: The Origins", ["Walter Ash"])


def test_a_sentence_about_an_edition_is_a_note() -> None:
    citation = read("The Mill, Rewi Ash, Weft Press, Leeds, 1970, 164 pages. A third edition, with a new chapter.")
    assert (citation.edition_statement, citation.notes) == (None, ("A third edition, with a new chapter.",))


def test_various_authors_are_nobody() -> None:
    citation = read("Tales of the Loom, by various authors, Weft Press, Leeds, 1958, 223 pages.")
    assert (citation.contributors, citation.other_title_information) == ((), None)


def test_for_whom_it_was_printed_is_a_note() -> None:
    citation = read("The Loom, Karl Ash, published for the Weaving Museum, Weft Press, Leeds, 1966, 387 pages.")
    assert (citation.publisher, citation.notes) == ("Weft Press", ("published for the Weaving Museum",))


def test_single_marks_of_quotation_are_none_of_the_title() -> None:
    citation = read("‘Luddites and Others’, by Thomas Ash, in Nottingham Studies, no. 4, 1969, pp 3-10.")
    assert (citation.title, citation.container_title, citation.notes) == (
        "Luddites and Others",
        "Nottingham Studies",
        ("in Nottingham Studies",),
    )


@pytest.mark.parametrize("body", ["NUW", "Scottish Area NUM"])
def test_letters_before_another_house_are_the_body_that_wrote(body: str) -> None:
    citation = read(f"Coal and the Crisis, {body}, Caledonian Press, Glasgow, 1974, 24 pages.")
    assert (named(citation), citation.publisher) == ([body], "Caledonian Press")


def test_a_hyphen_after_a_linked_title_parts_it_from_its_author() -> None:
    citation = marked("Some Reminiscences of a Loom - Thomas Ash", 28)
    assert (citation.title, named(citation)) == ("Some Reminiscences of a Loom", ["Thomas Ash"])


@pytest.mark.parametrize("by", ["publ.", "publ. by", "pub.", "published by"])
def test_that_a_house_published_may_be_said_in_short(by: str) -> None:
    citation = read(f"Ash, R. & Elm, T.: “The Two Mills”, {by} Weft Press (London), 1914.")
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", "London")
    assert [person.family for person in citation.contributors] == ["Ash", "Elm"]


def test_any_sentence_between_author_and_imprint_is_a_note() -> None:
    note = "Novel about a strike won by the weavers of Leeds."
    citation = marked(f"The Battle of the Looms, by Thomas Ash. {note} (Leeds: Weft Press, 1961), 176 pages.", 22)
    assert (citation.notes, named(citation)) == ((note,), ["Thomas Ash"])


def test_another_spelling_in_square_brackets_is_none_of_the_name() -> None:
    assert named(read("The Front, by Chu Teh [Zhu De], (Peking: FLP, 1962), 89 pages.")) == ["Chu Teh"]


@pytest.mark.parametrize(
    "text",
    [
        "The Ballads of Leeds, M. Gillespie (Common Loom 1951), 20 pages.",
        "The Ballads of Leeds, M. Gillespie (Common Loom, 1951), 20 pages.",
        "The Ballads of Leeds – GILLESPIE, Mark (Common Loom 1951), 20 pages.",
        "M. Gillespie, The Ballads of Leeds (Common Loom 1951), 20 pages.",
        "Gillespie, M. | The Ballads of Leeds (Common Loom 1951) | 20 pages",
    ],
)
def test_after_a_name_a_bracket_of_capitals_and_a_year_is_the_imprint(text: str) -> None:
    citation = read(text)
    assert (citation.title, citation.publisher, citation.date_edtf) == ("The Ballads of Leeds", "Common Loom", "1951")


def test_a_stretch_of_pages_may_end_a_line_without_its_word() -> None:
    citation = read("“Looms of Leeds”, by Thomas Ash, in Selected Works on Looms (Toyo Bunko, 2005), 43–98.")
    assert (citation.page_count, citation.container_title, citation.date_edtf) == (
        56,
        "Selected Works on Looms",
        "2005",
    )


@pytest.mark.parametrize(
    ("line", "title", "author", "house"),
    [
        ("24 A J Ash “The Nine Looms” Weft Press (1926)", "The Nine Looms", ["A J Ash"], "Weft Press"),
        ("28 Communist Party “Looms Today and Tomorrow” (1944)", "Looms Today and Tomorrow", ["Communist Party"], None),
        ("`Crisis on the Calder' (1934)", "Crisis on the Calder", [], None),
        ("`Outline of Looms’ (Weft Press 1952)", "Outline of Looms", [], "Weft Press"),
        ("“The Scottish Loom” Weft Press (1942)", "The Scottish Loom", [], "Weft Press"),
        ("7 K Ash “History of Looms” Vol I Weft Press (1968)", "History of Looms", ["K Ash"], "Weft Press"),
    ],
)  # fmt: skip
def test_marks_of_quotation_and_a_year_make_an_entry(
    line: str, title: str, author: list[str], house: str | None
) -> None:
    citation = read(line)
    assert (citation.title, named(citation), citation.publisher) == (title, author, house)


def test_initials_need_no_space_before_the_surname() -> None:
    citation = read("Story of the Looms by R.W.Ash, Weft Press, Leeds, 1919, 20 pages.")
    assert (citation.title, named(citation)) == ("Story of the Looms", ["R.W.Ash"])


def test_an_initial_after_the_number_of_an_item_counts_no_pages() -> None:
    citation = read("70 P Horn “Labouring Life at the Looms” Weft Press, Dublin (1976)")
    assert (citation.page_count, named(citation), citation.date_edtf) == (None, ["P Horn"], "1976")


@pytest.mark.parametrize(
    ("line", "title", "editors"),
    [
        ("Oliver Ash, W. F. Elm and Pauric Hill (eds), Irish Looms and Mills 1750-1950, London, Macmillan, 1983.",
         "Irish Looms and Mills 1750-1950", 3),
        ("Colm Ash (ed.), Loom and Mill, 1788-1988: Essays, Dublin, Weft Press, 1986.", "Loom and Mill", 1),
    ],
)  # fmt: skip
def test_the_role_in_a_bracket_ends_the_names_before_a_title(line: str, title: str, editors: int) -> None:
    citation = read(line)
    assert (citation.title or "").startswith(title[:13])
    assert [person.role.value for person in citation.contributors] == ["edt"] * editors


def test_what_is_said_of_the_copy_after_the_date_is_a_note() -> None:
    citation = read("Thomas Ash, Looms of Rome and Leeds, Cambridge, Weft Press, 1994 (paperback)")
    assert (citation.date_edtf, citation.notes) == ("1994", ("paperback",))


@pytest.mark.parametrize("place", ["Ithaca NY", "Hamden CT"])
def test_the_letters_of_a_state_need_no_comma(place: str) -> None:
    assert read(f"The Loom, Karl Ash, Weft Press, {place}, 1988, 20 pages.").place_of_publication == place


def test_a_film_is_no_entry() -> None:
    line = "BALLAD OF A LOOM, directed by Karl Ash, USSR, 1959, 87 minutes, in Russian, with English subtitles."
    assert read_text(line).kind is LineKind.PROSE


@pytest.mark.parametrize("label", ["25 January", "recommended book"])
def test_why_or_when_an_item_is_listed_is_none_of_its_fields(label: str) -> None:
    citation = read(f"{label}: Carl Ash, At the Looms: Weavers in Leeds (Leeds: Weft Press, 1980).")
    assert (citation.title, named(citation), citation.notes) == (
        "At the Looms: Weavers in Leeds",
        ["Carl Ash"],
        (f"{label}:",),
    )


def test_a_standard_number_after_the_imprint_ends_the_line() -> None:
    citation = read("Karl Ash, Songs of the Loom (Leeds: Weft Press, 1981) ISBN: 0-312-02256-5 Shelf HQ 16")
    assert (citation.title, citation.publisher, citation.isbn) == ("Songs of the Loom", "Weft Press", ("0312022565",))


def test_a_series_after_the_extent_may_bear_the_name_of_a_house() -> None:
    citation = read("Looms, Karl Ash, Weft Press, London, 1885, 24 pages. Lawrence and Wishart, No. 2.")
    assert (citation.series_title, citation.series_number) == ("Lawrence and Wishart", "No. 2")


def test_more_words_of_an_edition_are_of_its_statement() -> None:
    citation = read("Looms, Karl Ash, third edition, revised and enlarged, Weft Press, London, 1934, 126 pages.")
    assert citation.edition_statement == "third edition, revised and enlarged"


def test_what_follows_the_year_of_an_imprint_and_a_stop_is_a_note() -> None:
    note = "A good copy of the first edition."
    citation = read(f"Karl Ash, The Loom Club: An Historical Record, London, Victor Gollancz, 1970. {note}")
    assert (citation.title, named(citation)) == ("The Loom Club: An Historical Record", ["Karl Ash"])
    assert (citation.publisher, citation.date_edtf, citation.notes) == ("Victor Gollancz", "1970", (note,))


@pytest.mark.parametrize("year", ["(1954)", "1954"])
def test_a_name_and_a_title_may_stand_side_by_side_before_the_year(year: str) -> None:
    for title in ("The Weavers of Leeds", "British Women and the Mill"):
        citation = read(f"Hugh Elm {title} {year}" if year[0] == "(" else f"Hugh Elm {title}, {year}")
        assert (named(citation), citation.title, citation.date_edtf) == (["Hugh Elm"], title, "1954")


def test_a_parts_name_comes_after_a_stop() -> None:
    inside = read("A History of Looms: Volume 1. The First Weavers, E. H. Carr, Gollancz, London, 1950, 430 pages.")
    assert (inside.title, inside.part_number, inside.part_name) == (
        "A History of Looms: Volume 1", "Volume 1", "The First Weavers",
    )  # fmt: skip
    after = read("Elm, G. D. H. A History of Looms. Volume 2. The Later Weavers. London: Gollancz, 1954.")
    assert (after.title, after.part_number, after.part_name) == ("A History of Looms", "Volume 2", "The Later Weavers")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("D Defoe “A Tour” vol II Dent, Everyman (1962, first published 1724-6)", "series_title", "Everyman"),
        ("D Defoe “A Tour” vol II Dent, Everyman (1962, first published 1724-6)", "original_date_edtf", "1724/1726"),
        ("G Henson “Looms” Dent, London (1970 facsimile reprint)", "edition_statement", "facsimile reprint"),
        ("F Engels ‘The Mills” Martin Lawrence (1934)", "publisher", "Martin Lawrence"),
        ("H A Elm ‘The Mills’ vol 1 Clarendon Press Oxford (1964)", "place_of_publication", "Oxford"),
        ("Looms, Rewi Ash, Our History, 31, Gollancz, London, 1963, 32 pages", "series_number", "31"),
        ("Looms. Rewi Ash. - London : Gollancz, 1986. - 247 p. - (Mill Reprints)", "series_title", "Mill Reprints"),
        ("Looms, Rewi Ash, Marxism Today, August 1961, 242-247 pages", "page_count", 6),
        ("Women and Looms. Mill Women’s pamphlet no. 3. London. 1971. 12p", "series_number", "no. 3"),
    ],
)
def test_what_other_hands_put_beside_house_and_year(text: str, field: str, value: object) -> None:
    assert getattr(read(text), field) == value


def test_a_mark_of_exclamation_closes_a_title() -> None:
    citation = read("You Have No Loom! Mary Elm. Charles H. Kerr, Chicago, 1984. 60 pp.")
    assert (citation.title, named(citation)) == ("You Have No Loom!", ["Mary Elm"])


def test_a_stop_after_the_word_of_the_editor_opens_the_imprint() -> None:
    citation = read("Mill Voices. Joyce L. Elm, ed. PM Press, Oakland. 2011. 472 pp.")
    assert (names(citation, Role.EDT), citation.publisher) == (["Joyce L. Elm"], "PM Press")


def test_edited_books_need_no_imprint() -> None:
    citation = read("The Weavers’ Reader, edited by Ann Hill and Thomas Elm.")
    assert (citation.title, names(citation, Role.EDT)) == ("The Weavers’ Reader", ["Ann Hill", "Thomas Elm"])


def test_the_numbers_of_an_issue_are_no_title_when_linked() -> None:
    text = "Anglo-Mill Journal, Volume 14, No. 2, Summer 1953, 48 pages."
    citation = read_line(linked(text, "Volume 14, No. 2"), Context()).citation
    assert citation is not None
    assert (citation.container_title, citation.volume, citation.issue) == ("Anglo-Mill Journal", "14", "2")


def test_an_hour_makes_a_meeting_wherever_it_is_held() -> None:
    assert read_text("Reading group, Tuesdays, 7.30 pm, Marx Memorial Library, London, 2014").kind is LineKind.PROSE


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("translated and edited by", Role.TRL),
        ("selected, edited and translated by", Role.EDT),
        ("edited and introduced by", Role.EDT),
        ("selected and translated by", Role.TRL),
        ("in the translation of", Role.TRL),
        ("English version by", Role.TRL),
    ],
)
def test_of_two_roles_that_one_person_holds_the_first_counts(words: str, role: Role) -> None:
    citation = read(f"The Mill, Rewi Ash, {words} Ann Hill, Gollancz, London, 1934, 300 pages")
    assert (names(citation, role), citation.publisher) == (["Ann Hill"], "Gollancz")


def test_a_house_may_be_named_like_a_town() -> None:
    citation = read("Mill Letters, Rewi Ash, Heywood, Manchester, 1886, 52 pages.")
    assert (citation.publisher, citation.place_of_publication) == ("Heywood", "Manchester")
    both = read("Mill Letters, Rewi Ash, Gollancz, London, New York, 1886, 52 pages.")
    assert (both.publisher, both.place_of_publication) == ("Gollancz", "London, New York")


def test_capitals_after_the_extent_name_a_series_unless_they_are_said_of_a_copy() -> None:
    line = "The Dockers, Rewi Ash, Gollancz, London, 1986, 44 pages."
    assert read(f"{line} Humberside Working Lives.").series_title == "Humberside Working Lives"
    numbered = read(f"{line} Shire Albums, 142.")
    assert (numbered.series_title, numbered.series_number) == ("Shire Albums", "142")
    for note in ("Very Good Copy.", "Yn Gymraeg.", "Signed by the author."):
        assert read(f"{line} {note}").notes == (note,)


@pytest.mark.parametrize(
    ("note", "year"),
    [
        ("First published in French, 1882.", "1882"),
        ("Originally in The Weaver, #3, 1884.", "1884"),
        ("See 1882.", None),
    ],
)
def test_an_earlier_publication_may_be_told_after_the_extent(note: str, year: str | None) -> None:
    citation = read(f"The Dockers, Rewi Ash, Gollancz, London, 1986, 44 pages. {note}")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1986", year)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Joan Elm, “Looms,” Labour Monthly 91:5 (1986), 1053-75.", "issue", "5"),
        ("Joan Elm, The Looms of Leeds (Cambridge UP, 1983)", "publisher", "Cambridge UP"),
        ("Joan Elm, Weavers and the Revolution (Princeton, 1981)", "place_of_publication", "Princeton"),
        ("Elm, Joan. A short history of looms. 2nd ed. London : Muller, 1944.", "publisher", "Muller"),
        ("Elm, Joan, The Looms of Leeds (Leeds: Gollancz, 1990), chapters 1-3.", "part_number", None),
        ("“On Looms”, by the Weavers’ Union, (n.p.: 1972), 16 pages.", "date_edtf", "1972"),
        ("Declaration of the Rights of the Weavers (1918)", "date_edtf", "1918"),
        ("Lewis Elm, Cwmardy, Gollancz, London, 1937", "title", "Cwmardy"),
        ("LABOUR PARTY. Labour and the Looms. London, 1918. 22p.", "title", "Labour and the Looms"),
        ("CPGB. For Weavers. CPGB, 1935. 45p.", "title", "For Weavers"),
        ("J Elm “The Town Looms” Left Book Club, Victor Gollancz (1937)", "series_title", "Left Book Club"),
        ("J Elm “A History of Looms” Vol I Lawrence and Wishart (1968)", "publisher", "Lawrence and Wishart"),
        ("Thomas Elm, Greek Looms, London-New York, Gollancz, 1994", "place_of_publication", "London-New York"),
        ("Looms against Fascism, Wales and the Spanish Looms, Rewi Ash, Gollancz, London, 1984, 30 pages.",
         "other_title_information", "Wales and the Spanish Looms"),
        ("Bolshies in Wool, weavers’ strikes, London and Liverpool, 1918-19, Rewi Ash, Gollancz, London, 1978, 9 p.",
         "other_title_information", "weavers’ strikes, London and Liverpool, 1918-19"),
        ("Loom Heart, A Life of Ann Hill, Kevin Elm, Gollancz, London, 1993, 210 pages.", "title", "Loom Heart"),
    ],
)  # fmt: skip
def test_what_reading_lists_and_finding_aids_write(text: str, field: str, value: object) -> None:
    assert getattr(read(text), field) == value


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("ASH R.: Looms: a letter to the Bureau, Leeds, 18 July 1909. London 1934. 86pp.",
         "Looms: a letter to the Bureau, Leeds, 18 July 1909"),
        ("Ash, Rewi. Looms: the Fellowship, its origin and its work. Leeds: Weft Press, 1934.",
         "Looms: the Fellowship, its origin and its work"),
        ("Looms: an interview with Sue Elm, Leeds, May 18 1904. Rewi Ash. Weft Press, 1934. 86 p.",
         "Looms: an interview with Sue Elm, Leeds, May 18 1904"),
        ("Looms: the Council, its leaders and their end | Ash, R. (Weft Press 1934) (86 pp.)",
         "Looms: the Council, its leaders and their end"),
    ],
)  # fmt: skip
def test_a_subtitle_goes_on_over_its_commas_to_the_stop_before_the_imprint(line: str, title: str) -> None:
    citation = read(line)
    assert (citation.title, citation.date_edtf, len(citation.contributors)) == (title, "1934", 1)


@pytest.mark.parametrize("names", ["Michael Elm", "Michael Elm and Ann Ash", "M. Elm & A. Ash"])
@pytest.mark.parametrize(
    "bracket", ["(Pluto Press, 1978)", "[Pluto Press, London, 1978] 239pp", "(London: Pluto Press, 1978)"]
)
def test_a_dash_before_names_and_a_bracketed_imprint_parts_title_and_author(names: str, bracket: str) -> None:
    citation = read(f"A Weaver’s Fortune – {names} {bracket}")
    assert (citation.title, citation.publisher) == ("A Weaver’s Fortune", "Pluto Press")
    assert len(citation.contributors) == 1 + (names != "Michael Elm")


@pytest.mark.parametrize(
    "line",
    [
        "The Wind from the East – Ash, Rewi; Elm, Sue (eds) (Bombay, 1963) – 64 pp",
        "The Wind from the East / Ash, Rewi and Elm, Sue, eds., Pluto Press, London, 1963",
        "The Wind from the East – Rewi Ash and Sue Elm (eds) (London: Pluto Press, 1963)",
    ],
)
def test_editors_beside_a_dash_or_slash_keep_their_role(line: str) -> None:
    assert [one.role for one in read(line).contributors] == [Role.EDT, Role.EDT]


@pytest.mark.parametrize(
    "line",
    [
        "The Mill Song (Davy Elm); Weft Press (Leeds, 1936); 36pp.",
        "DAVY ELM: THE MILL SONG, WEFT PRESS, LEEDS, 1936, 36 PP",
    ],
)
def test_a_title_before_a_bracketed_author_or_after_one_in_capitals_is_none_of_his_name(line: str) -> None:
    citation = read(line)
    assert ((citation.title or "").casefold(), len(citation.contributors)) == ("the mill song", 1)


@pytest.mark.parametrize("name", ["WILLIAM J. ELM", "ANNA J ELM", "REWI ELM"])
def test_a_name_in_capitals_may_have_initials(name: str) -> None:
    assert names(read(f"The Mill Song, {name}, Pluto Press, London, 1936, 36 pp.")) == [name]


@pytest.mark.parametrize("sign", ["~", "·", "•", "¦", "::", "\\", "*"])
def test_areas_may_be_parted_by_a_sign_of_the_hands_own(sign: str) -> None:
    citation = read(f"The Mill Hands {sign} Rewi Ash {sign} Pluto Press, London, 1979 {sign} 556pp")
    assert (citation.title, citation.publisher, citation.page_count) == ("The Mill Hands", "Pluto Press", 556)
    assert named(citation) == ["Rewi Ash"]


@pytest.mark.parametrize("rest", ["Nairobi: 1969.", "Nairobi, 1969.", "1969.", "Pluto Press, 1969."])
def test_a_turned_name_of_no_list_and_a_title_need_no_house(rest: str) -> None:
    citation = read(f"Gelm, Zerwin. The Looms of Kenya. {rest}")
    assert (citation.title, named(citation), citation.date_edtf) == ("The Looms of Kenya", ["Gelm, Zerwin"], "1969")


@pytest.mark.parametrize("name", ["GELM Zerwin", "Zerwin GELM"])
def test_a_family_name_in_capitals_shows_a_name_of_no_list(name: str) -> None:
    citation = read(f"{name}, The Weavers of the Wharfe, Weft Press, Otley, 1974")
    assert (citation.title, len(citation.contributors)) == ("The Weavers of the Wharfe", 1)
    assert read("VIETNAM Libre, Ann Ash, Weft Press, Otley, 1974").title == "VIETNAM Libre"


def test_what_a_text_was_read_in_is_a_note() -> None:
    citation = read("Elm, Ann. The Weavers of the Wharfe. Leeds: Weft Press, 1974. Print.")
    assert (citation.publisher, citation.notes) == ("Weft Press", ("Print.",))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Crick, Michael. Militant. Faber and Faber, 1984.", "Militant"),
        ("Crick, Michael. Militant. London: Faber and Faber, 1984.", "Militant"),
        ("Thomas, D. (ed.), Wales: a new Study (Newton Abbot, 1977)", "Wales: a new Study"),
    ],
)
def test_a_house_or_a_place_may_be_the_title(line: str, title: str) -> None:
    citation = read(line)
    assert (citation.title, len(citation.contributors)) == (title, 1)


def test_a_name_in_capitals_holds_no_house() -> None:
    citation = read("The Loom, edited by STEVE NELSON, New York, 1950")
    assert ([one.name_raw for one in citation.contributors], citation.publisher) == (["STEVE NELSON"], None)


@pytest.mark.parametrize("house", ["", "Pluto Press, "])
def test_who_is_known_by_one_name_may_stand_before_a_whole_title(house: str) -> None:
    citation = read(f"Lenin, Women in the Union, {house}London, 1990")
    assert (citation.title, named(citation)) == ("Women in the Union", ["Lenin"])
    assert read(f"Gandhi, Prisoner of Hope, Judith Elm, {house}Oxford, 1989").title == "Gandhi"
