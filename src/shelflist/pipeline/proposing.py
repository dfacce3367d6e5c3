"""From the address of a site to a draft of its source file: look at it, read what was seen, choose, and read again.

What is proposed has been tried on the very pages that were looked at; the numbers in the file come from there.
"""

import re
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from pydantic import ValidationError

from shelflist.errors import ReadError, UsageError
from shelflist.extract.survey import survey_page
from shelflist.extract.worker import Worker
from shelflist.fetch.addresses import Scope, fault
from shelflist.fetch.ports import Clock, Progress, SystemClock
from shelflist.fetch.scout import scout
from shelflist.fetch.scouted import Content, Sample, Seen
from shelflist.models.observe import PageReading
from shelflist.models.page import Page
from shelflist.pipeline.as_books import AsBooks, all_of, as_books
from shelflist.pipeline.choosing import repeated_lines
from shelflist.pipeline.fetching import WorkerReaders
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.reading import extract_page, read_by
from shelflist.pipeline.sampled import Looked, told_apart
from shelflist.pipeline.tried import ByRest, Told, Tried
from shelflist.pipeline.writing_doors import doors_in_words
from shelflist.pipeline.writing_up import sections_of
from shelflist.sources import Source, bundled_names, parse_source
from shelflist.sources.draft import draft, harmless
from shelflist.sources.model import Pages, Politeness
from shelflist.sources.model import Scope as ScopeRules
from shelflist.sources.reading import Manner, Selector, Selectors

_TIMEOUT, _WHOLE_ANSWER, _LONGEST_WAIT = 15.0, 60.0, 30.0
"""Seconds: a person waits for the answer."""
_RETRIES = 1
_LINES = 1_000
"""Of one page; each is read three times, and once as if it were of a list of books."""


