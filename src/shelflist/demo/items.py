"""The documents of the REST interface: a post, a term and the root, as WordPress writes them."""

import html
from datetime import datetime
from typing import Any

from shelflist.demo.answer import Site
from shelflist.demo.content import Post, Term

Item = dict[str, Any]
"""A JSON object about to be written."""


def post_item(site: Site, post: Post) -> Item:
    """A post or page in full."""
    number = "p" if post.kind == "post" else "page_id"
    terms = {"categories": list(post.categories), "tags": list(post.tags), "sticky": False, "format": "standard"}
    return {
        "id": post.id,
        "date": _time(post.published),
        "date_gmt": _time(post.published),
        "guid": {"rendered": site.url(f"/?{number}={post.id}")},
        "modified": _time(post.modified),
        "modified_gmt": _time(post.modified),
        "slug": post.slug,
        "status": "publish",
        "type": post.kind,
        "link": site.url(post.path),
        "title": {"rendered": html.escape(post.title, quote=False)},
        "content": {"rendered": site.localised(post.content), "protected": False},
        "excerpt": {"rendered": f"<p>{html.escape(post.summary, quote=False)}</p>\n", "protected": False},
        "author": 1,
        "featured_media": 0,
        "comment_status": "open",
        **(terms if post.kind == "post" else {"parent": 0, "menu_order": 0}),
        "_links": {"self": [{"href": site.url(f"/wp-json/wp/v2/{post.kind}s/{post.id}")}]},
    }


def term_item(site: Site, term: Term) -> Item:
    """A category or tag; `count` counts its own posts, not its children's."""
    parent = {"parent": term.parent} if term.taxonomy == "category" else {}
    return {
        "id": term.id,
        "count": sum(term.id in post.term_ids for post in site.edition.of_kind("post")),
        "description": "",
        "link": site.url(site.edition.term_path(term)),
        "name": html.escape(term.name, quote=False),
        "slug": term.slug,
        "taxonomy": term.taxonomy,
        **parent,
    }


def root_item(site: Site, collections: list[str]) -> Item:
    """What /wp-json/ says of the site."""
    routes = {f"/wp/v2/{name}": {"namespace": "wp/v2", "methods": ["GET"]} for name in collections}
    return {
        "name": site.edition.name,
        "description": site.edition.tagline,
        "url": site.base,
        "home": site.base,
        "gmt_offset": 0,
        "timezone_string": "UTC",
        "namespaces": ["wp/v2"],
        "authentication": [],
        "routes": routes,
    }


def select(item: Item, fields: str | None) -> Item:
    """Only the fields of a `_fields` list; "title.rendered" picks within an object."""
    if not fields:
        return item
    chosen: Item = {}
    for field in fields.split(","):
        name, _, inner = field.strip().partition(".")
        if name not in item:
            continue
        if inner and isinstance(item[name], dict):
            chosen.setdefault(name, {}).update(select(item[name], inner))
        else:
            chosen[name] = item[name]
    return chosen


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S")
