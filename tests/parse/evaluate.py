"""How many lines are read right: field by field, whole lines, in every markup, and how sure the readings are.

    python -m tests.parse.evaluate [NAME ...] [--wrong] [--unlisted] [--leave-out] [--variants]

A NAME is `development` or `heldout` (the halves), `seeds`, a file of ``tests/parse/data``, or the path of a JSONL file
in the form of ``seed_entries.jsonl``. `--unlisted` takes the publishers of the evaluated lines out of the gazetteer
first, which shows how well unknown houses are read. `--leave-out` reads each line without the names that it alone has
(see ``leave_out.py``): the honest figure for lines that the lists were made with. `--wrong` prints what is read wrong.
`--variants` reads every entry in each markup of ``variants.py``. What counts as right is told in ``data/README.md``.
"""

import argparse
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from shelflist.models.citation import LineKind
from shelflist.parse import line
from shelflist.parse.line import Context
from shelflist.parse.vocabulary.gazetteer import Gazetteer, gazetteer_for, key
from tests.parse.expected import ASIDE, Case, from_jsonl, from_marked
from tests.parse.leave_out import reader
from tests.parse.marked import DATA, Expected, read_half
from tests.parse.score import SURE, Outcome, Score, as_it_is, evaluate, share
from tests.parse.variants import AS_MARKED, VARIANTS, variant
from tests.parse.verdicts import Verdict

SEEDS = DATA / "seed_entries.jsonl"
_BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def cases_of(name: str) -> list[Case]:
    if name == "seeds":
        return from_jsonl(SEEDS)
    return from_jsonl(Path(name)) if name.endswith(".jsonl") else from_marked(read_half(name))


def report(score: Score) -> str:
    rows = ["field                         lines  stated   given   right  precision  recall  abstained"]
    rows += [_field_row(score, name) for name in score.fields if name not in ASIDE]
    rows += ["", *(_aside_row(score, name) for name in ASIDE if name in score.fields)]
    rows += ["", *_whole_rows(score), "", *_kind_rows(score), "", *_reliability(score.outcomes)]
    return "\n".join(rows)


def _field_row(score: Score, name: str) -> str:
    tally = score.fields[name]
    right, abstained = tally.verdicts[Verdict.RIGHT], tally.verdicts[Verdict.ABSTAINED]
    return (
        f"{name:27} {tally.verdicts.total():7} {tally.stated:7} {tally.given:7} {right:7}  "
        f"{tally.precision:9.1%} {tally.recall:7.1%} {abstained:10}"
    )


def _aside_row(score: Score, name: str) -> str:
    tally = score.fields[name]
    return f"{name:27} {tally.verdicts.total():7} lines, right in {tally.precision:6.1%} (not part of all fields)"


def _whole_rows(score: Score) -> list[str]:
    n, sure = score.entries, score.sure
    return [
        f"six core fields right   {sum(o.core_right for o in score.outcomes):5} of {n:5}  {score.core:6.1%}",
        f"all fields right        {sum(o.all_right for o in score.outcomes):5} of {n:5}  {score.whole:6.1%}",
        f"given {SURE} or more      {len(sure):5} of {n:5}  core right in {share(o.core_right for o in sure):6.1%}, "
        f"all right in {share(o.all_right for o in sure):6.1%}",
        f"read as entries, but none {score.false_entries:3} of {score.others:5}  "
        f"{score.false_entries / max(1, score.others):6.1%}",
    ]


def _kind_rows(score: Score) -> list[str]:
    head = f"{'is / read as':14}" + "".join(f"{kind:>13}" for kind in LineKind)
    return [head] + [f"{is_:14}" + "".join(f"{score.kinds[is_, read]:13}" for read in LineKind) for is_ in LineKind]


def _reliability(outcomes: list[Outcome]) -> list[str]:
    rows = ["confidence    lines  mean given  core right  all right"]
    for low, high in pairwise(_BINS):
        held = [one for one in outcomes if low <= one.confidence < high]
        if held:
            mean = sum(one.confidence for one in held) / len(held)
            core, whole = share(one.core_right for one in held), share(one.all_right for one in held)
            rows.append(
                f"{low:.2f} - {min(1.0, high):.2f} {len(held):6} {mean:11.2f} {core:11.1%} {whole:10.1%}",
            )
    return rows


def markup_table(lines: list[Expected], *, leave_out: bool = False) -> str:
    """One row to a variant; non-entries have no title and are read plain and linked as a whole."""
    rows = ["markup                      entries    core     all   given 0.9: all right   others read as entries"]
    for name in VARIANTS:
        cases = from_marked(varied(lines, name))
        score = evaluate(cases, reader(cases) if leave_out else as_it_is)
        sure = score.sure
        others = f"{score.false_entries:8} of {score.others:4}" if score.others else ""
        rows.append(
            f"{name:27} {score.entries:7} {score.core:7.1%} {score.whole:7.1%} "
            f"{len(sure):10} {share(o.all_right for o in sure):7.1%} {others}"
        )
    return "\n".join(rows)


def varied(lines: list[Expected], name: str) -> list[Expected]:
    """The lines in one variant. A line that is no entry has no title to mark, and is counted where it differs."""
    found = variant(lines, name)
    return [one for one in found if one.kind is LineKind.ENTRY or name in (AS_MARKED, "whole line linked")]


def without_publishers_of(cases: list[Case]) -> Gazetteer:
    """The bundled gazetteer, less every publisher that the cases name."""
    known = gazetteer_for(Context().lookups)
    named = {key(str(value)) for case in cases for value in case.right.get("publisher", []) if value}
    return replace(known, publishers=known.publishers - named, publisher_openings=frozenset())


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=["development"])
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--unlisted", action="store_true")
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--variants", action="store_true")
    options = parser.parse_args(arguments)
    cases = [case for name in options.names for case in cases_of(name)]
    chosen = without_publishers_of(cases) if options.unlisted else gazetteer_for(Context().lookups)
    with patch.object(line, "gazetteer_for", lambda lookups: chosen):
        score = evaluate(cases, reader(cases) if options.leave_out else as_it_is)
        print(report(score))
        if options.variants:
            marked = [name for name in options.names if name != "seeds" and not name.endswith(".jsonl")]
            print("\n" + markup_table([one for name in marked for one in read_half(name)], leave_out=options.leave_out))
    if options.wrong:
        print("\n" + "\n".join(score.wrong))


if __name__ == "__main__":
    main(sys.argv[1:])
