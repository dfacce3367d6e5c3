"""Who took part in a book, in the many ways in which it is typed; what cannot be read explains no title."""

import pytest

from shelflist.models.citation import NameType, Role
from shelflist.parse.line import Context, read_line
from tests.parse.lines import linked, names, read


def people(words: str) -> list[tuple[str, str]]:
    found = read(f"The Fen Tigers, {words}, Isle Press, Ely, 1954, 70 pages.").contributors
    return [(person.name_raw, person.role.value) for person in found]


@pytest.mark.parametrize(
    "words",
    [
        "(with an introduction by Hugh Elm)",
        "intro: Hugh Elm",
        "introduced by the late Hugh Elm",
        "foreword by Hugh Elm and an appendix",
        "introduction by Hugh Elm with the help of Ann Hill",
        "foreword by Hugh Elm of the Ely Weavers",
    ],
)
def test_an_introduction_is_read_in_a_bracket_and_among_other_matter(words: str) -> None:
    assert people(f"Amos Wicken, {words}") == [("Amos Wicken", "aut"), ("Hugh Elm", "win")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ann Elm, Tom Ash, Sue Hill (editors)", [("Ann Elm", "edt"), ("Tom Ash", "edt"), ("Sue Hill", "edt")]),
        ("Liu Dazhong & Wang Meiying, eds", [("Liu Dazhong", "edt"), ("Wang Meiying", "edt")]),
        ("Amos Wicken, ed. and introd. Ann Hill", [("Amos Wicken", "aut"), ("Ann Hill", "edt")]),
        ("general editor Ann Hill", [("Ann Hill", "edt")]),
        ("translated: Ann Hill", [("Ann Hill", "trl")]),
        ("edited by Ann Hill, music arranged by Tom Ash", [("Ann Hill", "edt"), ("Tom Ash", "oth")]),
        ("preface by H. Elm, M.P.", [("H. Elm", "win")]),
        ("by Ann Hill from stories by Tom Ash, songs by Sue Elm", [("Ann Hill", "aut"), ("Sue Elm", "aut")]),
        ("introduction d’Alain Ash, éd. par Ann Hill", [("Alain Ash", "win"), ("Ann Hill", "edt")]),
        ("arranged by Ann Hill, maps drawn by Tom Ash", [("Ann Hill", "oth"), ("Tom Ash", "oth")]),
        ("translated by the staff of the Loom Library", [("the staff of the Loom Library", "trl")]),
    ],
)
def test_the_word_of_a_role_takes_in_the_names_that_it_belongs_to(words: str, names: list[tuple[str, str]]) -> None:
    assert people(words) == names


@pytest.mark.parametrize(
    "whom", [" for the Defence Committee", ", for the Leeds Weavers’ Union", " on behalf of the Strike Committee"]
)
def test_for_whom_somebody_signed_is_told_apart_from_the_names(whom: str) -> None:
    citation = read(f"To All Weavers, leaflet, signed by Ann Hill, Tom Ash and Sue Elm{whom}, Leeds, 1921, 2 pages.")
    assert [person.name_raw for person in citation.contributors] == ["Ann Hill", "Tom Ash", "Sue Elm"]
    assert (citation.publisher, citation.other_title_information) == (None, None)
    assert citation.notes == ("leaflet", whom.lstrip(" ,"))


@pytest.mark.parametrize("before", ["By Li Yu. ", ""])
def test_statements_of_responsibility_before_the_bracket_are_no_sentence_of_their_own(before: str) -> None:
    told = f"{before}Translated from the Welsh by Ann Hill. Drawings by Tom Ash"
    text = f"The Fen Tigers. {told}. (Ely: Isle Press, 1954). 7 p."
    citation = read_line(linked(text, "The Fen Tigers"), Context()).citation
    assert citation is not None and citation.notes == ()
    assert [person.role.value for person in citation.contributors][-2:] == ["trl", "ill"]


def test_how_somebody_did_it_hides_no_role() -> None:
    assert people("stenographically reported by Ann Hill") == [("Ann Hill", "oth")]
    assert people("freshly translated by Ann Hill") == [("Ann Hill", "trl")]


