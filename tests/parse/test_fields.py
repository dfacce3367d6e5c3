"""Which words become which field, pattern by pattern."""

import pytest

from shelflist.models.citation import Citation, DateStatus, DateType, Genre, NameType, Role, Status
from shelflist.models.page import Block, BlockKind, Link, Span
from shelflist.parse.line import Context, read_line, read_text
from shelflist.sources.model import Lookups


def read(text: str, context: Context | None = None) -> Citation:
    citation = read_text(text, context).citation
    assert citation is not None, text
    return citation


def marked(text: str, title: str) -> Citation:
    """Reads `text` with `title` as an emphasised link."""
    start = text.index(title)
    link = Link("x.pdf", "https://archive.test/x.pdf", title, start, start + len(title))
    block = Block(BlockKind.LINE, text, links=(link,), emphasis=(Span(link.start, link.end),))
    citation = read_line(block, Context()).citation
    assert citation is not None
    return citation


def test_the_marked_text_is_the_title_whole_and_its_trailing_comma_is_off() -> None:
    citation = marked("Cloth, Thread, Needle, Rewi Ash, Leeds, 1954, 81 pages.", "Cloth, Thread, Needle,")
    assert citation.title == "Cloth, Thread, Needle"
    assert [person.name_raw for person in citation.contributors] == ["Rewi Ash"]


def test_a_link_over_the_whole_line_marks_no_title() -> None:
    text = "The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 281 pages."
    assert marked(text, text).title == "The Mill Hands"


def test_a_part_stays_in_the_title_and_is_also_read_out_of_it() -> None:
    citation = read("Capital – Volume 2 – The Process of Circulation, Karl Marx, Progress, Moscow, 1956, 551 pages.")
    assert citation.title == "Capital – Volume 2 – The Process of Circulation"
    assert (citation.part_number, citation.part_name) == ("Volume 2", "The Process of Circulation")


def test_a_part_outside_the_marked_title_is_read_beside_it() -> None:
    citation = marked("Capital, Volume 2, Karl Marx, Progress, Moscow, 1956, 551 pages.", "Capital")
    assert (citation.title, citation.part_number) == ("Capital", "Volume 2")


def test_a_shared_surname_is_given_to_each() -> None:
    people = read("Soviet Labour, WP and Zelda Coates, Gollancz, London, 1935, 40 pages.").contributors
    assert [(person.name_raw, person.family, person.given) for person in people] == [
        ("WP Coates", "Coates", "WP"),
        ("Zelda Coates", "Coates", "Zelda"),
    ]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("edited by Rewi Ash", Role.EDT),
        ("compiled and edited by Rewi Ash", Role.EDT),
        ("compiled by Rewi Ash", Role.COM),
        ("translated from the French by Rewi Ash", Role.TRL),
        ("with an introduction by Rewi Ash", Role.WIN),
        ("illustrated by Rewi Ash", Role.ILL),
        ("signed by Rewi Ash", Role.SGN),
        ("prepared by Rewi Ash", Role.COM),
        ("under the direction of Rewi Ash", Role.OTH),
        ("by Rewi Ash", Role.AUT),
    ],
)
def test_a_role_is_read_from_its_words(words: str, role: Role) -> None:
    (person,) = read(f"The Mill Hands, {words}, Weft Press, Leeds, 1954, 81 pages.").contributors
    assert (person.name_raw, person.role) == ("Rewi Ash", role)


def test_who_told_the_story_is_its_author_beside_who_drew_it() -> None:
    reading = read_text("The Loom and I, story by Sue Elm; drawings by Rewi Ash, (Leeds: Weft Press, 1965), 24 pages.")
    assert reading.citation is not None
    assert (reading.citation.title, reading.citation.other_title_information) == ("The Loom and I", None)
    told = [(one.name_raw, one.role) for one in reading.citation.contributors]
    assert told == [("Sue Elm", Role.AUT), ("Rewi Ash", Role.ILL)]


def test_numbers_of_a_series_may_be_words() -> None:
    reading = read_text("The Mill Hands, (Leeds, Weft Press, 1933), Little Loom Library, Volume Fourteen, 96 pages.")
    assert reading.citation is not None
    assert (reading.citation.series_title, reading.citation.series_number) == ("Little Loom Library", "Volume Fourteen")


