"""A line and its headings in, a reading out: entry (a `Citation`), note, prose or placeholder. The grammar is here.

No input or output, no clock: the same line in the same context is always read the same.
"""

from typing import TYPE_CHECKING

from shelflist.on_demand import on_demand

if TYPE_CHECKING:
    from shelflist.parse.line import Context, read_line, read_text
else:
    __getattr__ = on_demand(
        __name__,
        {
            "line": ("Context", "read_line", "read_text"),
        },
    )

__all__ = ["Context", "read_line", "read_text"]
