"""Manners of writing a line, as combinations of what a hand chooses: how right each choice is read, and each pair.

    python -m tests.parse.manners [--leave-out] [--combinations N] [--wrong N] [--only CHOICE ...]

A manner is one value of each dimension of `CHOICES`. A sample of those that a hand could keep is drawn, always the
same, and the facts of some development lines (see ``facts.py``) are typed in each. Prints the share of lines right in
the six core fields: the lowest manners, each value, and the lowest pairs of values. `--wrong N` prints what is read
wrong in manner N; `--only stop "A. T"` takes manners with these values. What stands first is the commonest value.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from random import Random

from shelflist.models.citation import Reading
from tests.parse.expected import Case, from_marked
from tests.parse.facts import Facts, facts
from tests.parse.leave_out import reader
from tests.parse.score import as_it_is, evaluate

Manner = dict[str, str]
Score = tuple[float, Manner]

TITLE_FIRST = ("T, A", "T. A", "T; A", "T – A", "T / A", "T by A", "T, by A", "T (A)")
AUTHOR_FIRST = ("A, T", "A. T", "A: T", "A; T", "A – T", "A (Y) T", "A (Y). T", "A. Y. T", "A T")
CHOICES = {
    "order": (*TITLE_FIRST, *AUTHOR_FIRST, "T", "Y. T, A", "Y: A, T"),
    "name": ("A", "I", "C", "J", "K", "G", "U", "A and B", "I and B", "J & Z", "I; Q"),
    "dress": ("T", "“T”", "‘T’", '"T"', "_T_", "<T>", "“T,”", "CAPITALS"),
    "role": ("", "ed.", "(ed.)", "edited by", "eds", "and trans."),
    "subtitle": ("", ": S", ", D"),
    "sign": (", ", ". ", "; ", " – ", " - ", " | ", " / "),
    "imprint": (
        "P, L, Y", "L: P, Y", "(L: P, Y)", "(P, L, Y)", "(P, Y)", "(P)", "P (L), Y", "P (L, Y)", "(P, L) Y", "L Y",
        "L, Y", "P, Y", "Y", "n.d.", "(Y)", "P Y", "(P Y)", "(L Y)", "(L, Y)", "P/L/Y", "L/P/Y", "P, L Y", "L: P. Y",
        "L : P, Y", "P: L, Y", "P, n.d.", "L, P, Y", "P, L, [Y]", "P, L (Y)",
    ),
    "extent": ("X pages", "Xpp.", "X pp", "X p.", "Xp", "pp. X", "[X] p.", "viii, X pp.", "(X pp.)", ""),
    "end": ("", ".", " £2.50", " [Box 7]", ". HD 8039"),
}  # fmt: skip
"""S: the title with its subtitle; D: a phrase; P/L/Y: parted by the sign of the line."""
_MOSTLY_FIRST = ("dress", "role", "subtitle", "end")
_ROLES = {"ed.": "{}, ed.", "(ed.)": "{} (ed.)", "edited by": "edited by {}", "eds": "{} (eds)"}
_INVERTED = ("I", "C", "J", "I and B", "J & Z", "I; Q")


def could_keep(m: Manner) -> bool:
    """Whether a hand could write so: what would not tell its own fields apart is left out."""
    return _names_told(m) and _role_told(m) and _signs_agree(m) and _imprint_told(m) and _dress_told(m)


def _names_told(m: Manner) -> bool:
    order, name = m["order"], m["name"]
    if name in _INVERTED and order in ("T, A", "T, by A", "T by A", "T (A)", "Y. T, A", "A T", "Y: A, T"):
        return False
    if order == "A T" and m["dress"] in ("T", "CAPITALS") and name not in ("C", "K", "U"):
        return False
    return not (";" in name and ";" in m["sign"] + order) and not (order == "T" and name != "A")


def _role_told(m: Manner) -> bool:
    order, role, several = m["order"], m["role"], not {*m["name"]}.isdisjoint("BZQ")
    if (role == "eds" and not several) or (role in ("ed.", "(ed.)") and several):
        return False
    if role == "edited by" and (order not in TITLE_FIRST or m["name"] in _INVERTED):
        return False
    return not role or order not in ("T by A", "T, by A", "T (A)", "A T", "T")


def _signs_agree(m: Manner) -> bool:
    joint = m["order"].strip("TAY:(),. by") or m["order"][1:3].strip()
    strong = joint in ("–", ";", "/") or m["sign"] not in (", ", ". ")
    return not strong or _agree(joint, m["sign"], m["order"])


def _imprint_told(m: Manner) -> bool:
    imprint, first = m["imprint"], "Y" in m["order"]
    dated = any(sign in imprint for sign in ("Y", "n.d."))
    if (first and dated) or not (first or dated or imprint == "(P)"):
        return False
    if imprint in ("Y", "(Y)", "n.d.") and (not m["extent"] or m["order"] == "T"):
        return False
    return bool(m["extent"]) or m["end"] in ("", ".")


def _dress_told(m: Manner) -> bool:
    order, dress = m["order"], m["dress"]
    if m["subtitle"] == ": S" and dress in ("‘T’", "“T,”", "CAPITALS"):
        return False
    if m["subtitle"] == ", D" and (dress == "“T,”" or m["sign"] not in (", ", ". ") or "/" in order or "by" in order):
        return False
    return dress != "“T,”" or order in ("T, A", "A, T", "A. T", "A: T", "A (Y) T", "A (Y). T")


def _agree(joint: str, sign: str, order: str) -> bool:
    """The sign between author and title is that of the line, or between them a dash, a slash, a semicolon alone."""
    if "(" in order or order == "T":
        return True
    if sign == " | ":
        return joint in ("–", "", ",", ".", ":")  # a bar takes the place of any sign
    same = {"; ": (";", ":"), " – ": ("–", ":"), " - ": ("–", ":"), " / ": ("/",)}
    return joint in same.get(sign, (joint,))


def sample(number: int) -> list[Manner]:
    """`number` manners, always the same."""
    random, found = Random(7), list[Manner]()
    while len(found) < number:
        manner = {name: _choose(name, values, random) for name, values in CHOICES.items()}
        if could_keep(manner) and manner not in found:
            found.append(manner)
    return found


def _choose(name: str, values: tuple[str, ...], random: Random) -> str:
    return values[0] if name in _MOSTLY_FIRST and random.random() < 0.6 else random.choice(values)


def way_of(m: Manner) -> str:
    """The line with a capital in each mark, as ``facts.py`` fills it."""
    sign = m["sign"]
    title = _title(m)
    opening = m["order"].replace(", T", ",, T").replace("T, ", "T,, ") if sign == " | " else m["order"]
    opening = opening.translate({ord("T"): "\0t", ord("A"): "\0a", ord("Y"): "\0y"})
    if sign == " | ":
        for joint in (",,", ".", " –", ":"):
            opening = opening.replace(f"{joint} ", " | ")
    elif sign == " - ":
        opening = opening.replace(" – ", " - ")
    if m["dress"] == "“T,”":
        opening = opening.replace("\0t, ", "\0t ")
    for mark, words in (("\0t", title), ("\0a", _author(m)), ("\0y", "{y:Y}")):
        opening = opening.replace(mark, words)
    trans = f"{', ' if sign in (', ', '. ') else sign}translated by {{r:B}}" if m["role"] == "and trans." else ""
    imprint = m["imprint"].replace("/", sign)
    for letter, mark in (("P", "{p:P}"), ("L", "{l:L}"), ("Y", "{y:Y}")):
        imprint = imprint.replace(letter, mark) if letter != "Y" or "{y:Y}" not in imprint else imprint
    extent = m["extent"].replace("X", "{x:X}")
    before = "" if m["dress"] == "“T,”" and not trans and opening.endswith("”") else sign
    whole = f"{opening}{trans}{' ' if imprint[:1] in '([' else before}{imprint}"
    return f"{whole}{' ' if extent[:1] == '(' else sign if extent else ''}{extent}{m['end']}"


def _title(m: Manner) -> str:
    letter = "V" if m["dress"] == "CAPITALS" else "S" if m["subtitle"] == ": S" else "T"
    dress = "T" if m["dress"] == "CAPITALS" else m["dress"]
    phrase = ", {d:D}" if m["subtitle"] == ", D" else ""
    return dress.replace("T", f"{{t:{letter}}}") + phrase


def _author(m: Manner) -> str:
    field = "e" if m["role"] in _ROLES else "a"
    names = "".join(f"{{{field}:{sign}}}" if sign.isupper() else sign for sign in m["name"])
    return _ROLES.get(m["role"], "{}").replace("{}", names)


def read_by(known: list[Facts], *, leave_out: bool) -> Callable[[Case], Reading]:
    return (
        reader(from_marked([one.typed("{t:T}, {a:A}, {p:P}, {l:L}, {y:Y}.") for one in known]))
        if leave_out
        else as_it_is
    )


def cases_of(manner: Manner, n: int, known: list[Facts], lines: int) -> list[Case]:
    """Each manner has other lines, none dated in words ("early 1950s"), which no hand would put first."""
    plain = [one for one in known if one.date[3:7] == one.date[8:-1]]
    return from_marked([plain[(n * lines + i) * 7 % len(plain)].typed(way_of(manner)) for i in range(lines)])


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--combinations", type=int, default=300)
    parser.add_argument("--lines", type=int, default=12)
    parser.add_argument("--wrong", type=int)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args(arguments)
    manners, known = sample(options.combinations), facts()
    read = read_by(known, leave_out=options.leave_out)
    found = [evaluate(cases_of(m, n, known, options.lines), read) for n, m in enumerate(manners)]
    if options.wrong is not None:
        print("\n".join([way_of(manners[options.wrong]), *found[options.wrong].wrong]))
        return
    scored = [(score.core, manner) for score, manner in zip(found, manners, strict=True)]
    chosen = [one for one in enumerate(scored) if all(value in one[1][1].values() for value in options.only)]
    for n, (core, manner) in sorted(chosen, key=lambda one: one[1][0])[:60]:
        print(f"{n:4} {core:6.1%}  {way_of(manner)}")
    _print_values([one for _, one in chosen])


def _print_values(scored: list[Score]) -> None:
    single, double = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
    for core, manner in scored:
        told = [f"{name} {value!r}" for name, value in manner.items()]
        for one in told:
            single[one].append(core)
        for pair in combinations(told, 2):
            double["  ".join(pair)].append(core)
    for one, found in single.items():
        print(f"{sum(found) / len(found):6.1%} {len(found):4}  {one}")
    often = {pair: sum(found) / len(found) for pair, found in double.items() if len(found) > 3}
    for told_both in sorted(often, key=lambda both: often[both])[:30]:
        print(f"{often[told_both]:6.1%} {len(double[told_both]):4}  {told_both}")
    print(f"{sum(core for core, _ in scored) / max(1, len(scored)):6.1%} of {len(scored)} manners")


if __name__ == "__main__":
    main(sys.argv[1:])
