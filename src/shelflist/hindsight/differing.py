"""Which told changes were wrong, and which were never told: two lists of events compared.

A change that is seen a little earlier or later is still the same change, as long as it lies in the interval that was
told; a change outside of it is another one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shelflist.linkage.identity import digest
from shelflist.models.track import Event
from shelflist.models.vocabulary import Cause, ChangeType, EntityType
from shelflist.track.draft import Draft

_COMPARED = (EntityType.ENTRY, EntityType.LINK, EntityType.PAGE)
_UNTOLD = (ChangeType.UNOBSERVED, ChangeType.OBSERVED_AGAIN, ChangeType.RETRACTED, ChangeType.OUT_OF_SCOPE)

_WHY = {
    Cause.BACKFILL: "an older capture shows otherwise",
    Cause.MANUAL: "the capture that it rested on is distrusted",
}

_Key = tuple[str, str, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Names:
    """Published entry ids by the ids of each telling; and the ids that aliases lead to."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    aliases: Mapping[str, str]

    def current(self, entry_id: str) -> str:
        return self.aliases.get(entry_id, entry_id)


def differing_events(
    before: Sequence[Event], after: Sequence[Event], names: Names, draft: Draft, *, links: Mapping[str, str]
) -> list[Event]:
    """`retracted` for what was told and is wrong; and what was not told yet, with its true interval."""
    told = [_renamed(event, names.before, {}) for event in before if _is_compared(event)]
    true = [_renamed(event, names.after, links) for event in after if _is_compared(event)]
    waiting: dict[_Key, list[Event]] = {}
    for event in true:
        waiting.setdefault(_key(event, names), []).append(event)
    wrong = []
    for event in told:
        same = next((one for one in waiting.get(_key(event, names), ()) if _is_same(event, one)), None)
        if same is not None:
            waiting[_key(event, names)].remove(same)
        elif _can_be_wrong(event, draft):
            wrong.append(event)
    fresh = [event for events in waiting.values() for event in events if _has_row(event, draft)]
    return [*(_retracted(event, draft) for event in wrong), *(_as_backfill(event, draft) for event in fresh)]


def _can_be_wrong(event: Event, draft: Draft) -> bool:
    """What was there from the start was there before too, unless the start itself is not believed."""
    return event.entity_id not in draft.aliases and (not event.initial or draft.cause is Cause.MANUAL)


def as_backfill(events: Iterable[Event], draft: Draft) -> Iterator[Event]:
    """Events of captures that came in late, as their cause has it."""
    return (_as_backfill(event, draft) for event in events)


def _is_compared(event: Event) -> bool:
    is_shuffled = event.minor and event.change_type is ChangeType.MOVED
    is_learnt = event.entity_type is EntityType.PAGE and event.field is not None and event.old_value is None
    return event.entity_type in _COMPARED and event.change_type not in _UNTOLD and not (is_shuffled or is_learnt)


def _key(event: Event, names: Names) -> _Key:
    return names.current(event.entity_id), event.change_type, event.field, event.old_value, event.new_value


def _is_same(told: Event, true: Event) -> bool:
    """The true change lies in the interval told; what was there at the start may turn out to have been there before."""
    if true.initial != told.initial or true.observed_at > told.observed_at:
        return False
    return told.occurred_after is None or true.observed_at > told.occurred_after


def _renamed(event: Event, ids: Mapping[str, str], links: Mapping[str, str]) -> Event:
    known = links if event.entity_type is EntityType.LINK else ids
    return replace(
        event,
        entity_id=known.get(event.entity_id, event.entity_id),
        related_ids=tuple(ids.get(one, one) for one in event.related_ids),
    )


def _has_row(event: Event, draft: Draft) -> bool:
    """Of what became nothing, nothing is told."""
    if event.entity_type is EntityType.PAGE:
        return event.entity_id in draft.pages
    entry = event.related_ids[0] if event.entity_type is EntityType.LINK and event.related_ids else event.entity_id
    return entry in draft.entries or entry in draft.removed


def _retracted(event: Event, draft: Draft) -> Event:
    when = f"{event.observed_at:%Y-%m-%dT%H:%M:%SZ}"
    fixed = replace(
        event,
        change_type=ChangeType.RETRACTED,
        old_value=event.new_value or event.old_value,
        new_value=None,
        observed_at=draft.at,
        confirmed_at=None,
        reason=f"{event.change_type} at {when} ({event.change_id}) was told; {_WHY[draft.cause]}",
    )
    return _as_backfill(fixed, draft)


def _as_backfill(event: Event, draft: Draft) -> Event:
    identity = (event.change_id, event.entity_id, event.change_type, draft.cause)
    return replace(event, change_id="c_" + digest(*identity), run_id=draft.run_id, cause=draft.cause)
