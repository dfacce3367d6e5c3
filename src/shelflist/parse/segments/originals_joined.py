"""Joining what tells of a first publication over its commas: "first published by Weft Press, Leeds, 1911"."""

from shelflist.parse.looks.dates import YEAR, YEAR_OR_NONE, read_date
from shelflist.parse.looks.editions import awaits_first_year, first_published
from shelflist.parse.looks.grades import A_PERIODICAL, A_PLACE, PLACELIKE
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer


def original_goes_on(first: str, second: Segment, later: list[Segment], gazetteer: Gazetteer) -> bool:
    """Whether `second` is still told of the first publication; `later`: the segments after it."""
    return _goes_on_to_date(first, second.text, later, gazetteer) or _goes_on_to_imprint(first, [second, *later])


def _goes_on_to_date(first: str, second: str, later: list[Segment], gazetteer: Gazetteer) -> bool:
    """ "first published Penguin Books" takes in the place and the year that follow.

    So does whatever else it says ("reprinted from The Loom", "first published secretly"), where `later` dates the book.
    """
    if YEAR.search(first):
        return False
    found, date = first_published(first), read_date(second)
    if found is None and not awaits_first_year(first):
        return False
    if date and (any(YEAR_OR_NONE.search(piece.text) for piece in later) or (found and not later)):
        return True
    if found is None:
        return False
    if found.group().rstrip().endswith("as"):  # "first published as The Looms, 1918"
        return bool(date) or (
            gazetteer.is_place(second) and later != [] and _goes_on_to_date(first, later[0].text, later[1:], gazetteer)
        )
    rest = first[found.end() :].split(",")[0].strip()
    imprint = not rest or publisher_score(rest, gazetteer) >= A_PERIODICAL or place_score(rest, gazetteer) >= A_PLACE
    imprint = imprint or (found.group().rstrip().endswith("in") and rest[0].isupper() and bool(date))
    return imprint and bool(date or place_score(second, gazetteer) >= PLACELIKE)


def _goes_on_to_imprint(first: str, rest: list[Segment]) -> bool:
    """ "Originally published as Looms, a tale, Brno, 1947. Vienna: Weft Press, 1952": up to its year, whatever it says,
    where the imprint of the book follows, after a stop or with house, place and date.
    """
    if first_published(first) is None or YEAR.search(first):
        return False
    at = next((i for i, piece in enumerate(rest[:4]) if piece.gap != "," or read_date(piece.text)), 4)
    after = rest[at + 1 :]
    if at > 3 or rest[at].gap != "," or not after:
        return False
    return ("." in after[0].gap or len(after) > 2) and any(YEAR.search(piece.text) for piece in after)
