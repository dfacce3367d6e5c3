"""What lists in other tongues and of governments have and most English lists have not: names, editions, papers."""

import pytest

from shelflist.models.citation import DateStatus, Role, Status
from shelflist.parse.context.habits import Habits
from shelflist.parse.line import Context, read_text
from tests.parse.lines import named, names, read


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("ORME (Jean), Les tisserands, Paris, Seuil, 1944, 664 p.", ["ORME (Jean)"]),
        ("Orme (J.). Les tisserands. Paris: Seuil, 1944. 664 p.", ["Orme (J.)"]),
        ("ORME (Jean) et HÊTRE (Anne), Les tisserands, Paris, Seuil, 1944, 664 p.", ["ORME (Jean)", "HÊTRE (Anne)"]),
        ("Elmskii N.I. Les tisserands. Paris: Seuil, 1944. 664 p.", ["Elmskii N.I."]),
        ("Elmskii Yu.I., Ashov V.Ya. Les tisserands. Paris: Seuil, 1944. 664 p.", ["Elmskii Yu.I.", "Ashov V.Ya."]),
    ],
)
def test_a_family_name_put_first_needs_no_comma(line: str, authors: list[str]) -> None:
    citation = read(line)
    assert (citation.title, named(citation), citation.publisher) == ("Les tisserands", authors, "Seuil")


@pytest.mark.parametrize(
    "edition", ["4. Aufl.", "20. Auflage", "2nd ed.", "Rev. ed.", "3rd rev. ed.", "3e éd.", "5a ed.", "3-a eldono",
     "Nachdruck", "Réédition", "Segunda edición", "Ail argraffiad", "2 uppl."]
)  # fmt: skip
def test_an_edition_of_any_tongue_stands_before_its_imprint(edition: str) -> None:
    citation = read(f"Elm, Ann. Weberei. {edition.rstrip('.')}. Berlin: Weft Press, 1923. 88 S.")
    assert citation.title == "Weberei"
    assert (citation.edition_statement or "").rstrip(".") == edition.rstrip(".")
    assert (citation.place_of_publication, citation.publisher) == ("Berlin", "Weft Press")


@pytest.mark.parametrize(
    "body",
    [
        "Ministry of Wool",
        "Wool Office",
        "Royal Commission on Looms",
        "Central Office of Wool",
        "National Union of Weavers",
    ],
)
def test_a_body_is_entered_before_a_stop(body: str) -> None:
    citation = read(f"{body}. Report on the Weaving of Cloth. HMSO, London, 1934. 456 pages.")
    assert (citation.title, named(citation)) == ("Report on the Weaving of Cloth", [body])


@pytest.mark.parametrize("rest", ["Its rise and fall. R. Ash, Leeds, 1901.", "Ann Hill. Leeds: Weft Press, 1901."])
def test_a_body_before_its_author_or_its_explanation_is_a_title(rest: str) -> None:
    assert read(f"National Union of Weavers. {rest} 40 pages.").title == "National Union of Weavers"


def test_a_paper_by_command_is_of_a_series() -> None:
    citation = read("Royal Commission on Looms, Report, Cmnd. 3623, HMSO, London, 1968, 40 pages.")
    assert (citation.title, citation.series_title, citation.series_number) == ("Report", "Cmnd.", "3623")


@pytest.mark.parametrize("said", ["(n.d.)", "[n.d.]", "(undated)", "(nd)"])
def test_that_a_book_is_undated_is_none_of_its_title(said: str) -> None:
    assert (
        read(f"Homes for the Weavers {said}, Rewi Ash, Weft Press, Leeds, 16 pages.").title == "Homes for the Weavers"
    )


@pytest.mark.parametrize(
    "thesis", ["unpublished MA thesis", "PhD thesis", "unpublished D.Phil. dissertation", "BA dissertation"]
)
def test_what_a_thesis_was_written_for_is_a_note(thesis: str) -> None:
    citation = read(f"Ash, R., ‘The Looms of Leeds’, {thesis}, University of Leeds, 1973.")
    assert (citation.title, citation.other_title_information) == ("The Looms of Leeds", None)
    assert citation.publisher == "University of Leeds"
    assert thesis in citation.notes


@pytest.mark.parametrize("role", ["(Hg.)", "(Hrsg.)", "(dir.)", "(coord.)", "(éd.)"])
def test_an_editor_of_any_tongue_stands_before_the_title(role: str) -> None:
    citation = read(f"Elm, Thomas {role}: Arbeit und Kultur. Hamburg: Reidar, 1989. 368 S.")
    assert (citation.title, names(citation, Role.EDT)) == ("Arbeit und Kultur", ["Elm, Thomas"])


