"""How much memory something takes: Linux tells the peak of a process, and lets it be set back (proc(5), clear_refs)."""

from pathlib import Path
from types import TracebackType
from typing import Self


class Memory:
    """Of this process, what it grew by at its peak; of the reading worker, all. In megabytes."""

    def __init__(self) -> None:
        self.grown = self.of_worker = 0
        self._before = 0

    def __enter__(self) -> Self:
        Path("/proc/self/clear_refs").write_text("5")
        self._before = _megabytes("self", "VmRSS")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.grown = _megabytes("self", "VmHWM") - self._before
        children = (
            number for file in Path("/proc/self/task").glob("*/children") for number in file.read_text().split()
        )
        self.of_worker = max((_megabytes(child, "VmHWM") for child in children), default=0)


def _megabytes(process: str, name: str) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) >> 10 for line in lines if line.startswith(f"{name}:")), 0)
