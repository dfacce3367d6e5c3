"""Whether the authors before a title end at a sign: a comma, a stop, a colon, a bracket, the word of a role.

The words before the sign must be names by their form, and those after it a title: neither more names nor an imprint.
"Ash, R., The Mill Hands"; "Rewi Ash: The Mill Hands"; "RITA ASH. Crusade in Spain.". `author_first` finds the signs.
"""

import re

from shelflist.parse.looks.author_area import is_listing, is_loud_name
from shelflist.parse.looks.bodies import is_body_name, names_body
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import MONTH_OR_SEASON
from shelflist.parse.looks.family_first import are_families, ends_in_given, is_turned, may_be_plain
from shelflist.parse.looks.grades import NAMED, NAMELIKE, SURELY_NAMED
from shelflist.parse.looks.leaders import ends_in_full, ends_with_role, holds_whole_name, read_body, read_leaders
from shelflist.parse.looks.name_first import is_straight_name, is_turned_name
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.roles import read_role
from shelflist.parse.looks.title_begins import (
    FIRST_CHUNK,
    NEXT_STOP,
    ends_in_role_of_next,
    is_by_another,
    names_next,
    nobody_later,
    opens_as_title,
    opens_imprint,
    opens_sure_imprint,
    titles_loudly,
)
from shelflist.parse.looks.title_forms import OPENS_LIFE
from shelflist.parse.looks.turned_names import is_followed_by_name
from shelflist.parse.segments.author_list import list_comes, list_goes_on, opens_with_name, parts_one_name
from shelflist.parse.segments.body_leads import explains_body, is_body_in_capitals, titles_body, titles_catalogued
from shelflist.parse.segments.stopped_names import STOPPED, goes_on_as_name, shows_title, titles_turned
from shelflist.parse.vocabulary.body_words import is_body_by_letters
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key

_TITLE_AND_IMPRINT = re.compile(
    rf"[^,.:;()]{{4,90}}(?:[:.]\s[^.:;()]{{3,90}})?\s\((?:[^()\d]{{2,40}}:\s)?[^()]{{2,80}},\s{YEAR_FORM}\)"
)
""" "Ash, Rewi, Looms (Leeds: Weft Press, 1954)": a title and its imprint are all that follows the name."""
_ONE_TURNED = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+,\s(?:[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){0,2}|(?:(?:[A-ZÀ-Þ]\.?|d[aeiou]|van|von)\s?){1,4})$"
)
_SIGNS = ("colon", "semicolon", "sign")
_AREA = re.compile(r"\s[–—|/-]\s|;\s")
_JOINS_NAMES = re.compile(r", | & ")
_AND = re.compile(r"\s(?:and|&)\s[A-Z]")
_TITLED = 2
""" "The Communist Party, Weft Press": three words or more are rather a title than the house."""
_IMPRINT_AFTER_STOP = re.compile(r"[.?!]\s[A-Z][\w’'-]+(?:[ ,&]+[A-Z][\w’'.-]+){0,2}\s?:\s?[A-Z]")
""" "Labour Research Department. Wages. London: LRD, 1923.": the punctuation of such lists."""
_WITH_INITIALS = r"(?:[A-Z]\.\s?){1,4}(?:(?:[Dd]u|[Dd]e|[Vv]an|[Vv]on|[Mm]ac)\s)?[A-Z][\w’'-]+"
INITIALLED = re.compile(rf"{_WITH_INITIALS}(?:(?:,| and| &)\s{_WITH_INITIALS})*")
""" "E. B. Dynkin, V. A. Uspenskii": no title looks so."""
_OF_SUBJECT = re.compile(r"\s(?:on|about|to|concerning)\s")
""" "Introductory Note on Looms by R. Ash": a title."""
_CAPITALS = re.compile(r".[A-ZÀ-Þ]{2}|.*[A-ZÀ-Þ]$")


def leads(words: str, gazetteer: Gazetteer, *, trusting: bool, dated: bool) -> bool:
    """These words name who is responsible for a title that follows."""
    if read_leaders(words, gazetteer, trusting=trusting) is not None:
        return True
    role = read_role(words, gazetteer)
    if role is not None:
        return names_score(role.names, gazetteer) >= NAMELIKE
    bare = words.strip(" ,;:")
    if not trusting or not bare:
        return False
    if are_families(bare, gazetteer):
        return True
    return names_score(bare, gazetteer) >= (2.0 if dated else 2.5) or (
        dated and (names_body(bare) or is_body_by_letters(bare))
    )


