"""Lines as those who cite type them: the year by the author, volumes by their figures, regions by their letters."""

import pytest

from shelflist.models.citation import DateType
from shelflist.parse.line import Context, read_text
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    ("opening", "people"),
    [
        ("Ash, R. 1961:", ["Ash, R."]),
        ("Ash, RT 1961:", ["Ash, RT"]),
        ("Ash, Rewi 1961.", ["Ash, Rewi"]),
        ("Ash, R. & Elm, S. 1961:", ["Ash, R.", "Elm, S."]),
        ("Ash, Rewi, Elm, Sue & Hill, Ann 1961.", ["Ash, Rewi", "Elm, Sue", "Hill, Ann"]),
    ],
)
def test_the_year_stands_beside_the_authors_without_a_bracket(opening: str, people: list[str]) -> None:
    citation = read(f"{opening} 'The Mill Hands of Leeds'. Weft Press, Leeds.")
    assert (named(citation), citation.date_edtf, citation.title) == (people, "1961", "The Mill Hands of Leeds")


def test_a_month_and_year_before_a_name_are_no_author_and_his_year() -> None:
    citation = read("Weavers’ Review, May 1996. Rewi Ash, In Defence of the Loom: A Reply to Sue Elm.")
    assert (named(citation), citation.title) == (["Rewi Ash"], "In Defence of the Loom: A Reply to Sue Elm")


@pytest.mark.parametrize("others", [", et al.,", " et al.", " and others,"])
def test_others_who_are_not_named_close_the_list_of_authors(others: str) -> None:
    citation = read(f"R. T. Ash{others} Who Built the Mills? (Leeds: Weft Press, 1954).")
    assert (named(citation), citation.title) == (["R. T. Ash"], "Who Built the Mills?")


def test_small_words_after_initials_show_the_title_whatever_the_family_is_called() -> None:
    citation = read("Gilbert, B. An Illustrated Guide to the Mills, 1890.")
    assert (named(citation), citation.title) == (["Gilbert, B."], "An Illustrated Guide to the Mills")


@pytest.mark.parametrize(
    ("imprint", "place"),
    [
        ("Weft Press, Minneapolis, MN 2011", "Minneapolis, MN"),
        ("Weft Press Minneapolis, MN 2011", "Minneapolis, MN"),
        ("Weft Press, London, UK 2011", "London, UK"),
        ("Hobart, Tas. : Weft Press, 2011", "Hobart, Tas."),
    ],
)
def test_a_region_belongs_to_its_town_though_the_year_follows_at_once(imprint: str, place: str) -> None:
    citation = read(f"Ash, Rewi: The Mill Hands of Leeds. {imprint}")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == ("Weft Press", place, "2011")


@pytest.mark.parametrize("edition", ["2 ed.", "2. edn"])
def test_a_figure_alone_may_count_editions(edition: str) -> None:
    citation = read(f"R. T. Ash, The Mill Hands of Leeds, {edition} (Leeds: Weft Press, 1954).")
    assert citation.edition_statement == edition


@pytest.mark.parametrize(
    ("cited", "host", "volume", "issue", "pages"),
    [
        ("‘Looms of Leeds’, WSG XXI (1947), 315–16.", "WSG", "XXI", None, 2),
        ("“Looms of Leeds.” Weft 68,4 (1947): 1-4. How weavers lived, and when.", "Weft", "68", "4", 4),
        ("“Looms of Leeds,” Weft, 2.4, 22-36, (1947).", "Weft", "2", "4", 15),
        ("“Looms of Leeds,” Weft 16(1) (Winter 1947). Argues that weavers lived well.", "Weft", "16", "1", None),
    ],
)
def test_volume_and_year_show_a_periodical_of_any_name_after_a_quoted_title(
    cited: str, host: str, volume: str, issue: str | None, pages: int | None
) -> None:
    citation = read(f"Ash, Rewi. {cited}")
    assert (citation.title, citation.container_title) == ("Looms of Leeds", host)
    assert (citation.volume, citation.issue, citation.page_count) == (volume, issue, pages)


def test_family_names_alone_lead_where_they_mean_nothing_else() -> None:
    citation = read("Gelm & Zerwin: The Weaver’s Catalogue. Weft Press, Leeds 1991")
    assert (named(citation), citation.title) == (["Gelm", "Zerwin"], "The Weaver’s Catalogue")


def test_family_names_alone_lead_before_a_quoted_title() -> None:
    citation = read("Gelm and Zerwin, “A New Catechism of Weaving” (1903)")
    assert (named(citation), citation.title) == (["Gelm", "Zerwin"], "A New Catechism of Weaving")


