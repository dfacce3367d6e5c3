"""`changes --since last-look`: each person is told once of each change, and nothing is taken for seen that was not."""

import json
import shutil
import stat
from pathlib import Path

import pytest

from shelflist.cli import changes as changes_command
from shelflist.cli.app import run
from shelflist.cli.looks import look_file
from shelflist.errors import UsageError
from tests.cli.running import FIRST, SECOND, Harvested


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state directory of one person."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def data(harvested: Harvested, tmp_path: Path) -> Path:
    """The published tables of both nights, to be changed by a test."""
    shutil.copytree(harvested.data / "clean", tmp_path / "data" / "clean", symlinks=True)
    return tmp_path / "data"


def _look(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[list[str], str]:
    """The labels told of, and what stands beside the answer."""
    assert run(["changes", "demo", "--since", "last-look", "--json", "--data", str(data), *words]) == 0
    captured = capsys.readouterr()
    return [event["label"] for event in json.loads(captured.out)["changes"]], captured.err


def _without_second_night(data: Path) -> Path:
    folder = data / "clean" / "demo" / "runs" / SECOND
    return folder.rename(data / SECOND)


def test_what_was_seen_is_not_told_again(state: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, said = _look(data, capsys)
    assert len(first) == 7
    assert "your first look" in said
    assert _look(data, capsys) == ([], "")
    assert run(["changes", "demo", "--since", "last-look", "--data", str(data)]) == 0
    assert capsys.readouterr().out == f"demo, since your last look at run {SECOND}: nothing new\n"


def test_only_what_came_since_is_told(state: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = _without_second_night(data)
    assert _look(data, capsys)[0] == []  # the first night is no news
    later.rename(data / "clean" / "demo" / "runs" / SECOND)
    assert run(["changes", "demo", "--since", "last-look", "--data", str(data)]) == 0
    assert capsys.readouterr().out.startswith(f"demo, since your last look at run {FIRST}: 3 added, 1 changed")


def test_a_look_that_is_not_to_be_remembered_leaves_no_file(
    state: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(_look(data, capsys, "--no-remember")[0]) == 7
    assert not state.exists()
    assert run(["changes", "demo", "--data", str(data)]) == 0
    assert not state.exists()


def test_a_look_at_some_kinds_is_none_at_the_others(
    state: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels, said = _look(data, capsys, "--type", "added")
    assert len(labels) == 3
    assert "not remembered as seen" in said
    assert len(_look(data, capsys)[0]) == 7


def test_two_people_on_one_machine_look_for_themselves(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    for person in ("ada", "bea"):
        monkeypatch.setenv("HOME", str(tmp_path / person))
        assert len(_look(data, capsys)[0]) == 7
        (file,) = (tmp_path / person / ".local" / "state" / "shelflist" / "looks").iterdir()
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_two_data_directories_are_two_looks_and_a_link_to_one_is_none(
    state: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(data, other, symlinks=True)
    (tmp_path / "linked").symlink_to(data)
    assert len(_look(data, capsys)[0]) == 7
    assert len(_look(other, capsys)[0]) == 7
    assert _look(tmp_path / "linked", capsys)[0] == []


def test_pruned_snapshots_do_not_matter_to_a_look(state: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(data / "clean" / "demo" / "snapshots" / FIRST)
    assert len(_look(data, capsys)[0]) == 7


def test_a_log_that_was_derived_anew_is_named(state: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _look(data, capsys)
    (data / "clean" / "demo" / "runs" / FIRST / "changes.parquet").unlink()
    said = _look(data, capsys)[1]
    assert f"the log up to run {SECOND} is not the one you saw: found 7 events, expected " in said


def test_what_cannot_be_remembered_is_told_and_shown_again(
    state: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state.write_text("no folder")
    for _ in range(2):
        labels, said = _look(data, capsys)
        assert len(labels) == 7
        assert "not remembered as seen" in said


def test_what_could_not_be_written_was_not_seen(
    state: Path, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(changes_command, "_write", broken)
        assert run(["changes", "demo", "--since", "last-look", "--data", str(data)]) == 1
    capsys.readouterr()
    assert len(_look(data, capsys)[0]) == 7


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"run_id": "x", "events": 1, "fingerprint": "y"}'])
def test_a_file_that_is_no_look_is_named_and_not_overwritten(
    content: str, state: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = look_file(data, "demo")
    file.parent.mkdir(parents=True)
    file.write_text(content)
    assert run(["changes", "demo", "--since", "last-look", "--data", str(data)]) == 2
    assert str(file) in capsys.readouterr().err
    assert file.read_text() == content


def test_a_relative_state_directory_is_ignored_as_the_standard_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert look_file(tmp_path, "demo", {"XDG_STATE_HOME": "here"}).is_relative_to(tmp_path / ".local" / "state")


def test_without_a_home_directory_the_error_says_what_was_expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(UsageError, match=r"expected \$XDG_STATE_HOME or \$HOME"):
        look_file(tmp_path, "demo", {})


def test_a_word_that_is_neither_date_nor_last_look_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["changes", "demo", "--since", "yesterday", "--data", str(data)]) == 2
    assert "found 'yesterday', expected a date" in capsys.readouterr().err
