"""Firms named by their partners, which commas part: "London: Longman, Brown, Green & Longmans, 1851".

Also the joining of segments itself, whatever the reason.
"""

import re

from shelflist.parse.looks.dates import read_date
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key

_LAST_PARTNER = re.compile(r"[A-Z][\w’'-]+\s(?:and|&)\s[A-Z]")
_PARTNER = re.compile(r"[A-Z][\w’'-]+$")
_LONGEST = 5
"""Partners."""


def join(first: Segment, second: Segment) -> Segment:
    between = second.gap + " " * (second.start - first.end - len(second.gap))
    return Segment(first.text + between + second.text, first.start, second.end, first.gap, first.inner)


def join_all(pieces: list[Segment]) -> Segment:
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = join(whole, piece)
    return whole


def house_in(words: str, gazetteer: Gazetteer) -> str:
    """The words after "Leeds: ", where a house begins that a comma may cut: "London: Longmans, Green"."""
    if ": " not in words:
        return words
    place, _, house = words.partition(": ")
    return house if gazetteer.is_place(place) else words


def firms_joined(segments: list[Segment], gazetteer: Gazetteer) -> list[Segment]:
    """ "Longman, Brown, Green & Longmans, 1851": single names and a last pair, where an imprint goes on after them."""
    lowest = int(house_in(segments[0].text, gazetteer) == segments[0].text)  # what opens may be the title, or an author
    for last in range(1 + lowest, len(segments)):
        words = segments[last].text
        if segments[last].gap != "," or not may_be_last_partners(words) or gazetteer.is_place(words.split()[0]):
            continue
        if gazetteer.is_publisher(words):
            continue  # "Guilty Men, Cato, Secker & Warburg, London": a firm by itself
        first = last
        while first > lowest and last - first < _LONGEST and _is_partner(segments[first - 1], gazetteer):
            first -= 1
            if segments[first].gap != ",":
                break
        if first < last and _imprint_follows(segments, last, gazetteer):
            return [*segments[:first], join_all(segments[first : last + 1]), *segments[last + 1 :]]
    return segments


def _is_partner(piece: Segment, gazetteer: Gazetteer) -> bool:
    words = house_in(piece.text, gazetteer)
    return may_be_partner(words) and not gazetteer.is_place(words) and key(words) not in gazetteer.names


def may_be_partner(words: str) -> bool:
    return " " not in words and _PARTNER.match(words) is not None


def may_be_last_partners(words: str) -> bool:
    """ "Green & Longmans"."""
    return _LAST_PARTNER.match(words) is not None


def _imprint_follows(segments: list[Segment], at: int, gazetteer: Gazetteer) -> bool:
    if at + 1 >= len(segments):
        return False
    following = segments[at + 1].text
    return gazetteer.is_place(following) or read_date(following) is not None
