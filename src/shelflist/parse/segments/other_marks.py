"""Links and emphasis that mark another field than the title: who wrote it, its house, its date.

A biography's title is a name, too: what stands before and after the mark decides.
"""

import re

from shelflist.models.page import Block, Span
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import A_BODY, NAMED, SURE_FIRM
from shelflist.parse.looks.hosts import is_of_an_issue
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.leaders import read_leaders
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.title_begins import nobody_later, opens_imprint
from shelflist.parse.looks.title_forms import OPENS_LIFE
from shelflist.parse.segments.links import BEFORE_ITEM
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_PARTED = re.compile(r"[,.]\s|\s?\(|\s[–—|-]\s")
_MARKED_NEXT = re.compile(r"[,.:;]?\s(?:[–—-]\s)?[“\"‘']")
_SIGNS = " ,.:;–—-()[]"
_LONGEST = 80
"""Characters; a title's mark is mostly longer, and then nothing is asked."""


def marks_another(block: Block, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """What ``block.text[start:end]`` marks is no title."""
    if end - start > _LONGEST:
        return False
    words, before = block.text[start:end].strip(_SIGNS), block.text[:start].strip(BEFORE_ITEM)
    if before:
        of_end = _is_of_end(words, gazetteer) or _closes_after_author(before, block.text[end:], gazetteer)
        return of_end and not _are_names(before.strip(_SIGNS), gazetteer)
    return _leads(block, end, words, gazetteer)


def _is_of_end(words: str, gazetteer: Gazetteer) -> bool:
    """ "The Mill Hands, _Rewi Ash_, <Weft Press>, 1954": an author, a house or a date, and so none of its title."""
    return gazetteer.is_publisher(words) or names_score(words, gazetteer) >= NAMED or read_date(words) is not None


def _closes_after_author(before: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "The Mill Hands, Rewi Ash, _Loomside_, Leeds, 1954": between an author after his title and the imprint's end."""
    fields = _PARTED.split(before.strip(_SIGNS))
    if len(fields) < 2 or names_score(fields[-1], gazetteer) < NAMED:
        return False
    comes = _next_field(rest)
    date = read_date(comes)
    return gazetteer.is_place(comes) or (date is not None and not is_of_an_issue(date))


def takes_in_imprint(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "<The Mill Hands, Rewi Ash, Weft Press>, Leeds, 1954": more is marked than any one field."""
    title, *fields = _PARTED.split(words.strip(_SIGNS))
    if title and fields and _goes_on_from_house(fields, rest, gazetteer):
        return True
    if len(fields) < 2 or not nobody_later(fields[-1] + rest, gazetteer):
        return False
    house, last = fields[-2:]
    if gazetteer.is_publisher(last) or any(names_score(field, gazetteer) >= NAMED for field in fields[:-1]):
        return True
    return gazetteer.is_place(last) and publisher_score(house, gazetteer) >= SURE_FIRM


def _goes_on_from_house(fields: list[str], rest: str, gazetteer: Gazetteer) -> bool:
    """ "<The Mill Hands. Weft Press>, Leeds, 1954": a house, or its place, closes the mark, and the imprint goes on."""
    comes = _next_field(rest)
    dated = read_date(comes) is not None
    if publisher_score(fields[-1], gazetteer) >= SURE_FIRM:
        return dated or gazetteer.is_place(comes)
    housed = len(fields) > 1 and publisher_score(fields[-2], gazetteer) >= A_BODY
    return housed and dated and gazetteer.is_place(fields[-1])


def _next_field(rest: str) -> str:
    return _PARTED.split(rest.lstrip(_SIGNS), maxsplit=1)[0].strip(_SIGNS)


def _leads(block: Block, end: int, words: str, gazetteer: Gazetteer) -> bool:
    """ "_Rewi Ash_, _The Mill Hands_", "<Rewi Ash>, The Mill Hands, Weft Press, 1954": names open the line."""
    later = _later_mark(block, end)
    if later is not None or _MARKED_NEXT.match(block.text, end):
        after = block.text[later.start : later.end] if later else ""
        return _are_names(words, gazetteer) and not _are_names(after, gazetteer)
    rest = block.text[end:].lstrip(_SIGNS)
    if names_score(words, gazetteer) < NAMED or not rest[:1].isupper() or OPENS_LIFE.match(rest):
        return False  # "<Karl Marx>, a remembrance": a title opens in a capital
    if read_date(rest.partition(",")[0]) or opens_imprint(rest, gazetteer):
        return False
    return nobody_later(words + block.text[end:], gazetteer)


def _later_mark(block: Block, end: int) -> Span | None:
    marks = [*block.emphasis, *(Span(link.start, link.end) for link in block.links)]
    return min((one for one in marks if one.start > end), key=lambda one: one.start, default=None)


def _are_names(words: str, gazetteer: Gazetteer) -> bool:
    return names_score(words, gazetteer) >= NAMED or read_leaders(words, gazetteer, trusting=True) is not None
