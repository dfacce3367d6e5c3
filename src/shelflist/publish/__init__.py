"""What people read: snapshots, the pointer to the latest, run folders with reports, and comparisons of snapshots.

Everything written here appears whole or not at all, says nothing of the clock, and comes out the same when it is
derived again.
"""

from typing import TYPE_CHECKING

from shelflist.on_demand import on_demand

if TYPE_CHECKING:
    from shelflist.publish.checks import carry_checks, write_check
    from shelflist.publish.delta_files import Delta, apply_delta, delta_between, read_delta
    from shelflist.publish.history import events_of
    from shelflist.publish.record import Problem, RunRecord
    from shelflist.publish.reusable import Reusable, reusable_tables, written_of
    from shelflist.publish.runs import mark_distrusted, run_folder, write_run
    from shelflist.publish.snapshot import flip, latest_version, publish, same_as_latest
    from shelflist.publish.upkeep import carry_over, problems_of_latest, verify_snapshots
else:
    __getattr__ = on_demand(
        __name__,
        {
            "checks": ("carry_checks", "write_check"),
            "delta_files": ("Delta", "apply_delta", "delta_between", "read_delta"),
            "history": ("events_of",),
            "record": ("Problem", "RunRecord"),
            "reusable": ("Reusable", "reusable_tables", "written_of"),
            "runs": ("mark_distrusted", "run_folder", "write_run"),
            "snapshot": ("flip", "latest_version", "publish", "same_as_latest"),
            "upkeep": ("carry_over", "problems_of_latest", "verify_snapshots"),
        },
    )

__all__ = [
    "Delta",
    "Problem",
    "Reusable",
    "RunRecord",
    "apply_delta",
    "carry_checks",
    "carry_over",
    "delta_between",
    "events_of",
    "flip",
    "latest_version",
    "mark_distrusted",
    "problems_of_latest",
    "publish",
    "read_delta",
    "reusable_tables",
    "run_folder",
    "same_as_latest",
    "verify_snapshots",
    "write_check",
    "write_run",
    "written_of",
]
