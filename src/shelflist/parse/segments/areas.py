"""The areas of a line, parted by one sign throughout: "The Mill Hands | Ash, Rewi | Weft Press, Leeds, 1954 | 66 pp".

The sign may be a bar, a dash, a slash or a semicolon: whatever it is, commas and stops part only what stands inside an
area, and an area that is names in any form is the author. A sign that stands once may part no more than title and
author: "The Mill Hands / Ash, Rewi. Leeds: Weft Press, 1954". What the other areas are is for the search to say.
"""

import re
from collections import Counter

from shelflist.parse.grammar import Label
from shelflist.parse.looks.author_area import ROLE_NEXT, are_authors, authors_at, is_of_imprint
from shelflist.parse.looks.bodies import is_body_name
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR, read_date
from shelflist.parse.looks.formal import may_be_formal
from shelflist.parse.looks.grades import NAMELIKE, SURE_FIRM
from shelflist.parse.looks.imprint import is_house_or_place, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.looks.roles import read_role
from shelflist.parse.segments.brackets import part_in_bracket
from shelflist.parse.segments.colons import before_date
from shelflist.parse.segments.formed import Formed
from shelflist.parse.segments.names_in_brackets import Next, name_in_bracket
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.tokens import Segment, segment, split_at, trimmed
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer

GAP = ";"
"""The gap of a segment that opens an area, whatever the sign."""
_SIGN = re.compile(
    r"(?:\s|(?<=[a-zà-ÿ])(?=[–—-]\s[A-ZÀ-Þ])|(?<=[^\s/])(?=[/|]\s))(?:(?P<dash>[–—]|--?)|(?P<bar>\|)|(?P<slash>//?))"
    r"(?:\s|(?<=\s[–—/|])(?=[A-ZÀ-Þ\d]))|(?P<semicolon>;)\s"
)
_JOINT = re.compile(_SIGN.pattern + r"|(?P<stop>\.(?<=\w\w\.)|[?!])\s|(?P<comma>,)\s(?=[A-ZÀ-Þ]{3})")
_MAY_PART = re.compile(r"[–—|/;?!.,-](?:(?<=[–—|/;?!])|(?<=\s-)|(?<=\w\w\.)\s|(?<=,)\s[A-ZÀ-Þ]{3})")
"""What each sign has, in a form that a search passes quickly over all other words with; most lines have none."""
_MOST_JOINTS, _TITLE_AND_AUTHOR = 4, 2
_HELD = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|“[^”]*”")
_AT_END = re.compile(r"\s?(?:(?P<dash>[–—-])|(?P<bar>\|)|(?P<slash>/)|(?P<semicolon>;))(?:\s|$)")
_AT_START = re.compile(r"(?:(?P<dash>[–—-])|(?P<bar>\|)|(?P<slash>/)|(?P<semicolon>;))\s$")
_SIGN_AND_BY = re.compile(r"[,.;]\s(?=by\s[A-ZÀ-Þ])")
_WHOLE_IMPRINT = re.compile(
    rf"(?:[^,:;()]{{2,60}},\s(?P<place>[^,:;()\d]{{3,30}}),?|(?P<first>[^,:;()\d]{{3,30}}):\s[^,:;()]{{2,60}},)\s{YEAR_FORM}\.?$"
)
_IMPRINT_FIRST = re.compile(rf"(?P<words>[^,.:;(]+?)(?=$|[,.:;(]|\s\(?{YEAR_FORM})")
_FEWEST = {"dash": 3, "bar": 1, "slash": 2, "semicolon": 2}
"""Signs in a line; where the same sign stands before its title or its extent, one more is enough."""

