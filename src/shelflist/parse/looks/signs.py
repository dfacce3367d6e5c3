"""What the rules of a line ask of one segment's words, answered once for each segment.

Whether "and" stands in it, whether all its words have capitals, whether it might be a body's or a periodical's name:
each answer is the same for all words that are made alike, so that lines made alike are judged once (see `form`).
A rule that looks at the line around a segment sees only these answers and those of `features`, never the words.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from shelflist.parse.looks.bodies import ends_as_body, has_body_form, is_body_name, may_be_own_house
from shelflist.parse.looks.called_series import says_series
from shelflist.parse.looks.grades import NAMED, NAMELIKE
from shelflist.parse.looks.hosts import as_host
from shelflist.parse.looks.imprint import NO_PLACE
from shelflist.parse.looks.names import is_quoted_name
from shelflist.parse.looks.parts import BARE_NUMBER, VOLUME_AND_NUMBER
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.looks.series import has_series_form, is_code, is_number_of_series, may_be_series, read_series
from shelflist.parse.looks.title_forms import CALLS, alternative, apposition, ends_in_part, goes_on, opens_life
from shelflist.parse.vocabulary.body_words import is_body_by_letters, is_writing
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.numbering import ISSUES, ISSUES_ABROAD
from shelflist.parse.vocabulary.regions import GREAT
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES, SMALL_WORDS

_AND_LISTED = ["and", "&", "or", "AND", "OR", "y", "et", "und", "och", "og"]
_AND_WORDS = frozenset(_AND_LISTED)
AND = re.compile(rf"(?:^|\s)(?:{'|'.join(_AND_LISTED)})\s")
_RELATING = frozenset(["in", "on", "to", "for", "from", "by", "with", "at"])
""" "Counter-revolution in Disguise" tells of the title; "Soft Soap" goes on with it."""
_OF_HOUSES = frozenset(["of", "the", "and", "for", "in", "de", "&", "y", "und", "et", "la", "del"])
_OF_STANDING = _OF_HOUSES | {"on", "to", "a"}
_TOWNS = (
    "ton", "ham", "ford", "bury", "burg", "burgh", "borough", "ville", "field", "port", "mouth", "bridge", "wick",
    "chester", "caster", "grad", "stadt", "dorf", "haven", "pool", "minster", "stead", "hurst", "shire", "polis",
    "abad", "pur", "pore", "gorod", "holm", "stow", "combe", "thorpe",
)  # fmt: skip
""" "Loomford": the endings of towns."""
_ADDRESSED = re.compile(
    r"\w+\s(?:[A-Z][\w’'-]+\s){0,2}(?:Address|Appeal|Letter|Call|Message|Warning|Remonstrance|Word|Speech|Sermon|Petition|"
    r"Epistle|Answer|Reply|Exhortation|Manifesto|Memorial)s?\sto\s(?:the\s|all\s)?"
)
""" "An Appeal to the Masters, Overlookers and Hands of Leeds": whom it speaks to is a list of its own."""
_BEFORE_NAME = frozenset(["of", "to", "by", "from", "on", "about", "against", "between", "with", "for"])
_OWN = ("their ", "its ", "his ", "her ", "our ", "my ")
_NUMBERS_ISSUE = re.compile(rf"\b(?:{ISSUES}|{ISSUES_ABROAD})(?!\w)|#", re.IGNORECASE)
_PARTNERS = re.compile(
    r"(?:[A-Z]\.?\s?){1,3}(?:and|&)\s(?:[A-Z]\.?\s?){1,3}[A-Z][\w’'-]+$|[A-Z]\w+\s&\s[A-Z]\w+\s[A-Z][\w’'-]+$"
)
_ENDS_IN_FIGURE = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*\s(?:(?:of|the|in|and|for)\s)*){1,5}(?:[–-]\s)?[A-Z]?\d{1,3}$")
_IN = ("in ", "In ")
_OF_FEW_NAMES = frozenset(["El", "La", "Le", "Lo", "Les", "O", "Os", "As"])
_OF_PRESSES = ("UP", "LP", "LPH", "PPH", "HMSO", "FLPH", "WP")
_A = ("A ", "An ")
_LONGEST_BARE, _LONGEST_CODE = 8, 13
"""Characters."""
_MOST_LAST = 7
_STREETS = (
    " Street", " Road", " Lane", " Row", " Hill", " Square", " Court", " Place", " Terrace", " Buildings", " Avenue",
    " St.", " Rd.", "Strand",
)  # fmt: skip
_HALLS = (" Hall", " Pit", " Colliery", " Palace", " Theatre", " Chapel", " Church", " Park", " Universitaria")
""" "Kelty Pit, June 1938": what ends so is where something was as well as somebody's name or house."""
LONGEST_PIECE = 5
"""Words of a piece of a title between commas."""
_GIVEN = 4.1
"""Between them a name may be another thing: "Ella Winter", "Joe Hill"."""


