"""Who is named in a line: persons in all their forms, bodies apart from houses, roles before and after the names."""

import pytest

from shelflist.models.citation import Citation, NameType
from shelflist.parse import read_text


def read(text: str) -> Citation:
    citation = read_text(text).citation
    assert citation is not None, text
    return citation


def people(text: str) -> list[tuple[str, str]]:
    return [(person.name_raw, person.role.value) for person in read(text).contributors]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ed. Norbert Guterman", [("Norbert Guterman", "edt")]),
        ("ed. by Norbert Guterman", [("Norbert Guterman", "edt")]),
        ("trans. Louis Marks", [("Louis Marks", "trl")]),
        ("tr. by Louis Marks", [("Louis Marks", "trl")]),
        ("transl. Louis Marks and Anna Elm", [("Louis Marks", "trl"), ("Anna Elm", "trl")]),
        ("authorised translation by Charles Malamuth", [("Charles Malamuth", "trl")]),
        ("sel. and introd. by David Craig", [("David Craig", "com")]),
        ("sketches by Cyrus Baldridge", [("Cyrus Baldridge", "ill")]),
        ("as told to F. Vigdorova", [("F. Vigdorova", "oth")]),
        ("signed Tom Mann and Guy Bowman", [("Tom Mann", "sgn"), ("Guy Bowman", "sgn")]),
        ("edited by Tom Elm and introduced by Ann Hill", [("Tom Elm", "edt"), ("Ann Hill", "win")]),
        (
            "with a foreword by Tom Elm and illustrations by Ann Hill",
            [("Tom Elm", "win"), ("Ann Hill", "ill")],
        ),
    ],
)
def test_a_role_before_the_names_may_be_shortened_or_combined(words: str, names: list[tuple[str, str]]) -> None:
    assert people(f"The Mill Hands, {words}, Weft Press, Leeds, 1954, 281 pages.") == names


@pytest.mark.parametrize(
    "words",
    [
        "Asa Briggs and John Saville (eds)",
        "Asa Briggs and John Saville, eds",
        "Asa Briggs and John Saville, eds.",
        "Asa Briggs & John Saville [editors]",
        "Asa Briggs, John Saville, editors",
        "eds. Asa Briggs and John Saville",
    ],
)
def test_a_role_after_the_names_is_that_of_all_of_them(words: str) -> None:
    citation = read(f"The Mill Hands, {words}, Weft Press, Leeds, 1954, 281 pages.")
    assert [(one.name_raw, one.role.value) for one in citation.contributors] == [
        ("Asa Briggs", "edt"),
        ("John Saville", "edt"),
    ]
    assert citation.other_title_information is None


def test_a_title_that_opens_as_a_role_does_is_a_title() -> None:
    assert read("Ed Murphy and the Strike, Bill Moore, Weft Press, Leeds, 1984, 30 pages.").title == (
        "Ed Murphy and the Strike"
    )
    selected = read("Selected Works of Karl Marx, Progress, Moscow, 1950, 300 pages.")
    assert (selected.title, selected.contributors) == ("Selected Works of Karl Marx", ())


def test_an_editor_of_something_else_is_no_editor() -> None:
    assert people("Spain, Tom Elm, editor of the Weaver, Weft Press, Leeds, 1937, 30 pages.") == [("Tom Elm", "aut")]


@pytest.mark.parametrize("name", ["Ya. I. Perelman", "Yu. Volkov", "Ye. S. Wentzel", "Wm. Z. Foster", "Thos. Cooper"])
def test_first_names_cut_short_belong_to_the_name(name: str) -> None:
    assert people(f"The Mill Hands, {name}, Mir, Moscow, 1978, 120 pages.") == [(name, "aut")]
    assert people(f"The Mill Hands, {name} and T. Elm, Mir, Moscow, 1978, 120 pages.")[0] == (name, "aut")


