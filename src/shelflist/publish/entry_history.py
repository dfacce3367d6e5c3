"""The history of entries (SCD type 2), computed: which rows a version opens, and how rows of many versions end.

A version opens a row for every entry that is new or differs in any column of `entries` from the version before, and one
that `is_deleted` for every entry that is no longer listed. Rows are never closed on disk: a row ends where the entry's
next one begins. What is on disk is in `past`.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import polars as pl

from shelflist.models.track import Event
from shelflist.models.vocabulary import EntityType, RowStatus
from shelflist.settings import RUN_ID_FORMAT
from shelflist.tables.columns import ENTRIES, ENTRIES_REMOVED, ENTRY_HISTORY
from shelflist.tables.columns.history import OPENED
from shelflist.tables.definition import TEXT_LIST, TIMESTAMP

Tables = Mapping[str, pl.DataFrame]

_KEY = "entry_id"
_CAUSES = [(_KEY, pl.String()), ("opened_by", TEXT_LIST), ("valid_from_earliest", TIMESTAMP)]


def opened(before: Tables, after: Tables, events: Iterable[Event], version: str) -> pl.DataFrame:
    """The rows that `version` opens, with the columns of `OPENED`, sorted by entry.

    `before` and `after` hold `entries` and `entries_removed` of the version before (none: it is the first) and of this
    one; `events` are those told of between the two.
    """
    if before and all(before[name] is after[name] for name in ("entries", "entries_removed")):
        return OPENED.empty()
    rows = pl.concat([_live(before, after), _deleted(before, after)])
    caused = rows.join(_causes(events), on=_KEY, how="left", maintain_order="left").with_columns(
        version=pl.lit(version),
        valid_from=pl.lit(time_of(version), dtype=TIMESTAMP),
        opened_by=pl.col("opened_by").fill_null(pl.lit([], dtype=TEXT_LIST)),
    )
    return caused.select(OPENED.names).sort(_KEY)


def with_ends(rows: pl.LazyFrame) -> pl.LazyFrame:
    """The table `entry_history` of the rows that all versions up to one opened."""
    following = pl.col("valid_from", "opened_by").shift(-1).over(_KEY)
    ends = rows.sort(_KEY, "valid_from").with_columns(following.name.prefix("next_"))
    return ends.with_columns(is_current=pl.col("next_valid_from").is_null()).select(
        pl.col("next_valid_from").alias("valid_to") if name == "valid_to"
        else pl.col("next_opened_by").alias("closed_by") if name == "closed_by"
        else pl.col(name)
        for name in ENTRY_HISTORY.names
    )  # fmt: skip


def entries_at_end(rows: pl.LazyFrame) -> pl.LazyFrame:
    """The table `entries` as the last of these versions had it, sorted by page and entry id."""
    last = rows.sort("valid_from").unique(_KEY, keep="last", maintain_order=False).filter(~pl.col("is_deleted"))
    columns = [pl.col(name).cast(dtype) for name, dtype in ENTRIES.schema.items()]
    return last.select(columns).sort("page_id", _KEY)


def time_of(version: str) -> datetime:
    """The time that a version, or a run's id, is named after."""
    return datetime.strptime(version, RUN_ID_FORMAT).replace(tzinfo=UTC)


def _live(before: Tables, after: Tables) -> pl.DataFrame:
    """Rows of `entries` that are new or another than before."""
    was, now = before.get("entries", ENTRIES.empty()), after["entries"]
    known = was.select(_KEY, pl.Series("old_hash", was.hash_rows()))
    hashed = now.select(_KEY, pl.Series("new_hash", now.hash_rows())).join(known, on=_KEY, how="left")
    same = hashed.filter(pl.col("new_hash") == pl.col("old_hash"))
    return _widened(now.join(same, on=_KEY, how="anti"), is_deleted=False)


def _deleted(before: Tables, after: Tables) -> pl.DataFrame:
    """Rows no longer listed: as `entries_removed` keeps them, else as they were last."""
    was = before.get("entries", ENTRIES.empty())
    told = before.get("entries_removed", ENTRIES_REMOVED.empty())
    now, removed = after["entries"], after["entries_removed"]
    gone = was.join(now, on=_KEY, how="anti")
    fresh = removed.join(told, on=_KEY, how="anti")
    kept = _widened(removed, is_deleted=True).join(
        pl.concat([gone.select(_KEY), fresh.select(_KEY)]), on=_KEY, how="semi"
    )
    lost = _widened(gone, is_deleted=True).join(kept, on=_KEY, how="anti")
    return pl.concat([kept, lost])


def _widened(rows: pl.DataFrame, *, is_deleted: bool) -> pl.DataFrame:
    """With the type of `status` that holds all of its values."""
    status = pl.lit(RowStatus.REMOVED.value) if is_deleted else pl.col("status")
    return rows.with_columns(
        status.cast(OPENED.schema["status"]).alias("status"), pl.lit(is_deleted).alias("is_deleted")
    )


def _causes(events: Iterable[Event]) -> pl.DataFrame:
    """For each entry: the changes told of it, in the order of the log, and when what they ended was last seen."""
    by_entry: dict[str, list[Event]] = {}
    for event in events:
        for entry in _entries_of(event):
            by_entry.setdefault(entry, []).append(event)
    rows = [
        (entry, sorted(event.change_id for event in told), _earliest(told)) for entry, told in sorted(by_entry.items())
    ]
    return pl.DataFrame(rows, schema=_CAUSES, orient="row")


def _entries_of(event: Event) -> tuple[str, ...]:
    """The entries that an event changed; one of a link names its entry as related."""
    if event.entity_type is EntityType.LINK:
        return event.related_ids
    return (event.entity_id,) if event.entity_type is EntityType.ENTRY else ()


def _earliest(events: Iterable[Event]) -> datetime | None:
    return min((event.occurred_after for event in events if event.occurred_after is not None), default=None)
