"""Authors put before the title, family name first: "Ash, Rewi, and Thomas Elm", "Ash, R. (ed.)".

Here such a list is taken apart. Where in a line it ends is not decided here (see `author_end`).
"""

import re
from functools import lru_cache

from shelflist.models.citation import Contributor, NameType, Role
from shelflist.parse.looks.contributors import contributors
from shelflist.parse.looks.family_first import (
    ANDS,
    BARE,
    HELD_GIVEN,
    LOUD,
    TURNED,
    in_plain_letters,
    is_loud_family,
    is_plain,
    is_turned,
)
from shelflist.parse.looks.name_parts import split_name
from shelflist.parse.looks.names import is_inverted, is_whole_name, names_score
from shelflist.parse.looks.roles import read_role
from shelflist.parse.vocabulary.body_words import is_body, is_body_by_letters
from shelflist.parse.vocabulary.cues import cue, cues_in, cues_of
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.words import PARTICLES, is_initials, is_patronymic

LONGEST = 160
"""Characters; a list of authors before a title is not longer."""
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
_AND = cue(ANDS.replace("|", " "))
_OTHERS_CUE = cue("al others", any_case=True)
_SEPARATOR = re.compile(rf",?\s+(?:&|{ANDS})\s+|\s*&\s*|\s*;\s*|,\s*")
_FAMILY = re.compile(
    r"(?:[a-z]{1,4}\s){0,2}(?:(?:Ó|Ní|Uí|Mac|De|La|Le|Van|Von)\s)?(?:d[’']|O[’'])?[A-ZÀ-ÖØ-ÞČŠŽŁŚ][\w’'-]*[\w]"
    r"(?:[ -](?:(?:y|de|del|de la|Y|DE|DEL|DE LA)\s)?[A-ZÀ-ÞČŠŽŁŚ][\w’'-]+)?$"
)
_GIVEN = re.compile(r"[A-ZÀ-ÖØ-ÞČŠŽŁŚ][\w’'.-]*(?:[\s-][\w’'.-]+){0,3}$")
OF_NO_FAMILY = ("ism", "isms", "tion", "ology")
_STOPPED = re.compile(r"(?:[A-Z]|(?<!\w)(?:[SZCKG]h|[YI][aeu]|Ts))\.$")
_IN_FULL = re.compile(r"(?<=[A-Z]\.)\s\([A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3}\)\.?$")
""" "Ash, R. T. (Rewi Thomas)": what the initials stand for, as catalogues add it."""

_AFTER_GIVEN = re.compile(rf"[,;]|\s(?:&|{ANDS})\s")
_IN_USUAL_ORDER = 2.4

_Named = tuple[str, str, str | None]


def ends_in_full(words: str) -> bool:
    """Initials, and in a bracket what they stand for."""
    return words.endswith((")", ").")) and _IN_FULL.search(words) is not None


def holds_whole_name(words: str, gazetteer: Gazetteer) -> bool:
    """ "Looms (Sue Elm), Weft Press": the bracket of a title; "Rewi Ash (Sue Elm). Looms": whose pseudonym it is."""
    held = words[words.rfind("(") + 1 :].rstrip(".)")
    return " " in held and names_score(held, gazetteer) >= _IN_USUAL_ORDER


def ends_with_role(words: str) -> bool:
    return _ends_with_role(words) is not None or (words[-1:] in (")", "]") and bool(_BRACKETED_ROLE.search(words)))


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
    if len(bare) > LONGEST or not bare[:1].isalpha():
        return None
    bracketed = _BRACKETED_ROLE.search(bare) if bare[-1] in ")]" else None
    other = read_role(bracketed["role"], gazetteer) if bracketed else None
    bare = bare[: bracketed.start()] if bracketed else bare
    in_full = _IN_FULL.search(bare) if ends_in_full(bare) else None
    role, role_raw, bare = _role_at_end(bare[: in_full.start()] if in_full else bare)
    named = _listed(_OTHERS.sub("", bare) if cues_in(bare) & _OTHERS_CUE else bare, gazetteer, trusting)
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
    if is_turned(words.rstrip()) or (words[-1] in ".)" and ends_with_role(words)) or _opens_turned(words):
        return True
    if words.count(",") == 1 and is_inverted(words, gazetteer):
        return True
    if not ("," in words or words[-1] == ".") or names_score(words, gazetteer) >= _IN_USUAL_ORDER:
        return False
    return read_leaders(words, gazetteer, trusting=True) is not None


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


def _listed(words: str, gazetteer: Gazetteer, trusting: bool) -> list[_Named] | None:
    """Pairs of family and given name; after the first, names may also stand in their usual order."""
    parts, pairs = _parts(words)
    trusting = trusting or (len(parts) > 1 and all(BARE.fullmatch(part.rstrip(".")) for part in parts))
    trusting = trusting or _bear_out_each_other(words, parts, pairs, gazetteer)
    named: list[_Named] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        if at + 1 < len(parts) and at in pairs and _is_pair(part, parts[at + 1], gazetteer, trusting):
            given = parts[at + 1] if _STOPPED.search(parts[at + 1]) else parts[at + 1].rstrip(".")
            named.append((f"{part}, {given}", part, given))
            at += 2
        elif (held := HELD_GIVEN.match(part) if part[-1] == ")" else None) and _is_held(held, gazetteer):
            named.append((part, held["family"], held["given"]))
            at += 1
        elif named and " " in part and names_score(part, gazetteer) > (2.0 if trusting else 2.5):
            family, first = split_name(part)
            named.append((part, family or part, first))
            at += 1
        elif (turned := TURNED.fullmatch(part)) and _is_family_listed(turned["family"], gazetteer, trusting):
            named.append((part, turned["family"], turned["given"]))
            at += 1
        elif (plain := LOUD.fullmatch(part) or BARE.fullmatch(part)) and is_plain(plain, gazetteer, trusting=trusting):
            named.append((part, plain["family"], plain["given"]))
            at += 1
        elif named and at + 1 == len(parts) and " " not in part and _shares_family(named[-1], part, gazetteer):
            named.append((f"{part} {named[-1][1]}", named[-1][1], part))
            at += 1
        else:
            return None
    return named or None


