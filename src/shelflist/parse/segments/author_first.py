"""The author before the title, as far as the form of the line shows him, and the year beside him.

"Ash, R. (1954) "; "Ash, Rewi, and Thomas Elm. "; "Edited by Rewi Ash: "; all that stands before a marked title. Here
the signs are found that may end the name; whether one does, and a title follows, is judged in `author_end`.
"""

import re

from shelflist.parse.grammar import Label
from shelflist.parse.looks.bodies import has_body_form, is_body_name
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR, read_date
from shelflist.parse.looks.family_first import ANDS, may_be_plain
from shelflist.parse.looks.grades import NAMELIKE, SURELY_NAMED
from shelflist.parse.looks.leaders import LONGEST, ROLE_AFTER, read_body, read_leaders
from shelflist.parse.looks.names import NAME_IN_FULL, names_score
from shelflist.parse.looks.title_begins import FIRST_CHUNK
from shelflist.parse.segments.author_end import INITIALLED, ends_here, leads
from shelflist.parse.segments.formed import Opening
from shelflist.parse.segments.stopped_names import STOPPED, closes_at_sign
from shelflist.parse.segments.tokens import Segment, trimmed
from shelflist.parse.segments.turned_authors import end_of_authors
from shelflist.parse.vocabulary.body_words import is_body_by_letters
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.small_words import ARTICLES
from shelflist.parse.vocabulary.words import is_initials

_YEAR_WORDS = rf"(?:c\.\s?|ca\.?\s)?{YEAR_FORM}[a-z]?(?:[-–/]\d{{2,4}})?\??|n\.?d\.?"
_DATE_WORDS = (
    rf"(?:\d{{1,2}}\s)?(?:[A-Z][a-z]{{2,8}}(?:[/–-][A-Z][a-z]{{2,8}})?|circa|about)\s{YEAR_FORM}|c{YEAR_FORM}"
    rf"|\[{YEAR_FORM}\??\]|{YEAR_FORM}\s\[{YEAR_FORM}\]|\[{YEAR_FORM}\]\s{YEAR_FORM}|(?:1[4-9]|20)\d\?|{_YEAR_WORDS}"
)
""" "Ash, Rewi (September 1947)", "Ash, R. (1954 [1921])": of other words in a bracket `read_date` must make a date."""
_END = re.compile(
    r"(?=[.,;:()\[\]\s])(?:"
    rf"(?P<held>[.,]?\s*[(\[](?P<y1>{_DATE_WORDS})[)\]][.,:]?\s+)"
    rf"|(?P<year>\.\s+(?P<y2>{YEAR_FORM}[a-z]?)\.\s+)"
    rf"|(?P<between>,\s(?P<y5>{YEAR_FORM}[a-z]?)[.,:]\s+)"
    rf"|(?P<run>(?<=[a-zA-Z])\s(?P<y4>{YEAR_FORM}[a-z]?)[.:]\s+)"
    r"|(?P<others>,?\s(?:et\.?\sal\b\.?|(?:and|&)\sothers\b)[,.:]*\s+)"
    rf"|(?P<role>[.,]?\s+[(\[]?(?i:{ROLE_AFTER})[)\]]?[.,:]?\s+)"
    r"|(?P<bracket>[)\]][.,:]?\s+)"
    r"|(?P<semicolon>;\s+)|(?P<colon>:\s+)|(?P<sign>\s(?:[–—|/]|--?)\s)"
    r"|(?P<stop>\.\s+(?![A-Z]\.|[–—|/-]))"
    r"|(?P<comma>,\s+(?!and\b|&|[\w’'-]+(?:\s[\w’'-]+)?,\s(?:[A-Z]\.\s?){1,3}+(?![A-Z][a-z]))))"
)
"""What may close the names, by its kind: "Ash, R. 1961: Looms" has a `run`, "Ash, R. et al., Looms" `others`. The first
characters stand before all kinds, so that a search passes over letters at once."""
_YEAR_NEXT = re.compile(rf"[(\[]?(?P<y3>{_YEAR_WORDS})[)\]]?(?:[.,:;]|\s[|/–—-])\s(?=[A-ZÀ-Þ“‘\"'])")
""" "Ash, Rewi (ed.). 1937. The Mill Hands": the year between, where no other follows."""
_FIRST_WORDS = re.compile(r"(?=[^\W\d_])[^,.:;()\[\]–—|/\s]++(?:\s(?!--?\s)[^,.:;()\[\]–—|/\s]*+)*+")
_ROLE_OPENS = re.compile(r"(?:by|edited|compiled|translated|selected|collected|introduced)\s", re.IGNORECASE)
_ROLE_OR_YEAR_NEXT = re.compile(rf",\s(?:[(\[]?(?i:{ROLE_AFTER})|{YEAR_FORM}[.,:]\s)")
_INITIAL = re.compile(r"(?<![^\W\d_])(?:[A-ZÀ-ÞА-Я]|[SZCK]h|[YI][aeu]|Ts)$")
_BARE_INITIALS = re.compile(r"(?<![^\W\d_])[A-Z] [A-Z]$")
""" "Ash, R T. The Mill Hands.": whose initials have no stops of their own."""
_ONLY_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]?){1,4}")
_BESIDE = re.compile(
    rf"(?P<names>{NAME_IN_FULL})\s(?P<title>(?:(?:The|A|An)\s)?[A-ZÀ-Þ][\w’'-]*\s"
    rf"[^,.;()]{{6,160}}?),?\s\(?{YEAR_FORM}\)?$"
)
_TURNED_NAME = (
    r"(?:[A-ZÀ-ÞŁŚŽČŠ][A-ZÀ-ÞŁŚŽČŠ’'-]{2,}+\s[A-ZÀ-Þ][a-zß-ÿ]+(?:\s[A-Z]\.?)?"
    r"|[A-ZÀ-Þ][a-zß-ÿ’'-]{2,}+\s[A-Z](?:\s?[A-Z]){0,2})"
)
_TURNED_BESIDE = re.compile(
    rf"(?P<names>{_TURNED_NAME}(?:(?:,|\sand|\s&)\s{_TURNED_NAME}){{0,3}})\s(?=[A-ZÀ-Þ][\w’'-]*[,:.]?\s)"
)
""" "ASH Rewi The Mill Hands", "Ash R T and Elm S Looms of": no sign parts the author from the title."""
_AND_NEXT = re.compile(rf"\s(?:&|{ANDS})\s")
_AND = re.compile(r"\s(?:and|&)\s[A-Z]")
_MOST_OF_LIST = 9
""" "Henry E. Ash and Bertram W. Elm": words of two names."""
_OF_OFFICE = re.compile(
    r"(?:The\s)?(?:Member|Secretary|President|Editor|Leader|Memorial|Chairman|Speaking|Street|Square|Statue)\b"
)
_OF_NAMES = ("role", "bracket", "others")
"""Signs that are words of the names themselves."""
_SAINTS = (" St", " SS", " Ste")
""" "Guild of St. Crispin. Boots and Clogs."."""
_ENDS_BODY = (".", ":", ";", "]", ",")
_DASHES = (" – ", " — ", " - ")
""" "Weavers’ College: <Loom Songs>": after a body's name the sign and the mark show it to be the author."""
_TITLE_SIGNS = " ,:;|/–—-“„«\"‘'"


