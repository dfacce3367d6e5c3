"""The words that tell a role, without the names: which role they tell, and how sure names beside them must be.

Roles are MARC relators. "Prepared by" counts as compiling; who directed a collective is `oth`, with the words in
`role_raw`.
"""

import re
from functools import lru_cache

from shelflist.models.citation import Role
from shelflist.parse.vocabulary.cues import cue, cues_in, spelled
from shelflist.parse.vocabulary.help_words import (
    AWAITING,
    LANGUAGE_OPENS,
    LANGUAGE_TOLD,
    QUALIFIED,
    is_headed,
    opens_book,
)
from shelflist.parse.vocabulary.words import NO_NAME

PARTICIPLES = ("ed", "en", "wn")
""" "painted by Ann Hill", "drawn by": how words end that tell what somebody did."""
_VERBS = (
    (Role.EDT, r"edited|re-edited|editor|editors|eds?|edd|hg|hrsg|éds?|dir|coords?|chief editor|general editor|"
        r"editorship|seen(?= through the press)|seen(?= into print)|made(?= ready)|put(?= to press)|put(?= in order)|"
        r"set(?= in order)|brought(?= to press)|brought(?= to print)|text(?= prepared)|text(?= established)|"
        r"text(?= edited)"),
    (Role.TRL, r"translated|translation|translations|translators?|trans|transl|tr|rendered|englished|"
        r"english words|english text|(?<!the )english(?= by)|version|rendering|trs|anglicised|anglicized"),
    (Role.COM, r"compiled|compilers?|comps?|coll|selected|selection|sel|chosen|collected|assembled|prepared|"
        r"(?<!interviews )recorded|gathered|brought(?= together)|put(?= together)|got(?= together)|"
        r"drawn(?= together)|pieced(?= together)|strung(?= together)|picked(?= out)|gleaned|culled|collated|"
        r"excerpted|garnered|"
        r"harvested|collectors?|choice(?= by)"),
    (Role.WIN, r"introduced|introduction|introductions|introductory|introd?|forewords?|forward(?= by|$)|prefaces?|"
        r"prefaced|pref|prefatory|prologue|afterword|postfaces?|epilogue|postscript|"
        r"(?<!biographical )(?<!historical )(?<!textual )note(?! on )|appreciation|opening address|"
        r"letter of introduction|message of introduction|introducer|opening remarks|opening words?|fore-words?|"
        r"after-words?|proem|envoi|preamble|commended|commendation|recommendation|intr|fwd|commendatory|vouched|ushered|send-off|"
        r"preliminary|dedicatory|closing words?|closing remarks|closing note|last words?|few words|"
        r"words(?= to the reader)|words(?= to begin)|word(?= from)|word(?= by)|word(?= to)|word(?= of)|word(?= in)"),
    (Role.ILL, r"illustrated|illustrations|illustration|illustrators?|illus|ill|drawings|"
        r"drawn(?<!maps drawn)(?<!map drawn)(?<!plans drawn)|sketches|woodcuts|engravings|linocuts|lithographs|"
        r"etchings|decorations|decorated|photographs|photographed|photography|photos|pictures|paintings|cartoons|"
        r"plates|diagrams|artwork|prints|posters|silkscreens|vignettes|[a-z]+-engravings|[a-z]+-drawings|"
        r"[a-z]+-?cuts|aquatints|mezzotints|watercolours|collages|scraperboards|frontispiece|adorned|embellished|"
        r"ornamented|pictured|illuminated|silhouettes|(?<=with )cuts|photographer|artist|camera|caricatures|"
        r"head-pieces|tail-pieces|ornaments|engraved|etched|illustr|photogr|graphics|comic strips"),
    (Role.SGN, r"signed"),
    (Role.CTB, r"contributions|contributed|articles|essays|speeches|contributors|appendix|assisted|collaboration|"
        r"captions|notes?|exercises(?= by)|commentary|annotated|annotations|interviews|"
        r"profile(?=\s[\w\s]{0,40}by\b)|"
        r"bibliography(?!\s(?!by\b))|glossary(?!\s(?!by\b))|appendices(?= by|$)|tribute(?= by|$)|obituary(?= by|$)"),
    (Role.OTH, r"leadership|direction|supervision|guidance|chairmanship|interviewed|adapted|revised|presented|"
        r"abridged|reported|retold|sponsored|narrated|dramatised|layout|updated|condensed|sung|performed|"
        r"transcribed|arranged|arr|arrangements?|taken down|noted|notated|harmonised|orchestrated|lighting|costumes|"
        r"scenery|settings|cover|maps?|plans|designed|calligraphy|lettering|typography|recalled|research(?:ed)?|index|"
        r"conversation(?= with)|typed|set(?= down)|written(?= down)|helped|read(?= in proof)|design|jacket|"
        r"choreography|interviewer|"
        r"chronology|statistics|chords|guitar chords|piano parts|piano accompaniments|remembered"),
    (Role.AUT, r"written|told|spoken|delivered|given|drafted|report|speech|text|story|words|lyrics|verses?|libretto|"
        r"poems|songs|tunes|music|devised|composed|created|by"),
)  # fmt: skip
""" "A note by" opens a book as a foreword does, while "notes by" or "a note on the text by" are a part of it; who drew
its maps or designed it has another relator than the illustrator, and who arranged its music than the compiler.
"""
_DEEDS = (
    "|".join(words for _, words in _VERBS[:-1])
    + "|written|told|spoken|delivered|given|drafted|dictated|text|story(?= by|$)|words|lyrics|verses|libretto|"
    r"poems(?=\s(?:and\s[a-z]+\s)?by|$)|songs(?=\s(?:and\s[a-z]+\s)?by|$)|tunes(?= by|$)|music|devised|composed|"
    "created|piano arrangement|organ arrangement|vocal arrangement"
)
_GATHERED = (
    "hymns|psalms|carols|tunes|airs|melodies|recipes|ballads|songs|poems|stories|tales|documents|texts|scenery|dances|"
    "puppets|masks"
)
""" "hymns arranged by": what somebody did something to, not what he wrote."""
_DONE = r"(?=\s(?:arranged|collected|gathered|transcribed|taken\sdown|noted|recorded|designed|harmonised)\b)"
ALL_VERBS = rf"{_DEEDS}|(?:{_GATHERED}){_DONE}"
""" "Story of the Looms by Rewi Ash" is a title, so that of a story only "story by" tells who wrote it."""
_OF_ROLES = [(role, re.compile(rf"(?<!\w)(?:{verbs})(?!\w)")) for role, verbs in _VERBS]
_FIRST = "opening|seen|set|put|got|pieced|strung|picked|read|letter|message|words?|note|profile|piano|organ|vocal"
OPENING = f"{ALL_VERBS}|{_GATHERED}|{_FIRST}|{LANGUAGE_OPENS}"
"""Words that open a role; some of them only with what follows."""
VERBS_SPELLED = spelled(f"{_DEEDS}|{_GATHERED}")
OF_TITLE = (
    r"(?:Selected|Collected|Illustrated|Annotated|Short|Brief|Full|General|New|Critical|Historical|Biographical|"
    r"Line|Pen|Wood)\s[A-Z][a-z]"
    r"|(?:Essays|Speeches|Articles|Notes|Commentary|Stories|Drawings|Photographs)\s(?:on|in|from|about)\s"
    r"|(?:Poems|Songs)\sby\s"
)
""" "Selected Works by Rewi Ash", "Essays on Wool by Rewi Ash": a title, as the words of a role are small."""
HELP = r"(?:assistance|help|aid|collaboration|co-?operation)"
SHORT = r"(?:eds?|edd|trans|transl|trs?|comps?|coll|introd?|pref|illus|ill|sel|arr)"
SHORT_ROLE = re.compile(rf"(?<!\w)(?i:{SHORT})\.\s")
""" "Trans. Ann Hill"."""
COLLECTED = re.compile(r"(?:the\s)?(?:speeches|essays|articles|letters|writings|poems|words)(?:\sand\s[a-z]+)?\sof$")
_NEEDS_NAMES = frozenset(
    ["signed", "editor", "editors", "edited", "music edited", "translated", "translator", "translators",
     "in collaboration with", "illustrator", "illustrators", "compiler", "compilers"]
)  # fmt: skip
ROLES_AFTER = """
introd intro ed eds edd editor editors
tr trans transl translator translators comp comps compiler compilers illustrator illustrators
illus hg hrsg éd éds dir coord coords
"""
_NAMES_ROLE = frozenset(ROLES_AFTER.split())
ROLE_AFTER_CUE = cue(ROLES_AFTER, any_case=True)
_OF_SEVERAL = frozenset(["eds", "edd", "editors", "translators", "comps", "compilers", "illustrators"])
_RANK = re.compile(r"(?:joint|general|chief)\s")
_AWAIT_BY = frozenset(
    ["compiled", "edited", "translated", "selected", "written", "chosen", "collected", "arranged", "illustrated"]
)
PRESENTED = frozenset(["presented by", "Presented by"])
_AND_BY = frozenset(["and by", "& by"])
_KIN = "son daughter wife husband widow widower brother sister niece nephew grandson granddaughter father mother friend"
_SEVERAL = "introductions forewords prefaces afterwords"
AWAIT_NAMES = " ".join([*sorted(_AWAIT_BY), AWAITING, _KIN, _SEVERAL])
_BY_KIN = re.compile(rf"\sby\s(?:his|her|their|the\sauthor[’']s)\s(?:[a-z-]+\s){{0,2}}(?:{'|'.join(_KIN.split())})$")


