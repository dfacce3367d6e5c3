"""What whoever keeps a list adds at a line's end: "[on loan]", "(fiction)", "⭐", ", by Rewi Ash: a good introduction".

It tells of the book what no field takes, and is a note.
"""

import re

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.role_words import VERBS_SPELLED

SIGNS = "★☆⭐✰❤♥✅✔✓☑👍🔥"
"""How somebody liked it, or that it has been read."""
SIGNS_LAST = f"{SIGNS}*†‡\ufe0f"
_LAST = frozenset(SIGNS_LAST)
_SIGNS_AT_END = re.compile(rf"(?:\s?[{SIGNS_LAST}])+$")
ADDRESS = re.compile(
    r"\W*(?:(?:https?://|www\.|doi:)\S+|(?:(?:buy|order|find|read|view|get|at|on|via|from|the|my|your)\s)*"
    r"(?:amazon|goodreads|abebooks|bookshop|wikipedia|wikisource|worldcat|librarything|open ?library|internet archive|"
    r"google books|(?:project )?gutenberg|hathi ?trust|jstor|publisher(?:[’']s)?|web ?site|home ?page|link|review|"
    r"notes|summary|info|details)(?:\s(?:page|site|website|link|info|record|entry))?(?:\.(?:com|org|net|co\.uk))?)\W*",
    re.IGNORECASE,
)
""" "(Amazon)", "https://looms.example/3", "publisher’s page": where to find the book, or what is said of it."""
_ADDRESS_AT_END = re.compile(
    r"[.,;]?\s(?P<note>(?:(?:https?://|www\.|doi:)|[(\[])[^\s()\[\]]+(?:\s[^\s()\[\]]+){0,3}[)\].]*)$"
)
_ADDRESS_SIGN = re.compile(r"\(|\[|://|www\.|doi:")
_REMARK_SIGN = re.compile(r"[–—:;-]\s[a-z]")
"""Without the one no address stands in a line, without the other nothing is said of the book."""
_HELD = re.compile(
    r".*(?:\bby\s|[,:|/]\s|\s[–—-]{1,2}\s)(?P<names>[^,:|/()\[\]]{4,60}?)\s{1,2}"
    r"(?P<note>[(\[](?:[a-z][a-z’'&/-]*(?:[,;?]?\s[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'&/-]*){0,7}\??|\d{3}(?:\.\d+)?(?:\s[A-Z]{1,12})?"
    r"|[A-Z][^()\[\]\d]{0,30}\b(?:fiction|novel|memoir|poetry|essays|stories)\b[^()\[\]\d]{0,40})[)\]])\.?$"
)
""" "Rewi Ash (fiction, memoir)", "Rewi Ash [on loan]", "Rewi Ash (677.0 ASH)": the kind, whose copy, its shelf."""
_SAID = re.compile(
    rf"(?:\bby\s(?P<names>[A-ZÀ-Þ][^,:;()–—]{{3,80}}?)(?:\s\([^()]{{2,40}}\))?|\(?\b{YEAR_FORM}\))"
    r"(?:\s[–—-]{1,2}\s|[:;]\s)(?P<note>[a-z][\w’'-]*\s.+)$"
)
""" "The Mill Hands by Rewi Ash: a good introduction", "(1954) — clearer than his Looms": what is thought of it."""
_OPINION = re.compile(
    r"[(\[](?=[^()\[\]]{3,80}\s[a-z]{4,}\b)[A-ZÀ-Þ][^()\[\]]*(?:[a-z][.!?]|(?:\s[^\s()\[\]]+){8})[)\]]$"
)
""" "(A useful history.)": a sentence in brackets, or a phrase as long as one."""
_ROLES = frozenset(VERBS_SPELLED.split()) | {"in", "from", "pseud", "pseudonym"}
_FIELDS = re.compile(
    rf"^(?:with\s(?:an?\s)?)?(?:{'|'.join(sorted(_ROLES))})\b|[,:]\s{YEAR_FORM}\.?$|\d\s?(?:pp?\b|pages\b)"
)
""" "lithographs by Sue Elm. Leeds: Weft Press, 1949": more fields of the entry come."""
_SMALL_LETTERS = re.compile(r"[a-z]+")
_YEAR_OR_PAGES = re.compile(rf"(?<!\d){YEAR_FORM}(?!\d)|\d\s?pp?\b")
_CLOSING = (")", "]", ").", "].")
_SHORTEST = 8
"""Characters that an entry has before a remark on it."""


def remark_at_end(text: str, end: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Where ``text[:end]`` ends without its remark, and the remark with the signs after it."""
    if end < _SHORTEST:
        return None
    signs = _SIGNS_AT_END.search(text, _SHORTEST, end) if text[end - 1] in _LAST else None
    stop = signs.start() if signs else end
    start = _start_of_remark(text, stop, gazetteer)
    if start is None and signs is None:
        return None
    start = stop if start is None else start
    return len(text[:start].rstrip(" –—-:;")), text[start:end].strip()


def _start_of_remark(text: str, stop: int, gazetteer: Gazetteer) -> int | None:
    begin = max(0, stop - 200)
    told = _ADDRESS_AT_END.search(text, begin, stop) if _ADDRESS_SIGN.search(text, begin, stop) else None
    if told is not None and told.start() > _SHORTEST and ADDRESS.fullmatch(told["note"]):
        return told.start("note")
    closed = text.endswith(_CLOSING, 0, stop)
    if closed and (said := _OPINION.search(text, begin, stop)) and not _tells_fields(said.group()):
        return said.start()
    found = _HELD.match(text, max(0, stop - 140), stop) if closed else None
    if found is not None and _tells_role(found["note"]):
        found = None
    if found is None and _REMARK_SIGN.search(text, 4, stop):
        found = _SAID.search(text, 4, stop)
    if (
        found is None
        or _FIELDS.search(found["note"])
        or (found["names"] and names_score(found["names"], gazetteer) < NAMED)
    ):
        return None
    return found.start("note")


def _tells_fields(note: str) -> bool:
    return _tells_role(note) or _YEAR_OR_PAGES.search(note) is not None


def _tells_role(note: str) -> bool:
    return not _ROLES.isdisjoint(_SMALL_LETTERS.findall(note))
