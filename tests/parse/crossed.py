"""The development lines with their values exchanged: the form of one line, and in its fields the values of others.

    python -m tests.parse.crossed [--wrong] [--draw N]

The grammar was made with these lines and reads them nearly by heart. Their forms hold for other values too, and their
values may stand in other forms: what breaks when they are exchanged breaks on lines that nobody has seen. A value takes
the place of one that is written alike (`_look`), so that it could have stood there. `--draw N` makes another exchange.
Lines are read as with ``evaluate.py --leave-out``.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from random import Random

from shelflist.models.citation import Reading
from shelflist.parse.line import Context
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from tests.parse.evaluate import cases_of, report
from tests.parse.expected import Case, from_marked
from tests.parse.leave_out import names_of, read_with, without
from tests.parse.marked import DATA, Expected, expected, files_of
from tests.parse.score import evaluate

_VALUE = re.compile(r"\{(?P<field>[adeilnoprstuw])(?:=(?P<whole>[^:{}]*))?:(?P<words>[^:{}<>_]+)\}")
"""A mark without others in it, of a field whose values may be exchanged."""
_PERSONS = "aeirw"
Value = tuple[str, str | None, str]


def crossed(name: str, draw: int = 0) -> list[Expected]:
    """The lines of one file that no context supplies anything to, with values of the whole half."""
    random, pool = Random(f"{name} {draw}"), _pool()
    return [
        expected(_VALUE.sub(lambda mark: _mark(random.choice(pool[_look(_value(mark))])), row), Context())
        for row in _rows(name)
    ]


def _pool() -> dict[tuple[object, ...], list[Value]]:
    pool = defaultdict[tuple[object, ...], list[Value]](list)
    for file in files_of("development"):
        for value in (_value(mark) for row in _rows(file) for mark in _VALUE.finditer(row)):
            pool[_look(value)].append(value)
    return pool


def _rows(name: str) -> Iterator[str]:
    """Entries as they stand in the file; none with a shared surname, which is nobody else's."""
    context = dict[str, str]()
    for row in (DATA / name).read_text(encoding="utf-8").splitlines():
        if row.startswith("@"):
            kind, _, words = row.partition(" ")
            context[kind] = words.strip()
        elif (
            row[:1] not in ("", "#", "!") and not any(context.values()) and not any(map(_is_half, _VALUE.finditer(row)))
        ):
            yield row


def _is_half(mark: re.Match[str]) -> bool:
    """ "{a=J. L. Hammond:J. L.}"."""
    return mark["field"] in _PERSONS and bool(mark["whole"]) and mark["whole"].split()[-1] not in mark["words"].split()


def _value(mark: re.Match[str]) -> Value:
    return mark["field"], mark["whole"], mark["words"]


def _mark(value: Value) -> str:
    field, whole, words = value
    return f"{{{field}:{words}}}" if whole is None else f"{{{field}={whole}:{words}}}"


def _look(value: Value) -> tuple[object, ...]:
    """What two values must have in common to stand in each other's place."""
    field, whole, words = value
    last = "" if words[-1].isalnum() else words[-1]
    capitals = words[0].isupper(), words[0].isdigit(), words.isupper()
    several = field in _PERSONS and (" and " in words or "&" in words)
    return field, whole is None, last, capitals, field != "t" and "," in words, several, " " in words


def reader() -> Callable[[Case], Reading]:
    """As ``leave_out.reader``; what stands in one line of the half alone may stand in several when exchanged."""
    known = gazetteer_for(Context().lookups)
    often = Counter(name for file in files_of("development") for case in cases_of(file) for name in names_of(case))

    def read(case: Case) -> Reading:
        return read_with(without(known, {name for name in names_of(case) if often[name] <= 1}), case)

    return read


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--draw", type=int, default=0)
    options = parser.parse_args(arguments)
    lines = [line for file in files_of("development") for line in crossed(file, options.draw)]
    score = evaluate(from_marked(lines), reader())
    print(report(score))
    if options.wrong:
        print("\n" + "\n".join(score.wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
