"""How well yesterday's entries are found again: revisions of real lists with known truth, beside plain string matching.

    python -m benchmarks.linkage [REVISIONS [FIRST_SEED]]

Each revision is folded by the real fold, three nights long, over lines read by the real grammar. The edits are those of
``tests/linkage/edits.py``, ``revisions.py`` and ``bare.py``.
Printed, for lists with links, without, and of short lines:

- precision and recall of the pairs (an old line, the line it became); recall of the edited lines alone;
- F1 of the change events (added, missing, changed, moved, relinked) against the truth;
- false removals: entries still there that the third night calls removed;
- waiting: edited lines that no rule paired, for which a person is asked; asked: all pairs that a person is asked about.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from tests.linkage.bare import BareEditor
from tests.linkage.judged import Judged, by_close_match, by_fold, by_token_sort
from tests.linkage.revisions import Editor

REVISIONS = 300
FIRST_SEED = 100_000
"""Seeds below this were used to set weights and thresholds; they say nothing about the rest."""


@dataclass(slots=True)
class Sum:
    """Counts over all revisions."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, judged: Judged) -> None:
        self.counts.update(judged.counts)

    def share(self, part: str, whole: str) -> float:
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def line(self, name: str) -> str:
        f1 = 2 * self.counts["events_right"] / (self.counts["events_told"] + self.counts["events_true"])
        cells = (
            f"{self.share('right', 'told'):9.4f}", f"{self.share('right', 'true'):9.4f}",
            f"{self.share('edited_right', 'edited'):9.4f}", f"{f1:9.4f}", f"{self.counts['false_removals']:9d}",
            f"{self.counts['waiting']:9d}", f"{self.counts['asked']:9d}", f"{self.seconds:9.1f}",
        )  # fmt: skip
        return f"{name:28}" + "".join(cells)


LISTS: dict[str, Callable[[int], Editor]] = {
    "with links": partial(Editor, linked=True),
    "without links": partial(Editor, linked=False),
    "of short lines without links": BareEditor,
}
METHODS = {"this fold": by_fold, "difflib close match 0.6": by_close_match, "token_sort_ratio 85": by_token_sort}


def run(revisions: int, first_seed: int) -> None:
    for kind, editor in LISTS.items():
        print(f"{revisions} revisions {kind}, seeds from {first_seed}")
        print(" " * 28 + "precision   recall   edited       F1 removals  waiting    asked  seconds")
        for name, method in METHODS.items():
            total = Sum()
            started = time.process_time()
            for seed in range(first_seed, first_seed + revisions):
                total.add(method(editor(seed).revise()))
            total.seconds = time.process_time() - started
            print(total.line(name), flush=True)
        print()


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    run(*(given + [REVISIONS, FIRST_SEED][len(given) :]))
