"""Lines read per second on one core, beside a plain split at the commas.

    python -m benchmarks.parse_lines [SECONDS]

The lines are the evaluation lines of ``tests/parse/data``, varied so that none repeats: what is measured is reading,
not remembering. Prints lines per second, the ratio to the comma split, and the memory gained over the run.
"""

import itertools
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from shelflist.models.page import Block
from shelflist.parse import Context, read_line
from tests.parse.marked import read_lines

_SURNAMES = ("Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel")


def varied(blocks: list[Block]) -> Iterator[Block]:
    """The lines over and over, each time with another word in the title."""
    for number in itertools.count(1):
        word = f"{_SURNAMES[number % len(_SURNAMES)]}{number} "
        for block in blocks:
            yield replace(block, text=word + block.text, links=(), emphasis=())


def rate(step: Callable[[Block], object], blocks: list[Block], seconds: float) -> float:
    """How often `step` can be done in a second."""
    done, begun = 0, time.process_time()
    for block in varied(blocks):
        step(block)
        done += 1
        if done % 50 == 0 and time.process_time() - begun > seconds:
            break
    return done / (time.process_time() - begun)


def main(seconds: float) -> None:
    blocks = [line.block for line in read_lines("development.txt")]
    context = Context()
    for block in blocks:
        read_line(block, context)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    split = rate(lambda block: block.text.split(","), blocks, seconds)
    read = rate(lambda block: read_line(block, context), blocks, seconds)
    gained = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"comma split {split:12,.0f} lines/s")
    print(f"read_line   {read:12,.0f} lines/s   1/{split / read:.0f} of the split   memory gained {gained:,} KB")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0)
