"""What captures were read as, kept in files: the same bytes are read once by the same rules, however often they come.

A file is named by all that the reading depends on. Those of the pages' last captures stay for the nights to come; a
lost file is made again from its capture, and nothing else depends on the folder.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from shelflist.errors import ReadError
from shelflist.extract.stored import pack, unpack
from shelflist.extract.worker import Begun
from shelflist.models.signs import Look
from shelflist.models.web import Capture
from shelflist.pipeline.reading import Reader

_PAYLOAD = 32
"""Hexadecimal digits of the payload's digest at the beginning of a file's name."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The captures of one source, read by the rules of `reader`; `folder` is made when first needed."""

    folder: Path
    reader: Reader

    def has(self, capture: Capture) -> bool:
        return self._file(capture).exists()

    def make(self, capture: Capture) -> None:
        """Read one capture, unless its bytes were read before, and keep what came of it."""
        if making := self.begin(capture):
            making.keep()

    def begin(self, capture: Capture) -> "Making | None":
        """Have the worker begin to read one capture; None if its bytes were read before."""
        file = self._file(capture)
        if file.exists():
            return None
        try:
            return Making(file, self.reader.look(capture))
        except ReadError as error:
            _write(file, pack(Look(error=str(error))))
            return None

    def get(self, capture: Capture) -> Look:
        """As kept; made now if it is not there, or is torn."""
        self.make(capture)
        try:
            return unpack(self._file(capture).read_bytes())
        except ReadError:
            self._file(capture).unlink()
            self.make(capture)
            return unpack(self._file(capture).read_bytes())

    def _file(self, capture: Capture) -> Path:
        return self.folder / f"{_of_payload(capture)}-{self.reader.circumstances(capture)}"


@dataclass(frozen=True, slots=True)
class Making:
    """A capture that the worker is reading, and the file to be."""

    file: Path
    begun: Begun[bytes]

    def keep(self) -> None:
        """Wait until it is read, and write the file."""
        try:
            written = self.begun.result()
        except ReadError as error:
            written = pack(Look(error=str(error)))
        _write(self.file, written)


def _write(file: Path, written: bytes) -> None:
    """A file that a crash tears is no harm: what is packed has a checksum, and is made again."""
    try:
        file.write_bytes(written)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written)


def forget_looks(folder: Path, kept: Iterable[Capture] = ()) -> None:
    """Remove what was read, but for the payloads of the captures `kept`."""
    payloads = {_of_payload(capture) for capture in kept}
    for file in folder.iterdir() if folder.exists() else ():
        if file.name.partition("-")[0] not in payloads:
            file.unlink()


def _of_payload(capture: Capture) -> str:
    return capture.payload_digest.rpartition(":")[2][:_PAYLOAD]
