"""`shelflist review`: what waits for a person, worst first, and corrections that can be pasted and do what they say."""

import json
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.cli.app import run
from shelflist.cli.pasting import correction_block
from shelflist.demo import DemoSite
from shelflist.models.citation import Citation, Contributor, NameType, Role
from shelflist.models.track import IdentityCandidate
from shelflist.pipeline.stored_state import read_state
from shelflist.sources import parse_source
from shelflist.sources.corrections import FIELDS
from shelflist.track import dump_state
from tests.cli.running import Harvested, source_file

SOURCE = 'name = "w"\ntitle = "W"\nhome = "https://w.example.org/"\ncontact = "mailto:you@example.org"\n'
FIRST, SECOND = "2026-11-01T02:00:00Z", "2026-11-02T02:00:00Z"
GRAVES = "America’s Siberian Adventure 1918-1920"


def reviewed(harvested: Harvested, *words: str) -> list[str]:
    return ["review", str(harvested.source), *words, "--data", str(harvested.data)]


def test_the_worst_reading_comes_first_with_its_line_place_evidence_and_a_correction(
    harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(reviewed(harvested, "--limit", "2")) == 3
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "the worst 2 of them" in told
    assert told.count("[[corrections]]") == 2
    for words in ("#:~:text=", "better than", "reason = ", "http://demo.localhost/"):
        assert words in told
    run(reviewed(harvested, "--all", "--json"))
    found = json.loads(capsys.readouterr().out)
    surety = [one["parse_confidence"] for one in found["doubtful"]]
    assert surety == sorted(surety)
    assert max(surety) < 0.9
    assert len(surety) == found["in_doubt"] > 2
    assert [one for one in found["doubtful"] if not one["evidence"]] == []


def test_nothing_waits_where_all_is_sure_enough(harvested: Harvested, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(reviewed(harvested, "--below", "0")) == 0
    assert capsys.readouterr().out == "demo: nothing waits for a person\n"
    assert run(reviewed(harvested, "--below", "0", "--json")) == 0
    assert json.loads(capsys.readouterr().out)["doubtful"] == []


def test_the_limit_is_of_what_is_shown_not_of_what_is_counted(
    harvested: Harvested, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(reviewed(harvested, "--limit", "0", "--json")) == 3
    found = json.loads(capsys.readouterr().out)
    assert (found["doubtful"], found["in_doubt"] > 0) == ([], True)


@pytest.mark.parametrize("words", [("--below", "2"), ("--limit", "-1")])
def test_what_makes_no_sense_is_refused(words: tuple[str, str], harvested: Harvested) -> None:
    assert run(reviewed(harvested, *words)) == 2


def test_a_pasted_correction_is_applied_as_ours_explained_and_reported_when_its_line_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "data")]
    with DemoSite() as site:
        site.edition = 2
        source = source_file(tmp_path, site.port)
        assert run(["harvest", str(source), *data, "--now", FIRST]) == 0
        capsys.readouterr()
        run(["review", str(source), *data, "--all", "--json", "--below", "1"])
        doubts = json.loads(capsys.readouterr().out)["doubtful"]
        (doubt,) = [one for one in doubts if one["citation_raw"].startswith(GRAVES)]
        block = doubt["correction"].replace('"..."', '"two firms, one book"')
        source.write_text(
            source.read_text(encoding="utf-8")
            + "\n"
            + block.replace('"Jonathan Cape and Harrison Smith"', '"Cape; Harrison Smith"'),
            encoding="utf-8",
        )
        run(["review", str(source), *data, "--all", "--json", "--below", "1"])
        assert len(json.loads(capsys.readouterr().out)["doubtful"]) == len(doubts) - 1  # corrected, if not yet applied
        assert run(["harvest", str(source), *data, "--now", SECOND]) == 0
        assert run(["changes", str(source), *data]) == 0
        assert GRAVES not in capsys.readouterr().out.split("changes on the site")[-1]
        assert run(["explain", str(source), doubt["entry_id"], *data]) == 0
        told = capsys.readouterr().out
        assert "publisher: Cape; Harrison Smith\n      corrected: two firms, one book; read before: " in told
        assert "confidence 1.00\n  a person looked: two firms, one book" in told
        site.edition = 1  # the line is not there any more
        assert run(["harvest", str(source), *data, "--now", "2026-11-03T02:00:00Z"]) in (0, 3)
    assert run(["verify", str(source), *data]) == 0
    capsys.readouterr()
    run(["review", str(source), *data])
    assert "the line is gone; last seen at 2026-11-02T02:00:00Z on http://demo.localhost/" in capsys.readouterr().out
    run(["status", "demo", *data])
    assert "the line is gone; last seen at 2026-11-02T02:00:00Z" in capsys.readouterr().out
    report = (tmp_path / "data/clean/demo/runs/20261103T020000Z/report.md").read_text(encoding="utf-8")
    assert "correction without a line" in report


def test_a_held_run_is_shown_with_its_numbers_its_captures_and_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "data")]
    with DemoSite() as site:
        source = source_file(tmp_path, site.port, extra="\n[gates]\nrun_max_changed = 0\nrun_max_changed_ratio = 0\n")
        assert run(["harvest", str(source), *data, "--now", FIRST]) == 0
        site.edition = 2
        assert run(["harvest", str(source), *data, "--now", SECOND]) == 3
    capsys.readouterr()
    assert run(["review", str(source), *data, "--below", "0"]) == 3
    told = capsys.readouterr().out
    assert told.startswith("run 20261102T020000Z is held\n  ")
    assert "shelflist accept" in told
    assert any(character.isdigit() for character in told.splitlines()[1])
    run(["review", str(source), *data, "--below", "0", "--json"])
    assert json.loads(capsys.readouterr().out)["held"]["run_id"] == "20261102T020000Z"


