"""The author that a dash repeats: below "Ash, Rewi. Looms. Leeds, 1952." the line "——. Mills. Leeds, 1954." is his.

Bibliographies in the order of authors put a long dash for the names of the line above. It repeats those that the line
opened with, whatever other parts the work had; under another heading it repeats nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shelflist.models.citation import Contributor, Reading, Role
from shelflist.models.page import Block
from shelflist.parse.looks.dittos import read_ditto

_LEADING = (Role.AUT, Role.EDT, Role.COM)
_TOLD = 80
"""Characters of the line above, as evidence."""


def repeated(blocks: Sequence[Block], found: Mapping[int, Reading]) -> dict[int, Reading]:
    """The entries that open with such a dash, and name nobody or others with it, with the authors above."""
    given: dict[int, Reading] = {}
    above: tuple[Contributor, ...] = ()
    source, path = "", None
    for position in sorted(found):
        block, reading = blocks[position], found[position]
        if block.heading_path != path:
            above, path = (), block.heading_path
        ditto = read_ditto(block.text)
        if ditto is None:
            above, source = _leaders(reading), block.text
        elif above:
            given[position] = _with(reading, above, *ditto, f"from the line above: “{source[:_TOLD]}”")
    return given


def _with(reading: Reading, above: tuple[Contributor, ...], role: Role | None, joined: bool, why: str) -> Reading:
    citation = reading.citation
    if citation is None or (citation.contributors and not joined):
        return reading
    people = tuple(replace(person, role=role or Role.AUT, role_raw=None) for person in above)
    citation = replace(citation, contributors=(*people, *citation.contributors))
    return replace(reading, citation=citation, evidence=(*reading.evidence, ("contributors", "", why)))


def _leaders(reading: Reading) -> tuple[Contributor, ...]:
    """Those whom the entry opens with: the first, and who has the same part in it."""
    citation = reading.citation
    told = [field for field, words, _ in reading.evidence if words and field != "notes"]
    if citation is None or told[:1] != ["contributors"] or not citation.contributors:
        return ()
    role = citation.contributors[0].role
    return tuple(person for person in citation.contributors if person.role is role) if role in _LEADING else ()
