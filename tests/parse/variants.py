"""The ways a page may mark up the same line: the evaluation reads every entry in each of them.

Only the markup differs; words, heading and set header stay. A line whose title has quotation marks of its own has no
quoted variant, and one without a title none that marks the title.
"""

from collections.abc import Callable
from dataclasses import replace

from tests.parse.marked import Expected, Stretch, block_of

AS_MARKED = "as marked"
_BETWEEN = (", ", ", by ", " by ", " – ", " - ")
_MOST = 0.9
_QUOTES = '"“”‘«»„'


def as_marked(line: Expected) -> Expected:
    return line


def plain(line: Expected) -> Expected:
    return _marked_up(line, [], [])


def title_linked(line: Expected) -> Expected | None:
    span = _title(line)
    return _marked_up(line, [span], []) if span else None


def title_linked_and_emphasised(line: Expected) -> Expected | None:
    span = _title(line)
    return _marked_up(line, [span], [span]) if span else None


def title_and_author_linked(line: Expected) -> Expected | None:
    """Where one author stands right after the title, and more than these two in the line."""
    title, authors, text = _title(line), line.spans.get("authors", []), line.block.text
    if title is None or len(authors) != 1 or text[title[1] : authors[0][0]] not in _BETWEEN:
        return None
    end = authors[0][1]
    return _marked_up(line, [(title[0], end)], []) if end < _MOST * len(text) else None


def whole_line_linked(line: Expected) -> Expected:
    return _marked_up(line, [(0, len(line.block.text))], [])


def title_quoted(line: Expected) -> Expected | None:
    span = _title(line)
    text = line.block.text
    if span is None or any(sign in text[max(0, span[0] - 1) : span[1] + 1] for sign in _QUOTES):
        return None
    return _quoted(line, span)


VARIANTS: dict[str, Callable[[Expected], Expected | None]] = {
    AS_MARKED: as_marked,
    "plain text": plain,
    "title linked": title_linked,
    "title linked, emphasised": title_linked_and_emphasised,
    "title and author linked": title_and_author_linked,
    "whole line linked": whole_line_linked,
    "title in quotes": title_quoted,
}


def variant(lines: list[Expected], name: str) -> list[Expected]:
    """The lines that have this variant, in it."""
    varied = (VARIANTS[name](line) for line in lines)
    return [line for line in varied if line is not None]


def _title(line: Expected) -> Stretch | None:
    spans = line.spans.get("title", [])
    return spans[-1] if spans else None


def _marked_up(line: Expected, links: list[Stretch], emphasis: list[Stretch]) -> Expected:
    return replace(line, block=block_of(line.block.text, links, emphasis))


def _quoted(line: Expected, title: Stretch) -> Expected:
    text, (start, end) = line.block.text, title

    def moved(span: Stretch) -> Stretch:
        return _moved(span[0], start, end), _moved(span[1], start, end)

    spans = {name: [moved(span) for span in found] for name, found in line.spans.items()}
    block = block_of(f"{text[:start]}“{text[start:end]}”{text[end:]}", [], [])
    return replace(line, block=block, spans=spans)


def _moved(at: int, start: int, end: int) -> int:
    """A place in the text, after a mark was put in at `start` and another at `end`."""
    return at + (at >= start) + (at > end)
