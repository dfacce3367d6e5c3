"""State and events as validated Polars frames, and the files they are written to.

One definition per column (`shelflist.tables.columns`) feeds the schema, the checks, the dictionary in docs/tables.md
and datapackage.json. Nothing here knows of folders of releases or of reports; that is `shelflist.publish`.
"""
