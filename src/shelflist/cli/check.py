"""`shelflist check`: is a source file sound, and what does it read from a page, line by line?"""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from shelflist import pipeline
from shelflist.cli.asking import ask_page
from shelflist.cli.events import count
from shelflist.cli.fields import entry_fields
from shelflist.cli.options import JsonOption
from shelflist.cli.plain import plain
from shelflist.cli.screen import Screen
from shelflist.errors import UsageError
from shelflist.models.observe import PageReading, ReadEntry
from shelflist.pipeline.corrected import applied_on
from shelflist.sources import LoadedSource, load_source


def check(
    source_file: Annotated[str, Parameter(help="Path of a TOML file, or name of a bundled source.")],
    /,
    *,
    url: Annotated[str | None, Parameter(help="Ask the site for this page, politely, and read it.")] = None,
    html: Annotated[Path | None, Parameter(help="Read this saved page.")] = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0. Raises SourceFileError for a faulty file, ReadError when the page cannot be read."""
    if url is not None and html is not None:
        raise UsageError("--url and --html: give one of the two")
    loaded = load_source(source_file)
    reading = _reading(loaded, url, html)
    screen = Screen()
    if json:
        screen.json(_as_json(loaded, reading))
        return 0
    source = loaded.source
    screen.line(loaded.path, ": ", ("sound", "green"), f"; {source.title}, {source.home}")
    if reading is not None:
        _show(screen, reading)
        _show_corrections(screen, loaded, reading)
    return 0


def _reading(loaded: LoadedSource, url: str | None, html: Path | None) -> PageReading | None:
    if url is not None:
        reply = ask_page(loaded.source, url)
        content_type = reply.headers.get("content-type", "text/html")
        return pipeline.check(loaded, html=reply.payload, url=reply.url, content_type=content_type)
    if html is not None:
        try:
            payload = html.read_bytes()
        except OSError as error:
            raise UsageError(f"{html}: cannot be opened: {error.strerror}") from error
        return pipeline.check(loaded, html=payload, url=loaded.source.home)
    return None


def _show(screen: Screen, reading: PageReading) -> None:
    entries = {entry.position: entry for entry in reading.entries}
    screen.line(("page", "bold"), f"  {reading.page.title or 'without a title'}")
    for line in reading.lines:
        screen.line(f"{line.position:4}  ", line.kind, f"  {line.text}")
        if line.position in entries:
            _show_entry(screen, entries[line.position])
    _show_counts(screen, reading)


def _show_corrections(screen: Screen, loaded: LoadedSource, reading: PageReading) -> None:
    """A correction may be for another page: that it has no line here is told, and is no fault."""
    applied = applied_on(reading, loaded.source)
    for one in loaded.source.corrections:
        if (one.line, one.page) not in applied:
            screen.line(("correction without a line on this page", "yellow"), f": {one.line}")
        elif idle := applied[one.line, one.page]:
            screen.line(("idle correction", "yellow"), f": {one.line}: {idle}")


def _show_entry(screen: Screen, entry: ReadEntry) -> None:
    for name, words in entry_fields(entry.citation, entry.links):
        note = "  <- not read" if name == "unparsed_remainder" else ""
        screen.line(f"        {name}: {words}", (note, "yellow"))


def _show_counts(screen: Screen, reading: PageReading) -> None:
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(reading.kinds.items())) or "no line"
    left = sum(entry.citation.unparsed_remainder is not None for entry in reading.entries)
    screen.line(f"{count(len(reading.lines), 'line')}: {kinds}")
    screen.line(f"text coverage {reading.page.text_coverage:.1%}; words not read in {count(left, 'entry')}")


def _as_json(loaded: LoadedSource, reading: PageReading | None) -> dict[str, object]:
    answer: dict[str, object] = {"source": loaded.source.name, "path": loaded.path, "sha256": loaded.sha256}
    if reading is not None:
        answer["page"] = {
            "title": reading.page.title,
            "url": reading.page.url,
            "text_coverage": reading.page.text_coverage,
            "kinds": dict(reading.kinds),
            "lines": plain(reading.lines),
            "entries": plain(reading.entries),
            "corrections": _corrections_as_json(loaded, reading),
        }
    return answer


def _corrections_as_json(loaded: LoadedSource, reading: PageReading) -> list[dict[str, object]]:
    applied = applied_on(reading, loaded.source)
    return [
        {"line": one.line, "page": one.page, "on_page": key in applied, "idle": applied.get(key)}
        for one in loaded.source.corrections
        for key in [(one.line, one.page)]
    ]
