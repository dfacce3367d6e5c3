"""The lists that doors read: REST collections, their terms, and sitemaps (feeds: `feeds`; links: `site_links`)."""

import zlib
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from shelflist.errors import ReadError
from shelflist.extract.answers import Answer
from shelflist.extract.charset import header
from shelflist.extract.document import instant
from shelflist.extract.rest import plain_title
from shelflist.extract.text import unescape
from shelflist.extract.xml import MAX_XML_BYTES, absolute, local, namespace, parse_xml
from shelflist.models.page import ListedPage, Listing, Term

_GZIP = b"\x1f\x8b"


def read_rest_list(payload: bytes, headers: Mapping[str, str], url: str, post_type: str) -> Listing:
    """One page of a REST collection, ``wp/v2/<post_type>``, with the totals WordPress says in its headers.

    Raises ReadError (place, found, expected) when it is no array of posts, or says an error.
    """
    return Listing(
        pages=tuple(_listed(post, post_type) for post in Answer.read(payload, url).items()),
        total=_total(headers, "X-WP-Total"),
        total_pages=_total(headers, "X-WP-TotalPages"),
    )


def _listed(post: Answer, post_type: str) -> ListedPage:
    identity = post.member("id").identity()
    title, date, modified = post.get("title"), post.get("date_gmt"), post.get("modified_gmt")
    return ListedPage(
        page_key=f"post:{identity}",
        url=post.member("link").text(),
        wp_post_id=identity,
        post_type=post_type,
        title=plain_title(title) if title is not None else None,
        date_published=instant(date.text()) if date is not None else None,
        modified=modified.text() if modified is not None else None,
        category_ids=_term_ids(post, "categories"),
        tag_ids=_term_ids(post, "tags"),
        protected=_is_protected(post),
    )


def _is_protected(post: Answer) -> bool:
    """``content.protected``, where the list was asked for it."""
    content = post.get("content")
    said = content.get("protected") if content is not None else None
    return said is not None and said.value is True


def _term_ids(post: Answer, key: str) -> tuple[int, ...]:
    said = post.get(key)
    return said.numbers() if said is not None else ()


def _total(headers: Mapping[str, str], name: str) -> int | None:
    said = header(headers, name).strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def read_types(payload: bytes, url: str) -> tuple[tuple[str, str], ...]:
    """(name, collection) of each type of post, ``wp/v2/types``. Raises ReadError when it is no object of types."""
    answer = Answer.read(payload, url)
    if not isinstance(answer.value, dict):
        raise answer.wrong("an object of types")
    return tuple((name, answer.member(name).member("rest_base").text()) for name in answer.value)


def read_terms(payload: bytes) -> tuple[Term, ...]:
    """Categories or tags, ``wp/v2/categories`` or ``wp/v2/tags``. Raises ReadError when it is no array of terms."""
    return tuple(_term(term) for term in Answer.read(payload, "terms").items())


def _term(term: Answer) -> Term:
    return Term(term.member("id").number(), unescape(term.member("name").text()), term.member("slug").text())


def read_sitemap(payload: bytes, url: str) -> Listing:
    """A sitemap (pages) or sitemap index (children), plain or gzipped; sitemaps.org 0.9, any namespace.

    Raises ReadError for what is no sitemap, is too large, or brings entities of its own.
    """
    root = parse_xml(_unzipped(payload, url), url, "sitemap")
    kind = local(root)
    if kind == "sitemapindex":
        return Listing(children=tuple(loc for loc, _ in _entries(root, "sitemap", url)))
    if kind != "urlset":
        raise ReadError(f"{url}: found <{kind[:40]}>, expected <urlset> or <sitemapindex>")
    pages = tuple(
        ListedPage(page_key=f"url:{loc}", url=loc, modified=lastmod) for loc, lastmod in _entries(root, "url", url)
    )
    return Listing(pages=pages)


def _unzipped(payload: bytes, url: str) -> bytes:
    if not payload.startswith(_GZIP):
        return payload
    unzip = zlib.decompressobj(wbits=31)
    try:
        text = unzip.decompress(payload, MAX_XML_BYTES)
    except zlib.error as error:
        raise ReadError(f"{url}: found damaged gzip, expected a sitemap ({error})") from error
    if unzip.unconsumed_tail:
        raise ReadError(f"{url}: found more than {MAX_XML_BYTES} bytes of sitemap, expected fewer")
    if not unzip.eof:
        raise ReadError(f"{url}: found gzip that breaks off, expected a sitemap")
    return text


def _entries(root: Element, name: str, url: str) -> Iterator[tuple[str, str | None]]:
    """(loc, lastmod as written) of every <name> child; <image:loc> and the like are not looked at."""
    for number, entry in enumerate(child for child in root if local(child) == name):
        own = {local(child): (child.text or "").strip() for child in entry if namespace(child) == namespace(root)}
        if not own.get("loc"):
            raise ReadError(f"{url}: {name}[{number}]: found no <loc>, expected an address")
        yield absolute(url, own["loc"]), own.get("lastmod") or None