def before_mark(text: str, start: int, title_at: int, gazetteer: Gazetteer) -> Opening | None:
    """All that stands before a marked title."""
    stop = len(text[:title_at].rstrip(_TITLE_SIGNS))
    if not STOPPED.search(text[start:stop]) and not text.endswith(", Ed.", start, stop):
        stop = len(text[:stop].rstrip(" .,"))
    if text[start] == "[" and text[stop - 1] == "]":
        start, stop = start + 1, stop - 1  # "[WEAVERS’ UNION]. The Mill Hands.": found elsewhere, and not in the book
    words = text[start:stop]
    if not words or len(words) > LONGEST:
        return None
    held = re.search(rf"[.,]?\s*[(\[]?(?<!\w)(?P<y>{_YEAR_WORDS})[)\]]?$", words)
    names = words[: held.start()] if held else words
    in_marks = text[title_at - 1] in '“"‘`' or text[stop : stop + 1] == ":"
    ends_body = text[stop : stop + 1] in _ENDS_BODY or text[stop : stop + 3] in _DASHES
    is_body = ends_body and has_body_form(names) and read_body(names) is not None
    if not is_body and not leads(names, gazetteer, trusting=True, dated=held is not None or in_marks):
        return None
    return _led(text, start, start + len(names), held and (start + held.start("y"), start + held.end("y")), title_at)


def author_first(text: str, start: int, end: int, gazetteer: Gazetteer) -> Opening | None:
    """The first place where the words before are authors by their form and the rest may be a title."""
    if text[end - 1] in "0123456789)" and (beside := _beside(text, start, end, gazetteer)):
        return beside
    if (turned := _TURNED_BESIDE.match(text, start, end)) and _titles_next(turned, text, end, gazetteer):
        return _led(text, start, turned.end("names"), None, turned.end())
    listed = end_of_authors(text, start, end, gazetteer) or start
    if listed == start and not _may_lead(text, start, end):
        return None
    for found in _END.finditer(text, listed, min(end, start + LONGEST)):
        opening = _at_end(text, start, found, end, gazetteer, listed=listed == found.start())
        if opening is not None:
            return opening
    return None


def _beside(text: str, start: int, end: int, gazetteer: Gazetteer) -> Opening | None:
    """ "Rewi Ash The Weavers of Leeds (1954)": a full name, a title in capitals, and the year that closes the line."""
    found = _BESIDE.match(text, start, end)
    if found is None or names_score(found["names"], gazetteer) < SURELY_NAMED:
        return None
    first = found["title"].split(" ", 1)[0]
    known = first in ARTICLES or key(first) in gazetteer.words
    if not known or key(first) in gazetteer.given_names or _OF_OFFICE.match(found["title"]):
        return None
    return _led(text, start, found.end("names"), None, found.start("title"))