class Signs(NamedTuple):
    """Of a segment that opens its line only `opens_given`, `last_words`, `has_and` (after its last colon), `as_title`,
    `is_plain_word`, `opens_in`, `ends_in_part`, `is_body_name`, `is_body_by_letters` and `has_article` are asked."""

    has_and: bool  # "and" or its like, before the last word
    as_title: bool  # few words, with capitals throughout but for the small words that titles have
    is_plain_word: bool  # a word that is no name: "Marxism"
    opens_in: bool  # "in …"
    ends_in_part: bool = False  # "A History of Looms: Volume 1"
    is_body_name: bool = False  # "National Union of Weavers", and not "Trade Unions in Spain"
    last_words: int = 0  # of a segment that opens its line, after its last colon; at most 7
    opens_given: bool = False  # a given name comes first: "Ella Winter"
    are_partners: bool = False  # "A. & C. Black", "Adam & Charles Black": a firm, or two of one name
    has_article: bool = False  # "The Housing Racket": three words or more, none of them small; "La Huelga", as a name
    as_house: bool = False  # capitals throughout, but for the small words of firms
    as_standing: bool = False  # the same, with a few more small words
    tells_work: bool = False  # a word for a kind of writing
    and_more: bool = False  # opens like "and Other Tales"
    alternative: int = 0  # 1 for "or Over the Range", 2 for "or" alone
    in_apposition: int = 0  # 1 for "the Highest Stage of Capitalism", 2 for "its Looms and its Debts"
    head_words: int = 0  # before ": " or " – "; at most 12
    before_and: int = -1  # of these before the first "and", at most 12; -1 where there is none
    opens_life: bool = False  # "Her Life and Work"
    names_last: bool = False  # "writings of Marx": small letters, and a name after "of" or its like
    is_letters: bool = False
    opens_own: bool = False  # "their history and country"
    ends_as_place: bool = False  # a single word as a town, several as a street: "Paternoster Row"
    ends_as_hall: bool = False  # "Cloth Hall", "Kelty Pit": where something may have been
    has_body_form: bool = False
    ends_as_body: bool = False
    is_body_by_letters: bool = False  # "NUM"
    is_acronym: bool = False
    may_be_own_house: bool = False  # "the Society", "LRD"
    no_place: bool = False  # "n.p." of the place
    ends_in_number: bool = False  # a series with its number
    says_series: bool = False  # "coll. « Loom Lives »"
    ends_in_figure: bool = False  # "Loom Album 87": capitals and a bare number
    has_series_form: bool = False
    may_be_series: bool = False
    numbers_series: bool = False  # "No. 7"
    number_alone: bool = False  # "No. 7", "7", "MB 199"
    numbers_issue: bool = False  # "No. 7", "Vol. 2, No. 7", "Issue 7"
    as_host: float = -9.0
    as_host_of_issue: float = -9.0  # where the number or month of an issue follows
    in_something: bool = False  # "in My Years at the Loom", and no place
    has_volume: bool = False  # "Labour Monthly 21"
    is_great: bool = False  # "London": a place of many houses
    bare_number: int = 0  # characters of "IV" or "2"


_of_opening = lru_cache(maxsize=1024)(Signs)


def opening_signs(text: str, gazetteer: Gazetteer, *, names: float, of_body: bool) -> Signs:
    """Of a segment that opens its line; `names` and `of_body`: what `features` has found the words to be."""
    words = text.split()
    small = {word for word in words if not word[0].isupper()}
    last = words if ": " not in text else text.rpartition(": ")[2].split()
    if " to " in text and (addressed := _ADDRESSED.match(text)):
        last = text[addressed.end() :].split()
    return _of_opening(
        not _AND_WORDS.isdisjoint(last[:-1]),
        _is_cased(text, small),
        len(words) == 1 and _is_plain_word(text, gazetteer),
        text.startswith(_IN),
        ends_in_part=ends_in_part(text),
        is_body_name=of_body and not tells_work(text) and is_body_name(text),
        has_article=len(words) > 2 and not small and text.startswith(OPENING_ARTICLES),
        last_words=min(_MOST_LAST, len(last)),
        is_body_by_letters=text.isupper() and is_body_by_letters(text),
        opens_given=NAMED <= names < _GIVEN and key(words[0]) in gazetteer.given_names,
    )


