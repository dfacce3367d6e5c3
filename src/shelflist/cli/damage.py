"""Which file is damaged, when Polars stumbled over one: it names none, and most are opened only as far as needed."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from shelflist.settings import data_directory


def table_errors() -> tuple[type[Exception], ...]:
    """Polars' errors, of a table that is damaged in its middle; none in a command that has not imported it."""
    polars = sys.modules.get("polars")
    return (polars.exceptions.PolarsError,) if polars is not None else ()


def damage_in_words(words: Sequence[str], error: Exception) -> str:
    """File, found and expected, of the first table that cannot be read among those the command was about."""
    if (held := sys.modules.get("shelflist.publish.held")) is not None:
        for file in _tables(words):
            if told := held.unreadable(file):
                return f"{told}; shelflist replay makes it again"
    return f"a table cannot be read: {str(error).partition(chr(10))[0]}; try shelflist verify"


def _tables(words: Sequence[str]) -> Iterator[Path]:
    """The Parquet files of the sources that are named, the latest first; then those of the others."""
    folders = sorted((data_directory(_option(words, "--data")) / "clean").glob("*/"))
    named = {Path(word).stem for word in words}
    for folder in sorted(folders, key=lambda folder: folder.name not in named):
        yield from sorted((folder / "latest").glob("*.parquet"))
        yield from sorted(folder.rglob("*.parquet"), reverse=True)


def _option(words: Sequence[str], name: str) -> Path | None:
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == name:
            return Path(following)
        if word.startswith(f"{name}="):
            return Path(word.partition("=")[2])
    return None
