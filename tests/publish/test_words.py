"""Words of a page made fit for a report."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.publish.words import beyond, doors_in_words, markdown, web_address, with_text_fragment


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//host/x", "/x", "http:", "", "ht\ntp://x", "http://[", None]
)
def test_only_addresses_of_the_web_are_links(url: str | None) -> None:
    assert web_address(url) is None


def test_an_address_of_the_web_is_kept_as_it_is() -> None:
    assert web_address("https://archive.example/a?b=c#d") == "https://archive.example/a?b=c#d"


def test_a_text_fragment_replaces_the_fragment_and_encodes_what_has_a_meaning() -> None:
    assert with_text_fragment("https://x/p/#top", "A-b, c & d") == "https://x/p/#:~:text=A%2Db%2C%20c%20%26%20d"


def test_a_long_or_cut_title_is_found_by_words_that_are_whole() -> None:
    long = " ".join(f"word{n}" for n in range(40))
    first, last = with_text_fragment("https://x/", long).partition("text=")[2].split(",")
    assert long.startswith(unquote(first))
    assert long.endswith(unquote(last))
    assert with_text_fragment("https://x/", "one two thr…").endswith("text=one%20two")
    assert with_text_fragment("https://x/", " ") == "https://x/"


@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_markdown_leaves_no_sign_that_begins_something(text: str) -> None:
    escaped = markdown(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|~#]", re.sub(r"\\[\\`*_{}\[\]<>|~&$#.)+=:-]", "", escaped))
    assert "\n" not in escaped
    assert not re.match(r"\d+[.)]|[-+]", escaped)


@pytest.mark.parametrize(
    ("label", "line", "rest"),
    [
        ("Red Star", "Red Star, Edgar Snow, 1937.", "Edgar Snow, 1937."),
        ("Red Star", "Red Star", ""),
        ("Red Star", "Red Stars, 1937.", "Red Stars, 1937."),
        ("Red Star", "The Red Star, 1937.", "The Red Star, 1937."),
        ("", "1937.", "1937."),
    ],
)
def test_a_line_goes_on_after_its_label(label: str, line: str, rest: str) -> None:
    assert beyond(label, line) == rest


@pytest.mark.parametrize(
    ("compared", "agreed", "alone", "words"),
    [
        (["rest", "map"], ["rest", "map"], [], "rest and map name the same pages"),
        (["rest", "map"], ["rest"], ["map: /a", "map: /b"],
         "map and rest name different pages; only one door knows 2 of them, first map: /a"),
        (["rest", "map", "feed"], ["rest", "feed"], [], "map and rest name different pages"),
        (["rest"], ["rest"], [], "rest, with no other complete list to compare"),
    ],
)  # fmt: skip
def test_it_is_told_in_words_whether_the_doors_agree(
    compared: list[str], agreed: list[str], alone: list[str], words: str
) -> None:
    assert doors_in_words(compared, agreed, alone) == words
