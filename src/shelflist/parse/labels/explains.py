"""Whether words that the search took for a phrase explain a title, by what they say and who is named after them.

Where they may as well be a name, a body, a host, or more of the title, they are left to the remainder: a wrong value
costs more than a missing one.
"""

import re

from shelflist.parse.grammar import AUTHOR, LATE_PHRASE, LEADER, NAMES, PART, PHRASE, ROLE, TITLE, Label
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.hosts import tells_organ
from shelflist.parse.looks.phrases import tells_way, tells_work
from shelflist.parse.search import SURE, Choice
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.body_words import is_body, is_writing
from shelflist.parse.vocabulary.small_words import ARTICLES_ABROAD, SMALL_WORDS, SMALL_WORDS_ABROAD

PHRASES = frozenset({PHRASE, LATE_PHRASE})
_NAMING = frozenset({AUTHOR, ROLE})
_AUTHORS = frozenset({AUTHOR})
WHO_WROTE = frozenset({LEADER, AUTHOR, ROLE, NAMES})
_AROUND = PHRASES | _NAMING
_WORD = re.compile(r"[^\W\d_]{3}")
_NOT_ENGLISH = re.compile(
    r"(?:las?|los?|les?|el|il|gli|ses|sa|sus?|une?|der|die|das|dem|den|eine?|en|et|e|y|und|och|og|con|mit|avec|aus|zu[rm]|"
    r"par|por|della|dei|des|du|del?|di|da|van|von|af|av|im|vom|dans|sur|pour|para|na|w|z)\s"
)
""" "las líneas de su mano", "van der Plas": in other languages titles and names open in small letters, too."""
_PUBLISHED = re.compile(
    r"(?:self[ -]|privately\s)?(?:published|printed)\s|in:\s"
    r"|(?:first|originally)\s(?:published|printed|issued|circulated|serialised|appeared)\s"
    r"|(?:first|original)\s(?:[a-z]+\s)?edition\b",
    re.IGNORECASE,
)
""" "published 1884 (140 pp.", "first issued illegally", "first German edition 1930": words of an imprint, and what
opens a host.
"""
_MEETING = re.compile(r"\b(?:Congress|Conference|Session|Plenum|Meeting|Opening)\b")
_LONGEST_MEMBER = 2
"""Words of a member of a list."""
_SOMEBODY = re.compile(r"an?\s[A-ZÀ-Þ][\w’'-]+$")
""" "a Rechabite": who does not tell a name."""
_PARTED = re.compile(
    r"[!?|/]\s|[a-zß-ÿ]{3}\.\s(?=[A-ZÀ-Þ])|^[A-ZÀ-Þ][^:]*:\s|\((?![A-Z]+\))[A-ZÀ-Þ][^()]*\)$|^[^()]*\)|\([^()]*$"
    r"|^[^“]*”$|^[^‘]*[^s‘]’$|\[[^\]]*:\s"
)
""" "report on the mills (HOOPER L.)", "Loomby: Weft Press", "Mills and Mass Nationalism’": signs that part fields, and
what is one or the end of one."""
_SIGN = re.compile(r"[!?|/.:()”’]")
"""Most phrases have none of them."""
_UNNAMED = re.compile(
    r"an?\s(?:[a-z-]+\s){0,2}(?:group|committee|member|worker|labourer|miner|weaver|soldier|sailor|lady|gentleman|man|woman|"
    r"clergyman|friend|comrade|observer|voter|ratepayer|physician|layman|student)\b(?!’)"
)
""" "a group of spinners": who wrote, and does not tell a name."""
_NAMELESS = re.compile(
    r"by\s(?:an?|one|those|two|three|four|some|several|its)\s"
    r"(?!(?:[a-z-]+\s){0,2}(?:group|committee|commission|delegation|team|circle|collective)\b)(?:[a-z][a-z’-]*(?:$|\s)){1,12}$"
    r"(?<!author|editor)(?<!authors|editors)(?<!several hands)"
)
""" "by a friend to the poor", "by its oldest member"; not "by its editor", nor a body: "by a group of spinners"."""
_ASKING = ("Its ", "Their ", "They ", "How ", "Why ", "Who ", "Where ", "When ")
_OF_NAMES = SMALL_WORDS | SMALL_WORDS_ABROAD | {"against"}
_OF_PERSON = re.compile(r"(?:in|of|from)\s(?:the\s)?[A-ZÀ-Þ]|on\s(?:the\s)?\d")
""" "in Kolvaktarens visor" is a host, "of the Weavers’ Union" where the author belongs."""


