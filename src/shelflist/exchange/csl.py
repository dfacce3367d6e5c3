"""CSL-JSON: an array of items for citation processors (pandoc, citeproc), and for Zotero; CSL 1.0.2, in UTF-8."""

from collections.abc import Iterable, Iterator

from shelflist.exchange.dates import when
from shelflist.exchange.item import CREATORS, Item, Kind, Name
from shelflist.exchange.languages import tags
from shelflist.exchange.records import json_line
from shelflist.models.citation import Role

_TYPES = {
    Kind.BOOK: "book",
    Kind.PAMPHLET: "pamphlet",
    Kind.LEAFLET: "pamphlet",
    Kind.PROCEEDINGS: "book",
    Kind.ISSUE: "periodical",
    Kind.ARTICLE: "article-journal",
    Kind.CHAPTER: "chapter",
    Kind.DOCUMENT: "document",
}
_VARIABLES = {
    "author": CREATORS,
    "editor": (Role.EDT,),
    "translator": (Role.TRL,),
    "compiler": (Role.COM,),
    "illustrator": (Role.ILL,),
    "contributor": (Role.CTB,),
}
_HELD = tuple(role for roles in _VARIABLES.values() for role in roles)
"""Roles that CSL has variables for; the others are remarks."""


def written(items: Iterable[Item]) -> Iterator[str]:
    """The array, an item to a line."""
    before = "[\n"
    for item in items:
        yield before + json_line(as_csl(item))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def as_csl(item: Item) -> dict[str, object]:
    """The item's variables, those without a value left out."""
    people = {variable: [_name(name) for name in item.of(*roles)] for variable, roles in _VARIABLES.items()}
    values: dict[str, object] = {
        "id": item.key,
        "type": _TYPES[item.kind],
        "title": item.full_title,
        **people,
        "container-title": item.container,
        "collection-title": item.series,
        "collection-number": item.series_number,
        "volume": item.volume,
        "issue": item.issue,
        "edition": item.edition,
        "publisher": item.publisher,
        "publisher-place": item.place,
        "issued": _date(item.date),
        "original-date": _date(item.original_date),
        "page": "-".join(item.pages or ()),
        "number-of-pages": item.page_count,
        "genre": "leaflet" if item.kind is Kind.LEAFLET else None,
        "language": ", ".join(tags(item.languages)),
        "ISBN": " ".join(item.isbn),
        "ISSN": " ".join(item.issn),
        "URL": item.url,
        "keyword": ", ".join(word.replace(",", "") for word in item.keywords),
        "note": " ".join(item.notes),
        "annote": " | ".join([*item.besides(_HELD), *item.remarks]),
    }
    return {name: value for name, value in values.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.family is None or name.given is None:
        return {"literal": name.written}
    return {"family": name.family, "given": name.given}


def _date(edtf: str | None) -> dict[str, object] | None:
    """Of a span the season is not told; an end that is open can only be told in words."""
    found = when(edtf)
    if found is None:
        return None
    if found.start is None or found.end is None:
        return {"literal": found.years}
    ends = list(dict.fromkeys((found.start.parts, found.end.parts)))
    season = {} if found.is_span or not found.start.season else {"season": found.start.season}
    return {"date-parts": ends, **season, **({"circa": True} if found.circa else {})}