def signs_of(text: str, gazetteer: Gazetteer, *, names: float, of_body: bool, part: bool, not_printed: bool) -> Signs:
    """Of a segment that does not open its line. From `names` on: what `features` has found the words to be.

    Names of persons are asked for no series or body.
    """
    words = text.split()
    small = {word for word in words if not word[0].isupper()}
    alone, has_and = len(words) == 1, not _AND_WORDS.isdisjoint(words[:-1])
    tells, capital = tells_work(text), text[0].isupper()
    nameless, may_be_body = names < NAMELIKE, capital and (of_body or names < NAMED)
    head, before_and = _head_of(text, has_and=has_and)
    host = as_host(text, gazetteer)
    bare = _bare_number(text) if len(text) < _LONGEST_BARE else 0
    figure, numbers_series = text[-1].isdigit(), part and is_number_of_series(text)
    return Signs(
        has_and=has_and,
        as_title=_is_cased(text, small) and not _explains(text, small),
        is_plain_word=alone and _is_plain_word(text, gazetteer),
        opens_in=text.startswith(_IN),
        has_article=names >= NAMED and words[0] in _OF_FEW_NAMES,
        are_partners=has_and and _PARTNERS.match(text) is not None,
        as_house=small <= _OF_HOUSES,
        as_standing=small <= _OF_STANDING,
        tells_work=tells,
        and_more=goes_on(text) or (alone and text.rstrip("!") in CALLS),
        alternative=alternative(text) if text[0] in "oO" else 0,
        in_apposition=apposition(words),
        head_words=head,
        before_and=before_and,
        opens_life=opens_life(text),
        opens_own=text.startswith(_OWN) and text.islower(),
        names_last=not capital and bool(words[2:]) and words[-2] in _BEFORE_NAME and words[-1][0].isupper(),
        is_letters=text.isalpha() or is_quoted_name(text),
        ends_as_place=text.endswith(_TOWNS if alone else _STREETS),
        ends_as_hall=not alone and text.endswith(_HALLS),
        has_body_form=may_be_body and _has_body_form(text, tells_work=tells),
        ends_as_body=of_body and ends_as_body(text),
        is_body_by_letters=capital and len(text) < 15 and _is_body_by_letters(text),
        is_acronym=alone and text.isupper(),
        may_be_own_house=may_be_own_house(text),
        no_place=not_printed and NO_PLACE.match(text) is not None,
        ends_in_number=nameless and _ends_in_number(text, gazetteer),
        says_series=says_series(text),
        ends_in_figure=figure and _ENDS_IN_FIGURE.match(text) is not None,
        has_series_form=nameless and capital and has_series_form(text, tells_work=tells),
        may_be_series=nameless and may_be_series(text, gazetteer),
        numbers_series=numbers_series,
        number_alone=bare > 0 or numbers_series or (figure and capital and len(text) < _LONGEST_CODE and is_code(text)),
        numbers_issue=part and _NUMBERS_ISSUE.search(text) is not None,
        as_host=host.alone,
        as_host_of_issue=host.of_issue,
        in_something=text.startswith(_IN) and text[3:4].isupper() and not gazetteer.is_place(text[3:]),
        has_volume=host.has_volume,
        is_great=text in GREAT,
        bare_number=bare,
    )


def _is_cased(text: str, small: set[str]) -> bool:
    """Few words, with capitals throughout but for the small words that titles have."""
    if text.count(" ") >= LONGEST_PIECE:
        return False
    return not small or not any(word[0].isalpha() for word in small - SMALL_WORDS)


def _explains(text: str, small: set[str]) -> bool:
    """ "A Life of Rewi Ash", "Weaving for Beginners": words about another title, rather than more of it."""
    return text.startswith(_A) or not small.isdisjoint(_RELATING)


def _is_plain_word(text: str, gazetteer: Gazetteer) -> bool:
    return key(text) in gazetteer.words or text.endswith(("ism", "tion"))


def _head_of(text: str, *, has_and: bool) -> tuple[int, int]:
    """The words before a subtitle, and of these before the first "and"."""
    head = text.partition(": ")[0].partition(" – ")[0]
    closes = AND.search(head) if has_and else None
    return min(12, head.count(" ") + 1), min(12, len(text[: closes.start()].split())) if closes else -1


def _has_body_form(text: str, *, tells_work: bool) -> bool:
    if tells_work and text.startswith(OPENING_ARTICLES):
        return False
    return has_body_form(text) and not is_writing(text)


def _is_body_by_letters(text: str) -> bool:
    """ "NUM", "S.W.P.": a body by its letters, which are not those of a press."""
    letters = text.replace(".", "")
    return 2 < len(letters) < 8 and letters.isupper() and letters.isalpha() and not letters.endswith(_OF_PRESSES)


def _bare_number(text: str) -> int:
    if VOLUME_AND_NUMBER.match(text):
        return 1  # "I/99" is no year, and as sure as a single figure
    return len(text) if BARE_NUMBER.match(text) else 0


def _ends_in_number(text: str, gazetteer: Gazetteer) -> bool:
    """ "Loom Library, No. 80", "(Loom Library, No. 80)"."""
    text = text.strip("()[]")
    if not text[-1:].isdigit() or " " not in text or not text[0].isupper():
        return False
    return read_series(text, gazetteer) is not None
