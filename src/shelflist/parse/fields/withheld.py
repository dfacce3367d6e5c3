"""Values that are given only where the line as a whole is read surely enough.

After a title that nothing marks, words that tell of no kind of writing may be more of it, a name or an imprint. In
a line that is hardly read they mostly are: the field stays null then, and the words go to the remainder. Most lines
never come here.
"""

from shelflist.models.citation import Citation
from shelflist.parse.fields.misfits import may_be_more_title
from shelflist.parse.labels.labelled import Labelled, labelled, trust_in

EXPLAINS_FROM = 0.3
"""Confidence. In exchanged lines (``tests/parse/crossed.py``) most such phrases are wrong below it, and right above."""


def explains_unsurely(line: Labelled, citation: Citation) -> bool:
    phrase = citation.other_title_information
    if phrase is None or citation.parse_confidence >= EXPLAINS_FROM:
        return False
    return not line.title_marked and may_be_more_title(phrase) > 0


def without_phrases(line: Labelled) -> Labelled:
    """The line with none of its phrases trusted; a word for its kind, as "leaflet", is still one."""
    trust = trust_in(line.trust.choices, line.trust.phrases)
    return labelled(line.text, line.segments, trust, title_marked=line.title_marked)
