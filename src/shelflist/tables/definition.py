"""What a column and a table are: the record objects of `shelflist.tables.columns`. No column is defined here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import polars as pl

TIMESTAMP = pl.Datetime("us", "UTC")
TEXT_LIST = pl.List(pl.String)


class Kind(StrEnum):
    """Where a table lives: `snapshot` once per version, `run` once per run, `check` once per check of the documents,
    `history` in parts, one per version."""

    SNAPSHOT = "snapshot"
    RUN = "run"
    CHECK = "check"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `example` is written as in the CSV twin; an empty one is for columns that are null as yet.

    `tracked` columns are compared between snapshots; the rest follow from them or move freely. `pattern` is a regular
    expression that every value must match as a whole.
    """

    name: str
    dtype: pl.DataType | type[pl.DataType]
    nullable: bool = False
    description: str
    example: str = ""
    term: str = ""
    tracked: bool = False
    pattern: str | None = None

    @property
    def type_name(self) -> str:
        """The type as docs/tables.md shows it."""
        if self.values:
            return "Enum"
        if self.dtype == TEXT_LIST:
            return "List[String]"
        return "Datetime[μs, UTC]" if self.dtype == TIMESTAMP else str(self.dtype)

    @property
    def values(self) -> tuple[str, ...]:
        """The values an Enum column allows, in their order; empty for other types."""
        return tuple(self.dtype.categories) if isinstance(self.dtype, pl.Enum) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey:
    """Every value of `column` that is not null stands in `target` of one of the `tables`."""

    column: str
    tables: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. `order` says in words how its rows are sorted.

    `volatile` tables may differ between two runs that saw the same catalogue: they give no new snapshot of their own.
    """

    name: str
    kind: Kind
    description: str
    order: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    csv: bool = True
    volatile: bool = False
    _by_name: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {column.name: column for column in self.columns})

    @property
    def schema(self) -> pl.Schema:
        return pl.Schema({column.name: column.dtype for column in self.columns})

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def tracked(self) -> tuple[str, ...]:
        """Names of the columns that are compared between snapshots."""
        return tuple(column.name for column in self.columns if column.tracked)

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError."""
        return self._by_name[name]

    def empty(self) -> pl.DataFrame:
        """A frame of this table without rows."""
        return pl.DataFrame(schema=self.schema)


def enum_of(values: type[StrEnum] | Iterable[StrEnum | str]) -> pl.Enum:
    """A Polars Enum of the values of a StrEnum, or of some of them."""
    return pl.Enum([str(value) for value in values])
