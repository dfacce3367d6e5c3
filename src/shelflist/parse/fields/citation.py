"""From labelled segments to a citation: each field filled from the segments that were found to be it.

Where the search was in two minds about a segment, its field stays null and its words go to `unparsed_remainder`.
"""

from typing import NamedTuple

from shelflist.models.citation import Citation, Contributor, Genre
from shelflist.models.record import record
from shelflist.parse.fields.confidence import confidence
from shelflist.parse.fields.genres import genre_of
from shelflist.parse.fields.gist import Gist
from shelflist.parse.fields.issues import (
    NO_CONTAINER,
    Container,
    container_of,
    is_plainly_book,
    is_series,
    parts_beside_host,
)
from shelflist.parse.fields.people import people_of
from shelflist.parse.fields.published import Dating, Imprint, dating_of, imprint_of, with_original
from shelflist.parse.fields.remainder import remainder
from shelflist.parse.fields.titles import part_of, phrases_of, title_of
from shelflist.parse.fields.told_after import Told, told_after
from shelflist.parse.grammar import EDITION, NO_IMPRINT, ORIGINAL, PART, REMARK, SERIES
from shelflist.parse.labels.labelled import OF_RESPONSIBILITY, Labelled
from shelflist.parse.labels.parsed import Parsed
from shelflist.parse.labels.settled import settle
from shelflist.parse.looks.dates import is_edition_of_year
from shelflist.parse.looks.editions import tells_earlier_edition
from shelflist.parse.looks.extent import Extent, pages_in
from shelflist.parse.looks.parts_taken import may_tell_who
from shelflist.parse.looks.series import may_name_something, split_series
from shelflist.parse.looks.standard_numbers import standard_numbers
from shelflist.parse.segments.tail import Tail, languages_stated
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_HARDLY = 1.0
"""The score of a remark that no word of its own shows; see `form_scores`."""


@record
class _Whole:
    """Of what the thing in hand is a part, and which part."""

    part_number: str | None
    part_name: str | None
    series_title: str | None
    series_number: str | None
    held: Container
    series: str | None = None  # as written


class _Stated(NamedTuple):
    """Fields that keep the line's words as statements."""

    phrases: str | None
    responsibility: str | None
    editions: str | None
    notes: tuple[str, ...]


class _Fields(NamedTuple):
    """All that is filled from the line's words; how sure it is comes after it."""

    title: str | None
    imprint: Imprint
    dating: Dating
    whole: _Whole
    stated: _Stated
    genre: Genre
    people: tuple[Contributor, ...]
    remainder: str | None


def build(parsed: Parsed, gazetteer: Gazetteer) -> Citation:
    """The citation of an entry."""
    line = settle(parsed.labelled)
    found = _fields_of(line, parsed, gazetteer)
    return _citation(found, line, parsed.extent, confidence(_gist_of(found), parsed.labelled, gazetteer))


def _fields_of(line: Labelled, parsed: Parsed, gazetteer: Gazetteer) -> _Fields:
    _, found, extent, tail, _ = parsed
    title, outside = title_of(line)
    imprint, dating = imprint_of(line), dating_of(line)
    dating = with_original(dating, tail.note) if tail.note else dating
    told = told_after(tail, gazetteer)
    whole = _whole_of(line, title, outside, dating, imprint, extent, tail, gazetteer)
    stated = _stated(line, dating, whole.held, tail, told)
    genre = genre_of(line, title, stated.phrases, extent, whole.held)
    left = _left(found, title, imprint, dating, whole, stated)
    if tail.unread or told.unread:
        left = "; ".join(filter(None, (left, tail.unread, told.unread)))
    return _Fields(
        title,
        imprint,
        dating,
        whole,
        stated,
        Genre.PERIODICAL_ISSUE if whole.held.is_issue else genre,
        people_of(line, gazetteer) + told.people,
        left,
    )


def _left(
    found: Labelled, title: str | None, imprint: Imprint, dating: Dating, whole: _Whole, stated: _Stated
) -> str | None:
    """The words of the line that stand in no field."""
    return remainder(
        found,
        (
            title, *stated[:3], whole.part_number, whole.part_name, imprint.publisher, imprint.place, dating.raw,
            dating.original, whole.series_title, whole.series_number, whole.series, whole.held.title, whole.held.raw,
            *stated.notes,
        ),
        f"{whole.part_number} {whole.part_name}",
    )  # fmt: skip


