"""A takedown, as the ledger keeps it: which rows and captures were blanked, when and why; never the words themselves.

A line is known by salted digests of its words, so that a later harvest that meets it again leaves it out.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

REDACTED = "[redacted]"
NOTICE = b"[redacted]\n"
"""What stands in the place of a whole payload."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDigest:
    """So many words with that digest are a line that was taken down."""

    words: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactedCapture:
    """A capture whose payload was replaced, and what it is now. Its record stands where it stood, equally long."""

    capture_id: str
    payload_digest: str
    payload_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """Taken down at a person's word. It is done once an epoch follows it; until then the work is begun again."""

    redaction_id: str
    redacted_at: datetime
    by: str
    reason: str
    page_ids: tuple[str, ...] = ()  # taken down whole, never asked for again
    page_keys: tuple[str, ...] = ()
    entry_ids: tuple[str, ...] = ()  # those of the pages too
    salt: str = ""
    lines: tuple[LineDigest, ...] = ()
    captures: tuple[RedactedCapture, ...] = ()


def fold_text(text: str) -> str:
    """Without regard to case, accents and how they are encoded."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words_of(text: str) -> list[str]:
    return _WORD.findall(fold_text(text))


def digest_of(words: Sequence[str], salt: str) -> str:
    return hashlib.blake2b(" ".join(words).encode(), digest_size=16, key=salt.encode()).hexdigest()


def line_digest(text: str, salt: str) -> LineDigest | None:
    """None for a line without words."""
    words = words_of(text)
    return LineDigest(words=len(words), digest=digest_of(words, salt)) if words else None