_FIRST_OF_LIST = re.compile(
    rf"(?:with\s)?(?:an?\s)?(?:(?:{QUALIFIED})\s)*(?:introduction|foreword|preface|afterword|translation)(?=$|,\s[a-z]+(?:\s[a-z]+)?$)",
    re.IGNORECASE,
)
_BY_SEVERAL = re.compile(rf"(?:with\s)?(?:[a-z]+\s)?(?:{'|'.join(_SEVERAL.split())})\sby\s[^,]+$", re.IGNORECASE)
_OF_LANGUAGE = re.compile(LANGUAGE_TOLD)
_OF_AUTHOR = re.compile(
    r"written(?! down)|text(?! prepared| established| edited)|told"
    r"|(?:words|poems|songs|story|verses)\sand\s[a-z]+(?:\sby)?$"
)
_WHOSE = re.compile(r"[a-z]+[’']s?\s")
""" "editor’s preface by": who wrote it need not be the editor."""
_OF_TWO = frozenset({Role.EDT, Role.TRL, Role.WIN, Role.ILL})


def role_of(words: str) -> Role:
    """The role that any of the words tells; an author's where none does."""
    folded = _WHOSE.sub("", words.casefold())
    if _OF_AUTHOR.match(folded) or "collective" in folded:
        return Role.AUT  # "words and pictures by": the first counts; "revised collectively by the Loom Troupe"
    found = _verbs_in(folded)
    if _OF_LANGUAGE.match(folded):
        return Role.TRL
    if not found:
        return Role.AUT
    told = [one for one in found if one[2] in _OF_TWO]
    if len(told) > 1 and " and " in folded:
        return min(told)[2]  # "translated and edited by": the first counts
    return min(found, key=lambda one: one[1])[2]


