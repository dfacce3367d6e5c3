"""Names of parts: what stands between the number of a part and who wrote it, whatever else it looks like."""

import pytest

from shelflist.models.citation import Citation
from shelflist.models.page import Block, BlockKind
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, names, read

SET = "Collected Papers of the Weavers’ Guild, Weft Press, Leeds,"


def _part(citation: Citation) -> tuple[str | None, str | None]:
    return citation.part_number, citation.part_name


@pytest.mark.parametrize(
    "name", ["La Huelga", "El Vindicador", "The Lock-out", "Kilns and Carts", "Land, Rents and Taxes", "Siberia"]
)
def test_capitals_between_a_part_and_its_author_name_the_part(name: str) -> None:
    citation = read(f"The Red Loom, Volume 2, {name}, Rewi Elm-Hurst, Torchlight Press, Hull, 1974, 350 pages.")
    assert _part(citation) == ("Volume 2", name)
    assert names(citation) == ["Rewi Elm-Hurst"]


def test_a_pair_after_a_part_is_no_house_where_another_follows() -> None:
    citation = read("Elm, Ann. The Bakers’ Union. Vol. 2, War and Revolution. Hull: Torchlight Press, 1971. 334 pp.")
    assert (_part(citation), citation.publisher) == (("Vol. 2", "War and Revolution"), "Torchlight Press")


@pytest.mark.parametrize("wrote", ["Rewi Ash and Ann Elm", "Hone Marr", "Hone Marr, edited by Ann Elm"])
def test_who_wrote_a_part_does_not_name_it(wrote: str) -> None:
    citation = read(f"The Red Loom, Volume 2, {wrote}, Torchlight Press, Hull, 1974, 350 pages.")
    assert _part(citation) == ("Volume 2", None)


def test_a_body_after_the_name_of_a_part_is_none_of_it() -> None:
    citation = read(
        "The Red Loom, Part 2, The Winter Years, Calder Heritage Trust, Torchlight Press, Hull, 1990, 72 pages."
    )
    assert _part(citation) == ("Part 2", "The Winter Years")


@pytest.mark.parametrize(("number", "told"), [("Part the Second", "Part the Second"), ("Vol. II only", "Vol. II")])
def test_the_number_of_a_part_is_told_in_words_and_alone(number: str, told: str) -> None:
    citation = read(f"Elm, Ann. Hymns of the Loom. {number}. Hull: Torchlight Press, 1881. 64 pp.")
    assert citation.part_number == told


@pytest.mark.parametrize("name", ["Calder Maidens", "Foundation for the Looms"])
def test_a_link_around_a_part_and_its_name_holds_no_author(name: str) -> None:
    words = f"Part 3 – {name}"
    citation = read_line(linked(f"{words}, second printing, 1982, 104 pages.", words), Context()).citation
    assert citation is not None
    assert (_part(citation), names(citation)) == (("Part 3", name), [])


@pytest.mark.parametrize(
    ("words", "number", "name"),
    [
        ("Volume 2, Vilna, 1889-1905, 1958", "Volume 2", "Vilna, 1889-1905"),
        ("Volume 3, To the Board of Trade, 1919-1926, edited by Ann Elm, 1958", "Volume 3",
         "To the Board of Trade, 1919-1926"),
        ("Part 4, The Mill Riots, March 1935, 1976", "Part 4", "The Mill Riots, March 1935"),
    ],
)  # fmt: skip
def test_the_name_of_a_volume_keeps_its_date_before_that_of_the_volume(words: str, number: str, name: str) -> None:
    found = read_line(Block(BlockKind.LINE, f"{words}, 204 pages."), Context(inherited=SET)).citation
    assert found is not None
    assert (found.part_number, found.part_name, found.date_edtf) == (number, name, words[-4:])


def test_a_house_and_its_year_are_no_name_of_a_volume() -> None:
    found = read_line(Block(BlockKind.LINE, "Volume 2, Progress, 1958, 204 pages."), Context(inherited=SET)).citation
    assert found is not None
    assert (found.publisher, found.part_name) == ("Progress", None)


@pytest.mark.parametrize("number", ["Rhan 2", "Act Three"])
def test_parts_of_plays_and_of_welsh_books_have_numbers(number: str) -> None:
    found = read(f"The Weavers, {number}. Ada Elm. Leeds: Weft Press, 1976. 28 pp.")
    assert (found.title, found.part_number) == ("The Weavers", number)


@pytest.mark.parametrize("part", ["Book II [The Strangers]", "Part 2 (The Reckoning)"])
def test_a_part_has_its_name_in_a_bracket(part: str) -> None:
    found = read(f"Ann Elm. Warp and Weft, {part}. Leeds: Weft Press, 1909. 214 pp.")
    assert f"{found.part_number} {found.part_name}" == part.translate(str.maketrans("", "", "[]()"))


@pytest.mark.parametrize("name", ["Flax", "Cotton and Jute"])
def test_a_part_follows_a_title_even_if_it_might_be_a_bodys_name(name: str) -> None:
    found = read(f"Weavers of the Fens. Part 2. {name}. Ann Elm. Leeds: Weft Press, 1944. 51 p.")
    assert (found.title, _part(found), names(found)) == ("Weavers of the Fens", ("Part 2", name), ["Ann Elm"])
