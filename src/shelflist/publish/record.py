"""What is told of one run: the record that run folders and reports are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shelflist.models.rows import PageRow
from shelflist.models.track import Event, PageObservation, RunRow
from shelflist.models.web import Capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a person may want to look at and is no verdict on a page: a lookup never used, a line not understood."""

    kind: str
    detail: str
    page_id: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run. `pages` (by page id) names the pages; `title` names the source, else its id does.

    `distrusted` holds capture ids; `content_hashes` leads from a capture's id to the hash of the page read from it.
    """

    run: RunRow
    observations: tuple[PageObservation, ...] = ()
    events: tuple[Event, ...] = ()
    captures: tuple[Capture, ...] = ()
    pages: Mapping[str, PageRow] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    title: str = ""
    distrusted: frozenset[str] = frozenset()
    content_hashes: Mapping[str, str] = field(default_factory=dict)

    def page_url(self, page_id: str) -> str | None:
        page = self.pages.get(page_id)
        return page.url if page else self._asked(page_id)

    def _asked(self, page_id: str) -> str | None:
        return next((one.url for one in self.observations if one.page_id == page_id), None)

    def page_name(self, page_id: str) -> str:
        """Title, else address, else id: a page never completely seen has no row."""
        page = self.pages.get(page_id)
        return (page.title or page.url) if page else self._asked(page_id) or page_id
