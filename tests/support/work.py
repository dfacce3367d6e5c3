"""How much work something is, told so that a busy machine changes nothing.

Calls are counted and are the same on every machine; but what a regular expression does within one call is not seen by
counting, nor is what C code does. For these a look at the processor's clock stays: it counts this thread alone, leaves
out the collection of garbage (whose length goes by all that the test process holds, not by the job), takes the best of
three tries and allows twenty times what was measured. Who backtracks without end is a thousand times over it.
"""

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable
from types import FrameType


def calls(job: Callable[[], object]) -> int:
    """How many functions, of Python's and of C's, the job calls in this thread."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        job()
    finally:
        sys.setprofile(before)
    return count


def peak_memory(job: Callable[[], object]) -> int:
    """The most bytes that the job has at once beyond what was there before."""
    tracemalloc.start()
    try:
        job()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def is_done_within(seconds: float, job: Callable[[], object]) -> bool:
    """Whether one of three tries stays below so many seconds of the processor; the first that does is enough."""
    return any(_seconds(job) < seconds for _ in range(3))


def _seconds(job: Callable[[], object]) -> float:
    was_on = gc.isenabled()
    gc.disable()
    try:
        begun = time.thread_time()
        job()
        return time.thread_time() - begun
    finally:
        if was_on:
            gc.enable()