@pytest.mark.parametrize("words", ["woodcuts by his sisters", "drawings by the authors"])
def test_words_of_responsibility_that_cannot_be_read_explain_no_title(words: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {words}, Isle Press, Ely, 1954, 70 pages.")
    assert citation.other_title_information is None
    assert citation.unparsed_remainder == words


@pytest.mark.parametrize("words", ["with a note on the shawl trade", "letters from Moscow", "speeches in Parliament"])
def test_words_of_a_role_that_name_nobody_explain_the_title(words: str) -> None:
    citation = read(f"The Fen Tigers, {words}, Amos Wicken, Isle Press, Ely, 1954, 70 pages.")
    assert citation.other_title_information == words


@pytest.mark.parametrize(
    "words", ["[1921]", "(1st ed. 1921)", "(1re éd. 1921)", ". Foreword by Ann Hill. (orig. 1921)"]
)
def test_an_earlier_year_in_a_bracket_after_the_imprint_is_that_of_the_first_edition(words: str) -> None:
    text = f"The Fen Tigers. Amos Wicken. Isle Press, Ely 1954{'' if words[0] == '.' else ' '}{words}"
    citation = read_line(linked(text, "The Fen Tigers"), Context()).citation
    assert citation is not None and citation.edition_statement is None
    assert (citation.place_of_publication, citation.date_edtf, citation.original_date_edtf) == ("Ely", "1954", "1921")


@pytest.mark.parametrize("words", ["(Original work published 1921)", "(First published 1921.)"])
def test_a_first_publication_is_told_after_the_house_that_closes_a_line(words: str) -> None:
    citation = read(f"Wicken, A. (1954). The Fen Tigers. Ely: Isle Press. {words}")
    assert (citation.date_edtf, citation.original_date_edtf) == ("1954", "1921")


@pytest.mark.parametrize("words", ["(first published 1921)", "(orig. 1921)", "(originally published in 1921)"])
def test_a_first_publication_may_stand_in_a_bracket_of_its_own(words: str) -> None:
    before = read(f"The Fen Tigers, Amos Wicken, {words}, Isle Press, Ely, 1954, 70 pages.")
    after = read(f"The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954 {words}, 70 pages.")
    for citation in (before, after):
        assert (citation.date_edtf, citation.original_date_edtf) == ("1954", "1921")
        assert (citation.publisher, citation.unparsed_remainder) == ("Isle Press", None)


@pytest.mark.parametrize(
    ("line", "author", "other"),
    [
        ("Idris Landore, Hard Metal, intro. Siân Clydach (Swansea: Hafod Press, 1987).", "Idris Landore", "win"),
        ("Idris Landore, Cold Metal, trans. Siân Clydach (Swansea: Hafod Press, 1986).", "Idris Landore", "trl"),
    ],
)
def test_who_introduced_or_translated_is_not_who_wrote(line: str, author: str, other: str) -> None:
    citation = read(line)
    assert citation.title in ("Hard Metal", "Cold Metal")
    assert [(p.name_raw, p.role.value) for p in citation.contributors] == [(author, "aut"), ("Siân Clydach", other)]


def test_editors_before_the_title_end_at_the_word_of_their_role() -> None:
    citation = read("Siân Clydach and Huw Tawe, eds., Metal and Men, Hafod Press, Swansea, 1990, 196 pp.")
    assert citation.title == "Metal and Men"
    assert [p.role.value for p in citation.contributors] == ["edt", "edt"]


def test_each_of_several_roles_after_the_extent_has_its_names() -> None:
    after = "With a foreword by Ann Hill and drawings by Tom Ash. Plates by Sue Elm."
    citation = read(f"The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. {after}")
    found = [(person.name_raw, person.role.value) for person in citation.contributors]
    assert found == [("Amos Wicken", "aut"), ("Ann Hill", "win"), ("Tom Ash", "ill"), ("Sue Elm", "ill")]
    assert citation.notes == ()


@pytest.mark.parametrize("author", ["Chao Chung", "Li Yu"])
def test_statements_between_stops_before_the_bracket_of_the_imprint_are_no_sentence(author: str) -> None:
    citation = read(f"“The Fen Tigers”. By {author}. Drawings by Sue Elm. (Ely: Isle Press, 1954), 70 pages.")
    assert [(person.name_raw.rstrip("."), person.role.value) for person in citation.contributors] == [
        (author, "aut"),
        ("Sue Elm", "ill"),
    ]
    assert citation.notes == ()


def test_a_title_of_two_given_names_ends_before_the_word_by() -> None:
    citation = read("Alberta and Jacob. By Cora Elm. Translated from the Norse by Sue Ash (Ely: Isle Press, 1954).")
    assert (citation.title, names(citation)) == ("Alberta and Jacob", ["Cora Elm"])


def test_of_sentences_after_the_extent_only_those_that_tell_who_took_part_are_no_note() -> None:
    after = "Foreword by Ann Hill. Cover by Tom Ash. In Welsh."
    citation = read(f"The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. {after}")
    assert (citation.contributors[-1].name_raw, citation.notes) == ("Ann Hill", ("Cover by Tom Ash. In Welsh.",))
    assert citation.statement_of_responsibility == "Amos Wicken; Foreword by Ann Hill."


def test_of_a_sentence_that_says_more_than_who_took_part_the_rest_is_a_note() -> None:
    after = "Large map and a foreword by Ann Hill."
    citation = read(f"The Fen Tigers, Amos Wicken, Isle Press, Ely, 1954, 70 pages. {after}")
    assert (citation.contributors[-1].name_raw, citation.notes) == ("Ann Hill", ("Large map",))


def test_who_wrote_a_part_of_the_book_is_no_author() -> None:
    assert people("Amos Wicken, with a memoir of the author by Ann Hill") == [
        ("Amos Wicken", "aut"),
        ("Ann Hill", "ctb"),
    ]


@pytest.mark.parametrize("seat", ["Leeds", "TUC", "Carters’ Union"])
def test_the_body_or_town_in_a_bracket_is_none_of_the_name(seat: str) -> None:
    assert people(f"by Amos Wicken, foreword by Ann Hill ({seat})") == [("Amos Wicken", "aut"), ("Ann Hill", "win")]


def test_letters_by_which_somebody_signs_stay_with_the_name() -> None:
    assert people("by Rewi Ash (RA)") == [("Rewi Ash (RA)", "aut")]


def test_each_of_three_helpers_joined_without_a_comma_is_read() -> None:
    words = "by Amos Wicken, translated by Ann Hill with a foreword by Hugh Elm and an afterword by Tom Ash"
    assert people(words)[1:] == [("Ann Hill", "trl"), ("Hugh Elm", "win"), ("Tom Ash", "win")]


@pytest.mark.parametrize(
    "more", ["with the author’s preface of 1931 and a foreword", "with a chart, a glossary and an afterword"]
)
def test_who_wrote_a_foreword_told_last_is_no_author(more: str) -> None:
    assert people(f"by Amos Wicken, {more} by Ann Hill") == [("Amos Wicken", "aut"), ("Ann Hill", "win")]


def test_an_introduction_listed_before_notes_and_index_is_of_the_same_person() -> None:
    citation = read(
        "The Fen Tigers, by Amos Wicken, introduction, notes and index by Ann Hill, Isle Press, Ely, 1954, 70 pages."
    )
    assert [(one.name_raw, one.role.value) for one in citation.contributors][1:] == [("Ann Hill", "win")]
    assert citation.other_title_information is None


def test_the_office_in_a_bracket_is_none_of_the_name() -> None:
    assert people("signed Ann Hill (General Secretary)") == [("Ann Hill", "sgn")]


def test_a_letter_from_somebody_explains_no_title() -> None:
    for words in ("with a message from Ann Hill", "prefaced by a letter from Ann Hill"):
        citation = read(f"The Fen Tigers, Amos Wicken, {words}, Isle Press, Ely, 1954, 70 pages.")
        assert (citation.other_title_information, citation.unparsed_remainder) == (None, words)


@pytest.mark.parametrize("words", ["translated from the Welsh, by", "translated from the Welsh, with notes, by"])
def test_the_language_may_part_a_translator_from_his_role(words: str) -> None:
    assert people(f"Amos Wicken, {words} Ann Hill") == [("Amos Wicken", "aut"), ("Ann Hill", "trl")]


def test_of_a_translation_another_may_have_written_the_foreword() -> None:
    citation = read(
        "Fen Tigers, Amos Wicken, translated from the Welsh, with a foreword by Ann Hill, Isle Press, Ely, 1954, 7 p."
    )
    assert [person.role.value for person in citation.contributors] == ["aut", "win"]
    assert citation.other_title_information is None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("edited by Tom Ash, with the assistance of Ann Hill", "ctb"),
        ("edited by Tom Ash, illustrator Ann Hill", "ill"),
        ("edited by Tom Ash, captions by Ann Hill", "ctb"),
        ("edited by Tom Ash, given by Ann Hill", "aut"),
        ("edited by Tom Ash, arranged by Ann Hill", "oth"),
        ("edited by Tom Ash, selected and arranged by Ann Hill", "com"),
    ],
)
def test_helpers_and_others_have_their_roles(words: str, role: str) -> None:
    assert people(words)[-1] == ("Ann Hill", role)


