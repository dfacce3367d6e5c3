"""Which addresses of a site a source file should leave out: listings, and pages that repeat the entries of others.

As in `shelflist.pipeline.choosing`, each choice is told with its numbers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from shelflist.fetch.addresses import path_of
from shelflist.pipeline.sampled import LISTS_FROM, Looked

SAME_SHARE = 0.8
"""A page of whose entries so many stand on other pages repeats them."""

_EXCLUDED = (
    (r"/tags?/", "pages of a tag"),
    (r"/(?:category|categories)/", "pages of a category"),
    (r"/author/", "pages of an author"),
    (r"^/search", "results of a search, pages of a label"),
    (r"^/(?:[\w-]+/)*\d{4}/(?:\d\d/)?(?:\d\d/)?$", "pages of a year, month or day"),
    (r"/page/\d+/?$", "further pages of a listing"),
    (r"/feed/?$", "feeds"),
    (r"[?&](?:s|m|cat|tag|paged|replytocom|share)=", "other views of a page"),
)


def choose_excluded(looked: Sequence[Looked], addresses: Iterable[str], home: str) -> list[tuple[str, str]]:
    """(pattern, why) for what should be left out: listings, and pages that repeat the entries of others."""
    paths = [path_of(url) for url in dict.fromkeys(addresses)]
    found = []
    for pattern, what in _EXCLUDED:
        if count := sum(re.search(pattern, path) is not None for path in paths):
            found.append((pattern, f"{what}: {count} of the addresses that were met"))
    pages = [page for page in looked if is_wanted(page.url, found)]
    return found + [(f"^{re.escape(page.path)}$", why) for page, why in _repeating(pages, home)]


def is_wanted(url: str, excluded: Iterable[tuple[str, str]]) -> bool:
    return not any(re.search(pattern, path_of(url)) for pattern, _ in excluded)


def _repeating(looked: Sequence[Looked], home: str) -> Iterator[tuple[Looked, str]]:
    """Pages whose entries stand on a page twice as long, the home page that has none, that page at another address."""
    first = next((page for page in looked if page.path == path_of(home)), None)
    for page in looked:
        own = page.lines
        others = [other.lines for other in looked if other not in (page, first)]
        same = sum(any(raw in other for other in others) for raw in own)
        larger = [other for other in others if len(other) >= 2 * len(own)]
        at_one = any(len(own.keys() & other.keys()) >= SAME_SHARE * len(own) for other in larger)
        if page is first and own.total() < LISTS_FROM and len(looked) > 1:
            yield page, "the home page has no list of its own"
        elif page is first and _posts(page) > 1 and any(_posts(other) == 1 for other in looked):
            yield page, f"the home page shows {_posts(page)} posts, which have pages of their own"
        elif own and same >= SAME_SHARE * len(own) and (at_one or page is first):
            yield page, f"{same} of its {len(own)} entries stand on other pages"
        elif first and page is not first and page.reading.page.content_hash == first.reading.page.content_hash:
            yield page, "the home page at another address"


def _posts(page: Looked) -> int:
    """How many posts a page of a blog shows; comments and sidebars have articles too."""
    return next((count for css in (".hentry", ".post", "article") if (count := page.survey.count(css))), 0)
