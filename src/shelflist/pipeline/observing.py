"""From a run's captures to one answer for every expected page; facts only, verdicts are for `shelflist.verdicts`."""

from collections.abc import Container, Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from shelflist.errors import ReadError
from shelflist.fetch.addresses import Scope, origin
from shelflist.fetch.unheard import why_no_list
from shelflist.linkage.identity import normal_url, page_id
from shelflist.models.observe import PageAnswer, RunObservation
from shelflist.models.page import ListedPage
from shelflist.models.rows import PageRow
from shelflist.models.signs import Look
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus
from shelflist.models.web import Capture, Failure, FailureKind, Purpose, RunEnded
from shelflist.pipeline.address_book import Addresses
from shelflist.pipeline.answers import PageGroup, group_answers, of_absent_pages
from shelflist.pipeline.comparing import Absent, Comparison
from shelflist.pipeline.history import RunFacts
from shelflist.pipeline.met import pages_among
from shelflist.pipeline.reading import Reader
from shelflist.verdicts import is_as_before


def observe_run(
    facts: RunFacts,
    ended: RunEnded,
    state: State,
    reader: Reader,
    read: Mapping[str, Look],
    *,
    every_line: bool = False,
) -> RunObservation:
    """Every expected page, exactly once: those in the state, those listed and those asked.

    The lines of a page whose content is as it was are read again only if `every_line` is wanted.
    """
    book = Addresses.of(state)
    groups = group_answers(facts.answers, read, reader)
    comparison = Comparison.of(reader.source.home, state.pages, groups, _absent(facts, read))
    pages = list(pages_among(groups, state, reader.source.home))
    answers: dict[str, PageAnswer] = {}
    for group in pages:
        answer = _with_lines(_answer(group, book, state, comparison), state, reader, every_line=every_line)
        before = answers.get(answer.page_id)
        if before is None or (before.page is None and answer.page is not None):
            answers[answer.page_id] = answer
    others = {group.page_key for group in groups} - {group.page_key for group in pages}
    _add_listed(answers, others, facts, ended, state, reader, book)
    for page in state.pages.values():
        if page.page_id not in answers and page.status is not RowStatus.REMOVED:
            answers[page.page_id] = PageAnswer(page_id=page.page_id, page_key=page.page_key, url=page.url)
    _tell_host_failure(answers, facts)
    scope = Scope(reader.source)
    scoped = [_scoped(answer, scope) for answer in answers.values()]
    expected = [answer for answer in scoped if answer.in_scope or _is_active(state, answer.page_id)]
    return RunObservation(
        run=facts.begun,
        ended=ended,
        answers=tuple(sorted(expected, key=lambda answer: answer.page_id)),
        list_complete=ended.door is not None,
        unheard=why_no_list(facts.answers),
    )


def _add_listed(
    answers: dict[str, PageAnswer],
    others: Container[str],
    facts: RunFacts,
    ended: RunEnded,
    state: State,
    reader: Reader,
    book: Addresses,
) -> None:
    """What the list says of the pages that were asked, and the pages that only it names.

    Keys of `others` answered as no page of ours: a sitemap names lists of posts and attachments too.
    """
    listed = _listed(facts, ended, reader)
    if _says_nothing_new(facts, ended):
        listed = {key: _as_it_was(item, book, state) for key, item in listed.items()}
    names = _term_names(facts, reader)
    for item in listed.values():
        if item.page_key not in others:
            identity = book.page(item.page_key, item.url)
            answers[identity] = _with_list(answers.get(identity), identity, item, names, ended.door or "")


def _tell_host_failure(answers: dict[str, PageAnswer], facts: RunFacts) -> None:
    """Where the robots.txt of a host could not be had, none of its pages was asked: each has that for its reason."""
    of_host: dict[str, Failure] = {}
    for one in facts.answers:
        if isinstance(one, Failure) and one.asked.page_key is None and one.kind is FailureKind.ROBOTS_UNREACHABLE:
            of_host.setdefault(origin(one.url), one)
    for identity, answer in answers.items():
        if not answer.captures and answer.failure is None and (failure := of_host.get(origin(answer.url))):
            answers[identity] = replace(answer, failure=failure)


def _absent(facts: RunFacts, read: Mapping[str, Look]) -> tuple[Absent, ...]:
    """What addresses were answered with that cannot exist, where that was a page."""
    found = of_absent_pages(facts.answers)
    return tuple(Absent(capture, read[capture.capture_id]) for capture in found if capture.capture_id in read)


def _answer(group: PageGroup, book: Addresses, state: State, comparison: Comparison) -> PageAnswer:
    key, url = group.page_key, group.url
    known = book.find(key, url)
    row = state.pages.get(known) if known else None
    in_its_place = comparison.in_its_place(group, row)
    if in_its_place is None and group.natural_key is not None and group.natural_key != key:
        if row is not None and _is_another(group, row, book):
            in_its_place = f"another page answered: {group.natural_key}"
        else:
            known, key = book.learn(key, group.natural_key, url), group.natural_key
    elif known is None:
        known = book.learn(key, key, url)
    return PageAnswer(
        page_id=known or page_id(book.source_id, key),
        page_key=key,
        url=url,
        captures=group.captures,
        redirected=group.redirected,
        failure=group.failure,
        unread=group.page,
        read_error=group.read_error,
        signs=group.signs,
        drift=group.drift,
        in_its_place=in_its_place,
        given_up=in_its_place is not None and row is not None and _is_given_up(group, row, book, comparison.home),
        door=group.door,
    )


