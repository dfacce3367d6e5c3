"""`shelflist demo-site`: the embedded archive in a browser, or for a harvest of one's own."""

from typing import Annotated

from cyclopts import Parameter

from shelflist.demo import DEFAULT_PORT, saved_names, serve


def demo_site(
    *,
    site: Annotated[str, Parameter(help=f"demo, or a saved site: {', '.join(saved_names())}.")] = "demo",
    edition: Annotated[int, Parameter(help="Which edition of the archive: 1 or 2.")] = 1,
    port: Annotated[int, Parameter(help="Port on 127.0.0.1; 0 takes a free one.")] = DEFAULT_PORT,
) -> int:
    """Serves until Ctrl-C. Raises ShelflistError when the port is in use, UsageError for an unknown site or edition."""
    serve(edition, port, site)
    return 0
