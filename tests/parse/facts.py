"""The facts of the development lines, to be typed in another way: what breaks then breaks on lines nobody has seen.

A way is a line whose marks (see ``data/README.md``) hold one capital instead of words: "{a:I}, {t:T} ({p:P}, {y:Y})".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from shelflist.parse.looks.name_parts import split_name
from tests.parse.marked import Expected, expected, read_half


@dataclass(frozen=True)
class Facts:
    title: str
    author: str
    publisher: str
    place: str
    date: str  # with its mark
    pages: str
    phrase: str
    line: Expected
    partner: str = ""  # another line's author

    def typed(self, way: str) -> Expected:
        """`way` with each mark's letter replaced by the fact in that form: "{a:I}" by "{a=Rewi Ash:Ash, Rewi}"."""
        typed = _TYPED.sub(lambda mark: self._filled(mark[1], mark[2]), way.replace("{y:Y}", self.date))
        return expected(_CLOSED.sub(r"\1", typed), self.line.context)

    def _filled(self, field: str, form: str) -> str:
        if form in _NAME_FORMS:
            name = self.partner if form in "BQZ" else self.author
            whole, written = _NAME_FORMS[form](name)
            return f"{{{field}={whole}:{written}}}"
        return f"{{{field}:{self._value(form)}}}"

    def _value(self, form: str) -> str:
        phrase = f"{self.phrase[0].upper()}{self.phrase[1:]}"
        return {
            "T": self.title, "V": self.title.upper(), "S": f"{self.title}: {phrase}", "P": self.publisher,
            "L": self.place, "X": self.pages, "D": self.phrase, "E": phrase,
        }[form]  # fmt: skip


_TYPED = re.compile(r"\{(\w):([A-Z])\}")
_CLOSED = re.compile(r"([.?!]\}?)\.(?!\w)")
"""A stop after another sign that ends a sentence is not written."""


def _parted(name: str) -> tuple[str, str]:
    family, given = split_name(name)
    return family or name, given or ""


def _whole(name: str) -> str:
    return " ".join(reversed(_parted(name))).strip()


_BARE_INITIAL_LAST = re.compile(r"(?:^|(?<=[a-z]\s))[A-Z]$")


def _turned(name: str) -> tuple[str, str]:
    """A single initial that comes last has its stop, whatever sign of the line follows."""
    stopped = _BARE_INITIAL_LAST.sub(r"\g<0>.", _parted(name)[1])
    return f"{stopped} {_parted(name)[0]}".strip(), f"{_parted(name)[0]}, {stopped}"


def _loud(name: str) -> tuple[str, str]:
    whole, turned = _turned(name)
    family, comma, given = turned.partition(",")
    return whole, f"{family.upper()}{comma}{given}"


def _initials(name: str, between: str = " ") -> str:
    return between.join(f"{word[0]}." for word in _parted(name)[1].replace(".", " ").split())


def _with_initials(name: str) -> tuple[str, str]:
    short = f"{_initials(name)} {_parted(name)[0]}"
    return short, short


def _turned_initials(name: str) -> tuple[str, str]:
    family, short = _parted(name)[0], _initials(name)
    return f"{short} {family}", f"{family}, {short}"


def _loud_initials(name: str) -> tuple[str, str]:
    family, short = _parted(name)[0], _initials(name, "")
    return f"{short} {family}", f"{family.upper()} {short}"


def _bare_initial(name: str) -> tuple[str, str]:
    family, given = _parted(name)
    short = f"{family} {given[:1]}."
    return short, short


_NAME_FORMS: dict[str, Callable[[str], tuple[str, str]]] = {
    "A": lambda name: (name, name),
    "B": lambda name: (name, name),
    "C": _loud,
    "G": _with_initials,
    "I": _turned,
    "J": _turned_initials,
    "K": _loud_initials,
    "Q": _turned,
    "R": _bare_initial,
    "Z": _turned_initials,
    "U": lambda name: (name.upper(), name.upper()),
}
"""How a name is written, with the name that it should be read as. B, Q and Z are of the partner."""


def facts() -> list[Facts]:
    lines = [line for line in read_half("development") if not line.context.heading_path and not line.context.inherited]
    phrases = [line.fields["other_title_information"][0] for line in lines if "other_title_information" in line.fields]
    known = list(_facts(lines, phrases))
    return [replace(one, partner=other.author) for one, other in zip(known, [*known[1:], known[0]], strict=True)]


def _facts(lines: list[Expected], phrases: list[str]) -> Iterator[Facts]:
    needed = ("title", "authors", "publisher", "place_of_publication", "date_edtf", "page_count")
    for n, line in enumerate(lines):
        found = [line.fields.get(name, []) for name in needed]
        if any(len(values) != 1 for values in found) or line.bodies or "part_number" in line.fields:
            continue
        title, author, publisher, place, edtf, pages = (values[0] for values in found)
        start, end = line.spans["date_edtf"][0]
        several = " and " in author or any(sign in f"{author} {title}" for sign in ",&()[]:")
        told_elsewhere = "?" in edtf and "?" not in line.block.text[start:end]  # "n.d. [but probably 1938]"
        if several or told_elsewhere or " " not in author or not pages.isdigit():
            continue
        phrase = line.fields.get("other_title_information", [phrases[n % len(phrases)]])[0]
        date = f"{{y={edtf}:{line.block.text[start:end]}}}" if ":" not in edtf else edtf
        yield Facts(title, author, publisher.rstrip("."), place, date, pages, phrase, line)
