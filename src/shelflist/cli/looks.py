"""What a person has seen of a source: one small file for each data directory and source, under their state directory.

``$XDG_STATE_HOME/shelflist/looks/<source>-<hash of the data directory>.json``, by default in ``~/.local/state``
(XDG Base Directory Specification). Each person has their own, whoever else reads the same data.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from shelflist.archive.durable import write_whole
from shelflist.errors import UsageError
from shelflist.publish.snapshot import is_version


@dataclass(frozen=True, slots=True)
class Look:
    """The last run seen, and a fingerprint of what the log said up to it: an older capture may change that later."""

    run_id: str
    events: int
    fingerprint: str


def look_file(data: Path, source_id: str, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the last look is remembered. Raises UsageError where there is no home directory."""
    given = Path(environment.get("XDG_STATE_HOME") or "")
    try:  # a relative path is to be ignored, says the specification
        state = given if given.is_absolute() else Path.home() / ".local" / "state"
    except RuntimeError as error:
        raise UsageError("found no home directory, expected $XDG_STATE_HOME or $HOME to remember looks in") from error
    name = hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:16]
    return state / "shelflist" / "looks" / f"{source_id}-{name}.json"


def last_look(file: Path) -> Look | None:
    """None before the first look. Raises UsageError for a file that is no look."""
    if not file.exists():
        return None
    try:
        look = Look(**{name: value for name, value in json.loads(file.read_bytes()).items() if name in Look.__slots__})
        if isinstance(look.events, int) and is_version(look.run_id) and isinstance(look.fingerprint, str):
            return look
    except (ValueError, TypeError, AttributeError):
        pass
    raise UsageError(f"{file}: found something else, expected what a look left there; remove it to begin anew")


def remember(file: Path, look: Look, data: Path) -> None:
    """Write the look, readable by the person alone; `data` is there for people. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    value = {"data": str(data.resolve()), **asdict(look)}
    write_whole(file, (json.dumps(value, indent=2) + "\n").encode())


def look_at(events: Iterable[tuple[str, str]], run_id: str) -> Look:
    """A look at the log up to a run; `events` are (run id, change id), in any order."""
    ids = sorted(change for run, change in events if run <= run_id)
    return Look(run_id, len(ids), hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16])
