"""Phrases that explain a title: how far they go, and which words of capitals or in brackets are none."""

import pytest

from shelflist.models.citation import Citation, Genre, NameType
from shelflist.models.page import Block
from shelflist.parse.line import Context, read_line, read_text
from tests.parse.lines import linked, named, read


@pytest.mark.parametrize(
    ("phrase", "after"),
    [
        ("the profits of Vickers, Krupp and Schneider", "Thomas Ash, Weft Press, Leeds, 1914"),
        ("what the bailiffs did at Skipton, Keighley and Otley", "Weft Press, Leeds, 1921"),
        ("letters written from the looms, August 1937 to January 1938", "Weft Press, Leeds, 1938"),
        ("speeches and documents of the weavers, June-July 1954", "Weft Press, Leeds, 1954"),
    ],
)
def test_a_phrase_goes_on_over_its_enumeration_and_its_date(phrase: str, after: str) -> None:
    assert read(f"The Mill and the Men, {phrase}, {after}, 26 pages.").other_title_information == phrase


@pytest.mark.parametrize(
    "line",
    [
        "A Walk Round the Looms, OK, Thomas Ash, Weft Press, Leeds, 1986, 24 pages.",
        "Constitution of the Weavers, (at head of title “Looms”), Leeds, Weft Press, n.d., 32 pp.",
    ],
)
def test_single_words_and_brackets_are_no_phrases(line: str) -> None:
    citation = read(line)
    assert citation.other_title_information is None
    assert citation.unparsed_remainder


@pytest.mark.parametrize("words", ["‘Treadle’", "the looms! Ann Ash", "of the looms and mass weaving’"])
def test_words_with_signs_that_part_fields_are_left_unread(words: str) -> None:
    citation = read(f"Clods of Earth, {words}, Weft Press, Leeds, 1983, 55 pages.")
    assert citation.other_title_information is None
    assert citation.unparsed_remainder == words


@pytest.mark.parametrize(
    "phrase",
    [
        "Poems", "Testimony of a woman of the mines", "The diary of a weaver", "Music drama",
        "letters from the front, August 1937 to January 1938", "the profits of Vickers, Krupp and Schneider, 1900-1914",
    ],
)  # fmt: skip
def test_a_phrase_may_stand_after_the_author(phrase: str) -> None:
    citation = read(f"Clods of Earth, Ann Ash, {phrase}, Pluto Press, London, 1983, 55 pages.")
    assert (citation.other_title_information, citation.publisher) == (phrase, "Pluto Press")


@pytest.mark.parametrize("name", ["Loom Venture", "Weavers of Fen"])
def test_capitals_throughout_after_the_author_are_no_phrase(name: str) -> None:
    citation = read(f"Clods of Earth, Ann Ash, {name}, Pluto Press, London, 1983, 55 pages.")
    assert citation.other_title_information is None


@pytest.mark.parametrize(
    "event", ["France, May 1968", "South Wales, 1908-1914", "Glasgow, 1919", "Leeds, Friday 31st May 1919"]
)
def test_where_and_when_it_was_explain_the_title_before_the_author(event: str) -> None:
    citation = read(f"The Great Loom, {event}, David Elm, Panther, London, 1971, 175pp")
    assert (citation.title, citation.other_title_information) == ("The Great Loom", event)
    assert (citation.place_of_publication, citation.date_edtf) == ("London", "1971")


@pytest.mark.parametrize(
    "phrase",
    [
        "testimony before the Guild, Otley, March 29 to April 14, 1921",
        "report of the Loom Campaign, Yorkshire Section, Friends House, Leeds, October 22-24 1937",
        "proceedings, Lyons and Ghent, 3-9 May 1923",
        "the trial of Sam Elm, Secretary of the Weavers’ Party, Leeds, May 1919",
    ],
)
@pytest.mark.parametrize("after", ["signed by Ann Ash and Sam Hill", "Loom Committee, London"])
def test_the_place_and_the_day_of_an_event_close_its_phrase(phrase: str, after: str) -> None:
    citation = read(f"The Great Loom, {phrase}, {after}, 1938, 30 pages.")
    assert (citation.other_title_information, citation.date_edtf) == (phrase, "1938")
    assert citation.place_of_publication in (None, "London")


