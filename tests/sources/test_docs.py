"""docs/sources.md says what the model and the messages say."""

import re
from pathlib import Path

import pytest

from shelflist.errors import SourceFileError
from shelflist.sources import parse_source
from tests.sources.reference import tables

TEXT = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
HOME = "https://weavers.example.org/"
EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)


def rows(text: str) -> list[list[str]]:
    """The cells of a Markdown table, without its head."""
    lines = [line.strip()[1:-1] for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)] for line in lines[2:]]


def section(name: str) -> str:
    heading = {"": "At the top of the file"}.get(name, name.capitalize() if " " in name else f"`[{name}]`")
    return TEXT.split(f"### {heading}\n")[1].split("\n### ")[0]


@pytest.mark.parametrize("name", tables())
def test_every_key_stands_there_with_its_meaning_and_default(name: str) -> None:
    written = rows(section(name))
    model = tables()[name]
    assert [(key, default) for key, _, default in written] == [(f"`{key}`", default) for key, _, default in model]
    for (key, meaning, _), (_, said, _) in zip(written, model, strict=True):
        assert meaning, key
        assert said is None or meaning == said


def test_the_examples_are_valid() -> None:
    short, doors, columns, manner, lookups, corrections, past = EXAMPLES
    assert parse_source(short + columns, "weavers.toml").source.selectors.columns[0].holds[0] == "date"
    assert parse_source(short + doors, "weavers.toml").source.pages.start[0] == "/library/"
    hands = parse_source(short + manner, "weavers.toml").source.manner
    assert [hands.of(HOME + path).lists_books for path in ("", "gallery/")] == [True, False]
    assert parse_source(short + past, "weavers.toml").source.past[0].tables == ("selectors",)
    pasted = parse_source(short + corrections, "weavers.toml").source.corrections
    assert [one.kind for one in pasted] == [None, "prose"]
    assert parse_source(short, "weavers.toml").source.name == "weavers"
    assert parse_source(short + lookups, "weavers.toml").source.lookups.places == ("Nether Wefton",)


@pytest.mark.parametrize(("line", "message"), rows(TEXT.split("put below it:")[1].split("\nTwo rules")[0]))
def test_the_messages_are_those_one_gets(line: str, message: str) -> None:
    with pytest.raises(SourceFileError) as caught:
        parse_source(EXAMPLES[0] + line.strip("`") + "\n", "weavers.toml")
    assert str(caught.value) == message
