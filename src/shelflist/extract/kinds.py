"""What kind of block a line is. Whether a LINE is an entry, a note or prose is for `shelflist.parse`."""

from dataclasses import dataclass

from shelflist.extract.evidence import has_date, has_extent, has_imprint
from shelflist.extract.links import is_document, is_site_page
from shelflist.extract.pieces import Line
from shelflist.extract.rules import Rules
from shelflist.models.page import BlockKind

HEADING_LENGTH = 150
"""A bold paragraph longer than this is a paragraph."""
_SENTENCE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a line besides itself: may its bold words, or a term, be a heading?"""

    bold_heads: bool = True
    is_term: bool = False
    is_table_head: bool = False


PLAIN = Standing()


def kind_of(line: Line, standing: Standing, rules: Rules) -> BlockKind:
    """The kind of `line`. Entry evidence beyond doubt beats a heading or caption element around it."""
    if line.place.navigation:
        return BlockKind.NAVIGATION
    if is_surely_entry(line):
        return BlockKind.LINE
    if line.place.caption or standing.is_table_head:
        return BlockKind.CAPTION
    if line.place.heading is not None:
        return BlockKind.NAVIGATION if line.links and _leads_elsewhere(line, rules) else BlockKind.HEADING
    if _leads_elsewhere(line, rules) or _is_only_site_links(line, rules):
        return BlockKind.NAVIGATION
    return BlockKind.HEADING if _heads(line, standing) else BlockKind.LINE


def is_surely_entry(line: Line) -> bool:
    """A link to a document and an extent: some authors list their scans in captions or small headings."""
    return _links_document(line) and has_extent(line.text)


def _links_document(line: Line) -> bool:
    return any(map(is_document, line.anchors))


def _leads_elsewhere(line: Line, rules: Rules) -> bool:
    """The source's own words for it match; a title that happens to begin so has a document or an extent."""
    matched = any(pattern.search(line.text) for pattern in rules.navigation)
    return matched and not (has_extent(line.text) or _links_document(line))


def _is_only_site_links(line: Line, rules: Rules) -> bool:
    if not line.links or not all(is_site_page(anchor, rules.site.hosts) for anchor in line.anchors):
        return False
    return not any(map(str.isalnum, _outside_links(line))) and not has_imprint(line.text)


def _outside_links(line: Line) -> str:
    ends = (0, *(link.end for link in line.links))
    starts = (*(link.start for link in line.links), len(line.text))
    return "".join(line.text[end:start] for end, start in zip(ends, starts, strict=True))


def _heads(line: Line, standing: Standing) -> bool:
    """A short bold paragraph, or a term, with nothing of an entry about it."""
    bold = line.strong and standing.bold_heads
    if not (bold or standing.is_term) or len(line.text) > HEADING_LENGTH or _links_document(line):
        return False
    return not (_ends_like_entry(line.text) or _is_sentence(line.text))


def _ends_like_entry(text: str) -> bool:
    return has_extent(text) or (has_date(text) and text.count(",") >= 3)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > _SENTENCE_WORDS
