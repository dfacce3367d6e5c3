"""What is an entry and what only looks like one."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.parse.line import Context, block_of_text, read_line, read_text
from shelflist.sources.model import Lookups
from tests.parse.lines import linked, read


@pytest.mark.parametrize(
    "text",
    [
        "Free text with a bare URL https://www.archive.test/x.pdf and an address archivist@archive.test.",
        "A list in two halves.",
        "Posters.",
        "The book, published by Progress, Moscow, 1975, 250 pages, is worth reading.",
        "In 1917 the first edition came out in Petrograd, and the second, in 1918, in Moscow.",
        "Call the archive, telephone 0151 496 0000, to see the other 200 pages.",
        "Year; 1967",
        "Home | China | What’s New, Last updated: Sept. 3, 2026",
        "Home › Pamphlets, 1984",
        "The Weavers’ Library, page last revised on 4 May 2019.",
        "Title – Author",
        "",
        "   ",
    ],
)
def test_prose_that_mentions_books_is_no_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "Monument to the Paris Commune, Père Lachaise, Paris, 1908",
        "Lenin addressing a meeting in Sverdlov Square, Moscow, 5 May 1920",
        "Red Flag flying over the Reichstag, Berlin, 2 May 1945",
        "Strike meeting on Tower Hill, London, 1911. Photograph: Museum of Labour History",
        "May Day Parade, Red Square, Moscow, 1947",
        "Architect: Alexey Shchusev, 1930",
        "Workers’ meeting, College Green, Dublin, 1913",
        "Strikers at the gates, Elm works, Dagenham, 1968",
    ],
)
def test_a_caption_is_no_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "Chapter 7 The Reichstag Fire ........ 142",
        "5. The National Question, 112-130",
        "Part III. The Struggle for Power, 1917-1921",
        "Introduction 7",
        "The Years of Hope – Chapter 2 – Page 31",
    ],
)
def test_a_line_of_contents_is_no_entry_even_if_it_is_linked(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE
    assert read_line(linked(text, text), Context()).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "The library of the Communist Party Historians' Group was broken up in 1992 and sold.",
        "We are grateful to Progress Publishers, Moscow, for permission to reprint.",
        "A second edition appeared in Moscow in 1935, with 48 pages and a new preface.",
        "Marx Memorial Library, 37a Clerkenwell Green, London EC1R 0DU",
        "Public meeting, Conway Hall, Red Lion Square, Thursday 12 June 1975, 7.30 pm",
        "“The clearest short account of the Paris Commune in English.” – Tribune",
        "“Nobody who asks how the looms were broken can do without it.” Tribune, 12 July 1951",
        "Further reading on the Spanish Civil War, 1936-1939",
        "Download the second volume, 340 pages, from the link below.",
        "Clara Zetkin (5 July 1857 – 20 June 1933) was a German Marxist.",
        "Rosa Luxemburg (1871-1919)",
        "Posted in Ireland, Pamphlets | Tagged Connolly, 1916",
    ],
)
def test_a_sentence_a_notice_or_an_address_is_no_entry_even_if_it_is_linked(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE
    assert read_line(linked(text, text), Context()).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "Back to Methuselah, Bernard Shaw, Constable, London, 1921, 267 pages.",
        "The Shape of Things to Come, H. G. Wells, Hutchinson, London, 1933, 432 pages.",
        "Portrait of Lenin, Stefan T. Possony, Regnery, Chicago, 1964, 400 pages.",
        "We Were Soldiers Then, Communist Party, London, 1946",
        "This Is Our Youth, YCL, London, 1943, 16 pages.",
        "They Came as Friends, Tor Myklebost, Gollancz, London, 1943",
        "Part 2: Materials of the Trial, Moscow, 1937, 580 pages.",
        "Chapter 6 of the History of the CPSU(B), FLPH, Moscow, 1940, 34 pages.",
    ],
)
def test_an_imprint_or_an_extent_outweighs_a_title_like_a_sentence(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "Mechanics / Heat / Light / Sound",
        "Bulletin no. 14: missing",
        "A list in three parts.",
        "Book wanted: anything on the mines of Huelva",
        "Editorial board: A. Elm, B. Ash, C. Hill (business manager)",
        "Older Posts Newer Posts Home",
        "Return to the Documents from Wales page",
        "Labour History in Wales, 1750-1926",
        "Fig. 9. Pickets at Gate 2, 24 May 1934",
        "Works cited",
        "Banner of the Weavers, painted by George Tutill, 1889",
    ],
)
def test_a_record_a_heading_or_a_caption_is_no_title_because_it_is_linked(text: str) -> None:
    assert read_line(linked(text, text), Context()).kind is not LineKind.ENTRY


@pytest.mark.parametrize("title", ["What is to be done?", "Why we are at war", "Letter to the American workers"])
def test_a_title_linked_to_a_document_may_read_like_speech(title: str) -> None:
    assert read_line(linked(title, title), Context()).kind is LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "The remaining volumes will be added as they are scanned.", "Volume 5 coming soon.", "[Not yet available]",
        "Nos. 4 to 9 are being scanned", "1957-1963: to be uploaded", "Strike bulletins 1926 (awaiting scanning)",
        "Coming soon: Ann Ash on the weavers", "Bulletin no. 6: missing", "Vol. IV not found yet",
        "[More issues needed! If you have any, please get in touch.]",
    ],
)  # fmt: skip
def test_a_volume_to_come_is_a_placeholder(text: str) -> None:
    assert read_text(text).kind is LineKind.PLACEHOLDER


@pytest.mark.parametrize(
    "text", ["[More to be added.]", "More to come.", "(To follow.)", "[More documents to be added soon]"]
)
def test_an_entry_to_come_is_a_placeholder(text: str) -> None:
    assert read_text(text).kind is LineKind.PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    [
        "(All the above are very large files.)",
        "NB. Volume 7 is missing.",
        "Note: the scans are poor.",
        "NB! Volume 7 is missing.",
    ],
)
def test_a_remark_standing_alone_is_a_note(text: str) -> None:
    assert read_text(text).kind is LineKind.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "Questions for our Guild, 1971, 5 pages.",
        "The Mill Hands | Ada Elm | Weft Press | Leeds | 1954 | 63 pp",
        "Some Rules, 3 pages.",
        "Untitled scans, n.p., n.d., 5 pages.",
        "No. 3 (80), May-June 1984",
        "Ash, Rewi. The Mill Hands. Leeds: Weft Press, 1954.",
        "The Mill Hands, Weft Press, Leeds, 1954",
    ],
)
def test_little_is_enough_for_an_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


def test_a_title_linked_to_a_document_is_an_entry_by_itself() -> None:
    reading = read_line(linked("The Mill Hands", "The Mill Hands"), Context())
    assert reading.kind is LineKind.ENTRY
    assert reading.citation is not None
    assert reading.citation.title == "The Mill Hands"


@pytest.mark.parametrize(
    "text",
    [
        "The Elmhurst loom sheds, Loomby, 1911",
        "A ropemaker’s bench, Hull, about 1902",
        "Spinners’ housing, Leeds, 1927",
        "Engine shop, Crewe 1899",
        "Ada Lovell, Leeds, 1924",
        "Kirov Palace, Baku, 1936",
        "Stage design by Varvara Elm, Moscow, 1922",
        "Costumes by Exter for Salome, Moscow, 1917",
        "The Edge, looking south (R. Ash, 1936)",
        "View from Loom Fell (R. Ash, 1936)",
        "Tom Ash (centre), Leeds, 1890",
    ],
)
def test_a_thing_in_small_letters_a_person_or_a_building_with_place_and_year_is_a_caption(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "Ship by Tram, Leeds, 1932",
        "The Silent Loom, Bangor, 1902",
        "Rents and Evictions, Leeds, 1924",
        "Rules of the spinners’ guild, Leeds, 1890",
        "The wage question, Leeds, 1890",
        "Spinners of Leeds, lives of the mill hands, Leeds, 1932",
        "Les ouvriers tisserands, Paris, 1951",
        "The loom sheds, Sue Elm, Leeds, 1951",
        "The loom sheds, Weft Press, Leeds, 1951",
        "The loom sheds, Leeds, 1951, 24 pages",
    ],
)
def test_a_title_with_place_and_year_is_an_entry_where_it_has_its_capitals_or_tells_more(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


def test_a_list_that_says_books_holds_them_whatever_their_letters() -> None:
    context = Context(heading_path=("Further reading",))
    assert read_line(block_of_text("The loom sheds, Leeds, 1951"), context).kind is LineKind.ENTRY


@pytest.mark.parametrize("text", ["• Volume 1 – 1967", "Vol. III, 1904-05", "No. 7 – Contents: The Mill; Letters"])
def test_a_volume_with_its_year_and_a_table_of_contents_are_no_entries(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize("text", ["No. 2 (33), 1977", "Volume 3, No. 1, 1971", "Volume 3, June 1971"])
def test_an_issue_is_an_entry_though_only_its_year_is_told(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


def test_a_volume_of_a_set_needs_no_more_than_its_year() -> None:
    context = Context(inherited="Collected Weavings, Weft Press, Leeds,")
    assert read_line(block_of_text("Volume 1, 1976"), context).kind is LineKind.ENTRY


def test_people_at_a_place_are_a_caption() -> None:
    assert read_text("Women workers at the Loom plant, Moscow, 1932").kind is LineKind.PROSE


def test_a_museums_number_opens_no_entry() -> None:
    assert read_text("1984.112.3 Loom shuttle, boxwood, about 1890. Given by Mrs Elm.").kind is LineKind.PROSE


def test_a_title_linked_to_another_page_is_not() -> None:
    block = linked("The Mill Hands", "The Mill Hands", "https://archive.test/mill-hands/")
    assert read_line(block, Context()).kind is LineKind.PROSE


def test_a_document_linked_inside_a_sentence_is_not() -> None:
    block = linked("There is more on this in our pamphlet, and it was written in 1932.", "pamphlet")
    assert read_line(block, Context()).kind is LineKind.PROSE


def test_a_site_names_its_own_placeholders_and_navigation() -> None:
    context = Context(lookups=Lookups(placeholders=("^Watch this space",), navigation=("^(The way )?back to the",)))
    assert read_text("Watch this space, 12 pages.", context).kind is LineKind.PLACEHOLDER
    assert read_text("The way back to the list, Weft Press, Leeds, 1939.", context).kind is LineKind.PROSE
    assert read_text("The way back to the list, Weft Press, Leeds, 1939.").kind is LineKind.ENTRY


@pytest.mark.parametrize(
    "title",
    [
        "More on the Wage Question", "Search for a Party", "Sign in the Sky", "Location: Glasgow", "Warning: Fascism",
        "Notes: The Weaver’s Day",
    ],
)  # fmt: skip
def test_a_book_with_its_pages_counted_is_no_navigation_record_or_note(title: str) -> None:
    assert read(f"{title}, Rewi Ash, Weft Press, Leeds, 1954, 63 pages.").title == title
    assert read(f"{title}, Weavers’ Union, London, nd., 16 pages.").title == title


@pytest.mark.parametrize("title", ["Forthcoming: The Revolution", "Published: Early Poems", "Note: the mill hands"])
def test_what_a_mark_takes_in_with_the_words_of_a_record_is_a_title(title: str) -> None:
    line = f"{title}, Rewi Ash, Weft Press, Leeds, 1954, 63 pages."
    assert read_text(line).kind is not LineKind.ENTRY
    assert read_line(linked(line, title), Context()).citation.title == title  # type: ignore[union-attr]
    assert read_line(linked(line, title.partition(" ")[0]), Context()).kind is not LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "Source: Rewi Ash, The Mill Hands, Weft Press, Leeds, 1954, 63 pages.",
        "Note: The Mill Hands, Rewi Ash, Weft Press, Leeds, 1954, 63 pages, is missing.",
        "Location: The Mill, Leeds, 1954, 63 pages.",
        "Published: Weft Press, Leeds, Yorkshire, 1954, 63 pages.",
    ],
)
def test_a_record_or_note_that_tells_of_a_book_stays_one(text: str) -> None:
    assert read_text(text).kind is not LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "[The fourth part has not been found.]",
        "[Numbers 2-9 are still missing. Can anybody help?]",
        "[Three more ballads – soon.]",
        "[In Vorbereitung]",
        "• Volume 5: [Not yet scanned]",
        "More loom songs will be put here.",
    ],
)
def test_what_a_list_has_not_yet_is_a_placeholder(text: str) -> None:
    assert read_text(text).kind is LineKind.PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    [
        "Volumes 6 and 8 of this set were never published.",
        "Books marked with a cross were lent by Mrs. Elm.",
        "Page images were made from microfilm. Transcripts are uncorrected.",
        "Both printings have the same text.",
    ],
)
def test_what_a_list_says_of_its_copies_is_a_note(text: str) -> None:
    assert read_text(text).kind is LineKind.NOTE


@pytest.mark.parametrize(
    "text", ["The weavers were never paid.", "Books were read aloud at the looms.", "[The strike was lost.]"]
)
def test_sentences_on_something_else_are_no_remarks_on_copies(text: str) -> None:
    assert read_text(text).kind is (LineKind.NOTE if text[0] == "[" else LineKind.PROSE)
