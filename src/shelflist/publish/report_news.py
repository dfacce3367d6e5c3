"""Which of a run's events are news, in which section of the report each stands, and what is said of it.

Listed is what the site did: events with cause source, neither minor nor initial. The rest is counted.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from shelflist.models.track import Event, PageObservation
from shelflist.models.vocabulary import Cause, ChangeType, EntityType
from shelflist.publish.record import RunRecord
from shelflist.publish.words import beyond, with_text_fragment
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


def is_news(event: Event) -> bool:
    """The site changed it, visibly, and not on the first visit."""
    return not aside_of(event)


def is_trouble(observation: PageObservation) -> bool:
    """The page was not completely observed, or a gate tripped."""
    return not observation.verdict.is_complete or bool(observation.gate_failures)


def aside_of(event: Event) -> str:
    """Why an event is no news, in words; empty if it is."""
    if event.cause is not Cause.SOURCE:
        return _CAUSES[event.cause]
    return AT_FIRST if event.initial else MINOR if event.minor else ""


def sections_of(record: RunRecord) -> tuple[Section, ...]:
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
