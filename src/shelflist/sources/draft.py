"""A source file for a site that was looked at, as text: every choice with the numbers it goes by, in comments.

What is chosen comes from elsewhere; here it is only written down, in the order in which a person will want to check it.
"""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDTH = 118
_ACTING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What may stand in no comment of TOML, or would act on a screen: page text is anybody's."""


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the file: a key, its value, and what is to be said of it. `is_idle`: written as a comment."""

    name: str
    value: object
    notes: tuple[str, ...] = ()
    is_idle: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One table, ``[name]`` or ``[[name]]``; "" is the top of the file."""

    name: str
    keys: tuple[Key, ...] = ()
    notes: tuple[str, ...] = ()
    is_one_of_many: bool = False


def draft(sections: Iterable[Section]) -> str:
    """The text of the file."""
    return "\n".join("\n".join(_section(section)) + "\n" for section in sections)


def _section(section: Section) -> Iterator[str]:
    if section.name:
        yield f"[[{section.name}]]" if section.is_one_of_many else f"[{section.name}]"
    yield from _comments(section.notes)
    if section.notes and not section.name:
        yield ""
    for key in section.keys:
        yield from _comments(key.notes)
        yield from _assigned(key)


def _assigned(key: Key) -> Iterator[str]:
    """A list that is too long for one line has one to each of its values."""
    start = "# " if key.is_idle else ""
    line = f"{start}{key.name} = {as_toml(key.value)}"
    if len(line) <= WIDTH + 2 or not isinstance(key.value, Sequence) or isinstance(key.value, str):
        yield line
        return
    yield f"{start}{key.name} = ["
    yield from (f"{start}  {as_toml(value)}," for value in key.value)
    yield f"{start}]"


def _comments(notes: Iterable[str]) -> Iterator[str]:
    for note in notes:
        text = harmless(note)
        indent = "  " * (text.startswith("  "))
        yield from (f"# {line}" for line in textwrap.wrap(text, WIDTH, subsequent_indent=indent) or [""])


def harmless(text: str) -> str:
    """`text` in one line, with a middle dot for every character that could act."""
    return _ACTING.sub("·", text)


def as_toml(value: object) -> str:
    """A value of TOML: text, number, boolean, a list of them, or a table of them."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {as_toml(one)}" for name, one in value.items()) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return str(value)


def _text(words: str) -> str:
    """A basic string: every escape of JSON is one of TOML as well; what acts on a screen is escaped."""
    written = json.dumps(words.encode("utf-8", "replace").decode("utf-8"), ensure_ascii=False)
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
