"""The weakest context: a page titled "Maxim Gorky" that lists his works names their author where nothing else does.

It adds the author and changes no other field. That the page lists his works, not works about him, is for its entries
to show: most of them must name nobody, or him.
"""

import re
from collections.abc import Iterable, Mapping

from shelflist.models.citation import Citation, Contributor, Reading
from shelflist.parse.context.supplied import authors_named
from shelflist.parse.vocabulary.gazetteer import Gazetteer

FEWEST = 3
"""Entries."""
MOST_OTHERS = 0.2
"""Share of the entries that name somebody else."""
_SITE = re.compile(r"\s+[|–—»·-]\s+")
_SURETY = 0.6


def authors_in_title(
    title: str | None, readings: Mapping[int, Reading], gazetteer: Gazetteer
) -> tuple[Contributor, ...]:
    """The persons that the page's title names, if the page's entries are theirs; else none."""
    authors = authors_named(_SITE.split(title, maxsplit=1)[0], gazetteer) if title else ()
    if not authors:
        return ()
    citations = [reading.citation for reading in readings.values() if reading.citation]
    others = sum(_names_others(citation, authors) for citation in citations)
    if len(citations) < FEWEST or others > MOST_OTHERS * len(citations):
        return ()
    return tuple(
        Contributor(name_raw=one.name_raw, family=one.family, given=one.given, confidence=_SURETY) for one in authors
    )


def _names_others(citation: Citation, authors: Iterable[Contributor]) -> bool:
    """It names people, and none of `authors` among them."""
    families = {(one.family or one.name_raw).casefold() for one in authors}
    named = {(one.family or one.name_raw).casefold() for one in citation.contributors}
    return bool(named) and not named & families
