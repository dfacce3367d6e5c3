"""Phrases that stand where they may as well be something else: a note, a name, a house, a series, more of the title.

What the words of a phrase say by themselves is in `explains`.
"""

import re

from shelflist.parse.grammar import (
    ABOUT_PERSON,
    EDITION,
    HOST,
    LATE_PHRASE,
    NO_IMPRINT,
    ORIGINAL,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    ROLE,
    TITLE,
    UNREAD,
)
from shelflist.parse.labels.explains import PHRASES, WHO_WROTE, asks, has_capitals, is_of_event, may_name, named_after
from shelflist.parse.looks.hosts import tells_organ
from shelflist.parse.looks.parts_taken import holds_part, tells_who
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.looks.series import SERIES_CUE
from shelflist.parse.search import Choice
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.body_words import is_body, is_writing
from shelflist.parse.vocabulary.cues import cues_in
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES

_OF_EDITION = frozenset({EDITION, ORIGINAL})
_GOES_ON = PHRASES | {PART}  # after the number of a part, capitals are the part's name
_UNHOUSED = frozenset({PLACE, HOST})
_HOUSED = frozenset({PUBLISHER, NO_IMPRINT})
_AFTER_NAME = frozenset({PUBLISHER, NO_IMPRINT, ROLE})
_EDITED = ("edited", "compiled", "collected", "selected", "ed. ", "eds ")
_NEAR, _MAY_BE_HOUSE = 1.0, 2.0
"""Margins."""
_AS_NAME = re.compile(r"(?!(?:The|An?)\s)(?:[A-ZÀ-Þ][\w’'.-]*,?\s?){1,3}")
_SOMEBODY_OF = re.compile(r"a\s[A-Z][\w’'-]+\s(?:of|in|for)\s")
_LONGEST_PIECE = 4
"""Words."""
_OF_TITLE = re.compile(r"(?:its|their|our|his|her|my|not)\s|[^:]+:\s")


def stands_amiss(segments: list[Segment], choices: tuple[Choice, ...], i: int, *, title_marked: bool) -> bool:
    """Segment i, which was read as a phrase, may be of another field by its place among the others."""
    if title_marked and choices[i - 1].label is TITLE and segments[i].text.startswith("and "):
        return i + 1 == len(choices)  # "<The Mill Hands>, and other tales": nothing else follows a title so
    if _is_amiss(segments[i].text, choices, i):
        return True
    if title_marked or choices[i - 1].label is not TITLE:
        return False
    if segments[i].text[0].isdigit() and choices[i - 1].rival is PHRASE and choices[i - 1].margin < _NEAR:
        return True  # "Red Loomby, letters and reports, 1917-1919": it may begin before
    return _may_be_more_of_title(segments, choices, i) or _may_be_title_itself(segments, choices, i)


def _is_amiss(words: str, choices: tuple[Choice, ...], i: int) -> bool:
    """What closes a line ("Russian text") is a note on it, and "and how it ended" goes on from what is no phrase.

    Capitals after an author name a series, and before a place that no house has a house.
    """
    after = choices[i + 1].label if i + 1 < len(choices) else None
    if after is UNREAD:
        return True  # it may go on in what was not understood
    if after is None or choices[i - 1].label in _GOES_ON or tells_organ(words):
        return after is None and not tells_organ(words)
    is_late = choices[i].label is LATE_PHRASE
    if words.startswith("and ") or (is_late and _may_name_series(words)):
        return True
    if after not in _UNHOUSED:
        return False
    capital = words[0].isupper()
    if i + 2 < len(choices) and choices[i + 2].label in _HOUSED and (capital or words.count(" ") >= _LONGEST_PIECE):
        return False  # "A study of the looms. Leeds: Weft Press"
    return " " in words and not is_of_event(choices, i) if capital else is_late and not tells_work(words)


def _is_of_edition(segment: Segment, choices: tuple[Choice, ...], i: int) -> bool:
    """ "second edition, brought up to date", "second, cheaper edition", "reprinted from the Loom, 1936"."""
    words = segment.text
    follows = choices[i - 1].label in _OF_EDITION and segment.gap == ","
    if not follows and (" " in words or i + 1 == len(choices) or choices[i + 1].label is not EDITION):
        return False
    return words[0].islower() and (words.startswith("with ") or not tells_work(words))


