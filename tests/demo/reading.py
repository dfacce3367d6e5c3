"""Read the lines of a text of the demo archive, by means other than Shelflist's own."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from shelflist.demo.content import Post

LISTS = ("foreign-intervention-in-the-soviet-union", "history-of-the-ussr")


def lines(content: str) -> list[str]:
    """What a reader sees as lines, white space collapsed; empty ones are left out."""
    tree = LexborHTMLParser(content.replace("<br />", "</p><p>"))
    texts = (" ".join(node.text().split()) for node in tree.css("p, li, div, h2, h3, figcaption"))
    return [text for text in texts if text]


def expected_entries(slug: str) -> list[str]:
    return (Path(__file__).parent / f"{slug}.txt").read_text(encoding="utf-8").splitlines()


def entries(post: Post | None) -> list[str]:
    """The lines that stand below the introduction and are no heading and no way out."""
    assert post is not None
    last_of_introduction = {
        "A title opens the scan.",
        "Spellings are those of the title pages, or of whoever typed the list late at night.",
    }
    found = lines(post.content)
    start = max(found.index(line) for line in last_of_introduction if line in found) + 1
    return [line for line in found[start:] if line != "More on the USSR" and line not in HEADINGS]


HEADINGS = ("Charles Bettelheim on the Union of Soviet Socialist Republics",)
