"""Source files: one TOML file tells one archive. Only here is configuration read.

Bundled sources are the ``*.toml`` files of this folder; any other is given by its path.
"""

from shelflist.sources.load import LoadedSource, bundled_names, is_source_id, load_source, parse_source
from shelflist.sources.model import Gates, Lookups, Past, Selector, Selectors, Source
from shelflist.sources.reading import TABLES

__all__ = [
    "TABLES",
    "Gates",
    "LoadedSource",
    "Lookups",
    "Past",
    "Selector",
    "Selectors",
    "Source",
    "bundled_names",
    "is_source_id",
    "load_source",
    "parse_source",
]
