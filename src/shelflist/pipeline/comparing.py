"""Whether an answer with status 200 is the page that was asked for, or something that stands in its place.

Told by comparison: with the home page, with what an address is answered with that cannot exist, with other pages as
they stood. Facts in words; the verdict is for `shelflist.verdicts`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from shelflist.extract.evidence import has_imprint
from shelflist.fetch.addresses import origin
from shelflist.linkage.identity import normal_url
from shelflist.models.page import Page
from shelflist.models.rows import PageRow
from shelflist.models.signs import Look, Signs
from shelflist.models.web import Capture
from shelflist.pipeline.answers import PageGroup

_ALIKE = 0.8
"""Share of the words that two notices have in common. Each names the address that it was asked for."""
_NOTICE = 1_000
"""Characters. What says more must be the very same to be taken for it."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Absent:
    """What an address was answered with that cannot exist."""

    capture: Capture
    look: Look

    @property
    def was_redirected(self) -> bool:
        return normal_url(self.capture.url) != normal_url(self.capture.final_url)


@dataclass(slots=True)
class Comparison:
    """The pages of one run, and what they are compared with. `pages` are those known before the run."""

    home: str
    pages: Mapping[str, PageRow]
    absent: tuple[Absent, ...] = ()
    at_home: str | None = None  # hash of the home page's content in this run
    held: dict[str, PageRow] = field(default_factory=dict)  # by content hash

    @classmethod
    def of(
        cls, home: str, pages: Mapping[str, PageRow], groups: Iterable[PageGroup], absent: tuple[Absent, ...]
    ) -> "Comparison":
        found = cls(normal_url(home), pages, absent)
        for group in groups:
            if normal_url(group.url) == found.home and group.page is not None:
                found.at_home = group.page.content_hash
        for row in sorted(pages.values(), key=lambda row: row.page_id):
            if row.content_hash and row.entry_count:
                found.held.setdefault(row.content_hash, row)
        return found

    def in_its_place(self, group: PageGroup, known: PageRow | None) -> str | None:
        """What answered instead of the page, in words; None if it may well be the page itself."""
        if normal_url(group.url) == self.home or not group.captures or group.captures[0].http_status != 200:
            return None
        page = group.page
        if page is not None and known is not None and known.content_hash == page.content_hash:
            return None
        return (
            self._the_home_page(group, page)
            or self._nothing(group, page)
            or (self._another(known, page) if page is not None and known is not None else None)
        )

    def _the_home_page(self, group: PageGroup, page: Page | None) -> str | None:
        first = group.captures[0]
        if normal_url(first.final_url) == self.home:
            return "it leads to the home page"
        if page is None:
            return None
        canonical = group.signs.canonical_url if group.signs else None
        if canonical and normal_url(canonical) == self.home and page.wp_post_id is None:
            return "the page gives the home page for its own address"
        if page.blocks and page.content_hash == self.at_home:
            return "the home page answered: the same content"
        return None

    def _nothing(self, group: PageGroup, page: Page | None) -> str | None:
        """As an address that cannot exist is answered."""
        for one in self.absent:
            if origin(one.capture.url) != origin(group.url):
                continue
            end = normal_url(one.capture.final_url)
            if one.was_redirected and end == normal_url(group.captures[0].final_url) != normal_url(group.url):
                return f"it leads to {one.capture.final_url}, as does {one.capture.url}, which cannot exist"
            if self._is_like(one.look, group, page):
                return f"it is answered like {one.capture.url}, which cannot exist"
        return None

    def _is_like(self, absent: Look, group: PageGroup, page: Page | None) -> bool:
        if page is None or absent.page is None:
            neither = page is None and absent.page is None
            return neither and _is_alike(_seen(group.signs), _seen(absent.signs))
        if page.blocks and page.content_hash == absent.page.content_hash:
            return True
        written = _written(page)
        may_be_notice = len(written) <= _NOTICE and not any(has_imprint(block.text) for block in page.blocks)
        return may_be_notice and _is_alike(written, _written(absent.page))

    def _another(self, known: PageRow, page: Page) -> str | None:
        other = self.held.get(page.content_hash)
        if other is None or other.page_id == known.page_id or known.content_hash is None:
            return None
        return f"another page answered: the same content as {other.url}"


def _seen(signs: Signs | None) -> str:
    return f"{signs.title or ''} {signs.text}" if signs else ""


def _written(page: Page) -> str:
    return " ".join(block.text for block in page.blocks)


def _is_alike(one: str, other: str) -> bool:
    here, there = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return bool(here) and len(here & there) >= _ALIKE * len(here | there)
