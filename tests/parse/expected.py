"""Which values of a line's fields are right: from the marks of a line, or from a record of the seeds.

The rules are told in ``data/README.md``. Null is a value too: a field that a line does not state must stay empty.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind
from shelflist.parse.line import Context
from tests.parse.marked import Expected, words
from tests.parse.statuses import statuses

CORE = ("title", "authors", "publisher", "place_of_publication", "year", "page_count")
NAMES = ("authors", "editors", "translators", "introducers", "illustrators")
ASIDE = ("publisher_status", "place_status", "date_status")
"""Measured, and no part of "all fields right"."""
_PLAIN = (
    "title", "other_title_information", "edition_statement", "publisher", "place_of_publication", "date_edtf",
    "original_date_edtf", "page_count", "series_title", "series_number", "container_title", "volume", "issue",
    "part_number",
)  # fmt: skip
_OTHER_NAMES = {"description": "other_title_information", "place": "place_of_publication", "pages": "page_count"}
_GENRE = re.compile(r"\b(?:leaflet|flyer|flier|handbill|broadsheet)\b", re.IGNORECASE)
_LEADING_KIND = re.compile(rf"^{_GENRE.pattern}, ", re.IGNORECASE)
_KIND_BY = re.compile(
    r", ((?:an? )?(?:(?:speech|address)(?:es)?|story|stories|"
    r"(?:lecture|talk|report|article|statement|letter|poem|essay|song)s?))"
    r"(?= by )",
    re.IGNORECASE,
)
""" "poems by": what somebody wrote, in one word before who it was."""
_WORDS_OF_NUMBER = re.compile(r"(?:(?:#|[^\W\d]{2,}\.?|[vn]\.|n[°º])\s?)+(?=\d)")
""" "No. 6", "Issue Number 1", "#12"."""
_WORD_OF_NUMBER = re.compile(r"(?:#|[^\W\d]{2,}\.?|[vn]\.)\s?$")
_REPRINTED = re.compile(r"\b(?:re-?printed|re-?issued|republished|repr\.?)(?!\w)", re.IGNORECASE)
_OF_EARLIER = re.compile(
    r"(?:.*\breprint(?:ed)? from|.*\b(?:facsimile|reprint|republication) of\b.*\d{4})\b", re.IGNORECASE
)
""" "reprinted", "facsimile of the 1888 edition": of that edition rather than of the one in hand."""
_ISBN = re.compile(r"ISBN(?:-1[03])?[:\s]*([\d\s-]{9,20}[\dXx])")


@dataclass(frozen=True)
class Bag:
    """A field that is compared as words: `stated` ones must be there, `allowed` ones may."""

    stated: frozenset[str]
    allowed: frozenset[str]


@dataclass(frozen=True)
class Case:
    """A line and, for each field to be checked, all right values; `bags` for those compared as words."""

    block: Block
    context: Context
    kind: LineKind
    right: dict[str, list[Any]]
    bags: dict[str, Bag] = field(default_factory=dict)


def from_marked(lines: Iterable[Expected]) -> list[Case]:
    return [Case(line.block, line.context, line.kind, _right(line), _bags(line)) for line in lines]


def _bags(line: Expected) -> dict[str, Bag]:
    """Words that no mark covers may stand in a note, a part's name or a contributor of another role, and need not."""
    if line.kind is not LineKind.ENTRY:
        return {}
    kinds = _GENRE.findall(" ".join(line.fields.get("other_title_information", [])))
    loose = words(line.unmarked()) | words(" ".join(kinds))
    title = line.words_of("title")
    earlier = words(" ".join(filter(_OF_EARLIER.match, line.fields.get("edition_statement", []))))
    return {
        "notes": Bag(
            line.words_of("notes"),
            loose | line.words_of("notes", "original_date_edtf", "container_title", "isbn") | earlier,
        ),
        "part_name": Bag(line.words_of("part_name"), loose | title | line.words_of("part_name", "part_number")),
        "other_contributors": Bag(frozenset(), loose),
    }


def _right(line: Expected) -> dict[str, list[Any]]:
    if line.kind is not LineKind.ENTRY:
        return {}
    right: dict[str, list[Any]] = {name: [line.fields[name][-1] if name in line.fields else None] for name in _PLAIN}
    right |= {name: _names(line.fields.get(name, [])) for name in NAMES}
    right["isbn"] = _isbn(line)
    if right["date_edtf"] == [None]:
        right["date_edtf"] = [None, right["original_date_edtf"][0]]  # a first publication may be all that is dated
    right["year"] = [date[:4] if date and "X" not in date else None for date in right["date_edtf"]]
    if line.bodies:
        right["corporate_authors"] = _names(list(line.bodies))
    _allow_parts_and_issues(line, right)
    _allow_reprints(line, right["edition_statement"])
    _allow_context(line, right)
    return right | statuses(line)


_TURNED_PAIR = re.compile(r"(?P<family>[A-Z]\w+), (?P<first>[A-Z][\w.]+) (?:and|&) (?P<second>[A-Z][\w.]+)")
""" "Webb, Sidney & Beatrice"."""


def _names(marked: list[str]) -> list[list[str]]:
    """One mark may hold a list of names: as it stands, or taken apart; the article of a body's name may be left out."""
    apart = [name for names in marked for name in _split(names)]
    bare = [name.removeprefix("the ") for name in marked]
    return [marked, *([apart] if apart != marked else []), *([bare] if bare != marked else [])]


