"""WARC files as other tools write them, made with warcio."""

import io
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PROFILE = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"


class _Writer(WARCWriter):  # type: ignore[misc]
    @classmethod
    def _create_temp_file(cls) -> io.BytesIO:
        """Records here are small; the files that it uses otherwise are left open."""
        return io.BytesIO()


class ForeignWarc:
    """A file being written; `answer` and `revisit` take the time as ``YYYY-MM-DD`` or longer."""

    def __init__(self, path: Path, *, gzip: bool = True, version: str = "1.0") -> None:
        self.path = path
        self._file = path.open("wb")
        self._writer = _Writer(self._file, gzip=gzip, warc_version=version)

    def answer(
        self,
        url: str,
        at: str,
        body: bytes,
        *,
        status: str = "200 OK",
        headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),),
        fields: dict[str, str] | None = None,
        kind: str = "response",
    ) -> str:
        """Returns the payload digest that the writer gave the record."""
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        record = self._writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), http_headers=http,
            warc_headers_dict={"WARC-Date": instant(at), **(fields or {})},
        )  # fmt: skip
        self._write(record)
        return str(record.rec_headers.get_header("WARC-Payload-Digest"))

    def revisit(self, url: str, at: str, digest: str, *, of: str = "", of_at: str = "") -> None:
        fields = {"WARC-Payload-Digest": digest, "WARC-Profile": PROFILE}
        if of:
            fields |= {"WARC-Refers-To-Target-URI": of, "WARC-Refers-To-Date": instant(of_at)}
        self.answer(url, at, b"", fields=fields, kind="revisit")

    def information(self) -> None:
        self._write(self._writer.create_warcinfo_record(self.path.name, {"software": "a crawler"}))

    def _write(self, record: ArcWarcRecord) -> None:
        self._writer.write_record(record)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def instant(text: str) -> str:
    return f"{datetime.fromisoformat(text).replace(tzinfo=UTC):%Y-%m-%dT%H:%M:%SZ}"
