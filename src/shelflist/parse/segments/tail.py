"""What stands after the extent: series, edition, the host of a speech, and notes with whatever numbers they hold."""

import re
from dataclasses import replace

from shelflist.models.record import record
from shelflist.parse.looks.editions import EDITION, goes_on_with_edition
from shelflist.parse.looks.grades import NAMED
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART
from shelflist.parse.looks.prices import find_price
from shelflist.parse.looks.roles import opens_role, read_role
from shelflist.parse.looks.series import (
    NUMBER_ALONE,
    may_name_series,
    may_name_something,
    opens_note,
    read_series,
    split_series,
)
from shelflist.parse.segments.tokens import Segment, segment
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.languages import LANGUAGE_FORM, LANGUAGES
from shelflist.parse.vocabulary.numbering import ISSUE_FORM, VOLUME_FORM
from shelflist.parse.vocabulary.role_words import SHORT_ROLE
from shelflist.parse.vocabulary.small_words import OPENING_ARTICLES

_ISSUE_OF = re.compile(
    rf"[\[(]?(?P<host>[A-ZÀ-Þ][^,.;:()\[\]]{{2,80}},?\s{VOLUME_FORM},?\s{ISSUE_FORM})(?=[,.;)\]]|$)",
    re.IGNORECASE,
)
""" "Loom Quarterly, Vol. 3, No. 12": nothing but a periodical has both."""
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]+(?:\[[^()\[\]]{1,12}\]|\([^()\[\]]{1,12}\))?)[)\]]\.?")
_AREA = re.compile(r"(?:--|[—–])\s\((?P<inside>[A-ZÀ-Þ][^()]{4,90}\s;\s[^();]{1,12})\)[.\s]*(?:--|[—–])?")
"""Its number shows a catalogue's series wherever it stands among the notes."""
_LAST_AREA = re.compile(r"(?:--|[—–])\s\((?P<inside>[A-ZÀ-Þ][^()]{4,90})\)\.?\s*$")
""" "ill. ; 21 cm. — (Loom studies ; no. 3)": by the rule of catalogues the last area is the series."""
_FILE_AT_END = re.compile(
    r"(?:(?<=[\w)\]”\".])\s+|[,;|–-]\s+)(?P<note>[\[(]?(?:PDF|EPUB|MOBI|DjVu|HTML|DOCX?|RTF|TXT)(?:\s(?:format|file|version))?"
    r"(?:[\s,:|–-]+[\[(]?[\d.,]+\s?[kKMG][bB]?)?[\])]?|[\[(]?\d[\d.,]*\s?(?:[KMG]B|[kK]b?)[\])]?"
    r"|(?:(?:Image|Text|PDF|HTML|Details?|Download|View|Scan|OCR|EPUB|Link)\b[\s|/]*){2,})\.?$",
    re.IGNORECASE,
)
""" "[PDF]", "(DjVu, 4.1 MB)", "115k": what the file is, at the end of a line."""
_LANGUAGE = re.compile(rf"(?:^|[.\s(])(?:in|text in)\s+({LANGUAGE_FORM})\b(?!\s+[a-z])", re.IGNORECASE)


@record
class Tail:
    """The parts found; `evidence` as in a Reading. `note` is the rest, as written."""

    series_title: str | None = None
    series_number: str | None = None
    edition: str | None = None
    host: str | None = None
    note: str | None = None
    price: str | None = None  # which the note tells, and nothing else
    unread: str | None = None  # what may be a series or a note


NO_TAIL = Tail()
_OF_PERSON = re.compile(r"^\w+(?:\s\w+)?\sby\s[A-ZÀ-Þ]")
""" "Introduced by J. V. Ash": no series whose number is V."""
_DASHED = ("– ", "— ", "- ")


