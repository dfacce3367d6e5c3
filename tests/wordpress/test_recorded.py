"""`test_changes` in small, from recorded answers: each night on a WordPress gives its events and no other."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from shelflist.pipeline import stages
from shelflist.sources import LoadedSource
from shelflist.sources.load import parse_source
from tests.fetch.server import FaultServer, answer
from tests.wordpress.small import NIGHTS, RECORDED

FIRST_NIGHT = datetime(2026, 11, 1, 2, tzinfo=UTC)


def test_each_night_gives_its_events_and_no_other(tmp_path: Path) -> None:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    with FaultServer() as server:
        loaded = _rules(server)
        for number, asked in enumerate(recorded["nights"]):
            _play(server, recorded["answers"], asked)
            outcome = stages.harvest(loaded, tmp_path, now=FIRST_NIGHT + timedelta(days=number))
            night = NIGHTS[number - 1] if number else None
            assert outcome.exit_code == 0, (night, outcome.runs[-1].held_reasons)
            events = [event for event in outcome.events if not event.minor and event.entity_type != "heading"]
            told = Counter((event.entity_type.value, event.change_type.value, event.field) for event in events)
            assert night is None or told == night.told, night
    assert stages.verify(loaded, tmp_path) == []


def _rules(server: FaultServer) -> LoadedSource:
    text = (
        f'name = "small"\ntitle = "Small"\nhome = "{server.home}"\n[scope]\nallow_loopback = true\n'
        '[pages]\ndoors = ["wordpress"]\n[politeness]\ndelay_seconds = 0\nretries = 0\n'
    )
    return parse_source(text, "small.toml")


def _play(server: FaultServer, answers: list[dict[str, Any]], asked: dict[str, list[int]]) -> None:
    for path, numbers in asked.items():
        server.on(path, *(_answer(server, answers[number]) for number in numbers))


def _answer(server: FaultServer, told: dict[str, Any]) -> Any:
    body = told["body"].replace("HOME", server.home.rstrip("/"))
    headers = {name: value.replace("HOME", server.home.rstrip("/")) for name, value in told["headers"].items()}
    return answer(body, status=told["status"], headers=headers)
