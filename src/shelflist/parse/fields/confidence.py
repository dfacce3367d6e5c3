"""How sure a reading is, and which words became which field by what evidence."""

import math
from functools import lru_cache
from operator import mul

from shelflist.models.citation import Evidence
from shelflist.parse.fields.gist import Gist
from shelflist.parse.fields.signals import signals_found, signals_with
from shelflist.parse.grammar import (
    ABOUT_PERSON,
    AUTHOR,
    AUTHOR_PLACE,
    DATE,
    DATED,
    EDITION,
    GENRE,
    HOST,
    LATE_PHRASE,
    LEADER,
    NAMES,
    NO_IMPRINT,
    ORIGINAL,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    REMARK,
    ROLE,
    SERIES,
    TITLE,
    UNREAD,
    Label,
)  # fmt: skip
from shelflist.parse.labels.labelled import Labelled, Trust
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_PERIODICAL, A_PLACE, LISTED, NAMELIKE
from shelflist.parse.search import Choice
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_FIELDS = {
    LEADER: "contributors",
    DATED: "date_edtf",
    TITLE: "title",
    PHRASE: "other_title_information",
    AUTHOR: "contributors",
    ROLE: "contributors",
    NAMES: "contributors",
    ABOUT_PERSON: "statement_of_responsibility",
    LATE_PHRASE: "other_title_information",
    PART: "part_number",
    EDITION: "edition_statement",
    ORIGINAL: "original_date_edtf",
    GENRE: "genre",
    SERIES: "series_title",
    PUBLISHER: "publisher",
    PLACE: "place_of_publication",
    DATE: "date_edtf",
    NO_IMPRINT: "publisher_status",
    REMARK: "notes",
    AUTHOR_PLACE: "statement_of_responsibility",
    UNREAD: "unparsed_remainder",
    HOST: "container_title",
}
_WORDS = {label: label.name.lower().replace("_", " ") for label in Label}


BASE = 4.18
WEIGHTS = (
    -1.45,  # closest
    -1.03,  # person
    -0.90,  # imprint
    -1.64,  # phrase
    -0.28,  # irregular
    -0.90,  # unpublished
    -0.39,  # unplaced
    -1.22,  # unsigned
    -0.62,  # halved
    -0.94,  # periodic
    -1.87,  # undated
    -1.63,  # hosted
    -3.01,  # unread
    -2.51,  # homeless
    -0.05,  # separated
    -0.48,  # unmarked
    -0.27,  # short
    -1.27,  # open
    -0.35,  # named
    -1.57,  # numbered
    -1.67,  # crowded
    -0.73,  # odd_phrase
    -0.36,  # odd_names
    -1.23,  # odd_imprint
    -0.76,  # odd_edition
    -0.41,  # odd_notes
)
"""In the order of `Signals`, as ``python -m tests.parse.calibrate`` printed them. `named` alone came later, at less
than its fit (-0.89): all of them fitted anew call fewer lines sure, and are right in no larger share of these."""
_MOST = 0.99


def confidence(gist: Gist, line: Labelled, gazetteer: Gazetteer) -> float:
    """0..1: how likely all fields are right, by what speaks against the reading."""
    return _confidence(line.trust, tuple(signals_found(gist, line, gazetteer).items()))


@lru_cache(maxsize=1024)
def _confidence(trust: Trust, found: tuple[tuple[str, float], ...]) -> float:
    """Lines made alike have the same signals."""
    total = BASE + sum(map(mul, WEIGHTS, signals_with(trust, dict(found))))
    return round(min(_MOST, 1.0 / (1.0 + math.exp(-total))), 3)


def evidence(line: Labelled, looks: tuple[Features, ...], extent: str | None) -> Evidence:
    """(field, words, reason) of every segment, in the line's order."""
    reasons = _reasons(line.trust, looks, line.title_marked)
    rows = [(field, segment.text, reason) for segment, (field, reason) in zip(line.segments, reasons, strict=True)]
    if extent:
        rows.append(("extent_raw", extent, "a count of pages between punctuation"))
    return tuple(rows)


@lru_cache(maxsize=4096)
def _reasons(trust: Trust, looks: tuple[Features, ...], marked: bool) -> tuple[tuple[str, str], ...]:
    """(field, reason) of every segment; they tell nothing of the words, but of their look."""
    return tuple(
        _told(trust, i, _reason(choice, look, marked))
        for i, (choice, look) in enumerate(zip(trust.choices, looks, strict=True))
    )


def _told(trust: Trust, i: int, reason: str) -> tuple[str, str]:
    """Of a segment that is not trusted, what it might have been."""
    label = trust.choices[i].label
    if i in trust.trusted.get(label, ()):
        return _FIELDS[label], reason
    return _FIELDS[UNREAD], f"perhaps {_FIELDS[label].replace('_', ' ')}, but not surely: {reason}"


def _reason(choice: Choice, look: Features, marked: bool) -> str:
    why = _own_reason(choice.label, look, marked)
    if choice.rival is None:
        return why
    return f"{why}; {choice.margin:.1f} better than {_WORDS[choice.rival]}"


def _own_reason(label: Label, look: Features, marked: bool) -> str:
    if label is TITLE:
        return "marked by link, emphasis or quotation marks" if marked else "stands first"
    if label is PUBLISHER:
        return (
            "listed publisher"
            if look.publisher >= LISTED
            else "form of a publisher's name"
            if look.publisher >= A_PERIODICAL
            else "place in the line"
        )
    if label is PLACE:
        return "listed place" if look.place >= A_PLACE else "place in the line"
    if label in (AUTHOR, NAMES, LEADER):
        return (
            "form of a name"
            if look.names >= NAMELIKE
            else "form of a body's name"
            if look.body > 0
            else "place in the line"
        )
    if label is DATE:
        return "form of a date"
    if label in (PHRASE, LATE_PHRASE):
        return "explanatory phrase" if look.phrase >= 2 else "place in the line"
    return f"form of {_WORDS[label]}"