def test_of_two_places_with_a_date_each_the_last_is_the_books() -> None:
    citation = read("Report, Congress of Weavers, Otley, August 1907, Pluto Press, London, 1909, 132 pages.")
    assert (citation.place_of_publication, citation.date_edtf) == ("London", "1909")
    assert "Otley; August 1907" in str(citation.unparsed_remainder)


def test_what_a_phrase_lists_is_none_of_the_title() -> None:
    phrase = "records of British, American, Canadian and Irish weavers"
    citation = read(f"Street Names of Leeds, {phrase}, Ann Ash, Pluto Press, London, 1983, 55 pages.")
    assert (citation.title, citation.other_title_information) == ("Street Names of Leeds", phrase)


def test_capitals_before_the_author_are_a_phrase() -> None:
    line = (
        "A Short History of the Looms, Textbook for 3rd and 4th Classes, edited by AV Ash, Weft, Leeds, 1938, 25 pages."
    )
    assert read(line).other_title_information == "Textbook for 3rd and 4th Classes"


def test_a_list_after_for_whom_it_was_printed_is_no_house() -> None:
    whom = "Published for the Museum of Looms, Wool and Thread"
    assert read(f"The Mill 1927-1935, John Ash, {whom}, Weft Press, Leeds, 1966, 38 pages.").publisher == "Weft Press"


def test_a_leaflet_may_say_who_issued_it() -> None:
    citation = read("Evicted!, leaflet issued by Leeds Weavers’ Committee, February 1934, 1 p.")
    assert (citation.publisher, citation.date_edtf) == ("Leeds Weavers’ Committee", "1934-02")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Part I, The First Weavers, 1905, 48 pages.", "The First Weavers"),
        ("Oil Looms, section 4, Auxiliaries, Weft Press, London, 1933, 96 pages.", "Auxiliaries"),
        ("Oil Looms, segunda parte, La huelga, Sue Elm, Weft Press, London, 1933, 96 pages.", "La huelga"),
        ("Oil Looms, Part 1, the early years, Sue Elm, Weft Press, London, 1933, 96 pages.", "the early years"),
        ("Oil Looms, Volume 2, The Weavers’ Army, Sue Elm, Weft Press, London, 1933, 96 pages.", "The Weavers’ Army"),
    ],
)
def test_what_stands_after_the_number_of_a_part_is_its_name(line: str, name: str) -> None:
    assert read(line).part_name == name


@pytest.mark.parametrize(
    "words",
    [
        "van der Plas and Oort",  # a name
        "las líneas de su mano",  # more of a title in another language
        "Shelter North",  # a body that wrote, or a house
        "vypusk",
    ],
)
def test_words_that_may_as_well_be_something_else_explain_no_title(words: str) -> None:
    citation = read(f"The Fen Tigers, {words}, Bluecoat Print, London, 1954, 70 pages.")
    assert citation.other_title_information is None
    assert words in f"{citation.unparsed_remainder} {citation.contributors}"


@pytest.mark.parametrize("words", ["Report of the Wembley Congress", "Letters to a Friend"])
def test_a_kind_of_writing_in_capitals_explains_a_title_that_names_nobody(words: str) -> None:
    citation = read(f"The Fen Tigers, {words}, Bluecoat Print, London, 1954, 70 pages.")
    assert (citation.other_title_information, citation.contributors) == (words, ())


@pytest.mark.parametrize(
    "title",
    ["Not Just Pennies, But Pounds", "For Victory, Not Profit", "Spain, the Vital Issue", "Boots, Shoes and Fur"],
)
def test_a_title_goes_on_over_the_comma_of_a_contrast_or_an_apposition(title: str) -> None:
    citation = read(f"{title}, Sheila Elm, Last and Awl, Bolton, 1971, 20 pages.")
    assert (citation.title, citation.publisher, citation.other_title_information) == (title, "Last and Awl", None)


def test_a_phrase_takes_in_the_names_before_the_one_who_wrote() -> None:
    line = "Bolshevism, an answer to Mr Elm, Mr Ash and others, Alexander Hill, Weft Press, New York, 1919, 29 pages."
    citation = read(line)
    assert citation.other_title_information == "an answer to Mr Elm, Mr Ash and others"
    assert [person.name_raw for person in citation.contributors] == ["Alexander Hill"]


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("The Housing Racket", "Landlords, Councils and Tenants"),  # no list: the first is a whole
        ("Trotskyism", "Counter-revolution in Disguise"),  # it tells of the title
        ("Marx and Engels", "A Conceptual Concordance"),  # an article, and nobody's initial
    ],
)
def test_capitals_that_tell_of_the_title_are_no_more_of_it(title: str, phrase: str) -> None:
    citation = read(f"{title}, {phrase}, Sean Elm, Bobbin Press, Glasgow, 1979, 40 pages.")
    assert citation.title == title
    assert [person.name_raw for person in citation.contributors] == ["Sean Elm"]


