"""What an entry is, as stated or by its form: an article, a leaflet, proceedings, a pamphlet, a book."""

import re

from shelflist.models.citation import Genre
from shelflist.parse.fields.issues import Container
from shelflist.parse.grammar import GENRE
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.looks.extent import LONGEST_PAMPHLET, Extent
from shelflist.parse.vocabulary.cues import cue, cues_in

_PROCEEDINGS = re.compile(r"\b(?:proceedings|verbatim report|stenographic report)\b", re.IGNORECASE)
_PROCEEDINGS_CUE = cue("proceedings verbatim stenographic", any_case=True)
_LEAFLET = re.compile(r"\b(?:leaflet|flyer|flier|handbill|broadsheet)\b", re.IGNORECASE)


def genre_of(line: Labelled, title: str | None, phrases: str | None, extent: Extent | None, held: Container) -> Genre:
    """Stated, or plain from the form; else by UNESCO's measure: a pamphlet has 5 to 48 pages, a book more."""
    if held.title or (extent and extent.is_range):
        return Genre.ARTICLE
    if GENRE in line.trust.trusted:
        kinds = [segment.text for segment in line.of(GENRE)]
        if any(map(_LEAFLET.match, kinds)):
            return Genre.LEAFLET
        if any(kind.endswith("article") for kind in kinds):
            return Genre.ARTICLE
    if (title and _tells_proceedings(title)) or (phrases and _tells_proceedings(phrases)):
        return Genre.PROCEEDINGS
    return _by_pages(extent.pages if extent else None)


def _tells_proceedings(words: str) -> bool:
    return cues_in(words) & _PROCEEDINGS_CUE != 0 and _PROCEEDINGS.search(words) is not None


def _by_pages(pages: int | None) -> Genre:
    if pages is None or pages < 5:
        return Genre.UNKNOWN
    return Genre.PAMPHLET if pages <= LONGEST_PAMPHLET else Genre.BOOK
