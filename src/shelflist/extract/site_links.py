"""The links of a page as a list of further pages, for the door that follows them.

Links to documents are none of its business; nor are those that the site asks robots not to follow, and the copies of
a page that only a parameter makes.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from selectolax.lexbor import LexborNode

from shelflist.extract.document import Head, parse_html
from shelflist.extract.links import Anchor, is_document, resolve
from shelflist.models.page import ListedPage, Listing

MAX_LINKS = 20_000

_ANCHORS = "a[href], area[href], link[rel~=next][href]"
_PAGINATION = (
    "a[rel~=next], a[rel~=prev], .pagination a, .nav-links a, a.page-numbers, a.wp-block-query-pagination-next, "
    "a.blog-pager-older-link, link[rel~=next]"
)
_COPY = re.compile(r"^(utm_[a-z]+|fbclid|gclid|replytocom|share|showcomment)=|^m=[01]$")


def read_links(payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
    """Pages that the page links to, in its order; `children` are those that continue it. Raises ReadError."""
    tree = parse_html(payload, headers, url)
    if tree.root is None:
        return Listing()
    head = Head(tree, url)
    found = dict.fromkeys(filter(None, (_target(node, head.base) for node in tree.css(_ANCHORS)[:MAX_LINKS])))
    onwards = (_target(node, head.base) for node in tree.css(_PAGINATION)[:MAX_LINKS])
    return Listing(
        pages=tuple(ListedPage(page_key=f"url:{address}", url=address) for address in found),
        children=tuple(dict.fromkeys(address for address in onwards if address in found)),
    )


def _target(node: LexborNode, base: str) -> str:
    """The address that the link leads to; "" where it is not to be followed."""
    href, rel = node.attributes.get("href") or "", (node.attributes.get("rel") or "").lower()
    url = resolve(base, href).partition("#")[0]
    if not url.startswith(("http://", "https://")) or "nofollow" in rel or is_document(Anchor(href, url, rel)):
        return ""
    return _plain(url)


def _plain(url: str) -> str:
    """Without the parameters that make only a copy of the page."""
    parts = urlsplit(url)
    if not parts.query:
        return url
    kept = [item for item in parts.query.split("&") if not _COPY.match(item)]
    return urlunsplit(parts._replace(query="&".join(kept)))
