"""Words that hold a title and its author with one sign between them: "Rewi Ash – The Mill Hands", "Looms by Rewi Ash".

Captions and contents look so, too. Who asks must know that the words stand for a text: they are the link to a document,
or a line of a list of books. Which side is the author is for the names to show; where both or neither may be, no pair
is found.
"""

import re

from shelflist.models.page import Span
from shelflist.parse.looks.bodies import names_body
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.features import features
from shelflist.parse.looks.grades import A_PLACE, AN_ACRONYM, NAMED, SURELY_NAMED
from shelflist.parse.looks.imprint import place_score, publisher_score
from shelflist.parse.looks.names import NAME_IN_FULL, names_score
from shelflist.parse.looks.no_entry import A_SENTENCE, sentence_weight
from shelflist.parse.looks.parts import is_number
from shelflist.parse.looks.phrases import tells_work
from shelflist.parse.looks.title_begins import OTHER_ROLES, nobody_later, opens_sure_imprint
from shelflist.parse.looks.title_forms import OPENS_LIFE, has_title_capitals, opens_life
from shelflist.parse.segments.remarks import SIGNS, remark_at_end
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.role_words import PARTICIPLES
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES
from shelflist.parse.vocabulary.words import NO_NAME

_BY = re.compile(r",?\s[Bb]y\s(?=[^\W\d_])")
_DASH = re.compile(r"\s(?:[–—]|--?)\s")
_YEAR = rf"{YEAR_FORM}(?:\s?[-–/]\s?\d{{2,4}})?"
_YEAR_AFTER = re.compile(rf",?\s(?:\({_YEAR}\)|\[{_YEAR}\]|{_YEAR})\.?$")
_SPAN = re.compile(rf"\(({YEAR_FORM})\s?[-–]\s?({YEAR_FORM})\)$")
_YEARS_OF_WRITING = 15
_MORE = re.compile(
    rf"[,.(\[–—-]\s?[^,.()\[\]–—]{{0,40}}(?<!\b(?:of|in|to)\s)(?<!\bfrom\s)(?<!\d[–/-])(?<!\d\s[–-]\s){YEAR_FORM}"
    rf"(?![–/-]\d|\s[–-]\s{YEAR_FORM})[)\]]?\.?(?:$|\s[–—-]\s)|^\d{{1,3}}\s[A-Z]"
)
""" "The Mill Hands, Leeds, 1954": more than a title; "41 The Mill Hands": a page, and what stands on it.

"The Mill Hands, 1954-56", "The Mill Hands – The Strike of 1954": these years tell of what the title does.
"""
ITEM = re.compile(rf"(?:[•·▪●+–—-]\s+)?(?:[•·▪●*+–—{SIGNS}-]+|\(?\d{{1,4}}[.)]|\(\d{{1,3}}\)|[(\[][*x ]?[)\]])\s+")
_YEAR_FIRST = re.compile(rf"(?:{YEAR_FORM}|1[4-9]\d\?)(?:[:.]|\s[–—-])?\s(?=[A-ZÀ-Þ])")
""" "1954 The Mill Hands by Rewi Ash", "1954 – Rewi Ash, The Mill Hands": what the list is ordered by."""
_SIGN = re.compile(r":\s|,\s")
FIELD_SIGN = re.compile(r",\s|\s[–—-]\s")
_HELD = re.compile(r"\s\((?P<names>[A-ZÀ-Þ][^()\d]{3,60})\)$")
_BESIDE = re.compile(rf"(?P<names>{NAME_IN_FULL})\s(?=(?:The|A|An)\s[A-ZÀ-Þ][\w’'-]*\s)")
_CAPITALS = r"(?:[A-Z]\.\s?)*[A-ZÀ-Þ][\w’'&-]*(?:\s(?:(?:of|the|and|&|for|de)\s)?[A-ZÀ-Þ][\w’'&-]*){0,4}"
_THIRD = re.compile(rf"(?:(?:,|(?<=\w\w)\.|\s[–—-])\s(?P<house>{_CAPITALS})|\s\((?P<held>{_CAPITALS})\))$")
_STOP = re.compile(r"(?<=\w\w)\.\s")
_MARKS = "“‘\"'"
_ONE = re.compile(rf"(?:[^\d.;]|\.(?!\s)|(?<![^\W\d_]{{2}})\.(?=\s))*(?:{_YEAR}(?:\s[^\d.;]*)?)?")
"""One title, with the years of which it tells: no stop, and no figure of an extent."""
LONGEST = 240
_NO_NAMES = 0.5
_SURER = 1.5
"""By how much one side must be the surer name: "Naguib Mahfouz – Midaq Alley"."""
_DONE = re.compile(rf"(?:^[A-Z]|\s)[a-z]+(?:{'|'.join(PARTICIPLES)})$")
""" "Banner of the Weavers, painted by George Elm": he did something else than write it."""


