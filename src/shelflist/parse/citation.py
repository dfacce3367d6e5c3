"""From labelled segments to a citation: each field filled from the segments that were found to be it.

Where the search was in two minds about a segment, its field stays null and its words go to `unparsed_remainder`.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from shelflist.models.citation import Citation, Contributor, DateStatus, DateType, Genre, Role, Status
from shelflist.parse.dates import YEAR, DateReading, read_date
from shelflist.parse.extent import Extent
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.grammar import Label
from shelflist.parse.imprint import FIRST_PUBLISHED, place_score, publisher_score
from shelflist.parse.names import is_inverted
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
_NAMING = frozenset({Label.LEADER, Label.AUTHOR, Label.NAMES, Label.ROLE})
_DOUBTFUL = frozenset({Label.AUTHOR, Label.PUBLISHER, Label.PLACE, Label.NAMES, Label.LEADER})
_FAMILIES = (
    (Label.TITLE, Label.PART),
    (*_OF_PHRASE, Label.ABOUT_PERSON),
    _OF_RESPONSIBILITY,
    (Label.PUBLISHER,),
    (Label.PLACE,),
)
_PROCEEDINGS = re.compile(r"\b(?:proceedings|verbatim report|stenographic report)\b", re.IGNORECASE)
_LEAFLET = re.compile(r"\b(?:leaflet|flyer|flier|handbill|broadsheet)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line's segments, each with the label chosen for it."""

    text: str
    segments: list[Segment]
    choices: list[Choice]
    title_marked: bool
    present: frozenset[Label]  # all labels chosen

    def of(self, *labels: Label) -> list[Segment]:
        """The trusted segments with one of these labels."""
        if self.present.isdisjoint(labels):
            return []
        return [s for s, c in zip(self.segments, self.choices, strict=True) if c.label in labels and not is_doubtful(c)]

    def doubts(self, label: Label) -> bool:
        """Some segment with this label is not trusted."""
        return any(choice.label is label and is_doubtful(choice) for choice in self.choices)

    def runs(self, *labels: Label) -> list[str]:
        """Neighbouring segments with these labels, each stretch as written."""
        if self.present.isdisjoint(labels):
            return []
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


def settle(line: Labelled) -> Labelled:
    """A capitalised phrase after a part names that part: "Volume 38, Philosophical Notebooks"."""
    if line.present.isdisjoint((Label.PART,)) or line.present.isdisjoint((Label.PHRASE,)):
        return line
    choices = list(line.choices)
    for i in range(1, len(choices)):
        if (
            choices[i].label is Label.PHRASE
            and choices[i - 1].label is Label.PART
            and line.segments[i].text[0].isupper()
        ):
            choices[i] = choices[i]._replace(label=Label.PART)
    return replace(line, choices=choices, present=frozenset(choice.label for choice in choices))


def build(line: Labelled, extent: Extent | None, tail: Tail, gazetteer: Gazetteer) -> Citation:
    """The citation, its confidence and remainder not yet set."""
    line = settle(line)
    title, outside = _title(line, gazetteer)
    number, name = _part(title, outside)
    dating, imprint, issue = _dating(line), _imprint(line), _issue(title, outside, gazetteer)
    if dating.only_original is not None:
        imprint = _first_imprint(imprint, dating.only_original, gazetteer)
    remarks = [segment.text for segment in line.of(Label.REMARK, Label.ORIGINAL)]
    notes = tuple(remarks + ([tail.note] if tail.note else []))
    series = [split_series(run) for run in line.runs(Label.SERIES)]
    series_title, series_number = series[0] if series else (tail.series_title, tail.series_number)
    if outside and imprint.publisher and gazetteer.is_periodical(imprint.publisher) and any(volume_and_issue(outside)):
        tail = replace(tail, host=imprint.publisher)  # an article: "What is Leninism?, Labour Monthly, Vol 3 No 2"
        imprint = imprint._replace(publisher=None, publisher_status=Status.NOT_STATED)
        issue = _Issue(None, *volume_and_issue(outside))
    is_issue = not tail.host and issue.is_numbered and dating.edtf is not None and imprint.publisher is None
    return Citation(
        title=title,
        other_title_information="; ".join(line.runs(*_OF_PHRASE)) or None,
        statement_of_responsibility="; ".join(line.runs(*_OF_RESPONSIBILITY)) or None,
        part_number=number,
        part_name=name,
        edition_statement="; ".join(line.runs(Label.EDITION) + ([tail.edition] if tail.edition else [])) or None,
        publisher=imprint.publisher,
        publisher_status=imprint.publisher_status,
        place_of_publication=imprint.place,
        place_status=imprint.place_status,
        date_raw=dating.raw,
        date_edtf=dating.edtf,
        date_status=dating.status,
        date_type=dating.date_type,
        original_date_edtf=dating.original,
        extent_raw=line.text[extent.start : extent.end].strip() if extent else None,
        page_count=extent.pages if extent else None,
        series_title=series_title,
        series_number=series_number,
        container_title=issue.periodical if is_issue else tail.host,
        volume=issue.volume if is_issue or tail.host else None,
        issue=issue.issue if is_issue or tail.host else None,
        genre=Genre.PERIODICAL_ISSUE if is_issue else _genre(line, title, extent, tail),
        languages=languages_stated(notes) if notes else (),
        notes=notes,
        contributors=_contributors(line, gazetteer),
    )


