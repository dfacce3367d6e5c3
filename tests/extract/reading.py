"""Helpers of the extraction tests: a source on loopback, and pieces of HTML read as content."""

from shelflist.extract.blocks import Blocks, read_blocks
from shelflist.extract.document import parse_text
from shelflist.extract.page import read_html
from shelflist.extract.rules import rules_for
from shelflist.models.page import Block, BlockKind, Page
from shelflist.sources.model import Scope, Selectors, Source

HOME = "http://127.0.0.1:8000/"
URL = HOME + "the-mill-hands/"
HTML = {"Content-Type": "text/html; charset=UTF-8"}


def source(**selectors: object) -> Source:
    return Source(
        name="mill",
        title="The Mill Archive",
        home=HOME,
        scope=Scope(allow_loopback=True),
        selectors=Selectors.model_validate(selectors),
    )


def read_content(html: str) -> Blocks:
    """`html` as it would be read in a content element."""
    tree = parse_text(f"<!doctype html><div class=entry-content>{html}</div>", "test")
    root = tree.css_first(".entry-content")
    assert root is not None
    return read_blocks(root, rules_for(source(), URL))


def blocks(html: str) -> tuple[Block, ...]:
    return read_content(html).blocks


def lines(html: str) -> list[str]:
    """The texts of the LINE blocks."""
    return [block.text for block in blocks(html) if block.kind is BlockKind.LINE]


def kinds(html: str) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind.value, block.text) for block in blocks(html)]


def page(body: str, head: str = "", body_class: str = "", url: str = URL) -> Page:
    """An HTML page whose content element holds `body`."""
    html = f"<html lang=en-GB><head>{head}</head><body class='{body_class}'><main>{body}</main></body></html>"
    return read_html(f"<!doctype html>{html}".encode(), HTML, url, source())
