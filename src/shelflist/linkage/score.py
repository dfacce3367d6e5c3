"""How like one entry two lines are, 0 to 100, field by field; and what makes them two whatever the score.

Plain string similarity must not decide: two volumes of one work are nearly equal strings, and so are two editions.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from shelflist.linkage.identity import match_key, normal_url
from shelflist.linkage.names import People, are_other_people, is_near, likeness_of_people, people_of, stand_in
from shelflist.linkage.words import (
    Rarity,
    containment,
    designations,
    likeness,
    number_of,
    numbers_of,
    words_of,
)
from shelflist.models.citation import Citation
from shelflist.models.observe import ReadEntry
from shelflist.models.rows import EntryRow

WEIGHTS = {"title": 36, "text": 22, "creators": 12, "year": 10, "extent": 10, "publisher": 6, "link": 4}
"""What each field counts for, where both lines have it; set on the first seeds of `benchmarks.linkage`."""
ONE_SIDED = 0.5
"""A field that only one line has: half its weight, and half of that for it."""
A_SLIP = 0.4
"""What a number is worth with one digit otherwise: a correction, as a rule."""
ALL_BUT_THE_TITLE = 60.0
"""The least that lines score that have all in common but the title: a title of one word may be typed anew."""
_ENOUGH_FIELDS = 3
FOR_A_PERSON = 70.0
"""The most that lines can score whose numbers speak against them but do not contradict."""
_SIGNS_OF_AN_EDITION = 2
"""Of year, pages and publisher: so many that differ by more than a slip are another edition, perhaps."""
_OF_A_SET = ("volume", "part", "number", "book")
_YEAR = re.compile(r"\d{4}")
_SMALL = frozenset(("of", "the", "and", "de", "la", "le", "du", "des", "et", "der", "die", "das", "und", "für"))
"""Words in the names of houses that tell nothing of which it is."""
_NUMBERED = ("part_number", "volume", "issue", "edition_statement", "series_number")


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a line, made once for each."""

    citation: Citation
    words: tuple[str, ...]
    title: tuple[str, ...]
    long_title: tuple[str, ...]  # with other title information: readings part them at different places
    publisher: tuple[str, ...]
    people: People
    year: str | None
    pages: str | None
    numbers: dict[str, frozenset[str]]
    url: str | None


def traits_of_row(row: EntryRow) -> Traits:
    link = row.primary_link
    return _traits(row.citation_raw, row.citation, normal_url(link.url) if link and link.url else None)


def traits_of_line(entry: ReadEntry) -> Traits:
    url = next((normal_url(link.url) for link in entry.links if link.url), None)
    return _traits(entry.raw, entry.citation, url)


def _traits(raw: str, citation: Citation, url: str | None) -> Traits:
    words, title = words_of(raw), words_of(citation.title)
    year = _YEAR.search(citation.date_edtf or citation.date_raw or "")
    return Traits(
        citation=citation,
        words=words,
        title=title,
        long_title=title + words_of(citation.other_title_information),
        publisher=words_of(citation.publisher),
        people=people_of(citation),
        year=year[0] if year else None,
        pages=str(citation.page_count) if citation.page_count is not None else None,
        numbers=designations(words),
        url=url,
    )


def contradiction(old: Traits, new: Traits) -> str | None:
    """Why the two cannot be one item, if so: another volume, part, number, session or edition, or other creators."""
    for kind in sorted(old.numbers.keys() & new.numbers.keys()):
        if not old.numbers[kind] & new.numbers[kind]:
            return f"{kind} {_listed(old.numbers[kind])} and {kind} {_listed(new.numbers[kind])}"
    for name in _NUMBERED:
        was, now = getattr(old.citation, name), getattr(new.citation, name)
        if was is not None and now is not None and _other_number(was, now, name):
            return f"{name.replace('_', ' ')} {was} and {now}"
    if are_other_people(old.people, new.people, old.words, new.words):
        return f"creators {_listed(_surnames(old))} and {_listed(_surnames(new))}"
    return None


def _other_number(was: str, now: str, name: str) -> bool:
    ours, theirs = numbers_of(was), numbers_of(now)
    if ours and theirs:
        return not ours & theirs
    return name != "edition_statement" and not (ours or theirs) and match_key(was) != match_key(now)


def _surnames(traits: Traits) -> tuple[str, ...]:
    return tuple(name.surname for name in traits.people)


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(set(values)))


