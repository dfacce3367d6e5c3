"""What is enough for an entry where a person says that the lines of a page are books (`manner`).

A title and one other field, or a title that is marked. Against it are only plain signs: sentences, and the forms of
captions, contents, meetings and films.
"""

from shelflist.parse.grammar import AUTHOR, DATE, DATED, LEADER, PLACE, PUBLISHER, ROLE, TITLE
from shelflist.parse.kinds.bare_entries import opens_no_title
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.looks.bare_titles import has_capitals, is_title, tells_office
from shelflist.parse.looks.no_entry import A_SENTENCE, form_weight, sentence_weight
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_TOLD = 3.0
_NAMES = frozenset({AUTHOR, LEADER, ROLE})
_IMPRINT = frozenset({DATE, DATED, PUBLISHER, PLACE})


def told_weight(line: Labelled, gazetteer: Gazetteer) -> float:
    """How much the person's word counts for this line."""
    titles, labels = line.of(TITLE), line.trust.trusted
    if not titles or form_weight(line.text, published=False, described=False) >= A_SENTENCE:
        return 0.0
    title, _, end, *_ = titles[0]
    if sentence_weight(line.text, end, len(line.text)) >= A_SENTENCE:
        return 0.0
    named = not _NAMES.isdisjoint(labels)
    if line.title_marked:
        return _TOLD if named or not line.text.endswith(":") else 0.0
    if not is_title(title, gazetteer) or opens_no_title(title):
        return 0.0
    if line.trust.labels[0] is LEADER and tells_office(title, gazetteer):
        return 0.0
    return _TOLD if named or (not _IMPRINT.isdisjoint(labels) and has_capitals(title)) else 0.0
