"""From punctuation's segments to those of meaning: after the joins (see `joins`), cutting what no punctuation cut.

"Peking 1966"; "reprinted 1976"; "(Leeds: Weft Press, 1975)"; "The Iron Heel by Jack London".
"""

import re
from functools import lru_cache

from shelflist.parse.dashes import at_dashes, count_dashes, parts_at_dashes
from shelflist.parse.dates import DATE_AT_END, MONTH_AND_DAY, DateReading, read_date
from shelflist.parse.gazetteer import Gazetteer
from shelflist.parse.hosts import host_score, is_of_an_issue, split_host
from shelflist.parse.imprint import (
    EDITION,
    NOT_PRINTED_BUT,
    PART,
    PUBLISHED_BY,
    may_be_formal,
    place_score,
    publisher_score,
)
from shelflist.parse.joins import join, joined_up, opens_inverted
from shelflist.parse.names import names_score
from shelflist.parse.roles import read_role, role_inside
from shelflist.parse.stray_dates import with_date
from shelflist.parse.tokens import Segment, segment, split_at

_LONGEST_CUT = 300
"""Characters; what is longer is a phrase and holds no imprint."""
_BRACKET_AT_END = re.compile(r"(?P<open>[(\[])(?P<inside>[^()\[\]]*(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)*)[)\]]$")
_DATED = re.compile(r"(?<!\d)(?:1[4-9]\d\d|20\d\d)(?!\d)|\bn\.?\s?d\b|\bno date\b")
_PLACE_IN_BRACKET = re.compile(r"\s\((?P<place>[^()]{3,30})\)$")
_CLOSED = re.compile(r"\([^()]{3,80}\)(?=\s[A-ZÀ-Þ])")
""" "(Little Loom Library, 5.) Leeds: Weft Press": a whole bracket, and more after it."""
_NAME_IN_BRACKET = re.compile(r"\s\((?P<name>[A-ZÀ-Þ][^()\d,]{4,60})\)$")
_BY_HOUSE = re.compile(
    r"(?P<what>(?:published|printed|issued|re-?printed|re-?issued|re-?published)(?:\s(?:in\s)?(?:1[4-9]|20)\d\d)?"
    r"|(?:first|originally)\s(?:published|printed|issued)\s(?:in\s)?(?:1[4-9]|20)\d\d)\s+by\s+(?:(?=the\s(?:authors?|compilers?|editors?)\b)|(?:the\s+)?(?=[A-Z]))",
    re.IGNORECASE,
)
_HELD_ROLE = re.compile(r"\s[(\[](?P<role>[a-z][^()\[\]]{5,90})[)\]]$", re.IGNORECASE)
_HELD_EDITION = re.compile(
    r"\s\((?P<edition>(?:(?:new|rev(?:ised)?\.?|\d{1,2}(?:st|nd|rd|th)|second|third)\s){1,2}(?:edition|edn\.?|ed\.?))\)$",
    re.IGNORECASE,
)
_INITIALLED_AT_END = re.compile(
    r"\s(?!The\s)[A-Z][\w’'-]*[a-z]{2}(?P<name>\s(?![IVX]{2,}\s)(?:[A-Z]\.?\s?){2,3}\s?[A-Z][a-zà-ÿ’'-]{2,}(?:-[A-Z][a-z]+)?)$"
)
""" "Trade Unions in the Soviet Union W M Citrine": initials say where the missing comma was."""
_COLON = re.compile(r":\s+|:(?=[A-Z])|\s:\s?")


def refine(segments: list[Segment], gazetteer: Gazetteer, *, opens: bool = True, dashed: bool = False) -> list[Segment]:
    """All joins, then all cuts; offsets stay those of the line. `opens`: the first segment opens a title.

    `dashed`: dashes part the line's fields.
    """
    if opens and len(segments) > 1 and opens_inverted(segments, gazetteer):
        segments = [join(segments[0], segments[1]), *segments[2:]]
    if dashed:
        segments = [part for piece in segments for part in parts_at_dashes(piece)]
    refined: list[Segment] = []
    for i, piece in enumerate(_undashed(joined_up(segments, gazetteer, opens=opens), gazetteer, opens)):
        refined.extend(_cut_opening(piece, gazetteer) if opens and i == 0 else _cut(piece, gazetteer))
    return refined if any(read_date(piece.text) for piece in refined) else with_date(refined, gazetteer, opens=opens)


def _undashed(pieces: list[Segment], gazetteer: Gazetteer, opens: bool) -> list[Segment]:
    dashes = sum(count_dashes(piece.text) for piece in pieces)
    if not dashes:
        return pieces
    later = any(_is_author(pieces, i, gazetteer) for i in range(1, min(3, len(pieces))))
    return [
        part
        for i, piece in enumerate(pieces)
        for part in at_dashes(
            piece, gazetteer, opens=opens and i == 0, named_later=later, needed=2.4 if dashes > 1 else 3.9
        )
    ]


