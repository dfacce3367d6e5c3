"""Joining the segments that a comma wrongly cut: "Little, Brown and Company"; "August 12, 1966"; "nd., 1940’s".

When anything is tried is told here, too. Persons and bodies are for `names_joined`, the partners of a firm for
`partners`, what tells of a first publication for `originals_joined`.
"""

import re
from functools import lru_cache
from itertools import pairwise

from shelflist.parse.looks.bodies import BODIES_CUE, is_of_country, may_be_second_body
from shelflist.parse.looks.date_points import MONTHS_AND_SEASONS
from shelflist.parse.looks.dates import MONTH_AND_DAY, MONTH_OR_SEASON, YEAR, read_date
from shelflist.parse.looks.editions import EDITION, awaits_first_year, first_published, goes_on_with_edition
from shelflist.parse.looks.formal import may_be_formal
from shelflist.parse.looks.grades import A_PLACE, SURE_FIRM
from shelflist.parse.looks.honours import is_honours
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.segments.house_and_place import ends_in_place
from shelflist.parse.segments.names_joined import (
    AND,
    awaits_officer,
    goes_with_family,
    of_one_name,
    officer_named,
    role_goes_on,
)
from shelflist.parse.segments.originals_joined import original_goes_on
from shelflist.parse.segments.partners import firms_joined, house_in, join, join_all
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.regions import COUNTRIES, REGIONS
from shelflist.parse.vocabulary.role_words import (
    AWAIT_NAMES,
    awaits_another,
    awaits_name,
    awaits_names,
    closes_list,
    opens_list,
    tells_language,
)

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[\s-]?){1,3}$")
_NO_DATE = re.compile(r"(?:n\.?\s?d\.?|no date|undated)$", re.IGNORECASE)
_COMPANY = re.compile(r"(?:[A-Z][\w’'.-]+\s)?(?:and|&)\s(?:Co|Company|Sons|Brothers)\.?$")
_FIRM_ENDINGS = ("Co", "Company", "Sons", "Brothers", "Inc", "Ltd", "Limited")
_LIMITED = re.compile(r"(?:(?:Pty|Pvt\.?) Ltd|Inc|Ltd|Limited)\.?$")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth new"
_ORDINAL_NUMBERS = "1st 2nd 2d 3rd 3d 4th 5th 6th 7th 8th 9th 10th 11th 12th"
_CHANGED = "revised enlarged expanded abridged corrected"
_EDITION_OPENS = re.compile(
    rf"(?:(?:the|an?)\s)?(?:{'|'.join(f'{_ORDINALS} {_ORDINAL_NUMBERS} {_CHANGED}'.split())})$", re.IGNORECASE
)
_AWAITING = cue(AWAIT_NAMES, any_case=True)
_GOES_ON = _AWAITING | cue(
    f"{MONTHS_AND_SEASONS} {_ORDINALS} {_ORDINAL_NUMBERS} {_CHANGED} reprinted facsimile reprint "
    "reproduced republished extract extracted excerpt excerpted offprint",
    any_case=True,
)
"""Only what has one of these words can go on after its comma."""
_MONTHS = cue(MONTHS_AND_SEASONS, any_case=True)
_BRACKET = re.compile(r"\s[(\[]")
_FOR_WHOM = re.compile(
    r"(?:published|printed|issued|produced) (?:for|on behalf of|in association with|under the auspices of) ",
    re.IGNORECASE,
)


def joined_up(segments: list[Segment], gazetteer: Gazetteer, *, opens: bool = False) -> list[Segment]:
    """`opens`: the first segment opens a title, and nothing of persons and bodies is joined to it.

    Most lines are seen at one glance to have nothing to join.
    """
    for before, piece in pairwise(segments):
        if _may_be_joined(piece.text, gazetteer) or may_go_on(before.text, gazetteer):
            return _joined(segments, gazetteer, opens)
    return segments


