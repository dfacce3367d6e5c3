"""Constants and the one place that reads the environment."""

import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

EXTRACTOR_VERSION = "12"
"""Bumped whenever extraction or parsing gives another result for the same bytes (the golden tests notice)."""

COLLECT_AFTER = (50_000, 50, 100)
"""Objects made and not freed before garbage is looked for, and how seldom older ones are looked through: a state, or a
page that is read, is a great many objects and hardly a cycle among them."""

DOUBTFUL_BELOW = 0.9
"""A reading of less confidence waits for a person (`parse_confidence`)."""

PROXY = "SHELFLIST_PROXY"
AUTH_PREFIX = "SHELFLIST_AUTH_"
"""Names of environment variables that hold secrets (`shelflist.fetch.secrets`)."""

RUN_ID_FORMAT = "%Y%m%dT%H%M%SZ"

try:
    SOFTWARE = f"shelflist/{version('shelflist')}"
except PackageNotFoundError:  # run from a source tree that was never installed
    SOFTWARE = "shelflist/0"


def data_directory(given: str | os.PathLike[str] | None = None) -> Path:
    """The data directory: as given, else ``$SHELFLIST_DATA``, else ``data``."""
    return Path(given or os.environ.get("SHELFLIST_DATA") or "data")


def secret(name: str) -> str:
    """The environment variable `name`; "" if it is not set."""
    return os.environ.get(name, "").strip()


def without_secrets() -> dict[str, str]:
    """The environment for a process that handles untrusted bytes."""
    return {name: value for name, value in os.environ.items() if name != PROXY and not name.startswith(AUTH_PREFIX)}


def raw_directory(data: Path, source_id: str) -> Path:
    return data / "raw" / source_id


def clean_directory(data: Path, source_id: str) -> Path:
    return data / "clean" / source_id
