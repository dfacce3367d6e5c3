"""BibLaTeX: entries for biblatex and biber, in UTF-8. Its dates are EDTF themselves.

The list's own notes are `note`, which styles print; our remarks are `annote`, which they do not.
"""

import re
from collections.abc import Iterable, Iterator

from shelflist.exchange.dates import When, when
from shelflist.exchange.item import CREATORS, Item, Kind, Name
from shelflist.exchange.languages import names as language_names
from shelflist.models.citation import Role

_TYPES = {
    Kind.BOOK: "book",
    Kind.PAMPHLET: "booklet",
    Kind.LEAFLET: "booklet",
    Kind.PROCEEDINGS: "proceedings",
    Kind.ISSUE: "periodical",
    Kind.ARTICLE: "article",
    Kind.CHAPTER: "incollection",
    Kind.DOCUMENT: "misc",
}
_HOSTS = {Kind.ARTICLE: "journaltitle", Kind.CHAPTER: "booktitle"}
_HELD = (*CREATORS, Role.EDT, Role.COM, Role.TRL, Role.WIN)
"""Roles that BibLaTeX has fields for; the others are remarks."""

_SPECIAL = {sign: f"\\{sign}" for sign in "&%$#_"} | {
    # A brace counts as one even behind a backslash, and would end the field.
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}
_ESCAPES = str.maketrans(_SPECIAL)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
"""An address is read as it stands, but braces must still match."""
_JOINS = re.compile(r"\band\b|[,=]", re.IGNORECASE)
"""What parts names, or a name's parts, unless it is in braces."""
_POINT = r"\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?"
_DATE = re.compile(
    rf"{_POINT}|\d{{3}}X|\d\dXX|\d{{4}}(?:-\d\d)?-XX|\d{{4}}-XX-XX|{_POINT}/(?:{_POINT}|\.\.)?|(?:\.\.)?/{_POINT}"
)
"""What the manual says a date may be; the rest of EDTF level 1 is told by its years."""


def written(items: Iterable[Item]) -> Iterator[str]:
    """A text for each item, parted by empty lines."""
    for item in items:
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item) if value)
        yield f"@{_type(item)}{{{item.key},\n{fields}}}\n\n"


def escaped(text: str) -> str:
    """Signs that mean something to TeX, as what TeX prints them for."""
    return text.translate(_ESCAPES)


def _type(item: Item) -> str:
    """A booklet is what has neither house nor series: styles print none for it."""
    return "book" if _TYPES[item.kind] == "booklet" and (item.publisher or item.series) else _TYPES[item.kind]


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield from _titles(item)
    yield from _people(item)
    yield "edition", escaped(item.edition or "")
    yield "series", _cased(item.series)
    yield "volume", escaped(item.volume or "")
    yield "number", escaped(item.issue or item.series_number or "")
    yield "publisher", _whole(item.publisher)
    yield "location", _whole(item.place)
    yield "date", _date(item.date)
    yield "origdate", _date(item.original_date)
    yield "pages", "--".join(item.pages or ())
    yield "pagetotal", str(item.page_count or "")
    yield "language", " and ".join(language_names(item.languages))
    yield "isbn", ", ".join(item.isbn)
    yield "issn", ", ".join(item.issn)
    yield "url", (item.url or "").translate(_IN_ADDRESS)
    yield "keywords", ", ".join(escaped(word.replace(",", "")) for word in item.keywords)
    yield "note", escaped(" ".join(item.notes))
    yield "annote", escaped(" | ".join([*item.besides(_HELD), *item.remarks]))


def _titles(item: Item) -> Iterator[tuple[str, str]]:
    if item.kind is Kind.ISSUE and item.container:
        yield "title", _cased(item.container)
        yield "issuetitle", _cased(item.title)
        yield "issuesubtitle", _cased(item.subtitle)
        return
    yield "title", _cased(item.title)
    yield "subtitle", _cased(item.subtitle)
    yield _HOSTS.get(item.kind, "booktitle"), _cased(item.container)


def _people(item: Item) -> Iterator[tuple[str, str]]:
    """A compiler is an editor of that type; beside editors, one of a second kind."""
    compilers = _names(item.of(Role.COM))
    editors = _names(item.of(Role.EDT))
    second = "editora" if editors else "editor"
    yield "author", _names(item.of(*CREATORS))
    yield "editor", editors
    yield second, compilers
    yield f"{second}type", "compiler" if compilers else ""
    yield "translator", _names(item.of(Role.TRL))
    yield "introduction", _names(item.of(Role.WIN))


def _names(names: Iterable[Name]) -> str:
    return " and ".join(map(_name, names))


def _name(name: Name) -> str:
    """Parted as the table has it; braces keep together what is not parted."""
    if name.family is None or name.given is None:
        return f"{{{escaped(name.written)}}}"
    return ", ".join(_whole(part) for part in (name.family, name.given))


def _whole(text: str | None) -> str:
    """ "Lawrence and Wishart" is one house, and braces say so."""
    return f"{{{escaped(text)}}}" if text and _JOINS.search(text) else escaped(text or "")


def _cased(text: str | None) -> str:
    """In braces of its own: no style shall make small letters of capitals, for which belong to names is not known."""
    has_capitals = any(map(str.isupper, (text or "")[1:]))
    return f"{{{escaped(text or '')}}}" if has_capitals else escaped(text or "")


def _date(edtf: str | None) -> str:
    if edtf is None or _DATE.fullmatch(edtf):
        return edtf or ""
    found = when(edtf)
    return _years(found) if found is not None else ""


def _years(found: When) -> str:
    first, last = (f"{point.year:04}" if point else ".." for point in (found.start, found.end))
    return first if first == last else f"{first}/{last}"
