"""A made-up archive and its owner: pages of lines, and the edits of many years. Everything follows from a seed.

What stands here is the truth that the harvest is measured by. Nothing here knows of requests, faults or events.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

_FIRST = (
    "Ann",
    "Boris",
    "Clara",
    "Dan",
    "Edith",
    "Frank",
    "Greta",
    "Hugh",
    "Ivy",
    "John",
    "Kate",
    "Leo",
    "Mary",
    "Ned",
)
_LAST = ("Abbot", "Barlow", "Coates", "Dunn", "Ellis", "Fenner", "Gall", "Hutt", "Innes", "Jacks", "Kerr", "Lumley")
_KINDS = ("Short", "Plain", "First", "Workers", "Red", "Northern", "Popular", "Critical", "Concise", "Living", "Open")
_FORMS = ("History", "Guide", "Survey", "Record", "Handbook", "Outline", "Account", "Study", "Reader", "Portrait")
_THINGS = (
    "Mines",
    "Railways",
    "Harvest",
    "Soviets",
    "Press",
    "Unions",
    "Schools",
    "Docks",
    "Theatre",
    "Mills",
    "Banks",
)
_PLACES = ("Baku", "Leeds", "Moscow", "Glasgow", "Riga", "Kharkov", "Bristol", "Omsk", "Dundee", "Tiflis", "Perth")
_HOUSES = ("Lawrence and Wishart", "Progress Publishers", "Victor Gollancz", "International Publishers", "Modern Books")

EDITED = 0.2
"""The share of days with edits: some seventy a year."""

QUIET_NIGHTS = 8
"""A line that was edited is left alone for so long: two edits at once can hide who is who from anybody."""


@dataclass(frozen=True, slots=True)
class Line:
    """One book of a list. `key` is its true identity; `link` is None for one that is only named."""

    key: int
    author: str
    title: str
    house: str
    year: int
    pages: int
    link: str | None

    @property
    def text(self) -> str:
        return f"{self.title}, by {self.author} ({self.house}, {self.year}), {self.pages} pages"


@dataclass(slots=True)
class Section:
    heading: str
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class PostPage:
    """One post. `hidden`: taken off the site, and perhaps put back later. `modified` counts its edits."""

    number: int
    sections: list[Section]
    modified: int = 0
    hidden: bool = False

    @property
    def slug(self) -> str:
        return f"list-{self.number}"

    @property
    def lines(self) -> list[Line]:
        return [line for section in self.sections for line in section.lines]


class Owner:
    """Keeps the archive. `names` leads from every text that a line ever had to its key."""

    def __init__(self, seed: int, *, pages: int, lines: int, edited: float = EDITED) -> None:
        self._edited = edited
        self.dice, self.night, self.theme, self.count = random.Random(seed), 0, 0, 0
        self.names: dict[str, int] = {}
        self.edits: dict[str, int] = {}
        self.host = "files"
        self._touched: dict[int, int] = {}
        self._taken_out: list[tuple[PostPage, Line]] = []
        self._usual = lines
        self.pages = [self._page(number, lines) for number in range(1, pages + 1)]

    @property
    def shown(self) -> list[PostPage]:
        return [page for page in self.pages if not page.hidden]

    @property
    def visible(self) -> dict[int, tuple[PostPage, Line]]:
        """Every line that the site shows, by key."""
        return {line.key: (page, line) for page in self.shown for line in page.lines}

    def day(self) -> None:
        """What the owner does between two nights: nothing as a rule."""
        self.night += 1
        if self.dice.random() < self._edited:
            for _ in range(self.dice.choice((1, 1, 1, 2, 3, 5))):
                self._edit()
        if self.night % 365 == 200:
            self.theme += 1
            self._note("theme")
        if self.night % 1500 == 700:
            self._lead_elsewhere()
        for page in self.pages:
            if page.hidden and self.dice.random() < 0.15:
                self._put_back(page)

    # making

    def _page(self, number: int, lines: int) -> PostPage:
        sections = [Section(f"Part {number}.{n}: {self.dice.choice(_THINGS)}") for n in (1, 2, 3)]
        for _ in range(lines):
            self.dice.choice(sections).lines.append(self._line())
        return PostPage(number, [section for section in sections if section.lines])

    def _line(self) -> Line:
        while True:
            line = self._draft()
            if line.text not in self.names:
                return self._named(line)

    def _draft(self) -> Line:
        dice, self.count = self.dice, self.count + 1
        words = f"{dice.choice(_KINDS)} {dice.choice(_FORMS)} of the {dice.choice(_PLACES)} {dice.choice(_THINGS)}"
        link = f"/{self.count}.pdf" if dice.random() < 0.85 else None
        author = f"{dice.choice(_FIRST)} {dice.choice(_LAST)}"
        return Line(
            self.count,
            author,
            words,
            dice.choice(_HOUSES),
            dice.randint(1880, 1975),
            dice.randint(16, 640),
            link,
        )

    def _named(self, line: Line) -> Line:
        assert self.names.setdefault(line.text, line.key) == line.key
        return line

    # editing

    def _edit(self) -> None:
        kinds: tuple[tuple[Callable[[], bool], int], ...] = (
            (self._add, 30), (self._correct, 30), (self._remove, 27), (self._move, 10), (self._relink, 12),
            (self._reorder, 6), (self._rename, 3), (self._hide, 1), (self._bring_back, 2),
        )  # fmt: skip
        (chosen,) = self.dice.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])
        if chosen():
            self._note(chosen.__name__.strip("_"))

    def _note(self, kind: str) -> None:
        self.edits[kind] = self.edits.get(kind, 0) + 1

    def _place(self) -> tuple[PostPage, Section]:
        page = self.dice.choice(self.shown)
        page.modified += 1
        return page, self.dice.choice(page.sections)

    def _some(self) -> tuple[PostPage, Section, int] | None:
        """A line that nothing was done to lately; it is marked as edited, and its page too."""
        page, section = self._place()
        free = [
            n for n, line in enumerate(section.lines) if self.night - self._touched.get(line.key, -99) > QUIET_NIGHTS
        ]
        if not free or len(section.lines) < 3:
            return None
        at = self.dice.choice(free)
        self._touched[section.lines[at].key] = self.night
        return page, section, at

    def _add(self) -> bool:
        _, section = self._place()
        line = self._line()
        self._touched[line.key] = self.night
        section.lines.insert(self.dice.randint(0, len(section.lines)), line)
        return True

    def _remove(self) -> bool:
        if len(self.visible) < 0.95 * self._usual * len(self.pages) or (found := self._some()) is None:
            return False
        page, section, at = found
        self._taken_out.append((page, section.lines.pop(at)))
        return True

    def _bring_back(self) -> bool:
        """A line that was taken out some time ago, as it was, on its page."""
        waiting = [
            (page, line)
            for page, line in self._taken_out
            if not page.hidden and self.night - self._touched[line.key] > QUIET_NIGHTS
        ]
        if not waiting:
            return False
        page, line = self.dice.choice(waiting)
        self._taken_out.remove((page, line))
        self._touched[line.key] = self.night
        page.modified += 1
        section = self.dice.choice(page.sections)
        section.lines.insert(self.dice.randint(0, len(section.lines)), line)
        return True

    def _correct(self) -> bool:
        if (found := self._some()) is None:
            return False
        _, section, at = found
        line, dice = section.lines[at], self.dice
        after = dice.choice(
            (
                replace(line, year=line.year + dice.choice((-1, 1, 10))),
                replace(line, pages=line.pages + dice.randint(1, 9)),
                replace(line, title=line.title.replace(" of the ", " of ", 1) + dice.choice(("", " Workers"))),
                replace(line, author=f"{dice.choice(_FIRST)} {line.author.split()[-1]}"),
                replace(line, house=dice.choice(_HOUSES)),
            )
        )
        if after.text == line.text or self.names.get(after.text, line.key) != line.key:
            return False
        section.lines[at] = self._named(after)
        return True

    def _relink(self) -> bool:
        if (found := self._some()) is None:
            return False
        _, section, at = found
        self.count += 1
        section.lines[at] = replace(section.lines[at], link=f"/scans/{self.count}.pdf")
        return True

    def _move(self) -> bool:
        if (found := self._some()) is None:
            return False
        _, section, at = found
        _, other = self._place()
        other.lines.insert(self.dice.randint(0, len(other.lines)), section.lines.pop(at))
        return True

    def _reorder(self) -> bool:
        _, section = self._place()
        for _ in range(self.dice.randint(1, 3)):
            line = section.lines.pop(self.dice.randrange(len(section.lines)))
            section.lines.insert(self.dice.randint(0, len(section.lines)), line)
        return True

    def _rename(self) -> bool:
        _, section = self._place()
        section.heading = f"{section.heading.partition(':')[0]}: {self.dice.choice(_THINGS)}"
        return True

    def _hide(self) -> bool:
        if len(self.shown) < 0.9 * len(self.pages):
            return False
        page = self.dice.choice(self.shown)
        page.hidden = True
        for line in page.lines:
            self._touched[line.key] = self.night
        return True

    def _put_back(self, page: PostPage) -> None:
        page.hidden = False
        page.modified += 1
        self._note("put back")

    def _lead_elsewhere(self) -> None:
        """All files move to another address at once: every link of the archive changes in one night."""
        self.host = "media" if self.host == "files" else "files"
        self._note("all links")
        for page in self.pages:
            page.modified += 1


def target(owner: Owner, line: Line) -> str | None:
    """The address that the line leads to now."""
    return f"http://{owner.host}.archive.localhost{line.link}" if line.link else None
