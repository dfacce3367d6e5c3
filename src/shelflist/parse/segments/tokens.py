"""Cutting a line into the segments that its punctuation marks. No meaning is read here.

A comma, a semicolon and a full stop cut, outside brackets and quotation marks; a full stop only where it ends a
sentence and not an abbreviation or an initial. Slips of typing (",,", ",.") cut once.
"""

import re
from itertools import chain, repeat
from typing import NamedTuple

from shelflist.parse.looks.date_points import MONTHS_AND_SEASONS
from shelflist.parse.looks.honours import is_honours
from shelflist.parse.vocabulary.numbering import ABBREVIATED


class Segment(NamedTuple):
    """``line[start:end]`` is `text`. `gap` is the punctuation before it; `inner` segments stand in a bracket."""

    text: str
    start: int
    end: int
    gap: str = ""
    inner: bool = False


_MARK = re.compile(r"[,;.|()\[\]“”]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.\[&/–-])(?:[A-ZÀ-ÖØ-Þ]|St|Dr|Mr|Mrs|Ms|Mme|Mlle|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Sir|Vol|Vols|vol|vols|No|Nos|no|nos|Nr|nr|[Åå]rg|Jg|jg|Bd|bd|Núm|núm|Pt|pt|pp|p|ed|eds|Ed|Eds"
    r"|trans|tr|rev|n\.p|n\.d|s\.l|s\.n|ca|c|v|vs|cf|etc|al|approx|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|illus|coll?|janv|févr?|avr|juil|déc|ene|abr|ago|dic|[Oo]kt|[Dd]ez|ott|Illus|esp|prob"
    rf"|{ABBREVIATED}|Ya|Yu|Ye|Ll|Yo|Zh|Kh|Ch|Sh|Ts|Th|Ph|Fr|Wm|Chas|Geo|Jas|Jos|Thos|Robt|Edw|Alex|Benj|Saml|Danl|Hon|Maj|Brig|Cllr|transl|comp|comps|[Gg]ol|Hrsg|hrsg"
    r"|arr|abt|[ivx]{1,4}|n|[Ii]ntro|[Ii]ntrod|[Pp]ref|sel|pseud|orig|Rt|Rs|Trans|Transl|Tr|Comp"
    r"|PhD|DPhil|MPhil|[Pp]ubl?|imp|Assoc|Assn|Proc|Mem|Bull|Ann|Phil|Roy|Quart|Astron|Math|Phys|Chem|Biol|Geol|Hist|Econ|Sociol|Psychol|Zool|Bot|Agric|Acad|Univ|Dept|Govt|Soc|Intl|Natl|Educ|Inst|Amer|Brit|Int|Nat|Cttee|Cmn?d|Cm|Cd)$"
    r"|\s[b-zà-ÿ]$"
)
_EDITION_ENDS = re.compile(
    r".*?\b(?:\d{1,2}(?:st|nd|rd|th|d|[aeªº])|[Rr]ev(?:ised|\.)?|[Ee]nl(?:arged|\.)?|[Nn]ew)\sed\.\s(?:[A-ZÀ-Þ]|\d{1,2}(?:mo|to|vo)\b)"
)
""" "3rd ed. London: Weft Press", "Rev. ed. London": after its number the word is no editor's."""
_COUNTED_NEXT = re.compile(r"\s(?:Aufl|Ausg|Jg|Jahrg|Bd|Band|Heft|Teil|Folge)")
""" "4. Aufl. Leipzig": in German a stop makes a number an ordinal."""
_PART_NUMBERED = re.compile(r"\b(?:[Vv]ol\.?|[Pp]art|[Pp]t\.?|[Vv]olume|Bd\.?|[Bb]ook)\s[IVX]$")
_LOUD_NUMBER = re.compile(r"(?<![A-Z])(?:VOLS?|NOS?|PTS?)\.\s?[\dIVX]")
""" "VOL. 4 NO. 1"."""
_LETTERED = re.compile(r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+)\s[A-ZÀ-Þ][\w’'-]+,\s(?P<letters>[A-Z][A-Za-z.]{2,6})$")
_NO_NAME_NEXT = re.compile(r"\s[A-ZÀ-Þ][\w’'-]+(?::\s|\s(?!and\b|&|\((?:eds?|trans)\b))")
""" "Ann Hill, J.P. Elm and K. Ash" are three."""
_INITIALS_OF_TOWNS = frozenset("MLPSМЛПС")
_TOWN_NEXT = re.compile(r"\s(?:[MLМЛ]|M\.[-–]\s?L|М\.[-–]\s?Л|Pg|SPb|Пг|СПб)\.?\s?:\s")
""" "v 1917 g. M.: Mysl'": the towns that Russian lists shorten."""
_SPACE_LEFT_OUT = re.compile(r"[a-zß-ÿ]{4}\.[A-ZÀ-Þ][a-zß-ÿ]{2,}[\s,:]")
""" "The Mill Hands.Leeds: Weft Press": no initial, abbreviation or address looks so."""
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3},(?=\d{3}(?!\d))")
_DIGIT_COMMA_DIGIT = re.compile(r",(?<=\d,)\d")
_BETWEEN_COMMAS = re.compile(r"[^,\s](?:[^,]*[^,\s])?")
_MONTH_NEXT = re.compile(rf"\s(?:{'|'.join(MONTHS_AND_SEASONS.split())})\b", re.IGNORECASE)
_PART_NEXT = re.compile(r"\s(?:Part|Vol(?:ume|\.)?)\s(?:\d{1,2}|[IVX]{1,4}|One|Two)\b")
_DAY_ALONE = re.compile(r"(?:^|[,;(–-])\s?\d\d?$")
_NEXT_SENTENCE = re.compile(
    r"\s*(?:[A-ZÀ-ÖØ-Þ\d“‘\"'(\[£$€]|n\.?\s?[dp]\b|[so]\.\s?[lnoOadfJj]\b|[vn]\.\s?\d|(?:c|ca|abt)\.\s?\d|c\d{4}|(?:eds?|transl?|tr|comp|illus|introd?)\.\s[A-ZÀ-Þ]|(?:edited|translated|compiled|illustrated|introduced)\s(?:[a-z]+\s){0,4}by\s[A-ZÀ-Þ]|(?:circa|about|probably|no\sdate|undated|early|late|mid)\s|$)"
)


