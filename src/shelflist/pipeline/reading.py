"""Reading captures in the worker. Lines are parsed when the parts of a page are together."""

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Protocol

from shelflist.errors import ReadError
from shelflist.extract.blocks import MAX_LINES
from shelflist.extract.feeds import read_feed
from shelflist.extract.guard import check_bytes
from shelflist.extract.lists import read_rest_list, read_sitemap, read_terms
from shelflist.extract.parts import join_parts
from shelflist.extract.stored import look_around_packed, look_packed, read_page_answer
from shelflist.extract.worker import Begun, Worker
from shelflist.models.observe import PageReading
from shelflist.models.page import Listing, Page, Term
from shelflist.models.web import Capture
from shelflist.parse.corrections import NONE, Corrections
from shelflist.parse.page import read_page
from shelflist.settings import EXTRACTOR_VERSION
from shelflist.sources import Source

_FEW_CHARACTERS = 100_000
"""Read in a second; a line is never more than so much work, however it is written."""
_CONTENT = (200, 304)


class Answers(Protocol):
    """Where captures are read back: `shelflist.archive.store.CaptureStore`, or the recorder of the run under way."""

    def payload(self, capture: Capture) -> bytes: ...

    def answer(self, capture: Capture) -> tuple[bytes, Mapping[str, str]]: ...


class Reader:
    """Reads captures of one source; untrusted bytes only ever in the worker."""

    def __init__(self, source: Source, store: Answers, worker: Worker) -> None:
        self.source, self.store, self.worker = source, store, worker
        self._rules: dict[tuple[object, ...], tuple[str, bytes]] = {}

    @cached_property
    def corrections(self) -> Corrections:
        return Corrections.of(self.source.corrections)

    def lines(self, page: Page, captured_at: datetime) -> PageReading:
        """Read the lines of a page, all its parts joined, by the rules for pages of that time. Raises ReadError.

        Many lines are read in the worker, under its limits; to hand over few would cost more than to read them.
        """
        rules = self.source.at(captured_at)
        if len(page.blocks) > MAX_LINES:
            raise ReadError(f"the page has {len(page.blocks)} lines in all its parts, expected at most {MAX_LINES}")
        if sum(len(block.text) for block in page.blocks) <= _FEW_CHARACTERS:
            return read_by(rules, page, self.corrections)
        return self.worker.run(read_page, page, rules.lookups, self.corrections, rules.manner.of(page.url))

    def whole(self, captures: Sequence[Capture]) -> PageReading:
        """A page of all its parts, with its lines read. Raises ReadError."""
        return self.lines(join_parts([self.page(capture) for capture in captures]), captures[0].captured_at)

    def page(self, capture: Capture) -> Page:
        """Extract one page or part, by the rules for its time. Raises ReadError."""
        payload, headers = self._answer(capture)
        return extract_page(self.worker, payload, headers, capture.final_url, self.source.at(capture.captured_at))

    def look(self, capture: Capture) -> Begun[bytes]:
        """What one answer is, a page or part, or the signs of what it is instead: the worker begins to look.

        The form is that of `shelflist.extract.stored`. Raises ReadError, here or when the result is asked for.
        """
        check_bytes(capture.payload_bytes)
        (payload, headers), url = self._answer(capture), capture.final_url
        if capture.http_status not in _CONTENT:
            return self.worker.begin(look_around_packed, payload, headers, url)
        _, rules = self._rules_at(capture.captured_at)
        return self.worker.begin(look_packed, payload, headers, url, rules, is_rest=_is_rest(capture))

    def circumstances(self, capture: Capture) -> str:
        """A digest of what `look` depends on besides the payload: 32 hexadecimal digits.

        An error by its status is like no other answer: much of what tells walls is in its header.
        """
        rules, _ = self._rules_at(capture.captured_at)
        told = [EXTRACTOR_VERSION, rules, capture.final_url, str(_is_rest(capture))]
        told += [capture.content_type or "", capture.robots_tag or ""]
        told += [] if capture.http_status in _CONTENT else [capture.capture_id]
        return hashlib.sha256("\0".join(told).encode()).hexdigest()[:32]

    def _rules_at(self, when: datetime) -> tuple[str, bytes]:
        """A digest of the rules for captures of that time, and the rules, pickled."""
        past = self.source.past_at(when)
        which = tuple((table, one.valid_until) for table, one in past.items())
        if which not in self._rules:
            rules = self.source.at(when)
            digest = hashlib.sha256(rules.model_dump_json().encode()).hexdigest()
            self._rules[which] = digest, pickle.dumps(rules, pickle.HIGHEST_PROTOCOL)
        return self._rules[which]

    def listing(self, capture: Capture, post_type: str) -> Listing:
        """The pages that a list names. Raises ReadError."""
        payload, headers = self._answer(capture)
        if capture.asked.door == "wordpress":
            return self.worker.run(read_rest_list, payload, headers, capture.final_url, post_type)
        if capture.asked.door == "feed":
            return self.worker.run(read_feed, payload, headers, capture.final_url)
        return self.worker.run(read_sitemap, payload, capture.final_url)

    def terms(self, capture: Capture) -> tuple[Term, ...]:
        """Categories or tags. Raises ReadError."""
        return self.worker.run(read_terms, self.store.payload(capture))

    def _answer(self, capture: Capture) -> tuple[bytes, dict[str, str]]:
        payload, headers = self.store.answer(capture)
        return payload, dict(headers)


def read_by(rules: Source, page: Page, corrections: Corrections = NONE) -> PageReading:
    """The lines of a page, by what the source file says of it; `rules` are those for the page's time."""
    return read_page(page, rules.lookups, corrections, rules.manner.of(page.url))


def extract_page(worker: Worker, payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Page:
    """In the worker. Raises ReadError."""
    return worker.run(read_page_answer, payload, headers, url, source)


def _is_rest(capture: Capture) -> bool:
    """JSON was asked for, or an import brought some."""
    is_json = "json" in (capture.content_type or "")
    return capture.asked.door == "wordpress" or (is_json and capture.asked.door == "import")
