"""Lists that say what they list: "Further reading", "Books by Rewi Ash", "Bibliography".

Under such a heading a name and a title are enough for an entry, or a title and its year; elsewhere captions, contents
and programmes look so, too. The innermost heading that says what its lines are decides.
"""

import re
from functools import lru_cache

from shelflist.parse.grammar import AUTHOR, DATE, LEADER, ROLE
from shelflist.parse.labelled import Labelled

_BOOKS = re.compile(
    r"\b(?:books?|book\s?lists?|readings?|reading lists?|bibliograph\w*|pamphlets?|booklets?|literature|publications?|"
    r"novels|memoirs|monographs|textbooks|works (?:by|of|cited|published)|writings (?:by|of))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:films?|videos?|audio|music|songs?|records|podcasts?|contents|in this issue|chapters?|gallery|galleries|"
    r"paintings?|art|artists?|posters?|photo\w*|pictures|images|sculpt\w*|monuments?|museums?|exhibitions?|events?|"
    r"meetings?|talks?|groups?|clubs?|shops?|sellers?|reviews?|comments?|about|news|links|members|people|speakers|fairs?)\b",
    re.IGNORECASE,
)
""" "Book reviews", "Reading group meetings": no list of books, whatever else the heading says."""
_NAMED, _DATED = 2.5, 1.0


@lru_cache(maxsize=1024)
def lists_books(heading_path: tuple[str, ...], page_title: str | None) -> bool:
    """The innermost heading that says what stands under it, or else the page's title, says books."""
    for heading in (*reversed(heading_path), page_title or ""):
        if _OTHERS.search(heading):
            return False
        if _BOOKS.search(heading):
            return True
    return False


def listed_weight(line: Labelled) -> float:
    """How much a name beside the title counts in a list of books, or a year in a bracket and not after a comma."""
    labels = line.trust.trusted
    if not line.title_marked:
        return _DATED if DATE in labels and line.text.rstrip(" .").endswith(")") else 0.0
    return _NAMED if not {AUTHOR, LEADER, ROLE}.isdisjoint(labels) else 0.0
