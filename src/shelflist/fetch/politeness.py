"""The pause between two requests to one host, the budget of the run, and what the run has cost so far.

The pause is what the source file or robots.txt asks for, and longer while the host is slow or says that it is too much:
never shorter than the host's last answer took, doubled after each 429 or 503, halved again after each good answer.
A source whose `delay_seconds` is 0 is one's own machine, and is not spared.
"""

import time

from shelflist.fetch.ports import Clock, NoAnswer
from shelflist.models.web import FailureKind
from shelflist.sources.model import Politeness as PolitenessRules

_TOO_MUCH = (429, 503)


class Politeness:
    """Keeps the intervals and the accounts of one visit."""

    def __init__(self, rules: PolitenessRules, clock: Clock) -> None:
        self.requests = 0
        self.received_bytes = 0
        self.waited_seconds = 0.0
        self.slowest_delay = 0.0
        self.max_requests = rules.max_requests
        self._rules, self._clock = rules, clock
        self._delays: dict[str, float] = {}
        self._slower: dict[str, float] = {}  # origin -> how many times as long for now
        self._took: dict[str, float] = {}  # origin -> seconds of the last exchange
        self._last: dict[str, float] = {}  # origin -> end of the last exchange, monotonic
        self._began = 0.0

    def slow_down(self, origin: str, crawl_delay: float) -> None:
        """Honour a Crawl-delay of robots.txt, up to the source's limit; it never makes the pause shorter."""
        wanted = min(crawl_delay, self._rules.max_crawl_delay_seconds)
        self._delays[origin] = max(wanted, self._rules.delay_seconds)

    def delay(self, origin: str) -> float:
        """Seconds between the last answer of a host and the next request to it."""
        asked_for = self._delays.get(origin, self._rules.delay_seconds)
        if not self._rules.delay_seconds:
            return asked_for
        wanted = max(asked_for, self._took.get(origin, 0.0)) * self._slower.get(origin, 1.0)
        return max(asked_for, min(wanted, self._rules.max_crawl_delay_seconds))

    def before(self, origin: str) -> None:
        """Wait until the host may be asked again. Raises NoAnswer (SKIPPED) when the run's budget is used up."""
        if self.requests >= self.max_requests:
            raise NoAnswer(FailureKind.SKIPPED, f"the run's {self.max_requests} requests are used up")
        if self.received_bytes >= self._rules.max_run_bytes:
            raise NoAnswer(FailureKind.SKIPPED, f"the run's {self._rules.max_run_bytes} bytes are used up")
        self.requests += 1
        if origin in self._last:
            delay = self.delay(origin)
            self.slowest_delay = max(self.slowest_delay, delay)
            self.wait(self._last[origin] + delay - time.monotonic())
        self._began = time.monotonic()

    def after(self, origin: str, received_bytes: int, status: int | None) -> None:
        """An exchange is over; `status` is None where there was no answer."""
        self.received_bytes += received_bytes
        self._last[origin] = time.monotonic()
        self._took[origin] = self._last[origin] - self._began
        slower = self._slower.get(origin, 1.0)
        if status in _TOO_MUCH:
            self._slower[origin] = min(slower * 2, self._rules.max_crawl_delay_seconds)
        elif status is not None:
            self._slower[origin] = max(slower / 2, 1.0)

    def wait(self, seconds: float) -> None:
        """Wait, and count it."""
        if seconds > 0:
            self.waited_seconds += self._clock.sleep(seconds)
