"""Cutting what no punctuation cut: one segment in its parts, wherever in the line it stands.

"Peking 1966"; "reprinted 1976"; "(Leeds: Weft Press, 1975)"; "The Iron Heel by Jack London". The parts are cut again in
their turn. What a single bracket holds is judged in `brackets`, what a colon parts in `colons`, where a house ends and
its place begins in `house_and_place`.
"""

import re
from functools import lru_cache

from shelflist.parse.looks.dates import YEAR_OR_NONE, date_at_end, read_date
from shelflist.parse.looks.editions import EDITION, HOUSES
from shelflist.parse.looks.formal import may_be_formal
from shelflist.parse.looks.grades import A_BODY, A_FIRM, A_PERIODICAL, A_PLACE, NAMED, PLACELIKE
from shelflist.parse.looks.imprint import NOT_PRINTED_BUT, place_score, publisher_score
from shelflist.parse.looks.parts import is_number
from shelflist.parse.looks.roles import read_role, sure_of_names
from shelflist.parse.looks.roles_inside import role_inside
from shelflist.parse.segments.brackets import (
    BRACKET_AT_END,
    CAPITALS,
    date_in_bracket,
    dated_parts,
    edition_in_bracket,
    ends_in_role,
    holds_imprint,
    house_in_bracket,
    may_hold_imprint,
    number_and_date,
    numbers_in_bracket,
    part_in_bracket,
    place_in_bracket,
)
from shelflist.parse.segments.colons import at_colon, old_imprint, place_before_date
from shelflist.parse.segments.held import KEPT_WHOLE, before_bracket, dated_edition, series_in_bracket, told_in_bracket
from shelflist.parse.segments.house_and_place import (
    before_listed_place,
    before_place,
    ends_in_place,
    house_after_part,
    is_of_house,
    without_colon,
)
from shelflist.parse.segments.issue_numbers import at_number, number_after_name
from shelflist.parse.segments.joins import joined_up
from shelflist.parse.segments.name_and_house import ends_name
from shelflist.parse.segments.names_in_brackets import name_in_bracket
from shelflist.parse.segments.on_behalf import ends_before_partner
from shelflist.parse.segments.said_published import said_published
from shelflist.parse.segments.series_after import without_series
from shelflist.parse.segments.tokens import Segment, moved, segment, split_at
from shelflist.parse.segments.wholes import CLOSED, end_of_opening
from shelflist.parse.segments.year_after_names import ends_in_names
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_LONGEST_CUT = 300
"""Characters; what is longer is a phrase and holds no imprint."""
_UNDATED = (" nd", " nd.", " n.d", " n.d.")
_ENDS_EDITION = re.compile(r"\W*(?:\s(?:(?:and|&)\s[a-z]+|of\s\d{2,4}(?:\scopies)?))?$")
""" "revised & updated 1986", "ltd edn of 100 1978": what goes on with an edition up to its date."""
_REVISED_BY = re.compile(
    r"[\w\s]{3,30}\b(?:edition|edn?)\.?,?\s(?:rev|enlarged|corrected|expanded|updated)[\w\s.]*\sby\s"
)
""" "third edition, revised by A. Hill": whose revision it is belongs to the statement of edition."""


