"""One line taken apart: its title, its extent and its segments, and what each segment is.

Whether it is an entry at all is judged of what comes out here; see `line`.
"""

from itertools import pairwise

from shelflist.models.page import Block, Span
from shelflist.parse.context.habits import NO_HABITS, Habits, with_leader
from shelflist.parse.grammar import Label
from shelflist.parse.labels.decision import decide
from shelflist.parse.labels.explains import PHRASES
from shelflist.parse.labels.form import Line, look_at
from shelflist.parse.labels.labelled import Trust, labelled, trust_in
from shelflist.parse.labels.main_entry import BY_COMMA, heads_title
from shelflist.parse.labels.parsed import Parsed
from shelflist.parse.looks.extent import Extent, find_extent
from shelflist.parse.search import MOST, SURE, Choice
from shelflist.parse.segments.annotated import annotation
from shelflist.parse.segments.closed_imprint import end_of_imprint
from shelflist.parse.segments.copy_remarks import said_of_copy
from shelflist.parse.segments.formed import Opening
from shelflist.parse.segments.layout import Laid, lay_out
from shelflist.parse.segments.links import leads_to_document
from shelflist.parse.segments.marks import title_span
from shelflist.parse.segments.quoted import is_quoted
from shelflist.parse.segments.remarks import remark_at_end
from shelflist.parse.segments.resumed import resumes
from shelflist.parse.segments.tail import NO_TAIL, Tail, file_note, read_tail
from shelflist.parse.segments.tokens import Segment
from shelflist.parse.segments.told_author import with_author
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_A_SENTENCE = 40
"""Characters."""
_PLACED = frozenset({Label.PLACE, Label.PUBLISHER, Label.NO_IMPRINT, Label.ROLE})


def take_apart(
    block: Block,
    gazetteer: Gazetteer,
    *,
    author_known: bool,
    habits: Habits = NO_HABITS,
    marked: Span | None = None,
    author: Span | None = None,
) -> Parsed | None:
    """None of a line without words. `marked` and `author`: title and author, where its own marks do not show them."""
    text = block.text
    marked = marked or title_span(block, gazetteer)
    extent = _own_extent(text, marked, gazetteer)
    end, tail = _proper(block, marked, extent, gazetteer)
    shown = f"{text[:end].rstrip(' ,;')}{extent.closing}" if extent and extent.closing else text
    laid = lay_out(shown, min(end, len(shown)), marked, gazetteer, block.emphasis)
    if not laid.segments:
        return None
    laid = with_leader(laid, gazetteer) if habits.author_first else laid
    laid = with_author(laid, text, author) if author else laid
    resumed: list[Segment] = []
    if extent and extent.end < len(text):
        resumed, told = resumes(text, extent, gazetteer)
        tail = read_tail(text, told, gazetteer)
    of_pages = extent is not None and extent.is_range
    opening, line = _looked_at(laid, resumed, gazetteer, text, author_known=author_known, of_pages=of_pages)
    trust = decide(line.form, place_first=habits.place_first)
    if opening.segments:
        line, trust = _with_opening(opening, line, trust, gazetteer)
    read = labelled(text, line.segments, trust, title_marked=line.form.title_at is not None)
    return Parsed(line, read, extent, tail, len(text) if extent else end)


def _proper(block: Block, marked: Span | None, extent: Extent | None, gazetteer: Gazetteer) -> tuple[int, Tail]:
    """Where the entry proper ends, and what is said after it in a line that counts no pages."""
    text = block.text
    if extent:
        return len(text[: extent.start].rstrip(" :")), NO_TAIL
    if marked and _is_linked(block, marked) and (note := annotation(text, marked)):
        return note.start, Tail(note=text[note.end :].strip())
    if closed := end_of_imprint(text, gazetteer, marked=marked is not None):
        return closed, read_tail(text, closed, gazetteer)
    if remark := remark_at_end(text, len(text), gazetteer) or said_of_copy(text, len(text), gazetteer):
        return remark[0], Tail(note=remark[1])
    return file_note(text, len(text))


def _is_linked(block: Block, title: Span) -> bool:
    """The mark that shows the title is a link to a document."""
    return any(link.start <= title.start < link.end and leads_to_document(link) for link in block.links)


def _looked_at(
    laid: Laid, resumed: list[Segment], gazetteer: Gazetteer, text: str, *, author_known: bool, of_pages: bool
) -> tuple[Opening, Line]:
    """What is settled of the line's opening, and the rest as the search sees it."""
    line = _seen(laid, resumed, gazetteer, text, author_known=author_known, of_pages=of_pages)
    if len(laid.segments) > 1 and not line.form.led and heads_title(line.form):
        laid = laid.led(BY_COMMA)
        line = _seen(laid, resumed, gazetteer, text, author_known=author_known, of_pages=of_pages)
    return laid.opening, line


def _seen(
    laid: Laid, resumed: list[Segment], gazetteer: Gazetteer, text: str, *, author_known: bool, of_pages: bool
) -> Line:
    led = laid.author_leads
    return look_at(
        laid.segments + resumed,
        laid.title_at,
        author_known or led,
        gazetteer,
        laid.known,
        led=led,
        title_quoted=laid.title_at is not None and is_quoted(text, laid.segments[laid.title_at].start),
        of_pages=of_pages,
    )


def _own_extent(text: str, marked: Span | None, gazetteer: Gazetteer) -> Extent | None:
    """The extent, unless it is of something else, told after the imprint: "… 1954). See also “Looms”, pp. 3-9."."""
    extent = find_extent(text, marked.end if marked else 0)
    if extent is None or not extent.is_range:
        return extent
    closed = end_of_imprint(text, gazetteer, marked=marked is not None)
    return None if closed and extent.start - closed > _A_SENTENCE else extent


def _with_opening(opening: Opening, line: Line, trust: Trust, gazetteer: Gazetteer) -> tuple[Line, Trust]:
    """The whole line: before what was searched, what its form shows beyond doubt."""
    first, title_at = look_at(opening.segments, None, line.form.author_known, gazetteer), line.form.title_at
    form = line.form._replace(
        looks=first.form.looks + line.form.looks,
        title_at=None if title_at is None else title_at + len(opening.segments),
    )
    shown = [Choice(label, MOST, opening.margin, None) for label in opening.labels]
    found = _of_phrases(trust.choices, line.segments) if Label.DATED in opening.labels else trust.choices
    return Line(first.segments + line.segments, form), trust_in((*shown, *found))


def _of_phrases(choices: tuple[Choice, ...], segments: list[Segment]) -> tuple[Choice, ...]:
    """ "1938 – Looms – speeches, Leeds, 3 July 1937 – edited by Ann Elm": place and day are those of the speeches."""
    found = list(choices)
    for i, (before, date) in enumerate(pairwise(choices), 1):
        if date.label is not Label.DATE or segments[i].gap != ",":
            continue
        first = i - 1 if before.label is Label.PLACE and segments[i - 1].gap == "," else i
        if found[first - 1].label in PHRASES and not _PLACED.isdisjoint([choice.label for choice in choices[i + 1 :]]):
            for at in range(first, i + 1):
                found[at] = choices[at]._replace(label=found[first - 1].label, score=SURE)
    return tuple(found)
