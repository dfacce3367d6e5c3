"""`shelflist demo-site`: the embedded archive in a browser, or for a harvest of one's own."""

from typing import Annotated

from cyclopts import Parameter

from shelflist.demo import DEFAULT_PORT, serve


def demo_site(
    *,
    edition: Annotated[int, Parameter(help="Which edition of the archive: 1 or 2.")] = 1,
    port: Annotated[int, Parameter(help="Port on 127.0.0.1; 0 takes a free one.")] = DEFAULT_PORT,
) -> int:
    """Serves until Ctrl-C. Raises ShelflistError when the port is in use, UsageError for an unknown edition."""
    serve(edition, port)
    return 0
