"""Lines whose kind is plain before they are parsed: placeholders, notes, navigation, the records of monuments.

Whether any other line is an entry is weighed in `weighing`, by what was read in it.
"""

import re
from functools import lru_cache
from operator import methodcaller

from shelflist.models.citation import LineKind
from shelflist.models.page import Block
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.other_things import SAYS_WHAT
from shelflist.parse.vocabulary.cues import cue, cues_of_line
from shelflist.parse.vocabulary.lookups import USUAL, Oddities

LONGEST = 4000
"""Characters; a longer line is prose and stays unread."""

_PLACEHOLDER = re.compile(
    r"coming\s+(?:soon|shortly|next)\s?[:–—-].*|forthcoming\s?[:–—-]\s.*"
    r"|(?:[\w’'“”‘&,.:;()\[\]/–—-]+\s+){0,9}?[(\[]?(?:(?:to\s+(?:be\s+(?:added|uploaded|scanned|posted|completed|continued|supplied|"
    r"digiti[sz]ed|found|announced)|follow|come)|coming\s+soon|(?:in|under)\s+(?:preparation|construction)|"
    r"not\s+(?:yet\s+)?(?:available|scanned|uploaded|online|digiti[sz]ed|found|traced|located)|being\s+(?:scanned|digiti[sz]ed|uploaded)|awaiting\s+(?:scan|upload)\w*|"
    r"(?:will|shall)\s+be\s+(?:added|uploaded|scanned|posted|put|here))"
    r"(?:\s+(?:soon|later|shortly|here|yet|in\s+due\s+course|as\s.*|when\s.*|next\s.*|in\s(?:the\s)?\w+)|"
    r",\s(?:in\s)?(?:(?:the\s)?[a-z]+\s)?(?:of\s)?20\d\d)?"
    r"|(?:file|scan|pdf|image)s?\s(?:still\s)?(?:missing|wanted|lost)"
    r"|(?:tba|tbc|forthcoming|watch\s+this\s+space)|(?<=[:–—(\[-]\s)(?:still\s)?(?:missing|wanted)!?(?:,\s[a-z\s]+)?)[\s.…]*$"
)
"""In small letters, the first word apart: "The Shape of Things to Come" is a title."""
_REQUEST = re.compile(
    r"[(\[](?:more|further|other|any|additional)\s[^.!?]{0,50}\b(?:needed|wanted|required|welcome|sought|received)\b",
    re.IGNORECASE,
)
""" "[More issues needed! Please get in touch.]"."""
_ABSENT = re.compile(
    r"[(\[](?!pages?\b|pp?\b|covers?\b)(?:(?:No|Vol)s?\.)?[^.!?]{0,60}\b(?:(?:has|have|had)\s(?:still\s)?not\s(?:yet\s)?been\s(?:found|traced|located|"
    r"scanned|uploaded|seen)|(?:could|can)\s?not\sbe\s(?:found|traced|located)|(?:is|are)\sstill\s(?:missing|wanted|sought)|"
    r"(?:is|are)\s(?:missing|wanted)(?=[.!?]?[)\]])|(?:is|are)\snot\syet\shere|still\swanted|will\sfollow)\b"
    r"|[(\[][^.!?]{3,60}\s[–—-]\s(?:soon|later|shortly)[.!]?[)\]]"
    r"|[(\[](?:\w+\s)?(?:en\spr[ée]parac?tion|en\spreparación|in\svorbereitung|in\spreparazione|à\sparaître|próximamente|"
    r"da\scompletare|folgt|suivra|w\sprzygotowaniu)[.!]?[)\]]",
    re.IGNORECASE,
)
""" "[The third volume has not been found.]", "[En preparación]": in a bracket, what the list has not, or not yet."""
_LATER_CUE = cue("""
be been come follow soon shortly later preparation construction not being awaiting tba tbc forthcoming watch missing
wanted needed required welcome sought received preparación préparation vorbereitung preparazione paraître completare
próximamente folgt suivra przygotowaniu
""", any_case=True)  # fmt: skip
_NAVIGATION = re.compile(
    r"(?:Back|Return|Go)\s+(?:back\s+)?to\s+(?:the\s+)?(?:index|top|lists?|home|main|contents|books|archive|previous|"
    r"start|beginning|menu|page)\b|(?:Back|Return)\s+to\s+.*\spage$|"
    r"(?:Next|Previous|Older|Newer)\s+(?:[Pp]ages?|[Pp]osts?|[Ee]ntries|[Ii]ssue)\b|"
    r"(?:Next|Previous)\s*[:»«→←]|(?:Read|Continue|Keep)\s+(?:more|reading)\b|Click\s|Subscribe\s|Follow\s+us\b|"
    r"Skip\s+to\b|Leave\s+a\s+(?:comment|reply)|Share\s+(?:this|on)\b|Posted\s+(?:on|by|in)\b|"
    r"(?:Page\s+l|L)ast\s+(?:updated|modified|changed|revised)\b|Filed\s+(?:under|in)\b|Tagged\b|"
    r"Copyright\s+(?:©|\d)|©|All\s+rights\s+reserved|Public\s+domain\.|Powered\s+by\b|Proudly\s|Contact\s+us\b|"
    r"About\s+(?:us|this\s+(?:site|page|archive|blog)|the\s+(?:author|editor|translator|site))\s*(?::|$)|"
    r"Search\s+(?:this|the|for)\b|Left\s+to\s+right\b|See\s+also\b|Log\s+in\b|Sign\s+(?:in|up)\b|"
    r"Download\s+(?:all|the|here|as|this|these|from|your|a)\b|Right-click\b|Scroll\b|Home(?:$|\s*[|›»>])|Thank\s+you\b"
)
_LAST_CHANGED = re.compile(r"\b[Ll]ast\s+(?:updated|modified|changed|revised)\b[:\s\w.,/-]{0,40}\d\.?$")
""" "Home | China, Last updated: June 14, 2026": at the foot of a page."""
_IMPRINT = re.compile(rf"(?<!\d){YEAR_FORM}(?!\d)|\d\s?(?:pp?|pages)\b|\bn\.?d\b|\|\s[–—-]\s\|")
""" "Title | House | Leeds | 1954 | 63 pp" is an entry, "Home | Books | Contact" is none."""
_COUNTED = re.compile(rf"(?:{YEAR_FORM}|\bn\.?d)\W{{1,4}}\d{{1,4}}\s?(?:pp?|pages)\b")
""" "More on the Wage Question, Rewi Ash, Leeds, 1954, 63 pages" is no way to further pages of the site."""
_NOTE = re.compile(
    r"[A-Z]\)\s=\s|(?:N\.?B\.?|Nota bene|Notes?|Please note|P\.?S\.?|Update|Warning)\s*[:.,!–—-]|NB\s|"
    r"Please note\b|(?:All\s+(?:of\s+)?)?the\s+above\s+(?:\w+\s+){0,3}(?:is|are|was|were|has|have|"
    r"come)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[].*[)\]]\.?$", re.DOTALL)
