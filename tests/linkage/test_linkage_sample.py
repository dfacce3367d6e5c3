"""A small sample of `benchmarks.linkage`, with floors below what it gives: linkage must not get worse unnoticed."""

from collections import Counter

import pytest

from tests.linkage.bare import BareEditor
from tests.linkage.judged import by_fold, by_token_sort
from tests.linkage.revisions import Editor

SEEDS = range(900_000, 900_012)


@pytest.mark.parametrize(("linked", "recall", "f1"), [(True, 0.998, 0.99), (False, 0.995, 0.98)])
def test_edited_lists_are_linked_rightly_and_told_truly(linked: bool, recall: float, f1: float) -> None:
    counts: Counter[str] = Counter()
    for seed in SEEDS:
        counts.update(by_fold(Editor(seed, linked=linked).revise()).counts)
    assert counts["false_removals"] == 0
    assert counts["right"] / counts["told"] >= 0.998
    assert counts["right"] / counts["true"] >= recall
    assert counts["edited_right"] / counts["edited"] >= 0.97
    assert 2 * counts["events_right"] / (counts["events_told"] + counts["events_true"]) >= f1


def test_short_lines_without_links_are_linked_rightly_though_names_are_respelt() -> None:
    counts: Counter[str] = Counter()
    for seed in SEEDS:
        counts.update(by_fold(BareEditor(seed).revise()).counts)
    assert counts["right"] / counts["told"] >= 0.997
    assert counts["edited_right"] / counts["edited"] >= 0.95


def test_the_revisions_are_hard_for_plain_string_similarity() -> None:
    counts: Counter[str] = Counter()
    for seed in SEEDS:
        counts.update(by_token_sort(Editor(seed, linked=False).revise()).counts)
    assert counts["edited_right"] / counts["edited"] < 0.95
    assert counts["false_removals"] > 0


def test_a_revision_holds_what_it_promises() -> None:
    for seed in SEEDS:
        revision = Editor(seed, linked=True).revise()
        old, new = ({item.key for item in side} for side in (revision.old, revision.new))
        assert len(revision.edited & old & new) >= 8
        assert len(new - old) >= 6 and len(old - new) >= 6
        assert revision == Editor(seed, linked=True).revise()


def test_a_volume_that_went_into_another_line_takes_no_other_volume_with_it() -> None:
    """Of two volumes with one edited and the other joined to another book's line, on a page of 120 lines."""
    judged = by_fold(Editor(420_025, linked=False).revise())
    assert (judged.counts["false_removals"], judged.counts["right"]) == (0, judged.counts["true"])
