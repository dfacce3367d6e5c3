"""The quick looks that spare most text the slower patterns must never turn away what a pattern would find.

Whoever adds a word to a pattern of `imprint`, `editions`, `roles` or their like and not to the look before it fails
here, once a development line or a phrase below holds the word.
"""

import re

import pytest

from shelflist.parse.looks import (
    bodies,
    editions,
    extent,
    formal,
    honours,
    imprint,
    leaders,
    names,
    no_entry,
    parts,
    phrases,
    roles,
    series,
)
from shelflist.parse.vocabulary.cues import MIXED, cue, cues_in
from tests.parse.lines import named, read
from tests.parse.marked import read_lines

FORMS = (
    imprint.NOT_PRINTED,
    editions.EDITION,
    editions.FIRST_PUBLISHED,
    editions.REPRINTED_FROM,
    parts.PART,
    formal.GENRE,
    formal.PHYSICAL,
)
PHRASES = (
    """
n.p.|np|n p|[n.p.]|no publisher|No place given|s.l.|S. n.|[s.n.]|publisher unknown|privately printed
the second edition|2nd ed.|first impression|a new edition|revised and enlarged edition|popular edition
US edition|UK reprint|reprinted|re-issued|republished|e-book|ebook format|pdf|Kindle edition|paperback
unabridged|third revised edition|digital version|was first published in|first published 1919|originally
previously issued|orig. pub. 1920|extracted from a report|offprint|from a journal|offprint of and from a book
taken from the notes|excerpt from a speech|article from a paper|Volume 2|vols. 3|part IV|pt. 1|Bk. 2
number seven|Nos. 3|nr. 4|issue 12|tome 2|Band 3|section 4|chapters 1|supplement 2|series 3|fascicle 1
document 9|third period|tenth book|a leaflet|two-page leaflet|four page flyer|handbill|broadsheet|poster
an 8-page pamphlet|booklet|manifesto|9×12 inches|22 x 30 cm|well illustrated|profusely illustrated
fully illustrated|richly illustrated|illus.|ill.|with maps|map|plates|portraits|photographs|diagrams|tables
figures|index|bibliography|boxed|printed by|issued by|published by the|produced by|distributed by|3 volumes
in French|edited by A. Hill|with drawings by|and with notes by|an introduction by|under the direction of
eds. A. Hill|chief editor A. Hill|general editor|by A. Hill|ed. by A. Hill|author of a novel
people’s commissar|Ph.D of Leeds|an English worker|first secretary of the union|former dean|organizer
Little Lenin Library No. 5|Study Guide 3|Marxist Texts, No. 2|Party Handbooks|ſecond edition|Édition
the Duke of Bedford|the Earl of Hill|Princess of Leeds|A. Hill and others|A. Hill et al.|A. Hill & comrades
Hill, A., et al|Hill, A., and others|Hill, A. & others|Departments of Trade|Editors of The Loom|Ministries of Trade
A. Hill MP|A. Hill, K.C.|A. Hill OBE|A. Hill, Jr.|Sir A. Hill|Prof. Hill|Captain Hill
bookmarked|with OCR|for this site|12 Weft Street|7 The Row, Leeds|LS1 2AB|P.O. Box 7|Sculptor: A. Hill|No. 7 at Leeds
fig. 2.|Map 3.|banner, painted by Hill|left to right|restored in|he says|they marched|it is
Weft Press|Hill Publishing Company|Loom Ltd.|Editorial Loom|Ash Bookshop
two pages|sixteen pages|thirty-two leaves|Monday 3 May|Sunday, 4 May|Fri 3 May
Trade Department|the Central Executive Committee|Leeds Branch|Hill, A. (ed.)|Hill, A., translator|Hill, A., comps
""".strip()
    .replace("\n", "|")
    .split("|")
)


def stretches() -> list[str]:
    """Every line of the development half from each of its words on, besides the phrases above in each spelling."""
    lines = [line.block.text for line in read_lines("development.txt")]
    starts = [line[i + 1 :] for line in lines for i, sign in enumerate(line[:-1]) if sign == " "]
    return [*starts, *PHRASES, *(p.upper() for p in PHRASES), *(p.capitalize() for p in PHRASES)]


