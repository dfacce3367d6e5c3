"""The two halves of the evaluation lines share nothing that a grammar could learn by heart.

Names of people are compared by family name and first initial, houses without the words that any house may bear
("Press", "Ltd"), titles without their first article, authors (bodies too) also whole: all casefolded and free of
punctuation.
"""

import json
import re
from collections.abc import Callable, Iterator

import pytest

from tests.parse.marked import DATA, Expected, files_of, read_lines

DEVELOPMENT = (*files_of("development"), *(f"development{n}.txt" for n in range(20, 27)))
TEST = tuple(f"heldout{n}.txt" for n in ("", 2, 3, 7, 8, 9, 10))
PEOPLE = ("authors", "editors", "translators", "introducers", "illustrators")
OF_ANY_HOUSE = re.compile(r"the|and|press|books?|publish(?:ers?|ing)|publications?|company|co|ltd|limited|inc")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("’", "").replace("'", ""))


def _title(text: str) -> str:
    words = _words(text)
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def _house(text: str) -> str:
    return " ".join(word for word in _words(text) if not OF_ANY_HOUSE.fullmatch(word))


def _whole(name: str) -> str:
    return " ".join(_words(name))


def _person(name: str) -> str:
    words = _words(re.sub(r"[\[(].*", "", name))
    return f"{words[-1]} {words[0][0]}" if len(words) > 1 else ""


def _people(names: list[str]) -> Iterator[str]:
    for several in names:
        yield from re.split(r",? (?:and|&) |, ", several)


def _rows(names: tuple[str, ...]) -> list[Expected]:
    return [row for name in names for row in read_lines(name)]


def _marked(rows: list[Expected]) -> Iterator[dict[str, list[str]]]:
    for row in rows:
        people = [name for field in PEOPLE for name in _people(row.fields.get(field, [])) if name not in row.bodies]
        yield {
            "title": [*row.fields.get("title", []), *row.fields.get("container_title", [])],
            "publisher": row.fields.get("publisher", []),
            "people": [*people, *row.context.heading_path],
            "authors": row.fields.get("authors", []),
        }


def _seeds() -> Iterator[dict[str, list[str]]]:
    for line in (DATA / "seed_entries.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        people = [*_people(row["authors"]), *_people(row["editors"])]
        house = row["publisher"] or ""
        yield {"title": [row["title"]], "publisher": [house], "people": people, "authors": row["authors"]}


def _keys(lines: Iterator[dict[str, list[str]]], field: str, form: Callable[[str], str]) -> set[str]:
    return {form(value) for line in lines for value in line[field]} - {""}


@pytest.mark.parametrize(
    ("field", "form"), [("title", _title), ("publisher", _house), ("people", _person), ("authors", _whole)]
)
def test_nothing_of_the_test_half_stands_in_the_development_half(field: str, form: Callable[[str], str]) -> None:
    development = _keys(_marked(_rows(DEVELOPMENT)), field, form) | _keys(_seeds(), field, form)
    test = _keys(_marked(_rows(TEST)), field, form)
    assert test
    assert sorted(test & development) == []


def test_the_comparison_sees_through_spelling() -> None:
    assert _person("E. P. Thompson") == _person("EP Thompson")
    assert _house("Lawrence & Wishart") == _house("Lawrence and Wishart Ltd.")
    assert _title("The Workers’ State") == _title("workers' state")
