"""A line and its headings in, a reading out: entry (a `Citation`), note, prose or placeholder. The grammar is here.

No input or output, no clock: the same line in the same context is always read the same. `line` has the steps in their
order; each folder is one of them and knows only those before it: `vocabulary`, `looks`, `segments`, `labels` (by the
rules of `grammar` and the search of `search`), `kinds`, `fields`, `context`. `page` reads a page's lines together.
"""