STRETCHES = stretches()
WRITER = cue("writer", any_case=True)
HILL = cue("Hill")


@pytest.mark.parametrize("form", FORMS, ids=["not printed", "edition", "first", "reprint", "part", "genre", "physical"])
def test_no_form_of_an_imprint_is_turned_away_by_its_first_word(form: re.Pattern[str]) -> None:
    found = [text for text in STRETCHES if form.match(text)]
    assert len(found) > 3
    assert [text for text in found if not formal.may_be_formal(text)] == []


def test_no_role_is_turned_away_by_its_first_word() -> None:
    found = [text for text in STRETCHES if roles._OPENS.match(text)]
    assert len(found) > 20
    assert [text for text in found if not roles.opens_role(text)] == []


CUED = {
    "a remark on a person": (phrases._PERSON, phrases._PERSON_CUE),
    "a piece of work": (phrases._WORK, phrases._WORK_CUE),
    "a series": (series._SERIES, series.SERIES_CUE),
    "a firm": (imprint._FIRM_AT_EDGE, imprint._FIRM),
    "a part of a body": (bodies._PART_OF_BODY, bodies._SUBORDINATE_CUE),
    "several bodies": (bodies._BODIES_OF, bodies.BODIES_CUE),
    "a peer": (honours._PEERAGE, honours._PEERS),
    "others besides": (names._OTHERS, names._OTHERS_CUE),
    "others before the title": (leaders._OTHERS, leaders._OTHERS_CUE),
    "letters after a name": (re.compile(rf"\b{honours._SUFFIX.pattern}"), honours._SUFFIX_CUE),
    "honours": (honours.HONOURS, honours.HONOURS_CUE),
    "a title of honour": (re.compile(rf"\b{honours.HONORIFIC.pattern}"), honours.HONORIFIC_CUE),
    "pages counted in words": (extent._IN_WORDS, extent._IN_WORDS_CUE),
    "a day of the week": (no_entry._DAY, no_entry._DAY_CUE),
    "a verb": (no_entry.FINITE_VERB, no_entry._VERB_CUE),
    "who does it": (no_entry._SUBJECT, no_entry._SUBJECT_CUE),
    "the making of a web page": (no_entry._FOR_THE_WEB, no_entry._WEB_CUE),
    "a caption": (no_entry._CAPTION_INSIDE, no_entry._CAPTION_CUE),
    "an address": (no_entry._ADDRESS, no_entry._STREET_CUE | MIXED),
    "a role after names": (re.compile(rf"\b{leaders._ROLE_AT_END.pattern}", re.IGNORECASE), leaders._ROLE_CUE),
}
"""What is found by a pattern has a word of its cue."""


@pytest.mark.parametrize("name", CUED)
def test_nothing_is_turned_away_for_want_of_a_cue(name: str) -> None:
    pattern, cue = CUED[name]
    found = [one.group() for text in STRETCHES if (one := pattern.search(text))]
    assert len(found) > 2
    assert [text for text in found if not cues_in(text) & cue] == []


def test_a_cue_is_found_in_any_spelling_that_its_pattern_takes() -> None:
    for text in ("WRITER", "Writer,", "(writer)", "wrıter", "co-writer", "Writer2"):
        assert cues_in(f"of a {text} and more") & WRITER, text
    assert not cues_in("writers") & WRITER
    assert not cues_in("HILL hill") & HILL
    assert cues_in("hill of Hill’s") & HILL


@pytest.mark.parametrize(
    ("author", "rest"),
    [
        ("Gelm S.", "Everyday Weavers. London: Gollancz, 1999."),
        ("GELMSFORD, H. N.", "Shelley, Weaver and Their Circle. Gollancz, London, 1913. 256 pp."),
    ],
)
def test_initials_and_capitals_show_a_family_name(author: str, rest: str) -> None:
    citation = read(f"{author} {rest}")
    assert [person.name_raw for person in citation.contributors] == [author]
    assert citation.publisher == "Gollancz"


