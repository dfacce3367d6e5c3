"""Lines with the punctuation of library catalogues (ISBD): " / " before those responsible, ". — " between areas.

"Title : more of the title / Author ; role by Name. — Edition. — Place : Publisher, Year. — 63 p.". Many who type such
lines keep the first sign alone: "Title / Author. Publisher, Year. 63 p.".
"""

import re

from shelflist.models.page import Span
from shelflist.parse.grammar import Label
from shelflist.parse.looks.bodies import names_body
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import A_BODY, LISTED, NAMED, NAMELIKE, TOWNLIKE
from shelflist.parse.looks.hosts import is_of_an_issue
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import is_number
from shelflist.parse.looks.phrases import tells_kind_first
from shelflist.parse.looks.roles import read_role
from shelflist.parse.segments.formed import Formed
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, past, segment, trimmed
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_AREA = re.compile(r"[.,]?\s(?:--|[—–-])\s(?!$)|\.?\s(?:--|[—–-])\s*$")
_SIGN = re.compile(r"\s:\s|\s;\s")
_SLASH = " / "
_FIELDS = re.compile(r"(?<=\w\w)\.\s|[,;]\s")
_DATED = re.compile(rf"\({YEAR_FORM}\)$")
_PHRASE = re.compile(
    r",\s(?=(?:(?:with|from)\san?\s|(?:as|being)\s(?:[a-z]+(?:ed|en|an|the)|read|told|put|set)\s"
    r"|(?:addressed|delivered|given|written|spoken|printed|read|told|translated|compiled)\s[a-z]{2,4}\s)[a-z]"
    r"|by\s(?:an?|one|those)\s[a-z])"
)
""" "Rules and Orders, as revised at Leeds": what opens so goes on no title."""
_WHOLE_SIGN = (". — ", ". – ")
_STOP_AND_DASH = re.compile(r"\.\s(?:--|[—–])\s")


def read_catalogued(text: str, start: int, end: int, marked: Span | None, gazetteer: Gazetteer) -> Formed | None:
    """The segments of ``text[start:end]``, the title first, where the line has all of these signs or the first."""
    if _is_isbd(text, start, end):
        return _read_isbd(text, start, end, gazetteer)
    return _read_slashed(text, start, end, marked, gazetteer) if _SLASH in text else None


def _is_isbd(text: str, start: int, end: int) -> bool:
    slash = text.find(_SLASH, start, end)
    if slash < 0:  # nobody is named: two areas and the sign before a publisher show it
        return " : " in text[start:end] and len(_STOP_AND_DASH.findall(text)) > 1
    return slash > start and _AREA.search(text, slash, end) is not None and text.find(_SLASH, slash + 1, end) < 0


def _read_isbd(text: str, start: int, end: int, gazetteer: Gazetteer) -> Formed:
    """The segments of ``text[start:end]``, which `_is_isbd`; the title is the first of them."""
    slash = text.find(_SLASH, start, end)
    first = None if slash >= 0 else _STOP_AND_DASH.search(text, start, end)
    stop, areas = (first.start(), first.end()) if first else (max(slash, start), max(slash, start) + len(_SLASH))
    issue = _issue_pieces(text, start, stop) if first else None
    segments, known = (issue, {0: Label.TITLE}) if issue else _title_and_phrase(text, start, stop)
    for n, (at, stop, sign) in enumerate(_chunks(text, areas, end, _AREA)):
        for m, (begin, close, inner_sign) in enumerate(_chunks(text, at, stop, _SIGN)):
            pieces = segment(text, begin, close)
            if not pieces:
                continue
            gap = "." if m == 0 and sign else inner_sign
            pieces[0] = pieces[0]._replace(gap=gap)
            pieces = refine(pieces, gazetteer, opens=False)
            if n == m == 0 and first is None and read_role(pieces[0].text, gazetteer) is None:
                known |= {len(segments) + i: Label.AUTHOR for i in range(len(pieces))}
            elif m == 0 and text[at - 4 : at] in _WHOLE_SIGN and _is_place_alone(pieces, gazetteer):
                known[len(segments)] = Label.PLACE
            segments += pieces
    return Formed(segments, known)


def _issue_pieces(text: str, start: int, stop: int) -> list[Segment] | None:
    """ "The Weaver, vol. 3, no. 4, April 1913. – ": name, numbers and the month, and nothing else."""
    pieces = segment(text, start, stop)
    if len(pieces) < 3 or not is_of_an_issue(read_date(pieces[-1].text)):
        return None
    return pieces if all(is_number(piece.text) for piece in pieces[1:-1]) else None


