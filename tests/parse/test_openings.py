"""The quick looks that spare most text the slower patterns must never turn away what a pattern would find.

Whoever adds a word to a pattern of `imprint`, `roles` or `features` and not to the look before it fails here, once a
development line or a phrase below holds the word.
"""

import re

import pytest

from shelflist.parse import features, imprint, roles
from shelflist.parse.gazetteer import gazetteer_for
from shelflist.parse.lookups import USUAL
from shelflist.parse.words import words_of
from tests.parse.marked import read_lines

FORMS = (
    imprint.NOT_PRINTED,
    imprint.EDITION,
    imprint.FIRST_PUBLISHED,
    imprint.REPRINTED_FROM,
    imprint.PART,
    imprint.GENRE,
    imprint.PHYSICAL,
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


@pytest.mark.parametrize("form", FORMS, ids=["not printed", "edition", "first", "reprint", "part", "genre", "physical"])
def test_no_form_of_an_imprint_is_turned_away_by_its_first_word(form: re.Pattern[str]) -> None:
    found = [text for text in STRETCHES if form.match(text)]
    assert len(found) > 3
    assert [text for text in found if not imprint.may_be_formal(text)] == []


def test_no_role_is_turned_away_by_its_first_word() -> None:
    found = [text for text in STRETCHES if roles._OPENS.match(text)]
    assert len(found) > 20
    assert [text for text in found if not roles._opens(text)] == []


def test_no_remark_on_a_person_is_turned_away_by_its_words() -> None:
    gazetteer = gazetteer_for(USUAL)
    found = [text for text in STRETCHES if features._PERSON.search(text, 0, 80)]
    assert len(found) > 3
    assert [t for t in found if features._PERSON_WORDS.isdisjoint(words_of(t, gazetteer).small)] == []


def test_no_series_is_turned_away_by_its_words() -> None:
    gazetteer = gazetteer_for(USUAL)
    found = [t for t in STRETCHES if imprint._SERIES.match(t) and t[0].isupper() and 1 < len(t.split()) <= 9]
    assert len(found) > 3
    assert [text for text in found if not imprint.is_series(text, words_of(text, gazetteer).tokens)] == []
