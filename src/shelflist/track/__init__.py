"""What changed: verdicts, identity, two-phase removal, gates. A fold over runs, pure: no I/O, no clock.

`step` folds one run; `reread` folds a change of our own reading. docs/changes.md tells the rules.
"""

from shelflist.track.reread import Reread, reread
from shelflist.track.state_file import dump_state, load_state
from shelflist.track.step import Acceptance, Step, step
from shelflist.track.verdicts import has_baseline

__all__ = ["Acceptance", "Reread", "Step", "dump_state", "has_baseline", "load_state", "reread", "step"]
