"""Asking after a linked document: is it there, how large, of which type, since when. It is not fetched.

HEAD where that tells all. Many servers answer it wrongly, so that whatever would speak against a document, and an
answer without a length, is asked again with GET for the first byte. Robots rules, pauses, and the guard against
addresses of this side of the internet are those of every request (`Asker`); hosts are those of the source's `[links]`.
Where an attachment page answers, its file is asked after: that is the document.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import httpx

from shelflist.fetch.addresses import LinkScope
from shelflist.fetch.asker import Asker, redirect_target
from shelflist.fetch.attachments import ASKED, Attachments
from shelflist.fetch.client import Client
from shelflist.fetch.ports import Clock, FileReaders, NoAnswer
from shelflist.fetch.unrecorded import Unrecorded
from shelflist.models.checked import LinkChecked
from shelflist.models.web import FailureKind, RawAnswer
from shelflist.sources.model import Source

MAX_DETAIL = 500
_PERMANENT = (301, 308)
_WHOLE = {"Accept-Encoding": "identity"}
_FIRST_BYTE = {**_WHOLE, "Range": "bytes=0-0"}
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}")
_TOTAL = re.compile(r"bytes (?:\d+-\d+|\*)/(\d{1,18})")
_OVERLOADED = (429, 503)
_RANGE_NOT_SATISFIABLE = 416  # of a document without a first byte
_SOME_FILE = "application/octet-stream"

Method = Literal["HEAD", "GET"]


@dataclass(frozen=True, slots=True)
class Document:
    """`promised`: the media type that the ending of the address stands for, unless that is a page.

    `is_attachment`: it is linked as an attachment, so that its page may stand before the file.
    """

    url: str
    promised: str | None = None
    is_attachment: bool = False


class DocumentAsker:
    """Asks for one source during one check."""

    def __init__(self, source: Source, client: Client, readers: FileReaders, clock: Clock, check_id: str) -> None:
        """One further attempt is enough: the next check comes."""
        limits = {"max_requests": source.links.max_requests, "retries": min(source.politeness.retries, 1)}
        rules = source.model_copy(update={"politeness": source.politeness.model_copy(update=limits)})
        self._asker = Asker(rules, client, Unrecorded(check_id), clock, check_id, LinkScope(source))
        self._attachments = Attachments(self._asker, readers)
        self._max_requests = source.links.max_requests
        self._max_redirects, self._clock, self._check_id = source.politeness.max_redirects, clock, check_id

    @property
    def requests(self) -> int:
        return self._asker.politeness.requests

    @property
    def received_bytes(self) -> int:
        return self._asker.politeness.received_bytes

    @property
    def waited_seconds(self) -> float:
        return self._asker.politeness.waited_seconds

    @property
    def is_spent(self) -> bool:
        """No request of the check's budget is left."""
        return self._asker.politeness.requests >= self._max_requests

    def check(self, document: Document) -> LinkChecked:
        """What the document answers now, or why nothing is learnt of it."""
        asked = document
        try:
            method, answer, moved_to = self._ask(document)
            if (file := self._file_behind(document, answer)) is not None:
                asked = file
                method, answer, _ = self._ask(file)
        except NoAnswer as error:
            return self._told(document, asked, failure=error.kind.value, detail=error.detail[:MAX_DETAIL])
        headers = httpx.Headers(answer.headers)
        return self._told(
            document,
            asked,
            method=method,
            http_status=answer.status,
            media_type=_media_type(headers),
            size=_size(answer.status, headers),
            last_modified=_short(headers.get("last-modified")),
            final_url=answer.final_url if answer.final_url != asked.url else None,
            moved_to=moved_to,
        )

    def _file_behind(self, document: Document, answer: RawAnswer) -> Document | None:
        """What an attachment page stands for; None where another answered. No file is a page."""
        if answer.status != 200 or document.promised is not None or not _is_page(answer):
            return None
        file = self._attachments.file_of(answer, linked_as_attachment=document.is_attachment)
        return Document(file.url, _plain_type(file.media_type) or _SOME_FILE) if file else None

    def _ask(self, document: Document) -> tuple[Method, RawAnswer, str | None]:
        answer, moved_to = self._walk("HEAD", document.url, _WHOLE)
        if answer.status in _OVERLOADED or _tells_all(answer, document):
            return "HEAD", answer, moved_to
        return "GET", *self._walk("GET", document.url, _FIRST_BYTE)

    def _walk(self, method: Method, url: str, headers: Mapping[str, str]) -> tuple[RawAnswer, str | None]:
        """The last answer along the redirects, and where the permanent ones led. Raises NoAnswer."""
        here, passed = url, set[str]()
        moved_to, is_permanent = None, True
        while True:
            answer = self._asker.peek(ASKED, method, here, headers)
            if (target := redirect_target(answer)) is None:
                return answer, moved_to
            passed.add(here)
            if target in passed or len(passed) > self._max_redirects:
                raise NoAnswer(FailureKind.REDIRECT, f"a circle or too many redirects, the next to {target}")
            is_permanent &= answer.status in _PERMANENT
            here, moved_to = target, target if is_permanent else moved_to

    def _told(self, document: Document, asked: Document, **found: object) -> LinkChecked:
        return LinkChecked(
            check_id=self._check_id,
            url=document.url,
            checked_at=self._clock.now(),
            promised=asked.promised,
            document_url=asked.url if asked is not document else None,
            **found,  # type: ignore[arg-type]
        )


def is_markup(media_type: str | None) -> bool:
    return media_type in ("text/html", "application/xhtml+xml")


def _is_page(answer: RawAnswer) -> bool:
    return is_markup(_media_type(httpx.Headers(answer.headers)))


def _tells_all(answer: RawAnswer, document: Document) -> bool:
    headers = httpx.Headers(answer.headers)
    if not 200 <= answer.status <= 299:
        return False
    if is_markup(_media_type(headers)):
        return document.promised is None  # the length of a page says nothing
    return bool(_size(answer.status, headers))


def _media_type(headers: httpx.Headers) -> str | None:
    return _plain_type(headers.get("content-type"))


def _plain_type(written: str | None) -> str | None:
    """Without parameters; None where it is no media type."""
    found = (written or "").partition(";")[0].strip().lower()
    return found if _MEDIA_TYPE.fullmatch(found) else None


def _size(status: int, headers: httpx.Headers) -> int | None:
    """Of the whole document; None where the answer does not say, or speaks of a compressed one."""
    if status in (206, _RANGE_NOT_SATISFIABLE):
        total = _TOTAL.fullmatch(headers.get("content-range", "").strip())
        return int(total[1]) if total else None
    announced = headers.get("content-length", "").strip()
    is_length = status == 200 and announced.isascii() and announced.isdigit() and len(announced) <= 18
    return int(announced) if is_length and "content-encoding" not in headers else None


def _short(value: str | None) -> str | None:
    return value if value and len(value) <= 100 and value.isprintable() else None
