"""What changed: a fold over runs, one state and one run in, the next state and its events out. Pure: no I/O, no clock.

`step` folds one run; `reread` folds a change of our own reading. docs/changes.md tells the rules.
"""

from shelflist.track.joining import Word, decide
from shelflist.track.reread import Reread, reread
from shelflist.track.state_file import dump_state, load_state
from shelflist.track.step import Step, step

__all__ = [
    "Reread",
    "Step",
    "Word",
    "decide",
    "dump_state",
    "load_state",
    "reread",
    "step",
]
