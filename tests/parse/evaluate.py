"""How many lines are read right, field by field.

    python -m tests.parse.evaluate [FILE.jsonl | development.txt | heldout.txt] [--wrong] [--unlisted]

A JSONL file has one object per line: `raw` and the right values, in the column names of `seed_entries.jsonl` or in the
names `authors`, `editors`, `description`, `place`, `year`, `pages`; `alt` maps a field to further right values. "n.p."
equals null. `--unlisted` takes the publishers of the evaluated lines out of the gazetteer first, which shows how well
unknown houses are read. `--wrong` prints what is read wrong.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from shelflist.models.citation import Citation, LineKind, Reading, Role
from shelflist.models.page import Block, BlockKind
from shelflist.parse import Context, gazetteer, line, read_line
from shelflist.parse.gazetteer import Gazetteer, gazetteer_for, key
from tests.parse.marked import DATA, Expected, read_lines

CORE = ("title", "authors", "publisher", "place_of_publication", "year", "page_count")
_ROLES = {
    "authors": (Role.AUT, Role.SGN), "editors": (Role.EDT, Role.COM), "translators": (Role.TRL,),
    "introducers": (Role.WIN,), "illustrators": (Role.ILL,),
}  # fmt: skip
_OTHER_NAMES = {"description": "other_title_information", "place": "place_of_publication", "pages": "page_count"}
_NOTHING = ("", "n.p.", "np.", "n.d.", "nd.")


@dataclass(frozen=True)
class Case:
    """A line and, for each field to be checked, all right values."""

    block: Block
    context: Context
    kind: LineKind
    right: dict[str, list[Any]]


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    text = " ".join(str(value).split()).strip(" .,") if value is not None else ""
    return "" if text in _NOTHING or text + "." in _NOTHING else text


def _names(citation: Citation, field: str) -> list[list[str]]:
    """The names of a role, as written and with the given name first."""
    chosen = [person for person in citation.contributors if person.role in _ROLES[field]]
    turned = [f"{p.given} {p.family}" if p.given and "," in p.name_raw else p.name_raw for p in chosen]
    return [[p.name_raw for p in chosen], turned]


def values(citation: Citation, field: str) -> list[Any]:
    """What was read for a field, in the forms that may be compared."""
    if field in _ROLES:
        return list(_names(citation, field))
    if field == "year":
        return [citation.date_edtf[:4] if citation.date_edtf and "X" not in citation.date_edtf else None]
    if field == "notes":
        return [" ".join(note for note in citation.notes if not note.startswith("first published"))]
    return [getattr(citation, field)]


def is_right(citation: Citation, field: str, right: Iterable[Any]) -> bool:
    accepted = [_plain(value) for value in right]
    return any(_plain(value) in accepted for value in values(citation, field))


def from_marked(lines: list[Expected]) -> list[Case]:
    return [Case(line.block, line.context, line.kind, _right(line)) for line in lines]


def _right(line: Expected) -> dict[str, list[Any]]:
    if line.kind is not LineKind.ENTRY:
        return {}
    right: dict[str, list[Any]] = {}
    for field in ("title", "publisher", "place_of_publication", "date_edtf", "page_count", "other_title_information"):
        right[field] = [line.fields[field][-1]] if field in line.fields else [None]
    for field in _ROLES:
        right[field] = [line.fields.get(field, [])]
    for field in line.fields.keys() - right.keys():
        right[field] = [line.fields[field][0]]
    date = right["date_edtf"][0]
    right["year"] = [date[:4] if date and "X" not in date else None]
    return _with_context(line, right)


def _with_context(line: Expected, right: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """What the context supplies, and the two ways to title a periodical's issue and to write a list of authors."""
    if line.context.inherited:
        right = {k: v for k, v in right.items() if k not in ("title", "publisher", "place_of_publication", "authors")}
    if line.context.heading_path and not line.fields.get("authors"):
        right.pop("authors", None)
    if "container_title" in line.fields and "title" not in line.fields:
        right["title"] = [*line.fields["container_title"], None]
    joined = [_split(name) for name in line.fields.get("authors", [])]
    if not line.fields.get("other_title_information") and ", leaflet" in line.block.text:
        right["other_title_information"].append("leaflet")
    for field in ("volume", "issue"):
        if field in right:
            right[field].append(right[field][0].split(maxsplit=1)[-1])
    if "authors" in right:
        right["authors"].append([name for names in joined for name in names])
    if any(len(_split(name)) > 1 for name in line.fields.get("editors", [])):
        right["editors"].append([name for names in line.fields["editors"] for name in _split(names)])
    return right


