"""Folding one unit of the ledger: an ended run, a decision, or an epoch. What comes of it is not yet on disk."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from shelflist.archive.store import CaptureStore
from shelflist.authority import assign_state
from shelflist.errors import ReadError
from shelflist.extract.parts import join_parts
from shelflist.hindsight.takedown import take_down
from shelflist.models.observe import RunObservation
from shelflist.models.redacted import Redaction
from shelflist.models.track import Event, PageObservation, RunRow, State
from shelflist.models.vocabulary import RowStatus, RunKind, RunResult
from shelflist.models.web import Capture, Decision, Epoch, RunEnded
from shelflist.pipeline.answers import readable
from shelflist.pipeline.corrected import SeenPage, follow
from shelflist.pipeline.drifting import layout_problems
from shelflist.pipeline.history import History, RunFacts
from shelflist.pipeline.looks import Looks
from shelflist.pipeline.observing import observe_run
from shelflist.pipeline.place import Workplace, rules_of
from shelflist.pipeline.reading import Reader
from shelflist.pipeline.run_rows import row_without_run, run_row
from shelflist.publish.record import Problem
from shelflist.settings import RUN_ID_FORMAT
from shelflist.track import Reread, Step, Word, decide, reread, step
from shelflist.verdicts import Acceptance


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """One unit folded: the next state, and the row that tells of it (its versions still to be filled in)."""

    state: State
    row: RunRow
    events: tuple[Event, ...]
    observations: tuple[PageObservation, ...]
    captures: tuple[Capture, ...]
    released: bool
    content_hashes: Mapping[str, str]  # capture id -> content hash of the page read from it
    problems: tuple[Problem, ...] = ()


class Folder:
    """Folds units of one source. Holds the way back to the captures."""

    def __init__(self, place: Workplace, history: History) -> None:
        self.place, self.history = place, history
        self.store = CaptureStore(place.raw, history.captures)

    def fold(self, state: State, sequence: int, unit: RunFacts | Decision | Epoch | Redaction) -> Folded | None:
        """The unit folded into `state`; None where it changes nothing but the place in the ledger."""
        if isinstance(unit, RunFacts):
            return self._run(state, sequence, unit)
        if isinstance(unit, Epoch):
            return self._epoch(state, sequence, unit)
        if isinstance(unit, Redaction):
            return self._redaction(state, sequence, unit)
        return self._decision(state, sequence, unit)

    def reader(self, rules_sha256: str) -> Reader:
        return Reader(rules_of(self.place, rules_sha256), self.store, self.place.worker)

    def observe(self, state: State, facts: RunFacts, *, every_line: bool = False) -> RunObservation:
        """What the run observed; captures not read yet are read now. `every_line`: as in `observe_run`."""
        reader = self.reader(facts.begun.rules_sha256)
        looks = Looks(self.place.readings, reader)
        read = {capture.capture_id: looks.get(capture) for capture in readable(facts.answers)}
        observed = observe_run(facts, _end_of(facts), state, reader, read, every_line=every_line)
        gone = {page for one in self.history.redactions for page in one.page_ids}
        answers = tuple(one for one in observed.answers if one.page_id not in gone)
        return without_distrusted(state, replace(observed, answers=answers))

    def _run(self, state: State, sequence: int, facts: RunFacts) -> Folded:
        observation = self.observe(state, facts)
        rules = rules_of(self.place, facts.begun.rules_sha256)
        result = step(state, observation, rules.gates)
        after = replace(
            assign_state(state, self._with_corrections(state, result, observation), rules.lookups),
            folded_seq=sequence,
            extractor_version=facts.begun.extractor_version,
            rules_sha256=facts.begun.rules_sha256,
        )
        row = run_row(observation, result, after)
        folded = _folded(result, after, row, tuple(facts.captures), _content_hashes(observation))
        return replace(folded, problems=layout_problems(observation, result.observations, state))

    def _decision(self, state: State, sequence: int, decision: Decision) -> Folded | None:
        if decision.kind in ("same", "different"):
            return self._word(state, sequence, decision)
        facts = self.history.run(decision.run_id) if decision.kind == "accept" and decision.run_id else None
        if facts is None or state.held_run_id != decision.run_id:
            return None  # nothing waits for this word any more
        observation = self.observe(state, facts)
        told_as = replace(observation.run, run_id=decision.decided_at.strftime(RUN_ID_FORMAT))
        observation = replace(observation, run=told_as)
        rules = rules_of(self.place, facts.begun.rules_sha256)
        accepted = Acceptance(decision_id=decision.decision_id, page_id=decision.page_id)
        result = step(state, observation, rules.gates, accepted=accepted)
        still_held = decision.run_id if result.state.held_run_id else None
        after = replace(
            assign_state(state, self._with_corrections(state, result, observation), rules.lookups),
            folded_seq=sequence,
            held_run_id=still_held,
            last_run_id=state.last_run_id,
        )
        row = replace(
            run_row(observation, result, after),
            logical_at=decision.decided_at,
            started_at=decision.decided_at,
            ended_at=decision.decided_at,
            requests=0,
            received_bytes=0,
            waited_seconds=0.0,
            kind=RunKind.DECISION,
        )
        return _folded(result, after, row, (), {})

    def _word(self, state: State, sequence: int, decision: Decision) -> Folded | None:
        """Two entries are one, or two; None if nobody asks any more."""
        rules = rules_of(self.place, state.rules_sha256)
        run_id = decision.decided_at.strftime(RUN_ID_FORMAT)
        word = Word(
            decision_id=decision.decision_id,
            candidate_id=decision.subject or "",
            is_same=decision.kind == "same",
            at=decision.decided_at,
            run_id=run_id,
        )
        if (told := decide(state, word, rules.gates)) is None:
            return None
        after = replace(assign_state(state, told[0], rules.lookups), folded_seq=sequence)
        result = Step(state=after, events=told[1], observations=(), result=RunResult.SUCCESS, released=True)
        return _folded(result, after, row_without_run(run_id, decision.decided_at, result, RunKind.DECISION), (), {})

    def _epoch(self, state: State, sequence: int, epoch: Epoch) -> Folded:
        rules = rules_of(self.place, epoch.rules_sha256)
        reader = Reader(rules, self.store, self.place.worker)
        pages = [page for page in state.pages.values() if page.status is RowStatus.ACTIVE]
        read = [item for page in pages if (item := self._read_again(reader, page.page_id, page.capture_ids))]
        after, events = reread(
            state,
            read,
            rules.gates,
            epoch_id=epoch.epoch_id,
            at=epoch.began_at,
            extractor_version=epoch.extractor_version,
            rules_sha256=epoch.rules_sha256,
        )
        seen = {
            page.page_id: SeenPage(
                reading=page.reading,
                captured_at=self.history.captures[page.captures[0]].captured_at,
                is_whole=not state.pages[page.page_id].absences_owed,
            )
            for page in read
        }
        after = assign_state(state, follow(state, after, rules, seen), rules.lookups, read_again=True)
        changed = bool(events) or after.authority != state.authority
        result = Step(
            state=replace(after, folded_seq=sequence),
            events=events,
            observations=(),
            result=RunResult.SUCCESS if changed else RunResult.UNCHANGED,
            released=True,
        )
        row = row_without_run(epoch.epoch_id, epoch.began_at, result, RunKind.EPOCH)
        return _folded(result, result.state, row, (), {})

    def _redaction(self, state: State, sequence: int, redaction: Redaction) -> Folded:
        after, events = take_down(state, redaction, rules_of(self.place, state.rules_sha256).gates)
        after = replace(after, folded_seq=sequence)
        result = Step(state=after, events=events, observations=(), result=RunResult.SUCCESS, released=True)
        run_id = redaction.redacted_at.strftime(RUN_ID_FORMAT)
        return _folded(result, after, row_without_run(run_id, redaction.redacted_at, result, RunKind.REDACTION), (), {})

    def _with_corrections(self, state: State, result: Step, observation: RunObservation) -> State:
        """The state after the step, told where the corrected lines stand; as it was where nothing was released."""
        if not result.released:
            return result.state
        told = {item.page_id: item for item in result.observations if item.verdict.is_complete}
        seen = {
            answer.page_id: SeenPage(
                reading=answer.reading,
                captured_at=answer.captures[0].captured_at,
                is_whole=not told[answer.page_id].gate_failures or told[answer.page_id].accepted_by is not None,
            )
            for answer in observation.answers
            if answer.reading is not None and answer.page_id in told
        }
        return follow(state, result.state, rules_of(self.place, observation.run.rules_sha256), seen)

    def _read_again(self, reader: Reader, page_id: str, capture_ids: tuple[str, ...]) -> Reread | None:
        """The page's baseline by the new reading; None where it cannot be read now (the old rows stay)."""
        looks = Looks(self.place.readings, reader)
        stored = [looks.get(self.history.captures[capture_id]) for capture_id in capture_ids]
        pages = [item.page for item in stored if item.page is not None]
        if not pages or len(pages) < len(capture_ids):
            return None
        captured_at = self.history.captures[capture_ids[0]].captured_at
        try:
            return Reread(page_id, reader.lines(join_parts(pages), captured_at), capture_ids)
        except ReadError:
            return None


def without_distrusted(state: State, observation: RunObservation) -> RunObservation:
    """Without answers that a person says are not to be believed: nothing was learnt of those pages."""
    if not state.distrusted:
        return observation
    answers = tuple(
        answer
        for answer in observation.answers
        if state.distrusted.isdisjoint(capture.capture_id for capture in answer.captures)
    )
    return replace(observation, answers=answers)


def _end_of(facts: RunFacts) -> RunEnded:
    if facts.ended is None:
        raise AssertionError("only ended runs are folded")
    return facts.ended


def _content_hashes(observation: RunObservation) -> dict[str, str]:
    """Of pages that came in one answer; a page of several parts has a hash, but none of its captures has."""
    return {
        answer.captures[0].capture_id: answer.page.content_hash
        for answer in observation.answers
        if answer.page is not None and len(answer.captures) == 1
    }


def _folded(
    result: Step, after: State, row: RunRow, captures: tuple[Capture, ...], content_hashes: Mapping[str, str]
) -> Folded:
    return Folded(
        state=after,
        row=row,
        events=result.events,
        observations=result.observations,
        captures=captures,
        released=result.released,
        content_hashes=content_hashes,
    )
