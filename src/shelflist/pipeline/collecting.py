"""The garbage collector, held back while a source is worked on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (100_000, 50, 100)
"""Objects made before the youngest are looked through, and how often that happens before older ones are."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """A state is a million small objects and no cycle among them; by default they are looked through again and again,
    which is half of the time that reading or folding it takes. Garbage in cycles, which is rare here, waits longer."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