def test_a_language_between_title_and_imprint_is_no_host() -> None:
    reading = read_text("“The Road to the Mill”, in Russian, (Leeds: 1954), 113 pages.")
    assert reading.citation is not None
    assert (reading.citation.container_title, reading.citation.languages) == (None, ("rus",))


def test_a_body_is_corporate_and_the_person_who_led_it_is_apart() -> None:
    text = "Logic, Collective of the Institute of Weaving under the leadership of MB Ash, n.p., 1934, 219 pages."
    body, leader = read(text).contributors
    assert (body.name_raw, body.name_type) == ("Collective of the Institute of Weaving", NameType.CORPORATE)
    assert (leader.name_raw, leader.role, leader.role_raw) == ("MB Ash", Role.OTH, "under the leadership of")


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Vincent van Gogh", "van Gogh", "Vincent"),
        ("Hồ Chí Minh", "Hồ", "Chí Minh"),
        ("Mao Tse-tung", "Mao", "Tse-tung"),
        ("R. H. Bruce Lockhart", "Lockhart", "R. H. Bruce"),
        ("Bolesław Bierut", "Bierut", "Bolesław"),
    ],
)
def test_family_and_given_names_are_parted(name: str, family: str, given: str) -> None:
    (person,) = read(f"The Mill Hands, {name}, Weft Press, Leeds, 1954, 81 pages.").contributors
    assert (person.name_raw, person.family, person.given) == (name, family, given)


def test_a_family_name_put_first_is_known_for_one() -> None:
    citation = read("Ash, Rewi. The Mill Hands. Leeds: Weft Press, 1954.")
    (person,) = citation.contributors
    assert (person.name_raw, person.family, person.given) == ("Ash, Rewi", "Ash", "Rewi")
    assert (citation.title, citation.publisher, citation.place_of_publication) == (
        "The Mill Hands",
        "Weft Press",
        "Leeds",
    )


def test_what_is_said_not_to_be_there_differs_from_silence() -> None:
    said = read("The Mill Hands, Rewi Ash, n.p., Leeds, n.d., 81 pages.")
    assert (said.publisher, said.publisher_status) == (None, Status.NOT_IDENTIFIED)
    assert (said.place_of_publication, said.place_status) == ("Leeds", Status.STATED)
    assert (said.date_edtf, said.date_status, said.date_raw) == (None, DateStatus.NOT_IDENTIFIED, "n.d.")
    silent = read("The Mill Hands, Rewi Ash, 81 pages.")
    assert (silent.publisher_status, silent.place_status) == (Status.NOT_STATED, Status.NOT_STATED)
    assert silent.date_status is DateStatus.NOT_STATED


def test_a_place_in_brackets_is_supplied() -> None:
    citation = read("The Mill Hands, Rewi Ash, n.p. (Dublin?), 1954, 81 pages.")
    assert (citation.place_of_publication, citation.place_status) == ("Dublin", Status.SUPPLIED)


def test_the_imprint_is_that_of_the_item_in_hand() -> None:
    first, again = "first published Penguin Books, London, 1950", "reprinted version Red Star Press, New York, 2013"
    text = f"The Mill Hands, Rewi Ash, {first}, {again}, 398 pages."
    citation = read(text)
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (
        "Red Star Press",
        "New York",
        "2013",
    )
    assert (citation.original_date_edtf, citation.date_type) == ("1950", DateType.REPRINT)
    assert citation.edition_statement == "reprinted version"


def test_a_first_publication_that_stands_alone_dates_the_entry() -> None:
    citation = read("The Mill Hands, Rewi Ash, first published 1919, 187 pages.")
    assert (citation.date_edtf, citation.original_date_edtf, citation.date_type) == ("1919", "1919", DateType.SINGLE)


def test_a_note_with_numbers_does_not_disturb_the_extent() -> None:
    citation = read("The Mill Hands, Rewi Ash, Leeds, 1954, 248 pages. (Pages 145-161 are out of order.)")
    assert (citation.page_count, citation.extent_raw) == (248, "248 pages.")
    assert citation.notes == ("(Pages 145-161 are out of order.)",)


