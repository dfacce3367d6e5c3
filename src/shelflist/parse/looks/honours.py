"""Titles of honour before a name, and what follows one: "Jr", letters of honour and of degrees.

None of it is a name, nor a part of one. Whether the words beside it are a name is judged in `names`.
"""

import re

from shelflist.parse.vocabulary.cues import cue, cues_in

HONORIFIC = re.compile(
    r"(?:(?:Very|Right|Rt|Most)\.?\s)?(?:Professor|Prof|Dr|Doctor|Sir|Dame|Lord|Lady|Rev|Reverend|Comrade|General|Gen|Colonel|Col|Major|Captain|Capt|"
    r"Duke|Duchess|Earl|Countess|Marquess|Marquis|Marchioness|Viscount|Viscountess|Baron|Baroness|Prince|Princess|"
    r"Lt|Marshal|Sergeant|Mr|Mrs|Miss|Ms|Mme|Mlle|Academician|Bishop|Canon|Father|Sister|Chairman|President|Councillor|Cllr)\.?(?=\s)"
)
HONORIFIC_CUE = cue("""
Professor Prof Dr Doctor Sir Dame Lord Lady Rev Reverend Comrade General Gen Colonel Col Major Captain Capt Duke
Duchess Earl Countess Marquess Marquis Marchioness Viscount Viscountess Baron Baroness Prince Princess Lt Marshal
Sergeant Mr Mrs Miss Ms Mme Mlle Academician Bishop Canon Father Sister Chairman President Councillor Cllr
""")  # fmt: skip
_SUFFIX = re.compile(
    r"(?:Jr|Sr|Junior|Senior|II|III|M\.?P|Q\.?C|K\.?C|J\.?P|M\.?A|B\.?A|BSc|Ph\.?D|M\.?D|D\.?Sc|LL\.?D|F\.?R\.?S|[OC]\.?B\.?E|"
    r"Esq|T\.?D)\.?$"
)
_SUFFIX_CUE = cue(
    "Jr Sr Junior Senior II III M P MP Q C QC K KC J JP A MA B BA BSc Ph D PhD MD Sc DSc LL LLD F R S FRS O E OBE CBE "
    "Esq T TD"
)
_LETTERS = (
    r"(?:MP|M\.\s?P\.?|QC|KC|K\.C\.?|Q\.C\.?|JP|J\.P\.?|MA|M\.A\.?|BA|B\.A\.?|BSc|PhD|Ph\.D\.?|MD|LLD|DSc|FRS|"
    r"OBE|CBE|TD|Esq\.?)"
)
HONOURS = re.compile(rf"(?:,?\s{_LETTERS})+$")
""" "DN Pritt KC MP": letters of honour after a name are no part of it."""
_ONLY_HONOURS = re.compile(rf"{_LETTERS}(?:,?\s{_LETTERS})*$")
HONOURS_CUE = cue("MP M P QC KC K C Q JP J MA A BA B BSc PhD Ph D MD LLD DSc FRS OBE CBE TD Esq")
HONOURS_INSIDE = re.compile(rf",\s{_LETTERS}(?![\w.])")
_PEERAGE = re.compile(
    r"(?:the\s)?\b(Duke|Duchess|Earl|Countess|Marquess|Marquis|Marchioness|Viscount|Viscountess|Prince|Princess)\sof\s(?=[A-Z])"
)
_PEERS = cue("Duke Duchess Earl Countess Marquess Marquis Marchioness Viscount Viscountess Prince Princess")


def without_seat(words: str) -> str:
    """ "the Duchess of Atholl" as "Duchess Atholl"."""
    return _PEERAGE.sub(r"\1 ", words) if cues_in(words) & _PEERS else words


def without_suffixes(name: str) -> list[str]:
    """The words of a name but for "Jr" and letters at its end."""
    words = name.split()
    if cues_in(name) & _SUFFIX_CUE:
        while len(words) > 1 and _SUFFIX.match(words[-1]):
            words.pop()
    return words


def is_honours(words: str) -> bool:
    """Nothing but letters of honour: "K.C.", "MP"."""
    return len(words) < 12 and _ONLY_HONOURS.match(words) is not None
