"""Titles in quotation marks that are the first words of their line, or the last before what is linked or emphasised.

Those with an author before them are found in `quoted`.
"""

import re

from shelflist.models.page import Span
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.grades import SURELY_NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer

BREAK = re.compile(
    r"\s*(?:$|[,.;:|–—\[(?!”\"]|-\s|/\s|(?:by|edited|translated|compiled|illustrated|with|from)\b"
    r"|(?:[Nn]os?|[Nn]umber|[Vv]ol(?:ume)?|[Ii]ssue)\b\.?\s?\d|#\d)"
)
""" "The Mill Hands, …", "The Mill Hands by …": what comes right after a title that is whole."""
_QUOTED = re.compile(r"[“\"](?P<title>[^”\"]{2,300}?)[,.]?[”\"]")
OPENING_MARKS = frozenset("“\"‘`'")
_SINGLE = re.compile(
    r"[‘`](?P<title>[A-ZÀ-Þ][^‘’`]{2,200}(?:’[a-z][^‘’`]*)*?)[,.]?’(?=,|\.\s[A-ZÀ-Þ]|\.?\s(?:by|in|[Vv]ol|[Nn]o)\b)"
    rf"|[‘`'](?P<dated>[A-ZÀ-Þ][^()]{{2,200}}?)[,.]?[’'”\"](?=(?:\s(?:with|by|ed)\s[^()]{{2,80}})?\s?\([^()]{{0,60}}{YEAR_FORM})"
)
""" "‘The Machine Breakers’, by Rewi Ash", "`Crisis on Clydeside' (1934)": what stands in single marks, whole."""
_HOUSE_AND_YEAR = re.compile(rf"\s[A-Z][^()“”\"]{{1,80}}\(\s?(?:c\.?\s?)?{YEAR_FORM}\??\s?\)")
""" "“The Mill Hands” Weft Press (1954)": no comma parts the fields, and the year closes them."""
_BEFORE_NAMES = re.compile(
    r"[“\"‘](?P<title>[^\s“”\"‘]+\s[^“”\"‘]{2,300}?)[,.]?[”\"’]\s(?P<names>[A-ZÀ-Þ][^,;()“”‘]{3,60}?)(?:(?<![A-Z])\.\s(?=[A-Z]\w)|\s?[,(]|$)"
)
""" "“The Mill Hands” Rewi Ash (Leeds: Weft Press, 1954)": names come at once; two words or more stand in the marks."""
_QUOTED_BEFORE = re.compile(r"[“\"](?P<title>[^“”\"]{2,300}?)[,.]?[”\"][\s,.]*(?:in\s)?$")


def quoted_first(text: str, gazetteer: Gazetteer) -> Span | None:
    """The title in the quotation marks that open the line."""
    if (named := _BEFORE_NAMES.match(text)) and names_score(named["names"], gazetteer) >= SURELY_NAMED:
        return Span(named.start("title"), named.end("title"))
    found = _QUOTED.match(text) or _SINGLE.match(text)
    if found is not None and found.re is _SINGLE:
        group = "title" if found["title"] else "dated"
        return Span(found.start(group), found.end(group))
    if found is None or not (
        found.group()[-2] in ",." or BREAK.match(text, found.end()) or _HOUSE_AND_YEAR.match(text, found.end())
    ):
        return None
    return Span(found.start("title"), found.end("title"))


def quoted_before(text: str, marked: Span) -> Span | None:
    """ "“The Machine Breakers.” _Past & Present_": what is marked is the periodical, and the quoted words the title."""
    if not text[: marked.start].rstrip(" ,.in").endswith(("”", '"')):
        return None
    found = _QUOTED_BEFORE.search(text, 0, marked.start)
    return Span(found.start("title"), found.end("title")) if found else None
