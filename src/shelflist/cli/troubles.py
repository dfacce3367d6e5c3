"""Pages that a run did not observe completely, as a table. Pages that share verdict and reason share a line."""

from collections.abc import Sequence

from shelflist.cli.screen import Screen
from shelflist.cli.standing import PageTrouble
from shelflist.pipeline.in_words import counted

INSTEAD = "; there is "
"""What follows differs from page to page: the elements that hold its lines now. The run's report adds them up."""
NAMED = 3
"""So many pages of one fate are named; more are counted, for then it is the site that is in trouble."""

Row = tuple[str, str, str]


def show_troubles(screen: Screen, troubles: Sequence[PageTrouble], *, indent: str = "", at_most: int = 0) -> int:
    """Prints the table under its heading, `at_most` lines of it (0: all); returns how many lines were left out."""
    rows = troubles_in_rows(troubles)
    shown = rows[:at_most] if at_most else rows
    if shown:
        screen.line(f"{indent}not completely observed:")
        if indent:
            screen.table((f"{indent} ", "verdict", "page", "why"), [(f"{indent} ", *row) for row in shown])
        else:
            screen.table(("verdict", "page", "why"), shown)
    return len(rows) - len(shown)


def troubles_in_rows(troubles: Sequence[PageTrouble]) -> list[Row]:
    """Verdict, page and reason; one row for all pages of a fate if they are more than `NAMED`."""
    fates: dict[tuple[str, str], list[PageTrouble]] = {}
    for one in troubles:
        fates.setdefault((one.verdict, _reason(one).partition(INSTEAD)[0]), []).append(one)
    rows: list[Row] = []
    for (verdict, why), pages in fates.items():
        if len(pages) <= NAMED:
            rows += [(verdict, one.title or one.url or one.page_id, _reason(one)) for one in pages]
        else:
            alike = {_reason(one) for one in pages}
            rows.append((verdict, counted(len(pages), "page"), alike.pop() if len(alike) == 1 else why))
    return rows


def _reason(one: PageTrouble) -> str:
    """The reason, without the verdict that some reasons begin with."""
    return one.detail.removeprefix(f"{one.verdict}: ")
