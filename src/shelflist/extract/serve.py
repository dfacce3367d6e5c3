"""The child process of `shelflist.extract.worker`: reads jobs from its standard input, writes answers to its output.

The modules of its jobs are loaded at its start: what is on the disk later may be another version of the program.

A frame is a length (8 bytes, big-endian) and a pickle. A job is its seconds
(8 bytes, a double) and (function, arguments, keywords); an answer is
("value", value), ("error", class, arguments, attributes), ("memory",) or ("crash", traceback).
"""

import os
import pickle
import resource
import signal
import struct
import sys
import traceback
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from shelflist.errors import ShelflistError

LENGTH = struct.Struct(">Q")


def serve(memory: int, modules: Iterable[str] = ()) -> None:
    """Answer jobs until the input ends. `memory`: bytes this process may take beyond what it has with `modules`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes our input
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # death, even within C code
    jobs, answers = sys.stdin.buffer, _take_over_output()
    sys.excepthook = _crash_into(answers)
    for module in modules:
        import_module(module)
    _limit_memory(memory)
    while (job := read_frame(jobs)) is not None:
        answer = _answer(job)
        signal.setitimer(signal.ITIMER_REAL, 0)
        write_frame(answers, answer)


def _take_over_output() -> IO[bytes]:
    """Standard output for answers only: what anything prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit_memory(memory: int) -> None:
    base = int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = base + memory if hard == resource.RLIM_INFINITY else min(base + memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _answer(job: bytes) -> bytes:
    try:
        function, arguments, keywords = _job(job)
        value = function(*arguments, **keywords)
        return pickle.dumps(("value", value), pickle.HIGHEST_PROTOCOL)
    except ShelflistError as error:
        return pickle.dumps(("error", type(error), error.args, vars(error)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps(("memory",))


def _job(job: bytes) -> Any:
    """The time limit stands outside the pickle: reading the job counts too."""
    (seconds,) = struct.unpack_from(">d", job)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    return pickle.loads(memoryview(job)[8:])


def _crash_into(answers: IO[bytes]) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        said = "".join(traceback.format_exception(kind, error, trace))
        write_frame(answers, pickle.dumps(("memory",) if issubclass(kind, MemoryError) else ("crash", said)))

    return tell


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame, None at the end of `stream` or when it breaks off."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None


def write_frame(stream: IO[bytes], body: bytes) -> None:
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2:])
