"""How robots.txt was answered in the runs of the last day, from the ledger: a host need not be asked again so soon."""

from datetime import datetime

from shelflist.archive.store import CaptureStore
from shelflist.errors import LedgerError
from shelflist.fetch.addresses import origin
from shelflist.fetch.ports import HeldRobots
from shelflist.fetch.robots import ROBOTS_HOLD_FOR
from shelflist.models.web import Capture, Purpose
from shelflist.pipeline.history import History

_REDIRECTED = range(300, 400)


def held_robots(history: History, store: CaptureStore, now: datetime) -> dict[str, HeldRobots]:
    """By origin, the last answer of each host that is less than a day old; redirects that led nowhere are none."""
    last: dict[str, Capture] = {}
    for run in reversed(history.runs):
        if now - run.begun.logical_at > 2 * ROBOTS_HOLD_FOR:
            break
        for capture in reversed(run.captures):
            if capture.asked.purpose is Purpose.ROBOTS:
                last.setdefault(origin(capture.url), capture)
    fresh = {host: one for host, one in last.items() if now - one.captured_at < ROBOTS_HOLD_FOR}
    found = {host: _held(capture, store) for host, capture in fresh.items()}
    return {host: held for host, held in found.items() if held is not None}


def _held(capture: Capture, store: CaptureStore) -> HeldRobots | None:
    if capture.http_status in _REDIRECTED:
        return None
    try:
        payload = store.payload(capture)
    except LedgerError:
        return None  # it is asked for again; what is damaged, `verify` tells
    return HeldRobots(status=capture.http_status, payload=payload, captured_at=capture.captured_at)
