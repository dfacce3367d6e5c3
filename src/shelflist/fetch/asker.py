"""One question to the web, from the rules to the record.

Every way to the network leads through `Asker.ask`: scope, robots.txt, politeness, retries and redirects are dealt
with here, and every answer, redirect or failure goes to the recording.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from urllib.parse import urlsplit

import httpx

from shelflist.fetch.addresses import LinkScope, Scope, absolute, origin
from shelflist.fetch.client import Client
from shelflist.fetch.politeness import Politeness
from shelflist.fetch.ports import NO_ROBOTS, Clock, HeldRobots, NoAnswer, Recording
from shelflist.fetch.retry import Retrier
from shelflist.fetch.robots import MAX_PARSED, MAX_REDIRECTS, ROBOTS_HOLD_FOR, Robots, read_robots
from shelflist.models.web import Asked, Capture, Failure, FailureKind, Purpose, RawAnswer
from shelflist.sources.model import Source

DOWN_AFTER = 3
"""So many requests in a row that a host does not answer, each after its retries, and it is left alone."""

_REDIRECTS = (301, 302, 303, 307, 308)
_SILENCE = (FailureKind.CONNECT, FailureKind.TLS, FailureKind.TIMEOUT)


@dataclass(frozen=True, slots=True)
class Reply:
    """The last answer to one question, and its record. `payload` is the baseline's when nothing was modified."""

    capture: Capture
    answer: RawAnswer
    payload: bytes
    headers: Mapping[str, str]  # without regard to case
    is_modified: bool = True

    @property
    def status(self) -> int:
        return self.answer.status

    @property
    def url(self) -> str:
        """Where the answer came from, after redirects."""
        return self.answer.final_url

    @property
    def has_content(self) -> bool:
        return self.answer.status == 200 or not self.is_modified