def _joined(segments: list[Segment], gazetteer: Gazetteer, opens: bool) -> list[Segment]:
    if any(" & " in piece.text or " and " in piece.text for piece in segments[1:]):
        segments = firms_joined(segments, gazetteer)
    joined = segments[:1]
    for i, piece in enumerate(segments[1:], 2):
        if not (_may_be_joined(piece.text, gazetteer) or may_go_on(joined[-1].text, gazetteer)):
            joined.append(piece)
        elif piece.gap == "," and len(joined) > opens and (back := of_one_name(joined, opens, piece.text, gazetteer)):
            joined[-back:] = [join_all([*joined[-back:], piece])]
        elif (
            (len(joined) > 1 and piece.gap == "," and goes_with_family(joined[-1], piece.text, gazetteer))
            or _goes_on(joined[-1], piece, segments[i:], gazetteer)
            or officer_named(joined, piece, segments[i:], gazetteer)
        ):
            joined[-1] = join(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def may_go_on(words: str, gazetteer: Gazetteer) -> bool:
    """Whether these words may want something after their comma. Most do not, and are not tried with what follows."""
    house, cues = house_in(words, gazetteer), cues_in(words)
    if cues & BODIES_CUE or key(house) in gazetteer.publisher_openings:
        return True
    if cues & _GOES_ON and _awaits_more(words, house):
        return True
    return words[0] in "fowpinuFOWPINU" and _opens_imprint(words)


def _opens_imprint(words: str) -> bool:
    """ "printed for", "first published", "undated": what is told of the imprint goes on in the next."""
    if words[0] in "nNuU":
        return _is_no_date(words)
    return first_published(words) is not None or _FOR_WHOM.match(words) is not None


def _awaits_more(words: str, house: str) -> bool:
    """A month without its year, a role without its names, half a statement of edition; see `_are_one`."""
    if not (cues := cues_in(house)) & _GOES_ON:
        return False
    if cues & _MONTHS and (MONTH_OR_SEASON.match(house) or MONTH_AND_DAY.match(house)):
        return True
    if cues & _AWAITING and _awaits_somebody(house):
        return True
    if _EDITION_OPENS.match(house):
        return True
    return may_be_formal(words) and (EDITION.fullmatch(words) is not None or awaits_first_year(words))


def _awaits_somebody(words: str) -> bool:
    if awaits_names(opening := words.partition(",")[0]) or tells_language(opening) or awaits_name(words):
        return True
    return opens_list(words) or awaits_another(words) or awaits_officer(words)


@lru_cache(maxsize=4096)
def _may_be_joined(words: str, gazetteer: Gazetteer) -> bool:
    """Whether these words may belong to what stands before their comma, whatever it is."""
    if "&" in words or " and " in words or may_belong(words):
        return True
    if closes_list(words) or is_honours(words) or may_be_second_body(words):
        return True
    return key(words) in gazetteer.given_names


def may_belong(words: str) -> bool:
    """Initials, "by ...", a region, a country, the ending of a firm; see `_are_one`."""
    if (words[1:2] == "." and _INITIALS.match(words)) or words.startswith("by "):
        return True
    if words.partition(" (")[0] in COUNTRIES:
        return True
    return _region(words).rstrip(".") in REGIONS or words.rstrip(".").endswith(_FIRM_ENDINGS)


def _region(words: str) -> str:
    """ "Wis.: Weft Press", "Wis. 1954": what stands before the house, or the year."""
    region = words.partition(":")[0].rstrip()
    return region[:-5] if region[-5:-4] == " " and YEAR.match(region[-4:]) else region


def _goes_on(first: Segment, second: Segment, later: list[Segment], gazetteer: Gazetteer) -> bool:
    if second.gap == "," and (
        _belong_together(house_in(first.text, gazetteer), second.text, later, gazetteer, opens=not first.gap)
        or original_goes_on(first.text, second, later, gazetteer)
        or _is_for_whom(first.text, second.text, gazetteer)
        or _is_of_edition(first.text, second.text)
    ):
        return True
    return first.text[0] in "nNuU" and _is_no_date(first.text) and _is_guess(second)


def _is_of_edition(first: str, second: str) -> bool:
    """ "third edition" goes on with "revised", or with "revised (Leeds: Weft Press, 1954)"."""
    if not second[0].islower() or not goes_on_with_edition(_BRACKET.split(second, maxsplit=1)[0]):
        return False
    return EDITION.fullmatch(first) is not None


def _is_no_date(words: str) -> bool:
    return bool(_NO_DATE.match(words))


def _is_guess(piece: Segment) -> bool:
    if piece.gap not in (",", ".,", ".") or piece.text.isdigit():
        return False
    date = read_date(piece.text)
    return date is not None and date.edtf is not None


def _is_for_whom(first: str, second: str, gazetteer: Gazetteer) -> bool:
    """ "Published for the Institution on War, Revolution and Peace": the list goes on, and is no house."""
    if first[0] not in "pPiI" or not _FOR_WHOM.match(first) or not AND.search(second):
        return False
    return publisher_score(second, gazetteer) < SURE_FIRM


def _belong_together(first: str, second: str, later: list[Segment], gazetteer: Gazetteer, *, opens: bool) -> bool:
    if cues_in(first) & _GOES_ON or may_belong(second):
        third = later[0].text if later else ""
        return _are_one(first, second, third, gazetteer, opens=opens) or _is_listed_firm(first, second, gazetteer)
    return _is_listed_firm(first, second, gazetteer)


def _are_one(first: str, second: str, third: str, gazetteer: Gazetteer, *, opens: bool) -> bool:
    if second[0].isdigit() and MONTH_AND_DAY.match(first):
        return bool(read_date(second.partition(" (")[0]))
    if second[0] in "12'’" and len(second) < 8 and first[0].isalpha() and MONTH_OR_SEASON.match(first):
        return bool(read_date(second))
    if second[1:2] == "." and _INITIALS.match(second) and first.isalpha() and first.istitle():
        return not gazetteer.is_place(second)  # "Smith, J."; "Capricorn, N.Y."
    if first[0].isalpha() and role_goes_on(first, second, third, gazetteer, opens=opens):
        return True
    if is_of_country(first, second):
        return True
    if (region := _region(second)).rstrip(".") in REGIONS and first[0].isupper():
        return _is_in_region(first, region, gazetteer)
    if second[-1] in "n.pgte" and _EDITION_OPENS.match(first) and (edition := EDITION.match(f"{first}, {second}")):
        return edition.end() == len(first) + len(second) + 2
    if second.rstrip(".").endswith(_FIRM_ENDINGS) and first[:1].isupper() and len(first.split()) <= 5:
        if _LIMITED.match(second):
            return True
        return " " not in first and not gazetteer.is_place(first) and bool(_COMPANY.match(second))
    return False


def _is_in_region(words: str, region: str, gazetteer: Gazetteer) -> bool:
    """A town, alone or after its house: "Superior", "Weft Press: Superior", "Weft Press Superior" in "Wisconsin"."""
    town = words.rpartition(": ")[2]
    if gazetteer.is_place(town) or place_score(f"{town}, {region}", gazetteer) >= A_PLACE:
        return True
    return ends_in_place(town, gazetteer) is not None


def _is_listed_firm(first: str, second: str, gazetteer: Gazetteer) -> bool:
    return key(first) in gazetteer.publisher_openings and gazetteer.is_publisher(f"{first}, {second}")
