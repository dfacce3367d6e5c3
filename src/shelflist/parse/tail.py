"""What stands after the extent: series, edition, the host of a speech, and notes with whatever numbers they hold."""

import re
from dataclasses import dataclass

from shelflist.parse.gazetteer import WORD
from shelflist.parse.imprint import EDITION, PART, SERIES_NUMBER, is_series
from shelflist.parse.tokens import Segment, segment

_HOST = re.compile(
    r"[\[(]?\s*(?:From|In|Published in|Reprinted from)\s+(?:the\s+)?(?:pamphlet|book|collection|"
    r"volume|anthology|journal|magazine|periodical|booklet|"
    r"newspaper)?[\s:]*[“‘]?(?P<title>[A-Z][^\[\]()]+?)[”’]?"
    r"(?:,\s*(?P<more>[^\[\]()]*?\d+\s*(?:pages|pp?)\.?))?\s*\.?[\])]"
)
_LANGUAGES = {
    "french": "fra",
    "german": "deu",
    "russian": "rus",
    "spanish": "spa",
    "chinese": "zho",
    "italian": "ita",
    "english": "eng",
    "welsh": "cym",
    "irish": "gle",
    "portuguese": "por",
    "albanian": "sqi",
    "vietnamese": "vie",
    "polish": "pol",
    "dutch": "nld",
    "czech": "ces",
    "hungarian": "hun",
    "swedish": "swe",
    "greek": "ell",
    "turkish": "tur",
    "korean": "kor",
    "japanese": "jpn",
    "arabic": "ara",
    "bengali": "ben",
    "hindi": "hin",
    "esperanto": "epo",
    "yiddish": "yid",
    "serbo-croat": "hbs",
    "romanian": "ron",
    "bulgarian": "bul",
    "ukrainian": "ukr",
}
_LANGUAGE = re.compile(r"(?:^|[.\s(])(?:in|text in)\s+(" + "|".join(_LANGUAGES) + r")\b(?!\s+[a-z])", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?[:\s]*((?:97[89][-\s]?)?\d[\d\s-]{7,14}[\dXx])")
_ISSN = re.compile(r"\bISSN[:\s]*(\d{4}-?\d{3}[\dXx])")


@dataclass(frozen=True, slots=True)
class Tail:
    """The parts found; `evidence` as in a Reading. `note` is the rest, as written."""

    series_title: str | None = None
    series_number: str | None = None
    edition: str | None = None
    host: str | None = None
    note: str | None = None


def read_tail(text: str, start: int) -> Tail:
    """Reads ``text[start:]``, which follows the extent."""
    while start < len(text) and text[start] in " ,;.)":
        start += 1
    if start >= len(text):
        return Tail()
    if found := _HOST.match(text, start):
        return Tail(host=found["title"].strip(" ,."), note=text[start:].strip())
    pieces = segment(text, start, len(text))
    if not pieces:
        return Tail(note=text[start:].strip())
    if (
        is_series(pieces[0].text, frozenset(WORD.findall(pieces[0].text)))
        and not EDITION.match(pieces[0].text)
        and _short_sentence(pieces)
    ):
        return _series(text, pieces)
    edition = EDITION.match(pieces[0].text)
    if edition and edition.end() == len(pieces[0].text):
        return Tail(edition=pieces[0].text, note=_rest(text, pieces, 1))
    return Tail(note=text[start:].strip())


def _short_sentence(pieces: list[Segment]) -> bool:
    return len(pieces) == 1 or pieces[1].gap.startswith(".") or bool(PART.match(pieces[1].text))


def _series(text: str, pieces: list[Segment]) -> Tail:
    title, number, used = pieces[0].text, None, 1
    if len(pieces) > 1 and PART.match(pieces[1].text) and pieces[1].gap == ",":
        number, used = pieces[1].text, 2
    else:
        title, number = split_series(title)
    return Tail(series_title=title, series_number=number, note=_rest(text, pieces, used))


def split_series(words: str) -> tuple[str, str | None]:
    """Title and number: "Little Lenin Library No. 5"."""
    found = SERIES_NUMBER.search(words)
    if found and found.start() > 0:
        return words[: found.start()].rstrip(" ,"), found.group(1)
    return words, None


def _rest(text: str, pieces: list[Segment], used: int) -> str | None:
    return text[pieces[used].start :].strip() if used < len(pieces) else None


def languages_stated(notes: tuple[str, ...]) -> tuple[str, ...]:
    """ISO 639-3 codes of languages that the notes state ("In French.")."""
    named = [name.casefold() for note in notes for name in _LANGUAGE.findall(note)]
    return tuple(dict.fromkeys(_LANGUAGES[name] for name in named if name in _LANGUAGES))


def standard_numbers(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """ISBNs (digits only) and ISSNs in a line, as written after their name."""
    if "IS" not in text:
        return (), ()
    return tuple(re.sub(r"[\s-]", "", n) for n in _ISBN.findall(text)), tuple(_ISSN.findall(text))
