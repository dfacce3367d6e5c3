"""A citation's fields as `check` shows them: only those that say something, in the columns' order."""

from collections.abc import Sequence
from dataclasses import fields

from shelflist.models.citation import Citation
from shelflist.models.page import Link
from shelflist.models.rows import LinkRow

_SILENT = ("stated", "not_stated", "unknown")
"""Values that tell nothing beside the other fields."""


def entry_fields(citation: Citation, links: Sequence[Link | LinkRow]) -> list[tuple[str, str]]:
    """(name, words) for each field of the citation that has a value, then the links' targets."""
    names = [field.name for field in fields(Citation) if field.name != "contributors"]
    pairs = [(name, _words(getattr(citation, name))) for name in names]
    people = "; ".join(f"{person.name_raw} ({person.role})" for person in citation.contributors)
    targets = " ".join(link.url or link.url_raw for link in links)
    return [(name, words) for name, words in (*pairs, ("contributors", people), ("links", targets)) if words]


def _words(value: object) -> str:
    if value is None or str(value) in _SILENT:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    return " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