_AUTHOR_AND_IMPRINT = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ][\w’'-]{2,}\.\s[A-ZÀ-Þ][^.]*,\s(?:[^,.]*,\s)?\d{4}\b")
""" "The Mill Hands. Gelm, Zerwin. Weft Press, Leeds, 1954": two words and a stop before the imprint."""
_EMPTY = frozenset("-–—?")
"""What stands in a column of which nothing is known."""

Area = tuple[int, int]


def areas_of(text: str, start: int, end: int) -> list[Area]:
    """The areas of ``text[start:end]``; one where no sign parts them throughout."""
    signs = _signs(text, start, end)
    if not signs:
        return [(start, end)]
    around = (_AT_END.match(text, end), _AT_START.search(text, max(0, start - 2), start))
    beside = {str(sign.lastgroup) for sign in around if sign}
    counts = Counter(str(sign.lastgroup) for sign in signs)
    kind = max(counts, key=lambda kind: counts[kind] + (kind in beside))
    if counts[kind] < _FEWEST[kind] and kind not in beside:
        return [(start, end)]
    areas, begin = [], start
    for sign in signs:
        if sign.lastgroup == kind:
            areas.append((begin, sign.start()))
            begin = sign.end()
    return [*areas, (begin, end)]


def may_be_parted(text: str, start: int, end: int) -> bool:
    """Some sign stands there that may part areas, or title and author; in most lines none does."""
    return _MAY_PART.search(text, start, end) is not None


def _signs(text: str, start: int, end: int, what: re.Pattern[str] = _SIGN) -> list[re.Match[str]]:
    """Those outside brackets and quotation marks."""
    found = list(what.finditer(text, start, end))
    held = [one.span() for one in _HELD.finditer(text, start, end)] if found else []
    return [sign for sign in found if not any(a < sign.start() < b for a, b in held)]


def read_areas(text: str, areas: list[Area], gazetteer: Gazetteer, *, titled: bool, named: bool) -> Formed:
    """`titled`: the title stands before them; `named`: so do those who wrote."""
    segments: list[Segment] = []
    known: dict[int, Label] = {}
    pieces = [piece for begin, stop in areas if (piece := trimmed(text, begin, stop, GAP)) and piece.text not in _EMPTY]
    pieces = [split_at(piece, by.end())[1] if (by := _SIGN_AND_BY.match(piece.text)) else piece for piece in pieces]
    pieces = pieces if named else [part for piece in pieces for part in _before_bracket(text, piece, gazetteer)]
    empty = not titled and len(areas) > 1 and text[slice(*areas[1])].strip() in _EMPTY  # nobody, and the imprint next
    author = None if named or empty else _author_among(pieces, gazetteer, titled=titled)
    if author is None and not titled and not named and (held := _held_author(pieces, gazetteer)):
        pieces, author = [*held, *pieces[1:]], 1
    for n, piece in enumerate(pieces):
        if n == author:
            known[len(segments)] = _label_of(piece, gazetteer, leads=not (n or titled))
            segments.append(piece)
            continue
        opens = not titled and n == (author == 0)
        if parts := _inside(text, pieces, n, gazetteer, opens=opens):
            if empty and n == 1 and names_score(parts[0].text, gazetteer) >= NAMELIKE:
                known[len(segments)] = Label.PUBLISHER
            segments += refine([parts[0]._replace(gap=GAP if segments else ""), *parts[1:]], gazetteer, opens=opens)
    return Formed(segments, known)


def _inside(text: str, pieces: list[Segment], n: int, gazetteer: Gazetteer, *, opens: bool) -> list[Segment]:
    """An area by its own signs: a title without its part, and before a date place and house apart at their colon."""
    parts = segment(text, pieces[n].start, pieces[n].end)
    if opens and parts and len(pieces) > _TITLE_AND_AUTHOR:
        return [*parts[:-1], *(part_in_bracket(parts[-1]) or parts[-1:])]
    if n and len(parts) == 1 and ":" in parts[0].text and n + 1 < len(pieces) and read_date(pieces[n + 1].text):
        return before_date(parts[0], gazetteer)
    return parts


def _label_of(piece: Segment, gazetteer: Gazetteer, *, leads: bool) -> Label:
    """ "by Rewi Ash": the word shows the role, though the area shows the author."""
    if piece.text.startswith(("by ", "By ")) and read_role(piece.text, gazetteer):
        return Label.ROLE
    return Label.LEADER if leads else Label.AUTHOR


def _before_bracket(text: str, piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """ "Ash, Rewi (Leeds, 1954)": the author, and apart from it what a bracket tells of the imprint."""
    held = text.find(" (", piece.start, piece.end)
    if held >= 0 and (role := ROLE_NEXT.match(text, held, piece.end)):  # "Ash, Rewi (ed.) (Leeds, 1954)"
        held = text.find(" (", role.end(), piece.end)
    if held < 0 or piece.text[-1] != ")" or not are_authors(text[piece.start : held], gazetteer, trusting=True):
        return [piece]
    inside = text[held + 2 : piece.end - 1]
    of_house = " " in inside and publisher_score(inside, gazetteer) >= SURE_FIRM
    if not (of_house or YEAR.search(inside)) and are_authors(piece.text, gazetteer, trusting=True):
        return [piece]  # "Ash, Rewi (ed.)"
    return split_at(piece, held - piece.start)


def _held_author(pieces: list[Segment], gazetteer: Gazetteer) -> list[Segment] | None:
    """ "The Mill Hands (Ash R.T.) | Weft Press, Leeds": title and author, where the next area is an imprint."""
    if len(pieces) < 2 or pieces[0].text[-1] != ")":
        return None
    told = _IMPRINT_FIRST.match(pieces[1].text)
    next_is = Next.SURE_IMPRINT if told and is_house_or_place(told["words"], gazetteer) else Next.UNKNOWN
    return name_in_bracket(pieces[0], gazetteer, next_is=next_is)


def _author_among(areas: list[Segment], gazetteer: Gazetteer, *, titled: bool) -> int | None:
    """The area that is the author: the first, where a title comes next, or one of the two after the title."""
    named = [are_authors(area.text, gazetteer, trusting=True) and not is_body(area.text) for area in areas[:3]]
    if not titled and named[:2] == [True, False] and len(areas) > 2 and not is_of_imprint(areas[1].text, gazetteer):
        return None if _is_number(areas[1].text) else 0
    first = 0 if titled else 1
    told = next((n for n in range(first, min(first + 2, len(named))) if named[n]), None)
    explained = [area.text[0].islower() for area in areas[first + 1 : first + 2]] == [True]
    return first if told is None and explained and is_body_name(areas[first].text) else told


def _is_number(words: str) -> bool:
    """ "Loom Fury; Vol. 4, No. 11; Leeds": after a periodical's name, and nobody's."""
    number = PART.match(words) if may_be_formal(words) else None
    return number is not None and number["kind"] is not None


def imprint_after_title(text: str, start: int, end: int, gazetteer: Gazetteer) -> list[Area]:
    """ "The Mill Hands – Weft Press, Leeds, 1954": title and imprint, where one sign parts them; else nothing."""
    signs = _signs(text, start, end)
    told = _WHOLE_IMPRINT.match(text, signs[0].end(), end) if len(signs) == 1 else None
    if told is None or not gazetteer.is_place(told["place"] or told["first"]):
        return []
    return [(start, signs[0].start()), (signs[0].end(), end)]


def author_after_title(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[Area, Area] | None:
    """Where the sign stands between title and author, and the author after it: "The Mill Hands / Ash, Rewi. Leeds"."""
    for sign in _signs(text, start, end, _JOINT)[:_MOST_JOINTS]:
        trusting = sign.lastgroup in ("bar", "slash") or _AUTHOR_AND_IMPRINT.match(text, sign.end(), end) is not None
        stop = authors_at(text, sign.end(), end, gazetteer, trusting=trusting)
        if stop is None or not text[stop:end].strip(" ,.;:"):
            continue  # nothing follows: a caption, or a line of contents
        if text[start : sign.start()].isupper():
            continue  # "RENTS, RATES AND DUST": capitals are the title's manner
        if sign.lastgroup != "comma" or "," not in text[sign.end() : stop]:
            return sign.span(), (sign.end(), stop)
    return None
