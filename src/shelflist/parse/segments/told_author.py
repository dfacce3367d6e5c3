"""The author of a line where the lines beside it show who that is, whatever its own words look like.

Where the words stand is said in `title_pairs`; which lines are asked, `page_forms` decides.
"""

from dataclasses import replace

from shelflist.models.page import Span
from shelflist.parse.grammar import Label
from shelflist.parse.segments.formed import Opening
from shelflist.parse.segments.layout import Laid
from shelflist.parse.segments.tokens import Segment


def with_author(laid: Laid, text: str, author: Span) -> Laid:
    """The line with these words as its author, before its marked title or after it."""
    words = Segment(text[author.start : author.end], author.start, author.end, ",")
    if laid.title_at is None and laid.opening.segments:
        return _without_opening(laid, words)
    if laid.title_at is None:
        return laid
    if author.start < laid.segments[laid.title_at].start:
        return _led(laid, laid.title_at, words)
    pieces = [piece for piece in laid.segments if piece.end <= words.start or piece.start >= words.end]
    number = sum(piece.start < words.start for piece in pieces)
    return replace(laid, segments=[*pieces[:number], words, *pieces[number:]], known={number: Label.AUTHOR})


def _led(laid: Laid, title_at: int, words: Segment) -> Laid:
    """What the list puts before its items stays, and so does a year beside the author."""
    before = list(zip(laid.opening.segments, laid.opening.labels, strict=True))
    kept = [(piece, label) for piece, label in before if piece.end <= words.start]
    years = [(piece, label) for piece, label in before if piece.start >= words.end and label is Label.DATED]
    led = [*kept, (words, Label.LEADER), *years]
    opening = Opening([piece for piece, _ in led], [label for _, label in led], laid.segments[title_at].start)
    known = {i - title_at: label for i, label in laid.known.items() if i >= title_at}
    return replace(laid, opening=opening, segments=laid.segments[title_at:], title_at=0, known=known)


def _without_opening(laid: Laid, words: Segment) -> Laid:
    """ "Rewi Ash – Zolny": the title that opens the line was taken for its author."""
    title, *others = laid.opening.segments
    if others or title.end > words.start:
        return laid
    rest = [piece for piece in laid.segments if piece.start >= words.end]
    return replace(
        laid, opening=Opening([], [], 0), segments=[title, words, *rest], title_at=0, known={1: Label.AUTHOR}
    )
