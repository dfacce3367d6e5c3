"""Who is named in a line: persons in all their forms, bodies apart from houses, roles before and after the names."""

import pytest

from shelflist.models.citation import NameType, Role
from shelflist.parse.line import read_text
from tests.parse.lines import named, read


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
        "Máirtín Ó Cadhain", "Seán O'Casey", "Tomás MacAnna", "Fidel Castro Ruz", "José Ortega y Gasset",
        "José Carlos Mariátegui", "Joris van Severen", "Henriette Roland Holst", "Hjalmar Branting",
        "Josep Loom i Teler", "Zerwin al-Gelmi", "Gelming Han", "Xiaoming Gelm",
    ],
)  # fmt: skip
def test_names_of_all_peoples_are_names(name: str) -> None:
    citation = read(f"The Mill Hands, {name}, Weft Press, Leeds, 1954, 281 pages.")
    assert [one.name_raw for one in citation.contributors] == [name]
    assert citation.publisher == "Weft Press"
    assert citation.other_title_information is None


@pytest.mark.parametrize(
    ("line", "title", "names"),
    [
        ("ALVAH BESSIE, ed. The Heart of Spain. Weft Press, Leeds, 1952. 494 pages.", "The Heart of Spain",
         [("ALVAH BESSIE", "edt")]),
        ("Tom Elm and Ann Hill (eds), The Heart of Spain, Weft Press, Leeds, 1952, 494 pages.", "The Heart of Spain",
         [("Tom Elm", "edt"), ("Ann Hill", "edt")]),
        ("Torr, Dona, ‘Tom Mann and his Times’ (London: Weft Press, 1956).", "Tom Mann and his Times",
         [("Torr, Dona", "aut")]),
        ("Campbell, J. R. (1919) Direct Action, Glasgow: Weft Press, 31 pp.", "Direct Action",
         [("Campbell, J. R.", "aut")]),
        ("Chapayev, Dmitry Furmanov, transl. George Kittell, Weft Press, Leeds, 1935, 311 pages.", "Chapayev",
         [("Dmitry Furmanov", "aut"), ("George Kittell", "trl")]),
        ("Algebra, Ye. S. Wentzel and Yu. A. Shreider, Mir, Moscow, 1978, 120 pages.", "Algebra",
         [("Ye. S. Wentzel", "aut"), ("Yu. A. Shreider", "aut")]),
        ("Labour Research Department. The Federation of Looms. London: LRD, 1923. 70 pp.", "The Federation of Looms",
         [("Labour Research Department", "aut")]),
    ],
)  # fmt: skip
def test_who_stands_before_the_title_is_told_from_the_title(
    line: str, title: str, names: list[tuple[str, str]]
) -> None:
    assert read(line).title == title
    assert people(line) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("A. Makarenko (translated by Ivy and Tatiana Litvinov)",
         [("A. Makarenko", "aut"), ("Ivy Litvinov", "trl"), ("Tatiana Litvinov", "trl")]),
        ("selected, with an introduction and notes, by Yuri Kovalev", [("Yuri Kovalev", "com")]),
        ("Rewi Ash; introduction, Fenner Brockway", [("Rewi Ash", "aut"), ("Fenner Brockway", "win")]),
        ("speeches of Maurice Bishop", [("Maurice Bishop", "aut")]),
        ("by “Rouseabout”", [("Rouseabout", "aut")]),
        ("edited on behalf of the Library by Betty Reid", [("Betty Reid", "edt")]),
        ("Anon.", []),
    ],
)  # fmt: skip
def test_roles_and_names_of_rarer_make(words: str, names: list[tuple[str, str]]) -> None:
    citation = read(f"The Mill Hands, {words}, Victor Gollancz, London, 1954, 281 pages.")
    assert citation.title == "The Mill Hands"
    assert sorted((one.name_raw, one.role.value) for one in citation.contributors) == sorted(names)
    assert (citation.publisher, citation.other_title_information) == ("Victor Gollancz", None)


def test_one_word_between_title_and_house_is_a_pseudonym() -> None:
    assert people("Guns or Butter, Scipio, Victor Gollancz, London, 1939, 200 pages.") == [("Scipio", "aut")]
    assert read("Bread, Peace, Victor Gollancz, London, 1939, 200 pages.").contributors == ()


