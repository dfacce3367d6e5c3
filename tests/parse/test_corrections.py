"""A person's word goes over the reading of one line: fields, statuses, evidence; and over no other line."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.models.citation import Citation, DateStatus, DateType, LineKind, NameType, Reading, Role, Status
from shelflist.models.page import Block, BlockKind, Page
from shelflist.parse.corrections import NONE, Corrections, corrected
from shelflist.parse.line import read_text
from shelflist.parse.page import read_page
from shelflist.sources.corrections import CorrectedName, Correction
from shelflist.sources.model import Lookups

LINE = "Songs of the Loom, Rewi Ash, Weft Press, Leeds, 1912, 40 pages."
OTHERS = (
    "Mother, Maxim Gorky, Progress, Moscow, 1970, 420 pages.",
    "These lists grow when I find the time.",
    "[More to come]",
)
PAGE = "https://weavers.example.org/songs/"


def correction(line: str = LINE, **said: Any) -> Correction:
    return Correction(line=line, **{"reason": "seen", **said})


def read(**said: Any) -> Citation:
    reading = corrected(read_text(LINE), LINE, correction(**said))
    assert reading.citation is not None
    return reading.citation


def page_of(*lines: str, url: str = PAGE) -> Page:
    return Page(url=url, blocks=tuple(Block(kind=BlockKind.LINE, text=line) for line in lines))


def test_what_is_corrected_is_certain_and_the_rest_stays_as_read() -> None:
    before, after = read_text(LINE).citation, read(title="Songs of the Looms")
    assert before is not None
    assert (after.title, after.parse_confidence) == ("Songs of the Looms", 1.0)
    assert (after.page_count, after.contributors) == (before.page_count, before.contributors)


@pytest.mark.parametrize(
    ("said", "status"),
    [("Weft Press", Status.STATED), ("Weft", Status.STATED), ("Wef", Status.SUPPLIED), ("Warp", Status.SUPPLIED),
     ("", Status.NOT_STATED)],
)  # fmt: skip
def test_a_publisher_is_stated_if_its_words_stand_in_the_line(said: str, status: Status) -> None:
    assert read(publisher=said).publisher_status is status
    assert read(place_of_publication=said).place_status is status


@pytest.mark.parametrize(
    ("said", "status", "kind"),
    [("1912", DateStatus.STATED, DateType.SINGLE), ("1913", DateStatus.SUPPLIED, DateType.SINGLE),
     ("1912?", DateStatus.UNCERTAIN, DateType.QUESTIONABLE), ("1912~", DateStatus.APPROXIMATE, DateType.QUESTIONABLE),
     ("191X", DateStatus.APPROXIMATE, DateType.QUESTIONABLE), ("1912/1914", DateStatus.STATED, DateType.MULTIPLE),
     ("1912-03/1912-05", DateStatus.STATED, DateType.SINGLE), ("", DateStatus.NOT_STATED, DateType.UNKNOWN)],
)  # fmt: skip
def test_the_status_and_type_of_a_date_follow_from_it(said: str, status: DateStatus, kind: DateType) -> None:
    after = read(date_edtf=said)
    assert (after.date_edtf, after.date_status, after.date_type) == (said or None, status, kind)


def test_a_house_that_is_said_to_be_unknown_stays_so_when_it_is_emptied() -> None:
    before = Reading(kind=LineKind.ENTRY, citation=Citation(publisher_status=Status.NOT_IDENTIFIED))
    after = corrected(before, LINE, correction(publisher="")).citation
    assert after is not None
    assert after.publisher_status is Status.NOT_IDENTIFIED


def test_contributors_are_replaced_whole() -> None:
    names = (
        CorrectedName(name="Weavers' Guild", name_type=NameType.CORPORATE),
        CorrectedName(name="R Ash", role=Role.EDT),
    )
    after = read(contributors=names)
    assert [(person.name_raw, person.role) for person in after.contributors] == [
        ("Weavers' Guild", "aut"),
        ("R Ash", "edt"),
    ]


def test_words_left_over_are_read_once_a_field_holds_them() -> None:
    before = Reading(kind=LineKind.ENTRY, citation=Citation(title="Songs", unparsed_remainder="Weft Press; with maps"))
    after = corrected(before, LINE, correction(publisher="Weft Press")).citation
    assert after is not None
    assert after.unparsed_remainder == "with maps"


def test_the_evidence_tells_the_reason_and_what_was_read_before() -> None:
    reading = corrected(read_text(LINE), LINE, correction(publisher="Weft and Warp", title="Songs of the Loom"))
    rows = {field: (words, why) for field, words, why in reading.evidence}
    assert rows["publisher"] == ("Weft and Warp", "corrected: seen; read before: Weft Press")
    assert not rows["title"][1].startswith("corrected")  # it was read so anyway
    assert rows["parse_confidence"][1] == "a person looked: seen"
    assert [field for field, *_ in reading.evidence].count("publisher") == 1


def test_prose_is_no_entry_and_an_entry_is_one() -> None:
    assert corrected(read_text(LINE), LINE, correction(kind="prose")) == Reading(kind=LineKind.PROSE)
    prose = read_text(OTHERS[1])
    assert corrected(prose, OTHERS[1], correction(OTHERS[1], title="These lists")) == prose
    entry = corrected(prose, OTHERS[1], correction(OTHERS[1], kind="entry", title="These lists"))
    assert entry.citation is not None
    assert (entry.kind, entry.citation.title) == ("entry", "These lists")


@pytest.mark.parametrize(
    ("page", "applies"),
    [(None, True), (PAGE, True), ("http://WEAVERS.example.org/songs", True),
     ("https://weavers.example.org:443/songs/", True),
     ("https://weavers.example.org/other/", False), ("https://weavers.example.org/songs/?page=2", False)],
)  # fmt: skip
def test_a_page_is_known_by_its_address_however_it_is_written(page: str | None, applies: bool) -> None:
    found = Corrections.of([correction(kind="prose", page=page)]).find(LINE, page_of(LINE))
    assert (found is not None) is applies


def test_a_correction_for_the_page_goes_before_one_for_all() -> None:
    both = Corrections.of([correction(title="All"), correction(title="Here", page=PAGE)])
    (entry,) = read_page(page_of(LINE), Lookups(), both).entries
    assert entry.citation.title == "Here"
    (entry,) = read_page(page_of(LINE, url="https://weavers.example.org/"), Lookups(), both).entries
    assert entry.citation.title == "All"


said = st.one_of(
    st.fixed_dictionaries({"title": st.text(max_size=20)}),
    st.fixed_dictionaries({"publisher": st.sampled_from(["", "Weft", "Moscow"]), "page_count": st.integers(0, 900)}),
    st.just({"kind": "prose"}),
    st.fixed_dictionaries({"kind": st.just("entry"), "title": st.just("A title")}),
)


@settings(max_examples=60, deadline=None)
@given(said, st.permutations([LINE, LINE, *OTHERS]), st.booleans())
def test_a_correction_never_changes_any_other_line(said: dict[str, Any], lines: list[str], is_other_page: bool) -> None:
    where = {"page": "https://weavers.example.org/other/"} if is_other_page else {}
    plain = read_page(page_of(*lines), Lookups(), NONE)
    after = read_page(page_of(*lines), Lookups(), Corrections.of([correction(**said, **where)]))
    assert [entry for entry in after.entries if entry.raw != LINE] == [e for e in plain.entries if e.raw != LINE]
    assert [line for line in after.lines if line.text != LINE] == [line for line in plain.lines if line.text != LINE]
    assert (after == plain) if is_other_page else len(after.lines) == len(plain.lines)
    assert [entry.raw for entry in after.entries] == [line.text for line in after.lines if line.kind == "entry"]


@settings(max_examples=60, deadline=None)
@given(said)
def test_correcting_twice_is_correcting_once(said: dict[str, Any]) -> None:
    once = corrected(read_text(LINE), LINE, correction(**said))
    twice = corrected(once, LINE, correction(**said))
    assert (twice.kind, twice.citation) == (once.kind, once.citation)
