"""Publisher, place and date of an entry, with how each stands in the line."""

import re
from typing import NamedTuple

from shelflist.models.citation import DateStatus, DateType, Status
from shelflist.parse.dates import YEAR, DateReading, read_date
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.grammar import (
    DATE,
    DATED,
    EDITION,
    NO_IMPRINT,
    ORIGINAL,
    PLACE,
    PUBLISHER,
    REMARK,
    Label,
)  # fmt: skip
from shelflist.parse.imprint import FIRST_PUBLISHED, place_score, publisher_score
from shelflist.parse.labelled import Labelled
from shelflist.parse.tokens import Segment

_OF_EDITION = re.compile(r"\b(?:of|from) the (?:original )?(?P<year>(?:1[4-9]|20)\d\d)\b")


_YEAR_ALONE = re.compile(r"(?:1[4-9]|20)\d\d$")
_YEAR_IN_BRACKET = re.compile(r"[(\[]?(?:1[4-9]|20)\d\d[)\]]?$")


class Imprint(NamedTuple):
    publisher: str | None
    publisher_status: Status
    place: str | None
    place_status: Status


def imprint_of(line: Labelled) -> Imprint:
    """The first publisher and place; "n.p." stands for whichever is missing."""
    publishers, places, absent = _houses(line), line.runs(PLACE), line.of(NO_IMPRINT)
    publisher = _status(bool(publishers), bool(absent), PUBLISHER in line.trust.doubted)
    place = _place_status(places, bool(absent), PLACE in line.trust.doubted)
    if publishers and _is_supplied(line, PUBLISHER):
        publisher = Status.SUPPLIED
    if places and _is_supplied(line, PLACE):
        place = Status.SUPPLIED
    return Imprint(
        publishers[0] if publishers else None, publisher, places[0].strip("[]()? ") if places else None, place
    )


def _houses(line: Labelled) -> list[str]:
    """Of a body by its letters and a house after it the house: "President of the Scottish Area, NUM, Lawrence Elm"."""
    houses = line.of(PUBLISHER)
    if len(houses) > 1 and houses[0].text.isupper() and houses[0].text.isalpha() and not houses[1].text.isupper():
        return [houses[1].text]
    return line.runs(PUBLISHER)


def _is_supplied(line: Labelled, label: Label) -> bool:
    """In square brackets with its neighbours: "[London, Gollancz, 1937]"."""
    first = line.of(label)[0]
    return first.inner and _in_square(line, first)


def _in_square(line: Labelled, piece: Segment) -> bool:
    return line.text.rfind("[", 0, piece.start) > line.text.rfind("]", 0, piece.start)


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


class Dating(NamedTuple):
    raw: str | None = None
    edtf: str | None = None
    status: DateStatus = DateStatus.NOT_STATED
    date_type: DateType = DateType.UNKNOWN
    original: str | None = None
    only_original: str | None = None  # the words of a first publication that is all the line dates


def dating_of(line: Labelled) -> Dating:
    """The item in hand has the date; a first publication's makes it a reprint."""
    originals = line.of(ORIGINAL)
    original = _year_of(originals[0].text) if originals else _year_before_printing(line) or _year_of_edition(line)
    segment, date = _date_of(line)
    if earlier := _earlier_in_bracket(line):
        segment, date, original = *earlier[0], earlier[1]
    if segment is not None and date is not None:
        kind = DateType.REPRINT if original and date.edtf else date.date_type
        supplied = date.status is DateStatus.STATED and segment.inner and _in_square(line, segment)
        status = DateStatus.SUPPLIED if supplied else date.status
        return Dating(segment.text, date.edtf, status, kind, original)
    if original and originals:
        words = originals[0].text
        return Dating(words.rsplit(",", 1)[-1].strip(), original, DateStatus.STATED, DateType.SINGLE, original, words)
    return Dating()


def _earlier_in_bracket(line: Labelled) -> tuple[tuple[Segment, DateReading], str] | None:
    """ "1952 (1936)": the year in the bracket is that of the first edition."""
    dates = line.of(DATE)
    if len(dates) != 2 or not (_YEAR_ALONE.match(dates[0].text) and _YEAR_IN_BRACKET.match(dates[1].text)):
        return None
    between = line.text[dates[0].end : dates[1].end]
    first, second = read_date(dates[0].text), dates[1].text.strip("()[]")
    if first is None or not _YEAR_IN_BRACKET.match(between.strip()) or "[" in between or second >= dates[0].text:
        return None
    return (dates[0], first), second


def _year_before_printing(line: Labelled) -> str | None:
    """ "1960, second printing 1961": two dates, and between them an edition."""
    if len(line.trust.trusted.get(DATE, ())) < 2:
        return None
    labels = [choice.label for choice in line.choices]
    dates = [i for i, label in enumerate(labels) if label is DATE]
    if len(dates) < 2 or EDITION not in labels[dates[0] : dates[-1]]:
        return None
    first = read_date(line.segments[dates[0]].text)
    return first.edtf if first and not first.span_years else None


def _year_of_edition(line: Labelled) -> str | None:
    """ "facsimile reprint of the 1876 edition"."""
    found = [_OF_EDITION.search(segment.text) for segment in line.of(EDITION, REMARK)]
    return next((one["year"] for one in found if one), None)


def _date_of(line: Labelled) -> tuple[Segment | None, DateReading | None]:
    """The last date that says something, else "n.d."."""
    found = [(segment, read_date(segment.text)) for segment in line.of(DATED, DATE)]
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


def first_imprint(imprint: Imprint, words: str, gazetteer: Gazetteer) -> Imprint:
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
