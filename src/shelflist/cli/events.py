"""The change log in words: which events are news, and what each of them says."""

from collections.abc import Iterable, Sequence

from shelflist.cli.screen import Screen
from shelflist.models.track import Event
from shelflist.models.vocabulary import Cause
from shelflist.publish.words import beyond

HEADER = ("change", "title", "what")


def is_news(event: Event) -> bool:
    """The site changed it, visibly, after the first harvest (docs/tables.md, changes)."""
    return event.cause is Cause.SOURCE and not event.minor and not event.initial


def news(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if is_news(event)]


def what(event: Event) -> str:
    """Old and new of one event, or the reason it gives. A line that begins with its label goes on after it."""
    old, new = event.old_value, event.new_value
    if old is not None and new is not None:
        words = f"{old} → {new}"
    elif event.field is not None and (old is not None or new is not None):
        words = f"nothing → {new}" if old is None else f"{old} → nothing"
    else:
        words = beyond(event.label, new or old or event.reason or "")
    return f"{event.field}: {words}" if event.field else words


def show_events(screen: Screen, events: Sequence[Event]) -> None:
    screen.table(HEADER, [(event.change_type.value, event.label, what(event)) for event in events])