@pytest.mark.parametrize("words", ["edited under the auspices of the Loom Department", "captions Dinah Soham"])
def test_under_whom_a_book_was_made_explains_no_title(words: str) -> None:
    assert read(f"The Fen Tigers, {words}, Isle Press, Ely, 1954, 70 pages.").other_title_information is None


@pytest.mark.parametrize("role", ["coll. & ed.", "coll. and arr.", "sel. & ed. by", "comp. & ed."])
def test_two_short_words_of_a_role_stand_before_a_name(role: str) -> None:
    citation = read(f"Songs of the Mill, {role} Rewi Ash (Weft Press, London, 1904), 76 p.")
    people = names(citation, Role.EDT) + names(citation, Role.COM)
    assert (citation.title, people) == ("Songs of the Mill", ["Rewi Ash"])


def test_the_word_of_an_editor_may_stand_before_the_bracket_of_the_imprint() -> None:
    citation = read("Songs of the Mill, Rewi Ash, ed. (Weft Press, London, 1904), 76 pp.")
    assert (names(citation, Role.EDT), citation.publisher) == (["Rewi Ash"], "Weft Press")


@pytest.mark.parametrize(
    "people", [["George S Elm", "Nucia P Lodge"], ["Mary Church", "Ernest Guild"], ["N. P. Lodge"]]
)
def test_a_name_that_ends_in_a_word_for_a_body_is_a_persons(people: list[str]) -> None:
    citation = read(f"Songs of the Mill, translated by {' and '.join(people)}, Weft Press, London, 1904, 76 pages.")
    assert names(citation, Role.TRL) == people