def test_a_pair_that_may_be_one_entry_is_shown_with_both_lines_and_what_to_type(
    harvested: Harvested, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(harvested.data, tmp_path / "data", symlinks=True)
    file = tmp_path / "data/clean/demo/state.json"
    state = read_state(file)
    old, new = sorted(state.entries.values(), key=lambda row: row.citation_raw)[:2]
    pair = IdentityCandidate(
        candidate_id="i_1", source_id="demo", page_id=new.page_id, old_entry_id=old.entry_id,
        new_entry_id=new.entry_id, score=66.4, reason="the years differ", proposed_at=new.first_seen_at,
    )  # fmt: skip
    file.write_bytes(dump_state(replace(state, candidates={"i_1": pair})))
    assert run(["review", "demo", "--below", "0", "--data", str(tmp_path / "data")]) == 3
    told = capsys.readouterr().out
    for words in ("66 of 100 alike: the years differ", old.citation_raw, new.citation_raw, "decide demo i_1 same"):
        assert words in told
    assert run(["review", "demo", "--below", "0", "--data", str(tmp_path / "data"), "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["pairs"][0]["was"] == old.citation_raw


def test_check_tells_a_correction_without_a_line_from_one_that_is_applied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text('<div class="entry-content"><p>Mother, Maxim Gorky, Progress, Moscow, 1970, 420 pages.</p></div>')
    here = '\n[[corrections]]\nline = "Mother, Maxim Gorky, Progress, Moscow, 1970, 420 pages."\nreason = "x"\n'
    for title, words in (("Mothers", ""), ("Mother", "idle correction: Mother, Maxim")):
        gone = '\n[[corrections]]\nline = "Not there"\nreason = "x"\nkind = "prose"\n'
        source = source_file(tmp_path, 1, extra=f'{here}title = "{title}"\n{gone}')
        assert run(["check", str(source), "--html", str(page)]) == 0
        told = capsys.readouterr().out
        assert "correction without a line on this page: Not there" in told
        assert f"title: {title}" in told
        assert (words in told) if words else "idle" not in told
    run(["check", str(source), "--html", str(page), "--json"])
    corrections = json.loads(capsys.readouterr().out)["page"]["corrections"]
    assert [(one["on_page"], one["idle"] is not None) for one in corrections] == [(True, True), (False, False)]


words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(lambda text: bool(text.split()))
names = st.builds(
    Contributor,
    name_raw=words,
    role=st.sampled_from(Role),
    name_type=st.sampled_from(NameType),
    family=st.none() | words,
)


@settings(max_examples=80, deadline=None)
@given(
    words,
    st.builds(
        Citation, title=st.none() | words, publisher=st.none() | words, page_count=st.none() | st.integers(1, 9000),
        notes=st.lists(words, max_size=2).map(tuple), contributors=st.lists(names, max_size=2).map(tuple),
    ),
)  # fmt: skip
def test_a_block_pasted_as_it_is_says_what_was_read_whatever_the_page_wrote(line: str, citation: Citation) -> None:
    block = correction_block(line, citation, page="https://w.example.org/a/")
    assert not [sign for sign in block if sign < " " and sign != "\n"]
    assert tomllib.loads(block)["corrections"][0]["line"] == line
    if citation == Citation():
        return  # it says nothing yet: a person has to
    (pasted,) = parse_source(SOURCE + block.replace('"..."', '"seen"', 1), "w.toml").source.corrections
    assert set(pasted.values) == {
        name for name in FIELDS if getattr(citation, name) and name not in ("genre", "date_type")
    }
    assert pasted.values.get("page_count") == citation.page_count
    assert len(pasted.contributors or ()) == len(citation.contributors)
