"""Where one source's work happens: its rules, its folders, its lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from shelflist.archive.lock import source_lock
from shelflist.errors import LedgerError, SnapshotError
from shelflist.extract.worker import Worker
from shelflist.models.track import State
from shelflist.pipeline.collecting import collecting_seldom
from shelflist.pipeline.history import History, KnownHistory
from shelflist.pipeline.recent import KnownRecent
from shelflist.pipeline.stored_state import KnownState
from shelflist.settings import clean_directory, raw_directory
from shelflist.sources import LoadedSource, Source, load_source


@dataclass(frozen=True, slots=True)
class Known:
    """What this process has read of the ledger and of the state: each is read once, and from then on its news."""

    history: KnownHistory = field(default_factory=KnownHistory)
    recent: KnownRecent = field(default_factory=KnownRecent)
    state: KnownState = field(default_factory=KnownState)


@dataclass(frozen=True, slots=True)
class Workplace:
    """`raw` and `clean` are the source's own folders under the data directory; the worker starts when first asked.

    `anew`: every table is made of the whole state, and nothing is taken over from the version before (a replay).
    """

    loaded: LoadedSource
    data: Path
    raw: Path
    clean: Path
    worker: Worker
    known: Known = field(default_factory=Known, repr=False, compare=False)
    anew: bool = False

    def history(self) -> History:
        """The ledger as it stands now. Raises LedgerError."""
        return self.known.history.read(self.raw)

    def recent(self, state: State) -> History:
        """The ledger as far as a night needs it that goes on from `state`; all of it if need be. Raises LedgerError."""
        return self.known.recent.read(self.raw, self._recent_file, state) or self.history()

    def keep_recent(self, history: History, state: State, *, anew: bool) -> None:
        """Have what the next night needs at hand, after `state` was folded up to the end of `history`."""
        self.known.recent.keep(self.raw, self._recent_file, history, state, anew=anew)

    @property
    def _recent_file(self) -> Path:
        return self.clean / ".recent.jsonl"

    @property
    def source(self) -> Source:
        return self.loaded.source

    @property
    def state_file(self) -> Path:
        return self.clean / "state.json"

    @property
    def readings(self) -> Path:
        """What captures were read as: those not yet folded, and the pages' last ones (`pipeline.looks`)."""
        return self.clean / ".readings"


def locate(loaded: LoadedSource, data: Path) -> Workplace:
    """The folders, without the lock: for looking only. Whoever uses the worker closes it."""
    name = loaded.source.name
    return Workplace(loaded, data, raw_directory(data, name), clean_directory(data, name), Worker())


def must_be_harvested(place: Workplace) -> None:
    """Raises SnapshotError where there is nothing of the source, often because the data directory is another."""
    if not place.raw.is_dir() and not place.clean.is_dir():
        raise SnapshotError(f"{place.data.absolute()}: nothing of {place.source.name} has been harvested yet")


def put_aside(clean: Path) -> Path:
    """Where a replay leaves the old folder until the new one is in its place."""
    return clean.with_name(f".{clean.name}.old")


def rules_of(place: Workplace, rules_sha256: str) -> Source:
    """The rules a run used: those at hand, or as kept beside the ledger. Raises LedgerError."""
    if rules_sha256 == place.loaded.sha256:
        return place.source
    kept = place.raw / "rules" / f"{rules_sha256}.toml"
    if not kept.is_file():
        raise LedgerError(f"{kept}: missing, expected the rules that a run in the ledger used")
    return load_source(Path(kept)).source


@contextmanager
def workplace(loaded: LoadedSource, data: Path) -> Iterator[Workplace]:
    """The source's folders, held against every other process. Raises LockedError."""
    place = locate(loaded, data)
    with source_lock(place.raw), place.worker, collecting_seldom():
        if put_aside(place.clean).exists() and not place.clean.exists():
            put_aside(place.clean).replace(place.clean)  # a replay was killed between two renames
        place.clean.mkdir(parents=True, exist_ok=True)
        yield place


@contextmanager
def harvested(loaded: LoadedSource, data: Path) -> Iterator[Workplace]:
    """As `workplace`, of a source that there is something of: no folder is made. Raises SnapshotError, LockedError."""
    must_be_harvested(locate(loaded, data))
    with workplace(loaded, data) as place:
        yield place
