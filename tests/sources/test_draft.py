"""A drafted file says what it was given, whatever the site put into it."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from shelflist.sources.draft import WIDTH, Key, Section, draft

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
LISTS, TABLES = st.lists(TEXT, max_size=6), st.dictionaries(st.just("css"), TEXT)
VALUES = st.one_of(TEXT, st.booleans(), st.integers(), LISTS, TABLES)


@given(VALUES, st.lists(TEXT, max_size=3))
def test_any_value_is_read_back_and_no_note_can_break_the_file(value: object, notes: list[str]) -> None:
    sections = [Section("", (Key("one", value, tuple(notes)),), tuple(notes)), Section("two", (Key("three", value),))]
    read = tomllib.loads(draft(sections))
    assert read == {"one": value, "two": {"three": value}}


def test_an_idle_key_is_a_comment_and_a_long_list_has_a_line_to_a_value() -> None:
    patterns = [f"^/a-rather-long-path-{number}/$" for number in range(9)]
    text = draft([Section("scope", (Key("exclude", patterns), Key("rights", "", is_idle=True)))])
    assert tomllib.loads(text) == {"scope": {"exclude": patterns}}
    assert max(map(len, text.splitlines())) <= WIDTH + 2
    assert '# rights = ""' in text
