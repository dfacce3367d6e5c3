"""Roles in the bracket after a title or an author, and what a book comes with."""

import pytest

from tests.parse.lines import read


@pytest.mark.parametrize("title_and_author", ["The Fen Tigers, Amos Wicken", "Wicken, Amos. The Fen Tigers"])
def test_a_bracket_after_the_title_or_the_author_may_hold_several_roles(title_and_author: str) -> None:
    told = "edited by Hugh Elm, with a foreword by Ann Hill"
    citation = read(f"{title_and_author} ({told}), Isle Press, Ely, 1954, 70 pages.")
    assert citation.title == "The Fen Tigers"
    author, *others = citation.contributors
    assert author.family == "Wicken"
    assert [(person.name_raw, person.role.value) for person in others] == [("Hugh Elm", "edt"), ("Ann Hill", "win")]


def test_a_bracket_in_a_title_that_tells_no_role_is_more_of_it() -> None:
    assert read("The Fen Tigers (by and large), Isle Press, Ely, 1954, 70 pages.").title == (
        "The Fen Tigers (by and large)"
    )


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("with a memoir by", "ctb"), ("with a tribute by", "ctb"), ("with prefaces by", "win"),
        ("pref. by", "win"), ("forward by", "win"), ("with words by", "aut"), ("introduced by the Rev.", "win"),
    ],
)  # fmt: skip
def test_what_a_book_comes_with_is_by_whom_its_words_say(words: str, role: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {words} Ann Hill, Isle Press, Ely, 1954, 70 pages.")
    assert [person.role.value for person in citation.contributors] == ["aut", role]
    assert citation.other_title_information is None
