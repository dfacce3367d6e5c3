"""What a bracket after the title holds: kinds, editions, series."""

import pytest

from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, read


@pytest.mark.parametrize("kind", ["(program)", "[leaflet]", "(poster)", "(theatre programme)"])
def test_the_kind_of_a_thing_is_none_of_its_title(kind: str) -> None:
    citation = read(f"The Weavers Call {kind}, Unity Theatre, London, 1948")
    assert (citation.title, citation.date_edtf) == ("The Weavers Call", "1948")
    block = linked(f"The Weavers Call {kind}, Unity Theatre, London, 1948", f"The Weavers Call {kind}")
    of_link = read_line(block, Context()).citation
    assert of_link is not None
    assert of_link.title == "The Weavers Call"


@pytest.mark.parametrize("series", ["Loom Broadsheets", "Studies of the Weavers’ Institute", "Loom Pamphlet No. 4"])
def test_a_series_may_stand_in_a_bracket_before_that_of_the_imprint(series: str) -> None:
    for opening in ("", "Lewis Elm, "):
        citation = read(f"{opening}The Wool Trade ({series}) (London: Gollancz, 1985).")
        assert (citation.title, citation.publisher) == ("The Wool Trade", "Gollancz")
        assert series.startswith(citation.series_title or "?")


def test_other_words_in_a_bracket_are_more_of_the_title() -> None:
    assert read("The Wool Programme (Drafts for Discussion) (London: Gollancz, 1985).").title == (
        "The Wool Programme (Drafts for Discussion)"
    )
    assert read("The Wool Trade (2nd edn) (London: Gollancz, 1985).").edition_statement == "2nd edn"
