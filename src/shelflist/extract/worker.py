"""A process of its own for reading untrusted bytes, with limits on memory and time. Linux only (RLIMIT_AS, /proc).

80 KB of nested <font> can become 2.9 GB of tree, and no thread can be stopped; a process can. The child is an ordinary
``python -m`` program, so that it never imports the parent's main module, whatever that is.
"""

import os
import pickle
import select
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from io import BytesIO
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from shelflist.errors import ShelflistError, WorkerError
from shelflist.extract.serve import read_frame, write_frame
from shelflist.settings import without_secrets

MEMORY_BYTES = 1 << 30
SECONDS = 60.0
"""Several times what the largest page takes that is let in: a limit that a busy machine reaches makes runs differ."""
_GRACE_SECONDS = 10.0
"""The child ends itself when its time is up; if it cannot, the parent does after so long."""
_CHILD = "shelflist.extract.serve"
_ANSWERS_FROM = ("shelflist", "datetime")

P = ParamSpec("P")
R = TypeVar("R")


class WorkerCrash(RuntimeError):
    """The function given to the worker raised what is no ShelflistError: a programming error, with its traceback."""


class Worker:
    """Runs functions in a child process, one at a time; threads that share it wait for each other.

    The child is started at the first job, and again after one that broke a limit. `memory` is in bytes beyond what the
    child needs for itself, `seconds` per job.
    """

    def __init__(self, memory: int = MEMORY_BYTES, seconds: float = SECONDS) -> None:
        self.memory, self.seconds = memory, seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                with suppress(BrokenPipeError):  # a job that was not taken any more
                    assert stream is not None
                    stream.close()

    def run(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """``function(*args)`` in the child; function, arguments and result are pickled, so no lambdas.

        Raises WorkerError when it breaks a limit or the child dies, the function's own error if that is a
        ShelflistError, and WorkerCrash for any other.
        """
        job = struct.pack(">d", self.seconds) + pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        with self._turn:
            try:
                answer = self._exchange(self._running_child(), job)
            except BaseException:  # Ctrl-C above all: an answer that is still to come would be taken for the next one's
                self.close()
                raise
            result: R = self._result(answer)
        return result

    def _running_child(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is not None:
            self.close()  # it died while it had nothing to do
        if self._child is None:
            self._child = _start(self.memory)
        return self._child

    def _exchange(self, child: subprocess.Popen[bytes], job: bytes) -> Any:
        assert child.stdin is not None and child.stdout is not None
        try:
            write_frame(child.stdin, job)
        except BrokenPipeError:
            raise self._death(child) from None
        poll = select.poll()
        poll.register(child.stdout, select.POLLIN)
        if not poll.poll((self.seconds + _GRACE_SECONDS) * 1000):
            raise WorkerError(f"reading took longer than {self.seconds:g} s")
        frame = read_frame(child.stdout)
        if frame is None:
            raise self._death(child)
        return _Answer(BytesIO(frame)).load()

    def _death(self, child: subprocess.Popen[bytes]) -> WorkerError:
        code = child.wait()
        if code == -signal.SIGALRM:
            return WorkerError(f"reading took longer than {self.seconds:g} s")
        return WorkerError(f"the reading worker died ({signal.Signals(-code).name if code < 0 else f'exit {code}'})")

    def _result(self, answer: Any) -> Any:
        kind, *rest = answer
        if kind == "value":
            return rest[0]
        if kind == "error":
            raise _rebuilt(*rest)
        self.close()  # what it holds after running out of memory, or crashing, is anybody's guess
        if kind == "memory":
            raise WorkerError(f"reading needed more than {self.memory >> 20} MiB of memory")
        raise WorkerCrash(f"in the worker: {rest[0]}")


def _start(memory: int) -> subprocess.Popen[bytes]:
    """In a process group of its own: the terminal's Ctrl-C goes to the parent alone, which ends the child."""
    path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", _CHILD, str(memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**without_secrets(), "PYTHONPATH": path},
        process_group=0,
    )


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


def _rebuilt(kind: type[ShelflistError], args: tuple[Any, ...], attributes: dict[str, Any]) -> ShelflistError:
    """The error as it was raised; its class may want other arguments than Exception keeps."""
    error = kind.__new__(kind)
    Exception.__init__(error, *args)
    vars(error).update(attributes)
    return error
