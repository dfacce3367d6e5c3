"""Make a virtual environment that holds exactly the pinned requirements, and Shelflist itself.

Run by `make` with any Python from 3.11 on; needs the standard library and pip, nothing else. Two runs at once on one
environment wait for each other, and a run that finds its work done ends at once: what was installed is known by the
checksum of the requirement files. An installation that was cut short is taken up again.
"""

import argparse
import fcntl
import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("venv", type=Path)
    parser.add_argument("level", choices=("prod", "dev"))
    given = parser.parse_args()
    with alone(given.venv):
        install(given.venv, given.level)


@contextmanager
def alone(venv: Path) -> Iterator[None]:
    """Hold the environment's lock; the kernel lets go of it when the process ends, however it ends."""
    venv.mkdir(parents=True, exist_ok=True)
    with (venv / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"another process is setting up {venv}; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(venv: Path, level: str) -> None:
    """What is missing of: the environment, the pinned packages, Shelflist as an editable package."""
    pins = PROJECT / "requirements" / f"{level}.txt"
    if not is_done(venv, pins):
        say(f"setting up {venv} from {pins.name}; this takes a minute or more the first time")
        is_new = not any(venv.glob(".done-*"))
        make(venv)
        # What the tests run is compiled as they run it; all the rest would take as long again as the installation.
        compiled = ("--no-compile",) if level == "dev" else ()
        (fill if is_new else add)(venv, pins, *compiled)
        set_done(venv, pins)
    own = PROJECT / "pyproject.toml"
    if not is_done(venv, own):  # not again without need: another process may be running from this environment
        run(pip(venv, "--no-build-isolation", "--editable", str(PROJECT)))
        set_done(venv, own)


def is_done(venv: Path, cause: Path) -> bool:
    stamp = venv / f".done-{cause.stem}"
    return stamp.exists() and stamp.read_text() == checksum(cause)


def set_done(venv: Path, cause: Path) -> None:
    (venv / f".done-{cause.stem}").write_text(checksum(cause))


def checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def make(venv: Path) -> None:
    """An environment without a pip of its own (it takes seconds to set up) where the pip of this Python can do."""
    if (venv / "bin" / "python").exists():
        return
    without_pip = ["--without-pip"] if reaches_others() or not importlib.util.find_spec("ensurepip") else []
    run([sys.executable, "-m", "venv", *without_pip, str(venv)])


def reaches_others() -> bool:
    """Whether the pip of this Python knows `--python`, as it does from 22.3 on; some distributions' pip is older."""
    if not importlib.util.find_spec("pip"):
        return False
    return tuple(int(part) for part in re.findall(r"\d+", version("pip"))[:2]) >= (22, 3)


def add(venv: Path, pins: Path, *words: str) -> None:
    """Install what is missing or pinned anew."""
    run(pip(venv, *words, "--require-hashes", "--requirement", str(pins)))


def fill(venv: Path, pins: Path, *words: str) -> None:
    """Install into a new environment with two pips at once, each half of the pins into a place of its own.

    Most of a pip's time goes into looking for what to take. One that worked in the same place would trip over what the
    other has half written.
    """
    logical = re.split(r"^(?=\S)", pins.read_text(encoding="utf-8"), flags=re.MULTILINE)
    commands, places = [], [venv / ".half-0", venv / ".half-1"]
    for start, place in enumerate(places):
        shutil.rmtree(place, ignore_errors=True)
        half = place.with_suffix(".txt")
        half.write_text("".join(logical[start::2]), encoding="utf-8")
        where = ("--ignore-installed", "--prefix", str(place))  # all of it, also if an earlier attempt got this far
        commands.append(pip(venv, *words, *where, "--require-hashes", "--requirement", str(half)))
    run(*commands)
    for place in places:
        pour(place, venv)


def pour(place: Path, venv: Path) -> None:
    """Move every file to where it belongs in the environment."""
    for file in [path for path in place.rglob("*") if not path.is_dir()]:
        target = venv / file.relative_to(place)
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
    shutil.rmtree(place)


def pip(venv: Path, *words: str) -> list[str]:
    """The command. `--no-deps`: the files name everything, and old pips refuse the extras of a hashed set."""
    inside = str(venv / "bin" / "python")
    has_pip = any(venv.glob("lib/python*/site-packages/pip"))
    command = [inside, "-m", "pip"] if has_pip else [sys.executable, "-m", "pip", "--python", inside]
    return [*command, "install", "--quiet", "--disable-pip-version-check", "--no-deps", *words]


def run(*commands: list[str]) -> None:
    """All of them at once, each to its end."""
    started = [(command, subprocess.Popen(command)) for command in commands]
    for command, code in [(command, process.wait()) for command, process in started]:
        if code:
            raise SystemExit(f"shelflist: setting up failed: {' '.join(command)} ended with {code}")


def say(text: str) -> None:
    print(f"shelflist: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
