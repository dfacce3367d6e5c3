"""What the bracket at the end of a title or another field holds besides an imprint: "(pamphlet)", "(2nd edn)", a role.

None is of the title. A bracket that is none of these, as "(Drafts for Discussion)", stays the title's.
"""

import re

from shelflist.parse.looks.dates import YEAR, date_at_end, read_date
from shelflist.parse.looks.editions import EDITION, tells_first_edition, tells_first_publication
from shelflist.parse.looks.grades import A_FIRM, NAMED, PLACELIKE
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.parts_taken import tells_who
from shelflist.parse.looks.roles import read_role, sure_of_names
from shelflist.parse.looks.series import may_name_series, read_series
from shelflist.parse.segments.asides import ASIDE
from shelflist.parse.segments.author_inside import at_author
from shelflist.parse.segments.issue_numbers import at_number
from shelflist.parse.segments.names_in_brackets import Next, name_in_bracket
from shelflist.parse.segments.tokens import Segment, split_at, unbracketed
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.languages import LANGUAGE_FORM

IN_SERIES = "series"
"""The gap of a segment that is a series by its bracket."""
OF_FIRST = "first edition"
"""The gap of a segment that tells of the first edition, after the date of a later one."""
KEPT_WHOLE = frozenset({ASIDE, OF_FIRST, IN_SERIES})
"""The gaps of segments that are not cut any more."""
_KINDS = (
    r"(?:(?:a|one[- ]page|illustrated|duplicated|theatre|souvenir|concert|wall)\s)?(?:leaflet|flyer|flier|handbill|"
    r"poster|pamphlet|booklet|brochure|broadsheet|broadside|newspaper|magazine|newsletter|periodical|programme|"
    r"program|postcard|cartoon|card|map|film|video|audio|typescript|manuscript|mimeo|thesis|speech|letter|article|novel|play|poems?)"
    r"|(?-i:(?:[a-z][a-z’-]+\s){0,2}(?:form|ticket|sticker|badge|agenda|circular|songsheet|calendar|chart|card|sheet|"
    r"program(?:me)?|prospectus|transcript|photocopy|draft|typescript|statement|report|paper|catalogue|newsletter|leaflet))"
)
KIND = re.compile(rf"\s(?:\((?:{_KINDS})\)|\[(?:{_KINDS})\])$", re.IGNORECASE)
""" "(pamphlet)", "(membership card)": what it is; in small letters throughout where more is said."""
_LAST = re.compile(r"\s\((?P<inside>[^()\[\]]{3,80})\)$")
_SERIES = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.&-]*\s(?:(?:of|the|in|and|for|on)\s)*){1,8}(?:Books|Broadsheets|Studies|Briefings|Readers|Editions?|"
    r"Essays|Histories|Reports|Documents|Publications|Viewpoints|Perspectives)$"
    r"|(?:Studies|Texts|Readings|Monographs|Papers|Documents|Problems|Issues|Contributions)\s(?:of|in|on|for)\s(?:the\s)?[A-Z].*$"
)
""" "Loom Broadsheets", "Studies of the Weavers’ Institute": many of a kind."""
_TOLD = re.compile(r"(?:^|\s)[(\[](?P<told>[a-z1-9][^()\[\]]{5,90})[)\]]$", re.IGNORECASE)
_NEXT = re.compile(r"[,;.]\s(?=[a-zA-Z])")
_PARTS = re.compile(r"[,;]\s(?=[a-z])|(?:(?<=\w{2})\.|;)\s(?=[A-Z])")
EDITION_AT_END = re.compile(
    r"(?<=\w),?\s(?:(?:\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Rr]ev(?:ised)?|[Nn]ew|enlarged|abridged)\.?\s){1,2}"
    rf"(?:(?i:{LANGUAGE_FORM})\s)?(?:edition|edn|ed|printing|impression)\.?$"
)


def without_held(piece: Segment, gazetteer: Gazetteer, *, before_imprint: bool) -> list[Segment]:
    """The title alone, and what its last bracket tells. `before_imprint`: the bracket of an imprint comes next."""
    if piece.text[-1] not in ")]":
        return [piece]
    if kind := KIND.search(piece.text):
        before, last = split_at(piece, kind.start())
        return [before, last._replace(gap=ASIDE)]
    found = _LAST.search(piece.text)
    if found is None:
        return [piece]
    is_series = read_series(found["inside"], gazetteer, held=True) is not None
    if is_series or (before_imprint and _SERIES.match(found["inside"])):
        before, last = split_at(piece, found.start())
        return [before, last._replace(gap=IN_SERIES)]
    if before_imprint and EDITION.fullmatch(found["inside"]):
        before, last = split_at(piece, found.start())
        return [before, unbracketed(last, found["inside"], ",")]
    return [piece]


