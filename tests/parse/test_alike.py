"""Lines made alike are judged once: by a form that holds none of their words."""

from shelflist.parse.labels import decision
from shelflist.parse.labels.form import Form, look_at
from shelflist.parse.segments.tokens import segment
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL

GAZETTEER = gazetteer_for(USUAL)


def form_of(text: str) -> Form:
    return look_at(segment(text, 0, len(text)), None, False, GAZETTEER).form


def test_other_words_made_alike_have_the_same_form() -> None:
    assert form_of("The Mill Hands, Thomas Elm, Loomside, Leeds, 1954") == form_of(
        "The Mill Hands, Robert Orme, Weftgate, London, 1921"
    )


def test_another_punctuation_is_another_form() -> None:
    assert form_of("The Mill Hands, Thomas Elm, Leeds, 1954") != form_of("The Mill Hands; Thomas Elm, Leeds, 1954")


def test_words_said_again_are_seen_in_the_form() -> None:
    assert form_of("No Homes, No Vote, Thomas Elm").kin.echoes == {1}
    assert form_of("Looms, Half Life, Half Life Books, Leeds").kin.bears_name == {1}
    assert form_of("Looms, Trades Union Congress, TUC, 1954").kin.own_house == {(1, 2)}
    assert form_of("Wool, Weft Press, Weft Press, 1954").kin.same == {(1, 2)}


def test_what_was_decided_is_what_is_decided_anew() -> None:
    line = form_of("The Mill Hands, Thomas Elm, Loomside, Leeds, 1954")
    assert decision.decide(line, place_first=False) == decision._decided(line, False)


def test_nothing_is_remembered_of_a_line_of_very_many_segments() -> None:
    before = decision._remembered.cache_info().currsize
    decision.decide(form_of("Loom, " * 40), place_first=False)
    assert decision._remembered.cache_info().currsize == before