_ADDRESS = re.compile(r"\w@[\w-]+\.\w+|\b(?:tel|telephone|phone)\b[\s.:]*\+?\d", re.IGNORECASE)
_RECORD = re.compile(
    r"(?:Year|Sculptors?|Architects?|Artists?|Location|Date|Created|Address|Designers?|Material|Map|Built|Opened|"
    r"Painters?|Author|Title|Condition|Height|Width|Size|Medium|Dimensions|Inscription|Original location|Erected|"
    r"Unveiled|Installed|Restored|Demolished|Removed|Photo(?:s|graphs?|graphers?)?|Status|Sources?|Credits?|Tags?|"
    r"Categor(?:y|ies)|Contents|Table of contents|Contact|Enquiries|Tel|Fax|E-?mail|Cost|Prices?|Admission|Entry|"
    r"Venue|Time|When|Where|Speakers?|Chair|Donated by|Scanned by|Caption|Coordinates|Owner|Posted|Filed under|"
    r"Publishers?|Published|First published|Publication|Written|Delivered|Transcription(?:[/\\][\w\s/-]+)?|"
    r"Transcribed(?: by)?|Translated|(?:HTML )?Mark-?up|Online version|Public domain|Proof-?read(?:ing)?|"
    r"Copyleft|Checked|"
    r"Country|City|Town|Type|Subjects?|Editorial board|Labels?|Keywords?|Shelf ?marks?|Call numbers?|Copies|"
    r"(?:Books? )?wanted|Search by \w+|Voir aussi|Siehe auch|Véase también|"
    r"Translators?|Transcri(?:ption|bers)|Digiti[sz]ed|Uploaded|Pages|Printer|Printed|Binding|"
    r"Left|Right|Above|Below|L to R|From left|Clockwise|Back row|Front row|Songs?|"
    r"Memorial|Crash site|Programme)\s?[;:](?:\s|$)",
    re.IGNORECASE,
)