def _titles_next(names: re.Match[str], text: str, end: int, gazetteer: Gazetteer) -> bool:
    """ "ASH Rewi The Mill Hands": the family's name comes first, and then a word that opens titles and is no name.

    After a family's name in capitals and a given one, any words that with this are no name: "ASH Rewi Looms in Leeds".
    """
    if read_leaders(names["names"], gazetteer, trusting=True) is None or names["names"].endswith(" A"):
        return False
    first = text[names.end() : end].split(" ", 1)[0].rstrip(",:.")
    if first in ARTICLES or (key(first) in gazetteer.words and key(first) not in gazetteer.given_names):
        return True
    family, _, given = names["names"].partition(" ")
    title = FIRST_CHUNK.split(text[names.end() : end], maxsplit=1)[0].rstrip()
    if not family.isupper() or given.isupper() or " " not in title or is_initials(first):
        return False
    return names_score(f"{given} {title}", gazetteer) < NAMELIKE


def _may_lead(text: str, start: int, end: int) -> bool:
    """Whether the words up to the first sign can be names or a role at all: most titles cannot."""
    first = _FIRST_WORDS.match(text, start, min(end, start + LONGEST))
    if first is None or first.end() == end:
        return False
    words = first.group().rstrip().count(" ") + 1
    if text[first.end()] == ",":
        return (
            words <= 2
            or first.group().isupper()
            or may_be_plain(first.group())
            or (text[start + 1] == "." and INITIALLED.match(text, start) is not None)
            or _ROLE_OPENS.match(text, start) is not None
            or (words <= 6 and _ROLE_OR_YEAR_NEXT.match(text, first.end()) is not None)
            or is_body_name(first.group())
        )
    return (
        words <= 6
        or is_body_name(first.group())
        or (words <= _MOST_OF_LIST and _AND.search(first.group()) is not None)
        or _ROLE_OPENS.match(text, start) is not None
    )


def _at_end(
    text: str, start: int, found: re.Match[str], end: int, gazetteer: Gazetteer, *, listed: bool
) -> Opening | None:
    """`listed`: what stands before is a list of authors beyond doubt."""
    kind = found.lastgroup if found.lastgroup not in ("y1", "y2", "y4", "y5") else "year"
    stop = _end_of_name(text, start, found, kind or "")
    words = text[start:stop].rstrip(" ,:") if kind in _OF_NAMES else text[start:stop]
    words = words[:-1] if words.endswith(").") else words  # "Rewi Ash (ed.). The Mill Hands."
    if kind == "stop" and (
        words.endswith(_SAINTS) or (_ONLY_INITIALS.fullmatch(words) and not is_body_by_letters(words))
    ):
        return None
    if kind == "stop" and words[-1] == "." and _ONLY_INITIALS.fullmatch(_AND_NEXT.split(words)[-1]):
        return None  # "Rewi Ash and S. T. Elm: Looms"
    if ". By " in words:
        return None  # "Ann and Tom. By Sue Elm. Edited by R. Ash": the title came first
    rest = text[found.end() : end]
    if len(rest) < 3 or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "“\"‘'[¡¿"):
        return None
    if kind == "stop" and words[-1] == "." and closes_at_sign(words, rest, gazetteer):
        return None
    year = found["y1"] or found["y2"] or found["y4"] or found["y5"]
    if year and not year[-1].isalpha() and "]" not in year and read_date(year) is None:
        return None  # "(Leeds 1954)"
    dated = year is not None or (kind == "stop" and _YEAR_NEXT.match(rest) is not None)
    if not listed and not ends_here(kind or "", words, rest, gazetteer, dated=dated):
        return None
    at = text.index(year, stop) if year else 0
    return _led(text, start, start + len(words), (at, at + len(year)) if year else None, found.end())


def _end_of_name(text: str, start: int, found: re.Match[str], kind: str) -> int:
    """Before the sign; after the stop of an initial, which is the name's."""
    stop = found.start()
    if kind in _OF_NAMES:
        return found.end()
    of_initial = text[stop] == "." and kind in ("stop", "held") and _INITIAL.search(text, max(start, stop - 2), stop)
    return stop + 1 if of_initial and not _BARE_INITIALS.search(text, start, stop) else stop


def _led(text: str, start: int, stop: int, year: tuple[int, int] | None, end: int) -> Opening:
    if text[stop : stop + 1] == "." and not _BARE_INITIALS.search(text, start, stop):
        stop += bool(STOPPED.search(text, start, stop + 1))
    leader = trimmed(text, start, stop, "")
    segments, labels = ([leader], [Label.LEADER]) if leader else ([], [])
    if year is None and leader and (dated := _YEAR_NEXT.match(text, end)) and not YEAR.search(text, dated.end()):
        year, end = dated.span("y3"), dated.end()
    if year is not None:
        segments.append(Segment(text[year[0] : year[1]], *year))
        labels.append(Label.DATED)
    return Opening(segments, labels, end)
