"""The pause between two requests to one host, the budget of the run, and what the run has cost so far."""

import time

from shelflist.fetch.ports import Clock, NoAnswer
from shelflist.models.web import FailureKind
from shelflist.sources.model import Politeness as PolitenessRules


class Politeness:
    """Keeps the intervals and the accounts of one visit."""

    def __init__(self, rules: PolitenessRules, clock: Clock) -> None:
        self.requests = 0
        self.received_bytes = 0
        self.waited_seconds = 0.0
        self.max_requests = rules.max_requests
        self._rules, self._clock = rules, clock
        self._delays: dict[str, float] = {}
        self._last: dict[str, float] = {}  # origin -> end of the last exchange, monotonic

    def slow_down(self, origin: str, crawl_delay: float) -> None:
        """Honour a Crawl-delay of robots.txt, up to the source's limit; it never makes the pause shorter."""
        wanted = min(crawl_delay, self._rules.max_crawl_delay_seconds)
        self._delays[origin] = max(wanted, self._rules.delay_seconds)

    def before(self, origin: str) -> None:
        """Wait until the host may be asked again. Raises NoAnswer (SKIPPED) when the run's requests are used up."""
        if self.requests >= self.max_requests:
            raise NoAnswer(FailureKind.SKIPPED, f"the run's {self.max_requests} requests are used up")
        self.requests += 1
        if origin in self._last:
            delay = self._delays.get(origin, self._rules.delay_seconds)
            self.wait(self._last[origin] + delay - time.monotonic())

    def after(self, origin: str, received_bytes: int) -> None:
        self.received_bytes += received_bytes
        self._last[origin] = time.monotonic()

    def wait(self, seconds: float) -> None:
        """Wait, and count it."""
        if seconds > 0:
            self.waited_seconds += self._clock.sleep(seconds)