def _split(names: str) -> list[str]:
    """A marked list of names, taken apart; a shared surname is given to each."""
    if names.endswith(" and others"):
        names = names.removesuffix(" and others")
    parts = [
        part
        for piece in names.split(", ")
        for part in piece.removeprefix("and ").replace(" & ", " and ").split(" and ")
    ]
    surname = parts[-1].split()[-1]
    alone = [part for part in parts if len(part.split()) == 1 and len(parts) > 1 and part != surname]
    return [f"{part} {surname}" if part in alone else part for part in parts]


def from_jsonl(path: Path) -> list[Case]:
    cases = []
    for row in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(row)
        heading = record.get("heading")
        context = Context(heading_path=(heading,) if heading else ())
        cases.append(Case(Block(BlockKind.LINE, record["raw"]), context, LineKind.ENTRY, _from_record(record)))
    return cases


def _from_record(record: dict[str, Any]) -> dict[str, list[Any]]:
    alternatives = {_OTHER_NAMES.get(k, k): v for k, v in record.get("alt", {}).items()}
    record = {_OTHER_NAMES.get(k, k): v for k, v in record.items()}
    checked = (*CORE, "editors", "other_title_information")
    return {field: [record.get(field), *alternatives.get(field, [])] for field in checked if field in record}


@dataclass
class Score:
    """Right and checked per field, over entries; and the kinds."""

    right: Counter[str]
    checked: Counter[str]
    core_right: int
    all_right: int
    entries: int
    others: int
    false_entries: int
    wrong: list[str]
    confident: list[tuple[float, bool]]

    @property
    def core(self) -> float:
        return self.core_right / max(1, self.entries)


def evaluate(cases: list[Case]) -> Score:
    score = Score(Counter(), Counter(), 0, 0, 0, 0, 0, [], [])
    for case in cases:
        reading = read_line(case.block, case.context)
        if case.kind is LineKind.ENTRY:
            _add_entry(score, case, reading)
        else:
            score.others += 1
            score.checked[f"kind {case.kind}"] += 1
            score.right[f"kind {case.kind}"] += reading.kind is case.kind
            score.false_entries += reading.kind is LineKind.ENTRY
            if reading.kind is not case.kind:
                score.wrong.append(f"{reading.kind} instead of {case.kind}: {case.block.text}")
    return score


def _add_entry(score: Score, case: Case, reading: Reading) -> None:
    score.entries += 1
    citation = reading.citation or Citation()
    faults = [field for field, right in case.right.items() if not is_right(citation, field, right)]
    for field in case.right:
        score.checked[field] += 1
        score.right[field] += field not in faults
    score.core_right += not any(field in CORE for field in faults)
    score.all_right += not faults
    score.confident.append((citation.parse_confidence, not any(field in CORE for field in faults)))
    if faults:
        told = "; ".join(
            f"{field}: {values(citation, field)[0]!r} instead of {case.right[field][0]!r}" for field in faults
        )
        score.wrong.append(f"{case.block.text}\n      {citation.parse_confidence} {reading.kind}: {told}")


def report(score: Score) -> str:
    lines = [
        f"{field:26} {score.right[field]:4} of {n:4}  {score.right[field] / n:6.1%}"
        for field, n in score.checked.items()
    ]
    sure = [right for confidence, right in score.confident if confidence >= 0.9]
    lines.append(f"six core fields right      {score.core_right:4} of {score.entries:4}  {score.core:6.1%}")
    share = score.all_right / max(1, score.entries)
    lines.append(f"all checked fields right   {score.all_right:4} of {score.entries:4}  {share:6.1%}")
    lines.append(f"confidence of 0.9 or more  {len(sure):4} lines, core right in {sum(sure) / max(1, len(sure)):6.1%}")
    lines.append(f"read as entries, but none  {score.false_entries:4} of {score.others:4}")
    return "\n".join(lines)


def without_publishers_of(cases: list[Case]) -> Gazetteer:
    """The bundled gazetteer, less every publisher that the cases name."""
    known = gazetteer_for(Context().lookups)
    named = {key(str(value)) for case in cases for value in case.right.get("publisher", []) if value}
    return replace(known, publishers=known.publishers - named, publisher_openings=frozenset())


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", default="development.txt")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--unlisted", action="store_true")
    options = parser.parse_args(arguments)
    cases = from_jsonl(Path(options.file)) if options.file.endswith(".jsonl") else from_marked(read_lines(options.file))
    chosen = without_publishers_of(cases) if options.unlisted else gazetteer_for(Context().lookups)
    with patch.object(line, "gazetteer_for", lambda lookups: chosen):
        score = evaluate(cases)
    print(report(score))
    if options.wrong:
        print("\n" + "\n".join(score.wrong))


if __name__ == "__main__":
    main(sys.argv[1:])

__all__ = ["CORE", "DATA", "Case", "Score", "evaluate", "from_jsonl", "from_marked", "gazetteer"]
