"""What a line takes from above it: the set's title and imprint, a periodical's name, the authors that a heading names.

Only what the line leaves out is filled, and each value has a row of evidence that says where it stands. Its words are
empty, since they are none of the line's.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from shelflist.models.citation import Citation, Contributor, Evidence, Status
from shelflist.parse.looks.editions import EDITION
from shelflist.parse.looks.grades import NAMED, NAMELIKE, SURELY_NAMED
from shelflist.parse.looks.name_parts import PersonName, read_names, split_name
from shelflist.parse.looks.names import person_score
from shelflist.parse.looks.parts import periodical_title
from shelflist.parse.looks.turned_names import is_inverted
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.words import NUMBER_WORDS

_NUMBER = rf"(?:\d{{1,4}}|[IVXLC]{{1,7}}|{NUMBER_WORDS}|[a-d])(?!\w)"
_VOLUME_LINE = re.compile(
    rf"[\W_]{{0,3}}(?:(?:volumes?|vols?|tome|tom|tomo|band|bd|heft)\b\.?\s*{_NUMBER}(?!\s+of\b)"
    rf"|(?:parts?|pt|books?|numbers?|nos?|nr|issues?|teil)\b\.?\s*{_NUMBER}(?=\s*(?:$|[^\w\s])|\s+\d))",
    re.IGNORECASE,
)
_EDITION_ENDS = re.compile(r"\s*(?:$|[,:(])")
_LIFE = r"(?:b(?:orn|\.)?\s*)?(?:c\.?\s?)?1[6-9]\d\d\s*(?:[-–—]\s*(?:(?:1[6-9]|20)?\d\d)?)?"
_DATED = re.compile(rf"(?P<rest>.+?)(?:,\s*|\s*\(\s*|\s+)(?P<life>{_LIFE})\s*\)?$")
_KINDS_OF_WORK = (
    r"works|writings|books|pamphlets|articles|speeches|texts|letters|essays|novels|plays|poems|stories|bibliography"
)
_WORKS_BY = re.compile(
    rf"(?:the\s+)?(?:(?:selected|collected|complete|major|minor|other|more|early|late)\s+)?(?:{_KINDS_OF_WORK})"
    rf"(?:\s+and\s+(?:{_KINDS_OF_WORK}))?\s+(?:of|by)\s+",
    re.IGNORECASE,
)
_ITS_WORKS = re.compile(
    rf"\s*[:–—-]\s*(?:(?:selected|collected|complete|major|early)\s+)?(?:{_KINDS_OF_WORK})(?:\s.*)?$", re.IGNORECASE
)
_LAST_STOP = re.compile(r"(?<=[^\W_]{2})\.$")
""" "Karl Marx.", but not "Frunze, M. V." """
_VARIANT = re.compile(r"\s*\[[^\]]*\]|\s*\((?!\s*(?:b|c|born|1)\b)[^)]*\)")
_OTHERS_WORK = re.compile(
    r"\b(?:about|biograph\w*|reminiscences|tributes?|obituar\w*|critic\w*|by others|other authors|various|anonymous|"
    r"secondary|miscellaneous)\b",
    re.IGNORECASE,
)
"""Under such a heading stand works of others than the person named above it."""
_NO_PERSON = re.compile(
    r"\b(?:Library|Collection|Archives?|Society|Institute|Museum|Prize|House|School|College|Centre|Center|Club|Street|"
    r"Foundation|Memorial|University|Press|Series|Brigade|Battalion|Branch|Committee|Group|Trial|Affair|Day)\b"
)
_SHELF = re.compile(
    r"(?:\W|\d|volumes?|vols?|numbers?|nos?|issues?|years?|and|to|early|late|series|s)+$"
    r"|(?:.*\b(?:periodicals?|journals?|magazines?|newspapers?|pamphlets?|books|leaflets?|documents|miscellaneous|others?|"
    r"various|articles|downloads?|archives?|complete|issues)\b.*)$",
    re.IGNORECASE,
)
"""Headings that name a kind of thing, or a year: whose number it is stands further up."""


_WORD = re.compile(r"\w+")


class FromHeading(NamedTuple):
    """The authors that a heading names, and the heading."""

    authors: tuple[Contributor, ...]
    heading: str


NOBODY = FromHeading((), "")


def _opens_volume(text: str) -> bool:
    """The line opens with the number of a volume, part, book or issue: "Vol. 3, 1976", "Book II: The Loom"."""
    return _VOLUME_LINE.match(text) is not None


def _opens_edition(text: str) -> bool:
    """The line opens with an edition and no title: "First American edition, (Leeds: Weft Press, 1938)"."""
    found = EDITION.match(text)
    return found is not None and _EDITION_ENDS.match(text, found.end()) is not None


def opens_part(text: str) -> bool:
    """What stands under the header of a set, or of a work in several editions."""
    return _opens_volume(text) or _opens_edition(text)


@lru_cache(maxsize=1024)
def authors_above(heading_path: tuple[str, ...], gazetteer: Gazetteer) -> FromHeading:
    """Whom the innermost heading that names persons names; nobody where one below it says that others wrote."""
    for heading in reversed(heading_path):
        if _OTHERS_WORK.search(heading):
            return NOBODY
        if authors := authors_named(heading, gazetteer):
            return FromHeading(authors, heading)
    return NOBODY


def are_by_others(heading_path: tuple[str, ...]) -> bool:
    """Some heading above says that what is below it is about the person, or by others."""
    return any(_OTHERS_WORK.search(heading) for heading in heading_path)


@lru_cache(maxsize=4096)
def authors_named(heading: str, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    """The persons that `heading` consists of, as written; none where it says anything besides.

    Years of life, a variant in brackets and "Works by" may stand with the name: "Boda, Chell [Chell Bo] (1904-1989)".
    """
    whole = _LAST_STOP.sub("", heading.strip(" :;,"))
    text = _ITS_WORKS.sub("", _WORKS_BY.sub("", whole, count=1))
    dated = _DATED.match(text)
    told = dated is not None or text != whole
    bare = " ".join(_VARIANT.sub("", dated["rest"] if dated else text).split()).strip(" ,")
    if not bare or len(bare) > 80 or _NO_PERSON.search(bare.title()) or gazetteer.is_publisher(bare):
        return ()
    if "," in bare:
        return _inverted(bare, told, gazetteer)
    people = read_names(_cased(bare), gazetteer)
    if len(people) > 1:
        return _several(people, gazetteer)
    return _one(bare, told, gazetteer) if people else ()


def _one(words: str, told: bool, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    """`told`: years of life or "works by" say that a person is meant; a name needs to look less like one then."""
    cased = _cased(words)
    if person_score(cased, gazetteer) < (NAMELIKE if told else SURELY_NAMED):
        return ()
    family, given = split_name(cased)
    return (Contributor(name_raw=words, family=family, given=given, confidence=0.8),)


def _several(people: Sequence[PersonName], gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    if len(people) > 3 or any(person_score(one.written, gazetteer) < SURELY_NAMED for one in people):
        return ()
    return tuple(
        Contributor(name_raw=one.written, family=one.family, given=one.given, confidence=0.7) for one in people
    )


def _inverted(words: str, told: bool, gazetteer: Gazetteer) -> tuple[Contributor, ...]:
    """ "Marx, Karl": family name first, as in a catalogue."""
    family, _, given = (part.strip() for part in words.partition(","))
    cased = f"{_cased(family)}, {_cased(given)}"
    direct = f"{_cased(given)} {_cased(family)}"
    if "," in given or not given or len(family.split()) > 3:
        return ()
    needed = NAMELIKE if told else NAMED
    if person_score(direct, gazetteer) < needed or not (told or is_inverted(cased, gazetteer)):
        return ()
    return (Contributor(name_raw=words, family=_cased(family), given=_cased(given), confidence=0.8),)


def _cased(words: str) -> str:
    """Words all in capitals as they are otherwise written: initials stay, "R. PALME DUTT" is "R. Palme Dutt"."""
    if any(letter.islower() for letter in words):
        return words
    return re.sub(r"[^\W\d_]{3,}", lambda found: found[0].capitalize(), words)


def with_set(citation: Citation, evidence: Evidence, of_set: Citation, header: str) -> tuple[Citation, Evidence]:
    """Fills what a volume's line leaves out from the header of its set; a title that only numbers it is a part.

    Of one that only names the edition, it is the edition. Gives the citation and all of its evidence.
    """
    title = citation.title or ""
    numbered = citation.part_number is not None and _opens_volume(title)
    is_edition = citation.edition_statement is None and _opens_edition(title)
    own = replace(citation, title=None) if (numbered or is_edition) and of_set.title else citation
    if is_edition and of_set.title:
        own = replace(own, edition_statement=title)
    if own.title is None and of_set.title and _is_part(own):
        own = replace(own, unparsed_remainder=None)  # it was in doubt whether the number belongs to a title
    names = [name for name in ("title", "contributors", "series_title") if getattr(of_set, name)]
    values = {name: getattr(of_set, name) for name in names if not getattr(own, name)}
    if own.publisher is None and of_set.publisher:
        values |= {"publisher": of_set.publisher, "publisher_status": Status.SUPPLIED}
    if own.place_of_publication is None and of_set.place_of_publication:
        values |= {"place_of_publication": of_set.place_of_publication, "place_status": Status.SUPPLIED}
    why = f"from the set header above: “{header}”"
    rows = tuple((name, "", why) for name in values if not name.endswith("_status"))
    became = "edition_statement" if is_edition else "part_number"
    kept = tuple((became, *row[1:]) if row[0] == "title" and "title" in values else row for row in evidence)
    return replace(own, **values), (*kept, *rows)


def _is_part(citation: Citation) -> bool:
    """What was left over is the volume's number and name, and nothing else."""
    left = _WORD.findall(citation.unparsed_remainder or "")
    return bool(left) and not Counter(left) - Counter(_WORD.findall(f"{citation.part_number} {citation.part_name}"))


def with_authors(citation: Citation, authors: tuple[Contributor, ...], why: str) -> tuple[Citation, Evidence]:
    """The authors that stand above an entry that names nobody."""
    if citation.contributors:
        return citation, ()
    return replace(citation, contributors=authors), (("contributors", "", why),)


def with_periodical(
    citation: Citation, heading_path: tuple[str, ...], gazetteer: Gazetteer
) -> tuple[Citation, Evidence]:
    """Of an issue: the periodical whose name stands above "No. 3 (80), May-June 1984"."""
    if citation.container_title or citation.title:
        return citation, ()
    heading = next((one for one in reversed(heading_path) if not _SHELF.match(one)), "")
    name = heading.partition(",")[0].strip(" .:;")
    if not name or not (periodical_title(name, gazetteer) or _is_serial(citation)):
        return citation, ()
    if authors_named(heading, gazetteer):
        return citation, ()
    return replace(citation, container_title=name), (("container_title", "", f"from the heading “{heading}”"),)


def _is_serial(citation: Citation) -> bool:
    """Months, seasons and running numbers are what books in parts do not have."""
    return len(citation.date_edtf or "") > 5 or "(" in (citation.issue or "")
