"""Lines read per second on one core, beside a plain split at the commas.

    python -m benchmarks.parse_lines [SECONDS]

The lines are the evaluation lines of ``tests/parse/data`` with other titles, phrases, persons, years and page counts,
so that no line and hardly a title or name comes twice: what is measured is reading, not remembering. Publishers and
places are left as they are; they repeat in every real list. Times are of the processor. Prints lines per second, the
ratio to the comma split, and the memory gained over the run; then the same without what was decided for lines made
alike, since the lines come again in their form here, as they do in one archive and not in many.
"""

import gc
import itertools
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from shelflist.models.page import Block
from shelflist.parse.labels import decision
from shelflist.parse.line import Context, read_line
from shelflist.settings import COLLECT_AFTER
from tests.parse.marked import Expected, read_lines

_PERSONS = ("authors", "editors", "translators", "introducers", "illustrators")
_WORDED = ("title", "other_title_information")
_STARTS = ("B", "Br", "C", "D", "F", "Gr", "H", "K", "L", "M", "N", "P", "R", "St", "T", "W")
_MIDDLES = ("a", "e", "i", "o", "u", "ar", "el", "in", "on", "ur")
_ENDS = ("ckett", "dale", "ford", "kin", "lund", "mer", "nev", "sky", "ton", "vich", "well", "zer")
_YEAR = re.compile(r"(?<!\d)1[89]\d\d(?!\d)")
_PAGES = re.compile(r"\d+(?=\s?p)")
_CHUNK = 500
"""Lines made at a time, outside the measured stretch."""


class Varied:
    """The same lines in every process, for ever, each in another wording."""

    def __init__(self, lines: list[Expected]) -> None:
        self.lines, self.random = itertools.cycle(lines), random.Random(1917)
        titles = [value for line in lines for name in _WORDED for value in line.fields.get(name, ())]
        self.words = sorted({word for title in titles for word in title.split() if word.isalpha()})

    def take(self, count: int) -> list[Block]:
        return [self._vary(line) for line in itertools.islice(self.lines, count)]

    def _vary(self, line: Expected) -> Block:
        text = line.block.text
        for name in _WORDED:
            for value in line.fields.get(name, ()):
                text = text.replace(value, self._reworded(value), 1)
        for name in _PERSONS:
            for value in line.fields.get(name, ()):
                text = text.replace(value, self._renamed(value), 1)
        text = _YEAR.sub(lambda found: str(self.random.randint(1840, 1999)), text)
        text = _PAGES.sub(lambda found: str(self.random.randint(2, 900)), text)
        if not line.fields:
            text = f"{text[:1]}{self._surname().lower()} {text[1:]}"
        return replace(line.block, text=text, links=(), emphasis=())

    def _reworded(self, words: str) -> str:
        """Every other word another, and one that nobody has read before."""
        changed = [self.random.choice(self.words) if i % 2 else word for i, word in enumerate(words.split())]
        new = self._surname() if words[0].isupper() else self._surname().lower()
        return " ".join([*changed[:2], new, *changed[2:]])

    def _renamed(self, name: str) -> str:
        """Given names and initials stay, the last word is another."""
        return " ".join([*name.split()[:-1], self._surname()])

    def _surname(self) -> str:
        pick = self.random.choice
        return pick(_STARTS) + pick(_MIDDLES) + pick(_STARTS).lower() + pick(_MIDDLES) + pick(_ENDS)


def chunks(lines: list[Expected]) -> Iterator[list[Block]]:
    varied = Varied(lines)
    while True:
        yield varied.take(_CHUNK)


def rate(step: Callable[[Block], object], lines: list[Expected], seconds: float) -> float:
    """How often `step` can be done in a second of the processor's time; making the lines does not count."""
    done, spent = 0, 0.0
    for blocks in chunks(lines):
        begun = time.process_time()
        for block in blocks:
            step(block)
        spent += time.process_time() - begun
        done += len(blocks)
        if spent > seconds:
            break
    return done / spent


def _unlike_any(block: Block, context: Context) -> None:
    decision.forget()
    read_line(block, context)


def main(seconds: float) -> None:
    gc.set_threshold(*COLLECT_AFTER)  # as the program does
    lines = list(read_lines("development.txt"))
    context = Context()
    for line in lines:
        read_line(line.block, context)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    split = rate(lambda block: block.text.split(","), lines, min(seconds, 0.5))
    read = rate(lambda block: read_line(block, context), lines, seconds)
    alone = rate(lambda block: _unlike_any(block, context), lines, seconds / 2)
    gained = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"comma split {split:12,.0f} lines/s")
    print(f"read_line   {read:12,.0f} lines/s   1/{split / read:.0f} of the split   memory gained {gained:,} KB")
    print(f"unlike any  {alone:12,.0f} lines/s   as if no line were made like another before it")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0)
