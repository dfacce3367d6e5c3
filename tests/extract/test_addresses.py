"""What a link leads to: the quick ways of making an address absolute say what the standard library says."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shelflist.extract.links import Anchor, is_document, resolve

BASES = ("http://archive.example/list/", "https://archive.example:8443/a/b?c=d#e", "http://[::1]/x", "mailto:me@x.org")
PIECES = (
    "/",
    "//",
    "a",
    "B.pdf",
    "..",
    ".",
    "%20",
    "?",
    "#",
    ";",
    ":",
    "&",
    "é",
    "(1)",
    ",",
    "~x",
    "http://",
    "x.org",
    "\\",
)


@given(base=st.sampled_from(BASES), pieces=st.lists(st.sampled_from(PIECES), max_size=7))
@example(BASES[0], ["/", "a", "/", "..", "/", "B.pdf"])
@example(BASES[0], ["/", "a", "/", "/", "B.pdf"])
@example(BASES[1], ["/", "a", "?"])
def test_the_quick_way_to_an_address_leads_where_the_long_one_does(base: str, pieces: list[str]) -> None:
    href = "".join(pieces)
    try:
        expected = urljoin(base, href)
        urlsplit(expected)
    except ValueError:
        expected = ""
    if not href.startswith("http"):  # an address that is whole stays as it is written
        assert resolve(base, href) in (expected, "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://archive.example/a/b.pdf", True),
        ("http://archive.example/a/b.pdf?download=1#page=2", True),
        ("http://archive.example", False),
        ("http://archive.example/", False),
        ("http://archive.example?x=/b.pdf", False),
        ("http://archive.example/a.pdf/", False),
        ("http://archive.example/b.php", False),
        ("b.epub", True),
        ("", False),
    ],
)
def test_a_document_is_told_by_the_end_of_its_path(url: str, expected: bool) -> None:
    assert is_document(Anchor(url, url)) is expected
