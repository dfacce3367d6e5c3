"""Letting a short piece of work finish although a person pressed Ctrl-C, or closed the terminal."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_HELD = (signal.SIGINT, signal.SIGHUP)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back both signals until the block is left, then deliver the first that came.

    Between writing a record and counting it, an interrupt would leave the two apart. Python only ever delivers
    signals to the main thread, so nothing needs to be done in another.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = {number: held for number in _HELD if callable(held := signal.getsignal(number))}
    arrived: list[tuple[int, FrameType | None]] = []
    for number in previous:
        signal.signal(number, lambda number, frame: arrived.append((number, frame)))
    try:
        yield
    finally:
        for held_back, handler in previous.items():
            signal.signal(held_back, handler)
        for came, frame in arrived[:1]:
            previous[signal.Signals(came)](came, frame)
