"""One line in, one reading out: the order of the steps.

Kind by plain signs; the marked title; the extent; segments; the best reading; the kind by evidence; the fields.
"""

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from shelflist.models.citation import Citation, Genre, LineKind, Reading
from shelflist.models.page import Block, BlockKind
from shelflist.parse.context.habits import NO_HABITS, Habits, is_open, order_said
from shelflist.parse.context.manner import UNSAID, Manner, why_read_so
from shelflist.parse.context.reading_lists import listed_weight, lists_books, says_too_little
from shelflist.parse.context.supplied import authors_above, with_authors, with_periodical, with_set
from shelflist.parse.context.told_lists import told_weight
from shelflist.parse.fields.citation import build
from shelflist.parse.fields.confidence import confidence, evidence
from shelflist.parse.fields.from_host import with_host
from shelflist.parse.fields.gist import gist_of
from shelflist.parse.fields.withheld import hardly_shown, trusting_less
from shelflist.parse.kinds.plain import plain_kind
from shelflist.parse.kinds.provenance import tells_of_another
from shelflist.parse.kinds.remarks_on_list import kind_of_no_entry
from shelflist.parse.kinds.weighing import ENTRY_FROM, weight
from shelflist.parse.labels.parsed import Parsed
from shelflist.parse.looks.one_case import as_typed, in_usual_capitals
from shelflist.parse.looks.own_signs import with_bars
from shelflist.parse.segments.links import is_linked_whole, links_document
from shelflist.parse.segments.marks import title_span
from shelflist.parse.segments.pairs import title_in_list
from shelflist.parse.segments.taken_out import MAY_TELL_MEDIUM, find_medium, without
from shelflist.parse.segments.title_pairs import Pair
from shelflist.parse.segments.told_host import MAY_TELL_HOST, ToldHost, find_told_host, parted
from shelflist.parse.segments.told_titles import told_title
from shelflist.parse.taken_apart import take_apart
from shelflist.parse.vocabulary.cues import cues_of_line
from shelflist.parse.vocabulary.gazetteer import Gazetteer, gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL, Oddities


@dataclass(frozen=True, slots=True)
class Context:
    """What a line is read with besides its own words."""

    heading_path: tuple[str, ...] = ()
    page_title: str | None = None
    lookups: Oddities = USUAL
    inherited: str | None = None  # the set header above: "Collected Weavings, Weft Press, Leeds,"
    habits: Habits = NO_HABITS  # of the page: they decide what the line leaves open
    manner: Manner = UNSAID  # of the source file: it goes before the page's habits
    pair: Pair | None = None  # title and author, as the other lines of the page show them

    @property
    def lists_books(self) -> bool:
        """The line is one of a list of books by its page or its headings, unless a person says that it is none."""
        if self.manner.lists_books is False:
            return False
        return self.habits.lists_books or lists_books(self.heading_path, self.page_title)


def read_line(block: Block, context: Context) -> Reading:
    """Reads one block of kind LINE. Never raises on any text; time is linear in its length."""
    barred = with_bars(block.text)
    usual = in_usual_capitals(barred) or barred
    cues = cues_of_line(usual)
    read = _read_but_medium if cues & MAY_TELL_MEDIUM else _read_but_host if cues & MAY_TELL_HOST else _read
    if usual == block.text:
        return read(block, context)
    return as_typed(read(replace(block, text=usual), context), usual, block.text)


def _read_but_medium(block: Block, context: Context) -> Reading:
    """A line that may tell among its own fields in what it was read."""
    medium = find_medium(block.text)
    if medium is None:
        return _read_but_host(block, context)
    reading = _read_but_host(without(block, medium.start, medium.end), context)
    if reading.citation is None:
        return reading
    notes = (*reading.citation.notes, block.text[medium.start : medium.end])
    return replace(reading, citation=replace(reading.citation, notes=notes))


def _read_but_host(block: Block, context: Context) -> Reading:
    """A line that may tell after its extent what it stands in."""
    told = find_told_host(block.text)
    return (_read_piece(block, told, context) if told else None) or _read(block, context)


def _read_piece(block: Block, told: ToldHost, context: Context) -> Reading | None:
    """A piece and its host, each read as a line of its own; None where one of them says too little."""
    piece, of_host = parted(block, told)
    reading = _read(piece, context)
    if reading.citation is None:
        return None
    host = _read_work(of_host, gazetteer_for(context.lookups), author_known=True)
    if host is None:
        return None
    words = block.text[told.start : told.end]
    citation, why = with_host(reading.citation, host, words, supplied=words[0] == "[")
    return replace(reading, citation=citation, evidence=(*reading.evidence, *why))


