"""When an observation is too strange to be believed without a person (docs/changes.md, gates).

A gate compares with what was accepted before, and never learns from what it held.
"""

from collections.abc import Iterable
from statistics import median

from shelflist.models.observe import PageReading
from shelflist.models.track import Event, PageObservation
from shelflist.sources.model import Gates


def page_hold(reading: PageReading, active: int) -> str | None:
    """Why the whole page is held, if it is: no entries where there were some."""
    if active and not reading.entries:
        return f"no entries, expected about {active}"
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
