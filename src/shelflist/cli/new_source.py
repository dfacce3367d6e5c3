"""`shelflist new-source`: looks at a site, politely, and writes a source file for it."""

import shlex
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter, validators

from shelflist.cli.progress import progress
from shelflist.cli.screen import Screen
from shelflist.errors import UsageError
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.proposing import Proposal, Wish, propose

NO_LIST = 3
"""Exit code: a person should look."""


def new_source(
    url: Annotated[str, Parameter(help="A page of the site: its home page, or a list of the pages.")],
    /,
    *,
    out: Annotated[Path | None, Parameter(help="Write the file here. Default: standard output.")] = None,
    page: Annotated[
        list[str] | None, Parameter(negative="", help="A page with a list, if you know one; may be repeated.")
    ] = None,
    contact: Annotated[
        str | None, Parameter(help="mailto: or https: address where the site's owner can reach you.")
    ] = None,
    name: Annotated[str | None, Parameter(help="Name of the source. Default: from the host.")] = None,
    samples: Annotated[int, Parameter(help="Pages to look at.", validator=validators.Number(gte=1, lte=50))] = 8,
    requests: Annotated[
        int, Parameter(help="Requests that may be made.", validator=validators.Number(gte=10, lte=1000))
    ] = 60,
    lists_books: Annotated[
        bool, Parameter(negative="", show_default=False, help="The lines of the site's lists are books.")
    ] = False,
    allow_loopback: Annotated[
        bool, Parameter(negative="", show_default=False, help="The site is on this very machine.")
    ] = False,
    connect_to: Annotated[
        str | None, Parameter(help="host:port to connect to instead of the address's own; for test sites.")
    ] = None,
) -> int:
    """Exit code 0, or 3 when no line that was seen reads as an entry. Raises UsageError, ReadError."""
    if out is not None and out.exists():
        raise UsageError(f"{out}: is there already; choose another name")
    if out is not None and not out.parent.is_dir():
        raise UsageError(f"{out}: found no folder {out.parent}")
    wish = Wish(
        url=url,
        name=name,
        contact=contact,
        pages=tuple(page or ()),
        samples=samples,
        requests=requests,
        allow_loopback=allow_loopback,
        connect_to=connect_to,
        lists_books=lists_books,
    )
    with progress() as reporting:
        proposal = propose(wish, reporting)
    if out is None:
        Screen().source_file(proposal.text)
    else:
        out.write_text(proposal.text, encoding="utf-8")
    _tell(Screen(stderr=True), proposal, out)
    return 0 if proposal.entries else NO_LIST


def _tell(screen: Screen, proposal: Proposal, out: Path | None) -> None:
    screen.line(f"doors {proposal.doors}")
    pages = counted(proposal.looked_at, "page")
    asked = counted(proposal.requests, "request")
    more = counted(proposal.as_books, "line")
    file = shlex.quote(str(out)) if out is not None else f"{proposal.name}.toml"
    if not proposal.entries:
        screen.line(("no list found", "bold yellow"), f": of {pages} no line reads as an entry ({asked}).")
        screen.line("If you know a page with a list, name it with --page. A list that a script writes cannot be seen.")
        if proposal.as_books:
            screen.line(f"{more} would be entries in a list of books: if they are, say --lists-books.")
        return
    lists = counted(len(proposal.lists), "page")
    screen.line(
        (counted(proposal.entries, "entry"), "green"), f" on {lists} of {pages} looked at ({asked}). Go on with:"
    )
    screen.line(f"  shelflist check {file} --url {shlex.quote(proposal.lists[0][0])}")
    screen.line(f"  shelflist harvest {file} --dry-run")
    if proposal.as_books:
        screen.line(f"{more} more would be entries in a list of books: see [manner] at the end of the file.")