def _closes_honours(text: str, stop: int, start: int, end: int) -> bool:
    """ "by Rewi Ash, M.P. Weft Press": after letters of honour two words come, or a place and its colon."""
    if _NO_NAME_NEXT.match(text, stop + 1, end) is None:
        return False
    found = _LETTERED.search(text, max(start, stop - 40), stop)
    return found is not None and is_honours(found["letters"])


def _ends_at_initial(text: str, stop: int, start: int, end: int) -> bool:
    """One letter, and none of a name: "Looms, A to C. By Rewi Ash"; "The L.S.W.R. Part 2"; "Looms, volume I. Leeds"."""
    if text.startswith((" By ", " Part ", " Vol"), stop + 1):
        return text[stop + 2] == "B" or _PART_NEXT.match(text, stop + 1, end) is not None
    if text[stop - 2] == "." and _closes_honours(text, stop, start, end):
        return True
    return text[stop - 1] in "IVX" and _PART_NUMBERED.search(text, max(0, stop - 9), stop) is not None


def _balanced(text: str) -> bool:
    """Every bracket opened is closed, so that brackets may be trusted to hold things together."""
    return (
        text.count("(") == text.count(")") and text.count("[") == text.count("]") and text.count("“") == text.count("”")
    )


def _ends_sentence(text: str, stop: int, start: int, end: int) -> bool:
    after = stop + 1
    if after < end and text[after] not in ' ([“"' and not text[after].isdigit():
        return _SPACE_LEFT_OUT.match(text, max(start, stop - 4), end) is not None
    before = text[stop - 1 : stop]
    if before.isdigit() and _counts(text, stop, start, end):
        return False
    if stop > start and "A" <= before <= "Z" and (stop - 1 == start or text[stop - 2] in " .("):
        return _ends_at_initial(text, stop, start, end)
    if before.isupper() and _LOUD_NUMBER.match(text, max(start, text.rfind(" ", start, stop) + 1), end):
        return False
    if text[after + 1 : after + 2] in _INITIALS_OF_TOWNS and _TOWN_NEXT.match(text, after, end):
        return True
    if before.isalpha() and _ABBREVIATION.search(text[max(start, stop - 8) : stop]):
        if text[stop - 4 : stop] == "vols":
            return text[max(start, stop - 6) : stop - 5].isdigit() and text[after + 1 : after + 2].isupper()
        return text[stop - 2 : stop] == "ed" and _EDITION_ENDS.match(text, max(start, stop - 12), end) is not None
    return bool(_NEXT_SENTENCE.match(text, after, end)) or after >= end


