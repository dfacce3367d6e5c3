"""Which lines are volumes of a set, or editions of a work, and which line or heading above them is its header.

"Collected Weavings, Weft Press, Leeds," and then "Volume 1, 1976, 596 pages.": the header names the set and says no
extent; its volumes follow at once and open with their number, its editions with theirs. Whether a line is an entry is
not decided here, but that a header of a set is none: its volumes are. Nested lists need no rule of their own, since
blocks stand in the order of the document.
"""

import re
from collections.abc import Mapping, Sequence

from shelflist.models.citation import Citation, LineKind, Reading
from shelflist.models.page import Block, BlockKind
from shelflist.parse.context.supplied import authors_named, opens_part
from shelflist.parse.line import read_set
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.no_entry import sentence_weight
from shelflist.parse.segments.links import links_document
from shelflist.parse.vocabulary.gazetteer import Gazetteer

LONGEST = 300
"""Characters of a header."""
_PASSED_OVER = frozenset({LineKind.NOTE, LineKind.PLACEHOLDER})
"""Between volumes: "(Volume 3 is missing.)"."""
_EXTENT = re.compile(r"\d\s*(?:pages?|pp?)\b|\bpp?\.?\s?\d", re.IGNORECASE)
_DATE = re.compile(rf"(?<![\d–-]){YEAR_FORM}(?![\d]|\s?[–-]\s?\d)|\bn\.?\s?d\b")
"""One year; a span of years is the set's."""
_OF_A_SET = re.compile(
    r"\b(?:(?:collected|selected|complete|chosen)\s(?:\w+\s)?(?:works|writings|papers|essays|poems|plays|letters|speeches|"
    r"articles|stories)|works|encyclop(?:a|æ)?edia|correspondence|werke|œuvres|oeuvres|obras|opere|"
    r"in\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several)\s(?:volumes|vols\.?|parts|books))\b",
    re.IGNORECASE,
)

_STOP = re.compile(r"(?<=[^\W\d_]{2}[)\w])\.\s+")
""" "Collected Weavings. Edited by Rewi Ash. Weft Press." parts its areas so; a stop alone makes no sentence."""
_ROLE = re.compile(r"\b(?:(?:edited|compiled|translated|selected|arranged|introduced|annotated)(?:,? and |, )?)+ by\b")
"""Participles of a statement of responsibility are no verbs of a sentence."""
_OF_VOLUMES = re.compile(
    r"(?:the|all|these|other)?\s*(?:\w+\s)?(?:volumes|parts|books|issues|numbers)\b", re.IGNORECASE
)
"""A line about the volumes below, not their title."""


def find_sets(blocks: Sequence[Block], alone: Mapping[int, Reading], gazetteer: Gazetteer) -> dict[int, int]:
    """Positions of volumes' lines, each with the position of its header.

    `alone` holds each line's reading by its own words. A run of volumes ends at a heading, at another header and at
    a line that opens otherwise; captions, navigation, notes and placeholders are passed over.
    """
    found: dict[int, int] = {}
    header: int | None = None
    first = False
    for position, block in enumerate(blocks):
        reading = alone.get(position)
        if reading is None and block.kind is not BlockKind.HEADING:
            continue
        if reading is None or not opens_part(block.text):
            if reading is None or header is None or reading.kind not in _PASSED_OVER:
                header, first = position, True
            continue
        if first and not (_is_volume(reading) and header is not None and _is_header(blocks[header], gazetteer)):
            header = None
        first = False
        if header is not None and _is_volume(reading):
            found[position] = header
    return found


def _is_volume(reading: Reading) -> bool:
    """An entry of its own, that has no title but its number or edition."""
    citation = reading.citation
    return citation is not None and (citation.title is None or opens_part(citation.title))


def _is_header(block: Block, gazetteer: Gazetteer) -> bool:
    """The line or heading names a set: by its imprint or author, by its words, or since it ends in a comma.

    What links a document, counts pages or is a sentence is none; nor is the heading over a person's works.
    """
    text = block.text
    if len(text) > LONGEST or links_document(block) or _EXTENT.search(text):
        return False
    if opens_part(text) or _OF_VOLUMES.match(text):
        return False
    if _is_sentence(text) or authors_named(text, gazetteer):
        return False
    of_set = read_set(text, gazetteer)
    return of_set is not None and of_set.title is not None and _names_set(text, of_set, block.kind)


def _is_sentence(text: str) -> bool:
    return any(sentence_weight(part, 0, len(part)) > 0 for part in _STOP.split(_ROLE.sub("by", text)))


def _names_set(text: str, of_set: Citation, kind: BlockKind) -> bool:
    announces = text.endswith(":")
    if _DATE.search(text) and not announces:
        return False
    if of_set.publisher or of_set.place_of_publication or _OF_A_SET.search(text):
        return True
    if text.endswith(","):
        return len((of_set.title or "").split()) > 1
    return (announces or kind is BlockKind.LINE) and bool(of_set.contributors)
