"""A small WordPress of six posts, and what happens to it night by night: recorded once, replayed in every test run.

`python -m tests.wordpress.record` records it anew from a live site. The posts are written for this test.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

RECORDED = Path(__file__).with_name("recorded.json")

Told = Mapping[tuple[str, str, str | None], int]
"""How many events of which entity, type and field."""

WEAVERS = (
    "<h2>Pamphlets</h2>\n\n<em>The Loom</em>, Ann Ash, Weft Press, Leeds, 1912, 40 pages.\n\n"
    "<em>The Mill</em>, Ben Birch, Warp and Sons, Hull, 1920, 12 pages.\n\n"
    "<em>The Shuttle</em>, Eve Elm, Weft Press, Leeds, 1931, 8 pages.\n\n<!--nextpage-->\n\n"
    "<em>The Dye House</em>, Ann Ash, Weft Press, Leeds, 1933, 16 pages."
)
MINERS = "<em>The Shaft</em>, Carl Cedar, Pit Press, London, 1926, 24 pages."
SECRET = "<em>The Ledger</em>, Dora Dale, Pit Press, London, 1928, 4 pages."
TRADE = "<em>{0} of the North</em>, Carl Cedar, Pit Press, London, 1927, 32 pages."
TRADES = ("Sailors", "Printers", "Bakers")
SCYTHE = "<em>The Scythe</em>, Fay Fir, Field Press, York, 1905, 30 pages."

START = (
    ("delete", "1"),
    ("delete", "2"),
    ("delete", "3"),
    ("category", "USSR"),
    ("new", "Weavers", WEAVERS, "publish", "2021-03-01 10:00:00"),
    ("new", "Miners", MINERS, "publish", "2021-04-01 10:00:00"),
    *(
        ("new", trade, TRADE.format(trade), "publish", f"2021-06-0{day} 10:00:00")
        for day, trade in enumerate(TRADES, 1)
    ),
    ("new", "Members", SECRET, "publish", "2021-05-01 10:00:00"),
    ("password", "members", "october"),
)
"""What makes the site, before the first night."""


@dataclass(frozen=True)
class Night:
    """What is done before it, in the words of `live.Site.do`, and what must be told of it."""

    words: tuple[str, ...]
    told: Told = field(default_factory=dict)


NEW: Told = {("page", "page_added", None): 1, ("entry", "added", None): 1}
LONGER: Told = {("entry", "changed", "extent_raw"): 1, ("entry", "changed", "page_count"): 1}
GONE: Told = {("entry", "missing", None): 4}
BACK: Told = {("page", "observed_again", None): 1, ("entry", "resumed", None): 4}

NIGHTS = (
    Night(()),
    Night(("touch", "weavers")),
    Night(("replace", "weavers", "40 pages", "44 pages"), LONGER),
    Night(("append", "miners", SCYTHE), {("entry", "added", None): 1}),
    Night(("retag", "weavers", "cloth"), {("page", "changed", "tags"): 1}),
    Night(("comment", "weavers", SCYTHE)),
    Night(("new", "Found in the attic", SECRET, "publish", "2019-05-01 10:00:00"), NEW),
    Night(("sticky", "weavers")),
    Night(("slug", "weavers", "spinners"), {("page", "moved", "url"): 1}),
    Night(("permalink", ""), {("page", "moved", "url"): 6}),
    Night(("permalink", "/%postname%/"), {("page", "moved", "url"): 6}),
    Night(("password", "spinners", "october"), {("page", "unobserved", None): 1}),
    Night(("password", "spinners", ""), {("page", "observed_again", None): 1}),
    Night(("trash", "spinners"), GONE),
    Night(("untrash", "spinners"), BACK),
    Night(("delete", "found-in-the-attic"), {("entry", "missing", None): 1}),
)
