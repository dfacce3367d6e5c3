"""What captures were read as, kept in files: the same bytes are read once by the same rules, however often they come.

A file is named by all that the reading depends on. Those of the pages' last captures stay for the nights to come; a
lost file is made again from its capture, and nothing else depends on the folder.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from shelflist.errors import ReadError
from shelflist.extract.stored import pack, unpack
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
        file = self._file(capture)
        if file.exists():
            return
        try:
            written = self.reader.look(capture)
        except ReadError as error:
            written = pack(Look(error=str(error)))
        self.folder.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(".tmp")
        temporary.write_bytes(written)
        temporary.replace(file)

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


def forget_looks(folder: Path, kept: Iterable[Capture] = ()) -> None:
    """Remove what was read, but for the payloads of the captures `kept`."""
    payloads = {_of_payload(capture) for capture in kept}
    for file in folder.iterdir() if folder.exists() else ():
        if file.name.partition("-")[0] not in payloads or file.suffix == ".tmp":
            file.unlink()


def _of_payload(capture: Capture) -> str:
    return capture.payload_digest.rpartition(":")[2][:_PAYLOAD]
