"""Reading captures in the worker; each page read is kept in a file until it is folded.

Reading is idempotent, so that batches can be retried and a killed run can go on. Lines are parsed when the parts of a
page are together.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from shelflist.archive.store import CaptureStore
from shelflist.errors import ReadError
from shelflist.extract.blocks import MAX_LINES
from shelflist.extract.feeds import read_feed
from shelflist.extract.guard import check_bytes
from shelflist.extract.lists import read_rest_list, read_sitemap, read_terms
from shelflist.extract.parts import join_parts
from shelflist.extract.stored import from_json, look_around_to_json, look_to_json, read_page_answer, to_json
from shelflist.extract.worker import Worker
from shelflist.models.observe import PageReading
from shelflist.models.page import Listing, Page, Term
from shelflist.models.signs import Look
from shelflist.models.web import Capture
from shelflist.parse.corrections import Corrections
from shelflist.parse.page import read_page
from shelflist.pipeline.place import Workplace
from shelflist.sources import Source

_FEW_CHARACTERS = 100_000
"""Read in a second; a line is never more than so much work, however it is written."""
_CONTENT = (200, 304)


class Reader:
    """Reads captures of one source; untrusted bytes only ever in the worker."""

    def __init__(self, source: Source, store: CaptureStore, worker: Worker) -> None:
        self.source, self.store, self.worker = source, store, worker

    @cached_property
    def corrections(self) -> Corrections:
        return Corrections.of(self.source.corrections)

    def lines(self, page: Page, captured_at: datetime) -> PageReading:
        """Read the lines of a page, all its parts joined, by the rules for pages of that time. Raises ReadError.

        Many lines are read in the worker, under its limits; to hand over few would cost more than to read them.
        """
        lookups = self.source.at(captured_at).lookups
        if len(page.blocks) > MAX_LINES:
            raise ReadError(f"the page has {len(page.blocks)} lines in all its parts, expected at most {MAX_LINES}")
        if sum(len(block.text) for block in page.blocks) <= _FEW_CHARACTERS:
            return read_page(page, lookups, self.corrections)
        return self.worker.run(read_page, page, lookups, self.corrections)

    def whole(self, captures: Sequence[Capture]) -> PageReading:
        """A page of all its parts, with its lines read. Raises ReadError."""
        return self.lines(join_parts([self.page(capture) for capture in captures]), captures[0].captured_at)

    def page(self, capture: Capture) -> Page:
        """Extract one page or part, by the rules for its time. Raises ReadError."""
        payload, headers = self.store.payload(capture), self._headers(capture)
        return extract_page(self.worker, payload, headers, capture.final_url, self.source.at(capture.captured_at))

    def look(self, capture: Capture) -> bytes:
        """What one answer is, a page or part, or the signs of what it is instead; as `shelflist.extract.stored` has it.

        Raises ReadError.
        """
        check_bytes(capture.payload_bytes)
        payload, headers, url = self.store.payload(capture), self._headers(capture), capture.final_url
        if capture.http_status not in _CONTENT:
            return self.worker.run(look_around_to_json, payload, headers, url)
        is_json = "json" in headers.get("content-type", "")
        is_rest = capture.asked.door == "wordpress" or (is_json and capture.asked.door == "import")
        rules = self.source.at(capture.captured_at)
        return self.worker.run(look_to_json, payload, headers, url, rules, is_rest=is_rest)

    def listing(self, capture: Capture, post_type: str) -> Listing:
        """The pages that a list names. Raises ReadError."""
        payload, headers = self.store.payload(capture), self._headers(capture)
        if capture.asked.door == "wordpress":
            return self.worker.run(read_rest_list, payload, headers, capture.final_url, post_type)
        if capture.asked.door == "feed":
            return self.worker.run(read_feed, payload, headers, capture.final_url)
        return self.worker.run(read_sitemap, payload, capture.final_url)

    def terms(self, capture: Capture) -> tuple[Term, ...]:
        """Categories or tags. Raises ReadError."""
        return self.worker.run(read_terms, self.store.payload(capture))

    def _headers(self, capture: Capture) -> dict[str, str]:
        return dict(self.store.headers(capture))


def extract_page(worker: Worker, payload: bytes, headers: Mapping[str, str], url: str, source: Source) -> Page:
    """In the worker. Raises ReadError."""
    return worker.run(read_page_answer, payload, headers, url, source)


def page_file(place: Workplace, capture_id: str) -> Path:
    return place.readings / f"{capture_id}.json"


def store_page(place: Workplace, reader: Reader, capture: Capture) -> None:
    """Read one capture and keep what came of it."""
    try:
        written = reader.look(capture)
    except ReadError as error:
        written = to_json(Look(error=str(error)))
    file = page_file(place, capture.capture_id)
    temporary = file.with_suffix(".tmp")
    temporary.write_bytes(written)
    temporary.replace(file)


def stored_page(place: Workplace, capture_id: str) -> Look:
    """As kept by `store_page`."""
    return from_json(page_file(place, capture_id).read_bytes())