def _title(line: Labelled, gazetteer: Gazetteer) -> tuple[str | None, list[str]]:
    """The title as written, and the parts named outside it. An unmarked title takes in the part that follows it."""
    at = [i for i, choice in enumerate(line.choices) if choice.label is Label.TITLE]
    parts = [i for i, choice in enumerate(line.choices) if choice.label is Label.PART]
    if not at:
        return None, [line.segments[i].text for i in parts]
    last = at[-1]
    periodical = bool(parts) and _names_periodical(line.segments[at[0]].text, line, parts, gazetteer)
    while not line.title_marked and not periodical and last + 1 in parts:
        last += 1
    title = line.text[line.segments[at[0]].start : line.segments[last].end]
    return title.rstrip(" ,"), [line.segments[i].text for i in parts if i > last]


def _names_periodical(title: str, line: Labelled, parts: list[int], gazetteer: Gazetteer) -> bool:
    """By its name, or because volume and number follow: nothing but a periodical has both."""
    if periodical_title(title, gazetteer):
        return True
    return all(volume_and_issue([line.segments[i].text for i in parts]))


def _part(title: str | None, outside: list[str]) -> tuple[str | None, str | None]:
    number, name = read_part(title) if title else (None, None)
    if outside:
        first, first_name = read_part(", ".join(outside))
        whole = first if first_name else ", ".join(outside)
        number, name = (number or whole), (name or first_name)
    return number, name


class _Issue(NamedTuple):
    """A periodical and its number, if the line may be an issue's."""

    periodical: str | None = None
    volume: str | None = None
    issue: str | None = None

    @property
    def is_numbered(self) -> bool:
        return self.volume is not None or self.issue is not None


def _issue(title: str | None, outside: list[str], gazetteer: Gazetteer) -> _Issue:
    if not outside:
        return _Issue()
    periodical = periodical_title(title, gazetteer) if title else None
    volume, issue = volume_and_issue(outside)
    if title and not periodical and volume and issue:
        periodical = title  # nothing but a periodical has both
    if periodical or (title is None and issue):
        return _Issue(periodical, volume, issue)
    return _Issue()