_FILE_TOLD = re.compile(
    r"(?<=[\w)\]”\".])[,;|]\s(?P<note>(?:PDF|EPUB|MOBI|DjVu|DOCX?|TXT)[,:]?\s[\d.,]+\s?[KMG]B\b[,;]\s.+)$"
)
""" "PDF, 1.4 MB, in Welsh": with what is said of it after its size."""
_HELD_AT_END = re.compile(
    r"(?<=\d)\s[(\[](?P<note>(?:paperback|hardback|hardcover|paper|cloth|pbk|hbk|softcover|course pack|on reserve|"
    r"[Ee]xtracts?|[Ee]xcerpts?|[Aa]bridged|"
    r"[A-Z]{2,3}))[)\]]\.?$"
)
""" "1994 (paperback)": what is said of the copy after the date."""
_SHELF_MARK = re.compile(
    r"(?<=[\w).])[.,]?\s(?P<note>[(\[](?:Box|Shelf|Folder|File|Drawer|Cabinet|Bay|Ref|Acc|Item|Reel|Loc|Call no)\b"
    r"[^()\[\]]{1,24}[)\]]|(?<=[.,]\s)(?:Box|Shelf|Folder|Drawer|Cabinet)\s[\w/.-]{1,8})\.?$"
)
""" "[Box 9]", "Shelf D": where the copy stands."""


def file_note(text: str, end: int) -> tuple[int, Tail]:
    """Where ``text[:end]`` ends without what is said of its file or price, and that as a note."""
    found = (
        _FILE_AT_END.search(text, max(0, end - 40), end)
        if text[end - 1 : end] in "])fFkKbBuU.lLxXsSdDnNwWrRtTeE"
        else None
    )
    held = text[end - 1 : end] == ")" and (number := text.find(" (ISBN", 8, end)) > 0
    if held or ((number := text.find(" ISBN", 20, end)) > 0 and text[number - 1] in ").,;0123456789"):
        return len(text[:number].rstrip(" ,;")), Tail(note=text[number:end].strip())
    found = found or (_HELD_AT_END.search(text, max(0, end - 24), end) if text[end - 1 : end] in ")]." else None)
    found = found or (_FILE_TOLD.search(text, 0, end) if "KB" in text or "MB" in text else None)
    found = found or _SHELF_MARK.search(text, max(0, end - 36), end)
    if found and found.start() > 0:
        return found.start(), Tail(note=found["note"])
    if priced := find_price(text, end):
        return priced[0], Tail(note=priced[1], price=priced[1])
    return end, NO_TAIL


def read_tail(text: str, start: int, gazetteer: Gazetteer) -> Tail:
    """Reads ``text[start:]``, which follows the extent."""
    while start < len(text) and text[start] in " ,;:.)–—|/-":
        start += 1
    if start >= len(text):
        return NO_TAIL
    if issue := _ISSUE_OF.match(text, start):
        return Tail(host=issue["host"], note=text[start:].strip())
    if " ; " in text[start:] and (area := _AREA.search(text, start + 1)):
        return Tail(
            *split_series(area["inside"]), note=f"{text[start : area.start()]}{text[area.end() :].lstrip()}".strip()
        )
    if text[-1] in ")." and (last := _LAST_AREA.search(text, start + 1)) and not opens_note(last["inside"]):
        return Tail(*split_series(last["inside"]), note=text[start : last.start()].rstrip())
    bracket = _BRACKET.match(text, start)
    tail = (_in_bracket(text, bracket, gazetteer) if bracket else None) or _in_pieces(text, start, gazetteer)
    return _with_later(tail, tail.note, gazetteer) if tail.note else tail


def _in_bracket(text: str, bracket: re.Match[str], gazetteer: Gazetteer) -> Tail | None:
    """A series, or an edition, in a bracket of its own."""
    inside, rest = bracket["inside"], text[bracket.end() :].strip(" .,;–—-") or None
    if series := read_series(inside, gazetteer, held=True, last=True):
        return Tail(*series, note=rest)
    if may_name_series(inside.strip(" ."), gazetteer):
        return Tail(inside.strip(" ."), note=rest)
    dashed = bracket.end() == len(text) and text[bracket.start() - 2 : bracket.start()] in _DASHED
    if dashed and inside[0].isupper() and not opens_note(inside):
        return Tail(*split_series(inside))  # by the rule of catalogues the last area is the series
    return Tail(edition=inside, note=rest) if all(map(_is_edition, inside.split(", "))) else None


def _with_later(tail: Tail, note: str, gazetteer: Gazetteer) -> Tail:
    """ "In Welsh. Loom Lives, 4. 2nd edition.": whichever sentence tells the series by its number, or the edition."""
    pieces = segment(note, 0, len(note))
    starts = [piece.start for i, piece in enumerate(pieces) if not i or "." in piece.gap]
    if len(starts) < 2 and not (tail.series_title or tail.edition):
        return tail
    kept = list[str]()
    for start, end in zip(starts, [*starts[1:], len(note)], strict=True):
        told = _in_pieces(note[start:end], 0, gazetteer)
        if told.note or told.unread:
            kept.append(note[start:end].strip())
        elif told.edition and not tail.edition:
            tail = replace(tail, edition=told.edition)
        elif told.series_number and not tail.series_title:
            tail = replace(tail, series_title=told.series_title, series_number=told.series_number)
        else:
            kept.append(note[start:end].strip())
    return replace(tail, note=" ".join(kept) or None)