@pytest.mark.parametrize("words", ["Chairman of the Weavers’ League", "of the Weavers’ Union"])
def test_where_an_author_belongs_is_no_house_and_explains_no_title(words: str) -> None:
    citation = read(f"The Case for Looms, Clifford Elm, {words}, London, 1916, 16 pages.")
    assert (citation.publisher, citation.other_title_information) == (None, None)


@pytest.mark.parametrize("before", ["", "Ann Ash, "])
def test_where_and_when_belong_to_the_phrase_before_them(before: str) -> None:
    phrase = "a full verbatim report, Moscow, April 12-19, 1933"
    citation = read(f"The Trial of the Weavers, {before}{phrase}, Pluto Press, Moscow, 1934, 801 pages.")
    assert citation.other_title_information == phrase
    assert (citation.place_of_publication, citation.date_edtf) == ("Moscow", "1934")


@pytest.mark.parametrize(
    "words",
    ["translated from the Russian", "first published as “Moscow has a loom”", "originally published as The Loom"],
)
def test_what_is_said_of_another_text_is_a_note(words: str) -> None:
    citation = read(f"Years of the Loom, Ann Ash, {words}, Jonathan Cape, London, 1931, 190 pages")
    assert (citation.notes, citation.other_title_information) == ((words,), None)


@pytest.mark.parametrize("words", ["Life-Stories of Dyers", "Institute of Loom Studies at the Committee of the PLA"])
def test_capitals_after_the_author_that_may_be_a_series_or_a_body_explain_no_title(words: str) -> None:
    citation = read(f"Robert Ash, Joseph Elm, {words}, Bobbin Press, London, 1920, 120 pages.")
    assert citation.other_title_information is None


def test_one_word_of_writing_explains_a_title_only_before_who_wrote() -> None:
    assert read("The Looms, Poems, Ann Elm, Bobbin Press, Leeds, 1920, 120 pages.").other_title_information == "Poems"
    assert read("The Looms, Poems, Bobbin Press, Leeds, 1920, 120 pages.").other_title_information is None


def test_from_one_thing_to_another_is_a_phrase_and_no_host() -> None:
    phrase = "from the Green Loom to the Weavers’ Party"
    citation = read(f"The Mill Hands, {phrase}, Ann Hill, Weft Press, Leeds, 1986, 60 pages.")
    assert (citation.other_title_information, citation.container_title) == (phrase, None)


def test_in_a_line_hardly_read_capitals_after_an_unmarked_title_are_no_phrase() -> None:
    words = "Weavers, Looms and Mills, Fenland Folk, by Sue Elm, May 1937"
    reading = read_text(words)
    assert reading.citation is not None
    assert (reading.citation.other_title_information, reading.citation.unparsed_remainder) == (None, "Fenland Folk")
    (why,) = [reason for field, _, reason in reading.evidence if field == "unparsed_remainder"]
    assert why.startswith("perhaps other title information, but not surely")


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Home", "Sweet Home Loom"),
        ("Wool", "its cause and cure"),
        ("The Right Loom", "the Right Time: Memories of a Weaver"),
    ],
)
def test_what_may_be_more_of_a_title_that_nothing_marks_explains_none(title: str, more: str) -> None:
    citation = read(f"{title}, {more}, Sue Elm, Weft Press, Leeds, 1937, 60 pages.")
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, more)


def test_a_phrase_that_may_go_on_in_what_was_not_understood_is_withheld() -> None:
    event = "Ann Elm’s speech in the High Court, Edinburgh, 9th May 1918"
    citation = read(f"Condemned from the Loom, {event}, Weavers’ Defence Committee, Glasgow, 1918, 16 pages.")
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, event.replace(", ", "; "))


def test_a_kind_named_after_a_phrase_is_none_of_it() -> None:
    citation = read("Fighting the Looms, a handbook, leaflet, Weft Press, Leeds, 1953, 4 pages.")
    assert (citation.other_title_information, citation.notes) == ("a handbook", ("leaflet",))


