"""One line's HTML, without a page around it: what `shelflist parse` reads."""

from dataclasses import replace

from shelflist.extract.blocks import block_of, read_blocks, walked_runs
from shelflist.extract.compose import compose
from shelflist.extract.document import parse_content
from shelflist.extract.outline import Outline
from shelflist.extract.pieces import BREAK, Piece, Place, Run
from shelflist.extract.rules import rules_for
from shelflist.models.page import Block, BlockKind
from shelflist.sources.model import Source

_PLACE = "the line"
_ANYWHERE = Source(name="fragment", title="A line by itself", home="https://fragment.invalid/", contact="mailto:a@b.c")
_NOWHERE = rules_for(_ANYWHERE, "")
_RULES = replace(_NOWHERE, site=replace(_NOWHERE.site, hosts=frozenset({""})))
"""Whatever site it is from: an address without a host is on the same."""
_IN_PIECES = replace(_RULES, selected=replace(_RULES.selected, has_leaves=False))


def read_fragment(html: str) -> Block:
    """The block that `html` is. Text of several lines or paragraphs becomes one LINE; no text an empty one.

    Relative addresses stay as they are. Raises ReadError when it is nested too deeply.
    """
    body = parse_content(html, _PLACE)
    blocks = read_blocks(body, _RULES).blocks
    if len(blocks) == 1:
        return blocks[0]
    runs = (run for run in walked_runs(body, _IN_PIECES).runs if isinstance(run, Run))
    pieces = [piece for run in runs for piece in (*run.pieces, _space(run))]
    line = compose(pieces, Place(), "")
    return block_of(line, BlockKind.LINE, Outline()) if line is not None else Block(BlockKind.LINE, "")


def _space(run: Run) -> Piece:
    return Piece(BREAK, "\n", run.pieces[-1].start)
