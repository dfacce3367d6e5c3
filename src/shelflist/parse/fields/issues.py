"""What a piece stands in, or what periodical a line is an issue of: the container with its volume and number."""

import re

from shelflist.models.record import record
from shelflist.parse.fields.published import Dating, Imprint
from shelflist.parse.grammar import AUTHOR, DATE, DATED, HOST, LEADER, PART, ROLE, TITLE
from shelflist.parse.labels.explains import WHO_WROTE
from shelflist.parse.labels.labelled import OF_PHRASE, Labelled
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.extent import LONGEST_PAMPHLET, Extent
from shelflist.parse.looks.hosts import OF_ISSUE, split_host, tells_organ
from shelflist.parse.looks.parts import periodical_title, volume_and_issue
from shelflist.parse.segments.issue_lines import has_numbered_parts
from shelflist.parse.segments.tail import Tail
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUE_WORD, ISSUES, ISSUES_ABROAD, VOLUME_WORD, VOLUMES_OF_YEARS

_NUMBERED = re.compile(rf"(?P<title>.+?),?\s(?:{ISSUE_WORD}|#\s?)(?P<number>\d[\d/-]*)$")
""" "Peking Review #12", as one title."""
_NUMBERS = re.compile(rf",?\s(?:{VOLUME_WORD}|{ISSUE_WORD})(?:\d|[IVXLC]+\b)", re.IGNORECASE)
_OF_YEAR = re.compile(rf"(?:{VOLUMES_OF_YEARS})\b", re.IGNORECASE)
_OF_ISSUE = re.compile(rf"(?:{ISSUES}|{ISSUES_ABROAD}|#|{VOLUMES_OF_YEARS})(?![^\W\d])", re.IGNORECASE)
_SPECIAL = re.compile(rf"(?i:{OF_ISSUE})\b")
_VOLUMES_PLACE = re.compile(
    rf":\s?\d|,\s\d{{1,4}}\s?[-–—]\s?\d|\s\({YEAR_FORM}\)|\),\s{YEAR_FORM}\b|\s\((?:\d{{1,2}}\s)?[^()\d]{{3,12}}{YEAR_FORM}\)[,:]\s(?:pp\.?\s)?\d"
)
""" "Past & Present, 1 (1952)", "(1), 1952", "1: 57-70": the number of a volume stands there."""
_BEFORE_PAGES = re.compile(r",\spp?\.\s?\d")
""" "Ash, R. (1978) ‘Looms’, Social History, 3, pp. 347-361": the year stands by the author."""
_EDITED = re.compile(r"[Ee]ds?\.\s|[Ee]dited\sby\s")
_YEAR_ALONE = 4
"""Characters."""


@record
class Container:
    """`is_issue`: the line is the whole issue; else a piece of it. `raw`: the words after the author that name it."""

    title: str | None = None
    volume: str | None = None
    number: str | None = None
    is_issue: bool = False
    raw: str | None = None


NO_CONTAINER = Container()


def container_of(
    line: Labelled,
    title: str | None,
    parts: list[str],
    imprint: Imprint,
    dating: Dating,
    tail: Tail,
    gazetteer: Gazetteer,
) -> Container:
    """`parts`: the volume and number named outside the title."""
    volume, number = volume_and_issue(parts)
    if volume is None and number in parts and _is_volume(line):
        volume, number = number, None
    if hosts := line.of(HOST):
        name, of_name = split_host(hosts[0].text)
        of_issue = _SPECIAL.match(hosts[0].text) is not None
        return Container(name, volume or of_name, number, of_issue, raw=hosts[0].text)
    if tail.host:
        return _host_told(tail.host, volume, number)
    if title and (signed := _signed_issue(title, parts)):
        return Container(signed[0], volume, number or signed[1], is_issue=True)
    numbered = _is_numbered_and_dated(line, dating)
    shown = (volume and number) or numbered or (parts and _is_nobodys(line, title, parts, dating))
    if not shown and not _may_be_issue(title, number, imprint, dating, gazetteer):
        return NO_CONTAINER
    absent = imprint.publisher is None and imprint.place is None
    return _issue(line, title, volume, number, dating, gazetteer, imprint_is_absent=absent)


def is_plainly_book(title: str | None, imprint: Imprint, dating: Dating) -> bool:
    """A house, no date but a year, and no sign of an issue: it stands in nothing, unless a part or a host is named."""
    return imprint.publisher is not None and not _tells_month(dating) and "#" not in (title or "")


def _host_told(words: str, volume: str | None, number: str | None) -> Container:
    """ "Loom Quarterly, Vol. 3, No. 12, June 1954": after the extent the numbers stand in what names the host."""
    found = _NUMBERS.search(words)
    if found is None:
        return Container(words, volume, number)
    of_host = volume_and_issue([words[found.start() :]])
    return Container(words[: found.start()], volume or of_host[0], number or of_host[1])


def _may_be_issue(
    title: str | None, number: str | None, imprint: Imprint, dating: Dating, gazetteer: Gazetteer
) -> bool:
    """By a date alone; or a periodical by its number, with a house only that of a day or month."""
    if imprint.publisher is None and dating.edtf is not None:
        return True
    if imprint.publisher is not None and not _tells_month(dating):
        return False  # "Loom Weekly, No. 7 (Leeds: Weft, 3 May 1976)" is an issue
    return bool(number and title and periodical_title(title, gazetteer))


