"""The clock by which the client ends what takes too long. Slow servers put it forward instead of taking their time:
so the limits can be wide enough for good pages on the busiest machine, and slow ones are still ended at once.
"""

import time


class Clock:
    """Stands for the module `time` where the client looks at it."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self._ahead

    def put_forward(self, seconds: float) -> None:
        self._ahead += seconds


CLOCK = Clock()