def ends_here(kind: str, words: str, rest: str, gazetteer: Gazetteer, *, dated: bool) -> bool:
    """`words` are the authors and `rest` opens with the title, by a sign of that `kind` between them."""
    if kind == "comma":
        return not parts_one_name(words, rest, gazetteer) and _ends_at_comma(words, rest, gazetteer)
    if kind == "others":
        return leads(words, gazetteer, trusting=True, dated=True)
    if kind == "run" and (MONTH_OR_SEASON.match(words.rpartition(" ")[2]) or not _JOINS_NAMES.search(words)):
        return False  # "The Weaver, May 1996. Rewi Ash, Looms."; "Leeds Weavers 1905: A History"
    if kind in ("sign", "semicolon") and _name_comes(words, rest, gazetteer):
        return False
    if _is_surely_name(kind, words, rest, gazetteer, dated=dated):
        return kind != "semicolon" or not list_goes_on(rest, gazetteer)
    if kind in ("role", "bracket"):
        return _ends_at_role(words, rest, gazetteer)
    if kind in _SIGNS:
        return _ends_at_sign(kind, words, rest, gazetteer)
    if kind == "stop" and titles_loudly(words, rest, gazetteer):
        return True
    return _ends_at_stop(kind, words, rest, gazetteer, dated=dated)


