"""Lines of real lists, and what an archive's owner does to one of them.

The lists are the evaluation lines of ``tests/parse/data`` (not the held-out ones). A line is kept as marked pieces, so
that an edit knows what it edits. Nothing here knows how lines are linked.
"""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "parse" / "data"

Piece = tuple[str, str]
"""A mark of the evaluation lines ("t" title, "a" author, "p" publisher, "l" place, "y" date, "x" pages), and words."""

_MARK = re.compile(r"\{(\w)(?:=[^:{}]*)?:|\}")
SPELLINGS = (
    ("ki", "ky"), ("sky", "ski"), ("ei", "ie"), ("ll", "l"), ("ss", "s"), ("ov", "of"), ("tch", "ch"), ("ph", "f"),
    ("y", "i"), ("w", "v"), ("ts", "z"), ("nn", "n"), ("kh", "h"), ("th", "t"),
)  # fmt: skip
_HOUSES = {
    "FLPH": "Foreign Languages Publishing House", "FLP": "Foreign Languages Press", "Novosti": "Novosti Press Agency",
    "CPGB": "Communist Party of Great Britain", "Progress": "Progress Publishers", "Gollancz": "Victor Gollancz",
}  # fmt: skip
OTHER_HOUSES = ("Progress Publishers", "Lawrence and Wishart", "International Publishers", "Modern Books", "Novosti")
_PHRASES = (
    "with an index", "(some pages are missing)", "illustrated", "text only", "a better scan than the one before",
    "[From the library of the late Andrew Rothstein.]", "in two columns, with 4 maps", "second impression",
    "(This is the version that was withdrawn from sale within a month of its publication.)",
)  # fmt: skip
_PERSONS = ("Emile Burns", "Joan Beauchamp", "P. Kerzhentsev")
_SUBTITLES = ("a short account", "a documentary record", "notes for study classes", "speeches and articles")


@dataclass(frozen=True, slots=True)
class Item:
    """One book of a list. `twin`: identical lines share it, since nobody can tell which of them is which."""

    key: int
    pieces: tuple[Piece, ...]
    links: tuple[str, ...]
    page: int = 0
    heading: int = 0
    twin: int = -1

    @property
    def text(self) -> str:
        return " ".join("".join(words for _, words in self.pieces).split())

    def has(self, mark: str) -> bool:
        return any(one == mark for one, _ in self.pieces)

    def words(self, mark: str) -> str:
        return next(words for one, words in self.pieces if one == mark)

    def put(self, mark: str, words: str) -> "Item":
        """The first piece of that mark, worded anew."""
        at = next(index for index, (one, _) in enumerate(self.pieces) if one == mark)
        return replace(self, pieces=(*self.pieces[:at], (mark, words), *self.pieces[at + 1 :]))

    def insert_after(self, mark: str, words: str) -> "Item":
        at = max(index for index, (one, _) in enumerate(self.pieces) if one == mark)
        return replace(self, pieces=(*self.pieces[: at + 1], ("", words), *self.pieces[at + 1 :]))


