"""What parsing gives: a line read into a bibliographic record.

Terms: ISBD for the areas, RDA for the statuses, MARC relators for roles, MARC 008/06 for the date type, EDTF
(ISO 8601-2, level 1) for dates.
"""

from dataclasses import KW_ONLY
from enum import StrEnum

from shelflist.models.record import record


class LineKind(StrEnum):
    """What a line of a page is."""

    ENTRY = "entry"
    NOTE = "note"
    PROSE = "prose"
    PLACEHOLDER = "placeholder"


class Status(StrEnum):
    """How a publisher or place stands in the line. "n.p." is NOT_IDENTIFIED, silence NOT_STATED."""

    STATED = "stated"
    SUPPLIED = "supplied"
    NOT_IDENTIFIED = "not_identified"
    UNPARSED = "unparsed"
    NOT_STATED = "not_stated"


class DateStatus(StrEnum):
    STATED = "stated"
    SUPPLIED = "supplied"
    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    NOT_IDENTIFIED = "not_identified"
    UNPARSED = "unparsed"
    NOT_STATED = "not_stated"


class DateType(StrEnum):
    """MARC 21 008/06: s single, q questionable, n unknown, r reprint, t publication and copyright, m multiple."""

    SINGLE = "s"
    QUESTIONABLE = "q"
    UNKNOWN = "n"
    REPRINT = "r"
    COPYRIGHT = "t"
    MULTIPLE = "m"


class Genre(StrEnum):
    BOOK = "book"
    PAMPHLET = "pamphlet"
    LEAFLET = "leaflet"
    PERIODICAL_ISSUE = "periodical_issue"
    ARTICLE = "article"
    PROCEEDINGS = "proceedings"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """MARC relator codes."""

    AUT = "aut"
    EDT = "edt"
    TRL = "trl"
    COM = "com"
    WIN = "win"
    ILL = "ill"
    SGN = "sgn"
    CTB = "ctb"
    OTH = "oth"


class NameType(StrEnum):
    PERSONAL = "personal"
    CORPORATE = "corporate"
    MEETING = "meeting"
    UNKNOWN = "unknown"


@record
class Contributor:
    """One name. `name_raw` is what is written, but a shared surname is given to each ("WP Coates")."""

    _: KW_ONLY

    name_raw: str
    role: Role = Role.AUT
    role_raw: str | None = None
    name_type: NameType = NameType.PERSONAL
    family: str | None = None
    given: str | None = None
    confidence: float = 1.0


@record
class Citation:
    """One entry's fields, named as the columns of the table `entries`. See `shelflist.tables.columns` for each."""

    _: KW_ONLY
    title: str | None = None
    other_title_information: str | None = None
    statement_of_responsibility: str | None = None
    part_number: str | None = None
    part_name: str | None = None
    edition_statement: str | None = None
    publisher: str | None = None
    publisher_status: Status = Status.NOT_STATED
    place_of_publication: str | None = None
    place_status: Status = Status.NOT_STATED
    date_raw: str | None = None
    date_edtf: str | None = None
    date_status: DateStatus = DateStatus.NOT_STATED
    date_type: DateType = DateType.UNKNOWN
    original_date_edtf: str | None = None
    extent_raw: str | None = None
    page_count: int | None = None
    series_title: str | None = None
    series_number: str | None = None
    container_title: str | None = None
    volume: str | None = None
    issue: str | None = None
    genre: Genre = Genre.UNKNOWN
    languages: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    parse_confidence: float = 0.0
    unparsed_remainder: str | None = None


Evidence = tuple[tuple[str, str, str], ...]
"""(field, words of the line, reason), in the line's order."""


@record
class Reading:
    """A line and what it was found to be; `citation` for entries only. `evidence` says which words became what."""

    _: KW_ONLY
    kind: LineKind
    citation: Citation | None = None
    evidence: Evidence = ()
