"""A sample of the ten years (`make simulate`), and what it has shown."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shelflist.fetch.ports import SilentProgress
from shelflist.pipeline.verifying import find_problems
from tests.simulation.nights import Nights, simulated
from tests.simulation.site import FAULTS, Fault
from tests.support.work import calls

CALM_NIGHTS = 5
HALF = frozenset({1, 2})


def calm_down(nights: Nights) -> None:
    """Nights without edits and faults, until nothing is left to be confirmed."""
    for _ in range(CALM_NIGHTS):
        nights.night(calm=True)


def test_after_edits_and_every_fault_the_content_is_true_and_each_change_was_told_once(tmp_path: Path) -> None:
    with simulated(tmp_path, seed=1917, pages=5, lines=10, edited=1.0) as nights:
        nights.night(calm=True)
        for number, kind in enumerate(FAULTS):
            nights.owner.day()
            nights.break_down(Fault(kind, frozenset(range(number % 3, 6)), 0.5 + number / 40))
            if number % 3 == 2:
                nights.break_down(Fault())
        calm_down(nights)
        assert nights.judge.mistakes(nights.state) == []
        assert nights.judge.told.total() > 60
        assert nights.night(calm=True).result == "unchanged"


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1_000_000))
def test_any_history_of_edits_and_faults_is_told_truly_and_once_and_again_by_a_replay(seed: int) -> None:
    """Lines come, go, come back, move, are corrected, led elsewhere and shuffled; pages and the theme change, too."""
    with (
        TemporaryDirectory() as data,
        simulated(Path(data), seed=seed, pages=3, lines=7, edited=1.0, fault_rate=0.5) as nights,
    ):
        nights.night(calm=True)
        for number in range(10):
            nights.owner.theme += number == 5
            nights.night()
        for _ in range(CALM_NIGHTS + 3):
            nights.night(calm=True)
        assert nights.judge.mistakes(nights.state) == []
        assert nights.night(calm=True).result == "unchanged"
        assert find_problems(nights.place, SilentProgress()) == []


def test_what_half_a_page_lacked_is_looked_for_again_though_the_list_says_that_nothing_changed(tmp_path: Path) -> None:
    with simulated(tmp_path, seed=5, pages=3, lines=10) as nights:
        nights.night(calm=True)
        nights.owner.pages[0].modified += 1
        cut = nights.break_down(Fault("half page", frozenset({1}), 0.9))
        assert [event.change_type for event in cut.events] == ["missing"]
        again = nights.night(calm=True)
        assert [event.change_type for event in again.events] == ["resumed"]
        asked = nights.site.requests
        nights.night(calm=True)
        assert nights.site.requests - asked == 4  # robots.txt, the list, two lists of terms: all was seen


def test_a_night_without_change_costs_at_most_a_tenth_of_the_first_harvest(tmp_path: Path) -> None:
    """In calls, with state and ledger read from the disk as a new process does."""
    with simulated(tmp_path, seed=3, pages=20, lines=30) as nights:
        first = spent(nights)
        assert spent(nights) <= first / 10  # measured: a twenty-ninth


def spent(nights: Nights) -> int:
    nights.forget()
    return calls(lambda: nights.night(calm=True))


def test_nights_over_real_http_come_to_the_same_as_nights_in_memory(tmp_path: Path) -> None:
    told = []
    for is_http in (False, True):
        with simulated(tmp_path / str(is_http), seed=7, pages=4, lines=6, edited=1.0, is_http=is_http) as nights:
            nights.night(calm=True)
            for fault in (Fault("5xx", HALF), Fault("half page", HALF, 0.8), Fault("listing fails"), Fault()):
                nights.owner.day()
                nights.break_down(fault)
            told.append([(event.change_id, event.change_type) for event in nights.events])
    assert told[0] == told[1]
    assert len(told[0]) > 30


def test_a_line_that_moved_on_the_night_of_half_a_page_is_moved_and_not_removed(tmp_path: Path) -> None:
    """Its old page lacked too much to be believed that night, its new one showed it: `added` there at first."""
    with simulated(tmp_path, seed=5, pages=2, lines=20) as nights:
        nights.night(calm=True)
        old, new = nights.owner.pages
        new.sections[0].lines.insert(0, old.sections[0].lines.pop(0))
        old.modified, new.modified = 1, 1
        nights.break_down(Fault("half page", frozenset({1}), 0.7))
        for _ in range(3):
            nights.night(calm=True)
        assert nights.judge.mistakes(nights.state) == []
