"""Pages as tests write them: of their lines, read, with what the entries came to."""

from shelflist.extract.outline import Outline
from shelflist.models.citation import Citation
from shelflist.models.observe import PageReading, ReadEntry
from shelflist.models.page import Block, BlockKind, Link, Page
from shelflist.parse.page import read_page
from shelflist.parse.vocabulary.lookups import USUAL


def page_of(*lines: str, title: str | None = None) -> Page:
    """Each line a block; "# " opens a heading, one level for each sign, "<" a line that links a document as a whole."""
    outline, blocks = Outline(), []
    for line in lines:
        signs, space, text = line.partition(" ")
        if space and set(signs) == {"#"}:
            level, path = outline.enter(text, len(signs) + 1)
            blocks.append(Block(BlockKind.HEADING, text, level, path))
        else:
            text = line.removeprefix("<")
            link = Link("x.pdf", "https://archive.test/x.pdf", text, 0, len(text))
            links = (link,) if line.startswith("<") else ()
            blocks.append(Block(BlockKind.LINE, text, heading_path=outline.path, links=links))
    return Page(url="https://archive.test/", title=title, blocks=tuple(blocks))


def read(*lines: str, title: str | None = None) -> PageReading:
    return read_page(page_of(*lines, title=title), USUAL)


def citations(*lines: str, title: str | None = None) -> list[Citation]:
    return [entry.citation for entry in read(*lines, title=title).entries]


def kinds(reading: PageReading) -> list[str]:
    return [line.kind for line in reading.lines]


def authors(citation: Citation) -> list[str]:
    return [person.name_raw for person in citation.contributors]


def told(entry: ReadEntry, field: str) -> list[tuple[str, str]]:
    return [(words, why) for name, words, why in entry.evidence if name == field]