def _name_comes(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Heather Honey - Rewi Ash - 1961": the next area is as much a name, so that the title came first."""
    surety, own = names_score(_AREA.split(rest, maxsplit=1)[0], gazetteer), names_score(words, gazetteer)
    return surety >= NAMED and (surety > own if ";" in rest else surety >= own)


def _is_surely_name(kind: str, words: str, rest: str, gazetteer: Gazetteer, *, dated: bool) -> bool:
    turned = "," in words and is_turned_name(words, kind, rest, gazetteer, dated=dated)
    return turned or (not dated and kind in (*_SIGNS, "stop") and is_straight_name(words, kind, rest, gazetteer))


def _ends_at_sign(kind: str, words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "ASH, Rewi; The Mill Hands; Weft Press; 1954", "REWI ASH: The Mill Hands"."""
    if kind in ("colon", "sign") and is_body_name(words):
        return not explains_body(rest) and titles_body(words, rest, gazetteer)
    if kind == "semicolon" and list_goes_on(rest, gazetteer):
        return False
    if "&" in words and are_families(words, gazetteer) and nobody_later(rest, gazetteer):
        return True
    if (_ONE_TURNED.match(words) and _is_turned(words, rest, gazetteer)) or is_loud_name(words, gazetteer):
        return True
    if kind == "semicolon" and words.isupper() and is_body_in_capitals(words):
        return True
    trusting = rest[0] in '“"‘' and "," in words
    return leads(words, gazetteer, trusting=trusting, dated=False) or _titles_author(words, rest, gazetteer)


def _ends_at_role(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    if ends_in_full(words) or (ends_in_given(words) and not ends_with_role(words)):
        comes = opens_imprint if holds_whole_name(words, gazetteer) else opens_sure_imprint
        return not comes(rest, gazetteer) and read_leaders(words, gazetteer, trusting=True) is not None
    if (words[-1] not in ")]" and _names_come(rest, gazetteer)) or not ends_with_role(words):
        return False
    if "," in words and opens_imprint(rest, gazetteer):
        return False  # "Looms, Rewi Ash (ed.), Weft Press, Leeds, 1954": the title came first
    return read_leaders(words, gazetteer, trusting=True) is not None or _in_usual_order(words, gazetteer)


def _ends_at_stop(kind: str, words: str, rest: str, gazetteer: Gazetteer, *, dated: bool) -> bool:
    if dated and "," not in words and names_next(rest, gazetteer):
        return False  # "Weavers of Leeds (1951), Rewi Ash, Weft Press": the title came first
    if kind == "stop" and ends_in_role_of_next(words, rest, gazetteer):
        return False
    catalogued = kind == "stop" and _IMPRINT_AFTER_STOP.search(rest) is not None
    if catalogued and (read_body(words) is not None or f": {words}, " in rest):
        return titles_catalogued(words, rest, gazetteer)
    if kind == "stop" and is_body_name(words):
        return titles_body(words, rest, gazetteer)
    if kind == "stop" and words.isupper() and is_body_in_capitals(words):
        return not opens_sure_imprint(rest, gazetteer)
    if kind == "stop" and words[-1] == "." and is_turned(words):
        return titles_turned(words, rest, gazetteer)
    if kind == "stop" and rest[0] not in "“\"‘'" and STOPPED.search(words) and goes_on_as_name(words, rest, gazetteer):
        return False
    if kind in ("stop", "between") and opens_sure_imprint(rest, gazetteer):
        return False  # "Looms, R. Ash. Leeds, 1954": the title came first
    told = dated or (catalogued and ("," in words or words[-1] == "."))
    told = told or (kind == "stop" and _ONE_TURNED.match(words) is not None and shows_title(words, rest, gazetteer))
    if leads(words, gazetteer, trusting=told, dated=dated):
        return True
    return is_loud_name(words, gazetteer) or _leads_title(words, rest, gazetteer, catalogued=catalogued)


def _in_usual_order(words: str, gazetteer: Gazetteer) -> bool:
    """ "Tom Elm and Ann Hill (eds)", "ALVAH BESSIE, ed.": sure names with their role."""
    role = read_role(words, gazetteer)
    return role is not None and (role.names.isupper() or names_score(role.names, gazetteer) >= NAMED)


def _names_come(rest: str, gazetteer: Gazetteer) -> bool:
    """ "Chapayev, Dmitry Furmanov, transl. George Kittell": the role is of those who follow."""
    return names_score(rest.partition(",")[0].strip(), gazetteer) >= NAMED


def _ends_at_comma(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Ash, Rewi, Looms (Leeds: Weft Press, 1954)"; "Rewi Ash, The Mill Hands": what follows shows the name."""
    if _ONE_TURNED.match(words) and _TITLE_AND_IMPRINT.match(rest):
        return not is_listing(words, gazetteer)
    if is_straight_name(words, "comma", rest, gazetteer):
        return not list_comes(rest, gazetteer)
    if not _may_end_at_comma(words) or opens_with_name(rest, gazetteer):
        return False
    turned = "," in words and is_turned_name(words, "comma", rest, gazetteer, dated=False)
    return turned or _looks_named(words, rest, gazetteer)


def _may_end_at_comma(words: str) -> bool:
    """A comma, initials, capitals, "by": other words end in no way that is known."""
    return "," in words or "." in words or " by " in words or _CAPITALS.match(words) is not None


def _looks_named(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Ash, R., The Mill Hands"; "Compiled by N. Ash, The Mill Hands": a comma alone shows little."""
    if INITIALLED.fullmatch(words):
        return _comes_after_initials(words, rest, gazetteer)
    if words.isupper() and " " in FIRST_CHUNK.split(rest, maxsplit=1)[0].strip() and is_loud_name(words, gazetteer):
        return not opens_sure_imprint(rest, gazetteer) and nobody_later(rest, gazetteer)
    if FIRST_CHUNK.split(rest, maxsplit=1)[0].strip().count(" ") < _TITLED and opens_imprint(rest, gazetteer):
        return False  # "Loomford, Birger Norman, Stockholm, 1968": the title came first
    if is_turned(words) or (words[1:3].isupper() and may_be_plain(words)):
        return not opens_sure_imprint(rest, gazetteer) and read_leaders(words, gazetteer, trusting=True) is not None
    if "," in words or may_be_plain(words):
        trusting = rest[0] in '“"‘' or opens_as_title(rest, gazetteer)
        if is_listing(words, gazetteer) or is_followed_by_name(words, gazetteer):
            return False
        return read_leaders(words, gazetteer, trusting=trusting) is not None
    role = read_role(words, gazetteer)
    return (
        role is not None
        and " by " in words
        and not _OF_SUBJECT.search(role.role_raw)
        and names_score(role.names, gazetteer) >= NAMED
    )


def _is_turned(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """ "Gelm, Fannina: Women of the East. Weft Press, …": family and given name, though neither is listed."""
    trusting = nobody_later(rest, gazetteer)
    return not is_listing(words, gazetteer) and read_leaders(words, gazetteer, trusting=trusting) is not None


def _comes_after_initials(words: str, rest: str, gazetteer: Gazetteer) -> bool:
    """The rest opens with a title: no imprint, and no author before an imprint ("H. G. Wells, A. West, Cape")."""
    if opens_sure_imprint(rest, gazetteer) or INITIALLED.match(rest):
        return False  # "A. B. Ash, N. Elm, The Mill Hands": the list ends later
    return _titles_author(words, rest, gazetteer)


def _titles_author(words: str, rest: str, gazetteer: Gazetteer, *, catalogued: bool = False) -> bool:
    """ "Rewi Ash: The Mill Hands": sure names, and neither a life's title nor another author after them.

    Of two or more, or before "Leeds: Weft Press" after a stop, each may be less sure: "J Moss and R Elm: ...".
    """
    listed = key(words.split()[0]) in gazetteer.given_names
    given = listed and (catalogued or ("," not in words and opens_as_title(rest, gazetteer)))
    least = NAMED if given or _AND.search(words) else SURELY_NAMED
    if names_score(words, gazetteer) < least or OPENS_LIFE.match(rest) or is_by_another(rest):
        return False
    return nobody_later(rest, gazetteer)


def _leads_title(words: str, rest: str, gazetteer: Gazetteer, *, catalogued: bool) -> bool:
    """ "Rewi Ash. The Mill Hands. Leeds: Weft Press, 1954": after a stop, words come that are nobody's name.

    Whoever is known by one name is the title after a whole one: "Isaac Deutscher. Stalin. London, 1949".
    """
    title = NEXT_STOP.split(rest, maxsplit=1)[0]
    if len(title) == len(rest) or " " not in words or any(map(str.isdigit, title)):
        return False
    named = " " in title and names_score(title, gazetteer) >= NAMELIKE
    return not named and _titles_author(words, rest, gazetteer, catalogued=catalogued)
