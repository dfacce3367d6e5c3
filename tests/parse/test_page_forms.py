"""Pages whose lines show one another to be titles and authors, and pages of other things in the same forms."""

from pathlib import Path

import pytest

from shelflist.parse.context.page_forms import listed_pairs
from shelflist.parse.page import read_lines
from shelflist.parse.segments.title_pairs import pairs_of
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.pages import authors, citations, page_of

OTHERS = Path(__file__).parent / "data" / "other_pages.txt"
GUIDE = (
    "Engels, Anti-Dühring, 1877",
    "Lenin, The Three Sources and Three Component Parts of Marxism, 1913",
    "Stalin, History of the CPSU: Short Course, 1939*",
    "Quennec, A History of Soviet Wool, Vol. 1-14, 1950-1978 (A useful history.)* †",
    "Mao, The Chinese Revolution and the Chinese Communist Party, 1939",
    "Doberton, Joe Hill, 1951",
)


def told(*lines: str) -> list[tuple[str | None, list[str], str | None]]:
    return [(one.title, authors(one), one.date_edtf) for one in citations(*lines)]


def test_a_study_guide_names_authors_of_no_list_too() -> None:
    found = citations(*GUIDE)
    assert [authors(one) for one in found] == [["Engels"], ["Lenin"], ["Stalin"], ["Quennec"], ["Mao"], ["Doberton"]]
    assert (found[3].title, found[3].part_number, found[3].date_edtf) == (
        "A History of Soviet Wool",
        "Vol. 1-14",
        "1950/1978",
    )
    assert found[3].notes == ("(A useful history.)* †",)
    assert (found[5].title, found[5].date_edtf) == ("Joe Hill", "1951")


def test_fewer_lines_or_a_form_that_few_keep_show_nothing() -> None:
    few = [line for line in GUIDE if "Joe Hill" not in line][:4]
    assert citations(*few) == []
    assert citations(*few, GUIDE[4], *(f"Weaving in {town}" for town in ("Leeds", "Hull", "York", "Bath"))) == []


TITLES = ("Physics for Weavers", "The Long Storm", "From Loom to School", "Outer Wool or Bust", "Tin and the Weaver")
NAMES = ("Yakov Perelman", "Ilya Ash", "Gerwin Tolk", "Vladimir Elm", "Sue Hill")


@pytest.mark.parametrize(
    "form", ["{a} – {t}", "{t} - {a}", "{a}: {t}", "{a}, {t}", "{t}, {a}", "{t}, by {a}", "{t} By {a}", "{t} ({a})"]
)
@pytest.mark.parametrize("before", ["", "{n}. ", "• "])
def test_a_page_of_one_form_is_a_list_of_texts(form: str, before: str) -> None:
    pairs = list(zip(TITLES, NAMES, strict=True))
    lines = [(before + form).format(n=n, t=title, a=name) for n, (title, name) in enumerate(pairs, 1)]
    assert told(*lines) == [(title, [name], None) for title, name in pairs]


def test_the_side_that_has_sure_names_is_the_authors() -> None:
    lines = [f"{title} – {name}" for title, name in zip(TITLES, NAMES, strict=True)]
    assert told(*lines, "Gerald Moody – Zolny")[-1] == ("Gerald Moody", ["Zolny"], None)


def test_years_are_of_the_title_where_lists_are_not_dated() -> None:
    lines = [f"{name}, {title}" for title, name in zip(TITLES, NAMES, strict=True)]
    assert told(*lines, "Ann Moss, The Weavers of Leeds, 1790-1850")[-1][::2] == (
        "The Weavers of Leeds, 1790-1850",
        None,
    )


def test_a_heading_of_pictures_or_talks_asks_for_more_than_a_date() -> None:
    assert citations("# Paintings", "Karl Marsh, The Weavers, 1891") == []
    assert len(citations("# Paintings", "Karl Marsh, The Weavers, Weft Press, 1891, 63 pages")) == 1


def other_pages() -> list[tuple[str, list[str]]]:
    pages: list[tuple[str, list[str]]] = []
    for row in OTHERS.read_text(encoding="utf-8").splitlines()[1:]:
        if row.startswith("# "):
            pages.append((row[2:], []))
        elif row.strip() != "@heading":
            pages[-1][1].append(row.replace("@heading ", "# "))
    return pages


@pytest.mark.parametrize("number", ["", "{}. "])
def test_programmes_casts_committees_and_their_like_are_no_lists(number: str) -> None:
    entries = 0
    for _, rows in other_pages():
        lines = [row if row[0] == "#" else number.format(n) + row for n, row in enumerate(rows)]
        page = page_of(*lines)
        found = read_lines(page, USUAL)
        assert listed_pairs(page.blocks, found, gazetteer_for(USUAL)) == {}, rows
        entries += sum(reading.citation is not None for reading in found.values())
    assert entries <= 20


@pytest.mark.parametrize("text", [", Rewi", "Rewi Ash, ", " – Rewi Ash", "by Rewi Ash"])
def test_a_name_alone_is_beside_no_title(text: str) -> None:
    assert not any(pair.is_title for pair in pairs_of(text, gazetteer_for(USUAL)).values())