def test_a_language_is_given_only_where_it_is_stated() -> None:
    assert read("The Mill Hands, Rewi Ash, Leeds, 1954, 248 pages. In French.").languages == ("fra",)
    assert read("In German Hands, Rewi Ash, Leeds, 1954, 248 pages.").languages == ()


def test_standard_numbers_are_read() -> None:
    citation = read("The Mill Hands, Rewi Ash, Leeds, 1961, 72 pages. ISBN 0-14-013593-7")
    assert citation.isbn == ("0140135937",)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("The Mill Hands, Rewi Ash, Leeds, 1954, 49 pages.", Genre.BOOK),
        ("The Mill Hands, Rewi Ash, Leeds, 1954, 48 pages.", Genre.PAMPHLET),
        ("The Mill Hands, Rewi Ash, Leeds, 1954, 4 pages.", Genre.UNKNOWN),
        ("To the Mill Hands, leaflet, Leeds, 1954, 2 pages.", Genre.LEAFLET),
        ("Labour Monthly, Vol. 24, No. 6, June 1942, 32 pages.", Genre.PERIODICAL_ISSUE),
        ("Speech, Rewi Ash, pages 4-9. [From the pamphlet Looms, 34 pages.]", Genre.ARTICLE),
        ("First Congress of Weavers, verbatim report, Leeds, 1954, 94 pages.", Genre.PROCEEDINGS),
        ("The Mill Hands, Rewi Ash, Leeds, 1954.", Genre.UNKNOWN),
    ],
)
def test_the_genre_is_stated_or_follows_from_the_form(text: str, genre: Genre) -> None:
    assert read(text).genre is genre


def test_a_periodical_gives_its_volume_and_issue() -> None:
    citation = read("Labour Monthly, Vol. 24, No. 6, June 1942, 32 pages.")
    assert (citation.container_title, citation.volume, citation.issue) == ("Labour Monthly", "24", "6")


def test_two_close_readings_leave_the_field_empty_and_the_words_kept() -> None:
    for name in ("Weft", "Weft Ash", "Weft and Warp", "The Weft"):
        citation = read(f"The Mill Hands, {name}, 81 pages.")
        held = " ".join([str(citation), citation.unparsed_remainder or ""])
        assert name in held


def test_a_heading_that_is_a_person_supplies_the_author() -> None:
    context = Context(heading_path=("Texts", "Chell Boda [Chell Bo] (1904-1989)"))
    (person,) = read("The Mill Hands, Weft Press, Leeds, 1954, 81 pages.", context).contributors
    assert (person.name_raw, person.family) == ("Chell Boda", "Boda")
    (other,) = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 81 pages.", context).contributors
    assert other.name_raw == "Rewi Ash"


def test_a_heading_that_is_no_person_supplies_nobody() -> None:
    context = Context(heading_path=("History of the USSR",))
    assert read("The Mill Hands, Weft Press, Leeds, 1954, 81 pages.", context).contributors == ()


def test_a_volume_inherits_from_the_header_of_its_set() -> None:
    context = Context(inherited="Collected Weavings, Weft Press, Leeds,")
    citation = read("Volume 1, 3rd printing, 1976, 596 pages.", context)
    assert (citation.title, citation.part_number) == ("Collected Weavings", "Volume 1")
    assert (citation.publisher, citation.publisher_status) == ("Weft Press", Status.SUPPLIED)
    assert (citation.place_of_publication, citation.edition_statement) == ("Leeds", "3rd printing")


def test_a_site_adds_its_own_publishers_places_and_names() -> None:
    text = "The Mill Hands, Alder Birch, Cedar Dale, Elmfield, 1954, 81 pages."
    context = Context(lookups=Lookups(publishers=("Cedar Dale",), places=("Elmfield",), names=("Alder Birch",)))
    citation = read(text, context)
    assert (citation.publisher, citation.place_of_publication) == ("Cedar Dale", "Elmfield")
    assert citation.parse_confidence > read(text).parse_confidence


