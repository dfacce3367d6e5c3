"""Articles whose title stands in marks of quotation or before "In", and where their hosts begin."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked, named, read


@pytest.mark.parametrize(
    "text",
    [
        "Elm, Thomas, 'Looms and law', Labour Monthly, no. 40, May 1931, pp. 55-60.",
        "Elm, Thomas, ‘Looms and law’, Labour Monthly, no. 40, May 1931, pp. 55-60.",
        "Elm, Thomas. “Looms and law.” Labour Monthly, no. 40, May 1931, pp. 55-60.",
        'Elm, Thomas, "Looms and law," Labour Monthly, no. 40, May 1931, pp. 55-60.',
        "'Looms and law', Labour Monthly, no. 40, May 1931, pp. 55-60.",
        "Elm, Thomas: „Looms and law“, Labour Monthly, no. 40, May 1931, S. 55-60.",
        "Elm, Thomas, «Looms and law», Labour Monthly, no. 40, May 1931, pp. 55-60.",
        "Elm, Thomas, « Looms and law », Labour Monthly, no. 40, May 1931, pp. 55-60.",
    ],
)
def test_words_in_marks_after_names_are_the_title(text: str) -> None:
    citation = read(text)
    assert (citation.title, citation.container_title, citation.issue) == ("Looms and law", "Labour Monthly", "40")
    assert citation.unparsed_remainder is citation.other_title_information is None
    assert named(citation) == (["Elm, Thomas"] if text.startswith("Elm") else [])


def test_names_in_the_usual_order_stand_before_a_title_in_marks() -> None:
    citation = read("Thomas Elm, “Looms and Law”, Labour Monthly, May 1931.")
    assert (citation.title, named(citation)) == ("Looms and Law", ["Thomas Elm"])


@pytest.mark.parametrize("title", ["A weaver's diary", "The weavers’ strike", "Weavers’ control"])
def test_a_genitive_closes_no_title(title: str) -> None:
    opened, closed = ("'", "'") if "'" in title else ("‘", "’")
    citation = read(f"Elm, Thomas, {opened}{title}{closed}, Labour Monthly, May 1931.")
    assert citation.title == title


def test_in_opens_the_host_of_a_title_in_marks_whatever_its_letters() -> None:
    citation = read("Elm, Thomas, ‘Looms’, in My years at the Mill, Weft Press, Leeds, 1966.")
    assert (citation.container_title, citation.publisher) == ("My years at the Mill", "Weft Press")
    edited = read('Elm, Thomas. "Looms," in Ann Hill, ed., The Mill Reader (Leeds: Weft Press, 1966), pp. 3-9.')
    assert (edited.container_title, edited.page_count) == ("The Mill Reader", 7)
    assert named(edited) == ["Elm, Thomas", "Ann Hill"]


@pytest.mark.parametrize(
    ("numbers", "volume", "issue"),
    [
        ("1(3), 57–70", "1", "3"),
        ("1: 57-70", "1", None),
        ("XXI, 10 (May 1952), 57-70", "XXI", "10"),
        ("I/99 (1952): 57-70", "I", "99"),
        ("5 (1952), pp. 57-70", "5", None),
    ],
)
def test_numbers_after_a_periodical_are_its_volume_and_issue(
    numbers: str, volume: str | None, issue: str | None
) -> None:
    dated = "" if "(1952)" in numbers or "May" in numbers else " (1952)"
    citation = read(f"Elm, T.{dated} ‘Looms’, Past & Present, {numbers}.")
    assert (citation.container_title, citation.volume, citation.issue) == ("Past & Present", volume, issue)
    assert (citation.page_count, citation.date_edtf) == (14, "1952-05" if "May" in numbers else "1952")


def test_after_a_stop_in_and_a_place_in_brackets_show_the_host() -> None:
    citation = read("ELM, T. The mill hands. In Weavers’ bulletin (Leeds) Feb. 24, 1950, v. 10, no. 4:104-106. (77)")
    assert (citation.title, citation.container_title) == ("The mill hands", "Weavers’ bulletin")
    assert (citation.volume, citation.issue, citation.date_edtf) == ("10", "4", "1950-02-24")
    assert (citation.place_of_publication, citation.page_count) == ("Leeds", 3)
    one = read("ELM, T. The mill hands. In Weavers’ bulletin (Leeds) May 30, 1950, p. 3, (78)")
    assert (one.container_title, one.page_count) == ("Weavers’ bulletin", 1)


@pytest.mark.parametrize(
    "text",
    [
        "Mao Tse-tung, ‘In Memory of Norman Bethune’",
        "The delegates left. In Leeds (England) they stayed to 5 May 1950.",
    ],
)
def test_a_title_in_marks_alone_is_no_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "Elm, Thomas, ‘Looms and law’, Labour Monthly, no. 40, May 1931.",
        "Elm, Thomas, 'Looms and law', Labour Monthly, no. 40, May 1931.",
        "ELM, T. Looms and law. In Labour Monthly (London) May 1931, v. 13: 55-60.",
    ],
)
def test_a_link_on_the_title_changes_nothing(text: str) -> None:
    citation = read_line(linked(text, "Looms and law"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.container_title) == ("Looms and law", "Labour Monthly")
    assert citation.date_edtf == "1931-05"


@pytest.mark.parametrize("year", ["", " (1991)"])
def test_a_title_in_marks_stands_before_a_host_that_is_marked(year: str) -> None:
    text = f"Elm, Thomas{year} ‘Looms and Law’, in Ann Hill (ed.), The Mill Books, London: Gollancz, 1991, pp. 93-111."
    citation = read_line(linked(text, "The Mill Books"), Context()).citation
    assert citation is not None
    assert (citation.title, citation.container_title) == ("Looms and Law", "The Mill Books")
    assert (named(citation), citation.publisher) == (["Elm, Thomas", "Ann Hill"], "Gollancz")


@pytest.mark.parametrize("words", ["article in the Daily Worker newspaper", "article in Daily Worker"])
def test_an_article_says_where_it_stood(words: str) -> None:
    citation = read(f"“Looms and Law”, by Rewi Ash, {words}, 12 June 1952")
    assert (citation.title, citation.container_title) == ("Looms and Law", "Daily Worker")
