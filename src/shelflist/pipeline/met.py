"""Which of the addresses that were asked are pages of the archive: what is met on the way need not be one.

A door that follows links comes to lists of posts, to files, to dead ends and to the same page at other addresses. What
the catalogue holds is a page in any case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shelflist.linkage.identity import normal_url
from shelflist.models.track import State
from shelflist.models.web import FailureKind
from shelflist.pipeline.answers import PageGroup

_NOT_OURS = (FailureKind.OUT_OF_SCOPE, FailureKind.ROBOTS_DENIED, FailureKind.SKIPPED)
_DEAD = (404, 410)


def pages_among(groups: Sequence[PageGroup], state: State, home: str) -> Iterator[PageGroup]:
    """Those that are pages, in their order."""
    keys = {page.page_key for page in state.pages.values()}
    addresses = {normal_url(page.url) for page in state.pages.values()}
    known = [_is_known(group, keys, addresses) for group in groups]
    site = _Site(has_posts=_has_posts(state, groups), home=normal_url(home))
    seen = {
        group.captures[0].payload_digest for group, held in zip(groups, known, strict=True) if held and group.captures
    }
    for group, held in zip(groups, known, strict=True):
        if held:
            yield group
        elif site.may_be_page(group) and not (group.is_crawled and _is_copy(group, seen)):
            seen |= {capture.payload_digest for capture in group.captures[:1]}
            yield group


@dataclass(frozen=True, slots=True)
class _Site:
    """`has_posts`: the site says of its pages which post they are, so that lists of posts and attachments are none."""

    has_posts: bool
    home: str

    def may_be_page(self, group: PageGroup) -> bool:
        """For an address that the catalogue does not hold."""
        if group.is_crawled and _leads_nowhere(group):
            return False
        if self.has_posts and group.page is not None and group.page.listing:
            return False
        is_on_the_way = group.is_crawled or normal_url(group.url) == self.home
        return not (self.has_posts and is_on_the_way and group.read_error)


def _has_posts(state: State, groups: Sequence[PageGroup]) -> bool:
    return any(page.wp_post_id for page in state.pages.values()) or any(
        group.page is not None and group.page.wp_post_id for group in groups
    )


def _is_known(group: PageGroup, keys: set[str], addresses: set[str]) -> bool:
    return group.page_key in keys or group.natural_key in keys or normal_url(group.url) in addresses


def _leads_nowhere(group: PageGroup) -> bool:
    """A dead link, another site, a file, or an address that was not even asked."""
    if not group.captures:
        return group.failure is not None and group.failure.kind in _NOT_OURS
    first = group.captures[0]
    kind = first.content_type or ""
    return first.http_status in _DEAD or (first.http_status == 200 and bool(kind) and "html" not in kind)


def _is_copy(group: PageGroup, seen: set[str]) -> bool:
    """The very bytes of another page, without an id or a canonical address that would say which it is."""
    return bool(group.captures) and group.captures[0].payload_digest in seen
