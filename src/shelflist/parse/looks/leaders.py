"""Authors put before the title, family name first: "Ash, Rewi, and Thomas Elm", "Ash, R. (ed.)"; or a body.

The names of such a list are taken apart in `turned_lists`. Where in a line it ends is not decided here (see
`author_end`).
"""

import re
from functools import lru_cache

from shelflist.models.citation import Contributor, NameType, Role
from shelflist.parse.looks.bodies import is_body_name
from shelflist.parse.looks.contributors import contributors
from shelflist.parse.looks.family_first import ANDS, in_plain_letters, is_loud_family, is_turned
from shelflist.parse.looks.grades import NAMED, SURELY_NAMED
from shelflist.parse.looks.honours import is_honours
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.turned_lists import HELD_PARTNER, read_turned
from shelflist.parse.looks.turned_names import is_inverted
from shelflist.parse.vocabulary.body_words import is_body, is_body_by_letters, is_known_body
from shelflist.parse.vocabulary.cues import cue, cues_in, cues_of
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.words import is_initials

LONGEST = 160
"""Characters; a list of authors before a title is not longer."""
_HARDLY_NAMED = -0.5
_ROLES = (
    (Role.EDT, ("ed", "eds", "edd", "edited", "editor", "editors")),
    (Role.EDT, ("hg", "hrsg", "éd", "éds", "dir", "coord", "coords", "red")),
    (Role.TRL, ("tr", "trans", "transl", "translator", "translators")),
    (Role.COM, ("comp", "comps", "compiler", "compilers")),
)
ROLE_AFTER = (
    r"(?:eds?\b\.?|edd\b\.?|edited\b|editors?\b|trans(?:l|lators?)?\b\.?|comps?\b\.?|compilers?\b"
    r"|hg\b\.?|hrsg\b\.?|éds?\b\.?|dir\b\.?|coords?\b\.?|red\.)"
)
_ROLE_AT_END = re.compile(rf",?\s*[(\[]?(?<!\w)(?P<role>{ROLE_AFTER})[)\]]?[.,:]?$", re.IGNORECASE)
_ROLE_CUE = cue(" ".join(form for _, forms in _ROLES for form in forms), any_case=True)
_BRACKETED_ROLE = re.compile(r"\s*[(\[](?P<role>(?:ed|trans|tr)[a-z]*\.?\s[^()\[\]]{3,60})[)\]]$")
_OTHERS = re.compile(r",?\s+(?:et\.?\s+al\.?|(?:and|&)\s+others)$", re.IGNORECASE)
_OTHERS_CUE = cue("al others", any_case=True)
_IN_FULL = re.compile(r"(?<=[A-Z]\.)\s\([A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3}\)\.?$")
""" "Ash, R. T. (Rewi Thomas)": what the initials stand for, as catalogues add it."""
_AFTER_GIVEN = re.compile(rf"[,;]|\s(?:&|{ANDS})\s")


def ends_in_full(words: str) -> bool:
    """Initials, and in a bracket what they stand for."""
    return words.endswith((")", ").")) and _IN_FULL.search(words) is not None


def holds_whole_name(words: str, gazetteer: Gazetteer) -> bool:
    """ "Looms (Sue Elm), Weft Press": the bracket of a title; "Rewi Ash (Sue Elm). Looms": whose pseudonym it is."""
    held = words[words.rfind("(") + 1 :].rstrip(".)")
    return " " in held and names_score(held, gazetteer) >= NAMED


def _is_title_by(words: str, gazetteer: Gazetteer) -> bool:
    """ "The Mill Hands (Rewi Ash)": before the bracket that holds a name stand words that are hardly one."""
    before, _, held = words.rpartition(" (")
    if " " not in before or "," in before or not held.endswith(")") or not holds_whole_name(words, gazetteer):
        return False
    return names_score(before, gazetteer) < _HARDLY_NAMED


def ends_with_role(words: str) -> bool:
    """Or with the partner, in a bracket: "Ash, Rewi (with Sue Elm)"."""
    bare = words.rstrip(".,:")
    held = bare[-1:] in (")", "]") and bool(_BRACKETED_ROLE.search(words) or HELD_PARTNER.search(bare))
    return held or _ends_with_role(words) is not None


