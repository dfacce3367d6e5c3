"""Joining the segments that a comma wrongly cut: "Little, Brown and Company"; "August 12, 1966"; "nd., 1940’s"."""

import re

from shelflist.parse.dates import MONTH_AND_DAY, YEAR, read_date
from shelflist.parse.gazetteer import Gazetteer, key
from shelflist.parse.imprint import FIRST_PUBLISHED, place_score, publisher_score
from shelflist.parse.names import is_inverted
from shelflist.parse.roles import awaits_names
from shelflist.parse.tokens import Segment

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[\s-]?){1,3}$")
_NO_DATE = re.compile(r"(?:n\.?\s?d\.?|no date|undated)$", re.IGNORECASE)
_COMPANY = re.compile(
    r"(?:[A-Z][\w’'.-]+\s)?(?:and|&)\s(?:Co|Company|Sons|Brothers)\b\.?$|[A-Z][\w’'-]+\s(?:and|&)\s(?:Co|Company|Sons)\b\.?$|(?:Inc|Ltd|Limited)\.?$"
)
_FIRM_ENDINGS = ("Co", "Company", "Sons", "Brothers", "Inc", "Ltd", "Limited")


def opens_inverted(segments: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "Ash, Rewi. The Mill Hands.": a full stop ends the name, or the marked title comes next."""
    if segments[1].gap != "," or (len(segments) > 2 and not segments[2].gap.startswith(".")):
        return False
    return is_inverted(f"{segments[0].text}, {segments[1].text}", gazetteer)


def joined_up(segments: list[Segment], gazetteer: Gazetteer) -> list[Segment]:
    joined: list[Segment] = []
    for piece in segments:
        if (
            (joined and piece.gap == "," and _belong_together(joined[-1].text, piece.text, gazetteer))
            or (joined and _goes_on_to_date(joined[-1], piece, gazetteer))
            or (joined and _is_no_date(joined[-1].text) and piece.gap in (",", ".,", ".") and _is_guess(piece.text))
        ):
            joined[-1] = join(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def join(first: Segment, second: Segment) -> Segment:
    between = second.gap + " " * (second.start - first.end - len(second.gap))
    return Segment(first.text + between + second.text, first.start, second.end, first.gap, first.inner)


def _goes_on_to_date(first: Segment, second: Segment, gazetteer: Gazetteer) -> bool:
    """ "first published Penguin Books" takes in the place and the year that follow."""
    found = FIRST_PUBLISHED.match(first.text) if second.gap == "," and first.text[0] in "fowpFOWP" else None
    if not found or YEAR.search(first.text):
        return False
    rest = first.text[found.end() :].split(",")[0].strip()
    imprint = not rest or publisher_score(rest, gazetteer) >= 2.0 or place_score(rest, gazetteer) > 5
    return imprint and bool(read_date(second.text) or place_score(second.text, gazetteer) > -2)


def _is_no_date(words: str) -> bool:
    return words[0] in "nNuU" and bool(_NO_DATE.match(words))


def _is_guess(words: str) -> bool:
    date = read_date(words)
    return date is not None and date.edtf is not None and not words.isdigit()


def _belong_together(first: str, second: str, gazetteer: Gazetteer) -> bool:
    if second[0].isdigit() and MONTH_AND_DAY.match(first):
        return bool(read_date(second))
    if second[1:2] == "." and _INITIALS.match(second) and first.isalpha() and first.istitle():
        return True  # "Smith, J."
    if awaits_names(first) and " by " in second:
        return True
    if second.rstrip(".").endswith(_FIRM_ENDINGS) and first[:1].isupper() and len(first.split()) <= 3:
        return bool(_COMPANY.match(second)) or _is_listed_firm(first, second, gazetteer)
    return _is_listed_firm(first, second, gazetteer)


def _is_listed_firm(first: str, second: str, gazetteer: Gazetteer) -> bool:
    return key(first) in gazetteer.publisher_openings and gazetteer.is_publisher(f"{first}, {second}")
