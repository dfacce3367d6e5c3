"""`parse_record`: one object in, one out, whatever comes in."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.parse.records import parse_record

LINE = "The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 81 pages."


def answer(**record: object) -> dict[str, Any]:
    found = json.loads(parse_record(json.dumps(record)))
    assert isinstance(found, dict)
    return found


def test_an_entry_has_its_columns_and_contributors() -> None:
    found = answer(id=7, text=LINE)
    assert (found["id"], found["kind"], found["title"], found["date_edtf"]) == (7, "entry", "The Mill Hands", "1954")
    assert found["publisher_status"] == "stated"
    assert found["contributors"] == [
        {"name_raw": "Rewi Ash", "role": "aut", "name_type": "personal", "family": "Ash", "given": "Rewi"}
    ]
    assert {"notes", "isbn", "issn", "parse_confidence", "unparsed_remainder", "languages", "genre"} <= found.keys()


def test_html_is_read_with_its_marks() -> None:
    found = answer(id="a", html="<a href='x.pdf'><em>Cloth, Thread</em></a>, Rewi Ash, Leeds, 1954, 81 pages.")
    assert found["title"] == "Cloth, Thread"


def test_what_is_no_entry_has_its_kind_alone() -> None:
    assert answer(id=1, text="[More to be added.]") == {"id": 1, "kind": "placeholder"}
    assert answer(id=1, html="<h2>Books</h2>") == {"id": 1, "kind": "heading"}


def test_heading_and_inherited_are_context() -> None:
    found = answer(
        text="Volume 1, 1976, 596 pages.",
        inherited="Collected Weavings, Weft Press, Leeds,",
        heading="Rewi Ash (1904-1989)",
    )
    assert (found["title"], found["publisher"]) == ("Collected Weavings", "Weft Press")
    assert found["contributors"][0]["name_raw"] == "Rewi Ash"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no json",
        "[]",
        "5",
        "null",
        "{}",
        '{"text": 5}',
        '{"id": NaN}',
        "[" * 5000,
        '{"id": [1], "text": "x"}',
        '{"id": 1e999, "text": "x"}',
    ],
)
def test_what_cannot_be_read_is_answered_with_an_error(line: str) -> None:
    assert "error" in json.loads(parse_record(line))


def test_an_error_keeps_the_id() -> None:
    found = answer(id="x", text=5)
    assert found["id"] == "x"
    assert next(iter(found)) == "error"


@given(st.text(max_size=200))
def test_nothing_that_comes_in_raises(text: str) -> None:
    json.loads(parse_record(text))
    json.loads(parse_record(json.dumps({"id": text, "html": text})))


@pytest.mark.parametrize(("number", "told"), [("NaN", "NaN"), ("-Infinity", "-Infinity"), ("9e999", "9e999")])
def test_a_number_that_json_has_not_is_told_once(number: str, told: str) -> None:
    answer = parse_record(f'{{"id": {number}, "text": "x"}}')
    assert json.loads(answer) == {"error": f"not a JSON object: found {told}, expected a number as JSON has them"}