def cut(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """The segment in its parts. The same words are cut the same way wherever they stand, so that is done once."""
    if len(piece.text) > _LONGEST_CUT or piece.gap in KEPT_WHOLE:
        return [piece]
    parts = _cut_words(piece.text, "." if "." in piece.gap else ",", piece.inner, gazetteer)
    if len(parts) == 1 and parts[0].text == piece.text:
        return [piece]
    gaps = [piece.gap] + [part.gap for part in parts[1:]]
    return [
        part._replace(start=piece.start + part.start, end=piece.start + part.end, gap=gap)
        for part, gap in zip(parts, gaps, strict=True)
    ]


def cut_all(pieces: list[Segment], gazetteer: Gazetteer, *, begin: int = 0) -> list[Segment]:
    """From `begin` on; a house keeps the place in its name where the place of the imprint comes next."""
    cuts: list[Segment] = []
    for i, piece in enumerate(pieces[begin:], begin + 1):
        parts = cut(piece, gazetteer)
        if len(parts) == 2 and not parts[1].gap:
            following = [part for after in pieces[i : i + 2] for part in cut(after, gazetteer)]
            parts = [piece] if is_of_house(parts, following, gazetteer) else parts
        cuts += parts
    return cuts


def is_whole(words: str, gazetteer: Gazetteer) -> bool:
    """Nothing is to be cut off these words between commas."""
    return len(words) > _LONGEST_CUT or _cut_words(words, ",", False, gazetteer)[0].text == words


@lru_cache(maxsize=8192)
def _cut_words(text: str, gap: str, inner: bool, gazetteer: Gazetteer) -> tuple[Segment, ...]:
    return tuple(_parts_of(Segment(text, 0, len(text), gap, inner), gazetteer))


def _parts_of(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    text = piece.text
    if text[0] in "(lpbfmhLPBFMH" and (closed := CLOSED.match(text)):
        return [part for half in split_at(piece, closed.end()) for part in cut(half, gazetteer)]
    if text[-1] in ")]" and (bracket := _bracket_at_end(piece, gazetteer)):
        return bracket
    ends_dated = text[-1] in "0123456789?])-" or text.endswith(_UNDATED)
    if ends_dated and len(text) > 5 and (dated := _before_date(piece, gazetteer)):
        return dated
    if text[0] in "nNsS[" and (absent := NOT_PRINTED_BUT.match(text)):
        return split_at(piece, absent.end())
    if said := said_published(piece):
        house = cut(said.house, gazetteer) if said.house else []
        return [*said.words, *house, *said.after]
    return _after_words(piece, gazetteer)


def _after_words(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """Cut where "by" begins a name, or after the words of a part or an edition, or at the colon of a place."""
    text = piece.text
    if "rinted " in text and (printed := old_imprint(piece)):
        return printed
    may_name = (" by " in text and not _REVISED_BY.match(text)) or " as " in text
    if may_name and (at := role_inside(text, gazetteer, piece.gap)):
        before, role = split_at(piece, at)
        roles = cut(role, gazetteer) if role.text.count(" by ") > 1 else [role]  # "with a foreword by … and maps by …"
        return [*(cut(before, gazetteer) if EDITION.match(before.text) else [before]), *roles]
    if text[0] in "vVpP" and (house := house_after_part(text, gazetteer)):
        number, named = split_at(piece, house)
        return [number, *cut(named, gazetteer)]
    if text[0] in "rRfFeEpPsSnNtT123456789" and may_be_formal(text) and (edition := EDITION.match(text)):
        return _after_edition(piece, edition.end(), gazetteer)
    if at := end_of_opening(text) or ends_before_partner(text, gazetteer):
        return split_at(piece, at)
    if ":" in text and (placed := at_colon(piece, gazetteer)):
        return [*placed[:-1], *_dated_house(placed[-1], gazetteer)]
    if len(numbered := at_number(piece)) > 1:
        return numbered
    if at := ends_name(text, gazetteer):
        return [part for half in split_at(piece, at) for part in cut(half, gazetteer)]
    return before_place(piece, gazetteer)


def _dated_house(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """ "Leeds: Weft 1971": after a place and its colon what stands before the year is the house."""
    dated = date_at_end(piece.text) if piece.gap == ":" and piece.text[-1].isdigit() else None
    if dated is None or not dated.start():
        parts = cut(piece, gazetteer)
        of_house = piece.gap == ":" and len(parts) == 2 and not parts[1].gap and gazetteer.is_place(parts[0].text)
        return [piece] if of_house else parts  # "London: Leeds Loom Press": one place was told
    house, date = split_at(piece, dated.start())
    return [*cut(without_colon(house), gazetteer), date]


def _bracket_at_end(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    return (
        _first_cut(dated_edition(piece), gazetteer)
        or imprint_bracket(piece, gazetteer)
        or number_and_date(piece, gazetteer)
        or numbers_in_bracket(piece)
        or part_in_bracket(piece)
        or date_in_bracket(piece, gazetteer)
        or _first_cut(edition_in_bracket(piece), gazetteer)
        or _first_cut(series_in_bracket(piece, gazetteer), gazetteer)
        or house_in_bracket(piece, gazetteer)
        or _first_cut(place_in_bracket(piece, gazetteer), gazetteer)
        or (name_in_bracket(piece, gazetteer) if piece.text[0].islower() and piece.text[-1] == ")" else None)
        or cut_all(told_in_bracket(piece, gazetteer) or [], gazetteer)
        or None
    )


def _first_cut(parts: list[Segment] | None, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "publ. by Weft Press (Leeds)": what stands before the bracket is cut in its turn."""
    return [*cut(parts[0], gazetteer), *parts[1:]] if parts and len(parts) > 1 else parts


def imprint_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Title (Leeds: Weft Press, 1975)" or the bracket alone: its parts as inner segments."""
    found = BRACKET_AT_END.search(piece.text)
    if not found or not may_hold_imprint(found["inside"], gazetteer):
        return None  # "(Leeds: Weft Press)" over its volumes has no date; their lines have
    dated = YEAR_OR_NONE.search(found["inside"]) is not None
    before = piece.text[: found.start()].rstrip()
    apart = not before or sure_of_names(before, gazetteer) >= NAMED or ends_in_role(before, gazetteer)
    apart = apart or publisher_score(before, gazetteer) >= A_BODY
    inner = _inside_bracket(found["inside"], piece.start + found.start("inside"), gazetteer, apart=apart)
    if (dated and not any(read_date(part.text) for part in inner)) or not holds_imprint(inner, gazetteer, apart=apart):
        return None
    outer = Segment(before, piece.start, piece.start + len(before), piece.gap)
    return before_bracket(outer, gazetteer) + inner if before else inner


def _inside_bracket(inside: str, begin: int, gazetteer: Gazetteer, *, apart: bool) -> list[Segment]:
    """Its fields, from `begin` on; none where only words stand in it that no sign parts."""
    parts = dated_parts(segment(inside, 0, len(inside), inner=True), gazetteer, apart=apart)
    parts, series = without_series(inside, parts, gazetteer)
    if len(parts) < 2 and ":" not in inside:
        return []
    # at its colon "Leeds: Weft, Warp" is cut, and then the firm is joined
    parted = [part for one in parts for part in at_colon(moved(one, begin), gazetteer) or [moved(one, begin)]]
    return cut_all(joined_up(parted, gazetteer), gazetteer) + [moved(part, begin) for part in series]


def _before_date(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Peking 1966", "FLP Peking 1966", "ebook format 2017": the date is cut off where an imprint precedes it."""
    if ("/" in piece.text or "(" in piece.text or "o" in piece.text[-8:]) and (
        numbered := number_after_name(piece, gazetteer)
    ):
        return numbered
    found = date_at_end(piece.text) if read_date(piece.text) is None else None
    if not found or not piece.text[: found.start()].strip(" :"):
        return None
    before = piece.text[: found.start()].rstrip(" :").removesuffix(" in")  # "Weft Press in 1975"
    imprint, date = split_at(piece, found.start())
    house = house_in_bracket(imprint, gazetteer, dated=True) if before[-1] == ")" else None
    if house := house or place_before_date(imprint, gazetteer) or before_listed_place(piece, before, gazetteer):
        return [*house, date]
    edition = EDITION.match(before) if may_be_formal(before) else None
    placed = (
        piece.text.endswith(_UNDATED)
        or place_score(before, gazetteer) >= (PLACELIKE if piece.inner else A_PLACE)
        or publisher_score(before, gazetteer) >= A_FIRM
        or ends_in_place(before, gazetteer)
        or ends_in_names(before, gazetteer)
        or is_number(before)
        or (piece.text[-1].isdigit() and read_role(before, gazetteer) is not None)
        or (before[0] in "vVpP" and house_after_part(before, gazetteer) is not None)
        or (before[-1].isdigit() and _before_date(imprint, gazetteer) is not None)
    )
    if not placed and not (edition and _ENDS_EDITION.match(before, edition.end())):
        return None
    imprint = imprint._replace(text=before, end=imprint.start + len(before))
    return [*cut(without_colon(imprint), gazetteer), date]


def _after_edition(piece: Segment, at: int, gazetteer: Gazetteer) -> list[Segment]:
    """ "reprinted version Red Star Press", "reprinted 1976": the edition's words alone, then the rest."""
    rest = piece.text[at:].strip(" .")
    place, firm = rest.partition(":")[0].strip() or rest, publisher_score(rest, gazetteer)
    if not rest or rest in HOUSES:
        return [piece]  # "First Edition Books"
    told = firm >= A_PERIODICAL or read_date(rest) or place_score(place, gazetteer) >= A_PLACE
    if not told and (not CAPITALS.match(rest) or publisher_score(piece.text, gazetteer) >= A_BODY):
        return [piece]  # capitals may be a house that no list has: "second edition Griffin Bohn"
    first, second = split_at(piece, at)
    return [first, *cut(second, gazetteer)]