def score(old: Traits, new: Traits, rarity: Rarity) -> float:
    """0 to 100: the weighted mean of the fields that at least one of the lines has."""
    imprint = [
        _field(
            "creators",
            old,
            new,
            _surnames(old),
            _surnames(new),
            likeness_of_people(old.people, new.people),
        ),
        _field("year", old, new, words_of(old.year), words_of(new.year), _digits(old.year, new.year)),
        _field("extent", old, new, words_of(old.pages), words_of(new.pages), _digits(old.pages, new.pages)),
        _field("publisher", old, new, old.publisher, new.publisher, _publisher(old, new, rarity)),
    ]
    parts = [
        (WEIGHTS["text"], _text(old, new, rarity)),
        _field("title", old, new, old.title, new.title, _title(old, new, rarity)),
        *imprint,
    ]
    if old.url and new.url:
        parts.append((WEIGHTS["link"], float(old.url == new.url)))
    total = 100 * sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)
    if _may_be_another(old, new):
        return min(total, FOR_A_PERSON)
    return max(total, ALL_BUT_THE_TITLE) if _all_agree(imprint) else total


def _all_agree(imprint: Sequence[tuple[float, float]]) -> bool:
    """Three fields or four, none of them otherwise by more than a slip; one that only one line has is none."""
    told = [value for weight, value in imprint if weight]
    return len(told) >= _ENOUGH_FIELDS and all(value >= A_SLIP and value != ONE_SIDED for value in told)


def _field(
    name: str, old: Traits, new: Traits, was: Sequence[str], now: Sequence[str], value: float
) -> tuple[float, float]:
    """Weight and value of a field. One that only one line has may stand in the other, read otherwise."""
    if was and now:
        return WEIGHTS[name], value
    if not was and not now:
        return 0.0, 0.0
    if set(was) <= set(new.words) and set(now) <= set(old.words):
        return WEIGHTS[name], 1.0
    return WEIGHTS[name] * ONE_SIDED, ONE_SIDED


def _title(old: Traits, new: Traits, rarity: Rarity) -> float:
    whole = likeness(old.long_title, new.long_title, rarity)
    return max(whole, likeness(old.title, new.title, rarity))


def _text(old: Traits, new: Traits, rarity: Rarity) -> float:
    """A phrase added leaves all the old words there."""
    return (likeness(old.words, new.words, rarity) + containment(old.words, new.words, rarity)) / 2


def _digits(old: str | None, new: str | None) -> float:
    """1 for the same number, `A_SLIP` for one digit otherwise."""
    if old is None or new is None or old == new:
        return float(old == new)
    return A_SLIP if OSA.distance(old, new, score_cutoff=1) <= 1 else 0.0


def _publisher(old: Traits, new: Traits, rarity: Rarity) -> float:
    """An abbreviation is the same house."""
    was, now = old.publisher, new.publisher
    return 1.0 if _is_short_for(was, now) else containment(was, now, rarity)


def _is_short_for(was: Sequence[str], now: Sequence[str]) -> bool:
    return _initials(was) == "".join(now) or _initials(now) == "".join(was)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL)


def _may_be_another(old: Traits, new: Traits) -> bool:
    """Another of a set, another edition, perhaps another's, or titles with other numbers in them (1917, 1918)."""
    if any(old.numbers.get(kind) != new.numbers.get(kind) for kind in _OF_A_SET):
        return True
    if all(map(_differ, (old.year, old.pages, old.url), (new.year, new.pages, new.url))):
        return True  # by a digit only, perhaps; but nobody mistypes three things at once
    if _gave_way(old, new) or _gave_way(new, old):
        return True
    signs = (_is_no_slip(old.year, new.year), _is_no_slip(old.pages, new.pages), _is_other_house(old, new))
    if sum(signs) >= _SIGNS_OF_AN_EDITION:
        return True
    ours, theirs = _numbers(old.title), _numbers(new.title)
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)


def _is_other_house(old: Traits, new: Traits) -> bool:
    """No word of either publisher stands in the other line, small ones left aside."""
    if not old.publisher or not new.publisher or _is_short_for(old.publisher, new.publisher):
        return False
    ours, theirs = (set(one.publisher) - _SMALL for one in (old, new))
    return not any(is_near(word, new.words) for word in ours) and not any(is_near(word, old.words) for word in theirs)


def _gave_way(named: Traits, other: Traits) -> bool:
    """People of one line of whom the other says nothing, while it has a name that is not read: a body's, perhaps."""
    if not named.people or other.people or stand_in(named.people, other.words):
        return False
    unread = (word for word in (other.citation.unparsed_remainder or "").split() if word[:1].isupper())
    return any(word not in named.words for words in unread for word in words_of(words))


def _differ(old: str | None, new: str | None) -> bool:
    return old is not None and new is not None and old != new


def _is_no_slip(old: str | None, new: str | None) -> bool:
    """Another number, not one with a digit mistyped."""
    return old is not None and new is not None and (len(old) != len(new) or _digits(old, new) == 0.0)


def _numbers(words: Sequence[str]) -> frozenset[str]:
    """A single letter is none: "I Saw the New Poland"."""
    numbers = (number_of(word) for word in words if len(word) > 1 or word.isdigit())
    return frozenset(number for number in numbers if number is not None)
