"""Who helped with a book: his words, his offices and his by-name enter no other field, and nobody else's."""

import pytest

from tests.parse.lines import read


def people(words: str) -> list[tuple[str, str]]:
    found = read(f"The Fen Tigers, a story of the dykes, Amos Wicken, {words}, Isle Press, Ely, 1954, 70 pages.")
    assert (found.publisher, found.other_title_information) == ("Isle Press", "a story of the dykes")
    first, *others = found.contributors
    assert (first.name_raw, first.role.value) == ("Amos Wicken", "aut")
    return [(person.name_raw, person.role.value) for person in others]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("introduction, bibliography, and index by", "win"), ("with a preface, notes and maps by", "win"),
        ("postface by", "win"), ("with opening remarks by", "win"), ("introductory essay", "win"),
        ("introductory words by", "win"), ("as remembered by", "oth"), ("bibliography by", "ctb"),
        ("tribute by", "ctb"), ("puppets designed by", "oth"), ("with a portrait by", "ctb"),
    ],
)  # fmt: skip
def test_one_person_did_all_that_his_words_say_and_wrote_no_more(words: str, role: str) -> None:
    assert people(f"{words} Hugh Elm") == [("Hugh Elm", role)]


@pytest.mark.parametrize(
    "office",
    [
        "MA, D.Litt.", "M.Sc.", "one of the poachers", "sometime M.P. for Ely", "of the dykers' union",
        "canon of Ely", "a former chairman of the lodge",
    ],
)  # fmt: skip
def test_what_a_helper_is_stands_in_no_other_field(office: str) -> None:
    assert people(f"foreword by Hugh Elm, {office}") == [("Hugh Elm", "win")]


@pytest.mark.parametrize(
    "words",
    [
        "forewords by Hugh Elm, Canon of Ely, and Ann Hill, KC",
        "forewords by Hugh Elm, mayor of March, and Ann Hill, of the Dykers' Federation",
        "forewords by Hugh Elm, Ann Hill",
        "foreword by Hugh Elm, secretary of the dykers, and a postface by Ann Hill",
    ],
)
def test_two_introduced_it_whatever_stands_between_them(words: str) -> None:
    assert people(words) == [("Hugh Elm", "win"), ("Ann Hill", "win")]
    told = read(f"The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. {words[0].upper()}{words[1:]}.")
    assert [person.name_raw for person in told.contributors] == ["Amos Wicken", "Hugh Elm", "Ann Hill"]


def test_after_the_author_and_a_helper_nobody_else_wrote() -> None:
    assert people("foreword by Hugh Elm, Ann Hill") == [("Hugh Elm", "win"), ("Ann Hill", "win")]


@pytest.mark.parametrize("name", ["“Bittern” (Hugh Elm)", "'Bittern' (Hugh Elm)", "“Bittern”"])
def test_whose_by_name_it_is_wrote_no_more(name: str) -> None:
    assert people(f"foreword by {name}") == [("Bittern", "win")]


def test_whose_help_it_had_explains_no_title() -> None:
    assert people("with the help of the Misses Elm") == []
    assert people("with the help of his sisters") == []


@pytest.mark.parametrize(
    ("held", "helpers"),
    [
        ("maps: Ann Hill; index: Hugh Elm", [("Ann Hill", "oth"), ("Hugh Elm", "oth")]),
        ("introduction and index: Hugh Elm", [("Hugh Elm", "win")]),
        ("introductory word: Ann Hill, district organiser", [("Ann Hill", "win")]),
        ("Vorwort: Karl Ulm, Sekretär in Bremen", [("Karl Ulm", "win")]),
        ("préface: Paul Orme; dessins: Luc Petit", [("Paul Orme", "win"), ("Luc Petit", "ill")]),
        ("compiled by Ann Hill; airs harmonised by Hugh Elm", [("Ann Hill", "com"), ("Hugh Elm", "oth")]),
    ],
)
def test_a_bracket_tells_each_helper_with_what_he_did(held: str, helpers: list[tuple[str, str]]) -> None:
    citation = read(f"Wicken, Amos: The Fen Tigers [{held}]. Ely (Isle Press) 1954, 70 p.")
    assert (citation.title, citation.publisher) == ("The Fen Tigers", "Isle Press")
    assert [(person.name_raw, person.role.value) for person in citation.contributors[1:]] == helpers


