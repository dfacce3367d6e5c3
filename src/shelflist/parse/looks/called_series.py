"""Series that a word or a sign calls so: "coll. « Loom Lives », n° 4", "collana Loom lives", "= Loom Lives, 4".

What their number is, and series that show themselves by their form or name alone, stand in `series`.
"""

import re

from shelflist.parse.looks.grades import NAMELIKE
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer

SAID = re.compile(
    r"(?:coll?\.|collection|colección|coleção|collana|reihe|s[eé]ries?)[:,]?\s?[«“‘\"„]\s?(?P<title>[^«»“”‘\"„]{3,80}?)\s?[»”“’\"](?=$|,)",
    re.IGNORECASE,
)
""" "coll. « Loom Lives »": a word says what it is, and marks how far it goes."""
_COLLECTION = r"(?:[Cc]oll?\.|collection|colección|collana|cyfres|serie)\s(?=[A-ZÀ-Þ])"
HEADED = re.compile(rf"^(?:(?:[Ss][eé]ries?|Reihe|Collana|Colección|Collection):\s|{_COLLECTION})")
""" "Series: Loom Lives, 4", "coll. Loom lives": the word is none of the name."""
_SERIES = re.compile(r"[(\[]?(?:[Ss][eé]ries?|Reihe):\s[A-ZÀ-Þ]")
""" "Series: Loom Lives": with its number or without."""
_CALLED = re.compile(rf"[(\[]?(?:{_COLLECTION}|=\s(?=[A-ZÀ-Þ]))")
""" "coll. Loom lives", "= Loom Lives, 4": the word, or in a bracket the sign of German lists, says what it is."""


def says_series(words: str) -> bool:
    """ "coll. « Loom Lives »"."""
    return words[-1] in '»”“’"' and SAID.match(words) is not None


def is_called(words: str, title: str, gazetteer: Gazetteer, *, numbered: bool) -> bool:
    """A word says it: "coll. « Loom Lives », n° 4", "col. Loom lives, 4", and not "Coll. Ann Hill"."""
    if words[:1] not in "cCrRsS(=[":
        return False
    if _SERIES.match(words) is not None:
        return True
    if _CALLED.match(words):
        return words[0] == "=" or numbered or names_score(title, gazetteer) < NAMELIKE
    return SAID.match(words.strip("()[]")) is not None