@pytest.mark.parametrize("name", ["Liberty Gelm", "Wonder Orrock", "Art Gelm", "Kelvan"])
@pytest.mark.parametrize("rest", ["drawings by Sue Elm, Weft Press, Leeds", "Weft Press, Leeds", "Weft Press"])
def test_what_alone_stands_between_a_phrase_and_the_house_names_who_wrote(name: str, rest: str) -> None:
    citation = read(f"Loom Time, letters from the mill, {name}, {rest}, 1986, 74 pages.")
    assert [one.name_raw for one in citation.contributors if one.role is Role.AUT] == [name]
    assert citation.publisher == "Weft Press"


@pytest.mark.parametrize("words", ["Labour Weekly", "Modern Looms", "Working Lives", "Loom Library, 7"])
def test_capitals_of_no_name_between_a_phrase_and_the_house_did_not_write(words: str) -> None:
    citation = read(f"Loom Time, letters from the mill, {words}, Weft Press, Leeds, 1986, 74 pages.")
    assert citation.contributors == ()


@pytest.mark.parametrize("words", ["edited by", "translated by"])
def test_an_and_before_the_last_of_a_list_takes_in_a_name_of_no_list(words: str) -> None:
    names = [
        name
        for name, _ in people(
            f"Loom Time, {words} Ann Elm, Zerwin Gelm, and Orrin Veale Fell, Weft Press, Leeds, 1931."
        )
    ]
    assert names == ["Ann Elm", "Zerwin Gelm", "Orrin Veale Fell"]


def test_who_told_a_story_is_parted_from_who_wrote_it_down() -> None:
    told = people("Clippie, Zerwin Gelm as told to Sue Elm, Weft Press, London, 1944, 124 pages.")
    assert told == [("Zerwin Gelm", "aut"), ("Sue Elm", "oth")]


def test_by_a_water_is_where_something_stands() -> None:
    citation = read("The Mill by Loch Gelm, Sue Elm, Weft Press, Leeds, 1954, 281 pages.")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("The Mill by Loch Gelm", ["Sue Elm"])


@pytest.mark.parametrize("phrase", ["the remaking of an American", "a history of the worker", "the life of a miner"])
def test_a_phrase_about_a_person_explains_the_title(phrase: str) -> None:
    citation = read(f"I Change Worlds, Tom Elm, {phrase}, Henry Holt, New York, 1935, 422 pages.")
    assert citation.other_title_information == phrase


@pytest.mark.parametrize("office", ["Secretary of the League", "former shop steward at Dalmuir", "miners' agent"])
def test_a_persons_office_explains_no_title(office: str) -> None:
    citation = read(f"I Change Worlds, Tom Elm, {office}, Henry Holt, New York, 1935, 422 pages.")
    assert citation.other_title_information is None
    assert [one.name_raw for one in citation.contributors] == ["Tom Elm"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Andrew Hodges + David Hutter", [("Andrew Hodges", "aut"), ("David Hutter", "aut")]),
        ("Adam Ash, translated Laura Martz", [("Adam Ash", "aut"), ("Laura Martz", "trl")]),
        ("R. L. S., with pictures by Jessie King", [("R. L. S.", "aut"), ("Jessie King", "ill")]),
        ("S. A. Stewart & R. Ll. Praeger", [("S. A. Stewart", "aut"), ("R. Ll. Praeger", "aut")]),
    ],
)
def test_names_joined_or_cut_short_in_rarer_ways(words: str, names: list[tuple[str, str]]) -> None:
    assert people(f"The Mill Hands, {words}, Weft Press, Leeds, 1954, 281 pages.") == names


def test_who_took_part_may_be_told_after_the_extent() -> None:
    citation = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 281 pages. Woodcuts by D. Hill.")
    assert [(one.name_raw, one.role.value) for one in citation.contributors] == [
        ("Rewi Ash", "aut"),
        ("D. Hill", "ill"),
    ]
    assert citation.notes == ()
    torn = read("The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 281 pages. The cover by D. Hill is torn.")
    assert [one.name_raw for one in torn.contributors] == ["Rewi Ash"]
    assert torn.notes != ()


