"""Values that are given only where the line as a whole is read surely enough.

Words that stand where a phrase may stand are a phrase in nearly every line in which nothing else is doubtful. Where
they hardly look like one, and something else speaks against the reading, they may as well be more of the title, a name,
an imprint or a remark: the field stays null then, and the words go to the remainder. So do words that hardly look like
an edition in a line of which others are left over. Most lines never come here.
"""

from shelflist.models.citation import Citation
from shelflist.parse.fields.gist import gist_of
from shelflist.parse.fields.misfits import may_be_more_title, of_edition
from shelflist.parse.fields.signals import signals
from shelflist.parse.grammar import EDITION, Label
from shelflist.parse.labels.explains import PHRASES
from shelflist.parse.labels.labelled import Labelled, labelled, trust_in
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.vocabulary.gazetteer import Gazetteer

EXPLAINS_FROM = 0.3
"""Confidence. In exchanged lines (``tests/parse/crossed.py``) most phrases that may be more of an unmarked title are
wrong below it, and right above."""
_BESIDES = ("odd_phrase", "undated", "unread", "unpublished")
"""Signals. Of the phrases after marked titles of seventy hands that nobody had learnt from (``development27.txt`` to
``33``, by version 9) half were wrong where `phrase` and one of these spoke against them, and one in 14 of the others;
of the editions six of seven where both their own words and words left over did."""
_SPEAKS_FROM = 0.3
_SURE = 0.95
"""Confidence: such lines are not asked."""
_NOTHING: frozenset[Label] = frozenset()


def hardly_shown(line: Labelled, citation: Citation, gazetteer: Gazetteer) -> frozenset[Label]:
    """The labels whose segments are to be withheld."""
    if citation.parse_confidence >= _SURE:
        return _NOTHING
    withheld = PHRASES if _explains_unsurely(line, citation, gazetteer) else _NOTHING
    edition = citation.edition_statement
    return withheld | {EDITION} if edition and citation.unparsed_remainder and of_edition(edition) else withheld


def _explains_unsurely(line: Labelled, citation: Citation, gazetteer: Gazetteer) -> bool:
    phrase = citation.other_title_information
    if phrase is None or phrase.startswith("by "):
        return False  # "by one of themselves"
    if not line.title_marked:
        return citation.parse_confidence < EXPLAINS_FROM and may_be_more_title(phrase) > 0
    if tells_work(phrase):
        return False
    told = signals(gist_of(citation), line, gazetteer)
    return told.phrase > _SPEAKS_FROM and any(getattr(told, name) > _SPEAKS_FROM for name in _BESIDES)


def trusting_less(line: Labelled, labels: frozenset[Label]) -> Labelled:
    """The line with no segment of these labels trusted; a word for its kind, as "leaflet", is still a phrase."""
    refused = tuple(i for i, label in enumerate(line.trust.labels) if label in labels)
    return labelled(line.text, line.segments, trust_in(line.trust.choices, refused), title_marked=line.title_marked)
