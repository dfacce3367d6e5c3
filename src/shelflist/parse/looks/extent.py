"""How many pages: finding the extent in a line, and reading it.

A page count that is part of a sentence ("the first 10 pages of") is no extent: it must stand between punctuation.
"""

import re

from shelflist.models.record import record
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.vocabulary.cues import cue, cues_of_line


@record
class Extent:
    """``line[start:end]`` is the extent as written; `pages` is its page count. `is_range`: pages 4-9 of a host.

    `closing`: the bracket that the extent stands in with the imprint, "(Leeds, 1954, 281 pages)", and closes.
    """

    start: int
    end: int
    pages: int | None
    is_range: bool = False
    closing: str = ""


LONGEST_PAMPHLET = 48
"""Pages, by UNESCO's measure; what has more is a book."""
_UNIT = (
    r"(?:pages?|pgs?|pp?|leaves|leaf|sides|Seiten|páginas?|págs?|pagine|sidor|sider|stron|blz|bls|"
    r"tud(?:alen)?|oldal|ff)"
)
_FOREIGN = (
    r"(?:(?<=\d\d)|(?<=\d, \d)|(?<=\d\d\d\d\. \d)(?=\s(?-i:S|tt|str|Bl)\b))"
    r"\]?\s(?-i:S|s|t|tt|str|Bl|стр|с|l)\b\.?(?=\s*(?:$|[,;.(\[–—|-]|In\s|in\s))"
)
""" "430 S.", "192 s.", "1954. 8 S.": a letter alone is a unit after two figures, or a year, and closes the extent."""
_UNIT_AFTER_DIGIT = re.compile(
    rf"[0-9](?![0-9,.;)])(?:(?<=\d\d)(?-i:t)\.(?=$|[,;\s])|\]?\s{{0,2}}(?:(?:un)?numbered\s)?{_UNIT}\b\.?|{_FOREIGN})",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w-])(?:(?:about|approx\.?|approximately|circa|ca?\.|over|nearly)\s)?"
    r"(?:\[?[ivxlc]{1,7}\]?\s?[+,]\s?|[ivxlc]{1,7}\s)?\[?(?P<n>\d{1,3}(?:,\d{3})+|\d{1,5})$",
    re.IGNORECASE,
)
_COUNTED = "one two three four five six seven eight nine ten eleven twelve sixteen twenty thirty-two"
_WORDS = dict(zip(_COUNTED.split(), (*range(1, 13), 16, 20, 32), strict=True))
_IN_WORDS = re.compile(rf"\b(?P<n>{'|'.join(_WORDS)}) {_UNIT}\b\.?", re.IGNORECASE)
_IN_WORDS_CUE = cue(f"{_COUNTED} thirty", any_case=True)
_RANGE = re.compile(
    r"(?<![\w-])(?:pages?|pp?\.?|(?-i:[Ss]\.|tt\.|str\.|[Pp]ágs?\.|blz\.))\s?(?P<a>\d{1,5})\s?[-–—]\s?(?P<b>\d{1,5})(?![\d-])",
    re.IGNORECASE,
)
_RANGE_AND_UNIT = re.compile(r"(?<![\w-])(?P<a>\d{1,4})\s?[-–—]\s?(?P<b>\d{1,4})\s?(?:pages|pp)\b\.?", re.IGNORECASE)
""" "242-247 pages"."""
_ITEM = r"(?:[.,]?\s(?:\(\d{1,5}\)|\[[a-z ]{3,30}\]))?"
""" "(1150)", "[course pack]": the item's number in its list, or where to find it, may come last."""
_RANGE_AT_END = re.compile(
    rf"(?:(?<=[)\d]):\s?|(?:(?<=\d\),\s)|(?<={YEAR_FORM}[.,]\s))(?!{YEAR_FORM}))"
    rf"(?P<a>\d{{1,4}})\s?[-–—]\s?(?P<b>\d{{1,4}}){_ITEM}\.?$"
    rf"|(?:(?<=,\s\d,\s)|(?<=,\s\d\d,\s)|(?<=,\s\d\d\d,\s))(?P<e>\d{{1,4}})\s?[-–—]\s?(?P<f>\d{{1,4}})\.?$"
    rf"|(?<=[\d)],\s)(?P<c>\d{{1,4}})\s?[-–—]\s?(?P<d>\d{{1,4}})(?=,?\s\({YEAR_FORM}\)\.?$)"
)
""" "Labour Monthly 21, no. 3 (March 1939): 131-142.", "Past & Present, 1(1), 57-70.", "Weft, 1954. 19-37.",
"Weft, 43(9), 376-381 (1933)", "Weft, 43, 376-381". """
_RANGE_OF_VOLUME = re.compile(r"(?<=\d\d\d\d\))[,:]\s?(?P<a>\d{1,4})\s?[-–—]\s?(?P<b>\d{1,4})(?=[.,;]?(?:\s|$))")
""" "Weft Review 68 (1975): 1-4. How weavers lived.": after the year in its bracket, whatever is said later."""
_RANGE_IN_HOST = re.compile(
    r"[”\"’'],?\s[Ii]n:?\s(?:the\s)?[A-ZÀ-Þ][^,.;()]{3,80}(?:,\s(?:edited|ed\.|eds\.)\s[^;()]{4,80}?)?,\s(?P<a>\d{1,4})\s?[-–—]\s?(?P<b>\d{1,4})(?=[.,;]?(?:\s[A-Z]|$))"
)
""" "‘Looms,’ in The Mill Reader, 181-211."; "“Looms.” In The Mill Reader, edited by Ann Hill, 181-211. Leeds: …". """
_LONGEST_HOST = 96
"""Characters: where the host is marked, and not the piece in it, the marks of quotation stand before it."""
_ONE_PAGE = re.compile(
    rf"(?:(?<=\d,\s)|(?<=\d\),\s))(?:page|p\.)\s?\d{{1,4}}(?:{_ITEM}\.?$|\.\s(?=[A-Z][a-z]+\.?$))", re.IGNORECASE
)
_PAGE_NAMED = re.compile(r"\bp(?:age|\.)\s?\d")
""" "12 February 1938, page 3"; "Broadsheet, 31, 1928, p. 6."; "Minus, no. 2 (1966), page 7. Unsigned." """
_DASHED = re.compile(r"[-–—]\s?\d")
"""Every stretch has one; most lines that count no pages have none."""
_STRETCH = re.compile(r"\s?\d{1,4}\s?[-–—]\s?\d")
""" "1976 pp. 631-49": the figures before belong to something else."""
_UNIT_FIRST = re.compile(
    r"(?:(?<![\w-])pp\.?\s?|\bpages:\s?)(?:[ivxlc]{1,7}\s?[,+]\s?)?(?P<n>\d{1,4})\b(?!\s?[-–—/]\s?\d)(?=\s*(?:$|[.,;()\[£$]))",
    re.IGNORECASE,
)
""" "pp. 184", "Pp. xii, 284"; a stretch of pages is of something else."""
_UNCOUNTED = re.compile(
    r"(?<=[,.;)]\s)(?:un-?paged|unpaginated|(?:not|no) (?:paged|paginat\w+)|var(?:ious|\.) pag(?:ings?|inations?|\.)|"
    r"(?:1|one|single|a)\s(?:folded\s|printed\s)?sheet)\b\.?(?=\s*(?:$|[,.;(]|with\s))",
    re.IGNORECASE,
)
_VOLUMES = re.compile(
    r"(?<=\d)[\])]*[,.;]\s(?:in\s)?(?P<vols>(?:\d{1,2}|two|three|four|five|six)\svol(?:ume)?s?\b\.?)(?=\s*(?:$|[,.;(]))",
    re.IGNORECASE,
)
""" "1966, 2 vols." """
_LAST_COLUMN = re.compile(
    rf"(?:\b{YEAR_FORM}|\bn\.d\.?|[\s|][–—?-])[?\])]*(?:\s(?P<sign>[|/–—-])|;)\s(?P<n>\d{{1,4}})\.?$"
)
""" "… | 1954 | 66": in columns a bare number after the date's."""
_FEWEST_SIGNS = 3
_YEAR = re.compile(rf"{YEAR_FORM}|\bn\.?\s?d\b")
_BEFORE = re.compile(r"(?:[,.;:|)\]!?”\"’–—]|\s--?|\s/|^|\d{4}|\bn\.?d\.?)\s*$")
_NO_NUMERAL = "0123456789)].?"
""" "1942, 96 pages": after one of these and a comma the digits are the whole number."""
_AFTER = re.compile(
    r"(?<=\.)(?:\s|$)|\s*(?:$|[,.;:|()\[\]–—+£$€]|--?\s|/\s|illustrated|illus\b|ill\b|plus\b|with\b|and\b|only\b|including\b|in\s|PDF\b|"
    r"leaflet|pamphlet|booklet|flyer|fold|folded|folio|mimeo\w*|duplicated|stapled|typescript|stencil\w*|hardback|paperback|price|(?:published|issued|printed|produced)\sby\b|97[89][-\s]?\d|\d[-\s]\d{2,7}[-\s]\d|\d+/[-\d]|\d+(?:\.\d+)?\s?(?:d|s|p|[KkM][Bb]|plates|maps|figs)\b|[A-Z“\"])"
)
_OF_FILE = re.compile(
    r"(?:\W|\d+(?:[.,]\d+)*\s?[KMG]B\b|(?:pdf|epub|mobi|djvu|html?|docx?|rtf|txt|ocr|scan(?:ned)?|searchable|text|images?|file|"
    r"format|version)\b)+",
    re.IGNORECASE,
)
""" "[PDF, 101 pp.]", "(242 pages; 3.1 MB)": a bracket that tells of the scan alone."""
_IS_INITIAL = re.compile(r"\d{1,3}\s(?-i:[PST])\s?[A-ZÀ-Þ]")
""" "70 P Horn “The Mill Hands”": an item's number, and the initial of a name."""