@pytest.mark.parametrize(
    "line",
    [
        "The Looms of China, Rewi Ash, April 21, 1952, Weft Press, Leeds, 1953, 68 pages.",
        "Report to the Third Session of the Weavers, Skipton, May 20, 1954, Rewi Ash, Weft Press, 1960, 30 pages.",
    ],
)
def test_a_date_after_the_author_and_where_a_meeting_was_explain_no_title(line: str) -> None:
    citation = read(line)
    assert citation.other_title_information is None
    assert "19" in (citation.unparsed_remainder or "")


def test_a_name_between_phrase_and_house_is_no_part_of_the_phrase() -> None:
    citation = read("Men and Steel, the story of the strike, Engineers’ Voice, Weft Press, Leeds, 1966, 24 pages.")
    assert (citation.other_title_information, citation.unparsed_remainder) == (
        "the story of the strike",
        "Engineers’ Voice",
    )


def test_capitals_between_stops_may_name_a_series_and_explain_no_title() -> None:
    citation = read("White, Joseph (1991). The Mill Hands. Lives of the Looms. Leeds: Weft Press.")
    assert (citation.title, citation.other_title_information) == ("The Mill Hands", None)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1911 – The Mill Hands – almost all photographs – 32 pages", "almost all photographs"),  # a note
        ("The Mill Hands, appeal by Mrs Elm, and how it ended, Weft Press, Leeds, 1943, 12 pages.", "and how it ended"),
        ("The Mill Hands, Ann Elm, Documents of the Looms, Weft Press, 1961, 20 pages.", "Documents of the Looms"),
        ("The Mill Hands, Ann Elm, Weavers’ Loom pamphlet, Weft Press, 1961, 20 pages.", "Weavers’ Loom pamphlet"),
        ("The Mill Hands, Socialist Loom Review, London, 1919, 4 pages.", "Socialist Loom Review"),  # a house
    ],
)
def test_words_explain_no_title_where_they_stand_amiss(line: str, words: str) -> None:
    citation = read(line)
    assert words not in (citation.other_title_information or "")
    assert words in f"{citation.unparsed_remainder} {citation.publisher}"


def test_who_the_author_was_explains_no_title() -> None:
    line = "The Mill Hands, Ann Elm, correspondent with the fleet, letters home, Pluto Press, London, 1938, 86 pages."
    assert read(line).other_title_information == "letters home"


def test_the_month_of_an_event_closes_its_phrase_where_no_house_is_told() -> None:
    citation = read("The Mill Hands, speeches at the conference, Leeds, March 1920, Skipton, 1921, 24 pages.")
    assert citation.other_title_information == "speeches at the conference, Leeds, March 1920"
    assert (citation.place_of_publication, citation.date_edtf) == ("Skipton", "1921")


@pytest.mark.parametrize("after", ["", "edited by Sue Elm, ", "Sue Elm, "])
def test_single_names_go_on_the_list_that_a_phrase_opens(after: str) -> None:
    phrase = "selections from the writings of Marx, Engels, Lenin and Stalin"
    citation = read(f"The Mill Hands, {phrase}, {after}Weft Press, Leeds, 1937, 60 pages.")
    assert citation.other_title_information == phrase
    assert [one.name_raw for one in citation.contributors] == (["Sue Elm"] if after else [])


def test_what_a_body_wrote_is_no_body_before_n_p() -> None:
    phrase = "Programme of the Weavers’ Party of Leeds"
    block = linked(f"The Path of Wool, {phrase}, n.p., Leeds, 1963, 31 pages.", "The Path of Wool")
    citation = read_line(block, Context()).citation
    assert citation is not None
    assert (citation.unparsed_remainder, citation.contributors) == (phrase, ())


def test_a_word_for_the_kind_alone_is_a_note() -> None:
    citation = read("Fighting the Looms, article, Weft Press, Leeds, 1953, 4 pages.")
    assert (citation.other_title_information, citation.notes, citation.genre) == (None, ("article",), Genre.ARTICLE)


