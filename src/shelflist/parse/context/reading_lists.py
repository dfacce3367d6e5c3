"""Lists that say what they list: "Further reading", "Books by Rewi Ash", "Bibliography".

Under such a heading a name and a title are enough for an entry, or a title and its year; elsewhere captions, contents
and programmes look so, too. The innermost heading that says what its lines are decides; where none says it, the page's
other lines may: a line typed as its entries of a name and a title are is one, too, though nothing is linked in it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from shelflist.models.citation import Citation, LineKind, Reading
from shelflist.models.page import Block
from shelflist.parse.grammar import AUTHOR, DATE, DATED, LEADER, PART, PLACE, ROLE, TITLE
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.segments.marks import title_span
from shelflist.parse.segments.pairs import title_in_list
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_BOOKS = re.compile(
    r"\b(?:books?|book(?:lists?|shelf|shelves)|readings?|reads|bibliograph\w*|pamphlets?|booklets?|"
    r"literature|publications?|(?:non[- ]?)?fiction|novels|memoirs|poetry|monographs|textbooks|"
    r"(?:set|required|primary|key) texts|(?:primary|secondary|printed|published) (?:sources|works)|references|"
    r"works (?:by|of|cited|published)|writings (?:by|of))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:films?|videos?|audio|music|songs?|records|podcasts?|contents|in this issue|chapters?|gallery|galleries|"
    r"paintings?|art|artists?|posters?|photo\w*|pictures|images|sculpt\w*|monuments?|museums?|exhibitions?|events?|"
    r"meetings?|talks?|groups?|clubs?|shops?|sellers?|reviews?|comments?|about|news|links|members|people|speakers|fairs?)\b",
    re.IGNORECASE,
)
""" "Book reviews", "Reading group meetings": no list of books, whatever else the heading says."""
_PARTS = re.compile(r"\b(?:contents|in this issue|chapters?)\b", re.IGNORECASE)
_SHELF = re.compile(r"\b(?:library|scans|shelf|texts)\b", re.IGNORECASE)
_GATHERINGS = re.compile(
    r"\b(?:program(?:me)?s?|schedules?|timetables?|conferences?|congress|seminars?|sessions?|workshops?|lectures|"
    r"courses|broadcasts?|episodes?|interviews?|play ?lists?|tracks?|albums?|discography|filmography|cast|crew|"
    r"credits|committees?|officers|executive|board|staff|team|delegates|candidates|results|supporters|sponsors|"
    r"signatories|donations|donors|contributors|obituar\w*|honour|memoriam|biograph\w*|lives|portraits|"
    r"drawings|prints|exhibits|banners|awards|prizes|winners|quot\w+|sayings|branches|contacts?|acknowledg\w+|"
    r"thanks|chronology|timeline|recent|latest)\b",
    re.IGNORECASE,
)
""" "Programme", "Speakers", "Recent comments": whom or what is listed there no book need have."""
_READING = re.compile(
    r"\b(?:reading lists?|(?:further|recommended|suggested|background|essential) reading|bibliograph(?:y|ies))\b",
    re.IGNORECASE,
)
""" "Books and pamphlets from Leeds" may have pictures with captions: as a page's title it says too little."""
_NAMED, _DATED = 2.5, 1.0
_OF_CAPTIONS = frozenset({TITLE, LEADER, AUTHOR, ROLE, DATE, DATED, PLACE})
_OF_VOLUME, _VOLUME_AND_YEAR = (PART, DATE), re.compile(r"Vol(?:ume|\.)?\s\w+\W{1,3}\d{4}(?:[-–/]\d+)?\W?$")
_FEWEST = 5
_A_SENTENCE = 60
"""Characters of a heading that tells more than what it lists."""
_NAMES_ONLY = re.compile(
    r"(?:\d{1,3}[.)]\s)?[A-ZÀ-Þ][\w’'.-]*(?:,?\s(?:[A-ZÀ-Þ][\w’'.-]*|and|&|de|van|von|der|al|della|du|la|le|bin|ibn)){0,7}"
)
_PARTS_BEFORE = re.compile(r"([:,]|[–—-]{1,2})\s*$")
_PARTS_AFTER = re.compile(r"(?=,?\s[Bb]y\s),?\s([Bb]y)|\s?([,(]|[–—-]{1,2})")


