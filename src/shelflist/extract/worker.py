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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar, cast

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


class Begun(Generic[R]):
    """A job that the child was given: its result is to be had here, once it is there."""

    def __init__(self, worker: "Worker") -> None:
        self._worker = worker
        self._value: R | None = None
        self._error: ShelflistError | WorkerCrash | None = None
        self._is_over = False

    def is_done(self) -> bool:
        """Whether `result` need not wait."""
        return self._is_over or not self._worker.is_at(self)

    def settle(self) -> None:
        """Wait for the answer. What went wrong is kept for `result`."""
        if not self._is_over:
            try:
                self._value = self._worker.answer_to(self)
            except (ShelflistError, WorkerCrash) as error:
                self._error = error
            self._is_over = True

    def result(self) -> R:
        """Raises what `Worker.run` does."""
        self.settle()
        if self._error is not None:
            raise self._error
        return cast("R", self._value)


class Worker:
    """Runs functions in a child process, one at a time. Not for several threads at once.

    The child is started at the first job, and again after one that broke a limit. `memory` is in bytes beyond what the
    child needs for itself, `seconds` per job.
    """

    def __init__(self, memory: int = MEMORY_BYTES, seconds: float = SECONDS) -> None:
        self.memory, self.seconds = memory, seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._begun: Begun[Any] | None = None  # the job whose answer is still to come

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        child, self._child, self._begun = self._child, None, None
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
        return self.begin(function, *args, **kwargs).result()

    def begin(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Begun[R]:
        """Hand a job to the child as `run` does, and go on while it works. What it has in hand is waited for first."""
        job = struct.pack(">d", self.seconds) + pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        if self._begun is not None:
            self._begun.settle()
        with self._closed_unless_done():
            child = self.start()
            assert child.stdin is not None
            begun = self._begun = Begun[R](self)
            with suppress(BrokenPipeError):  # it died; why, is told instead of its answer
                write_frame(child.stdin, job)
        return begun

    def start(self) -> subprocess.Popen[bytes]:
        """Start the child now, unless it runs: a quarter of a second is gone before it can take a job."""
        if self._child is not None and self._child.poll() is not None and self._begun is None:
            self.close()  # it died while it had nothing to do
        if self._child is None:
            self._child = _start(self.memory)
        return self._child

    def is_at(self, begun: Begun[Any]) -> bool:
        """Whether the child still works on this job."""
        return begun is self._begun and not self._has_answer(0)

    def answer_to(self, begun: Begun[R]) -> R:
        """Wait for the child's answer to this job and take it; for `Begun` alone."""
        if begun is not self._begun:
            raise WorkerCrash("the worker was ended before it answered")
        with self._closed_unless_done():
            answer = self._received()
        self._begun = None
        result: R = self._result(answer)
        return result

    @contextmanager
    def _closed_unless_done(self) -> Iterator[None]:
        """Ctrl-C above all: an answer that is still to come would be taken for the next job's."""
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _received(self) -> Any:
        assert self._child is not None and self._child.stdout is not None
        if not self._has_answer(self.seconds + _GRACE_SECONDS):
            raise WorkerError(f"reading took longer than {self.seconds:g} s")
        frame = read_frame(self._child.stdout)
        if frame is None:
            raise self._death(self._child)
        return _Answer(BytesIO(frame)).load()

    def _has_answer(self, seconds: float) -> bool:
        """Whether the child has answered, or died, within so many seconds."""
        assert self._child is not None and self._child.stdout is not None
        poll = select.poll()
        poll.register(self._child.stdout, select.POLLIN)
        return bool(poll.poll(seconds * 1000))

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
