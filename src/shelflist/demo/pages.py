"""The HTML pages: single posts, listings in several parts, and the page for what is not there."""

import math
from dataclasses import dataclass
from http import HTTPStatus

from shelflist.demo.answer import HTML, NO_CACHE, Answer, Header, Request, Site, redirect
from shelflist.demo.content import Post, Term
from shelflist.demo.look import render

POSTS_PER_PAGE = 2


@dataclass(frozen=True)
class Listing:
    """Posts under one address: the home page, or the archive of a term. `full`: with their whole texts."""

    path: str
    title: str | None
    posts: tuple[Post, ...]
    term: Term | None = None
    full: bool = False

    @property
    def pages(self) -> int:
        return max(1, math.ceil(len(self.posts) / POSTS_PER_PAGE))

    def part(self, number: int) -> tuple[Post, ...]:
        return self.posts[(number - 1) * POSTS_PER_PAGE : number * POSTS_PER_PAGE]

    def part_path(self, number: int) -> str:
        return self.path if number == 1 else f"{self.path}page/{number}/"


def listings(site: Site) -> tuple[Listing, ...]:
    """Home, then every category and tag. Tag archives carry whole texts, the others excerpts: sites do either."""
    edition = site.edition
    home = Listing("/", None, edition.of_kind("post"))
    archives = (
        Listing(edition.term_path(term), term.name, edition.in_term(term), term, term.taxonomy == "post_tag")
        for term in edition.terms
    )
    return (home, *archives)


def single(site: Site, request: Request) -> Answer | None:
    """The page of a post; its address with a part number behind leads back to it, as a post of one part does."""
    slug, _, rest = request.path.strip("/").partition("/")
    post = site.edition.post(slug)
    if post is None or (rest and not rest.isdigit()):
        return None
    if rest:
        return redirect(site.url(post.path), headers=NO_CACHE)
    if request.path != post.path:
        return redirect(site.url(post.path))
    return Answer(HTTPStatus.OK, HTML, render("single.html.j2", site=site, post=post).encode(), _links(site, post))


def listing(site: Site, request: Request) -> Answer | None:
    """One part of a listing; past its end: None."""
    for found in listings(site):
        for number in range(1, found.pages + 1):
            path = found.part_path(number)
            if request.path == path:
                return _listing_part(site, found, number)
            if request.path + "/" == path or request.path == f"{found.path}page/{number}/":
                return redirect(site.url(path))
    return None


def _listing_part(site: Site, found: Listing, number: int) -> Answer:
    body = render("listing.html.j2", site=site, listing=found, number=number)
    return Answer(HTTPStatus.OK, HTML, body.encode(), api_links(site, term_rest_path(found.term)))


def missing(site: Site) -> Answer:
    """WordPress answers 404 in full dress."""
    return Answer(HTTPStatus.NOT_FOUND, HTML, render("missing.html.j2", site=site).encode(), NO_CACHE + api_links(site))


def stylesheet(request: Request) -> Answer | None:
    if request.path != "/wp-content/themes/bay/style.css":
        return None
    return Answer(HTTPStatus.OK, "text/css; charset=UTF-8", render("style.css.j2").encode())


def post_rest_path(post: Post) -> str:
    return f"/wp-json/wp/v2/{post.kind}s/{post.id}"


def term_rest_path(term: Term | None) -> str | None:
    if term is None:
        return None
    return f"/wp-json/wp/v2/{'categories' if term.taxonomy == 'category' else 'tags'}/{term.id}"


def api_links(site: Site, own_path: str | None = None) -> tuple[Header, ...]:
    """The Link headers that lead to the REST interface; none when it is switched off."""
    if not site.rest:
        return ()
    root = ("Link", f'<{site.url("/wp-json/")}>; rel="https://api.w.org/"')
    own = f'<{site.url(own_path)}>; rel="alternate"; type="application/json"' if own_path else None
    return (root, ("Link", own)) if own else (root,)


def _links(site: Site, post: Post) -> tuple[Header, ...]:
    number = "p" if post.kind == "post" else "page_id"
    return (*api_links(site, post_rest_path(post)), ("Link", f"<{site.url(f'/?{number}={post.id}')}>; rel=shortlink"))
