"""Who is who: ids minted once, and the comparison values by which yesterday's entries find today's.

Ids hash what the source wrote, never cleaned text, clocks or run ids. `match_key` and `record_hash`
are compared, never used as ids.
"""

import hashlib
import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from shelflist.models.citation import Citation

_SPACE = re.compile(r"\s+")
_NOT_A_WORD = re.compile(r"[\W_]+")
_TRACKING = re.compile(r"^(utm_[a-z]+|fbclid|gclid)=")


def digest(*parts: object) -> str:
    """20 hex digits over the parts; the same on every machine and in every process."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def page_id(source_id: str, page_key: str) -> str:
    return "p_" + digest(source_id, page_key)


def entry_id(source_id: str, page: str, raw: str, occurrence: int) -> str:
    return "e_" + digest(source_id, page, normal_line(raw), occurrence)


def heading_id(page: str, path: tuple[str, ...], occurrence: int) -> str:
    return "h_" + digest(page, *path, occurrence)


def link_id(entry: str, url: str, occurrence: int) -> str:
    return "l_" + digest(entry, url, occurrence)


def normal_line(text: str) -> str:
    """NFC, white space collapsed."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def match_key(text: str) -> str:
    """Case-folded words and nothing else: equal keys are the same line, typed a little differently."""
    return _NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def is_minor(old: str | None, new: str | None) -> bool:
    """Only white space, quotes, dashes or the order of words differ; another digit or letter is never minor."""
    if old is None or new is None:
        return False
    return sorted(match_key(old).split()) == sorted(match_key(new).split()) and bool(match_key(old))


def normal_url(url: str) -> str:
    """For comparing links: http and https, default ports, letter case of the host and %-escapes make no difference."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme not in ("http", "https"):
        return url.strip()
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    query = "&".join(item for item in parts.query.split("&") if item and not _TRACKING.match(item))
    path = quote(unquote(parts.path or "/"), safe="/:@!$&'()*+,;=-._~")
    return urlunsplit(("http", netloc, path, query, parts.fragment))


def record_hash(raw: str, citation: Citation, links: tuple[str, ...]) -> str:
    """One value that differs whenever anything read from the line differs."""
    return digest(normal_line(raw), repr(citation), *links)
