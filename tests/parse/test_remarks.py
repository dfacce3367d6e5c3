"""What a reader adds to the lines of his list: signs and boxes before them, remarks and addresses after them."""

import pytest

from shelflist.models.citation import Citation
from shelflist.parse.line import Context, read_line, read_text
from shelflist.parse.segments.remarks import remark_at_end
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.lines import linked, names, read

UNDER = Context(heading_path=("Books I read",))


def listed(text: str) -> Citation:
    citation = read_text(text, UNDER).citation
    assert citation is not None, text
    return citation


@pytest.mark.parametrize("before", ["★★★★ ", "[x] ", "- [ ] ", "(*) ", "✓ ", "⭐ "])
@pytest.mark.parametrize("line", ["The Mill Race by Ann Ash", "Ann Ash – The Mill Race"])
def test_boxes_and_signs_before_a_line_are_none_of_its_title(before: str, line: str) -> None:
    citation = listed(before + line)
    assert (citation.title, names(citation)) == ("The Mill Race", ["Ann Ash"])


def test_a_dash_and_a_comma_stand_for_the_author_above() -> None:
    citation = listed("-, The Mill Race (Leeds: Weft Press, 1947).")
    assert (citation.title, citation.publisher) == ("The Mill Race", "Weft Press")


@pytest.mark.parametrize(
    "remark",
    [
        "(fiction)",
        "(novel, crime)",
        "(YA fiction, series)",
        "[on loan]",
        "(677.2 ASH)",
        "(Goodreads)",
        "https://a.test/1",
    ],
)
def test_a_remark_after_the_author_is_a_note(remark: str) -> None:
    citation = listed(f"The Mill Race by Ann Ash {remark}")
    assert (citation.title, names(citation), citation.notes) == ("The Mill Race", ["Ann Ash"], (remark,))


@pytest.mark.parametrize("signs", [" ⭐", " ★★★☆☆", " *", "✓"])
def test_signs_after_the_author_are_none_of_his_name(signs: str) -> None:
    citation = listed("The Mill Race, Ann Ash" + signs)
    assert (names(citation), citation.notes) == (["Ann Ash"], (signs.strip(),))


@pytest.mark.parametrize("sign", [" – ", " - ", ": ", "; "])
def test_what_is_thought_of_a_book_follows_its_author_or_year(sign: str) -> None:
    citation = listed(f"The Mill Race by Ann Ash{sign}a good first book on water mills.")
    assert (citation.title, citation.notes) == ("The Mill Race", ("a good first book on water mills.",))
    assert listed(f"The Mill Race by Ann Ash (1954){sign}the plates are poor").notes == ("the plates are poor",)


@pytest.mark.parametrize(
    "text",
    [
        "The Mill Race by Ann Ash (ed.)",
        "The Mill Race by Ann Ash (trans. Tom Elm)",
        "The Mill Race (a novel)",
        "The Mill Race – a history of water mills",
        "The Mill Race by Ann Ash (first published 1896; Weft 1971)",
    ],
)
def test_a_role_a_subtitle_or_an_imprint_is_no_remark(text: str) -> None:
    assert remark_at_end(text, len(text), gazetteer_for(USUAL)) is None


def test_a_link_to_a_shop_marks_no_title() -> None:
    citation = read_line(linked("The Mill Race by Ann Ash (Amazon)", "Amazon"), UNDER).citation
    assert citation is not None
    assert (citation.title, names(citation)) == ("The Mill Race", ["Ann Ash"])


@pytest.mark.parametrize("sign", ["; ", " – "])
def test_more_fields_after_a_name_are_no_remark(sign: str) -> None:
    parts = ("The Mill Race", "by Ann Ash", "lithographs by Sue Elm", "Weft Press, Leeds, 1949")
    citation = listed(sign.join(parts))
    assert (citation.publisher, citation.date_edtf, citation.notes) == ("Weft Press", "1949", ())


@pytest.mark.parametrize(
    "said",
    [
        "ex-lib, jacket taped",
        "lacks front endpaper, tea on p 90",
        "d/w worn",
        "damp-stained",
        "missing pages 11-12",
        "not in the Leeds library catalogue",
        "2 copies",
        "no cover scan",
        "signed by the author",
        "in good condition",
        "G/VG",
        "lent to Bill",
        "folding map on linen",
    ],
)
@pytest.mark.parametrize("sign", [", ", "; ", " - ", " – "])
def test_what_is_said_of_the_copy_after_the_date_is_a_note(said: str, sign: str) -> None:
    citation = read(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954{sign}{said}")
    assert (citation.title, names(citation), citation.date_edtf) == ("The Mill Hands", ["Rewi Ash"], "1954")
    assert (citation.publisher, citation.place_of_publication) == ("Weft Press", "Leeds")
    assert (citation.notes, citation.unparsed_remainder) == ((said,), None)


@pytest.mark.parametrize("field", ["edited from the library copy by Sue Elm", "2nd edition", "first published 1921"])
def test_a_role_or_an_edition_after_the_date_is_no_remark_on_the_copy(field: str) -> None:
    assert read(f"The Mill Hands, Weft Press, Leeds, 1954, {field}").notes in ((), (field,) if "1921" in field else ())


def test_a_sentence_after_a_dated_bracket_makes_no_entry() -> None:
    told = read_text("In his Reminiscences (London, 1947), the old weaver recalls the lock-out.")
    assert told.citation is None


@pytest.mark.parametrize("end", ["1954 9780521880633", "1954) 0 14 021053 9", "1954, 66 pp 978-0-521-88063-3"])
def test_a_bare_isbn_that_its_check_digit_proves_closes_an_entry(end: str) -> None:
    bracket = "(" if ")" in end else ""
    citation = read(f"Rewi Ash, The Mill Hands, {bracket}Leeds: Weft Press, {end}")
    assert (citation.title, citation.publisher, citation.date_edtf) == ("The Mill Hands", "Weft Press", "1954")
    assert citation.isbn in (("9780521880633",), ("0140210539",))


@pytest.mark.parametrize(
    "remark",
    ["Scanned from a copy in the Fenland Trades Library.", "Stamped by the Loomby Reading Room Library.",
     "From the Loomby Library.", "Copy in the Weavers’ Library.", "This was number 12 in a series.",
     "First in the Weavers’ Library series.", "The full text is in the Loom Library, Volume 4."],
)  # fmt: skip
def test_what_is_said_of_a_series_or_a_library_is_none(remark: str) -> None:
    citation = read_text(f"The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 66 pages. {remark}").citation
    assert citation is not None
    assert citation.series_title is None
    assert citation.notes == (remark,)


@pytest.mark.parametrize("words", ["Fells and Dales", "Weft Masters"])
def test_capitals_between_stops_that_nothing_shows_to_be_a_note_are_withheld(words: str) -> None:
    citation = read(f"The Mill Hands. By Rewi Ash. {words}. Weft Press. Leeds. 1953. 281 pp.")
    assert (citation.notes, citation.unparsed_remainder) == ((), words)


@pytest.mark.parametrize("words", ["PhD. Thesis", "In Typescript"])
def test_what_its_own_words_show_to_be_a_note_is_one_in_capitals_too(words: str) -> None:
    assert read(f"The Mill Hands. By Rewi Ash. {words}. Weft Press. Leeds. 1953. 281 pp.").notes == (words,)
