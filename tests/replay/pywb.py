"""pywb in an environment of its own: installed once, given WARCs, asked over HTTP. Shelflist needs none of it."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

VERSION = "2.10.0"
COLLECTION = "captures"


class NotInstallableError(Exception):
    """No registry is reached, or pywb does not run on this Python."""


def install(folder: Path) -> Path:
    """The programs of an environment with pywb, made in `folder` unless it is there. Raises NotInstallableError."""
    programs = folder / "bin"
    if not (programs / "wayback").exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
            command = [str(programs / "python"), "-m", "pip", "install", "--quiet", f"pywb=={VERSION}"]
            subprocess.run(command, check=True, capture_output=True, timeout=600)
        except (OSError, subprocess.SubprocessError) as error:
            told = getattr(error, "stderr", b"") or str(error).encode()
            raise NotInstallableError(told.decode("utf-8", "replace").strip().splitlines()[-1]) from error
    return programs


@contextmanager
def serving(programs: Path, folder: Path, warcs: Iterable[Path]) -> Iterator[str]:
    """The address under which pywb serves these files."""
    subprocess.run([programs / "wb-manager", "init", COLLECTION], cwd=folder, check=True, capture_output=True)
    add = [str(programs / "wb-manager"), "add", COLLECTION, *map(str, warcs)]
    subprocess.run(add, cwd=folder, check=True, capture_output=True)
    port = _free_port()
    command = [str(programs / "wayback"), "-p", str(port), "-b", "127.0.0.1"]
    with (
        (folder / "wayback.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as it,
    ):
        try:
            _wait_for(port, it)
            yield f"http://127.0.0.1:{port}/{COLLECTION}"
        finally:
            it.terminate()


def ask(address: str) -> tuple[int, bytes]:
    """Status and body, uncompressed."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address), timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"pywb does not answer on port {port}; see wayback.log")
