"""The fold: one state and one run's observation in, the next state and the events out.

Pure: no clock, no I/O. The same function serves the nightly harvest, the replay and a decision to accept.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shelflist.models.observe import RunObservation
from shelflist.models.track import Event, PageObservation, State
from shelflist.models.vocabulary import Cause, RowStatus, RunResult, Verdict
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft
from shelflist.track.entries import ObservedPage, fold_entries
from shelflist.track.pages import fold_blind, fold_complete, fold_negative, fold_retired
from shelflist.track.removal import confirm_removals, is_long_blind
from shelflist.verdicts import gates as gate
from shelflist.verdicts.seen import Acceptance, Seen, hold_rewritten, most_on, see


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one run came to. `released`: the state advanced; a failed or held run leaves it where it was."""

    state: State
    events: tuple[Event, ...]
    observations: tuple[PageObservation, ...]
    result: RunResult
    released: bool
    reasons: tuple[str, ...] = ()
    removals: bool = False  # absences counted, but for pages that a gate held

    def count(self, change_type: str) -> int:
        """Entries with an event of that type that is not minor."""
        wanted = [event for event in self.events if event.entity_type == "entry" and not event.minor]
        return len({event.entity_id for event in wanted if event.change_type == change_type})


def step(
    state: State,
    observation: RunObservation,
    gates: Gates,
    *,
    accepted: Acceptance | None = None,
    absences: frozenset[str] | None = None,
) -> Step:
    """Fold one ended run. `accepted` switches the gates off, for the run or for one page.

    `absences`: the pages whose absences may count (page ids); None: all.
    """
    active_on = Counter(row.page_id for row in state.entries.values() if row.status is RowStatus.ACTIVE)
    seen = [
        see(state, answer, gates, list_complete=observation.list_complete, accepted=accepted,
            active=active_on[answer.page_id])
        for answer in observation.answers
    ]  # fmt: skip
    for item in seen:
        item.absence_counts &= absences is None or item.page_id in absences
    while True:  # a page held for what its entries came to is folded again as one that was not seen
        observations = tuple(item.told(observation.run.run_id) for item in seen)
        if not any(item.verdict.is_complete for item in seen):
            return _nothing(state, observation, seen, observations)
        partial = gate.unanswered(observations, _observable(state, observation, gates), gates) or _unlisted(observation)
        draft = _fold(state, observation, seen, gates, removals=partial is None)
        if not hold_rewritten(seen, draft.events, active_on, gates):
            break
    whole_run = accepted is not None and accepted.page_id is None
    reasons = [partial] if partial else []
    absent = _pending(state, draft)
    active = active_on.total()
    mass = None if partial or whole_run else gate.mass_removal(len(absent), active, gates)
    if mass:
        reasons.append(mass + most_on(seen, absent))
        draft = _fold(state, observation, seen, gates, removals=False)
        observations = tuple(replace(item, absence_counts=False) for item in observations)
    news = [event for event in draft.events if not _is_accepted(state, event.entity_id)]
    change = None if whole_run else gate.mass_change(news, active, gates)
    if change:
        change += most_on(seen, (event.page_id for event in news if gate.counts_as_change(event)))
        return _held(state, observation, observations, (*reasons, change))
    reasons += _page_reasons(seen)
    is_held = bool(mass) or any(item.failures for item in seen)
    result = RunResult.HELD if is_held else RunResult.PARTIAL if partial else _quiet_or_not(draft)
    if accepted is not None:
        _accept_absences(draft, accepted)
    after = replace(
        _noted(draft.freeze(), observation),
        held_run_id=observation.run.run_id if is_held else None,
        **_initial(state, observation, seen),  # type: ignore[arg-type]
    )
    return Step(state=after, events=_ordered(draft), observations=observations,
                result=result, released=True, reasons=tuple(reasons), removals=not (partial or mass))  # fmt: skip


def _nothing(
    state: State, observation: RunObservation, seen: Sequence[Seen], observations: tuple[PageObservation, ...]
) -> Step:
    """No page was completely observed: the run failed, unless a gate is all that stood in the way."""
    if held := _page_reasons(seen):
        return _held(state, observation, observations, tuple(held))
    return Step(state=_noted(state, observation), events=(), observations=observations,
                result=RunResult.FAILED, released=False, reasons=(_why_nothing(observation, seen),))  # fmt: skip


def _held(
    state: State, observation: RunObservation, observations: tuple[PageObservation, ...], reasons: tuple[str, ...]
) -> Step:
    """Nothing is released, and the run waits for a person."""
    held = replace(_noted(state, observation), held_run_id=observation.run.run_id)
    return Step(state=held, events=(), observations=observations, result=RunResult.HELD,
                released=False, reasons=reasons)  # fmt: skip


def _page_reasons(seen: Sequence[Seen]) -> list[str]:
    """By page, since answers come in any order."""
    in_order = sorted(seen, key=lambda item: item.page_id)
    return [f"{item.answer.address}: {failure}" for item in in_order for failure in item.failures]


def _pending(state: State, draft: Draft) -> list[str]:
    """The pages of entries missing or removed, one for each but those accepted by a person: none is held twice."""
    missing = [row for row in draft.entries.values() if row.status is RowStatus.MISSING]
    removed = {event.entity_id for event in draft.events if event.change_type == "removed"} & draft.removed.keys()
    rows = [row for row in missing if not row.absence_accepted]
    rows += [draft.removed[key] for key in sorted(removed) if not _is_accepted(state, key)]
    return [row.page_id for row in rows]


