"""An editor who changes a made-up site and breaks it, by dice, and a witness of what was really to be seen.

Whatever they live through must be told truly (`test_any_history`), and so must what is done to it afterwards.
"""

import random
from dataclasses import dataclass, field
from datetime import datetime
from typing import get_args

from tests.pipeline.chronicle import NARROWER, RULES, Chronicle, Fault, address

NAMES = ("a", "b", "c", "d")
KINDS: tuple[Fault, ...] = get_args(Fault)


@dataclass
class Editor:
    """Keeps the made-up site, and breaks it now and then. A title stands on one page at most."""

    dice: random.Random
    site: dict[str, list[str]] = field(default_factory=dict)
    count: int = 0
    moved: set[str] = field(default_factory=set)  # titles that changed page
    faults: dict[str, Fault] = field(default_factory=dict)

    def begin(self) -> None:
        for name in NAMES[:3]:
            self.site[name] = [f"# Heading {name}", *(self.new() for _ in range(self.dice.randint(2, 5)))]

    def new(self) -> str:
        self.count += 1
        return f"Title {self.count}"

    def titles(self, name: str) -> list[str]:
        return [line for line in self.site.get(name, ()) if not line.startswith("# ")]

    def day(self) -> None:
        for _ in range(self.dice.choice((0, 0, 1, 2, 3))):
            self.dice.choice((self.add, self.drop, self.move, self.shuffle, self.head, self.page))()
        self.faults = {
            name: self.dice.choice(KINDS) for name in sorted(self.site) if self.dice.random() < 0.2
        }  # fmt: skip

    def add(self) -> None:
        lines = self.site[self.dice.choice(sorted(self.site))]
        lines.insert(self.dice.randint(0, len(lines)), self.new())

    def drop(self) -> None:
        lines = self.site[self.dice.choice(sorted(self.site))]
        if len(lines) > 2:
            lines.pop(self.dice.randrange(len(lines)))

    def move(self) -> None:
        start, end = self.dice.choice(sorted(self.site)), self.dice.choice(sorted(self.site))
        titles = self.titles(start)
        if start != end and len(titles) > 1:
            title = self.dice.choice(titles)
            self.site[start].remove(title)
            self.site[end].append(title)
            self.moved.add(title)

    def shuffle(self) -> None:
        self.dice.shuffle(self.site[self.dice.choice(sorted(self.site))])

    def head(self) -> None:
        lines = self.site[self.dice.choice(sorted(self.site))]
        lines.insert(self.dice.randint(0, len(lines)), f"# Heading {self.dice.randint(1, 3)}")

    def page(self) -> None:
        if "d" not in self.site:
            self.site["d"] = ["# Heading d", self.new(), self.new()]

    @property
    def pages(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(lines) for name, lines in self.site.items()}

    @property
    def expected(self) -> dict[str, list[str]]:
        return {address(name): sorted(self.titles(name)) for name in self.site if self.titles(name)}


@dataclass
class Witness:
    """What was really to be seen in each run, by its time: the titles of each page that answered."""

    shown: dict[datetime, dict[str, list[str]]] = field(default_factory=dict)

    def note(self, told: Chronicle, editor: Editor) -> None:
        seen = {address(name): editor.titles(name) for name in editor.site if name not in editor.faults}
        self.shown[told.at] = seen


def one_day(told: Chronicle, editor: Editor, witness: Witness) -> None:
    dice = editor.dice
    editor.day()
    if dice.random() < 0.1:
        told.use_rules(dice.choice((RULES, NARROWER)))
    if dice.random() < 0.1:
        told.record(editor.pages, editor.faults, outcome="crashed")
    witness.note(told, editor)
    outcome = dice.choice(("finished", "finished", "finished", "limited", "cancelled"))
    if outcome == "cancelled":
        editor.faults |= dict.fromkeys(sorted(editor.site)[2:], "skipped")
        witness.note(told, editor)
    if dice.random() < 0.1:
        told.record(editor.pages, editor.faults, outcome=outcome)  # killed before the fold: folded with the next
        editor.faults = {}
        witness.note(told, editor)
    told.night(editor.pages, editor.faults, outcome=outcome, hours=dice.choice((24, 24, 24, 12)))
    if told.state.held_run_id and dice.random() < 0.5:
        held = [page.page_id for page in told.state.pages.values() if page.unobserved_since or page.absences_owed]
        told.accept(dice.choice([None, *sorted(held)]))