def test_a_section_of_a_union_is_of_one_name_with_it() -> None:
    citation = read("Report on the Starling, Yorkshire Weavers' Union, Vertebrate Section, Hull, 1909, 11 pages.")
    assert citation.publisher == "Yorkshire Weavers' Union, Vertebrate Section"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("A. N. Kolmogorov, S. V. Fomin, Elements of Weaving", ["A. N. Kolmogorov", "S. V. Fomin"]),
        ("G. D. H. Cole, R. Ash, Elements of Weaving", ["G. D. H. Cole", "R. Ash"]),
        ("W. E. B. Du Bois, Elements of Weaving", ["W. E. B. Du Bois"]),
    ],
)
def test_names_with_initials_before_the_title_are_its_authors(line: str, names: list[str]) -> None:
    citation = read(f"{line}, Methuen, London, 1957, 129 pages.")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("Elements of Weaving", names)


def test_a_name_with_initials_is_the_title_where_the_author_follows() -> None:
    citation = read("J. B. S. Haldane, Ronald Clark, Hodder, London, 1968, 286 pages.")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("J. B. S. Haldane", ["Ronald Clark"])


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("by his grand-niece Hannah Elm", [("Hannah Elm", "aut")]),
        ("by her daughter Annie Kenney", [("Annie Kenney", "aut")]),
        ("words and music by Ewan MacColl", [("Ewan MacColl", "aut")]),
        ("devised by Theatre Workshop", [("Theatre Workshop", "aut")]),
        ("arr. Alan Bush", [("Alan Bush", "oth")]),
        ("hymns arranged by Alan Bush", [("Alan Bush", "oth")]),
        ("music taken down by Alan Bush", [("Alan Bush", "oth")]),
        ("lighting plot by Sue Elm", [("Sue Elm", "oth")]),
        ("interviews by Sue Elm", [("Sue Elm", "ctb")]),
        ("with posters by Sue Elm", [("Sue Elm", "ill")]),
        ("recipes collected by Sue Elm", [("Sue Elm", "com")]),
        ("English words by Nancy Head", [("Nancy Head", "trl")]),
        ("Allan Flanders, general editor", [("Allan Flanders", "edt")]),
        ("Paul Rotha in collaboration with Roger Manvell", [("Paul Rotha", "aut"), ("Roger Manvell", "aut")]),
    ],
)
def test_roles_of_songs_plays_kin_and_helpers(words: str, names: list[tuple[str, str]]) -> None:
    assert people(f"The Mill Hands, {words}, Methuen, London, 1954, 281 pages.") == names


@pytest.mark.parametrize(
    "line",
    [
        "J Moss, H Lamb and R Furness: Combing, Carding; Weft Press, Manchester, 1904; 212 pages",
        "J Moss, H Lamb & R Furness. Combing, Carding. Weft Press, Manchester, 1904. 212 pages",
    ],
)
def test_of_several_authors_before_the_title_each_may_be_less_sure(line: str) -> None:
    citation = read_text(line).citation
    assert citation is not None
    assert [person.name_raw for person in citation.contributors] == ["J Moss", "H Lamb", "R Furness"]
    assert (citation.title or "").startswith("Combing")


def test_a_given_name_leads_before_an_imprint_after_a_stop() -> None:
    citation = read_text("Don West. Looms of Northern Wool. Leeds: Weft Press, 1946. 148 pp.").citation
    assert citation is not None
    assert (citation.title, citation.contributors[0].name_raw) == ("Looms of Northern Wool", "Don West")
    untold = read_text("Loomside Tales. Stories of the mill. Leeds: Weft Press, 1946. 148 pp.").citation
    assert untold is not None
    assert untold.contributors == ()


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (
            "revised collectively by the “Loom” Group of the Peking Opera Troupe",
            "“Loom” Group of the Peking Opera Troupe",
        ),
        ("collectively written by members of the Weavers’ Drama Group", "members of the Weavers’ Drama Group"),
        ("created collectively by workers of the Leeds Shuttle Plant", "workers of the Leeds Shuttle Plant"),
    ],
)
def test_a_collective_is_an_author_whatever_it_is_called(words: str, body: str) -> None:
    (author,) = read(f"The Red Loom, a ballet, {words}, FLP, Peking, 1971, 92 pages.").contributors
    assert (author.name_raw.removeprefix("the "), author.role, author.name_type) == (body, Role.AUT, NameType.CORPORATE)


