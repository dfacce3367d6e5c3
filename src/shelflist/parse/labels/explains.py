"""Whether words that the search took for a phrase explain a title, by what they say and who is named after them.

Where they may as well be a name, a body, a host, or more of the title, they are left to the remainder: a wrong value
costs more than a missing one.
"""

import re

from shelflist.parse.grammar import (
    ABOUT_PERSON,
    AUTHOR,
    HOST,
    LATE_PHRASE,
    LEADER,
    NAMES,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    ROLE,
    TITLE,
    UNREAD,
    Label,
)  # fmt: skip
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.hosts import tells_organ
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.looks.series import SERIES_CUE
from shelflist.parse.search import SURE, Choice
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.body_words import is_body, is_writing
from shelflist.parse.vocabulary.cues import cues_in
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES, SMALL_WORDS, SMALL_WORDS_ABROAD

PHRASES = frozenset({PHRASE, LATE_PHRASE})
_NAMING = frozenset({AUTHOR, ROLE})
_AUTHORS = frozenset({AUTHOR})
_NAMED = frozenset({LEADER, AUTHOR, ROLE, NAMES})
_AROUND = PHRASES | _NAMING
_GOES_ON = PHRASES | {PART}  # after the number of a part, capitals are the part's name
_UNHOUSED = frozenset({PLACE, HOST})
_WORD = re.compile(r"[^\W\d_]{3}")
_NOT_ENGLISH = re.compile(
    r"(?:las?|los?|les?|el|il|gli|ses|sa|sus?|une?|der|die|das|dem|den|eine?|en|et|e|y|und|och|og|con|mit|avec|aus|zu[rm]|"
    r"par|por|della|dei|des|du|del?|di|da|van|von|af|av|im|vom|dans|sur|pour|para|na|w|z)\s"
)
""" "las líneas de su mano", "van der Plas": in other languages titles and names open in small letters, too."""
_PUBLISHED = re.compile(r"(?:self[ -]|privately\s)?(?:published|printed)\s|in:\s", re.IGNORECASE)
""" "published 1884 (140 pp.", "self published Sheffield": words of an imprint, and the word that opens a host."""
_MEETING = re.compile(r"\b(?:Congress|Conference|Session|Plenum|Meeting|Opening)\b")
_SOMEBODY = re.compile(r"an?\s[A-ZÀ-Þ][\w’'-]+$")
""" "a Rechabite": who does not tell a name."""
_PARTED = re.compile(
    r"[!?|/]\s|[a-zß-ÿ]{3}\.\s(?=[A-ZÀ-Þ])|^[A-ZÀ-Þ][^:]*:\s|\((?![A-Z]+\))[A-ZÀ-Þ][^()]*\)$|^[^()]*\)|\([^()]*$"
    r"|^[^“]*”$|^[^‘]*[^s‘]’$"
)
""" "report on the mills (HOOPER L.)", "Loomby: Weft Press", "Mills and Mass Nationalism’": signs that part fields, and
what is one or the end of one."""
_OF_NAMES = SMALL_WORDS | SMALL_WORDS_ABROAD | {"against"}
_NEAR = 1.0
"""Margin."""
_AS_NAME = re.compile(r"(?!(?:The|An?)\s)(?:[A-ZÀ-Þ][\w’'.-]*,?\s?){1,3}")
_LONGEST_PIECE = 4
"""Words."""
_OF_TITLE = re.compile(r"(?:its|their|our|his|her|my|not)\s|[^:]+:\s")
_OF_PERSON = re.compile(r"(?:in|of|from)\s(?:the\s)?[A-ZÀ-Þ]|on\s(?:the\s)?\d")
""" "in Kolvaktarens visor" is a host, "of the Weavers’ Union" where the author belongs."""


