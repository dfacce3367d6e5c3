"""Bytes that would grow beyond all measure are refused before they are parsed; honest pages are not."""

from contextlib import suppress

import pytest

from shelflist.errors import ReadError
from shelflist.extract import blocks as read_blocks_module
from shelflist.extract.guard import check_size
from shelflist.extract.page import read_html
from tests.extract.reading import HTML, URL, blocks, source
from tests.support.work import is_done_within


def test_formatting_that_would_be_repeated_millions_of_times() -> None:
    bomb = b"".join(b"<p><font size=%d>x" % size for size in range(5000))
    with pytest.raises(ReadError, match="repeated more than"):
        read_html(bomb, HTML, URL, source())
    with pytest.raises(ReadError, match="repeated more than"):
        check_size(bomb + b"</font>" * 5000)


def test_elements_open_within_each_other() -> None:
    with pytest.raises(ReadError, match="open within each other"):
        check_size(b"<div>" * 100_000)


def test_more_tags_than_any_page_has() -> None:
    with pytest.raises(ReadError, match="tags, expected at most"):
        check_size(b"<" * 500_001)


@pytest.mark.parametrize("attribute", ["a{} ", "a{}=b ", "a{}='>'", 'a{}=">" ', "a{}/", 'a{}\n=\n"\'"'])
@pytest.mark.parametrize("before", ["", ' ="', " b==' ", " b='\"' "])
def test_one_tag_with_more_attributes_than_can_be_told_apart(attribute: str, before: str) -> None:
    many = "".join(map(attribute.format, range(20_000)))
    with pytest.raises(ReadError, match="more than 2000 attributes"):
        check_size(f"<p>before</p><p{before} {many}>".encode())


def test_honest_tags_have_long_values_and_pages_many_attributes() -> None:
    check_size(b'<p class="a b" id=x>' * 20_000)
    check_size(b'<p title="' + b"many words = " * 20_000 + b'">')
    check_size(b"<p>" + b"words and words " * 20_000)


@pytest.mark.parametrize("piece", [b"<a ", b"<a b=", b"<a b='", b'<a "', b"<a b=\"'", b"< = ", b"<a/", b"<a = \t"])
def test_the_look_at_attributes_takes_no_longer_than_reading(piece: bytes) -> None:
    def look() -> None:
        with suppress(ReadError):
            check_size(piece * 400_000)

    assert is_done_within(1.0, look)  # measured: at most 0.005; the patterns see the whole of it in one call


def test_content_nested_too_deeply() -> None:
    with pytest.raises(ReadError, match="nested deeper"):
        blocks("<div>" * 600 + "x")
    assert [block.text for block in blocks("<div>" * 400 + "x")] == ["x"]


def test_more_lines_or_links_than_the_tables_can_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_blocks_module, "MAX_LINES", 3)
    monkeypatch.setattr(read_blocks_module, "MAX_LINKS", 2)
    link = "<a href={}.pdf>x</a> "
    assert len(blocks("<p>line</p>" * 2 + "<p>" + link.format(1) + link.format(2))) == 3
    with pytest.raises(ReadError, match="more than 3 lines"):
        blocks("<p>line</p>" * 4)
    with pytest.raises(ReadError, match="a line has 3 links, expected at most 2"):
        blocks("<p>" + "".join(map(link.format, range(3))))


def test_a_page_longer_than_any_list_is_not_handed_to_the_parser() -> None:
    check_size(b"x" * 8_000_000)
    with pytest.raises(ReadError, match="8000001 bytes, expected at most 8000000"):
        check_size(b"x" * 8_000_001)


def test_a_long_honest_page_is_read() -> None:
    check_size(b"<p><em>One</em>, <b>two</b></p>" * 50_000)
    check_size(b"<ul>" + b"<li><em>unclosed" * 100 + b"<li>x" * 5000 + b"</ul>")
