"""What a reading is judged by: the fields of a citation, and no more of them than `signals` and `misfits` ask for."""

from typing import NamedTuple

from shelflist.models.citation import Citation, Contributor, Genre


class Gist(NamedTuple):
    """The fields of a citation by whose words its reading is judged."""

    title: str | None
    phrases: str | None
    people: tuple[Contributor, ...]
    publisher: str | None
    place: str | None
    edition: str | None
    notes: tuple[str, ...]
    part: str | None
    host: str | None
    host_numbered: bool  # its volume or issue is told
    unread: bool  # words were left over
    homeless: bool  # a stretch of pages, and no host that they are of
    titled_as_named: bool = False  # the title reads like somebody's name


def gist_of(citation: Citation, *, titled_as_named: bool = False) -> Gist:
    return Gist(
        title=citation.title,
        phrases=citation.other_title_information,
        people=citation.contributors,
        publisher=citation.publisher,
        place=citation.place_of_publication,
        edition=citation.edition_statement,
        notes=citation.notes,
        part=citation.part_number,
        host=citation.container_title,
        host_numbered=bool(citation.volume or citation.issue),
        unread=bool(citation.unparsed_remainder),
        homeless=citation.genre is Genre.ARTICLE and not citation.container_title,
        titled_as_named=titled_as_named,
    )
