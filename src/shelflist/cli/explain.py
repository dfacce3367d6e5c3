"""`shelflist explain`: from a row of the tables to the bytes it came from, and what happened to it since."""

from typing import Annotated

from cyclopts import Parameter

from shelflist import pipeline
from shelflist.cli.events import what
from shelflist.cli.options import DataOption, JsonOption, SourceArgument
from shelflist.cli.plain import iso, plain
from shelflist.cli.screen import Screen
from shelflist.models.web import Capture
from shelflist.pipeline.explaining import Explanation
from shelflist.pipeline.origins import Origin, origins, reasons_for_confidence
from shelflist.pipeline.rules import rules_for
from shelflist.settings import data_directory


def explain(
    source: SourceArgument,
    entry_id: Annotated[str, Parameter(help="Id of an entry, or its first characters.")],
    /,
    *,
    data: DataOption = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0. Raises UsageError when no entry, or more than one, has such an id."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    found = pipeline.stages.explain(loaded, folder, entry_id)
    screen = Screen()
    if json:
        screen.json(_as_json(found))
    else:
        _show_row(screen, found)
        if found.redacted is None:
            _show_fields(screen, found)
            _show_confidence(screen, found)
        _show_place(screen, found)
        _show_history(screen, found)
    return 0


def _as_json(found: Explanation) -> dict[str, object]:
    """The explanation's own members, and what is told of the fields and of the confidence."""
    told = {
        "fields": origins(found.row, found.evidence),
        "confidence": reasons_for_confidence(found.row.citation, found.evidence),
    }
    return {name: plain(getattr(found, name)) for name in found.__slots__} | {
        name: plain(value) for name, value in told.items()
    }


def _show_row(screen: Screen, found: Explanation) -> None:
    row = found.row
    screen.line((row.entry_id, "bold"), "  ", row.status.value)
    screen.line(f"  {row.citation_raw}")
    if found.redacted is not None:
        screen.line(f"redacted {found.redacted}")


def _show_fields(screen: Screen, found: Explanation) -> None:
    row = found.row
    screen.line(("fields, and the evidence for them", "bold"))
    for one in origins(row, found.evidence):
        screen.line(f"  {one.field}: {one.value}")
        screen.line((f"      {_because(one)}", "dim"))
    for link in row.links:
        file = found.documents.get(link.url)
        screen.line(f"  link: {link.url or link.url_raw}" + (f", an attachment page of {file}" if file else ""))


def _because(one: Origin) -> str:
    """The words are named where they are not the value itself."""
    return one.why if one.words in ("", one.value) else f"from “{one.words}”: {one.why}"


def _show_confidence(screen: Screen, found: Explanation) -> None:
    screen.line((f"confidence {found.row.citation.parse_confidence:.2f}", "bold"))
    if not found.evidence:
        screen.line("  the line is not read from its capture now: by what evidence is not known")
    for why in reasons_for_confidence(found.row.citation, found.evidence):
        screen.line(f"  {why}")


def _show_place(screen: Screen, found: Explanation) -> None:
    row = found.row
    screen.line(("place", "bold"))
    if found.page is not None:
        screen.line(f"  page: {found.page.title or 'without a title'}, {found.page.url}")
    screen.line(f"  headings: {' › '.join(row.heading_path) or 'none'}")
    screen.line(f"  element: {row.location.dom_path}")
    screen.line(f"  characters: {row.location.text_start} to {row.location.text_end} of the content's text")
    if row.location.json_pointer:
        screen.line(f"  in the answer: {row.location.json_pointer}")
    _show_capture(screen, "words from", found.capture)
    if found.located_in.capture_id != found.capture.capture_id:
        _show_capture(screen, "stands in", found.located_in)


def _show_capture(screen: Screen, name: str, capture: Capture) -> None:
    screen.line((name, "bold"))
    screen.line(f"  capture: {capture.capture_id}, {iso(capture.captured_at)}, status {capture.http_status}")
    screen.line(f"  address: {capture.final_url}")
    place = f"{capture.warc_filename}, byte {capture.warc_offset}, {capture.warc_length} bytes"
    screen.line(f"  WARC record: {place}")
    screen.line(f"  digest: {capture.payload_digest}")


def _show_history(screen: Screen, found: Explanation) -> None:
    screen.line(("history", "bold"))
    rows = [(f"  {iso(event.observed_at)}", event.change_type.value, what(event)) for event in found.history]
    screen.table(("  observed", "change", "what"), rows)
