"""`shelflist check`: is a source file sound, and what does it read from a page, line by line?"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from shelflist import pipeline
from shelflist.cli.asking import ask_page
from shelflist.cli.checked import check_as_json, show_reading, show_selectors, show_summary
from shelflist.cli.options import JsonOption, date_or_instant
from shelflist.cli.plain import plain
from shelflist.cli.screen import Screen
from shelflist.errors import ReadError, UsageError
from shelflist.models.observe import PageReading
from shelflist.pipeline.checking import PageCheck, must_be_selectors
from shelflist.pipeline.corrected import applied_on
from shelflist.publish.words import web_address
from shelflist.sources import TABLES, LoadedSource, Source, load_source


def check(
    source_file: Annotated[str, Parameter(help="Path of a TOML file, or name of a bundled source.")],
    /,
    *,
    url: Annotated[str | None, Parameter(help="Ask the site for this page, politely, and read it.")] = None,
    html: Annotated[Path | None, Parameter(help="Read this saved page.")] = None,
    captured: Annotated[str | None, Parameter(help="With --html: when the page was saved, a date or time.")] = None,
    json: JsonOption = False,
) -> int:
    """Exit code 0, or 1 when a selector is not met. Raises SourceFileError for a faulty file, ReadError for no page."""
    if url is not None and html is not None:
        raise UsageError("--url and --html: give one of the two")
    if url is not None and web_address(url) is None:
        raise UsageError(f"--url: found {url!r:.80}, expected an address like https://example.org/a-page/")
    if captured is not None and html is None:
        raise UsageError("--captured: expected --html with it")
    loaded = load_source(source_file)
    must_be_selectors(loaded)
    captured_at = date_or_instant(captured, "--captured") if captured else datetime.now(UTC)
    checked = _checked(loaded, url, html, captured_at)
    rules = loaded.source.at(captured_at)
    screen = Screen()
    if json:
        screen.json(_as_json(loaded, rules, checked, captured_at))
        return 1 if checked and checked.error else 0
    source = loaded.source
    screen.line(loaded.path, ": ", ("sound", "green"), f"; {source.title}, {source.home}")
    if checked is None:
        return 0
    _show_rules(screen, source, captured_at)
    return _show(screen, rules, checked)


def _checked(loaded: LoadedSource, url: str | None, html: Path | None, at: datetime) -> PageCheck | None:
    if url is not None:
        reply = ask_page(loaded.source, url)
        content_type = reply.headers.get("content-type", "text/html")
        return pipeline.stages.check(
            loaded, html=reply.payload, url=reply.url, content_type=content_type, captured_at=at
        )
    return None if html is None else _checked_file(loaded, html, at)


def _checked_file(loaded: LoadedSource, html: Path, at: datetime) -> PageCheck:
    """A saved page, read as if it were the home page; errors name the file."""
    home = loaded.source.home
    try:
        return pipeline.stages.check(loaded, html=html.read_bytes(), url=home, captured_at=at)
    except OSError as error:
        raise UsageError(f"{html}: cannot be opened: {error.strerror}") from error
    except ReadError as error:
        reason = str(error).removeprefix(f"{home}: ")
        raise ReadError(f"{html}: {reason}") from error


def _show(screen: Screen, rules: Source, checked: PageCheck) -> int:
    """The page line by line, then the sums. Without a reading: how often each selector matched, and which failed."""
    if checked.reading is not None:
        show_reading(screen, checked.reading)
    show_selectors(screen, checked.selectors)
    if checked.reading is None:
        for line in checked.outside[:3]:
            screen.line(("reads as an entry", "yellow"), f": {line}")
        Screen(stderr=True).line(f"shelflist: {checked.error}")
        return 1
    show_summary(screen, checked, checked.reading)
    _show_corrections(screen, rules, checked.reading)
    return 0


def _rules_used(source: Source, at: datetime) -> dict[str, datetime | None]:
    """Until when each table that the page was read by was valid; None for those of today."""
    past = source.past_at(at)
    return {table: past[table].valid_until if table in past else None for table in TABLES}


def _show_rules(screen: Screen, source: Source, at: datetime) -> None:
    used = _rules_used(source, at).items()
    told = (f"{table} {f'valid until {until:%Y-%m-%dT%H:%M:%SZ}' if until else 'of today'}" for table, until in used)
    screen.line(("read by", "bold"), f" {', '.join(told)}")


def _show_corrections(screen: Screen, rules: Source, reading: PageReading) -> None:
    """A correction may be for another page: that it has no line here is told, and is no fault."""
    applied = applied_on(reading, rules)
    for one in rules.corrections:
        if (one.line, one.page) not in applied:
            screen.line(("correction without a line on this page", "yellow"), f": {one.line}")
        elif idle := applied[one.line, one.page]:
            screen.line(("idle correction", "yellow"), f": {one.line}: {idle}")


def _as_json(loaded: LoadedSource, rules: Source, checked: PageCheck | None, at: datetime) -> dict[str, object]:
    answer: dict[str, object] = {"source": loaded.source.name, "path": loaded.path, "sha256": loaded.sha256}
    if checked is not None:
        answer["check"] = check_as_json(checked)
    if checked is not None and (reading := checked.reading) is not None:
        answer["page"] = {
            "title": reading.page.title,
            "url": reading.page.url,
            "rules_valid_until": plain(_rules_used(loaded.source, at)),
            "text_coverage": reading.page.text_coverage,
            "kinds": dict(reading.kinds),
            "lines": plain(reading.lines),
            "entries": plain(reading.entries),
            "corrections": _corrections_as_json(rules, reading),
        }
    return answer


def _corrections_as_json(rules: Source, reading: PageReading) -> list[dict[str, object]]:
    applied = applied_on(reading, rules)
    return [
        {"line": one.line, "page": one.page, "on_page": key in applied, "idle": applied.get(key)}
        for one in rules.corrections
        for key in [(one.line, one.page)]
    ]
