"""Read the editions from their files: the first as its author left it, the second as edits to the first."""

import tomllib
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import TypeAdapter

from shelflist.demo.content import Comment, Edition, Furniture, Post
from shelflist.errors import UsageError

EDITIONS = (1, 2)

Change = Literal["added", "edited", "moved", "relinked", "missing", "noise"]


@dataclass(frozen=True)
class Edit:
    """One thing the author did. `replace` becomes `by`; `insert` is put behind `after`. Each must stand there once."""

    page: str  # slug, or the name of a saved file
    change: Change
    replace: str = ""
    by: str = ""
    after: str = ""
    insert: str = ""


@dataclass(frozen=True)
class NewComment(Comment):
    page: str  # slug


@dataclass(frozen=True)
class Day:
    """What happened between two editions."""

    clock: datetime
    furniture: Furniture
    modified: dict[str, datetime]  # by slug
    edits: tuple[Edit, ...]
    comments: tuple[NewComment, ...]


@cache
def load_edition(number: int) -> Edition:
    """The site as it stood in edition `number`. Raises UsageError when there is no such edition."""
    if number not in EDITIONS:
        raise UsageError(f"the demo archive has no edition {number}; expected one of {', '.join(map(str, EDITIONS))}")
    first = _read_first()
    return first if number == 1 else _apply(first, read_day())


def read_day() -> Day:
    """What the author did between the first edition and the second."""
    return TypeAdapter(Day).validate_python(tomllib.loads(_read("second.toml")))


def _read(name: str) -> str:
    return (resources.files("shelflist.demo") / "editions" / name).read_text(encoding="utf-8")


def _read_first() -> Edition:
    edition = TypeAdapter(Edition).validate_python(tomllib.loads(_read("first/site.toml")))
    posts = tuple(replace(post, content=_read(f"first/{post.slug}.html")) for post in edition.posts)
    return replace(edition, posts=posts)


def _apply(edition: Edition, day: Day) -> Edition:
    posts = tuple(_aged(post, day) for post in edition.posts)
    return replace(edition, clock=day.clock, furniture=day.furniture, posts=posts)


def _aged(post: Post, day: Day) -> Post:
    content = post.content
    for edit in day.edits:
        if edit.page == post.slug:
            content = edited(content, edit)
    comments = tuple(Comment(c.author, c.at, c.text) for c in day.comments if c.page == post.slug)
    modified = day.modified.get(post.slug, post.modified)
    return replace(post, content=content, modified=modified, comments=post.comments + comments)


def edited(content: str, edit: Edit) -> str:
    """The text after one edit. Raises ValueError when its passage does not stand there exactly once."""
    for passage in filter(None, (edit.replace, edit.after)):
        if (count := content.count(passage)) != 1:
            raise ValueError(f"{edit.page}: {passage!r} stands there {count} times, expected once")
    if edit.replace:
        content = content.replace(edit.replace, edit.by)
    return content.replace(edit.after, edit.after + edit.insert) if edit.after else content
