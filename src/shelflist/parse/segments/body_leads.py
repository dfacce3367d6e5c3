"""Whether a body's name before a stop or colon is whom the title after it is entered under, or is the title itself.

"Ministry of Wool. Report on Looms. HMSO, 1934"; "Weavers' League: Preparing for Power". That the words before the sign
name a body is told by their form (see `bodies`); here what comes after it decides.
"""

import re

from shelflist.parse.looks.bodies import is_body_name
from shelflist.parse.looks.dates import YEAR
from shelflist.parse.looks.leaders import read_body
from shelflist.parse.looks.title_begins import NEXT_STOP, names_next, nobody_later, opens_sure_imprint
from shelflist.parse.vocabulary.body_words import is_body_by_letters
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_OF_THE_SAME = ("Its ", "Their ", "His ", "Her ")
""" "Weavers’ Union. Its rise and fall.": said of the words before, which were the title."""
_NUMBERED = re.compile(
    r"(?:Parts?|Vol(?:ume|\.)|Books?|Numbers?|Nos?\.)\s(?:\d{1,3}|[IVX]{1,5}|One|Two|Three|Four)[.:]\s"
)
""" "Weavers of the Fens. Part 1. Flax.": the number of a part follows a title."""
_OFFICE = re.compile(
    r"\b(?:Office|Department|Board|Commission|Ministry|Inspectorate|Commons|Lords)$|^(?:Ministry|Board|Department) of\s"
    r"|^(?:Royal|Select|Departmental)\s"
)
_NO_DATE = re.compile(r",\sn\.\s?d\.")
_EXPLAINS = re.compile(
    r"An?\s|(?:The\s|Its\s)?(?:First|Early|Last|Next|Rise|Fall|Making|Roots|Origins?|Histor|Story|Struggle|Birth|Growth|Past|From|"
    r"Fifty|Sixty|Myth|Life|Who|What|Years|Anatomy|Portrait|Profile|Guide|Centenary|Record)|\d"
)
""" "Weavers’ Union: A History": a subtitle, which tells of the body."""


def titles_body(body: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Ministry of Wool. Report on Looms. HMSO, London, 1934.": a title, its imprint, and nobody who wrote it.

    What an office of the state prints is entered under it, whoever wrote: "Wool Office. Looms. Report by R. Ash."
    """
    if opens_sure_imprint(rest, gazetteer) or rest.startswith(_OF_THE_SAME) or _NUMBERED.match(rest):
        return False
    if YEAR.search(rest) is None and _NO_DATE.search(rest) is None:
        return False
    return nobody_later(rest, gazetteer) or (_OFFICE.search(body) is not None and not names_next(rest, gazetteer))


def titles_catalogued(body: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Shelter. Homes of the Poor. London: Shelter, 1975.": its own house; or neither a name nor a body comes next."""
    if f": {body}, " in rest:
        return True
    if _NUMBERED.match(rest):
        return False
    return not names_next(rest, gazetteer) and not is_body_name(NEXT_STOP.split(rest, maxsplit=1)[0])


def explains_body(rest: str) -> bool:
    return _EXPLAINS.match(rest) is not None


def is_body_in_capitals(words: str) -> bool:
    """ "CPGB. For Soviet Britain.", "LABOUR PARTY. Labour and the Nation."."""
    return is_body_by_letters(words) or (" " in words and read_body(words.title()) is not None)
