"""What a list says of a text after its linked title is a note."""

import pytest

from shelflist.models.citation import Citation, LineKind
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, names, read

SAID = "How weavers lived before they had a union."


def annotated(after: str, before: str = "", title: str = "The Mill Hands") -> Citation:
    reading = read_line(linked(f"{before}{title}{after}", title), Context())
    assert reading.citation is not None, after
    return reading.citation


@pytest.mark.parametrize("sign", [". ", ".", " – ", " - ", ": "])
def test_a_sentence_after_a_linked_title_is_a_note(sign: str) -> None:
    citation = annotated(f"{sign}{SAID}")
    assert (citation.title, citation.notes, citation.other_title_information) == ("The Mill Hands", (SAID,), None)


def test_a_sentence_after_the_author_or_the_year_is_a_note_too() -> None:
    for after in (", by Rewi Ash. ", " by Rewi Ash – ", ", by Rewi Ash (1954). "):
        citation = annotated(f"{after}{SAID}")
        assert (citation.title, names(citation), citation.notes) == ("The Mill Hands", ["Rewi Ash"], (SAID,))
    assert annotated(f" (1954): {SAID}").date_edtf == "1954"


def test_a_phrase_that_runs_on_to_its_stop_is_a_note() -> None:
    assert annotated(". Thoughts on the strike of the dyers.").notes == ("Thoughts on the strike of the dyers.",)


@pytest.mark.parametrize("after", [". Vol. 1: The Spinners. Leeds: Weft Press.", ". Weft Press, Leeds, 1954."])
def test_an_imprint_after_a_linked_title_is_no_note(after: str) -> None:
    assert annotated(after).publisher == "Weft Press"


def test_the_author_may_stand_before_the_link_or_in_it() -> None:
    assert names(annotated(f". {SAID}", before="Rewi Ash, ")) == ["Rewi Ash"]
    held = annotated(f". {SAID}", title="Rewi Ash – The Mill Hands")
    assert (held.title, names(held), held.notes) == ("The Mill Hands", ["Rewi Ash"], (SAID,))


@pytest.mark.parametrize("line", ["Read The Mill Hands. It is a good account.", "The Mill Hands is a good account."])
def test_a_sentence_with_a_link_in_it_is_no_entry(line: str) -> None:
    assert read_line(linked(line, "The Mill Hands"), Context()).kind is not LineKind.ENTRY


@pytest.mark.parametrize(
    "code", ["60s13. ", "gov01. ", "PH-0123: ", "DOC0045 – ", "MS 21/3. ", "[PB412] ", "B14.203. "]
)
def test_the_code_of_an_archive_is_none_of_the_title(code: str) -> None:
    line = f"{code}The Mill Hands"
    for marked in (line, "The Mill Hands"):
        citation = read_line(linked(line, marked), Context()).citation
        assert citation is not None
        assert citation.title == "The Mill Hands"


@pytest.mark.parametrize("title", ["WW2: The Home Front", "MI5: The Secret Years", "B52 Bombers over Hanoi"])
def test_a_name_with_a_figure_is_no_code(title: str) -> None:
    assert read(f"{title}, Ann Hill, Weft Press, Leeds, 1954, 40 pages").title == title


@pytest.mark.parametrize("sign", [", ", " – ", ": ", ". "])
def test_a_body_before_a_linked_title_is_its_author(sign: str) -> None:
    citation = annotated(", 1954", before=f"Dyers’ Union of Hull{sign}")
    assert (citation.title, names(citation), citation.date_edtf) == ("The Mill Hands", ["Dyers’ Union of Hull"], "1954")


def test_a_colon_parts_a_linked_title_from_its_author_or_house() -> None:
    assert names(annotated(": a study by Rewi Ash")) == ["Rewi Ash"]
    assert annotated(": Hull Women’s Group, 1977").publisher == "Hull Women’s Group"
