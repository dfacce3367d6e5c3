"""Page text is hostile: nothing that acts on a screen may pass, and nothing else may be lost."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shelflist.cli.text import as_json, visible, visible_document

ANY_TEXT = st.text(st.characters(codec=None))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\nb\tc\x7f", "a␊b␉c␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("safe\u202eexe.pdf", "safe<U+202E>exe.pdf"),
        ("“Plans – and deeds…”, 9×12 Żółć", "“Plans – and deeds…”, 9×12 Żółć"),
    ],
)
def test_what_could_act_on_a_screen_is_shown_instead(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_no_text_can_control_a_terminal_or_break_a_line(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert len(shown.splitlines()) <= 1


def test_a_document_keeps_its_lines_and_tabs() -> None:
    assert visible_document("a\tb\r\n\x1bc\rd\n") == "a\tb\n␛c␍d\n"


@given(VALUES)
def test_json_says_the_same_and_holds_no_acting_character(value: object) -> None:
    text = as_json(value)
    assert json.loads(text) == value
    assert visible_document(text) == text
