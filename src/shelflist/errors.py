"""Every error a user can meet, in one tree. Programming errors are not here: they crash.

ShelflistError
├── UsageError            wrong words on the command line                       exit code 2
├── SourceFileError       a source file is missing, unreadable or faulty        exit code 2
├── UnknownSourceError    no bundled source, no file of that name               exit code 2
├── LockedError           another process works on this source                  exit code 1
├── LedgerError           the ledger or a WARC does not say what it must        exit code 1
├── ReadError             a capture could not be read (per page, run goes on)
│   ├── SelectorError     a selector's expected count was not met
│   └── WorkerError       the reading worker broke its memory or time limit
├── ProgramChangedError   the program was replaced while it ran                 exit code 1
├── TableError            a table does not fit its definition                   exit code 1
├── SnapshotError         no such snapshot, version or table                    exit code 1
└── HarvestInterrupted    Ctrl-C, or the terminal closed; what was fetched is kept  exit code 130 or 129
"""

from pathlib import Path


class ShelflistError(Exception):
    """Base of all errors that are told to a person as one sentence."""

    exit_code = 1


class UsageError(ShelflistError):
    """The command line asks for something that does not exist or does not fit together."""

    exit_code = 2


class SourceFileError(ShelflistError):
    """A source file is faulty: names file, line, key, what was found and what was expected."""

    exit_code = 2

    def __init__(self, path: Path | str, message: str, *, line: int | None = None, key: str | None = None) -> None:
        self.path, self.line, self.key, self.message = str(path), line, key, message
        place = self.path if line is None else f"{self.path}:{line}"
        super().__init__(f"{place}: {key}: {message}" if key else f"{place}: {message}")


class UnknownSourceError(ShelflistError):
    """A source was asked for by a name that is neither bundled nor a path to a file."""

    exit_code = 2


class LockedError(ShelflistError):
    """Another process holds the lock of this source."""


class LedgerError(ShelflistError):
    """The ledger, or a WARC it points into, is damaged: names file, place, found, expected."""


class ReadError(ShelflistError):
    """A captured body could not be read; becomes the verdict `parse_error` of its page."""


class SelectorError(ReadError):
    """A selector matched more or fewer elements than the source file expects."""

    def __init__(self, name: str, css: str, found: int, expected: str) -> None:
        self.name, self.css, self.found, self.expected = name, css, found, expected
        super().__init__(f"selector {name} ({css!r}) matched {found}, expected {expected}")


class WorkerError(ReadError):
    """The worker that reads untrusted bytes ran out of its memory or time, or died."""


class ProgramChangedError(ShelflistError):
    """The program's own files were replaced while it ran, and it needs one that it had not loaded yet."""


class TableError(ShelflistError):
    """A table's rows do not fit its column definitions; nothing was published."""


class SnapshotError(ShelflistError):
    """A snapshot, version or table that was asked for does not exist."""


class HarvestInterrupted(ShelflistError):
    """The run was cancelled by a person; the captures so far are kept, the run is recorded."""

    exit_code = 130
