"""What a REST interface lists besides posts and pages: collections of a site's own, which no default asks for."""

import re
from collections.abc import Iterator

from shelflist.errors import ReadError
from shelflist.fetch.asker import Asker
from shelflist.fetch.ports import ScoutReaders
from shelflist.models.web import Asked, Purpose

ASKED = Asked(purpose=Purpose.PROBE, door="wordpress")
MOST = 3
"""Further collections that are counted."""
_ITEM = re.compile(r"/wp/v2/[a-z0-9_-]+/\d+")
_USUAL = frozenset({"post", "page", "attachment", "nav_menu_item"})
_OF_EDITOR = "wp_"
_NAME = re.compile(r"[a-z0-9_-]{1,60}")


def further_collections(asker: Asker, readers: ScoutReaders, item: str) -> tuple[tuple[str, int], ...]:
    """(name, number of pages) of those that hold any; `item` is the address of one page's content."""
    root = item.partition("&_fields=")[0].partition("?_fields=")[0]
    reply = asker.found(ASKED, _ITEM.sub("/wp/v2/types", root))
    try:
        types = readers.types(reply.payload, reply.url) if reply is not None else ()
    except ReadError:
        return ()
    own = [base for name, base in types if name not in _USUAL and not name.startswith(_OF_EDITOR)]
    return tuple(_counted(asker, root, filter(_NAME.fullmatch, own[:MOST])))


def _counted(asker: Asker, root: str, names: Iterator[str]) -> Iterator[tuple[str, int]]:
    for name in names:
        address = _ITEM.sub(f"/wp/v2/{name}", root)
        reply = asker.found(ASKED, f"{address}{'&' if '?' in address else '?'}per_page=1&_fields=id")
        total = reply.headers.get("x-wp-total", "") if reply is not None else ""
        if total.isascii() and total.isdigit() and len(total) < 10 and int(total):
            yield name, int(total)
