"""For whom somebody signed, and with whom a house published: what stands after a name between the same commas.

"A. Hill and R. Ash for the Weavers’ Union"; "Weft Press in association with the Loom Group".
"""

import re

from shelflist.parse.looks.bodies import is_for_body
from shelflist.parse.looks.grades import A_FIRM, NAMED
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import read_role
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_WITH_PARTNER = (" in association with ", " in conjunction with ")
_FOR = re.compile(r"\s(?=(?:for|on behalf of)\s(?:the\s)?[A-ZÀ-Þ])")


def ends_before_partner(text: str, gazetteer: Gazetteer) -> int | None:
    """Where the name of the person or the house ends, and for whom or with whom is told; None where nothing is."""
    for words in _WITH_PARTNER:
        if (at := text.find(words)) > 0:
            return at if publisher_score(text[:at], gazetteer) >= A_FIRM else None
    return _for_body(text, gazetteer) if " for " in text or " behalf of " in text else None


def _for_body(text: str, gazetteer: Gazetteer) -> int | None:
    found = _FOR.search(text)
    if found is None or not is_for_body(text[found.end() :]):
        return None
    before = text[: found.start()]
    named = names_score(before, gazetteer) >= NAMED or read_role(before, gazetteer) is not None
    return found.start() if named else None