@pytest.mark.parametrize("honours", [" KC MP", ", K.C., M.P.", " MA", ", MP", " Esq."])
def test_honours_after_a_name_are_no_part_of_it(honours: str) -> None:
    citation = read(f"The Mill Hands, D. N. Pritt{honours}, Penguin, Harmondsworth, 1939, 223 pages.")
    assert [one.name_raw for one in citation.contributors] == ["D. N. Pritt"]
    assert citation.publisher == "Penguin"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Gracchus [pseud.]", "Gracchus"),
        ("Vigilantes (pseudonym)", "Vigilantes"),
        ("Celticus [Aneurin Bevan]", "Celticus [Aneurin Bevan]"),
        ("Duchess of Atholl", "Duchess of Atholl"),
    ],
)
def test_a_name_of_no_usual_make_is_known_by_what_is_said_of_it(words: str, name: str) -> None:
    assert people(f"The Mill Hands, {words}, Victor Gollancz, London, 1940, 125 pages.") == [(name, "aut")]


def test_the_stop_of_an_initial_is_kept_where_a_surname_is_shared() -> None:
    assert people("The Mill Hands, J. L. and Barbara Hammond, Longmans, London, 1911, 418 pages.") == [
        ("J. L. Hammond", "aut"),
        ("Barbara Hammond", "aut"),
    ]


@pytest.mark.parametrize(
    ("words", "body", "house"),
    [
        ("National Union of Railwaymen, NUR", "National Union of Railwaymen", "NUR"),
        ("Socialist Party of Great Britain, SPGB", "Socialist Party of Great Britain", "SPGB"),
        ("Leeds Weavers' Society, the Society", "Leeds Weavers' Society", "the Society"),
        ("Women's Section, Leeds Weavers' League, Weft Press", "Women's Section, Leeds Weavers' League", "Weft Press"),
        ("Leeds Weavers' League, Hunslet Branch, Weft Press", "Leeds Weavers' League, Hunslet Branch", "Weft Press"),
        ("Looms Department, University of Leeds, Weft Press", "Looms Department, University of Leeds", "Weft Press"),
        ("Fabian Society, new edition, Fabian Society", "Fabian Society", "Fabian Society"),
        ("Weft Press Writing Group, Warp Books", "Weft Press Writing Group", "Warp Books"),
    ],
)
def test_a_body_before_its_house_is_the_author(words: str, body: str, house: str) -> None:
    citation = read(f"The Mill Hands, {words}, London, 1920, 96 pages.")
    assert [(one.name_raw, one.name_type) for one in citation.contributors] == [(body, NameType.CORPORATE)]
    assert citation.publisher == house


def test_a_union_of_several_trades_is_one_name() -> None:
    citation = read("The Mill Hands, Rewi Ash, Furniture, Timber and Allied Trades Union, London, 1974, 60 pages.")
    assert citation.publisher == "Furniture, Timber and Allied Trades Union"
    assert [one.name_raw for one in citation.contributors] == ["Rewi Ash"]


@pytest.mark.parametrize("first", ["A. L. Morton", "Jack Lindsay", "Ivor Montagu", "George Bernard Shaw"])
def test_a_surname_that_is_also_a_given_name_shares_no_other_surname(first: str) -> None:
    assert people(f"The Mill Hands, {first} and Herbert Marshall, Weft Press, Leeds, 1942, 160 pages.") == [
        (first, "aut"),
        ("Herbert Marshall", "aut"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Thorstein Veblen", "Bhowani Sen", "Israel Epstein", "Clementina Black", "Zeph Hutchinson", "Aki Elo",
        "Sékou Touré", "Chingiz Aitmatov", "Miloslav Novák", "Kwame Nkrumah", "Nguyen Khac Vien", "Hô Chi Minh",
        "Lu Hsun", "Ting Ling", "Kuo Mo-jo", "Zhou Enlai", "Kim Il Sung", "Yehuda Elkana", "Wole Soyinka",
        "Máirtín Ó Cadhain", "Seán O'Casey", "Tomás MacAnna", "Fidel Castro Ruz",
        "José Carlos Mariátegui", "Joris van Severen", "Henriette Roland Holst", "Hjalmar Branting",
    ],
)  # fmt: skip
def test_names_of_all_peoples_are_names(name: str) -> None:
    citation = read(f"The Mill Hands, {name}, Weft Press, Leeds, 1954, 281 pages.")
    assert [one.name_raw for one in citation.contributors] == [name]
    assert citation.publisher == "Weft Press"
    assert citation.other_title_information is None
