"""Single HTML pages: with the validators of what we hold, all parts of a split post, and the post that was meant.

WordPress splits a post at `<!--nextpage-->`. Classic themes link the parts; block themes do not, so there the next
part can only be guessed: `<address>2/` and so on, until the answer brings nothing new.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from shelflist.errors import ReadError
from shelflist.fetch.absent import AbsentPages
from shelflist.fetch.addresses import beneath, same_address
from shelflist.fetch.asker import Reply
from shelflist.fetch.doors.errand import Errand, Wanted
from shelflist.fetch.ports import KnownPage
from shelflist.models.page import Page
from shelflist.models.web import Asked, Capture, Purpose

DOOR = "sitemap"  # how the ledger names the HTML way, whichever list led there
MAX_PARTS = 50


class HtmlPages:
    """Asks for HTML pages. `crawler`: the door for which they are lists as well, since it follows their links."""

    def __init__(self, errand: Errand, *, crawler: str | None = None) -> None:
        self._errand, self._crawler = errand, crawler
        self._absent = AbsentPages(errand.asker)

    def fetch(self, wanted: Wanted) -> Reply | None:
        """Ask for the page, by post id if its address leads to another post, and for all its parts.

        Gives the page's first part as its own address answered it.
        """
        first = reply = self._ask(wanted, Purpose.LISTING if self._crawler else Purpose.PAGE, wanted.url, part=1)
        if reply is None:
            return None
        if not self._leads_on(wanted):
            self._absent.consider_unread(reply)
            return first
        page = self._read(reply)
        self._note_post(wanted, page)
        if page is not None and not _is_post_meant(wanted.known, page):
            reply = self._ask_by_id(wanted)
            page = self._read(reply)
        if reply is not None:
            self._absent.consider(reply, page, wanted.known)
        if reply is not None and page is not None and _is_post_meant(wanted.known, page):
            self._fetch_parts(wanted, reply, page)
        return first

    def _leads_on(self, wanted: Wanted) -> bool:
        """What it says may lead to another request: only then does the visit wait until it is read."""
        is_of_a_post = wanted.known is not None and wanted.known.wp_post_id is not None
        return is_of_a_post or self._errand.source.pages.parts != "none"

    def _note_post(self, wanted: Wanted, page: Page | None) -> None:
        """A known post that was met at an address unknown so far need not be asked for at its old one."""
        known = self._errand.known.of_post(page.wp_post_id) if page is not None and page.wp_post_id else None
        if known is not None and wanted.known is None:
            self._errand.visited.add(known.page_key)

    def _ask_by_id(self, wanted: Wanted) -> Reply | None:
        """`?p=<id>` answers 404 for a post that is gone, where its old address may lead to one with a similar name."""
        assert wanted.known is not None  # otherwise no post was meant
        url = beneath(self._errand.source.home, f"?p={wanted.known.wp_post_id}")
        return self._ask(wanted, Purpose.PROBE, url, part=1)

    def _fetch_parts(self, wanted: Wanted, first: Reply, page: Page) -> None:
        parts = self._errand.source.pages.parts
        if parts == "none":
            return
        if page.next_part:
            self._follow_links(wanted, first, page)
        elif parts == "probe" and page.wp_post_id is not None:  # only WordPress splits pages so
            self._guess(wanted, first, page)

    def _follow_links(self, wanted: Wanted, first: Reply, page: Page) -> None:
        seen = {same_address(first.url)}
        following: Page | None = page
        for part in range(2, MAX_PARTS + 1):
            if following is None or not following.next_part or same_address(following.next_part) in seen:
                return
            seen.add(same_address(following.next_part))
            following = self._read(self._ask(wanted, Purpose.PAGE, following.next_part, part))

    def _guess(self, wanted: Wanted, first: Reply, page: Page) -> None:
        digests, hashes = {first.capture.payload_digest}, {page.content_hash}
        for part, url in _guesses(first.url):
            reply = self._ask(wanted, Purpose.PROBE, url, part, follow=False)
            found = self._read(reply)
            if reply is None or found is None or found.wp_post_id != page.wp_post_id:
                return
            if reply.capture.payload_digest in digests or (found.content_hash and found.content_hash in hashes):
                return
            digests.add(reply.capture.payload_digest)
            hashes.add(found.content_hash)

    def _ask(self, wanted: Wanted, purpose: Purpose, url: str, part: int, *, follow: bool = True) -> Reply | None:
        door = self._crawler if self._crawler and purpose is Purpose.LISTING else DOOR
        asked = Asked(purpose=purpose, door=door, page_key=wanted.page_key, part=part)
        return self._errand.asker.ask(asked, url, baseline=baseline_of(wanted.known, url, part), follow=follow)

    def _read(self, reply: Reply | None) -> Page | None:
        """The page in a reply; None if there is none, or none that can be read."""
        if reply is None or not reply.has_content:
            return None
        try:
            return self._errand.readers.page(reply.payload, reply.headers, reply.url)
        except ReadError:
            return None  # the capture is kept, and reading it again will say what is wrong with it


def _is_post_meant(known: KnownPage | None, page: Page) -> bool:
    return known is None or known.wp_post_id is None or known.wp_post_id == page.wp_post_id


def baseline_of(known: KnownPage | None, url: str, part: int) -> Capture | None:
    """The capture of this part that came from this very address."""
    captures = known.captures if known else ()
    return next((held for held in captures if held.asked.part == part and held.url == url), None)


def _guesses(url: str) -> Iterator[tuple[int, str]]:
    """Part number and address of the parts that a page with a pretty permalink might have; the home page has none."""
    parts = urlsplit(url)
    if parts.query or parts.path in ("", "/") or not parts.path.endswith("/"):
        return
    for part in range(2, MAX_PARTS + 1):
        yield part, f"{url}{part}/"
