"""What has a place and a year as a book has, and is none; and the sparse entries that look like it."""

import pytest

from shelflist.models.citation import LineKind
from shelflist.models.page import Block, BlockKind, Span
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked, read


@pytest.mark.parametrize(
    "text",
    [
        "1381: Rising of the Commons, Blackheath, June",
        "1908: Secretary of the Basket Makers, Linz",
        "3 May 1791: Constitution Day, Warsaw",
        "1842 – Pottery riots, Burslem and Hanley",
        "1798: Rising, Wexford, May. 1803: Emmet’s rising, Dublin.",
    ],
)
def test_a_year_and_what_happened_then_is_no_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "1934: The Wool Combers, Sue Hill, Victor Gollancz, London",
        "1891: The Co-operative Movement in Great Britain, Beatrice Potter, London",
        "1848: The Revolution of the Intellectuals, Lewis Namier, Oxford University Press, London, 1946",
        "1903: The Land Question in the Duma, Iskra, No. 44",
    ],
)
def test_a_list_by_years_names_author_house_or_periodical(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "“A lock-out is a strike of gentlemen.” – F. Delmas, Genoa, 1906",
        "“Bread without schools is the ration of an ox” – Elio Ferri, Milan, 1924",
        "‘Every carter can drive a state.’ Speech at Lyon, 1871",
        "“the shuttle has fed my father and will not feed me” – Matti Halonen, Tampere, 1917",
    ],
)
def test_a_saying_and_who_said_it_is_no_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "“There Is No Law for Us”, Tom Hurst, Martin Lawrence, London, 1932",
        "“The Strike Is Over”, Ned Burt, London, 1926, 12 pages.",
        "“How we took the bridge” – Ivan Orlov, Moscow, 1935",
        "“Why I am a Weaver”, by Annie Moss. (London: Freethought, 1886).",
    ],
)
def test_a_title_in_quotation_marks_may_be_a_sentence(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "Hoers of Beet, etching, Utrecht 1897, first state",
        "Head of a Stoker, bronze, London, 1934",
        "Lotte Vries, Fishermen’s Widows, oil on canvas, 1909",
        "Palace of Pioneers, Kharkov, architect Oleg Boyko, 1935",
        "“The Blackball Explosion”, sung by Ian Orr, London, 1957",
        "Film: The Barge Children, Jan Rask, Berlin, 1931",
        "Badge: Great Cab Strike, enamel, London, 1894",
        "LP: The Iron Shuttle, Topic Records, London, 1963, arranged by A. L. Orr",
        "The Relief Kitchen, Cradley, 1910. Seated: Mrs P. Round. Standing: A. Fay.",
        "Laying of the foundation stone, Leeds, 1897",
        "Front page of the Echo, London, 2 August 1914",
    ],
)
def test_a_work_of_art_or_a_picture_is_no_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "Film: A Montage of Looms, Richard Moss, Dutton, New York, 1966",
        "Painting: Some Basic Principles, Frederick Moss, Studio Vista, London, 1965, 96 pages",
        "Bronze, iron, steel, Hans Roth, Weidenfeld, London, 1959",
        "The Architect of Hunger, Sid Orr, Victor Gollancz, London, 1936",
        "Portraits of the Pit, with twelve lithographs, Ann Moss, London, 1934, 24 pages",
    ],
)
def test_a_book_on_a_work_of_art_is_an_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


def test_what_a_document_is_linked_by_may_open_as_a_record_does() -> None:
    text = "Film: A Weapon of the Mill, Leo Tarrant, 1934"
    assert read_line(linked(text, "Film: A Weapon of the Mill"), Context()).kind is LineKind.ENTRY


