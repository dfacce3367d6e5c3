"""From labelled segments to a citation: each field filled from the segments that were found to be it.

Where the search was in two minds about a segment, its field stays null and its words go to `unparsed_remainder`.
"""

import re
from dataclasses import replace
from functools import lru_cache

from shelflist.models.citation import Citation, Contributor, Genre, Role
from shelflist.parse.fields.confidence import confidence
from shelflist.parse.fields.genres import genre_of
from shelflist.parse.fields.issues import Container, container_of, is_series
from shelflist.parse.fields.published import dating_of, first_imprint, imprint_of, with_original
from shelflist.parse.fields.remainder import remainder
from shelflist.parse.fields.signals import Gist
from shelflist.parse.fields.told_after import told_after
from shelflist.parse.grammar import (
    AUTHOR,
    EDITION,
    GENRE,
    LEADER,
    NAMES,
    ORIGINAL,
    PART,
    REMARK,
    ROLE,
    SERIES,
    TITLE,
    Label,
)  # fmt: skip
from shelflist.parse.labels.labelled import OF_PHRASE, OF_RESPONSIBILITY, Labelled, Trust, is_doubtful, settle
from shelflist.parse.looks.contributors import contributors
from shelflist.parse.looks.dates import is_edition_of_year
from shelflist.parse.looks.extent import Extent, pages_in
from shelflist.parse.looks.leaders import in_turned_form, read_body, read_leaders
from shelflist.parse.looks.names import is_inverted, names_score
from shelflist.parse.looks.parts import periodical_title, read_part, volume_and_issue
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.series import split_series
from shelflist.parse.looks.standard_numbers import standard_numbers
from shelflist.parse.segments.tail import Tail, languages_stated
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_NAMING = frozenset({LEADER, AUTHOR, NAMES, ROLE})
_SURELY_LISTED = 2.4
_YEARS = re.compile(r"\d{4}\s?[-–—/]\s?\d{2,4}$")
_MARKS = {"“": "”", "‘": "’", "'": "'", '"': '"', "«": "»", "„": "“"}


def build(line: Labelled, extent: Extent | None, tail: Tail, gazetteer: Gazetteer) -> Citation:
    """The citation of an entry."""
    found, line = line, settle(line)
    title, outside = _title(line, gazetteer)
    number, name = _part(title, outside)
    dating, imprint = dating_of(line), imprint_of(line)
    dating = with_original(dating, tail.note) if tail.note else dating
    if dating.only_original is not None:
        imprint = first_imprint(imprint, dating.only_original, gazetteer)
    told = told_after(tail, gazetteer)
    phrases_told, kinds = _phrases(line)
    remarks = kinds + [segment.text for segment in line.of(REMARK, ORIGINAL)]
    notes = tuple(remarks + ([tail.note] if tail.note and not told.is_all else []))
    series = line.runs(SERIES)[:1]
    series_title, series_number = split_series(series[0]) if series else (tail.series_title, tail.series_number)
    held = container_of(line, title, outside, imprint, dating, tail, gazetteer)
    if is_series(held, dating, extent, gazetteer):
        series_title, series_number, held = held.title, "; ".join(line.runs(PART)), Container()
        number, name = _part(title, [])
    if held.raw and held.raw not in (held.title, f"{held.title} {held.volume}"):
        notes = (held.raw.removesuffix(f" {held.volume}"), *notes)  # "in The Plebs": more than the title
    if held.volume or held.number:
        number, name = "; ".join(line.runs(PART)) or None, None
    phrases, responsibility = "; ".join(phrases_told), "; ".join(line.runs(*OF_RESPONSIBILITY))
    if told.is_all and tail.note:
        responsibility = "; ".join(filter(None, (responsibility, tail.note)))
    of_year = [dating.raw] if dating.raw and is_edition_of_year(dating.raw) else []
    editions = "; ".join(line.runs(EDITION) + of_year + ([tail.edition] if tail.edition else []))
    left = remainder(
        found,
        (
            title, phrases, responsibility, number, name, editions, imprint.publisher, imprint.place, dating.raw,
            dating.original, series_title, series_number, *series, held.title, held.raw, *notes,
        ),
        f"{number} {name}",
    )  # fmt: skip
    left = "; ".join(filter(None, (left, tail.unread))) or None
    people = _contributors(line, gazetteer) + told.people
    gist = Gist(
        title=title,
        phrases=phrases,
        people=people,
        publisher=imprint.publisher,
        place=imprint.place,
        edition=editions,
        notes=notes,
        part=number,
        host=held.title,
        host_numbered=bool(held.volume or held.number),
        unread=bool(left),
        homeless=extent is not None and extent.is_range and not held.title,
    )
    isbn, issn = standard_numbers(line.text)
    return Citation(
        title=title,
        other_title_information=phrases or None,
        statement_of_responsibility=responsibility or None,
        part_number=number,
        part_name=name,
        edition_statement=editions or None,
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
        page_count=pages_in(line.text, extent, of_book=bool(imprint.publisher and not held.title)) if extent else None,
        series_title=series_title,
        series_number=series_number,
        container_title=held.title,
        volume=held.volume,
        issue=held.number,
        genre=Genre.PERIODICAL_ISSUE if held.is_issue else genre_of(line, title, extent, held),
        languages=languages_stated(notes) if notes else (),
        notes=notes,
        isbn=isbn,
        issn=issn,
        contributors=people,
        parse_confidence=confidence(gist, found),
        unparsed_remainder=left,
    )