@pytest.mark.parametrize("title", ["Looms and the Workers", "Looms for Entertainment"])
def test_a_title_with_a_word_for_people_is_no_body_before_its_author(title: str) -> None:
    citation = read(f"{title}. T. A. Elm. Lawrence & Wishart: London. 1943. 32 pp.")
    assert (citation.title, [person.name_raw for person in citation.contributors]) == (title, ["T. A. Elm"])


@pytest.mark.parametrize("name", ["Ness Edwards", "Liu Shaoqi", "N L Glinka", "Kim Jong Il"])
def test_before_a_listed_house_the_bracket_after_a_title_names_the_author(name: str) -> None:
    (author,) = read(f"General Weaving ({name}), Pluto Press, London, 1924, 95 pages.").contributors
    assert author.name_raw == name


@pytest.mark.parametrize("line", ["Ella Winter, Red Virtue", "Beatrice King, Ourselves and the Soviet Union"])
def test_a_given_name_and_another_word_lead_before_a_title_and_a_house(line: str) -> None:
    author, _, title = line.partition(", ")
    citation = read(f"{line}, Gollancz, London, 1933, 320 pages")
    assert (citation.title, [person.name_raw for person in citation.contributors]) == (title, [author])
    novel = read("Martin Eden, Jack London, Gollancz, London, 1933, 320 pages")
    assert novel.title == "Martin Eden"


def test_an_and_goes_back_over_what_is_said_of_a_person() -> None:
    citation = read(
        "The Right to Work, Alan Elm, General Secretary of NUPE, and Bernard Ash, NUPE, London, 1980, 16 pp."
    )
    assert [person.name_raw for person in citation.contributors] == ["Alan Elm", "Bernard Ash"]
    assert citation.other_title_information is None


def test_a_listed_firm_of_two_takes_no_author_for_a_partner() -> None:
    citation = read("Weaving for Beginners, Rius, Writers and Readers, London, 1976, 156 pages.")
    assert ([person.name_raw for person in citation.contributors], citation.publisher) == (
        ["Rius"],
        "Writers and Readers",
    )


@pytest.mark.parametrize("phrase", ["speeches by Soviet leaders", "letters by Leeds women"])
def test_a_phrase_may_tell_of_people_that_it_does_not_name(phrase: str) -> None:
    citation = read(f"Peace or War, {phrase}, Novosti, Moscow, 1983, 88 pages.")
    assert (citation.other_title_information, citation.contributors) == (phrase, ())


def test_a_title_of_two_words_before_a_house_with_initials_is_no_family_name() -> None:
    citation = read("E. B. Dorn, V. A. Petrov, Multicolor Problems, D. C. Heath, 1963, 66pp")
    assert (citation.title, citation.publisher) == ("Multicolor Problems", "D. C. Heath")
    assert [person.name_raw for person in citation.contributors] == ["E. B. Dorn", "V. A. Petrov"]


@pytest.mark.parametrize(("words", "families"), [
    ("Lenin, V. I. and L Haden Gelm", ["Lenin", "Gelm"]),  # the family name alone is a listed name
    ("AHMED, Jamal Mohamed", ["Ahmed"]),
    ("MCLELLAN, David", ["McLellan"]),
    ("KO, Ki-hua", ["Ko"]),
    ("Ross, Hugh MacDonald", ["Ross"]),  # two given names, and no "and" that would share a surname
    ("Zelm, G. & Gorm, S.", ["Zelm", "Gorm"]),
    ("Zelm, Fannina; Gorm, Basil", ["Zelm", "Gorm"]),  # one given name is listed
])  # fmt: skip
def test_a_family_name_is_followed_by_its_given_names_whatever_else_they_may_be(
    words: str, families: list[str]
) -> None:
    citation = read(f"The Mill Hands | {words} | Weft Press | 1954 | 24 pp.")
    assert (citation.title, [person.family for person in citation.contributors]) == ("The Mill Hands", families)


@pytest.mark.parametrize("title", ["Seamen, Ports and Dockers", "Ploughmen, Shepherds and Drovers"])
def test_a_title_that_lists_is_no_list_of_turned_names(title: str) -> None:
    citation = read(f"{title}, Arthur Elm, Weft Press, Leeds, 1956, 19 pp.")
    assert (citation.title, [person.name_raw for person in citation.contributors]) == (title, ["Arthur Elm"])


