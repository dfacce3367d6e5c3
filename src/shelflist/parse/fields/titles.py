"""The title as written, the part of a work that it or the words beside it name, and what explains it."""

import re

from shelflist.parse.grammar import GENRE, PART, TITLE
from shelflist.parse.labels.labelled import OF_PHRASE, Labelled
from shelflist.parse.looks.parts import read_part

_YEARS = re.compile(r"\d{4}\s?[-–—/]\s?\d{2,4}$")
_RUNS_ON = re.compile(r"\s(?:[A-ZÀ-Þ][a-zà-ÿ]{2}|\(?(?:only|all)\b)")
""" "vol 1 Weft Press", "vol. 2 only", "vol. 1 (all published)": what is more than a number, and is none of it."""
_ENDS_ISSUE = ("issue", "number")
_OF_ISSUE = re.compile(r"(?:(?:an?|the)\s)?[\w’'-]+\s(?:issue|number)")
""" "double issue", "the Christmas number": what is said of one issue, and of no work."""
_MARKS = {"“": "”", "‘": "’", "'": "'", '"': '"', "«": "»", "„": "“"}


def phrases_of(line: Labelled) -> tuple[list[str], list[str]]:
    """What explains the title; and as a note a word for the kind, as "leaflet", that stands alone or after a phrase."""
    told = line.runs(*OF_PHRASE)
    if told and told[0].endswith(_ENDS_ISSUE) and _OF_ISSUE.fullmatch(told[0]):
        return told[1:], told[:1]
    if GENRE not in line.trust.trusted:
        return told, []
    kinds = [piece.text for piece in line.of(GENRE)]
    phrases = [phrase for phrase in (_without_kind(run, kinds) for run in told) if phrase not in kinds]
    return phrases, [kind for kind in kinds if not any(kind in phrase for phrase in phrases)]


def _without_kind(phrase: str, kinds: list[str]) -> str:
    """ "a handbook, leaflet"; "leaflet, on the anniversary of the strike"."""
    for kind in kinds:
        phrase = phrase.removesuffix(f", {kind}").removesuffix(f". {kind}").rstrip(" ,").removeprefix(f"{kind}, ")
    return phrase


def title_of(line: Labelled) -> tuple[str | None, list[str]]:
    """The title as written, and the parts named outside it.

    A marked title is whole. An unmarked one takes in the years that follow it, but not the number of a part: nobody
    said that it is more of the title than of its description, and it has a field of its own.
    """
    at, parts = line.trust.trusted.get(TITLE, []), line.trust.trusted.get(PART, [])
    if not at:
        return None, [line.segments[i].text for i in parts]
    last = at[-1]
    while parts and not line.title_marked and last + 1 in parts and _YEARS.match(line.segments[last + 1].text):
        last += 1
    title = line.text[line.segments[at[0]].start : line.segments[last].end]
    return _unquoted(title.rstrip(" ,")), [line.segments[i].text for i in parts if i > last]


def _unquoted(title: str) -> str:
    """Marks of quotation around the whole of a title are the line's, not the title's."""
    if (
        title[:1] in _MARKS
        and title[-1:] == _MARKS[title[0]]
        and not set(title[1:-1]) & {title[0], title[-1], "“", "”"}
    ):
        return title[1:-1].rstrip(" ,")
    return title


def part_of(title: str | None, outside: list[str]) -> tuple[str | None, str | None]:
    """Its number and name, from the title or from the words `outside` it."""
    number, name = read_part(title) if title else (None, None)
    if outside:
        whole = ", ".join(outside)
        first, first_name = read_part(whole)
        whole = first if first and (first_name or _RUNS_ON.search(whole, len(first))) else whole
        if number and first is None and name is None:
            return number, whole  # "A History of Looms: Volume 1. The Spinners"
        number, name = (number or whole), (name or first_name)
    return number, name
