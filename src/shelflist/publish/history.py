"""What happened to one thing, over all runs."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import polars as pl

from shelflist.models.track import Event
from shelflist.models.vocabulary import Cause, ChangeType, EntityType
from shelflist.publish.held import scanned
from shelflist.tables.columns import CHANGES

_FIELDS = tuple(field.name for field in fields(Event))


def events_of(clean_dir: Path, entity_id: str) -> list[Event]:
    """The events of an entry, heading, link or page, and those that name it as related; oldest first."""
    found: list[Event] = []
    concerned = (pl.col("entity_id") == entity_id) | pl.col("related_ids").list.contains(entity_id)
    for file in sorted((clean_dir / "runs").glob("*T*Z/changes.parquet")):
        found += events_in(file, concerned)
    return sorted(found, key=lambda event: event.observed_at)


def events_in(file: Path, concerned: pl.Expr | None = None) -> list[Event]:
    """The events of one changes.parquet, or those `concerned`; none where there is no such file: nothing happened."""
    if not file.is_file():
        return []
    rows = scanned(file, CHANGES)
    chosen = rows if concerned is None else rows.filter(concerned)
    return [event_of(row) for row in chosen.collect().iter_rows(named=True)]


def event_of(row: dict[str, Any]) -> Event:
    """A row of the table `changes` as an event."""
    values = {name: row[name] for name in _FIELDS}
    return Event(
        **{
            **values,
            "entity_type": EntityType(row["entity_type"]),
            "change_type": ChangeType(row["change_type"]),
            "cause": Cause(row["cause"]),
            "related_ids": tuple(row["related_ids"]),
        }
    )