@pytest.mark.parametrize(("opening", "second"), [("Ash, Rewi and Julie:", "Julie Ash"), ("Ash, R. and S.:", "S. Ash")])
def test_the_last_of_a_turned_list_may_share_the_family_name(opening: str, second: str) -> None:
    citation = read(f"{opening} The Looms of Leeds. Weft Press, Leeds, 1991")
    assert named(citation)[1:] == [second]


def test_an_article_and_a_kind_of_writing_are_nobodys_name() -> None:
    citation = read("Ash, Rewi: Toy Looms, A History. Weft Press, Leeds, 1986")
    assert named(citation) == ["Ash, Rewi"]


def test_what_a_colon_parts_from_a_known_place_is_the_house_though_it_is_a_towns_name() -> None:
    citation = read("R. T. Ash, Fall of the House of Weft (London: Cambridge, 1989).")
    assert (citation.publisher, citation.place_of_publication) == ("Cambridge", "London")


def test_a_body_word_in_a_title_is_no_house_where_the_bracket_holds_one() -> None:
    citation = read("R. T. Ash, Wool, Weft and Society (Leeds: Weft Press, 1976).")
    assert (citation.title, citation.publisher) == ("Wool, Weft and Society", "Weft Press")


def test_capitals_after_a_turned_name_are_the_title() -> None:
    citation = read("Elm, Melitta Weiss. FOOD IN THE MIDDLE AGES. Weft Press. Leeds. 1995.")
    assert (named(citation), citation.title) == (["Elm, Melitta Weiss"], "FOOD IN THE MIDDLE AGES")


def test_a_catalogues_signs_show_the_year_of_the_copyright() -> None:
    citation = read(
        "Ash, Rewi. Looms of Hobart : A History. Hobart, Tas. : Weavers of Hobart, c2007. It was shown in June."
    )
    assert (citation.date_edtf, citation.date_type) == ("2007", DateType.COPYRIGHT)
    assert citation.notes == ("It was shown in June.",)


def test_pages_after_a_host_without_a_year_are_the_pieces() -> None:
    citation = read("Ash, R. “Looms of Leeds,” in The Mill Reader, 181-211. How weavers lived.")
    assert (citation.title, citation.container_title, citation.page_count) == ("Looms of Leeds", "The Mill Reader", 31)


@pytest.mark.parametrize("text", ["7. Rewi Ash, et al., The Looms (Book 1)", "Looms and Mills. Shuttle, New York 1972"])
def test_in_a_list_of_books_an_opening_by_names_is_enough_and_so_is_a_place_with_a_year(text: str) -> None:
    assert read_text(text, Context(heading_path=("Bibliography",))).citation is not None
    assert read_text(text).citation is None


@pytest.mark.parametrize("degree", ["PhD", "unpublished MA thesis,", "D.Phil. thesis,"])
def test_the_school_that_a_thesis_was_written_at_is_its_publisher(degree: str) -> None:
    citation = read(f"Ash, Rewi, ‘Roof Bosses in the Mills of Leeds’ ({degree} Leeds University, 2011)")
    assert (citation.publisher, citation.notes, citation.date_edtf) == (
        "Leeds University",
        (degree.rstrip(","),),
        "2011",
    )


def test_a_list_in_the_order_of_time_has_the_year_before_the_title_and_who_wrote_it_after() -> None:
    citation = read("1954 The Mill Hands by Karl Ash")
    assert (citation.date_edtf, citation.title, named(citation)) == ("1954", "The Mill Hands", ["Karl Ash"])
    assert read_text("1954 Strike of the Mill Hands called by Karl Ash").citation is None


def test_a_title_with_small_words_comes_after_a_turned_name_of_two_given_names() -> None:
    citation = read("Elm, Albert Sprague, Building a Model Loom, The Weft Company, 1929")
    assert (named(citation), citation.title) == (["Elm, Albert Sprague"], "Building a Model Loom")


def test_years_that_a_dash_joins_stay_the_titles() -> None:
    citation = read("Ash, R. T. Looms of Leeds 1872 - 1954. Weft Press, Leeds, 1960, 66 pp.")
    assert (citation.title, citation.date_edtf) == ("Looms of Leeds 1872 - 1954", "1960")


def test_a_turned_name_after_the_title_is_one_person_though_each_half_is_a_name() -> None:
    citation = read("The General Theory of Weaving. Keynes, John Maynard. London: Weft Press, 1936.")
    assert named(citation) == ["Keynes, John Maynard"]


def test_a_sure_name_a_title_and_a_house_head_a_review() -> None:
    citation = read("Karl Ash, The Weavers of Leeds 1922-73 (Weft Press)")
    assert (named(citation), citation.title, citation.publisher) == (
        ["Karl Ash"], "The Weavers of Leeds 1922-73", "Weft Press",
    )  # fmt: skip