def test_every_field_says_why_it_is_what_it_is() -> None:
    evidence = read_text("The Mill Hands, Rewi Ash, Pluto Press, London, 1954, 81 pages.").evidence
    told = {field: (words, reason) for field, words, reason in evidence}
    assert told["publisher"][0] == "Pluto Press"
    assert "listed publisher" in told["publisher"][1]
    assert "listed place" in told["place_of_publication"][1]
    assert {"title", "contributors", "publisher", "place_of_publication", "date_edtf", "extent_raw"} <= told.keys()


@pytest.mark.parametrize(
    ("extent", "pages"),
    [("384 S.", 384), ("64 s. In Russian.", 64), ("142 t. In Welsh.", 142), ("96 стр.", 96), ("77 S. (Fraktur)", 77)],
)
def test_pages_are_counted_in_other_languages(extent: str, pages: int) -> None:
    citation = read(f"Im Westen, Rewi Ash, Weft Press, Leeds, 1931, {extent}")
    assert (citation.page_count, citation.date_edtf, citation.unparsed_remainder) == (pages, "1931", None)


def test_a_language_in_brackets_is_no_host() -> None:
    assert read("Pustynya, M. Ilyin, Mir, Moscow, 1934, 90 pages. (In Russian.)").container_title is None


def test_the_letters_nd_end_a_name_and_are_no_missing_date() -> None:
    assert read("The Looms (with Robert Lynd, 12 pages), Weft Press, Leeds, 1938").page_count is None


@pytest.mark.parametrize("file", ["[PDF]", "[DjVu, 4.1 MB]", "(EPUB)"])
def test_what_is_said_of_the_file_is_a_note(file: str) -> None:
    citation = read(f"2. The Little Loom by P. Ershov (Progress, 1976) {file}")
    assert (citation.title, citation.publisher, citation.date_edtf) == ("The Little Loom", "Progress", "1976")
    assert citation.notes == (file,)


