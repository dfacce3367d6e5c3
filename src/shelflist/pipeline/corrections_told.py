"""How each correction stands, read from the rows that the fold keeps: where its line is, or that it is gone or idle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shelflist.models.corrected import CorrectedLine
from shelflist.models.rows import PageRow
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus
from shelflist.publish.record import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionStanding:
    """How one correction stands. `fate` is applied, idle (`detail` says why), gone, or unknown: never seen anywhere."""

    line: str
    reason: str
    fate: str
    pages: tuple[str, ...] = ()  # addresses where the line stands, or where it stood last
    last_seen_at: datetime | None = None  # of a line that is gone
    detail: str | None = None


def standings(state: State) -> tuple[CorrectionStanding, ...]:
    """One for each correction, in the order of their lines."""
    together: dict[tuple[str, str | None], list[CorrectedLine]] = {}
    for row in state.corrections:
        together.setdefault((row.line, row.page), []).append(row)
    return tuple(_standing(rows, state) for rows in together.values())


def waiting(state: State) -> tuple[CorrectionStanding, ...]:
    """The corrections that a person may take out or renew: all that are not applied."""
    return tuple(one for one in standings(state) if one.fate != "applied")


def problems(state: State) -> tuple[Problem, ...]:
    """What a run's report says of corrections."""
    return tuple(
        Problem(
            kind=f"correction {one.fate}" if one.fate == "idle" else "correction without a line",
            detail=f"{one.line}: {in_words(one)}",
            url=one.pages[0] if one.pages else None,
        )
        for one in waiting(state)
    )


def in_words(one: CorrectionStanding) -> str:
    """What became of it: one sentence without its full stop."""
    if one.fate == "idle":
        return one.detail or ""
    if one.fate == "unknown":
        return "no page has this line, and none had it since it is corrected"
    when = f" at {one.last_seen_at:%Y-%m-%dT%H:%M:%SZ}" if one.last_seen_at else ""
    return f"the line is gone; last seen{when} on {', '.join(one.pages)}"


def _standing(rows: list[CorrectedLine], state: State) -> CorrectionStanding:
    line, reason = rows[0].line, rows[0].reason
    there = [row for row in rows if row.last_seen_at is None and _page(row, state, active=True)]
    if there:
        idle = there[0].idle if all(row.idle for row in there) else None
        fate = "idle" if idle else "applied"
        return CorrectionStanding(line=line, reason=reason, fate=fate, pages=_addresses(there, state), detail=idle)
    gone = [(_last_seen(row, state), row) for row in rows if row.page_id]
    if not gone:
        return _never_corrected(line, reason, state)
    latest = max((at for at, _ in gone if at is not None), default=None)
    last = [row for at, row in gone if at == latest]
    return CorrectionStanding(line=line, reason=reason, fate="gone", pages=_addresses(last, state), last_seen_at=latest)


def _never_corrected(line: str, reason: str, state: State) -> CorrectionStanding:
    """The line may have been an entry that was removed before anyone corrected it."""
    rows = [row for row in (*state.removed.values(), *state.entries.values()) if row.citation_raw == line]
    last = max(rows, key=lambda row: (row.last_seen_at is not None, row.last_seen_at, row.entry_id), default=None)
    if last is None:
        return CorrectionStanding(line=line, reason=reason, fate="unknown")
    page = state.pages.get(last.page_id)
    pages = (page.url,) if page else ()
    return CorrectionStanding(line=line, reason=reason, fate="gone", pages=pages, last_seen_at=last.last_seen_at)


def _last_seen(row: CorrectedLine, state: State) -> datetime | None:
    """When its page was last whole with the line, for a page that has gone itself."""
    page = _page(row, state)
    return row.last_seen_at or (page.last_complete_at if page else None)


def _page(row: CorrectedLine, state: State, *, active: bool = False) -> PageRow | None:
    page = state.pages.get(row.page_id or "")
    return page if page is not None and (not active or page.status is RowStatus.ACTIVE) else None


def _addresses(rows: Iterable[CorrectedLine], state: State) -> tuple[str, ...]:
    return tuple(page.url for row in rows if (page := _page(row, state)) is not None)
