"""What stands after the count of pages, or after the imprint: the date, who helped, series, notes."""

import pytest

from shelflist.models.citation import Role
from tests.parse.lines import names, read


@pytest.mark.parametrize(
    ("text", "date", "notes"),
    [
        ("“Old Looms” – Ada Elm – Weft Press, Leeds – 63 pages – 1975", "1975", ()),
        ("Old Looms, Ada Elm, Weft Press, Leeds, 63 pages (July 1937)", "1937-07", ()),
        ("Old Looms / Ada Elm / Weft Press, Leeds / 63 pages / about 1939 / ex-library", "1939~", ("ex-library",)),
        ("Old Looms, Ada Elm, Weft Press, Leeds. 63 pages. 1975. In Danish.", "1975", ("In Danish.",)),
        ("Old Looms, Ada Elm, Weft Press, Leeds, 63 pages, n.d.", None, ()),
    ],
)
def test_a_date_alone_after_the_extent_dates_the_book(text: str, date: str | None, notes: tuple[str, ...]) -> None:
    found = read(text)
    assert (found.date_edtf, found.notes, found.publisher) == (date, notes, "Weft Press")


@pytest.mark.parametrize(
    "text",
    [
        "Old Looms, a letter of May 1926, Ada Elm, 63 pages, Weft Press, Leeds, 1975, 20p.",
        "Old Looms, 1919-1921, Ada Elm, 63 pages, n.p., Leeds, 1975. In Danish.",
    ],
)
def test_a_year_in_words_about_the_text_does_not_date_the_imprint_that_follows_the_extent(text: str) -> None:
    found = read(text)
    assert (found.place_of_publication, found.date_edtf) == ("Leeds", "1975")


@pytest.mark.parametrize("note", ["Scanned in 2004.", "Shown at Leeds in 1984.", "index, 1984 prices"])
def test_a_year_in_a_note_dates_no_book(note: str) -> None:
    found = read(f"Old Looms, Ada Elm, Weft Press, Leeds, 63 pages. {note}")
    assert (found.date_edtf, found.notes) == (None, (note,))


@pytest.mark.parametrize(
    ("words", "role", "who", "notes"),
    [
        ("introduced by her niece, Margery Strong", Role.WIN, "Margery Strong", ()),
        ("Afterword: Prof. Lothar Kranz.", Role.WIN, "Prof. Lothar Kranz", ()),
        ("Woodcuts: Clifford Moss", Role.ILL, "Clifford Moss", ()),
        ("facsimile of the 1858 printing, with an introduction by Joan Moss", Role.WIN, "Joan Moss",
         ("facsimile of the 1858 printing",)),
        ("Contains a foreword by Joan Moss. Cover torn.", Role.WIN, "Joan Moss", ("Cover torn.",)),
        ("foreword by Joan Moss, cover torn", Role.WIN, "Joan Moss", ("cover torn",)),
        ("(signed copy; preface by Joan Moss)", Role.WIN, "Joan Moss", ("signed copy",)),
        ("Photographs by Nell Moss, captions by Ned Moss.", Role.ILL, "Nell Moss", ()),
    ],
)  # fmt: skip
def test_who_helped_is_told_beside_other_words_after_the_extent(
    words: str, role: Role, who: str, notes: tuple[str, ...]
) -> None:
    found = read(f"Old Looms, Ada Elm, Weft Press, Leeds, 1973, 63 pages; {words}")
    assert (names(found, role), found.notes) == ([who], notes)


@pytest.mark.parametrize("words", ["Interviews recorded by Joan Moss.", "With a cover by Joan Moss."])
def test_who_recorded_interviews_or_drew_the_cover_edits_and_introduces_nothing(words: str) -> None:
    found = read(f"Old Looms, Ada Elm, Weft Press, Leeds, 1973, 63 pages. {words}")
    assert not names(found, Role.EDT) + names(found, Role.COM) + names(found, Role.WIN)


