"""Events as changes for people: what one run said of one thing is one change, with its place and its captures."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from shelflist.models.track import Event
from shelflist.publish.report_changes import Change, Seen, Told
from shelflist.publish.report_news import aside_of, words_of
from shelflist.publish.report_places import Places, entries_of_links, observed_in, places_in, seen_in
from shelflist.publish.words_marked import marked
from shelflist.settings import RUN_ID_FORMAT

_NOT_THERE = {"missing", "removed", "page_removed", "out_of_scope", "retracted"}


def changes_told(clean_dir: Path, latest: Path, events: Iterable[Event]) -> list[Change]:
    """One change for each thing and run; what is no news is told apart. Places are those of `latest`."""
    together: dict[tuple[str, str, str], list[Event]] = {}
    for event in events:
        together.setdefault((event.run_id, event.entity_id, aside_of(event)), []).append(event)
    ids = {entity_id for _, entity_id, _ in together}
    owners = entries_of_links(latest, ids)
    places = places_in(latest, ids | set(owners.values()))
    firsts = {key: of_one[0] for key, of_one in together.items()}
    befores = {run_id: observed_in(clean_dir, run_id) for run_id in set(map(_run_before, firsts.values()))}
    captures = {key: _captures(event, befores[_run_before(event)]) for key, event in firsts.items()}
    seen = seen_in(clean_dir, [one for both in captures.values() for one in both])
    return [
        _change(of_one, places, owners, (seen.get(captures[key][0]), seen.get(captures[key][1])))
        for key, of_one in together.items()
    ]


def _run_before(event: Event) -> str:
    """The run that saw the old state last."""
    return "" if event.occurred_after is None else event.occurred_after.strftime(RUN_ID_FORMAT)


def _captures(event: Event, observed: Mapping[str, str]) -> tuple[str, str]:
    """Before and after. What was not there before is shown by the page as it was seen last."""
    return event.from_capture_id or observed.get(event.page_id, ""), event.to_capture_id or ""


def _change(
    events: list[Event], places: Places, owners: Mapping[str, str], seen: tuple[Seen | None, Seen | None]
) -> Change:
    first = events[0]
    kinds = tuple(dict.fromkeys(event.change_type.value for event in events))
    standing = places.entries.get(owners.get(first.entity_id, first.entity_id))
    spot = standing.spot if standing else places.page(first.page_id)
    return Change(
        kinds=kinds,
        entity_type=first.entity_type.value,
        key=(first.entity_id,),
        label=first.label,
        words=words_of(first),
        fields=tuple(_told(event, places) for event in events if event.field is not None),
        spot=spot,
        href=standing.href if standing and not _NOT_THERE & set(kinds) else spot.url,
        before=seen[0],
        after=seen[1],
        observed_at=first.observed_at,
        aside=aside_of(first),
    )


def _told(event: Event, places: Places) -> Told:
    kind, old, new = event.change_type.value, event.old_value, event.new_value
    if event.field == "page_id":
        return Told(kind, "page", marked(old and places.page(old).page, new and places.page(new).page))
    return Told(kind, event.field or "", marked(old, new))
