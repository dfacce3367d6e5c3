"""The fold: one state and one run's observation in, the next state and the events out.

Pure: no clock, no I/O. The same function serves the nightly harvest, the replay and a decision to accept.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shelflist.models.observe import RunObservation
from shelflist.models.track import Event, PageObservation, State
from shelflist.models.vocabulary import RowStatus, RunResult
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft
from shelflist.track.drafted import because, drafted, folded, told_of
from shelflist.verdicts import gates as gate
from shelflist.verdicts.seen import Acceptance, Seen, most_on, see


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
    draft, partial = drafted(state, observation, seen, active_on, gates)
    observations = told_of(observation, seen)
    if draft is None:
        return _nothing(state, observation, seen, observations)
    whole_run = accepted is not None and accepted.page_id is None
    reasons = [partial] if partial else []
    absent = _pending(state, draft)
    active = active_on.total()
    mass = None if partial or whole_run else gate.mass_removal(len(absent), active, gates)
    if mass:
        reasons.append(mass + most_on(seen, absent))
        draft = folded(state, observation, seen, gates, removals=False)
        observations = tuple(replace(item, absence_counts=False) for item in observations)
    news = [event for event in draft.events if not _is_accepted(state, event.entity_id)]
    change = None if whole_run else gate.mass_change(news, active, gates)
    if change:
        change += most_on(seen, (event.page_id for event in news if gate.counts_as_change(event)))
        return _held(state, observation, observations, (*reasons, change))
    reasons += _page_reasons(seen)
    if accepted is not None:
        _accept_absences(draft, accepted)
    is_held = bool(mass) or any(item.failures for item in seen)
    result = RunResult.HELD if is_held else RunResult.PARTIAL if partial else _quiet_or_not(draft)
    return Step(
        state=_after(state, observation, seen, draft, is_held=is_held), events=_ordered(draft),
        observations=observations, result=result, released=True, reasons=tuple(reasons),
        removals=not (partial or mass),
    )  # fmt: skip


def _after(state: State, observation: RunObservation, seen: Sequence[Seen], draft: Draft, *, is_held: bool) -> State:
    return replace(
        _noted(draft.freeze(), observation),
        held_run_id=observation.run.run_id if is_held else None,
        **_initial(state, observation, seen),  # type: ignore[arg-type]
    )


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
        return f"no page was expected, and none was found{because(observation)}"
    counts = Counter(item.verdict.value for item in seen)
    listed = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return f"no page was completely observed: {listed}"
