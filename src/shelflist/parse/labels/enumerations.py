"""Which segments of an unmarked line are one title with an "and" in it: "Russia, Finland and the Baltic".

A list in a title has members about as long as each other, and no imprint goes on after it.
"""

from shelflist.parse.labels.form import Form
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_BODY, A_FIRM, A_PAIR, A_PLACE, AN_ACRONYM, LISTED, NAMED, NO_BODY

_WHOLE = 3


def enumeration(line: Form) -> int:
    """ "Russia, Finland and the Baltic"; without a subtitle: "Beer and Bacon: a Budget Book".

    Of "The Housing Racket, Landlords, Councils and Tenants" the first is a whole: what follows explains it.
    """
    looks, opening = line.looks, line.looks[0].signs.last_words
    for i in range(1, min(len(looks), 6)):
        look, words, closes = looks[i], looks[i].signs.head_words, looks[i].signs.before_and >= 0
        if (look.publisher >= A_PAIR or look.body > NO_BODY) and _imprint_goes_on(line, i):
            return 0
        if (looks[0].signs.has_article and not look.opens_small) or line.gaps[i] != "," or _is_no_member(look):
            return 0
        if not closes and (A_BODY <= look.publisher < LISTED or (look.opens_small and look.signs.tells_work)):
            return 0  # "Street Names, records of British, American and Irish volunteers": a phrase lists them
        if words > (9 if opening == 1 else 7):
            return 0
        if closes and opening > 4 and (look.opens_small or look.signs.tells_work or i in line.kin.again):
            return 0  # "A Reader for Young Mathematicians, Mechanics and Astronomers": no phrase, no word said again
        if closes and look.names < NAMED and _goes_on(look, opening):
            return 0 if i == 1 and opening >= _WHOLE and _closes_at_length(look) else i
        if words > 4 or look.names >= NAMED:
            return 0
    return 0


def _is_no_member(look: Features) -> bool:
    """Another field by its form; "The Weavers, their history and ways"."""
    return bool(look.date or look.role or look.part or look.series or look.signs.opens_own)


def _closes_at_length(look: Features) -> bool:
    """ "Miners against Fascism, Wales and the Spanish Civil War": two things of their own, and no third of a list."""
    return look.signs.before_and > 0 and look.signs.head_words - look.signs.before_and > _WHOLE


def _imprint_goes_on(line: Form, i: int) -> bool:
    """A place or date after it shows a listed publisher to be one: "Peace and Socialism" may also end a title."""
    looks = line.looks
    if i + 1 < len(looks) and line.inner[i + 1] and (looks[i].publisher < A_BODY or _house_is_held(line, i + 1)):
        return False  # the imprint stands in its bracket
    beside = i + 1 < len(looks) and looks[i].body > NO_BODY and looks[i + 1].publisher >= AN_ACRONYM
    return (
        beside
        or i + 1 >= len(looks)
        or looks[i + 1].place >= A_PLACE
        or looks[i + 1].date is not None
        or looks[i + 1].not_printed
    )


def _house_is_held(line: Form, i: int) -> bool:
    """ "Looms, Mills and Society (Leeds: Weft Press, 1954)": the house stands in the bracket that segment i opens."""
    return any(line.inner[at] and look.publisher >= A_FIRM for at, look in enumerate(line.looks[i:], i))


def _goes_on(look: Features, first_words: int) -> bool:
    """The enumeration's last part: its first member is about as short as the title's opening."""
    signs = look.signs
    if look.opens_small and signs.before_and > 0:
        return signs.head_words <= 4 and first_words <= 2
    return signs.before_and <= 3
