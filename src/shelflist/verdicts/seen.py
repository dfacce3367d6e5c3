"""One page's answer in one run: its verdict, and what the page gates made of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shelflist.models.observe import PageAnswer
from shelflist.models.track import Event, PageObservation, State
from shelflist.models.vocabulary import Verdict
from shelflist.sources.model import Gates
from shelflist.verdicts import gates as gate
from shelflist.verdicts.judge import Judgement, judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A person's decision to believe what a gate held: the whole run, or one page of it."""

    decision_id: str
    page_id: str | None = None

    def covers(self, page_id: str) -> bool:
        return self.page_id is None or self.page_id == page_id


@dataclass(slots=True, kw_only=True)
class Seen:
    """One answer with its verdict, as the page gates left it."""

    answer: PageAnswer
    judgement: Judgement
    absence_counts: bool
    failures: tuple[str, ...] = ()
    accepted_by: str | None = None
    known_entries: int | None = None  # of the page as it stood

    @property
    def page_id(self) -> str:
        return self.answer.page_id

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict

    @property
    def is_read_whole(self) -> bool:
        """Its entries are folded."""
        return self.verdict in (Verdict.OK, Verdict.MOVED)

    def hold(self, why: str) -> None:
        """The page is not believed: nothing was learnt of it."""
        why = f"{why}; {self.look_at()}"
        self.judgement = Judgement(Verdict.HELD, self.judgement.basis, why)
        self.absence_counts, self.failures = False, (why,)

    def hold_absences(self, why: str) -> None:
        """What the page lacks is not believed to be gone; the rest is."""
        self.absence_counts, self.failures = False, (f"{why}; {self.look_at()}",)

    def look_at(self) -> str:
        """The captures that a person should see."""
        ids = [capture.capture_id for capture in self.answer.captures]
        return f"look at capture {', '.join(ids)}" if ids else "no capture"

    def told(self, run_id: str) -> PageObservation:
        page = self.answer.page
        return PageObservation(
            run_id=run_id,
            page_id=self.page_id,
            capture_ids=tuple(capture.capture_id for capture in self.answer.captures),
            verdict=self.verdict,
            basis=self.judgement.basis,
            absence_counts=self.absence_counts,
            detail=self.judgement.detail,
            entries_seen=self._entries,
            text_coverage=page.text_coverage if page else None,
            gate_failures=self.failures,
            accepted_by=self.accepted_by,
            url=self.answer.address,
        )

    @property
    def _entries(self) -> int | None:
        """How many the answer showed; None where it said nothing but "not modified"."""
        if self.answer.reading is not None:
            return len(self.answer.reading.entries)
        return self.known_entries if self.answer.page and self.verdict is Verdict.NOT_MODIFIED else None


def see(
    state: State, answer: PageAnswer, gates: Gates, *, list_complete: bool, accepted: Acceptance | None, active: int
) -> Seen:
    """The verdict on one answer, by the page gates too; `active`: the page's active entries as they stood."""
    known = state.pages.get(answer.page_id)
    judgement = judge(answer, known, list_complete=list_complete)
    absence_counts = judgement.verdict.is_complete or judgement.verdict.is_negative
    item = Seen(
        answer=answer, judgement=judgement, absence_counts=absence_counts,
        known_entries=known.entry_count if known else None,
    )  # fmt: skip
    if accepted is not None and accepted.covers(answer.page_id):
        item.accepted_by = accepted.decision_id
    elif item.is_read_whole:
        _apply_gates(state, item, gates, active)
    return item


def _apply_gates(state: State, item: Seen, gates: Gates, active: int) -> None:
    reading = item.answer.reading
    if reading is None:
        return
    if hold := gate.page_hold(reading, item.answer.door, active, state.measures.get(item.page_id, ()), gates):
        item.hold(hold)
        return
    lost = max(0, active - len(reading.entries))
    if hold := gate.page_absence_hold(reading, state.accepted_counts.get(item.page_id, ()), lost, gates):
        item.hold_absences(hold)


def hold_rewritten(seen: Sequence[Seen], events: Iterable[Event], active_on: Counter[str], gates: Gates) -> bool:
    """Hold the pages on which one field changed too often; True if there are any."""
    by_page: dict[str, list[Event]] = {}
    for event in events:
        by_page.setdefault(event.page_id, []).append(event)
    held = False
    for item in seen:
        if not item.is_read_whole or item.accepted_by is not None:
            continue
        if hold := gate.rewritten(by_page.get(item.page_id, ()), active_on[item.page_id], gates):
            item.hold(hold)
            held = True
    return held


def most_on(seen: Iterable[Seen], page_ids: Iterable[str]) -> str:
    """Where to look first: the page that is named most often. Empty if no page with a capture is."""
    counts = Counter(page_ids)
    there = [item for item in seen if item.answer.captures and counts[item.page_id]]
    if not there:
        return ""
    first = min(there, key=lambda item: (-counts[item.page_id], item.page_id))
    return f"; {counts[first.page_id]} of them on {first.answer.address}, {first.look_at()}"
