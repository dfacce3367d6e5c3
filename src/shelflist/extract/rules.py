"""What the source file says, in the form in which reading a content element needs it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from shelflist.extract.links import Site, hosts_of
from shelflist.extract.marks import Selected, selectors_for
from shelflist.sources.model import Source


@dataclass(frozen=True, slots=True)
class Rules:
    """`navigation`: the source's own words for what leads elsewhere."""

    site: Site
    selected: Selected
    navigation: tuple[re.Pattern[str], ...] = ()


def rules_for(source: Source, base: str) -> Rules:
    """`base` is what relative addresses are relative to."""
    selectors = source.selectors
    columns = tuple((one.css, one.holds) for one in selectors.columns)
    return Rules(
        Site(base, _hosts(base, source.home, source.scope.hosts), _patterns(selectors.documents)),
        selectors_for(selectors.drop, selectors.navigation, selectors.caption, columns),
        _patterns(source.lookups.navigation),
    )


@lru_cache(maxsize=64)
def _hosts(base: str, home: str, scope: tuple[str, ...]) -> frozenset[str]:
    """Those of the site itself."""
    return hosts_of((base, home)) | hosts_of(f"//{host}" for host in scope)


@lru_cache(maxsize=64)
def _patterns(written: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, written))