@pytest.mark.parametrize("body", ["S. Wales Weavers’ Federation", "Jefferson School", "Ann Arbor Union"])
def test_a_body_with_a_place_or_a_persons_name_is_a_body(body: str) -> None:
    citation = read(f"Songs of the Mill, by the {body}, Weft Press, London, 1904, 76 pages.")
    assert [one.name_type for one in citation.contributors] == [NameType.CORPORATE]


def test_after_a_place_and_its_colon_what_stands_before_the_year_is_the_house() -> None:
    citation = read("Elm, Ger (red.), Songs of the Mill, 2e druk, Nijmegen: SUN 1971, 408 blz.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == ("SUN", "Nijmegen", "1971")
    assert (citation.edition_statement, names(citation, Role.EDT)) == ("2e druk", ["Elm, Ger"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("with a preface by Hugh Elm and sixteen photographs by Ann Hill", [("Hugh Elm", "win"), ("Ann Hill", "ill")]),
        ("with line drawings by Ann Hill", [("Ann Hill", "ill")]),
        ("with wood-engravings by Ann Hill", [("Ann Hill", "ill")]),
        ("with recipes for eels by Ann Hill", [("Ann Hill", "ctb")]),
        ("(selected by Hugh Elm; introduction Ann Hill)", [("Hugh Elm", "com"), ("Ann Hill", "win")]),
        ("prints by Ann Hill", [("Ann Hill", "ill")]),
        ("with posters by Ann Hill", [("Ann Hill", "ill")]),
        ("eaux-fortes d’Ann Hill", [("Ann Hill", "ill")]),
        ("grabados de Ann Hill", [("Ann Hill", "ill")]),
        ("interviews by Ann Hill", [("Ann Hill", "ctb")]),
        ("profile of the author by Ann Hill", [("Ann Hill", "ctb")]),
        ("scenery designed by Ann Hill", [("Ann Hill", "oth")]),
        ("carols arranged by Ann Hill", [("Ann Hill", "oth")]),
        ("airs taken down by Ann Hill", [("Ann Hill", "oth")]),
        ("organ arrangement by Ann Hill", [("Ann Hill", "oth")]),
        ("ballads collected by the Ely Observer", [("Ely Observer", "com")]),
    ],
)
def test_whoever_did_something_in_the_book_is_named_for_that_alone(words: str, found: list[tuple[str, str]]) -> None:
    assert people(f"Amos Wicken, {words}") == [("Amos Wicken", "aut"), *found]


@pytest.mark.parametrize(
    "words", ["edited by his son", "with a biographical note by her daughter", "published 1954 in Ely"]
)
def test_work_of_somebody_without_a_name_and_words_of_an_imprint_explain_no_title(words: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {words}, Isle Press, Ely, 1955, 70 pages.")
    assert citation.other_title_information is None
    assert words.split(" ")[0] in (citation.unparsed_remainder or "")


def test_nothing_after_the_imprint_explains_the_title() -> None:
    citation = read("Amos Wicken, The Fen Tigers, 1967, Isle Press, Ely, a lively account of the draining.")
    assert citation.other_title_information is None


def test_who_printed_privately_is_told_in_a_note() -> None:
    assert read("The Fen Tigers, Amos Wicken, Privately printed, Ely, 1954, 70 pages.").notes == ("Privately printed",)


@pytest.mark.parametrize("words", ["notes by Ann Hill", "with notes on the tunes by Ann Hill", "annotated by Ann Hill"])
def test_whoever_wrote_notes_alone_introduces_nothing(words: str) -> None:
    assert people(f"Amos Wicken, {words}") == [("Amos Wicken", "aut"), ("Ann Hill", "ctb")]


def test_capitals_before_an_editor_may_be_the_author_and_explain_no_title() -> None:
    citation = read("The Clyde Yards, Nym Wales, introduced and edited by A. Hill, Weft Press, Leeds, 1997, 260 pages.")
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, "Nym Wales")


@pytest.mark.parametrize("series", ["History in the Making, Vol. 11", "Interviews in Depth, Vol. 3"])
def test_the_number_of_what_was_not_understood_is_no_part_of_the_work(series: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {series}, Isle Press, Ely, 1954, 70 pages.")
    assert (citation.part_number, citation.unparsed_remainder) == (None, series.replace(", ", "; "))


def test_a_part_is_its_number_without_the_imprint_that_runs_on() -> None:
    citation = read("Amos Wicken ‘The Fen Tigers’ vol 1 Isle Press Ely (1964)")
    assert citation.part_number == "vol 1"


def test_a_german_volume_has_its_name_after_the_colon() -> None:
    citation = read("Ash, Rewi: Die Weber. Bd. 1: Vom Geheimbund zum Verein. Berlin: Dietz, 1966. 680 S.")
    assert (citation.part_number, citation.part_name) == ("Bd. 1", "Vom Geheimbund zum Verein")


@pytest.mark.parametrize("words", ["revised & updated", "limited edition of 100"])
def test_the_year_after_an_edition_is_the_date(words: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {words} 1978, Isle Press, Ely, 70 pages.")
    assert (citation.edition_statement, citation.date_edtf) == (words, "1978")


def test_a_slash_after_the_author_makes_no_catalogue_card() -> None:
    citation = read("Ness Elm / The Looms of Youth, a Study. - London : the author, 1936. - 16 p. ; 21 cm.")
    assert (citation.title or "").startswith("The Looms of Youth")


@pytest.mark.parametrize(
    "words", ["R. J. Ash and World Committee for Weavers", "World Committee for Weavers and R. J. Ash"]
)
def test_a_person_and_a_body_are_two(words: str) -> None:
    found = read(f"The Fen Tigers, edited by {words}, Isle Press, Ely, 1954, 70 pages.").contributors
    kinds = {person.name_raw: person.name_type for person in found}
    assert kinds == {"R. J. Ash": NameType.PERSONAL, "World Committee for Weavers": NameType.CORPORATE}


def test_the_town_belongs_to_the_name_of_a_branch() -> None:
    citation = read(
        "Kitchen Talk, Oldham Women’s Co-operative Guild, edited by Ann Hill, Weft Press, Leeds, 1949, 9 pages."
    )
    assert names(citation) == ["Oldham Women’s Co-operative Guild"]


def test_a_year_of_its_own_right_after_the_title_is_of_the_first_publication() -> None:
    citation = read("Ash, Rewi. The Fen Tigers. 1934. Trans. Ann Hill. Leeds: Weft Press, 1974.")
    assert (citation.title, citation.original_date_edtf, citation.date_edtf) == ("The Fen Tigers", "1934", "1974")


def test_the_phrase_stays_one_beside_what_is_told_of_the_pictures() -> None:
    citation = read(
        "The Fen Tigers, A. Wicken, an autobiography, illustrated by the author, Isle Press, Ely, 1954, 70 pages."
    )
    assert (citation.other_title_information, citation.unparsed_remainder) == (
        "an autobiography",
        "illustrated by the author",
    )


@pytest.mark.parametrize("words", ["verses and pictures by Ann Hill", "poems and linocuts by Ann Hill"])
def test_who_wrote_and_drew_is_the_author(words: str) -> None:
    assert people(words) == [("Ann Hill", "aut")]


@pytest.mark.parametrize("sign", [" ", ", "])
def test_to_whom_it_was_told_is_not_who_told_it(sign: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken{sign}as told to Ann Hill, Isle Press, Ely, 1954, 70 pages.")
    assert (names(citation, Role.AUT), citation.other_title_information) == (["Amos Wicken"], None)


@pytest.mark.parametrize(
    "words",
    ["second edition, with an appendix", "reprinted, with additions", "twentieth thousand", "fifteenth edition"],
)
def test_what_an_edition_comes_with_belongs_to_its_statement(words: str) -> None:
    citation = read(f"The Fen Tigers, Amos Wicken, {words}, Isle Press, Ely, 1954, 70 pages.")
    assert (citation.edition_statement, citation.other_title_information) == (words, None)


def test_a_welsh_edition_may_have_its_adjective_after_it() -> None:
    assert read("Y Gwehydd, Rhys Elm (Caerdydd: Gwasg y Brain, 1928; argraffiad newydd), 96 tt.").edition_statement


@pytest.mark.parametrize(
    "words",
    [
        "done into English by Ann Hill",
        "put into English verse by Ann Hill",
        "from the Welsh by Ann Hill",
        "from the French of Jean Orme by Ann Hill",
        "English text by Ann Hill",
        "English by Ann Hill",
        "in an English rendering by Ann Hill",
    ],
)
def test_who_put_a_text_into_another_language_translated_it(words: str) -> None:
    assert people(f"Amos Wicken, {words}") == [("Amos Wicken", "aut"), ("Ann Hill", "trl")]


@pytest.mark.parametrize(
    "words", ["wood-engravings", "lino-cuts", "line-drawings", "pen drawings", "coloured plates", "aquatints"]
)
def test_pictures_are_told_by_how_they_were_made(words: str) -> None:
    assert people(f"Amos Wicken, {words} by Ann Hill") == [("Amos Wicken", "aut"), ("Ann Hill", "ill")]


@pytest.mark.parametrize("title", ["Line Drawings", "English Hymns", "From the Welsh Hills", "The Cuts"])
def test_a_title_may_open_as_such_words_do(title: str) -> None:
    citation = read(f"{title} by Amos Wicken, Isle Press, Ely, 1954, 70 pages.")
    assert (citation.title, names(citation)) == (title, ["Amos Wicken"])


def test_sentences_before_the_bracket_of_the_imprint_tell_who_took_part_and_which_edition() -> None:
    told = "With a foreword by Ann Hill. Third impression. First published 1931."
    citation = read(f"“The Fen Tigers”, by Amos Wicken. {told} (Ely: Isle Press, 1954), 70 pages. In Welsh.")
    assert [person.name_raw for person in citation.contributors] == ["Amos Wicken", "Ann Hill"]
    assert (citation.edition_statement, citation.original_date_edtf) == ("Third impression", "1931")
    assert "foreword" not in " ".join(citation.notes)
