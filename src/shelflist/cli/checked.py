"""What `shelflist check` shows of a page: its lines as they are read, what is left, and what the rules did."""

from collections.abc import Iterator

from shelflist.cli.fields import entry_fields
from shelflist.cli.plain import plain
from shelflist.cli.screen import Screen
from shelflist.extract.counting import SelectorCount
from shelflist.models.observe import PageReading, ReadEntry
from shelflist.pipeline.as_books import AsBooks
from shelflist.pipeline.checking import PageCheck
from shelflist.pipeline.in_words import counted
from shelflist.settings import DOUBTFUL_BELOW

_SHOWN, _FEW = 10, 3


def show_reading(screen: Screen, reading: PageReading) -> None:
    """Every line with what it was taken for, and the fields of each entry."""
    entries = {entry.position: entry for entry in reading.entries}
    screen.line(("page", "bold"), f"  {reading.page.title or 'without a title'}")
    for line in reading.lines:
        screen.line(f"{line.position:4}  ", line.kind, f"  {line.text}")
        if line.position in entries:
            _show_entry(screen, entries[line.position])


def _show_entry(screen: Screen, entry: ReadEntry) -> None:
    for name, words in entry_fields(entry.citation, entry.links):
        note = "  <- not read" if name == "unparsed_remainder" else ""
        screen.line(f"        {name}: {words}", (note, "yellow"))


def show_selectors(screen: Screen, counts: tuple[SelectorCount, ...]) -> None:
    """Found and expected, those that are not met in colour."""
    screen.line(("selectors", "bold"))
    for one in counts:
        expected = f", expected {one.expected}" if one.expected else ""
        told = f"  {one.name}  {one.css}  matched {one.found}{expected}"
        screen.line((told, "" if one.is_met else "bold red"))


def show_summary(screen: Screen, checked: PageCheck, reading: PageReading) -> None:
    """Counts, headings, doubtful readings, what was left and where."""
    _show_headings(screen, reading)
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(reading.kinds.items())) or "no line"
    left = [entry for entry in reading.entries if entry.citation.unparsed_remainder is not None]
    screen.line(f"{counted(len(reading.lines), 'line')}: {kinds}")
    screen.line(
        f"text coverage {reading.page.text_coverage:.1%}; words not read in {counted(len(left), 'entry')}; "
        f"the content holds {checked.share:.0%} of the page's text"
    )
    _show_some(screen, "not read", [f"line {one.position}: {one.citation.unparsed_remainder}" for one in left])
    _show_some(screen, "in doubt", list(_doubtful(reading)))
    _show_some(screen, "reads as an entry, outside the content", list(checked.outside))
    _show_as_books(screen, checked.as_books)
    _show_some(screen, "lookup that this page does not use", [f"{name}: {words}" for name, words in checked.unused])


def _show_headings(screen: Screen, reading: PageReading) -> None:
    if not reading.headings:
        return
    screen.line(("headings", "bold"))
    under = [entry.heading for entry in reading.entries]
    for number, heading in enumerate(reading.headings):
        own = under.count(number)
        entries = f"  {counted(own, 'entry')}" if own else ""
        screen.line(f"  {'  ' * (len(heading.path) - 1)}{heading.text}", (entries, "green"))


def _show_as_books(screen: Screen, found: AsBooks) -> None:
    """Lines that want a word of the file; and that word."""
    if not found.keys:
        return
    _show_some(screen, "no entry, but would be in a list of books", list(found.lines), _FEW)
    screen.line(("if these are books, add to the source file:", "bold"))
    for line in ("[manner]", *(f"{key} = true" for key in found.keys)):
        screen.line(f"  {line}")


def _doubtful(reading: PageReading) -> Iterator[str]:
    found = [entry for entry in reading.entries if entry.citation.parse_confidence < DOUBTFUL_BELOW]
    for entry in sorted(found, key=lambda one: one.citation.parse_confidence):
        yield f"line {entry.position}, {entry.citation.parse_confidence:.2f}: {entry.raw}"


def _show_some(screen: Screen, what: str, items: list[str], most: int = _SHOWN) -> None:
    for item in items[:most]:
        screen.line((what, "yellow"), f": {item}")
    if len(items) > most:
        screen.line(f"... and {len(items) - most} more")


def check_as_json(checked: PageCheck) -> dict[str, object]:
    """Beside the reading: selectors, doubts, what is outside, what is unused."""
    reading = checked.reading
    return {
        "selectors": plain(checked.selectors),
        "error": str(checked.error) if checked.error else None,
        "content_share": round(checked.share, 4),
        "headings": plain(reading.headings) if reading else [],
        "doubtful": [entry.position for entry in reading.entries if _is_doubtful(entry)] if reading else [],
        "outside": list(checked.outside),
        "as_books": {"lines": list(checked.as_books.lines), "keys": list(checked.as_books.keys)},
        "unused_lookups": [{"key": name, "value": words} for name, words in checked.unused],
    }


def _is_doubtful(entry: ReadEntry) -> bool:
    return entry.citation.parse_confidence < DOUBTFUL_BELOW
