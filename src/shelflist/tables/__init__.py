"""State and events as validated Polars frames, and the files they are written to.

One definition per column (`shelflist.tables.columns`) feeds the schema, the checks, the dictionary in docs/tables.md
and datapackage.json. Nothing here knows of folders of releases or of reports; that is `shelflist.publish`.
"""

from typing import TYPE_CHECKING

from shelflist.on_demand import on_demand

if TYPE_CHECKING:
    from shelflist.tables.build import check_table, have_same_tables, run_tables, snapshot_tables
    from shelflist.tables.check import validate
    from shelflist.tables.taken_over import Made
else:
    __getattr__ = on_demand(
        __name__,
        {
            "build": ("check_table", "have_same_tables", "run_tables", "snapshot_tables"),
            "check": ("validate",),
            "taken_over": ("Made",),
        },
    )

__all__ = ["Made", "check_table", "have_same_tables", "run_tables", "snapshot_tables", "validate"]
