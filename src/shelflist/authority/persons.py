"""Names of persons compared: the same family name with given names that agree, or one slip in a long family name.

What is enough, and what is not, is written down in docs/authorities.md.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from shelflist.authority.normal import as_written, compact, folded

_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_HONORIFIC = re.compile(
    r"^(?:Professor|Prof|Dr|Doctor|Sir|Lord|Rev|Reverend|Comrade|General|Gen|Colonel|Col|Major|Captain|Capt|Lt|Marshal|"
    r"Mr|Academician|Bishop|Chairman|President)\b\.?\s+"
)
_BEFORE = re.compile(r"^(Mrs|Lady|Dame|Mme|Madame)\b")
_AFTER = re.compile(r"[\s,](Jr|Sr|Junior|Senior|II|III|IV|p[eè]re|fils|the Elder|the Younger)\.?$", re.IGNORECASE)
_SAME_MARK = {"junior": "jr", "senior": "sr", "the younger": "jr", "the elder": "sr", "madame": "mme"}
_INITIALS = re.compile(r"[^\W\d_a-zà-öø-þ]{1,3}$")
_WORD = re.compile(r"[^\s.\-‐–]+\.?")

SLIP_WITH_NAME = 7
"""Letters of the shorter family name, for one slip with an equal given name or two equal initials."""
SLIP_WITH_INITIAL = 10
"""... with one equal initial."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart: folded family name, given names or initials in order, and what tells kin apart ("jr")."""

    family: str
    given: tuple[str, ...]
    marks: tuple[str, ...]
    written: str

    @property
    def key(self) -> str:
        return "|".join((self.family, ",".join(self.given), ",".join(self.marks)))

    @property
    def is_plain(self) -> bool:
        """Written without honorific, bracket or inversion; what tells kin apart must be shown."""
        return bool(self.marks) or not ("," in self.written or "(" in self.written or _HONORIFIC.search(self.written))

    @property
    def names(self) -> tuple[str, ...]:
        """The whole name run together, in both orders: how a list of names may have it."""
        bare = _HONORIFIC.sub("", _BRACKETED.sub("", self.written))
        given = "".join(self.given)
        return (compact(bare), given + self.family, self.family + given)


@lru_cache(maxsize=65536)
def person(written: str, family: str | None, given: str | None) -> Person:
    """The parts are those that reading gave; without them the last word is taken for the family name."""
    bare = as_written(_HONORIFIC.sub("", _BRACKETED.sub("", written)))
    if not family:
        given, _, family = bare.rpartition(" ")
    found = [match[1] for match in (_BEFORE.search(bare), _AFTER.search(bare)) if match]
    marks = sorted(_SAME_MARK.get(mark.casefold(), folded(mark)) for mark in found)
    return Person(compact(family), _given(given or ""), tuple(marks), as_written(written))


def _given(text: str) -> tuple[str, ...]:
    """ "WP", "W. P." and "W.P." are two initials; "Yu." is one abbreviation."""
    names: list[str] = []
    for word in _WORD.findall(_BRACKETED.sub("", text)):
        bare = word.rstrip(".")
        names += [compact(c) for c in bare] if _INITIALS.match(bare) else [compact(bare)]
    return tuple(name for name in names if name)


def agree(one: Person, other: Person) -> bool:
    """The same family name and no given name that speaks against it; the shorter list opens the longer.

    At least one name or initial must be there on both sides, and two where the family name is very common. A full name
    beside another with one more full name is not enough: "Robert Owen" and "Robert Dale Owen" are father and son.
    """
    if one.family != other.family or one.marks != other.marks or not one.given or not other.given:
        return False
    pairs = list(zip(one.given, other.given, strict=False))
    if not all(_fits(a, b) for a, b in pairs):
        return False
    if len(one.given) != len(other.given) and _has_another_name(*sorted((one.given, other.given), key=len)):
        return False
    return one.family not in common_families() or len(pairs) > 1 or min(map(len, pairs[0])) > 2


def one_slip(one: Person, other: Person) -> bool:
    """One letter missing, added, changed or swapped in a long family name, with given names that are equal."""
    if one.marks != other.marks or not one.given or not other.given or one.family[:1] != other.family[:1]:
        return False
    shorter = min(len(one.family), len(other.family))
    if shorter < SLIP_WITH_NAME or one.family == other.family:
        return False
    if OSA.distance(one.family, other.family, score_cutoff=1) > 1 or _are_two_names(one.family, other.family):
        return False
    return _equal_given(one.given, other.given, only_initial=shorter >= SLIP_WITH_INITIAL)


def _has_another_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Both first names are written out, and so is a further one of the longer list."""
    return len(short[0]) > 2 and len(long[0]) > 2 and any(len(name) > 2 for name in long[len(short) :])


def _fits(one: str, other: str) -> bool:
    """Equal, or the shorter of the two is an initial or abbreviation ("yu" for "yuri")."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) <= 2 and long.startswith(short))


def _equal_given(one: tuple[str, ...], other: tuple[str, ...], *, only_initial: bool) -> bool:
    if one[0] == other[0] and len(one[0]) > 2:
        return all(_fits(a, b) for a, b in zip(one, other, strict=False))
    initials = [name[0] for name in one], [name[0] for name in other]
    agreed = all(_fits(a, b) for a, b in zip(one, other, strict=False))
    return agreed and initials[0] == initials[1] and (only_initial or len(one) > 1)


def _are_two_names(one: str, other: str) -> bool:
    """Family names that are known to be two ("Thomson", "Thompson"), or a woman's and a man's ("Petrova", "Petrov")."""
    short, long = sorted((one, other), key=len)
    if long == short + "a" or long == short + "s":
        return True
    return any(one in names and other in names for names in distinct_families())


@lru_cache(maxsize=1)
def common_families() -> frozenset[str]:
    """Family names so common that one initial tells nothing."""
    return frozenset(compact(name) for line in _lines("common_families.tsv") for name in line.split("\t"))


@lru_cache(maxsize=1)
def distinct_families() -> tuple[frozenset[str], ...]:
    """Sets of family names that differ by a letter and are different names."""
    return tuple(frozenset(map(compact, line.split("\t"))) for line in _lines("distinct_families.tsv"))


def _lines(name: str) -> list[str]:
    text = files("shelflist.authority").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
