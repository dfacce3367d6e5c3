"""WARCs of other tools are read whatever their dress; what is broken or hostile is counted, in bounded memory."""

import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.archive.import_warc import Found, Passed, Referring, read_warc
from shelflist.archive.unpacking import BombError
from shelflist.errors import ReadError, UsageError
from tests.archive.foreign import ForeignWarc
from tests.support.work import peak_memory

URL = "http://archive.localhost/a/"
LIMIT = 100_000
HTML = (("Content-Type", "text/html"),)


def only(path: Path) -> Found:
    (told,) = read_warc(path, LIMIT)
    assert isinstance(told, Found)
    return told


def reasons(path: Path, limit: int = LIMIT) -> list[str]:
    return [told.reason if isinstance(told, Passed) else "taken" for told in read_warc(path, limit)]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_both_versions_are_read_packed_and_plain(tmp_path: Path, packed: bool, version: str) -> None:
    with ForeignWarc(tmp_path / "one.warc", gzip=packed, version=version) as warc:
        warc.information()
        warc.answer(URL, "2015-06-01T02:03:04", b"<p>a list</p>")
    found = only(warc.path)
    assert (found.url, found.status, found.payload) == (URL, 200, b"<p>a list</p>")
    assert f"{found.captured_at:%Y-%m-%d %H:%M:%S %Z}" == "2015-06-01 02:03:04 UTC"


def test_chunks_are_undone_and_a_field_left_behind_does_no_harm(tmp_path: Path) -> None:
    headers = (*HTML, ("Transfer-Encoding", "chunked"))
    with ForeignWarc(tmp_path / "one.warc.gz") as warc:
        warc.answer(URL, "2015-06-01", b"5;x=1\r\n<p>a \r\n8\r\nlist</p>\r\n0\r\n\r\n", headers=headers)
        warc.answer(URL, "2015-06-02", b"<p>a list</p>", headers=headers)
        warc.answer(URL, "2015-06-03", b"5\r\n<p>a \r\n99\r\nlist", headers=headers)
    told = list(read_warc(warc.path, LIMIT))
    assert [one.payload for one in told if isinstance(one, Found)] == [b"<p>a list</p>"] * 2
    assert reasons(warc.path)[2] == "no whole HTTP answer"


def test_content_coding_is_kept_in_the_body_and_undone_in_the_payload(tmp_path: Path) -> None:
    headers = (*HTML, ("Content-Encoding", "gzip"))
    packed = gzip.compress(b"<p>a list</p>", mtime=0)
    with ForeignWarc(tmp_path / "one.warc.gz") as warc:
        warc.answer(URL, "2015-06-01", packed, headers=headers)
        warc.answer(URL, "2015-06-02", b"<p>a list</p>", headers=headers)
    first, second = [told for told in read_warc(warc.path, LIMIT) if isinstance(told, Found)]
    assert (first.body, first.payload) == (packed, b"<p>a list</p>")
    assert second.payload == b"<p>a list</p>"
    assert "content-encoding" not in {name.lower() for name, _ in second.headers}


def test_a_revisit_names_the_record_it_means(tmp_path: Path) -> None:
    with ForeignWarc(tmp_path / "one.warc.gz") as warc:
        digest = warc.answer(URL, "2015-06-01", b"<p>a list</p>")
        warc.revisit(URL, "2015-07-01", digest, of=URL, of_at="2015-06-01")
        warc.revisit(URL, "2015-08-01", digest)
    found, *revisits = read_warc(warc.path, LIMIT)
    assert isinstance(found, Found)
    for revisit in revisits:
        assert isinstance(revisit, Referring)
        assert set(revisit.names) & set(found.names)


def test_what_breaks_off_ends_counted_and_what_came_before_is_taken(tmp_path: Path) -> None:
    with ForeignWarc(tmp_path / "one.warc.gz") as warc:
        warc.answer(URL, "2015-06-01", b"<p>a list</p>")
        warc.answer(URL, "2015-06-02", b"<p>another list</p>")
    warc.path.write_bytes(warc.path.read_bytes()[:-40])
    assert reasons(warc.path) == ["taken", "files that break off"]


def test_lengths_that_lie_are_not_believed(tmp_path: Path) -> None:
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2015-06-01T00:00:00Z\r\n"
    for length in (10**15, 500, 10**40, -5, "ten"):
        file = tmp_path / "one.warc"
        file.write_bytes(f"{head}Content-Length: {length}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>".encode() + bytes(3_000))
        assert "taken" not in reasons(file, 100) or length == 500
    file.write_bytes(f"{head}Content-Length: 5000\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>".encode())
    assert reasons(file) == ["shorter than announced"]


def test_a_header_without_end_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "one.warc"
    file.write_bytes(b"WARC/1.0\r\nX: " + b"a" * 5_000_000)
    assert reasons(file) == ["files that break off"]


def test_a_body_that_decodes_to_too_much_is_passed_over(tmp_path: Path) -> None:
    with ForeignWarc(tmp_path / "one.warc.gz") as warc:
        bomb = gzip.compress(bytes(20_000_000))
        warc.answer(URL, "2015-06-01", bomb, headers=(*HTML, ("Content-Encoding", "gzip")))
    assert reasons(warc.path) == ["not to be decoded, or too long"]


def test_a_file_that_unpacks_to_too_much_is_an_error_in_bounded_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shelflist.archive.unpacking._ALWAYS", 20_000_000)
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n"
    file = tmp_path / "bomb.warc.gz"
    file.write_bytes(packer.compress(head + bytes(60_000_000)) + packer.flush())

    def read() -> None:
        with pytest.raises(BombError, match=r"bomb\.warc\.gz: unpacks to more than"):
            list(read_warc(file, LIMIT))

    assert peak_memory(read) < 5_000_000


@pytest.mark.parametrize("content", [b"", b"<html>", gzip.compress(b"PK\x03\x04", mtime=0), b"\x1f\x8b"])
def test_a_file_that_is_no_warc_is_a_usage_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "one.warc.gz"
    file.write_bytes(content)
    with pytest.raises(UsageError, match="expected a WARC file"):
        list(read_warc(file, LIMIT))


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        list(read_warc(tmp_path / "none.warc", LIMIT))


def _one() -> bytes:
    folder = Path(__file__).parent  # only for a name
    record = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2015-06-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{folder.name}>\r\nContent-Type: application/http\r\nContent-Length: 52\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n\r\n"
    )
    return gzip.compress(record.encode(), mtime=0) * 2


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), max_size=4), st.booleans())
def test_no_damage_ends_in_anything_but_a_count_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]], packed: bool
) -> None:
    content = bytearray(_one() if packed else gzip.decompress(_one()))
    for place, value in damage:
        content[place % len(content)] = value
    file = tmp_path_factory.getbasetemp() / "damaged.warc"
    file.write_bytes(bytes(content))
    try:
        assert all(isinstance(told, Found | Referring | Passed) for told in read_warc(file, LIMIT))
    except (UsageError, ReadError) as error:
        assert str(file) in str(error)
