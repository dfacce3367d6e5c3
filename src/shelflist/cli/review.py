"""`shelflist review`: what waits for a person, section by section; each with what to type or paste."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import polars as pl
from cyclopts import Parameter

from shelflist import pipeline
from shelflist.cli.options import DataOption, JsonOption, SourceArgument
from shelflist.cli.pasting import correction_block
from shelflist.cli.plain import plain
from shelflist.cli.screen import Screen
from shelflist.cli.standing import state_of
from shelflist.cli.summary import accept_command
from shelflist.errors import SnapshotError, UsageError
from shelflist.pipeline.corrections_told import CorrectionStanding, in_words
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.reviewing import Doubt, Pair, Review
from shelflist.pipeline.rules import rules_for
from shelflist.publish.read import load
from shelflist.publish.words import with_text_fragment
from shelflist.settings import DOUBTFUL_BELOW, data_directory

A_PERSON_SHOULD_LOOK = 3
"""As harvest says it."""

SHOWN = 10
"""So many doubtful readings are shown, unless more are asked for."""


def review(
    source: SourceArgument,
    /,
    *,
    below: Annotated[float, Parameter(help="Readings of less confidence than this are in doubt.")] = DOUBTFUL_BELOW,
    limit: Annotated[int, Parameter(help="Show so many doubtful readings.")] = SHOWN,
    all: Annotated[
        bool, Parameter(name="--all", negative="", show_default=False, help="Show every doubtful reading.")
    ] = False,
    data: DataOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0 when nothing waits, 3 when something does. Raises SnapshotError when nothing was harvested."""
    if limit < 0:
        raise UsageError(f"--limit: found {limit}, expected a number from 0")
    if not 0 <= below <= 1:
        raise UsageError(f"--below: found {below:g}, expected a number from 0 to 1")
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    name = loaded.source.name
    held = _held(name, folder)
    found = pipeline.stages.review(loaded, folder, below=below, limit=None if all else limit)
    screen = Screen()
    if json:
        screen.json(_as_json(name, held, found))
    else:
        _show_held(screen, source, held)
        _show_pairs(screen, source, found.pairs)
        _show_doubts(screen, found, below)
        _show_corrections(screen, found.corrections)
        if not _waits(held, found):
            screen.line(f"{name}: nothing waits for a person")
    return A_PERSON_SHOULD_LOOK if _waits(held, found) else 0


Held = dict[str, object]
"""The run that only a person can release: run_id, reasons, and the pages that tripped a gate."""


def _held(name: str, data: Path) -> Held | None:
    state = state_of(name, data)
    if state.last_run_id is None:
        raise SnapshotError(f"{data.absolute()}: nothing of {name} has been harvested yet")
    run_id = state.held_run_id
    if run_id is None:
        return None
    runs = load(name, "runs", data=data).filter(pl.col("run_id") == run_id).collect()
    if runs.is_empty():
        raise SnapshotError(f"{name}: the record of the held run {run_id} is gone; shelflist replay makes it again")
    gated = pl.col("gate_failures").list.len() > 0
    columns = ("url", "verdict", "gate_failures", "capture_ids")
    pages = load(name, "page_observations", data=data).filter((pl.col("run_id") == run_id) & gated).sort("page_id")
    return {
        "run_id": run_id,
        "reasons": runs["held_reasons"].to_list()[0] or [],
        "pages": pages.select(columns).collect().to_dicts(),
    }


def _waits(held: Held | None, found: Review) -> bool:
    return held is not None or found.in_doubt > 0 or bool(found.corrections or found.pairs)


def _show_held(screen: Screen, source: str, held: Held | None) -> None:
    if held is None:
        return
    screen.line((f"run {held['run_id']} is held", "bold yellow"))
    for reason in _listed(held["reasons"]):
        screen.line(f"  {reason}")
    for page in _listed(held["pages"]):
        screen.line(f"  {page['verdict']}  {page['url']}  captures: {', '.join(page['capture_ids'])}")
    screen.line("If this is right, release it: ", accept_command(source, str(held["run_id"])))
    screen.line("")


