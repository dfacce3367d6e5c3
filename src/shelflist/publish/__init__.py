"""What people read: snapshots, the pointer to the latest, run folders with reports, and comparisons of snapshots.

Everything written here appears whole or not at all, says nothing of the clock, and comes out the same when it is
derived again.
"""

from shelflist.publish.history import events_of
from shelflist.publish.runs import Problem, RunRecord, run_folder, write_run
from shelflist.publish.snapshot import flip, latest_version, publish, same_as_latest
from shelflist.publish.upkeep import carry_over, verify_snapshots

__all__ = [
    "Problem",
    "RunRecord",
    "carry_over",
    "events_of",
    "flip",
    "latest_version",
    "publish",
    "run_folder",
    "same_as_latest",
    "verify_snapshots",
    "write_run",
]
