"""What a page of an unknown site offers to whoever writes a source file for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageElement:
    """An element that a selector could name. `path` is its CSS path within the body, "" for the body itself."""

    path: str
    css: tuple[str, ...]  # selectors that match it: "#content", ".entry-content", "main"
    characters: int  # visible ones within it


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table whose columns have names."""

    css: str
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSurvey:
    """One page. `counts` says of every selector in `elements` and `titles` how many elements it matches."""

    title: str | None  # as in the window's frame
    language: str | None
    generator: str | None
    theme: str | None  # of WordPress
    feeds: tuple[str, ...] = ()  # as the page names them, absolute
    elements: tuple[PageElement, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()  # (CSS, text) of headings that may be the page's title
    counts: tuple[tuple[str, int], ...] = ()
    tables: tuple[PageTable, ...] = ()
    matches: tuple[str, ...] = ()  # usual selectors that match: "time[datetime]", "a[rel~=tag]"
    has_parts: bool = False  # it is one of several pages of a post

    def count(self, css: str) -> int:
        """How many elements the selector matches."""
        return next((count for name, count in self.counts if name == css), 0)
