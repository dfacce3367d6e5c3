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
