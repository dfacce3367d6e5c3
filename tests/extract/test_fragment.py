"""One line's HTML is one block."""

import pytest

from shelflist.extract.fragment import read_fragment


@pytest.mark.parametrize(
    ("html", "kind", "text"),
    [
        ("<a href='m.pdf'><em>The Mill Hands</em></a>, 1954", "line", "The Mill Hands, 1954"),
        ("The Mill Hands &amp; others, 1954", "line", "The Mill Hands & others, 1954"),
        ("<p>One</p><p>two.</p>", "line", "One two."),
        ("One, 1920, 5 pages.<br>Two, 1921, 6 pages.", "line", "One, 1920, 5 pages. Two, 1921, 6 pages."),
        ("<h2>Novels</h2>", "heading", "Novels"),
        ("<strong>Novels</strong>", "heading", "Novels"),
        ("<figcaption>The looms</figcaption>", "caption", "The looms"),
        ("<a href=/looms/>Looms</a>", "navigation", "Looms"),
        ("<a href=http://archive.test/looms/>Looms</a>", "line", "Looms"),
        ("More on the looms", "navigation", "More on the looms"),
        ("", "line", ""),
        ("<p>&nbsp;</p>", "line", ""),
    ],
)
def test_a_line_by_itself(html: str, kind: str, text: str) -> None:
    block = read_fragment(html)
    assert (block.kind, block.text) == (kind, text)


def test_relative_addresses_stay_relative() -> None:
    (link,) = read_fragment("<a href='m.pdf'>Mill</a>, 1954").links
    assert (link.url, link.text) == ("m.pdf", "Mill")
