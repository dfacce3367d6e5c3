"""A run's captures and failures, grouped by the page they were asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from shelflist.extract.parts import join_parts
from shelflist.fetch.doors.html import DOOR as HTML_DOOR
from shelflist.linkage.identity import normal_url
from shelflist.models.page import Page
from shelflist.models.signs import Drift, Look, Signs
from shelflist.models.web import Capture, Failure, Purpose
from shelflist.pipeline.reading import Reader

_PERMANENT = (301, 308)
_MAY_BE_WALLS = (401, 402, 403, 405, 406, 407, 429, 451, 500, 502, 503, 504, 520, 521, 522, 523, 525, 530)
_NO_SUCH_PART = (301, 302, 303, 307, 308, 400, 404, 410)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGroup:
    """All that one page answered, its parts joined. `natural_key` is what the answer itself says it is."""

    page_key: str
    url: str
    door: str
    captures: tuple[Capture, ...]
    redirected: bool
    failure: Failure | None
    page: Page | None
    read_error: str | None
    natural_key: str | None
    is_crawled: bool = False  # it was met on the way, following links
    signs: Signs | None = None
    drift: Drift | None = None

    @property
    def redirected_anyhow(self) -> bool:
        """The answer came from another address, for good or for now."""
        return any(normal_url(one.url) != normal_url(one.final_url) for one in self.captures)


@dataclass(slots=True)
class _Asked:
    """What was asked under one page key; of each part the last answer counts."""

    key: str
    last: dict[int, Capture | Failure] = field(default_factory=dict)
    redirected: bool = False


def group_answers(answers: Iterable[Capture | Failure], read: Mapping[str, Look], reader: Reader) -> list[PageGroup]:
    """One group for every page that was asked, in the order of asking."""
    return [_group(asked, read, reader) for asked in _by_page(answers).values()]


def readable(answers: Iterable[Capture | Failure]) -> list[Capture]:
    """Captures whose content the fold will want: of pages that did not answer "not modified" throughout.

    Errors that may be walls are looked at too, and what an address was answered with that cannot exist.
    """
    answers = list(answers)
    wanted: list[Capture] = []
    for asked in _by_page(answers).values():
        last = [item for item in asked.last.values() if isinstance(item, Capture)]
        bodies = [capture for capture in last if capture.http_status in (200, 304)]
        if any(capture.http_status == 200 for capture in bodies):
            wanted += bodies
        wanted += [capture for capture in last if capture.http_status in _MAY_BE_WALLS]
    return [*wanted, *(capture for capture in of_absent_pages(answers) if capture.http_status == 200)]


def of_absent_pages(answers: Iterable[Capture | Failure]) -> list[Capture]:
    """The last answer to each address that was asked for because it cannot exist."""
    last: dict[str, Capture] = {}
    for item in answers:
        if isinstance(item, Capture) and item.asked.purpose is Purpose.PROBE and item.asked.page_key is None:
            last[item.url] = item
    return list(last.values())


def _by_page(answers: Iterable[Capture | Failure]) -> dict[str, _Asked]:
    pages: dict[str, _Asked] = {}
    for item in answers:
        key = item.asked.page_key
        if key is None or item.asked.purpose not in (Purpose.PAGE, Purpose.PROBE, Purpose.LISTING):
            continue
        asked = pages.setdefault(key, _Asked(key))
        asked.last[item.asked.part] = item
        if isinstance(item, Capture) and item.http_status in _PERMANENT and item.asked.part == 1:
            asked.redirected = True
    return pages


def _group(asked: _Asked, read: Mapping[str, Look], reader: Reader) -> PageGroup:
    items = [asked.last[part] for part in sorted(asked.last)]
    first = items[0]
    captures = [item for item in items if isinstance(item, Capture)]
    parts = [capture for capture in captures if _is_part(capture, captures[0], read)]
    failure = next((item for item in items if isinstance(item, Failure)), None)
    looks = [read[capture.capture_id] for capture in parts if capture.capture_id in read]
    page, error = _join(parts, read, reader)
    is_crawled = first.asked.purpose is Purpose.LISTING
    return PageGroup(
        page_key=asked.key,
        url=first.url,
        door=HTML_DOOR if is_crawled else first.asked.door,
        captures=tuple(parts),
        redirected=asked.redirected,
        failure=failure,
        page=page,
        read_error=error,
        natural_key=_natural_key(asked.key, page),
        is_crawled=is_crawled,
        signs=looks[0].signs if looks else None,
        drift=next((look.drift for look in looks if look.drift), None),
    )


def _is_part(capture: Capture, first: Capture, read: Mapping[str, Look]) -> bool:
    """A guessed part counts only if it is a page of the same post with other content."""
    if capture is first or capture.asked.purpose is not Purpose.PROBE:
        return True
    if capture.http_status in _NO_SUCH_PART:
        return False
    if capture.http_status != 200:
        return True  # an error: whether there is such a part is not known
    if normal_url(capture.final_url) != normal_url(capture.url) or capture.payload_digest == first.payload_digest:
        return False
    here, there = read.get(capture.capture_id), read.get(first.capture_id)
    if here is None or there is None or here.page is None or there.page is None:
        return here is not None and here.page is not None
    return here.page.wp_post_id == there.page.wp_post_id and here.page.content_hash != there.page.content_hash


def _join(parts: list[Capture], read: Mapping[str, Look], reader: Reader) -> tuple[Page | None, str | None]:
    """The page of all its parts, or why a part could not be read."""
    stored = [read[capture.capture_id] for capture in parts if capture.capture_id in read]
    error = next((item.error for item in stored if item.error), None)
    pages = [_with_own_address(item.page, reader) for item in stored if item.page is not None]
    if error or not pages or len(pages) < len(parts):
        return None, error
    return join_parts(pages), None


def _with_own_address(page: Page, reader: Reader) -> Page:
    """The page's word for its own address is taken if it stays on the site, and is not the home page's."""
    if page.canonical_url is None or page.canonical_url == page.url:
        return page
    told, home = normal_url(page.canonical_url), normal_url(reader.source.home)
    is_home = told == home != normal_url(page.url)
    within = {urlsplit(page.url).hostname, reader.source.home_host, *reader.source.scope.hosts}
    return page if urlsplit(told).hostname in within and not is_home else replace(page, canonical_url=None)


def _natural_key(asked_key: str, page: Page | None) -> str | None:
    if page is None:
        return None
    if page.wp_post_id is not None:
        return f"post:{page.wp_post_id}"
    if asked_key.startswith("post:"):
        return asked_key
    canonical = page.canonical_url
    if canonical and urlsplit(canonical).hostname == urlsplit(page.url).hostname:
        return f"url:{canonical}"
    return f"url:{page.url}"
