"""When a run or a word about runs is, by the ledger's own order of times, and how a run begins."""

import time
from datetime import UTC, datetime, timedelta

from shelflist.archive.codec import utc_text
from shelflist.errors import LedgerError, UsageError
from shelflist.models.track import State
from shelflist.models.web import RunBegun
from shelflist.pipeline.checking import must_be_selectors
from shelflist.pipeline.epochs import begin_epoch_if_needed, is_other_reading
from shelflist.pipeline.history import History, time_of
from shelflist.pipeline.place import Workplace
from shelflist.settings import EXTRACTOR_VERSION, RUN_ID_FORMAT, SOFTWARE


def begin_run(place: Workplace, state: State, history: History, now: datetime | None) -> RunBegun:
    """What the ledger is told when a run begins; where pages are read otherwise by now, an epoch begins before it.

    `state` is folded up to the ledger's end. Raises UsageError or LedgerError where it would not be after the last run,
    and SourceFileError where a selector is none, before the site is asked for pages that could not be read.
    """
    must_be_selectors(place.loaded)
    # the epoch is folded before the run, and has a name of its own
    at = logical_time(history, now, apart=2 if is_other_reading(place, state) else 1)
    begin_epoch_if_needed(place, state, at - timedelta(seconds=1))
    return RunBegun(
        run_id=at.strftime(RUN_ID_FORMAT),
        source_id=place.source.name,
        logical_at=at,
        rules_sha256=place.loaded.sha256,
        extractor_version=EXTRACTOR_VERSION,
        software=SOFTWARE,
        rules_from="bundled" if place.loaded.is_bundled else "file",
    )


def logical_time(history: History, now: datetime | None, *, apart: int = 1) -> datetime:
    """The run's time: whole seconds, UTC, `apart` seconds later than every run before. Waits a moment if need be.

    Raises UsageError if `now` is not after the last run, LedgerError if the clock is not.
    """
    last = _last_time(history)
    at = now.astimezone(UTC).replace(microsecond=0) if now else _this_second()
    if last is None:
        return at
    earliest = last + timedelta(seconds=apart)
    while now is None and at < earliest <= at + timedelta(seconds=5):
        time.sleep(0.1)
        at = _this_second()
    if at >= earliest:
        return at
    if now is not None:
        raise UsageError(f"--now: found {utc_text(at)}, which is not after the last run, {utc_text(last)}")
    raise LedgerError(
        f"the last run is recorded at {utc_text(last)}, which by the clock ({utc_text(at)}) is yet to come: the clock "
        "is wrong now, or was wrong then. docs/operations.md, “A clock that was wrong”, says how to go on"
    )


def next_time(history: History, now: datetime | None = None) -> datetime:
    """For a word about what is in the ledger already: `now`, or else after all of it, whatever the clock says.

    Raises UsageError if `now` is not after the last run.
    """
    if now is not None:
        return logical_time(history, now)
    last, at = _last_time(history), _this_second()
    return at if last is None else max(at, last + timedelta(seconds=1))


def _this_second() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _last_time(history: History) -> datetime | None:
    return max((time_of(unit) for _, unit in history.units), default=None)
