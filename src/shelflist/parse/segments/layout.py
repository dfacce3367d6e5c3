"""A line cut into its segments, by whichever punctuation it uses: what stands before the title, the title, the rest."""

import re
from collections.abc import Mapping
from dataclasses import replace

from shelflist.models.page import Span
from shelflist.models.record import record
from shelflist.parse.grammar import Label
from shelflist.parse.looks.author_area import authors_at
from shelflist.parse.search import MOST
from shelflist.parse.segments.areas import GAP, areas_of, may_be_parted, read_areas
from shelflist.parse.segments.asides import segment_beside
from shelflist.parse.segments.author_held import after_author_held
from shelflist.parse.segments.copies import find_copy
from shelflist.parse.segments.cuttings import read_cutting
from shelflist.parse.segments.formed import Formed, Opening, joined
from shelflist.parse.segments.held_house import with_house
from shelflist.parse.segments.host_cited import read_cited
from shelflist.parse.segments.host_in_bracket import read_article
from shelflist.parse.segments.host_last import read_host_last
from shelflist.parse.segments.host_marked import emphasised_host, piece_before, read_host
from shelflist.parse.segments.isbd import read_catalogued
from shelflist.parse.segments.issue_lines import read_issue
from shelflist.parse.segments.issued_by import read_issued
from shelflist.parse.segments.names_in_brackets import held_name
from shelflist.parse.segments.opening import read_opening
from shelflist.parse.segments.quoted import MARKS, is_quoted, quoted_next, quoted_title, unquoted_after
from shelflist.parse.segments.refine import refine
from shelflist.parse.segments.series_after import find_series
from shelflist.parse.segments.taken_from import find_source
from shelflist.parse.segments.tokens import Segment, past, segment, trimmed
from shelflist.parse.segments.unmarked import unmarked
from shelflist.parse.segments.volumes import OF_SETS, read_volume
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_GOES_ON = tuple(":–—-")
_CLOSING = re.compile(r"\s*[.,]?(?:\s?»|[”“\"’'])+")


@record
class Laid:
    """`opening` stands before `segments`; the indices of `title_at` and `known` are those of `segments`."""

    opening: Opening
    segments: list[Segment]
    title_at: int | None
    known: Mapping[int, Label]

    @property
    def author_leads(self) -> bool:
        return Label.LEADER in self.opening.labels

    def led(self, margin: float = MOST) -> "Laid":
        """The same with its first segment as the author."""
        before, first = self.opening, self.segments[0]
        opening = Opening([*before.segments, first], [*before.labels, Label.LEADER], self.segments[1].start, margin)
        known = {i - 1: label for i, label in self.known.items() if i}
        return replace(self, opening=opening, segments=self.segments[1:], known=known)


def lay_out(text: str, end: int, marked: Span | None, gazetteer: Gazetteer, emphasis: tuple[Span, ...] = ()) -> Laid:
    """The segments of ``text[:end]``; `marked` is the title that markup or quotation marks show."""
    end = len(text[:end].rstrip(" –—-|/"))
    marked = _marked_title(text, end, marked, gazetteer)
    quoted = marked is not None and not text[: marked.start].strip(f" {MARKS}")
    piece = piece_before(text, marked, emphasis, gazetteer) if emphasis and marked and not quoted else None
    marked = piece or marked
    text = unquoted_after(text, marked, end) if marked is not None and quoted else text
    opening = read_opening(text, end, None if quoted or marked is None else marked.start, gazetteer)
    if marked is not None and quoted and _opens_title(text, opening, marked, emphasis):
        opening = Opening([], [], marked.start)
    if opening.end and (later := quoted_next(text, opening.end, end, marked)):
        marked = later
    if catalogued := read_catalogued(text, opening.end, end, marked, gazetteer):
        segments = with_house(catalogued.segments, gazetteer, named=True, told=True)
        return Laid(opening, segments, 0, catalogued.known)
    if article := read_article(text, opening.end, end, marked):
        return Laid(opening, article.segments, 0 if marked else None, article.known)
    of_piece = marked if piece or (marked and is_quoted(text, marked.start)) else None
    if of_piece and (hosted := _in_host(text, opening, end, of_piece, emphasis, gazetteer)):
        return hosted
    if whole := _formed_whole(text, opening, end, marked, gazetteer):
        return whole
    return _lay_out_fields(text, opening, end, marked, gazetteer)


def _opens_title(text: str, opening: Opening, marked: Span, emphasis: tuple[Span, ...]) -> bool:
    """ "<James Elm: Selected Writings>, Weft Press": a name not turned round is the title’s where a mark says so.

    A link may take in an author and the stop after him; emphasis does not.
    """
    if opening.labels != [Label.LEADER] or "," in opening.segments[0].text:
        return False
    emphasised = any(one.start <= marked.start and marked.end <= one.end for one in emphasis)
    ends = text[marked.start : opening.end].rstrip()[-1:]
    return marked.start < opening.end < marked.end and (emphasised or ends in _GOES_ON)


def _marked_title(text: str, end: int, marked: Span | None, gazetteer: Gazetteer) -> Span | None:
    """The title by markup, or, where none is marked before `end` or a quotation comes before it, by quotation marks."""
    if marked is None or marked.end > end:
        return quoted_title(text, end, gazetteer)
    if marked.start > 8 and (before := quoted_title(text, marked.start, gazetteer)) and before.end < marked.start:
        return before  # "Ash, Rewi, ‘Looms’, in Ann Hill (ed.), _The Mill Reader_": what is marked is the host
    return marked


