"""What the marks of a line say of how its publisher, place and date stand."""

import re

from shelflist.models.citation import DateStatus, Status
from tests.parse.marked import Expected

_NO_IMPRINT = re.compile(r"\bn\.?\s?p\b|\bs\.\s?[ln]\b|\bo\.\s?o\b|\bno (?:publisher|place)\b", re.IGNORECASE)
_NO_DATE = re.compile(
    r"\bn\.?\s?d\b|\bs\.\s?[adfj]\b|\b[oz]\.\s?j\b|\bu\.\s?å|\b(?:no date|undated|not dated|date unknown)\b",
    re.IGNORECASE,
)


def statuses(line: Expected) -> dict[str, list[str | None]]:
    """All right values of the three statuses. A set header may supply what is not in the line: nothing is said then."""
    right: dict[str, list[str | None]] = {"date_status": [*_of_date(line)]}
    if not line.context.inherited:
        right["publisher_status"] = [*_of_imprint(line, "publisher")]
        right["place_status"] = [*_of_imprint(line, "place_of_publication")]
    return right


def _of_imprint(line: Expected, name: str) -> list[Status]:
    if name in line.fields:
        return [Status.SUPPLIED if _in_square_brackets(line, name) else Status.STATED]
    if not _NO_IMPRINT.search(line.unmarked()):
        return [Status.NOT_STATED]
    both = "publisher" not in line.fields and "place_of_publication" not in line.fields
    return [Status.NOT_IDENTIFIED, Status.NOT_STATED] if both else [Status.NOT_IDENTIFIED]


def _of_date(line: Expected) -> list[DateStatus]:
    date = line.fields.get("date_edtf", [""])[-1]
    undated = bool(_NO_DATE.search(" ".join((line.unmarked(), *_written(line, "date_edtf")))))
    if not date:
        if "original_date_edtf" in line.fields:
            return [DateStatus.NOT_STATED, DateStatus.STATED]
        return [DateStatus.NOT_IDENTIFIED if undated else DateStatus.NOT_STATED]
    if set(date) & set("?%"):
        return [DateStatus.UNCERTAIN]
    if set(date) & set("~X"):
        return [DateStatus.APPROXIMATE]
    supplied = undated or _in_square_brackets(line, "date_edtf")
    return [DateStatus.SUPPLIED] if supplied else [DateStatus.STATED]


def _written(line: Expected, name: str) -> list[str]:
    return [line.block.text[start:end] for start, end in line.spans.get(name, ())]


def _in_square_brackets(line: Expected, name: str) -> bool:
    start, end = line.spans[name][-1]
    before = line.block.text[: start + 1]
    return before.count("[") > line.block.text[:start].count("]") or line.block.text[start:end].startswith("[")