_TELLS_OF_BOOK = re.compile(
    r"(?:Sources?|(?:First )?publish\w*|Publication|Print\w*|Written|Delivered|Trans\w+|Title|Author|Contents|Copies|"
    r"Forthcoming|(?:Books? )?wanted|Online version|Voir aussi|Siehe auch|Véase también)\W",
    re.IGNORECASE,
)
""" "Source: The Mill Hands, Weft Press, Leeds, 1954, 63 pages": a book that stands elsewhere."""
_TITLE_GOES_ON = re.compile(r"[^,:;.!–—-]+[:;.!–—-]+\s*(?P<first>\w)")
_CLOSED = re.compile(r"\.?(?:\s[A-ZÀ-Þ]|$)")
_FEWEST_COMMAS = 3
_OPENING = 60
"""Characters within which a line says what it is."""


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _finds(patterns: tuple[str, ...], text: str) -> bool:
    return any(map(methodcaller("search", text), _compiled(patterns)))


def plain_kind(block: Block, lookups: Oddities, *, linked: bool) -> LineKind | None:
    """The kind of a line that need not be parsed to be known; None when it may be an entry."""
    text = block.text
    bare = text.strip("[]() .")
    if not bare or len(text) > LONGEST:
        return LineKind.PROSE
    if len(text) < 120 and (
        (cues_of_line(text) & _LATER_CUE and _tells_of_later(text, bare) and not _is_book(block))
        or (lookups.placeholders and (_finds(lookups.placeholders, bare) or _finds(lookups.placeholders, text)))
    ):
        return LineKind.PLACEHOLDER
    if _is_navigation(text, lookups.navigation) or _is_furniture(text) or _is_record(block):
        return LineKind.PROSE
    small = text.lower()
    if ("@" in small or "tel" in small or "phone" in small) and _ADDRESS.search(text):
        return LineKind.PROSE
    if (_NOTE.match(bare) and not _is_book(block)) or (
        not linked and text[0] in "([" and _BRACKETED.match(text) and text.count("(") + text.count("[") == 1
    ):
        return LineKind.NOTE
    return None


def _tells_of_later(text: str, bare: str) -> bool:
    if _REQUEST.match(text) or (text[0] in "([" and _ABSENT.match(text)):
        return True
    bare = bare.lstrip("•*– ")
    held = max(bare.rfind(": ["), bare.rfind(": (")) + 3
    return _is_placeholder(bare[:held] + bare[held:].lower() if held > 2 else bare)  # "Volume 2: [Not yet found]"


def _is_placeholder(bare: str) -> bool:
    small = bare.lower()
    return _PLACEHOLDER.match(small if bare.isupper() else small[:1] + bare[1:]) is not None


def _is_navigation(text: str, patterns: tuple[str, ...]) -> bool:
    """By the usual words, unless a book's pages are counted; by the source file's own, whatever they count."""
    found = _finds(patterns, text)
    if found and patterns != USUAL.navigation:
        return True
    return (found or _NAVIGATION.match(text) is not None) and not _COUNTED.search(text)


def _is_furniture(text: str) -> bool:
    """Bars of links, reviewers, the foot of a page."""
    if text.startswith("Reviewed by ") or (text.count(" | ") > 1 and not _IMPRINT.search(text)):
        return True
    return "ast " in text and _LAST_CHANGED.search(text) is not None


def _is_record(block: Block) -> bool:
    """Monuments’ and photographs’ records: "Sculptor: Lev Kerbel"."""
    opening = block.text[:_OPENING]
    if not (": " in opening or ";" in opening or " (a) " in opening):
        return False
    return (_RECORD.match(block.text) or SAYS_WHAT.match(block.text)) is not None and not _is_book(block)


def _is_book(block: Block) -> bool:
    """ "Location: Glasgow, Rewi Ash, Weft Press, Leeds, 1954, 63 pages": no record and no note ends as a book does.

    Nor are words a record's that a mark takes in with what follows them, up to the imprint.
    """
    text = block.text
    counted, opening = _COUNTED.search(text), _TITLE_GOES_ON.match(text)
    if counted is None or opening is None:
        return False
    begin, spans = opening.start("first"), [(mark.start, mark.end) for mark in block.links]
    spans += [(mark.start, mark.end) for mark in block.emphasis]
    if any(start < begin < end <= counted.start() for start, end in spans):
        return True
    if not opening["first"].isupper() or text.count(",", 0, counted.start()) < _FEWEST_COMMAS:
        return False
    return _CLOSED.match(text, counted.end()) is not None and _TELLS_OF_BOOK.match(text) is None
