"""What kind of block a line is. Whether a LINE is an entry, a note or prose is for `shelflist.parse`."""

from shelflist.extract.evidence import has_date, has_extent, has_imprint
from shelflist.extract.links import is_document, is_site_page
from shelflist.extract.pieces import Line
from shelflist.extract.rules import Rules
from shelflist.models.page import BlockKind
from shelflist.models.record import record

HEADING, LINE, CAPTION, NAVIGATION = BlockKind
"""CPython 3.11 looks a member of an enum up through Python code: that would be a fifth of telling a kind."""
HEADING_LENGTH = 150
"""A bold paragraph longer than this is a paragraph."""
_SENTENCE_WORDS = 8


@record
class Standing:
    """What is known of a line besides itself: may its bold words, or a term, be a heading?"""

    bold_heads: bool = True
    is_term: bool = False
    is_table_head: bool = False


PLAIN = Standing()


def kind_of(line: Line, standing: Standing, rules: Rules) -> BlockKind:
    """The kind of `line`. Entry evidence beyond doubt, a document with an extent, beats a heading or caption element
    around it: some authors list their scans in captions or small headings.
    """
    place = line.place
    if place.navigation:
        return NAVIGATION
    is_caption, heading = place.caption or standing.is_table_head, place.heading
    document = any(map(is_document, line.links))
    if document and (not (is_caption or heading) or has_extent(line.text)):
        return LINE
    if is_caption:
        return CAPTION
    if heading is not None:
        elsewhere = bool(line.links) and not document and _leads_elsewhere(line, rules)
        return NAVIGATION if elsewhere else HEADING
    if has_extent(line.text):
        return LINE
    if _leads_elsewhere(line, rules) or _is_only_site_links(line, rules):
        return NAVIGATION
    return HEADING if _heads(line, standing) else LINE


def _leads_elsewhere(line: Line, rules: Rules) -> bool:
    """The source's own words for it match; a title that happens to begin so has an extent, or a document."""
    return any(pattern.search(line.text) for pattern in rules.navigation) and not has_extent(line.text)


def _is_only_site_links(line: Line, rules: Rules) -> bool:
    if not line.links or not all(is_site_page(link, rules.site.hosts) for link in line.links):
        return False
    return not any(map(str.isalnum, _outside_links(line))) and not has_imprint(line.text)


def _outside_links(line: Line) -> str:
    ends = (0, *(link.end for link in line.links))
    starts = (*(link.start for link in line.links), len(line.text))
    return "".join(line.text[end:start] for end, start in zip(ends, starts, strict=True))


def _heads(line: Line, standing: Standing) -> bool:
    """A short bold paragraph, or a term, with nothing of an entry about it."""
    bold = line.strong and standing.bold_heads
    if not (bold or standing.is_term) or len(line.text) > HEADING_LENGTH:
        return False
    return not (_has_imprint(line.text) or _is_sentence(line.text))


def _has_imprint(text: str) -> bool:
    return has_date(text) and text.count(",") >= 3


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > _SENTENCE_WORDS
