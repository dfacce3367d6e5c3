"""What the steps up to the labels have found of one line: what is asked whether it is an entry, and filled into one."""

from typing import NamedTuple

from shelflist.parse.labels.form import Line
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.looks.extent import Extent
from shelflist.parse.segments.tail import Tail


class Parsed(NamedTuple):
    """`proper`: where the entry proper ends in a line that counts no pages."""

    line: Line
    labelled: Labelled
    extent: Extent | None
    tail: Tail
    proper: int