def _read(block: Block, context: Context) -> Reading:
    gazetteer = gazetteer_for(context.lookups)
    linked = links_document(block)
    kind = plain_kind(block, context.lookups, linked=linked)
    if kind is not None:
        return Reading(kind=kind)
    if not context.inherited and tells_of_another(block.text, gazetteer, linked=linked, whole=is_linked_whole(block)):
        return Reading(kind=LineKind.PROSE)
    above = authors_above(context.heading_path, gazetteer)
    parsed = take_apart(block, gazetteer, author_known=bool(above.authors), habits=context.habits)
    said = None
    if context.pair or parsed is None or weight(parsed, block, gazetteer, linked=linked) < ENTRY_FROM:
        if context.manner.lists_books:
            said = _said_book(parsed, block, context, gazetteer, author_known=bool(above.authors))
        parsed = said or _in_list(parsed, block, context, gazetteer, author_known=bool(above.authors))
    if parsed is None or (not linked and said is None and _says_too_little(parsed, context)):
        return Reading(kind=kind_of_no_entry(block.text))
    parsed, citation = _filled(parsed, gazetteer)
    why = evidence(parsed.labelled, parsed.line.form.looks, citation.extent_raw)
    if context.manner is not UNSAID:
        is_marked = title_span(block, gazetteer) is not None
        why = why_read_so(why, context.manner, is_said=said is not None, is_marked=is_marked)
    of_set = read_set(context.inherited, gazetteer) if context.inherited else None
    if of_set:
        citation, why = with_set(citation, why, of_set, context.inherited or "")
        sure = confidence(gist_of(citation), parsed.labelled, gazetteer)
        citation = replace(citation, parse_confidence=sure)
    if above.authors:
        citation, of_heading = with_authors(citation, above.authors, f"from the heading “{above.heading}”")
        why += of_heading
    if citation.genre is Genre.PERIODICAL_ISSUE:
        citation, of_periodical = with_periodical(citation, context.heading_path, gazetteer)
        why += of_periodical
    return Reading(kind=LineKind.ENTRY, citation=citation, evidence=why)


def _says_too_little(parsed: Parsed, context: Context) -> bool:
    return says_too_little(parsed.labelled, context.heading_path, in_set=context.inherited is not None)


def _filled(parsed: Parsed, gazetteer: Gazetteer) -> tuple[Parsed, Citation]:
    """The citation, and as what it was read: without what the line hardly shows."""
    citation = build(parsed, gazetteer)
    withheld = hardly_shown(parsed.labelled, citation, gazetteer)
    if not withheld:
        return parsed, citation
    bare = parsed._replace(labelled=trusting_less(parsed.labelled, withheld))
    return bare, build(bare, gazetteer)


def read_alone(block: Block, context: Context) -> Reading:
    """A line without its page: read again in the order that a person says, where its own words leave it open."""
    reading, order = read_line(block, context), order_said(context.manner, context.habits)
    if order == context.habits or not is_open(reading):
        return reading
    return read_line(block, replace(context, habits=order))


def read_text(text: str, context: Context | None = None) -> Reading:
    """Reads a line of plain text, without links."""
    return read_line(block_of_text(text), context or Context())


def block_of_text(text: str) -> Block:
    """A line without links or emphasis, its text as extraction gives it: NFC, white space collapsed."""
    return Block(kind=BlockKind.LINE, text=" ".join(unicodedata.normalize("NFC", text).split()))


def _said_book(
    parsed: Parsed | None, block: Block, context: Context, gazetteer: Gazetteer, *, author_known: bool
) -> Parsed | None:
    """The line as a book, as a person says that it is one; None where plain signs are against it."""
    order, marked = order_said(context.manner, context.habits), None
    if title_span(block, gazetteer) is None:
        marked = told_title(block, context.manner.author_first, gazetteer, author_known=author_known)
    if marked or order != context.habits:
        parsed = take_apart(block, gazetteer, author_known=author_known, habits=order, marked=marked)
    of_book = told_weight(parsed.labelled, gazetteer) if parsed else 0.0
    if parsed is None or not of_book:
        return None
    return parsed if weight(parsed, block, gazetteer, linked=False) + of_book >= ENTRY_FROM else None


def _in_list(
    parsed: Parsed | None, block: Block, context: Context, gazetteer: Gazetteer, *, author_known: bool
) -> Parsed | None:
    """The line as one of a list of books, in which a name or a year beside the title is enough; else None."""
    if not context.lists_books:
        return None
    if pair := context.pair:
        parsed = take_apart(
            block, gazetteer, author_known=False, habits=context.habits, marked=pair.title, author=pair.author
        )
    elif title_span(block, gazetteer) is None and (marked := title_in_list(block.text, gazetteer)):
        parsed = take_apart(block, gazetteer, author_known=author_known, habits=context.habits, marked=marked)
    if parsed is None or weight(parsed, block, gazetteer, linked=False) + listed_weight(parsed.labelled) < ENTRY_FROM:
        return None
    return parsed


@lru_cache(maxsize=256)
def read_set(header: str, gazetteer: Gazetteer) -> Citation | None:
    """What a set header says: title, contributors, imprint. None where it has no words."""
    text = header.rstrip(" ,:;–—-")[:1000]
    return _read_work(Block(kind=BlockKind.LINE, text=text), gazetteer, author_known=False) if text else None


def _read_work(block: Block, gazetteer: Gazetteer, *, author_known: bool) -> Citation | None:
    """Words that are known to tell of a work, as a citation."""
    parsed = take_apart(block, gazetteer, author_known=author_known)
    return build(parsed, gazetteer) if parsed else None