@pytest.mark.parametrize("imprint", ["[Weft Press, 1988]", "(Weft Press, n.d.)", "[Leeds: Weft Press, 1988]"])
def test_a_dash_parts_a_phrase_from_the_author_before_a_bracket(imprint: str) -> None:
    citation = read(f"The Mill Hands, a movement for the looms of Leeds – Rewi Ash {imprint} 239pp")
    assert citation.other_title_information == "a movement for the looms of Leeds"
    assert ([one.name_raw for one in citation.contributors], citation.publisher) == (["Rewi Ash"], "Weft Press")


@pytest.mark.parametrize(
    ("title", "words"), [("White G.", "The Natural History of Weaving"), ("Garlic", "Looms in Wartime")]
)
def test_where_nobody_is_named_capitals_may_be_the_title_of_the_name_before_them(title: str, words: str) -> None:
    citation = read(f"{title}, {words}, Bodley Head, London, 1931, 205pp")
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, words)


def test_who_edited_it_without_a_name_explains_no_title() -> None:
    citation = read("The Mill Hands, edited by his daughter, Pluto Press, London, 1954, 20 pages.")
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, "edited by his daughter")


def test_what_follows_a_subtitle_may_be_more_of_it_where_nobody_is_named_next() -> None:
    more = "a co-operative, a closure"
    citation = read(f"ANN ELM: The Mill and its Hands: An occupation, {more}, Weft Press, Leeds, 1983, 60 pages.")
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, more.replace(", ", "; "))


def test_a_group_that_tells_no_name_explains_no_title() -> None:
    citation = read("The Mill Hands, a group of old spinners, Weft Press, Leeds, 1954, 24 pages.")
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, "a group of old spinners")
    handbook = read("The Mill Hands, a handbook for members of the union, Weft Press, Leeds, 1954, 24 pages.")
    assert handbook.other_title_information == "a handbook for members of the union"


def _cited(block: Block) -> Citation:
    citation = read_line(block, Context()).citation
    assert citation is not None
    return citation


@pytest.mark.parametrize("words", ["and other tales of Leeds", "and what became of them"])
def test_what_goes_on_after_a_marked_title_explains_it(words: str) -> None:
    citation = _cited(linked(f"The Mill Hands, {words}, Rewi Ash, Weft Press, Leeds, 1954.", "The Mill Hands"))
    assert citation.other_title_information == words
    assert read(f"The Mill Hands, {words}, Rewi Ash, Weft Press, Leeds, 1954.").other_title_information is None


@pytest.mark.parametrize("words", ["Skelm Docks, 1790-1884", "ballads of the weavers, Loomby to Skelm, 1838-39"])
def test_the_years_of_what_a_marked_title_tells_of_close_its_phrase(words: str) -> None:
    line = f"The Mill Hands, {words}, Rewi Ash, Weft Press, Leeds, 1954, 60 pages."
    citation = _cited(linked(line, "The Mill Hands"))
    assert citation.other_title_information == words
    assert ([one.name_raw for one in citation.contributors], citation.date_edtf) == (["Rewi Ash"], "1954")


@pytest.mark.parametrize("after", ["Weft Press", "translated by Sue Elm, Weft Press"])
def test_a_name_that_is_not_known_takes_no_phrase_with_it(after: str) -> None:
    line = f"The Mill Hands, thirty years of the guild, Freedom Skelm, {after}, Leeds, 1954, 60 pages."
    citation = _cited(linked(line, "The Mill Hands"))
    assert citation.other_title_information == "thirty years of the guild"
    assert (citation.contributors[0].name_raw, citation.contributors[0].name_type) == (
        "Freedom Skelm",
        NameType.PERSONAL,
    )


def test_what_stands_between_a_phrase_and_its_editor_may_be_more_of_it() -> None:
    line = "The Mill Hands, recollections of Tom Elm, Skelm, edited by Sue Elm, Weft Press, Leeds, 1954, 60 pages."
    assert _cited(linked(line, "The Mill Hands")).other_title_information is None


def test_a_first_publication_explains_no_title() -> None:
    line = "The Mill Hands, Rewi Ash, first published 1934, Skelm Novel Revived, 3, Virago, London, 1984, 60 pages."
    citation = _cited(linked(line, "The Mill Hands"))
    assert (citation.other_title_information, citation.original_date_edtf) == (None, "1934")


def test_a_kind_of_work_between_stops_explains_the_title_before_an_imprint() -> None:
    citation = read("Elm, Sarah. The Mill Hands. A study of the looms. Leeds: Weft Press, 1954.")
    assert citation.other_title_information == "A study of the looms"
    assert (citation.place_of_publication, citation.publisher) == ("Leeds", "Weft Press")