def _is_author(pieces: list[Segment], i: int, gazetteer: Gazetteer) -> bool:
    """A name, and not one between commas before place and date, as houses stand."""
    words = pieces[i].text
    if names_score(words, gazetteer) < 2.5 or publisher_score(words, gazetteer) >= 3:
        return False
    after = [piece.text for piece in pieces[i + 1 : i + 3]]
    if not after or read_date(after[0]):
        return not after
    return place_score(after[0], gazetteer) <= 5 or len(after) < 2 or read_date(after[1]) is None


def _cut_opening(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """A title may end in a place and a year ("Moscow 1937"): only a bracketed imprint or an author is cut off."""
    if piece.text.endswith((")", "]")) and (bracket := _imprint_bracket(piece, gazetteer)):
        return bracket
    if piece.text[-1] == ")" and (named := _name_in_bracket(piece, gazetteer)):
        return named
    if (held := _HELD_EDITION.search(piece.text)) and held.start():
        before, edition = split_at(piece, held.start())
        inside = edition._replace(text=held["edition"], start=edition.start + 1, end=edition.end - 1)
        return [*_at_author(before, gazetteer), inside]
    return _at_author(piece, gazetteer)


def _at_author(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    at = role_inside(piece.text, gazetteer)
    if at is None and (bare := _INITIALLED_AT_END.search(piece.text)):
        at = bare.start("name")
    return [piece] if at is None else split_at(piece, at)


def _cut(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """The segment in its parts. The same words are cut the same way wherever they stand, so that is done once."""
    if len(piece.text) > _LONGEST_CUT:
        return [piece]
    parts = _cut_words(piece.text, "." if "." in piece.gap else ",", piece.inner, gazetteer)
    if len(parts) == 1:
        return [piece]
    gaps = [piece.gap] + [part.gap for part in parts[1:]]
    return [
        part._replace(start=piece.start + part.start, end=piece.start + part.end, gap=gap)
        for part, gap in zip(parts, gaps, strict=True)
    ]


@lru_cache(maxsize=8192)
def _cut_words(text: str, gap: str, inner: bool, gazetteer: Gazetteer) -> tuple[Segment, ...]:
    return tuple(_parts_of(Segment(text, 0, len(text), gap, inner), gazetteer))


def _parts_of(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    text = piece.text
    if text[0] == "(" and (closed := _CLOSED.match(text)):
        return [part for half in split_at(piece, closed.end()) for part in _cut(half, gazetteer)]
    if text[-1] in ")]" and (bracket := _bracket_at_end(piece, gazetteer)):
        return bracket
    if text[-1] in "0123456789?])" and len(text) > 5 and (dated := _before_date(piece, gazetteer)):
        return dated
    if text[0] in "nN" and (absent := NOT_PRINTED_BUT.match(text)):
        return split_at(piece, absent.end())
    if text[0] in "frpiFRPIoO" and (house := _BY_HOUSE.match(text)):
        return _by_house(piece, house, gazetteer)
    if named := PUBLISHED_BY.match(text):
        return split_at(piece, named.end())
    if " by " in text and (at := role_inside(text, gazetteer)):
        return split_at(piece, at)
    if (
        text[0] in "rRfFeEpPsSnN123"
        and may_be_formal(text)
        and (edition := EDITION.match(text))
        and edition.end() < len(text)
    ):
        return _after_edition(piece, edition.end(), gazetteer)
    if ":" in text and (placed := _at_colon(piece, gazetteer)):
        return placed
    return _before_place(piece, gazetteer)


def _is_host(words: str, date: DateReading, gazetteer: Gazetteer) -> bool:
    """A periodical by its name, or words with the number of a volume and a year after them."""
    if host_score(words, is_of_an_issue(date), gazetteer) >= 6:
        return True
    return split_host(words)[1] is not None and not date.span_years


def _number_and_date(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "no. 3 (March 1939)", "Past & Present 38 (December 1967)": an issue and its date."""
    found = _BRACKET_AT_END.search(piece.text)
    if not found or found.start() == 0 or not (date := read_date(found["inside"])):
        return None
    before = piece.text[: found.start()].rstrip()
    number = PART.match(before)
    if (number is None or number["rest"]) and not _is_host(before, date, gazetteer):
        return None
    first, last = split_at(piece, found.start())
    return [first, last._replace(text=found["inside"], start=last.start + 1, end=last.end - 1)]


def _bracket_at_end(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    return (
        _imprint_bracket(piece, gazetteer)
        or _number_and_date(piece, gazetteer)
        or _place_in_bracket(piece, gazetteer)
        or _name_after_phrase(piece, gazetteer)
        or _role_in_bracket(piece, gazetteer)
    )


def _role_in_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "A. Makarenko (translated by Ivy Litvinov)": what is before the bracket, and the role in it."""
    held = _HELD_ROLE.search(piece.text)
    if held is None or read_role(held["role"], gazetteer) is None:
        return None
    begin = piece.start + held.start("role")
    role = Segment(held["role"], begin, begin + len(held["role"]))
    before = Segment(piece.text[: held.start()], piece.start, piece.start + held.start(), piece.gap, piece.inner)
    return [*_cut(before, gazetteer), role]


def _name_in_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "The Mill Hands (Rewi Ash)": the author in a bracket after the title, sure to be a person's name."""
    found = _NAME_IN_BRACKET.search(piece.text)
    if found is None or names_score(found["name"], gazetteer) < 4.4 or publisher_score(found["name"], gazetteer) >= 3:
        return None
    before, last = split_at(piece, found.start())
    if names_score(before.text, gazetteer) >= 2:
        return None  # "Cato (Michael Foot)": whose pseudonym it is
    return [before, last._replace(text=found["name"], start=last.start + 1, end=last.end - 1, gap=",")]


def _name_after_phrase(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    return _name_in_bracket(piece, gazetteer) if piece.text[0].islower() and piece.text[-1] == ")" else None


def _place_in_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Weft Press (Leeds)": the place in the bracket, unless the whole is the name of a house."""
    found = _PLACE_IN_BRACKET.search(piece.text)
    if not found or gazetteer.is_publisher(piece.text) or piece.text.startswith(("in ", "In ", "from ")):
        return None
    before, last = split_at(piece, found.start())
    surety, firm = place_score(found["place"], gazetteer), publisher_score(before.text, gazetteer)
    if surety < -1 or (surety < 5 and (firm < 3.0 or found["place"].isupper())):
        return None  # what is not listed is a place only beside a house
    if firm < 0.4 and names_score(before.text, gazetteer) < 2:
        return None
    return [before, last._replace(text=found["place"], start=last.start + 1, end=last.end - 1, gap=",")]


def _by_house(piece: Segment, found: re.Match[str], gazetteer: Gazetteer) -> list[Segment]:
    """ "reprinted by Frank Elm", "first published 1932 by Martin Lawrence": whatever its form, a house is named."""
    what, house = split_at(piece, found.end())
    if not what.text.casefold().startswith(("published", "printed", "issued")):
        what = what._replace(text=found["what"], end=what.start + len(found["what"]))
    first, *more = _cut(house, gazetteer)
    return [what, first._replace(gap="by"), *more]


def _imprint_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Title (Leeds: Weft Press, 1975)" or the bracket alone: its parts as inner segments."""
    found = _BRACKET_AT_END.search(piece.text)
    if not found:
        return None
    dated = _DATED.search(found["inside"]) is not None
    if not dated and not gazetteer.is_place(found["inside"].partition(":")[0]):
        return None  # "(Leeds: Weft Press)" over its volumes has no date; their lines have
    begin = piece.start + found.start("inside")
    parts = segment(found["inside"], 0, len(found["inside"]), inner=True)
    if len(parts) < 2 and ":" not in found["inside"]:
        return None
    moved = [part._replace(start=part.start + begin, end=part.end + begin) for part in parts]
    parted = [
        part for one in moved for part in _at_colon(one, gazetteer) or [one]
    ]  # "Leeds: Weft, Warp" is joined then
    inner = [part for one in joined_up(parted, gazetteer) for part in _cut(one, gazetteer)]
    if (dated and not any(read_date(part.text) for part in inner)) or not _is_imprint(inner, gazetteer):
        return None
    before = piece.text[: found.start()].rstrip()
    outer = [Segment(before, piece.start, piece.start + len(before), piece.gap)] if before else []
    return [one for part in outer for one in _at_author(part, gazetteer)] + inner


def _is_imprint(parts: list[Segment], gazetteer: Gazetteer) -> bool:
    """A bracket with a date is an imprint when something else in it looks like a place or publisher."""
    return any(place_score(part.text, gazetteer) >= 0 or publisher_score(part.text, gazetteer) >= 2 for part in parts)


def _before_date(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Peking 1966", "FLP Peking 1966", "ebook format 2017": the date is cut off where an imprint precedes it."""
    found = DATE_AT_END.search(piece.text)
    if not found or found.start() == 0 or read_date(piece.text):
        return None
    before = piece.text[: found.start()].rstrip()
    if MONTH_AND_DAY.match(before):
        return None
    if house := _house_and_place(piece, before, gazetteer):
        return [*house, split_at(piece, found.start())[1]]
    edition = EDITION.match(before) if may_be_formal(before) else None
    placed = (
        place_score(before, gazetteer) > 5
        or publisher_score(before, gazetteer) >= 3.5
        or _ends_in_place(before, gazetteer)
    )
    if not placed and not (edition and len(before) - edition.end() < 4):
        return None
    first, last = split_at(piece, found.start())
    return [*_cut(_without_colon(first), gazetteer), last]


def _without_colon(piece: Segment) -> Segment:
    """ "Leeds: 1954": the place, where no house stands between."""
    bare = piece.text.rstrip(" :")
    return piece._replace(text=bare, end=piece.start + len(bare))


def _house_and_place(piece: Segment, before: str, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Loomside London 1974": before a listed place and the date, any short name that is no person's or place's."""
    house, _, place = before.rpartition(" ")
    if not house or house.count(" ") > 1 or not gazetteer.is_place(place) or gazetteer.is_place(before):
        return None
    if publisher_score(house, gazetteer) < 0.4 or names_score(house, gazetteer) >= 2 or gazetteer.is_place(house):
        return None
    return split_at(piece._replace(text=before, end=piece.start + len(before)), len(house))


def _ends_in_place(words: str, gazetteer: Gazetteer) -> int | None:
    """Where a listed place begins at the end of words that otherwise look like a publisher or edition."""
    tokens = words.split()
    for count in (1, 2, 3):
        if len(tokens) <= count:
            return None
        place = " ".join(tokens[-count:])
        if not tokens[-count - 1][0].isupper() and tokens[-count - 1] not in ("&", "and"):
            continue
        if gazetteer.is_place(place) and publisher_score(" ".join(tokens[:-count]), gazetteer) >= 3:
            return len(words) - len(place)
    return None


def _before_place(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    if len(piece.text) > 100 or " " not in piece.text or gazetteer.is_publisher(piece.text):
        return [piece]
    last = piece.text[piece.text.rindex(" ") + 1 :]
    if not last[:1].isupper() or publisher_score(piece.text, gazetteer) >= 4.5 or gazetteer.is_place(piece.text):
        return [piece]
    at = _ends_in_place(piece.text, gazetteer)
    if at is None or (names_score(piece.text, gazetteer) > 4 and not gazetteer.is_publisher(piece.text[:at])):
        return [piece]
    return split_at(piece, at)


def _after_edition(piece: Segment, at: int, gazetteer: Gazetteer) -> list[Segment]:
    """ "reprinted version Red Star Press", "reprinted 1976": the edition's words alone, then the rest."""
    rest = piece.text[at:].strip()
    looks = read_date(rest) or publisher_score(rest, gazetteer) >= 2 or place_score(rest, gazetteer) > 5
    if not looks:
        return [piece]
    first, second = split_at(piece, at)
    return [first, *_cut(second, gazetteer)]


def _may_be_house(surety: float, rest: str, gazetteer: Gazetteer) -> bool:
    """After a place that is not listed, the form of a firm; after one that is a single word, any short name."""
    firm = publisher_score(rest, gazetteer)
    return firm >= 3 or (surety >= 0 and firm >= 0.4 and rest.count(" ") < 3)


def _is_house_before_place(house: str, place: str, gazetteer: Gazetteer) -> bool:
    """ "Weft Press: Leeds", the other way round; a place that is not listed needs a house that shows itself."""
    firm, surety = publisher_score(house, gazetteer), place_score(place, gazetteer)
    if place_score(house, gazetteer) > 5 or publisher_score(place, gazetteer) >= 3:
        return False
    return (surety > 5 and firm >= 0.4) or (surety >= -1 and firm >= 3.5)


def _at_colon(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Leeds: Weft Press": only after a place, or in a bracket or after a full stop, where imprints stand."""
    found = _COLON.search(piece.text)
    if not found or found.start() == 0 or found.end() >= len(piece.text):
        return None
    place, rest = piece.text[: found.start()].strip(), piece.text[found.end() :]
    if _is_house_before_place(place, rest, gazetteer):
        house, last = split_at(piece, found.end())  # "Weft Press: Leeds"
        return [house._replace(text=place, end=house.start + len(place)), last._replace(gap=",")]
    surety = place_score(place.split(" and ")[0], gazetteer)
    if surety > 5 and (piece.inner or publisher_score(rest, gazetteer) >= 0.0 or "." in piece.gap or read_date(rest)):
        pass
    elif not (surety >= -1 and (piece.inner or ("." in piece.gap and _may_be_house(surety, rest, gazetteer)))):
        return None
    first, second = split_at(piece, found.end())
    return [_without_colon(first), *(_cut(second._replace(gap=":"), gazetteer))]