def title_in_list(text: str, gazetteer: Gazetteer) -> Span | None:
    """Where the title stands in a line of a list of books, where names and a title are all that it has."""
    if len(text) > LONGEST:
        return None
    item = ITEM.match(text) or _YEAR_FIRST.match(text)
    begin = item.end() if item else 0
    remark = remark_at_end(text, len(text), gazetteer)
    words = text[begin : remark[0] if remark else len(text)].rstrip(" ,.")
    found = _pair_before_house(words, gazetteer) or _pair_in(words, gazetteer)
    return Span(begin + found.start, begin + found.end) if found else None


def _pair_in(words: str, gazetteer: Gazetteer) -> Span | None:
    return (
        title_in(words, gazetteer, whole=True)
        or _beside_sign(words, gazetteer)
        or title_without_sign(words, gazetteer)
        or _before_stop(words, gazetteer)
    )


def _pair_before_house(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "Rewi Ash, The Mill Hands (Weft Press)", "Looms by Rewi Ash, Weft": a third field, in capitals, comes last."""
    third = _THIRD.search(words)
    house = (third["house"] or third["held"]) if third else ""
    if third is None or _is_of_title(house, gazetteer):
        return None
    pair = _pair_in(words[: third.start()], gazetteer)
    named = names_score(house, gazetteer) > _NO_NAMES and publisher_score(house, gazetteer) < AN_ACRONYM
    return None if pair is None or (named and not pair.start) else pair


def _is_of_title(words: str, gazetteer: Gazetteer) -> bool:
    """ "Rewi Ash, The Mill Hands, A History", "Rewi Ash, The Mills, Leeds"."""
    if publisher_score(words, gazetteer) >= AN_ACRONYM:
        return False
    return words.startswith(OPENING_ARTICLES) or place_score(words, gazetteer) >= A_PLACE or tells_work(words)


def title_without_sign(words: str, gazetteer: Gazetteer) -> Span | None:
    """Before a bracket that holds the author, or beside his name."""
    return _before_bracket(words, gazetteer) or _beside_names(words, gazetteer)


def title_in(words: str, gazetteer: Gazetteer, *, whole: bool) -> Span | None:
    """Where in `words` the title stands; None where they are no pair of title and author.

    `whole`: they are all that the line has, so that the author stands nowhere else; only then a dash may part them.
    """
    if len(words) > LONGEST:
        return None
    found = _before_by(words, gazetteer)
    return found or (_beside_dash(words, gazetteer) or _after_colon(words, gazetteer) if whole else None)


def title_before_authors(words: str, rest: str, gazetteer: Gazetteer) -> Span | None:
    """ "The Mill Hands, Rewi Ash" before `rest`, ", Weft Press, 1954": the line names the author nowhere else."""
    if len(words) > LONGEST:
        return None
    for sign in FIELD_SIGN.finditer(words, 1):
        names = words[sign.end() :]
        if is_number(words[: sign.start()]):
            continue  # "Part 3 – Loom Maidens": who is named so is nobody
        if _are_authors(names, gazetteer) and nobody_later(names + rest, gazetteer):
            return Span(0, sign.start())
    return None


def _are_authors(words: str, gazetteer: Gazetteer) -> bool:
    return names_score(words, gazetteer) >= NAMED or names_body(words)


def _before_by(words: str, gazetteer: Gazetteer) -> Span | None:
    found = [*_BY.finditer(words, 1)][-1:]
    if not found or _names(words[found[0].end() :], gazetteer) < NAMED:
        return None
    title = words[: found[0].start()]
    if not has_title_capitals(title) and sentence_weight(words, 0, len(words)) >= A_SENTENCE:
        return None  # "Books by Rewi Ash"
    if _DONE.search(title) or title.rpartition(" ")[2] in OTHER_ROLES or not _is_title(title):
        return None
    return Span(0, len(title))


def _beside_dash(words: str, gazetteer: Gazetteer) -> Span | None:
    dashes = list(_DASH.finditer(words))
    if not dashes:
        return None
    first, last = dashes[0], dashes[-1]
    if (years := _SPAN.search(words, 0, first.start())) and int(years[2]) - int(years[1]) > _YEARS_OF_WRITING:
        return None  # "Rewi Ash (1872-1952) – Weaver and poet"
    leads = _names(words[: first.start()], gazetteer)
    follows = _names(words[last.end() :], gazetteer)
    title = words[first.end() :].rstrip(" .")
    if max(leads, follows) < NAMED or abs(leads - follows) < _SURER:
        return None
    if leads > follows:
        is_title = _is_title(title) and not (OPENS_LIFE.match(title) or opens_sure_imprint(title, gazetteer))
        return Span(first.end(), first.end() + len(title)) if is_title else None
    return Span(0, last.start()) if _is_title(words[: last.start()]) else None


def _after_colon(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "Rewi Ash: The Weavers’ Party in Leeds, 1919–24": whatever bodies and years the title has, a sure name leads."""
    names, _, title = words.partition(": ")
    if _names(names, gazetteer) < SURELY_NAMED or " " not in title or opens_life(title) or not _ONE.fullmatch(title):
        return None
    if not (title[0].isupper() or title[0] in _MARKS) or _names(title, gazetteer) > _NO_NAMES or not _is_title(title):
        return None
    return Span(len(names) + 2, len(words))


def _beside_sign(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "Rewi Ash: The Mill Hands", "Rewi Ash, The Mill Hands", "The Mill Hands, Rewi Ash": sure names at an end."""
    first, last = _SIGN.search(words), words.rfind(", ")
    if first is None:
        return None
    title = words[first.end() :]
    if _names(words[: first.start()], gazetteer) >= SURELY_NAMED and _is_title_alone(title, gazetteer):
        return Span(first.end(), len(words))
    if last > 0 and _names(words[last + 2 :], gazetteer) >= SURELY_NAMED and _is_title_alone(words[:last], gazetteer):
        return Span(0, last)
    return None


def _before_stop(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "The Mill Hands. Rewi Ash.": a sure name after the title's stop."""
    stop = next(_STOP.finditer(words, 2), None)
    if stop is None or _names(words[stop.end() :], gazetteer) < SURELY_NAMED:
        return None
    return Span(0, stop.start()) if _is_title_alone(words[: stop.start()], gazetteer) else None


def _before_bracket(words: str, gazetteer: Gazetteer) -> Span | None:
    found = _HELD.search(words)
    if found is None or _names(found["names"], gazetteer) < NAMED or not _is_title(words[: found.start()]):
        return None
    return Span(0, found.start())


def _beside_names(words: str, gazetteer: Gazetteer) -> Span | None:
    """ "Rewi Ash The Mill Hands": columns side by side, where an article shows that the title begins."""
    found = _BESIDE.match(words)
    if found is None or _names(found["names"], gazetteer) < SURELY_NAMED:
        return None
    return Span(found.end(), len(words)) if _is_title_alone(words[found.end() :], gazetteer) else None


def _is_title_alone(words: str, gazetteer: Gazetteer) -> bool:
    """No name, life or office: "Rewi Ash, Secretary of the Union"."""
    if OPENS_LIFE.match(words) or _names(words, gazetteer) > _NO_NAMES or not words[0].isupper():
        return False
    if opens_sure_imprint(words, gazetteer):
        return False
    return features(words, gazetteer).note_on_person <= 0 and _is_title(words)


def _names(words: str, gazetteer: Gazetteer) -> float:
    """How surely they are names, a year after them left out."""
    bare = _YEAR_AFTER.sub("", words).strip(" ,.")
    return names_score(bare, gazetteer) if bare else NO_NAME


def _is_title(words: str) -> bool:
    """No sentence, and neither an imprint nor dated: then more than two fields stand in the line."""
    bare = words.strip(" ,;:.")
    if len(bare) < 2 or _MORE.search(bare) or is_number(bare):
        return False
    return has_title_capitals(bare) or sentence_weight(bare, 0, len(bare)) < A_SENTENCE
