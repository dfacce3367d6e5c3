"""The persons and bodies that the words of one role name, each as a contributor of the record."""

import re
from functools import lru_cache

from shelflist.models.citation import Contributor, NameType, Role
from shelflist.parse.looks.bodies import has_article_of_body
from shelflist.parse.looks.family_first import are_families
from shelflist.parse.looks.grades import NAMED, SURELY_NAMED
from shelflist.parse.looks.name_parts import read_names
from shelflist.parse.looks.names import is_anonymous, names_score, pieces_of
from shelflist.parse.looks.phrases import note_score
from shelflist.parse.looks.roles import ACRONYM, CAPITALS, MANY_TOLD, UNDER, read_role
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key

_ARTICLE = re.compile(r"^the\s(?=[A-ZÀ-Þ])")
""" "by the Weavers' Union": the article is none of the name (RDA 11.2.2.8)."""
_NO_PERSON = -1.0
""" "Liberty Gelm" has more than this: only the first of two words has another meaning; "by Red Ladder" is a body."""
_SIGNED_SO = 2
"""Letters by which a person signs; a body has more."""
_FULL = 3
"""Words of a given name, an initial and a family name."""
_BRACKETED_REMARK = re.compile(
    r"\s*[(\[](?!(?:pseud|pen|i\.|ie|alias|n[ée]e|a\.?k|real|really|otherwise|formerly|known|born|later|now|or|and|et|y|"
    r"under|writing|signed|nom|the|de|von|van|d[’'])(?![a-z]))[a-z][a-z’-]*[.:]?\s[^()\[\]]{4,}[)\]]$"
)
""" "Rewi Ash [collated by Ann Hill]", "Rewi Ash (with photographs)": none of his name."""
_BRACKETED_ROLE = re.compile(r"\s*[(\[](?P<role>[a-z][^()\[\]]{5,80})[)\]]$", re.IGNORECASE)


def _without_office(words: str, gazetteer: Gazetteer) -> str:
    """ "A. Hill (General Secretary)", "A. Hill (Leeds)", "A. Hill (TUC)": the name alone; "Rewi Ash (RA)" signs so."""
    if words[-1] != ")":
        return words
    name, bracket, office = words[:-1].rpartition(" (")
    if not bracket or note_score(office, None) > 0:
        return name or words
    letters = len(office) > _SIGNED_SO and ACRONYM.match(office) is not None
    seated = " " in name and (letters or is_body(office) or gazetteer.is_place(office))
    return name if seated and names_score(name, gazetteer) >= NAMED and not is_body(name) else words


def _without_remark(words: str, gazetteer: Gazetteer) -> str:
    found = _BRACKETED_REMARK.search(words)
    person = words[: found.start()] if found else words
    return person if names_score(person, gazetteer) >= NAMED and not is_body(person) else words


def _is_corporate(words: str, role: Role, role_raw: str | None, gazetteer: Gazetteer) -> bool:
    """A word for a body says so where no given name contradicts; else capitals that are no person's name."""
    surety = names_score(words, gazetteer)
    if role_raw and "collectively" in role_raw:
        return True
    if is_body(words) and surety < SURELY_NAMED:
        return not _are_persons(words, gazetteer)
    if are_families(words, gazetteer):
        return False
    if surety >= (_NO_PERSON if role_raw is None else 0.0):
        return False
    if words[:4] == "the " and (has_article_of_body(words) or MANY_TOLD.match(words)):
        return True
    plain = role is Role.AUT and role_raw in (None, "by", "By")
    return plain and (CAPITALS.match(words) is not None or ACRONYM.match(words) is not None)


def _person_and_body(words: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """ "R. Ash and the Weavers’ Union": a sure name, and a body that is no person's."""
    first, joined, second = words.partition(" and ")
    if not joined or " and " in second or not is_body(words):
        return None
    for person, body in ((first, second), (second, first)):
        named = names_score(person, gazetteer) >= SURELY_NAMED and not is_body(person)
        if named and is_body(body) and " " in body and not _are_persons(body, gazetteer):
            return first, second
    return None


def _are_persons(words: str, gazetteer: Gazetteer) -> bool:
    """ "Nucia P Lodge", "Mary Church and Ernest Guild": whatever the last word means."""
    pieces = [piece.split() for piece in pieces_of(words)]
    return all(_is_person(tokens, gazetteer, listed=len(pieces) > 1) for tokens in pieces)


def _is_person(tokens: list[str], gazetteer: Gazetteer, *, listed: bool) -> bool:
    initials = [len(token.rstrip(".")) == 1 for token in tokens[:-1]]
    if all(initials) or (any(initials) and len(tokens) == _FULL):
        return bool(initials)
    first = key(tokens[0])
    return listed and len(tokens) < _FULL and first in gazetteer.given_names and first not in gazetteer.words


@lru_cache(maxsize=1024)
def contributors(
    words: str, role: Role, role_raw: str | None, gazetteer: Gazetteer, surety: float
) -> tuple[Contributor, ...]:
    """The contributors that `words` name in one role: a body, or persons one by one; "Anon." is nobody.

    A body "under the leadership of" a person gives both. `surety` (0..1) becomes their confidence.
    """
    if is_anonymous(words):
        return ()
    under = UNDER.split(words, maxsplit=1) if "under the " in words else ()
    if len(under) == 2:
        leader = read_role(under[1], gazetteer)
        first = contributors(under[0], role, role_raw, gazetteer, surety)
        return first + (contributors(leader.names, leader.role, leader.role_raw, gazetteer, surety) if leader else ())
    if words[-1] in ")]":
        words = _without_office(words, gazetteer)
        bracketed = _BRACKETED_ROLE.search(words)
        if bracketed and (other := read_role(bracketed["role"], gazetteer)):
            first = contributors(words[: bracketed.start()], role, role_raw, gazetteer, surety)
            return first + contributors(other.names, other.role, other.role_raw, gazetteer, surety)
        words = _without_remark(words, gazetteer)
    if (both := _person_and_body(words, gazetteer)) is not None:
        return tuple(one for part in both for one in contributors(part, role, role_raw, gazetteer, surety))
    if _is_corporate(words, role, role_raw, gazetteer):
        return (_body(words, role, role_raw, surety),)
    return _persons(words, role, role_raw, gazetteer, surety)


def _body(words: str, role: Role, role_raw: str | None, surety: float) -> Contributor:
    """Without its article: of an author before whatever words, "by the shop stewards of Leeds"."""
    words = words.strip(" ,")
    name = words.removeprefix("the ") if role is Role.AUT else _ARTICLE.sub("", words)
    return Contributor(name_raw=name, role=role, role_raw=role_raw, name_type=NameType.CORPORATE, confidence=surety)


def _persons(
    words: str, role: Role, role_raw: str | None, gazetteer: Gazetteer, surety: float
) -> tuple[Contributor, ...]:
    return tuple([
        Contributor(name_raw=name, role=role, role_raw=role_raw, family=family, given=given, confidence=surety)
        for name, family, given in read_names(words, gazetteer)
    ])  # fmt: skip
