"""Characters: what counts as white space, and normalisation. No markup, no meaning.

White space is what Unicode says it is (the no-break space included). Zero-width characters are text and stay where
they are, but those of no effect at either end of a line are trimmed with the white space.
"""

import html
import re
import unicodedata

INVISIBLE = "\u200b\u2060\ufeff"  # zero width space, word joiner, byte order mark


_UNCOUNTED = b"\t\n\v\f\r\x1c\x1d\x1e\x1f " + bytes(range(0x80, 0xC0))
"""In UTF-8: white space, and all bytes of a character but its first."""
_ASCII = bytes(range(0x80))
_UNSEEN = re.compile(f"[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{INVISIBLE}]")
"""White space beyond ASCII, and INVISIBLE."""
_BLANK = INVISIBLE + " \t\r\n\f\u00a0"


def tidy(text: str) -> str:
    """`text` in NFC, every run of white space as one space, trimmed."""
    words = " ".join(text.split())
    if not words.isascii():
        words = unicodedata.normalize("NFC", words).strip(INVISIBLE + " ")
    return words


def unescape(text: str) -> str:
    """`text` with its HTML character references resolved, tidied: "Odds &#038; ends" is "Odds & ends"."""
    return tidy(html.unescape(text))


def visible_length(text: str) -> int:
    """How many characters of `text` can be seen: no white space, nothing of INVISIBLE."""
    encoded = text.encode("utf-8", "replace")
    seen = len(encoded.translate(None, _UNCOUNTED))
    return seen if text.isascii() else seen - len(_UNSEEN.findall(encoded.translate(None, _ASCII).decode()))


def visible_in(words: str, spaces: int) -> int:
    """The same for words that one space parts."""
    length = len(words) - spaces
    return length if words.isascii() else length - sum(map(words.count, INVISIBLE))


def settled(text: str) -> str | None:
    """`text` with a space for each white space, in which form a line has it; None if a line's text would be shorter."""
    if not text.isprintable() or "  " in f" {text} ":
        words = " ".join(text.split())
        if not words or len(words) != len(text):
            return None
        text = words
    return text if text.isascii() or _is_normal(text) else None


def _is_normal(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and text[0] not in INVISIBLE and text[-1] not in INVISIBLE


def letters(text: str) -> int:
    """How many letters and digits."""
    return sum(map(str.isalnum, text))


def is_space(text: str) -> bool:
    """`text` is empty or white space."""
    return not text or text.isspace()


def is_blank(text: str) -> bool:
    """Nothing of `text` can be seen."""
    return is_space(text) or (text[0] in _BLANK and not text.strip(_BLANK))


def without_surrogates(text: str) -> str:
    """`text` with lone surrogates (a broken JSON escape) replaced, so that it can be encoded."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def clings(character: str) -> bool:
    """`character` belongs to the letter before it: a combining mark, or a Hangul vowel or final consonant."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
