"""What a copy costs, as publishers' lists end their lines: "One Penny.", "Price 2d.", "Paper, 1s., Cloth, 2s., net.".

A price is a note; that it stands alone after a title speaks for an entry.
"""

import re

_LAST = re.compile(
    r"(?:\d\s?[dcp¢]|\ds|cents?|penny|pence|shillings?|crown|net|each|free|paid|\d/(?:-|\d{1,2}d?)|[£$€]\s?[\d.,]+)[.,]?$",
    re.IGNORECASE,
)
"""Quickly seen: most lines end otherwise."""
_COUNT = r"(?:One|Two|Three|Four|Five|Six|Nine|Half a)"
_SUM = (
    r"(?:(?:£|\$|€|US\$|Rs\.?)\s?\d{1,3}(?:[.,]\d\d)?|\d{1,2}(?:\s?(?:d|c|p|cents?)|s)\b\.?(?:\s\d{1,2}½?\s?d\b\.?)?"
    rf"|\d{{1,2}}/(?:-|\d{{1,2}}d?\b)|{_COUNT}\s(?:Penny|Pence|Shillings?|penny|pence|shillings?|[Cc]rown)"
    r"|(?:Two|Three|Four|Six|Nine)pence|\d{1,2}¢)"
)
_BINDING = (
    r"(?:Papers?(?:\scovers?)?|Cloth|Boards|Limp(?:\scloth)?|Wrappers|Paperback|Hardback|(?:[Hh]ard|[Ss]oft)[ -]?cover)"
)
_PRICE = rf"(?:(?:{_BINDING}),?:?\s)?(?:[Pp]rice:?\s)?{_SUM}(?:,?\s(?:net|each|post(?:age)?[ -](?:free|paid)))*"
_AT_END = re.compile(rf"(?<=[.!?)”\]]\s)(?P<price>{_PRICE}(?:[,;]?\s(?:and\s|or\s)?{_PRICE})*)[.,]?$")
_BINDS = re.compile(_BINDING)
_ENDS = re.compile(rf"[.,;:]\s(?:[Pp]rice:?\s)?{_SUM}\.?(?:\snet\.?)?$")
_IN_BRACKET = re.compile(rf"{_SUM}$")
_NO_BOOK = re.compile(
    r"(?:Annual|Subscription|Subscribe|Single|Back|Admission|Tickets?|Postage|Send|Join|Members?hip|Order|Entrance)\b"
)


def find_price(text: str, end: int) -> tuple[int, str] | None:
    """Where the price at the end of ``text[:end]`` begins, and its words."""
    found = _AT_END.search(text, max(0, end - 80), end) if _LAST.search(text, max(0, end - 12), end) else None
    return (found.start(), text[found.start() : end]) if found and not _NO_BOOK.match(text) else None


def price_weight(price: str) -> float:
    """How much a price speaks for an entry: more where each binding has its own ("Paper, 1s., Cloth, 2s.")."""
    return 3.0 if _BINDS.search(price) else 2.5


def ends_in_price(words: str) -> bool:
    """ "Weft Press. 7s. 6d.": the price comes last."""
    return words[-1:] in ".ds0123456789-¢cpe" and _ENDS.search(words) is not None


def is_price(words: str) -> bool:
    """ "$2", "75¢": a price and nothing else."""
    return _IN_BRACKET.match(words) is not None
