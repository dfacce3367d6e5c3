"""What a list says of a text after its linked title: "<The Mill Hands>. How weavers lived before they had a union."

The title's link has told all that identifies the text; the sentences after it tell what it is about. They are a note,
where nothing in them can be a field of the entry.
"""

import re

from shelflist.models.page import Span
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.no_entry import A_SENTENCE, sentence_weight

_BESIDE = re.compile(rf"(?:,?\s[Bb]y\s[A-ZÀ-Þ][^,;:()\d]{{2,60}}?)?(?:\s\({YEAR_FORM}\))?(?=\s?[.:]\s|[?!]|\s[–—-])")
""" ", by Rewi Ash", " (1954)": what may stand between."""
_BREAK = re.compile(
    r"(?<!\s[A-Z])(?<!\.[A-Z])\s?[.:]\s?(?=[A-ZÀ-Þ“‘\"'])|(?<=[?!])[”\"’']?\s(?=[A-ZÀ-Þ])|\s(?:[–—]|--?)\s(?=[^\W\d_]|[“‘\"'])"
)
_FIELD = re.compile(
    rf"\b[Bb]y\s(?:the\s)?[A-ZÀ-Þ]|[,(.]\s?[^,.()]{{0,40}}{YEAR_FORM}[)\].]*$|\([^()]*\d{{4}}\)|\d\s?(?:pp?|pages)\b"
    r"|\b(?:[Ii]n|[Ff]rom)\s(?:the\s)?[A-ZÀ-Þ“‘\"][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*,?\s(?:[Vv]ol|[Nn]o|\d)"
)
"""An author, an imprint, an extent or a host: the words are more than a note."""
_LEAST_WORDS = 4
_FEW_CAPITALS = 0.5


def annotation(text: str, title: Span) -> Span | None:
    """The sign that parts the linked `title`, or author and year after it, from the note that all of the rest is.

    None where what follows may hold more, or something else than an author stands before the link: "Read <Looms>.".
    """
    if text[: title.start].rstrip()[-1:].isalpha():
        return None
    beside = _BESIDE.match(text, title.end)
    broken = _BREAK.match(text, beside.end() if beside else title.end)
    if broken is None or _FIELD.search(text, broken.end()):
        return None
    said = text[broken.end() :]
    words = said.split()
    if len(words) < _LEAST_WORDS:
        return None
    told = sentence_weight(said, 0, len(said)) >= A_SENTENCE
    if not told and not ("." in broken.group() and said[-1] in '.?!”"' and _is_running(words)):
        return None
    return Span(broken.start(), broken.end())


def _is_running(words: list[str]) -> bool:
    """Most words but the first have no capital and none a figure: a phrase, and no imprint, part or title."""
    if any(sign.isdecimal() for word in words for sign in word):
        return False
    return sum(word[:1].isupper() for word in words[1:]) <= _FEW_CAPITALS * (len(words) - 1)