@pytest.mark.parametrize("who", ["the author", "the authors", "the compilers"])
def test_who_wrote_may_also_publish(who: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash and Ada Elm, published by {who}, Hanoi, 1955, 266 pages.")
    assert (citation.publisher, citation.place_of_publication) == (who, "Hanoi")


def test_before_no_place_stands_a_house() -> None:
    assert read("Looms in the Playground. Anon. Dark Loom, n.pl., 1980. 10 pp.").publisher == "Dark Loom"


@pytest.mark.parametrize("title", ["Elbe, Saale, Unstrut", "Wakes Week, Looms and Bobbins", "RENTS, RATES AND DUST"])
def test_commas_part_no_fields_before_the_stop_that_parts_the_author(title: str) -> None:
    citation = read(f"{title}. Rewi Ash. Weft Press, Leeds, 1964. 120 pages.")
    assert (citation.title, citation.other_title_information) == (title, None)
    assert [person.name_raw for person in citation.contributors] == ["Rewi Ash"]


@pytest.mark.parametrize(
    ("words", "series", "number"),
    [
        ("No 7 in the Weft Library", "Weft Library", "No 7"),
        ("Fact series no. 3", "Fact series", "no. 3"),
    ],
)
def test_a_series_may_be_told_after_its_number_or_by_a_small_word(words: str, series: str, number: str) -> None:
    citation = read(f"The Power Loom, Ann Elm, {words}, Bobbin Press, Bolton, 1962, 90 pages.")
    assert (citation.series_title, citation.series_number, citation.part_number) == (series, number, None)


def test_a_series_before_the_place_is_no_house() -> None:
    assert read("Fact Finding, Ann Elm, Fact series no. 3, London, 1937, 96 pages.").publisher is None


@pytest.mark.parametrize("words", ["hardback", "paperback"])
def test_a_binding_alone_is_no_edition(words: str) -> None:
    citation = read(f"The Putter, Ann Elm, Lodge Press, Durham, 1935, {words}, 34 pages.")
    assert (citation.edition_statement, citation.notes) == (None, (words,))


def test_of_two_houses_the_one_by_the_place_published() -> None:
    citation = read("Science Today, Ann Elm, New World Books, Candlewick and Norgrave, London, 1930, 128 pages.")
    assert (citation.publisher, citation.unparsed_remainder) == ("Candlewick and Norgrave", "New World Books")


@pytest.mark.parametrize(
    ("words", "edition"),
    [
        ("third edition, revised by F. W. Elm", "third edition, revised by F. W. Elm"),
        ("2nd rev. ed.", "2nd rev. ed."),
        ("People’s Edition", "People’s Edition"),
        ("this edition", "this edition"),
        ("New Educational Books", None),
    ],
)
def test_a_statement_of_edition_is_whole_and_nothing_else(words: str, edition: str | None) -> None:
    citation = read(f"The Power Loom, Ann Ash, {words}, Bobbin Press, Bolton, 1962, 90 pages.")
    assert (citation.edition_statement, len(citation.contributors)) == (edition, 1)


def test_an_edition_may_stand_in_a_bracket_after_the_date() -> None:
    citation = read("The Power Loom, Ann Ash, Bobbin Press, Bolton, 1962 (4th impression), 90 pages.")
    assert (citation.edition_statement, citation.date_edtf) == ("4th impression", "1962")


def test_capitals_after_the_extent_that_may_be_a_series_are_no_note() -> None:
    citation = read("The Hand Loom, Luther Ash, Bobbin Press, London, 1934, 126 pages. Crafts for Many.")
    assert (citation.notes, citation.unparsed_remainder) == ((), "Crafts for Many.")
    assert read("The Hand Loom, Luther Ash, Bobbin Press, London, 1934, 126 pages. Good Copy.").notes == ("Good Copy.",)


@pytest.mark.parametrize(
    ("words", "series", "number"),
    [
        ("Labour Monthly Pamphlets, No. 7", "Labour Monthly Pamphlets", "No. 7"),
        ("Publications of the Humber Society, vol. 4", "Publications of the Humber Society", "vol. 4"),
        ("Party Life series: 2", "Party Life series", "2"),
    ],
)
def test_what_is_numbered_before_a_house_is_a_series_and_no_periodical(words: str, series: str, number: str) -> None:
    citation = read(f"The Ropemakers, Sue Elm, {words}, Torchlight Press, Hull, 1938, 24 pages.")
    assert (citation.series_title, citation.series_number) == (series, number)
    assert (citation.container_title, citation.part_number) == (None, None)


def test_a_series_may_stand_in_a_bracket_after_its_house() -> None:
    citation = read("The Hemp Fields, Sue Elm, Torchlight Press (Humber Worker Booklets, 2), Hull, 1945, 24 pages.")
    assert (citation.publisher, citation.series_title) == ("Torchlight Press", "Humber Worker Booklets")


def test_a_name_in_full_after_one_word_and_a_comma_is_no_given_name() -> None:
    citation = read("Trawl, Ned Haddock, Anvil Library of Fishing, no. 3, Torchlight Press, Hull, 1963, 114 pages.")
    assert (citation.title, citation.contributors[0].name_raw) == ("Trawl", "Ned Haddock")


def test_a_series_with_its_number_explains_no_title_whatever_marks_the_title() -> None:
    before = read("The Red Fleet, (Humber Worker Pamphlet No. 7), Sue Elm, Torchlight Press, Hull, 1937, 20 pages.")
    after = read("The Red Fleet, Sue Elm, Torchlight Press, Hull, 1937 (Humber Worker Papers 7), 20 pages.")
    assert (before.series_title, after.series_title) == ("Humber Worker Pamphlet", "Humber Worker Papers")
    assert (before.date_edtf, after.date_edtf) == ("1937", "1937")


def test_what_a_whole_book_is_a_number_of_is_a_series_and_no_periodical() -> None:
    book = read("The Rope Rolls of Hull, edited by R. Elm (Humber Society, 21, 1915), 210 pp.")
    assert (book.series_title, book.series_number, book.container_title) == ("Humber Society", "21", None)
    assert (book.part_number, book.genre) == (None, Genre.BOOK)
    piece = read("The Rope Rolls of Hull, R. Elm (Humber Society, 21, 1915), pp. 3-19.")
    assert (piece.series_title, piece.container_title, piece.genre) == (None, "Humber Society", Genre.ARTICLE)
