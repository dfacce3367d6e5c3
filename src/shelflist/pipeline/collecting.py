"""The garbage collector, held back while a source is worked on, whoever began it: the flows, or a notebook."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from shelflist.settings import COLLECT_AFTER


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """By default all objects of a state are looked through again and again while it is read or folded, which is half of
    the time that takes."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECT_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
