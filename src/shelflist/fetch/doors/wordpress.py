"""The WordPress door: the REST API lists all posts in one request per hundred, then only what changed is fetched.

The list carries `modified_gmt`, so a page that did not change costs nothing. The content of a post comes whole, all
parts of it, with no theme around it.
"""

import re
from collections.abc import Sequence

from shelflist.fetch.doors.errand import Errand, Named, Plan, Wanted, ask_directly
from shelflist.fetch.doors.html import HtmlPages, baseline_of
from shelflist.fetch.doors.rest import RestApi
from shelflist.fetch.ports import KnownPage
from shelflist.models.page import ListedPage
from shelflist.models.web import Asked, Purpose

_POST_TYPE = re.compile(r"/wp/v2/([a-z0-9_-]+)/\d+")


class WordPressDoor:
    """Lists and fetches over the REST API."""

    name = "wordpress"

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._api = RestApi(errand)
        self._html = HtmlPages(errand)

    def names(self) -> Named:
        listed: list[ListedPage] = []
        for post_type in self._errand.source.pages.post_types:
            pages, is_complete = self._api.read_list(post_type)
            listed += pages
            if not is_complete:
                return Named(tuple(listed), is_complete=False)
        return Named(tuple(listed), is_complete=True)

    def plan(self) -> Plan:
        """New and changed pages of the lists, then known pages that the lists no longer name."""
        named = self.names()
        wanted = self._wanted(named.pages, trusted=named.is_complete)
        return Plan(wanted, named.is_complete, named=named.pages)

    def prepare(self) -> None:
        """The names of categories and tags: pages carry only their numbers."""
        for taxonomy in ("categories", "tags"):
            self._api.ask_terms(taxonomy)

    def fetch(self, wanted: Wanted) -> None:
        if wanted.form == "html":
            self._html.fetch(wanted)
        else:
            asked = Asked(purpose=Purpose.PAGE, door=self.name, page_key=wanted.page_key)
            self._errand.asker.ask(asked, wanted.url, baseline=baseline_of(wanted.known, wanted.url, part=1))

    def _wanted(self, listed: Sequence[ListedPage], *, trusted: bool) -> tuple[Wanted, ...]:
        """`trusted`: the list is complete, so what it calls unchanged need not be asked for."""
        wanted, named = [], set[str]()
        for page in listed:
            if not self._errand.scope.has_page(page.url) or page.wp_post_id is None:
                continue
            known = self._errand.known.find(page)
            if known:
                named.add(known.page_key)
            if page.protected:
                continue  # the page would only ask for a password: the list has said so
            if known is None or not trusted or self._errand.is_stale(known, page):
                wanted.append(self._listed(page, page.wp_post_id, known))
        missing = (page for page in self._errand.known.pages if page.page_key not in named)
        return (*wanted, *(self._missing(page) if trusted else ask_directly(page) for page in missing))

    def _listed(self, page: ListedPage, post_id: int, known: KnownPage | None) -> Wanted:
        url = self._api.page_address(page.post_type or "posts", post_id)
        key = known.page_key if known else f"post:{post_id}"
        return Wanted(page_key=key, url=url, form="rest", known=known)

    def _missing(self, page: KnownPage) -> Wanted:
        """A known page that no list names: the same question as ever, whose 401 or 404 is the evidence."""
        types = (_POST_TYPE.search(capture.url) for capture in page.captures)
        found = next((match.group(1) for match in types if match), None)
        if found is None or page.wp_post_id is None:
            return ask_directly(page)
        return Wanted(
            page_key=page.page_key, url=self._api.page_address(found, page.wp_post_id), form="rest", known=page
        )
