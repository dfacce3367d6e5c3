"""The measuring itself: what the evaluation counts as right, and what not."""

from dataclasses import replace
from pathlib import Path

import pytest

from shelflist.models.citation import Citation, Contributor, DateStatus, LineKind, NameType, Reading, Role, Status
from tests.parse.expected import Case, from_marked
from tests.parse.marked import DATA, Expected, read_half, read_lines
from tests.parse.score import judged, outcome_of
from tests.parse.variants import VARIANTS
from tests.parse.verdicts import Verdict

LINES = """
{t:Looms of the North}, {a:Rewi Ash}, {p:Weft Press}, {l:Leeds}, {y:1966}, {x:66} pages. {n:In Welsh.}
{t:Loom Law}, {c:Guild of Weavers}, n.p., {l:Leeds}, n.d., 9x12 inches, {x:4} pages.
{t:Cloth, {v:Volume 2}}, {a:W and Zelda Ash}, {l:Leeds}, {y=1950?:1950?}, {x:80} pages.
""".strip()


@pytest.fixture
def lines(tmp_path, monkeypatch) -> tuple[Expected, ...]:  # type: ignore[no-untyped-def]
    (tmp_path / "lines.txt").write_text(LINES, encoding="utf-8")
    monkeypatch.setattr("tests.parse.marked.DATA", tmp_path)
    return read_lines("lines.txt")


@pytest.fixture
def cases(lines: list[Expected]) -> list[Case]:
    return from_marked(lines)


LOOMS = Citation(
    title="Looms of the North", publisher="Weft Press", publisher_status=Status.STATED, place_of_publication="Leeds",
    place_status=Status.STATED, date_edtf="1966", date_status=DateStatus.STATED, page_count=66, notes=("In Welsh.",),
    contributors=(Contributor(name_raw="Rewi Ash"),), parse_confidence=0.95,
)  # fmt: skip
LAW = Citation(
    title="Loom Law", publisher_status=Status.NOT_IDENTIFIED, place_of_publication="Leeds", place_status=Status.STATED,
    date_status=DateStatus.NOT_IDENTIFIED, page_count=4,
    contributors=(Contributor(name_raw="Guild of Weavers", name_type=NameType.CORPORATE),),
)  # fmt: skip


def entry(citation: Citation) -> Reading:
    return Reading(kind=LineKind.ENTRY, citation=citation)


def test_a_reading_that_says_what_the_marks_say_is_wholly_right(cases: list[Case]) -> None:
    assert all(one.is_right for one in judged(cases[0], entry(LOOMS)).values())
    assert all(one.is_right for one in judged(cases[1], entry(LAW)).values())
    assert outcome_of(cases[0], entry(LOOMS)).all_right


@pytest.mark.parametrize(
    ("field", "value"),
    [("series_title", "Weft Press"), ("container_title", "Looms"), ("isbn", ("1",)), ("volume", "2"),
     ("original_date_edtf", "1966"), ("edition_statement", "1966"), ("other_title_information", "Rewi Ash"),
     ("part_name", "Weft"), ("part_number", "Part 1"), ("notes", ("In Welsh. Leeds",)), ("date_edtf", "1967")],
)  # fmt: skip
def test_a_value_the_line_does_not_state_is_wrong(cases: list[Case], field: str, value: object) -> None:
    reading = entry(replace(LOOMS, **{field: value}))  # type: ignore[arg-type]
    assert judged(cases[0], reading)[field] is Verdict.WRONG
    assert not outcome_of(cases[0], reading).all_right


def test_a_role_the_line_does_not_state_is_wrong(cases: list[Case]) -> None:
    for role, field in ((Role.EDT, "editors"), (Role.TRL, "translators"), (Role.OTH, "other_contributors")):
        both = (*LOOMS.contributors, Contributor(name_raw="Weft Press", role=role))
        assert judged(cases[0], entry(replace(LOOMS, contributors=both)))[field] is Verdict.WRONG


def test_a_body_read_as_a_person_is_wrong(cases: list[Case]) -> None:
    person = replace(LAW, contributors=(Contributor(name_raw="Guild of Weavers"),))
    verdicts = judged(cases[1], entry(person))
    assert verdicts["authors"] is Verdict.RIGHT
    assert verdicts["corporate_authors"] is Verdict.MISSED


