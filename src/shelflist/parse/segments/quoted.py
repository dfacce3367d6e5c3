"""Titles in quotation marks that are not the first words of their line: "Ash, Rewi, ‘Looms’, in The Weaver, …".

Names come before them, and nothing else does; what stands in marks further on is of the line's other fields.
"""

import re

from shelflist.models.page import Span
from shelflist.parse.looks.bodies import names_body
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.grades import SURELY_NAMED
from shelflist.parse.looks.leaders import LONGEST, read_body
from shelflist.parse.looks.names import names_score
from shelflist.parse.segments.author_end import leads
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_OPENS = re.compile(
    r"(?:\d{1,3}[.)]?\s)?(?:(?P<names>[A-ZÀ-Þ][^“”„«\"‘]{2,158}?)[,.:]?\s(?:[–—-]\s)?)?"
    r"(?P<mark>«\s?|[“„\"‘'])(?=[“\"‘]?[A-ZÀ-Þ\d¿¡])"
)
_HOST_NEXT = re.compile(r"[,.]?\s[Ii]n:?\s(?:the\s)?[A-ZÀ-Þ]")
""" "Weavers’ Caucus, “Statement”, in Proceedings of …": before a piece in its host any body has written it."""
_IMPRINT = re.compile(rf"\((?:[^():]{{3,40}}:\s)?[^():]{{3,60}},\s[^():,]{{0,12}}{YEAR_FORM}\)")
_YEAR_AT_END = re.compile(rf",?\s\({YEAR_FORM}[a-z]?\)$")
_HOUSE = rf"\s[A-Z][^()‘’“”'\"]{{1,80}}\((?:c\.?\s?)?{YEAR_FORM}\??\)"
""" "‘The Mill Hands’ Weft Press (1954)": a house and the year, and no other mark, come next."""
_CLOSES = {
    "“": re.compile(r"[,.]?”"),
    "„": re.compile(r"[,.]?[“”]"),
    "«": re.compile(r"[,.]?\s?»"),
    '"': re.compile(r"[,.]?[\"”](?=[\s,.;:)]|$)"),
    "‘": re.compile(
        r"[,.]?”|[,.]?'(?=[,.;:]|$)|[,.]?’(?=[,.;:]|\s(?:in|by|[Vv]ol|[Nn]o)\b|\s[(–—-]|$|" + _HOUSE + r")|[,.]’"
    ),
    "'": re.compile(r"[,.]?'(?=[,.;:]|\s(?:in|by|[Vv]ol|[Nn]o)\b|\s[(–—-]|$|" + _HOUSE + r")|[,.]'"),
}
""" "Workers’ Control": the mark of a genitive closes nothing."""
_LAST_SINGLE = re.compile(
    r"['’]\s(?P<name>(?:[A-ZÀ-Þ](?:\.|[\w’-]*)\s){1,3}[A-ZÀ-Þ][\w-]+)(?=[.,;:]|\s\()(?!.*['’](?:[\s.,;:)]|$))"
)
""" "'The Mill Hands' Rewi Ash.": the last such mark of the line, and a name after it."""
_LONGEST_TITLE = 300
MARKS = "“„«\"‘'"
_MARK = re.compile(f"[{MARKS}]")
_QUOTED = re.compile(r"[“\"](?P<title>[^“”\"]{2,300}?)[,.]?[”\"]|‘(?P<single>[^‘]{2,300}?)[,.]?’(?=[\s,.]|$)")
_CLOSES_LATER = re.compile(r"\s?[,.:–—-]\s?[^“”\"]{2,60}[”\"]")


def quoted_title(text: str, end: int, gazetteer: Gazetteer) -> Span | None:
    """The title in ``text[:end]``; None where no names, or other words, stand before the first words in marks."""
    found = _OPENS.match(text, 0, min(end, LONGEST)) if _MARK.search(text) else None
    if found is None or (found["names"] is None and found["mark"][0] not in "'„«"):
        return None
    closing = _CLOSES[found["mark"][0]].search(text, found.end() + 1, min(end, found.end() + _LONGEST_TITLE))
    closing = closing or _before_name(text, found, end, gazetteer)
    if closing is None:
        return None
    names = found["names"]
    if names is not None and not _leads(names, gazetteer):
        of_body = names_body(names) and (_HOST_NEXT.match(text, closing.end()) or _IMPRINT.search(text, closing.end()))
        return Span(found.end(), closing.start()) if of_body else None
    return Span(found.end(), closing.start())


def _before_name(text: str, opens: re.Match[str], end: int, gazetteer: Gazetteer) -> re.Match[str] | None:
    closing = _LAST_SINGLE.search(text, opens.end() + 1, end) if opens["mark"] in "'‘" else None
    return closing if closing and names_score(closing["name"], gazetteer) >= SURELY_NAMED else None


def _leads(words: str, gazetteer: Gazetteer) -> bool:
    """Persons, with a year or without, or a body and nothing else: "Communist Party “Women Today”"."""
    if words[-1] == ")" and (year := _YEAR_AT_END.search(words)):
        words = words[: year.start()]
    if leads(words, gazetteer, trusting=True, dated=False):
        return True
    return (gazetteer.is_publisher(words) or words.isupper()) and read_body(words) is not None


def is_quoted(text: str, start: int) -> bool:
    """Whether what begins at `start` stands in marks of quotation."""
    before = text[max(0, start - 2) : start].rstrip()
    return before != "" and before[-1] in MARKS


def unquoted_after(text: str, marked: Span, end: int) -> str:
    """ "“<Selected Works>, Volume IV”, (Leeds: …)": the mark that closes after the part is no word of it."""
    found = _CLOSES_LATER.match(text, marked.end, end) if text[marked.start - 1 : marked.start] in ("“", '"') else None
    return f"{text[: found.end() - 1]} {text[found.end() :]}" if found else text


def quoted_next(text: str, start: int, end: int, marked: Span | None) -> Span | None:
    """ "Ash, Rewi. “Looms.” _The Weaver_": the quoted words are the title, whatever is marked further on."""
    found = _QUOTED.match(text, start, end)
    if found is None or (marked is not None and marked.start < found.end()):
        return marked
    group = "title" if found["title"] else "single"
    return Span(found.start(group), found.end(group))
