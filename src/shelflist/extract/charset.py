"""Bytes to UTF-8, as browsers do it: byte order mark, then the header, then the document's own word (WHATWG Encoding).

Only encodings of the web are known; what cannot be decoded becomes U+FFFD, and an unknown name means UTF-8. In two
cases the bytes are believed rather than the word, since they leave no doubt: valid UTF-8 with characters beyond ASCII
that is called a single-byte encoding, and western text without any such that is called UTF-8 or nothing, and then is
Windows-1252.
"""

import codecs
import re
from collections.abc import Mapping

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w\-:]+)", re.IGNORECASE)
_IN_META = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w\-:]+)", re.IGNORECASE)
_META_WITHIN = 4096
_WEB_CODECS = frozenset({
    "utf-8", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gbk", "gb18030",
    "big5", "big5hkscs", "euc_jp", "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949", "cp866", "tis-620",
    "cp874", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10",
    "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
})  # fmt: skip
_SINGLE_BYTE = frozenset({"cp1250", "cp1251", "cp1252", "cp1254", "cp1257", "iso8859-2", "iso8859-15", "mac-roman"})
"""In these, text that happens to be valid UTF-8 would be pairs such as Ã© throughout."""
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_ASCII = bytes(range(0x80))
_FEW = 0.1
_READ_AS = {  # by the standard: what these names really stand for on the web
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "tis-620": "cp874", "utf-16": "utf-16-le",
    "big5": "big5hkscs",
}  # fmt: skip


def header(headers: Mapping[str, str], name: str) -> str:
    """The header `name`, whatever the case it is written in; "" if there is none."""
    wanted = name.lower()
    return next((value for key, value in headers.items() if key.lower() == wanted), "")


def as_utf8(payload: bytes, content_type: str) -> bytes:
    """`payload` in UTF-8, which most pages are in already; never raises."""
    for mark, encoding in _MARKS:
        if payload.startswith(mark):
            return _recoded(payload[len(mark) :], encoding)
    declared = _declared(payload, content_type)
    if payload.isascii() and not declared.startswith("utf-16"):
        return payload if declared == "utf-8" else _recoded(payload, declared)
    if declared == "utf-8" and _is_utf8(payload):
        return payload
    return _recoded(payload, _by_bytes(payload, declared))


def _recoded(payload: bytes, encoding: str) -> bytes:
    return payload.decode(encoding, "replace").encode("utf-8", "replace")


def _by_bytes(payload: bytes, declared: str) -> str:
    """The encoding of bytes that are not all ASCII, if they leave no doubt; else the declared one."""
    if declared in _SINGLE_BYTE:
        return "utf-8" if _is_utf8(payload) else declared
    if declared == "utf-8" and not _is_utf8(payload) and not _SEQUENCE.search(payload) and _is_western(payload):
        return "cp1252"
    return declared


def _is_western(payload: bytes) -> bool:
    """Letters beyond ASCII are few, as in no other script."""
    return len(payload.translate(None, _ASCII)) < len(payload) * _FEW


def _is_utf8(payload: bytes) -> bool:
    try:
        payload.decode()
    except UnicodeDecodeError:
        return False
    return True


def _declared(payload: bytes, content_type: str) -> str:
    if (in_header := _IN_HEADER.search(content_type)) and (encoding := _encoding(in_header[1])):
        return encoding
    if (in_meta := _IN_META.search(payload[:_META_WITHIN])) and (encoding := _encoding(in_meta[1].decode("ascii"))):
        return "utf-8" if encoding.startswith("utf-16") else encoding  # it was readable as ASCII, so it is not
    return "utf-8"


def _encoding(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    name = _READ_AS.get(name, name)
    return name if name in _WEB_CODECS else None
