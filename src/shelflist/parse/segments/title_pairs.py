"""The ways in which a line may be a title and its author with one sign between them: "Ash, Looms", "Looms – Rewi Ash".

A line alone hardly shows which of them it is, where its name is in no list; those beside it do, which `page_forms`
counts. Here it is only said where title and author stand if the line is of a form, and how sure its words are of it.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from shelflist.models.page import Span
from shelflist.parse.looks.bare_titles import has_capitals, is_title, tells_office
from shelflist.parse.looks.bodies import is_body_name
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.grades import NAMELIKE, SURELY_NAMED
from shelflist.parse.looks.leaders import read_leaders, without_role
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.title_begins import OTHER_ROLES
from shelflist.parse.looks.title_forms import OPENS_LIFE
from shelflist.parse.segments.pairs import ITEM, LONGEST
from shelflist.parse.segments.remarks import SIGNS_LAST
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.role_words import PARTICIPLES

_YEAR = rf"{YEAR_FORM}[a-z]?(?:\s?[-–/]\s?\d{{2,4}})?"
_YEAR_LAST = re.compile(rf"(?:[,.]|\s[–—-])\s{_YEAR}$|[,.]?\s[(\[]{_YEAR}[)\]]$")
_YEARS = re.compile(r"\d\s?[-–/]\s?\d")
_YEAR_HELD = re.compile(rf"\s[(\[]{_YEAR}[)\]]$")
_YEAR_FIRST = re.compile(rf"[(\[]?{_YEAR}[)\]]?(?:[.:,]|\s[–—-])?\s(?=[A-ZÀ-Þ])")
_SIGNS_LAST = re.compile(rf"[\s{SIGNS_LAST}]+$")
_HELD_LAST = re.compile(r"\s\((?P<note>[^()]*)\)$")
_WORDS_OF_NOTE = 6
_SIGN = re.compile(
    r"(?P<by>,?\s[Bb]y)\s(?=[A-ZÀ-Þ])|(?P<comma>,)\s+|(?P<colon>:)\s|(?P<dash>\s(?:[–—]|--?))\s"
    r"|(?<=\w\w)(?P<stop>\.)\s|(?P<slash>\s/)\s|(?P<semicolon>;)\s"
)
_MOST_SIGNS, _MOST_COMMAS = 12, 4
_HELD_NAMES = re.compile(r"\s\((?P<names>[A-ZÀ-Þ][^()\d]{2,60})\)$")
_DONE = re.compile(rf"\s(?:[a-z]+(?:{'|'.join(PARTICIPLES)})|told|made|led|run|{'|'.join(sorted(OTHER_ROLES))})$")
""" "The story of the looms told by Sue Elm": she did something else than write it."""
_PART = re.compile(r",\s(?:Vol(?:ume)?s?\.?|Part|Book)\s[\dIVX–-]+$")
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+$")
_LONGEST_NAMES = 100


class PairForm(NamedTuple):
    """What parts title and author, and which of them stands first."""

    sign: str
    author_first: bool
    after_dash: bool  # which stands before both, as before who said a motto


class Pair(NamedTuple):
    """Where title and author stand in a line, if it is of a form."""

    author: Span
    title: Span
    sure: bool  # these are names by list or form
    is_title: bool  # by its looks
    may_be_title: bool
    dated: bool
    told_until: int  # where years end that may be of what the title tells: "The Weavers of Leeds, 1790-1850"


class _Proper(NamedTuple):
    """A line without its item's number, its year, and the list's own remarks and signs."""

    start: int
    end: int
    dated: bool
    told_until: int


def pairs_of(text: str, gazetteer: Gazetteer) -> dict[PairForm, Pair]:
    """By each form that the line may have."""
    if len(text) > LONGEST:
        return {}
    proper, found = _proper(text), dict[PairForm, Pair]()
    for sign, author, title in _parted(text, proper.start, proper.end):
        form = PairForm(sign, author.start < title.start, text[0] in "–—-")
        if form not in found and (pair := _pair(text, form, author, title, proper, gazetteer)):
            found[form] = pair
    return found


def _pair(text: str, form: PairForm, author: Span, title: Span, proper: _Proper, gazetteer: Gazetteer) -> Pair | None:
    sure = _are_surely_names(text[author.start : author.end], gazetteer)
    if sure is None:
        return None
    title = _without(_PART, text, title if proper.dated else _without(_YEAR_HELD, text, title))
    words = text[title.start : title.end]
    may_be = not tells_office(words, gazetteer) and not (form.sign == "by" and _DONE.search(words))
    is_one = may_be and _is_title(words, form, gazetteer)
    return Pair(author, title, sure, is_one, may_be, proper.dated, proper.told_until)


def _proper(text: str) -> _Proper:
    item = ITEM.match(text)
    start = item.end() if item else 0
    first = _YEAR_FIRST.match(text, start)
    start = first.end() if first else start
    signs = _SIGNS_LAST.search(text)
    end = len(text[: signs.start() if signs else len(text)].rstrip(".:"))
    year, held = _YEAR_LAST.search(text, start, end), _HELD_LAST.search(text, start, end)
    if year is None and held:
        year = _YEAR_LAST.search(text, start, held.start())
        end = held.start() if held["note"].count(" ") >= _WORDS_OF_NOTE else end
    end = year.start() if year else end
    until = year.end() if year and _YEARS.search(year.group()) else 0
    return _Proper(start, len(text[:end].rstrip(" ,.;")), bool(first or year), until)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[str, Span, Span]]:
    """By each kind of sign, author and title; the longer names first."""
    signs = list(islice(_SIGN.finditer(text, start, end), _MOST_SIGNS))
    for kind in dict.fromkeys(str(sign.lastgroup) for sign in signs):
        of_kind = [sign for sign in signs if sign.lastgroup == kind]
        if kind != "by":
            for sign in reversed(of_kind[: _MOST_COMMAS if kind == "comma" else 1]):
                yield kind, Span(start, sign.start()), Span(sign.end(), end)
        for sign in of_kind[-2:] if kind == "comma" else of_kind[-1:]:
            yield kind, Span(sign.end(), end), Span(start, sign.start())
    if held := _HELD_NAMES.search(text, start, end):
        yield "held", Span(*held.span("names")), Span(start, held.start())


def _are_surely_names(words: str, gazetteer: Gazetteer) -> bool | None:
    """None where they are no names; one word of no other meaning may be a family's."""
    bare = without_role(words.strip())
    if not bare or len(bare) > _LONGEST_NAMES or not bare[0].isupper():
        return None
    if "," in bare and read_leaders(bare, gazetteer, trusting=True) is not None:
        return True
    score = names_score(bare, gazetteer)
    if score >= NAMELIKE:
        return score >= SURELY_NAMED
    if not _ONE_NAME.match(bare) or gazetteer.is_place(bare):
        return None
    return None if key(bare) in gazetteer.words or key(bare) in gazetteer.title_words else False


def _without(last: re.Pattern[str], text: str, title: Span) -> Span:
    found = last.search(text, title.start, title.end)
    return Span(title.start, found.start()) if found else title


def _is_title(words: str, form: PairForm, gazetteer: Gazetteer) -> bool:
    """No body or life, and where commas part the fields, no more than one."""
    if not is_title(words, gazetteer) or is_body_name(words) or (form.sign == "comma" and ", " in words):
        return False
    return not OPENS_LIFE.match(words) or has_capitals(words)
