"""Taking older captures out of WARC files into the ledger, as one run without a list (`door` is "import").

Only pages in the source's scope are taken: HTML, or WordPress's REST answer for one post, with status 200. Bodies wait
in a passing folder, each once, so that files of any size and in any order fit into memory. Nothing is fetched.
"""

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from shelflist.archive.decode import decode_body
from shelflist.archive.import_warc import Found, Passed, Referring, read_warc
from shelflist.archive.message import join_fields
from shelflist.archive.recorder import Recorder
from shelflist.archive.records import sha256_label
from shelflist.archive.scrub import scrubber
from shelflist.errors import UsageError
from shelflist.fetch.addresses import Scope
from shelflist.fetch.ports import Progress
from shelflist.models.web import IMPORT_DOOR, Asked, Purpose, RawAnswer, RunEnded
from shelflist.pipeline.beginning import begin_run
from shelflist.pipeline.folding import current_state, fold_pending
from shelflist.pipeline.history import History, read_history
from shelflist.pipeline.outcome import Outcome
from shelflist.pipeline.place import Workplace, workplace
from shelflist.sources import LoadedSource

MAX_CAPTURES = 100_000
MAX_STORED = 20_000_000_000
"""Captures and bytes of one import; what is more is better imported in several."""

_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
_POST = re.compile(r"/wp/v2/[a-z0-9_-]+/(\d{1,18})")
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to. `passed` counts what was not taken, by reason; `details` name places."""

    outcome: Outcome
    taken: int = 0
    known: int = 0
    passed: dict[str, int] = field(default_factory=dict)
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A capture to be recorded; `body` names the file its answer waits in."""

    captured_at: datetime
    url: str
    body: str
    payload_digest: str


@dataclass(slots=True)
class _Waiting:
    """Answers in a passing folder, and revisits that wait for theirs."""

    folder: Path
    scope: Scope
    until: datetime
    kept: dict[tuple[datetime, str, str], _Kept] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)  # how a revisit may call it -> body, payload digest
    revisits: list[Referring] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)
    stored: int = 0

    def take(self, told: Found | Referring | Passed) -> None:
        reason = told.reason if isinstance(told, Passed) else self._objection(told)
        if reason is not None:
            self.passed[reason] += 1
            if isinstance(told, Passed) and told.detail:
                self.details.append(told.detail)
        elif isinstance(told, Found):
            self._store(told)
        elif isinstance(told, Referring):
            self.revisits.append(told)
        if len(self.kept) + len(self.revisits) > MAX_CAPTURES or self.stored > MAX_STORED:
            raise UsageError(f"found more than {MAX_CAPTURES} captures or {MAX_STORED} bytes, expected fewer at once")

    def settle(self) -> list[_Kept]:
        """All captures, oldest first, revisits with the body of the record they refer to."""
        for one in self.revisits:
            found = next((self.names[name] for name in one.names if name in self.names), None)
            if found is None:
                self.passed["revisits of a record that is in none of the files, or was not taken"] += 1
            else:
                self._keep(one.captured_at, one.url, *found)
        return sorted(self.kept.values(), key=lambda kept: (kept.captured_at, kept.url, kept.payload_digest))

    def _objection(self, told: Found | Referring) -> str | None:
        if not _OLDEST <= told.captured_at <= self.until:
            return "dated in the future, or before the web"
        address = told.url
        if not self.scope.has_page(address) and not (_post_of(address) and self.scope.objection(address) is None):
            return "out of the source's scope"
        if isinstance(told, Found) and told.status != 200:
            return "with another status than 200"
        if isinstance(told, Found) and not _is_page(told):
            return "no HTML"
        return None

    def _store(self, told: Found) -> None:
        name = sha256_label(told.body + repr((told.url, told.headers)).encode()).partition(":")[2]
        file = self.folder / name
        if not file.exists():
            head = json.dumps([told.reason, told.http_version, told.headers])
            file.write_bytes(head.encode() + b"\n" + told.body)
            self.stored += file.stat().st_size
        digest = sha256_label(told.payload)
        for called in told.names:
            self.names.setdefault(called, (name, digest))
        self._keep(told.captured_at, told.url, name, digest)

    def _keep(self, at: datetime, url: str, body: str, digest: str) -> None:
        self.kept.setdefault((at, url, digest), _Kept(at, url, body, digest))

    def answer(self, kept: _Kept, max_bytes: int) -> RawAnswer:
        """As it waits in the folder."""
        head, _, body = (self.folder / kept.body).read_bytes().partition(b"\n")
        reason, version, pairs = json.loads(head)
        headers = tuple((name, value) for name, value in pairs)
        payload = decode_body(body, join_fields(headers).get("content-encoding"), max_bytes)
        return RawAnswer(
            url=kept.url, final_url=kept.url, status=200, reason=reason, http_version=version,
            headers=headers, body=body, payload=payload,
        )  # fmt: skip


