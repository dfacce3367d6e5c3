"""A process of its own for reading untrusted bytes, with limits on memory and time. Linux only (RLIMIT_AS, /proc).

80 KB of nested <font> can become 2.9 GB of tree, and no thread can be stopped; a process can. The child is an ordinary
``python -m`` program, so that it never imports the parent's main module, whatever that is.
"""

import fcntl
import os
import pickle
import resource
import select
import signal
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar, cast

from shelflist.errors import ProgramChangedError, ShelflistError, WorkerError
from shelflist.extract.installed import program_stamp
from shelflist.extract.serve import write_frame
from shelflist.extract.worker_answers import answer_in, read_answer, rebuilt
from shelflist.settings import without_secrets

MEMORY_BYTES = 1 << 30
SECONDS = 60.0
"""Several times what the largest page takes that is let in: a limit that a busy machine reaches makes runs differ."""
_GRACE_SECONDS = 10.0
"""The child ends itself when its time is up; if it cannot, the parent does after so long."""
_PIPE_BYTES = 1 << 20
_PAGE = resource.getpagesize()
_BROKEN = ("memory", "crash")
"""Answers of a child that holds anybody's guess from then on."""
_CHILD = "shelflist.extract.serve"
JOBS = tuple(f"shelflist.extract.{name}" for name in ("stored", "lists", "feeds", "site_links", "attachment"))
"""Modules whose functions are the jobs of a harvest."""

P = ParamSpec("P")
R = TypeVar("R")


class WorkerCrash(RuntimeError):
    """The function given to the worker raised what is no ShelflistError: a programming error, with its traceback."""


class Begun(Generic[R]):
    """A job that the child was given: its result is to be had here, once it is there."""

    def __init__(self, worker: "Worker", job: bytes) -> None:
        self.job = job  # kept for another child, should this one die of the job before it
        self.pages = len(job) // _PAGE + 2  # of memory, that it may take in the pipe: the first and the last not whole
        self._worker = worker
        self._value: R | None = None
        self._error: ShelflistError | WorkerCrash | None = None
        self._is_over = False

    def settle(self) -> None:
        """Wait for the answer. What went wrong is kept for `result`."""
        if not self._is_over:
            try:
                self._value = self._worker.answer_to(self)
            except (ShelflistError, WorkerCrash) as error:
                self._error = error
            self._is_over, self.job = True, b""

    def result(self) -> R:
        """Raises what `Worker.run` does."""
        self.settle()
        if self._error is not None:
            raise self._error
        return cast("R", self._value)


class Worker:
    """Runs functions in a child process, one after the other. Not for several threads at once.

    Jobs may wait in the pipe to the child, so that neither process waits for the other; they are answered in their
    order. The child is started at the first job, and again after one that broke a limit. `memory` is in bytes beyond
    what the child needs for itself, `seconds` per job; `modules` are loaded at its start.
    """

    def __init__(self, memory: int = MEMORY_BYTES, seconds: float = SECONDS, modules: Sequence[str] = JOBS) -> None:
        self.memory, self.seconds, self.modules = memory, seconds, modules
        self._program: tuple[int, int] | None = None  # as it was when the first child was started
        self._child: subprocess.Popen[bytes] | None = None
        self._begun = deque[Begun[Any]]()  # jobs whose answers are still to come
        self._room = 0  # memory pages that the pipe to the child has

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        child, self._child = self._child, None
        self._begun.clear()
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
        """Hand a job to the child as `run` does, and go on while it works. Waits only where the pipe is full."""
        job = struct.pack(">d", self.seconds) + pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        begun = Begun[R](self, job)
        self._hand_over(begun)
        return begun

    def start(self) -> subprocess.Popen[bytes]:
        """Start the child now, unless it runs: a quarter of a second is gone before it can take a job."""
        if self._child is not None and self._child.poll() is not None and not self._begun:
            self.close()  # it died while it had nothing to do
        if self._child is None:
            self._must_be_as_it_was()
            self._child, self._room = _start(self.memory, self.modules)
        return self._child

    def _must_be_as_it_was(self) -> None:
        """Raises ProgramChangedError where another child would read by another version than the first one did."""
        now = program_stamp()
        if self._program not in (None, now):
            raise ProgramChangedError(
                "the program was changed while it ran, and reading has to begin anew: type it again"
            )
        self._program = now

    def answer_to(self, begun: Begun[R]) -> R:
        """Wait for the child's answer to this job, and to those before it, and take it; for `Begun` alone."""
        while self._begun and begun in self._begun and begun is not self._begun[0]:
            self._begun[0].settle()
        if begun not in self._begun:
            raise WorkerCrash("the worker was ended before it answered")
        try:
            answer = self._received()
        except WorkerError:
            self._start_again()
            raise
        except BaseException:  # Ctrl-C above all: an answer that is still to come would be taken for the next job's
            self.close()
            raise
        if answer[0] in _BROKEN:
            self._start_again()
        else:
            self._begun.popleft()
        result: R = self._result(answer)
        return result

    def _hand_over(self, begun: Begun[Any]) -> None:
        while self._begun and begun.pages + sum(one.pages for one in self._begun) > self._room:
            self._begun[0].settle()
        try:
            child = self.start()
            assert child.stdin is not None
            self._begun.append(begun)
            write_frame(child.stdin, begun.job)
        except BrokenPipeError:
            pass  # it died; why, is told instead of its answer
        except BaseException:  # half a job in the pipe
            self.close()
            raise

    def _start_again(self) -> None:
        """The child is of no use after the oldest job: another takes those that are left."""
        _, *left = self._begun
        self.close()
        for begun in left:
            self._hand_over(begun)

    def _received(self) -> Any:
        assert self._child is not None and self._child.stdout is not None
        poll = select.poll()
        poll.register(self._child.stdout, select.POLLIN)
        if not poll.poll((self.seconds + _GRACE_SECONDS) * 1000):
            raise WorkerError(f"reading took longer than {self.seconds:g} s")
        frame = read_answer(self._child.stdout.fileno())
        if frame is None:
            raise self._death(self._child)
        return answer_in(frame)

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
            raise rebuilt(*rest)
        if kind == "memory":
            raise WorkerError(f"reading needed more than {self.memory >> 20} MiB of memory")
        raise WorkerCrash(f"in the worker: {rest[0]}")


def _start(memory: int, modules: Sequence[str]) -> tuple[subprocess.Popen[bytes], int]:
    """In a process group of its own: the terminal's Ctrl-C goes to the parent alone, which ends the child.

    Gives the room in the pipe to it, too, in pages.
    """
    path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", _CHILD, str(memory), *modules],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**without_secrets(), "PYTHONPATH": path},
        process_group=0,
    )
    assert child.stdin is not None and child.stdout is not None
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):  # a user may have used up what all his pipes may take
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return child, fcntl.fcntl(child.stdin, fcntl.F_GETPIPE_SZ) // _PAGE
