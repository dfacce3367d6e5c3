"""Which segments of an unmarked line are one title: where its commas part no fields.

"Russia, Finland and the Baltic"; "Hard Tack, Soft Soap"; "Hiroshima, Nagasaki, Bikini"; "Monopoly; or, How ...".
"""

from shelflist.parse.grammar import AUTHOR
from shelflist.parse.labels.enumerations import enumeration
from shelflist.parse.labels.form import Form, imprint_ends_after, is_named
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import (
    A_BODY,
    A_FIRM,
    A_PLACE,
    LISTED,
    NAMED,
    NAMELIKE,
    NO_BODY,
    SURE_FIRM,
    SURELY_NAMED,
)
from shelflist.parse.looks.phrases import SENTENCE_SCORE
from shelflist.parse.looks.signs import LONGEST_PIECE

_SHORT, _SHORT_SMALL = 4, 2
_LONGEST_ALTERNATIVE, _TOLD_OF_YEAR = 9, 3
_LONGEST_OPENING = 6
"""Words: what is longer than this before its first comma is a whole title."""


def title_run(line: Form) -> int:
    """How many segments after the first are one title with it: "Russia, Finland and the Baltic" gives 1."""
    looks = line.looks
    if line.title_at is not None or len(looks) < 2:
        return 0
    if listed := (looks[0].date is not None and _tells_of_year(line)) or _listed_with_comma(line):
        return listed
    if _opening(line) > _LONGEST_OPENING:
        return _goes_on_with_and(looks[1]) if line.gaps[1] == "," else 0
    if line.gaps[1] == "," and (echoes := _echoes(line) or _goes_on_with_and(looks[1])):
        return max(echoes, _capitals(line))
    if told := _after_semicolon(line):
        return told
    if alternative := _alternative(line):
        return alternative
    if to_stop := _to_stop(line):
        return to_stop
    if looks[0].signs.has_and:
        return _capitals(line)
    if line.gaps[1] == "," and (apposition := looks[1].signs.in_apposition) and _opening(line) <= 1 + apposition:
        return 1
    return _single_words(line) or enumeration(line) or max(_places(line), _capitals(line))


def _tells_of_year(line: Form) -> int:
    """ "1848, The Year of Revolutions"; "1984, George Orwell" is a title and who wrote it."""
    look = line.looks[1]
    if line.gaps[1] != "," or look.has_form or look.opens_small or look.date or look.names >= NAMELIKE:
        return 0
    return int(
        look.words >= _TOLD_OF_YEAR and look.publisher < A_BODY and look.body <= NO_BODY and look.place < A_PLACE
    )


def _opening(line: Form) -> int:
    """Words before the first comma, or of these after the colon: "Witches: Women, the Body and Capital" lists three."""
    return line.looks[0].signs.last_words


def _echoes(line: Form) -> int:
    """ "Not a Penny, Not a Man"; "No Homes, No Vote, No Surrender"; "Panama Canal, Whose Canal?"."""
    count = 0
    while (
        count + 1 in line.kin.echoes
        and line.gaps[count + 1] == ","
        and line.looks[count + 1].names < SURELY_NAMED
        and line.looks[count + 1].body <= NO_BODY
    ):
        count += 1
    return count


def _after_semicolon(line: Form) -> int:
    """ "Co-operation in Russia; its history, significance, and character": so old catalogues part a subtitle."""
    if not line.led or line.gaps[1] != ";" or line.gaps.count(";") > 1:
        return 0
    count = 0
    while count + 1 < len(line.looks) and _is_told(line.looks[count + 1]) and line.gaps[count + 1] in (";", ","):
        count += 1
    return count


def _is_told(look: Features) -> bool:
    return look.opens_small and not (look.has_form or look.date) and look.names < NAMED


def _alternative(line: Form) -> int:
    """ "Monopoly; or, How Labour is Robbed", "Erewhon, or Over the Range"."""
    kind = line.looks[1].signs.alternative
    if kind == 2 and len(line.looks) > 2:
        return 2
    return int(kind == 1 and line.looks[1].words <= _LONGEST_ALTERNATIVE)


def _listed_with_comma(line: Form) -> int:
    """ "Looms: Wool, the Guild, and the Law of Cloth": a comma before the "and" says that short pieces are one list."""
    for i, look in enumerate(line.looks[1:5], 1):
        if line.gaps[i] != "," or look.date or look.names >= NAMED or look.role or look.inverted:
            return 0
        if look.signs.before_and == 0:
            return i if i > 1 else 0
        if look.words > (_SHORT_SMALL if look.opens_small else _SHORT) or look.place >= A_PLACE:
            return 0
        if look.publisher >= A_FIRM and not look.opens_small:
            return 0
    return 0


def _goes_on_with_and(second: Features) -> int:
    """ "The Twilight of the Gods, and Other Tales"."""
    if not second.signs.and_more or second.names >= NAMED or second.role or second.publisher >= A_FIRM:
        return 0
    return int(second.words <= 8)