@pytest.mark.parametrize("said", ["Printed for", "Printed by", "printed and sold by"])
def test_the_words_before_an_old_house_are_none_of_it(said: str) -> None:
    citation = read(f"Elm, Thomas. Weaving Rides. London: {said} R. Almond, 1776. 8vo, 54pp.")
    assert (citation.place_of_publication, citation.publisher) == ("London", "R. Almond")


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        ("Weavers’ League: Preparing for Power, 1942, 48 pages", "Preparing for Power", ["Weavers’ League"]),
        ("National Union of Weavers: A History, 1942, 48 pages", "National Union of Weavers: A History", []),
    ],
)  # fmt: skip
def test_a_body_before_a_colon_wrote_what_does_not_tell_of_it(line: str, title: str, authors: list[str]) -> None:
    citation = read(line)
    assert (citation.title, named(citation)) == (title, authors)


def test_a_body_by_its_letters_is_no_name_at_the_end_of_a_title() -> None:
    assert read("Report on the Special TUC Congress, TUC, London, 1971, 96 pages.").title == (
        "Report on the Special TUC Congress"
    )


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Tradukis Ann Hill", Role.TRL), ("Antaŭparolo de Ann Hill", Role.WIN), ("Redaktis Ann Hill", Role.EDT),
        ("Hrsg. u. eingel. von Ann Hill", Role.EDT), ("Traduit de l’anglais par Ann Hill", Role.TRL),
        ("Golygwyd gan Ann Hill", Role.EDT), ("Cyfieithwyd gan Ann Hill", Role.TRL), ("Gol. Ann Hill", Role.EDT),
    ],
)  # fmt: skip
def test_the_words_of_a_role_of_any_tongue_stand_before_the_imprint(words: str, role: Role) -> None:
    citation = read(f"Elm, Rewi. La teksejo. {words}. Leeds: Weft Press, 1923. 88 p.")
    assert citation.title == "La teksejo"
    assert [(one.name_raw, one.role) for one in citation.contributors][1:] == [("Ann Hill", role)]


def test_german_names_are_joined_by_u_and_its_stop() -> None:
    citation = read("Elm, Rewi: Weberei. Aus dem Englischen von Ann Hill u. Tom Ash. Weft Press, Berlin 1923. 88 S.")
    assert [one.name_raw for one in citation.contributors] == ["Elm, Rewi", "Ann Hill", "Tom Ash"]


@pytest.mark.parametrize("said", ["o.O., o.J.", "s.l., s.j.", "s.l., s.d."])
def test_that_neither_place_nor_date_is_known_is_said_in_any_tongue(said: str) -> None:
    citation = read(f"Elm, Rewi: Erinnerungen an die Weberei. {said} 63 S.")
    assert (citation.title, citation.place_status) == ("Erinnerungen an die Weberei", Status.NOT_IDENTIFIED)
    assert citation.date_status is DateStatus.NOT_IDENTIFIED


@pytest.mark.parametrize(
    ("held", "series", "number"),
    [
        ("Teksaj kajeroj; 4", "Teksaj kajeroj", "4"),
        ("El libro de lana, 492", "El libro de lana", "492"),
        ("coll. Histoire des tisserands", "Histoire des tisserands", None),
        ("= Weberbücher, Bd. 4", "Weberbücher", "Bd. 4"),
        ("edition suhrkamp 240", "edition suhrkamp", "240"),
    ],
)
def test_a_series_has_few_capitals_in_most_tongues(held: str, series: str, number: str | None) -> None:
    citation = read(f"Elm, Rewi. La teksejo. Leeds: Weft Press, 1923. 88 p. ({held})")
    assert (citation.series_title, citation.series_number) == (series, number)


@pytest.mark.parametrize(
    "phrase", ["Eine Broschüre", "Erinnerungen eines Webers", "Souvenirs d’un tisserand", "Cofiant"]
)
def test_a_kind_of_writing_after_the_stop_of_a_title_explains_it(phrase: str) -> None:
    citation = read(f"Elm, Rewi. La Laine des Montagnes. {phrase}. Weft Press, Berlin, 1923. 88 p.")
    assert (citation.title, citation.other_title_information) == ("La Laine des Montagnes", phrase)


@pytest.mark.parametrize("sign", ["In:", "En:", "Dans:"])
def test_a_piece_stands_in_a_periodical_of_any_tongue(sign: str) -> None:
    citation = read(f"Elm, Rewi. La teksejo. {sign} Teksa Mondo, jarkolekto 3, n-ro 6, 1933, p. 91-94.")
    assert (citation.title, citation.container_title) == ("La teksejo", "Teksa Mondo")
    assert (citation.volume, citation.issue) == ("3", "6")


@pytest.mark.parametrize("body", ["Wool Office", "Royal Commission on Looms", "Industrial Wool Research Board"])
def test_what_an_office_prints_is_entered_under_it_whoever_wrote(body: str) -> None:
    citation = read(f"{body}. Two Studies of the Weaving of Cloth. R. M. Ash & C. G. Elm. HMSO, London, 1934. 59 pp.")
    assert citation.title == "Two Studies of the Weaving of Cloth"
    assert [one.name_raw for one in citation.contributors] == [body, "R. M. Ash", "C. G. Elm"]