def _gist_of(found: _Fields) -> Gist:
    title, imprint, _, whole, stated, genre, people, left = found
    held = whole.held
    return Gist(
        title=title,
        other_title_information=stated.phrases,
        part_number=whole.part_number,
        edition_statement=stated.editions,
        publisher=imprint.publisher,
        place_of_publication=imprint.place,
        container_title=held.title,
        volume=held.volume,
        issue=held.number,
        genre=genre,
        notes=stated.notes,
        contributors=people,
        unparsed_remainder=left,
    )


def _citation(found: _Fields, line: Labelled, extent: Extent | None, surety: float) -> Citation:
    title, imprint, dating, whole, stated, genre, people, left = found
    held, of_book = whole.held, bool(imprint.publisher and not whole.held.title)
    isbn, issn = standard_numbers(line.text)
    return Citation(
        title=title,
        other_title_information=stated.phrases,
        statement_of_responsibility=stated.responsibility,
        part_number=whole.part_number,
        part_name=whole.part_name,
        edition_statement=stated.editions,
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
        page_count=pages_in(line.text, extent, of_book=of_book) if extent else None,
        series_title=whole.series_title,
        series_number=whole.series_number,
        container_title=held.title,
        volume=held.volume,
        issue=held.number,
        genre=genre,
        languages=languages_stated(stated.notes) if stated.notes else (),
        notes=stated.notes,
        isbn=isbn,
        issn=issn,
        contributors=people,
        parse_confidence=surety,
        unparsed_remainder=left,
    )


def _whole_of(
    line: Labelled,
    title: str | None,
    outside: list[str],
    dating: Dating,
    imprint: Imprint,
    extent: Extent | None,
    tail: Tail,
    gazetteer: Gazetteer,
) -> _Whole:
    """`outside`: the parts named outside the title. What has a volume or an issue is no part of its own work."""
    if line.trust.is_usual and not tail.host and is_plainly_book(title, imprint, dating):
        return _Whole(*part_of(title, []), tail.series_title, tail.series_number, NO_CONTAINER)
    series = next(iter(line.runs(SERIES)), None)
    held = container_of(line, title, outside, imprint, dating, tail, gazetteer)
    if is_series(line, held, dating, imprint, extent, gazetteer):
        own, numbers = parts_beside_host(line)
        return _Whole(*part_of(title, own), held.title, "; ".join(numbers), NO_CONTAINER, series)
    named = split_series(series) if series else (tail.series_title, tail.series_number)
    if held.volume or held.number:
        return _Whole("; ".join(line.runs(PART)) or None, None, *named, held, series)
    return _Whole(*part_of(title, outside), *named, held, series)


def _remarks(line: Labelled) -> list[str]:
    """Not capitals that only the stop before them made a remark: they may be a house or a series."""
    trusted = line.trust.trusted
    if REMARK not in trusted:
        return [piece.text for piece in line.of(ORIGINAL)]
    at = sorted([*trusted[REMARK], *trusted.get(ORIGINAL, ())])
    shown = [i for i in at if line.choices[i].score > _HARDLY or not may_name_something(line.segments[i].text)]
    shown = [i for i in shown if not may_tell_who(line.segments[i].text)]
    by = {i for i in shown if line.segments[i].gap == "by" and i - 1 in shown}  # "printed by", "Frank Ash"
    ends = {i: line.segments[i + 1 if i + 1 in by else i].end for i in shown if i not in by}
    return [line.text[line.segments[i].start : end] for i, end in ends.items()]


def _stated(line: Labelled, dating: Dating, held: Container, tail: Tail, told: Told) -> _Stated:
    phrases, notes = phrases_of(line)
    responsibility = line.runs(*OF_RESPONSIBILITY)
    editions: list[str] = []
    if not line.trust.is_usual:
        for words in line.runs(EDITION):
            (notes if tells_earlier_edition(words) else editions).append(words)
        if held.raw and held.raw not in (held.title, f"{held.title} {held.volume}"):
            notes = [held.raw.removesuffix(f" {held.volume}"), *notes]  # "in The Plebs": more than the title
        notes += _remarks(line)
        notes += [segment.text for segment in line.of(NO_IMPRINT) if segment.text.casefold().endswith(" printed")]
    if told.note:
        notes.append(told.note)
    if told.statement:
        responsibility.append(told.statement)
    if dating.raw and is_edition_of_year(dating.raw):
        editions.append(dating.raw)
    if tail.edition:
        editions.append(tail.edition)
    return _Stated(
        "; ".join(phrases) or None, "; ".join(responsibility) or None, "; ".join(editions) or None, tuple(notes)
    )