def _phrases(line: Labelled) -> tuple[list[str], list[str]]:
    """What explains the title; and a word for the kind, as "leaflet", where another phrase does so."""
    told = line.runs(*OF_PHRASE)
    if len(told) < 2 or GENRE not in line.trust.trusted:
        return told, []
    kinds = {piece.text for piece in line.of(GENRE)}
    phrases = [phrase for phrase in told if phrase not in kinds]
    return (phrases, [phrase for phrase in told if phrase in kinds]) if phrases else (told, [])


def _title(line: Labelled, gazetteer: Gazetteer) -> tuple[str | None, list[str]]:
    """The title as written, and the parts named outside it.

    A marked title is whole. An unmarked one takes in the years that follow it, but not the number of a part: nobody
    said that it is more of the title than of its description, and it has a field of its own.
    """
    at, parts = line.trust.trusted.get(TITLE, []), line.trust.trusted.get(PART, [])
    if not at:
        return None, [line.segments[i].text for i in parts]
    last = at[-1]
    periodical = bool(parts) and _names_periodical(line.segments[at[0]].text, line, parts, gazetteer)
    while not line.title_marked and not periodical and last + 1 in parts and _YEARS.match(line.segments[last + 1].text):
        last += 1
    title = line.text[line.segments[at[0]].start : line.segments[last].end]
    return _unquoted(title.rstrip(" ,")), [line.segments[i].text for i in parts if i > last]


def _unquoted(title: str) -> str:
    """Marks of quotation around the whole of a title are the line's, not the title's."""
    if (
        title[:1] in _MARKS
        and title[-1:] == _MARKS[title[0]]
        and not set(title[1:-1]) & {title[0], title[-1], "“", "”"}
    ):
        return title[1:-1].rstrip(" ,")
    return title


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
        if number and first is None and name is None:
            return number, whole  # "A History of Looms: Volume 1. The Spinners"
        number, name = (number or whole), (name or first_name)
    return number, name


def _contributors(line: Labelled, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    people: list[Contributor] = []
    role, role_raw = Role.AUT, None
    for i, label, surety in _naming(line.trust):
        words = line.segments[i].text
        if label is LEADER or (label is AUTHOR and in_turned_form(words, gazetteer)):
            people += _leader(words, gazetteer, surety)
        elif label is AUTHOR:
            people += contributors(words, Role.AUT, None, gazetteer, surety)
        elif label is NAMES:
            people += contributors(words, role, role_raw, gazetteer, surety)
        elif statement := read_role(words, gazetteer):
            role, role_raw = statement.role, statement.role_raw
            people += contributors(statement.names, role, role_raw, gazetteer, surety)
    return tuple(people)


@lru_cache(maxsize=4096)
def _naming(trust: Trust) -> tuple[tuple[int, Label, float], ...]:
    """The segments that name somebody beyond doubt, and how surely."""
    return tuple(
        (i, choice.label, round(min(0.99, max(0.3, 0.5 + choice.margin / 8)), 2))
        for i, choice in enumerate(trust.choices)
        if choice.label in _NAMING and not is_doubtful(choice)
    )


def _leader(words: str, gazetteer: Gazetteer, surety: float) -> tuple[Contributor, ...]:
    """ "Ash, Rewi": the family name comes first, and is so written."""
    if (people := read_leaders(words, gazetteer, trusting=True)) is not None:
        return tuple(replace(person, confidence=surety) for person in people)
    if statement := read_role(words, gazetteer):
        return contributors(statement.names, statement.role, statement.role_raw, gazetteer, surety)
    if names_score(words, gazetteer) < 0 and (body := read_body(words)):
        return body
    family, comma, given = words.partition(", ")
    if comma and not is_inverted(words, gazetteer) and names_score(words, gazetteer) >= _SURELY_LISTED:
        return contributors(words, Role.AUT, None, gazetteer, surety)  # "J Moss, H Lamb and R Furness"
    if comma:
        return (Contributor(name_raw=words, family=family, given=given.strip(), confidence=surety),)
    return contributors(words, Role.AUT, None, gazetteer, surety)
