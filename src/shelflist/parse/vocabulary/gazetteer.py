"""Names that lines are read with: places, publishers, given names, periodicals, series, and words that are no names.

The lists are the text files in ``data/``, each with the source of its facts; a source file adds its own under
``[lookups]``. Nothing here decides anything: a word's being listed is one piece of evidence among others.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from shelflist.parse.vocabulary.lookups import Oddities

_TRIMMED = " .,;:!\"“”'‘"
_PARTED = re.compile(r"\.(?<=\b[a-z]\.) (?=[a-z](?:\.|$))")
""" "N. Y.", "E. J. Elm": whether a space stands between initials is nobody's choice."""
_SHORTEST_WORD = 2
"""Letters; a single one is an initial, which `key` may join to what stands before it."""
_AND = re.compile(r" and |\s?[/–]\s?| - ")


@lru_cache(maxsize=4096)
def key(words: str) -> str:
    """The form in which words are compared: small letters, straight quotes, "and" for "&", no outer punctuation."""
    if words.isalpha():
        return words.casefold()
    folded = words.casefold().replace("’", "'").replace("&", " and ").strip(_TRIMMED)
    folded = " ".join(folded.split())
    return _PARTED.sub(".", folded) if ". " in folded else folded


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All lists as sets of keys. Compared by identity: there is one for each set of lookups."""

    places: frozenset[str]
    place_endings: frozenset[str]  # their last words
    towns: frozenset[str]  # where few books were printed: they decide between house and place where nothing else does
    publishers: frozenset[str]
    publisher_openings: frozenset[str]  # what stands before the first comma of a publisher's name
    names: frozenset[str]  # whole names of persons or bodies
    given_names: frozenset[str]
    periodicals: frozenset[str]
    series: frozenset[str]
    words: frozenset[str]
    title_words: frozenset[str]  # no persons' names either, but a house or a series may bear one
    name_words: frozenset[str]  # single words of `names`

    def is_publisher(self, words: str) -> bool:
        """Listed, with or without its article, or two listed firms with "/" between."""
        known = key(words)
        if known in self.publishers or known.removeprefix("the ") in self.publishers:
            return True
        firms = known.split("/") if "/" in known else []
        return bool(firms) and all(firm.strip() in self.publishers for firm in firms)

    def is_place(self, words: str) -> bool:
        """Listed, or two or more listed places joined by "and", "/" or "–"."""
        known = key(words.strip("[]()? "))
        if known in self.places:
            return True
        if not (" and " in known or "/" in known or "–" in known or " - " in known):
            return False
        return all(part in self.places for part in _AND.split(known))

    def may_end_place(self, word: str) -> bool:
        """Whether this may be the last word of a listed place: of hardly any name or phrase it is."""
        return word.casefold() in self.place_endings or not word.isalpha() or len(word) < _SHORTEST_WORD

    def is_town(self, words: str) -> bool:
        return key(words.strip("[]()? ")) in self.towns

    def is_periodical(self, words: str) -> bool:
        return key(words) in self.periodicals

    def is_series(self, words: str) -> bool:
        """Listed, with or without its article."""
        known = key(words)
        return known in self.series or known.removeprefix("the ") in self.series


def _listed(name: str) -> list[str]:
    text = files("shelflist.parse").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _read(name: str) -> frozenset[str]:
    return frozenset(map(key, _listed(name)))


def _read_spellings(name: str) -> frozenset[str]:
    return frozenset(form for line in _listed(name) for form in spellings(line))


def _read_keys(name: str) -> frozenset[str]:
    """A long list, kept in the form in which words are compared: it is read ten times as quickly."""
    return frozenset(_listed(name))


_INITIALS = re.compile(r"(?:[A-Z]\.\s?){1,4}(?=[A-Z][a-z’'])|[A-Z]{2,3}\s(?=[A-Z][a-z’'])")


def spellings(words: str) -> frozenset[str]:
    """Keys of a name with its initials as hands write them: "E. P. Dutton", "E.P. Dutton", "EP Dutton"."""
    found = _INITIALS.match(words)
    if found is None:
        return frozenset([key(words)])
    letters, rest = re.findall(r"[A-Z]", found.group()), words[found.end() :]
    written = ("".join(letters), " ".join(letters), ". ".join(letters) + ".", ".".join(letters) + ".")
    return frozenset(key(f"{initials} {rest}") for initials in written)


@lru_cache(maxsize=64)
def gazetteer_for(lookups: Oddities) -> Gazetteer:
    """The bundled lists with one source's additions; read once."""
    publishers = _read_spellings("publishers.txt") | frozenset(map(key, lookups.publishers))
    names = _read("mononyms.txt") | frozenset(map(key, lookups.names))
    places = _read("places.txt") | frozenset(map(key, lookups.places))
    return Gazetteer(
        places=places,
        place_endings=frozenset(place.rpartition(" ")[2] for place in places),
        towns=_read_keys("towns.txt"),
        publishers=publishers,
        publisher_openings=frozenset(name.partition(",")[0] for name in publishers if "," in name),
        names=names,
        given_names=_read("given_names.txt"),
        periodicals=_read("periodicals.txt"),
        series=_read("series.txt"),
        words=_read("words.txt"),
        title_words=_read_keys("title_words.txt"),
        name_words=frozenset(word for name in names for word in name.split()),
    )
