"""Word by word: only what differs is marked, and nothing of either text is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.publish.words_marked import Piece, marked
from tests.support.work import calls

_SENTENCE = st.lists(st.sampled_from(["London", "1939", "pages", "the", "a"]), max_size=8).map(" ".join)


def _signed(old: str | None, new: str | None) -> str:
    """The pieces on one line, as wdiff would write them."""
    signs = {" ": "{}", "-": "[-{}-]", "+": "[+{}+]"}
    return " ".join(signs[piece.sign].format(piece.words) for piece in marked(old, new).pieces)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("London, 1939", "London, 1941", "London, [-1939-] [+1941+]"),
        ("1939, London", "1941, London", "[-1939,-] [+1941,+] London"),
        ("a a", "a", "a [-a-]"),
        ("by R. H. Lockhart, Putman, London, 1931, 355 pages", "by R. H. Lockhart, Putnam, London, 1931, 356 pages",
         "by R. H. Lockhart, [-Putman,-] [+Putnam,+] London, 1931, [-355-] [+356+] pages"),
        ("one of two", "three of four", "[-one of two-] [+three of four+]"),
        (None, "x", "[+x+]"),
        ("x", None, "[-x-]"),
        ("a  b", "a b", "[-a  b-] [+a b+]"),
        ("", None, ""),
    ],
)  # fmt: skip
def test_only_the_words_that_differ_are_marked(old: str | None, new: str | None, expected: str) -> None:
    assert _signed(old, new) == expected


@settings(max_examples=100)
@given(_SENTENCE, _SENTENCE)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    found = marked(old, new).pieces
    for sign, whole in (("-", old), ("+", new)):
        if old.split() != new.split():
            assert " ".join(piece.words for piece in found if piece.sign in (" ", sign)) == " ".join(whole.split())


def test_what_is_the_same_for_long_is_cut_to_the_words_beside_the_difference() -> None:
    words = [f"w{number}" for number in range(60)]
    found = marked(" ".join(words), " ".join([*words[:20], "X", *words[21:40], "Y", *words[41:]]))
    shown = [piece.words for piece in found.shown if piece.sign == " "]
    assert shown == ["… w15 w16 w17 w18 w19", "w21 w22 w23 w24 w25 … w35 w36 w37 w38 w39", "w41 w42 w43 w44 w45 …"]
    assert found.pieces[0] == Piece(" ", " ".join(words[:20]))


def test_a_hostile_page_cannot_make_the_comparison_slow() -> None:
    """Of long texts nothing is compared; the longest that are take some ten steps for each pair of their words."""
    assert calls(lambda: marked("a b " * 50_000, "b a c " * 50_000)) < 100
    assert calls(lambda: marked("a b " * 95, "b a a " * 68)) < 1_000_000  # measured: 367,000
