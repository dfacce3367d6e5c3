"""Characters: what counts as white space, and normalisation. No markup, no meaning.

White space is what Unicode says it is (the no-break space included). Zero-width characters are text and stay where
they are, but those of no effect at either end of a line are trimmed with the white space.
"""

import html
import unicodedata

INVISIBLE = "\u200b\u2060\ufeff"  # zero width space, word joiner, byte order mark


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
    length = sum(map(len, text.split()))
    return length if text.isascii() else length - sum(map(text.count, INVISIBLE))


def is_blank(text: str) -> bool:
    """Nothing of `text` can be seen."""
    return not text.strip() or not text.strip(INVISIBLE + " \t\r\n\f\u00a0")


def without_surrogates(text: str) -> str:
    """`text` with lone surrogates (a broken JSON escape) replaced, so that it can be encoded."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def clings(character: str) -> bool:
    """`character` belongs to the letter before it: a combining mark, or a Hangul vowel or final consonant."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
