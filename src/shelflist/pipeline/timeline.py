"""The past told twice in one pass: as it was known before an import, and as it is known with it.

Both are folded from the first capture on, by one and the same reading, so that whatever differs between them comes
from the imported captures alone. Runs are believed as far as they were believed then: what a gate held, or did not
count, is not learnt from in the second telling either.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from shelflist.hindsight.backfill import Told
from shelflist.models.observe import PageAnswer, RunObservation
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus, Verdict
from shelflist.models.web import Capture, Decision
from shelflist.pipeline.history import RunFacts
from shelflist.pipeline.reading import Reader
from shelflist.pipeline.units import Folder, without_distrusted
from shelflist.pipeline.visits import Guide, Visit
from shelflist.settings import RUN_ID_FORMAT
from shelflist.sources.model import Gates
from shelflist.track import Step, Word, decide, step
from shelflist.verdicts import Acceptance

_OPEN = {
    "page_min_ratio": 0.0,
    "page_min_body_ratio": 0.0,
    "page_min_characters": 10**12,
    "page_max_body_ratio": 1e9,
    "page_max_coverage_drop": 1.0,
    "page_max_unclassified_rise": 1.0,
    "page_max_fill_drop": 1.0,
    "page_max_field_changed_ratio": 1e9,
    "run_min_answered": 0.0,
    "run_max_removed_ratio": 1e9,
    "run_max_changed_ratio": 1e9,
}


def open_gates(gates: Gates) -> Gates:
    """Gates that hold only a page without entries where there were some.

    They compare with the night before; between captures that are years apart much may change.
    """
    return gates.model_copy(update=_OPEN)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something of the past. `is_new`: of the captures that are imported now."""

    at: datetime
    what: RunFacts | Decision | Visit
    facts: RunFacts | None = None  # the import that a visit came with
    is_new: bool = False


def in_time(moments: Iterable[Moment]) -> list[Moment]:
    """By time; at one time a run comes before what was imported."""
    return sorted(moments, key=lambda moment: (moment.at, isinstance(moment.what, Visit), moment.is_new))


@dataclass(slots=True)
class Past:
    """The two tellings. `wanted`: ids of the captures of which is kept which line was which entry."""

    folder: Folder
    reader: Reader
    guide: Guide
    gates: Gates
    before: Told
    after: Told
    wanted: frozenset[str]
    runs: dict[str, RunFacts] = field(default_factory=dict)  # those folded, as they are read now

    def tell(self, moments: Sequence[Moment]) -> None:
        """Fold all moments in order."""
        for moment in moments:
            if isinstance(moment.what, Visit):
                self._visit(moment, moment.what)
            elif isinstance(moment.what, RunFacts):
                self._run(moment.what, None)
            else:
                self._decision(moment.what)

    def _visit(self, moment: Moment, visit: Visit) -> None:
        if moment.facts is None:
            raise AssertionError("a visit comes with an import")
        for told in (self.after,) if moment.is_new else (self.before, self.after):
            observation = without_distrusted(told.state, self.guide.observe(told.state, visit, moment.facts))
            if observation.answers:
                self._take(told, observation, step(told.state, observation, open_gates(self.gates)))

    def _run(self, facts: RunFacts, accepted: Acceptance | None) -> None:
        self.runs[facts.begun.run_id] = facts
        known = self.before.state
        observation = self.folder.observe(known, facts, every_line=True)
        result = step(known, observation, self.gates, accepted=accepted)
        self._take(self.before, observation, result)
        if not result.released:
            return
        again = self._believed(observation, result, known)
        counts = frozenset(item.page_id for item in result.observations if item.absence_counts and result.removals)
        self._take(
            self.after, again, step(self.after.state, again, open_gates(self.gates), absences=counts)
        )  # fmt: skip

    def _decision(self, decision: Decision) -> None:
        if decision.kind == "accept":
            facts = self.runs.get(decision.run_id or "")
            if facts is not None and self.before.state.held_run_id == decision.run_id:
                self._run(facts, Acceptance(decision_id=decision.decision_id, page_id=decision.page_id))
            return
        if decision.kind == "distrust":
            return  # what is distrusted is left out from the start
        word = Word(
            decision_id=decision.decision_id, candidate_id=decision.subject or "", is_same=decision.kind == "same",
            at=decision.decided_at, run_id=decision.decided_at.strftime(RUN_ID_FORMAT),
        )  # fmt: skip
        for told in (self.before, self.after):
            if (done := decide(told.state, word, self.gates)) is not None:
                told.state, events = done
                told.events += events

    def _take(self, told: Told, observation: RunObservation, result: Step) -> None:
        told.state = result.state
        told.events += result.events
        complete = {item.page_id for item in result.observations if item.verdict.is_complete}
        seen = [answer for answer in observation.answers if answer.page_id in complete and answer.reading is not None]
        told.remember((answer for answer in seen if self._is_wanted(answer.captures)), self.wanted)

    def _is_wanted(self, captures: Iterable[Capture]) -> bool:
        return any(capture.capture_id in self.wanted for capture in captures)

    def _believed(self, observation: RunObservation, result: Step, known: State) -> RunObservation:
        """What was learnt from a run then: without held pages, nor absent ones that did not count."""
        verdicts = {item.page_id: item.verdict for item in result.observations}
        answers = [
            self._as_it_was(answer, verdicts[answer.page_id], known)
            for answer in observation.answers
            if verdicts[answer.page_id] is not Verdict.HELD
            and (result.removals or not verdicts[answer.page_id].is_negative)
            and not self._rests_on_distrusted(answer, verdicts[answer.page_id], known)
        ]
        return without_distrusted(self.after.state, replace(observation, answers=tuple(answers)))

    def _rests_on_distrusted(self, answer: PageAnswer, verdict: Verdict, known: State) -> bool:
        """That nothing has changed since a capture that is not believed says nothing."""
        page = known.pages.get(answer.page_id)
        is_as_before = verdict is Verdict.NOT_MODIFIED and answer.reading is None and page is not None
        return is_as_before and not self.after.state.distrusted.isdisjoint(page.capture_ids if page else ())

    def _as_it_was(self, answer: PageAnswer, verdict: Verdict, known: State) -> PageAnswer:
        """A page that had not changed since the run before may have changed, and changed back, for a visit between."""
        before, after = known.pages.get(answer.page_id), self.after.state.pages.get(answer.page_id)
        if verdict is not Verdict.NOT_MODIFIED or answer.reading is not None or before is None:
            return answer
        if after is not None and after.capture_ids == before.capture_ids and after.status is RowStatus.ACTIVE:
            return answer
        captures = tuple(self.folder.history.captures[key] for key in before.capture_ids)
        return replace(answer, captures=captures, reading=self.reader.whole(captures))


def units_before(
    folder: Folder, sequence: int, *, rules_sha256: str, extractor_version: str
) -> Iterator[RunFacts | Decision]:
    """Runs and decisions of the ledger before a line of it, the runs as if they had been read by one reading."""
    for number, unit in folder.history.units:
        if number < sequence and isinstance(unit, RunFacts):
            read_as = replace(
                unit.begun,
                rules_sha256=rules_sha256,
                extractor_version=extractor_version,
            )
            yield RunFacts(read_as, unit.answers, unit.ended)
        elif number < sequence and isinstance(unit, Decision):
            yield unit
