"""``python -m tests.replay``: capture, replay with pywb, compare every page served with what the ledger says.

Ends with 0 when all fit, and, saying so, when pywb cannot be installed; with 1 when anything differs.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from shelflist.archive.store import CaptureStore
from shelflist.models.web import Capture
from shelflist.pipeline.history import History, read_history
from shelflist.settings import raw_directory
from tests.replay import captures
from tests.replay.pywb import NotInstallableError, ask, install, serving

ENVIRONMENT = Path("build") / "pywb"


def main() -> int:
    try:
        programs = install(ENVIRONMENT.absolute())
    except NotInstallableError as error:
        print(f"skipped: pywb cannot be installed here ({error})")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        problems = [problem for name in captures.make(data) for problem in replay(programs, Path(folder), data, name)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def replay(programs: Path, folder: Path, data: Path, name: str) -> list[str]:
    """What pywb serves otherwise than it was captured, one sentence each."""
    raw = raw_directory(data, name)
    history = read_history(raw)
    place = folder / name
    place.mkdir()
    with serving(programs, place, sorted(raw.rglob("*.warc.gz"))) as address:
        wanted = [one for one in history.captures.values() if one.http_status in (200, 304)]
        problems = [told for one in wanted if (told := problem(address, raw, history, one))]
    kinds = Counter(f"{one.record_type} {one.http_status}" for one in wanted)
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    print(f"{name}: {len(wanted) - len(problems)} of {len(wanted)} captures served as they were captured ({told})")
    return problems


def problem(address: str, raw: Path, history: History, capture: Capture) -> str | None:
    """None where pywb serves the capture with status 200 and the right body."""
    status, body = ask(f"{address}/{capture.captured_at:%Y%m%d%H%M%S}id_/{capture.final_url}")
    expected = CaptureStore(raw, history.captures).payload(capture)
    if status == 200 and body == expected:
        return None
    found = f"status {status} and {len(body)} bytes"
    return f"{capture.capture_id} {capture.final_url}: found {found}, expected 200 and {len(expected)} bytes"


if __name__ == "__main__":
    sys.exit(main())
