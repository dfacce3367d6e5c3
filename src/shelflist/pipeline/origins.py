"""Where each field of an entry comes from: the words of the line that became it and why, a heading, or other fields.

Made from the row and the evidence of its reading; nothing here reads a line.
"""

import re
from dataclasses import dataclass, fields

from shelflist.models.citation import Citation, Contributor, Evidence, Status
from shelflist.models.rows import EntryRow
from shelflist.parse.fields.gist import gist_of
from shelflist.parse.fields.signals import of_fields

_TOLD_APART = ("contributors", "parse_confidence")
_SILENT = ("not_stated", "unknown")
_SOURCES = {
    "statement_of_responsibility": ("contributors",),
    "publisher_status": ("publisher",),
    "place_status": ("place_of_publication",),
    "date_raw": ("date_edtf",),
    "date_status": ("date_edtf",),
    "date_type": ("date_edtf",),
    "page_count": ("extent_raw",),
    "volume": ("part_number",),
    "issue": ("part_number",),
    "part_name": ("part_number", "title"),
}
"""Fields that are read from the words of others."""

_FOLLOWS = {"genre": "by what kind of entry it is, else by its number of pages"}

_MARGIN = re.compile(r"; (\d+\.\d) better than (.+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One field, its value, the words that became it (empty: none of the line's), and why."""

    field: str
    value: str
    words: str
    why: str


def origins(row: EntryRow, evidence: Evidence) -> tuple[Origin, ...]:
    """One for every field that says something, contributors one by one, in the order of the columns."""
    citation = row.citation
    found: list[Origin] = []
    for name in (field.name for field in fields(Citation) if field.name not in _TOLD_APART):
        if value := _text(getattr(citation, name)):
            words, why = _found(name, value, row, evidence)
            found.append(Origin(field=name, value=value, words=words, why=why))
    people = [_of_contributor(person, number, row, evidence) for number, person in enumerate(citation.contributors, 1)]
    return (*found, *people)


_ODD = {
    "numbered": "a number may be that of an issue or a series",
    "crowded": "more than a title seems to stand in the title",
    "odd_phrase": "the other title information may belong to another field",
    "odd_names": "a name looks like more than one, or like less",
    "odd_imprint": "the publisher or the place looks like more than one, or like a series",
    "odd_edition": "the edition statement may be something else",
    "odd_notes": "a note may belong to another field",
    "hosted": "what the piece stands in may be a series",
    "homeless": "pages are told, and not of what",
}
"""By the names of `shelflist.parse.fields.signals.Signals`."""


def reasons_for_confidence(citation: Citation, evidence: Evidence) -> tuple[str, ...]:
    """Why the confidence is what it is, the gravest first."""
    if vouched := [why for name, _, why in evidence if name == "parse_confidence"]:
        return (vouched[-1],)
    told = []
    if citation.unparsed_remainder:
        told.append(f"words are left over: {citation.unparsed_remainder}")
    for name, status in (("publisher", citation.publisher_status), ("place", citation.place_status)):
        if status is Status.UNPARSED:
            told.append(f"the {name} could not be told")
    if not citation.title:
        told.append("no title was read")
    if not (citation.extent_raw or citation.date_edtf):
        told.append("neither a date nor an extent was read")
    told += [_ODD[name] for name in of_fields(gist_of(citation)) if name in _ODD]
    return (*told, *_closest(evidence))


def _closest(evidence: Evidence) -> tuple[str, ...]:
    """The segment that was nearest to being read as something else."""
    found = [(name, words, _MARGIN.search(why)) for name, words, why in evidence]
    calls = [(float(margin[1]), name, words, margin[2]) for name, words, margin in found if margin]
    if not calls:
        return ("nothing in the line could be read otherwise",) if evidence else ()
    margin, name, words, rival = min(calls)
    return (f"the closest call: “{words}” as {name.replace('_', ' ')} is {margin} better than {rival}",)


def _found(name: str, value: str, row: EntryRow, evidence: Evidence) -> tuple[str, str]:
    """Words and reason: from the field's own evidence, from that of the field it follows from, from where it stands."""
    if name == "unparsed_remainder":
        doubts = [
            f"“{words}” is {why}" for field, words, why in evidence if field == name and why.startswith("perhaps")
        ]
        return value, "; ".join(["left over: read as nothing, or too close between two readings", *doubts])
    for source in (name, *_SOURCES.get(name, ())):
        if rows := [(words, why) for field, words, why in evidence if field == source]:
            whys = "; ".join(dict.fromkeys(why for _, why in rows))
            return " | ".join(words for words, _ in rows), whys
    if name in _FOLLOWS:
        return "", _FOLLOWS[name]
    if value == Status.SUPPLIED:
        return "", "the line does not say it"
    if name.endswith("_status"):
        return "", "the line says that it is not known"
    return _elsewhere(value, row, evidence)


def _elsewhere(value: str, row: EntryRow, evidence: Evidence) -> tuple[str, str]:
    for field, words, why in evidence:
        if value in words:
            return words, f"part of the words read as {field}: {why}"
    for heading in reversed(row.heading_path):
        if value in heading:
            return "", f"from the heading “{heading}”"
    if value in row.citation_raw:
        return value, "stands so in the line"
    return "", "follows from the other fields, or from the lines above"


def _of_contributor(person: Contributor, number: int, row: EntryRow, evidence: Evidence) -> Origin:
    parts = [f"{name} {words}" for name, words in (("family", person.family), ("given", person.given)) if words]
    kind = ", ".join((person.role.value, person.name_type.value, *parts))
    words, why = _named(person, row, evidence)
    return Origin(field=f"contributor {number}", value=f"{person.name_raw} ({kind})", words=words, why=why)


def _named(person: Contributor, row: EntryRow, evidence: Evidence) -> tuple[str, str]:
    """A name may share its surname with the next: it is found by its first and last words."""
    rows = [(words, why) for field, words, why in evidence if field == "contributors"]
    pieces = person.name_raw.split()
    ends = {pieces[0], pieces[-1]} if pieces else set()
    for words, why in rows:
        if person.name_raw in words or all(end in words for end in ends):
            return words, why
    if above := [why for words, why in rows if not words]:
        return "", above[-1]
    if heading := next((one for one in reversed(row.heading_path) if _names(one, person)), None):
        return "", f"from the heading “{heading}”"
    return _elsewhere(person.name_raw, row, evidence)


def _names(heading: str, person: Contributor) -> bool:
    return (person.family or person.name_raw).casefold() in heading.casefold()


def _text(value: object) -> str:
    if value is None or str(value) in _SILENT:
        return ""
    return " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
