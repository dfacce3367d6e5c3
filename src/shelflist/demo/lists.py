"""What machines read besides REST: robots.txt, the sitemaps and the feed."""

import hashlib
from http import HTTPStatus

from shelflist.demo.answer import Answer, Request, Site, http_date, is_unchanged, redirect
from shelflist.demo.look import render
from shelflist.demo.pages import api_links

_SITEMAPS = ("posts-post", "posts-page", "taxonomies-category", "taxonomies-post_tag")
_XML = "application/xml; charset=UTF-8"


def robots(site: Site, request: Request) -> Answer | None:
    if request.path != "/robots.txt":
        return None
    rules = ("User-agent: *", "Disallow: /wp-admin/", "Allow: /wp-admin/admin-ajax.php", "")
    text = "\n".join((*rules, f"Sitemap: {site.url('/wp-sitemap.xml')}", ""))
    return Answer(HTTPStatus.OK, "text/plain; charset=utf-8", text.encode())


def sitemap(site: Site, request: Request) -> Answer | None:
    """The index, and one list to a kind of page. Posts and pages have a lastmod, as since WordPress 6.5."""
    if request.path in ("/sitemap.xml", "/sitemap_index.xml"):
        return redirect(site.url("/wp-sitemap.xml"), HTTPStatus.FOUND)
    addresses = [site.url(f"/wp-sitemap-{name}-1.xml") for name in _SITEMAPS]
    if request.path == "/wp-sitemap.xml":
        return _xml(render("sitemaps.xml.j2", addresses=addresses))
    name = request.path.removeprefix("/wp-sitemap-").removesuffix("-1.xml")
    if name not in _SITEMAPS or request.path != f"/wp-sitemap-{name}-1.xml":
        return None
    return _xml(render("sitemap.xml.j2", pages=_pages(site, name)))


def _pages(site: Site, name: str) -> list[tuple[str, str | None]]:
    kind, _, what = name.partition("-")
    if kind == "taxonomies":
        return [(site.url(site.edition.term_path(term)), None) for term in site.edition.of_taxonomy(what)]
    home: list[tuple[str, str | None]] = [(site.url("/"), None)] if what == "page" else []
    return home + [(site.url(post.path), post.modified.isoformat()) for post in site.edition.of_kind(what)]


def _xml(text: str) -> Answer:
    return Answer(HTTPStatus.OK, _XML, text.encode())


def feed(site: Site, request: Request) -> Answer | None:
    """RSS 2.0 with whole texts, all on one page. The one address of the site that answers 304."""
    if request.path == "/feed":
        return redirect(site.url("/feed/"))
    if request.path != "/feed/" or request.number("paged", 1) != 1:
        return None
    modified = site.edition.last_modified
    etag = '"' + hashlib.md5(http_date(modified).encode(), usedforsecurity=False).hexdigest() + '"'
    headers = (("Last-Modified", http_date(modified)), ("ETag", etag), *api_links(site))
    content_type = "application/rss+xml; charset=UTF-8"
    if is_unchanged(request, etag, modified):
        return Answer(HTTPStatus.NOT_MODIFIED, content_type, b"", headers)
    return Answer(HTTPStatus.OK, content_type, render("feed.xml.j2", site=site, date=http_date).encode(), headers)
