"""A person's word on single lines, put over their reading. All other lines stay as they are read.

A correction is found by the words of its line. What it sets is certain; what it does not set stays as read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

from shelflist.models.citation import Citation, Contributor, DateStatus, DateType, LineKind, Reading, Status
from shelflist.models.page import Page


class Correction(Protocol):
    """The form of `shelflist.sources.corrections.Correction`; reading needs no configuration library."""

    @property
    def line(self) -> str: ...
    @property
    def page(self) -> str | None: ...
    @property
    def reason(self) -> str: ...
    @property
    def kind(self) -> Literal["entry", "prose"] | None: ...
    @property
    def values(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of one source by their lines, so that a line without one costs a look into a dictionary."""

    by_line: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, corrections: Iterable[Correction]) -> "Corrections":
        by_line: dict[str, tuple[Correction, ...]] = {}
        for one in corrections:
            by_line[one.line] = (*by_line.get(one.line, ()), one)
        return cls(by_line)

    def find(self, line: str, page: Page) -> Correction | None:
        """The correction for a line of the page; one that names the page goes before one that names none."""
        found = self.by_line.get(line)
        if found is None:
            return None
        addresses = {_bare(url) for url in (page.url, page.canonical_url) if url}
        named = (one for one in found if one.page is not None and _bare(one.page) in addresses)
        return next(named, next((one for one in found if one.page is None), None))


NONE = Corrections()


def corrected(reading: Reading, line: str, correction: Correction) -> Reading:
    """The reading as the person has it. A line that is read as no entry needs ``kind = "entry"``, else nothing changes.

    Each field that differs is told in the evidence, with the reason and what was read before.
    """
    if correction.kind == "prose":
        return Reading(kind=LineKind.PROSE)
    if reading.citation is None and correction.kind != "entry":
        return reading
    before = reading.citation or Citation()
    after = _with_values(before, line, correction.values)
    changed = [name for name in correction.values if getattr(after, name) != getattr(before, name)]
    kept = tuple(row for row in reading.evidence if row[0] not in changed)
    told = tuple(_evidence(name, before, after, correction.reason) for name in changed)
    vouched = ("parse_confidence", "the whole line", f"a person looked: {correction.reason}")
    return Reading(kind=LineKind.ENTRY, citation=after, evidence=(*kept, *told, vouched))


def _with_values(before: Citation, line: str, values: Mapping[str, Any]) -> Citation:
    after: Citation = replace(before, **values, parse_confidence=1.0)
    if "publisher" in values:
        after = replace(after, publisher_status=_status(after.publisher, before.publisher_status, line))
    if "place_of_publication" in values:
        after = replace(after, place_status=_status(after.place_of_publication, before.place_status, line))
    if "date_edtf" in values:
        status = _date_status(after.date_edtf, before.date_status, line)
        after = replace(after, date_status=status)
        if "date_type" not in values:
            after = replace(after, date_type=_date_type(after.date_edtf, status, before.date_type))
    if after.unparsed_remainder:
        after = replace(after, unparsed_remainder=_still_unread(after.unparsed_remainder, values))
    return after


def _status(words: str | None, before: Status, line: str) -> Status:
    if words is None:
        return before if before is Status.NOT_IDENTIFIED else Status.NOT_STATED
    return Status.STATED if _stands_in(words, line) else Status.SUPPLIED


def _date_status(edtf: str | None, before: DateStatus, line: str) -> DateStatus:
    if edtf is None:
        return before if before is DateStatus.NOT_IDENTIFIED else DateStatus.NOT_STATED
    if "?" in edtf or "%" in edtf:
        return DateStatus.UNCERTAIN
    if "~" in edtf or "X" in edtf:
        return DateStatus.APPROXIMATE
    return DateStatus.STATED if _stands_in(edtf.lstrip("./")[:4], line) else DateStatus.SUPPLIED


def _date_type(edtf: str | None, status: DateStatus, before: DateType) -> DateType:
    if edtf is None:
        return DateType.UNKNOWN
    if before in (DateType.REPRINT, DateType.COPYRIGHT):
        return before
    if status in (DateStatus.UNCERTAIN, DateStatus.APPROXIMATE):
        return DateType.QUESTIONABLE
    first, _, last = edtf.partition("/")
    return DateType.MULTIPLE if last and first[:4] != last[:4] else DateType.SINGLE


def _still_unread(remainder: str, values: Mapping[str, Any]) -> str | None:
    """The pieces of the remainder that no field set now holds."""
    held = "\n".join(_words(value) for value in values.values())
    return "; ".join(piece for piece in remainder.split("; ") if not _stands_in(piece, held)) or None


def _stands_in(words: str, text: str) -> bool:
    """The words, and not as a piece of longer ones."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _evidence(name: str, before: Citation, after: Citation, reason: str) -> tuple[str, str, str]:
    was = _words(getattr(before, name))
    return name, _words(getattr(after, name)), f"corrected: {reason}; read before: {was or 'nothing'}"


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_words(item) for item in value)
    if isinstance(value, Contributor):
        return f"{value.name_raw} ({value.role})"
    return "" if value is None else str(value)


def _bare(url: str) -> str:
    """Scheme, default ports, letter case of the host and a last slash make no difference between addresses."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    host = f"{parts.hostname or ''}" + ("" if port in (None, 80, 443) else f":{port}")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"