@pytest.mark.parametrize(
    "text",
    [
        "Committee, 1889: Ben Rope, Tom Carter, Harry Kay (Wapping), Mrs Fenn for the packers",
        "Editors of The Bobbin: Paul Orr, 1919; August Thorn, 1922-23",
        "In this number: Karl Moss, The Ruhr, page 1; Letters from Essen, page 5",
        "Contents of drawer 4: rule book (Leeds, 1889), two medals, a purse",
        "On her: M. Drach, Angelica, Paris 1974, pages 12-19",
        "Who wrote it? (a) Thomas Fenn, London, 1791 (b) Thomas Moss, Newcastle, 1775",
        "14 March: Rita Vole, “Letters from Gurs”, Meeting House, Lewes, 7.30",
        "See “Looms in Irish History” by James Moss (Maunsel, 1910), which is at the Internet Archive.",
        "See Sue Elm, The Mill Hands, Gollancz, London, 1963, pages 451-73, for the croppers.",
        "Quoted by Max Elm, History of Looms, London, 1919, page 88.",
    ],
)
def test_lists_of_people_and_of_what_stands_elsewhere_are_no_entries(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


def test_a_title_may_open_with_see() -> None:
    assert read("See Naples and Weave, Penelope Moss, Hodder, London, 1954").title == "See Naples and Weave"


@pytest.mark.parametrize(
    "text",
    [
        "“The Dyer’s Foot” (1912) – coming soon",
        "“Songs of the Vat” (Leeds, 1907): to follow",
        "The Bobbin, No. 12, March 1922 [file missing]",
        "Rules of the Felters, Stockport: pictures to follow, autumn 2023",
        "Chappell’s third tract (1921): wanted, any condition",
    ],
)
def test_what_the_list_has_not_yet_is_a_placeholder(text: str) -> None:
    assert read_text(text).kind is LineKind.PLACEHOLDER


@pytest.mark.parametrize(
    "text",
    [
        "The Pullman Strikers, Chicago, 1894",
        "The Works Council, Turin, 1920",
        "Hunger Marchers, Sheffield, 1932",
        "The Tailors of Leeds, London, 1889",
    ],
)
def test_people_with_place_and_year_alone_are_a_caption(text: str) -> None:
    assert read_text(text).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "The Wages Question, London, 1872",
        "Songs of the Weavers, London, 1911",
        "The Rights of Spinners, London, 1797",
        "The Weavers of Oldham, Oldham, 1888, 12 pages",
        "The Pullman Strikers, Almont Moss, Chicago, 1894",
    ],
)
def test_what_is_more_than_people_is_an_entry(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


def emphasised(text: str, title: str) -> Block:
    return Block(BlockKind.LINE, text, emphasis=(Span(0, len(title)),))


def test_an_emphasised_title_of_some_length_needs_but_its_year() -> None:
    block = emphasised("Walks with the Weavers, 1974.", "Walks with the Weavers")
    assert read_line(block, Context()).kind is LineKind.ENTRY
    assert read_line(emphasised("Strike, 1925.", "Strike"), Context()).kind is LineKind.PROSE
    assert read_line(block, Context(("Films",))).kind is LineKind.PROSE


@pytest.mark.parametrize(
    "text",
    [
        "“Hands Off the Allotments”. Leaflet, 1917.",
        "A Walk round Red Leith. Leaflet. (1983).",
        "No Rent in Govan. Handbill. (1915).",
        "Petition of the Framework Knitters. 1819.",
        "List of Members of the Dalton Reading Room. (1866).",
    ],
)
def test_what_says_which_kind_of_paper_it_is_needs_but_its_year(text: str) -> None:
    assert read_text(text).kind is LineKind.ENTRY


def test_a_poster_may_hang_on_a_wall() -> None:
    assert read_text("Fuori i barbari. Poster, 1944").kind is LineKind.PROSE


def test_a_link_to_a_page_inside_a_sentence_marks_no_title() -> None:
    text = "The badge, in clay, was made by Eric Rask; it is from a drawing of 1958, now at Loomford University."
    block = linked(text, "Loomford University", "https://archive.test/university")
    assert read_line(block, Context()).kind is LineKind.PROSE
