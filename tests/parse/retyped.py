"""The facts of the development lines, typed in other ways: what breaks here breaks on lines that nobody has seen.

    python -m tests.parse.retyped [--leave-out] [--wrong N]

Every line that states title, one author, publisher, place, date and pages is typed anew in each way of `WAYS`; a phrase
that some ways ask for is the line's own or the next line's that has one. Prints the lines right in the six core fields
and in all, one row to a way. `--leave-out` is as in ``evaluate.py``; `--wrong N` prints what is read wrong in way N.
"""

import argparse
import sys

from tests.parse.expected import Case, from_marked
from tests.parse.facts import Facts, facts
from tests.parse.leave_out import reader
from tests.parse.score import Score, as_it_is, evaluate

WAYS = (
    "{t:T}, {a:A}, {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T}, {d:D}, {a:A}, {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T}, {a:A}, {d:D}, {p:P}, {l:L}, {y:Y}, {x:X} pp.",
    "{t:T}, {a:A}, {p:P}, {y:Y}, {x:X} pages.",
    "{t:T}, {a:A}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T}, {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T}, {a:A}, {p:P}, {l:L} {y:Y}, {x:X}pp",
    "{t:T}, {a:A}, {l:L}, {p:P}, {y:Y}, {x:X} p.",
    "{t:T}, {a:A} ({p:P}, {l:L}, {y:Y}), {x:X} pages",
    "{t:T}, {a:A}, {p:P} ({l:L}), {y:Y}, {x:X} pages",
    "{t:T}. {a:A}. {p:P}, {l:L}, {y:Y}. {x:X} pp.",
    "{t:T}. {d:E}. {a:A}. {p:P}, {l:L}, {y:Y}. {x:X} pp.",
    "{t:T}. {a:A}. {l:L}: {p:P}, {y:Y}. {x:X} pp.",
    "{t:T}. {a:A}. {p:P}: {l:L}. {y:Y}. {x:X} pp.",
    "{t:T}. {a:A}. {p:P}. {l:L}. {y:Y}. {x:X} pages",
    "{t:T}, {a:A}. {p:P}, {l:L}, {y:Y}. {x:X} pages.",
    "{t:T} by {a:A}. {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T} by {a:A} ({l:L}: {p:P}, {y:Y}) {x:X}pp.",
    "{t:T} ({a:A}), {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T}, edited by {e:A}, {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T}, {e:A} (ed.), {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{t:T}; {a:A}; {p:P}; {l:L}; {y:Y}; {x:X} pp.",
    "{t:T}; {d:D}; {a:A}; {p:P}, {l:L}; {y:Y}; {x:X} pp.",
    "{t:T} | {a:A} | {p:P} | {l:L} | {y:Y} | {x:X} pp",
    "{t:T} – {a:A} – {p:P}, {l:L} – {y:Y} – {x:X} pages",
    "{t:T} – {a:A} – {p:P} – {l:L} – {y:Y} – {x:X} pages",
    "{t:T} - {a:A}, {p:P}, {l:L}, {y:Y}, {x:X} p.",
    "{t:T} / {a:A}. - {l:L} : {p:P}, {y:Y}. - {x:X} p.",
    "{a:I}. {t:T}. {l:L}: {p:P}, {y:Y}. {x:X} pp.",
    "{a:I}, {t:T}, {p:P}, {l:L}, {y:Y}, {x:X} pp.",
    "{a:I}: {t:T}. {p:P}, {l:L}, {y:Y}. {x:X} pp.",
    "{a:C}: {t:T}. {p:P}, {l:L}, {y:Y}. {x:X} pp.",
    "{a:I} ({y:Y}) {t:T}. {l:L}: {p:P}. {x:X} pp.",
    "{a:A}: {t:T}. {p:P}, {l:L}, {y:Y}. {x:X} pp.",
    "{a:A}: {t:T}, {d:D}, {p:P}, {l:L}, {y:Y}, {x:X} pp.",
    "{a:A}, {t:T}, {p:P}, {l:L}, {y:Y}, {x:X} pages",
    "{a:A}, {t:T} ({l:L}: {p:P}, {y:Y}), {x:X} pages",
    "{a:A}. {t:T}. {l:L}: {p:P}, {y:Y}. {x:X} pages",
    "{a:A}. {t:T}. {p:P}, {l:L}. {y:Y}. {x:X} pages",
    "{a:A} – {t:T} – {p:P}, {l:L}, {y:Y} – {x:X} pages",
    "{a:U}. {t:T}. {p:P}, {l:L}, {y:Y}. {x:X} pages",
    "{y:Y}. {t:T}. {a:A}. {p:P}, {l:L}. {x:X} pages",
    "{a:C}; {t:T}; {p:P}; {l:L}; {y:Y}; {x:X}p.",
    "{a:I}; {t:T}; {p:P}; {l:L}; {y:Y}; {x:X}p.",
    "{t:T} / {a:A}. {p:P}, {y:Y}. {x:X} p.",
    "{t:T} / {a:A}. {l:L}: {p:P}, {y:Y}. {x:X} p.",
    "{t:T} / edited by {e:A}. {l:L}, {y:Y}. {x:X} p.",
    "{a:I}: {t:T}. ({p:P}, {l:L} {y:Y}). {x:X} pp.",
    "{a:I}: {t:T}. ({p:P}, {y:Y}). {x:X} pp.",
    "{a:I}. {t:T}. {p:P}, {y:Y}. {x:X} pp.",
    "{a:R}, {t:T}, {p:P}, {l:L}, {y:Y}, {x:X}pp",
    "{a:I}. ({y:Y}). {t:T}. {l:L}: {p:P}.",
    "{a:I}, “{t:T}” ({l:L}: {p:P}, {y:Y}), {x:X} pp.",
    "{a:A}, <{t:T}> {p:P}, {y:Y}",
    "{t:T} by {a:A} ({y:Y}), {p:P}, {l:L}. {x:X} pages",
    "{t:T} by {a:A} ({p:P}, {l:L} {y:Y})",
    "{t:T} by {a:A} - {p:P}, {y:Y}, {x:X} pages, £2",
    "{t:T}, by {a:A} ({l:L}, {y:Y})",
    "{t:T}. By {a:A}. {p:P}, {l:L}, {y:Y}. {x:X} pp.",
    "{t:T} ({y:Y}), {a:A}, {p:P}, {l:L}. {x:X} pages",
    "{t:T}, {a:A} ({p:P}), {y:Y}, {x:X} pages",
    "{t:T}, {a:A}, {p:P}, {l:L}, {y:Y} ({x:X} pages)",
)  # fmt: skip


def score_of(way: str, known: list[Facts], *, leave_out: bool) -> Score:
    cases: list[Case] = from_marked([one.typed(way) for one in known])
    return evaluate(cases, reader(cases) if leave_out else as_it_is)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--wrong", type=int)
    options = parser.parse_args(arguments)
    known = facts()
    core = whole = 0.0
    print(f"{len(known)} lines")
    for number, way in enumerate(WAYS):
        if options.wrong is not None and number != options.wrong:
            continue
        score = score_of(way, known, leave_out=options.leave_out)
        core, whole = core + score.core, whole + score.whole
        print(f"{number:3} {score.core:7.1%} {score.whole:7.1%}  {way}")
        if options.wrong is not None:
            print("\n".join(score.wrong))
    print(f"    {core / len(WAYS):7.1%} {whole / len(WAYS):7.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