def is_no_phrase(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """A bracket, a quotation, several fields, somebody's part in the book, another language, or capitals that may as
    well be something else. What its place alone tells of a phrase is in `amiss`.
    """
    words = segments[i].text
    if not words[0].isalnum() or (_SIGN.search(words) and _PARTED.search(words)) or _PUBLISHED.match(words):
        return True
    if " " not in words and _by_follows(segments, i):
        return True
    if words[0].islower():
        writer = words[:3] == "by " and _tells_writer(words, choices[i - 1].label)
        return writer or _says_nothing(segments, choices, i)
    if read_date(words) is not None or is_writing(words) or is_of_event(choices, i):
        return False
    beside = {choice.label for choice in choices[i - 1 : i] + choices[i + 1 : i + 2]}
    if not words[0].isupper():
        numbers = words.isdigit() and segments[i].gap == "," and segments[i - 1].text[0].isupper()
        return _WORD.search(words) is None and (numbers or beside.isdisjoint(PHRASES))  # "Our History, 31"
    if segments[i].gap != "," or follows_part(segments, choices, i):
        return _is_sentence_alone(segments, choices, i)  # after the number of a part it is the part's name
    if _may_be_title(words, choices, i):
        return True
    if choices[i - 1].label not in PHRASES and not named_after(choices, i, _AUTHORS) and may_name(words):
        return True
    if (choices[i].rival is not TITLE and " " in words) or tells_work(words):
        return False
    return beside.isdisjoint(_AROUND) or (" " not in words and beside.isdisjoint(PHRASES))


def _tells_writer(words: str, before: Label) -> bool:
    """ "by the tenants": who wrote it, which is no phrase. Right after a title "by one who was there" explains it."""
    return before not in PHRASES and (before is not TITLE or _NAMELESS.match(words) is None)


def _by_follows(segments: list[Segment], i: int) -> bool:
    """ "speech by Sue Elm": one word with no sign before "by" tells her part in the book more than what the book is."""
    return i + 1 < len(segments) and not segments[i + 1].gap and segments[i + 1].text.startswith("by ")


def follows_part(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """Capitals after the number of a part, or the end of a list that begins there: "Part 2, Army, Courts, Schools"."""
    if segments[i].text[0].islower():
        return False
    if segments[i].gap == "," and " and " in segments[i].text:
        while choices[i - 1].label in PHRASES and _is_member(segments[i - 1]):
            i -= 1
    return choices[i - 1].label is PART


def _is_member(segment: Segment) -> bool:
    return segment.gap == "," and segment.text[0].isupper() and segment.text.count(" ") < _LONGEST_MEMBER


def names_part(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "Volume 2, War and Peace, Rewi Ash": no body, nothing more is told of it, and somebody is named elsewhere."""
    if segments[i].gap != "," or not follows_part(segments, choices, i) or is_body(segments[i].text):
        return False
    last = i + 1
    while last < len(choices) and choices[last].label in PHRASES and follows_part(segments, choices, last):
        last += 1
    more = last < len(choices) and choices[last].label in PHRASES
    return not more and not WHO_WROTE.isdisjoint([choice.label for choice in choices])


def _is_sentence_alone(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """ "Ash, Rewi. The Mill Hands. Lives of the Looms. Leeds: …": capitals between stops may name a series."""
    if "." not in segments[i].gap or choices[i - 1].label is not TITLE or not may_name(segments[i].text):
        return False
    words = segments[i].text
    if words.isupper() and not segments[i - 1].text.isupper():
        return True  # "Sue Elm. THE MILL HANDS. Cover by Ann Hill": so only a title is typed
    if not named_after(choices, i):
        return True
    return words.count(" ") == 1 and words.partition(" ")[0] not in ARTICLES_ABROAD  # "Ness Elm, retold by Al Ash"


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


def _may_be_title(words: str, choices: tuple[Choice, ...], i: int) -> bool:
    """ "Ness Elm, The Story of the Mills": the first may be who wrote.

    One word is as likely more of the title where nobody is named after it.
    """
    if choices[i - 1].label in PHRASES or choices[i].label is LATE_PHRASE:
        return False
    if choices[i - 1].label is TITLE and choices[i - 1].rival is LEADER:
        return True
    return " " not in words and not named_after(choices, i)


def is_of_event(choices: tuple[Choice, ...], i: int) -> bool:
    """ "Jarrow, October 1936": where and when it was; see `events`."""
    return choices[i].label in PHRASES and choices[i].score >= SURE


def _says_nothing(segments: list[Segment], choices: tuple[Choice, ...], i: int) -> bool:
    """Small letters that are no phrase: one word of no kind of writing, another language, "in Kolvaktarens visor".

    In a line typed so throughout they show nothing.
    """
    words = segments[i].text
    if segments[0].text[0].islower() and not tells_work(words):
        return True
    if _UNNAMED.match(words) and not tells_work(words) and WHO_WROTE.isdisjoint([choice.label for choice in choices]):
        return True
    if (" " not in words or _SOMEBODY.match(words)) and not tells_work(words):
        return not any(choice.label in PHRASES for choice in choices[i - 1 : i] + choices[i + 1 : i + 2])
    if _NOT_ENGLISH.match(words):
        return True
    if is_of_event(choices, i - 1):
        return False  # "given at the hall, Leeds, on 8 July 1939"
    return choices[i].label is LATE_PHRASE and _OF_PERSON.match(words) is not None


def may_name(words: str) -> bool:
    """Capitals throughout: a body's, house's or series' name; "Testimony of a woman of the mines" is none.

    Nor is "Outstanding Facts and Documents", or "Theoretical Journal of the Weavers’ Union".
    """
    if not words[0].isupper() or read_date(words) is not None or is_writing(words) or tells_organ(words):
        return False
    if tells_way(words) or (tells_work(words) and not is_body(words)) or asks(words):
        return False
    return has_capitals(words)


def asks(words: str) -> bool:
    """ "Its Chapels and Its Looms", "They Still Spin": what names nobody, whatever its capitals."""
    return words.startswith(_ASKING)


def has_capitals(words: str) -> bool:
    """Throughout, but for the small words of names."""
    return _OF_NAMES.issuperset([word for word in words.split() if word[0].islower()])


def named_after(choices: tuple[Choice, ...], i: int, naming: frozenset[Label] = _NAMING) -> bool:
    """Somebody is named where the stretch of phrases ends."""
    following = next((choice.label for choice in choices[i + 1 :] if choice.label not in PHRASES), None)
    return following in naming