def pages_in(text: str, extent: Extent, *, of_book: bool) -> int | None:
    """How many pages the document has; "(Leeds: Weft Press, 1954), pp. 39-40" says where a book says something."""
    cited = of_book and extent.is_range and text[: extent.start].rstrip(" ,").endswith(")")
    return None if cited else extent.pages


def find_extent(text: str, start: int = 0) -> Extent | None:
    """The line's extent: the first count of pages between punctuation outside brackets, else a stretch of pages."""
    held = None
    for found in _UNIT_AFTER_DIGIT.finditer(text, start):
        begin, pages = _number_before(text, found.start() + 1, start)
        if begin is None or _STRETCH.match(text, found.end()) or not _parted(text, begin, found.end(), start):
            continue
        if begin == 0 and _IS_INITIAL.match(text):
            continue
        if _is_outside_brackets(text, start, begin):
            return Extent(begin, found.end(), pages)
        held = held or _within_bracket(text, begin, found.end(), pages, start)
    if held and (piece := _RANGE.search(text, start, held.start)) and _stands_alone(text, *piece.span(), start):
        return _of_stretch(piece)
    return held or _in_words(text, start) or _range(text, start) or _otherwise(text, start)


def _number_before(text: str, end: int, start: int) -> tuple[int | None, int]:
    """Where the number that ends at `end` begins, with any Roman one before it, and its value."""
    begin = end - 6 + len(text[end - 6 : end].rstrip("0123456789")) if end - start > 9 else end
    if 0 < end - begin < 6 and text[begin - 2 : begin] == ", " and text[begin - 3] in _NO_NUMERAL:
        return begin, int(text[begin:end])
    low = max(start, end - 21)
    number = _NUMBER.search(text[low:end])
    return (low + number.start(), int(number["n"].replace(",", ""))) if number else (None, 0)


