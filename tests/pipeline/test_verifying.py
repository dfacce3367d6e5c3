"""What counts as published when the tables are compared with those that a replay gives."""

from pathlib import Path

from shelflist.pipeline.verifying import differing_files


def test_what_a_killed_process_left_half_written_is_no_file_that_a_replay_lacks(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for path in ("history/a.parquet.77.part", "snapshots/.part/a/entries.csv", ".recent.jsonl"):
        file = ours / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("half")
    theirs.mkdir()
    assert differing_files(ours, theirs) == []
    (ours / "history" / "a.parquet").write_text("whole")
    assert differing_files(ours, theirs) == ["history/a.parquet: published, but a replay does not give it"]
