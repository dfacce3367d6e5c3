"""Run `shelflist` as people do, and a demo archive that has been harvested on two nights."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from shelflist.demo import DEFAULT_PORT, DemoSite

COMMAND = Path(sys.executable).with_name("shelflist")
NIGHTS = ((1, "2026-11-01T02:00:00Z"), (2, "2026-11-02T02:00:00Z"))
FIRST, SECOND = "20261101T020000Z", "20261102T020000Z"


def shelflist(*words: str | Path, cwd: Path | None = None, stdin: bytes = b"", **env: str) -> "Answer":
    """The installed command in a process of its own, its output in pipes."""
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "SHELFLIST_DATA")}
    done = subprocess.run(
        [str(COMMAND), *map(str, words)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment | {"PYTHONWARNINGS": "error"} | env,
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def source_file(folder: Path, port: int, *, name: str = "demo", extra: str = "") -> Path:
    """The source file of the demo with another port."""
    text = (resources.files("shelflist.sources") / "demo.toml").read_text(encoding="utf-8")
    text = text.replace(f":{DEFAULT_PORT}", f":{port}").replace('name = "demo"', f'name = "{name}"', 1)
    path = folder / f"{name}.toml"
    path.write_text(text + extra, encoding="utf-8")
    return path


@dataclass(frozen=True)
class Harvested:
    """Both nights: the data directory, the source file (its site is closed by now), what the harvests said."""

    data: Path
    source: Path
    nights: tuple[Answer, ...]


def harvest_twice(folder: Path) -> Harvested:
    """Edition 1, then edition 2, a day apart, with the real command."""
    data = folder / "data"
    answers = []
    with DemoSite() as site:
        source = source_file(folder, site.port)
        for edition, now in NIGHTS:
            site.edition = edition
            answers.append(shelflist("harvest", source, "--data", data, "--now", now))
    return Harvested(data, source, tuple(answers))


def on_a_terminal(*words: str, **env: str) -> str:
    """What a command prints on a terminal that knows colours."""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm-256color"}
    with subprocess.Popen([str(COMMAND), *words], stdout=theirs, env=environment | env) as process:
        os.close(theirs)
        parts = []
        with contextlib.suppress(OSError):  # how Linux tells that the other side was closed
            while part := os.read(ours, 65536):
                parts.append(part)
        os.close(ours)
        assert process.wait(timeout=60) in (0, 1)
    return b"".join(parts).decode()
