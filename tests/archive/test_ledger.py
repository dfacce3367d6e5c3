import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.archive.codec import MAX_LINE, decode_line, encode_line
from shelflist.archive.ledger import LEDGER_NAME, Ledger, last_begun, read_ledger
from shelflist.errors import LedgerError
from shelflist.models.web import Capture, Decision, Epoch, Failure, LedgerEntry, RunBegun, RunEnded
from tests.archive.makers import NIGHT, begun, failure

times = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - the zone is drawn
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(-timedelta(hours=9, minutes=30))]),
)
text = st.text(max_size=20)
st.register_type_strategy(datetime, times)
st.register_type_strategy(str, text)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
entries: st.SearchStrategy[LedgerEntry] = st.one_of(
    *(st.builds(kind) for kind in (RunBegun, Capture, Failure, RunEnded, Decision, Epoch))
)


def fill(raw_dir: Path, count: int = 3) -> Path:
    with Ledger.open(raw_dir) as ledger:
        ledger.append_many(failure("r", str(number)) for number in range(count))
    return raw_dir / "ledger.jsonl"


def details(raw_dir: Path) -> list[tuple[int, str]]:
    return [(seq, entry.detail) for seq, entry in read_ledger(raw_dir) if isinstance(entry, Failure)]


@given(entry=entries, seq=st.integers(min_value=1, max_value=2**53))
def test_every_entry_comes_back_as_it_was(entry: LedgerEntry, seq: int) -> None:
    line = encode_line(seq, entry)
    assert decode_line(line) == (seq, entry)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert encode_line(*decode_line(line)) == line


def test_times_are_written_in_utc_with_z_and_come_back_in_utc() -> None:
    local = datetime(2026, 11, 23, 5, 0, tzinfo=timezone(timedelta(hours=2)))
    line = encode_line(1, begun(local))
    assert b'"logical_at":"2026-11-23T03:00:00Z"' in line
    _, entry = decode_line(line)
    assert isinstance(entry, RunBegun)
    assert entry.logical_at.tzinfo is UTC


def test_a_decision_keeps_its_own_kind() -> None:
    decision = Decision(decision_id="d1", kind="same", decided_at=NIGHT, by="me", reason="moved")
    assert decode_line(encode_line(7, decision)) == (7, decision)
    assert b'"kind":"decision","seq":7}' in encode_line(7, decision)


def test_text_that_is_no_unicode_does_not_stop_the_ledger() -> None:
    _, entry = decode_line(encode_line(1, failure("r", "bad \udcff byte")))
    assert isinstance(entry, Failure)
    assert entry.detail == "bad ? byte"


@pytest.mark.parametrize("bad", [datetime(2026, 1, 1), datetime.max])  # noqa: DTZ001, DTZ901 - the point of the test
def test_a_time_without_a_zone_is_refused_before_it_is_written(bad: datetime) -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        encode_line(1, begun(bad))


def test_an_entry_too_long_to_be_read_back_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger, pytest.raises(ValueError, match="expected at most"):
        ledger.append(failure("r", "x" * MAX_LINE))
    assert details(tmp_path) == []