def _with_lines(answer: PageAnswer, state: State, reader: Reader, *, every_line: bool) -> PageAnswer:
    page = answer.unread
    if page is None or (not every_line and is_as_before(page, state.pages.get(answer.page_id))):
        return answer
    try:
        return replace(answer, unread=None, reading=reader.lines(page, answer.captures[0].captured_at))
    except ReadError as error:
        return replace(answer, unread=None, read_error=str(error))


def _is_another(group: PageGroup, row: PageRow, book: Addresses) -> bool:
    """The address of one known page answers with another post, or leads to another page that is known."""
    if row.wp_post_id is not None:
        return row.page_key != group.natural_key
    natural = group.natural_key or ""
    other = book.find(natural, natural.removeprefix("url:"))
    return group.redirected_anyhow and other is not None and other != row.page_id


def _is_given_up(group: PageGroup, row: PageRow, book: Addresses, home: str) -> bool:
    """Its address leads to another known page for good. Of a post its id decides, of the home page nothing follows."""
    end = normal_url(group.captures[0].final_url)
    other = book.by_url.get(end)
    return group.redirected and row.wp_post_id is None and end != home and other not in (None, row.page_id)


def _listed(facts: RunFacts, ended: RunEnded, reader: Reader) -> dict[str, ListedPage]:
    """Pages named by the list that served the run; the last answer of each address counts."""
    captures: dict[str, Capture] = {}
    door = "sitemap" if _says_nothing_new(facts, ended) else ended.door
    if door == "links":
        return {}  # its pages were all asked for: the answers say what they are
    for capture in facts.captures:
        if capture.asked.purpose is Purpose.LISTING and capture.asked.door == door and capture.http_status == 200:
            captures[capture.url] = capture
    pages: dict[str, ListedPage] = {}
    for capture in captures.values():
        try:
            listing = reader.listing(capture, _post_type(capture.url))
        except ReadError:
            continue  # the door did not count it either
        pages.update((page.page_key, page) for page in listing.pages)
    return pages


def _says_nothing_new(facts: RunFacts, ended: RunEnded) -> bool:
    """The feed answered "not modified" and was not read: a sitemap said which pages are still there."""
    of_feed = [capture for capture in facts.captures if capture.asked.door == "feed"]
    statuses = {capture.http_status for capture in of_feed if capture.asked.purpose is Purpose.LISTING}
    return ended.door == "feed" and 304 in statuses and 200 not in statuses


def _as_it_was(item: ListedPage, book: Addresses, state: State) -> ListedPage:
    """With the time that the feed gave the page, unless it was asked for in vain since."""
    known = state.pages.get(book.page(item.page_key, item.url))
    return item if known is None or known.unobserved_since is not None else replace(item, modified=known.modified)


def _post_type(url: str) -> str:
    """The collection that a REST list is of: ``/wp-json/wp/v2/posts?…`` or ``/?rest_route=/wp/v2/posts&…``."""
    parts = urlsplit(url)
    route = parse_qs(parts.query).get("rest_route", [parts.path])[0]
    return route.rstrip("/").rpartition("/")[2]


def _term_names(facts: RunFacts, reader: Reader) -> dict[int, str] | None:
    """Names of categories and tags by id; None where the site did not tell them."""
    names: dict[int, str] = {}
    asked = [capture for capture in facts.captures if capture.asked.purpose is Purpose.TERMS]
    for capture in asked:
        if capture.http_status != 200:
            return None
        try:
            names.update((term.term_id, term.name) for term in reader.terms(capture))
        except ReadError:
            return None
    return names if asked else None


def _with_list(
    answer: PageAnswer | None, identity: str, item: ListedPage, names: dict[int, str] | None, door: str
) -> PageAnswer:
    base = answer or PageAnswer(page_id=identity, page_key=item.page_key, url=item.url, door=door)
    return replace(
        base,
        listed=item,
        categories=_names(item.category_ids, names) if item.wp_post_id else None,
        tags=_names(item.tag_ids, names) if item.wp_post_id else None,
    )


def _names(ids: tuple[int, ...], names: dict[int, str] | None) -> tuple[str, ...] | None:
    if names is None or any(term not in names for term in ids):
        return None
    return tuple(sorted(names[term] for term in ids))


def _is_active(state: State, identity: str) -> bool:
    """A page that was never in scope, or has left it already, is nothing to tell of."""
    page = state.pages.get(identity)
    return page is not None and page.status is RowStatus.ACTIVE


def _scoped(answer: PageAnswer, scope: Scope) -> PageAnswer:
    url = answer.listed.url if answer.listed else answer.url
    if scope.has_page(url):
        return answer
    return PageAnswer(page_id=answer.page_id, page_key=answer.page_key, url=answer.url, in_scope=False)
