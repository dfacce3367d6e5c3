"""Make a virtual environment that holds exactly the pinned requirements, and Shelflist itself.

Run by `make` with any Python from 3.11 on; needs the standard library and pip, nothing else. Two runs at once on one
environment wait for each other, and a run that finds its work done ends at once: what was installed is known by the
checksum of the requirement files. An installation that was cut short is taken up again.
"""

import argparse
import fcntl
import hashlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
        make(venv)
        pip(venv, "--require-hashes", "--requirement", str(pins))
        set_done(venv, pins)
    own = PROJECT / "pyproject.toml"
    if not is_done(venv, own):  # not again without need: another process may be running from this environment
        pip(venv, "--no-build-isolation", "--editable", str(PROJECT))
        set_done(venv, own)


def is_done(venv: Path, cause: Path) -> bool:
    stamp = venv / f".done-{cause.stem}"
    return stamp.exists() and stamp.read_text() == checksum(cause)


def set_done(venv: Path, cause: Path) -> None:
    (venv / f".done-{cause.stem}").write_text(checksum(cause))


def checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def make(venv: Path) -> None:
    """An environment with pip, or without it where this Python came without ensurepip (Debian splits it off)."""
    if (venv / "bin" / "python").exists():
        return
    without_pip = [] if importlib.util.find_spec("ensurepip") else ["--without-pip"]
    run(sys.executable, "-m", "venv", *without_pip, str(venv))


def pip(venv: Path, *words: str) -> None:
    """`--no-deps`: the files name everything, and old pips refuse the extras of a hashed set."""
    inside = venv / "bin" / "python"
    has_pip = any(venv.glob("lib/python*/site-packages/pip"))
    command = (str(inside), "-m", "pip") if has_pip else (sys.executable, "-m", "pip", "--python", str(inside))
    run(*command, "install", "--quiet", "--disable-pip-version-check", "--no-deps", *words)


def run(*command: str) -> None:
    finished = subprocess.run(command, check=False)
    if finished.returncode:
        raise SystemExit(f"shelflist: setting up failed: {' '.join(command)} ended with {finished.returncode}")


def say(text: str) -> None:
    print(f"shelflist: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