def _in_words(text: str, start: int) -> Extent | None:
    for found in _IN_WORDS.finditer(text, start) if cues_of_line(text) & _IN_WORDS_CUE else ():
        if _stands_alone(text, found.start(), found.end(), start):
            return Extent(found.start(), found.end(), _WORDS.get(found["n"].casefold()))
    return None


def _range(text: str, start: int) -> Extent | None:
    if not _DASHED.search(text, max(0, start - _LONGEST_HOST)):
        return _one_page(text, start)
    for found in _RANGE.finditer(text, start):
        if _stands_alone(text, found.start(), found.end(), start):
            return _of_stretch(found)
        if text[found.start() - 1 : found.start()] == "(" and text[found.end() : found.end() + 2] == ").":
            return Extent(found.start() - 1, found.end() + 1, _stretch(found["a"], found["b"]), is_range=True)
    if (after := _RANGE_AND_UNIT.search(text, start)) and _stands_alone(text, after.start(), after.end(), start):
        return Extent(after.start(), after.end(), _stretch(after["a"], after["b"]), is_range=True)
    if single := _one_page(text, start):
        return single
    of_volume = _RANGE_OF_VOLUME.finditer(text, start) if "), " in text or "):" in text else ()
    for cited in (*of_volume, _RANGE_IN_HOST.search(text, max(0, start - _LONGEST_HOST))):
        if cited and _is_outside_brackets(text, start, cited.start("a")):
            return Extent(cited.start("a"), cited.end("b"), _stretch(cited["a"], cited["b"]), is_range=True)
    if found_last := _RANGE_AT_END.search(text, max(start, len(text) - 24)):
        first, last = next(pair for pair in ("ab", "cd", "ef") if found_last[pair[0]])
        stretch = _stretch(found_last[first], found_last[last])
        return Extent(found_last.start(first), found_last.end(last), stretch, is_range=True)
    return None


