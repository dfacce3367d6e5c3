"""What a host answers to an address that cannot exist: the measure for answers with status 200 that may be none.

Asked once in a run and host, and only when an answer gives reason to. Recorded like every answer, so that the fold can
compare, tonight and in every replay.
"""

import hashlib
from urllib.parse import urljoin, urlsplit

from shelflist.fetch.addresses import origin
from shelflist.fetch.asker import Asker, Reply
from shelflist.fetch.ports import KnownPage
from shelflist.models.page import Page
from shelflist.models.web import Asked, Purpose

DOOR = "host"
SHORT = 400
"""Characters. A page that says less may be a notice."""


class AbsentPages:
    """Watches the pages of one visit, and asks for what cannot exist when one of them looks like nothing."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._asked: set[str] = set()
        self._seen: dict[str, str] = {}  # content hash or digest -> the address that had it first

    def consider(self, reply: Reply, page: Page | None, known: KnownPage | None) -> None:
        """Ask for an address that cannot exist, if this answer may be what the host gives to every address."""
        if reply.is_modified and reply.status == 200 and self._is_suspicious(reply, page, known):
            self._ask_beside(reply)

    def consider_unread(self, reply: Reply) -> None:
        """The same, where the visit does not wait for the page to be read: only the same bytes are suspicious."""
        if reply.is_modified and reply.status == 200 and self._is_repeated(reply.capture.payload_digest, reply.url):
            self._ask_beside(reply)

    def _ask_beside(self, reply: Reply) -> None:
        host = origin(reply.url)
        if host not in self._asked:
            self._asked.add(host)
            self._asker.ask(Asked(purpose=Purpose.PROBE, door=DOOR), address_of_nothing(reply.capture.url))

    def _is_repeated(self, content: str, url: str) -> bool:
        """Another address had this content."""
        return self._seen.setdefault(content, url) != url

    def _is_suspicious(self, reply: Reply, page: Page | None, known: KnownPage | None) -> bool:
        if page is None:
            return True
        is_repeated = self._is_repeated(page.content_hash, reply.url)
        if known is not None and known.content_hash == page.content_hash:
            return False
        return is_repeated or sum(len(block.text) for block in page.blocks) < SHORT


def address_of_nothing(url: str) -> str:
    """An address beside `url` that nobody ever gave to anything; always the same, so that nights can be compared."""
    name = hashlib.sha256(origin(url).encode()).hexdigest()[:20]
    ending = "" if url.endswith("/") or "." not in urlsplit(url).path.rpartition("/")[2] else ".html"
    return urljoin(url, f"/no-such-page-{name}{ending or '/'}")
