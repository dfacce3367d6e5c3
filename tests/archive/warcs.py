"""WARC files seen through warcio, another implementation than the one that wrote them."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator


@dataclass(frozen=True)
class Seen:
    kind: str
    headers: dict[str, str]
    status: str | None
    http: list[tuple[str, str]]
    body: bytes  # as stored


def look(path: Path) -> list[Seen]:
    with path.open("rb") as file:
        return [
            Seen(
                kind=record.rec_type,
                headers=dict(record.rec_headers.headers),
                status=record.http_headers.statusline if record.http_headers else None,
                http=record.http_headers.headers if record.http_headers else [],
                body=record.raw_stream.read(),
            )
            for record in ArchiveIterator(file)
        ]


def check(raw_dir: Path) -> str:
    """What ``warcio check`` says of all WARCs: nothing if all is well."""
    paths = [str(path) for path in sorted(raw_dir.rglob("*.warc.gz"))]
    assert paths
    command = [sys.executable, "-m", "warcio.cli", "check", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr + ("" if done.returncode == 0 else f"exit code {done.returncode}")


def replay(warcs: list[Seen], revisit: Seen) -> Seen:
    """The record a replay tool shows for a revisit: found by address and date, as pywb does."""
    wanted = (revisit.headers["WARC-Refers-To-Target-URI"], revisit.headers["WARC-Refers-To-Date"])
    found = [
        seen
        for seen in warcs
        if seen.kind == "response" and (seen.headers["WARC-Target-URI"], seen.headers["WARC-Date"]) == wanted
    ]
    assert [seen.headers["WARC-Record-ID"] for seen in found] == [revisit.headers["WARC-Refers-To"]]
    assert found[0].headers["WARC-Payload-Digest"] == revisit.headers["WARC-Payload-Digest"]
    return found[0]