def _contributors(line: Labelled, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    people: list[Contributor] = []
    role, role_raw = Role.AUT, None
    for segment, choice in zip(line.segments, line.choices, strict=True):
        if choice.label not in _NAMING or is_doubtful(choice):
            continue
        surety = round(min(0.99, max(0.3, 0.5 + choice.margin / 8)), 2)
        if choice.label is Label.LEADER or (choice.label is Label.AUTHOR and is_inverted(segment.text, gazetteer)):
            people += _leader(segment.text, gazetteer, surety)
        elif choice.label is Label.AUTHOR:
            people += contributors(segment.text, Role.AUT, None, gazetteer, surety)
        elif choice.label is Label.NAMES:
            people += contributors(segment.text, role, role_raw, gazetteer, surety)
        elif statement := read_role(segment.text, gazetteer):
            role, role_raw = statement.role, statement.role_raw
            people += contributors(statement.names, role, role_raw, gazetteer, surety)
    return tuple(people)


def _leader(words: str, gazetteer: Gazetteer, surety: float) -> tuple[Contributor, ...]:
    """ "Ash, Rewi": the family name comes first, and is so written."""
    family, comma, given = words.partition(", ")
    if comma:
        return (Contributor(name_raw=words, family=family, given=given.strip(), confidence=surety),)
    return contributors(words, Role.AUT, None, gazetteer, surety)


class _Imprint(NamedTuple):
    publisher: str | None
    publisher_status: Status
    place: str | None
    place_status: Status


def _imprint(line: Labelled) -> _Imprint:
    """The first publisher and place; "n.p." stands for whichever is missing."""
    publishers, places, absent = line.runs(Label.PUBLISHER), line.runs(Label.PLACE), line.of(Label.NO_IMPRINT)
    return _Imprint(
        publishers[0] if publishers else None,
        _status(bool(publishers), bool(absent), line.doubts(Label.PUBLISHER)),
        places[0].strip("[]()? ") if places else None,
        _place_status(places, bool(absent), line.doubts(Label.PLACE)),
    )


def _place_status(places: list[str], absent: bool, doubtful: bool) -> Status:
    if places and places[0][0] in "[(":
        return Status.SUPPLIED
    return _status(bool(places), absent, doubtful)


def _status(stated: bool, absent: bool, doubtful: bool) -> Status:
    if stated:
        return Status.STATED
    if doubtful:
        return Status.UNPARSED
    return Status.NOT_IDENTIFIED if absent else Status.NOT_STATED


class _Dating(NamedTuple):
    raw: str | None = None
    edtf: str | None = None
    status: DateStatus = DateStatus.NOT_STATED
    date_type: DateType = DateType.UNKNOWN
    original: str | None = None
    only_original: str | None = None  # the words of a first publication that is all the line dates


def _dating(line: Labelled) -> _Dating:
    """The item in hand has the date; a first publication's makes it a reprint."""
    originals = line.of(Label.ORIGINAL)
    original = _year_of(originals[0].text) if originals else _year_before_printing(line)
    segment, date = _date_of(line)
    if segment is not None and date is not None:
        kind = DateType.REPRINT if original and date.edtf else date.date_type
        return _Dating(segment.text, date.edtf, date.status, kind, original)
    if original and originals:
        words = originals[0].text
        return _Dating(words.rsplit(",", 1)[-1].strip(), original, DateStatus.STATED, DateType.SINGLE, original, words)
    return _Dating()


def _year_before_printing(line: Labelled) -> str | None:
    """ "1960, second printing 1961": two dates, and between them an edition."""
    labels = [choice.label for choice in line.choices]
    dates = [i for i, label in enumerate(labels) if label is Label.DATE]
    if len(dates) < 2 or Label.EDITION not in labels[dates[0] : dates[-1]]:
        return None
    first = read_date(line.segments[dates[0]].text)
    return first.edtf if first else None


def _date_of(line: Labelled) -> tuple[Segment | None, DateReading | None]:
    """The last date that says something, else "n.d."."""
    found = [(segment, read_date(segment.text)) for segment in line.of(Label.DATE)]
    telling = [pair for pair in found if pair[1] is not None and pair[1].edtf]
    chosen = telling or found
    return chosen[-1] if chosen else (None, None)


def _year_of(words: str) -> str | None:
    rest = words[found.end() :] if (found := FIRST_PUBLISHED.match(words)) else words
    reading = read_date(rest.rsplit(",", 1)[-1].strip())
    if reading and reading.edtf:
        return reading.edtf
    year = YEAR.search(rest)
    return year.group() if year else None


def _first_imprint(imprint: _Imprint, words: str, gazetteer: Gazetteer) -> _Imprint:
    """Only the first publication is dated: its imprint is then the only one the line gives."""
    rest = words[found.end() :] if (found := FIRST_PUBLISHED.match(words)) else words
    parts = [part.strip() for part in rest.split(",")]
    publisher = next((part for part in parts if publisher_score(part, gazetteer) >= 3.5), None)
    place = next((part for part in parts if place_score(part, gazetteer) > 5), None)
    if publisher and imprint.publisher is None:
        imprint = imprint._replace(publisher=publisher, publisher_status=Status.STATED)
    if place and imprint.place is None:
        imprint = imprint._replace(place=place, place_status=Status.STATED)
    return imprint


def _genre(line: Labelled, title: str | None, extent: Extent | None, tail: Tail) -> Genre:
    """Stated, or plain from the form; else by UNESCO's measure: a pamphlet has 5 to 48 pages, a book more."""
    if tail.host or (extent and extent.is_range):
        return Genre.ARTICLE
    if any(_LEAFLET.match(segment.text) for segment in line.of(Label.GENRE)):
        return Genre.LEAFLET
    if _PROCEEDINGS.search(f"{title or ''} {' '.join(line.runs(*_OF_PHRASE))}"):
        return Genre.PROCEEDINGS
    return _by_pages(extent.pages if extent else None)


def _by_pages(pages: int | None) -> Genre:
    if pages is None or pages < 5:
        return Genre.UNKNOWN
    return Genre.PAMPHLET if pages <= 48 else Genre.BOOK


def with_author(citation: Citation, person: Contributor) -> Citation:
    """The author that a heading supplies to an entry that names nobody."""
    return citation if citation.contributors else replace(citation, contributors=(person,))