def _title_and_phrase(text: str, start: int, end: int) -> tuple[list[Segment], dict[int, Label]]:
    phrase = _phrase_at(text, start, end)
    named = ((trimmed(text, start, phrase, ""), Label.TITLE), (trimmed(text, phrase + 1, end, ","), Label.PHRASE))
    pieces = [(piece, label) for piece, label in named if piece]
    return [piece for piece, _ in pieces], dict(enumerate(label for _, label in pieces))


def _phrase_at(text: str, start: int, end: int) -> int:
    """Where in the title's area a phrase begins after a comma that surely is one, or `end`: "Looms, a lecture to …".

    A title goes on over its commas: "Wages, Prices and Hours", "The Weaver, his Loom and his Wife".
    """
    at = text.find(", ", start, end)
    while at > 0:
        words = text[at + 2 : end]
        if _PHRASE.match(text, at, end) or tells_kind_first(words):
            return at
        at = text.find(", ", at + 2, end)
    return end


def _is_place_alone(pieces: list[Segment], gazetteer: Gazetteer) -> bool:
    """ ". — Loomby, 1927. — ": the sign before a house is missing, so that what no list has is the place."""
    if len(pieces) != 2 or read_date(pieces[1].text) is None:
        return False
    words = pieces[0].text
    return " " not in words and place_score(words, gazetteer) >= TOWNLIKE and publisher_score(words, gazetteer) < LISTED


def _read_slashed(text: str, start: int, end: int, marked: Span | None, gazetteer: Gazetteer) -> Formed | None:
    """The segments of ``text[start:end]`` where somebody is named after the first sign, a person or a body."""
    slash = text.find(_SLASH, start, end)
    if slash <= start or text.count("(", start, slash) > text.count(")", start, slash):
        return None
    before = _FIELDS.split(text[start:slash])
    if any(_is_field(it, gazetteer) for it in before[1:] if it):
        return None  # "Looms, Rewi Ash, Weft Press / Warp Books, 1954"
    dated = _DATED.search(text[:slash])  # "Looms (1954) / Rewi Ash"
    titled = _title_and_more(text, start, slash, marked, dated.start() if dated else slash)
    rest = segment(text, slash + len(_SLASH), end)
    if not titled or not rest:
        return None
    told, words = read_role(rest[0].text, gazetteer) is not None, rest[0].text
    if _SLASH in words and (dated or text.startswith(_SLASH, end)):
        return None  # "Looms / Rewi Ash / Weft Press, Leeds, 1954 / 24 pp": it parts all areas
    if not told and names_score(words, gazetteer) < NAMELIKE and not names_body(words):
        return None
    labels = [label for _, label in titled] + ([] if told else [Label.AUTHOR])
    pieces = [piece for piece, _ in titled] + refine(rest, gazetteer, opens=False)
    return Formed(pieces, dict(enumerate(labels)))


def _title_and_more(text: str, start: int, slash: int, marked: Span | None, date: int) -> list[tuple[Segment, Label]]:
    """ "<The Mill Hands>, a story of the looms / ": after the marked title, or a comma, what the work is said to be.

    `date`: where that begins, or the slash.
    """
    within = marked is not None and start <= marked.start and marked.end < date
    end = marked.end if marked and within else date
    if not within:
        end = _phrase_at(text, start, date)
    parts = (
        (trimmed(text, start, end, ""), Label.TITLE),
        (trimmed(text, past(text, end, date, " ,.:;”\"’'"), date, ","), Label.PHRASE),
        (trimmed(text, date, slash, ""), Label.DATE),
    )
    return [(piece, label) for piece, label in parts if piece]


def _is_field(words: str, gazetteer: Gazetteer) -> bool:
    """Somebody's name or a house: the title ended before it. "the history of the Weavers’ Union" is more of it."""
    if words[0].islower():
        return False
    return names_score(words, gazetteer) >= NAMED or publisher_score(words, gazetteer) >= A_BODY


def _chunks(text: str, start: int, end: int, cut: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """(begin, end, sign before) of the stretches that `cut` parts."""
    chunks, begin, sign = [], start, ""
    for found in cut.finditer(text, start, end):
        chunks.append((begin, found.start(), sign))
        begin, sign = found.end(), found.group().strip()
    return [*chunks, (begin, end, sign)]
