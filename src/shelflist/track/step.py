"""The fold: one state and one run's observation in, the next state and the events out.

Pure: no clock, no I/O. The same function serves the nightly harvest, the replay and a decision to accept.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shelflist.models.observe import PageAnswer, RunObservation
from shelflist.models.track import Event, PageObservation, State
from shelflist.models.vocabulary import Cause, RowStatus, RunResult, Verdict
from shelflist.sources.model import Gates
from shelflist.track import gates as gate
from shelflist.track.draft import Draft
from shelflist.track.entries import ObservedPage, fold_entries
from shelflist.track.pages import fold_blind, fold_complete, fold_negative, fold_retired
from shelflist.track.removal import confirm_removals, is_long_blind
from shelflist.track.verdicts import Judgement, judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A person's decision to believe what a gate held: the whole run, or one page of it."""

    decision_id: str
    page_id: str | None = None

    def covers(self, page_id: str) -> bool:
        return self.page_id is None or self.page_id == page_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one run came to. `released`: the state advanced; a failed or held run leaves it where it was."""

    state: State
    events: tuple[Event, ...]
    observations: tuple[PageObservation, ...]
    result: RunResult
    released: bool
    reasons: tuple[str, ...] = ()

    def count(self, change_type: str) -> int:
        """Entries with an event of that type that is not minor."""
        wanted = [event for event in self.events if event.entity_type == "entry" and not event.minor]
        return len({event.entity_id for event in wanted if event.change_type == change_type})


@dataclass(slots=True, kw_only=True)
class _Seen:
    """One answer with its verdict, as the page gates left it."""

    answer: PageAnswer
    judgement: Judgement
    absence_counts: bool
    failures: tuple[str, ...] = ()
    accepted_by: str | None = None


def step(state: State, observation: RunObservation, gates: Gates, *, accepted: Acceptance | None = None) -> Step:
    """Fold one ended run. `accepted` switches the gates off, for the run or for one page."""
    at = observation.run.logical_at
    active_on = Counter(row.page_id for row in state.entries.values() if row.status is RowStatus.ACTIVE)
    seen = [
        _judge(state, answer, observation.list_complete, gates, accepted, active_on[answer.page_id])
        for answer in observation.answers
    ]
    observations = tuple(_observation(observation.run.run_id, item) for item in seen)
    if not any(item.judgement.verdict.is_complete for item in seen):
        reason = _why_nothing(seen)
        return Step(state=_noted(state, observation), events=(), observations=observations,
                    result=RunResult.FAILED, released=False, reasons=(reason,))  # fmt: skip
    whole_run = accepted is not None and accepted.page_id is None
    partial = gate.unanswered(observations, _observable(state, observation, gates), gates)
    reasons = [partial] if partial else []
    draft = _fold(state, observation, seen, gates, removals=partial is None)
    pending = _pending(state, draft)
    active = active_on.total()
    mass = None if partial or whole_run else gate.mass_removal(pending, active, gates)
    if mass:
        reasons.append(mass)
        draft = _fold(state, observation, seen, gates, removals=False)
        observations = tuple(replace(item, absence_counts=False) for item in observations)
    news = [event for event in draft.events if not _is_accepted(state, event.entity_id)]
    change = None if whole_run else gate.mass_change(news, active, gates)
    if change:
        held = replace(_noted(state, observation), held_run_id=observation.run.run_id)
        return Step(state=held, events=(), observations=observations, result=RunResult.HELD,
                    released=False, reasons=(*reasons, change))  # fmt: skip
    reasons += [f"{item.answer.address}: {failure}" for item in seen for failure in item.failures]
    is_held = bool(mass) or any(item.failures for item in seen)
    result = RunResult.HELD if is_held else RunResult.PARTIAL if partial else _quiet_or_not(draft)
    if accepted is not None:
        _accept_absences(draft, accepted)
    after = replace(
        _noted(draft.freeze(), observation),
        held_run_id=observation.run.run_id if is_held else None,
        **_initial(state, observation, seen, at),  # type: ignore[arg-type]
    )
    return Step(state=after, events=_ordered(draft), observations=observations,
                result=result, released=True, reasons=tuple(reasons))  # fmt: skip


def _pending(state: State, draft: Draft) -> int:
    """Entries missing or removed, but for those whose absence a person has accepted: they are not held twice."""
    missing = [row for row in draft.entries.values() if row.status is RowStatus.MISSING]
    removed = {event.entity_id for event in draft.events if event.change_type == "removed"} & draft.removed.keys()
    return sum(not row.absence_accepted for row in missing) + sum(not _is_accepted(state, key) for key in removed)


def _is_accepted(state: State, entry_id: str) -> bool:
    row = state.entries.get(entry_id)
    return row is not None and row.absence_accepted


def _accept_absences(draft: Draft, accepted: Acceptance) -> None:
    """One word of a person is enough for an absence: its removal later is not held again."""
    for row in list(draft.entries.values()):
        if row.status is RowStatus.MISSING and accepted.covers(row.page_id):
            draft.put_entry(replace(row, absence_accepted=True))


def _judge(
    state: State, answer: PageAnswer, list_complete: bool, gates: Gates, accepted: Acceptance | None, active: int
) -> _Seen:
    known = state.pages.get(answer.page_id)
    judgement = judge(answer, known, list_complete=list_complete)
    absence_counts = judgement.verdict.is_complete or judgement.verdict.is_negative
    item = _Seen(answer=answer, judgement=judgement, absence_counts=absence_counts)
    if accepted is not None and accepted.covers(answer.page_id):
        item.accepted_by = accepted.decision_id
    elif judgement.verdict in (Verdict.OK, Verdict.MOVED):
        _page_gates(state, item, gates, active)
    return item


def _page_gates(state: State, item: _Seen, gates: Gates, before: int) -> None:
    """`before`: the page's active entries as they stood."""
    reading = item.answer.reading
    if reading is None:
        return
    page_id = item.answer.page_id
    if hold := gate.page_hold(reading, before):
        item.judgement = Judgement(Verdict.HELD, item.judgement.basis, hold)
        item.absence_counts, item.failures = False, (hold,)
        return
    lost = max(0, before - len(reading.entries))
    if hold := gate.page_absence_hold(reading, state.accepted_counts.get(page_id, ()), lost, gates):
        item.absence_counts, item.failures = False, (hold,)


