"""Publisher, place and date of an entry, with how each stands in the line."""

import re
from dataclasses import replace

from shelflist.models.citation import DateStatus, DateType, Status
from shelflist.models.record import record
from shelflist.parse.grammar import (
    DATE,
    DATED,
    EDITION,
    NO_IMPRINT,
    ORIGINAL,
    PLACE,
    PUBLISHER,
    REMARK,
    TITLE,
    Label,
)  # fmt: skip
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR, DateReading, read_date
from shelflist.parse.looks.editions import after_first_published, tells_earlier_edition
from shelflist.parse.looks.grades import A_FIRM, LISTED
from shelflist.parse.looks.imprint import is_catalogued
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.cues import cue, cues_in

_EARLIER_CUE = cue("first orig original originally facsimile reprint reprinted", any_case=True)
_EARLIER = re.compile(
    r"(?:^|[.,;(\[—–]\s?)(?:(?:[Ff]irst|[Oo]riginal\swork)\s(?:published|printed|issued|pub\.|in)"
    rf"|[Oo]riginally(?:\s(?:published|printed|issued|in|as|serialised|a\sserial)|(?=\s{YEAR_FORM}))|"
    r"[Oo]rig\.(?:\s(?:pub\.|in))?|(?:[Ff]irst|[Oo]riginal)\s(?!English|British|American)[A-Z][a-z]+\s(?:edition|edn|ed)\b|"
    r"(?:(?:[Aa]\s)?(?:[Ff]acsimile|[Rr]eprint)\sof|[Rr]eprinted\sfrom))(?!\w)[^.()\d]{0,60}?(?:#[\d-]+,\s)?"
    rf"(?P<date>(?:(?:\d{{1,2}}\s)?[A-Z][a-z]+\s)?(?P<year>{YEAR_FORM}))(?=[\s.,;)\]]|$)(?!\s(?:and|or|to|as)\b)"
)
_OF_EDITION = re.compile(rf"\b(?:of|from) (?:the )?(?:original )?(?P<year>{YEAR_FORM})\b")
_YEAR_IN_BRACKET = re.compile(rf"[(\[]?{YEAR_FORM}[)\]]?$")
_REISSUED = re.compile(rf"[(\[]?(?P<first>{YEAR_FORM})\s?/\s?(?P<now>{YEAR_FORM})[)\]]?$")
_FIRST_IN_BRACKET = re.compile(rf"(?P<now>{YEAR_FORM})\s\[(?P<first>{YEAR_FORM})\]$")
_BRACKET_FIRST = re.compile(rf"\[(?P<first>{YEAR_FORM})\]\s(?P<now>{YEAR_FORM})$")
_OF_TWO = (_REISSUED, _FIRST_IN_BRACKET, _BRACKET_FIRST)
""" "Ash, Rewi (1954 [1921])", "([1921] 1954)": beside the author the two are one date."""
_ONE_YEAR = 6
"""Characters, in brackets."""
_LATER = 4
""" "(1910/1981)": years so far apart are those of the first edition and of this one."""


@record
class Imprint:
    publisher: str | None
    publisher_status: Status
    place: str | None
    place_status: Status


def imprint_of(line: Labelled) -> Imprint:
    """The first publisher and place; "n.p." stands for whichever is missing."""
    trusted = line.trust.trusted
    house = _house(line) if PUBLISHER in trusted else None
    of_house = _standing(line, PUBLISHER) if house else _missing(line, PUBLISHER)
    if PLACE not in trusted:
        return Imprint(house, of_house, None, _missing(line, PLACE))
    place = line.runs(PLACE)[-1 if len(trusted[PLACE]) > 1 and _are_of_two(line) else 0]
    of_place = Status.SUPPLIED if place[0] in "[(" else _standing(line, PLACE)
    return Imprint(house, of_house, place.strip("[]()? "), of_place)


def _are_of_two(line: Labelled) -> bool:
    """A date stands between the places: "originally published in Brno, 1947, Weft Press, Vienna, 1952"."""
    at, dates = line.trust.trusted[PLACE], line.trust.trusted.get(DATE, ())
    return len(dates) > 1 and any(at[0] < date < at[-1] for date in dates) and dates[-1] > at[-1]


def _house(line: Labelled) -> str:
    """Of several the last: it stands by the place or the date, and what stood before it was a body or a series.

    "President of the Scottish Area, NUM, Lawrence Elm"; "New Loom Books, Ash and Elm". "Longmans, Green" is one house.
    """
    at = line.trust.trusted[PUBLISHER]
    if len(at) > 1:
        first, second = line.of(PUBLISHER)[:2]
        of_letters = first.text.isupper() and first.text.isalpha() and not second.text.isupper()
        if of_letters or A_FIRM <= line.choices[at[0]].score < LISTED:  # "New Loom Books": complete
            return line.of(PUBLISHER)[-1].text
    return line.runs(PUBLISHER)[-1]


def _standing(line: Labelled, label: Label) -> Status:
    """Supplied in square brackets with its neighbours: "[London, Gollancz, 1937]"."""
    first = line.segments[line.trust.trusted[label][0]]
    return Status.SUPPLIED if first.inner and _in_square(line, first) else Status.STATED


def _in_square(line: Labelled, piece: Segment) -> bool:
    return line.text.rfind("[", 0, piece.start) > line.text.rfind("]", 0, piece.start)


def _missing(line: Labelled, label: Label) -> Status:
    if label in line.trust.doubted:
        return Status.UNPARSED
    return Status.NOT_IDENTIFIED if NO_IMPRINT in line.trust.trusted else Status.NOT_STATED


@record
class Dating:
    raw: str | None = None
    edtf: str | None = None
    status: DateStatus = DateStatus.NOT_STATED
    date_type: DateType = DateType.UNKNOWN
    original: str | None = None


