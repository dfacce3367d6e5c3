"""Lines as tests write them: read, with who is named in them, and as blocks with a link."""

from shelflist.models.citation import Citation, Role
from shelflist.models.page import Block, BlockKind, Link
from shelflist.parse.line import read_text

SCAN = "https://archive.test/scan.pdf"


def read(text: str) -> Citation:
    """The citation that the line is; fails if it is no entry."""
    citation = read_text(text).citation
    assert citation is not None, text
    return citation


def names(citation: Citation, role: Role = Role.AUT) -> list[str]:
    """Those of one role, as written."""
    return [person.name_raw for person in citation.contributors if person.role is role]


def named(citation: Citation) -> list[str]:
    """Everybody, as written."""
    return [person.name_raw for person in citation.contributors]


def linked(text: str, marked: str, url: str = SCAN) -> Block:
    """A line of which some words lead to a document."""
    start = text.index(marked)
    return Block(BlockKind.LINE, text, links=(Link(url, url, marked, start, start + len(marked)),))