class Asker:
    """Asks for one source during one run."""

    def __init__(
        self,
        source: Source,
        client: Client,
        recording: Recording,
        clock: Clock,
        run_id: str,
        scope: Scope | LinkScope | None = None,
        robots: Mapping[str, HeldRobots] = NO_ROBOTS,
    ) -> None:
        """`scope`: what may be asked, if not the source's pages. `robots`: answers of earlier runs, by origin."""
        self.politeness = Politeness(source.politeness, clock)
        self._source, self._scope = source, scope or Scope(source)
        self._client, self._recording, self._clock, self._run_id = client, recording, clock, run_id
        self._retrier = Retrier(source.politeness, self.politeness.wait, clock.now)
        self._robots: dict[str, Robots] = {}
        self._held_robots = robots
        self._silent: dict[str, int] = {}  # scheme and origin -> requests in a row without an answer
        # origin, or scheme and origin -> why it is left alone for the rest of the run
        self._closed: dict[str, str] = {}
        self.last_failure: FailureKind | None = None  # of the last question that had no answer

    def ask(self, asked: Asked, url: str, *, baseline: Capture | None = None, follow: bool = True) -> Reply | None:
        """Ask and record; None when there is no answer, which is then recorded as a Failure.

        `baseline` is the capture that an unmodified answer would repeat. A redirect that is not followed is a reply.
        """
        try:
            return self._walk(asked, url, baseline, self._source.politeness.max_redirects if follow else None)
        except NoAnswer as error:
            self.last_failure = error.kind
            self.fail(asked, url, error.kind, error.detail)
            return None

    def found(self, asked: Asked, url: str) -> Reply | None:
        """Ask and record; None also where what was answered is not what is there."""
        reply = self.ask(asked, url)
        return reply if reply is not None and reply.status == 200 else None

    def peek(self, asked: Asked, method: str, url: str, headers: Mapping[str, str]) -> RawAnswer:
        """The head of one answer, by the same rules, but unrecorded and redirects not followed. Raises NoAnswer."""
        self._must_be_allowed(asked, url)
        return self._exchange(url, url, lambda: self._client.peek(method, url, headers))

    def fail(self, asked: Asked, url: str, kind: FailureKind, detail: str) -> None:
        """Record that a question has no answer, or was not even asked."""
        self._recording.fail(
            Failure(run_id=self._run_id, asked=asked, url=url, failed_at=self._clock.now(), kind=kind, detail=detail)
        )

    def robots(self, url: str) -> Robots:
        """The rules of the host of `url`, asked for once a day. Raises NoAnswer (SKIPPED) when the budget is spent."""
        host, way = origin(url), _way(url)
        if (known := self._robots.get(host) or self._robots.get(way)) is not None:
            return known
        found = self._remembered(host) or self._load_robots(absolute(url, "/robots.txt"))
        self._robots[way if found.status == "unreachable" else host] = found
        self.politeness.slow_down(host, found.crawl_delay)
        return found

    def _remembered(self, host: str) -> Robots | None:
        """The rules as they stood less than a day ago. That a host was ill then says nothing of now."""
        held = self._held_robots.get(host)
        if held is None or not timedelta() <= self._clock.now() - held.captured_at < ROBOTS_HOLD_FOR:
            return None
        found = read_robots(held.status, held.payload)
        return None if found.status == "unreachable" else found

    def _load_robots(self, url: str) -> Robots:
        asked = Asked(purpose=Purpose.ROBOTS, door="host")
        try:
            reply = self._walk(asked, url, None, MAX_REDIRECTS)
            found = read_robots(reply.status, reply.answer.payload)
        except NoAnswer as error:
            if error.kind is FailureKind.SKIPPED:
                raise
            if error.kind in (FailureKind.REDIRECT, FailureKind.OUT_OF_SCOPE):
                return Robots("none")
            found = Robots("unreachable", detail=f"robots.txt: {error.detail} ({error.kind})")
        if found.status == "unreachable":
            self.fail(asked, url, FailureKind.ROBOTS_UNREACHABLE, found.detail)
        return found

    def _walk(self, asked: Asked, url: str, baseline: Capture | None, redirects: int | None) -> Reply:
        """Along the redirects, `redirects` of them at most; None: the first answer is the last."""
        here, passed = url.partition("#")[0], set[str]()
        while True:
            self._must_be_allowed(asked, here)
            conditions = validators(baseline) if baseline and baseline.final_url == here else {}
            enough = MAX_PARSED if asked.purpose is Purpose.ROBOTS else None
            answer = self._exchange(url, here, partial(self._client.get, here, conditions, enough=enough))
            reply = self._record(asked, answer, baseline if conditions else None)
            target = redirect_target(reply.answer)
            if target is None or redirects is None:
                return reply
            passed.add(here)
            if target in passed:
                raise NoAnswer(FailureKind.REDIRECT, f"redirected in a circle, to {target}")
            if len(passed) > redirects:
                raise NoAnswer(FailureKind.REDIRECT, f"more than {redirects} redirects, the next to {target}")
            here = target

    def _must_be_allowed(self, asked: Asked, url: str) -> None:
        if objection := self._scope.objection(url):
            raise NoAnswer(*objection)
        if asked.purpose is not Purpose.ROBOTS:
            robots = self.robots(url)
            if robots.status == "unreachable":
                raise NoAnswer(FailureKind.ROBOTS_UNREACHABLE, robots.detail)
            if not robots.allows(url):
                raise NoAnswer(FailureKind.ROBOTS_DENIED, f"robots.txt of {origin(url)} forbids it")
        if why := self._closed.get(origin(url)) or self._closed.get(_way(url)):
            raise NoAnswer(FailureKind.SKIPPED, why)

    def _exchange(self, asked_url: str, url: str, send: Callable[[], RawAnswer]) -> RawAnswer:
        try:
            answer = self._retrier.run(lambda: self._once(url, send))
        except NoAnswer as error:
            self._mind(url, error)
            raise
        self._silent.pop(_way(url), None)
        return replace(answer, url=asked_url)

    def _once(self, url: str, send: Callable[[], RawAnswer]) -> RawAnswer:
        host, status = origin(url), None
        self.politeness.before(host)
        try:
            answer = send()
            status = answer.status
            return answer
        finally:
            self.politeness.after(host, self._client.received, status)

    def _mind(self, url: str, error: NoAnswer) -> None:
        """Remember hosts that do not answer, or ask to be left alone for longer than we can wait."""
        host, way = origin(url), _way(url)
        if error.kind is FailureKind.RETRY_LATER:
            self._closed[host] = f"{host} asked to be left alone: {error.detail}"
        if error.kind in _SILENCE:
            self._silent[way] = self._silent.get(way, 0) + 1
            if self._silent[way] >= DOWN_AFTER:
                self._closed[way] = f"{way} left {DOWN_AFTER} requests in a row without an answer: {error.detail}"

    def _record(self, asked: Asked, answer: RawAnswer, baseline: Capture | None) -> Reply:
        """Keep the answer; `baseline` is given only if its validators were sent."""
        now, headers = self._clock.now(), httpx.Headers(answer.headers)
        if answer.status != 304 or baseline is None:
            return Reply(self._recording.record(asked, answer, now), answer, answer.payload, headers)
        capture = self._recording.record_not_modified(asked, answer, baseline, now)
        headers.setdefault("content-type", baseline.content_type or "")
        return Reply(capture, answer, self._recording.payload(baseline), headers, is_modified=False)


def _way(url: str) -> str:
    """A host that is silent over TLS may well answer without, and the other way round."""
    return f"{urlsplit(url).scheme}://{origin(url)}"


def validators(baseline: Capture) -> dict[str, str]:
    """Conditions for an answer to be worth sending. The date goes alone where there is one.

    A server must ignore the date when an entity tag comes with it (RFC 9110, 13.1.3), and behind gzip the tags of
    nginx and Apache never match the ones they were sent out with.
    """
    conditions = (("If-Modified-Since", baseline.last_modified), ("If-None-Match", baseline.etag))
    for name, value in conditions:
        if value and value.isascii() and value.isprintable():  # others cannot be sent back
            return {name: value}
    return {}


def redirect_target(answer: RawAnswer) -> str | None:
    """Where the answer leads; None if it is no redirect or does not say."""
    if answer.status not in _REDIRECTS:
        return None
    location = str(httpx.Headers(answer.headers).get("location", ""))
    return absolute(answer.final_url, location) if location else None