def without_role(words: str) -> str:
    found = _ends_with_role(words)
    return words[: found.start()] if found else words


def _ends_with_role(words: str) -> re.Match[str] | None:
    told = cues_of(words[words.rfind(" ") + 1 :]) & _ROLE_CUE
    return _ROLE_AT_END.search(words) if told else None


@lru_cache(maxsize=2048)
def read_leaders(words: str, gazetteer: Gazetteer, *, trusting: bool) -> tuple[Contributor, ...] | None:
    """The persons whom `words` list before a title, at least the first inverted; None if they are no such list.

    `trusting`: what follows (a year in brackets, a marked title) says that these are names, so that given names need
    not be listed.
    """
    bare = words.strip(" ,;:")
    bare = bare[:-1] if bare.endswith(").") else bare
    if len(bare) > LONGEST or not bare[:1].isalpha() or _is_title_by(bare, gazetteer):
        return None
    bracketed = _BRACKETED_ROLE.search(bare) if bare[-1] in ")]" else None
    other = read_role(bracketed["role"], gazetteer) if bracketed else None
    bare = bare[: bracketed.start()] if bracketed else bare
    in_full = _IN_FULL.search(bare) if ends_in_full(bare) else None
    role, role_raw, bare = _role_at_end(bare[: in_full.start()] if in_full else bare)
    named = read_turned(_OTHERS.sub("", bare) if cues_in(bare) & _OTHERS_CUE else bare, gazetteer, trusting)
    if named is None:
        return None
    if in_full:
        named[-1] = (named[-1][0] + in_full.group().rstrip("."), *named[-1][1:])
    people = tuple(
        Contributor(
            name_raw=raw, role=role, role_raw=role_raw, family=in_plain_letters(family), given=given, confidence=0.95
        )
        for raw, family, given in named
    )
    return people + (contributors(other.names, other.role, other.role_raw, gazetteer, 0.9) if other else ())


def in_turned_form(words: str, gazetteer: Gazetteer) -> bool:
    """The family name comes first: "Ash, Rewi", "ASH R.T.", and not "Rewi Ash, Sue Elm"; or a role last."""
    if "," in words and _has_honours(words, gazetteer):
        return False
    if is_turned(words.rstrip()) or (words[-1] in ".)" and ends_with_role(words)) or _opens_turned(words):
        return True
    if words.count(",") == 1 and is_inverted(words, gazetteer):
        return True
    if not ("," in words or words[-1] == ".") or names_score(words, gazetteer) >= NAMED:
        return False
    return read_leaders(words, gazetteer, trusting=True) is not None


def _has_honours(words: str, gazetteer: Gazetteer) -> bool:
    """ "Sue Ash, M.P.", "R. T. Ash, J.P.": letters after a whole name are no initials."""
    name, _, letters = words.rpartition(", ")
    if " " not in name or "," in name or not is_honours(letters):
        return False
    return names_score(name, gazetteer) >= SURELY_NAMED


def _opens_turned(words: str) -> bool:
    """ "Elm, R. T. and Sue Ash", "ELM, Rewi": by whatever name the first word may be known, more of it follows."""
    family, comma, rest = words.partition(", ")
    if not comma or " " in family or not family[1:]:
        return False
    given = _AFTER_GIVEN.split(rest, maxsplit=1)[0]
    return all(map(is_initials, given.split())) or is_loud_family(family, given)


def _role_at_end(words: str) -> tuple[Role, str | None, str]:
    found = _ends_with_role(words)
    if not found:
        return Role.AUT, None, words
    name = found["role"].casefold().rstrip(".")
    role = next(role for role, forms in _ROLES if name in forms)
    return role, found["role"], words[: found.start()]


def read_body(words: str) -> tuple[Contributor, ...] | None:
    """A body put before the title: "Labour Party (1918) ..."."""
    if (
        not words[:1].isupper()
        or ". " in words.replace("St. ", "St ")
        or words.startswith("The ")
        or ("," in words and not is_body_name(words))
    ):
        return None  # "Marx and the Workers. T. A." is the title, and initials
    told = words.title() if words.isupper() and " " in words else words
    if not (is_body(told) or is_body_by_letters(words) or is_known_body(words) or is_body_name(words)):
        return None
    return (Contributor(name_raw=words, name_type=NameType.CORPORATE, confidence=0.9),)
