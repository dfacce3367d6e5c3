"""Where the links of a line lead, and what they take in besides the title."""

import re

from shelflist.models.page import Block, Link, Span
from shelflist.parse.segments.annotated import annotation
from shelflist.parse.segments.pairs import title_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_DOCUMENT = re.compile(r"\.(?:pdf|epub|mobi|djvu|docx?|odt|rtf|txt|zip)(?:[?#].*)?$", re.IGNORECASE)
WHOLE = 0.9
"""Share of the line above which a mark tells nothing of its parts."""
BEFORE_ITEM = " •·▪●*+–—-.)(0123456789"
_REMARK = re.compile(r"\s?\.?|\s?[(\[][^()\[\]]*[)\]]\.?")
""" "<Rewi Ash – The Mill Hands> (a novel)": what may follow a link that holds all fields of its line."""


def links_document(block: Block) -> bool:
    """Some link of the line leads to a file that holds a document."""
    return bool(block.links) and any(leads_to_document(link) for link in block.links)


def leads_to_document(link: Link) -> bool:
    return link.is_work or _DOCUMENT.search(link.url) is not None


def is_linked_whole(block: Block) -> bool:
    """What is linked is no part of the line: neither its title nor a word for the file."""
    return bool(block.links) and any(
        link.end - link.start > WHOLE * len(block.text.rstrip(" .")) for link in block.links
    )


def linked_with_author(block: Block, gazetteer: Gazetteer) -> Span | None:
    """The title where the link to a document takes in its author: "<Rewi Ash – The Mill Hands>"."""
    for link in block.links:
        if not leads_to_document(link):
            continue
        held = title_in(block.text[link.start : link.end], gazetteer, whole=_holds_line(block.text, link))
        if held is not None:
            return Span(link.start + held.start, link.start + held.end)
    return None


def _holds_line(text: str, link: Link) -> bool:
    """All fields of the line are linked: before the link stands nothing, and after it a remark or a note at most."""
    if text[: link.start].strip(BEFORE_ITEM):
        return False
    return _REMARK.fullmatch(text, link.end) is not None or annotation(text, Span(link.start, link.end)) is not None
