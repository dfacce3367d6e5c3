"""When an observation is too strange to be believed without a person (docs/changes.md, gates).

A gate compares with what was accepted before, and never learns from what it held. Each says what was found and what was
expected. Shares alone say nothing of a small page, so the page gates have least numbers besides.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median

from shelflist.models.measures import PageMeasures
from shelflist.models.observe import PageReading
from shelflist.models.track import Event, PageObservation
from shelflist.sources.model import Gates
from shelflist.verdicts.measures import measure, share, usual

_MANY_GARBLED = 3
_FIELDS: Mapping[str, Callable[[PageMeasures], int]] = {
    "title": lambda one: one.titles,
    "date": lambda one: one.dates,
    "extent": lambda one: one.extents,
    "publisher": lambda one: one.publishers,
}


def page_hold(
    reading: PageReading, door: str, active: int, accepted: Sequence[PageMeasures], gates: Gates
) -> str | None:
    """Why the whole page is held, if it is: no entries where there were some, or it reads unlike itself.

    What stands around the list differs from door to door; the text is compared with what came through the same one.
    """
    if active and not reading.entries:
        return f"no entries, expected about {active}"
    now = measure(reading, door)
    alike = [one for one in accepted if one.door == door]
    return (
        (alike and (_body(now, alike, gates) or _coverage(now, alike, gates) or _unclassified(now, alike, gates)))
        or (accepted and (_garbled(now, accepted) or _fields(now, accepted, gates)))
        or None
    )


def _body(now: PageMeasures, accepted: Sequence[PageMeasures], gates: Gates) -> str | None:
    """Half a page, or several pages' worth."""
    before = usual(accepted, lambda one: one.characters)
    low, high = gates.page_min_body_ratio * before, gates.page_max_body_ratio * before
    if low <= now.characters <= high or abs(now.characters - before) < gates.page_min_characters:
        return None
    return f"a body of {now.characters} characters, expected {low:.0f} to {high:.0f} (usually {before:.0f})"


def _coverage(now: PageMeasures, accepted: Sequence[PageMeasures], gates: Gates) -> str | None:
    """Part of the page's text is in no line."""
    before = usual(accepted, lambda one: one.text_coverage)
    drop, size = before - now.text_coverage, max(now.characters, usual(accepted, lambda one: one.characters))
    if drop <= gates.page_max_coverage_drop or drop * size < gates.page_min_characters:
        return None
    return f"a text coverage of {now.text_coverage:.0%}, expected about {before:.0%}"


def _unclassified(now: PageMeasures, accepted: Sequence[PageMeasures], gates: Gates) -> str | None:
    """Lines that are nothing known: an article has them too, so it is their increase that tells."""
    before = usual(accepted, lambda one: share(one.prose, one.lines))
    more = now.prose - usual(accepted, lambda one: one.prose)
    if share(now.prose, now.lines) - before <= gates.page_max_unclassified_rise or more <= gates.page_min_rows:
        return None
    return f"{now.prose} of {now.lines} lines unclassified, expected about {before:.0%}"


def _garbled(now: PageMeasures, accepted: Sequence[PageMeasures]) -> str | None:
    """A server that suddenly says another encoding, or a database that was moved as one."""
    before = usual(accepted, lambda one: one.garbled)
    if now.garbled - before < _MANY_GARBLED:
        return None
    return f"{now.garbled} of {now.lines} lines garbled by a wrong encoding, expected about {before:g}"


def _fields(now: PageMeasures, accepted: Sequence[PageMeasures], gates: Gates) -> str | None:
    """A field that is no longer read where it was. New entries that lack it take nothing from the others."""
    for name, number in _FIELDS.items():
        before = usual(accepted, lambda one, number=number: share(number(one), one.entries))  # type: ignore[misc]
        fewer = usual(accepted, number) - number(now)
        if before - share(number(now), now.entries) > gates.page_max_fill_drop and fewer > gates.page_min_rows:
            return f"{name} stated in {number(now)} of {now.entries} entries, expected in about {before:.0%}"
    return None


def rewritten(events: Iterable[Event], active: int, gates: Gates) -> str | None:
    """Why a page is held, if it is: one field, or the link, changed in too many of its `active` entries at once.

    A change of our own reading is never counted: it was told in an epoch before the run, with the cause `extractor`.
    """
    changed: dict[str, set[str]] = {}
    for event in events:
        if event.field and event.change_type in ("changed", "relinked") and event.cause == "source" and not event.minor:
            changed.setdefault(event.field, set()).add(event.entity_id)
    allowed = max(gates.page_min_rows, gates.page_max_field_changed_ratio * active)
    for field, rows in sorted(changed.items()):
        if len(rows) > allowed:
            return f"{field} changed in {len(rows)} of {active} entries, expected at most {allowed:g}"
    return None


def page_absence_hold(reading: PageReading, accepted: tuple[int, ...], lost: int, gates: Gates) -> str | None:
    """Why absences on the page do not count, if so: far fewer entries than usual. Additions pass."""
    if not accepted:
        return None
    usual, found = median(accepted), len(reading.entries)
    if found < gates.page_min_ratio * usual and lost >= gates.page_min_lost:
        return f"{found} entries, expected about {usual:g}; {lost} lost"
    return None


def unanswered(observations: Iterable[PageObservation], observable: set[str], gates: Gates) -> str | None:
    """Why the run is partial, if it is: too few of the observable pages answered."""
    if not observable:
        return None
    answered = sum(
        item.page_id in observable and (item.verdict.is_complete or item.verdict.is_negative) for item in observations
    )
    if answered < gates.run_min_answered * len(observable):
        return f"{answered} of {len(observable)} pages answered, expected at least {gates.run_min_answered:.0%}"
    return None


def mass_removal(pending: int, active: int, gates: Gates) -> str | None:
    """Why removals are held, if they are: too many entries missing at once."""
    allowed = max(gates.run_max_removed, gates.run_max_removed_ratio * active)
    if pending > allowed:
        return f"{pending} entries missing or removed, expected at most {allowed:g} of {active}"
    return None


def mass_change(events: Iterable[Event], active: int, gates: Gates) -> str | None:
    """Why the release is held, if it is: too much of the site changed in one night."""
    changed = len({event.entity_id for event in events if counts_as_change(event)})
    allowed = max(gates.run_max_changed, gates.run_max_changed_ratio * active)
    if changed > allowed:
        return f"{changed} entries added, changed or removed, expected at most {allowed:g} of {active}"
    return None


def counts_as_change(event: Event) -> bool:
    """Changes of entries that the site made and that are not minor and not of the first harvest."""
    return (
        event.entity_type == "entry"
        and event.change_type in ("added", "changed", "removed")
        and event.cause == "source"
        and not event.initial
        and not event.minor
    )
