"""Which rules a command works by, for the commands that can do without the source file."""

from pathlib import Path

from shelflist.cli.options import is_source_id
from shelflist.pipeline.history import read_history
from shelflist.settings import raw_directory
from shelflist.sources import LoadedSource, bundled_names, load_source


def rules_for(source: str, data: Path) -> LoadedSource:
    """The source as given; or, by the id of a harvested one, the rules that its last run used.

    Raises UnknownSourceError, SourceFileError, LedgerError.
    """
    if source in bundled_names() or not is_source_id(source) or Path(source).is_file():
        return load_source(source)
    raw = raw_directory(data, source)
    runs = read_history(raw).runs if raw.is_dir() else []
    return load_source(raw / "rules" / f"{runs[-1].begun.rules_sha256}.toml" if runs else source)
