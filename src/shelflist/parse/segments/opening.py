"""What stands before the title and is known by its form: how a list marks its items, and the order of what follows.

"12. ", "• "; "[Book:] "; a code (`shelf_marks`); then what the list is arranged by (`arrangement`), or the author
(`author_first`). What only the words can tell ("Rewi Ash, The Mill Hands, ...") is left to the search.
"""

import re

from shelflist.parse.grammar import Label
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR
from shelflist.parse.looks.dittos import DITTO
from shelflist.parse.looks.grades import NAMED, SURELY_NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.title_forms import has_title_capitals
from shelflist.parse.segments.arrangement import date_first, letters_first, numbered_first, series_first
from shelflist.parse.segments.author_first import author_first, before_mark
from shelflist.parse.segments.formed import Opening
from shelflist.parse.segments.remarks import SIGNS
from shelflist.parse.segments.shelf_marks import is_letter_and_number, shelf_mark
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.role_words import PARTICIPLES

_KIND = re.compile(
    r"\[(?:book|pamphlet|article|speech|essay|leaflet|poster|document|periodical|magazine|newspaper|report|letter)s?"
    r":?\]:?\s+",
    re.IGNORECASE,
)
""" "[Book:] “The Mill Hands”": what the item is, in a list that says so."""
_LABEL = re.compile(
    r"(?:\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|[a-z]{3,}(?:\s[a-z]{3,}){1,4}):\s+(?=[A-ZÀ-Þ“\"‘'])"
)
""" "25 January: Carl Ash, …", "recommended book: Carl Ash, …": why or when the item is listed."""
_NAMED_KIND = re.compile(r"(?:Books?|Pamphlets?|Booklets?):\s+(?=[A-ZÀ-Þ“\"‘])")
_PIECE = re.compile(
    r"(?:Extracts?|Excerpts?|Chapters?|Foreword|Conclusion)(?:\s[\w–-]{1,5})?\s(?:from|of|to)(?:\sthe\s\w+)?:?\s?$"
)
""" "Extract from: <The Mill Hands>": how much of it the link leads to."""
_ITEM = re.compile(
    rf"\s*(?:{DITTO}\s*|[–—-][.,]\s+|[•·▪●○◦■►➢*{SIGNS}]+\s*|\+\s+"
    r"|(?:[–—-]\s)?[(\[][*x ]?[)\]]\s+|[–—-]\s+|\(?[a-z]\)\s+"
    r"|(?:\(\d{1,3}\)|\[\d{1,3}\]|\d{1,3}[.)])\s+(?=[A-ZÀ-Þ“\"‘'\[]|\d{4}\b)"
    r"|\d{1,3}\.(?=[A-ZÀ-Þ]{3}|\[)|\d{1,2}(?:\.\d{1,2}){2,3}\.?\s+(?=[A-ZÀ-Þ“\"‘])"
    r"|\d{1,3}(?:\.|\s)?[–—-]\s(?=[A-ZÀ-Þ“\"‘])"
    r"|\d{1,3}\s(?=[A-ZÀ-Þ][^“”‘\"\d]{2,60}\s?[“\"‘]))"
)

_DIGIT = re.compile(r"\d")
_BY = re.compile(r"(?P<comma>,?)\sby\s(?P<names>[^,;()]{3,60}?)(?=[,;]|\s\(|\.\s[A-Z][a-z]|\.?$)")
_PART = re.compile(r",\s|\s[–—|/-]\s")
_PLACED = re.compile(
    rf"(?:(?P<year>{YEAR_FORM}|n\.\s?d\.|[Uu]ndated:?)"
    r"|(?:No\.?\s|#|[A-Z]{1,3}[./\s-]?)?\d{1,4}(?:[./-]\d{1,4})*(?:\s[A-Z]{3}|[.:)/])?)\s(?=[A-ZÀ-Þ\[“‘\"'])"
)
""" "231 ASH (Rewi)", "B12 Ash, R.", "331.8 ASH Ash, R.", "1882 Ash (Rewi)": what the list is ordered or dated by."""