def _shares_family(before: _Named, given: str, gazetteer: Gazetteer) -> bool:
    """ "Ash, Rewi and Sue", "Ash, R. and S.": the last has the family name of the one before."""
    return before[2] is not None and (is_initials(given) or key(given) in gazetteer.given_names)


def _parts(words: str) -> tuple[list[str], frozenset[int]]:
    """What commas and "and" part, and after which parts a comma alone stands: only it parts one person's names."""
    if "&" not in words and ";" not in words and not cues_in(words) & _AND:
        parts = [part for part in (words.split(",")[0], *map(str.lstrip, words.split(",")[1:])) if part]
        return parts, frozenset(range(len(parts)))
    parts, commas, begin = [], [], 0
    for found in _SEPARATOR.finditer(words):
        if begin < found.start():
            parts.append(words[begin : found.start()])
            commas.append(found.group().strip() == ",")
        begin = found.end()
    parts += [words[begin:]] if begin < len(words) else []
    return parts, frozenset(i for i, comma in enumerate(commas) if comma)


def _bear_out_each_other(words: str, parts: list[str], pairs: frozenset[int], gazetteer: Gazetteer) -> bool:
    """ "Ash, R. & Elm, Sue": two turned names or more, of given names that are known; of two that a semicolon parts
    one that is known will do."""
    if len(parts) < 4 or pairs != frozenset(range(0, len(parts), 2)) or any(" " in family for family in parts[::2]):
        return False
    known = [all(is_given(token, gazetteer) for token in given.split()) for given in parts[1::2]]
    unknown = [given for given, told in zip(parts[1::2], known, strict=True) if not told]
    if ";" not in words or len(unknown) == len(known):
        return not unknown
    return not any(" " in given or key(given) in gazetteer.words for given in unknown)


def is_given(token: str, gazetteer: Gazetteer) -> bool:
    """A word of a given name: listed, initials, a patronymic, a particle."""
    return is_initials(token) or key(token) in gazetteer.given_names or is_patronymic(token) or token in PARTICLES


def _is_pair(family: str, given: str, gazetteer: Gazetteer, trusting: bool) -> bool:
    if not _FAMILY.match(family) or not _GIVEN.match(given) or len(given) > 40:
        return False
    if is_whole_name(given) or not all(word[0].isupper() or word in PARTICLES for word in given.split()):
        return False
    if not trusting and " " in family and not family.isupper():
        whole = key(family.split()[0]) in gazetteer.given_names  # "Rita Elm, G. Bell & Sons"
        if whole or not _STOPPED.search(given):
            return False
    trusting = trusting or is_loud_family(family, given)
    tokens = given.split()
    known = [is_given(token, gazetteer) for token in tokens]
    if all(known):
        return trusting or _is_family(family, tokens, gazetteer)
    if key(family) in gazetteer.words or family.endswith(OF_NO_FAMILY):
        return False  # "Bolshevism, Alexander Elm, Weft Press": the title came first
    if len(tokens) > 1 and not known[-1] and key(tokens[0]) in gazetteer.given_names:
        # "Canvas, Ned Haddock" is a name in full after the title, "Marx, Friedrich Engels" are two
        return trusting and not (" " in family or gazetteer.is_place(family) or key(family) in gazetteer.names)
    one_word = " " not in family or family[0].islower()  # "de Ash, Zerwin"
    return trusting and one_word and not any(key(token) in gazetteer.words for token in tokens)


def _is_held(held: re.Match[str], gazetteer: Gazetteer) -> bool:
    """The bracket holds a given name: listed, initials, or after a family name in capitals."""
    first = held["given"].split()[0]
    if gazetteer.is_place(held["given"]) or key(first) in gazetteer.words:
        return False
    return key(first) in gazetteer.given_names or is_initials(first) or (held["family"].isupper() and first.istitle())


def _is_family_listed(family: str, gazetteer: Gazetteer, trusting: bool) -> bool:
    """Of a list: capitals show it, whatever its meaning ("ASH R.T."), or what stands around the list does."""
    return family.isupper() or (trusting and key(family) not in gazetteer.words)


def _is_family(family: str, given: list[str], gazetteer: Gazetteer) -> bool:
    """A word of another meaning ("Spring") is a family name only before a given name in full, and a given name
    ("Thomas") before initials, too."""
    if key(family) not in gazetteer.words and (
        key(family) not in gazetteer.given_names or all(map(is_initials, given))
    ):
        return True
    return key(given[0]) in gazetteer.given_names and key(given[0]) not in gazetteer.words


def read_body(words: str) -> tuple[Contributor, ...] | None:
    """A body put before the title: "Labour Party (1918) ..."."""
    if not words[:1].isupper() or "," in words or ". " in words or words.startswith("The "):
        return None  # "Marx and the Workers. T. A." is the title, and initials
    told = words.title() if words.isupper() and " " in words else words
    if not is_body(told) and not is_body_by_letters(words):
        return None
    return (Contributor(name_raw=words, name_type=NameType.CORPORATE, confidence=0.9),)
