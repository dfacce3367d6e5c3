"""Words of responsibility in other languages than English: "hrsg. von K. Ash", "préface d’A. Orme".

Whether what follows is a name is not decided here.
"""

import re
from typing import NamedTuple

from shelflist.models.citation import Role


class ForeignRole(NamedTuple):
    """`least`: how sure the names must be; more for words that also say other things than a role."""

    role: Role
    role_raw: str
    names: str
    least: float


_ROLES = (
    (
        Role.EDT,
        r"a cura di|hrsg\.?(?: von)?|herausgegeben von|redigerad av|red\.?(?: av)?|onder redactie van|pod red\.|"
        r"sous la direction de|dirigé par|éd(?:\.|ité|ition)? (?:par|de)|(?:textes )?(?:réunis|présentés|établis?) par|"
        r"edición de|edizione di",
    ),
    (
        Role.TRL,
        r"übers(?:\.|etzt)?(?: (?:von|aus \w+ \w+ von))?|aus dem \w+ von|traduit (?:\w+ \w+ )?par|"
        r"trad\.?(?: (?:de|di|par|por))?|traducción de|traduzione di|översättning(?: av)?|övers\.?(?: av)?|"
        r"vertaald door|przeł\.",
    ),
    (
        Role.WIN,
        r"(?:mit einem |mit einer )?(?:vorwort|geleitwort|nachwort|einleitung|einführung) von|"
        r"(?:préface|postface|introduction|avant-propos|présentation)(?: et notes)? (?:de|d[’'])|"
        r"(?:prefazione|introduzione) di|(?:prólogo|introducción) de|förord av|przedm\.",
    ),
    (
        Role.ILL,
        r"(?:illustrations|dessins|gravures|photographies|photos) (?:de|d[’'])|(?:ilustraciones|dibujos) de|"
        r"(?:mit )?(?:illustriert|zeichnungen|bildern?|holzschnitten?|fotos|fotografien|montagen) von|"
        r"illustrationer av",
    ),
    (Role.AUT, r"par|von|por|door|av"),
)
_FORMS = tuple(
    (role, re.compile(rf"(?P<role>{forms})(?:\s|(?<=[’']))(?P<names>[A-ZÀ-ÞŁŚŻ].{{3,120}})$", re.IGNORECASE))
    for role, forms in _ROLES
)
FIRST_WORDS = """
a hrsg herausgegeben redigerad red onder pod sous dirigé edición edizione übers übersetzt aus traduit trad traducción
traduzione översättning övers vertaald przeł vorwort geleitwort nachwort einleitung einführung mit préface postface
introduction avant-propos présentation prefazione introduzione prólogo introducción förord przedm éd édité édition
textes réunis présentés établi établis illustrations dessins gravures photographies photos ilustraciones dibujos
illustriert zeichnungen bilder holzschnitte fotos fotografien montagen illustrationer par von por door av
"""
_FIRST_WORD = frozenset(FIRST_WORDS.split())


def foreign_role(words: str) -> ForeignRole | None:
    """`words` as such a statement. Most text is known by its first word to be none."""
    first = words[: words.find(" ")].rstrip(".") if " " in words else ""
    if first.casefold() not in _FIRST_WORD:
        return None
    for role, form in _FORMS:
        if (found := form.match(words)) and found["names"][0].isupper():
            least = 4.0 if found["role"].isalpha() else 2.0  # "par", "von" alone say much else
            return ForeignRole(role, found["role"], found["names"], least)
    return None
