"""What `explain` says of every field: the words that became it and why, or where else it is from."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.models.citation import Citation, Contributor, Evidence, Status
from shelflist.models.page import Block, BlockKind, Page
from shelflist.models.rows import EntryRow
from shelflist.parse.corrections import NONE, Corrections
from shelflist.parse.page import read_page
from shelflist.pipeline.origins import Origin, origins, reasons_for_confidence
from shelflist.sources.corrections import Correction
from shelflist.sources.model import Lookups
from tests.support import rows

LINE = "Songs of the Loom, Rewi Ash, Weft Press, Leeds, 1912, 40 pages."


def read(line: str = LINE, *headings: str, corrections: Corrections = NONE) -> tuple[EntryRow, Evidence]:
    block = Block(kind=BlockKind.LINE, text=line, heading_path=headings)
    page = Page(url="https://weavers.example.org/", blocks=(block,))
    (entry,) = read_page(page, Lookups(), corrections).entries
    row = replace(rows.entry(), citation_raw=line, citation=entry.citation, heading_path=headings)
    return row, entry.evidence


def told(row: EntryRow, evidence: Evidence) -> dict[str, Origin]:
    return {one.field: one for one in origins(row, evidence)}


def test_every_field_that_says_something_is_told_with_a_reason() -> None:
    row, evidence = read()
    found = told(row, evidence)
    assert {"title", "publisher", "place_of_publication", "date_edtf", "page_count", "contributor 1"} <= found.keys()
    assert [one for one in found.values() if not (one.value and one.why)] == []
    assert (found["date_edtf"].words, found["page_count"].words) == ("1912", "40 pages.")
    assert found["contributor 1"].words == "Rewi Ash"


def test_names_that_share_a_surname_are_told_one_by_one() -> None:
    found = told(*read("Songs of the Loom, WP and Zelda Coates, Weft Press, London, 1935, 40 pages."))
    assert [found[f"contributor {number}"].value.split(" (")[0] for number in (1, 2)] == ["WP Coates", "Zelda Coates"]
    assert {found[f"contributor {number}"].words for number in (1, 2)} == {"WP and Zelda Coates"}


def test_an_author_whom_only_the_heading_names_is_told_to_come_from_it() -> None:
    row, evidence = read("Songs of the Loom, Progress, Moscow, 1970, 40 pages.", "Books", "Vladimir Lenin")
    (name,) = [one for field, one in told(row, evidence).items() if field.startswith("contributor")]
    assert (name.words, name.why) == ("", "from the heading “Vladimir Lenin”")


def test_what_a_set_header_gives_is_told_to_come_from_it() -> None:
    lines = ("Songs, edited by Rewi Ash, Weft Press, Leeds,", "Part 1: The Loom, 1912, 40 pages.")
    blocks = tuple(Block(kind=BlockKind.LINE, text=line) for line in lines)
    (entry,) = read_page(Page(url="https://weavers.example.org/", blocks=blocks), Lookups()).entries
    row = replace(rows.entry(), citation_raw=entry.raw, citation=entry.citation, heading_path=())
    found = told(row, entry.evidence)
    for field in ("title", "publisher", "publisher_status", "contributor 1"):
        assert (found[field].words, found[field].why) == ("", f"from the set header above: “{lines[0]}”")
    assert found["part_number"].words.startswith("Part 1")


def test_words_left_over_tell_what_they_may_have_been() -> None:
    row, evidence = read("Weavers, Looms and Mills, Fenland Folk, by Sue Elm, May 1937")
    left = told(row, evidence)["unparsed_remainder"]
    assert left.value == "Fenland Folk"
    assert "“Fenland Folk” is perhaps other title information" in left.why


@pytest.mark.parametrize(
    ("given", "field", "why"),
    [
        ({"publisher": "Elsewhere", "publisher_status": Status.SUPPLIED}, "publisher_status", "does not say it"),
        ({"publisher": "Elsewhere"}, "publisher", "from the lines above"),
        ({"publisher_status": Status.NOT_IDENTIFIED}, "publisher_status", "not known"),
        ({"series_title": "Leeds"}, "series_title", "stands so in the line"),
        ({"contributors": (Contributor(name_raw="Nobody"),)}, "contributor 1", "from the lines above"),
    ],
)
def test_what_has_no_evidence_of_its_own_is_told_for_what_it_is(given: dict[str, Any], field: str, why: str) -> None:
    row = replace(rows.entry(), citation_raw=LINE, citation=Citation(**given), heading_path=())
    assert why in told(row, ())[field].why


def test_a_correction_is_the_reason_for_its_field_and_for_the_confidence() -> None:
    one = Correction(line=LINE, reason="the cover says so", publisher="Weft and Warp")
    row, evidence = read(corrections=Corrections.of([one]))
    assert told(row, evidence)["publisher"].why == "corrected: the cover says so; read before: Weft Press"
    assert reasons_for_confidence(row.citation, evidence) == ("a person looked: the cover says so",)


def test_the_confidence_is_explained_by_what_is_missing_and_by_the_closest_call() -> None:
    citation = Citation(title="Songs", publisher_status=Status.UNPARSED, unparsed_remainder="Weft")
    evidence = (("title", "Songs", "stands first; 4.0 better than unread"),
                ("publisher", "Weft", "place in the line; 0.3 better than author"))  # fmt: skip
    assert reasons_for_confidence(citation, evidence) == (
        "words are left over: Weft",
        "the publisher could not be told",
        "neither a date nor an extent was read",
        "the closest call: “Weft” as publisher is 0.3 better than author",
    )


def test_words_that_may_be_of_another_field_are_named() -> None:
    citation = Citation(title="Loom Review, No. 3", date_edtf="1954", notes=("Crafts for All.",))
    assert reasons_for_confidence(citation, ()) == (
        "a number may be that of an issue or a series", "a note may belong to another field",
    )  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from([*LINE.replace(",", " ,").split(), "n.p.", "edited by", "Volume 2", "[1913]"]), max_size=14
    )
)
def test_any_entry_is_explained_in_full(words: list[str]) -> None:
    block = Block(kind=BlockKind.LINE, text=" ".join(words))
    for entry in read_page(Page(url="https://weavers.example.org/", blocks=(block,)), Lookups()).entries:
        row = replace(rows.entry(), citation_raw=entry.raw, citation=entry.citation, heading_path=())
        assert [one for one in origins(row, entry.evidence) if not (one.value and one.why)] == []
        assert reasons_for_confidence(entry.citation, entry.evidence)