def _is_accepted(state: State, entry_id: str) -> bool:
    row = state.entries.get(entry_id)
    return row is not None and row.absence_accepted


def _accept_absences(draft: Draft, accepted: Acceptance) -> None:
    """One word of a person is enough for an absence: its removal later is not held again."""
    for row in list(draft.entries.values()):
        if row.status is RowStatus.MISSING and accepted.covers(row.page_id):
            draft.put_entry(replace(row, absence_accepted=True))


def _fold(state: State, observation: RunObservation, seen: Sequence[Seen], gates: Gates, *, removals: bool) -> Draft:
    draft = Draft.of(
        state,
        run_id=observation.run.run_id,
        at=observation.run.logical_at,
        extractor_version=observation.run.extractor_version,
        cause=Cause.SOURCE,
        gates=gates,
    )
    absent = [item for item in seen if item.verdict.is_negative]
    whole = [item for item in seen if item.is_read_whole]
    vacated = [item.answer.page_id for item in absent]
    owing = fold_entries(draft, [_observed(item, removals) for item in whole], vacated)
    complete: dict[str, str | None] = {}
    for item in absent if removals else ():
        fold_negative(draft, item.answer, item.verdict)
        complete |= _last_look(draft, item)
    for item in seen:
        verdict, page_id = item.verdict, item.answer.page_id
        if verdict.is_complete:
            is_accepted = item.accepted_by is not None
            owes = page_id in owing
            fold_complete(draft, item.answer, item.judgement, owes_absences=owes, is_accepted=is_accepted)
            if item.absence_counts and not draft.pages[page_id].absences_owed:
                complete[page_id] = item.answer.captures[0].capture_id if item.answer.captures else None
        elif verdict is Verdict.RETIRED:
            fold_retired(draft, item.answer)
        elif verdict.is_blind:
            fold_blind(draft, item.answer)
    if removals:
        confirm_removals(draft, complete)
    return draft


def _observed(item: Seen, removals: bool) -> ObservedPage:
    reading = item.answer.reading
    if reading is None:
        raise AssertionError("a page read whole has a reading")
    captures = tuple(capture.capture_id for capture in item.answer.captures)
    counts = item.absence_counts and removals
    return ObservedPage(item.answer.page_id, reading, captures, absence_counts=counts, is_whole=item.absence_counts)


def _last_look(draft: Draft, item: Seen) -> dict[str, str | None]:
    """The page with its capture, if it was confirmed to be absent."""
    page = draft.pages.get(item.answer.page_id)
    if page is None or page.status is not RowStatus.REMOVED:
        return {}
    return {page.page_id: item.answer.captures[-1].capture_id if item.answer.captures else None}


def _unlisted(observation: RunObservation) -> str | None:
    """Without a complete list an entry may have moved to a page that nobody knows of yet."""
    if observation.ended.door is None and observation.ended.outcome == "finished":
        return f"no door gave a complete list of pages{_because(observation)}"
    return None


def _observable(state: State, observation: RunObservation, gates: Gates) -> set[str]:
    """Expected pages that were complete once and have not been blind for too long; retired ones are not expected.

    Nor is one that now asks for a password: that is what an editor did to it, and says nothing of how the site is.
    """
    at = observation.run.logical_at
    expected = {answer.page_id for answer in observation.answers if answer.in_scope and not answer.asks_for_password}
    return {
        page.page_id
        for page in state.pages.values()
        if page.status is RowStatus.ACTIVE and page.page_id in expected and not is_long_blind(page, at, gates)
    }


def _noted(state: State, observation: RunObservation) -> State:
    return replace(state, last_run_id=observation.run.run_id)


def _initial(state: State, observation: RunObservation, seen: Sequence[Seen]) -> dict[str, object]:
    """Until a complete list was seen once, every page is of the first harvest; after that, those not yet complete."""
    waiting = set(state.initial_pages)
    if not state.initial_done:
        waiting |= {item.answer.page_id for item in seen}
    waiting -= {item.answer.page_id for item in seen if item.verdict.is_complete}
    return {"initial_pages": frozenset(waiting), "initial_done": state.initial_done or observation.list_complete}


def _quiet_or_not(draft: Draft) -> RunResult:
    return RunResult.SUCCESS if draft.events else RunResult.UNCHANGED


def _ordered(draft: Draft) -> tuple[Event, ...]:
    """As a maintainer reads: by page, then place on the page, then what happened."""
    position = {row.entry_id: row.location.position for row in (*draft.removed.values(), *draft.entries.values())}
    return tuple(
        sorted(draft.events, key=lambda event: (event.page_id, position.get(event.entity_id, -1), event.change_id))
    )


def _why_nothing(observation: RunObservation, seen: Sequence[Seen]) -> str:
    if not seen:
        return f"no page was expected, and none was found{_because(observation)}"
    counts = Counter(item.verdict.value for item in seen)
    listed = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return f"no page was completely observed: {listed}"


def _because(observation: RunObservation) -> str:
    return f" ({observation.unheard})" if observation.unheard else ""
