"""A correction as TOML, ready to be pasted into a source file: what was read, for a person to put right."""

from collections.abc import Sequence

from shelflist.cli.text import as_json
from shelflist.models.citation import Citation, Contributor
from shelflist.sources.corrections import FIELDS

CORE = ("title", "contributors", "publisher", "place_of_publication", "date_edtf", "page_count")
"""Fields that are offered even where nothing was read."""

_FOLLOWING = ("date_type", "genre")
"""Fields that mostly follow from others: they are left out."""


def correction_block(line: str, citation: Citation, *, page: str | None = None) -> str:
    """One ``[[corrections]]``, with every field that was read, and the core fields that were not as comments.

    `reason` is left for the person: a source file with "..." there is refused.
    """
    rows = ["[[corrections]]", f"line = {_text(line)}"]
    rows += [f"page = {_text(page)}"] if page else []
    rows.append('reason = "..."')
    for name in FIELDS:
        value = getattr(citation, name)
        if name not in _FOLLOWING and (value or name in CORE):
            rows.append(f"{'' if value else '# '}{name} = {_value(name, value)}")
    return "\n".join(rows) + "\n"


def _value(name: str, value: object) -> str:
    if name == "contributors" and isinstance(value, tuple):
        return _people(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_text, value))}]"
    if name == "page_count":
        return str(value or 0)
    return _text("" if value is None else str(value))


def _people(people: Sequence[Contributor]) -> str:
    rows = [f"  {{ {', '.join(_person(person))} }},\n" for person in people]
    return f"[\n{''.join(rows)}]" if rows else '[{ name = "..." }]'


def _person(person: Contributor) -> list[str]:
    given = {
        "name": person.name_raw,
        "role": person.role.value,
        "family": person.family,
        "given": person.given,
        "name_type": person.name_type.value,
    }
    return [f"{name} = {_text(value)}" for name, value in given.items() if value]


def _text(words: str) -> str:
    """A basic string of TOML: every escape of JSON is one of TOML as well, and nothing in it acts on a screen."""
    return as_json(words, indent=None)
