from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from shelflist.archive.ledger import Ledger
from shelflist.archive.verify import verify_raw
from shelflist.models.web import Epoch
from tests.archive.makers import NIGHT, answer, record_night


@pytest.fixture
def raw_dir(tmp_path: Path) -> Path:
    record_night(tmp_path, answer(b"first", gzipped=True), answer(b"second"))
    record_night(tmp_path, answer(b"first", gzipped=True), at=NIGHT + timedelta(days=1))
    return tmp_path


def _first_warc(raw_dir: Path) -> Path:
    return min(raw_dir.rglob("*.warc.gz"))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _swap(raw_dir: Path) -> None:
    path = raw_dir / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[2], lines[1], *lines[3:]]))


def _edit(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))


def test_a_whole_archive_has_no_problems(raw_dir: Path) -> None:
    assert verify_raw(raw_dir) == []
    assert verify_raw(raw_dir / "nothing") == []


@pytest.mark.parametrize(
    ("damage", "told", "count"),
    [
        (lambda raw: _first_warc(raw).unlink(), "ledger line 2: .*No such file", 3),
        (lambda raw: _cut(_first_warc(raw)), "ledger line 3: .*at byte", 1),
        (_swap, "ledger.jsonl:2: found sequence number 3, expected 2", 1),
        (lambda raw: next((raw / "rules").iterdir()).unlink(), "ledger line 1: found no file .*expected the rules", 2),
        (lambda raw: next((raw / "rules").iterdir()).write_text("#"), "ledger line 1: .*found sha256:", 2),
        (lambda raw: _edit(raw / "ledger.jsonl", b'digest":"sha256:', b'digest":"sha256:0'), "expected sha256:0", 2),
        (
            lambda raw: _edit(raw / "ledger.jsonl", b'to_capture_id":"', b'to_capture_id":"x'),
            "found no such capture",
            1,
        ),
        (lambda raw: _edit(raw / "ledger.jsonl", b'3T030000Z-00002"', b'3T030000Z-00001"'), "a second time", 1),
    ],
)
def test_every_kind_of_damage_is_told(raw_dir: Path, damage: Callable[[Path], object], told: str, count: int) -> None:
    damage(raw_dir)
    problems = verify_raw(raw_dir)
    assert len(problems) == count
    with pytest.raises(AssertionError, match=told):
        raise AssertionError("\n".join(problems))


def test_an_epoch_needs_the_state_before_it(raw_dir: Path) -> None:
    epoch = Epoch(epoch_id="e1", began_at=NIGHT, extractor_version="2", rules_sha256="0", state_file="epochs/e1.json")
    with Ledger.open(raw_dir) as ledger:
        ledger.append(epoch)
    assert verify_raw(raw_dir) == [
        "ledger line 8: epoch e1: found no file epochs/e1.json, expected the state before it"
    ]
    (raw_dir / "epochs").mkdir()
    (raw_dir / "epochs" / "e1.json").write_text("{}")
    assert verify_raw(raw_dir) == []