def _counts(text: str, stop: int, start: int, end: int) -> bool:
    """The stop after a figure is that of a decimal, of "2. Mai 1929" or of "4. Aufl."."""
    after = stop + 1
    if stop > start and text[after : after + 1].isdigit():
        return True
    if _MONTH_NEXT.match(text, after, end) and _DAY_ALONE.search(text, start, stop):
        return True
    return _COUNTED_NEXT.match(text, after, end) is not None


def cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets of the punctuation that cuts ``text[start:end]``."""
    depth, trusted, found = 0, _balanced(text[start:end]), []
    has_thousands = _DIGIT_COMMA_DIGIT.search(text, start, end)
    thousands = {m.end() - 1 for m in _THOUSANDS.finditer(text, start, end)} if has_thousands else set()
    barred = text.count("|", start, end) > 1  # one bar alone parts no fields
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        sign = text[at]
        if sign == "," and depth == 0:
            if at not in thousands:
                found.append(at)
        elif sign in "([“":
            depth += trusted
        elif sign in ")]”":
            depth = max(0, depth - 1)
        elif (
            depth == 0
            and at not in thousands
            and (sign != "|" or barred)
            and (sign != "." or _ends_sentence(text, at, start, end))
        ):
            found.append(at)
    return found


_MORE_THAN_COMMAS = re.compile(r"[,;|()\[\]“”](?:(?<!,)|\s*,|\d)")


def _only_commas_cut(text: str, start: int, end: int) -> bool:
    """As in most lines: never two with no words between; no bracket or other sign stands there."""
    if _MORE_THAN_COMMAS.search(text, start, end):
        return False
    stop = text.find(".", start, end)
    while stop >= 0:
        if _ends_sentence(text, stop, start, end):
            return False
        stop = text.find(".", stop + 1, end)
    return True


def _between_commas(text: str, start: int, end: int, inner: bool) -> list[Segment]:
    """What stands between them, by one pattern; only before the first piece there may be none."""
    gaps = chain(["," if text[start:end].lstrip()[:1] == "," else ""], repeat(","))
    found = zip(_BETWEEN_COMMAS.finditer(text, start, end), gaps, strict=False)
    return [Segment(one.group(), one.start(), one.end(), gap, inner) for one, gap in found]


def segment(text: str, start: int, end: int, *, inner: bool = False) -> list[Segment]:
    """The segments of ``text[start:end]``, trimmed; empty ones leave only their punctuation in the next one's gap."""
    if _only_commas_cut(text, start, end):
        return _between_commas(text, start, end, inner)
    segments: list[Segment] = []
    gap, begin = "", start
    for cut in [*cuts(text, start, end), end]:
        sign = text[cut] if cut < end else ""
        if bare := text[begin:cut].strip():
            at = text.index(bare, begin)
            segments.append(Segment(bare, at, at + len(bare), gap, inner))
            gap = sign
        else:
            gap += sign
        begin = cut + 1
    return segments


def trimmed(text: str, start: int, end: int, gap: str, inner: bool = False) -> Segment | None:
    """The stretch without outer white space; None when nothing is left."""
    piece = text[start:end].lstrip()
    bare = piece.rstrip()
    if not bare:
        return None
    start = end - len(piece)
    return Segment(bare, start, start + len(bare), gap, inner)


def past(text: str, start: int, end: int, signs: str) -> int:
    """Where in ``text[start:end]`` the first words stand after any of `signs`."""
    return end - len(text[start:end].lstrip(signs))


def unbracketed(piece: Segment, words: str, gap: str) -> Segment:
    """What a segment in brackets holds: its `words`, without them."""
    return Segment(words, piece.start + 1, piece.end - 1, gap, piece.inner)


def moved(piece: Segment, by: int) -> Segment:
    """The same words in the line, of which what they were found in begins `by` characters later."""
    return piece._replace(start=piece.start + by, end=piece.end + by)


def split_at(piece: Segment, at: int) -> list[Segment]:
    """The segment in two, or in one where a side has no words."""
    first = trimmed(piece.text, 0, at, piece.gap)
    second = trimmed(piece.text, at, len(piece.text), "")
    return [
        Segment(part.text, piece.start + part.start, piece.start + part.end, part.gap, piece.inner)
        for part in (first, second)
        if part
    ]