@pytest.mark.parametrize("body", ["Circolo Operaio di Loano", "Cercle Ouvrier de Namur"])
def test_a_workers_circle_abroad_is_a_body(body: str) -> None:
    (author,) = read(f"Il Calendario, {body}, n.p., Charleroi, 1927, 48 pages.").contributors
    assert (author.name_raw, author.name_type.value) == (body, "corporate")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("with a word from", "win"), ("a few kind words to the reader by", "win"), ("prefatory letter from", "win"),
        ("chairman's foreword by", "win"), ("editor's preface:", "win"), ("preface to the third edition:", "win"),
        ("commended by", "win"), ("in place of a preface:", "win"), ("introduction and index:", "win"),
        ("foreword from the pen of", "win"), ("prologue", "win"), ("brief introduction", "win"),
        ("turned from the Danish by", "trl"), ("out of the Irish by", "trl"), ("translated from Czech:", "trl"),
        ("English version:", "trl"), ("seen through the press by", "edt"), ("set in order by", "edt"),
        ("text established by", "edt"), ("brought together by", "com"), ("gleaned by", "com"), ("selection:", "com"),
        ("pen drawings:", "ill"), ("photographs and a foreword by", "ill"), ("embellished by", "ill"),
        ("with cartoons from", "ill"), ("artist:", "ill"), ("marginal notes and exercises by", "ctb"),
        ("a biographical note by", "ctb"), ("taken down in shorthand by", "oth"), ("in conversation with", "oth"),
    ],
)  # fmt: skip
def test_who_helped_is_told_by_what_he_did_whatever_stands_before_his_name(words: str, role: str) -> None:
    assert people(f"{words} Ann Hill") == [("Ann Hill", role)]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("introductory note", "win"), ("preface to this edition", "win"), ("a few words to begin with", "win"),
        ("president's introduction", "win"), ("instead of a foreword", "win"), ("decorations", "ill"),
        ("pen drawings", "ill"), ("from the Norwegian", "trl"),
    ],
)  # fmt: skip
def test_a_comma_may_stand_between_what_he_did_and_his_name(words: str, role: str) -> None:
    assert people(f"{words}, Hugh Elm") == [("Hugh Elm", role)]
    citation = read(f"The Fen Tigers. {words[0].upper()}{words[1:]}, Kveta Orlik. Ely: Isle Press, 1954. 70 p.")
    assert [(one.name_raw, one.role.value) for one in citation.contributors] == [("Kveta Orlik", role)]


@pytest.mark.parametrize("phrase", ["an introduction", "a short introduction", "pictures and portraits", "with music"])
def test_what_a_book_is_and_who_wrote_it_are_no_helper(phrase: str) -> None:
    citation = read(f"The Fen Tigers, {phrase}, Hugh Elm, Isle Press, Ely, 1954, 70 pages.")
    assert [(one.name_raw, one.role.value) for one in citation.contributors] == [("Hugh Elm", "aut")]


