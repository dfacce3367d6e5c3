"""What the worker's child answers: read from its pipe, and taken apart with suspicion."""

import os
import pickle
from enum import Enum
from io import BytesIO
from typing import Any

from shelflist.errors import ShelflistError, WorkerError
from shelflist.extract.serve import LENGTH

_ANSWERS_FROM = ("shelflist", "datetime")


def read_answer(pipe: int) -> bytes | None:
    """As `serve.read_frame`, but never a byte of the next frame: what lies in a buffer no poll would tell of."""
    head = _read(pipe, LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = _read(pipe, length)
    return body if len(body) == length else None


def _read(pipe: int, length: int) -> bytes:
    """So many bytes, fewer where the input ends."""
    read = bytearray()
    while len(read) < length and (piece := os.read(pipe, length - len(read))):
        read += piece
    return bytes(read)


def answer_in(frame: bytes) -> Any:
    """The answer as `shelflist.extract.serve` tells. Raises WorkerError for one that holds anything but records."""
    return _Answer(BytesIO(frame)).load()


class _Answer(pickle.Unpickler):
    """Takes records, dates and errors, nothing that could run: the child has handled untrusted bytes."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _member
        found = super().find_class(module, name) if module.split(".")[0] in _ANSWERS_FROM else None
        if not isinstance(found, type) or found.__module__ != module:
            raise WorkerError(f"the reading worker answered with {module}.{name}, expected a record")
        return found


def _member(kind: type[Any], name: str) -> Any:
    """A member of an enumeration, which Python 3.11.2 (Debian 12) pickles as ``getattr(its class, its name)``."""
    if not issubclass(kind, Enum) or name not in kind.__members__:
        raise WorkerError(f"the reading worker answered with {kind.__name__}.{name}, expected a record")
    return kind[name]


def rebuilt(kind: type[ShelflistError], args: tuple[Any, ...], attributes: dict[str, Any]) -> ShelflistError:
    """The error as it was raised; its class may want other arguments than Exception keeps."""
    error = kind.__new__(kind)
    Exception.__init__(error, *args)
    vars(error).update(attributes)
    return error