def read_opening(text: str, end: int, title_at: int | None, gazetteer: Gazetteer) -> Opening:
    """Reads the beginning of ``text[:end]``. `title_at`: where the marked title begins, if one is marked."""
    limit = end if title_at is None else title_at
    if kept := shelf_mark(text, limit) or numbered_first(text, 0, limit):
        return _after_remark(text, kept, end, title_at, gazetteer)
    told = _PIECE.match(text, 0, title_at) if title_at and text[0] in "ECF" else None
    told = told or (_NAMED_KIND.match(text, 0, limit) if text[:1] in ("B", "P") else None)
    if not text[:1].isupper():
        told = _KIND.match(text, 0, limit) if text[:1] == "[" else _LABEL.match(text, 0, min(limit, 48))
    if told:
        return _after_remark(text, told.end(), end, title_at, gazetteer)
    return _read_after(text, 0, end, title_at, gazetteer)


def _after_remark(text: str, at: int, end: int, title_at: int | None, gazetteer: Gazetteer) -> Opening:
    said = text[:at].rstrip(" –—-")
    rest = _read_after(text, at, end, title_at, gazetteer)
    return Opening([Segment(said, 0, len(said)), *rest.segments], [Label.REMARK, *rest.labels], rest.end)


def _read_after(text: str, begin: int, end: int, title_at: int | None, gazetteer: Gazetteer) -> Opening:
    limit = end if title_at is None else title_at
    item = None if text[begin : begin + 1].isupper() else _ITEM.match(text, begin, min(limit + 1, end))
    start = item.end() if item else begin
    if start >= limit:
        return Opening([], [], start)
    dated = date_first(text, start, end, title_at) or series_first(text, start, end, title_at)
    if arranged := dated or letters_first(text, start, limit):
        return _with_author(arranged, text, end, title_at, gazetteer)
    if item is None and (placed := _PLACED.match(text, start, min(limit + 1, end))):
        return _after_place(text, placed, end, title_at, gazetteer) or Opening([], [], start)
    return _author(text, start, end, title_at, gazetteer) or Opening([], [], start)


def _with_author(arranged: Opening, text: str, end: int, title_at: int | None, gazetteer: Gazetteer) -> Opening:
    """ "[1962] Rewi Ash: The Mill Hands": who wrote may stand between what the list is arranged by and the title."""
    sign = text[: arranged.end].rstrip()[-1]
    of_areas = sign in "–—|/;-" and text.find(f" {sign} ", arranged.end, end) >= 0  # the next may be the title
    if of_areas or arranged.end >= (end if title_at is None else title_at):
        return arranged
    after = _author(text, arranged.end, end, title_at, gazetteer)
    if after is None or (Label.DATED in after.labels and Label.DATED in arranged.labels):
        return arranged
    return Opening([*arranged.segments, *after.segments], [*arranged.labels, *after.labels], after.end)


def _author(text: str, start: int, end: int, title_at: int | None, gazetteer: Gazetteer) -> Opening | None:
    if title_at is not None:
        return before_mark(text, start, title_at, gazetteer)
    return author_first(text, start, end, gazetteer)


def _names_somebody(words: str, gazetteer: Gazetteer) -> bool:
    """ "1954 The Mill Hands by Rewi Ash": a list in the order of time, of titles and who wrote them."""
    by = _BY.search(words)
    title, names = (words[: by.start()], by["names"]) if by else [*_PART.split(words, maxsplit=2), ""][:2]
    if not title or _DIGIT.search(title) or title.endswith(PARTICIPLES):
        return False
    if by is None:
        return " " in title and names_score(names, gazetteer) >= SURELY_NAMED
    return (by["comma"] != "" or has_title_capitals(f"{title} Of It All")) and names_score(names, gazetteer) >= NAMED


def _after_place(
    text: str, placed: re.Match[str], end: int, title_at: int | None, gazetteer: Gazetteer
) -> Opening | None:
    """What the list is ordered by is no word of a title where an author or the marked title comes next."""
    shown = placed.end() == title_at or text[placed.end()] in '“‘"'
    if not shown and placed["year"] and not YEAR.search(text, placed.end(), end):
        shown = _names_somebody(text[placed.end() : end], gazetteer)
    bare = Opening([], [], placed.end()) if shown else None
    after = bare or _author(text, placed.end(), end, title_at, gazetteer)
    words = placed.group().rstrip(" :")
    if after is None and is_letter_and_number(words):
        return Opening([Segment(words, placed.start(), placed.start() + len(words))], [Label.UNREAD], placed.end())
    if after is None:
        return None
    dates = placed["year"] and Label.DATED not in after.labels and not YEAR.search(text, after.end, end)
    label = Label.DATED if dates else Label.REMARK
    place = Segment(words, placed.start(), placed.start() + len(words))
    return Opening([place, *after.segments], [label, *after.labels], after.end)
