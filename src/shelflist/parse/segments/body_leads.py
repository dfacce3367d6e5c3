"""Whether a body's name before a stop or colon is whom the title after it is entered under, or is the title itself.

"Ministry of Wool. Report on Looms. HMSO, 1934"; "Weavers' League: Preparing for Power". That the words before the sign
name a body is told by their form (see `bodies`); here what comes after it decides.
"""

import re

from shelflist.parse.looks.dates import YEAR
from shelflist.parse.looks.leaders import read_body
from shelflist.parse.looks.title_begins import nobody_later, opens_sure_imprint
from shelflist.parse.vocabulary.body_words import is_body_by_letters
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_OF_THE_SAME = ("Its ", "Their ", "His ", "Her ")
""" "Weavers’ Union. Its rise and fall.": said of the words before, which were the title."""
_NO_DATE = re.compile(r",\sn\.\s?d\.")
_EXPLAINS = re.compile(
    r"An?\s|(?:The\s|Its\s)?(?:First|Early|Last|Next|Rise|Fall|Making|Roots|Origins?|Histor|Story|Struggle|Birth|Growth|Past|From|"
    r"Fifty|Sixty|Myth|Life|Who|What|Years|Anatomy|Portrait|Profile|Guide|Centenary|Record)|\d"
)
""" "Weavers’ Union: A History": a subtitle, which tells of the body."""


def titles_body(rest: str, gazetteer: Gazetteer) -> bool:
    """ "Ministry of Wool. Report on Looms. HMSO, London, 1934.": a title, its imprint, and nobody who wrote it."""
    if opens_sure_imprint(rest, gazetteer) or rest.startswith(_OF_THE_SAME):
        return False
    return (YEAR.search(rest) is not None or _NO_DATE.search(rest) is not None) and nobody_later(rest, gazetteer)


def explains_body(rest: str) -> bool:
    return _EXPLAINS.match(rest) is not None


def is_body_in_capitals(words: str) -> bool:
    """ "CPGB. For Soviet Britain.", "LABOUR PARTY. Labour and the Nation."."""
    return is_body_by_letters(words) or (" " in words and read_body(words.title()) is not None)