def _may_name_series(words: str) -> bool:
    """ "Ness Elm, Documents of the Mills, Watts", "Ness Elm, Weavers’ Union pamphlet, Watts"."""
    if " " not in words or not words[0].isupper():
        return False
    return bool(cues_in(words) & SERIES_CUE) or (not words.startswith(OPENING_ARTICLES) and has_capitals(words))


def _may_be_more_of_title(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """After a title that nothing marks: a few capitals, what says whose it is, and what a subtitle precedes or follows.

    "Home, Sweet Home Loom"; "Wool, its cause and cure"; "The Right Loom, the Right Time: Memories of a Weaver"; "Looms:
    An occupation, a closure", but where who wrote comes next.
    """
    words = segments[i].text
    if segments[i].gap != "," or is_of_event(choices, i):
        return False
    if ": " in segments[i - 1].text and not named_after(choices, i):
        return True
    if may_name(words):
        return words.count(" ") < _LONGEST_PIECE
    if words[0].isupper() and " and " in words and " " not in segments[i - 1].text:
        return not words.startswith(OPENING_ARTICLES)  # "Wool, Water and What Came of Them"
    if asks(words):
        return True
    return _OF_TITLE.match(words) is not None and not tells_work(words.partition(":")[0])


def _may_be_title_itself(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "White G., The Natural History of Selborne": where nothing marks the title and nobody is named, the first may be
    who wrote.
    """
    words = segments[i].text
    if not words[0].isupper() or tells_organ(words):
        return False
    if not _AS_NAME.fullmatch(segments[i - 1].text) or not WHO_WROTE.isdisjoint([choice.label for choice in choices]):
        return False
    return words.startswith(OPENING_ARTICLES) or not is_writing(words)


def names_another(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "the story of the strike, Weavers’ Voice, Weft Press": before the house, or who translated, may stand who wrote.

    Not before an editor, who needs none: "recollections of a weaver, Leeds, edited by Sue Elm". And beside an edition
    stand words of its own.
    """
    if _is_of_edition(segments[i], choices, i) or _is_title_of_person(segments[i].text, choices[i]):
        return True
    if choices[i - 1].label not in PHRASES or is_of_event(choices, i):
        return False
    if choices[i].rival is PUBLISHER and _may_be_house(segments[i], choices, i):
        return True
    if i + 1 < len(choices) and choices[i + 1].label not in _AFTER_NAME:
        return False
    words = segments[i].text
    if i + 1 < len(choices) and segments[i + 1].text.startswith(_EDITED):
        return False
    if "," not in segments[i].gap or segments[i - 1].text[0].isupper():
        return False
    if words.startswith("the ") and is_body(words):
        return has_capitals(words[4:])  # "a call to action, the Weavers’ Union of Leeds, n.p."
    return segments[i - 1].text[0].islower() and " and " not in words and may_name(words)


def _is_title_of_person(words: str, choice: Choice) -> bool:
    """ "Ness Elm, a Hero of Labour, recollections of the mills": a capital in small letters is what he is called."""
    return choice.label is LATE_PHRASE and words[:2] == "a " and _SOMEBODY_OF.match(words) is not None


def _may_be_house(segment: Segment, choices: tuple[Choice, ...], i: int) -> bool:
    """ "their trials and letters. Weft Co-operative, Leeds": capitals before the place where no house stands."""
    if choices[i].margin >= _MAY_BE_HOUSE or i + 1 == len(choices):
        return False
    return choices[i + 1].label is PLACE and segment.text[0].isupper() and has_capitals(segment.text)


def tells_of_somebody(words: str, choices: tuple[Choice, ...], i: int) -> bool:
    """What he did for the book or was: "Ness Elm, correspondent with the fleet, letters home", "woodcuts Ann Hill"."""
    choice = choices[i]
    if choice.label is LATE_PHRASE and choice.rival is ABOUT_PERSON and choice.margin < _NEAR:
        return True
    return tells_who(words) or (holds_part(words) and choices[i - 1].label not in PHRASES)
