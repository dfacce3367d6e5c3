"""A person's word on two entries, in the ledger: what follows, and that a replay says the same."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shelflist.errors import UsageError
from shelflist.pipeline.deciding import record_word
from shelflist.publish.snapshot import latest_version
from tests.pipeline.chronicle import Chronicle, chronicle

OTHERS = ("Weaving in Wales", "Looms of the North", "The Dyer at Work")
BEFORE = {"a": ("A Short History of Weavers and Dyers, Volume 1", *OTHERS)}
AFTER = {"a": ("A Short History of Weavers and Dyers, Volume 2", *OTHERS)}


def asked(made: Chronicle) -> str:
    """Two nights, after which one pair waits; its candidate."""
    made.night(BEFORE)
    made.night(AFTER)
    (candidate,) = made.state.candidates
    return candidate


def earlier(made: Chronicle) -> datetime:
    return made.at - timedelta(hours=1)


def say(made: Chronicle, candidate: str, *, same: bool) -> list[tuple[str, str | None]]:
    record_word(
        made.place, made.state, candidate, is_same=same, reason="I asked the owner", by="tester", now=earlier(made)
    )
    told = made.fold()
    return sorted((event.change_type.value, event.field) for event in told.events)


def test_the_same_goes_on_under_the_old_id_and_the_new_id_leads_there(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        candidate = asked(made)
        pair = made.state.candidates[candidate]
        told = say(made, candidate, same=True)
        assert ("resumed", None) in told and ("retracted", None) in told
        assert ("changed", "title") in told or ("changed", "part_number") in told
        assert {event.cause for event in made.outcomes[-1].events} == {"manual"}
        assert made.state.aliases[pair.new_entry_id].current_id == pair.old_entry_id
        assert pair.new_entry_id not in made.state.entries
        assert made.state.entries[pair.old_entry_id].status == "active"
        assert made.state.candidates == {}
        assert made.night(AFTER).events == ()
        assert made.problems() == []


def test_different_closes_the_pair_for_good_and_the_old_entry_is_removed(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        candidate = asked(made)
        assert "removed" not in {event.change_type for event in made.night(AFTER).events}
        version = latest_version(made.place.clean)
        assert say(made, candidate, same=False) == []
        assert latest_version(made.place.clean) != version, "the tables no longer ask"
        assert {event.change_type for event in made.night(AFTER).events} == {"removed"}
        assert made.state.candidates == {}
        assert made.problems() == []


def test_a_word_is_folded_when_it_was_taken_and_only_while_somebody_asks(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        candidate = asked(made)
        state = made.state
        made.night(BEFORE)  # it was there all the time
        assert made.state.candidates == {}
        record_word(made.place, state, candidate, is_same=True, reason="too late", by="tester", now=earlier(made))
        assert made.fold().events == ()
        assert made.problems() == []


def test_only_a_pair_that_waits_can_be_decided_and_only_with_a_reason(tmp_path: Path) -> None:
    with chronicle(tmp_path) as made:
        candidate = asked(made)
        for name, reason in (("i_unknown", "why not"), ("", "why not"), (candidate, "  ")):
            with pytest.raises(UsageError):
                record_word(made.place, made.state, name, is_same=True, reason=reason, by="tester", now=None)
