"""What a harvest or a replay came to, for whoever called it."""

from dataclasses import dataclass
from pathlib import Path

from shelflist.models.track import Event, PageObservation, RunRow
from shelflist.models.vocabulary import RunResult

_EXIT_CODES = {RunResult.FAILED: 1, RunResult.HELD: 3, RunResult.PARTIAL: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Runs folded now, oldest first, with their events; observations are the last run's."""

    runs: tuple[RunRow, ...] = ()
    events: tuple[Event, ...] = ()
    observations: tuple[PageObservation, ...] = ()
    snapshot: Path | None = None
    report: Path | None = None
    planned: tuple[str, ...] = ()
    too_deep: tuple[str, ...] = ()  # of a dry run: addresses more than `max_depth` links away
    unlisted: str | None = None  # of a dry run: why no door gave a complete list of pages; None if one did

    @property
    def result(self) -> RunResult:
        """Of the last run; nothing to fold is `unchanged`."""
        return self.runs[-1].result if self.runs else RunResult.UNCHANGED

    @property
    def exit_code(self) -> int:
        """0 published or unchanged, 1 failed, 3 held or partial; of a dry run, what a harvest could come to."""
        if self.unlisted is not None:
            return 3 if self.planned else 1
        return _EXIT_CODES.get(self.result, 0)
