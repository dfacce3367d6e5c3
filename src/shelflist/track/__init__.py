"""What changed: verdicts, identity, two-phase removal, gates. A fold over runs, pure: no I/O, no clock.

`step` folds one run; `reread` folds a change of our own reading. docs/changes.md tells the rules.
"""

from shelflist.track.step import Acceptance, Step, step
from shelflist.track.verdicts import has_baseline

__all__ = ["Acceptance", "Step", "has_baseline", "step"]