def _verbs_in(folded: str) -> list[tuple[int, int, Role]]:
    """(where, rank, role) of the first verb of each role."""
    return [(at.start(), order, role) for order, (role, verbs) in enumerate(_OF_ROLES) if (at := verbs.search(folded))]


def role_told(role_raw: str, *, named: bool = False) -> Role:
    """The role of a whole phrase: "as told to" and "speeches of" are not what their verbs say.

    `named`: a person follows. Who presents a book so introduces it; a body does otherwise.
    """
    if named and role_raw in PRESENTED:
        return Role.WIN
    if role_raw.endswith(" to"):
        return Role.OTH
    if role_raw.startswith(("with ", "With ", "and ", "& ")) and not _verbs_in(role_raw.casefold().removesuffix(" by")):
        return Role.AUT if role_raw in _AND_BY else Role.CTB  # "with a memoir of the author by": who wrote a part
    return Role.AUT if COLLECTED.match(role_raw) else role_of(role_raw)


def least_sure(role_raw: str) -> float:
    """How sure names must be: "with" and "signed" are also said of other things than persons.

    After its colon ("Music: Elm") a word that opens many titles can hardly be anything but a role.
    """
    folded = role_raw.casefold()
    bare = folded.rstrip(":,")
    if folded == "with":
        return 4.0
    if bare != folded or bare.endswith((" from", " from the pen of")) or bare in _NEEDS_NAMES or opens_book(bare):
        return 2.0
    return 4.0 if is_headed(bare) else NO_NAME


def names_role(words: str) -> bool:
    """The word tells the role of the names before it: "(ed.)", "eds", "joint editors"."""
    return cues_in(words) & ROLE_AFTER_CUE != 0 and _names_role(words)


@lru_cache(maxsize=1024)
def _names_role(word: str) -> bool:
    bare = word.strip("()[].,").casefold()
    if "joint" in bare or "general" in bare or "chief" in bare:
        bare = _RANK.sub("", bare, count=1)
    return bare in _NAMES_ROLE and word != "Ed"


def of_several(words: str) -> bool:
    """The last word tells a role of several: "eds", "Ann Hill (editors)"."""
    return words[words.rfind(" ") + 1 :].strip("()[].,").casefold() in _OF_SEVERAL


def closes_list(words: str) -> bool:
    """The names before these words may go with them: "ed.", "Ann Hill (editors)"."""
    return cues_in(words) & ROLE_AFTER_CUE != 0 and (_names_role(words) or (words[0].isupper() and of_several(words)))


def awaits_names(words: str) -> bool:
    """ "compiled", "edited": a role whose "by" comes after a comma."""
    return words.casefold() in _AWAIT_BY


def tells_language(words: str) -> bool:
    """ "translated from the Welsh": its "by" may come after a comma, too."""
    return words.casefold().startswith("translated from the ") and words.count(" ") <= 4


def awaits_name(words: str) -> bool:
    """ "introduction", "foreword by his niece": a role whose name comes after a comma."""
    return is_headed(words) or (" by " in words and _BY_KIN.search(words) is not None)


def awaits_another(words: str) -> bool:
    """ "forewords by Ann Hill": several, by as many."""
    return _BY_SEVERAL.match(words) is not None


def opens_list(words: str) -> bool:
    """ "with an introduction", "preface": what may be the first of several things by one person."""
    return _FIRST_OF_LIST.match(words) is not None