@pytest.mark.parametrize(
    "words",
    [
        "with a foreword from Hugh Elm",
        "preface: Beatriu Soler",
        "introduction Beatriu Soler",
        "introduced by his daughter, Ana Soler",
        "préf. de Marcel Soler",
    ],
)
def test_who_opens_a_book_is_told_in_many_ways(words: str) -> None:
    found = read(f"Old Looms, Ada Elm, {words}, Weft Press, Leeds, 1973, 63 pages.")
    assert names(found) == ["Ada Elm"]
    assert [name.rpartition(" ")[2] for name in names(found, Role.WIN)] in (["Elm"], ["Soler"])


def test_the_colour_in_the_name_of_a_house_edits_nothing() -> None:
    found = read("Old Looms – Ada Elm – Red Rose Players, Bury – 1935 – 63 pages")
    assert (found.publisher, names(found, Role.EDT)) == ("Red Rose Players", [])


def test_a_second_helper_follows_with_what_he_wrote_of_the_author() -> None:
    found = read("Old Looms, selected by Ada Elm with a sketch of the author by Kurt Moss, Weft Press, Leeds, 1973.")
    assert names(found, Role.COM) == ["Ada Elm"]


@pytest.mark.parametrize(
    ("words", "series", "number", "notes"),
    [
        ("— (Lesson books ; 7). — In Finnish.", "Lesson books", "7", ("In Finnish",)),
        ("; 19 cm. — (Lesson books ; no. 7) Copy 2 lacks cover.", "Lesson books", "no. 7",
         ("19 cm. Copy 2 lacks cover.",)),
        ("Weavers’ Primers 2; stamped", "Weavers’ Primers", "2", ("stamped",)),
        (". Voices of the Fen 4, index", "Voices of the Fen", "4", ("index",)),
        (". Fen Classics, No. 1. £15.", "Fen Classics", "No. 1", ("£15.",)),
        (". [Fenland Voices.]", "Fenland Voices", None, ()),
        ("— (Text in Danish)", None, None, ("(Text in Danish)",)),
        ("— (Photocopy of the typescript)", None, None, ("(Photocopy of the typescript)",)),
    ],
)  # fmt: skip
def test_signs_and_a_number_tell_the_series_from_the_notes_beside_it(
    words: str, series: str | None, number: str | None, notes: tuple[str, ...]
) -> None:
    found = read(f"Old Looms / Ada Elm. — Leeds : Weft Press, 1973. — 63 p. {words}")
    assert (found.series_title, found.series_number, found.notes) == (series, number, notes)


@pytest.mark.parametrize("author", ["Ada Elm", "by Ada Elm", "edited by Ada Elm"])
@pytest.mark.parametrize("words", ["Voices of the Fen, 31", "Working Lives, No. 31"])
def test_capitals_with_a_number_between_title_and_author_are_a_series(words: str, author: str) -> None:
    found = read(f"Old Looms, {words}, {author}, Weft Press, Leeds, 1973, 63 pages.")
    assert f"{found.series_title}, {found.series_number}" == words
    assert (found.title, found.contributors[0].name_raw) == ("Old Looms", "Ada Elm")


def test_a_phrase_with_a_bare_number_may_be_a_series_and_explains_nothing() -> None:
    found = read("Old Looms, Our History, 31, Ada Elm, Weft Press, Leeds, 1973, 63 pages.")
    assert (found.other_title_information, found.unparsed_remainder) == (None, "Our History; 31")


def test_tracts_and_papers_before_their_place_are_the_house_where_no_other_is_named() -> None:
    found = read("Old Looms, Ada Elm, Northern Labour Tracts, Oldham, 1906, 22 pp.")
    assert (found.publisher, found.series_title) == ("Northern Labour Tracts", None)
    found = read("Old Looms, Ada Elm, Northern Labour Tracts, No. 3, Oldham, 1906, 22 pp.")
    assert (found.publisher, found.series_title) == (None, "Northern Labour Tracts")


