"""Where the imprint ends an entry that counts no pages: "Leeds, Weft Press, 1954. Foreword by Sue Elm. A good copy."

What comes after a house or a place with its year and a stop is said of the book, as what follows the extent is; so are
words in small letters after the bracket that holds the year.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR
from shelflist.parse.looks.grades import A_FIRM
from shelflist.parse.looks.imprint import is_catalogued, publisher_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_YEAR_AND_STOP = re.compile(
    rf"(?<=[\s(])(?:c|©\s?)?{YEAR_FORM}\)?\.(?=\s[A-Z(\[][^\W\d]*\s)|,\s\[{YEAR_FORM}\??\](?=\s[A-Z][\w]*\s)"
)
""" "Weft Press, [1909] Sp Coll f255": no stop is needed after a bracket."""
_YEAR_AND_REMARK = re.compile(rf"(?:{YEAR.pattern}|\bn\.d\.)(?=\s(?:[A-ZÀ-Þ][\w’'-]*\s[a-zß-ÿ]|[£$€]\s?\d))")
""" "Weft Press, Leeds 1976 Water stain on two leaves.", "Leeds, 1976 £8.50": no stop stands before it."""
_PRICE_AND_STOP = re.compile(r",\s(?:US?\$|Rs\.?\s?|[£$€]\s?)\d{1,4}(?:\.\d\d)?\.(?=\s[A-Z“‘])")
""" "Weft Press, 1954, £8.99. How weavers lived.": the price comes last."""
_PARTS = re.compile(r"[,:;(]\s*|\.\s")
_YEAR_LAST = re.compile(rf"(?<!\d){YEAR_FORM}[)\].]*$")
_HOUSE_AND_SENTENCE = re.compile(
    r"[.,]\s+(?:[A-ZÀ-Þ][\w’'-]*(?:[\s,]+[A-ZÀ-Þ][\w’'.-]*){0,2}:\s)?(?P<house>[A-ZÀ-Þ][^.:,()]{2,60})\.(?=\s+[A-Z][\w’'-]*(?:\s[\w’'()-]+,?){3})"
)
""" "Ash, R. The Mill Hands. Weft Press. This is a guide to the mills.": what follows the house is said of the book."""
_YEAR_AND_SENTENCE = re.compile(rf",\s{YEAR_FORM}\.(?=\s[A-Z][\w’'-]*(?:\s[\w’'()-]+,?){{3}})")
_HEADED = re.compile(r"[A-ZÀ-Þ][^.,:;()]{3,50}:\s[A-ZÀ-Þ]|[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ]")
""" "Rewi Ash: The Mill Hands, 1954. A guide to all their looms.": who wrote, the title and its year, and no house."""
_YEAR_SECOND = re.compile(rf"[A-ZÀ-Þ][^.]{{3,80}}\.\s\(?{YEAR_FORM}\)?\.\s")
_YEAR_BESIDE = re.compile(rf"[A-ZÀ-Þ][^(),.]{{3,60}}\s(?:\(eds?\.?\)\s)?\({YEAR_FORM}\)[,.:]?\s[A-ZÀ-Þ]")
""" "Rewi Ash (1954), The Mill Hands, Weft Press. This is a guide to the mills."."""
_YEAR_HELD = re.compile(rf"(?<=\w\s)\([^()]*{YEAR_FORM}\)(?=[;,.]?\s\(?[a-z])")
_NAME_BEFORE = re.compile(r"(?:[a-z]+\s)*[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){0,2}\s\($")
""" "Ash, Rewi. (1954). The Mill Hands.": the year is the author's, and the title is still to come."""
_INVERTED = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s[A-ZÀ-Þ]")
_FIELD = re.compile(
    r"\W*(?:by|in|eds?|edited|trans\w*|tr|comp\w*|illustrated|introduced|selected|with|vols?|volumes?|nos?|numbers?|parts?|"
    r"pts?|issues?|re\w+|rev|new|and|or|is|was|pp?|pages?)\b|.*\sby\s[A-Z]"
)
""" "The Mill Hands (1954) translated by Ann Hill": more fields come."""
_OF_A_DAY = re.compile(r"\d{1,2}\s[A-Z][a-z]{2,8}\s$")
""" "Workers Press, 11 May 1996. Rewi Ash, …": a paper's date, and what stood in it."""
_LOOKED_AT = 90
"""Characters before the year in which a house or a place must stand."""


def end_of_imprint(text: str, gazetteer: Gazetteer, *, marked: bool) -> int | None:
    """The offset after the year and its stop; None where no imprint is so closed, or the line ends in another year.

    `marked`: markup shows the title. A bracket closes only a line that it, or a family name put first, shows to be one
    of books: sentences have brackets too.
    """
    held = _YEAR_HELD.search(text, 10) if ")" in text and (marked or _INVERTED.match(text)) else None
    if held is not None and not _FIELD.match(text, held.end()):
        return held.end()
    if (priced := _PRICE_AND_STOP.search(text, 18)) and YEAR.search(text, 0, priced.start()):
        return priced.end()
    opened = marked or _INVERTED.match(text) or _YEAR_SECOND.match(text) or _YEAR_BESIDE.match(text)
    if opened and (house := _before_sentence(text, gazetteer)):
        return house
    if (dated := _YEAR_AND_SENTENCE.search(text, 16)) and _is_said(text, dated.end()) and _HEADED.match(text):
        return dated.end()
    if (beside := _YEAR_AND_REMARK.search(text, 20)) and YEAR.search(text, beside.end()) is None:
        before = _PARTS.split(text[max(0, beside.start() - _LOOKED_AT) : beside.start()].rstrip(", "))[-1]
        if _is_of_imprint(before.strip(), gazetteer):
            return beside.end()
    found = _YEAR_AND_STOP.search(text, 20)
    if found is None or _YEAR_LAST.search(text) or _OF_A_DAY.search(text, 0, found.start()):
        return None
    if _NAME_BEFORE.match(text, 0, found.start()):
        return None
    return found.end() if dates_imprint(text, found.start(), gazetteer) else None


def dates_imprint(text: str, year: int, gazetteer: Gazetteer) -> bool:
    """A house or a place stands right before the year at that offset."""
    before = [part.strip() for part in _PARTS.split(text[max(0, year - _LOOKED_AT) : year])]
    told = [part for part in before if part][-2:]
    return any(_is_of_imprint(part, gazetteer) for part in told) or is_catalogued(text, year)


def _is_of_imprint(words: str, gazetteer: Gazetteer) -> bool:
    """A house, or a place, before which a house may run on: "Puffin Harmondsworth"."""
    placed = gazetteer.is_place(words) or gazetteer.is_place(words.rpartition(" ")[2])
    return placed or publisher_score(words, gazetteer) >= A_FIRM


def _before_sentence(text: str, gazetteer: Gazetteer) -> int | None:
    """The offset after a house and its stop, where sentences close the line."""
    found = _HOUSE_AND_SENTENCE.search(text, 20)
    if found is None or publisher_score(found["house"], gazetteer) < A_FIRM:
        return None
    return found.end() if _is_said(text, found.end()) else None


def _is_said(text: str, begin: int) -> bool:
    """Sentences: most words are in small letters."""
    told = [word for word in text[begin:].split() if word[0].isalpha()]
    return sum(word[0].islower() for word in told) > len(told) / 2