def dating_of(line: Labelled) -> Dating:
    """The item in hand has the date; a first publication's makes it a reprint."""
    dates = line.trust.trusted.get(DATE, ())
    if len(dates) == 1 and line.trust.is_usual:
        segment = line.segments[dates[0]]
        return _dated(line, segment, _read(segment, line), None) or Dating()
    originals, several = line.of(ORIGINAL), len(dates) > 1
    before = _year_before_printing(line) if several else None
    original = _year_of(originals[0].text) if originals else before or _year_of_edition(line)
    told = (_earlier_in_bracket(line) if several else None) or (_date_of(line), original)
    if dating := _dated(line, *told[0], told[1]):
        return dating
    if original and originals:
        words = originals[0].text.rsplit(",", 1)[-1].strip()
        return Dating(words, original, DateStatus.STATED, DateType.SINGLE, original)
    return Dating()


def _dated(line: Labelled, segment: Segment | None, date: DateReading | None, original: str | None) -> Dating | None:
    """By the segment that tells the `date`; `original`: the year of the first edition, if another tells it."""
    if segment is None:
        return None
    both = _both_years(segment.text) if len(segment.text) > _ONE_YEAR else None
    if both and int(both["now"]) - int(both["first"]) > _LATER:
        return Dating(segment.text, both["now"], DateStatus.STATED, DateType.REPRINT, both["first"])
    if date is None:
        return None
    kind = DateType.REPRINT if original and date.edtf else date.date_type
    supplied = date.status is DateStatus.STATED and segment.inner and _in_square(line, segment)
    return Dating(segment.text, date.edtf, DateStatus.SUPPLIED if supplied else date.status, kind, original)


def _both_years(words: str) -> re.Match[str] | None:
    return next(filter(None, [form.match(words) for form in _OF_TWO]), None)


def with_original(dating: Dating, note: str) -> Dating:
    """ "First published in French, 1982.": what is said after the extent of an earlier publication."""
    if dating.raw is None and (date := read_date(note)) is not None and date.edtf is None:
        return Dating(note, status=date.status)  # "(Weft Press, Leeds) 40pp, n.d."
    if dating.original or dating.edtf is None or not cues_in(note) & _EARLIER_CUE:
        return dating
    found = _EARLIER.search(note)
    told = read_date(found["date"]) if found else None
    first = (told and told.edtf) or (found["year"] if found else "")
    if found is None or first == dating.edtf or found["year"] > dating.edtf[:4]:
        return dating
    return replace(dating, original=first, date_type=DateType.REPRINT)


def _earlier_in_bracket(line: Labelled) -> tuple[tuple[Segment, DateReading], str] | None:
    """ "1952 (1936)", "1952 [1936]": the year in the bracket is that of the first edition."""
    dates = line.of(DATE)
    if len(dates) != 2 or not (YEAR.fullmatch(dates[0].text) and _YEAR_IN_BRACKET.match(dates[1].text)):
        return None
    between = line.text[dates[0].end : dates[1].end]
    first, second = read_date(dates[0].text), dates[1].text.strip("()[]")
    if first is None or not _YEAR_IN_BRACKET.match(between.strip()) or second >= dates[0].text:
        return None
    return (dates[0], first), second


def _year_before_printing(line: Labelled) -> str | None:
    """ "1960, second printing 1961", "The Mill Hands. 1934. Leeds: Weft Press, 1974": of two dates, the first.

    Between them stands an edition, or the first is a sentence of its own right after the title.
    """
    labels = line.trust.labels
    dates = [i for i, label in enumerate(labels) if label is DATE]
    if len(dates) < 2:
        return None
    after_title = labels[dates[0] - 1] is TITLE and line.segments[dates[0]].gap == "."
    if not after_title and EDITION not in labels[dates[0] : dates[-1]]:
        return None
    first = read_date(line.segments[dates[0]].text)
    by_year = first and first.edtf and not {"-", "/"} & {*first.edtf}  # by month or day a speech was given
    return first.edtf if first and by_year else None


def _year_of_edition(line: Labelled) -> str | None:
    """ "facsimile reprint of the 1876 edition"."""
    if EDITION not in line.trust.trusted and REMARK not in line.trust.trusted:
        return None
    remarks = [segment.text for segment in line.of(REMARK) if "ranslat" not in segment.text]
    earlier = [*filter(tells_earlier_edition, line.runs(EDITION))]
    found = [_OF_EDITION.search(words) for words in (*earlier, *remarks)]
    return next((one["year"] for one in found if one), None) or (_year_of(earlier[0]) if earlier else None)


def _date_of(line: Labelled) -> tuple[Segment | None, DateReading | None]:
    """The last date that says something, else "n.d."."""
    dates = line.of(DATED, DATE)
    if len(dates) == 1:
        return dates[0], _read(dates[0], line)
    found = [(segment, _read(segment, line)) for segment in dates]
    telling = [pair for pair in found if pair[1] is not None and pair[1].edtf]
    chosen = telling or found
    return chosen[-1] if chosen else (None, None)


def _read(dated: Segment, line: Labelled) -> DateReading | None:
    """ "Leeds : Weft Press, c1954": where the signs are a catalogue's, the letter tells of the copyright."""
    if dated.text[0] == "c" and dated.text[1:].isdigit() and is_catalogued(line.text, dated.start):
        year = read_date(dated.text[1:])
        return year._replace(date_type=DateType.COPYRIGHT) if year else None
    return read_date(dated.text)


def _year_of(words: str) -> str | None:
    rest = after_first_published(words)
    reading = read_date(rest.rsplit(",", 1)[-1].strip())
    if reading and reading.edtf:
        return reading.edtf
    year = YEAR.search(rest)
    return year.group() if year else None
