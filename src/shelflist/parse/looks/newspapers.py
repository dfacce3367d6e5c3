"""Newspapers by the make of their names: "Yorkshire Post", "The Northern Echo", "Nottingham Evening Mail".

Other periodicals show themselves by a word of their title (`parts`), or are listed.
"""

import re

from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.regions import REGIONS

_LISTED = """
Post Guardian Mail Echo Argus Telegraph Mercury Express Observer Advertiser Examiner Standard News Reporter Star
Independent Leader Tribune Sentinel Journal Sketch Mirror
"""
_CUE = cue(_LISTED)
_NEWSPAPER = re.compile(
    rf"(?:The\s)?(?P<of>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)(?:\s(?:{'|'.join(_LISTED.split())})){{1,2}}$"
)
_HOW_OFTEN = ("Evening", "Daily", "Morning", "Sunday", "Weekly")
_OF_PARTS = frozenset(["Northern", "Western", "Eastern", "Southern", "Midland", "Irish", "Welsh", "Scottish"])


def is_newspaper(words: str, gazetteer: Gazetteer) -> bool:
    """A town, a county, a part of the country or how often it comes out, before a word that newspapers bear."""
    if not cues_in(words) & _CUE or (found := _NEWSPAPER.match(words)) is None:
        return False
    of = found["of"]
    return of.endswith(_HOW_OFTEN) or of in _OF_PARTS or of in REGIONS or gazetteer.is_place(of)