def test_editors_in_a_host_need_no_comma_before_their_book() -> None:
    citation = read("Rewi Ash: The Crisis of 1842, in Karl Elm & Ann Hill (eds) The Mill Reader, MacMillan, 1982.")
    assert (citation.title, citation.container_title) == ("The Crisis of 1842", "The Mill Reader")
    assert named(citation) == ["Rewi Ash", "Karl Elm", "Ann Hill"]


def test_the_country_after_a_listed_house_is_its_branch() -> None:
    assert read("Karl Ash, The Looms of Leeds (New York: OUP USA, 2010).").publisher == "OUP USA"


def test_who_reviewed_a_book_is_no_entry() -> None:
    assert read_text("Reviewed by Ann Hill, University of Leeds (February 2017)").citation is None


def test_sentences_after_the_year_are_said_of_the_book_though_no_house_is_named() -> None:
    citation = read(
        "Karl Ash: Looms and Loom Songs, 1977. Design your own four looms. Available at the library to borrow."
    )
    assert (citation.title, citation.date_edtf) == ("Looms and Loom Songs", "1977")
    assert citation.notes == ("Design your own four looms. Available at the library to borrow.",)


def test_an_article_put_last_belongs_to_its_title() -> None:
    assert read("Ash, R.T., Loom Handbook, The, Weft Press, Leeds, 1930").title == "Loom Handbook, The"


def test_a_degree_with_a_stop_is_no_sentence() -> None:
    citation = read(
        "Ash, Rewi. 1994. The Looms of Leeds during the War. PhD. Thesis, Department of Weaving, University of Hull."
    )
    assert (citation.title, citation.notes) == ("The Looms of Leeds during the War", ("PhD. Thesis",))


def test_a_body_and_the_year_lead_before_the_title() -> None:
    citation = read("Leeds Loom Conservancy. 1997. All the Looms of Leeds. Weft Press Books.")
    assert (named(citation), citation.title, citation.date_edtf) == (
        ["Leeds Loom Conservancy"], "All the Looms of Leeds", "1997",
    )  # fmt: skip


def test_a_series_needs_no_space_after_its_number() -> None:
    citation = read("Occasional Paper No 1.Looms of Leeds. Rewi Ash. Weft Press, Leeds, 1975. 66 pp.")
    assert (citation.title, citation.series_title, citation.series_number) == (
        "Looms of Leeds",
        "Occasional Paper",
        "No 1",
    )


def test_sentences_after_the_house_are_said_of_the_book_where_the_year_stands_by_the_author() -> None:
    said = "Written by a neighbour, this book is set in the mills."
    citation = read(f"Karl Ash (2019) The Weaver’s Daughter, Weft Press. {said}")
    assert (citation.title, citation.publisher, citation.notes) == ("The Weaver’s Daughter", "Weft Press", (said,))


def test_years_of_which_a_title_tells_may_end_it_after_initials() -> None:
    assert read("ASH, R.T. The Weavers of Leeds 1905 - 1954").title == "The Weavers of Leeds 1905 - 1954"


@pytest.mark.parametrize("chapter", ["chapter 3 in", "Chapter 3 of", "chapter IV of"])
def test_what_a_piece_is_a_chapter_of_is_what_it_stands_in(chapter: str) -> None:
    citation = read(f"‘Looms and Hands’, Rewi Ash, {chapter} The Mill Reader, Pluto Press, London, 1981")
    assert (citation.title, citation.container_title, named(citation)) == (
        "Looms and Hands",
        "The Mill Reader",
        ["Rewi Ash"],
    )


@pytest.mark.parametrize(
    "host", ["Mem. R. weav. Soc.", "J. Brit. Loom. Ass.", "Bull. Soc. Stud. Lab. Hist.", "Weaving"]
)
@pytest.mark.parametrize("numbers", ["53, 203-292", "53(2), 203-292"])
def test_a_volume_and_pages_alone_close_an_article_after_its_periodical(host: str, numbers: str) -> None:
    citation = read(f"Ash, R.T., 1899, Looms, wool and hands, {host}, {numbers}")
    assert (citation.title, citation.container_title, citation.volume, citation.page_count) == (
        "Looms, wool and hands", host, "53", 90,
    )  # fmt: skip


def test_a_stop_before_a_periodical_closes_the_title() -> None:
    citation = read("Ash, R.T. (1899). Looms, Wool and Silk. J. Brit. Hist. Soc., 55(1), 1-13.")
    assert citation.container_title == "J. Brit. Hist. Soc."


