"""A WARC of unknown origin as a plain stream: gzip undone member by member, in bounded memory, up to a bound."""

import io
import zlib
from pathlib import Path

from shelflist.errors import ReadError

_CHUNK = 1 << 18
_ALWAYS = 1_000_000_000
_RATIO = 100
"""A file may unpack to a gigabyte, or to a hundred times its size: HTML packs to a tenth, rarely to a thirtieth."""


class BrokenFileError(ReadError):
    """The file breaks off, or is not the gzip it pretends to be; what was read before that place is good."""


class BombError(ReadError):
    """The file unpacks to far more than any honest one does."""


class PlainStream(io.RawIOBase):
    """The unpacked bytes of a file; `read` gives at most a quarter of a megabyte at once."""

    def __init__(self, path: Path) -> None:
        self._path, self._file = path, path.open("rb")
        self._limit = max(_ALWAYS, _RATIO * path.stat().st_size)
        self._packed = self._file.read(2) == b"\x1f\x8b"
        self._file.seek(0)
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._input, self._given = b"", 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def read(self, size: int = -1) -> bytes:
        """Raises BrokenFileError, BombError."""
        wanted = _CHUNK if size < 0 else min(size, _CHUNK)
        piece = self._unpacked(wanted) if self._packed else self._file.read(wanted)
        self._given += len(piece)
        if self._given > self._limit:
            raise BombError(f"{self._path}: unpacks to more than {self._limit} bytes, expected a WARC")
        return piece

    def _unpacked(self, size: int) -> bytes:
        while size:
            if self._member.eof:
                self._input = self._member.unused_data
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
                if not self._input and not self._refill():
                    return b""
            elif not self._input and not self._refill():
                if self._given or self._file.tell():
                    raise BrokenFileError(f"{self._path}: breaks off inside a gzip member")
                return b""
            try:
                piece = self._member.decompress(self._input, size)
            except zlib.error as error:
                place = self._file.tell() - len(self._input)
                raise BrokenFileError(f"{self._path}: near byte {place}: {error}") from error
            self._input = self._member.unconsumed_tail
            if piece:
                return piece
        return b""

    def _refill(self) -> bool:
        self._input = self._file.read(_CHUNK)
        return bool(self._input)

    def close(self) -> None:
        self._file.close()
        super().close()
