"""Where only its place in the line shows that words are a publisher: a person's name before the place and year.

"O. S. Nock, Patrick Elm, Sparkford, 1992"; "reprinted by Frank Elm". And the other way round: a name that nothing
else in the line can be the author for.
"""

from shelflist.models.citation import Role
from shelflist.parse.grammar import AUTHOR, LATE_PHRASE, NAMES, PHRASE, PLACE, PUBLISHER, REMARK
from shelflist.parse.labels.events import is_phrase
from shelflist.parse.labels.form import Form, after_title, date_follows, is_author_named, place_ends_line
from shelflist.parse.labels.house_or_place import PARTED, closes_imprint, is_place_before_house, is_undecided
from shelflist.parse.labels.imprint_colons import weigh_by_colon
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import (
    A_BODY,
    A_FIRM,
    A_PAIR,
    A_PLACE,
    A_TOWN,
    AN_ACRONYM,
    LISTED,
    NAMED,
    NAMELIKE,
    NO_BODY,
    PLACELIKE,
    SURE_FIRM,
    TOWNLIKE,
)
from shelflist.parse.search import Scores

_AS_HOUSE = 3.0
_BY_HOUSE = 4.5
_ONLY_NAME = 0.6
_AS_UNLISTED = 2.6
_LONGEST_NAME = 3
_HARDLY_NAMED = -1.0
""" "Patience Gelm": of a name's words only the first has another meaning."""
_HELPERS = frozenset({Role.TRL, Role.WIN, Role.ILL, Role.CTB, Role.OTH})
_EVEN = 0.3
"""What the search gives more to a house than to a place between an author and a date."""


def weigh_house(scores: Scores, line: Form, i: int) -> None:
    """Corrects the scores of segment i by what stands around it."""
    look, following = line.looks[i], line.gaps[i + 1] if i + 1 < len(line.gaps) else ""
    if following == "by":
        scores[PHRASE] = scores[LATE_PHRASE] = -4.0
    if not line.inner[i] and _named_like_place(line, i):
        scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), look.place + 1.0)
    if not line.inner[i] and _after_place(line, i):
        scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _BY_HOUSE)
        scores[PLACE] = -4.0
    weigh_by_colon(scores, line, i)
    if line.inner[i] and look.names >= NAMELIKE and date_follows(line, i) and _is_by_another(line, i):
        scores[PUBLISHER] = _BY_HOUSE  # "Rewi Ash, The Mill Hands (Frank Elm, 1954)"
        scores[AUTHOR] = scores[NAMES] = -2.0
    if line.inner[i] or look.opens_small or look.series:
        return
    if is_place_before_house(line, i):
        scores[PLACE] = max(scores.get(PLACE, 0.0), _AS_UNLISTED)
        return
    if is_undecided(line, i):
        scores[PLACE] = scores.get(PUBLISHER, 0.0) + _EVEN
        return
    _weigh_by_place_in_line(scores, line, i)


def _weigh_by_place_in_line(scores: Scores, line: Form, i: int) -> None:
    look = line.looks[i]
    if line.gaps[i] == "at":
        scores[PLACE] = _BY_HOUSE  # "published at Loomby by Frank Ash"
        scores[PUBLISHER] = scores[AUTHOR] = scores[NAMES] = -2.0
    elif line.gaps[i] == "by" and _follows_imprint(line, i):
        scores[REMARK] = _BY_HOUSE
        scores[PUBLISHER] = scores[AUTHOR] = scores[NAMES] = -2.0
    elif line.gaps[i] == "by":
        of_body = look.body > 0 and _is_followed_by_house(line, i)
        scores[PUBLISHER] = 0.0 if of_body else _BY_HOUSE
        scores[AUTHOR] = _BY_HOUSE if of_body else -2.0
    elif look.names >= NAMELIKE and look.publisher < AN_ACRONYM:
        named = _named_before(line, i)
        dated = _place_and_date_follow(line, i) or _closes_names(line, i)
        if _after_closed_list(line, i) or (named and look.signs.are_partners and (dated or date_follows(line, i))):
            scores[PUBLISHER] = _BY_HOUSE
            scores[AUTHOR] = scores[NAMES] = -2.0
        elif named and dated and not look.signs.has_and:
            scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _AS_HOUSE)
        elif not named and look.body <= 0 and _imprint_follows(line, i):
            scores[AUTHOR] = scores.get(AUTHOR, 0.0) + _ONLY_NAME
    elif _stands_as_house(line, i):
        scores[PUBLISHER] = max(scores.get(PUBLISHER, 0.0), _AS_UNLISTED)


def _follows_imprint(line: Form, i: int) -> bool:
    """ "Weft Press, Leeds, 1954, printed by Frank Ash": after house, place and date only who printed it."""
    if i + 1 < len(line.looks) or i < 5 or line.looks[i - 2].date is None:
        return False
    house, place = line.looks[i - 4 : i - 2]
    return house.publisher >= A_BODY and place.place >= PLACELIKE and house.place < A_PLACE


def _is_followed_by_house(line: Form, i: int) -> bool:
    """ "issued by the Strike Committee, Frank Ash, Loomby, 1912": beside the body that issued it another printed it."""
    if i + 1 >= len(line.looks):
        return False
    house = line.looks[i + 1]
    named = house.names >= NAMELIKE or house.publisher >= A_PAIR
    return house.publisher >= A_FIRM or (named and house.place < A_TOWN and _place_and_date_follow(line, i + 1))


