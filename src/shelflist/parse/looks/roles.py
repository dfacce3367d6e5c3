"""Statements of responsibility: the words that give a role, and the names they give it to.

What the words mean stands in `role_words`; the names are taken apart in `contributors`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from shelflist.models.citation import Role
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import is_quoted_name, names_score
from shelflist.parse.looks.names_told import is_one_of_two, names_alone, without_circumstance
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.foreign_roles import FIRST_WORDS, ForeignRole, foreign_role
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.help_words import (
    BEFORE_NAME,
    DOERS_CUE,
    INSTEAD,
    LANGUAGE_TOLD,
    OF_BOOK,
    QUALIFIED,
    TOLD_FROM,
    WITH,
)
from shelflist.parse.vocabulary.role_words import (
    ALL_VERBS,
    COLLECTED,
    HELP,
    OF_TITLE,
    OPENING,
    ROLE_AFTER_CUE,
    SHORT,
    VERBS_SPELLED,
    least_sure,
    names_role,
    role_of,
    role_told,
)
from shelflist.parse.vocabulary.words import NO_NAME


class RoleStatement(NamedTuple):
    """Words with a role: `role_raw` is what names it, `names` what follows."""

    role: Role
    role_raw: str
    names: str


_PHRASE = re.compile(
    rf"(?P<role>with\sthe\s{HELP}\sof|(?:with\s)?(?:(?:{QUALIFIED})\s)*{TOLD_FROM}|(?:and\s+)?(?:(?:with|in)\s+)?(?:(?:{QUALIFIED})\s+)*(?:{ALL_VERBS})\b\.?(?!\s(?-i:[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'-]+)+),\s)(?:{SHORT}\.|,(?!\s(?-i:[A-ZÀ-Þ]))|[\w\s’'&-]){{0,90}}?\s(?:by|of)"
    r"|(?:ed|eds|tr|trans|introd?|comp|coll|sel|illus)\.?,?\s(?:and|&)\s(?:ed|tr|trans|transl|introd?|comp|arr|sel|illus)\.?(?:\sby)?"
    rf"|(?:and\s+)?(?:{BEFORE_NAME}|with\shelp\sfrom|by|{SHORT}(?:\.:?|:)|(?-i:eds?|trans|transl|tr|introd?|pref|illus|comps?|sel)|(?:(?:general|joint|chief)\s)?editors?:?"
    r"|(?:music\s)?edited|translated|translators?|illustrators?|compilers?|signed:?|with|introd\.|(?:transcribed|english\swords|sung)[:,])"
    r"|with\s(?:an?|some)\s[\w\s’'-]{3,60}?\sby"
    rf"|{WITH}by|{LANGUAGE_TOLD}[\w\s.’'-]{{0,60}}?\sby"
    rf"|(?:in (?:collaboration|conversation) with|(?:as\s+)?(?:told|dictated|related|recalled)\s+to)"
    r"|(?:and\s+)?under\s+the\s+(?:\w+\s+)?(?:leadership|direction|editorship|supervision|guidance|chairmanship)\s+of)\s+(?P<names>.+)$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:leadership|direction|editorship|supervision|guidance|chairmanship|editors|collaboration)\b"
    rf"|^with the {HELP}\b"
    r"|^in the (?:\w+ )?translation\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<names>.+?)(?:,\s*|\s+)"
    r"(?P<role>[(\[](?:joint |general |chief )?[a-z]+\.?[)\]]|(?:joint |general |chief )?[a-z]+\.?)$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?!(?-i:{OF_TITLE}))(?:(?:and|with|in|under|{QUALIFIED})\s+)*(?:{ALL_VERBS}|{INSTEAD}|{OF_BOOK}|by|related|introductory|explanatory|{LANGUAGE_TOLD})\b|with\s(?:(?-i:[A-ZÀ-Þ])|an?\s|some\s|the\s{HELP}\b|help\s|greetings\s|thanks\s)|{WITH}by\s",
    re.IGNORECASE,
)
_VERB_CUE = cue(f"{VERBS_SPELLED} by related introductory explanatory with", any_case=True) | DOERS_CUE
_CUE = _VERB_CUE | ROLE_AFTER_CUE | cue(FIRST_WORDS, any_case=True)
"""Hardly a title or a name has one of these."""
_OPENING_WORD = re.compile(
    rf"(?:and|with|in|under|chief|introductory|related|instead|{QUALIFIED}|{OPENING}|by)\b",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"(?!(?:an?|the|th[aeio]\w+|its|our|his|her|my|of|on|to|as|from|for|in|at|by|about|against|not|and|or)\s)"
    r"(?:typed\s|checked\s|(?:(?![a-z]+(?:ed|en|wn|de|ld)\s)[a-z][a-z’'-]+\s){1,2})"
    r"(?:(?:made|supplied|prepared|provided|contributed|checked|tested|drawn|typed|arranged|collected|gathered|taken|set|"
    r"corrected|revised|compiled)\s)?by\s(?P<names>(?:(?:the|an?|his|her|their)\s|[A-ZÀ-Þ]).+)$"
)
""" "recipes tested by Ann Hill", "tables drawn by the clerks": a part of the book or a service, of no list;
which role is left open. With an article ("a life by") or another participle ("seen by") they may tell of the work.
"""
UNDER = re.compile(r"\s+(?=under the (?:leadership|direction|editorship|supervision|guidance|chairmanship) of\s)")
_SOMEBODY = re.compile(
    r"(?:an?|\d{1,3})\s(?:[A-Z][\w’'-]+\s?){1,4}(?:(?:of|from|in)\s(?:the\s)?[A-Z][\w’'-]+)?$|the\sAuthor\sof\s.+$"
)
""" "by a Solicitor", "by an Old Member", "by a Native of Craven", "by 15 Americans": who does not tell a name."""
MANY_TOLD = re.compile(
    r"the\s(?:[a-z-]+\s)?(?!authors|editors|translators)[a-z]{3,}s\s(?:of|at|in)\s(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ\d][\w’'-]*)*$"
)
""" "by the shop stewards of Loomford"; not "presented by the executors of Miss Elm"."""
CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'.-]+(?:\s(?:(?:of|the|and|for|in|on|&|de)\s)*[A-ZÀ-Þ][\w’'.-]+){1,6}$")
ACRONYM = re.compile(r"(?:the\s)?[A-Z]{2,8}(?:\([A-Za-z-]+\))?(?:,\s[A-Z]{2,4})?$")
""" "by the CPUSA": a body by its letters."""
_NO_MORE_NAMES = re.compile(
    r",?\s(?:(?:and|with|plus)\s(?:(?:an?|the|some)\s)?[a-z]{4,}(?:\s[a-z]+){0,4}$"
    r"|with the (?:assistance|help|collaboration|co-?operation) of\s.*$|as (?:told|dictated|related) to\s.*$)"
)
""" "foreword by A. Hill and an appendix", "A. Hill with the help of R. Ash": what else the book holds, and helpers."""
_KIN = re.compile(
    r"(?:(?:his|her|their|the\sauthor[’']s)\s(?:[a-z][a-z-]+\s){0,2}[a-z][a-z-]+,?\s|the late\s)(?=[A-Z])"
    r"|the\s(?=(?:Very\s|Rt\.?\s)?(?:Rev\w*|Hon|Lady|Lord|Countess|Baron(?:ess)?|Bishop|Canon|Dean|Abbé)\b\.?\s(?!of\b))"
)
""" "by his grand-niece Hannah Binns", "by the late Ann Hill": the name alone."""
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_SOURCE = re.compile(r",?\s(?:from|after|based\son)\s(?:the\s|an?\s)?(?:[a-z]+\s){1,2}by\s.+$")
""" "by Rewi Ash from stories by Ann Hill": what was made into the work is not his."""
_OF_BODY = re.compile(r"(?:staff|members|students|workers|pupils|friends)\sof\s(?:the\s)?(?=[A-ZÀ-Þ])")
""" "translated by the staff of the Weavers’ Library"."""


def opens_role(words: str) -> bool:
    """Words of a role come first. Most text has no such word at all, or is known by its first word not to open so."""
    if not cues_in(words) & _VERB_CUE:
        return False
    if _may_open(words[:end] if (end := words.find(" ")) > 0 else words) and _OPENS.match(words):
        return True
    return helped(words)


def helped(words: str) -> bool:
    """ "recipes tested by Ann Hill"; no kind of writing, as "verses by Ann Hill"."""
    found = _HELPED.match(words) if words[0].islower() and " by " in words else None
    return found is not None and not tells_work(words[: found.start("names")])


@lru_cache(maxsize=4096)
def _may_open(word: str) -> bool:
    return not word.isascii() or _OPENING_WORD.match(word) is not None


def may_tell_role(words: str) -> bool:
    """Some word of them belongs to a role."""
    return cues_in(words) & _CUE != 0


def read_role(words: str, gazetteer: Gazetteer) -> RoleStatement | None:
    """`words` as a role followed by names of persons or of a body, or None.

    Of several "by" the last counts that leaves names: "with notes by the way, and maps, by A. Hill".
    """
    return _read_role(words, gazetteer) if cues_in(words) & _CUE and len(words) <= 400 else None


def sure_of_names(words: str, gazetteer: Gazetteer) -> float:
    """As `names_score`, the words of a role left out: "Rewi Ash", "translated by Ann Hill"."""
    role = read_role(words, gazetteer)
    return names_score(role.names if role else words, gazetteer)


@lru_cache(maxsize=4096)
def _read_role(words: str, gazetteer: Gazetteer) -> RoleStatement | None:
    if cues_in(words) & ROLE_AFTER_CUE and names_role(words[words.rfind(" ") + 1 :]):
        return _role_after(words[3:] if words.startswith(("in ", "In ")) else words, gazetteer)
    if (foreign := foreign_role(words)) and (abroad := _told_abroad(foreign, gazetteer)):
        return abroad
    found = _PHRASE.match(words) if opens_role(words) else None
    if not found or is_one_of_two(found["role"], found["names"], gazetteer):
        return None
    names = _SOURCE.sub("", found["names"])
    for later in () if UNDER.search(names) else _BY.finditer(names):
        if names_score(names[later.end() :], gazetteer) > 0:
            names = names[later.end() :]
            break
    role_raw = words[: words.rindex(names)].strip()
    if role_raw.endswith(" of") and not (
        role_raw.endswith(" pen of") or _OF.search(role_raw) or _is_collected(role_raw, names, gazetteer)
    ):
        return None
    names = _NO_MORE_NAMES.sub("", _KIN.sub("", names, count=1), count=1)
    names = without_circumstance(names_alone(names, gazetteer), gazetteer)
    if "collectively" in role_raw:
        return RoleStatement(Role.AUT, role_raw, names)  # no person, whatever the words
    by = role_raw.casefold() == "by" or (role_raw.endswith(" by") and names.startswith("the "))
    if by and (_is_told_so(names, gazetteer) or (role_raw in ("by", "By") and MANY_TOLD.match(names))):
        return RoleStatement(role_told(role_raw), role_raw, names)  # "by the CPUSA", "collected by the Weekly Loom"
    if not _fit(names, gazetteer) or (surety := names_score(names, gazetteer)) < least_sure(role_raw):
        return None
    return RoleStatement(role_told(role_raw, named=surety >= NAMED), role_raw, names)


def _told_abroad(foreign: ForeignRole, gazetteer: Gazetteer) -> RoleStatement | None:
    names = names_alone(foreign.names, gazetteer)
    named = names_score(names, gazetteer) >= foreign.least
    return RoleStatement(foreign.role, foreign.role_raw, names) if named else None


def _is_told_so(names: str, gazetteer: Gazetteer) -> bool:
    """After "by" what is no person's name is a body's, or stands for one."""
    told = _SOMEBODY.match(names) or CAPITALS.match(ARTICLE.sub("", names, count=1))
    return ACRONYM.match(names) is not None or (told is not None and names_score(names, gazetteer) < 0)


def _is_collected(role_raw: str, names: str, gazetteer: Gazetteer) -> bool:
    """ "speeches of Maurice Bishop": words of his own."""
    return COLLECTED.match(role_raw) is not None and names_score(names, gazetteer) >= NAMED


def _role_after(words: str, gazetteer: Gazetteer) -> RoleStatement | None:
    """ "John Lewis (ed.)", "Ken Coates and Tony Topham, editors"."""
    found = _AFTER.match(words)
    if not found:
        return None
    names = found["names"].title() if found["names"].isupper() else found["names"]
    alone = words[found.end("names")] == "," and "," not in names  # right before the word stands nothing but a name
    if names_score(names, gazetteer) < (NO_NAME / 2 if alone else 2.0):
        return None
    return RoleStatement(role_of(found["role"]), found["role"].strip("()[]"), found["names"])


def _fit(names: str, gazetteer: Gazetteer) -> bool:
    if names_score(names, gazetteer) > NO_NAME / 2 or is_quoted_name(names):
        return True
    bare = _OF_BODY.sub("", ARTICLE.sub("", names, count=1).lstrip("“‘\"'"))
    return bare[:1].isupper() and is_body(bare)
