"""Runs that belong together: the cells of a table row, a term with its description.

A row is one line when each of its cells holds one paragraph; a table that only lays out the page is read cell by cell.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from shelflist.extract.breaks import cut
from shelflist.extract.evidence import has_extent
from shelflist.extract.pieces import Inline, Piece, PieceKind, Run
from shelflist.extract.text import is_blank, tidy

_STOPS = ",;:.–—-/"
_SEPARATES = ",;:.)]–—/"


def groups(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """`runs` in order; those that make one line are together in one list, every other is alone."""
    for key, members in groupby(runs, key=_key):
        together = list(members)
        if key is not None and _is_one_line(together):
            yield together
        else:
            yield from ([run] for run in together)


def _key(run: Run) -> object | None:
    """The row or group a run may share with its neighbours. Of a term within a cell the cell counts."""
    cell, term = run.place.cell, run.place.term
    if cell is not None and not cell.row.layout:
        return cell.row
    return term.group if term is not None else None


def _is_one_line(runs: Sequence[Run]) -> bool:
    first = runs[0].place
    if first.cell is not None and not first.cell.row.layout:
        return _is_record([run for run in runs if run.place.cell is not None])
    return _is_described(runs)


def _is_record(runs: Sequence[Run]) -> bool:
    """Two or more cells of one paragraph each, none of which is a list of entries itself."""
    if len(runs) < 2 or len({run.place.cell for run in runs}) < len(runs):
        return False
    return not any(_lists_entries(run) for run in runs)


def _lists_entries(run: Run) -> bool:
    lines = cut(run.pieces)
    return len(lines) > 1 and sum(has_extent(plain_text(line)) for line in lines) > 1


def _is_described(runs: Sequence[Run]) -> bool:
    """One term with one description that has no title of its own: title and the rest of one entry."""
    if len(runs) != 2 or len(cut(runs[1].pieces)) != 1:
        return False
    term, description = (run.place.term for run in runs)
    if term is None or description is None or not term.is_term or description.is_term:
        return False
    first = next(piece for piece in runs[1].pieces if not is_blank(piece.text))
    return first.style.anchor is None and first.style.depth == 0


def plain_text(pieces: Sequence[Piece]) -> str:
    return tidy("".join(piece.text for piece in pieces))


def joined(runs: Sequence[Run]) -> list[Piece]:
    """The pieces of `runs` with a comma between two that have no mark there already."""
    pieces = list(runs[0].pieces)
    for before, after in pairwise(runs):
        mark = _mark(plain_text(before.pieces), plain_text(after.pieces))
        pieces += (Piece(PieceKind.MARK, mark, after.pieces[0].start, Inline()), *after.pieces)
    return pieces


def _mark(before: str, after: str) -> str:
    if after[:1] in _SEPARATES:
        return ""
    return " " if before[-1:] in _STOPS else ", "
