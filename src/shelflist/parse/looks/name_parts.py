"""A name taken apart: the persons of a list one by one, and of each the family's part and the given one.

Whether words are names at all is judged in `names`.
"""

import re
from typing import NamedTuple

from shelflist.parse.looks.family_first import EASTERN_FAMILIES, LOUD, TURNED, in_plain_letters
from shelflist.parse.looks.honours import HONORIFIC, HONORIFIC_CUE, HONOURS, HONOURS_CUE, without_suffixes
from shelflist.parse.looks.names import (
    BRACKETED,
    PSEUDONYM,
    QUOTED_NAME,
    TWO_SYLLABLES,
    pieces_of,
    shares_surname,
)
from shelflist.parse.vocabulary.cues import cues_in, cues_of
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.words import PARTICLES, is_initials

_QUOTES = ("“", "‘", '"', "'")


class PersonName(NamedTuple):
    """One person as written, with a shared surname given to each, and the name's parts."""

    written: str
    family: str | None
    given: str | None


def read_names(words: str, gazetteer: Gazetteer) -> tuple[PersonName, ...]:
    """The persons that `words` list, in order; each is given the surname that they share."""
    pieces = [name for piece in pieces_of(words) if (name := _as_written(piece))]  # a lone stop is nobody
    if len(pieces) > 1 and shares_surname(words, pieces, gazetteer):
        surname = split_name(pieces[-1])[0] or ""
        pieces = [f"{piece} {surname}" for piece in pieces[:-1]] + pieces[-1:]
    return tuple([PersonName(piece, *split_name(piece)) for piece in pieces])


_VARIANT = re.compile(r"(?<=\w)\s\[[A-ZÀ-Þ][^\[\]]+\]$")
""" "Chu Teh [Zhu De]": the same name in another spelling."""


def _as_written(piece: str) -> str:
    """The name without honours and outer stops; the stop of an initial or of "Jr." is its own."""
    bare = PSEUDONYM.sub("", piece) if "(" in piece or "[" in piece else piece
    bare = (_VARIANT.sub("", bare) if bare.endswith("]") and " " in bare.partition(" [")[0] else bare).strip()
    if cues_of(bare[bare.rfind(" ") + 1 :]) & HONOURS_CUE:
        bare = HONOURS.sub("", bare)
    if bare[:1] in _QUOTES and (quoted := QUOTED_NAME.match(bare)):
        return quoted["name"]
    kept = bare.endswith(("Jr.", "Sr.")) or is_initials(bare.rpartition(" ")[2])
    return bare if kept else bare.strip(" .")


def split_name(name: str) -> tuple[str | None, str | None]:
    """(family, given). Chinese, Korean and Vietnamese names have the family's part first."""
    bare = BRACKETED.sub("", name) if "(" in name or "[" in name else name
    bare = (HONORIFIC.sub("", bare) if cues_in(bare) & HONORIFIC_CUE else bare).strip()
    if turned := (bare[-1:] == "." and TURNED.fullmatch(bare)) or LOUD.fullmatch(bare):
        return in_plain_letters(turned["family"]), turned["given"]
    tokens = without_suffixes(bare)
    if not tokens:
        return None, None
    if tokens[0] in EASTERN_FAMILIES and (
        len(tokens) == 3
        or "-" in tokens[-1]
        or (len(tokens) == 2 and tokens[0] in ("Mao", "Lu", "Liu", "Deng", "Zhou"))
    ):
        return tokens[0], " ".join(tokens[1:])
    if len(tokens) == 2 and TWO_SYLLABLES.match(tokens[1]):
        return tokens[0], tokens[1]
    cut = _surname_start(tokens)
    return " ".join(tokens[cut:]), " ".join(tokens[:cut]) or None


def _surname_start(tokens: list[str]) -> int:
    """Particles belong to the family name ("van Gogh"), unless the name opens with one."""
    cut = len(tokens) - 1
    if cut > 2 and tokens[cut - 1] == "y":
        return cut - 2  # "José Ortega y Gasset"
    while cut > 1 and tokens[cut - 1].casefold() in PARTICLES and not is_initials(tokens[cut - 1]):
        cut -= 1
    return cut
