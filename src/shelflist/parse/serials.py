"""Series that the line around them shows: by the number that follows, and by the house they stand before.

"ABC of Knowledge, No. 7"; "Loom Library, No. 80, Watts"; "Ada Elm, Popular Lectures in Engineering, Mir". What a series
looks like alone stands in `series`.
"""

import re

from shelflist.parse.features import tells_work
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.series import is_numbered, read_series
from shelflist.parse.titles import Line, is_author_named

_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:(?:of|the|and|for|in|on|&)\s)*[A-ZÀ-Þ][\w’'.-]*){1,7}$")
_KINDS = re.compile(
    r"(?:[A-Z]\w+\s)?(?:Lectures|Studies|Papers|Monographs|Texts|Manuals|Readings|Documents|Tracts)\s(?:in|on|for)\s"
)
""" "Popular Lectures in Engineering": writings of a kind, and no one writing."""
_NUMBERED = 3.0
_OF_A_HOUSE = 4.5
_UNLISTED = 2.2


def series_beside_house(line: Line, i: int, gazetteer: Gazetteer) -> float:
    """How surely segment i is a series, on the search's scale; 0.0 where nothing around it says so."""
    look, text = line.looks[i], line.segments[i].text
    following = line.looks[i + 1] if i + 1 < len(line.looks) else None
    if look.opens_small or look.names >= 2 or look.part or look.date is not None or not is_author_named(line, i):
        return _bare_number(line, i, gazetteer)
    if look.series and following and (following.part or _is_house(line, i + 1)):
        return _OF_A_HOUSE
    if text[-1].isdigit() and ("No" in text or "no" in text) and read_series(text, gazetteer) is not None:
        return _OF_A_HOUSE
    if number := _bare_number(line, i, gazetteer):
        return number
    return _UNLISTED if following and _stands_before_house(line, i) else 0.0


def _bare_number(line: Line, i: int, gazetteer: Gazetteer) -> float:
    """The number that comes next belongs to it, and the title lies behind."""
    if i + 1 >= len(line.looks) or not line.looks[i + 1].part or line.looks[i].names >= 2:
        return 0.0
    return _NUMBERED if is_numbered(line.segments[i].text, line.segments[i + 1].text, gazetteer) else 0.0


def _stands_before_house(line: Line, i: int) -> bool:
    """Capitals between the author and a listed house: no kind of writing, no office of the author's."""
    look, text = line.looks[i], line.segments[i].text
    if look.publisher >= 2.5 or look.note_on_person > 0 or look.place > 5 or look.edition or look.genre:
        return False
    listed = line.looks[i + 1].publisher >= 6 and line.looks[i + 1].place <= 5
    return listed and _CAPITALS.match(text) is not None and (_KINDS.match(text) is not None or not tells_work(text))


def _is_house(line: Line, i: int) -> bool:
    look = line.looks[i]
    return look.publisher >= 3.5 and look.place <= 5 and not look.series
