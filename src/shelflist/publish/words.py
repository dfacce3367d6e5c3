"""Words of the page, made fit for a report: links to them, and escapes for Markdown. What differs: `words_marked`.

Everything here may come from a hostile page. Addresses are only ever used as links if they are of the web.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote, urldefrag, urlsplit

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|~&$#]")
_BLOCK_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
_LONGEST_FRAGMENT = 100  # characters; longer ones are given by their first and last words


def there_is(names: Sequence[str]) -> str:
    """ "there is demo", "there are demo, weavers", "there is none yet"."""
    if not names:
        return "there is none yet"
    return f"there {'is' if len(names) == 1 else 'are'} {', '.join(names)}"


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


def cost_in_words(received_bytes: int, waited_seconds: float, slowest_delay: float | None) -> str:
    """What a run took from the site, and how long it waited between its requests."""
    slowest = f", pauses of up to {slowest_delay:.1f} s" if slowest_delay else ""
    return f"{received_bytes:,} bytes, {waited_seconds:.0f} s waited{slowest}"


def depth_in_words(number: int | None, first: str | None) -> str:
    """What was left out because it lies beyond `max_depth`; no words where that is nothing."""
    return f"{number} page{'' if number == 1 else 's'} deeper than max_depth, first {first}" if number else ""


def doors_in_words(compared: Sequence[str], agreed: Sequence[str], alone: Sequence[str]) -> str:
    """Whether the doors agree, and the first of the pages that only one of them knows."""
    if len(compared) < 2:
        return f"{', '.join(compared) or 'none'}, with no other complete list to compare"
    if len(agreed) == len(compared):
        return f"{' and '.join(compared)} name the same pages"
    apart = [door for door in compared if door not in agreed]
    told = f"{', '.join(apart)} and {compared[0]} name different pages"
    known = f"; only one door knows {len(alone)} of them, first {alone[0]}" if alone else ""
    return told + known
