"""A content element as ordered blocks: the stages walk, break, compose and tell the kind, put together.

Nothing is lost on the way: every character that can be seen under the element, outside dropped elements, is in exactly
one block; `Blocks.coverage` counts it against what lexbor itself gives as the element's text. Separators between the
cells of a table row are the only characters put in.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from selectolax.lexbor import LexborNode

from shelflist.errors import ReadError
from shelflist.extract.breaks import cut
from shelflist.extract.compose import compose
from shelflist.extract.kinds import HEADING, LINE, PLAIN, Standing, kind_of
from shelflist.extract.marks import marked_parts
from shelflist.extract.outline import Outline
from shelflist.extract.pieces import Line, Piece, Place, Run, has_breaks, is_strong
from shelflist.extract.rows import groups, in_order, joined
from shelflist.extract.rules import Rules
from shelflist.extract.text import visible_length
from shelflist.extract.walk import Walker
from shelflist.extract.walked import Walked
from shelflist.models.page import Block, BlockKind

MAX_LINES = 10_000
"""Of one page or part: read in four seconds, and in a quarter of a gigabyte. The longest list known has a third."""
MAX_LINKS = 10_000
"""Of one line; the tables number them in 16 bits."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """`content_text` is what the blocks' `text_start` and `text_end` count in (see `shelflist.extract.walked`)."""

    blocks: tuple[Block, ...]
    content_text: str
    coverage: float


def read_blocks(root: LexborNode, rules: Rules) -> Blocks:
    """The blocks of the content element `root`, with heading paths.

    Raises ReadError when it is nested too deeply or has too many lines or links, SelectorError when one of the rules'
    selectors is none.
    """
    walked = walked_runs(root, rules)
    outline = Outline()
    blocks: list[Block] = []
    covered = 0
    for line, kind in _lines(walked.runs, rules):
        blocks.append(block_of(line, kind, outline))
        covered += line.source_length
        if len(blocks) > MAX_LINES or len(line.links) > MAX_LINKS:
            raise _too_much(blocks)
    return Blocks(tuple(blocks), walked.content_text, _coverage(covered, root, walked))


def walked_runs(root: LexborNode, rules: Rules) -> Walked:
    """The text of `root`, not yet in lines."""
    first, leaves, marks = marked_parts(root, rules.selected)
    return Walker(rules.selected, marks, rules.site).walk(first, leaves)


def _too_much(blocks: Sequence[Block]) -> ReadError:
    if len(blocks) > MAX_LINES:
        return ReadError(f"the content has more than {MAX_LINES} lines")
    return ReadError(f"a line has {len(blocks[-1].links)} links, expected at most {MAX_LINKS}")


def _coverage(covered: int, root: LexborNode, walked: Walked) -> float:
    """Share of the element's visible characters that is in blocks, 0..1."""
    whole = visible_length(root.text()) - sum(map(visible_length, walked.passed))
    return min(covered / whole, 1.0) if whole > 0 else 1.0


def block_of(line: Line, kind: BlockKind, outline: Outline) -> Block:
    """`line` as a block under the headings of `outline`, which it joins if it is a heading."""
    level, anchor, place = None, None, line.place
    if kind is HEADING:
        heading = place.heading
        anchor = heading.anchor if heading else None
        level, path = outline.enter(line.text, heading.level if heading else None, place.list_depth)
    else:
        path = outline.over(place.list_depth)
    return Block(kind, line.text, level, path, line.links, line.emphasis, line.path, line.start, line.end, anchor)


def _lines(runs: Sequence[Run | Line], rules: Rules) -> Iterator[tuple[Line, BlockKind]]:
    unread: list[Run] = []
    for number, run in enumerate(runs, start=1):
        if isinstance(run, Run):
            unread.append(run)
            continue
        if unread:
            yield from _read(unread, run.place, rules)
            unread.clear()
        following = runs[number].place if run.strong and number < len(runs) else None
        yield run, kind_of(run, _standing(run.place, following) if run.strong else PLAIN, rules)
    yield from _read(unread, None, rules)


def _read(runs: Sequence[Run], following: Place | None, rules: Rules) -> Iterator[tuple[Line, BlockKind]]:
    """`following` is where what comes after `runs` stands."""
    done = 0
    for group in groups(runs):
        done += len(group)
        if len(group) > 1:
            yield from _row(group, rules)
        else:
            after = runs[done].place if done < len(runs) else following
            yield from _paragraph(group[0], _standing(group[0].place, after), rules)


def _standing(place: Place, following: Place | None) -> Standing:
    """Bold words of a list item head only a list within it; those of a description head nothing."""
    has_list = following is not None and following.list_depth > place.list_depth
    in_item = place.list_depth > 0 or (place.term is not None and not place.term.is_term)
    is_term = place.term is not None and place.term.is_term
    is_header_cell = place.cell is not None and place.cell.header and not place.cell.row.layout
    return Standing(bold_heads=has_list or not in_item, is_term=is_term or is_header_cell)


def _row(group: Sequence[Run], rules: Rules) -> Iterator[tuple[Line, BlockKind]]:
    line = compose(joined(in_order(group)), group[0].place, _common_path(run.path for run in group))
    if line is not None:
        heads = all(run.place.cell is not None and run.place.cell.header for run in group)
        yield line, kind_of(line, Standing(bold_heads=False, is_table_head=heads), rules)


def _common_path(paths: Iterable[str]) -> str:
    steps = zip(*(path.split(" > ") for path in paths), strict=False)
    common: list[str] = []
    for level in steps:
        if len(set(level)) > 1:
            break
        common.append(level[0])
    return " > ".join(common)


def _paragraph(run: Run, standing: Standing, rules: Rules) -> Iterator[tuple[Line, BlockKind]]:
    """The lines of one run. Headings, captions and navigation are never parted; nor is a bold heading on two lines."""
    if not has_breaks(run.pieces):
        yield from _line(run.pieces, run, standing, rules)
        return
    strong = is_strong(run.pieces)
    if strong or standing.is_term or run.place.is_special:
        whole = list(_line(run.pieces, run, standing, rules))
        if whole and whole[0][1] is not LINE:
            yield from whole
            return
    within = replace(standing, bold_heads=standing.bold_heads and not strong)
    for pieces in cut(run.pieces):
        yield from _line(pieces, run, within, rules)


def _line(pieces: Sequence[Piece], run: Run, standing: Standing, rules: Rules) -> Iterator[tuple[Line, BlockKind]]:
    """One line and its kind, or nothing if nothing of it can be seen."""
    line = compose(pieces, run.place, run.path)
    if line is not None:
        yield line, kind_of(line, standing, rules)


def content_hash(blocks: Iterable[Block]) -> str:
    """SHA-256 (hex) over the blocks in order: kind, level, text and link targets; not where they stand."""
    parts: list[str] = []
    for block in blocks:
        targets = [link.url or link.url_raw for link in block.links]
        level = str(block.level or "")
        parts += (block.kind, "\x1e", level, "\x1e", block.text, "\x1e", "\x1f".join(targets), "\x1d")
    return sha256("".join(parts).encode()).hexdigest()
