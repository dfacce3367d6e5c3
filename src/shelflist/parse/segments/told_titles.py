"""Where the title stands in a line of which a person says that it is a book's: of its own words less is asked then.

"The Mill Hands, Rewi Ash", "1954 The Mill Hands", "The Mill Hands (1954)". What stands beside the title is a name, a
year, or nothing; `pairs` has what is asked of a line of which only a heading says what it is.
"""

import re
from itertools import islice

from shelflist.models.page import Block, Link, Span
from shelflist.parse.looks.author_area import is_loud_name
from shelflist.parse.looks.bare_titles import has_capitals, is_title, tells_office
from shelflist.parse.looks.date_points import MONTHS_AND_SEASONS, YEAR_FORM
from shelflist.parse.looks.grades import NAMED, SURELY_NAMED
from shelflist.parse.looks.imprint import is_house_or_place
from shelflist.parse.looks.leaders import read_leaders
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.title_begins import OTHER_ROLES
from shelflist.parse.looks.turned_names import is_inverted
from shelflist.parse.segments.author_end import leads
from shelflist.parse.segments.links import links_document
from shelflist.parse.segments.pairs import ITEM, LONGEST, title_in, title_without_sign
from shelflist.parse.segments.remarks import remark_at_end
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import SMALL_WORDS

