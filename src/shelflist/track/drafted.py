"""The next state as one run's pages show it, before the gates that weigh the run as a whole.

Whether what it comes to is released is decided in `step`.
"""

from collections import Counter
from collections.abc import Sequence

from shelflist.models.observe import RunObservation
from shelflist.models.track import PageObservation, State
from shelflist.models.vocabulary import Cause, RowStatus, Verdict
from shelflist.sources.model import Gates
from shelflist.track.draft import Draft
from shelflist.track.entries import ObservedPage, fold_entries
from shelflist.track.pages import fold_blind, fold_complete, fold_negative, fold_retired
from shelflist.track.removal import confirm_removals, is_long_blind
from shelflist.verdicts import gates as gate
from shelflist.verdicts.seen import Seen, hold_rewritten


def drafted(
    state: State, observation: RunObservation, seen: Sequence[Seen], active_on: Counter[str], gates: Gates
) -> tuple[Draft | None, str | None]:
    """The next state as the pages show it, and why absences do not count, if so; no draft where no page was complete.

    A page held for what its entries came to is folded again as one that was not seen.
    """
    while any(item.verdict.is_complete for item in seen):
        unanswered = gate.unanswered(told_of(observation, seen), _observable(state, observation, gates), gates)
        partial = unanswered or _unlisted(observation)
        draft = folded(state, observation, seen, gates, removals=partial is None)
        if not hold_rewritten(seen, draft.events, active_on, gates):
            return draft, partial
    return None, None


def told_of(observation: RunObservation, seen: Sequence[Seen]) -> tuple[PageObservation, ...]:
    return tuple(item.told(observation.run.run_id) for item in seen)


def folded(state: State, observation: RunObservation, seen: Sequence[Seen], gates: Gates, *, removals: bool) -> Draft:
    """Each page by its verdict. `removals`: absences count, so that entries may go missing and be removed."""
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
        return f"no door gave a complete list of pages{because(observation)}"
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


def because(observation: RunObservation) -> str:
    return f" ({observation.unheard})" if observation.unheard else ""