def _in_pieces(text: str, start: int, gazetteer: Gazetteer) -> Tail:
    """An edition or a series that signs part from the note after it; or a note alone."""
    pieces, rest = segment(text, start, len(text)), text[start:].strip()
    if not pieces or _is_part_in_book(pieces[0].text, gazetteer):
        return Tail(note=rest)
    if end := _end_of_edition(text, pieces):
        return Tail(edition=text[pieces[0].start : end], note=text[end:].lstrip(" .,;") or None)
    return _series(text, pieces, gazetteer) or (Tail(unread=rest) if may_name_something(rest) else Tail(note=rest))


def _end_of_edition(text: str, pieces: list[Segment]) -> int | None:
    """ "2nd, unaltered edition (spotted)", "4th ed. with a supplement", "2nd edition, revised translation"."""
    start, end = pieces[0].start, None
    for used, piece in enumerate(pieces, 1):
        bare = text[start : piece.end].partition(" (")[0]
        if not (_is_edition(bare) or (end and _is_edition(piece.text))):
            if end or used > 1:
                break
        else:
            end = start + len(bare)
        if used < len(pieces) and pieces[used].gap != ",":
            break
    return end


def _is_edition(words: str) -> bool:
    found = EDITION.match(words) if not words.startswith((*OPENING_ARTICLES, "PDF", "pdf")) else None
    return found is not None and (found.end() == len(words) or goes_on_with_edition(words[found.end() :].strip(" ,")))


def _series(text: str, pieces: list[Segment], gazetteer: Gazetteer) -> Tail | None:
    """A series that comes first, with its number, as a sentence of its own."""
    if EDITION.match(pieces[0].text) or _OF_PERSON.search(pieces[0].text):
        return None
    used = 2 if len(pieces) > 1 and _numbers(pieces[1]) else 1
    words = ", ".join([piece.text for piece in pieces[:used]])  # whatever signs part the number: "Looms,, No. 3"
    series = read_series(words, gazetteer, last=True)
    if series is None and used == len(pieces) == 2 and pieces[1].gap == ",":
        series = read_series(words, gazetteer, held=True, last=True)  # "Sozialpolitische Zeitfragen, H. 4."
    if series is None:
        whole = used == 1 and (len(pieces) == 1 or "." in pieces[1].gap) and may_name_series(pieces[0].text, gazetteer)
        return Tail(pieces[0].text, None, note=_rest(text, pieces, 1)) if whole else None
    alone = used == len(pieces) or pieces[used].gap != "," or _is_remark(pieces[used].text, series[1])
    if not alone and not gazetteer.is_series(series[0]) and used == 1:
        return None
    return Tail(*series, note=_rest(text, pieces, used))


def _is_remark(words: str, number: str | None) -> bool:
    """ "Loom Lives 4, index": after its number nothing of a series' name is left."""
    return number is not None and (words[0].islower() or words.startswith("ISBN"))


def _numbers(piece: Segment) -> bool:
    """ "No. 3", or a bare number that no stop parts from the name before it."""
    return PART.match(piece.text) is not None or ("." not in piece.gap and NUMBER_ALONE.match(piece.text) is not None)


def _is_part_in_book(words: str, gazetteer: Gazetteer) -> bool:
    """ "Trans. Ann Hill", "Foreword Ann Hill": capitals throughout, and no series."""
    role = read_role(words, gazetteer) if SHORT_ROLE.match(words) or opens_role(words) else None
    return role is not None and names_score(role.names, gazetteer) >= NAMED


def _rest(text: str, pieces: list[Segment], used: int) -> str | None:
    return text[pieces[used].start :].strip() if used < len(pieces) else None


def languages_stated(notes: tuple[str, ...]) -> tuple[str, ...]:
    """ISO 639-3 codes of languages that the notes state ("In French.")."""
    named = [name.casefold() for note in notes for name in _LANGUAGE.findall(note)]
    return tuple(dict.fromkeys(LANGUAGES[name] for name in named if name in LANGUAGES))
