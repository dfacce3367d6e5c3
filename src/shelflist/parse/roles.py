"""Statements of responsibility: the words that give a role, and the names they give it to.

Roles are MARC relators. "Prepared by" counts as compiling; who directed a
collective is `oth`, with the words in `role_raw`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from shelflist.models.citation import Contributor, NameType, Role
from shelflist.parse.body_words import is_body
from shelflist.parse.foreign_roles import foreign_role
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.names import is_anonymous, is_quoted_name, names_score, read_names
from shelflist.parse.words import NO_NAME


class RoleStatement(NamedTuple):
    """Words with a role: `role_raw` is what names it, `names` what follows."""

    role: Role
    role_raw: str
    names: str


_VERBS = (
    (Role.EDT, r"edited|editor|editors|eds?|chief editor|general editor|editorship"),
    (Role.TRL, r"translated|translation|translations|translators?|trans|transl|tr|rendered|englished|english words"),
    (Role.COM, r"compiled|compilers?|comps?|selected|selection|sel|chosen|collected|arranged|assembled|prepared|"
        r"recorded|gathered"),
    (Role.WIN, r"introduced|introduction|introductions|introductory|introd?|foreword|forewords|preface|prefaced|"
        r"prefatory|prologue|afterword|epilogue|postscript|notes?|commentary|annotated|annotations|appreciation"),
    (Role.ILL, r"illustrated|illustrations|illustration|illustrators?|illus|drawings|drawn|sketches|woodcuts|"
        r"engravings|linocuts|lithographs|etchings|decorations|decorated|photographs|photographed|photography|photos|pictures|"
        r"paintings|cartoons|maps|cover|designed"),
    (Role.SGN, r"signed"),
    (Role.CTB, r"contributions|contributed|articles|essays|speeches|contributors|appendix|assisted|collaboration"),
    (Role.OTH, r"leadership|direction|supervision|guidance|chairmanship|interviewed|adapted|revised|presented|"
        r"abridged|reported|retold|sponsored|narrated|dramatised|updated|condensed|sung|performed|transcribed|arr"),
    (Role.AUT, r"written|told|spoken|delivered|drafted|report|speech|text|words|lyrics|music|devised|composed|by"),
)  # fmt: skip
_ALL_VERBS = (
    "|".join(words for _, words in _VERBS[:-1])
    + "|written|told|spoken|delivered|drafted|dictated|text|words|lyrics|music|devised|composed"
)
_QUALIFIED = (
    r"an?|the|some|new|newly|freely|fully|short|brief|full|general|special|specially|additional|english|authori[sz]ed|"
    r"explanatory|biographical|critical|historical|editorial|as"
)
_SHORT = r"(?:eds?|trans|transl|tr|comps?|introd?|illus|sel|arr)"
_PHRASE = re.compile(
    rf"(?P<role>(?:and\s+)?(?:with\s+)?(?:(?:{_QUALIFIED})\s+)*(?:{_ALL_VERBS})\b\.?(?:{_SHORT}\.|[\w\s,’'&-]){{0,90}}?\s(?:by|of)"
    rf"|(?:and\s+)?(?:by|{_SHORT}\.:?|(?-i:eds?|trans|transl|tr)|editors?:?|edited:?|translated|translators?:?|signed:?|with"
    r"|(?:introduction|foreword|preface|illustrations|cover|text|photographs|translation|words|music|drawings|maps|photos|"
    r"notes|transcribed|afterword|english words|sung)[:,]"
    r"|(?:(?:ed|eds|tr|trans|introd?|comp|sel|illus)\.?,?\s(?:and|&)\s)(?:ed|tr|trans|transl|introd?|comp|sel|illus)\.?"
    r"|(?:music|words|text|drawings|photographs|photos|illustrations|foreword|preface|introd\.|introduction))"
    r"|(?:in collaboration with|(?:as\s+)?(?:told|dictated|related)\s+to)"
    r"|(?:and\s+)?under\s+the\s+(?:\w+\s+)?(?:leadership|direction|editorship|supervision|guidance|chairmanship)\s+of)\s+(?P<names>.+)$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?:leadership|direction|editorship|supervision|guidance|chairmanship|editors|collaboration)\b", re.IGNORECASE
)
_COLLECTED = re.compile(r"(?:the\s)?(?:speeches|essays|articles|letters|writings|poems|words)(?:\sand\s[a-z]+)?\sof$")
_NEEDS_NAMES = frozenset(
    ["signed", "editor", "editors", "edited", "translated", "translator", "translators", "in collaboration with"]
)
_AFTER = re.compile(
    r"(?P<names>.+?)(?:,\s*|\s+)"
    r"(?P<role>[(\[](?:joint |general |chief )?[a-z]+\.?[)\]]|(?:joint |general |chief )?[a-z]+\.?)$",
    re.IGNORECASE,
)
_ROLES_AFTER = """
introd intro ed eds editor editors
tr trans transl translator translators comp comps compiler compilers illustrator illustrators
illus
"""
_NAMES_ROLE = frozenset(_ROLES_AFTER.split())
_RANK = re.compile(r"(?:joint|general|chief)\s")
_BRACKETED_ROLE = re.compile(r"\s*[(\[](?P<role>[a-z][^()\[\]]{5,80})[)\]]$", re.IGNORECASE)
_NEXT_ROLE = re.compile(
    rf"\s(?=(?:and|with|&)\s+(?:with\s+)?(?:(?:{_QUALIFIED})\s+)*(?:{_ALL_VERBS})\b[\w\s.,’'&-]{{0,60}}?\sby\s[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+", re.IGNORECASE)
_INSIDE = re.compile(
    r"\s(?=(?:(?:edited|compiled|translated|selected|chosen|collected|written|illustrated|introduced|prepared|signed)(?:[\w\s&]{0,50}?)\sby\s|by\s)[A-ZÀ-Þ])"
)
_OPENS = re.compile(
    rf"(?:(?:and|with|in|under|{_QUALIFIED})\s+)*(?:{_ALL_VERBS}|by|related|introductory|explanatory)\b", re.IGNORECASE
)
_OPENING_WORD = re.compile(
    rf"(?:and|with|in|under|chief|introductory|related|{_QUALIFIED}|{_ALL_VERBS}|by)\b", re.IGNORECASE
)
_UNDER = re.compile(r"\s+(?=under the (?:leadership|direction|editorship|supervision|guidance|chairmanship) of\s)")
_CIRCUMSTANCE = re.compile(r"\s(?:on|at|to|in|before|from|for)\s")
_SOMEBODY = re.compile(r"an?\s(?:[A-Z][\w’'-]+\s?){1,4}$|the\sAuthor\sof\s.+$")
""" "by a Solicitor", "by an Old Member": who does not tell a name."""
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'.-]+(?:\s(?:(?:of|the|and|for|in|&|de)\s)*[A-ZÀ-Þ][\w’'.-]+){1,6}$")
_KIN = re.compile(r"(?:his|her|their)\s(?:[a-z][a-z-]+\s){1,3}(?=[A-Z])")
""" "by his grand-niece Hannah Binns": the name alone."""
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def _role_of(words: str) -> Role:
    folded = words.casefold()
    if folded.startswith(("written", "text", "told")):
        return Role.AUT  # "written and illustrated by": the first counts
    for role, verbs in _VERBS:
        if re.search(rf"(?<!\w)(?:{verbs})(?!\w)", folded):
            return role
    return Role.AUT


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
    if len(words) > 400:
        return None
    if names_role(words[words.rfind(" ") + 1 :]):
        return _role_after(words[3:] if words.startswith(("in ", "In ")) else words, gazetteer)
    if (foreign := foreign_role(words)) and names_score(foreign.names, gazetteer) >= foreign.least:
        return RoleStatement(foreign.role, foreign.role_raw, foreign.names)
    found = _PHRASE.match(words) if _opens(words) else None
    if not found:
        return None
    names = found["names"]
    for later in () if _UNDER.search(names) else _BY.finditer(names):
        if names_score(names[later.end() :], gazetteer) > 0:
            names = names[later.end() :]
            break
    role_raw = words[: len(words) - len(names)].strip()
    if role_raw.endswith(" of") and not (_OF.search(role_raw) or _is_collected(role_raw, names, gazetteer)):
        return None
    names = _without_circumstance(_KIN.sub("", names, count=1), gazetteer)
    if (
        role_raw.casefold() == "by"
        and names_score(names, gazetteer) < 0
        and (_SOMEBODY.match(names) or _CAPITALS.match(names))
    ):
        return RoleStatement(Role.AUT, role_raw, names)
    if not _fit(names, gazetteer) or names_score(names, gazetteer) < _least(role_raw.casefold().rstrip(":")):
        return None
    return RoleStatement(_role_told(role_raw), role_raw, names)


def _role_told(role_raw: str) -> Role:
    if role_raw.endswith(" to"):
        return Role.OTH
    return Role.AUT if _COLLECTED.match(role_raw) else _role_of(role_raw)


def _is_collected(role_raw: str, names: str, gazetteer: Gazetteer) -> bool:
    """ "speeches of Maurice Bishop": words of his own."""
    return _COLLECTED.match(role_raw) is not None and names_score(names, gazetteer) >= 2.5


_BARE_WORDS = frozenset(
    [
        "music",
        "words",
        "text",
        "drawings",
        "photographs",
        "photos",
        "illustrations",
        "foreword",
        "preface",
        "introduction",
    ]
)
""" "music Alun Elm": without "by" or a sign only a sure name shows the word to be a role."""


def _least(role_raw: str) -> float:
    """How sure names must be: "with" and "signed" are also said of other things than persons."""
    return 4.0 if role_raw == "with" or role_raw in _BARE_WORDS else 2.0 if role_raw in _NEEDS_NAMES else NO_NAME


@lru_cache(maxsize=4096)
def names_role(word: str) -> bool:
    """The word tells the role of the names before it: "(ed.)", "eds", "translator"."""
    bare = word.strip("()[].,").casefold()
    if not bare.isalpha():
        bare = _RANK.sub("", bare, count=1)
    return bare in _NAMES_ROLE and word != "Ed"


def _role_after(words: str, gazetteer: Gazetteer) -> RoleStatement | None:
    """ "John Lewis (ed.)", "Ken Coates and Tony Topham, editors"."""
    found = _AFTER.match(words)
    if not found:
        return None
    names = found["names"].title() if found["names"].isupper() else found["names"]
    if names_score(names, gazetteer) < 2.0:
        return None
    return RoleStatement(_role_of(found["role"]), found["role"].strip("()[]"), found["names"])


def _without_circumstance(names: str, gazetteer: Gazetteer) -> str:
    """ "delivered by J. V. Stalin on January 26 1934": the name alone."""
    when = _CIRCUMSTANCE.search(names)
    if when and names_score(names, gazetteer) < 0 and names_score(names[: when.start()], gazetteer) > 2:
        return names[: when.start()]
    return names


def _fit(names: str, gazetteer: Gazetteer) -> bool:
    if names_score(names, gazetteer) > NO_NAME / 2 or is_quoted_name(names):
        return True
    bare = _ARTICLE.sub("", names, count=1)
    return bare[:1].isupper() and is_body(bare)


def role_inside(words: str, gazetteer: Gazetteer) -> int | None:
    """Where a role begins inside a segment that opens with something else ("The Iron Heel by Jack London")."""
    if " by " not in words:
        return None
    if _opens(words):
        return _next_role(words, gazetteer)
    for found in _INSIDE.finditer(words):
        statement = read_role(words[found.end() :], gazetteer)
        if statement and found.start() > 0 and names_score(statement.names, gazetteer) >= 2.5:
            return found.end()
    return None


def _next_role(words: str, gazetteer: Gazetteer) -> int | None:
    """ "edited by A. Hill and introduced by R. Ash": where the second begins."""
    for found in _NEXT_ROLE.finditer(words):
        first = read_role(words[: found.start()], gazetteer)
        if first and names_score(first.names, gazetteer) >= 2.5 and read_role(words[found.end() :], gazetteer):
            return found.end()
    return None


_AWAIT_BY = frozenset(
    ["compiled", "edited", "translated", "selected", "written", "chosen", "collected", "arranged", "illustrated"]
)
_AWAIT_NAME = frozenset(
    ["introduction", "foreword", "preface", "afterword", "translation", "illustrations", "text", "photographs", "words",
     "music", "drawings", "english words"]
)  # fmt: skip
AWAIT_NAMES = " ".join(sorted(_AWAIT_BY | _AWAIT_NAME))


def awaits_names(words: str) -> bool:
    """ "compiled", "edited": a role whose "by" comes after a comma."""
    return words.casefold() in _AWAIT_BY


def awaits_name(words: str) -> bool:
    """ "introduction", "foreword": a role whose name comes after a comma."""
    return words.casefold() in _AWAIT_NAME


def _is_corporate(words: str, role: Role, role_raw: str | None, gazetteer: Gazetteer) -> bool:
    """A word for a body says so where no given name contradicts; else capitals that are no person's name."""
    surety = names_score(words, gazetteer)
    if is_body(words) and surety < 4.0:
        return True
    plain = role is Role.AUT and role_raw in (None, "by", "By") and surety < 0.0
    return plain and _CAPITALS.match(words) is not None


@lru_cache(maxsize=4096)
def contributors(
    words: str, role: Role, role_raw: str | None, gazetteer: Gazetteer, surety: float
) -> tuple[Contributor, ...]:
    """The contributors that `words` name in one role: a body, or persons one by one; "Anon." is nobody.

    A body "under the leadership of" a person gives both. `surety` (0..1) becomes their confidence.
    """
    if is_anonymous(words):
        return ()
    under = _UNDER.split(words, maxsplit=1) if "under the " in words else ()
    if len(under) == 2:
        leader = read_role(under[1], gazetteer)
        first = contributors(under[0], role, role_raw, gazetteer, surety)
        return first + (contributors(leader.names, leader.role, leader.role_raw, gazetteer, surety) if leader else ())
    bracketed = _BRACKETED_ROLE.search(words) if words.endswith((")", "]")) else None
    if bracketed and (other := read_role(bracketed["role"], gazetteer)):
        first = contributors(words[: bracketed.start()], role, role_raw, gazetteer, surety)
        return first + contributors(other.names, other.role, other.role_raw, gazetteer, surety)
    if _is_corporate(words, role, role_raw, gazetteer):
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
