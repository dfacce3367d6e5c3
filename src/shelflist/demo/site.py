"""The demo archive as a site that is served. What is answered is for `shelflist.demo.routes` to say."""

from dataclasses import replace
from datetime import datetime
from http import HTTPStatus

from shelflist.demo.answer import HOST_FORM, HTML, NO_CACHE, Answer, Request, Site
from shelflist.demo.content import HOST
from shelflist.demo.reading import load_edition
from shelflist.demo.routes import answer, empty_page
from shelflist.demo.server import Served, packed


class DemoSite(Served):
    """The demo archive, served from `with` to its end.

    ``with DemoSite(edition=1) as site:`` serves at ``http://127.0.0.1:<site.port>/``. The pages' own addresses are
    ``http://demo.localhost/...`` when that is the Host asked for, and on the Host asked for otherwise. `port` 0
    takes a free one. `clock` is what the Date header says; None: the edition's own. Raises OSError when the port
    cannot be had.

    These may be set while it runs: `edition`; `rest` (False: no REST interface); `fail_with` (every address but
    robots.txt answers this status); `empty` (lists answer as ever, but every page is empty).
    """

    def __init__(
        self,
        edition: int = 1,
        port: int = 0,
        clock: datetime | None = None,
        *,
        rest: bool = True,
        fail_with: int | None = None,
        empty: bool = False,
    ) -> None:
        super().__init__(port, clock)
        self.edition = edition
        self.rest, self.fail_with, self.empty = rest, fail_with, empty

    @property
    def title(self) -> str:
        return "The demo archive"

    @property
    def edition_clock(self) -> datetime:
        return self._edition.clock

    @property
    def edition(self) -> int:
        return self._number

    @edition.setter
    def edition(self, number: int) -> None:
        """Raises UsageError when there is no such edition."""
        self._edition, self._number = load_edition(number), number

    def answer(self, target: str, headers: dict[str, str]) -> Answer:
        """What a GET of `target` is answered; header names in lower case."""
        request = Request.of(target, headers)
        return packed(self._answer(request), headers)

    def _answer(self, request: Request) -> Answer:
        if self.fail_with is not None and request.path != "/robots.txt":
            return Answer(self.fail_with, HTML, b"<!doctype html>\n<title>Out of order</title>\n", NO_CACHE)
        host = request.headers.get("host", HOST)
        edition = self._edition
        if self.empty:
            edition = replace(edition, posts=tuple(replace(post, content="") for post in edition.posts))
        found = answer(Site(edition, host if HOST_FORM.fullmatch(host) else HOST, self.rest), request)
        is_html_page = found.status == HTTPStatus.OK and found.content_type == HTML
        return empty_page() if self.empty and is_html_page else found
