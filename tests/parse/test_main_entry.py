"""Authors before the title with nothing but a comma between them: persons and bodies."""

import pytest

from shelflist.models.citation import NameType
from tests.parse.lines import named, read


@pytest.mark.parametrize(
    ("author", "title"),
    [
        ("Lewis Elm", "The Weavers’ Union"),
        ("Lewis Elm", "Guild and Society Between Revolutions, 1918-1929"),
        ("Nina Elm", "The Weavers’ Party and the Trade Unions, 1933-45"),
        ("Sheila Elm", "Women, Looms and Revolution"),
        ("Wendy Elm", "Women, the Guild, and Revolution: Wool Policy and Social Life"),
        ("Royden Gelmsley", "Before the Looms"),
    ],
)
def test_a_title_with_words_of_bodies_and_lists_follows_a_name(author: str, title: str) -> None:
    for imprint in ("(Leeds: Gollancz, 1965)", "Gollancz, London, 1965"):
        citation = read(f"{author}, {title}, {imprint}.".replace(", (", " ("))
        assert (citation.title, named(citation), citation.publisher) == (title, [author], "Gollancz")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("National Union of Weavers", "Souvenir History"),
        ("Loom Research Department", "The Case for the Looms"),
        ("Leeds Trades and Labour Council", "Sixty Years’ March"),
        ("Executive Committee of the Weavers’ Guild", "Report of the Annual Conference"),
    ],
)
def test_a_body_is_entered_before_a_title_in_capitals(body: str, title: str) -> None:
    citation = read(f"{body}, {title}, Gollancz, London, 1927.")
    assert (citation.title, named(citation), citation.publisher) == (title, [body], "Gollancz")
    assert citation.contributors[0].name_type is NameType.CORPORATE


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Trade Unions in the Soviet Union", "Outstanding Facts and Documents, FLPH"),
        ("History of the Weavers’ Party", "Short Course, FLPH"),
        ("National Union of Weavers", "a short history, Rewi Ash, FLPH"),
    ],
)
def test_a_title_about_bodies_is_no_author(title: str, rest: str) -> None:
    assert read(f"{title}, {rest}, Moscow, 1939, 46 pages.").title == title


def test_a_comma_before_and_makes_one_title_of_short_pieces() -> None:
    citation = read("Looms in the Valley: Wool, the Guild, and Cloth Politics (London: Gollancz, 1981)")
    assert citation.title == "Looms in the Valley: Wool, the Guild, and Cloth Politics"


@pytest.mark.parametrize("between", [": ", ", "])
def test_a_family_name_and_a_given_one_need_not_be_listed(between: str) -> None:
    citation = read(f"Gelmsley, Fannina{between}Women of the Eastern Mills, Gollancz, London, 1938, 363 pp.")
    assert (citation.title, named(citation)) == ("Women of the Eastern Mills", ["Gelmsley, Fannina"])


def test_patronymics_are_given_names() -> None:
    citation = read("Gelmskaya, Nadezhda Konstantinovna, On Looms, FLPH, Moscow, 1957, 254 pp.")
    assert (citation.title, named(citation)) == ("On Looms", ["Gelmskaya, Nadezhda Konstantinovna"])


def test_the_stop_after_bare_initials_ends_the_name() -> None:
    assert named(read("Elm, V I. Against the Looms. London: Gollancz, 1966. 386 pp.")) == ["Elm, V I"]
    assert named(read("Elm, V. I. Against the Looms. London: Gollancz, 1966. 386 pp.")) == ["Elm, V. I."]


@pytest.mark.parametrize("title", ["Looms", "Moorside Dialogues"])
def test_an_editor_between_title_and_house_is_no_list_with_the_title(title: str) -> None:
    citation = read(f"{title}, Julius Elm (ed.), Chapman and Hall, London, 1933, 283 pages.")
    assert (citation.title, named(citation), citation.publisher) == (title, ["Julius Elm"], "Chapman and Hall")


def test_a_town_before_an_unlisted_house_is_the_place() -> None:
    for imprint in ("Todmorden, Moorsidia, 1963", "Moorsidia (Todmorden), 1963"):
        citation = read(f"A Weaver’s Notebook, Mary Elm, {imprint}, 54 p.")
        assert (citation.publisher, citation.place_of_publication) == ("Moorsidia", "Todmorden")


@pytest.mark.parametrize("title", ["The Looms on Trial", "General Chemistry of Wool"])
def test_an_author_leads_where_nobody_else_is_named(title: str) -> None:
    for author in ("JASON ELMSWORTH", "Gilbert White"):
        citation = read(f"{author}, {title}, Gollancz, London, 1976, 188 pages")
        assert (citation.title, named(citation)) == (title, [author])


def test_a_place_after_a_name_in_capitals_or_not_leaves_the_title_first() -> None:
    for author in ("JASON ELMSWORTH", "Jason Elmsworth", "Birger Norman"):
        citation = read(f"Loomdalen, {author}, Stockholm, 1968, 213 pages.")
        assert (citation.title, named(citation)) == ("Loomdalen", [author])


