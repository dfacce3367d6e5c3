"""A piece, and after its extent the publication that it stands in: each is read as a line of its own."""

import pytest

from shelflist.models.citation import Citation, DateStatus, Genre, Role, Status
from tests.parse.lines import names, read

PIECE = "The Dyers’ Reply, Ann Elm, 1931, pages 4-8"


def told(host: str, piece: str = PIECE) -> Citation:
    return read(f"{piece}{host}")


@pytest.mark.parametrize(
    "host",
    [
        ". [From the pamphlet Mill Voices, Weft Press, Leeds, 44 pages.]",
        ". (From Mill Voices, Weft Press, Leeds, 44 pages.)",
        " [In: Mill Voices, Leeds: Weft Press, 44 pages]",
        ". From the leaflet Mill Voices, Weft Press, Leeds, 44 pages.",
        ", in: Mill Voices, Weft Press, Leeds, 44 pages.",
        ", from Mill Voices, Weft Press, Leeds, 44 pages.",
    ],
)
def test_title_house_and_place_of_the_host_are_taken_and_its_pages_are_not(host: str) -> None:
    found = told(host)
    assert (found.container_title, found.publisher) == ("Mill Voices", "Weft Press")
    assert found.place_of_publication == "Leeds"
    assert (found.title, found.date_edtf, found.page_count) == ("The Dyers’ Reply", "1931", 5)
    assert found.genre is Genre.ARTICLE
    assert "44 pages" in found.notes[0]
    assert "Weft Press" not in found.notes[0]


def test_what_stands_in_square_brackets_is_supplied() -> None:
    found = told(". [From Mill Voices, Weft Press, Leeds, 1932, 44 pages.]", "The Dyers’ Reply, Ann Elm, pages 4-8")
    assert (found.publisher_status, found.place_status) == (Status.SUPPLIED, Status.SUPPLIED)
    assert (found.date_edtf, found.date_status) == ("1932", DateStatus.SUPPLIED)
    assert told(". (From Mill Voices, Weft Press, Leeds.)").publisher_status is Status.STATED


@pytest.mark.parametrize(
    ("host", "volume", "issue"),
    [
        ("[From the journal Red Looms, Volume 2, No. 12, 48 pages.]", "2", "12"),
        ("[From the bulletin Red Looms, No. 9, 12 pages.]", None, "9"),
        ("(From Red Looms, Vol. IV, Leeds, 48 pages.)", "IV", None),
    ],
)
def test_volume_and_number_of_the_host_are_those_of_the_piece(host: str, volume: str | None, issue: str | None) -> None:
    found = told(f". {host}")
    assert (found.container_title, found.volume, found.issue) == ("Red Looms", volume, issue)
    assert host[1:4] in found.notes[0]


def test_the_series_of_the_host_is_that_of_the_piece() -> None:
    found = told(". [From the pamphlet Mill Voices, Weft Workers’ Papers, No. 2, 20 pages.]")
    assert (found.container_title, found.series_title, found.series_number) == (
        "Mill Voices",
        "Weft Workers’ Papers",
        "No. 2",
    )


def test_what_is_said_after_the_pages_of_the_host_is_a_note() -> None:
    found = told(". [From the yearbook Vävaren, 112 pages. In Swedish. The cover is torn.] Signed.")
    assert found.container_title == "Vävaren"
    assert "In Swedish. The cover is torn." in " ".join(found.notes)
    assert "Signed." in found.notes
    assert found.languages == ("swe",)


def test_a_piece_with_an_imprint_of_its_own_keeps_it_and_the_note_tells_that_of_the_host() -> None:
    piece = "The Dyers’ Reply, Ann Elm, Loom Books, Bath, 1931, pages 4-8"
    found = told(". [From Mill Voices, Weft Press, Leeds, 1932, 44 pages.]", piece)
    assert (found.publisher, found.place_of_publication, found.date_edtf) == ("Loom Books", "Bath", "1931")
    assert found.notes == ("[From Mill Voices, Weft Press, Leeds, 1932, 44 pages.]",)


def test_who_edited_the_host_is_an_editor() -> None:
    found = told(". [From Mill Voices, edited by Sue Ash, Weft Press, Leeds, 44 pages.]")
    assert (names(found), names(found, Role.EDT)) == (["Ann Elm"], ["Sue Ash"])


@pytest.mark.parametrize(
    "note",
    ["[In Welsh.]", "(In Polish and German.)", "[From the German edition.]", "(From the library of the author.)"],
)
def test_a_language_an_edition_or_an_owner_is_no_host(note: str) -> None:
    found = told(f". {note}")
    assert found.container_title is None
    assert " ".join(found.notes).strip("[]().") == note.strip("[]().")


def test_a_periodical_named_as_a_tongue_is_a_host() -> None:
    assert told(". [From Welsh Looms, No. 3, 40 pages.]").container_title == "Welsh Looms"
