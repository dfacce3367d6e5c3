"""What bytes are, whatever they are called: a PDF served as text/html is no page, nor is an empty answer."""

from shelflist.errors import ReadError

_KINDS = (
    (b"%PDF-", "a PDF"), (b"\x89PNG\r\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"), (b"GIF89a", "a GIF picture"), (b"RIFF", "a RIFF file"), (b"PK\x03\x04", "a ZIP file"),
    (b"\x1f\x8b", "a GZIP file"), (b"Rar!\x1a\x07", "a RAR file"), (b"7z\xbc\xaf\x27\x1c", "a 7z file"),
    (b"AT&TFORM", "a DjVu file"), (b"\xd0\xcf\x11\xe0", "an office document"), (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"), (b"\x7fELF", "a program"), (b"MZ\x90\x00", "a program"),
)  # fmt: skip
_SPACE = b" \t\r\n\f"
_LOOKED_AT = 2_048
_MOST_CONTROLS = 0.1
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\f\r\x1b")


def must_be_text(payload: bytes, place: str) -> None:
    """Raise ReadError if `payload` is nothing, or plainly something else than text with markup."""
    begin = payload[:_LOOKED_AT].lstrip(_SPACE)
    if not begin and not payload.strip(_SPACE):
        raise ReadError(f"{place}: the answer is empty, expected HTML")
    for signature, kind in _KINDS:
        if begin.startswith(signature):
            raise ReadError(f"{place}: found {kind}, expected HTML")
    if begin[:1] in (b"{", b"[") and b"<" not in begin:
        raise ReadError(f"{place}: found JSON, expected HTML")
    if not begin.startswith((b"\xff\xfe", b"\xfe\xff")) and _controls(begin) > _MOST_CONTROLS:
        raise ReadError(f"{place}: found bytes that are no text, expected HTML")


def _controls(begin: bytes) -> float:
    """The share of bytes that stand in no text of one or more bytes a character."""
    return (len(begin) - len(begin.translate(None, _CONTROLS))) / max(len(begin), 1)
