"""Lines as those who cite type them: the year by the author, volumes by their figures, regions by their letters."""

import pytest

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
