"""`shelflist demo-site`: serve the demo archive, or a saved site, until a person presses Ctrl-C."""

import threading

from shelflist.demo.saved import SavedSite
from shelflist.demo.server import Served
from shelflist.demo.site import DemoSite
from shelflist.errors import ShelflistError

DEFAULT_PORT = 8017
"""Where the source file `demo`, and those of the saved sites, look for them."""
DEMO = "demo"


def serve(edition: int = 1, port: int = DEFAULT_PORT, name: str = DEMO) -> None:
    """Serve until interrupted, after saying where and what to do next.

    Raises UsageError for an unknown site or edition, ShelflistError when the port cannot be had.
    """
    site: Served = DemoSite(edition, port) if name == DEMO else SavedSite(name, edition, port)
    try:
        site.start()
    except (OSError, OverflowError) as error:
        raise ShelflistError(_refusal(port, error)) from error
    try:
        print(_welcome(name, site), flush=True)
        threading.Event().wait()
    except KeyboardInterrupt:
        print(f"\n{site.title} is closed.")
    finally:
        site.stop()


def _refusal(port: int, error: OSError | OverflowError) -> str:
    reason = "is not a port" if isinstance(error, OverflowError) else f"cannot be had ({error.strerror or error})"
    return (
        f"port {port} {reason}; choose another with --port {DEFAULT_PORT + 1}"
        " and name it in connect_to of a copy of the source file"
    )


def _welcome(name: str, site: Served) -> str:
    other = 2 if site.edition == 1 else 1
    is_elsewhere = site.port != DEFAULT_PORT
    again = f"shelflist demo-site{'' if name == DEMO else f' --site {name}'} --edition {other}"
    again += f" --port {site.port}" if is_elsewhere else ""
    lines = [
        f"{site.title}, edition {site.edition}, is open at http://127.0.0.1:{site.port}/ until you press Ctrl-C.",
        "In another terminal:",
        f"  shelflist harvest {f'./{name}.toml' if is_elsewhere else name}",
        f"Then stop this, start `{again}`, harvest again, and see what came of it:",
        f"  shelflist diff {name}",
    ]
    if is_elsewhere:
        expects = f"The source file `{name}` expects port {DEFAULT_PORT}"
        lines.insert(1, f'{expects}: copy it to {name}.toml and set connect_to = "127.0.0.1:{site.port}".')
    return "\n".join(lines)
