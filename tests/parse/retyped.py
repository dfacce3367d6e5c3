"""The facts of the development lines, typed in other ways: what breaks here breaks on lines that nobody has seen.

    python -m tests.parse.retyped [--leave-out] [--wrong N]

Every line that states title, one author, publisher, place, date and pages is typed anew in each way of `WAYS`; a phrase
that some ways ask for is the line's own or the next line's that has one. Prints the lines right in the six core fields
and in all, one row to a way. `--leave-out` is as in ``evaluate.py``; `--wrong N` prints what is read wrong in way N.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from tests.parse.expected import Case, from_marked
from tests.parse.leave_out import reader
from tests.parse.marked import Expected, expected, read_half
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

    @property
    def inverted(self) -> str:
        given, _, family = self.author.rpartition(" ")
        return f"{family}, {given}"

    def typed(self, way: str) -> Expected:
        family, _, given = self.inverted.partition(", ")
        named = f"{{a={self.author}:"
        typed = {
            "{a:I}": f"{named}{self.inverted}}}", "{a:C}": f"{named}{family.upper()}, {given}}}",
            "{a:U}": f"{{a:{self.author.upper()}}}", "{a:R}": f"{{a:{family} {given[0]}.}}",
            "{y:Y}": self.date, ":T}": f":{self.title}}}",
            ":A}": f":{self.author}}}", ":P}": f":{self.publisher}}}", ":L}": f":{self.place}}}",
            ":X}": f":{self.pages}}}", ":D}": f":{self.phrase}}}",
            ":E}": f":{self.phrase[0].upper()}{self.phrase[1:]}}}",
        }  # fmt: skip
        for sign, value in typed.items():
            way = way.replace(sign, value)
        return expected(way.replace("..", "."), self.line.context)


def facts() -> list[Facts]:
    lines = [line for line in read_half("development") if not line.context.heading_path and not line.context.inherited]
    phrases = [line.fields["other_title_information"][0] for line in lines if "other_title_information" in line.fields]
    return list(_facts(lines, phrases))


def _facts(lines: list[Expected], phrases: list[str]) -> Iterator[Facts]:
    needed = ("title", "authors", "publisher", "place_of_publication", "date_edtf", "page_count")
    for n, line in enumerate(lines):
        found = [line.fields.get(name, []) for name in needed]
        if any(len(values) != 1 for values in found) or line.bodies or "part_number" in line.fields:
            continue
        title, author, publisher, place, edtf, pages = (values[0] for values in found)
        start, end = line.spans["date_edtf"][0]
        several = " and " in author or any(sign in f"{author} {title}" for sign in ",&()[]:")
        if several or " " not in author or not pages.isdigit():
            continue
        phrase = line.fields.get("other_title_information", [phrases[n % len(phrases)]])[0]
        date = f"{{y={edtf}:{line.block.text[start:end]}}}" if ":" not in edtf else edtf
        yield Facts(title, author, publisher.rstrip("."), place, date, pages, phrase, line)


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
