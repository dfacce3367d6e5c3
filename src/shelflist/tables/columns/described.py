"""The columns of `entries` that describe the item: what was read in its line, by the areas of ISBD.

Which item it is, what follows from the description and what became of the item stand in `entries`.
"""

import polars as pl

from shelflist.models.citation import DateStatus, DateType, Genre, Status
from shelflist.models.edtf import EDTF_PATTERN
from shelflist.tables.definition import TEXT_LIST, Column, enum_of

_TITLE = (
    Column(
        name="title", dtype=pl.String, nullable=True, tracked=True, term="ISBD 1.1", example="Soviet Union in Maps",
        description="Title proper, with a part of the title after dash or colon as the source writes it.",
    ),
    Column(
        name="other_title_information", dtype=pl.String, nullable=True, tracked=True, term="ISBD 1.3",
        example="Stalingrad to Vladivostok", description="The explanatory phrase after the title.",
    ),
    Column(
        name="statement_of_responsibility", dtype=pl.String, nullable=True, tracked=True, term="ISBD 1.4",
        example="George Goodall",
        description="Who made it, in the words of the line. Read apart in `entry_contributors`.",
    ),
    Column(
        name="part_number", dtype=pl.String, nullable=True, tracked=True, term="MODS titleInfo/partNumber",
        example="Volume 2", description="Designation of the part; in `title` too, where it stands within that.",
    ),
    Column(
        name="part_name", dtype=pl.String, nullable=True, tracked=True, term="MODS titleInfo/partName",
        example="The October Days", description="Name of the part; in `title` too, where it stands within that.",
    ),
    Column(
        name="edition_statement", dtype=pl.String, nullable=True, tracked=True, term="ISBD 2", example="2nd edition",
        description="Edition, revised translation, reprint, ebook, as written.",
    ),
)  # fmt: skip

_STATED = "`not_identified`: the line says that it is not known (n.p.). `not_stated`: the line says nothing."

_IMPRINT = (
    Column(
        name="publisher", dtype=pl.String, nullable=True, tracked=True, term="ISBD 4.2",
        example="Foreign Languages Publishing House",
        description="Name of the publisher as written.",
    ),
    Column(
        name="publisher_status", dtype=enum_of(Status), tracked=True, term="RDA 2.8.4", example="stated",
        description=f"How the publisher stands in the line. {_STATED} `unparsed`: words are there but were not read.",
    ),
    Column(
        name="publisher_id", dtype=pl.String, nullable=True, example="pu_0f6d1f9a34c27b11e5d0",
        description="Authority record of the publisher, see `publishers` (FLPH is Foreign Languages Publishing House). "
        "Null where none is stated.",
    ),
    Column(
        name="place_of_publication", dtype=pl.String, nullable=True, tracked=True, term="ISBD 4.1", example="Moscow",
        description="Place as written.",
    ),
    Column(
        name="place_status", dtype=enum_of(Status), tracked=True, term="RDA 2.8.2", example="stated",
        description=f"How the place stands in the line. {_STATED}",
    ),
    Column(
        name="place_id", dtype=pl.String, nullable=True, example="pl_8a41f3c9be027d5566f1",
        description="Authority record of the place, see `places`. Null where none is stated.",
    ),
)  # fmt: skip

_DATES = (
    Column(
        name="date_raw", dtype=pl.String, nullable=True, tracked=True, term="ISBD 4.3", example="1941?",
        description="The date as written.",
    ),
    Column(
        name="date_edtf", dtype=pl.String, nullable=True, tracked=True, term="ISO 8601-2 (EDTF level 1)",
        example="1941?", pattern=EDTF_PATTERN, description="The date read, e.g. `1941?`, `194X`, `1918-06/1918-12`.",
    ),
    Column(
        name="date_earliest", dtype=pl.Date, nullable=True, example="1941-01-01",
        description="First day that `date_edtf` allows; null where it has no such bound. Spring is March to May, and "
        "so on; "
        "winter may lie at either end of its year. Qualifiers (? ~ %) widen nothing.",
    ),
    Column(
        name="date_latest", dtype=pl.Date, nullable=True, example="1941-12-31",
        description="Last day that `date_edtf` allows; null where it has no such bound.",
    ),
    Column(
        name="year", dtype=pl.Int16, nullable=True, example="1941",
        description="The year, where `date_earliest` and `date_latest` lie in one and the same.",
    ),
    Column(
        name="date_status", dtype=enum_of(DateStatus), tracked=True, term="RDA 2.8.6", example="uncertain",
        description='How the date stands in the line. "n.d." is `not_identified`, never a value.',
    ),
    Column(
        name="date_type", dtype=enum_of(DateType), tracked=True, term="MARC 21 008/06", example="q",
        description="s single, q questionable, n unknown, r reprint with original date, t publication and copyright, "
        "m multiple.",
    ),
    Column(
        name="original_date_edtf", dtype=pl.String, nullable=True, tracked=True, term="ISO 8601-2 (EDTF level 1)",
        example="1919", pattern=EDTF_PATTERN, description='Date of the original of a reprint ("first published 1919").',
    ),
)  # fmt: skip

_EXTENT_AND_AFTER = (
    Column(
        name="extent_raw", dtype=pl.String, nullable=True, tracked=True, term="ISBD 5.1", example="251 pages",
        description="Extent as written.",
    ),
    Column(
        name="page_count", dtype=pl.UInt32, nullable=True, tracked=True, example="251",
        description="Number of pages, where the extent gives one.",
    ),
    Column(
        name="series_title", dtype=pl.String, nullable=True, tracked=True, term="ISBD 6.1",
        example="Little Lenin Library",
        description="Title of the series.",
    ),
    Column(
        name="series_number", dtype=pl.String, nullable=True, tracked=True, term="ISBD 6.6", example="Number 7",
        description="Numbering within the series.",
    ),
    Column(
        name="container_title", dtype=pl.String, nullable=True, tracked=True, term="MODS relatedItem[@type=host]",
        example="Labour Monthly", description="The periodical or volume that the item is part of.",
    ),
    Column(
        name="volume", dtype=pl.String, nullable=True, tracked=True, term="MODS part/detail", example="12",
        description="Volume of the periodical.",
    ),
    Column(
        name="issue", dtype=pl.String, nullable=True, tracked=True, term="MODS part/detail", example="4",
        description="Issue of the periodical.",
    ),
    Column(
        name="genre", dtype=enum_of(Genre), tracked=True, example="pamphlet",
        description="What kind of thing it is, where the line says so; else `unknown`.",
    ),
    Column(
        name="languages", dtype=TEXT_LIST, tracked=True, term="ISO 639-3", example="rus", description="Only if stated.",
    ),
    Column(
        name="notes", dtype=TEXT_LIST, tracked=True, term="ISBD 7", example="Text in Russian",
        description="What else the line says.",
    ),
    Column(
        name="isbn", dtype=TEXT_LIST, tracked=True, term="ISO 2108", example="9780852552575",
        description="International Standard Book Numbers.",
    ),
    Column(
        name="issn", dtype=TEXT_LIST, tracked=True, term="ISO 3297", example="0023-6985",
        description="International Standard Serial Numbers.",
    ),
)  # fmt: skip

DESCRIBED = _TITLE + _IMPRINT + _DATES + _EXTENT_AND_AFTER
