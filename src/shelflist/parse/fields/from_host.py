"""A piece, and the publication that it stands in, each read as a line: what the piece takes from its host.

The host's title is its container; house, place, date, series and numbers are the piece's where it states none. The
host's own pages, and whatever else is told of it, are a note.
"""

import re
from dataclasses import replace
from typing import Any

from shelflist.models.citation import Citation, Contributor, DateStatus, Evidence, Genre, Role, Status
from shelflist.parse.looks.parts import volume_and_issue
from shelflist.parse.segments.tail import languages_stated

_LEFT_OPEN = re.compile(r"(?:\s*[,;:])+(?=\s*(?:[,;:.\])]|$))|\s+(?=[,;:])")
""" "Looms, , , 34 pages": the signs beside what was taken out."""
_WHY = "told of what it stands in"
_OF_WHOLE = (Role.EDT, Role.COM)
_HELD = ("volume", "issue")
"""What the part's number has with its words."""
_NO_WORDS = ("_status", "_edtf", "_type")
"""Of a field that no words stand for by themselves."""


def with_host(citation: Citation, host: Citation, told: str, *, supplied: bool) -> tuple[Citation, Evidence]:
    """`told`: the words about the host, the title first. `supplied`: they stand in square brackets."""
    title = host.container_title or host.title
    if title is None or citation.container_title:
        return replace(citation, notes=(*citation.notes, told)), ()
    stated = _imprint(citation, host, supplied=supplied) | _dating(citation, host, supplied=supplied)
    values = {"container_title": title, **_numbers(citation, host), **_series(citation, host), **stated}
    rows = [(name, words, _WHY) for name, words in values.items() if words and not name.endswith(_NO_WORDS)]
    taken, people = [words for name, words, _ in rows[1:] if name not in _HELD], _editors(host)
    if people and host.statement_of_responsibility:
        taken.append(host.statement_of_responsibility)
        values["statement_of_responsibility"] = "; ".join(
            filter(None, (citation.statement_of_responsibility, host.statement_of_responsibility))
        )
    notes = (*citation.notes, _without(told, title, taken))
    both = replace(
        citation,
        genre=Genre.ARTICLE,
        notes=notes,
        languages=languages_stated(notes),
        contributors=(*citation.contributors, *people),
        parse_confidence=min(citation.parse_confidence, host.parse_confidence if stated else 1.0),
        **values,
    )
    return both, tuple(rows)


def _editors(host: Citation) -> tuple[Contributor, ...]:
    """Of a host by several hands; who wrote it alone is told in the note."""
    others = any(one.role not in _OF_WHOLE for one in host.contributors)
    return () if others else host.contributors


def _numbers(citation: Citation, host: Citation) -> dict[str, Any]:
    """Volume and issue, and as the part's number how they are written; of a piece in parts, they are no numbers."""
    if citation.part_number:
        return {}
    volume, issue = host.volume, host.issue
    if not (volume or issue) and host.part_number:
        volume, issue = volume_and_issue([host.part_number])
    return {"part_number": host.part_number, "volume": volume, "issue": issue} if volume or issue else {}


def _series(citation: Citation, host: Citation) -> dict[str, Any]:
    if citation.series_title or not host.series_title:
        return {}
    return {"series_title": host.series_title, "series_number": host.series_number}


def _imprint(citation: Citation, host: Citation, *, supplied: bool) -> dict[str, Any]:
    """House and place belong together: of a piece that names a house, or another place, the host's are another's."""
    own, other = citation.place_of_publication, host.place_of_publication
    if citation.publisher or (own and other and own != other):
        return {}
    values: dict[str, Any] = {}
    if host.publisher:
        values |= {"publisher": host.publisher, "publisher_status": Status.SUPPLIED if supplied else Status.STATED}
    if other and not own:
        status = Status.SUPPLIED if supplied else host.place_status
        values |= {"place_of_publication": other, "place_status": status}
    return values


def _dating(citation: Citation, host: Citation, *, supplied: bool) -> dict[str, Any]:
    if citation.date_raw or not host.date_raw:
        return {}
    stated = host.date_status is DateStatus.STATED
    status = DateStatus.SUPPLIED if supplied and stated else host.date_status
    return {
        "date_raw": host.date_raw,
        "date_edtf": host.date_edtf,
        "date_status": status,
        "date_type": host.date_type,
    }


def _without(told: str, title: str, taken: list[str]) -> str:
    """What is told, but for the values that were taken from it after the title."""
    begin = told.index(title) + len(title)
    first, rest = told[:begin], told[begin:]
    for words in sorted(taken, key=len, reverse=True):
        rest = rest.replace(words, "", 1)
    return first + _LEFT_OPEN.sub("", rest)
