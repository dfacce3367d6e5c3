"""Bytes become the text a browser would show."""

import pytest

from shelflist.extract.charset import as_utf8, header


@pytest.mark.parametrize(
    ("payload", "content_type", "text"),
    [
        ("Café".encode(), "text/html", "Café"),
        ("Café".encode(), "text/html; charset=UTF-8", "Café"),
        ("Café".encode("cp1252"), "text/html; charset=iso-8859-1", "Café"),
        ("“Mill”".encode("cp1252"), "text/html; charset='ISO-8859-1'", "“Mill”"),
        ("\ufeffCafé".encode(), "text/html; charset=windows-1252", "Café"),
        ("\ufeffCafé".encode("utf-16-le"), "", "Café"),
        (b'<meta charset="windows-1251">\xcc', "text/html", '<meta charset="windows-1251">М'),
        (b"<meta charset=utf-16>a", "", "<meta charset=utf-16>a"),
        (b"a small caf\xe9", "", "a small café"),
        (
            b"the \x93small\x94 caf\xe9 of our dear old Paris",
            "text/html; charset=utf-8",
            "the “small” café of our dear old Paris",
        ),
        ("Café “A”".encode(), "text/html; charset=iso-8859-1", "Café “A”"),
        ("Ткань".encode("cp1251"), "text/html; charset=utf-8", "\ufffd" * 5),
        ("naïve ".encode() + b"caf\xe9", "text/html; charset=utf-8", "naïve caf\ufffd"),
        (b"caf\xc3\xa9", "text/html; charset=unicode_escape", "café"),
        (b"caf\xc3\xa9", "text/html; charset=rot13", "café"),
        (b"caf\xc3\xa9", "text/html; charset=no-such-thing", "café"),
        (b"\x81", "text/html; charset=windows-1252", "\ufffd"),
    ],
)
def test_mark_header_and_meta_decide_in_this_order(payload: bytes, content_type: str, text: str) -> None:
    assert as_utf8(payload, content_type).decode() == text


def test_a_header_is_found_in_any_case() -> None:
    assert header({"content-TYPE": "a"}, "Content-Type") == "a"
    assert header({}, "Content-Type") == ""