def import_warcs(
    loaded: LoadedSource, data: Path, files: Sequence[Path], *, now: datetime | None = None, progress: Progress
) -> Imported:
    """Take older captures of a source out of WARC files, and derive its history with them.

    The same captures once more change nothing. Raises UsageError for a file that cannot be read or is no WARC,
    BombError; then nothing is recorded.
    """
    with workplace(loaded, data) as place:
        return import_files(place, files, now=now, progress=progress)


def import_files(place: Workplace, files: Sequence[Path], *, now: datetime | None, progress: Progress) -> Imported:
    """As `import_warcs`, for a source whose lock is held."""
    fold_pending(place, progress)
    for left in place.clean.glob(".import-*"):
        shutil.rmtree(left)  # by a process that was killed
    with tempfile.TemporaryDirectory(dir=place.clean, prefix=".import-") as folder:
        until = now or datetime.now(UTC)
        waiting = _Waiting(Path(folder), Scope(place.source), until)
        progress.stage("read", len(files))
        for file in files:
            for told in read_warc(file, place.source.politeness.max_bytes):
                waiting.take(told)
            progress.advance(str(file))
        found = waiting.settle()
        history = read_history(place.raw)
        fresh = _unknown(found, history)
        if fresh:
            _record(place, history, waiting, fresh, now)
    return Imported(
        outcome=fold_pending(place, progress),
        taken=len(fresh),
        known=len(found) - len(fresh),
        passed=dict(sorted(waiting.passed.items())),
        details=tuple(waiting.details),
    )


def _unknown(found: Iterable[_Kept], history: History) -> list[_Kept]:
    """Without the captures that are in the ledger: same address, second and content."""
    known = {
        (capture.captured_at.replace(microsecond=0), capture.final_url, capture.payload_digest)
        for capture in history.captures.values()
    }
    return [kept for kept in found if (kept.captured_at, kept.url, kept.payload_digest) not in known]


def _record(
    place: Workplace, history: History, waiting: _Waiting, fresh: Sequence[_Kept], now: datetime | None
) -> None:
    """One run of the ledger, at the time of the import; each capture has the time at which it was taken."""
    begun = begin_run(place, current_state(place), history, now)
    limit = place.source.politeness.max_bytes
    scrub = scrubber(history.redactions)
    with Recorder.begin(place.raw, begun, place.loaded.text, history.payloads(), scrub) as recorder:
        for kept in fresh:
            post = _post_of(kept.url)
            key = f"post:{post}" if post else f"url:{kept.url}"
            asked = Asked(purpose=Purpose.PAGE, door=IMPORT_DOOR, page_key=key)
            recorder.record(asked, waiting.answer(kept, limit), kept.captured_at)
        recorder.end(
            RunEnded(
                run_id=begun.run_id, ended_at=begun.logical_at, outcome="finished", door=IMPORT_DOOR, requests=0,
                received_bytes=0, waited_seconds=0.0, robots="none", warc_filename=recorder.warc_filename,
            )
        )  # fmt: skip


def _is_page(told: Found) -> bool:
    return told.media_type in _HTML or (told.media_type == "application/json" and _post_of(told.url) is not None)


def _post_of(url: str) -> str | None:
    """The post that a REST address asks for: ``/wp-json/wp/v2/posts/22``, ``/?rest_route=/wp/v2/posts/22``."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    found = _POST.search(parts.path) or _POST.search(parts.query.replace("%2F", "/"))
    return found[1] if found else None
