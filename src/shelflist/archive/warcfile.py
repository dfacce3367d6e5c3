"""The WARC file of one run: created, filled in order, synced, closed, and never touched again."""

from pathlib import Path
from typing import Self

from shelflist.archive.codec import utc_text
from shelflist.archive.durable import AppendedFile, make_folder, refusals_told, sync_folder
from shelflist.archive.records import FIELDS_TYPE, Record, compress, record_id
from shelflist.models.web import RunBegun

_ENDING = ".warc.gz"
_CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


class WarcFile:
    """A WARC being written. `filename` is relative to the source's raw folder."""

    def __init__(self, raw_dir: Path, file: AppendedFile, run_id: str) -> None:
        self.path = file.path
        self.filename = self.path.relative_to(raw_dir).as_posix()
        self._series = self.path.name.removesuffix(_ENDING)
        self._run_id = run_id
        self._file = file
        self._records = 0
        self._synced = 0

    @classmethod
    def create(cls, raw_dir: Path, run: RunBegun) -> Self:
        """A new file for `run`, its first record written and synced.

        What a crashed run of the same id left is kept as it is: appending behind a torn record would lose all that
        follows, and lines of the ledger may point into it. The new file gets the next free number.
        """
        folder = raw_dir / f"{run.logical_at:%Y-%m}"
        make_folder(folder)
        with refusals_told(folder):
            warc = cls(raw_dir, _create_first_free(folder, run.run_id), run.run_id)
            warc.write(_information(warc, run))
            warc.sync()
            sync_folder(folder)
        return warc

    @property
    def unsynced(self) -> int:
        """Compressed bytes written since the last `sync`."""
        return self._file.size - self._synced

    @property
    def is_successor(self) -> bool:
        """An earlier attempt at the same run left a file."""
        return self._series != self._run_id

    def next_id(self) -> str:
        """A record identifier; counted by file, so that a second file of the same run does not repeat the first's."""
        self._records += 1
        return record_id(self._series, self._records)

    def write(self, *records: Record) -> list[tuple[int, int]]:
        """Append records, all or none; returns offset and compressed length of each.

        They can be read at once, and survive a crash after `sync`. Raises LedgerError if the disk does not take them.
        """
        members = [compress(record) for record in records]
        offset, places = self._file.size, []
        for member in members:
            places.append((offset, len(member)))
            offset += len(member)
        self._file.write(b"".join(members))
        return places

    def sync(self) -> None:
        """Wait until what was written is on the disk."""
        self._file.sync()
        self._synced = self._file.size

    def close(self) -> None:
        self._file.close()


def _create_first_free(folder: Path, run_id: str) -> AppendedFile:
    number = 1
    while True:
        path = folder / f"{run_id}{'' if number == 1 else f'-{number}'}{_ENDING}"
        try:
            return AppendedFile(path, new=True)
        except FileExistsError:
            number += 1


def _information(warc: WarcFile, run: RunBegun) -> Record:
    block = (
        f"software: {run.software}\r\n"
        "format: WARC File Format 1.1\r\n"
        f"conformsTo: {_CONFORMS_TO}\r\n"
        "robots: obey\r\n"
        f"isPartOf: {run.source_id}\r\n"
        f"description: run {run.run_id} begun for {utc_text(run.logical_at)}, rules sha256:{run.rules_sha256}\r\n"
    )
    fields = (("WARC-Filename", warc.path.name), ("Content-Type", FIELDS_TYPE))
    return Record("warcinfo", warc.next_id(), run.logical_at, block.encode(), fields)
