"""Headings that name a person, whose works stand under them."""

import re

from shelflist.models.citation import Contributor, Role
from shelflist.parse.looks.name_parts import read_names, split_name
from shelflist.parse.looks.names import person_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_PERSON_HEADING = re.compile(
    r"(?P<name>[^()\[\]]+?)\s*(?:\[[^\]]*\]\s*)?(?P<dates>\(?\s*(?:b\.\s*)?1[6-9]\d\d\s*(?:[-–—]\s*(?:(?:1[6-9]|20)\d\d)?)?\s*\)?)?$"
)


def person_heading(heading: str, gazetteer: Gazetteer) -> Contributor | None:
    """The person that a heading names, with or without dates of life; None for any other heading."""
    found = _PERSON_HEADING.match(heading.strip())
    if not found:
        return None
    name = re.sub(
        r"^(?:(?:Selected |Collected )?(?:[Ww]orks|[Ww]ritings|[Bb]ooks|[Tt]exts) (?:of|by) )", "", found["name"]
    )
    needed = 2.0 if found["dates"] else 4.0
    if person_score(name, gazetteer) < needed or len(read_names(name, gazetteer)) != 1:
        return None
    family, given = split_name(name)
    return Contributor(name_raw=name, role=Role.AUT, role_raw=None, family=family, given=given, confidence=0.8)
