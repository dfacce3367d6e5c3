"""Whether what comes after words that may be an author’s opens with a title: no imprint, and nobody else named in it.

Whether the words before it are an author's is judged in `author_end`.
"""

import re

from shelflist.parse.looks.dates import YEAR
from shelflist.parse.looks.grades import A_FIRM, A_PLACE, AN_ACRONYM, NAMED, NAMELIKE, SURE_FIRM
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.role_words import names_role

NEXT_STOP = re.compile(r"\.(?<=\w\w\.)(?<!\bY[aeu]\.)(?<!\b[WCTZSK][hm]\.)\s|,\s")
FIRST_CHUNK = re.compile(r"[,.:(]")
_SMALL_WORD = re.compile(r"\s(?:of|the|in|and|to|on|for|a|an|from|with|at|by)\s")
_SUBTITLE = re.compile(r":\s(?:an?|its|their|how|from|some)\s")
_PARTS = re.compile(r"\.(?<=[\w’”\"')\]!?]{2}\.)\s|[,;:]\s|\s[–—-]\s|\s?\(")
_BY_NAME = re.compile(r"(?:(?P<before>\w+)(?:\sfrom\s(?:the\s)?[A-Z]\w+)?\.?,?\s|^)by [A-Z]")
_OTHER_ROLES_LISTED = """
translated edited illustrated introduced introduction foreword preface drawings photographs notes compiled selected
revised illustrations afterword woodcuts published printed issued words music maps cover photos prepared transl trans
ed eds tr translation version intro introd illus ill pictures plates engravings adapted abridged arranged collected
chosen retold recorded transcribed typed gathered annotated presented prefaced produced distributed reissued reprinted
sponsored commissioned enlarged press down english german french russian
"""
_LOUD = re.compile(r"[^a-zß-ÿ.:(]*[A-ZÀ-Þ]{2}[^a-zß-ÿ.:(]*(?![a-zß-ÿ])(?=[.:(\s])")
_LOUDEST_LETTERS = 8
""" "Rewi Ash. CPGB. 1954": letters of a body are no title."""
_COUNT = re.compile(r"\s(?=\d)")
OTHER_ROLES = frozenset(_OTHER_ROLES_LISTED.split())


def ends_in_role_of_next(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Rewi Ash, Looms, intro. Sue Elm (Leeds: Weft Press, 1954)": the stop shortens a word before its names."""
    if "," not in words or not names_role(words[words.rfind(" ") + 1 :]):
        return False
    return names_score(FIRST_CHUNK.split(rest, maxsplit=1)[0].strip(), gazetteer) >= NAMED


def names_next(rest: str, gazetteer: Gazetteer) -> bool:
    """ "Trade Unions in Spain. W. Ash. Leeds: Weft Press, 1935": the body's name was a title."""
    return names_score(NEXT_STOP.split(rest, maxsplit=1)[0], gazetteer) >= NAMED


def opens_sure_imprint(rest: str, gazetteer: Gazetteer) -> bool:
    """A house beyond doubt comes first, or a listed place; but "Wales: a new Study", "Militant. London: Weft Press"."""
    chunk = FIRST_CHUNK.split(rest, maxsplit=1)[0]
    first, after = chunk.strip(), rest[len(chunk) :]
    if first and place_score(first, gazetteer) >= A_PLACE:
        return _SUBTITLE.match(after) is None
    if not first or publisher_score(first, gazetteer) < SURE_FIRM:
        return False
    return not (after.startswith(". ") and _opens_other_imprint(after[2:], gazetteer))


def _opens_other_imprint(rest: str, gazetteer: Gazetteer) -> bool:
    """A house beyond doubt, or a place and its colon."""
    first = FIRST_CHUNK.split(rest, maxsplit=1)[0]
    if rest[len(first) :].startswith(": ") and place_score(first, gazetteer) >= A_PLACE:
        return True
    return bool(first) and publisher_score(first, gazetteer) >= SURE_FIRM


def opens_imprint(rest: str, gazetteer: Gazetteer) -> bool:
    """A house comes first, or anything that the place and the date follow at once."""
    first = FIRST_CHUNK.split(rest, maxsplit=1)[0]
    if rest[len(first) : len(first) + 1] == "(":
        return False  # its imprint stands in the bracket
    parts = [part.strip() for part in _PARTS.split(rest, maxsplit=3) if part.strip()]
    return opens_sure_imprint(rest, gazetteer) or ends_imprint(parts[1:3], gazetteer)


def titles_loudly(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Rewi Ash. THE MILL HANDS. Leeds, Weft Press, 1954": a name, and of all that follows the title alone is loud."""
    title = _LOUD.match(rest)
    if title is None or words.isupper() or rest[title.end() :].isupper() or len(title[0]) < _LOUDEST_LETTERS:
        return False
    return names_score(words, gazetteer) >= NAMELIKE


def has_small_word(title: str) -> bool:
    """ "Wool and Water": no name has them."""
    return _SMALL_WORD.search(title) is not None


def opens_as_title(rest: str, gazetteer: Gazetteer) -> bool:
    """ "Gliding and Soaring, Weft Press, …": a small word among capitals, no house, and nobody named after it."""
    first = FIRST_CHUNK.split(rest, maxsplit=1)[0].strip()
    if first.count(" ") < 2 or opens_imprint(rest, gazetteer) or names_score(first, gazetteer) >= NAMELIKE:
        return False
    if publisher_score(first, gazetteer) >= A_FIRM or not has_small_word(first):
        return False
    return nobody_later(rest, gazetteer)


def nobody_later(rest: str, gazetteer: Gazetteer) -> bool:
    """Nobody is named after the title that opens `rest`, but for a house and those who had another part in it."""
    parts = [part.strip() for part in _PARTS.split(rest, maxsplit=5) if part.strip()]
    return not any(
        _is_author(part, gazetteer)
        and not any(map(names_role, (parts[i - 1].lower(), *parts[i + 1 : i + 2])))  # "Ed. Sue Elm", "Sue Elm (ed.)"
        and not ends_imprint(parts[i + 1 : i + 3], gazetteer)
        for i, part in enumerate(parts[1:4], 1)
    )


def _is_author(part: str, gazetteer: Gazetteer) -> bool:
    if names_score(part, gazetteer) < NAMED or publisher_score(part, gazetteer) >= AN_ACRONYM:
        return False
    return place_score(part, gazetteer) < A_PLACE


def ends_imprint(parts: list[str], gazetteer: Gazetteer) -> bool:
    """A date, or a place and a date: what stands before them is a house."""
    if not parts or YEAR.match(parts[0]):
        return bool(parts)
    place, _, year = parts[0].rpartition(" ")
    if YEAR.match(year) and place_score(_COUNT.split(place)[0] or year, gazetteer) >= A_PLACE:
        return True
    if len(parts) < 2 or not YEAR.match(parts[1]):
        return False
    return place_score(_COUNT.split(parts[0])[0], gazetteer) >= A_PLACE  # "Leeds, 1954", "Leeds 2nd ed. 1954"


def is_by_another(rest: str) -> bool:
    """ "by Ann Hill", and not "translated by Ann Hill"."""
    return any((found["before"] or "").casefold() not in OTHER_ROLES for found in _BY_NAME.finditer(rest))
