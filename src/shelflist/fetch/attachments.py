"""The file behind an attachment page of WordPress.

Such a page says in its header (``Link: <.../wp/v2/media/7>; rel="alternate"``) which item of the REST interface it
shows, and the item names its file. Where the interface is closed, a page that was linked as an attachment is read.
"""

import re

import httpx

from shelflist.errors import ReadError
from shelflist.fetch.addresses import absolute, fault, origin
from shelflist.fetch.asker import Asker
from shelflist.fetch.ports import FileReaders
from shelflist.models.checked import FileFound
from shelflist.models.web import Asked, Purpose, RawAnswer

ASKED = Asked(purpose=Purpose.PROBE, door="links")
_ITEM = re.compile(r'<(https?://[^<>\s]*/wp/v2/media/\d{1,19})>;[^,<>]*rel="?alternate')


class Attachments:
    """Finds files, with the requests, rules and pauses of one check."""

    def __init__(self, asker: Asker, readers: FileReaders) -> None:
        self._asker, self._readers = asker, readers

    def file_of(self, page: RawAnswer, *, linked_as_attachment: bool) -> FileFound | None:
        """The file whose page answered; None where it is no attachment page, or does not tell.

        `linked_as_attachment`: the link said so, and the page may be read for want of anything better.
        """
        found = self._of_item(page)
        if found is None and linked_as_attachment:
            found = self._of_page(page.final_url)
        if found is None:
            return None
        url = absolute(page.final_url, found.url)
        is_other = url not in (page.url, page.final_url) and fault(url) is None
        return FileFound(url, found.media_type) if is_other else None

    def _of_item(self, page: RawAnswer) -> FileFound | None:
        item = _ITEM.search(httpx.Headers(page.headers).get("link", ""))
        if item is None or origin(item[1]) != origin(page.final_url):
            return None
        reply = self._asker.found(ASKED, f"{item[1]}{'&' if '?' in item[1] else '?'}_fields=source_url,mime_type")
        try:
            return self._readers.media(reply.payload, reply.url) if reply else None
        except ReadError:
            return None

    def _of_page(self, url: str) -> FileFound | None:
        reply = self._asker.found(ASKED, url)
        try:
            return self._readers.attachment_page(reply.payload, reply.headers, reply.url) if reply else None
        except ReadError:
            return None
