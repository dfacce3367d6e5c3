"""Taking lines that were taken down out of what the web answers, before it is kept and where it was. Pure.

The words of a line are found by their digests in the text that a reader would see: between tags, entities resolved.
They are deleted, and so are all attributes of the phrase elements around them, which repeat titles in file names. What
stays is the rest of the page, byte for byte in HTML. Where a line stands in a form that this cannot take apart (a
feed with its HTML escaped), the whole payload is replaced.
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from shelflist.models.redacted import NOTICE, LineDigest, Redaction, digest_of, fold_text
from shelflist.models.web import Asked, RawAnswer

Scrub = Callable[[Asked, RawAnswer], RawAnswer]

MARK = "<!-- redacted -->"
SHORT = 4
"""A line of fewer words must be a whole line of the page, since its words may well stand elsewhere."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)|<[a-zA-Z/!?][^>]*(?:>|\Z)|"
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^<&]+|[<&]",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_PHRASE = frozenset({
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "tt", "u", "wbr",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_DATA = re.compile(rb"^\s*[{\[]")


@dataclass(slots=True)
class _Text:
    """What a reader sees, folded; for each of its characters the place in the markup it came from."""

    folded: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)  # places in `folded` before which a line ends

    def add(self, shown: str, start: int, end: int) -> None:
        """All of `shown` stands for the markup from `start` to `end`."""
        for char in fold_text(shown):
            self.folded.append(char)
            self.spans.append((start, end))

    def add_plain(self, shown: str, start: int) -> None:
        """Each character of `shown` stands for itself in the markup."""
        pieces = [_folded(char) for char in shown]
        if max(map(len, pieces)) == 1 == min(map(len, pieces)):
            self.folded.extend(pieces)
            self.spans.extend(
                zip(range(start, start + len(shown)), range(start + 1, start + len(shown) + 1), strict=True)
            )
            return
        for at, piece in enumerate(pieces, start):
            self.folded.extend(piece)
            self.spans.extend([(at, at + 1)] * len(piece))


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    return fold_text(char)


def scrubber(redactions: Sequence[Redaction]) -> Scrub | None:
    """What to do with answers before they are kept; None where nothing was taken down."""
    if not redactions:
        return None
    keys = frozenset(key for one in redactions for key in one.page_keys)

    def scrub(asked: Asked, answer: RawAnswer) -> RawAnswer:
        payload = NOTICE if asked.page_key in keys and answer.payload else answer.payload
        for one in redactions:
            payload = scrub_payload(payload, one.salt, one.lines)
        return answer if payload == answer.payload else with_payload(answer, payload)

    return scrub


def with_payload(answer: RawAnswer, payload: bytes) -> RawAnswer:
    """The answer as if it had been this, without a content coding."""
    left = tuple(pair for pair in answer.headers if pair[0].lower() not in ("content-encoding", "etag"))
    return replace(answer, headers=left, body=payload, payload=payload)


def scrub_payload(payload: bytes, salt: str, lines: Sequence[LineDigest]) -> bytes:
    """The payload without these lines; itself if it has none of them."""
    if not lines or not payload:
        return payload
    if _DATA.match(payload):
        try:
            held = json.loads(payload)
        except (ValueError, RecursionError):
            held = None
        if held is not None:
            cleaned = _in_json(held, salt, lines)
            return payload if cleaned == held else json.dumps(cleaned, separators=(",", ":")).encode()
    text, coding = _decoded(payload)
    cleaned_text = scrub_text(text, salt, lines)
    if "&lt;" in cleaned_text and has_line(html.unescape(cleaned_text), salt, lines):
        return NOTICE  # escaped markup: a feed
    return payload if cleaned_text == text else cleaned_text.encode(coding)


