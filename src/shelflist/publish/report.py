"""What a run's report says, before it is put into HTML or Markdown: plain record objects, no markup.

Listed is what the site did: events with cause source, neither minor nor initial. The rest is counted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from shelflist.models.track import Event, PageObservation, RunRow
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RunResult
from shelflist.publish.record import RunRecord
from shelflist.publish.words import beyond, doors_in_words, with_text_fragment
from shelflist.publish.words_marked import Marked, marked

_Thing = TypeVar("_Thing")

MOST_LISTED = 500
"""Events of one section that a report lists; the others are in the table `changes`."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    field: str
    values: Marked


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that something happened to. `words` is its line beyond the label, or the reason."""

    label: str
    href: str | None
    words: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one page."""

    title: str
    href: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    note: str
    count: int
    hidden: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that was not completely observed, or tripped a gate."""

    title: str
    href: str | None
    verdict: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    title: str
    run_id: str
    day: str
    result: RunResult
    sentence: str
    numbers: tuple[tuple[str, int], ...]
    held_reasons: tuple[str, ...]
    sections: tuple[Section, ...]
    verdicts: tuple[tuple[str, int], ...]
    troubles: tuple[Trouble, ...]
    problems: tuple[str, ...]
    silence: str
    not_listed: tuple[tuple[str, int], ...]
    facts: tuple[tuple[str, str], ...]


_SENTENCES = {
    RunResult.SUCCESS: "The harvest went well.",
    RunResult.UNCHANGED: "Nothing changed.",
    RunResult.PARTIAL: "Too few pages answered: what they say is published, and nothing is removed.",
    RunResult.HELD: "A person should look: what is doubtful is held back until then.",
    RunResult.FAILED: "The harvest failed. Nothing was published.",
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """A section, and the events that stand in it."""

    title: str
    note: str
    changes: tuple[ChangeType, ...]
    entities: tuple[EntityType, ...] = (EntityType.ENTRY,)

    def takes(self, event: Event) -> bool:
        return event.change_type in self.changes and event.entity_type in self.entities


_ALL = tuple(EntityType)
_OF_PAGES = (
    ChangeType.PAGE_ADDED,
    ChangeType.PAGE_REMOVED,
    ChangeType.OUT_OF_SCOPE,
    ChangeType.UNOBSERVED,
    ChangeType.OBSERVED_AGAIN,
)
_SECTIONS = (
    _Kind("New", "", (ChangeType.ADDED,)),
    _Kind("Changed", "", (ChangeType.CHANGED,)),
    _Kind("Relinked", "Links that lead elsewhere now.", (ChangeType.RELINKED,), _ALL),
    _Kind("Moved", "", (ChangeType.MOVED,)),
    _Kind("Back", "Missing or removed before, and there again.", (ChangeType.RESUMED, ChangeType.REAPPEARED)),
    _Kind("Missing", "Not on their pages any more; to be confirmed by a second look.", (ChangeType.MISSING,)),
    _Kind("Removed", "Confirmed by a second look.", (ChangeType.REMOVED,)),
    _Kind("Withdrawn", "Reported before, and found to be wrong.", (ChangeType.RETRACTED,), _ALL),
    _Kind("Pages", "", _OF_PAGES, _ALL),
    _Kind("Headings, pages and links", "Changes that are of no single entry.", tuple(ChangeType), _ALL),
)

_IN_WORDS = {
    ChangeType.PAGE_ADDED: "new page",
    ChangeType.PAGE_REMOVED: "page removed",
    ChangeType.OUT_OF_SCOPE: "no longer in the source file",
    ChangeType.UNOBSERVED: "could not be observed",
    ChangeType.OBSERVED_AGAIN: "observed again",
}

_CAUSES = {
    Cause.EXTRACTOR: "our reading changed, not the site",
    Cause.MANUAL: "a person decided",
    Cause.BACKFILL: "an older capture came in",
}

AT_FIRST = "there when the source was first seen"
MINOR = "only white space, quotation marks, dashes or order"

_ON_PAGE = (ChangeType.ADDED, ChangeType.CHANGED, ChangeType.RESUMED, ChangeType.REAPPEARED, ChangeType.MOVED)


def report_of(record: RunRecord) -> Report:
    """The report of a run. Depends on the record alone."""
    run = record.run
    return Report(
        title=record.title or run.source_id,
        run_id=run.run_id,
        day=f"{run.logical_at:%-d %B %Y, %H:%M} UTC",
        result=run.result,
        sentence=_SENTENCES[run.result],
        numbers=_numbers(record),
        held_reasons=run.held_reasons,
        sections=_sections(record),
        verdicts=tuple(sorted(Counter(one.verdict.value for one in record.observations).items())),
        troubles=tuple(_trouble(record, one) for one in _troubled(record)),
        problems=tuple(f"{one.kind}: {one.detail}" for one in record.problems),
        silence=_silence(record),
        not_listed=_not_listed(record.events),
        facts=_facts(record),
    )


def is_news(event: Event) -> bool:
    """The site changed it, visibly, and not on the first visit."""
    return not aside_of(event)


def is_trouble(observation: PageObservation) -> bool:
    """The page was not completely observed, or a gate tripped."""
    return not observation.verdict.is_complete or bool(observation.gate_failures)


def _silence(record: RunRecord) -> str:
    """What stands in the place of the news when there are none. Nothing seen is not nothing changed."""
    if record.run.result is RunResult.FAILED:
        return "What changed on the site is not known."
    if any(event.initial for event in record.events):
        return "This is where the record begins: what the site held is in the tables, and is not listed as news."
    if record.run.result in (RunResult.HELD, RunResult.PARTIAL):
        return "No change is recorded."
    return "Nothing on the site has changed."


def _numbers(record: RunRecord) -> tuple[tuple[str, int], ...]:
    run = record.run
    return (
        ("entries", run.entries_active),
        ("new", run.entries_added),
        ("changed", run.entries_changed),
        ("moved", run.entries_moved),
        ("missing", run.entries_missing),
        ("removed", run.entries_removed),
    )


def _sections(record: RunRecord) -> tuple[Section, ...]:
    """Every event stands in the first section that takes it."""
    news: dict[str, list[Event]] = {kind.title: [] for kind in _SECTIONS}
    troubled = {one.page_id for one in record.observations if is_trouble(one)}
    for event in record.events:
        if event.change_type is ChangeType.UNOBSERVED and event.page_id in troubled:
            continue  # it stands among the pages that were not completely observed, with the reason
        kind = next((kind for kind in _SECTIONS if is_news(event) and kind.takes(event)), None)
        if kind is not None:
            news[kind.title].append(event)
    return tuple(_section(record, kind, news[kind.title]) for kind in _SECTIONS if news[kind.title])


def _section(record: RunRecord, kind: _Kind, events: Sequence[Event]) -> Section:
    by_entity = _together(events, lambda event: event.entity_id)
    listed = _together(by_entity[:MOST_LISTED], lambda of_one: of_one[0].page_id)
    groups = [
        Group(
            title=record.page_name(of_page[0][0].page_id),
            href=record.page_url(of_page[0][0].page_id),
            items=tuple(_item(record, of_one) for of_one in of_page),
        )
        for of_page in sorted(listed, key=lambda of_page: _page_order(record, of_page[0][0]))
    ]
    return Section(kind.title, kind.note, len(by_entity), max(0, len(by_entity) - MOST_LISTED), tuple(groups))


def _page_order(record: RunRecord, event: Event) -> tuple[str, str]:
    return record.page_name(event.page_id).casefold(), event.page_id


def _together(things: Iterable[_Thing], key: Callable[[_Thing], str]) -> list[list[_Thing]]:
    """Things of one key, in the order in which the keys first come."""
    groups: dict[str, list[_Thing]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())


def _item(record: RunRecord, events: Sequence[Event]) -> Item:
    first = events[0]
    url = record.page_url(first.page_id)
    on_page = first.change_type in _ON_PAGE and first.entity_type is EntityType.ENTRY
    return Item(
        label=first.label,
        href=with_text_fragment(url, first.label) if url and on_page else url,
        words=words_of(first),
        changes=tuple(_field_change(record, event) for event in events if event.field is not None),
    )


def words_of(event: Event) -> str:
    """What an event says beside its label and its fields: the rest of the line, or the reason."""
    if event.change_type in _IN_WORDS:
        return ": ".join(part for part in (_IN_WORDS[event.change_type], event.reason) if part)
    line = None if event.field else event.new_value or event.old_value
    words = "" if line is None else beyond(event.label, line)
    return f"{words} ({event.reason})" if words and event.reason else words or event.reason or ""


def _field_change(record: RunRecord, event: Event) -> FieldChange:
    old, new = event.old_value, event.new_value
    if event.field == "page_id":
        return FieldChange("page", marked(old and record.page_name(old), new and record.page_name(new)))
    return FieldChange((event.field or "").replace("_", " "), marked(old, new))


def _troubled(record: RunRecord) -> list[PageObservation]:
    found = [one for one in record.observations if is_trouble(one)]
    return sorted(found, key=lambda one: (one.verdict.value, record.page_name(one.page_id), one.page_id))


def _trouble(record: RunRecord, one: PageObservation) -> Trouble:
    detail = (one.detail or "").removeprefix(f"{one.verdict.value}: ")
    said = "; ".join(dict.fromkeys(filter(None, (detail, *one.gate_failures))))
    accepted = f" (accepted: {one.accepted_by})" if one.accepted_by else ""
    name, url = record.page_name(one.page_id), record.page_url(one.page_id)
    return Trouble(name, url, one.verdict.value.replace("_", " "), said + accepted)


def aside_of(event: Event) -> str:
    """Why an event is no news, in words; empty if it is."""
    if event.cause is not Cause.SOURCE:
        return _CAUSES[event.cause]
    return AT_FIRST if event.initial else MINOR if event.minor else ""


def _not_listed(events: Iterable[Event]) -> tuple[tuple[str, int], ...]:
    counts = Counter(aside for event in events if (aside := aside_of(event)))
    return tuple(sorted(counts.items()))


def _facts(record: RunRecord) -> tuple[tuple[str, str], ...]:
    run = record.run
    return (
        ("pages", f"{run.pages_complete} of {run.pages_expected} complete, {run.pages_blind} not observed"),
        ("snapshot", run.data_version or "none"),
        ("snapshot before", run.previous_version or "none"),
        ("requests", f"{run.requests}, {run.received_bytes:,} bytes, {run.waited_seconds:.0f} s waited{_slowest(run)}"),
        ("robots.txt", run.robots),
        ("list of pages", run.door or "none served"),
        *_doors(run),
        ("read by", f"{run.software}, extractor {run.extractor_version}, rules {run.rules_sha256[:12]}"),
    )


def _doors(run: RunRow) -> tuple[tuple[str, str], ...]:
    """What comparing the doors came to, where they were compared."""
    if not run.doors:
        return ()
    unread = [one.door for one in run.doors if not one.is_complete]
    words = doors_in_words(
        [one.door for one in run.doors if one.is_complete],
        [one.door for one in run.doors if one.agrees],
        [f"{one.door}: {url}" for one in run.doors for url in one.only],
    )
    return (("doors compared", words + (f"; {', '.join(unread)} gave no complete list" if unread else "")),)


def _slowest(run: RunRow) -> str:
    return f", pauses of up to {run.slowest_delay:.1f} s" if run.slowest_delay else ""
