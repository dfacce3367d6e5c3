"""From a record of the tables to an item: what kind of thing it is, by which title it goes, and what is to be remarked.

What is decided here holds for every format; how it is written down is the format's.
"""

import re
from collections.abc import Iterable

from shelflist.exchange.dates import is_plain
from shelflist.exchange.item import DOUBTFUL, Item, Kind, Name
from shelflist.exchange.records import Record, Row
from shelflist.models.citation import DateStatus, Genre, Role
from shelflist.publish.words import web_address
from shelflist.settings import DOUBTFUL_BELOW

_RANGE = re.compile(r"(?:\D|^)(\d{1,5})\s?[-–—]\s?(\d{1,5})(?:\D|$)")
_VOLUME = re.compile(r"vol(?:ume|\.)?\s?(\d+|[IVXLC]+)", re.IGNORECASE)
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def item_of(record: Record) -> Item:
    row = record.entry
    kind = _kind(row)
    title, container = _titles(row, kind)
    volume, part = _part(row)
    text = {name: _line(row[name]) for name in _TEXTS}
    pages = _pages(row) if kind in (Kind.ARTICLE, Kind.CHAPTER, Kind.DOCUMENT) else None
    return Item(
        key=row["entry_id"],
        kind=kind,
        title=_with(part, title) if title else f"[{_line(row['citation_raw'])}]",
        subtitle=text["other_title_information"] if row["title"] else None,
        names=tuple(_name(one) for one in record.contributors),
        edition=text["edition_statement"],
        publisher=text["publisher"],
        place=text["place_of_publication"],
        date=row["date_edtf"],
        original_date=row["original_date_edtf"],
        pages=pages,
        page_count=None if pages else row["page_count"],
        series=text["series_title"],
        series_number=text["series_number"],
        container=container,
        volume=volume,
        issue=text["issue"],
        languages=tuple(row["languages"]),
        isbn=tuple(row["isbn"]),
        issn=tuple(row["issn"]),
        url=next((web_address(link["url"]) for link in record.links if link["is_primary"]), None),
        keywords=_keywords(row, kind),
        notes=tuple(note for note in map(_line, row["notes"]) if note),
        remarks=tuple(_remarks(row, record.page, is_titled=bool(title))),
    )


_TEXTS = (
    "other_title_information", "edition_statement", "publisher", "place_of_publication", "series_title",
    "series_number", "issue",
)  # fmt: skip


def _kind(row: Row) -> Kind:
    """A part of something is an article, or a chapter where the line has a house and no number of a periodical."""
    if row["genre"] == Genre.PERIODICAL_ISSUE:
        return Kind.ISSUE
    if row["container_title"]:
        is_serial = row["volume"] or row["issue"] or row["issn"]
        return Kind.CHAPTER if not is_serial and (row["publisher"] or row["isbn"]) else Kind.ARTICLE
    if row["genre"] in (Genre.UNKNOWN, Genre.ARTICLE):
        return Kind.BOOK if row["genre"] == Genre.UNKNOWN and (row["publisher"] or row["isbn"]) else Kind.DOCUMENT
    return Kind[row["genre"].upper()]


def _titles(row: Row, kind: Kind) -> tuple[str | None, str | None]:
    """An issue without a title of its own goes by that of the periodical."""
    title, container = _line(row["title"]), _line(row["container_title"])
    return (container, None) if kind is Kind.ISSUE and not title else (title, container)


def _part(row: Row) -> tuple[str | None, str]:
    """The volume, and what else names the part that it is, as ISBD adds it to a title ("Book 2, Electricity")."""
    number, name = (_line(row[part]) for part in ("part_number", "part_name"))
    volume = _line(row["volume"])
    if volume or row["issue"]:
        number = None  # it has told them
    elif number and (found := _VOLUME.fullmatch(number)):
        volume, number = found[1], None
    title = (_line(row["title"]) or "").casefold()
    return volume, ", ".join(part for part in (number, name) if part and part.casefold() not in title)


def _with(part: str, title: str) -> str:
    return f"{title}. {part}" if part else title


def _pages(row: Row) -> tuple[str, str] | None:
    found = _RANGE.search(row["extent_raw"] or "")
    return (found[1], found[2]) if found else None


def _name(row: Row) -> Name:
    written = _line(row["name_raw"]) or ""
    return Name(Role(row["role"]), written, _line(row["family"]), _line(row["given"]), _line(row["role_raw"]))


def _keywords(row: Row, kind: Kind) -> tuple[str, ...]:
    """The headings that it stands under, what the format's types do not say, and whether it is doubtful."""
    words = [*(_line(heading) for heading in row["heading_path"])]
    if kind in (Kind.PAMPHLET, Kind.LEAFLET):
        words.append(kind.name.lower())
    if row["parse_confidence"] < DOUBTFUL_BELOW:
        words.append(DOUBTFUL)
    return tuple(dict.fromkeys(word for word in words if word))


def _remarks(row: Row, page: Row, *, is_titled: bool) -> Iterable[str]:
    """How it was read, where that is worth a person's look; where it is listed."""
    if not is_titled:
        yield "No title was read; the line stands in its place."
    if row["parse_confidence"] < DOUBTFUL_BELOW:
        yield f"Read in doubt (confidence {row['parse_confidence']:.2f}) from: {_line(row['citation_raw'])}"
    if row["unparsed_remainder"]:
        yield f"Not read: {_line(row['unparsed_remainder'])}"
    if row["date_raw"] and not is_plain(row["date_edtf"]):
        yield f"Date as written: {_line(row['date_raw'])} (EDTF {row['date_edtf']})"
    elif row["date_raw"] and row["date_edtf"] is None and row["date_status"] != DateStatus.NOT_IDENTIFIED:
        yield f"Date as written: {_line(row['date_raw'])}"
    yield f"Listed at {page['url']}"


def _line(text: str | None) -> str | None:
    """On one line, without signs that control a device; null for nothing."""
    return _SPACE.sub(" ", text).strip() or None if text else None