def _is_volume(line: Labelled) -> bool:
    """Where the first bare number stands, styles of citation have the volume."""
    number = line.of(PART)[0]
    if _VOLUMES_PLACE.match(line.text, number.end):
        return True
    return number.text.isdigit() and bool(line.of(DATED)) and _BEFORE_PAGES.match(line.text, number.end) is not None


def _signed_issue(title: str, parts: list[str]) -> tuple[str, str] | None:
    """ "Loom Fury #3": the sign shows an issue, whoever made it and wherever, but for what has numbered parts."""
    found = _NUMBERED.match(title) if "#" in title else None
    name = found["title"] if found else title
    signed = found is not None or any("#" in part for part in parts)
    return (name, found["number"] if found else "") if signed and not has_numbered_parts(name) else None


def is_series(
    line: Labelled, held: Container, dating: Dating, imprint: Imprint, extent: Extent | None, gazetteer: Gazetteer
) -> bool:
    """ "The Loom Rolls, ed. R. Ash (Weft Society, 21, 1915), 210 pp.": no piece of a periodical is a whole book.

    Nor has it a house and a place of its own, or an editor and no author.
    """
    if held.is_issue or held.title is None or held.raw != held.title or not (held.volume or held.number):
        return False
    if (extent and extent.is_range) or len(dating.edtf or "") != _YEAR_ALONE:
        return False
    if imprint.publisher and imprint.place and not (held.volume and (held.number or extent is None)):
        return not gazetteer.is_periodical(held.title)
    if extent is None:
        return _is_edited(line) and not gazetteer.is_periodical(held.title)
    return (extent.pages or 0) > LONGEST_PAMPHLET and not periodical_title(held.title, gazetteer)


def parts_beside_host(line: Labelled) -> tuple[list[str], list[str]]:
    """Of the work in hand, before what it stands in, and the number there: "vol. 2, ed. R. Ash (Weft Society, 21)"."""
    at = line.of(HOST)[0].start
    parts = line.of(PART)
    return [part.text for part in parts if part.start < at], [part.text for part in parts if part.start > at]


def _is_edited(line: Labelled) -> bool:
    """By "ed." before the name, and by nobody written."""
    roles = line.of(ROLE)
    return bool(roles) and not line.of(AUTHOR, LEADER) and all(_EDITED.match(role.text) for role in roles)


def _tells_month(dating: Dating) -> bool:
    """ "1976-05-03", "1976-05", "1976-21": more than a year."""
    return dating.edtf is not None and dating.edtf[4:5] == "-"


def _is_numbered_and_dated(line: Labelled, dating: Dating) -> bool:
    """ "The Loom, No. 5, May 1954, Weft Press": a number, and at once its month or day; a book has its house first."""
    if not _tells_month(dating):
        return False
    labels, numbers = line.trust.labels, line.trust.trusted.get(PART, ())
    return any(i + 1 < len(labels) and labels[i + 1] is DATE for i in numbers)


def _is_nobodys(line: Labelled, title: str | None, parts: list[str], dating: Dating) -> bool:
    """ "The Loom, No. 5, Weft Press, Leeds, May 1954", "The Loom, Jg. 6": a number right after the title, and nobody
    wrote it; with a month, or a word for the volume of a year, it is an issue's.
    """
    if not title or not (_tells_month(dating) or _OF_YEAR.match(parts[0])):
        return False
    labels = line.trust.labels
    if not WHO_WROTE.isdisjoint(labels) or line.of(*OF_PHRASE) or has_numbered_parts(title):
        return False
    return labels[0] is TITLE and labels[1] is PART and (len(parts) > 1 or _OF_ISSUE.match(parts[0]) is not None)


def _told_of(line: Labelled) -> bool:
    """A phrase says that the title is a periodical's: "organ of the Weavers' Union", "a Special Issue on Wool"."""
    return any(tells_organ(phrase.text) or _SPECIAL.match(phrase.text) for phrase in line.of(*OF_PHRASE))


def _issue(
    line: Labelled,
    title: str | None,
    volume: str | None,
    number: str | None,
    dating: Dating,
    gazetteer: Gazetteer,
    *,
    imprint_is_absent: bool,
) -> Container:
    dated = _tells_month(dating)
    named = bool(line.of(AUTHOR, LEADER) or (line.of(ROLE) and not _is_numbered_and_dated(line, dating)))
    if title and not named and (number or dated) and _told_of(line):
        return Container(title, volume, number, is_issue=True)
    periodical = periodical_title(title, gazetteer) if title else None
    if volume is None and number is None:
        listed = title is not None and gazetteer.is_periodical(title) and dated and not named
        return Container(title, is_issue=True) if listed else Container()
    alone = number is not None and not named and imprint_is_absent and not line.of(*OF_PHRASE)
    yearly = not named and _OF_YEAR.match(line.of(PART)[0].text) is not None
    if title and not periodical and ((volume and number) or (dated and not named) or alone or yearly):
        periodical = title  # nothing but a periodical has both, or one of them and a month
    return (
        Container(periodical, volume, number, is_issue=True)
        if periodical or (title is None and number)
        else Container()
    )
