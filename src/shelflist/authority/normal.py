"""Names without what does not tell them apart: case, accents, points, spaces, "the", "Ltd". No decisions."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_NOT_A_WORD = re.compile(r"[\W_]+")
_APOSTROPHE = re.compile(r"['’‘`´]")
_LEGAL = frozenset({"ltd", "limited", "inc", "incorporated", "plc", "llc", "co", "company", "and"})
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=65536)
def as_written(text: str) -> str:
    """NFC, white space collapsed: the form that tables show."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def digest(*parts: str) -> str:
    """20 hex digits over the parts; the same on every machine and in every process."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Small letters without accents, "and" for "&", one space for all else: "N.Y." is "n y"."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", _APOSTROPHE.sub("", letters).replace("&", " and ")).strip()


def compact(text: str) -> str:
    """`folded` without spaces: "Co-operative" and "Cooperative", "N.Y." and "NY" are equal."""
    return folded(text).replace(" ", "")


@lru_cache(maxsize=65536)
def house_words(text: str) -> tuple[str, ...]:
    """The words of a firm's or body's name, without its article and legal form."""
    words = folded(text).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return tuple(words)


def house_key(text: str) -> str:
    """What two spellings of one firm's or body's name have in common; the text itself where it has no letters."""
    return "".join(house_words(text)) or as_written(text)


def place_key(text: str) -> str:
    """Likewise for a place; brackets and a question mark say that it was supplied, not which place it is."""
    return compact(text.removeprefix("The ")) or as_written(text)
