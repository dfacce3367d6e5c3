"""What one answer was read as, and what it shows besides: the evidence by which a wall is told from a page."""

from dataclasses import dataclass

from shelflist.models.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Facts only. Of a page whose content was read and is long, nothing but the title is looked up."""

    title: str | None = None  # of the document
    heading: str | None = None  # the first h1
    canonical_url: str | None = None
    text: str = ""  # what can be seen, its beginning
    characters: int = 0  # of all that can be seen
    marks: tuple[str, ...] = ()  # of services that stand between visitors and a site
    buttons: tuple[str, ...] = ()
    passwords: int = 0  # fields that ask for one
    scripts: int = 0
    lines: int = 0  # paragraphs and items of lists that say something, outside menus and the like
    leads_to: str | None = None  # by meta refresh


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A selector that no longer fits, and what the page has that it might be replaced by."""

    name: str
    css: str
    found: int
    expected: str
    offers: tuple[tuple[str, int], ...] = ()  # selector of a container, and the lines in it; most first


@dataclass(frozen=True, slots=True)
class Look:
    """What one answer was read as, or why it could not be."""

    page: Page | None = None
    error: str | None = None
    signs: Signs | None = None
    drift: Drift | None = None
