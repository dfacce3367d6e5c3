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
        r"a cura di|(?:hrsg\.?|hg\.|herausgegeben|bearb\.|bearbeitet|zusammengestellt|ausgewählt|gesammelt)"
        r"(?: (?:und|u\.|&) \w+\.?)?(?: v(?:on|\.))|hrsg\.?|redigerad av|red(?:\.|\.? av)|(?-i:red)|onder redactie van|"
        r"pod red\.|sous la direction de|"
        r"dirigé par|éd(?:\.|ité|ition)? (?:par|de)|(?:textes )?(?:réunis|présentés|établis?) par|"
        r"edición de|edizione di|(?:editado|compilado|recopilado) por|curato da|"
        r"redaktis|kompilis|golygwyd gan|golygydd(?:ion)?:?|gol\.|casglwyd gan",
    ),
    (
        Role.TRL,
        r"übers(?:\.|etzt)?(?: (?:von|aus \w+ \w+ von))?|aus dem \w+ von|deutsch von|"
        r"traduit (?:(?:\w+ )?(?:\w+|l[’']\w+) )?par|tradukis|(?:cyfieithwyd|troswyd|cyf\.|cyfieithiad) gan|"
        r"trad\.?(?: (?:de|di|par|por))?|traducción de|traduzione di|traducido por|tradotto da|"
        r"översättning(?: av)?|övers\.?(?: av)?|"
        r"vertaald door|przeł\.",
    ),
    (
        Role.WIN,
        r"(?:mit einem |mit einer )?(?:vorwort|geleitwort|nachwort|einleitung|einführung) von|"
        r"(?:avec une )?(?:préf\.|postf\.|préface|postface|introduction|avant-propos|présentation)(?: et notes)? "
        r"(?:de|d[’'])|"
        r"(?:con )?(?:una )?(?:prefazione|introduzione|presentazione|postfazione) di|"
        r"(?:con )?(?:un |una )?(?:prólogo|introducción|prefacio|presentación|epílogo) de|(?:préfacé|présenté) par|"
        r"förord av|przedm\.|"
        r"(?:vorwort|geleitwort|nachwort|einleitung|préface|postface|avant-propos|prefazione|introduzione|prólogo|"
        r"introducción|prefacio|voorwoord|inleiding|förord|antaŭparolo):|"
        r"(?:antaŭparolo|enkonduko) (?:de|far)|(?:rhagair|rhagymadrodd|cyflwyniad) gan|"
        r"(?:met een )?(?:voorwoord|inleiding) van",
    ),
    (
        Role.ILL,
        r"(?:illustrations|dessins|gravures|photographies|photos|eaux-fortes|lithographies|linogravures|"
        r"bois(?: gravés| originaux)?) (?:de|d[’'])|(?:ilustraciones|dibujos|grabados|xilografías|viñetas) de|"
        r"(?:mit )?(?:illustriert|zeichnungen|bildern?|holzschnitten?|radierungen|lithographien|fotos|fotografien|"
        r"montagen) von|"
        r"(?:zeichnungen|bilder|fotos|dessins|disegni|dibujos|tekeningen):|"
        r"illustrationer av|(?:illustrazioni|disegni|incisioni|xilografie) di|"
        r"(?:illustré par|ilustrado por|illustrato da)|ilustris|"
        r"(?:ilustraĵoj|desegnaĵoj) (?:de|far)|(?:darluniau|lluniau) gan",
    ),
    (Role.AUT, r"par|von|por|door|av|gan"),
)
_FORMS = tuple(
    (role, re.compile(rf"(?P<role>{forms})(?:\s|(?<=[’']))(?P<names>[A-ZÀ-ÞŁŚŻ].{{3,120}})$", re.IGNORECASE))
    for role, forms in _ROLES
)
FIRST_WORDS = """
a hrsg herausgegeben redigerad red onder pod sous dirigé edición edizione übers übersetzt aus traduit trad traducción
traduzione översättning övers vertaald przeł vorwort geleitwort nachwort einleitung einführung mit préface postface
préf postf
introduction avant-propos présentation prefazione introduzione prólogo introducción förord przedm éd édité édition
textes réunis présentés établi établis illustrations dessins gravures photographies photos ilustraciones dibujos
illustriert zeichnungen bilder disegni dibujos tekeningen holzschnitte fotos fotografien montagen illustrationer par von
por door av editado compilado recopilado curato traducido tradotto con avec presentazione postfazione prefacio
presentación epílogo
préfacé présenté illustré ilustrado illustrato
hg bearb bearbeitet zusammengestellt ausgewählt gesammelt redaktis kompilis golygwyd golygydd golygyddion gol casglwyd
deutsch tradukis cyfieithwyd troswyd cyf cyfieithiad antaŭparolo enkonduko rhagair rhagymadrodd cyflwyniad met voorwoord
inleiding förord prefacio antaŭparolo
eaux eaux-fortes lithographies linogravures bois grabados xilografías viñetas radierungen lithographien incisioni
xilografie
illustrazioni disegni ilustris ilustraĵoj desegnaĵoj darluniau lluniau gan
"""
_FIRST_WORD = frozenset(FIRST_WORDS.split())
_MUCH_ELSE = frozenset(["par", "von", "por", "door", "av", "gan", "red", "trad", "hrsg"])


def foreign_role(words: str) -> ForeignRole | None:
    """`words` as such a statement. Most text is known by its first word to be none."""
    first = words[: words.find(" ")].rstrip(".:") if " " in words else ""
    if first.casefold() not in _FIRST_WORD:
        return None
    for role, form in _FORMS:
        if (found := form.match(words)) and found["names"][0].isupper():
            least = 4.0 if found["role"].casefold() in _MUCH_ELSE else 2.0
            return ForeignRole(role, found["role"], found["names"], least)
    return None
