"""What a run observed: pages read into entries, and one answer for every expected page.

A `PageReading` comes from one capture (or the captures of its parts) by extraction and parsing. A
`RunObservation` is all that the fold needs to know of a run.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shelflist.models.citation import Citation, Evidence
from shelflist.models.page import Link, ListedPage, Page
from shelflist.models.signs import Drift, Signs
from shelflist.models.web import Capture, Failure, RunBegun, RunEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadHeading:
    level: int
    text: str
    path: tuple[str, ...]  # with itself, outermost first
    parent: int | None  # index among the page's headings
    anchor: str | None
    position: int  # n-th block of the page


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    raw: str  # the line: NFC, white space collapsed
    occurrence: int  # n-th identical line of the page, from 1
    heading: int | None  # index among the page's headings
    heading_path: tuple[str, ...]
    links: tuple[Link, ...]
    citation: Citation
    evidence: Evidence
    position: int
    dom_path: str
    text_start: int
    text_end: int
    part: int = 0  # index of the capture, for a page of several parts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """What one block was taken for; `kind` is a BlockKind or LineKind value."""

    position: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """A page with its lines read. `page.blocks` is left out where a reading is stored."""

    page: Page
    headings: tuple[ReadHeading, ...] = ()
    entries: tuple[ReadEntry, ...] = ()
    lines: tuple[ReadLine, ...] = ()

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many blocks were taken for what."""
        counts: dict[str, int] = {}
        for line in self.lines:
            counts[line.kind] = counts.get(line.kind, 0) + 1
        return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAnswer:
    """What one expected page answered in one run; facts only, the verdict is for `shelflist.verdicts`."""

    page_id: str
    page_key: str
    url: str
    captures: tuple[Capture, ...] = ()  # the final answer of each part
    redirected: bool = False  # a permanent redirect led to the answer
    failure: Failure | None = None
    reading: PageReading | None = None
    unread: Page | None = None  # its content is that of the last look: its lines were not read again
    read_error: str | None = None
    signs: Signs | None = None  # of the first part's answer
    drift: Drift | None = None  # a selector that did not fit
    in_its_place: str | None = None  # what answered instead of the page, in words
    given_up: bool = False  # its address leads to another known page, for good
    listed: ListedPage | None = None
    categories: tuple[str, ...] | None = None  # as the list says, names
    tags: tuple[str, ...] | None = None
    in_scope: bool = True
    door: str = ""

    @property
    def page(self) -> Page | None:
        """The page that answered, whether its lines were read or not."""
        return self.reading.page if self.reading else self.unread

    @property
    def asks_for_password(self) -> bool:
        """The site itself says that the page is for those who know its password."""
        if self.page is not None:
            return self.page.protected
        return not self.captures and self.failure is None and self.listed is not None and self.listed.protected

    @property
    def address(self) -> str:
        """Where people find the page; a REST answer's own address is none for them."""
        return self.listed.url if self.listed else self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class RunObservation:
    run: RunBegun
    ended: RunEnded
    answers: tuple[PageAnswer, ...] = field(default=(), repr=False)
    list_complete: bool = False
    unheard: str | None = None  # the first list, or robots.txt, that was asked for and not had: address and reason
