"""How well lines are read: floors that may be raised and never lowered."""

import json
from pathlib import Path

import pytest

from shelflist.models.citation import LineKind
from shelflist.parse import read_text
from tests.parse.evaluate import Score, evaluate, from_jsonl, from_marked
from tests.parse.marked import DATA, read_lines

SEED_FLOOR = 1.0
DEVELOPMENT_FLOOR = 1.0
HELDOUT_FLOOR = 0.95


@pytest.fixture(scope="module")
def seeds() -> Score:
    return evaluate(from_jsonl(DATA / "seed_entries.jsonl"))


def test_the_entries_of_the_first_source_are_read(seeds: Score) -> None:
    assert seeds.entries == 70
    assert seeds.core >= SEED_FLOOR, "\n".join(seeds.wrong)


def test_the_lines_of_development_are_read() -> None:
    score = evaluate(from_marked(read_lines("development.txt")))
    assert score.core >= DEVELOPMENT_FLOOR, "\n".join(score.wrong)
    assert score.false_entries == 0, "\n".join(score.wrong)


def test_lines_never_looked_at_are_read() -> None:
    score = evaluate(from_marked(read_lines("heldout.txt")))
    assert score.core >= HELDOUT_FLOOR
    assert score.false_entries <= 1


def test_a_high_confidence_is_nearly_always_right(seeds: Score) -> None:
    sure = [right for confidence, right in seeds.confident if confidence >= 0.9]
    assert len(sure) > len(seeds.confident) / 2
    assert sum(sure) / len(sure) >= 0.97


def test_every_seed_entry_is_an_entry_and_leaves_nothing_unread() -> None:
    for row in (Path(DATA) / "seed_entries.jsonl").read_text(encoding="utf-8").splitlines():
        reading = read_text(json.loads(row)["raw"])
        assert reading.kind is LineKind.ENTRY
        assert reading.citation is not None
        assert reading.citation.unparsed_remainder is None, reading