def test_sequence_numbers_go_on_after_reopening(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    with Ledger.open(tmp_path) as ledger:
        assert ledger.cut_bytes == 0
        assert ledger.append(failure("r", "third")) == 3
        assert ledger.append_many([failure("r", "fourth"), failure("r", "fifth")]) == [4, 5]
        assert ledger.append_many([]) == []
    assert details(tmp_path) == [(1, "0"), (2, "1"), (3, "third"), (4, "fourth"), (5, "fifth")]


def test_a_new_source_has_an_empty_history(tmp_path: Path) -> None:
    assert list(read_ledger(tmp_path / "none")) == []
    assert not (tmp_path / "none").exists()


@settings(max_examples=40)
@given(data=st.data())
def test_wherever_a_crash_tears_the_last_write_the_lines_before_stand(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw_dir = tmp_path_factory.mktemp("torn")
    path = fill(raw_dir)
    whole = path.read_bytes()
    keep = data.draw(st.integers(min_value=0, max_value=len(whole)))
    path.write_bytes(whole[:keep])
    complete = whole[:keep].count(b"\n")
    torn = keep - (whole.rfind(b"\n", 0, keep) + 1)

    assert len(details(raw_dir)) == complete
    assert path.stat().st_size == keep, "reading never writes"
    with Ledger.open(raw_dir) as ledger:
        assert ledger.cut_bytes == torn
        assert ledger.append(failure("r", "next")) == complete + 1
    assert len(details(raw_dir)) == complete + 1


def test_a_torn_line_longer_than_the_reading_buffer_is_cut(tmp_path: Path) -> None:
    path = fill(tmp_path)
    with path.open("ab") as file:
        file.write(b"\0" * 3_000_000)
    with Ledger.open(tmp_path) as ledger:
        assert (ledger.cut_bytes, ledger.last_seq) == (3_000_000, 3)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda line: b"\0" * (len(line) - 1) + b"\n", r"ledger.jsonl:2: .*expected: JSON; "),
        (lambda line: line.replace(b'"seq":2', b'"seq":3'), r"ledger.jsonl:2: found sequence number 3, expected 2"),
        (lambda line: b"", r"ledger.jsonl:2: found sequence number 3, expected 2"),
        (lambda line: line.replace(b'"url":', b'"link":'), r"ledger.jsonl:2: attempt_failed.entry.*url"),
        (
            lambda line: line.replace(b'"part":1', b'"part":"1"'),
            r"jsonl:2: .*part: found '1', expected: .*integer",
        ),
        (lambda line: line.replace(b'"part":1', b'"part":1,"more":2'), r"ledger.jsonl:2: .*more: found 2"),
        (lambda line: line.replace(b"00Z", b"00"), r"ledger.jsonl:2: found .* without a time zone"),
        (lambda line: line.replace(b"attempt_failed", b"attempt"), r"ledger.jsonl:2: .*expected: .*attempt_failed"),
        (lambda line: b"[" * 100_000 + b"\n", r"ledger.jsonl:2: .*expected: JSON; "),
        (lambda line: b"x" * MAX_LINE + b"\n", r"ledger.jsonl:2: found a line of more than"),
    ],
)
def test_damage_is_told_with_file_line_found_and_expected(
    tmp_path: Path, damage: Callable[[bytes], bytes], told: str
) -> None:
    path = fill(tmp_path)
    first, second, third = path.read_bytes().splitlines(keepends=True)
    assert damage(second) != second
    path.write_bytes(first + damage(second) + third)
    with pytest.raises(LedgerError, match=told):
        list(read_ledger(tmp_path))


def test_nothing_is_appended_behind_a_damaged_last_line(tmp_path: Path) -> None:
    path = fill(tmp_path)
    path.write_bytes(path.read_bytes() + b"{}\n")
    with pytest.raises(LedgerError, match="jsonl:4: "):
        Ledger.open(tmp_path)


def test_nothing_is_appended_where_a_line_is_missing(tmp_path: Path) -> None:
    path = fill(tmp_path)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[1:]))
    with pytest.raises(LedgerError, match="found sequence number 3, expected 2"):
        Ledger.open(tmp_path)


def test_a_closed_ledger_takes_nothing(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path)
    ledger.close()
    ledger.close()
    with pytest.raises(ValueError, match="closed"):
        ledger.append(failure("r"))


FULL_DISK = """
import resource, sys
from pathlib import Path
from shelflist.archive.ledger import Ledger
from shelflist.errors import LedgerError
from tests.archive.makers import failure
raw = Path(sys.argv[1])
with Ledger.open(raw) as ledger:
    ledger.append(failure("r", "before"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (ledger.path.stat().st_size + 500, resource.RLIM_INFINITY))
    try:
        ledger.append_many(failure("r", str(n)) for n in range(10))
    except LedgerError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    ledger.append(failure("r", "after"))
"""


def test_a_full_disk_takes_all_of_a_group_or_nothing(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "File too large" in done.stdout
    assert details(tmp_path) == [(1, "before"), (2, "after")]


def test_the_last_run_is_found_from_the_end_and_no_torn_line_counts(tmp_path: Path) -> None:
    assert last_begun(tmp_path) is None
    first, second = begun(), begun(NIGHT + timedelta(days=1))
    with Ledger.open(tmp_path) as ledger:
        ledger.append_many([first, second])
    assert last_begun(tmp_path) == second
    path = tmp_path / LEDGER_NAME
    path.write_bytes(path.read_bytes()[:-1])
    assert last_begun(tmp_path) == first
