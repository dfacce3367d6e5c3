"""What changed: verdicts, identity, two-phase removal, gates. A fold over runs, pure: no I/O, no clock.

`step` folds one run; `reread` folds a change of our own reading. docs/changes.md tells the rules.
"""

from shelflist.track.joining import Word, decide
from shelflist.track.reread import Reread, reread
from shelflist.track.seen import Acceptance
from shelflist.track.state_file import dump_state, load_state
from shelflist.track.step import Step, step
from shelflist.track.verdicts import has_baseline, is_as_before

__all__ = [
    "Acceptance",
    "Reread",
    "Step",
    "Word",
    "decide",
    "dump_state",
    "has_baseline",
    "is_as_before",
    "load_state",
    "reread",
    "step",
]