def test_the_word_of_a_role_next_shows_a_given_name_after_the_initial() -> None:
    citation = read("THOMAS, J. Vyrnwy (ed.): The Mill Hands. (Weft Press, Leeds 1972). 295 pp.")
    assert [(person.name_raw, person.role) for person in citation.contributors] == [("THOMAS, J. Vyrnwy", Role.EDT)]


@pytest.mark.parametrize("rest", ["(Weft Press, 1954); 24 pp.", "(Leeds: Weft Press, 1954). 24 pp.", "- Leeds, 1954."])
@pytest.mark.parametrize("name", ["Stewart Elm and Joseph Gorm", "J. Gorm & W. Gelm-Ash", "GELM Z.", "ROBERT GELMFORD"])
def test_a_bracket_between_title_and_imprint_names_the_author_in_any_form(name: str, rest: str) -> None:
    citation = read(f"The Commune in Pictures ({name}) {rest}")
    several = 2 if " and " in name or "&" in name else 1
    assert (citation.title, len(citation.contributors)) == ("The Commune in Pictures", several)


@pytest.mark.parametrize("names", [
    "Zelm, Esther; Gorm, William", "Zelm, E. & Gorm, W.", "R K Webb and Joe Jacobs", "Henry E Gorm and Bertram W Zelm",
])  # fmt: skip
@pytest.mark.parametrize("sign", [": ", " – "])
def test_two_authors_before_the_title_end_at_its_sign(names: str, sign: str) -> None:
    citation = read(f"{names}{sign}The Weavers of Leeds. London, Gollancz, 1955. 202 p.")
    assert (citation.title, len(citation.contributors)) == ("The Weavers of Leeds", 2)


def test_a_given_name_after_an_initial_ends_at_the_sign_before_the_title() -> None:
    citation = read("Young, E. Stanley – A Bird in the Bush (1936). 160 pp")
    assert (citation.title, named(citation)) == ("A Bird in the Bush", ["Young, E. Stanley"])


@pytest.mark.parametrize("name", ["Rajani Kanta Das", "R. K. Das", "Sushil Kumar De"])
def test_the_families_of_bengal_are_no_particles(name: str) -> None:
    assert named(read(f"The Labour Movement in Bengal, {name}, Weft Press, Leeds, 1923, 112 pages")) == [name]


@pytest.mark.parametrize("letters", ["M.P.", "M.D.", "J.P.", "B.A.", "D.D.", "F.R.S.", "LL.D.", "Ph.D.", "O.B.E."])
@pytest.mark.parametrize("by", [", ", ", by "])
@pytest.mark.parametrize(
    "rest", [" Griffin Bohn, London, 1924", " London: Griffin Bohn, 1924", ", Griffin Bohn, London, 1924"]
)
def test_the_stop_of_letters_of_honour_parts_the_author_from_the_imprint(letters: str, by: str, rest: str) -> None:
    citation = read(f"The Housing Question{by}Mary Ashworth, {letters}{rest}. 66 pp.")
    assert named(citation) == ["Mary Ashworth"]
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == ("Griffin Bohn", "London", "1924")


def test_after_letters_of_honour_a_helper_or_an_edition_may_come() -> None:
    citation = read(
        "The Housing Question, Mary Ashworth, J.P. Translated by Ann Hill. Weft Press, London, 1924. 66 pp."
    )
    assert named(citation) == ["Mary Ashworth", "Ann Hill"]
    citation = read("The Housing Question, by Mary Ashworth, Q.C. Second edition. Weft Press, London, 1924. 66 pp.")
    assert citation.edition_statement == "Second edition"


def test_initials_that_letters_of_honour_look_like_open_the_next_name_of_a_list() -> None:
    citation = read("Loom Letters, edited by Ann Hill, M.D. Smith and K. Ash, Weft Press, London, 1924, 66 pp.")
    assert named(citation) == ["Ann Hill", "M.D. Smith", "K. Ash"]
    assert named(read("Thomson, M.D. The Making of Looms. London: Weft Press, 1924. 66 pp.")) == ["Thomson, M.D."]
