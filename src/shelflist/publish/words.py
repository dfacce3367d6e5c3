"""Words of the page, made fit for a report: what differs in them, links to them, and escapes for Markdown.

Everything here may come from a hostile page. Addresses are only ever used as links if they are of the web.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urldefrag, urlsplit

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|~&$#]")
_BLOCK_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
_LONGEST_FRAGMENT = 100  # characters; longer ones are given by their first and last words


@dataclass(frozen=True, slots=True)
class Marked:
    """An old and a new text, with the words they begin and end with in common. None: there was, or is, no value."""

    before: str
    old: str | None
    new: str | None
    after: str


def marked(old: str | None, new: str | None) -> Marked:
    """What differs between two texts, word by word from both ends. Linear in their length."""
    if old is None or new is None:
        return Marked("", old, new, "")
    was, now = old.split(), new.split()
    if was == now:  # white space alone differs
        return Marked("", old, new, "")
    first = 0
    while first < min(len(was), len(now)) and was[first] == now[first]:
        first += 1
    last = 0
    while last < min(len(was), len(now)) - first and was[-1 - last] == now[-1 - last]:
        last += 1
    middle = slice(first, -last or None)
    before = "".join(f"{word} " for word in was[:first])
    return Marked(before, " ".join(was[middle]), " ".join(now[middle]), " ".join(was[len(was) - last :]))


def beyond(label: str, line: str) -> str:
    """What a line says after the label it begins with; the line itself if it does not begin with it."""
    if not label or not line.startswith(label):
        return line
    rest = line[len(label) :]
    return line if rest[:1].isalnum() else rest.lstrip(" ,;:")


def web_address(url: str | None) -> str | None:
    """The address, if it is one of the web; None for javascript:, data: and whatever else a page may write."""
    if url is None or _CONTROLS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def with_text_fragment(url: str, text: str) -> str:
    """The address of some words on a page (URL Fragment Text Directives): ``#:~:text=``."""
    words = text.removesuffix("…").split()
    if text.endswith("…"):
        words = words[:-1] or words  # the last word was cut
    if len(" ".join(words)) <= _LONGEST_FRAGMENT or len(words) < 8:
        directive = _directive(words)
    else:
        directive = f"{_directive(words[:4])},{_directive(words[-4:])}"
    return f"{urldefrag(url).url}#:~:text={directive}" if directive else url


def _directive(words: list[str]) -> str:
    """Percent-encoded, the dash as well: it has a meaning of its own in a directive."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")


def plain(text: str) -> str:
    """On one line, without control characters and without signs that turn the direction of writing."""
    return _CONTROLS.sub(" ", text)


def markdown(text: str) -> str:
    """Text that Markdown (CommonMark, GitHub's tables) shows as it is, wherever it stands in a line."""
    escaped = _MARKDOWN.sub(r"\\\g<0>", plain(text))
    return _BLOCK_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)


def markdown_target(url: str) -> str:
    """An address for ``[text](<here>)``."""
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]-._")