def _split(names: str) -> list[str]:
    """A marked list of names, taken apart; a shared surname is given to each."""
    names = names.removesuffix(" and others")
    if turned := _TURNED_PAIR.fullmatch(names):
        return [f"{given} {turned['family']}" for given in (turned["first"], turned["second"])]
    parts = [
        part
        for piece in names.split(", ")
        for part in piece.removeprefix("and ").replace(" & ", " and ").split(" and ")
    ]
    surname = parts[-1].split()[-1]
    alone = [part for part in parts if len(parts) > 1 and part != surname and _is_given_alone(part)]
    return [f"{part} {surname}" if part in alone else part for part in parts]


def _is_given_alone(name: str) -> bool:
    """ "Zelda", "J L": no surname of its own."""
    return len(name.split()) == 1 or all(len(word.strip(".")) == 1 for word in name.split())


def _isbn(line: Expected) -> list[Any]:
    marked = line.fields.get("isbn") or _ISBN.findall(line.block.text)
    digits = [re.sub(r"[\s-]", "", number) for number in marked]
    return [digits] if line.fields.get("isbn") or not digits else [digits, []]


def _allow_reprints(line: Expected, editions: list[Any]) -> None:
    """That it was reprinted, and from what, may be told as the edition, and need not."""
    if editions[0] is None:
        editions += _REPRINTED.findall(line.unmarked())
    elif _REPRINTED.fullmatch(editions[0]) or _OF_EARLIER.match(editions[0]):
        editions.append(None)


def _allow_parts_and_issues(line: Expected, right: dict[str, list[Any]]) -> None:
    """A number may be told with or without its word, a part again apart from the title, an issue also as a part."""
    for name in ("volume", "issue", "part_number", "series_number"):
        if right[name][0]:
            right[name] += [right[name][0].split(maxsplit=1)[-1], _WORDS_OF_NUMBER.sub("", right[name][0])]
            right[name] += _with_words(line, name)
    if right["part_number"][0] is None:
        right["part_number"] += _parts_in(line)
    if right["issue"][0] or right["volume"][0]:
        right["part_number"] += _runs_of_issue(line)
        if right["container_title"][0] is None:
            right["container_title"].append(right["title"][0])
    if right["title"][0] is None:
        right["title"].append(right["container_title"][0])  # a periodical's issue may be titled as the periodical
    _allow_kinds(line, right)


def _allow_kinds(line: Expected, right: dict[str, list[Any]]) -> None:
    """Of several phrases all; a word for the kind, as "leaflet" or "poems" by somebody, may stand alone, or before a
    phrase, and need not.
    """
    told = line.fields.get("other_title_information", [])
    if not told:
        right["other_title_information"] += _GENRE.findall(line.unmarked()) + _KIND_BY.findall(line.block.text)
        return
    whole = "; ".join(told)
    before = line.block.text[: line.spans["other_title_information"][0][0]]
    kind = next((kind for kind in _GENRE.findall(line.unmarked()) if before.endswith(f" {kind}, ")), None)
    bare = _LEADING_KIND.sub("", whole)
    right["other_title_information"] = [whole, f"{kind}, {whole}" if kind else bare]
    if told == _KIND_BY.findall(line.block.text):
        right["other_title_information"].append(None)


def _with_words(line: Expected, name: str) -> list[str]:
    """ "no. 5" where the mark takes in the number alone."""
    text, spans = line.block.text, line.spans.get(name, ())
    worded = [(_WORD_OF_NUMBER.search(text, 0, start), end) for start, end in spans]
    return [text[found.start() : end] for found, end in worded if found]


def _parts_in(line: Expected) -> list[str]:
    """Every stretch of words of the title that a number closes: "Volume 2" of "Soviet foreign policy, Volume 2"."""
    title = line.fields.get("title", [""])[-1]
    return re.findall(r"\b(?:Volumes?|Vols?\.?|Parts?|Books?|Numbers?|Nos?\.?)\s*(?:[\dIVXLC]+|[A-Z][a-z]+)\b", title)


def _runs_of_issue(line: Expected) -> list[str]:
    """Volume, number, and the two together as they stand, with the word before them and the bracket they close."""
    text, spans = line.block.text, [span for name in ("volume", "issue") for span in line.spans.get(name, ())]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    worded = _WORD_OF_NUMBER.search(text, 0, start)
    ends = (end, end + 1) if text[end : end + 1] == ")" and "(" in text[start:end] else (end,)
    wholes = [(first, last) for first in ((worded.start(), start) if worded else (start,)) for last in ends]
    return [text[first:last] for first, last in (*wholes, *spans)]


def _allow_context(line: Expected, right: dict[str, list[Any]]) -> None:
    """What the context supplies is not in the line and not checked."""
    supplied = ["title", "publisher", "place_of_publication", "authors", "editors"] if line.context.inherited else []
    if line.context.heading_path:
        supplied += ["authors", "container_title"]
    for name in supplied:
        if name not in line.fields:
            right.pop(name, None)


def from_jsonl(path: Path) -> list[Case]:
    """One object to a line: `raw`, `heading`, and the right values; `alt` maps a field to further right values."""
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
    return {name: [record.get(name), *alternatives.get(name, [])] for name in checked if name in record}
