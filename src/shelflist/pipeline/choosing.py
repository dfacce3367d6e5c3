"""What a source file should say of a site that was looked at: pure choices from what its pages offer.

Each choice goes by numbers that are told with it, so that a person can overrule it. What should be left out is
chosen in `shelflist.pipeline.leaving_out`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from shelflist.extract.links import Anchor, is_document
from shelflist.models.observe import PageReading
from shelflist.models.survey import PageElement
from shelflist.pipeline.sampled import LISTS_FROM, Looked, lists_among

_WITHIN = 0.95

_COLUMNS = (
    ("date", r"year|date|published|jahr|datum|ann[ée]e|año|anno"),
    ("title", r"titles?|works?|book|titel|titre|título|titolo|name of (?:the )?(?:book|work)"),
    ("author", r"authors?|by|writers?|autor(?:es)?|auteurs?|verfasser|autore"),
    ("publisher", r"publishers?|imprint|verlag|[ée]diteur|editorial|editore|published by"),
    ("place", r"place|city|ort|lieu|lugar|luogo"),
    ("extent", r"pages?|pp\.?|length|extent|seiten|páginas|pagine|no\. of pages"),
)
_USUAL_ORDER = ("title", "author", "publisher", "place", "date", "extent", "note")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A selector for the content. `once`: pages on which it matches one element; `held`: share of what it must hold."""

    css: str
    once: int
    most: int  # matches on one page
    held: float
    characters: int


def content_candidates(looked: Sequence[Looked]) -> list[Candidate]:
    """Best first: holds the entries and their headings, stands once on every page, and holds little besides."""
    lists = lists_among(looked) or list(looked)
    places = [_Places.of(page) for page in lists]
    counts = [dict(page.survey.counts) for page in looked]
    names = dict.fromkeys(css for one in places for css in one.elements)
    found = [_candidate(css, places, [one.get(css, 0) for one in counts]) for css in names]
    best = max((one.held for one in found), default=0.0)
    able = [one for one in found if one.held >= _WITHIN * best and one.most == 1]
    ranked = sorted(able, key=lambda one: (-one.once, one.characters, len(one.css)))
    return ranked or [one for one in found if one.css == "body"]


@dataclass(frozen=True, slots=True)
class _Places:
    """Of one list: what the content must hold, and the first element that each selector matches."""

    needed: tuple[str, ...]
    elements: dict[str, PageElement]

    @classmethod
    def of(cls, page: Looked) -> "_Places":
        elements: dict[str, PageElement] = {}
        for element in page.survey.elements:
            for css in element.css:
                elements.setdefault(css, element)
        needed = page.needed() or [block.dom_path for block in page.reading.page.blocks]
        return cls(tuple(needed), elements)


def _candidate(css: str, places: Sequence[_Places], counts: Sequence[int]) -> Candidate:
    held = characters = 0
    for page in places:
        if (element := page.elements.get(css)) is not None:
            held += sum(_is_within(path, element.path) for path in page.needed)
            characters += element.characters
    needed = sum(len(page.needed) for page in places)
    return Candidate(css, counts.count(1), max(counts), held / needed if needed else 1.0, characters)


def _is_within(path: str, element: str) -> bool:
    return not element or path == element or path.startswith(f"{element} > ")


def choose_title(looked: Sequence[Looked]) -> tuple[str, int]:
    """A selector for the pages' titles, and on how many pages it fits: words of the window's title, another on each."""
    counts = [(page, dict(page.survey.counts)) for page in looked]
    alone = [(css, text, page) for page, own in counts for css, text in page.survey.titles if own[css] == 1]
    texts = Counter((css, text) for css, text, _ in alone)
    votes = Counter(
        css
        for css, text, page in alone
        if text in (page.survey.title or "") and (texts[css, text] == 1 or len(looked) == 1)
    )
    if not votes:
        return "title", len(looked)
    best = max(votes.values())
    return next((css, count) for css, count in votes.items() if count == best)


def choose_columns(looked: Sequence[Looked]) -> list[tuple[str, tuple[str, ...], int]]:
    """(CSS, what the cells hold, number of tables) for tables whose columns have known names in another order."""
    found: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for page in looked:
        for table in page.survey.tables:
            holds = tuple(map(_column, table.heads))
            in_order = sorted(holds, key=_USUAL_ORDER.index)
            if "title" in holds and len(holds) > 2 and (list(holds) != in_order or "extent" in holds):
                found[table.css, holds] += 1
    return [(css, holds, count) for (css, holds), count in sorted(found.items())]


def _column(head: str) -> str:
    words = head.strip(" .:#").casefold()
    return next((name for name, pattern in _COLUMNS if re.fullmatch(pattern, words)), "note")


def choose_documents(looked: Sequence[Looked]) -> tuple[str, int] | None:
    """A pattern for pages of the site that entries list as works, and how many links it fits."""
    found: Counter[str] = Counter()
    for page in lists_among(looked):
        host = urlsplit(page.url).hostname
        for entry in page.reading.entries:
            url = entry.links[0].url if entry.links else ""
            if url and urlsplit(url).hostname == host and not is_document(Anchor(url, url)):
                found.update(set(_folders(url)))
    own = {folder for page in looked if page.entries for folder in _folders(page.url)}
    best = [(folder, count) for folder, count in found.most_common() if count >= LISTS_FROM and folder not in own]
    return (f"/{re.escape(best[0][0])}/", best[0][1]) if best else None


def _folders(url: str) -> list[str]:
    """The names between the slashes of a path."""
    return urlsplit(url).path.strip("/").split("/")[:-1]


def repeated_lines(readings: Sequence[PageReading]) -> list[tuple[str, int]]:
    """(text, pages) of lines within the content that stand on most pages and are no entries: furniture."""
    found: Counter[str] = Counter()
    for reading in readings:
        found.update({line.text for line in reading.lines if line.kind in ("prose", "note") and len(line.text) < 120})
    least = max(3, round(0.6 * len(readings)))
    return [(text, count) for text, count in found.most_common(5) if count >= least]
