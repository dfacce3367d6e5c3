"""Asks the web, politely, and hands every answer to the archive.

`visit` is the way in. `ports` says what it needs from others, `doors` are the ways of finding a site's pages, the
other modules are the layers of one request, from the inside out: `addresses` and `transport` (where we may connect),
`client` (one exchange), `retry`, `politeness`, `robots`, `asker` (one question, recorded).
"""
