"""What formats of others can hold of a record, they hold, and no sign of a page breaks them."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.exchange import biblatex, csl, ris
from shelflist.exchange.item import Item
from shelflist.exchange.items import item_of
from shelflist.exchange.languages import names, tags
from shelflist.exchange.records import Record
from shelflist.models.citation import Citation, Contributor, Genre, NameType, Role
from shelflist.parse.segments.tail import languages_stated
from tests.exchange.readers import printed, read_biblatex, read_ris
from tests.support.rows import citation

HOSTILE = "50% of {all} men & women_of \\the $ # ~tilde ^hat} @book{x, \u2028 line\r\nbreak; *star, =1+1"
MEANT = " ".join(HOSTILE.split())


def record(of: Citation, **given: Any) -> Record:
    row = asdict(of) | {"entry_id": "e_1", "citation_raw": "The line.", "heading_path": ("Maps, and atlases",)} | given
    contributors: Sequence[dict[str, Any]] = row.pop("contributors")
    link = {"url": "https://archive.example/a_b%20{c}.pdf", "is_primary": True}
    return Record(row, contributors, (link,), {"page_id": "p_1", "url": "https://archive.example/p_1/", "title": "P"})


def in_biblatex(item: Item) -> dict[str, str]:
    return read_biblatex("".join(biblatex.written([item])))[item.key]


def in_ris(item: Item) -> dict[str, list[str]]:
    (found,) = read_ris("".join(ris.written([item])))
    return found


@pytest.mark.parametrize(
    ("edtf", "in_bib", "in_csl", "year", "date"),
    [
        ("1941", "1941", {"date-parts": [[1941]]}, "1941", None),
        ("1941?", "1941?", {"date-parts": [[1941]], "circa": True}, "1941", None),
        ("194X", "194X", {"date-parts": [[1940], [1949]], "circa": True}, "1940-1949", None),
        ("1XXX", "1000/1999", {"date-parts": [[1000], [1999]], "circa": True}, "1000-1999", None),
        ("1941-05-07", "1941-05-07", {"date-parts": [[1941, 5, 7]]}, "1941", "1941/05/07/"),
        ("1941-XX", "1941-XX", {"date-parts": [[1941]]}, "1941", None),
        ("1979-21", "1979-21", {"date-parts": [[1979]], "season": 1}, "1979", "1979///spring"),
        ("1918/1919", "1918/1919", {"date-parts": [[1918], [1919]]}, "1918-1919", None),
        ("1918-06/1918-12", "1918-06/1918-12", {"date-parts": [[1918, 6], [1918, 12]]}, "1918", None),
        ("1918/..", "1918/..", {"literal": "1918-"}, "1918-", None),
        ("194X/195X", "1940/1959", {"date-parts": [[1940], [1959]], "circa": True}, "1940-1959", None),
        ("Y17000", None, None, None, None),
        (None, None, None, None, None),
    ],
)
def test_a_date_says_no_more_than_the_line(
    edtf: str | None, in_bib: str | None, in_csl: object, year: str | None, date: str | None
) -> None:
    item = item_of(record(citation(date_edtf=edtf)))
    found = in_ris(item)
    assert in_biblatex(item).get("date") == in_bib
    assert json.loads(json.dumps(csl.as_csl(item).get("issued"))) == in_csl
    assert found.get("PY") == ([year] if year else None)
    assert found.get("DA") == ([date] if date else None)


@pytest.mark.parametrize(
    ("of", "kinds"),
    [
        (citation(genre=Genre.BOOK), ("book", "BOOK", "book")),
        (citation(genre=Genre.PAMPHLET), ("book", "BOOK", "pamphlet")),
        (citation(genre=Genre.LEAFLET, publisher=None), ("booklet", "BOOK", "pamphlet")),
        (citation(genre=Genre.PROCEEDINGS), ("proceedings", "BOOK", "book")),
        (citation(genre=Genre.PERIODICAL_ISSUE, container_title="Weft"), ("periodical", "JFULL", "periodical")),
        (citation(genre=Genre.ARTICLE, container_title="Weft", volume="2"), ("article", "JOUR", "article-journal")),
        (citation(genre=Genre.ARTICLE, container_title="Mills"), ("incollection", "CHAP", "chapter")),
        (citation(publisher=None), ("misc", "GEN", "document")),
    ],
)
def test_each_kind_of_thing_has_its_type(of: Citation, kinds: tuple[str, str, str]) -> None:
    item = item_of(record(of))
    assert (in_biblatex(item)["@"], in_ris(item)["TY"][0], csl.as_csl(item)["type"]) == kinds


@pytest.mark.parametrize(
    ("part", "title", "volume"),
    [
        ({"part_number": "Volume 2"}, "Maps", "2"),
        ({"part_number": "Vol. XIV", "part_name": "The North"}, "Maps. The North", "XIV"),
        ({"part_number": "Book 2", "part_name": "The North"}, "Maps. Book 2, The North", None),
        ({"part_number": "Volume 4, No. 2", "volume": "4", "issue": "2"}, "Maps", "4"),
        ({"title": "Maps, Book 2", "part_number": "Book 2"}, "Maps, Book 2", None),
    ],
)
def test_a_part_is_told_once(part: dict[str, Any], title: str, volume: str | None) -> None:
    item = item_of(record(citation(**{"title": "Maps"} | part)))
    assert (item.full_title, item.volume) == (title, volume)


@pytest.mark.parametrize(("title", "full"), [("Maps", "Maps: of Leeds"), ("Whose Maps?", "Whose Maps? of Leeds")])
def test_a_title_that_ends_with_a_sign_gets_no_colon(title: str, full: str) -> None:
    assert item_of(record(citation(title, other_title_information="of Leeds"))).full_title == full


def test_names_keep_their_roles_and_bodies_stay_whole() -> None:
    people = (
        Contributor(name_raw="Rewi Ash", family="Ash", given="Rewi"),
        Contributor(name_raw="Weavers and Dyers, Leeds", name_type=NameType.CORPORATE),
        Contributor(name_raw="Ezio Elm", family="Elm", given="Ezio", role=Role.EDT),
        Contributor(name_raw="Ann Hill", family="Hill", given="Ann", role=Role.COM),
        Contributor(name_raw="K Orme", family="Orme", given="K", role=Role.TRL),
        Contributor(name_raw="L Oak", family="Oak", given="L", role=Role.ILL, role_raw="drawings by"),
    )
    item = item_of(record(citation(genre=Genre.BOOK, publisher="Lawrence and Wishart", contributors=people)))
    bib, found, values = in_biblatex(item), in_ris(item), csl.as_csl(item)
    assert bib["author"] == "Ash, Rewi and {Weavers and Dyers, Leeds}"
    assert (bib["editor"], bib["editora"], bib["editoratype"]) == ("Elm, Ezio", "Hill, Ann", "compiler")
    assert bib["publisher"] == "{Lawrence and Wishart}"
    assert "Illustrator: L Oak (drawings by)" in bib["annote"]
    assert (found["AU"], found["A3"], found["A4"]) == (
        ["Ash, Rewi", "Weavers and Dyers Leeds"],
        ["Elm, Ezio"],
        ["Orme, K"],
    )
    assert "Compiler: Ann Hill" in found["N1"]
    assert values["author"] == [{"family": "Ash", "given": "Rewi"}, {"literal": "Weavers and Dyers, Leeds"}]
    assert values["illustrator"] == [{"family": "Oak", "given": "L"}]


@settings(max_examples=15)
@given(st.text(max_size=30).map(lambda text: text + HOSTILE))
def test_no_sign_of_a_page_breaks_a_file_or_gets_lost(text: str) -> None:
    of = citation(text, genre=Genre.BOOK, publisher=text, notes=(text,), parse_confidence=0.5)
    item = item_of(record(of, citation_raw=text))
    bib, found = in_biblatex(item), in_ris(item)
    assert item.title.endswith(MEANT)
    assert [printed(bib[name]) for name in ("title", "publisher", "note")] == [item.title] * 3
    assert (found["TI"], found["PB"], found["N1"][0]) == ([item.title], [item.title], item.title)
    assert bib["url"] == "https://archive.example/a_b%20%7Bc%7D.pdf"
    assert "".join(csl.written([item])).count("\n") == 3


def test_what_is_doubtful_or_was_not_read_is_marked() -> None:
    of = citation(None, parse_confidence=0.42, unparsed_remainder="with maps", date_edtf="194X", date_raw="194-")
    item = item_of(record(of))
    assert item.title == "[The line.]"
    assert item.remarks == (
        "No title was read; the line stands in its place.",
        "Read in doubt (confidence 0.42) from: The line.",
        "Not read: with maps",
        "Date as written: 194- (EDTF 194X)",
        "Listed at https://archive.example/p_1/",
    )
    assert in_ris(item)["KW"] == ["Maps, and atlases", "doubtful reading"]
    assert in_biblatex(item)["keywords"] == "Maps and atlases, doubtful reading"


def test_an_article_has_pages_where_a_book_has_a_number_of_them() -> None:
    part = item_of(record(citation(container_title="Weft", volume="2", issue="3", extent_raw="pages 24–31")))
    assert (in_biblatex(part)["pages"], csl.as_csl(part)["page"]) == ("24--31", "24-31")
    assert (in_ris(part)["SP"], in_ris(part)["EP"], in_ris(part)["T2"]) == (["24"], ["31"], ["Weft"])
    issue = item_of(record(citation(None, genre=Genre.PERIODICAL_ISSUE, container_title="Weft", issue="3")))
    assert (in_ris(issue)["TI"], in_ris(issue)["T2"], in_biblatex(issue)["title"]) == (["Weft"], ["Weft"], "Weft")
    assert ("SP" in in_ris(issue), in_ris(issue)["N1"][0]) == (False, "32 pages")
    whole = item_of(record(citation(genre=Genre.BOOK)))
    assert (in_biblatex(whole)["pagetotal"], csl.as_csl(whole)["number-of-pages"], in_ris(whole)["SP"]) == (
        "32",
        32,
        ["32"],
    )


def test_every_language_that_a_line_can_state_has_a_tag_and_a_name() -> None:
    codes = languages_stated(
        tuple(f"In {name}." for name in ("French", "Russian", "Yiddish", "Serbo-Croat", "Ukrainian"))
    )
    assert tags(codes) == ["fr", "ru", "yi", "sh", "uk"]
    assert names(codes) == ["French", "Russian", "Yiddish", "Serbo-Croat", "Ukrainian"]
    assert (tags(["mri"]), names(["mri"])) == (["mri"], ["mri"])