@pytest.mark.parametrize("date", ["about 1940", "circa 1940", "c1940", "no date but probably 1940"])
def test_words_of_a_date_open_a_field_after_a_stop(date: str) -> None:
    citation = read(f"Looms. Vera Elm. Gollancz: London. {date}. 8 pp.")
    assert (citation.publisher, citation.place_of_publication) == ("Gollancz", "London")
    assert (citation.date_edtf or "")[:4] == "1940"


def test_a_dash_parts_the_author_where_the_house_comes_next() -> None:
    citation = read("Women of the Eastern Mills - Fannina Gelmsley, Gollancz, London, 1938, 363 p.")
    assert (citation.title, named(citation)) == ("Women of the Eastern Mills", ["Fannina Gelmsley"])


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        ("T.U.C.", ", The Weavers Explained, Weft Press, Leeds, 1919, 16 pages"),
        ("T.U.C.", ", The Weavers Explained, T.U.C. 1919, 16p"),
        ("NUWM", ". The Weavers Explained. London: Weft Press, 1919. 16 pp."),
        ("Plaid y Gwehyddion", ", The Weavers Explained (Leeds: Weft Press, 1919), 16 pp."),
        ("Federación de Tejedores", ", The Weavers Explained, Weft Press, Leeds, 1919, 16 pages"),
        ("Mass-Observation", ". The Weavers Explained. London: Weft Press, 1919. 16 pp."),
        ("Loom Clearing House", ". The Weavers Explained. London: Weft Press, 1919. 16 pp."),
    ],
)
def test_letters_and_names_of_bodies_lead_before_a_title(body: str, rest: str) -> None:
    citation = read(body + rest)
    assert citation.title == "The Weavers Explained"
    assert [(one.name_raw, one.name_type) for one in citation.contributors] == [(body, NameType.CORPORATE)]


def test_an_office_is_named_after_its_ministry() -> None:
    citation = read("Ministry of Wool, Looms Department. Report on Dust. HMSO, 1951. 20 pp.")
    assert citation.title == "Report on Dust"
    assert [(one.name_raw, one.name_type) for one in citation.contributors] == [
        ("Ministry of Wool, Looms Department", NameType.CORPORATE)
    ]


@pytest.mark.parametrize("title", ["Gwaith Zerwin Gelm", "Gelm on Wool", "Collected Poems"])
def test_who_edited_a_work_leaves_its_author_before_it(title: str) -> None:
    citation = read(f"Sue Gelm, {title}, edited by Tom Hill, Weft Press, Leeds, 1951, 20 pp.")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == (title, ["Sue Gelm", "Tom Hill"])


def test_a_series_with_its_number_is_no_second_name() -> None:
    citation = read("Sue Elm, Se questo è un telaio, Biblioteca Zerwin Gelm, 3, Weft Press, Torino, 1947, pp. 197")
    assert (citation.title, [one.name_raw for one in citation.contributors]) == ("Se questo è un telaio", ["Sue Elm"])


@pytest.mark.parametrize("name", ["GELM, F. Hamilton", "GELL, F. Barrington", "HILL, F. Wentworth"])
def test_what_the_sign_of_the_areas_closes_is_more_of_the_name(name: str) -> None:
    citation = read(f"{name} – Early Loom Engines. Weft Press, 1959. 176pp.")
    assert (citation.title, citation.contributors[0].name_raw) == ("Early Loom Engines", name)


@pytest.mark.parametrize(
    "body",
    [
        "Council of Free Weavers",
        "Union of Mill Workers",
        "League of Young Dyers",
        "Alliance of Loom Choirs",
        "Guild of St. Blaise",
        "Society of St. Anne",
    ],
)
@pytest.mark.parametrize("sign", [":", "."])
def test_a_body_known_by_its_first_word_or_its_saint_leads(body: str, sign: str) -> None:
    citation = read(f"{body}{sign} Labour under the Plan. Weft Press, Leeds 1954, 66 p.")
    assert (citation.title, named(citation)) == ("Labour under the Plan", [body])


@pytest.mark.parametrize("title", ["League of Nations: Peace or Strife", "Union of Hearts: Poems of Love"])
def test_what_is_no_body_of_members_leads_no_title(title: str) -> None:
    assert read(f"{title}. Weft Press, Leeds 1954, 66 p.").title == title


@pytest.mark.parametrize(
    "helped",
    [
        "Recorded by Magda Kis",
        "Prepared for the press by Magda Kis",
        "Taken down by Magda Kis",
        "Done into English by Magda Kis",
    ],
)
def test_who_helped_after_the_title_is_no_author_against_the_name_before_it(helped: str) -> None:
    citation = read(f"Zinaida Gelmova: My Yard in Meudon. {helped}. Weft Press, Paris 1954, 66 p.")
    assert (citation.title, named(citation)[0]) == ("My Yard in Meudon", "Zinaida Gelmova")
