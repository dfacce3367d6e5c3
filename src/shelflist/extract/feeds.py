"""Feeds as lists of pages: RSS 2.0, RSS 1.0 (RDF) and Atom (RFC 4287). Their text is not read here.

A post's title is not taken from a feed: WordPress writes "Protected: ..." and "Untitled" there, its pages do not.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from shelflist.errors import ReadError
from shelflist.extract.charset import header
from shelflist.extract.document import instant
from shelflist.extract.xml import absolute, local, namespace, parse_xml
from shelflist.models.page import ListedPage, Listing

_POST_ID = re.compile(r"/\?(?:post_type=[\w-]+&)?p=([0-9]{1,18})$")


def read_feed(payload: bytes, headers: Mapping[str, str], url: str) -> Listing:
    """One page of a feed, and where the next one is. Raises ReadError for what is no feed.

    Where an entry does not say when it was changed, the feed's own Last-Modified stands for that in WordPress's
    feeds: it is the time of the newest change of any post.
    """
    root = parse_xml(payload, url, "feed")
    channel = _channel(root, url)
    entries = list(_entries(root, channel))
    ids = [_post_id(entry) for entry in entries]
    is_wordpress = any(ids) or "wordpress" in _generator(channel)
    of_all = header(headers, "Last-Modified").strip() or None if is_wordpress else None
    listed = (_listed(entry, post_id, url, of_all) for entry, post_id in zip(entries, ids, strict=True))
    return Listing(
        pages=tuple(page for page in listed if page is not None),
        total=_count(channel, "totalResults"),
        next_page=_next(channel, url, len(entries)),
        numbered=is_wordpress,
        newest=of_all,
    )


def _channel(root: Element, url: str) -> Element:
    """The element that speaks of the feed as a whole."""
    if local(root) == "feed":
        return root
    channel = next((child for child in root if local(child) == "channel"), None)
    if local(root) not in ("rss", "RDF") or channel is None:
        raise ReadError(f"{url}: found <{local(root)[:40]}>, expected <feed>, <rss> or <rdf:RDF>")
    return channel


def _entries(root: Element, channel: Element) -> Iterator[Element]:
    """Items of RSS 1.0 stand beside the channel, those of RSS 2.0 in it."""
    holder = root if local(root) == "RDF" else channel
    return (child for child in holder if local(child) in ("item", "entry"))


def _listed(entry: Element, post_id: int | None, url: str, of_all: str | None) -> ListedPage | None:
    """None for an entry that leads to no page."""
    address = _link(entry, "alternate") or _permanent(entry)
    if not address:
        return None
    link = absolute(url, address).partition("#")[0]
    return ListedPage(
        page_key=f"post:{post_id}" if post_id else f"url:{link}",
        url=link,
        wp_post_id=post_id,
        date_published=instant(_text(entry, "published")),
        modified=_text(entry, "updated") or of_all,
    )


def _post_id(entry: Element) -> int | None:
    """WordPress's own name for the post, ``http://host/?p=22``, whatever its address is."""
    found = _POST_ID.search(_text(entry, "id") or _text(entry, "guid") or "")
    return int(found[1]) or None if found else None


def _permanent(entry: Element) -> str | None:
    """A guid is an address unless it says otherwise (RSS 2.0)."""
    guid = next((child for child in entry if local(child) == "guid"), None)
    if guid is None or guid.get("isPermaLink", "true").lower() != "true":
        return None
    text = (guid.text or "").strip()
    return text if text.startswith(("http://", "https://")) else None


def _link(holder: Element, rel: str) -> str | None:
    """Atom's ``<link rel href>``, for ``alternate`` the one to HTML, or RSS's ``<link>``."""
    for child in holder:
        if local(child) != "link":
            continue
        href, kind = child.get("href"), child.get("type", "text/html")
        if href is None and rel == "alternate" and namespace(child) == namespace(holder):
            return (child.text or "").strip() or None
        if href and child.get("rel", "alternate") == rel and (rel != "alternate" or "html" in kind):
            return href.strip()
    return None


def _next(channel: Element, url: str, here: int) -> str | None:
    """The next page of the feed (RFC 5005), or the one that its OpenSearch counts lead to."""
    if told := _link(channel, "next"):
        return absolute(url, told)
    total, start = _count(channel, "totalResults"), _count(channel, "startIndex")
    if not here or total is None or start is None or start + here > total:
        return None
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "start-index"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("start-index", str(start + here))])))


def _generator(channel: Element) -> str:
    found = next((child for child in channel if local(child) == "generator"), None)
    return "" if found is None else f"{found.get('uri', '')} {found.text or ''}".lower()


def _text(holder: Element, name: str) -> str | None:
    found = next((child for child in holder if local(child) == name), None)
    return None if found is None else (found.text or "").strip() or None


def _count(channel: Element, name: str) -> int | None:
    said = _text(channel, name) or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