def _listed(value: object) -> list[dict[str, list[str]]]:
    return value if isinstance(value, list) else []


def _show_pairs(screen: Screen, source: str, pairs: Sequence[Pair]) -> None:
    """Each with its two lines one below the other, and what to type."""
    for pair in pairs:
        one = pair.candidate
        surety = "" if one.score is None else f", {one.score:.0f} of 100 alike"
        screen.line(("one entry or two?", "bold yellow"), f"  {one.candidate_id}{surety}: {one.reason}")
        screen.line(f"  page  {pair.page.title or pair.page.url}, {pair.page.url}")
        screen.line(f"  was   {pair.old.citation_raw}")
        screen.line(f"  now   {pair.new.citation_raw}")
        screen.line(
            f'  shelflist decide {shlex.quote(source)} {one.candidate_id} same --reason "..."   (or: different)'
        )
        screen.line("")


def _show_doubts(screen: Screen, found: Review, below: float) -> None:
    if not found.in_doubt:
        return
    shown = "" if len(found.doubts) == found.in_doubt else f"; the worst {len(found.doubts)} of them"
    words = f"{found.in_doubt} of {counted(found.entries, 'entry')} read with less confidence than {below:g}{shown}"
    screen.line((words, "bold"))
    for doubt in found.doubts:
        _show_doubt(screen, doubt)


def _show_doubt(screen: Screen, doubt: Doubt) -> None:
    row, page = doubt.row, doubt.page
    screen.line("")
    title = page.title or page.url
    place = " › ".join((title, *row.heading_path[row.heading_path[:1] == (title,) :]))
    screen.line((f"{row.citation.parse_confidence:.2f}", "yellow"), "  ", (row.entry_id, "bold"), f"  {place}")
    screen.line(f"  {row.citation_raw}")
    screen.line(f"  {_address(doubt)}")
    if doubt.evidence:
        rows = [(f"  {name}", words, why) for name, words, why in doubt.evidence]
        screen.table(("  read as", "words", "why"), rows)
    if row.citation.unparsed_remainder:
        screen.line("  left unread: ", (row.citation.unparsed_remainder, "yellow"))
    screen.document(_block(doubt))


def _address(doubt: Doubt) -> str:
    return with_text_fragment(doubt.page.url, doubt.row.citation_raw)


def _block(doubt: Doubt) -> str:
    page = doubt.page.url if doubt.is_elsewhere else None
    return correction_block(doubt.row.citation_raw, doubt.row.citation, page=page)


def _show_corrections(screen: Screen, corrections: Sequence[CorrectionStanding]) -> None:
    if not corrections:
        return
    screen.line("")
    screen.line(("corrections of the source file to take out or to renew", "bold"))
    screen.table(
        ("  fate", "line", "what became of it"), [(f"  {one.fate}", one.line, in_words(one)) for one in corrections]
    )


def _as_json(name: str, held: Held | None, found: Review) -> dict[str, object]:
    return {
        "source": name,
        "held": held,
        "pairs": [_pair_as_json(pair) for pair in found.pairs],
        "entries": found.entries,
        "in_doubt": found.in_doubt,
        "doubtful": [_doubt_as_json(doubt) for doubt in found.doubts],
        "corrections": plain(found.corrections),
    }


def _pair_as_json(pair: Pair) -> dict[str, object]:
    lines = {"was": pair.old.citation_raw, "now": pair.new.citation_raw, "url": pair.page.url}
    candidate = {name: plain(getattr(pair.candidate, name)) for name in pair.candidate.__slots__}
    return {**candidate, **lines}


def _doubt_as_json(doubt: Doubt) -> dict[str, object]:
    row = doubt.row
    return {
        "entry_id": row.entry_id,
        "parse_confidence": row.citation.parse_confidence,
        "citation_raw": row.citation_raw,
        "page": doubt.page.title,
        "url": doubt.page.url,
        "address": _address(doubt),
        "heading_path": list(row.heading_path),
        "read": plain(row.citation),
        "evidence": plain(doubt.evidence),
        "correction": _block(doubt),
    }
