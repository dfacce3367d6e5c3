"""Which answer an address gets: a pure function of the site and the request."""

from http import HTTPStatus

from shelflist.demo import documents, lists, pages
from shelflist.demo.answer import HTML, Answer, Request, Site, redirect
from shelflist.demo.rest import rest


def answer(site: Site, request: Request) -> Answer:
    """Every address has an answer, if only the page for what is not there."""
    found = (
        rest(site, request)
        or _by_number(site, request)
        or lists.robots(site, request)
        or lists.sitemap(site, request)
        or lists.feed(site, request)
        or documents.upload(site, request)
        or pages.stylesheet(request)
        or pages.listing(site, request)
        or pages.single(site, request)
    )
    return found or pages.missing(site)


def _by_number(site: Site, request: Request) -> Answer | None:
    """?p=ID and ?page_id=ID lead to the post, or nowhere."""
    for name in ("p", "page_id"):
        if request.path == "/" and name in request.query:
            post = site.edition.post_by_id(request.number(name, 0) or 0)
            return redirect(site.url(post.path)) if post else pages.missing(site)
    return None


def empty_page() -> Answer:
    """What a broken theme or cache gives: status 200 and nothing in it."""
    return Answer(HTTPStatus.OK, HTML, b"<!doctype html>\n<html><head></head><body></body></html>\n")
