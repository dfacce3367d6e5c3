"""Which rules a name stands for, where something was harvested under it.

A path names a file. A plain name is a bundled source, unless a file of one's own was harvested under that name last:
then it means what is in the data directory, by the rules of its last run, and nothing is fetched under it by others.
"""

from pathlib import Path

from shelflist.archive.ledger import last_begun
from shelflist.errors import UsageError
from shelflist.pipeline.history import History, read_history
from shelflist.pipeline.place import Workplace
from shelflist.settings import raw_directory
from shelflist.sources import LoadedSource, bundled_names, is_source_id, load_source


def rules_for(source: str, data: Path) -> LoadedSource:
    """The source as given; or, by the id of a harvested one, the rules that its last run used.

    Raises UnknownSourceError, SourceFileError, LedgerError.
    """
    raw = raw_directory(data, source) if is_source_id(source) else None
    if raw is None or Path(source).is_file():
        return load_source(source)
    if source in bundled_names() and ((last := last_begun(raw)) is None or last.rules_from != "file"):
        return load_source(source)
    runs = read_history(raw).runs if raw.is_dir() else []
    return load_source(raw / "rules" / f"{runs[-1].begun.rules_sha256}.toml" if runs else source)


def must_be_of_this_file(place: Workplace, history: History) -> None:
    """Raises UsageError where a bundled source would go on with what a file of one's own has begun under its name."""
    runs = history.runs
    if place.loaded.is_bundled and runs and runs[-1].begun.rules_from == "file":
        name = place.source.name
        raise UsageError(
            f"{name}: found {place.raw} harvested by a file of your own, expected the bundled source of that name; "
            f"name your file by its path (./{name}.toml), or choose another data directory"
        )