@cache
def book_lines() -> tuple[tuple[Piece, ...], ...]:
    """Every entry that needs no heading to be read, as pieces."""
    found: list[tuple[Piece, ...]] = []
    context = False
    for line in (DATA / "development.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("@heading", "@inherited")):
            context = len(line.split()) > 1
        elif line and line[0] not in "!#@" and not context:
            found.append(_marked(line))
    for line in (DATA / "seed_entries.jsonl").read_text(encoding="utf-8").splitlines():
        found.append(_of_fields(json.loads(line)))
    return tuple(pieces for pieces in found if any(mark == "t" for mark, _ in pieces))


def _marked(line: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    open_marks, at = [""], 0
    for mark in _MARK.finditer(line):
        _add(pieces, open_marks[-1], line[at : mark.start()])
        if mark[1]:
            open_marks.append(mark[1])
        elif len(open_marks) > 1:
            open_marks.pop()
        at = mark.end()
    _add(pieces, "", line[at:])
    return tuple(pieces)


def _add(pieces: list[Piece], mark: str, words: str) -> None:
    if words := re.sub("[<>_]", "", words):
        pieces.append((mark, words))


def _of_fields(record: dict[str, object]) -> tuple[Piece, ...]:
    """The fields of a seed entry, found in its line from left to right; the extent from the right."""
    raw, at = str(record["raw"]), 0
    names = [("t", record["title"]), *(("a", name) for name in _names(record)), ("p", record["publisher"])]
    names += [("l", record["place_of_publication"]), ("y", record["year"]), ("x", record["page_count"])]
    pieces: list[Piece] = []
    for mark, value in names:
        place = raw.find(str(value), at) if value is not None else -1
        if place >= 0:
            _add(pieces, "", raw[at:place])
            _add(pieces, mark, str(value))
            at = place + len(str(value))
    _add(pieces, "", raw[at:])
    return tuple(pieces)


def _names(record: dict[str, object]) -> list[str]:
    authors = record["authors"]
    return [str(name) for name in authors] if isinstance(authors, list) else []


@dataclass(frozen=True, slots=True)
class Edit:
    needs: str
    make: Callable[[Item, random.Random], Item]


def _house_and_year(item: Item, dice: random.Random) -> Item:
    return _house(_year(item, dice), dice)


def _house(item: Item, dice: random.Random) -> Item:
    house = item.words("p")
    short = {long: short for short, long in _HOUSES.items()}
    return item.put("p", _HOUSES.get(house) or short.get(house) or slip(house, dice))


def _year(item: Item, dice: random.Random) -> Item:
    year = item.words("y")
    digits = re.search(r"1[89]\d\d", year)
    if digits is None:
        return item.put("y", f"{year} [{dice.randint(1920, 1975)}?]")
    other = str(int(digits[0]) + dice.choice((-10, -2, -1, 1, 2, 3, 10)))
    return item.put("y", year.replace(digits[0], other))


def _pages(item: Item, dice: random.Random) -> Item:
    count = int(re.sub(r"\D", "", item.words("x")) or 10)
    return item.put("x", str(max(1, count + dice.choice((-20, -4, -2, -1, 1, 2, 4, 10, 100)))))


def _title(item: Item, dice: random.Random) -> Item:
    """Typed anew: one to three slips, words or signs otherwise."""
    title = item.words("t")
    for _ in range(dice.randint(1, 3)):
        title = dice.choice((slip, slip, _other_signs, _other_word, _capitals))(title, dice)
    return item.put("t", title)


def slip(words: str, dice: random.Random) -> str:
    """One letter left out, doubled, or two changed over; never the first of a word, nor a digit."""
    places = [at for at in range(1, len(words) - 1) if words[at - 1 : at + 2].isalpha()]
    if not places:
        return words
    at = dice.choice(places)
    kinds = (words[at + 1] + words[at], words[at + 1], words[at] * 2 + words[at + 1])
    return words[:at] + dice.choice(kinds) + words[at + 2 :]


def _other_signs(words: str, dice: random.Random) -> str:
    pairs = (("-", " "), (" and ", " & "), (": ", ", "), ("’", "'"), (", ", " – "), (" – ", ": "), ("U.S.S.R.", "USSR"))
    fitting = [(was, now) for was, now in pairs if was in words]
    return words.replace(*dice.choice(fitting)) if fitting else words


def _other_word(words: str, dice: random.Random) -> str:
    """A small word left out or put in."""
    if words.startswith(("The ", "A ", "On ")):
        return words.split(" ", 1)[1]
    return dice.choice((f"The {words}", f"On {words}", words.replace(" of the ", " of ", 1)))


def _capitals(words: str, dice: random.Random) -> str:
    return words.capitalize() if dice.random() < 0.5 else words.title()


def _author(item: Item, dice: random.Random) -> Item:
    """Respelt: initials otherwise, one letter, and sometimes another transliteration altogether."""
    name = item.words("a")
    chance = dice.random()
    if chance < 0.35:
        name = name.replace(".", "") if "." in name else re.sub(r"\b([A-Z])(?=[A-Z ])", r"\1.", name)
    elif chance < 0.9:
        name = _respelt(name, dice)
    else:
        for was, now in SPELLINGS:
            name = name.replace(was, now)
    return item.put("a", name)


def _respelt(name: str, dice: random.Random) -> str:
    head, _, family = name.rpartition(" ")
    fitting = [pair for pair in SPELLINGS if pair[0] in family]
    family = family.replace(*dice.choice(fitting), 1) if fitting else slip(family, dice)
    return f"{head} {family}".strip()


def _author_added(item: Item, dice: random.Random) -> Item:
    if item.has("a"):
        return item.put("a", item.words("a") + " and " + dice.choice(_PERSONS))
    return item.insert_after("t", ", " + dice.choice(_PERSONS))


def _phrase(item: Item, dice: random.Random) -> Item:
    return replace(item, pieces=(*item.pieces, ("", " " + dice.choice(_PHRASES))))


def _subtitle(item: Item, dice: random.Random) -> Item:
    if item.has("d"):
        return item.put("d", "") if dice.random() < 0.5 else item.put("d", dice.choice(_SUBTITLES))
    return item.insert_after("t", ", " + dice.choice(_SUBTITLES))


def _imprint_turned(item: Item, dice: random.Random) -> Item:
    """Place and publisher change places."""
    house, place = item.words("p"), item.words("l")
    return item.put("p", place).put("l", house)


def _all_at_once(item: Item, dice: random.Random) -> Item:
    """Someone had the book in hand: title, pages and a phrase."""
    return _phrase(_pages(_title(item, dice), dice), dice)


EDIT_KINDS = (
    Edit("py", _house_and_year), Edit("p", _house), Edit("y", _year), Edit("x", _pages), Edit("t", _title),
    Edit("t", _title), Edit("a", _author), Edit("a", _author), Edit("t", _author_added), Edit("t", _phrase),
    Edit("t", _subtitle), Edit("pl", _imprint_turned), Edit("tx", _all_at_once),
)  # fmt: skip
