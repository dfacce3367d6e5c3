"""What the demo archive consists of: posts and pages with their terms and comments, and what surrounds them.

Plain records, as an author would name them. Times are timezone-aware UTC.
"""

import html
import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal

HOST = "demo.localhost"
"""The host in every address that the author wrote."""

_UPLOAD = re.compile(r"/wp-content/uploads/[\w./-]+")


@dataclass(frozen=True)
class Term:
    """A category or tag."""

    id: int
    taxonomy: Literal["category", "post_tag"]
    name: str
    slug: str
    parent: int = 0


@dataclass(frozen=True)
class Comment:
    author: str
    at: datetime
    text: str


@dataclass(frozen=True)
class Post:
    """A post or a page. `content` is the HTML of its text, with addresses on `HOST`."""

    id: int
    slug: str
    title: str
    published: datetime
    modified: datetime
    kind: Literal["post", "page"] = "post"
    categories: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    excerpt: str = ""
    comments: tuple[Comment, ...] = ()
    content: str = ""

    @property
    def path(self) -> str:
        return f"/{self.slug}/"

    @property
    def term_ids(self) -> tuple[int, ...]:
        return self.categories + self.tags

    @property
    def summary(self) -> str:
        """Its excerpt, or the first 55 words of its text: what listings and feeds show."""
        if self.excerpt:
            return self.excerpt
        words = html.unescape(re.sub(r"<[^>]*>", " ", self.content)).split()
        return " ".join(words[:55]) + (" …" if len(words) > 55 else "")


@dataclass(frozen=True)
class Furniture:
    """What stands around the text and changes by itself: none of it is part of any entry."""

    nonce: str
    theme_version: str
    shelf: tuple[str, ...]
    views: dict[str, int]  # by slug


@dataclass(frozen=True)
class Edition:
    """The whole site at one moment. `posts` holds posts and pages, in the order of their files."""

    clock: datetime
    name: str
    tagline: str
    furniture: Furniture
    terms: tuple[Term, ...]
    posts: tuple[Post, ...] = field(default=())

    def of_kind(self, kind: str) -> tuple[Post, ...]:
        """Posts or pages, newest first, as WordPress lists them."""
        return tuple(sorted((p for p in self.posts if p.kind == kind), key=lambda p: p.published, reverse=True))

    def of_taxonomy(self, taxonomy: str) -> tuple[Term, ...]:
        """By name, as WordPress lists them."""
        return tuple(sorted((t for t in self.terms if t.taxonomy == taxonomy), key=lambda t: t.name))

    def term_path(self, term: Term) -> str:
        """A child category stands below its parent; tags have no parents."""
        parent = next((other.slug + "/" for other in self.terms if other.id == term.parent), "")
        folder = "category" if term.taxonomy == "category" else "tag"
        return f"/{folder}/{parent}{term.slug}/"

    def terms_of(self, post: Post, taxonomy: str) -> tuple[Term, ...]:
        return tuple(term for term in self.of_taxonomy(taxonomy) if term.id in post.term_ids)

    def in_term(self, term: Term) -> tuple[Post, ...]:
        """Posts of a term and of its children, newest first."""
        ids = {term.id} | {child.id for child in self.terms if child.parent == term.id}
        return tuple(post for post in self.of_kind("post") if ids & set(post.term_ids))

    def post(self, slug: str) -> Post | None:
        return next((post for post in self.posts if post.slug == slug), None)

    def post_by_id(self, post_id: int) -> Post | None:
        return next((post for post in self.posts if post.id == post_id), None)

    @property
    def last_modified(self) -> datetime:
        """The newest change of any post or page."""
        return max(post.modified for post in self.posts)

    @cached_property
    def uploads(self) -> frozenset[str]:
        """Paths of all files that a text links to or shows."""
        return frozenset(path for post in self.posts for path in _UPLOAD.findall(post.content))
