"""Lists of the WordPress REST API, read until they hold still.

A list is read page by page while people publish and delete: a post that moves up meanwhile is missed, one that moves
down is seen twice. So the totals of all its pages are compared, and a list that moved is read again.
"""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from shelflist.errors import ReadError
from shelflist.fetch.addresses import beneath
from shelflist.fetch.asker import Reply
from shelflist.fetch.doors.errand import Errand
from shelflist.models.page import ListedPage, Listing
from shelflist.models.web import Asked, Purpose

PER_PAGE = 100  # the most that WordPress gives
MAX_READINGS = 3
MAX_LIST_PAGES = 1_000  # 100,000 posts; a list without end stops here
MAX_TERM_PAGES = 50

LIST_FIELDS: Final = "id,slug,type,status,link,title,date_gmt,modified_gmt,tags,categories,content.protected"
PAGE_FIELDS: Final = "id,slug,type,status,link,title,content,date_gmt,modified_gmt,tags,categories"

_ROOTS = ("wp-json/wp/v2/{route}?{query}", "?rest_route=/wp/v2/{route}&{query}")  # the second without permalinks


@dataclass(slots=True)
class _Reading:
    """A list read once from front to back."""

    pages: dict[str, ListedPage] = field(default_factory=dict)
    totals: set[int | None] = field(default_factory=set)
    is_whole: bool = True
    is_endless: bool = False  # there were more pages than any list has

    @property
    def is_steady(self) -> bool:
        return self.is_whole and len(self.totals) == 1 and self.totals <= {None, len(self.pages)}

    def confirms(self, other: "_Reading | None") -> bool:
        """Two readings agree. A plugin may hide posts that the total counts, so that the sum is never right."""
        if other is None or not (self.is_whole and other.is_whole and len(self.totals) == 1):
            return False
        return self.totals == other.totals and self.pages.keys() == other.pages.keys()


class RestApi:
    """The REST API of one site, as far as a harvest needs it."""

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._root = _ROOTS[0]
        self._may_be_elsewhere = False  # the last answer is that of a site without this form of address

    def page_address(self, post_type: str, post_id: int) -> str:
        return self._address(f"{post_type}/{post_id}", _fields=PAGE_FIELDS)

    def read_list(self, post_type: str) -> tuple[list[ListedPage], bool]:
        """All posts of a type, by id, and whether that is the complete list. Moving lists are read three times."""
        last: _Reading | None = None
        for _ in range(MAX_READINGS):
            reading = self._read_once(post_type)
            if reading is None:
                break
            if reading.is_steady or reading.confirms(last):
                return list(reading.pages.values()), True
            last = reading
            if reading.is_endless:
                break
        return list(last.pages.values()) if last else [], False

    def ask_terms(self, taxonomy: str) -> None:
        """All categories or tags. Recorded; without them pages merely lack their names."""
        for page in range(1, MAX_TERM_PAGES + 1):
            url = self._address(taxonomy, per_page=PER_PAGE, page=page, _fields="id,name,slug")
            reply = self._errand.asker.ask(Asked(purpose=Purpose.TERMS, door="wordpress"), url)
            if reply is None or reply.status != 200 or page >= _number(reply.headers.get("x-wp-totalpages")):
                return

    def _read_once(self, post_type: str) -> _Reading | None:
        """None when the API does not list this type."""
        reading = _Reading()
        for page in range(1, MAX_LIST_PAGES + 1):
            listing = self._ask_first(post_type) if page == 1 else self._ask_list(post_type, page)
            if listing is None:
                reading.is_whole = False
                return reading if page > 1 else None
            fresh = {item.page_key: item for item in listing.pages if item.page_key not in reading.pages}
            reading.pages |= fresh
            reading.totals.add(listing.total)
            if _is_last(listing, page) or not fresh:
                return reading
        reading.is_whole, reading.is_endless = False, True
        return reading

    def _ask_first(self, post_type: str) -> Listing | None:
        """The first page of a list; finds out how this site's API is addressed."""
        listing = self._ask_list(post_type, 1)
        if listing is None and self._root == _ROOTS[0] and self._may_be_elsewhere:
            self._root = _ROOTS[1]
            listing = self._ask_list(post_type, 1)
            if listing is None:
                self._root = _ROOTS[0]
        return listing

    def _ask_list(self, post_type: str, page: int) -> Listing | None:
        url = self._address(post_type, per_page=PER_PAGE, page=page, orderby="id", order="asc", _fields=LIST_FIELDS)
        reply = self._errand.asker.ask(Asked(purpose=Purpose.LISTING, door="wordpress"), url)
        self._may_be_elsewhere = reply is not None and reply.status in (200, 404)
        self._errand.progress.advance(url)
        return self._read(reply, post_type)

    def _read(self, reply: Reply | None, post_type: str) -> Listing | None:
        if reply is None or reply.status != 200:
            return None
        try:
            return self._errand.readers.listing(reply.payload, reply.headers, reply.url, post_type)
        except ReadError:
            return None  # HTML, say: there is no API here

    def _address(self, route: str, **query: str | int) -> str:
        return beneath(self._errand.source.home, self._root.format(route=route, query=urlencode(query, safe=",")))


def _is_last(listing: Listing, page: int) -> bool:
    """Where the number of pages is not said, only an empty page tells the end."""
    return not listing.pages if listing.total_pages is None else page >= listing.total_pages


def _number(text: str | None) -> int:
    return int(text[:9]) if text and text.isascii() and text.isdigit() else 0