def test_the_day_of_evidence_is_a_part_of_the_minutes() -> None:
    citation = read("Royal Commission on Looms. Minutes of Evidence, 10th day. HMSO, 1945.")
    assert (citation.title, citation.part_number) == ("Minutes of Evidence", "10th day")


@pytest.mark.parametrize(
    ("told", "series", "number"),
    [
        ("Y.L.S. no. 77", "Y.L.S.", "no. 77"),
        ("H.C. 241", "H.C.", "241"),
        ("Record Series, lxxxix", "Record Series", "lxxxix"),
    ],
)
def test_a_learned_society_numbers_its_series_in_its_own_way(told: str, series: str, number: str) -> None:
    citation = read(f"Wool Rolls of Leeds. Facsimile reprint. Weft Press, Leeds, 1968. {told}.")
    assert (citation.series_title, citation.series_number) == (series, number)


def test_a_role_in_small_letters_opens_a_sentence() -> None:
    citation = read("Wool Rolls of Leeds, 1672-1753. ed. W. A. Ash. Weft Press, Leeds, 1909. 260 pp.")
    assert [(one.name_raw, one.role) for one in citation.contributors] == [("W. A. Ash", Role.EDT)]


def test_the_part_that_a_bracket_tells_is_none_of_the_title() -> None:
    citation = read("Wool Rolls of Leeds (part 3), ed. W. A. Ash. Weft Press, Leeds, 1909. 260 pp.")
    assert (citation.title, citation.part_number) == ("Wool Rolls of Leeds", "part 3")


def test_stops_between_title_author_and_year_end_no_sentence() -> None:
    citation = read("The Handloom Weavers of Denholme and their Children. Mrs. E. Ash. 1976.")
    assert (citation.title, names(citation), citation.date_edtf) == (
        "The Handloom Weavers of Denholme and their Children", ["Mrs. E. Ash"], "1976"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "series", "number"),
    [
        ("coll. « Loom Lives », n° 4", "Loom Lives", "n° 4"),
        ("collection Vies de tisserands, no. 4", "Vies de tisserands", "no. 4"),
        ("col. Vidas del telar, n. 4", "Vidas del telar", "n. 4"),
        ("(coll. « Loom Lives »)", "Loom Lives", None),
    ],
)
def test_a_series_that_a_word_calls_so_stands_after_the_extent_or_the_house(
    said: str, series: str, number: str | None
) -> None:
    held = said.startswith("(")
    for line in (
        f"Elm, Ann, Les métiers, Paris, Seuil{' ' if held else ', '}{said}, 1944, 64 p.",
        f"Elm, Ann, Les métiers, Paris, Seuil, 1944, 64 p.{' ' if held else ', '}{said}",
    ):
        citation = read(line)
        assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == ("Seuil", "Paris", "1944")
        assert (citation.series_title, citation.series_number) == (series, number)


def test_coll_before_a_name_is_who_collected() -> None:
    assert names(read("Songs of the Loom, coll. Ann Hill, Leeds, Weft Press, 1954."), Role.COM) == ["Ann Hill"]


def test_months_of_any_tongue_and_their_short_forms_date_an_issue() -> None:
    for said, date in (
        ("oct.-déc. 1968", "1968-10/1968-12"), ("dic. 1968", "1968-12"), ("Okt. 1968", "1968-10"),
        ("Tachwedd 1968", "1968-11"),
    ):  # fmt: skip
        citation = read(f"Elm, Ann, « Les métiers », Le Mouvement textile, n° 65, {said}, p. 55-69.")
        assert (citation.container_title, citation.issue, citation.date_edtf) == ("Le Mouvement textile", "65", date)


def test_the_end_of_a_house_is_no_month() -> None:
    assert read("Ann Elm, The Looms (Virago 1992)").publisher == "Virago"


@pytest.mark.parametrize("between", ["e", "och", "og", "kaj"])
def test_names_are_joined_by_the_and_of_any_tongue(between: str) -> None:
    citation = read(f"C. Elm, I telai, a cura di P.C. Ash {between} A. Hill, Einaudi, Torino, 1964, pp. 251")
    assert names(citation, Role.EDT) == ["P.C. Ash", "A. Hill"]


def test_a_page_of_authors_first_takes_no_title_before_its_editor_for_one() -> None:
    line = "Lieder der Weimarer Zeit. Hrsg. von Ann Hill. Leipzig 1961."
    citation = read_text(line, Context(habits=Habits(author_first=True, place_first=False))).citation
    assert citation is not None
    assert (citation.title, [one.role for one in citation.contributors]) == ("Lieder der Weimarer Zeit", [Role.EDT])


def test_what_goes_on_after_u_and_its_stop_is_no_place() -> None:
    citation = read("Elm, Rewi: Weberei an der Ruhr. Verlag f. Wolle u. Politik. 1925")
    assert (citation.publisher, citation.place_of_publication) == ("Verlag f. Wolle u. Politik", None)