def _named_like_place(line: Form, i: int) -> bool:
    """ "Ralph Elm, Heywood, Manchester, 1886": a house with the name of a town, before the place and the date."""
    look = line.looks[i]
    if i < 1 or i + 2 >= len(line.looks) or look.place < A_PLACE or look.words > 1 or look.signs.is_great:
        return False
    place = line.looks[i + 1]
    return (
        place.place >= A_PLACE
        and (place.signs.is_great or line.looks[i - 1].part)
        and line.gaps[i + 1] in PARTED
        and line.looks[i + 2].date is not None
        and _named_before(line, i)
    )


def _stands_as_house(line: Form, i: int) -> bool:
    """ "Sue Elm, Open Loom, London, 1977": named like one, between the author and a listed place, the last or dated."""
    look = line.looks[i]
    if (
        not (_place_and_date_follow(line, i) or place_ends_line(line, i))
        or line.looks[i + 1].place < A_PLACE
        or look.place >= A_PLACE
        or look.edition
    ):
        return False
    if (
        look.publisher >= AN_ACRONYM
        or look.words > 6
        or (look.note_on_person > 0 and look.words > 2)
        or not _named_before(line, i)
    ):
        return False
    return look.signs.as_house and (not look.signs.tells_work or i in line.kin.bears_place)


def _named_before(line: Form, i: int) -> bool:
    """An author stands before it, be it a person or a body, or an edition, which authors stand before."""
    first = after_title(line)
    return line.author_known or any(
        line.gaps[at] == "by" or look.names >= NAMED or look.role is not None or look.edition or wrote_as_body(look)
        for at, look in enumerate(line.looks[first:i], first)
    )


def wrote_as_body(look: Features) -> bool:
    """ "Unofficial Reform Committee": before a person's name that place and date follow, who wrote."""
    return look.signs.ends_as_body and not look.opens_small and look.publisher < LISTED


def _place_and_date_follow(line: Form, i: int) -> bool:
    if i + 2 >= len(line.looks):
        return False
    place, date = line.looks[i + 1], line.looks[i + 2].date
    return place.place >= TOWNLIKE and place.publisher < AN_ACRONYM and line.gaps[i + 1] in PARTED and date is not None


def _is_by_another(line: Form, i: int) -> bool:
    """The author stands before the title, or alone after the bracket: "The Mill Hands (Frank Elm, 1954), Rewi Ash"."""
    after = line.looks[i + 2 :]
    return line.led or (len(after) == 1 and not line.inner[i + 2] and after[0].listing >= NAMED)


def _closes_names(line: Form, i: int) -> bool:
    """ "Sue Elm, Frank Ash, 1907", "Sue Elm. Frank Ash, 1907": of two names before the date the second is the house."""
    if i < 1 or i + 1 >= len(line.looks) or line.looks[i + 1].date is None or line.looks[i].words > 3:
        return False
    before = line.looks[i - 1]
    if line.author_known and i - 1 == (line.title_at or 0):
        return True  # "Ash, Rewi “The Mill Hands” Frank Ash (1907)"
    if before.edition and is_author_named(line, i - 1):
        return line.gaps[i] in PARTED  # "Sue Elm, Looms, second edition, Frank Ash, 1907"
    return before.names >= NAMED and before.publisher < AN_ACRONYM and line.gaps[i] in PARTED


def _after_closed_list(line: Form, i: int) -> bool:
    """ "edited by A. Elm, B. Hill and C. Fell, Thomas Ash and Robert Orme, New York": the list was closed before."""
    if i < 2 or not line.looks[i].signs.has_and or not line.looks[i - 1].signs.has_and:
        return False
    return line.looks[i - 1].listing >= NAMED and (_place_and_date_follow(line, i) or _closes_names(line, i))


def _after_place(line: Form, i: int) -> bool:
    """ "London, L. Reeve, 1866": between a known place and the date."""
    if i < 2 or line.looks[i - 1].place < A_PLACE or line.looks[i].place >= A_PLACE:
        return False
    look = line.looks[i]
    return closes_imprint(line, i) and look.names >= NAMED and look.words <= 4


def _imprint_follows(line: Form, i: int) -> bool:
    """A bracketed imprint, or a place that is known."""
    return i + 1 < len(line.looks) and (line.inner[i + 1] or line.looks[i + 1].place >= A_PLACE)


def is_only_name(line: Form, i: int) -> bool:
    """ "Guilty Men, Cato, Victor Gollancz", "Loom Songs, poems of the mill, Patience Gelm, Weft Press": who wrote.

    A word of no other meaning, or a name of which the first word means something else, where nobody is named before it,
    and a house beyond doubt comes at once or after who helped.
    """
    look = line.looks[i]
    if look.opens_small or look.names >= NAMED or look.publisher >= AN_ACRONYM or look.words > _LONGEST_NAME:
        return False
    if look.place >= A_PLACE or look.has_form or look.inverted or look.date or look.body > NO_BODY:
        return False
    first, explained = after_title(line), is_phrase(line.looks[i - 1]) and not line.looks[i - 1].has_form
    if (
        i < first
        or (i > first and not explained)
        or (house := _house_next(line, i)) is None
        or is_author_named(line, i)
    ):
        return False
    if look.words == 1:
        shown = i > first or (i + 1 == house and line.looks[house].publisher >= LISTED)
        return shown and look.publisher >= 0 and look.signs.is_letters
    return look.names >= _HARDLY_NAMED and not look.signs.has_and and line.looks[house].publisher >= SURE_FIRM


def _house_next(line: Form, i: int) -> int | None:
    """Where the house stands that comes next, past who helped; None where it is not the imprint's."""
    at = i + 1
    while at < len(line.looks) and line.looks[at].role in _HELPERS:
        at += 1
    if at + 1 >= len(line.looks) or line.looks[at].publisher < A_FIRM:
        return None
    return at
