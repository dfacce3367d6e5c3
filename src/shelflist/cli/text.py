"""Page text made harmless. What a page says may hold terminal escapes, bidirectional overrides and line breaks.

Nothing is dropped: what could act on a screen is shown as a visible sign instead.
"""

import json
import re

# C0, DEL and C1 controls, line and paragraph separators, bidirectional marks, byte order mark, lone surrogates.
_ACTING = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_UNSAFE = re.compile(f"[{_ACTING}]")
_UNSAFE_IN_DOCUMENT = re.compile(f"(?![\\n\\t])[{_ACTING}]")


def visible(text: str) -> str:
    """One line without acting characters: U+001B becomes ``␛``, U+202E becomes ``<U+202E>``."""
    return _UNSAFE.sub(_sign, text)


def visible_document(text: str) -> str:
    """As `visible`, for a text of several lines: tabs and ends of lines stay, as line feeds."""
    return _UNSAFE_IN_DOCUMENT.sub(_sign, text.replace("\r\n", "\n"))


def as_json(value: object, *, indent: int | None = 2) -> str:
    """JSON (RFC 8259) that is safe to print: acting characters are escaped, all others stand as they are."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    return _UNSAFE_IN_DOCUMENT.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode's control pictures
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"