@pytest.mark.parametrize(
    "words",
    [
        "Foreword Hugh Elm, Member of the Court", "Foreword: Fr. Hugh Elm", "Commended by Hugh Elm",
        "With a word to the reader by Hugh Elm", "Prefatory letter from Hugh Elm, cover torn",
    ],
)  # fmt: skip
def test_who_introduced_it_is_no_note_after_the_extent(words: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. {words}.")
    assert [one.name_raw for one in citation.contributors][1:] in (["Hugh Elm"], ["Fr. Hugh Elm"])
    assert citation.notes in ((), ("cover torn.",))


def test_two_helpers_are_told_in_one_sentence_after_the_extent() -> None:
    citation = read(
        "The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. Illustrated by Ann Hill, foreword Sue Elm."
    )
    assert [(one.name_raw, one.role.value) for one in citation.contributors[1:]] == [
        ("Ann Hill", "ill"),
        ("Sue Elm", "win"),
    ]


@pytest.mark.parametrize("deed", ["sorted", "winnowed from the minutes", "ferried over the fen"])
def test_a_deed_of_no_list_makes_nobody_an_author_and_explains_no_title(deed: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {deed} by Ann Hill, Isle Press, Ely, 1954, 70 pages.")
    assert [(one.name_raw, one.role.value) for one in citation.contributors] == [("Amos Wicken", "aut")]
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, f"{deed} by Ann Hill")
    turned = read(
        f"Wicken, Amos. The Fen Tigers. {deed[0].upper()}{deed[1:]} by Ann Hill. Ely: Isle Press, 1954. 70 p."
    )
    assert [one.name_raw for one in turned.contributors] == ["Wicken, Amos"]


@pytest.mark.parametrize("held", ["[with photographs]", "[maps Kveta Orlik]", "(with thanks to the lock-keepers)"])
def test_what_a_bracket_says_of_the_book_is_none_of_who_wrote_it(held: str) -> None:
    citation = read(f"The Fen Tigers – Amos Wicken {held} – Isle Press, Ely, 1954 – 70pp")
    assert citation.contributors[0].name_raw == "Amos Wicken"


@pytest.mark.parametrize("held", ["(née Soham)", "(formerly Soham)", "(and others)"])
def test_what_a_bracket_says_of_who_wrote_it_may_stay(held: str) -> None:
    (author, *_) = read(f"The Fen Tigers, Ann Wicken {held}, Isle Press, Ely, 1954, 70 pages.").contributors
    assert author.name_raw.startswith("Ann Wicken")


@pytest.mark.parametrize(
    "words",
    [
        "foreword by the Vicar of March, Rev. Hugh Elm", "with a preface by the President of the Union, Hugh Elm",
        "introduction from the General Secretary, Hugh Elm",
    ],
)  # fmt: skip
def test_an_officer_may_be_named_after_his_office(words: str) -> None:
    assert people(words) in ([("Hugh Elm", "win")], [("Rev. Hugh Elm", "win")])


def test_after_an_officer_a_house_is_none_of_his_name() -> None:
    citation = read(
        "The Fen Tigers, edited by Ann Hill, with a foreword by the Bishop of Ely, Mawson Row, London, 1931, 80 pages."
    )
    assert citation.publisher == "Mawson Row"


def test_who_presents_a_book_introduces_it_and_a_body_does_not() -> None:
    assert people("presented by Hugh Elm") == [("Hugh Elm", "win")]
    citation = read("The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. Presented by H. R. Elm.")
    assert (len(citation.contributors), citation.notes) == (1, ("Presented by H. R. Elm.",))


@pytest.mark.parametrize(
    "words", ["with greetings from Hugh Elm", "with thanks to Hugh Elm", "a word from the publisher"]
)
def test_whose_good_wishes_it_bears_explains_no_title(words: str) -> None:
    assert people(words) == []


@pytest.mark.parametrize(
    ("words", "helpers"),
    [
        ("Foreword Kveta Orlik", [("Kveta Orlik", "win")]), ("Pictures Kveta Orlik", [("Kveta Orlik", "ill")]),
        ("Drawings Kveta Orlik, cover by Hugh Elm", [("Kveta Orlik", "ill")]),
        ("Foreword by the Vicar of March, Bishop Hugh Elm", [("Bishop Hugh Elm", "win")]),
    ],
)  # fmt: skip
def test_who_is_told_after_the_extent_without_a_sign_is_no_series(words: str, helpers: list[tuple[str, str]]) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. {words}.")
    assert citation.series_title is None
    assert [(one.name_raw, one.role.value) for one in citation.contributors[1:] if one.role.value != "oth"] == helpers


def test_a_bracket_may_tell_its_helpers_in_sentences() -> None:
    citation = read(
        "The Fen Tigers – Amos Wicken [Foreword: Hugh Elm. Afterword: Ann Hill] – Isle Press, Ely, 1954 – 70pp"
    )
    assert [(one.name_raw, one.role.value) for one in citation.contributors[1:]] == [
        ("Hugh Elm", "win"),
        ("Ann Hill", "win"),
    ]