_YEAR = rf"(?:\({YEAR_FORM}\)|\[{YEAR_FORM}\]|{YEAR_FORM})"
_YEAR_BEFORE = re.compile(rf"{_YEAR}(?:\s?[.:,]|\s[–—-])?\s+(?=[A-ZÀ-Þ“\"‘'])")
_YEAR_AFTER = re.compile(rf"(?P<sign>[,.]|\s[–—-]|(?=\s[(\[])|)\s{_YEAR}\.?$")
_SIGN = re.compile(r"[,.;:]\s|\s[–—/|-]{1,2}\s")
_INITIAL = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ]$")
"""The stop after it is its own."""
_FIELDS = re.compile(r"(?:,|(?<!\b[A-ZÀ-Þ])[.;])\s(?=[A-ZÀ-Þ])")
"""Where another field may begin."""
_TO_YEAR = SMALL_WORDS | {"since", "until", "till", "before", "after", "between", *MONTHS_AND_SEASONS.split()}
_BRACKET = re.compile(r"\s[(\[](?!(?:and|or|Book|Part|Vol(?:ume)?\.?|No\.?|#)\s)[^()\[\]]*[)\]]$")
_CAPITALS_FIRST = re.compile(
    r"(?P<title>[A-ZÀ-Þ][^a-zß-ÿ]*[A-ZÀ-Þ]{2}[^a-zß-ÿ]*?)[,.:]?\s(?P<names>(?:[A-ZÀ-Þ]\.?\s){0,3}(?:[A-ZÀ-Þ][\w’-]*[a-zß-ÿ]\s?){1,4})$"
)
_NUMBER = re.compile(r"#\s?\d{1,4}[.:)]?\s+")
""" "#12 The Mill Hands": of lists of what somebody likes."""
_BY_CAPITALS = re.compile(r",?\s[Bb]y(?:\s[A-ZÀ-Þ][\w’'-]*\.?){2,5}$")
_CAPITALS_NEXT = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w’-]*[a-zß-ÿ]|[A-ZÀ-Þ]\.|&|and)[,.:]?\s){1,6}(?=[A-ZÀ-Þ’'-]{2,}\s[^\s]*[A-ZÀ-Þ]{2})"
)
_BY_INSIDE = re.compile(r"[.,;]\s[Bb]y\s")
_QUOTED = re.compile(r".[“\"‘`]\w|[”\"’][\s,.;:]")
_WHOLE = 0.9
"""Share of the line that a mark takes in when all of it is marked."""
_SURER, _TURNED = 1.5, 6.0
_MOST_SIGNS = 6


def told_title(block: Block, author_first: bool | None, gazetteer: Gazetteer, *, author_known: bool) -> Span | None:
    """`author_first`: what is said of the order, if anything. `author_known`: a heading names who wrote it."""
    if len(block.text) > LONGEST:
        return None
    start, end, dated = _between_years(block.text, gazetteer)
    words = block.text[start:end].rstrip(" ,.;:")
    found = (
        title_in(words, gazetteer, whole=False)
        or _before_by(words, gazetteer)
        or _in_capitals(words, gazetteer)
        or _beside_name(words, author_first, gazetteer)
        or title_without_sign(words, gazetteer)
    )
    if found and _tells_who(words[found.start : found.end]):
        return None
    if found is None and _may_be_alone(words, block, gazetteer, dated=dated, author_known=author_known):
        found = Span(0, len(words))
    if found is None:
        return None
    return Span(start + found.start, start + found.start + len(_before_bracket(words[found.start : found.end])))


def _between_years(text: str, gazetteer: Gazetteer) -> tuple[int, int, bool]:
    """The words without a number, a year before them or after them, and a remark; and whether there is a year."""
    item = ITEM.match(text) or _NUMBER.match(text)
    remark = remark_at_end(text, len(text), gazetteer)
    start, end = item.end() if item else 0, remark[0] if remark else len(text)
    before = _YEAR_BEFORE.match(text, start, end)
    start = before.end() if before else start
    after = _YEAR_AFTER.search(text, start, end)
    if after and _runs_on(text[start : after.start()], after["sign"]):
        after = None
    return start, after.start() if after else end, before is not None or after is not None


def _before_by(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "Loom Girl by Wonder Fairhope": whatever words the name is made of."""
    found = _BY_CAPITALS.search(words)
    title = words[: found.start()] if found else ""
    return Span(0, len(title)) if title and is_title(title, gazetteer) else None


def _in_capitals(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "Ash MILL HANDS", "MILL HANDS Rewi Ash": letters of another size begin where the title does, or end with it."""
    found = _CAPITALS_NEXT.match(words) if words[-1:].isupper() else None
    if found and words[found.end() :].isupper():
        return Span(found.end(), len(words))
    found = _CAPITALS_FIRST.match(words) if words[:2].isupper() else None
    if found is None or names_score(found["names"], gazetteer) < NAMED or is_loud_name(found["title"], gazetteer):
        return None
    return Span(0, found.end("title"))


def _tells_who(title: str) -> bool:
    """ "The Loom. Edited" by somebody; "The Loom. By Gen" and his name."""
    return title.rpartition(" ")[2].casefold() in OTHER_ROLES or _BY_INSIDE.search(title) is not None


def _runs_on(words: str, sign: str) -> bool:
    """ "Leeds between 1913 and | 1926", "The Strike of May | 1926", "1905 | – 1926": the year is no field."""
    last = words.rpartition(" ")[2].casefold()
    return last[-1:].isdigit() or (not sign and last in _TO_YEAR)


def _beside_name(words: str, author_first: bool | None, gazetteer: Gazetteer) -> Span | None:
    """On the side that is said to be the title's, or opposite to the surer name."""
    before = None if author_first is False else _after_name(words, gazetteer, told=author_first is True)
    after = None if author_first else _before_name(words, gazetteer)
    if before and after:
        surer = before[0] - after[0]
        return None if abs(surer) < _SURER else (before if surer > 0 else after)[1]
    found = before or after
    if found is None and author_first:
        return _beside_columns(words, gazetteer)
    return found[1] if found else None


def _after_name(words: str, gazetteer: Gazetteer, *, told: bool) -> tuple[float, Span | None] | None:
    """ "Rewi Ash, The Mill Hands": at the farthest sign; where more fields follow the search has to find them."""
    found: tuple[float, Span | None] | None = None
    for sign in islice(_SIGN.finditer(words), _MOST_SIGNS):
        initial = sign.group()[0] == "." and _INITIAL.search(words, 0, sign.start())
        names, title = words[: sign.start() + bool(initial)], words[sign.end() :]
        if (initial and "," not in names) or not is_title(title, gazetteer):
            continue
        if (sign.group()[0] == "," or "," in names) and tells_office(title, gazetteer):
            continue
        if score := _leading(names, gazetteer, told=told, parted=sign.group()[0] in ".:"):
            again = sign.group()[0] == " " and sign.group() in title  # "Rewi Ash – The Mill Hands – Weft Press"
            more = again or _has_more(title, gazetteer, by_comma=sign.group()[0] in ",.")
            found = score, None if more else Span(sign.end(), len(words))
    return found


def _before_bracket(words: str) -> str:
    """ "The Mill Hands [Weft Series 2]"; "The Mill Hands (and others)" is a title."""
    found = _BRACKET.search(words)
    return words[: found.start()] if found else words


def _has_more(title: str, gazetteer: Gazetteer, *, by_comma: bool) -> bool:
    """Other fields after the title: any, where the sign before it is one that parts fields, else an imprint."""
    if _QUOTED.search(title):
        return True
    parts = _FIELDS.split(title)
    return len(parts) > (1 if by_comma else 2) or any(is_house_or_place(part, gazetteer) for part in parts[1:])


def _leading(names: str, gazetteer: Gazetteer, *, told: bool, parted: bool) -> float:
    """How surely the words are authors; 0.0 where they are none. `parted`: by a stop or a colon, as catalogues have."""
    if told and leads(names, gazetteer, trusting=True, dated=False):
        return _TURNED
    if "," in names and read_leaders(names, gazetteer, trusting=parted) is not None:
        return _TURNED
    score = names_score(names, gazetteer)
    return score if score >= NAMED else 0.0


def _before_name(words: str, gazetteer: Gazetteer) -> tuple[float, Span] | None:
    """ "The Mill Hands, Rewi Ash", "The Mill Hands / Ash, Rewi", and whatever comes after that."""
    signs = [sign.span() for sign in _SIGN.finditer(words) if not _INITIAL.search(words, 0, sign.start())]
    stops = [end for end, _ in signs[1:]] + [len(_before_bracket(words))]
    for number, (end, start) in enumerate(signs):
        if not is_title(words[:end], gazetteer):
            continue
        if (score := names_score(words[start : stops[number]], gazetteer)) >= NAMED:
            return score, Span(0, end)
        if number + 1 < len(signs) and is_inverted(words[start : stops[number + 1]], gazetteer):
            return _TURNED, Span(0, end)
    return None


def _beside_columns(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "Rewi Ash Mill Hands": given names and one surname, where it is said that the author comes first."""
    tokens = words.split(" ")
    openings = [" ".join(tokens[:count]) for count in range(2, min(5, len(tokens)))]
    sure = [one for one in openings if _is_surely_name(one, gazetteer)]
    full = (one for one in sure if one.rpartition(" ")[2].casefold() not in gazetteer.given_names)
    names = next(full, sure[0] if sure else "")
    return Span(len(names) + 1, len(words)) if names and is_title(words[len(names) + 1 :], gazetteer) else None


def _is_surely_name(words: str, gazetteer: Gazetteer) -> bool:
    """ "Ash LOOMS" is a name and a title in capitals."""
    in_capitals = {word.isupper() for word in words.split() if len(word) > 2}
    return words[-1].isalpha() and len(in_capitals) == 1 and names_score(words, gazetteer) >= SURELY_NAMED


def _stands_out(block: Block) -> bool:
    """An item of a list, or marked as a whole: what is neither may be anything that stands between."""
    step = block.dom_path.rpartition(" > ")[2]
    marks: tuple[Link | Span, ...] = (*block.links, *block.emphasis)
    marked = sum(one.end - one.start for one in marks)
    return step.startswith("li") or links_document(block) or marked > _WHOLE * len(block.text) or block.text[0] in '“‘"'


def _may_be_alone(words: str, block: Block, gazetteer: Gazetteer, *, dated: bool, author_known: bool) -> bool:
    """Nobody's name. Without its year the line must stand out, and its words have capitals and head no others."""
    first = _SIGN.split(words, maxsplit=1)[0]
    if max(names_score(words, gazetteer), names_score(first, gazetteer)) >= NAMED or not is_title(words, gazetteer):
        return False
    if _has_more(words, gazetteer, by_comma=False):
        return False
    if dated:
        return True
    if not (author_known or _stands_out(block)) or block.text[-1] in ".:" or not has_capitals(words.partition(": ")[0]):
        return False
    return " " in words or author_known or bool(block.links or block.emphasis)
