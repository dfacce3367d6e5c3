"""RIS: lines of a tag and a value, ended by CRLF, in UTF-8; tags as EndNote and Zotero use them for each type.

A pamphlet is a BOOK with a keyword: the type PAMP has no publisher where it is read.
"""

from collections.abc import Iterable, Iterator

from shelflist.exchange.dates import SEASONS, When, when
from shelflist.exchange.item import CREATORS, Item, Kind, Name
from shelflist.exchange.languages import tags
from shelflist.models.citation import Role

_TYPES = {
    Kind.BOOK: "BOOK",
    Kind.PAMPHLET: "BOOK",
    Kind.LEAFLET: "BOOK",
    Kind.PROCEEDINGS: "BOOK",
    Kind.ISSUE: "JFULL",
    Kind.ARTICLE: "JOUR",
    Kind.CHAPTER: "CHAP",
    Kind.DOCUMENT: "GEN",
}
_HELD = (*CREATORS, Role.EDT, Role.TRL)
"""Roles that RIS has tags for; the others are notes."""
_NO_STAR = str.maketrans("", "", "*")
"""The asterisk stands for any sign, and is not allowed in names, keywords and titles of periodicals."""


def written(items: Iterable[Item]) -> Iterator[str]:
    """A text for each item, from TY to ER."""
    for item in items:
        lines = [("TY", _TYPES[item.kind]), *_lines(item), ("ER", "")]
        yield "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value or tag == "ER") + "\r\n"


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    is_book = _TYPES[item.kind] == "BOOK"
    yield "ID", item.key
    yield "TI", item.full_title
    yield from (("AU", _name(name)) for name in item.of(*CREATORS))
    yield from (("A3" if is_book else "A2", _name(name)) for name in item.of(Role.EDT))
    yield from (("A4", _name(name)) for name in item.of(Role.TRL))
    yield from _host(item)
    yield from _series(item, is_book=is_book)
    yield "VL", item.volume or ""
    yield "IS", item.issue or ""
    yield "ET", item.edition or ""
    yield "PB", item.publisher or ""
    yield "CY", item.place or ""
    yield from _date(when(item.date))
    yield "OP", item.original_date or ""
    yield from _pages(item, is_book=is_book)
    yield from (("SN", number) for number in (*item.isbn, *item.issn))
    yield from (("LA", tag) for tag in tags(item.languages))
    yield "UR", item.url or ""
    yield from (("KW", word.translate(_NO_STAR)) for word in item.keywords)
    yield from (("N1", note) for note in (*item.notes, *item.besides(_HELD), *item.remarks))


def _host(item: Item) -> Iterator[tuple[str, str]]:
    """A whole issue names its periodical here too, where it has no title of its own."""
    whole = item.title if item.kind is Kind.ISSUE else ""
    host = (item.container or whole).translate(_NO_STAR)
    yield "T2", host
    yield "JF", host if item.kind in (Kind.ARTICLE, Kind.ISSUE) else ""


def _series(item: Item, *, is_book: bool) -> Iterator[tuple[str, str]]:
    """In a book T2 is free for the series, elsewhere it is the host."""
    yield ("T2" if is_book and not item.container else "T3"), item.series or ""
    yield ("M1" if is_book else "C7"), item.series_number or ""


def _pages(item: Item, *, is_book: bool) -> Iterator[tuple[str, str]]:
    """SP is how many a book has; in all else it is the first, and how many there are is a note."""
    yield from zip(("SP", "EP"), item.pages or (), strict=False)
    if item.page_count:
        yield ("SP", str(item.page_count)) if is_book else ("N1", f"{item.page_count} pages")


def _name(name: Name) -> str:
    """Family, given; a comma in what is not parted would part it."""
    parts = (name.written,) if name.family is None or name.given is None else (name.family, name.given)
    return ", ".join(part.replace(",", "") for part in parts).translate(_NO_STAR)


def _date(found: When | None) -> Iterator[tuple[str, str]]:
    """PY has the years, also of a span; DA what is known within one year: YYYY/MM/DD/season."""
    if found is None:
        return
    yield "PY", found.years
    point = found.start
    if point is None or found.is_span or not (point.month or point.season):
        return
    month, day = (f"{number:02}" if number else "" for number in (point.month, point.day))
    yield "DA", f"{point.year:04}/{month}/{day}/{SEASONS[point.season - 1] if point.season else ''}"