def told_in_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "A. Makarenko (translated by Ivy Litvinov, preface by R. Ash)", "1978 (first published 1977)": bare."""
    held = _TOLD.search(piece.text)
    if held is None or not _stands_alone(held["told"], gazetteer):
        return None
    begin = piece.start + held.start("told")
    told = Segment(held["told"], begin, begin + len(held["told"]), "," if held.start() else piece.gap)
    if not held.start():
        return _at_roles(told, gazetteer)
    before = Segment(piece.text[: held.start()], piece.start, piece.start + held.start(), piece.gap, piece.inner)
    return [before, *_at_roles(told, gazetteer)]


def dated_edition(piece: Segment) -> list[Segment] | None:
    """ "1983 (1st ed. 1936)": the bracket whole, which tells of no edition in hand; "1936 (reprinted 1983)": two."""
    held = _TOLD.search(piece.text) if piece.text[-5:-1].isdigit() else None
    if held is None or not date_at_end(piece.text[: held.start()]):
        return None
    date, told = split_at(piece, held.start())
    edition = unbracketed(told, held["told"], ",")
    if tells_first_edition(edition.text) and edition.text[-4:] < date.text.rstrip(" ?])")[-4:]:
        return [date, edition._replace(gap=OF_FIRST)]
    printed = EDITION.match(edition.text)
    if printed is None or not YEAR.fullmatch(edition.text[printed.end() :].strip(" .,")):
        return None
    return [date, *split_at(edition, printed.end())]


def _at_roles(told: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """ "edited by A. Hill, foreword by R. Ash": each role with its names."""
    for found in _NEXT.finditer(told.text):
        first, second = told.text[: found.start()], told.text[found.end() :]
        if read_role(second, gazetteer) is not None and read_role(first, gazetteer) is not None:
            before = told._replace(text=first, end=told.start + found.start())
            rest = told._replace(text=second, start=told.start + found.end(), gap=found[0][0])
            return [before, *_at_roles(rest, gazetteer)]
    return [told]


def series_in_bracket(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "Weft Press (Little Loom Library, 5)", "1948 (Loom Papers 16)", "1948 (Working Lives)", "R. Ash (Looms, 5)"."""
    held = _LAST.search(piece.text)
    if held and ", " in held["inside"] and gazetteer.is_place(held["inside"].partition(", ")[0]):
        return None  # "Rewi Ash (Leeds, Weft Reprints)"
    if (
        held
        and _is_of_imprint(piece.text[: held.start()], gazetteer)
        and may_name_series(held["inside"], gazetteer, housed=True)
    ):
        imprint, last = split_at(piece, held.start())
        return [imprint, last._replace(gap=IN_SERIES)]
    before, *series = without_held(piece, gazetteer, before_imprint=False)
    if not series:
        return None
    housed = publisher_score(before.text, gazetteer) >= A_FIRM or read_date(before.text) is not None
    return [before, *series] if housed or sure_of_names(before.text, gazetteer) >= NAMED else None


def _is_of_imprint(words: str, gazetteer: Gazetteer) -> bool:
    return read_date(words) is not None or publisher_score(words.rstrip(), gazetteer) >= A_FIRM


def _stands_alone(words: str, gazetteer: Gazetteer) -> bool:
    """A role with its names, a first publication, an edition: what a bracket holds beside any words."""
    if tells_first_publication(words) or read_role(words, gazetteer) is not None:
        return True
    if _are_roles(words.split("; "), gazetteer) or _are_roles(_PARTS.split(words), gazetteer):
        return True
    if tells_who(words):
        return True  # "collated by Ann Hill": what cannot be read is none of the name before it
    edition = EDITION.match(words)
    return edition is not None and (edition.end() >= len(words.rstrip(".")) or words.rstrip(".").endswith("edition"))


def _are_roles(parts: list[str], gazetteer: Gazetteer) -> bool:
    return len(parts) > 1 and all(read_role(part, gazetteer) for part in parts)


def without_edition(piece: Segment) -> list[Segment]:
    """ "The Mill Hands 2nd. edn. (Leeds: Weft Press, 1954)": the edition is none of the title."""
    found = EDITION_AT_END.search(piece.text)
    return split_at(piece, found.start()) if found and not EDITION.fullmatch(piece.text) else [piece]


def before_edition(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """ "Leeds 3rd ed.", "Loomby 4th printing" before the date: place and edition, no sign between them."""
    place, *edition = without_edition(piece)
    return [place, *edition] if edition and place_score(place.text, gazetteer) >= PLACELIKE else []


def before_bracket(outer: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """What stands before the bracket of an imprint: the title, its edition, a name in another bracket, a number."""
    first, *held = without_held(outer, gazetteer, before_imprint=True)
    told = [
        one
        for part in [*without_edition(first), *held]
        for one in name_in_bracket(part, gazetteer, next_is=Next.SURE_IMPRINT) or at_number(part)
    ]
    return [one for part in told for one in at_author(part, gazetteer)]