_OPTIONS = {
    "name": ("--name", "lower-case letters, digits, - and _"),
    "contact": ("--contact", "a mailto: or http(s): address"),
    "connect_to": ("--connect-to", "host:port"),
}
_IN_OTHER_WORDS = {
    "expected a contact (mailto: or https:), found none": "give --contact (mailto: or https:), so that "
    "the site's owner can reach you",
    "home is on this machine: expected scope.allow_loopback = true": "on this machine: expected --allow-loopback",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person said: where the site is, pages with a list, and how much may be asked."""

    url: str
    name: str | None = None
    contact: str | None = None
    pages: tuple[str, ...] = ()
    samples: int = 8
    requests: int = 60
    allow_loopback: bool = False
    connect_to: str | None = None
    lists_books: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The draft, and what it was tried on. `lists`: (address, entries) of pages with entries, the fullest first.

    `as_books`: lines that would be entries besides, if the file said that its lines are books.
    """

    text: str
    name: str
    entries: int
    looked_at: int
    lists: tuple[tuple[str, int], ...]
    requests: int
    doors: str  # which are open, in words
    as_books: int = 0


def propose(wish: Wish, progress: Progress, clock: Clock | None = None) -> Proposal:
    """Look at the site and draft a source file.

    Raises UsageError for an address that cannot be one, ReadError when the site gives no page.
    """
    source = scouting_source(wish)
    _must_be_on_the_site(wish, source)
    with Worker() as worker:
        seen = scout(
            source,
            WorkerReaders(source, worker),
            clock or SystemClock(),
            progress,
            first=wish.url,
            pages=wish.pages,
            samples=wish.samples,
        )
        looked = told_apart([page for sample in seen.samples if (page := _looked(sample, source, worker))])
        if not looked:
            raise ReadError(f"{wish.url}: of {counted(len(seen.samples), 'page')} looked at none could be read")
        told = Told(
            source.name, source.home, wish.contact, wish.url, wish.allow_loopback, wish.connect_to, wish.lists_books
        )
        tried = Tried()
        for _ in range(2):  # what stands on every page is seen only with the content chosen
            rules = _rules(draft(sections_of(told, seen, looked, tried)))
            tried = _try(rules, seen, worker)
        tried = replace(tried, as_books=_as_books(rules, tried))
        text = draft(sections_of(told, seen, looked, tried))
    return _proposal(_rules(text), text, tried, seen)


def scouting_source(wish: Wish) -> Source:
    """The rules for looking: one host and nothing else, the whole body of a page, few retries. Raises UsageError."""
    try:
        home = urljoin(wish.url, ".")
        return Source(
            name=wish.name or _name_for(home),
            title=wish.url,
            home=home,
            contact=wish.contact,
            scope=ScopeRules(allow_loopback=wish.allow_loopback),
            pages=Pages(parts="none", start=(_beneath(home, wish.url),)),
            selectors=Selectors(content=Selector(css="body", count="1"), title=Selector(css="title", count="0+")),
            manner=Manner(lists_books=wish.lists_books or None),
            politeness=Politeness(
                delay_seconds=0.0 if wish.allow_loopback else 1.0,
                timeout_seconds=_TIMEOUT,
                total_timeout_seconds=_WHOLE_ANSWER,
                max_wait_seconds=_LONGEST_WAIT,
                retries=_RETRIES,
                max_requests=wish.requests,
                connect_to=wish.connect_to,
            ),
        )
    except (ValidationError, ValueError) as error:
        raise UsageError(_first_fault(error, wish.url)) from error


def _first_fault(error: ValueError, url: str) -> str:
    """What is wrong with the address, or with the option that a fault is of."""
    if not isinstance(error, ValidationError):
        return f"{harmless(url)}: {error}"
    first = error.errors(include_url=False)[0]
    if first["loc"] and first["loc"][-1] in _OPTIONS:
        option, expected = _OPTIONS[str(first["loc"][-1])]
        return f"{option}: found {first['input']!r:.80}, expected {expected}"
    said = first["msg"].removeprefix("Value error, ")
    return f"{harmless(url)}: {_IN_OTHER_WORDS.get(said, said)}"


def _must_be_on_the_site(wish: Wish, source: Source) -> None:
    """Raises UsageError for a page that would never be asked for."""
    for page in wish.pages:
        if fault(page) is not None or not Scope(source).has_page(page):
            raise UsageError(f"--page: found {harmless(page)!r:.200}, expected a page of {source.home}, on its host")


def _name_for(home: str) -> str:
    """From the host: "www.weavers.example.org" is "weavers"."""
    host = (urlsplit(home).hostname or "").removeprefix("www.")
    first = host if re.fullmatch(r"[\d.:]+", host) else host.partition(".")[0]
    name = re.sub(r"[^a-z0-9]+", "-", first.lower()).strip("-")[:60] or "site"
    return f"{name}-new" if name in bundled_names() else name


def _beneath(home: str, url: str) -> str:
    """The named page, relative to its folder."""
    return "/" + url.partition("#")[0][len(home) :]


def _looked(sample: Sample, source: Source, worker: Worker) -> Looked | None:
    """A page surveyed and its body read; None for one that cannot be."""
    try:
        survey = worker.run(survey_page, sample.payload, sample.headers, sample.url)
        page = extract_page(worker, sample.payload, sample.headers, sample.url, source)
    except ReadError:
        return None
    return Looked(sample.url, survey, _read(page, source))


def _read(page: Page, rules: Source) -> PageReading:
    """The beginning of a page is enough to choose by."""
    return read_by(rules, replace(page, blocks=page.blocks[:_LINES]))


def _rules(text: str) -> Source:
    return parse_source(text, "the draft").source


def _try(rules: Source, seen: Seen, worker: Worker) -> Tried:
    """The samples that the drafted rules want, read by them."""
    readings, failures, scope = list[tuple[str, PageReading]](), list[tuple[str, str]](), Scope(rules)
    for sample in seen.samples:
        if not scope.has_page(sample.url):
            continue
        try:
            page = extract_page(worker, sample.payload, sample.headers, sample.url, rules)
        except ReadError as error:
            failures.append((sample.url, str(error)))
        else:
            readings.append((sample.url, _read(page, rules)))
    furniture = repeated_lines([reading for _, reading in readings])
    by_url = dict(readings)
    by_rest = tuple(_by_rest(one, by_url[one.url], rules, worker) for one in seen.contents if one.url in by_url)
    return Tried(tuple(readings), tuple(failures), tuple(furniture), by_rest)


def _as_books(rules: Source, tried: Tried) -> AsBooks:
    """What would be entries besides, but for what stands on most pages."""
    furniture = {text for text, _ in tried.furniture}
    found = all_of(as_books(rules, reading.page, reading) for _, reading in tried.readings)
    return replace(found, lines=tuple(line for line in found.lines if line not in furniture))


def _by_rest(content: Content, of_page: PageReading, rules: Source, worker: Worker) -> ByRest:
    """The page's content as the REST interface gives it, beside what its HTML was read as."""
    if content.answer is None:
        return ByRest(content.url, why=content.why)
    try:
        page = extract_page(worker, content.answer.payload, content.answer.headers, content.answer.url, rules)
    except ReadError as error:
        return ByRest(content.url, why=str(error))
    is_same = page.content_hash == of_page.page.content_hash
    return ByRest(content.url, len(_read(page, rules).entries), len(of_page.entries), is_same)


def _proposal(rules: Source, text: str, tried: Tried, seen: Seen) -> Proposal:
    lists = sorted(((url, len(one.entries)) for url, one in tried.readings if one.entries), key=lambda one: -one[1])
    return Proposal(
        text=text,
        name=rules.name,
        entries=sum(count for _, count in lists),
        looked_at=len(seen.samples),
        lists=tuple(lists),
        requests=seen.requests,
        doors=doors_in_words(seen, tried.by_rest),
        as_books=len(tried.as_books.lines) if tried.as_books.keys else 0,
    )
