"""A person's word: what a gate held is released, for a reason that stays in the ledger."""

from datetime import datetime

from shelflist.archive.ledger import Ledger
from shelflist.errors import UsageError
from shelflist.models.track import State
from shelflist.models.web import Decision
from shelflist.pipeline.fetching import logical_time, next_time
from shelflist.pipeline.history import read_history
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
    if not reason.strip():
        raise UsageError("expected a reason, found none")
    history = read_history(place.raw)
    facts = history.run(run_id)
    if page_id is not None and page_id not in state.pages:
        raise UsageError(f"{page_id}: no such page in {place.source.name}")
    if facts is None:
        raise UsageError(f"run {run_id} is not in the ledger")
    at = logical_time(history, now) if now else next_time(history)
    decision = Decision(
        decision_id=f"d_{at.strftime(RUN_ID_FORMAT)}",
        kind="accept",
        decided_at=at,
        by=by,
        reason=reason.strip(),
        run_id=run_id,
        page_id=page_id,
    )
    with Ledger.open(place.raw) as ledger:
        ledger.append(decision)
        ledger.sync()
    return decision
