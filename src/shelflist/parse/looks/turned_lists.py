"""A list of names, the family's part first, taken apart: "Ash, Rewi, and Thomas Elm"; "Ash R.T., Elm S."; "ASH Rewi".

Of what is no such list it says so. The words of a role beside it are read in `leaders`.
"""

import re

from shelflist.parse.looks.family_first import ANDS, BARE, HELD_GIVEN, LOUD, TURNED, is_loud_family, is_plain
from shelflist.parse.looks.name_parts import split_name
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.turned_names import is_whole_name
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.words import PARTICLES, is_initials, is_patronymic

_AND = cue(f"{ANDS.replace('|', ' ')} with")
_WITH = r"(?:(?:in collaboration|together|jointly)\s)?with"
HELD_PARTNER = re.compile(rf"\s\({_WITH}\s(?P<names>[^()]{{3,80}})\)$")
""" "Ash, Rewi (in collaboration with Sue Elm)"."""
_SEPARATOR = re.compile(rf",?\s+(?:&|{ANDS}|{_WITH})\s+|\s*&\s*|\s*;\s*|,\s*")
_FAMILY = re.compile(
    r"(?:[a-z]{1,4}\s){0,2}(?:(?:Ó|Ní|Uí|Mac|De|La|Le|Van|Von)\s)?(?:d[’']|O[’'])?[A-ZÀ-ÖØ-ÞČŠŽŁŚ][\w’'-]*[\w]"
    r"(?:[ -](?:(?:y|de|del|de la|Y|DE|DEL|DE LA)\s)?[A-ZÀ-ÞČŠŽŁŚ][\w’'-]+)?$"
)
_GIVEN = re.compile(r"[A-ZÀ-ÖØ-ÞČŠŽŁŚ][\w’'.-]*(?:[\s-][\w’'.-]+){0,3}$")
OF_NO_FAMILY = ("ism", "isms", "tion", "ology")
_STOPPED = re.compile(r"(?:[A-Z]|(?<!\w)(?:[SZCKG]h|[YI][aeu]|Ts))\.$")

Named = tuple[str, str, str | None]
"""As written, the family name, the given one."""


def read_turned(words: str, gazetteer: Gazetteer, trusting: bool) -> list[Named] | None:
    """Pairs of family and given name; after the first, names may also stand in their usual order.

    `trusting`: what stands around them says that these are names, so that given names need not be listed.
    """
    words = HELD_PARTNER.sub(r" with \g<names>", words) if words.endswith(")") else words
    parts, pairs = _parts(words)
    trusting = trusting or (len(parts) > 1 and all(BARE.fullmatch(part.rstrip(".")) for part in parts))
    trusting = trusting or _bear_out_each_other(words, parts, pairs, gazetteer)
    named: list[Named] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        if at + 1 < len(parts) and at in pairs and _is_pair(part, parts[at + 1], gazetteer, trusting):
            given = parts[at + 1] if _STOPPED.search(parts[at + 1]) else parts[at + 1].rstrip(".")
            named.append((f"{part}, {given}", part, given))
            at += 2
        elif one := _in_one_part(part, named, gazetteer, trusting=trusting, is_last=at + 1 == len(parts)):
            named.append(one)
            at += 1
        else:
            return None
    return named or None


def _in_one_part(
    part: str, before: list[Named], gazetteer: Gazetteer, *, trusting: bool, is_last: bool
) -> Named | None:
    """One person's whole name; those `before` show that it may be so."""
    if part[-1] == ")" and (held := HELD_GIVEN.match(part)) and _is_held(held, gazetteer):
        return part, held["family"], held["given"]
    if before and " " in part and names_score(part, gazetteer) > (2.0 if trusting else 2.5):
        family, first = split_name(part)
        return part, family or part, first
    if (turned := TURNED.fullmatch(part)) and _may_be_family(turned["family"], gazetteer, trusting):
        return part, turned["family"], turned["given"]
    if (plain := LOUD.fullmatch(part) or BARE.fullmatch(part)) and is_plain(plain, gazetteer, trusting=trusting):
        return part, plain["family"], plain["given"]
    if before and is_last and " " not in part and _shares_family(before[-1], part, gazetteer):
        return f"{part} {before[-1][1]}", before[-1][1], part
    return None


def _shares_family(before: Named, given: str, gazetteer: Gazetteer) -> bool:
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


def _may_be_family(family: str, gazetteer: Gazetteer, trusting: bool) -> bool:
    """Capitals show it, whatever its meaning ("ASH R.T."), or what stands around the list does."""
    return family.isupper() or (trusting and key(family) not in gazetteer.words)


def _is_family(family: str, given: list[str], gazetteer: Gazetteer) -> bool:
    """A word of another meaning ("Spring") is a family name only before a given name in full, and a given name
    ("Thomas") before initials, too."""
    if key(family) not in gazetteer.words and (
        key(family) not in gazetteer.given_names or all(map(is_initials, given))
    ):
        return True
    return any(key(token) in gazetteer.given_names and key(token) not in gazetteer.words for token in given)
