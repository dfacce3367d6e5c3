"""What a source file should say of a site that was looked at: pure choices from what its pages offer.

Each choice goes by numbers that are told with it, so that a person can overrule it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from shelflist.extract.links import Anchor, is_document
from shelflist.models.observe import PageReading
from shelflist.models.page import BlockKind
from shelflist.models.survey import PageElement, PageSurvey

LISTS_FROM = 3
"""A page with so many entries is a list."""
SAME_SHARE = 0.8
"""A page of whose entries so many stand on other pages repeats them."""
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
_EXCLUDED = (
    (r"/tags?/", "pages of a tag"),
    (r"/(?:category|categories)/", "pages of a category"),
    (r"/author/", "pages of an author"),
    (r"^/search", "results of a search, pages of a label"),
    (r"^/(?:[\w-]+/)*\d{4}/(?:\d\d/)?(?:\d\d/)?$", "pages of a year, month or day"),
    (r"/page/\d+/?$", "further pages of a listing"),
    (r"/feed/?$", "feeds"),
    (r"[?&](?:s|m|cat|tag|paged|replytocom|share)=", "other views of a page"),
)


@dataclass(frozen=True, slots=True)
class Looked:
    """A page, surveyed, and its whole body read. `furniture`: texts that stand on most of the pages."""

    url: str
    survey: PageSurvey
    reading: PageReading = field(repr=False)
    furniture: frozenset[str] = frozenset()

    @property
    def lines(self) -> Counter[str]:
        """Its own entries, as written."""
        return Counter(entry.raw for entry in self.reading.entries if entry.raw not in self.furniture)

    @property
    def entries(self) -> int:
        return self.lines.total()

    @property
    def path(self) -> str:
        return path_of(self.url)

    def needed(self) -> list[str]:
        """Where its entries stand, and the headings above them, but for its title: what the content has to hold."""
        own = [entry for entry in self.reading.entries if entry.raw not in self.furniture]
        above = {heading for entry in own for heading in entry.heading_path}
        blocks = (one for one in self.reading.page.blocks if one.kind is BlockKind.HEADING)
        headings = [one for one in blocks if one.text not in self.furniture]
        title = next((place for place, one in enumerate(headings) if one.text in (self.survey.title or "")), -1)
        within = (one for one in headings[title + 1 :] if one.level != 1 and one.text in above)
        return [*(entry.dom_path for entry in own), *(one.dom_path for one in within)]


def told_apart(looked: Sequence[Looked]) -> list[Looked]:
    """The pages, each knowing what stands on most of them: a sidebar's list is nobody's own."""
    texts: Counter[str] = Counter()
    for page in looked:
        texts.update({line.text for line in page.reading.lines})
    least = max(3, (len(looked) + 1) // 2)
    furniture = frozenset(text for text, count in texts.items() if count >= least)
    return [replace(page, furniture=furniture) for page in looked]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A selector for the content. `once`: pages on which it matches one element; `held`: share of what it must hold."""

    css: str
    once: int
    most: int  # matches on one page
    held: float
    characters: int


def lists_among(looked: Sequence[Looked]) -> list[Looked]:
    """The pages that are lists; else those with any entry."""
    lists = [page for page in looked if page.entries >= LISTS_FROM]
    return lists or [page for page in looked if page.entries]


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


def choose_excluded(looked: Sequence[Looked], addresses: Iterable[str], home: str) -> list[tuple[str, str]]:
    """(pattern, why) for what should be left out: listings, and pages that repeat the entries of others."""
    paths = [path_of(url) for url in dict.fromkeys(addresses)]
    found = []
    for pattern, what in _EXCLUDED:
        if count := sum(re.search(pattern, path) is not None for path in paths):
            found.append((pattern, f"{what}: {count} of the addresses that were met"))
    pages = [page for page in looked if is_wanted(page.url, found)]
    return found + [(f"^{re.escape(page.path)}$", why) for page, why in _repeating(pages, home)]


def is_wanted(url: str, excluded: Iterable[tuple[str, str]]) -> bool:
    return not any(re.search(pattern, path_of(url)) for pattern, _ in excluded)


def _repeating(looked: Sequence[Looked], home: str) -> Iterator[tuple[Looked, str]]:
    """Pages whose entries stand on a page twice as long, the home page that has none, that page at another address."""
    first = next((page for page in looked if page.path == path_of(home)), None)
    for page in looked:
        own = page.lines
        others = [other.lines for other in looked if other not in (page, first)]
        same = sum(any(raw in other for other in others) for raw in own)
        larger = [other for other in others if len(other) >= 2 * len(own)]
        at_one = any(len(own.keys() & other.keys()) >= SAME_SHARE * len(own) for other in larger)
        if page is first and own.total() < LISTS_FROM and len(looked) > 1:
            yield page, "the home page has no list of its own"
        elif page is first and _posts(page) > 1 and any(_posts(other) == 1 for other in looked):
            yield page, f"the home page shows {_posts(page)} posts, which have pages of their own"
        elif own and same >= SAME_SHARE * len(own) and (at_one or page is first):
            yield page, f"{same} of its {len(own)} entries stand on other pages"
        elif first and page is not first and page.reading.page.content_hash == first.reading.page.content_hash:
            yield page, "the home page at another address"


def _posts(page: Looked) -> int:
    """How many posts a page of a blog shows; comments and sidebars have articles too."""
    return next((count for css in (".hentry", ".post", "article") if (count := page.survey.count(css))), 0)


def path_of(url: str) -> str:
    """Path and query, which the patterns of `[scope]` are for."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def repeated_lines(readings: Sequence[PageReading]) -> list[tuple[str, int]]:
    """(text, pages) of lines within the content that stand on most pages and are no entries: furniture."""
    found: Counter[str] = Counter()
    for reading in readings:
        found.update({line.text for line in reading.lines if line.kind in ("prose", "note") and len(line.text) < 120})
    least = max(3, round(0.6 * len(readings)))
    return [(text, count) for text, count in found.most_common(5) if count >= least]
