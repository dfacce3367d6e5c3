"""What a reading is judged by: the fields of a citation, and no more of them than `signals` and `misfits` ask for."""

from operator import attrgetter
from typing import NamedTuple

from shelflist.models.citation import Citation, Contributor, Genre


class Gist(NamedTuple):
    """The fields of a citation by whose words its reading is judged, named as there: `build` has them before it."""

    title: str | None
    other_title_information: str | None
    part_number: str | None
    edition_statement: str | None
    publisher: str | None
    place_of_publication: str | None
    container_title: str | None
    volume: str | None
    issue: str | None
    genre: Genre
    notes: tuple[str, ...]
    contributors: tuple[Contributor, ...]
    unparsed_remainder: str | None


_FIELDS = attrgetter(*Gist._fields)


def gist_of(citation: Citation) -> Gist:
    return Gist._make(_FIELDS(citation))
