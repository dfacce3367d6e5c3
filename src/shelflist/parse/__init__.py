"""A line and its headings in, a reading out: entry (a `Citation`), note, prose or placeholder. The grammar is here.

No input or output, no clock: the same line in the same context is always read the same.
"""