@pytest.mark.parametrize("words", ["Their Looms and Their Chapels", "They Still Spin Wool"])
def test_capitals_after_a_linked_title_are_withheld_and_name_nobody(words: str) -> None:
    line = f"The Mill Hands, {words}, Rewi Ash, Weft Press, Leeds, 1954, 60 pages."
    citation = _cited(linked(line, "The Mill Hands"))
    assert (citation.other_title_information, citation.unparsed_remainder) == (None, words)
    assert [one.name_raw for one in citation.contributors] == ["Rewi Ash"]
    assert read(line).other_title_information is None


@pytest.mark.parametrize("phrase", ["a tale of two looms", "Report of the Leeds Committee", "as the weavers told it"])
def test_words_that_tell_of_writing_or_stand_in_small_letters_explain_a_linked_title(phrase: str) -> None:
    line = f"The Mill Hands, {phrase}, Rewi Ash, Weft Press, Leeds, 1954, 60 pages."
    assert _cited(linked(line, "The Mill Hands")).other_title_information == phrase


def test_when_the_author_was_born_explains_no_title() -> None:
    line = "The Mill Hands, Rewi Ash, born 1860, memoirs of a weaver, Weft Press, Leeds, 1954, 60 pages."
    assert _cited(linked(line, "The Mill Hands")).other_title_information == "memoirs of a weaver"


@pytest.mark.parametrize("after", ["n.p., Leeds", "Weft Press, Leeds"])
def test_a_body_with_its_article_between_phrase_and_imprint_is_no_part_of_the_phrase(after: str) -> None:
    line = f"The Mill Hands, rules and first report, the Spinners’ Union of Leeds, {after}, 1910, 12 pages."
    assert _cited(linked(line, "The Mill Hands")).other_title_information == "rules and first report"


def test_the_day_of_an_event_closes_its_phrase_before_a_first_publication() -> None:
    phrase = "an open letter to the millowners, Skipton, 2 June 1909"
    line = f"The Mill Hands, {phrase}, first published 1909, Weft Press, Leeds, 1968, 19 pages."
    assert _cited(linked(line, "The Mill Hands")).other_title_information == phrase


@pytest.mark.parametrize(
    "words", ["Read before the Loom Debating Society on 3rd March 1887", "Given at Hull before the Guild"]
)
def test_a_sentence_that_tells_where_it_was_read_is_a_phrase_and_nobody_who_wrote(words: str) -> None:
    citation = read(f"The Mill Hands. {words}. By Rewi Ash. Leeds, Weft Press, 1887. 19 pp.")
    assert (citation.other_title_information, named(citation)) == (words, ["Rewi Ash"])


@pytest.mark.parametrize("title", ["The Mill Girl, her Looms and her Lodgings", "The Dyer, his Vats and his Debts"])
def test_whose_it_is_in_capitals_goes_on_with_a_short_title(title: str) -> None:
    citation = read(f"{title}, Rewi Ash, Weft Press, Leeds, 1924, 48 pages.")
    assert (citation.title, citation.other_title_information) == (title, None)


@pytest.mark.parametrize("title", ["CHILE, A PEOPLE IN ARMS", "COTTON, WHOSE COTTON?", "CRETE, ISLAND DIVIDED"])
def test_a_title_in_capitals_goes_on_in_them_after_a_comma(title: str) -> None:
    citation = read(f"{title} by Rewi Ash, Weft Press (Leeds, 1978), 58p")
    assert (citation.title, named(citation)) == (title, ["Rewi Ash"])


@pytest.mark.parametrize("words", ["SUE ELM", "WEFT PRESS", "WEAVERS UNION"])
def test_a_name_or_house_in_capitals_is_no_more_of_a_title_in_them(words: str) -> None:
    assert read(f"THE MILL HANDS, {words}, Leeds, 1978, 58p").title == "THE MILL HANDS"


def test_a_question_ends_a_title_with_commas_before_who_wrote_it() -> None:
    citation = read("Is Wool Dearer in Leeds, Hull and York? By Agnes Tye. London, Weft Press, 1911. 91 pp.")
    assert (citation.title, named(citation)) == ("Is Wool Dearer in Leeds, Hull and York?", ["Agnes Tye"])
