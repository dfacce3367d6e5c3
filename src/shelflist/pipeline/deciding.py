"""A person's word, for a reason that stays in the ledger: what a gate held is released, two entries are one or two."""

from datetime import datetime

from shelflist.archive.ledger import Ledger
from shelflist.errors import UsageError
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus
from shelflist.models.web import Capture, Decision, DecisionKind, Purpose
from shelflist.pipeline.beginning import next_time
from shelflist.pipeline.place import Workplace
from shelflist.settings import RUN_ID_FORMAT


def record_acceptance(
    place: Workplace, state: State, run_id: str, *, page_id: str | None, reason: str, by: str, now: datetime | None
) -> Decision:
    """Write the decision into the ledger. Raises UsageError if nothing waits, or not this."""
    if state.held_run_id is None:
        raise UsageError(f"{place.source.name}: no run waits for a person")
    if state.held_run_id != run_id:
        raise UsageError(f"run {run_id} does not wait for a person; the one that does is {state.held_run_id}")
    if page_id is not None and page_id not in state.pages:
        raise UsageError(f"{page_id}: no such page in {place.source.name}")
    history = place.history()
    if history.run(run_id) is None:
        raise UsageError(f"run {run_id} is not in the ledger")
    return _recorded(place, _decision("accept", reason, by, next_time(history, now), run_id=run_id, page_id=page_id))


def record_word(
    place: Workplace, state: State, candidate: str, *, is_same: bool, reason: str, by: str, now: datetime | None
) -> Decision:
    """Write into the ledger that the two entries of a candidate are one, or two.

    `candidate` may be the beginning of its id. Raises UsageError if none waits under it, or more than one.
    """
    found = [key for key in sorted(state.candidates) if key.startswith(candidate)]
    if len(found) != 1 or not candidate:
        waiting = ", ".join(found or sorted(state.candidates))
        there = f"expected one of: {waiting}" if waiting else "no pair does now"
        raise UsageError(f"{candidate}: {len(found)} such pairs wait for a person, {there}")
    _must_be_on_a_page(state, found[0], is_same)
    kind: DecisionKind = "same" if is_same else "different"
    return _recorded(place, _decision(kind, reason, by, next_time(place.history(), now), subject=found[0]))


def record_distrust(
    place: Workplace, state: State, capture_id: str, *, reason: str, by: str, now: datetime | None
) -> Decision:
    """Write into the ledger that a capture is not to be believed.

    Raises UsageError if there is no such capture of a page, or if it is distrusted already.
    """
    history = place.history()
    capture = history.captures.get(capture_id)
    if capture is None or not _is_of_a_page(capture):
        raise UsageError(f"{capture_id}: no such capture of a page in {place.source.name}")
    if capture_id in state.distrusted:
        raise UsageError(f"{capture_id}: it is distrusted already")
    return _recorded(place, _decision("distrust", reason, by, next_time(history, now), subject=capture_id))


def _is_of_a_page(capture: Capture) -> bool:
    """A page that was read for its links too is no less a page."""
    asked = capture.asked
    is_listed = asked.purpose is Purpose.LISTING and asked.page_key is not None
    return is_listed or asked.purpose in (Purpose.PAGE, Purpose.PROBE)


def _must_be_on_a_page(state: State, candidate: str, is_same: bool) -> None:
    new = state.entries.get(state.candidates[candidate].new_entry_id)
    if is_same and (new is None or new.status is not RowStatus.ACTIVE):
        raise UsageError(f"{candidate}: the newer entry is not on its page now; decide once it is there again")


def _decision(
    kind: DecisionKind,
    reason: str,
    by: str,
    at: datetime,
    *,
    run_id: str | None = None,
    page_id: str | None = None,
    subject: str | None = None,
) -> Decision:
    if not reason.strip():
        raise UsageError("expected a reason, found none")
    return Decision(
        decision_id=f"d_{at.strftime(RUN_ID_FORMAT)}",
        kind=kind,
        decided_at=at,
        by=by,
        reason=reason.strip(),
        run_id=run_id,
        page_id=page_id,
        subject=subject,
    )


def _recorded(place: Workplace, decision: Decision) -> Decision:
    with Ledger.open(place.raw) as ledger:
        ledger.append(decision)
        ledger.sync()
    return decision