def is_no_phrase(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """A bracket, a quotation, several fields, somebody's part in the book, another language, or capitals that may as
    well be something else.
    """
    words = segments[i].text
    if _stands_amiss(words, choices, i):
        return True
    if not words[0].isalnum() or _PARTED.search(words) or _PUBLISHED.match(words):
        return True
    if words[0].islower():
        nameless = words.startswith("by ") and choices[i - 1].label not in PHRASES
        return nameless or _says_nothing(segments, choices, i)  # "by one who was there": who wrote it
    if read_date(words) is not None or is_writing(words) or _is_of_event(choices, i):
        return False
    beside = {choice.label for choice in choices[i - 1 : i] + choices[i + 1 : i + 2]}
    if not words[0].isupper():
        return _WORD.search(words) is None and beside.isdisjoint(PHRASES)
    if segments[i].gap != "," or choices[i - 1].label is PART:
        return _is_sentence_alone(segments, choices, i)  # after the number of a part it is the part's name
    if _may_be_title(words, choices, i):
        return True
    if choices[i - 1].label not in PHRASES and not _named_after(choices, i, _AUTHORS) and may_name(words):
        return True
    if (choices[i].rival is not TITLE and " " in words) or tells_work(words):
        return False
    return beside.isdisjoint(_AROUND) or (" " not in words and beside.isdisjoint(PHRASES))


def _stands_amiss(words: str, choices: tuple[Choice, ...], i: int) -> bool:
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
    return " " in words and not _is_of_event(choices, i) if words[0].isupper() else is_late and not tells_work(words)


def _may_name_series(words: str) -> bool:
    """ "Ness Elm, Documents of the Mills, Watts", "Ness Elm, Weavers’ Union pamphlet, Watts"."""
    if " " not in words or not words[0].isupper():
        return False
    return bool(cues_in(words) & SERIES_CUE) or (not words.startswith(OPENING_ARTICLES) and _has_capitals(words))


def _is_sentence_alone(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "Ash, Rewi. The Mill Hands. Lives of the Looms. Leeds: …": capitals between stops may name a series."""
    if "." not in segments[i].gap or choices[i - 1].label is not TITLE or not may_name(segments[i].text):
        return False
    return not _named_after(choices, i)


def tells_only_when(segments: list[Segment], choices: tuple[Choice, ...], i: int, *, title_marked: bool) -> bool:
    """A date alone after the author, or a place and a date after the title of a meeting's papers that nothing marks.

    "Report to the Third Session, Skipton, 3 May 1954": they may be more of the title.
    """
    date = read_date(segments[i].text)
    if date is None or date.span_years:
        return False
    before, after = choices[i - 1], choices[i + 1] if i + 1 < len(choices) else None
    if after is not None and after.label in PHRASES:
        return False
    if before.label not in PHRASES:
        return choices[i].label is LATE_PHRASE
    if title_marked or i < 2 or choices[i - 2].label in PHRASES:
        return False
    return may_name(segments[i - 1].text) and _of_meeting(segments[i - 2].text)


def _of_meeting(title: str) -> bool:
    return is_writing(title) or _MEETING.search(title) is not None


def may_be_more_of_title(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """After a title that nothing marks: a few capitals, what says whose it is, and what a subtitle follows.

    "Home, Sweet Home Loom"; "Wool, its cause and cure"; "The Right Loom, the Right Time: Memories of a Weaver".
    """
    words = segments[i].text
    if segments[i].gap != "," or choices[i - 1].label is not TITLE:
        return False
    if _is_of_event(choices, i):
        return False
    if may_name(words):
        return words.count(" ") < _LONGEST_PIECE
    return _OF_TITLE.match(words) is not None and not tells_work(words.partition(":")[0])


def may_be_title_itself(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "White G., The Natural History of Selborne": where nothing marks the title and nobody is named, the first may be
    who wrote.
    """
    words = segments[i].text
    if choices[i - 1].label is not TITLE or not words[0].isupper() or tells_organ(words):
        return False
    if not _AS_NAME.fullmatch(segments[i - 1].text) or not _NAMED.isdisjoint([choice.label for choice in choices]):
        return False
    return words.startswith(OPENING_ARTICLES) or not is_writing(words)


def names_another(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "the story of the strike, Weavers’ Voice, Weft Press": before the house may stand who wrote."""
    if choices[i - 1].label not in PHRASES or (i + 1 < len(choices) and choices[i + 1].label is not PUBLISHER):
        return False
    words = segments[i].text
    return segments[i].gap == "," and segments[i - 1].text[0].islower() and " and " not in words and may_name(words)


def may_tell_of_person(choice: Choice) -> bool:
    """ "Ness Elm, correspondent with the fleet, letters home": as likely who she was as what the book is."""
    return choice.label is LATE_PHRASE and choice.rival is ABOUT_PERSON and choice.margin < _NEAR


def _may_be_title(words: str, choices: tuple[Choice, ...], i: int) -> bool:
    """ "Ness Elm, The Story of the Mills": the first may be who wrote.

    One word is as likely more of the title where nobody is named after it.
    """
    if choices[i - 1].label in PHRASES or choices[i].label is LATE_PHRASE:
        return False
    if choices[i - 1].label is TITLE and choices[i - 1].rival is LEADER:
        return True
    return " " not in words and not _named_after(choices, i)


def _is_of_event(choices: tuple[Choice, ...], i: int) -> bool:
    """ "Jarrow, October 1936": the place that the date of an event follows; see `events`."""
    beside = choices[i : i + 2]
    return len(beside) == 2 and all(choice.label in PHRASES and choice.score >= SURE for choice in beside)


def _says_nothing(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """Small letters that are no phrase: one word of no kind of writing, another language, "in Kolvaktarens visor".

    In a line typed so throughout they show nothing.
    """
    words = segments[i].text
    if segments[0].text[0].islower() and not tells_work(words):
        return True
    if (" " not in words or _SOMEBODY.match(words)) and not tells_work(words):
        return not any(choice.label in PHRASES for choice in choices[i - 1 : i] + choices[i + 1 : i + 2])
    if _NOT_ENGLISH.match(words):
        return True
    return choices[i].label is LATE_PHRASE and _OF_PERSON.match(words) is not None


def may_name(words: str) -> bool:
    """Capitals throughout: a body's, house's or series' name; "Testimony of a woman of the mines" is none.

    Nor is "Outstanding Facts and Documents", or "Theoretical Journal of the Weavers’ Union".
    """
    if not words[0].isupper() or read_date(words) is not None or is_writing(words) or tells_organ(words):
        return False
    if tells_work(words) and not is_body(words):
        return False
    return _has_capitals(words)


def _has_capitals(words: str) -> bool:
    """Throughout, but for the small words of names."""
    return _OF_NAMES.issuperset([word for word in words.split() if word[0].islower()])


def _named_after(choices: tuple[Choice, ...], i: int, naming: frozenset[Label] = _NAMING) -> bool:
    """Somebody is named where the stretch of phrases ends."""
    following = next((choice.label for choice in choices[i + 1 :] if choice.label not in PHRASES), None)
    return following in naming