def scrub_text(markup: str, salt: str, lines: Sequence[LineDigest]) -> str:
    """HTML, or plain text, without these lines."""
    tokens = [(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(markup)]
    spans = list(_found(_visible(tokens), salt, lines))
    return _without(markup, tokens, spans) if spans else markup


def has_line(markup: str, salt: str, lines: Sequence[LineDigest]) -> bool:
    tokens = [(found.start(), found.end(), found.group()) for found in _TOKEN.finditer(markup)]
    return any(True for _ in _found(_visible(tokens), salt, lines))


def _in_json(value: object, salt: str, lines: Sequence[LineDigest]) -> object:
    if isinstance(value, str):
        return scrub_text(value, salt, lines)
    if isinstance(value, list):
        return [_in_json(item, salt, lines) for item in value]
    if isinstance(value, dict):
        return {key: _in_json(item, salt, lines) for key, item in value.items()}
    return value


def _decoded(payload: bytes) -> tuple[str, str]:
    """As UTF-8, else so that every byte comes back: letters of other Western codings are the same there."""
    try:
        return payload.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return payload.decode("latin-1"), "latin-1"


def _visible(tokens: Sequence[tuple[int, int, str]]) -> _Text:
    text = _Text()
    for start, end, token in tokens:
        if token.startswith("<") and len(token) > 1:
            if not _is_phrase(token):
                text.breaks.add(len(text.folded))
                text.add(" ", start, start)
        elif token.startswith("&") and len(token) > 1:
            text.add(html.unescape(token), start, end)
        else:
            text.add_plain(token, start)
    text.breaks.add(len(text.folded))
    return text


def _is_phrase(token: str) -> bool:
    found = _TAG.match(token)
    return found is not None and found[2].lower() in _PHRASE


def _found(text: _Text, salt: str, lines: Sequence[LineDigest]) -> Iterator[tuple[int, int]]:
    """Where in the markup these lines begin and end."""
    whole = "".join(text.folded)
    places = [(found.start(), found.end()) for found in _WORD.finditer(whole)]
    words = [whole[start:end] for start, end in places]
    wanted: dict[int, set[str]] = {}
    for line in lines:
        wanted.setdefault(line.words, set()).add(line.digest)
    for count, digests in wanted.items():
        for first in range(len(words) - count + 1):
            if digest_of(words[first : first + count], salt) in digests:
                start, end = places[first][0], places[first + count - 1][1]
                if count >= SHORT or _is_whole_line(text, whole, start, end):
                    yield _grown(text, whole, start, end)


def _is_whole_line(text: _Text, whole: str, start: int, end: int) -> bool:
    begins = max((at for at in text.breaks if at <= start), default=0)
    ends = min((at for at in text.breaks if at >= end), default=len(whole))
    return not _WORD.search(whole[begins:start]) and not _WORD.search(whole[end:ends])


def _grown(text: _Text, whole: str, start: int, end: int) -> tuple[int, int]:
    """With the punctuation around the words, up to the next word or line."""
    while start > 0 and start not in text.breaks and not _WORD.match(whole[start - 1]):
        start -= 1
    while end < len(whole) and end not in text.breaks and not _WORD.match(whole[end]):
        end += 1
    return text.spans[start][0], text.spans[end - 1][1]


def _without(markup: str, tokens: Sequence[tuple[int, int, str]], spans: Sequence[tuple[int, int]]) -> str:
    """The words deleted; tags stay, those of phrases within and directly around a span without their attributes."""
    pieces: list[str] = []
    marked: set[tuple[int, int]] = set()
    for place, (start, end, token) in enumerate(tokens):
        if _is_phrase(token) and _touches(tokens, place, spans):
            pieces.append(_bare(token))
        elif token.startswith("<") and len(token) > 1:
            hidden = token.startswith("<!--") and any(begin <= start and end <= stop for begin, stop in spans)
            pieces.append("" if hidden else token)
        else:
            pieces.append(_left_of(markup, start, end, spans, marked))
    return "".join(pieces)


def _left_of(markup: str, start: int, end: int, spans: Sequence[tuple[int, int]], marked: set[tuple[int, int]]) -> str:
    """A piece of text without what lies in a span; the first piece of each span leaves a mark."""
    left, at = [], start
    for span in sorted(spans):
        begin, stop = max(span[0], start), min(span[1], end)
        if begin < stop:
            left.append(markup[at : max(begin, at)] + ("" if span in marked else MARK))
            marked.add(span)
            at = max(at, stop)
    return "".join(left) + markup[at:end]


def _touches(tokens: Sequence[tuple[int, int, str]], place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Within a span, or only phrase tags and white space away from one."""
    start, end, _ = tokens[place]
    if any(begin <= start and end <= stop for begin, stop in spans):
        return True
    following = place + 1
    while following < len(tokens) and (_is_phrase(tokens[following][2]) or not tokens[following][2].strip()):
        following += 1
    if following == len(tokens):
        return False
    return any(
        begin <= tokens[following][0] < stop
        or (
            tokens[following][0] <= begin < tokens[following][1]
            and not _WORD.search(fold_text(tokens[following][2][: begin - tokens[following][0]]))
        )
        for begin, stop in spans
    )


def _bare(token: str) -> str:
    found = _TAG.match(token)
    return f"<{found[1]}{found[2]}>" if found else ""
