"""How a helper's part in the book is named, whatever stands between it and him: "by", "from", a sign, or nothing.

"with a word to the reader by Ann Hill", "prefatory letter: Ann Hill", "preface to this edition, Ann Hill". Which role
it is says `role_words`.
"""

import re
from functools import lru_cache

from shelflist.parse.vocabulary.cues import cue, cues_in, spelled
from shelflist.parse.vocabulary.languages import LANGUAGE_FORM, LANGUAGES

WITH = r"(?-i:(?:[Ww]ith|and|&)\s(?!(?:published|printed|issued|produced|distributed)\s)(?:[a-z\d][\w’'-]*\s){1,7})"
""" "with line drawings by", "and sixteen plates by": somebody's part in the book, whatever it is called."""
QUALIFIED = (
    r"an?|the|some|new|newly|freely|fully|fresh|short|brief|full|general|special|specially|additional|english|"
    r"authori[sz]ed|all|(?-i:[A-Za-z][a-z]+ly)|explanatory|biographical|critical|historical|editorial|as|wood|line|lino|"
    r"pen|ink|"
    r"pencil|scraperboard|colou?r|coloured|few|kind|friendly|long|longer|lengthy|useful|lively|generous|valuable|detailed|personal|stirring|warm|last|closing|chapter|marginal|textual|original|second|"
    r"(?-i:[A-Za-z]?[a-z]+[’']s?)"
)
""" "freely translated by", "chairman’s foreword by"."""
_GIVEN_IN = (
    r"(?:(?:put|done|turned|rendered|brought|carried|made|taken|given|cast)\s(?:over\s|out\s|freely\s|direct\s)?)"
)
LANGUAGE_TOLD = (
    rf"(?:(?:{_GIVEN_IN}?(?:from|out\sof)\s(?:the\s)?|{_GIVEN_IN}?into\s(?:plain\s|modern\s|simple\s)?|made\s)"
    rf"{LANGUAGE_FORM}\b(?!\s(?-i:[A-ZÀ-Þ])))"
)
""" "from the Welsh by", "turned from the Welsh by", "done into English by": who translated."""
LANGUAGE_OPENS = "from|put|done|turned|rendered|brought|carried|made|taken|given|cast|out|into"
_OPENERS = (
    r"fore-?words?|prefaces?|introductions?|after-?words?|prologue|proem|epilogue|envoi|postscript|postface|preamble"
)
_BESIDE = (
    r"(?:(?:introductory|prefatory|preliminary|opening|closing|concluding|last|dedicatory)\s"
    r"(?:words?|notes?|letters?|essay|remarks|chapter|address|lines|verses|poem)"
    r"|(?:letter|message|words?|note)\sof\s(?:introduction|recommendation)"
    r"|words?\s(?:to|for)\s(?:the\s)?readers?|words?\sto\sbegin\swith)"
)
_PICTURES = (
    r"drawings|pictures|illustrations|decorations|woodcuts|linocuts|wood-engravings|engravings|lithographs|etchings|"
    r"cartoons|caricatures|sketches|photographs|photos|artwork|silhouettes|paintings|collages|vignettes"
)
_DRAWN = rf"(?:{_PICTURES})"
_TOLD = r"translation|version|text|words|music|lyrics|selection"
_SERVED = r"cover(?:\sdesign)?|jacket|maps|index|research|layout|lettering|typography"
_FOR_EDITION = r"(?:\s(?:to|for|in)\s(?:the|this)\s(?:[a-z\d]+\s){0,2}(?:edition|printing|volume|book))?"
OF_BOOK = rf"(?:(?:{_OPENERS})|{_BESIDE}){_FOR_EDITION}"
""" "foreword", "preface to this edition", "words of introduction": what somebody else wrote at the front or the end."""
_AND_MORE = r"(?:\s(?:and|&)\s(?:an?\s)?[a-z-]+)?"
INSTEAD = r"(?:in\s(?:place|lieu)|instead|by\sway)\sof\s"
_QUALIFIED_OF_BOOK = rf"(?:with\s)?(?:{INSTEAD})?(?:(?:{QUALIFIED})\s)*{OF_BOOK}"
_HEADED = rf"(?:{_QUALIFIED_OF_BOOK}{_AND_MORE}|(?:(?:{QUALIFIED})\s)*(?:{_DRAWN}{_AND_MORE}|{_TOLD}))"
_ALSO_SERVED = (
    "notes|bibliography|glossary|chronology|captions|design|book design|choreography|calligraphy|tables|typing"
)
_DOERS = (
    "translators?|illustrators?|compilers?|collectors?|photographers?|artists?|introducer|interviewer|designer|photography|graphics|editors?|"
    "camera|edited|translated|introduced|collected"
)
DONE_BY = rf"(?:{_SERVED}|{_ALSO_SERVED}|{_DOERS})"
""" "maps: Ann Hill", "artist: Rewi Ash": with a colon alone, as these may open other things."""
BEFORE_NAME = (
    rf"(?:translated\s)?{LANGUAGE_TOLD}[:,]|{_HEADED}(?:[:,]|(?=\s(?:the\s)?(?-i:[A-ZÀ-Þ“‘\"'])))"
    rf"|(?:{_SERVED}|notes)[:,]|{DONE_BY}:"
)
"""What stands before a sign, or nothing, and the name of who did it: "pen drawings:", "introduction and notes,"."""
TOLD_FROM = (
    rf"(?:{OF_BOOK}|{_DRAWN}|words?|contributions?|commendation|send-off|english|essays)(?:\s[a-z]+){{0,3}}?"
    r"\sfrom(?:\sthe\spen\sof)?"
)
""" "a word in season from", "with woodcuts from the pen of"."""
_DONE_BY = re.compile(rf"{DONE_BY}|(?:introd?|pref|illus|transl?|tr|eds?|comp)\.?", re.IGNORECASE)
DOERS_CUE = cue(
    f"{spelled(f'{_DOERS}|{_SERVED}|{_ALSO_SERVED}')} illus pref introd intro trans transl tr eds ed comp "
    f"{' '.join(LANGUAGES)}",
    any_case=True,
)
AWAITING = (
    "foreword fore-word forewords word words preface introduction afterword after-word prologue proem epilogue envoi "
    "postscript postface preamble introductory prefatory preliminary opening closing concluding last dedicatory "
    f"prefaces introductions design {spelled(f'{_TOLD}|{_SERVED}|{_PICTURES}')} {' '.join(LANGUAGES)}"
)
"""A word of each, for a cue."""
_ARTICLE = r"(?!(?:an?|the|some|with)\s)"
_AWAITS = re.compile(
    rf"{_ARTICLE}(?:(?:{QUALIFIED})\s)*(?:{_OPENERS}){_FOR_EDITION}{_AND_MORE}"
    rf"|(?:with\s)?(?:(?:{QUALIFIED})\s)*{_BESIDE}{_FOR_EDITION}|{INSTEAD}(?:an?\s)?(?:{_OPENERS})"
    rf"|{_ARTICLE}(?:(?:{QUALIFIED})\s)*(?:{_DRAWN}|{_TOLD}|{_SERVED})|(?:translated\s)?{LANGUAGE_TOLD}",
    re.IGNORECASE,
)
""" "an introduction, Ann Hill": after an article it is what the book is, and she wrote it."""
_OPENS_BOOK = re.compile(rf"{_QUALIFIED_OF_BOOK}|(?:(?:{QUALIFIED})\s)*{_DRAWN}")
_CUE = cue(AWAITING, any_case=True)


def is_headed(words: str) -> bool:
    """ "prefatory note", "preface to this edition", "from the Norwegian": whose name comes next."""
    return cues_in(words) & _CUE != 0 and _is_headed(words)


@lru_cache(maxsize=1024)
def _is_headed(words: str) -> bool:
    return _AWAITS.fullmatch(words) is not None


def heads_colon(words: str) -> bool:
    """ "Artist" before ": Rewi Ash", which is no place."""
    return is_headed(words) or (cues_in(words) & DOERS_CUE != 0 and _DONE_BY.fullmatch(words) is not None)


def opens_book(words: str) -> bool:
    """ "brief foreword", "pen drawings": in small letters; hardly anything else stands before a name so."""
    return cues_in(words) & _CUE != 0 and _OPENS_BOOK.fullmatch(words) is not None
