"""Where a link or emphasis marks the title of a line.

A mark that covers nearly the whole line, or a word such as "PDF", marks no title.
"""

import re

from shelflist.models.page import Block, Span
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import YEAR_OR_NONE, read_date
from shelflist.parse.looks.grades import NAMED, SURE_FIRM
from shelflist.parse.looks.imprint import publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.parts import PART, periodical_title
from shelflist.parse.segments.held import KIND
from shelflist.parse.segments.links import WHOLE, linked_with_author
from shelflist.parse.segments.name_and_house import ends_name
from shelflist.parse.segments.other_marks import marks_another, takes_in_imprint
from shelflist.parse.segments.pairs import FIELD_SIGN, title_before_authors
from shelflist.parse.segments.quoted_first import BREAK, OPENING_MARKS, quoted_before, quoted_first
from shelflist.parse.segments.remarks import ADDRESS
from shelflist.parse.segments.taken_from import NEXT_IN_ISSUE
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.numbering import ISSUE_FORM, VOLUME_FORM
from shelflist.parse.vocabulary.small_words import SMALL_WORDS

_NO_TITLE = re.compile(
    r"\W*(?:pdf|epub|download|here|click here|link|read|open|view|scan|text|html|part|vol(?:ume)?\.?)?\W*\d*\W*$",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\W*(?:view |download |read )?(?:(?:pdf|epub|mobi|azw3?|djvu|docx?|ms word|word|rtf|txt|html?|jpe?g|tiff?|png|zip)"
    r"(?: (?:format|file|version|document|scan|text))?|(?:scanned|full|plain) text|excerpts?|"
    r"(?:(?:full )?text )?(?:free )?online(?: (?:edition|version|text|copy|here))?|online free|(?:free )?preview)"
    r"(?:\W+[\d.,]+ ?[kmg]b(?:ytes)?)?\W*$",
    re.IGNORECASE,
)
""" "PDF format", "[PDF: 3,162 KB]", "online edition": what the file is, and how large."""
_SINGLE_MARKS = ("‘’", "''")
_HELD_EDITION = re.compile(r"(?:\s\(|,\s)(?:\w+\s){1,2}(?:edition|edn\.?|ed\.?)\)?$", re.IGNORECASE)
""" "A Walk Round the Looms (4th edn)": the mark takes in what is none of the title."""
_DATE = r"[\w\s/-]{0,20}(?:\d,\s)?\d{4}(?:[-–/]\d{2,4})?"
_NUMBERED = re.compile(
    rf"(?P<name>[^,]{{3,80}}?),\s(?:(?:new|second|third)\sseries,?\s)?(?:{VOLUME_FORM},?\s{ISSUE_FORM}(?:,\s{_DATE})?|{ISSUE_FORM},\s{_DATE})$",
    re.IGNORECASE,
)
""" "Korea Today, No 153, 1969", "The Weaver, Vol. 8, No. 3, March 8, 1923": a whole issue is marked, not its title."""
_WITH_NUMBER = re.compile(
    rf"(?P<name>[^,]{{3,80}}?)(?:,|\s[–—-])\s(?:{ISSUE_FORM}|{VOLUME_FORM}(?:,\s{_DATE})?)$", re.IGNORECASE
)
""" "Weavers’ Bulletin - Number 10": the number is none of the name, where it is a periodical's."""
_BESIDE = re.compile(r"[,;:.()\[\]]")
_AUTHOR_BEFORE = re.compile(r"\w[^,.:]{2,60}[,.:]\s[“\"‘]?$")
_CAPITALS = r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:(?:of|the|and|&)\s)?[A-ZÀ-Þ][\w’'.-]*){0,3}"
_IMPRINT_NEXT = re.compile(
    rf"\s?(?:{_CAPITALS}(?:,\s{_CAPITALS})?:\s[A-ZÀ-Þ][^,:;()]{{1,60}}|(?<=\s){_CAPITALS}),\s(?:{YEAR_FORM}\b|n\.?d\b)"
)
""" "Ash, Rewi. <The Mill Hands> Loomford, New York: Weft Press, 1954": no sign parts the title from its imprint."""
_ISSUE_NUMBER = re.compile(rf"\b{ISSUE_FORM}|#\s?\d", re.IGNORECASE)
_ONLY_EXTENT = re.compile(r"[,.:;\s–—-]*(?:$|[(\[]?\d{1,4}\s?(?:pages|pp?)\b)")
_NEXT_SENTENCE = (" The ", " A ", " An ")
""" "<Looms of the C.W.S.> The Story of a Mill": the stop ends the title too."""
_TO_SIGN = re.compile(r"(?:[^,;(\[|.\s]|(?<=\b[A-Z])\.|\.(?!\s|$)|\s(?![–—-]\s))*")
""" To the sign that ends a field; a stop within a word or after an initial ends none."""
_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_MARK = re.compile(r"[“”\"]")
_INITIAL_AT_END = re.compile(r"(?:^|[\s.])[A-Z]\.$")
_EXTENT_INSIDE = re.compile(r"\d{0,5}\s*(?<=\d)\s*(?:pages|pp?)\b")


def title_span(block: Block, gazetteer: Gazetteer) -> Span | None:
    """The marked title, outer punctuation off; None where nothing marks it."""
    if block.links and (linked := linked_with_author(block, gazetteer)):
        return linked
    quoted = quoted_first(block.text, gazetteer) if block.text[:1] in OPENING_MARKS else None
    for link in block.links:
        if marks_another(block, link.start, link.end, gazetteer):
            continue
        if marked := _as_title(block.text, _inner(Span(link.start, link.end), block), gazetteer):
            return quoted_before(block.text, marked) or marked
    for span in block.emphasis:
        if quoted and quoted.end < span.start:
            return quoted  # "“Looms”, by Rewi Ash, _Weft Press_": what is emphasised later is no title
        if marks_another(block, span.start, span.end, gazetteer):
            continue
        if marked := _as_title(block.text, span, gazetteer):
            return quoted_before(block.text, marked) or marked
    return quoted


def _inner(link: Span, block: Block) -> Span:
    """ "<_The Mill Hands_ by Rewi Ash>": the emphasis inside the link marks the title more closely."""
    return next((one for one in block.emphasis if one.start == link.start and one.end + 3 < link.end), link)


def _as_title(text: str, span: Span, gazetteer: Gazetteer) -> Span | None:
    start, end = span.start, span.end
    if _is_more_or_less(text, start, end, gazetteer):
        return None
    outer = '“"' if _is_quoted(text[start:end]) else ""
    while start < end and text[start] in f" {outer}":
        start += 1
    outer = '”"' if outer else ""
    while end > start and text[end - 1] in f" ,;:.{outer}" and not _keeps_stop(text, start, end):
        end -= 1
    if end - start < 2:
        return None
    if named := title_before_authors(text[start:end], text[end:], gazetteer):
        return Span(start, start + named.end)
    if text[end - 1] in ")]" and (kind := KIND.search(text[start:end])):
        return Span(start, start + kind.start())
    if (held := _HELD_EDITION.search(text, start, end)) or (held := _NUMBERED.match(text, start, end)):
        return Span(start, held.start() if held.re is _HELD_EDITION else held.end("name"))
    if text[end - 1] in "0123456789)" and (numbered := _WITH_NUMBER.match(text, start, end)):
        end = numbered.end("name") if periodical_title(numbered["name"], gazetteer) else end
        return Span(start, end)
    if _closes_dated(text, start, end):
        return None
    start, end = _whole_words(text, start, end)
    return Span(start, _to_break(text, start, end, gazetteer))


def _is_more_or_less(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """A number or a word for the file, or several fields of the line."""
    words = text[start:end]
    if _is_part(words) or _EXTENT_INSIDE.search(words) or takes_in_imprint(words, text[end:], gazetteer):
        return True
    return len(words) > WHOLE * len(text.rstrip(" .")) and not _closes_with_date(text, end)


def _is_house(words: str, gazetteer: Gazetteer) -> bool:
    """Listed, or with the form of a firm and capitals throughout."""
    if gazetteer.is_publisher(words):
        return True
    return words[:1].isupper() and words.istitle() and publisher_score(words, gazetteer) >= SURE_FIRM


def _closes_dated(text: str, start: int, end: int) -> bool:
    """ "<The Weaver, No. 3, 5 February 1951>, 40 pages": the only date of the line; not a title alone is marked.

    Years of a time ("<How Weavers Lived, 1945-1951>") are more of it, and so is a day that author or imprint follow.
    """
    if not text[end - 1].isdigit() or YEAR_OR_NONE.search(text, end):
        return False
    if _ISSUE_NUMBER.search(text, start, end) is None and _ONLY_EXTENT.match(text, end) is None:
        return False
    fields = FIELD_SIGN.split(text[start:end])
    date = read_date(fields[-1]) or read_date(", ".join(fields[-2:])) if len(fields) > 1 else None
    return date is not None and date.edtf is not None and not date.span_years


def _closes_with_date(text: str, end: int) -> bool:
    """ "<The Loom, the Wheel and the Weavers of Leeds>, 1906, 8 pages": nothing but date and extent is left."""
    rest = [words.strip() for words in _BESIDE.split(text[end:]) if words.strip()]
    return bool(rest) and read_date(rest[0]) is not None and all(map(_EXTENT_INSIDE.match, rest[1:]))


def _is_part(words: str) -> bool:
    """ "PDF", "No. 14", "Volume 2, No. 4": no more than a word for a file or numbers."""
    if _NO_TITLE.match(words) or _FILE.match(words) or ADDRESS.fullmatch(words):
        return True
    part = PART.match(words)
    while part is not None and (rest := part["rest"].strip(" .,")):
        part = PART.match(rest)
    return part is not None


def _is_quoted(words: str) -> bool:
    """The whole of it stands in quotation marks, not its beginning or end alone: “Party unity” and other essays."""
    inner = words.strip(" ,;:.")
    return inner[:1] in '“"' and inner[-1:] in '”"' and not _MARK.search(inner[1:-1])


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A mark that begins or ends inside a word takes in the whole word; "<Looms>Leeds" are two."""
    while text[start].isalnum() and start > 0 and text[start - 1].isalnum():
        start -= 1
    if end < len(text) and text[end - 1].islower() and text[end].isupper():
        return start, end
    while text[end - 1].isalnum() and end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """The full stop of "U.S.S.R." belongs to it."""
    return text[end - 1] == "." and bool(_INITIAL_AT_END.search(text[start:end]))


def _to_break(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """A mark that ends inside a phrase ("<Red Star> over China, ...") is carried to the next punctuation."""
    if _ends_whole(text, start, end):
        return end
    following = _TO_SIGN.match(text, end)
    stop = following.end() if following else end
    if text[stop - 1 : stop] == _CLOSING.get(text[start - 1 : start], "\0"):
        stop -= 1
    if stop >= len(text.rstrip(" .")):
        return end
    if text[start:end].rpartition(" ")[2] in SMALL_WORDS:
        return end + len(text[end:stop].rstrip())  # "<The Trial of> Rewi Ash"
    return end if _is_field_next(text, start, end, stop, gazetteer) else end + len(text[end:stop].rstrip())


def _ends_whole(text: str, start: int, end: int) -> bool:
    """A sign stands right after the mark or at its end, or the mark within signs of its own."""
    return (
        BREAK.match(text, end) is not None
        or NEXT_IN_ISSUE.match(text, end) is not None
        or text[end - 1] in "?!"
        or (text[end - 1] == "." and text.startswith(_NEXT_SENTENCE, end))
        or text[start - 1 : start] + text[end : end + 1] in _SINGLE_MARKS
    )


def _is_field_next(text: str, start: int, end: int, stop: int, gazetteer: Gazetteer) -> bool:
    """What stands between the mark and the next sign is another field, although no sign parts it from the title."""
    beside = text[end:stop].strip(" .")
    if names_score(beside, gazetteer) >= NAMED or ends_name(beside, gazetteer):
        return True
    if read_date(beside) is not None and YEAR_OR_NONE.search(text, stop) is None:
        return True  # "<The Mill Hands> 1954. 84 pp."
    if _is_house(beside, gazetteer) and not gazetteer.is_publisher(text[start:stop]):
        return True  # "<The Mill Hands> Gollancz, 1954"
    # "Rewi Ash, <The Mill Hands> Sickle, 1954": that it has no other house tells it
    return _AUTHOR_BEFORE.search(text, 0, start) is not None and _IMPRINT_NEXT.match(text, end) is not None