def _observation(run_id: str, item: _Seen) -> PageObservation:
    reading = item.answer.reading
    return PageObservation(
        run_id=run_id,
        page_id=item.answer.page_id,
        capture_ids=tuple(capture.capture_id for capture in item.answer.captures),
        verdict=item.judgement.verdict,
        basis=item.judgement.basis,
        absence_counts=item.absence_counts,
        detail=item.judgement.detail,
        entries_seen=len(reading.entries) if reading else None,
        text_coverage=reading.page.text_coverage if reading else None,
        gate_failures=item.failures,
        accepted_by=item.accepted_by,
        url=item.answer.address,
    )


def _fold(state: State, observation: RunObservation, seen: Sequence[_Seen], gates: Gates, *, removals: bool) -> Draft:
    draft = Draft.of(
        state,
        run_id=observation.run.run_id,
        at=observation.run.logical_at,
        extractor_version=observation.run.extractor_version,
        cause=Cause.SOURCE,
        gates=gates,
    )
    absent = [item for item in seen if item.judgement.verdict.is_negative]
    whole = [item for item in seen if item.judgement.verdict in (Verdict.OK, Verdict.MOVED)]
    vacated = [item.answer.page_id for item in absent]
    owing = fold_entries(draft, [_observed(item, removals) for item in whole], vacated)
    complete: dict[str, str | None] = {}
    for item in absent if removals else ():
        fold_negative(draft, item.answer, item.judgement.verdict)
        complete |= _last_look(draft, item)
    for item in seen:
        verdict, page_id = item.judgement.verdict, item.answer.page_id
        if verdict.is_complete:
            fold_complete(draft, item.answer, item.judgement, owes_absences=page_id in owing)
            if item.absence_counts and not draft.pages[page_id].absences_owed:
                complete[page_id] = item.answer.captures[0].capture_id if item.answer.captures else None
        elif verdict is Verdict.RETIRED:
            fold_retired(draft, item.answer)
        elif verdict.is_blind:
            fold_blind(draft, item.answer)
    if removals:
        confirm_removals(draft, complete)
    return draft


def _observed(item: _Seen, removals: bool) -> ObservedPage:
    reading = item.answer.reading
    if reading is None:
        raise AssertionError("a page read whole has a reading")
    captures = tuple(capture.capture_id for capture in item.answer.captures)
    counts = item.absence_counts and removals
    return ObservedPage(item.answer.page_id, reading, captures, absence_counts=counts, is_whole=item.absence_counts)


def _last_look(draft: Draft, item: _Seen) -> dict[str, str | None]:
    """The page with its capture, if it was confirmed to be absent."""
    page = draft.pages.get(item.answer.page_id)
    if page is None or page.status is not RowStatus.REMOVED:
        return {}
    return {page.page_id: item.answer.captures[-1].capture_id if item.answer.captures else None}


def _observable(state: State, observation: RunObservation, gates: Gates) -> set[str]:
    """Pages that were complete once and have not been blind for too long; retired ones are not expected."""
    at = observation.run.logical_at
    retired = {answer.page_id for answer in observation.answers if not answer.in_scope}
    return {
        page.page_id
        for page in state.pages.values()
        if page.status is RowStatus.ACTIVE and page.page_id not in retired and not is_long_blind(page, at, gates)
    }


def _noted(state: State, observation: RunObservation) -> State:
    return replace(state, last_run_id=observation.run.run_id)


def _initial(state: State, observation: RunObservation, seen: Sequence[_Seen], at: datetime) -> dict[str, object]:
    """Until a complete list was seen once, every page is of the first harvest; after that, those not yet complete."""
    waiting = set(state.initial_pages)
    if not state.initial_done:
        waiting |= {item.answer.page_id for item in seen}
    waiting -= {item.answer.page_id for item in seen if item.judgement.verdict.is_complete}
    return {"initial_pages": frozenset(waiting), "initial_done": state.initial_done or observation.list_complete}


def _quiet_or_not(draft: Draft) -> RunResult:
    return RunResult.SUCCESS if draft.events else RunResult.UNCHANGED


def _ordered(draft: Draft) -> tuple[Event, ...]:
    """As a maintainer reads: by page, then place on the page, then what happened."""
    position = {row.entry_id: row.location.position for row in (*draft.removed.values(), *draft.entries.values())}
    return tuple(
        sorted(draft.events, key=lambda event: (event.page_id, position.get(event.entity_id, -1), event.change_id))
    )


def _why_nothing(seen: Sequence[_Seen]) -> str:
    if not seen:
        return "no page was expected, and none was found"
    counts = Counter(item.judgement.verdict.value for item in seen)
    listed = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return f"no page was completely observed: {listed}"
