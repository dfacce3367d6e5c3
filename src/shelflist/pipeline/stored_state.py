"""The state on disk: ``state.json``, and in ``state/`` beside it the parts that are large and seldom change.

``state.json`` names its parts by their content and is written last, so that a crash leaves the old state or the new
one. A part that is as it was is not written again.
"""

from pathlib import Path

from shelflist.archive.durable import write_whole
from shelflist.errors import LedgerError
from shelflist.models.track import State
from shelflist.pipeline.collecting import collecting_seldom
from shelflist.track import dump_state
from shelflist.track.state_file import PARTS, dump_apart, dump_part, load_state, part_name, parts_of


def read_state(file: Path) -> State:
    """The state whose file this is, parts and all. Raises LedgerError if it or a part is damaged or missing."""
    data = _read(file)
    names = parts_of(data, str(file))
    with collecting_seldom():
        return load_state(data, str(file), {part: _read(_folder(file) / name) for part, name in names.items()})


def read_present(file: Path) -> State:
    """As `read_state`, of the state that the captures give again."""
    try:
        return read_state(file)
    except LedgerError as error:
        raise LedgerError(f"{error}; shelflist replay makes it again") from error


def write_state(file: Path, state: State, before: State | None) -> None:
    """Put the state in the place of `before`, which is what stands there (None: unknown). Raises LedgerError."""
    names = parts_of(_read(file), str(file)) if before is not None else {}
    for part in PARTS:
        if part not in names or before is None or getattr(before, part) != getattr(state, part):
            content = dump_part(state, part)
            names[part] = part_name(part, content)
            if not (_folder(file) / names[part]).exists():
                write_whole(_folder(file) / names[part], content)
    write_whole(file, dump_apart(state, names))
    for path in _folder(file).iterdir():
        if path.name not in names.values():
            path.unlink()


def write_in_one_piece(file: Path, state: State) -> None:
    """For a state that stays: the one from before an epoch. Raises LedgerError."""
    write_whole(file, dump_state(state))


class KnownState:
    """The state as last read or written by this process, for as long as the file is the same."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._state: State | None = None

    def read(self, file: Path) -> State:
        """As `read_present`, from memory where that is the same."""
        if (known := self._known(file)) is not None:
            return known
        stamp, state = _stamp(file), read_present(file)
        self._file, self._stamp, self._state = file, stamp, state
        return state

    def write(self, file: Path, state: State) -> None:
        """As `write_state`."""
        write_state(file, state, self._known(file))
        self._file, self._stamp, self._state = file, _stamp(file), state

    def _known(self, file: Path) -> State | None:
        is_same = self._state is not None and file == self._file and file.exists() and _stamp(file) == self._stamp
        return self._state if is_same else None


def _stamp(file: Path) -> tuple[int, int, int]:
    """Another one for every file put in its place."""
    said = file.stat()
    return said.st_ino, said.st_size, said.st_mtime_ns


def _folder(file: Path) -> Path:
    return file.with_suffix("")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise LedgerError(f"{file}: {error.strerror or error}") from error
