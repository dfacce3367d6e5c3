"""An account of changes on a screen: in colour on a terminal, plain in a pipe; and the options that go with it."""

import os
from typing import Annotated

from cyclopts import Parameter

from shelflist.cli.screen import STYLES, Screen
from shelflist.publish.render_text import text_lines
from shelflist.publish.report_changes import Account

AllOption = Annotated[
    bool, Parameter(negative="", show_default=False, help="Everything: nothing is folded away, no list cut.")
]
LinksOption = Annotated[
    bool, Parameter(negative="", show_default=False, help="Write out the address of each line, as a text fragment.")
]

_STYLES = {**STYLES, "old": "red strike", "new": "bold green", "quiet": "dim", "page_added": "green"}


def tell(screen: Screen, account: Account, *, links: bool = False) -> None:
    """Prints the account. Titles are hyperlinks on terminals that know them."""
    is_coloured = screen.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for line in text_lines(account, coloured=is_coloured, links=links):
        screen.line(*((words, _STYLES.get(style, _rich(style))) for words, style in line))


def _rich(style: str) -> str:
    """Styles of rich stand as they are; kinds of change that have no colour of their own get none."""
    return style if style.split(" ", 1)[0] in ("bold", "") else ""
