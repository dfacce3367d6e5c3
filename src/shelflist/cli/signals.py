"""Ctrl-C, and a terminal that is closed (SIGHUP): one line and the exit code of a shell, whenever they come.

While the program is still being loaded there is nothing to end in order, and it leaves at once. From then on both
are a KeyboardInterrupt, so that whatever is under way ends as after Ctrl-C.
"""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType

_arrived: list[int] = []
_TOLD = {signal.SIGINT: "interrupted", signal.SIGHUP: "the terminal was closed"}


def leave_at_once() -> None:
    """From now on, until `leave_in_order`."""
    for number in _heeded():
        signal.signal(number, _leave)


def leave_in_order() -> None:
    """From now on: whoever can, catches KeyboardInterrupt."""
    for number in _heeded():
        signal.signal(number, _interrupt)


def leave_in_peace() -> None:
    """From now on nothing can hold up the end."""
    for number in _heeded():
        signal.signal(number, signal.SIG_IGN)


def exit_code() -> int:
    """As a shell reports the signal that came last."""
    return 128 + (_arrived[-1] if _arrived else signal.SIGINT)


def in_words() -> str:
    return _TOLD[signal.Signals(exit_code() - 128)]


def _heeded() -> list[signal.Signals]:
    """Not those that whoever started us wants ignored: `nohup`, a job in the background of a script."""
    return [number for number in _TOLD if signal.getsignal(number) is not signal.SIG_IGN]


def _interrupt(number: int, frame: FrameType | None) -> None:
    _arrived.append(number)
    raise KeyboardInterrupt


def _leave(number: int, frame: FrameType | None) -> None:
    with suppress(OSError, ValueError, AttributeError):  # standard error may be closed
        sys.stderr.write(f"shelflist: {_TOLD[signal.Signals(number)]}\n")
        sys.stderr.flush()
    os._exit(128 + number)
