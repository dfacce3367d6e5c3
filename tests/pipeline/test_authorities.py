"""Names and works through the whole pipeline: assigned when they come, kept while they stay, the same in a replay."""

import json
from pathlib import Path

import polars as pl

from tests.pipeline.chronicle import RULES, Chronicle, chronicle

FIRST = "Armed Looms 1918-1922, WP Ashdown, Gollanz, London, 1935, 400 pages."
AGAIN = "Armed Looms: 1918-1922, W. P. Ashdown, Victor Gollancz, London, 1935, 400 pages."
OTHER = "Wool and Linen, Rewi Elmhirst, FLPH, Moscow, 1951, 196 pages."
LATER = "Wool and Silk, Rewi Elmhirst, Foreign Languages Publishing House, Hanoi, 1971, 96 pages."
PARTED = RULES + '\n[lookups]\ndifferent = [["Gollanz", "Victor Gollancz"]]\n'


def table(told: Chronicle, name: str) -> pl.DataFrame:
    return pl.read_parquet(told.place.clean / "latest" / f"{name}.parquet")


def of_line(told: Chronicle, line: str, column: str) -> str | None:
    found: str | None = table(told, "entries").filter(pl.col("citation_raw") == line)[column].item()
    return found


def test_names_and_works_are_published_and_a_replay_gives_the_same_bytes(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night({"a": (FIRST, AGAIN, OTHER)})
        for column in ("publisher_id", "place_id", "work_id", "manifestation_id"):
            assert of_line(told, FIRST, column) == of_line(told, AGAIN, column) != of_line(told, OTHER, column)
        before = [of_line(told, line, "publisher_id") for line in (FIRST, AGAIN, OTHER)]
        told.night({"a": (LATER, OTHER, AGAIN, FIRST)})
        assert [of_line(told, line, "publisher_id") for line in (FIRST, AGAIN, OTHER)] == before
        assert of_line(told, LATER, "publisher_id") not in before
        assert told.problems() == []


def test_every_variant_of_a_published_name_has_its_reason(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night({"a": (FIRST, AGAIN, OTHER)})
        house = table(told, "publishers").filter(pl.col("preferred_name") == "Victor Gollancz")
        assert house["variants"].to_list() == [["Gollanz", "Victor Gollancz"]]
        assert [len(reasons) for reasons in house["decided"].to_list()] == [2]
        agents = table(told, "agents")
        contributors = table(told, "entry_contributors")
        assert contributors["agent_id"].null_count() == 0
        assert set(contributors["agent_id"]) == set(agents["agent_id"])


def test_what_the_source_file_says_takes_effect_without_a_change_on_the_site(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night({"a": (FIRST, AGAIN, OTHER)})
        kept = of_line(told, FIRST, "publisher_id")
        told.use_rules(PARTED)
        told.night({"a": (FIRST, AGAIN, OTHER)})
        assert {of_line(told, FIRST, "publisher_id"), of_line(told, AGAIN, "publisher_id")} > {kept}
        assert not [event for event in told.events if event.change_type == "changed"]
        assert told.problems() == []


def test_a_name_that_no_entry_uses_any_more_leaves_the_table_with_its_entries_kept(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.night({"a": (FIRST, AGAIN, OTHER), "b": (LATER,)})
        for _ in range(3):
            told.night({"a": (FIRST, AGAIN), "b": (LATER,)})
        removed = table(told, "entries_removed")
        assert removed["citation_raw"].to_list() == [OTHER]
        assert removed["publisher_id"].item() in table(told, "publishers")["publisher_id"]


def test_a_name_in_the_lookups_that_no_entry_states_is_reported_and_one_that_is_stated_is_not(tmp_path: Path) -> None:
    with chronicle(tmp_path) as told:
        told.use_rules(RULES + '\n[lookups]\nsame = [["Pluto Press", "Plato Pres"]]\n')
        told.night({"a": ("Red Star, A. Author, Pluto Press, London, 1980, 190 pages.",)})
        folder = max((told.place.clean / "runs").iterdir())
        issues = [json.loads(line) for line in (folder / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [(one["kind"], one["detail"]) for one in issues] == [
            ("name in lookups not found", "[lookups] same: no entry states 'Plato Pres'")
        ]
        assert "Plato Pres" in (folder / "report.md").read_text(encoding="utf-8")
