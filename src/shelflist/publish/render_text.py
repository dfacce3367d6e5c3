"""An account of changes as lines of words with styles: a terminal shows them in colour, a pipe gets the words.

A style is a word for what it is (`added`, `old`, `new`, `quiet`, `bold`) or ``link ADDRESS``.
"""

from collections.abc import Iterator, Sequence

from shelflist.publish.report_changes import Account, Change, OnPage, Seen, Under
from shelflist.publish.words import markdown_target, web_address
from shelflist.publish.words_marked import Marked

Line = tuple[tuple[str, str], ...]

_SHORT = 80  # characters of both values: up to so many stand side by side whole


def text_lines(account: Account, *, coloured: bool = False, links: bool = False) -> Iterator[Line]:
    """The account, line by line. `coloured`: styles tell what differs. `links`: addresses are written out."""
    yield ((account.title, "bold"),)
    for one in account.often:
        yield (
            (f"  {one.number} times ", "quiet"),
            (f"{one.field}: ", ""),
            (one.old, "old"),
            (" → ", ""),
            (one.new, "new"),
        )
    for page in account.pages:
        yield ()
        yield from _page(page, coloured=coloured, links=links)
    if account.folded or account.is_long:
        yield ()
    if account.is_long:
        yield ((f"not all of {_number(account)} changes are shown; --all shows them", "quiet"),)
    for reason, number in account.folded:
        yield ((f"{number} folded away: {reason}; --all shows them", "quiet"),)


def seen_in_words(seen: Seen) -> str:
    """When a capture was taken, the place of its bytes (file, byte), and its id."""
    at = "" if seen.captured_at is None else seen.captured_at.strftime("%Y-%m-%d %H:%M:%S UTC, ")
    place = "" if seen.warc_filename is None else f"{seen.warc_filename} byte {seen.warc_offset}, "
    return f"{at}{place}capture {seen.capture_id}"


def counts_in_words(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in counts)


def _number(account: Account) -> int:
    return sum(page.shown + page.hidden for page in account.pages)


def _page(page: OnPage, *, coloured: bool, links: bool) -> Iterator[Line]:
    counts = counts_in_words(page.counts)
    yield ((page.title or "on no page", f"bold{_link(page.href)}"), (f"  {counts}", "quiet"))
    if not page.shown:
        return
    if page.href:
        yield ((f"  {page.href}", "quiet"),)
    yield from _captures(page.before, page.after, "  ")
    for group in page.groups:
        if group.shown:
            yield from _under(group, page, coloured=coloured, links=links)
    if page.hidden:
        yield ((f"    … {page.hidden} more on this page", "quiet"),)


def _under(group: Under, page: OnPage, *, coloured: bool, links: bool) -> Iterator[Line]:
    if group.headings:
        yield ((f"  {' › '.join(group.headings)}", "heading"),)
    for change in group.changes[: group.shown]:
        yield from _change(change, coloured=coloured)
        if links and change.href:
            yield ((f"        {change.href}", "quiet"),)
        yield from _captures(*change.captures_beside(page), "        ")


def _captures(before: Seen | None, after: Seen | None, indent: str) -> Iterator[Line]:
    for name, seen in (("before", before), ("after ", after)):
        if seen is not None:
            yield ((f"{indent}{name} {seen_in_words(seen)}", "quiet"),)


def _change(change: Change, *, coloured: bool) -> Iterator[Line]:
    kinds = ", ".join(change.kinds)
    first = [("    ", ""), (kinds, change.kinds[0]), ("  ", ""), (change.label, f"bold{_link(change.href)}")]
    if change.words:
        first.append((f": {change.words}", ""))
    if change.observed_at is not None:
        first.append((f"  {change.observed_at:%Y-%m-%d}", "quiet"))
    if change.aside:
        first.append((f"  ({change.aside})", "quiet"))
    yield tuple(first)
    for told in change.shown_fields:
        yield (("        ", ""), (f"{told.field}: ", "quiet"), *_values(told.values, coloured=coloured))


def _values(values: Marked, *, coloured: bool) -> Iterator[tuple[str, str]]:
    if not values.is_partial or (not coloured and len(f"{values.old}{values.new}") <= _SHORT):
        yield _whole(values.old, "old")
        yield " → ", "quiet"
        yield _whole(values.new, "new")
        return
    for number, piece in enumerate(values.shown):
        if number:
            yield " ", ""
        if piece.sign == " ":
            yield piece.words, ""
        elif coloured:
            yield piece.words, "old" if piece.sign == "-" else "new"
        else:
            yield f"[{piece.sign}{piece.words}{piece.sign}]", ""


def _whole(text: str | None, style: str) -> tuple[str, str]:
    return ("nothing", "quiet") if text is None else (text or '""', style)


def _link(href: str | None) -> str:
    address = web_address(href)
    return f" link {markdown_target(address)}" if address else ""