def test_a_missed_value_that_is_told_is_an_abstention(cases: list[Case]) -> None:
    silent = replace(LOOMS, publisher=None)
    assert judged(cases[0], entry(silent))["publisher"] is Verdict.MISSED
    for told in ({"unparsed_remainder": "Weft Press"}, {"publisher_status": Status.UNPARSED}):
        assert judged(cases[0], entry(replace(silent, **told)))["publisher"] is Verdict.ABSTAINED


def test_words_without_a_mark_may_stand_in_a_note_and_need_not(cases: list[Case]) -> None:
    noted = replace(LAW, notes=("9x12 inches",))
    assert judged(cases[1], entry(noted))["notes"] is Verdict.RIGHT
    assert judged(cases[1], entry(LAW))["notes"] is Verdict.EMPTY


def test_a_shared_surname_is_two_names(cases: list[Case]) -> None:
    both = (Contributor(name_raw="W Ash"), Contributor(name_raw="Zelda Ash"))
    assert judged(cases[2], entry(Citation(contributors=both)))["authors"] is Verdict.RIGHT
    assert judged(cases[2], entry(Citation(contributors=both[:1])))["authors"] is Verdict.WRONG


def test_statuses_are_derived_from_the_line(cases: list[Case]) -> None:
    assert cases[0].right["publisher_status"] == [Status.STATED]
    assert cases[1].right["publisher_status"] == [Status.NOT_IDENTIFIED]
    assert cases[1].right["date_status"] == [DateStatus.NOT_IDENTIFIED]
    assert cases[2].right["publisher_status"] == [Status.NOT_STATED]
    assert cases[2].right["date_status"] == [DateStatus.UNCERTAIN]


def test_an_entry_that_is_not_read_as_one_has_nothing_right(cases: list[Case]) -> None:
    outcome = outcome_of(cases[0], Reading(kind=LineKind.PROSE))
    assert (outcome.confidence, outcome.core_right, outcome.all_right) == (0.0, False, False)


def test_a_variant_changes_the_markup_and_nothing_else(lines: list[Expected]) -> None:
    for line in lines:
        for name, vary in VARIANTS.items():
            varied = vary(line)
            assert varied is not None
            assert varied.block.text.replace("“", "").replace("”", "") == line.block.text, name
            assert varied.words_of("title", "part_number") == line.words_of("title", "part_number"), name
            start, end = varied.spans["title"][0]
            assert varied.block.text[start:end] == line.fields["title"][0], name


def test_no_mark_of_the_evaluation_lines_is_left_open() -> None:
    files = sorted(path.name for path in DATA.glob("*.txt") if path.name != "other_pages.txt")
    assert files
    for name in files:
        for line in read_half(name):
            assert not set("{}") & set(line.block.text)
            assert all(line.block.text[a:b].strip() for spans in line.spans.values() for a, b in spans)


TOLD = """
{t:Looms}, {d:a novel}, {a:Rewi Ash}, {d:with ten songs}, {l:Leeds}, {y:1950}, {x:80} pages.
{t:To the Weavers}, leaflet, {d:on the strike}, {l:Leeds}, {y:1950}, {x:1} page.
{t:To the Dyers}, {d:leaflet, on the strike}, {l:Leeds}, {y:1950}, {x:1} page.
{t:Looms}, poems by {a:Rewi Ash}, {l:Leeds}, {y:1950}, {x:80} pages.
{t:Looms}, {d:a speech} by {a:Rewi Ash}, {l:Leeds}, {y:1950}, {x:80} pages.
"""


@pytest.mark.parametrize(
    ("at", "phrase", "right"),
    [
        (0, "a novel; with ten songs", True), (0, "with ten songs", False), (1, "on the strike", True),
        (1, "leaflet, on the strike", True), (2, "on the strike", True), (2, "leaflet", False),
        (3, "poems", True), (3, None, True), (3, "by Rewi Ash", False), (4, None, True), (4, "a speech", True),
    ],
)  # fmt: skip
def test_all_phrases_are_to_be_given_and_a_word_for_the_kind_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, phrase: str | None, *, right: bool
) -> None:
    (tmp_path / "told.txt").write_text(TOLD.strip(), encoding="utf-8")
    monkeypatch.setattr("tests.parse.marked.DATA", tmp_path)
    case = from_marked(read_lines("told.txt"))[at]
    reading = entry(Citation(title="Looms", other_title_information=phrase))
    assert judged(case, reading)["other_title_information"].is_right is right
