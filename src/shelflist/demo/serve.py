"""`shelflist demo-site`: serve the demo archive until a person presses Ctrl-C."""

import threading

from shelflist.demo.site import DemoSite
from shelflist.errors import ShelflistError

DEFAULT_PORT = 8017
"""Where the source file `demo` looks for the demo archive."""


def serve(edition: int = 1, port: int = DEFAULT_PORT) -> None:
    """Serve until interrupted, after saying where and what to do next.

    Raises UsageError for an unknown edition, ShelflistError when the port cannot be had.
    """
    site = DemoSite(edition, port)
    try:
        site.start()
    except (OSError, OverflowError) as error:
        raise ShelflistError(_refusal(port, error)) from error
    try:
        print(_welcome(edition, site.port), flush=True)
        threading.Event().wait()
    except KeyboardInterrupt:
        print("\nThe demo archive is closed.")
    finally:
        site.stop()


def _refusal(port: int, error: Exception) -> str:
    reason = "is not a port" if isinstance(error, OverflowError) else f"cannot be had ({error})"
    return (
        f"port {port} {reason}; choose another with --port {DEFAULT_PORT + 1}"
        " and name it in connect_to of a copy of the source file"
    )


def _welcome(edition: int, port: int) -> str:
    other = 2 if edition == 1 else 1
    lines = [
        f"The demo archive, edition {edition}, is open at http://127.0.0.1:{port}/ until you press Ctrl-C.",
        "In another terminal:",
        "  shelflist harvest demo",
        f"Then stop this, start `shelflist demo-site --edition {other}`, harvest again, and see what came of it:",
        "  shelflist diff demo",
    ]
    if port != DEFAULT_PORT:
        lines.insert(
            1, f'The source file `demo` expects port {DEFAULT_PORT}: copy it and set connect_to = "127.0.0.1:{port}".'
        )
    return "\n".join(lines)
