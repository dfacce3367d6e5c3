"""Runs that belong together: the cells of a table row, a term with its description.

A row is one line when each of its cells holds one paragraph; a table that only lays out the page is read cell by cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from shelflist.extract.breaks import cut
from shelflist.extract.evidence import has_extent
from shelflist.extract.pieces import MARK, TEXT, Piece, Run
from shelflist.extract.text import is_blank, tidy

_STOPS = ",;:.–—-/"
_SEPARATES = ",;:.)]–—/"
_ORDER = ("title", "author", "publisher", "place", "date", "extent", "note")
""" "Title, Author, Publisher, Place, Year, N pages. Notes." """


def groups(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """`runs` in order; those that make one line are together in one list, every other is alone."""
    for key, members in groupby(runs, key=_key):
        if key is None:
            yield from ([run] for run in members)
            continue
        together = list(members)
        if _is_one_line(together):
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
    return (first.anchor is None and first.depth == 0) or _links_imprint(runs[1].pieces)


def _links_imprint(pieces: Sequence[Piece]) -> bool:
    """All of it is one link and ends with an extent: the file is linked there, and the title stands in the term."""
    anchor = next(piece for piece in pieces if not is_blank(piece.text)).anchor
    whole = anchor is not None and all(piece.anchor is anchor for piece in pieces if not is_blank(piece.text))
    return whole and has_extent(plain_text(pieces))


def plain_text(pieces: Sequence[Piece]) -> str:
    return tidy("".join(piece.text for piece in pieces))


def in_order(runs: Sequence[Run]) -> list[Run]:
    """The runs of a row in the order of a line, where the source file says what its cells hold."""
    held = _held(runs)
    return sorted(runs, key=lambda run: _ORDER.index(held.get(id(run), "note"))) if held else list(runs)


def _held(runs: Sequence[Run]) -> dict[int, str]:
    """What each run of a row holds, by its identity; empty where nobody said, and in the row of their names."""
    cells = {id(run): run.place.cell for run in runs if run.place.cell is not None}
    row = runs[0].place.cell.row if runs[0].place.cell else None
    holds = next((columns for columns in row.columns if len(columns) == row.cells), None) if row else None
    if holds is None or all(cell.header for cell in cells.values()):
        return {}
    return {run: holds[cell.index] for run, cell in cells.items()}


def joined(runs: Sequence[Run]) -> list[Piece]:
    """The pieces of `runs` with a comma between two that have no mark there already.

    A column of bare numbers that is said to hold extents gets their unit: "238" is "238 pages".
    """
    held = _held(runs)
    pieces: list[Piece] = []
    for run in runs:
        own = _without_end(run.pieces)
        if pieces:
            mark = _mark(plain_text(pieces), plain_text(own))
            pieces.append(Piece(MARK, mark, own[0].start))
        pieces += own
        if held.get(id(run)) == "extent" and plain_text(own).isdecimal():
            pieces.append(Piece(MARK, " pages", own[-1].start))
    return pieces


def _without_end(pieces: Sequence[Piece]) -> list[Piece]:
    """Without the white space at its end: a cell or term that is never closed takes in the line feed after it."""
    kept = list(pieces)
    while len(kept) > 1 and kept[-1].kind is TEXT and not kept[-1].text.strip():
        kept.pop()
    last = kept[-1]
    kept[-1] = replace(last, text=last.text.rstrip()) if last.kind is TEXT else last
    return kept


def _mark(before: str, after: str) -> str:
    if after[:1] in _SEPARATES:
        return ""
    return " " if before[-1:] in _STOPS else ", "
