"""Statements of responsibility: the words that give a role, and the names they give it to.

Roles are MARC relators. "Prepared by" counts as compiling; who directed a
collective is `oth`, with the words in `role_raw`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from shelflist.models.citation import Contributor, NameType, Role
from shelflist.parse.gazetteer import WORD, Gazetteer
from shelflist.parse.names import names_score, person_score, read_names, split_name
from shelflist.parse.words import NO_NAME, Words


class RoleStatement(NamedTuple):
    """Words with a role: `role_raw` is what names it, `names` what follows."""

    role: Role
    role_raw: str
    names: str


_VERBS = (
    (Role.EDT, r"edited|editor|editors|ed\.|eds\.?|chief editor|general editor|editorship"),
    (Role.TRL, r"translated|translation|translations|translator|trans\.|tr\.|rendered"),
    (Role.COM, r"compiled|compiler|selected|selection|chosen|collected|arranged|assembled|prepared|recorded"),
    (Role.WIN, r"introduced|introduction|introductions|introductory|foreword|forewords|preface|prefaced|"
        r"prefatory|prologue|afterword|epilogue|postscript|notes|commentary|annotated"),
    (Role.ILL, r"illustrated|illustrations|illustration|drawings|drawn|woodcuts|photographs|photographed|photos|"
        r"pictures|cartoons|maps|cover|designed"),
    (Role.SGN, r"signed"),
    (Role.CTB, r"contributions|contributed|articles|essays|speeches|contributors"),
    (Role.OTH, r"leadership|direction|supervision|guidance|chairmanship|interviewed|adapted|revised|presented|"
        r"abridged|reported|retold|sponsored|narrated|dramatised|updated|condensed"),
    (Role.AUT, r"written|told|spoken|delivered|drafted|report|speech|text|by"),
)  # fmt: skip
_ALL_VERBS = "|".join(words for _, words in _VERBS[:-1]) + "|written|told|spoken|delivered|drafted|text"
_PHRASE = re.compile(
    rf"(?P<role>(?:and\s+)?(?:with\s+)?(?:(?:an?|the|some|new|explanatory|biographical|critical|historical)\s+)*(?:{_ALL_VERBS})\b[\w\s,’'&-]{{0,90}}?\s(?:by|of)"
    r"|(?:and\s+)?(?:by|ed\.|eds\.|edited:|trans\.|tr\.|editors?:?|edited|translator:?|with)"
    r"|(?:and\s+)?under\s+the\s+(?:\w+\s+)?(?:leadership|direction|editorship|supervision|guidance|chairmanship)\s+of)\s+(?P<names>.+)$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+", re.IGNORECASE)
_INSIDE = re.compile(
    r"\s(?=(?:(?:edited|compiled|translated|selected|chosen|collected|written|illustrated|introduced|prepared|signed)(?:[\w\s&]{0,50}?)\sby\s|by\s)[A-ZÀ-Þ])"
)
_OPENS = re.compile(
    rf"(?:and\s+|with\s+|an?\s+|the\s+|under\s+|new\s+)*(?:{_ALL_VERBS}|by|introductory|explanatory)\b", re.IGNORECASE
)
_OPENING_WORD = re.compile(
    rf"(?:and|with|an?|the|under|new|chief|general|introductory|explanatory|{_ALL_VERBS}|by)\b", re.IGNORECASE
)
_UNDER = re.compile(r"\s+(?=under the (?:leadership|direction|editorship|supervision|guidance|chairmanship) of\s)")
_CIRCUMSTANCE = re.compile(r"\s(?:on|at|to|in|before|from|for)\s")
_BODY_WORDS = """
Collective Committee Commission Institute Institution Academy Council Congress Party Union Unions
Association Society League Federation Group Club Movement Ministry Department Commissariat Bureau Office
Centre Center Embassy University Faculty Board Brigade Confederation International Army Front Organisation
Organization Secretariat Politburo Government Delegation Campaign Conference Fellowship Alliance Team Branch
Circle Guild Fund Foundation Agency Company Comintern Editorial Editors Workshop School Students Workers
"""
_BODY = frozenset(_BODY_WORDS.split())
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def _role_of(words: str) -> Role:
    folded = words.casefold()
    for role, verbs in _VERBS:
        if re.search(rf"(?<!\w)(?:{verbs})(?!\w)", folded):
            return role
    return Role.AUT


def is_body(words: str) -> bool:
    """The words hold one that names a body of people, and are long enough to be its name."""
    return not _BODY.isdisjoint(WORD.findall(words)) and len(words.split()) > 1


def has_body(words: Words) -> bool:
    """As `is_body`, of words that are looked up already."""
    return len(words.each) > 1 and not _BODY.isdisjoint(words.tokens)


def _opens(words: str) -> bool:
    """Words of a role come first. Most text is known by its first word not to open so."""
    return _may_open(words[:end] if (end := words.find(" ")) > 0 else words) and _OPENS.match(words) is not None


@lru_cache(maxsize=4096)
def _may_open(word: str) -> bool:
    return not word.isascii() or _OPENING_WORD.match(word) is not None


@lru_cache(maxsize=4096)
def read_role(words: str, gazetteer: Gazetteer) -> RoleStatement | None:
    """`words` as a role followed by names of persons or of a body, or None.

    Of several "by" the last counts that leaves names: "with notes by the way, and maps, by A. Hill".
    """
    if len(words) > 400 or not _opens(words):
        return None
    found = _PHRASE.match(words)
    if not found:
        return None
    names = found["names"]
    for later in () if _UNDER.search(names) else _BY.finditer(names):
        if names_score(names[later.end() :], gazetteer) > 0:
            names = names[later.end() :]
            break
    role_raw = words[: len(words) - len(names)].strip()
    names = _without_circumstance(names, gazetteer)
    if not _fit(names, gazetteer) or (role_raw.casefold() == "with" and names_score(names, gazetteer) < 4):
        return None
    return RoleStatement(_role_of(role_raw), role_raw, names)


def _without_circumstance(names: str, gazetteer: Gazetteer) -> str:
    """ "delivered by J. V. Stalin on January 26 1934": the name alone."""
    when = _CIRCUMSTANCE.search(names)
    if when and names_score(names, gazetteer) < 0 and names_score(names[: when.start()], gazetteer) > 2:
        return names[: when.start()]
    return names


def _fit(names: str, gazetteer: Gazetteer) -> bool:
    if names_score(names, gazetteer) > NO_NAME / 2:
        return True
    bare = _ARTICLE.sub("", names, count=1)
    return bare[:1].isupper() and is_body(bare)


def role_inside(words: str, gazetteer: Gazetteer) -> int | None:
    """Where a role begins inside a segment that opens with something else ("The Iron Heel by Jack London")."""
    if " by " not in words or _opens(words):
        return None
    for found in _INSIDE.finditer(words):
        statement = read_role(words[found.end() :], gazetteer)
        if statement and found.start() > 0 and names_score(statement.names, gazetteer) >= 2.5:
            return found.end()
    return None


def awaits_names(words: str) -> bool:
    """ "compiled", "edited": a role whose "by" comes after a comma."""
    return words.casefold() in (
        "compiled",
        "edited",
        "translated",
        "selected",
        "written",
        "chosen",
        "collected",
        "arranged",
        "illustrated",
    )


@lru_cache(maxsize=4096)
def contributors(
    words: str, role: Role, role_raw: str | None, gazetteer: Gazetteer, surety: float
) -> tuple[Contributor, ...]:
    """The contributors that `words` name in one role: a body, or persons one by one.

    A body "under the leadership of" a person gives both. `surety` (0..1) becomes their confidence.
    """
    under = _UNDER.split(words, maxsplit=1)
    if len(under) == 2:
        leader = read_role(under[1], gazetteer)
        first = contributors(under[0], role, role_raw, gazetteer, surety)
        return first + (contributors(leader.names, leader.role, leader.role_raw, gazetteer, surety) if leader else ())
    if names_score(words, gazetteer) <= 0 and is_body(words):
        body = words.strip(" ,")
        kind = NameType.CORPORATE
        return (Contributor(name_raw=body, role=role, role_raw=role_raw, name_type=kind, confidence=surety),)
    persons = read_names(words, gazetteer)
    return tuple(
        Contributor(
            name_raw=person.written, role=role, role_raw=role_raw, name_type=NameType.PERSONAL,
            family=person.family, given=person.given, confidence=surety,
        )
        for person in persons
    )  # fmt: skip


_PERSON_HEADING = re.compile(
    r"(?P<name>[^()\[\]]+?)\s*(?:\[[^\]]*\]\s*)?(?P<dates>\(?\s*(?:b\.\s*)?1[6-9]\d\d\s*(?:[-–—]\s*(?:(?:1[6-9]|20)\d\d)?)?\s*\)?)?$"
)


def person_heading(heading: str, gazetteer: Gazetteer) -> Contributor | None:
    """The person that a heading names, with or without dates of life; None for any other heading."""
    found = _PERSON_HEADING.match(heading.strip())
    if not found:
        return None
    name = re.sub(
        r"^(?:(?:Selected |Collected )?(?:[Ww]orks|[Ww]ritings|[Bb]ooks|[Tt]exts) (?:of|by) )", "", found["name"]
    )
    needed = 2.0 if found["dates"] else 4.0
    if person_score(name, gazetteer) < needed or len(read_names(name, gazetteer)) != 1:
        return None
    family, given = split_name(name)
    return Contributor(name_raw=name, role=Role.AUT, role_raw=None, family=family, given=given, confidence=0.8)
