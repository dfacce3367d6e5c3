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
_DEGREES = r"[BDM]\.?\s?Sc|[BD]\.?\s?Litt|[DM]\.?\s?Phil|Ph\.?\s?D|D\.\s?D|DD|LL\.?\s?[BDM]"
_OF_DEGREES = "BSc MSc DSc Sc Litt DLitt BLitt Phil DPhil MPhil Ph D PhD DD LLB LLD LLM"
_SUFFIX = re.compile(
    rf"(?:Jr|Sr|Junior|Senior|II|III|M\.?P|Q\.?C|K\.?C|J\.?P|M\.?A|B\.?A|{_DEGREES}|M\.?D|F\.?R\.?S|[OCM]\.?B\.?E|"
    r"Esq|T\.?D)\.?$"
)
_SUFFIX_CUE = cue(
    f"Jr Sr Junior Senior II III M P MP Q C QC K KC J JP A MA B BA MD {_OF_DEGREES} LL "
    "F R S FRS O E OBE CBE MBE Esq T TD"
)
_LETTERS = (
    rf"(?:MP|M\.\s?P\.?|QC|KC|K\.C\.?|Q\.C\.?|JP|J\.P\.?|MA|M\.A\.?|BA|B\.A\.?|(?:{_DEGREES})\.?|M\.?D\.?|F\.?R\.?S\.?|"
    r"[OCM]\.?B\.?E\.?|D\.?S\.?O\.?|TD|Esq\.?)"
)
HONOURS = re.compile(rf"(?:,?\s{_LETTERS})+$")
""" "DN Pritt KC MP": letters of honour after a name are no part of it."""
_ONLY_HONOURS = re.compile(rf"{_LETTERS}(?:,?\s{_LETTERS})*$")
HONOURS_CUE = cue(f"MP M P QC KC K C Q JP J MA A BA B MD LL {_OF_DEGREES} F R S FRS O C E OBE CBE MBE D DSO TD Esq")
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
