"""The REST door: one post or page as WordPress's REST API gives it (wp/v2)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from shelflist.extract.answers import Answer
from shelflist.extract.blocks import content_hash, read_blocks
from shelflist.extract.document import instant, parse_content
from shelflist.extract.rules import rules_for
from shelflist.extract.text import tidy, unescape
from shelflist.models.page import Page, Term
from shelflist.sources.model import Source

CONTENT_POINTER = "/content/rendered"
NO_TERMS: Mapping[int, Term] = MappingProxyType({})


def read_rest(
    payload: bytes, headers: Mapping[str, str], url: str, source: Source, terms: Mapping[int, Term] = NO_TERMS
) -> Page:
    """The page in a REST answer for one post: the same blocks as its HTML page gives.

    `url` is the address asked; the page's own is the answer's "link". Terms that `terms` lacks are left out.
    Raises ReadError (place, found, expected) when the answer is no post.
    """
    post = Answer.read(payload, url)
    identity, link = post.member("id").identity(), post.member("link").text()
    content = post.member("content")
    read = read_blocks(parse_content(content.member("rendered").text(), url), rules_for(source, link))
    return Page(
        url=link,
        canonical_url=link,
        wp_post_id=identity,
        title=_title(post),
        date_published=_instant(post, "date_gmt"),
        date_modified=_instant(post, "modified_gmt"),
        categories=_names(post, "categories", terms),
        tags=_names(post, "tags", terms),
        protected=_protected(content),
        blocks=read.blocks,
        text_coverage=read.coverage,
        content_hash=content_hash(read.blocks),
        json_pointer=CONTENT_POINTER,
    )


def _protected(content: Answer) -> bool:
    said = content.get("protected")
    return said is not None and said.value is True


def _title(post: Answer) -> str | None:
    title = post.get("title")
    return plain_title(title) if title is not None else None


def plain_title(title: Answer) -> str | None:
    """``{"rendered": ...}`` as text: references resolved, inline markup taken off."""
    written = title.member("rendered").text()
    if "<" in written:
        return tidy(parse_content(written, title.place).text()) or None
    return unescape(written) or None


def _instant(post: Answer, key: str) -> datetime | None:
    said = post.get(key)
    return instant(said.text()) if said is not None else None


def _names(post: Answer, key: str, terms: Mapping[int, Term]) -> tuple[str, ...]:
    said = post.get(key)
    numbers: Iterable[int] = said.numbers() if said is not None else ()
    return tuple(sorted({terms[number].name for number in numbers if number in terms}))
