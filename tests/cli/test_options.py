"""Times, dates and sources on the command line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from shelflist.cli.options import date_or_instant, harvested_sources, instant, known_source_id
from shelflist.errors import SourceFileError, UnknownSourceError, UsageError


@pytest.mark.parametrize("text", ["2026-11-01T02:00:00Z", "2026-11-01T03:00:00+01:00"])
def test_a_time_is_read_into_utc(text: str) -> None:
    assert instant(text, "--now") == datetime(2026, 11, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("text", ["yesterday", "2026-11-01", "2026-11-01T02:00:00", "2026-13-01T00:00:00Z", ""])
def test_a_time_without_a_zone_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match=r"--now: found .*expected ISO 8601 with Z"):
        instant(text, "--now")


@pytest.mark.parametrize("text", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+05:00"])
def test_a_time_after_which_none_can_be_told_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"--now: found .*expected a year from 1000 to 8999"):
        instant(text, "--now")


def test_a_date_is_its_first_moment() -> None:
    assert date_or_instant("2026-11-01", "--since") == datetime(2026, 11, 1, tzinfo=UTC)
    with pytest.raises(UsageError, match="--since: found '2026-02-30', expected"):
        date_or_instant("2026-02-30", "--since")


def test_what_was_harvested_needs_no_source_file_to_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "clean" / "other").mkdir(parents=True)
    (tmp_path / "raw" / "third").mkdir(parents=True)
    assert known_source_id("other", tmp_path) == "other"
    assert known_source_id("demo", tmp_path) == "demo"
    assert harvested_sources(tmp_path) == ["other", "third"]
    with pytest.raises(UnknownSourceError):
        known_source_id("nowhere", tmp_path)


@pytest.mark.parametrize("name", ["../clean", "..", "/etc", "a/b"])
def test_a_source_name_cannot_leave_the_data_directory(tmp_path: Path, name: str) -> None:
    (tmp_path / "clean").mkdir()
    with pytest.raises((UnknownSourceError, SourceFileError)):  # what is taken for a path, and may be a folder
        known_source_id(name, tmp_path)