def _places(line: Form) -> int:
    """ "Hiroshima, Nagasaki, Bikini": places before anything that an imprint needs."""
    count = 0
    while count + 1 < len(line.looks) and line.looks[count + 1].place >= A_PLACE and line.gaps[count + 1] == ",":
        count += 1
    if not count or _opening(line) > 2 or (count == 1 and line.looks[0].place < A_PLACE):
        return 0
    after = line.looks[count + 1 :]
    placed = any(look.place >= A_PLACE for look in after) or any(is_named(look) for look in after)
    return count if placed and after[0].date is None else 0


def _capitals(line: Form) -> int:
    """ "Besoms, Brushes, Baskets, Norah Fenn", "Hard Tack, Soft Soap": short pieces in capitals, and an author later.

    Between them and the author only phrases in small letters may stand.
    """
    count = 0
    if line.looks[0].signs.has_article or not _is_title_piece(line, 0):
        return 0
    while count + 1 < len(line.looks) and line.gaps[count + 1] == "," and _is_title_piece(line, count + 1):
        count += 1
    for look in line.looks[count + 1 :]:
        if is_named(look) or look.body > 0:
            return count
        if not (look.date.span_years if look.date else look.opens_small) or look.edition:
            return 0
    return 0


def _is_title_piece(line: Form, i: int) -> bool:
    look = line.looks[i]
    if look.words > LONGEST_PIECE or look.body > NO_BODY or look.publisher >= A_BODY:
        return False
    if look.names >= SURELY_NAMED or (i and look.names >= NAMED and not _surely_named_next(line, i)):
        return False
    if look.place >= A_PLACE and i and line.looks[i - 1].place < A_PLACE:
        return False
    if look.opens_small or look.date or look.part or look.genre or look.edition or look.series or look.inverted:
        return False
    if look.note_on_person > 0 or look.role or (i and not _is_plain_piece(line, i)):
        return False
    return look.signs.as_title


def _surely_named_next(line: Form, i: int) -> bool:
    """ "Soft Tack, Sue Elm, Weft Press": of two that may be names the surer, not in a list, is the author."""
    if i + 1 >= len(line.looks) or imprint_ends_after(line, i + 1):
        return False
    look = line.looks[i + 1]
    return look.names >= SURELY_NAMED and is_named(look) and not line.looks[i + 1].signs.has_and


def _is_plain_piece(line: Form, i: int) -> bool:
    """No kind of writing, and no explanation that says the title's word again, unless it echoes it."""
    if line.looks[i].signs.tells_work:
        return False
    return i not in line.kin.again or i in line.kin.echoes


def _to_stop(line: Form) -> int:
    """ "Elbe, Saale, Unstrut. Rewi Ash. Urania, Jena": commas part no fields before a stop that parts the author."""
    looks = line.looks
    if looks[0].signs.last_words < looks[0].words and (whole := _subtitle_to_stop(line)):
        return whole
    for i in range(1, min(len(looks), 7)):
        gap = line.gaps[i]
        if gap in (".", ";"):
            return i - 1 if i > 1 and (line.author_known or is_named(looks[i])) else 0
        look = looks[i]
        if gap != "," or look.date or is_named(look) or look.publisher >= SURE_FIRM or look.genre or look.part:
            return 0
        if (look.opens_small and not look.signs.has_and) or (not look.opens_small and look.phrase >= SENTENCE_SCORE):
            return 0
    return 0


def _subtitle_to_stop(line: Form) -> int:
    """ "Looms: a letter to the Weavers’ Bureau, Leeds, 18 July 1909. Rewi Ash. Weft Press, 1934": after the colon, too,
    where the stop parts the author, or his name stands first, and the whole imprint comes after it.

    A semicolon parts as the stop does, and so does the sign of the line's areas.
    """
    stop = next((i for i, gap in enumerate(line.gaps) if gap in (".", ";")), 0)
    if not 1 < stop < 7 or set(line.gaps[1:stop]) != {","}:
        return 0
    after = line.looks[stop:]
    named = line.author_known or (stop, AUTHOR) in line.known or after[0].inverted or is_named(after[0])
    if not named or after[-1].date is None or len(after) < 2:
        return 0
    others = any(look.role or look.part or look.edition or look.publisher >= SURE_FIRM for look in line.looks[1:stop])
    return 0 if others else stop - 1


def _single_words(line: Form) -> int:
    """ "Marx, Engels, Marxism": single words, one of them no name."""
    count = 0
    for i, look in enumerate(line.looks):
        if look.words > 1 or look.date or look.publisher >= LISTED or look.place >= A_PLACE or (i and look.opens_small):
            break
        count = i
    plain = any(look.signs.is_plain_word for look in line.looks[: count + 1])
    return count if count >= 2 and plain else 0
