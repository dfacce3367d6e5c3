"""A line and its headings in, a reading out: entry (a `Citation`), note, prose or placeholder. The grammar is here.

No input or output, no clock: the same line in the same context is always read the same.
"""

from shelflist.parse.line import Context, read_line, read_text

__all__ = ["Context", "read_line", "read_text"]
