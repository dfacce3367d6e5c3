"""The number of an issue that no comma parts from the name before it: "New Left Review I/99", "Loom Fury #3"."""

import re

from shelflist.parse.looks.bodies import has_body_form
from shelflist.parse.looks.parts import VOLUME_AND_NUMBER
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUE_FORM, VOLUME_FORM

_COUNTED = re.compile(rf"\s(?P<volume>{VOLUME_FORM},?\s)?{ISSUE_FORM}$")
""" "New Reasoner No. 4"."""
_SIGNED_NUMBER = re.compile(rf"(?<=[\w!?.)’'])\s(?:{VOLUME_FORM},?\s)?#\s?\d{{1,4}}(?:\s?[-–/&]\s?\d{{1,4}})?(?=$|:\s)")


def number_after_name(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "New Left Review I/99", "Past & Present 1(1)": the volume and number of a listed periodical.

    Nothing else has both in words: "Loom Quarterly vol. 3 no. 2".
    """
    if counted := _COUNTED.search(piece.text):
        name, numbers = piece.text[: counted.start()], ""
    else:
        name, _, numbers = piece.text.rpartition(" ")
    if not counted and not VOLUME_AND_NUMBER.match(numbers):
        return None
    if not gazetteer.is_periodical(name) and not (counted and counted["volume"] and has_body_form(name)):
        return None
    first, last = split_at(piece, len(name))
    return [first, last._replace(gap=",")]


def at_number(piece: Segment) -> list[Segment]:
    """ "Loom Fury #3", "Loom Fury vol. 2 #8": the sign says that an issue's number follows the name."""
    found = _SIGNED_NUMBER.search(piece.text, 2) if "#" in piece.text else None
    if found is None:
        return [piece]
    first, last = split_at(piece, found.start())
    return [first, last._replace(gap=",")]