def _lay_out_fields(text: str, opening: Opening, end: int, marked: Span | None, gazetteer: Gazetteer) -> Laid:
    """By the signs that part the fields; a bookseller's words on his copy, a series or a piece's source come last."""
    begin, after = marked.end if marked else opening.end, text[end:].strip(" .")
    counted = after.strip(" .)]") != ""
    copy = (
        find_copy(text, begin, end, gazetteer)
        or (None if counted else find_source(text, begin, end, gazetteer))
        or (find_series(text, begin, end, gazetteer) if counted or text[end - 1 : end] == ")" else None)
    )
    stop, named = copy.start if copy else end, Label.LEADER in opening.labels
    laid = _segments(text, opening, stop, marked, gazetteer, named=named)
    if laid.known.get(0) is Label.LEADER:
        laid = laid.led()
    told = Label.DATED in opening.labels or after != ""  # a year before, or an extent after
    told = told or (marked is not None and named)
    if copy is None:
        segments = with_house(laid.segments, gazetteer, named=laid.author_leads, told=told)
        return laid if segments is laid.segments else replace(laid, segments=segments)
    known = {len(laid.segments) + i: label for i, label in copy.known.items()}
    return replace(laid, segments=laid.segments + copy.segments, known={**laid.known, **known})


def _in_host(
    text: str, opening: Opening, end: int, piece: Span, emphasis: tuple[Span, ...], gazetteer: Gazetteer
) -> Laid | None:
    """A piece's title, and the publication that it stands in: shown by emphasis, or by its volume and year."""
    if emphasis and (hosted := _in_marked_host(text, opening, end, piece, emphasis, gazetteer)):
        return hosted
    cited = None if opening.end > piece.start else read_cited(text, piece, end)
    return Laid(opening, cited.segments, 0, cited.known) if cited else None


def _in_marked_host(
    text: str, opening: Opening, end: int, marked: Span, emphasis: tuple[Span, ...], gazetteer: Gazetteer
) -> Laid | None:
    title = trimmed(text, marked.start, marked.end, "")
    host = emphasised_host(text, marked, emphasis, end, gazetteer)
    if title is None or host is None or text[opening.end : marked.start].strip(f" {MARKS}"):
        return None
    closing = _CLOSING.match(text, marked.end, host.start)
    after = read_host(text, closing.end() if closing else marked.end, host, end, gazetteer)
    return Laid(opening, [title, *after.segments], 0, {i + 1: label for i, label in after.known.items()})


def _formed_whole(text: str, opening: Opening, end: int, marked: Span | None, gazetteer: Gazetteer) -> Laid | None:
    """Lines whose form as a whole shows all of their fields."""
    if issued := read_issued(text, opening.end, end, marked, gazetteer):
        return Laid(opening, issued.segments, 0 if marked else None, issued.known)
    if (
        Label.LEADER in opening.labels
        and marked is None
        and (cited := read_host_last(text, opening.end, end, gazetteer))
    ):
        return Laid(opening, cited.segments, None, cited.known)
    if opening.segments or not (marked is None or text[:1] in MARKS):
        return None
    cutting = read_cutting(text, opening.end, end, gazetteer) if marked is None else None
    found = cutting or read_issue(text, opening.end, end, gazetteer)
    if found is None and text.startswith(OF_SETS, opening.end):
        found = read_volume(text, opening.end, end, gazetteer)
    return Laid(opening, found.segments, None, found.known) if found else None


def _segments(text: str, opening: Opening, end: int, marked: Span | None, gazetteer: Gazetteer, *, named: bool) -> Laid:
    """A marked title is one segment, whatever commas it holds. `named`: who wrote stands in the `opening`."""
    start = opening.end
    if marked is None or marked.start < start:
        found = unmarked(text, start, end, gazetteer, named=named)
        return Laid(opening, found.segments, None, found.known)
    before = refine(segment(text, start, marked.start), gazetteer) if marked.start > start + 1 else []
    title = trimmed(text, marked.start, marked.end, "")
    first = [*before, *([title] if title else [])]
    after = _after(text, marked.end, end, gazetteer, named=named or bool(before))
    after.segments[:1] = [held_name(piece, gazetteer) for piece in after.segments[:1]]
    known = {len(first) + i: label for i, label in after.known.items()}
    return Laid(opening, first + after.segments, len(before) if title else None, known)


def _after(text: str, start: int, end: int, gazetteer: Gazetteer, *, named: bool) -> Formed:
    """What follows the marked title; its closing quotation mark and a sign are no words."""
    if closing := _CLOSING.match(text, start, end):
        start = closing.end()
    start += text.startswith(": ", start)
    sign = start
    while start < end and (text[start] in " –—|/" or (text[start] == "-" and text[start - 1] == " ")):
        start += 1
    begin = past(text, start, end, " ,.;")
    if may_be_parted(text, start, end) and len(areas := areas_of(text, start, end)) > 1:
        return read_areas(text, areas, gazetteer, titled=True, named=named)
    if held := after_author_held(text, start, end, gazetteer, named=named):
        return joined(refine(segment(text, start, held[0]), gazetteer, opens=False), held[1])
    stop = None if named else authors_at(text, begin, end, gazetteer, trusting=_shows_author(text, sign, start))
    if stop is None:
        rest = segment_beside(text, start, end, gazetteer, titled=True)
        return Formed(refine(rest, gazetteer, opens=False, named=named), {})
    rest = refine(segment_beside(text, stop, end, gazetteer, titled=True), gazetteer, opens=False, named=True)
    return Formed([Segment(text[begin:stop], begin, stop, GAP), *rest], {0: Label.AUTHOR})


def _shows_author(text: str, begin: int, end: int) -> bool:
    """ "The Mill Hands | Rewi Ash": a bar or slash after the title, and no word that tells who wrote it."""
    return not {"|", "/"}.isdisjoint(text[begin:end]) and not text.startswith("by ", end)
