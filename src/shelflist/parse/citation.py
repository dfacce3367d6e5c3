"""From labelled segments to a citation: each field filled from the segments that were found to be it.

Where the search was in two minds about a segment, its field stays null and its words go to `unparsed_remainder`.
"""

import re
from dataclasses import dataclass, replace

from shelflist.models.citation import Citation, Contributor, DateStatus, DateType, Genre, NameType, Role, Status
from shelflist.parse.dates import YEAR, DateReading, read_date
from shelflist.parse.extent import Extent
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.grammar import Label
from shelflist.parse.imprint import FIRST_PUBLISHED, NO_PLACE, place_score, publisher_score
from shelflist.parse.names import split_name
from shelflist.parse.parts import periodical_title, read_part, volume_and_issue
from shelflist.parse.roles import contributors, read_role
from shelflist.parse.search import Choice
from shelflist.parse.tail import Tail, languages_stated, split_series
from shelflist.parse.tokens import Segment

ABSTAIN_BELOW = 0.3
"""Margin under which a segment's reading is not trusted."""

_OF_TITLE = (Label.TITLE,)
_OF_PHRASE = (Label.PHRASE, Label.LATE_PHRASE, Label.GENRE)
_OF_RESPONSIBILITY = (Label.LEADER, Label.AUTHOR, Label.ROLE, Label.NAMES, Label.ABOUT_PERSON, Label.AUTHOR_PLACE)
_DOUBTFUL = frozenset({Label.AUTHOR, Label.PUBLISHER, Label.PLACE, Label.NAMES, Label.LEADER})
_FAMILIES = ((Label.TITLE, Label.PART), _OF_PHRASE + (Label.ABOUT_PERSON,), _OF_RESPONSIBILITY, (Label.PUBLISHER,), (Label.PLACE,))
_PROCEEDINGS = re.compile(r"\b(?:proceedings|verbatim report|stenographic report)\b", re.IGNORECASE)
_LEAFLET = re.compile(r"\b(?:leaflet|flyer|flier|handbill|broadsheet)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line's segments, each with the label chosen for it."""

    text: str
    segments: list[Segment]
    choices: list[Choice]
    title_marked: bool

    def of(self, *labels: Label) -> list[Segment]:
        """The trusted segments with one of these labels."""
        return [s for s, c in zip(self.segments, self.choices, strict=True) if c.label in labels and not is_doubtful(c)]

    def doubtful(self, *labels: Label) -> list[Segment]:
        return [s for s, c in zip(self.segments, self.choices, strict=True) if c.label in labels and is_doubtful(c)]

    def runs(self, *labels: Label) -> list[str]:
        """Neighbouring segments with these labels, each stretch as written."""
        stretches: list[tuple[int, int, int]] = []
        for i, (segment, choice) in enumerate(zip(self.segments, self.choices, strict=True)):
            if choice.label not in labels or is_doubtful(choice):
                continue
            if stretches and stretches[-1][2] == i - 1:
                stretches[-1] = (stretches[-1][0], segment.end, i)
            else:
                stretches.append((segment.start, segment.end, i))
        return [self.text[start:end] for start, end, _ in stretches]


def is_doubtful(choice: Choice) -> bool:
    """Two readings that give different fields are close, and the words decide between persons, firms and places."""
    if choice.margin >= ABSTAIN_BELOW or choice.rival is None or choice.label not in _DOUBTFUL:
        return False
    return not is_same_field(choice)


def is_same_field(choice: Choice) -> bool:
    """The rival reading would put the words into the same field."""
    return any(choice.label in family and choice.rival in family for family in _FAMILIES)


def build(line: Labelled, extent: Extent | None, tail: Tail, gazetteer: Gazetteer) -> Citation:
    """The citation, its confidence and remainder not yet set."""
    title, parts_outside = _title(line, gazetteer)
    citation = Citation(title=title, other_title_information="; ".join(line.runs(*_OF_PHRASE)) or None)
    citation = _with_parts(citation, parts_outside)
    citation = _with_responsibility(citation, line, gazetteer)
    citation = _with_imprint(citation, line)
    citation = _with_dates(citation, line, gazetteer)
    citation = _with_description(citation, line, extent, tail)
    return _with_genre(citation, line, parts_outside, extent, gazetteer)


def _title(line: Labelled, gazetteer: Gazetteer) -> tuple[str | None, list[str]]:
    """The title as written, and the parts named outside it. An unmarked title takes in the part that follows it."""
    at = [i for i, choice in enumerate(line.choices) if choice.label is Label.TITLE]
    parts = [i for i, choice in enumerate(line.choices) if choice.label is Label.PART]
    if not at:
        return None, [line.segments[i].text for i in parts]
    last = at[-1]
    periodical = periodical_title(line.segments[at[0]].text, gazetteer)
    while not line.title_marked and not periodical and last + 1 in parts:
        last += 1
    named = last + 1 < len(line.choices) and last in parts and line.choices[last + 1].label is Label.PHRASE
    if named and line.segments[last + 1].text[0].isupper():
        last += 1
    title = line.text[line.segments[at[0]].start : line.segments[last].end]
    return title.rstrip(" ,"), [line.segments[i].text for i in parts if i > last]


def _with_parts(citation: Citation, outside: list[str]) -> Citation:
    number, name = read_part(citation.title) if citation.title else (None, None)
    if outside:
        first, first_name = read_part(", ".join(outside))
        number, name = (number or first or ", ".join(outside)), (name or first_name)
    return replace(citation, part_number=number, part_name=name)


def _with_responsibility(citation: Citation, line: Labelled, gazetteer: Gazetteer) -> Citation:
    people: list[Contributor] = []
    role, role_raw = Role.AUT, None
    for segment, choice in zip(line.segments, line.choices, strict=True):
        if is_doubtful(choice):
            continue
        surety = round(min(0.99, max(0.3, 0.5 + choice.margin / 8)), 2)
        if choice.label is Label.ROLE and (statement := read_role(segment.text, gazetteer)):
            role, role_raw = statement.role, statement.role_raw
            people += contributors(statement.names, role, role_raw, gazetteer, surety)
        elif choice.label is Label.NAMES:
            people += contributors(segment.text, role, role_raw, gazetteer, surety)
        elif choice.label is Label.AUTHOR:
            people += contributors(segment.text, Role.AUT, None, gazetteer, surety)
        elif choice.label is Label.LEADER:
            people += _leader(segment.text, gazetteer, surety)
    return replace(citation, contributors=tuple(people), statement_of_responsibility="; ".join(line.runs(*_OF_RESPONSIBILITY)) or None)


def _leader(words: str, gazetteer: Gazetteer, surety: float) -> list[Contributor]:
    """ "Ash, Rewi": the family name comes first, and is so written."""
    family, comma, given = words.partition(", ")
    if comma:
        return [Contributor(name_raw=words, family=family, given=given.strip(), confidence=surety)]
    return contributors(words, Role.AUT, None, gazetteer, surety)


def _with_imprint(citation: Citation, line: Labelled) -> Citation:
    publishers, places, absent = line.runs(Label.PUBLISHER), line.of(Label.PLACE), line.of(Label.NO_IMPRINT)
    no_place = any(NO_PLACE.match(segment.text) for segment in absent)
    no_publisher = bool(absent) and not publishers
    return replace(
        citation,
        publisher=publishers[0] if publishers else None,
        publisher_status=_status(bool(publishers), no_publisher, bool(line.doubtful(Label.PUBLISHER))),
        place_of_publication=_place(line, places),
        place_status=_status(bool(places), no_place or bool(absent), bool(line.doubtful(Label.PLACE))),
    )


def _place(line: Labelled, places: list[Segment]) -> str | None:
    runs = line.runs(Label.PLACE)
    return runs[0].strip("[] ") if runs else None


def _status(stated: bool, absent: bool, doubtful: bool) -> Status:
    if stated:
        return Status.STATED
    if doubtful:
        return Status.UNPARSED
    return Status.NOT_IDENTIFIED if absent else Status.NOT_STATED


def _with_dates(citation: Citation, line: Labelled, gazetteer: Gazetteer) -> Citation:
    originals = line.of(Label.ORIGINAL)
    original = _year_of(originals[0].text) if originals else None
    segment, date = _date_of(line)
    if date is None and original:
        return _from_original(replace(citation, original_date_edtf=original), originals[0].text, gazetteer)
    if date is None or segment is None:
        return citation
    kind = DateType.REPRINT if original and date.edtf else date.date_type
    return replace(
        citation, date_raw=segment.text, date_edtf=date.edtf, date_status=date.status, date_type=kind, original_date_edtf=original
    )


def _date_of(line: Labelled) -> tuple[Segment | None, DateReading | None]:
    """The last date that says something, else "n.d."."""
    found = [(segment, read_date(segment.text)) for segment in line.of(Label.DATE)]
    telling = [pair for pair in found if pair[1] is not None and pair[1].edtf]
    return (telling or found or [(None, None)])[-1]


def _year_of(words: str) -> str | None:
    rest = words[found.end() :] if (found := FIRST_PUBLISHED.match(words)) else words
    reading = read_date(rest.rsplit(",", 1)[-1].strip())
    if reading and reading.edtf:
        return reading.edtf
    year = YEAR.search(rest)
    return year.group() if year else None


def _from_original(citation: Citation, words: str, gazetteer: Gazetteer) -> Citation:
    """Only the first publication is dated: it is then the only imprint the line gives."""
    rest = words[found.end() :] if (found := FIRST_PUBLISHED.match(words)) else words
    parts = [part.strip() for part in rest.split(",")]
    publisher = next((part for part in parts if publisher_score(part, gazetteer) >= 3.5), None)
    place = next((part for part in parts if place_score(part, gazetteer) > 5), None)
    if publisher and not citation.publisher:
        citation = replace(citation, publisher=publisher, publisher_status=Status.STATED)
    if place and not citation.place_of_publication:
        citation = replace(citation, place_of_publication=place, place_status=Status.STATED)
    year = citation.original_date_edtf
    return replace(citation, date_raw=parts[-1], date_edtf=year, date_status=DateStatus.STATED, date_type=DateType.SINGLE)


def _with_description(citation: Citation, line: Labelled, extent: Extent | None, tail: Tail) -> Citation:
    remarks = [segment.text for segment in line.of(Label.REMARK, Label.ORIGINAL)]
    notes = tuple(remarks + ([tail.note] if tail.note else []))
    series = [split_series(run) for run in line.runs(Label.SERIES)]
    editions = line.runs(Label.EDITION) + ([tail.edition] if tail.edition else [])
    title, number = series[0] if series else (tail.series_title, tail.series_number)
    return replace(
        citation,
        edition_statement="; ".join(editions) or None,
        extent_raw=line.text[extent.start : extent.end].strip() if extent else None,
        page_count=extent.pages if extent else None,
        series_title=title,
        series_number=number,
        container_title=tail.host,
        notes=notes,
        languages=languages_stated(notes),
    )


def _with_genre(citation: Citation, line: Labelled, outside: list[str], extent: Extent | None, gazetteer: Gazetteer) -> Citation:
    """Stated, or plain from the form; else by UNESCO's measure: a pamphlet has 5 to 48 pages, a book more."""
    name = periodical_title(citation.title, gazetteer) if citation.title else None
    volume, issue = volume_and_issue(outside)
    if name and (issue or volume) and citation.date_edtf and not citation.publisher:
        return replace(citation, genre=Genre.PERIODICAL_ISSUE, container_title=name, volume=volume, issue=issue)
    if issue and not citation.title and citation.date_edtf:
        return replace(citation, genre=Genre.PERIODICAL_ISSUE, volume=volume, issue=issue)
    if citation.container_title or (extent and extent.is_range):
        return replace(citation, genre=Genre.ARTICLE)
    words = f"{citation.title or ''} {citation.other_title_information or ''}"
    if any(_LEAFLET.match(segment.text) for segment in line.of(Label.GENRE)):
        return replace(citation, genre=Genre.LEAFLET)
    if _PROCEEDINGS.search(words):
        return replace(citation, genre=Genre.PROCEEDINGS)
    return replace(citation, genre=_by_pages(citation.page_count))


def _by_pages(pages: int | None) -> Genre:
    if pages is None or pages < 5:
        return Genre.UNKNOWN
    return Genre.PAMPHLET if pages <= 48 else Genre.BOOK


def with_author(citation: Citation, person: Contributor) -> Citation:
    """The author that a heading supplies to an entry that names nobody."""
    return citation if citation.contributors else replace(citation, contributors=(person,))


__all__ = ["ABSTAIN_BELOW", "Labelled", "NameType", "build", "is_doubtful", "split_name", "with_author"]