@lru_cache(maxsize=1024)
def lists_books(heading_path: tuple[str, ...], page_title: str | None) -> bool:
    """The innermost heading that says what stands under it says books, or else the page's title says a reading list."""
    for heading in reversed(heading_path):
        if _OTHERS.search(heading):
            return False
        if _BOOKS.search(heading):
            return True
    return _READING.search(page_title or "") is not None


@lru_cache(maxsize=1024)
def lists_others(heading_path: tuple[str, ...]) -> bool:
    """Some heading says that no texts are listed, "Contents", "Speakers", "Cast", and none below it that they are."""
    for heading in reversed([heading for heading in heading_path if len(heading) < _A_SENTENCE]):
        if _PARTS.search(heading):
            return True
        if _BOOKS.search(heading) or _SHELF.search(heading):
            return False
        if _OTHERS.search(heading) or _GATHERINGS.search(heading):
            return True
    return False


def listed_weight(line: Labelled) -> float:
    """How much a name beside the title counts in a list of books, or a year in a bracket or after a place."""
    labels = line.trust.trusted
    if line.title_marked and not {AUTHOR, LEADER, ROLE}.isdisjoint(labels):
        return _NAMED
    dated = DATE in labels and (line.title_marked or PLACE in labels or line.text.rstrip(" .").endswith(")"))
    return _DATED if dated or line.trust.labels[:2] == (LEADER, TITLE) else 0.0


def says_too_little(line: Labelled, heading_path: tuple[str, ...], *, in_set: bool) -> bool:
    """A title with its date, under a heading of films, pictures or talks: neither house nor extent makes it a book.

    Nor is a volume with its year one of no set: "Volume 1 – 1967" heads its issues.
    """
    labels = line.trust.labels
    if labels == _OF_VOLUME and not in_set:
        return _VOLUME_AND_YEAR.match(line.text.lstrip("• ")) is not None
    return DATE in labels and _OF_CAPTIONS.issuperset(labels) and lists_others(heading_path)


def bare_lines(blocks: Sequence[Block], found: Mapping[int, Reading], gazetteer: Gazetteer) -> list[int]:
    """The lines that have a name and a title, parted as in at least as many entries of the page that have no more."""
    bare = [at for at, one in found.items() if one.citation is not None and has_no_more(one.citation)]
    if len(bare) < _FEWEST:
        return []
    entries = Counter(_manner(blocks[at], gazetteer) for at in bare)
    entries[None] = 0
    manner, count = entries.most_common(1)[0]
    others = [at for at, one in found.items() if one.kind is LineKind.PROSE]
    alike = [at for at in others if _manner(blocks[at], gazetteer) == manner]
    return alike if max(_FEWEST, len(alike)) <= count else []


def has_no_more(citation: Citation) -> bool:
    held = (citation.publisher, citation.place_of_publication, citation.page_count, citation.container_title)
    return bool(citation.title and citation.contributors) and not any(held)


def _manner(block: Block, gazetteer: Gazetteer) -> str | None:
    """What parts the title from its author, and on which side; None where they are not all that the line has.

    Markup shows the title without them, so that names of no list may stand beside it.
    """
    text, marked = block.text, title_span(block, gazetteer)
    title = marked or title_in_list(text, gazetteer)
    if title is None or text[title.start].islower():
        return None
    before = _PARTS_BEFORE.search(text, 0, title.start)
    after = _PARTS_AFTER.match(text, title.end)
    if before:
        manner, names = f"{before[1]}…", text[: before.start()]
    elif after:
        manner, names = f"…{(after[1] or after[2]).casefold()}", text[after.end() :]
    else:
        return None
    return None if marked and not _stands_alone(names) else manner


def _stands_alone(words: str) -> bool:
    """Capitals, as names have them, and no other field's sign."""
    return _NAMES_ONLY.fullmatch(words.strip(" •*–—-,.)(")) is not None