@pytest.mark.parametrize(
    "line",
    [
        "Gelm, Zerwin: The Mill Hands of Loomby. (Weft Press, 1954). 66 pp.",
        "Gelm, Zerwin. The Mill Hands of Loomby. Weft Press, 1954. 66 pp.",
        "Gelm, Zerwin; The Mill Hands; Weft Press; Leeds; 1954; 66 pp.",
        "Gelm, Zerwin. (September 1954). The Mill Hands. Leeds: Weft Press. 66 pp.",
        "Gelm, Zerwin. (1954). The Mill Hands. Leeds: Weft Press.",
        "Gelm, Zerwin, The Mill Hands of Loomby, Weft Press, Leeds, 1954, 66 pp.",
    ],
)
def test_a_turned_name_of_no_list_is_shown_by_its_sign_and_by_the_title_after_it(line: str) -> None:
    citation = read(line)
    assert [(one.family, one.given) for one in citation.contributors] == [("Gelm", "Zerwin")]
    assert (citation.title or "").startswith("The Mill Hands")


@pytest.mark.parametrize(
    "line",
    ["Boats, Ropes, Tackle | Walter Elm | Batsford | London | 1911 | 84 pp", "Looms, Rewi Ash. Leeds, 1954. 66 pp."],
)
def test_a_title_with_a_comma_is_no_turned_name(line: str) -> None:
    assert [one.name_raw for one in read(line).contributors] in (["Walter Elm"], ["Rewi Ash"])


@pytest.mark.parametrize(
    "line",
    [
        "Zerwin Gelm: The Mill Hands of Loomby. Weft Press, Leeds, 1954. 66 pp.",
        "Zerwin Gelm. The Mill Hands of Loomby. Leeds: Weft Press, 1954. 66 pp.",
        "Zerwin Gelm, The Mill Hands of Loomby, Weft Press, Leeds, 1954, 66 pp.",
        "Zerwin Gelm, The Mill Hands of Loomby (Leeds: Weft Press, 1954), 66 pp.",
        "Zerwin Gelm – The Mill Hands of Loomby – Weft Press, Leeds, 1954 – 66 pp.",
    ],
)
def test_a_name_of_no_list_opens_a_line_that_goes_on_with_a_title(line: str) -> None:
    citation = read(line)
    assert (citation.title, [one.name_raw for one in citation.contributors]) == (
        "The Mill Hands of Loomby",
        ["Zerwin Gelm"],
    )


def test_a_name_is_the_title_where_somebody_else_is_named_after_its_subtitle() -> None:
    citation = read("Zerwin Gelm: The Story of a Weaver, Lewis Elm, Weft Press, Leeds, 1954, 66 pp.")
    assert [one.name_raw for one in citation.contributors] == ["Lewis Elm"]


def test_a_list_of_persons_does_not_end_at_its_first_comma() -> None:
    citation = read(
        "H. A. Gelm, A. Elm and A. F. Holm, A History of the Looms since 1889 (Leeds: Weft Press, 1964), 66 pp."
    )
    assert [one.name_raw for one in citation.contributors] == ["H. A. Gelm", "A. Elm", "A. F. Holm"]


@pytest.mark.parametrize("title", ["BITTER CLOTH", "WHAT THE MEMBER DID NOT SAY", "A HISTORY OF LOOMS, 1900 TO 1961"])
def test_a_name_before_the_only_loud_words_of_a_line_is_who_wrote(title: str) -> None:
    citation = read(f"Theophilus Elm. {title}. Leeds, Weft Press, 1954. pp. 63.")
    assert (named(citation), citation.title, citation.publisher) == (["Theophilus Elm"], title, "Weft Press")


@pytest.mark.parametrize("body", ["Loom Growers Organization", "Weavers’ Freedom Committee"])
def test_a_body_before_quoted_words_and_an_imprint_wrote_them(body: str) -> None:
    citation = read(f"{body}, “What Is a Loom For?,” a primer for new hands (Leeds: Weft Press, 1966), 12 pp.")
    assert (named(citation), citation.title) == ([body], "What Is a Loom For?")
