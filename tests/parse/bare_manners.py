"""Lines that have a title and little besides, in the manners of hands that print no imprint: how right each is read.

    python -m tests.parse.bare_manners [--lines N] [--wrong WAY]

The facts of development lines (see ``facts.py``) are typed in each of `WAYS`, and read without the names that they
alone have (``leave_out.py``): by their own words, as lines that are said to be books, and with the order said as well.
Prints the share of lines right in the six core fields, and how many are not read as entries.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from unittest.mock import patch

from shelflist.models.citation import LineKind, Reading
from shelflist.parse.context.manner import UNSAID, Manner, Said
from shelflist.parse.line import read_alone
from tests.parse import leave_out
from tests.parse.expected import Case, from_marked
from tests.parse.facts import Facts, facts
from tests.parse.manners import read_by
from tests.parse.score import Score, evaluate

TITLE_FIRST = """
{t:T} by {a:A}|{t:T}, by {a:A}|{t:T} By {a:A}|{t:T}, {a:A}|{t:T} – {a:A}|{t:T} - {a:A}|{t:T} ({a:A})|{t:T} / {a:A}
{t:T}. {a:A}.|{t:T}; {a:A}|_{t:T}_ {a:A}|_{t:T}_, {a:A}|“{t:T}” {a:A}|<{t:T}> {a:A}|<{t:T}>, {a:A}|• {t:T}, {a:A}
1. {t:T} by {a:A}|{t:T} by {a:A} ({y:Y})|{t:T}, {a:A} ({y:Y})|{t:T}, {a:A}, {y:Y}|{t:T} ({y:Y}), {a:A}
{t:T} ({y:Y}) by {a:A}|{t:T} – {a:A} ({y:Y})|{t:T} ({a:A}, {y:Y})|{y:Y} {t:T} by {a:A}|{y:Y} – {t:T} – {a:A}
{t:T} by {a:A} ({p:P})|{t:T}, {a:A}, {p:P}|{t:T} – {a:A}, {p:P}
"""
AUTHOR_FIRST = """
{a:A}: {t:T}|{a:A}, {t:T}|{a:A} – {t:T}|{a:A} - {t:T}|{a:A}. {t:T}|{a:A} / {t:T}|{a:A} _{t:T}_|{a:A}, _{t:T}_
{a:A}, “{t:T}”|{a:G}, {t:T}|{a:G} {t:T}|{a:I}, {t:T}|{a:I}. {t:T}.|{a:I}: {t:T}|{a:J}, {t:T}|{a:J} {t:T}|{a:C}, {t:T}
{a:K} {t:T}|3. {a:A}, {t:T}|{a:A} {t:V}|{a:A}, {t:T} ({y:Y})|{a:A}, {t:T}, {y:Y}|{a:A}: {t:T}, {y:Y}
{a:A} ({y:Y}) {t:T}|{a:A} – {t:T} ({y:Y})|{a:I}, {t:T}, {y:Y}|{a:I}. {t:T}. {y:Y}.|{a:I} ({y:Y}) {t:T}
{y:Y}: {a:A}, {t:T}|{a:A}, {t:T}, {p:P}|{a:A}, {t:T} ({p:P})|{a:A}: {t:T} ({p:P}, {y:Y})|{a:I}, {t:T}, {p:P}
"""
NOBODY = """
{t:T} ({y:Y})|{t:T}, {y:Y}|{t:T} {y:Y}|_{t:T}_ ({y:Y})|“{t:T}” ({y:Y})|({y:Y}) {t:T}|{y:Y} {t:T}|{y:Y}: {t:T}
_{t:T}_|<{t:T}>|“{t:T}”
"""


def ways() -> list[tuple[str, bool | None]]:
    """Each way of typing, and whether the author stands first in it."""
    orders = ((TITLE_FIRST, False), (AUTHOR_FIRST, True), (NOBODY, None))
    return [(way, first) for listed, first in orders for way in listed.strip().replace("\n", "|").split("|")]


def lines_of(number: int, way: str, known: list[Facts], count: int) -> list[Case]:
    """Each way has other lines, none dated in words."""
    plain = [one for one in known if one.date[3:7] == one.date[8:-1]]
    return from_marked([plain[(number * count + i) * 7 % len(plain)].typed(way) for i in range(count)])


def read_as(said: Manner, cases: list[Case], read: Callable[[Case], Reading]) -> Score:
    """The lines read by themselves, with what is said of the hand that typed them."""
    with patch.object(leave_out, "read_line", read_alone):
        return evaluate([replace(case, context=replace(case.context, manner=said)) for case in cases], read)


def unread(score: Score) -> int:
    return sum(n for (is_, read), n in score.kinds.items() if is_ is LineKind.ENTRY and read is not LineKind.ENTRY)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=40)
    parser.add_argument("--wrong")
    options = parser.parse_args(arguments)
    known = facts()
    read = read_by(known, leave_out=True)
    whole: dict[str, list[Score]] = {}
    for number, (way, first) in enumerate(ways()):
        cases = lines_of(number, way, known, options.lines)
        said: dict[str, Manner] = {"nothing said": UNSAID, "books": Said(True), "order as well": Said(True, first)}
        found = {name: read_as(manner, cases, read) for name, manner in said.items()}
        if options.wrong == way:
            print("\n".join(found["order as well"].wrong))
        print(f"{way:30}" + "".join(f"{score.core:8.1%} ({unread(score):2})" for score in found.values()))
        for name, score in found.items():
            whole.setdefault(name, []).append(score)
    for name, scores in whole.items():
        right = sum(one.core_right for score in scores for one in score.outcomes)
        entries = sum(score.entries for score in scores)
        print(f"{name}: {right / entries:.1%} of {entries}, {sum(map(unread, scores))} not read as entries")


if __name__ == "__main__":
    main(sys.argv[1:])