@pytest.mark.parametrize(
    ("words", "edition", "notes"),
    [
        ("2nd, unaltered edition (some pages brown)", "2nd, unaltered edition", ("(some pages brown)",)),
        ("4th ed. with a supplement", "4th ed. with a supplement", ()),
        ("2nd edition, revised and enlarged. Stained.", "2nd edition, revised and enlarged", ("Stained.",)),
        ("new cover", None, ("new cover",)),
    ],
)
def test_an_edition_after_the_extent_is_given_with_all_that_is_said_of_it(
    words: str, edition: str | None, notes: tuple[str, ...]
) -> None:
    found = read(f"Old Looms, Ada Elm, Weft Press, Leeds, 1973, 63 pages; {words}")
    assert (found.edition_statement, found.notes) == (edition, notes)


def test_what_is_said_of_a_file_after_its_size_is_a_note_with_it() -> None:
    found = read("Old Looms; Ada Elm; Weft Press, Leeds; 1973; PDF, 1.4 MB, pages 3-4 missing")
    assert (found.date_edtf, found.edition_statement, found.notes) == (
        "1973",
        None,
        ("PDF, 1.4 MB, pages 3-4 missing",),
    )


@pytest.mark.parametrize("count", ["8 S.", "6 tt."])
def test_few_pages_may_be_counted_by_a_letter_after_the_year(count: str) -> None:
    found = read(f"An die Kollegen. Karl Baum. Leeds: Weft Press, 1934. {count} In German.")
    assert (found.page_count, found.notes) == (int(count[0]), ("In German.",))


@pytest.mark.parametrize(
    ("text", "title", "volume", "issue"),
    [
        ("Loom and Shuttle, Number 12 (Weft Press, Leeds, Spring 1936) 20p.", "Loom and Shuttle", None, "12"),
        ("The Pit Prop. Number 19. Weft Press, Leeds. November 1926. 4 pp.", "The Pit Prop", None, "19"),
        ("Der Webstuhl. Jg. 6. Weft Press, Leeds, 1914. 128 pp.", "Der Webstuhl", "6", None),
        ("Sour Mash – Issue 4 – Fall 2007 – Weft Press – Leeds – 48pp", "Sour Mash", None, "4"),
        ("Kirti Lehar; Vol. IV, No. 11; Leeds; March 1940; 12 pp.", "Kirti Lehar", "IV", "11"),
    ],
)
def test_a_number_after_a_title_that_nobody_wrote_is_an_issues_with_a_month_or_a_volume_of_the_year(
    text: str, title: str, volume: str | None, issue: str | None
) -> None:
    found = read(text)
    assert (found.container_title, found.volume, found.issue) == (title, volume, issue)
    assert not found.contributors


@pytest.mark.parametrize(
    "text",
    [
        "Old Looms, No. 12, Ada Elm, Weft Press, Leeds, May 1936, 20 pages.",
        "Weft Papers, No. 12, Weft Press, Leeds, May 1936, 20 pages.",
        "Old Looms, No. 12, Weft Press, Leeds, 1936, 20 pages.",
    ],
)
def test_an_authors_or_a_series_number_or_a_year_alone_shows_no_issue(text: str) -> None:
    assert read(text).container_title is None


@pytest.mark.parametrize(
    "told",
    ["A word beforehand from Councillor Ann Hill.", "Foreword Bishop Otto Elm of Hull, much foxed."],
)
def test_help_that_is_not_understood_is_withheld_and_no_note(told: str) -> None:
    found = read(f"Looms of Fen, Rewi Ash, Weft Press, Leeds, 1954, 63 pages. In Welsh. {told}")

    assert found.notes == ("In Welsh.",)
    assert found.unparsed_remainder == told


@pytest.mark.parametrize("told", ["Translated from the Welsh.", "Introduction lacking.", "Presented by Mrs Bell."])
def test_what_names_no_helper_stays_a_note(told: str) -> None:
    found = read(f"Looms of Fen, Rewi Ash, Weft Press, Leeds, 1954, 63 pages. {told}")

    assert found.notes == (told,)
