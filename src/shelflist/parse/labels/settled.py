"""What the labels beside a segment settle about it: numbers of series, names of parts, houses that are named as series.

The search looks at one step only; here the line's choices are known.
"""

from shelflist.parse.grammar import (
    AUTHOR,
    DATE,
    LATE_PHRASE,
    LEADER,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    REMARK,
    SERIES,
    TITLE,
    UNREAD,
)  # fmt: skip
from shelflist.parse.labels.explains import WHO_WROTE, follows_part
from shelflist.parse.labels.labelled import Labelled, labelled, trust_in
from shelflist.parse.looks.divisions import is_division
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.looks.series import split_series
from shelflist.parse.search import SURE, Choice
from shelflist.parse.vocabulary.body_words import is_body

_MAY_BE_SERIES = frozenset({SERIES, PHRASE, LATE_PHRASE, UNREAD, REMARK})
_DATE_OR_END = frozenset({DATE, None})
_OF_IMPRINT = frozenset({PLACE, DATE})
_OF_HOUSE = ("Special", "Specials", "Original", "Originals", "Classics")
_NO_HOUSE = (*_OF_HOUSE, "Pamphlet", "Booklets", "Monographs", "Offprints")
""" "Penguin Special": the house's name is in that of its series; "Weavers’ Booklets": what it is made of."""


_REISSUES = ("Reprints", "Reissues", "Facsimiles", "E-Texts", "Etexts", "Ebooks", "E-Books", "eBooks")
""" "Weft Reprints": who brings out old books is named so, too."""


def _stands_as_publisher(line: Labelled, i: int) -> bool:
    """ "The Loom Library, London, 1944": before its place, and no other publisher in the line.

    After a place and its colon, or between place and date, stands no series, whatever its name: "(Leeds, Loom
    Pamphlets, 1944)". What reprints books is the house before the date alone, too.
    """
    if line.choices[i].label is not SERIES or line.of(PUBLISHER):
        return False
    if line.segments[i].text.endswith(_REISSUES):
        return line.choices[i + 1].label in _OF_IMPRINT
    after_place = line.choices[i - 1].label is PLACE
    if after_place and line.segments[i].gap == ":":
        return True
    if line.choices[i + 1].label is DATE:
        return after_place and line.segments[i].inner
    if line.choices[i + 1].label is not PLACE or line.segments[i].text.endswith(_NO_HOUSE):
        return False
    return not line.segments[i].text[-1].isdigit()


def _may_be_no_series(line: Labelled, choices: list[Choice], i: int) -> bool:
    """ "Rewi Ash, Loom Pamphlets, 1935": without its number and another house it may be the house; and after what may
    be the author's name, the title.
    """
    if choices[i].label is not SERIES:
        return False
    before, after = choices[i - 1] if i else None, choices[i + 1].label if i + 1 < len(choices) else None
    if before is not None and before.label is SERIES:
        return False  # its number
    if before is not None and before.label is TITLE and before.rival is LEADER:
        return True
    if after not in _DATE_OR_END or PUBLISHER in line.trust.trusted:
        return False
    words = line.segments[i].text
    return split_series(words)[1] is None and not words.endswith(_OF_HOUSE)


def _names_part(line: Labelled, i: int) -> bool:
    """ "Volume 2, The Prelude", "Part 1, the early looms"; no sentence after an issue: "No. 75. Organ of the Union"."""
    words, number = line.segments[i].text, line.segments[i - 1].text
    of_issue = "." in line.segments[i].gap and number.casefold().startswith(("no", "issue", "#", "nr"))
    if line.choices[i - 1].label is PHRASE and not follows_part(line.segments, line.choices, i):
        return False  # "Volume 2, The Prelude, Memoirs of a Weaver"
    named = words[0].isupper() or (words.startswith("the ") and not tells_work(words))
    return named and not of_issue


def _may_be_author(line: Labelled, choices: list[Choice], i: int) -> bool:
    """ "Ballads, vol. 2, Helen Hartness Flanders, Weft Press": nobody else is named; "Early Years, Loom Trust"."""
    if choices[i].rival is not AUTHOR:
        return False
    after_name = line.choices[i - 1].label is PHRASE and is_body(line.segments[i].text)
    return after_name or WHO_WROTE.isdisjoint([choice.label for choice in choices])


def _may_be_divided(line: Labelled, i: int) -> bool:
    """ "Chetham Society, New Series": what the search took for a body, a phrase or nothing, and no person."""
    label = line.choices[i].label
    body = label is AUTHOR or (label is PUBLISHER and PUBLISHER in line.trust.labels[i + 1 :])
    return label in _MAY_BE_SERIES or (body and is_body(line.segments[i].text))


def settle(line: Labelled) -> Labelled:
    """A number after a series is the series'; so is, before "New Series", what stands after author or title; and a
    capitalised phrase after a part names that part.
    """
    trusted = line.trust.trusted
    if SERIES not in trusted and (PART not in trusted or PHRASE not in trusted):
        return line
    choices = list(line.choices)
    if SERIES in trusted:
        _settle_series(line, choices)
    for i in range(1, len(choices)):
        if choices[i].label is PHRASE and choices[i - 1].label is PART and _names_part(line, i):
            choices[i] = choices[i]._replace(label=UNREAD if _may_be_author(line, choices, i) else PART)
    return labelled(line.text, line.segments, trust_in(tuple(choices)), title_marked=line.title_marked)


def _settle_series(line: Labelled, choices: list[Choice]) -> None:
    for i in range(1, len(choices)):
        if choices[i].label is PART and choices[i - 1].label is SERIES:
            choices[i] = choices[i]._replace(label=SERIES)
        if _stands_as_publisher(line, i - 1):
            choices[i - 1] = choices[i - 1]._replace(label=PUBLISHER)
    for i in range(2, len(choices)):
        if choices[i].label is SERIES and is_division(line.segments[i].text) and _may_be_divided(line, i - 1):
            choices[i - 1] = choices[i - 1]._replace(label=SERIES, score=SURE, margin=SURE)
    for i in range(len(choices)):
        if _may_be_no_series(line, choices, i):
            choices[i] = choices[i]._replace(label=UNREAD)