@pytest.mark.parametrize("host", ["The Weft", "Y Traethodydd", "Robert Elm"])
def test_what_has_a_volume_year_and_pages_after_a_quoted_title_is_its_periodical(host: str) -> None:
    citation = read(f"Sue Elm: ‘Looms’, {host}, vol. xcii, 1937, pp. 33-42.")
    assert (citation.container_title, citation.volume, citation.date_edtf) == (host, "xcii", "1937")
    assert named(citation) == ["Sue Elm"]


@pytest.mark.parametrize("colon", [": ", ". "])
def test_the_initials_of_a_second_author_end_no_list(colon: str) -> None:
    citation = read(f"Sue Thomas and J. O. Williams{colon}The Loom. Leeds: Weft Press, 1931.")
    assert (citation.title, named(citation)) == ("The Loom", ["Sue Thomas", "J. O. Williams"])


@pytest.mark.parametrize("rest", ["", " Lacks the map.", " Mill Lives, No. 5."])
def test_the_medium_after_the_date_is_no_house_and_parts_nothing(rest: str) -> None:
    citation = read(f"Ash, Rewi. The Mill Hands. Leeds: U of Loom P, 1954. Print.{rest}")
    assert (citation.publisher, citation.place_of_publication) == ("U of Loom P", "Leeds")
    assert "Print." in citation.notes
    assert citation.series_title == ("Mill Lives" if "Mill" in rest else None)


def test_print_in_a_title_is_no_medium() -> None:
    assert read("Ash, Rewi. Women in Print. Leeds: Weft Press, 1954.").title == "Women in Print"


@pytest.mark.parametrize("imprint", ["N.p.: n.p., 1962.", "[S.l. : s.n., 1962]."])
def test_neither_place_nor_house_may_be_told_in_one_imprint(imprint: str) -> None:
    citation = read(f"Ash, Rewi. The Mill Hands. {imprint}")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == (None, None, "1962")


@pytest.mark.parametrize(
    ("date", "edtf"), [("May 1984", "1984-05"), ("12 Mar. 1984", "1984-03-12"), ("Summer 1984", "1984-22")]
)
def test_a_month_without_a_sign_before_it_dates_the_periodical_whose_pages_follow(date: str, edtf: str) -> None:
    citation = read(f"Ash, Rewi. “The Mill Hands.” Loose Looms {date}: 11-14.")
    assert (citation.container_title, citation.date_edtf, citation.page_count) == ("Loose Looms", edtf, 4)


def test_the_imprint_of_a_yearbook_may_stand_in_the_bracket_after_its_number() -> None:
    citation = read("Rewi Ash, “The Mill Hands”, Dale Loom Annual, no. 3 (Leeds: Weft Press, 1978), pp. 6-7.")
    assert (citation.container_title, citation.issue, citation.date_edtf) == ("Dale Loom Annual", "3", "1978")
    assert (citation.publisher, citation.place_of_publication, citation.page_count) == ("Weft Press", "Leeds", 2)


def test_one_page_may_follow_the_bracket_of_the_date() -> None:
    citation = read("Rewi Ash, “The Mill Hands”, Dale Looms, no. 12 (April 1946), p. 7.")
    assert (citation.container_title, citation.issue, citation.page_count) == ("Dale Looms", "12", 1)


@pytest.mark.parametrize(
    ("house", "end"),
    [("Regency Women’s Texts", "intro. by Sue Elm."), ("Kestrel Education", "30pp."), ("Selly Oak Papers", "30pp.")],
)
def test_capitals_between_a_known_place_with_its_colon_and_the_end_are_the_house(house: str, end: str) -> None:
    citation = read(f"Ash, R. (1978) Street Games, Brighton: {house}, {end}")
    assert (citation.publisher, citation.place_of_publication, citation.series_title) == (house, "Brighton", None)


@pytest.mark.parametrize(("extent", "pages"), [("1932. 8 S.", 8), ("1932. 6 tt.", 6)])
def test_one_figure_right_after_the_date_counts_pages_with_a_letter(extent: str, pages: int) -> None:
    assert read(f"Ost, Karl: Der Weg. Berlin: Neuer Weg, {extent}").page_count == pages


def test_no_comma_need_stand_before_a_decade() -> None:
    citation = read("The Strike, Rewi Ash, Weft Press, Leeds 193-, 20 pages.")
    assert (citation.publisher, citation.place_of_publication, citation.date_edtf) == ("Weft Press", "Leeds", "193X")


def test_before_a_semicolon_the_surer_name_of_two_is_the_author() -> None:
    citation = read(
        "Ici Belleville; Maurice Thévenet and Jeanne Caron; tracts et affiches; Lyon, Les Amis du Rhône, 1975; 96 pp"
    )
    assert (citation.title, len(citation.contributors)) == ("Ici Belleville", 2)