def _one_page(text: str, start: int) -> Extent | None:
    single = _ONE_PAGE.search(text, max(start, len(text) - 24))
    if single is None or _PAGE_NAMED.search(text, start, single.start()):
        return None
    return Extent(single.start(), single.end(), 1, is_range=True)


def _of_stretch(found: re.Match[str]) -> Extent:
    return Extent(found.start(), found.end(), _stretch(found["a"], found["b"]), is_range=True)


def _stretch(first: str, last: str) -> int | None:
    """How many pages from `first` to `last`; "123-60" leaves out the figures that both share."""
    whole = first[: max(0, len(first) - len(last))] + last
    return int(whole) - int(first) + 1 if int(whole) >= int(first) else None


def _otherwise(text: str, start: int) -> Extent | None:
    """The unit first, a count of volumes, or the word that there is no count."""
    if found := _UNIT_FIRST.search(text, start):
        if _stands_alone(text, found.start(), found.end(), start):
            return Extent(found.start(), found.end(), int(found["n"]))
    elif found := _VOLUMES.search(text, start):
        return Extent(found.start("vols"), found.end(), None)
    elif found := _UNCOUNTED.search(text, start):
        return Extent(found.start(), found.end(), None)
    elif text[-1:].isdecimal() and (column := _LAST_COLUMN.search(text, max(start, len(text) - 24))):
        counted = text.count(f" {column['sign']} " if column["sign"] else "; ") >= _FEWEST_SIGNS
        return Extent(column.start("n"), column.end("n"), int(column["n"])) if counted else None
    return None


def _within_bracket(text: str, begin: int, end: int, pages: int, start: int) -> Extent | None:
    """ "(32 pages)" with its brackets; "(Leeds, 1954, 281 pages)" as the end of a dated bracket."""
    closing = text[end : end + 1]
    opening = max(text.rfind("(", start, begin), text.rfind("[", start, begin))
    if opening >= 0 and (stop := text.find("])"[text[opening] == "("], end)) >= 0:
        beside = text[opening + 1 : begin] + text[end:stop]
        if beside and _OF_FILE.fullmatch(beside):
            return Extent(opening, stop + 1, pages)
    if opening < 0 or not closing or text[opening] + closing not in ("()", "[]"):
        return None
    if opening == begin - 1:
        return Extent(opening, end + 1, pages)
    return Extent(begin, end, pages, closing=closing) if _YEAR.search(text, opening, begin) else None


def _stands_alone(text: str, begin: int, end: int, start: int) -> bool:
    return _parted(text, begin, end, start) and _is_outside_brackets(text, start, begin)


def _parted(text: str, begin: int, end: int, start: int) -> bool:
    """Punctuation, or what may stand beside an extent, on either side."""
    before = begin == start or text[begin - 1] in "([" or text[start:begin].endswith(", ")
    return bool((before or _BEFORE.search(text, max(start, begin - 8), begin)) and _AFTER.match(text, end))


def _is_outside_brackets(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    if "(" not in before and "[" not in before:
        return True
    return before.count("(") <= before.count(")") and before.count("[") <= before.count("]")
