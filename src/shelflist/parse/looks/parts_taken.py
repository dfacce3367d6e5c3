"""Words that tell of somebody's part in a book, can his name be read from them or not.

What reads the names is in `roles`; a phrase that tells of a person so explains no title.
"""

import re

from shelflist.parse.looks.roles import helped, opens_role
from shelflist.parse.vocabulary.cues import cue, cues_in
from shelflist.parse.vocabulary.role_words import HELP

_TELLS_WHO = re.compile(
    r"\bby\s(?:the\s(?:late\s|authors?\b|editors?\b|compilers?\b|translators?\b))?(?:(?![A-ZÀ-Þ][\w’'-]+\s(?:[a-z]+s|women|men)\b)[A-ZÀ-Þ]|$)"
    r"|^(?:with\s)?(?:an?\s)?(?:[a-z]+\s){0,2}(?:foreword|introduction|intro|preface|message|contribution|letter|greeting|tribute|word|"
    r"help|blessing|recommendation|thanks)s?\s(?:[a-z]+\s){0,2}(?:from|to)\s(?:[A-ZÀ-Þ]|the\s(?:author|publisher|editor|[A-ZÀ-Þ]))"
    r"|^with\sthe\sauthor[’']s\s"
    r"|\bby\s(?:(?:his|her|their|our)\s|various\s)"
    r"|^(?:[a-z]+\s){0,3}[a-z]+(?:ed|en)\sby\sthe\s[A-ZÀ-Þ]"
    r"|^(?:prefaced|edited|compiled|translated|illustrated|introduced|selected)\sby\s"
    r"|^translated\sfrom\s|\sunder the auspices of\s"
    r"|^(?:with\s)?(?:an?\s)?(?:foreword|introduction|preface|afterword|postscript|epilogue)\sby\s"
    rf"|^with\sthe\s{HELP}\sof\s"
    r"|^(?:Foreword|Introduction|Preface|Afterword)\s(?:[A-ZÀ-Þ][\w’'.-]*\s){1,3}[A-ZÀ-Þ][\w’'-]+$"
    r"|^(?:(?!(?:of|to|on|about|with|for|in|from|at)\s)[A-Za-z][a-z]*[.:]?\s)(?:(?!(?:of|to|on|about|with|for|in|from|at)\s)[a-z]+[.:]?\s){0,2}(?:[A-ZÀ-Þ][\w’'.-]*\s){1,3}[A-ZÀ-Þ][\w’'-]+$"
)
_DEED = re.compile(
    r"(?:[A-Z]?[a-z]+ly\s)?(?!(?:women|children|men|open|often|seven|hundred|need|indeed|seed|speed)\b)"
    r"[A-Za-z][a-z-]{2,}(?:ed|en|wn|ught)(?:\s(?!with\b|and\b)[a-z’]+){0,4}$"
)
""" "collated", "Brought down from the moor": what somebody did, where "by" and his name come next."""
_HELD_BESIDE = re.compile(r"with\s(?:[a-z][\w’'-]*\s){1,5}by\s(?:the|an?)\s[a-z]")
""" "with captions by the pickers": what the book holds besides."""
_WITH_PART = re.compile(r"[Ww]ith\s(?:[a-z][\w’'-]*\s){1,5}by\s(?:the|an?|his|her|their)\s")
_NAME = (
    r"(?:the\s(?:late\s)?)?(?:[A-ZÀ-Þ][\w’'-]*\.?(?:,\s|\s))(?:(?:de|del|der|di|du|la|le|van|von|of|and|the)\s)*"
    r"[A-ZÀ-Þ][\w’'.-]*"
)
_MAY_TELL_WHO = re.compile(
    r"\b(?:(?:[Ff]ore-?words?|[Aa]fter-?words?|[Pp]refaces?|[Ii]ntroduction|[Ii]ntrod?\.?|[Pp]rologue|[Ee]pilogue|[Pp]ostscript|"
    r"[Ee]nvoi|[Aa]ppreciation|[Cc]ommendation)(?:\s[^.:;()]{1,40}?)?(?:\s(?:by|from)\s|:\s|,\s|\s)"
    r"|(?:[Pp]refatory|[Ii]ntroductory|[Oo]pening|[Ww]ords?|[Ii]ntroduced|[Cc]ommended|[Ee]dited|[Tt]ranslat(?:ed|ions?)|[Rr]endered|"
    r"[Cc]ompiled|[Ss]elected|[Cc]ollected|[Ii]llustrat(?:ed|ions?)|[Dd]rawings|[Ww]oodcuts|[Ll]inocuts|[Ee]ngravings|[Ee]tchings|"
    r"[Pp]hotographs|[Pp]hotos|[Pp]ictures|[Cc]artoons|[Dd]ecorations|[Vv]ignettes)(?:\s[^.:;()]{1,40}?)?"
    rf"(?:\s(?:by|from)\s|:\s))(?:(?:Prof|Dr|Rev|Fr|Capt|Aug)\.\s)?{_NAME}"
)
""" "prefatory letter: Ann Hill", "Introduction Ann Hill, M.P."; not "translated from the French"."""
_MAY_TELL_CUE = cue(
    "word words foreword forewords afterword afterwords preface prefaces introduction intro introd prologue epilogue "
    "postscript envoi appreciation commendation prefatory introductory opening introduced commended edited translated "
    "translation translations rendered compiled selected collected illustrated illustration illustrations drawings "
    "woodcuts linocuts engravings etchings photographs photos pictures cartoons decorations vignettes",
    any_case=True,
)


def may_tell_who(note: str) -> bool:
    """A note that names somebody beside words of help: if nobody was understood, it may tell of a helper."""
    return cues_in(note) & _MAY_TELL_CUE != 0 and _MAY_TELL_WHO.search(note) is not None


def tells_who(words: str) -> bool:
    """ "woodcuts Ann Hill", "with a foreword from R. Ash": somebody's part in the book, can it be read or not.

    "speeches by Soviet leaders" names nobody.
    """
    if not opens_role(words):
        deed, by, name = words.partition(" by ")
        return by != "" and name[:1].isupper() and tells_deed(deed)
    return _TELLS_WHO.search(words) is not None or (helped(words) and _HELD_BESIDE.match(words) is None)


def tells_deed(words: str) -> bool:
    """ "collated", "Excerpted from the minutes": said of somebody's part, by a participle of no list."""
    return _DEED.match(words) is not None


def holds_part(words: str) -> bool:
    """ "with tables supplied by the clerks", after who wrote: beside a phrase it tells what the book holds."""
    return words[1:5] == "ith " and _WITH_PART.match(words) is not None
