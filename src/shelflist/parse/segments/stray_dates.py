"""A date that no punctuation parts from other words: "Thomas Elm (1954)", "Oswestry 1929", in lines with no other."""

import re

from shelflist.models.citation import DateStatus
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import A_BODY, NAMED, TOWNLIKE
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.segments.brackets import CAPITALS
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_LONGEST = 300
_ENDS = (*")]?-–0123456789", "0s", "’s", "'s")
_BRACKETED_DATE = re.compile(r"\s[(\[](?P<date>[^()\[\]]{2,24})[)\]]$")
_YEAR_AFTER_BRACKET = re.compile(rf"(?<=\))\s(?P<date>{YEAR_FORM})$")
_DECADE = r"(?:(?:early|mid|late)[\s-])?(?:1[4-9]|20)\d0[’']?s\??"
_YEAR_AT_END = re.compile(rf"\s(?P<date>(?:c\.\s?)?{YEAR_FORM}\??|(?:1[4-9]|20)\d[-–]|{_DECADE})$")


def with_date(pieces: list[Segment], gazetteer: Gazetteer, *, opens: bool) -> list[Segment]:
    """The last such date cut off. `opens`: the first segment opens a title, which may end in a year of its own."""
    for i in range(len(pieces) - 1, -1, -1):
        piece = pieces[i]
        if not piece.text.endswith(_ENDS) or len(piece.text) > _LONGEST:
            continue
        bracketed = _BRACKETED_DATE.search(piece.text)
        closed = bracketed or _YEAR_AFTER_BRACKET.search(piece.text)
        found = closed or (None if opens and i == 0 else _YEAR_AT_END.search(piece.text))
        date = read_date(found["date"]) if found else None
        if found is None or date is None or date.span_years:
            continue
        if date.edtf is None and date.status is not DateStatus.NOT_IDENTIFIED:
            continue  # of "(n.d.)" no more is to be read
        before, last = split_at(piece, found.start())
        if closed or _may_be_dated(before.text, gazetteer, closes=i == len(pieces) - 1):
            start = piece.start + found.start("date")
            cut = last._replace(text=found["date"], start=start, end=start + len(found["date"]))
            return [*pieces[:i], before, cut, *pieces[i + 1 :]]
    return pieces


def _may_be_dated(words: str, gazetteer: Gazetteer, *, closes: bool) -> bool:
    """A place, a name or a house, even if none is listed; capitals throughout that close the line with the year."""
    if closes and CAPITALS.match(words) and not tells_work(words):
        return True
    if " " not in words:
        return place_score(words, gazetteer) >= TOWNLIKE and len(words) > 3
    return names_score(words, gazetteer) >= NAMED or publisher_score(words, gazetteer) >= A_BODY
