"""Where the words of a role begin inside a segment that opens with something else.

"The Iron Heel by Jack London", "Sue Elm as told to Rewi Ash", "edited by A. Hill and introduced by R. Ash". What words
that open with a role tell is read in `roles`.
"""

import re

from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts_taken import tells_deed
from shelflist.parse.looks.roles import ARTICLE, CAPITALS, RoleStatement, opens_role, read_role
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.help_words import QUALIFIED, WITH
from shelflist.parse.vocabulary.role_words import ALL_VERBS

_INSIDE = re.compile(
    r"\s(?=(?:(?:with\s(?:an?\s(?:[a-z]+\s)?)?|and\san?\s)(?:introduction|foreword|preface|afterword|postscript|epilogue|notes?|memoir|sketch|illustrations|drawings)"
    r"(?:\s(?:on|of)\sthe\sauthor)?\sby\s(?:the\s(?:late\s)?)?|"
    r"(?:edited|compiled|translated|selected|chosen|collected|written|illustrated|introduced|prepared|signed)(?:[\w\s&]{0,50}?)\sby\s|by\s(?:the\s)?)[A-ZÀ-Þ])"
)
_NEXT_ROLE = re.compile(
    rf"\s(?=(?:(?:(?<=[.,]\s)|(?:and|with|&)\s+(?:with\s+)?)(?:(?:{QUALIFIED})\s+)*(?:{ALL_VERBS})\b[\w\s.,’'&-]{{0,60}}?\s|{WITH})by\s(?:the\s(?:late\s)?)?(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_AS_TOLD = re.compile(r"\s(?=as\s(?:told|dictated|related|recalled)\sto\s)")
_WATERS = ("Lough ", "Loch ", "Lake ", "Llyn ", "River ", "Mount ")
""" "The Mill by Lough Gowna": after this "by" nobody is named."""


def role_inside(words: str, gazetteer: Gazetteer, gap: str = "") -> int | None:
    """The offset of the role's first word; None where no role begins, or it names nobody.

    After a stop in the `gap` before them capitals open the words, whatever they are.
    """
    if " as " in words and (told := _AS_TOLD.search(words)):
        return told.end() if names_score(words[: told.start()], gazetteer) >= NAMED else None
    if " by " not in words:
        return None
    if opens_role(words):
        return _next_role(words, gazetteer)
    if (words[0].islower() or "." in gap) and tells_deed(words[: words.index(" by ")]):
        return None  # "collated by Ann Hill": she wrote no work that is called so
    for found in _INSIDE.finditer(words):
        statement = read_role(words[found.end() :], gazetteer)
        if statement is None or not found.start() or statement.names.startswith(_WATERS):
            continue
        if names_score(statement.names, gazetteer) >= NAMED or _is_by_body(words[: found.start()], statement):
            return found.end()
    return None


def _is_by_body(before: str, statement: RoleStatement) -> bool:
    """ "Ten Years by the Weavers’ Union", and no participle that says what the body did: "Work led by the Union"."""
    bare = ARTICLE.sub("", statement.names, count=1)
    told = statement.role_raw == "by" and is_body(bare) and CAPITALS.fullmatch(bare) is not None
    return told and not before.endswith(("ed", "en", "wn", "nt", "pt", "de", "ld"))


def _next_role(words: str, gazetteer: Gazetteer) -> int | None:
    """ "edited by A. Hill and introduced by R. Ash", "Edited by Li Yu. Drawings by R. Ash": where the second begins."""
    for found in _NEXT_ROLE.finditer(words):
        first = read_role(words[: found.start()].rstrip(","), gazetteer)
        if first and names_score(first.names, gazetteer) >= NAMED and read_role(words[found.end() :], gazetteer):
            return found.end()
    return None
