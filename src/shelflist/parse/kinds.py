"""What a line is: an entry, a note, prose, or a placeholder.

A line is prose until something shows that it is an entry: page counts and dates that stand alone between commas,
listed publishers and places in their order, a linked document. Sentences that mention books and years are prose.
"""

import re
from functools import lru_cache

from shelflist.models.citation import LineKind
from shelflist.parse.lookups import Oddities

LONGEST = 4000
"""Characters; a longer line is prose and stays unread."""

_PLACEHOLDER = re.compile(
    r"(?:(?:more|further|other|\w+)\s+){0,3}(?:to\s+(?:be\s+(?:added|uploaded|scanned)|follow|come)|coming\s+soon|forthcoming|in\s+preparation)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:N\.?B\.?|Nota bene|Notes?|Please note|P\.?S\.?|Update|Warning)\s*[:.,–—-]|NB\s|"
    r"Please note\b|(?:All\s+(?:of\s+)?)?the\s+above\s+(?:\w+\s+){0,3}(?:is|are|was|were|has|have|"
    r"come)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[].*[)\]]\.?$", re.DOTALL)
_ADDRESS = re.compile(r"\w@[\w-]+\.\w+|\b(?:tel|telephone|phone)\b[\s.:]*\+?\d", re.IGNORECASE)
_RECORD = re.compile(
    r"(?:Year|Sculptors?|Architects?|Artists?|Location|Date|Created|Address|Designer|Material|Map|"
    r"Painters?|Author|Title|Condition|Height|Original location)\s*[;:]\s",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<![\w-])(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|does|did|do|came|went|wrote|says|said|seek|seeks|tells|joined|died|became|began|"
    r"stayed|survive|know|think|believe|click|hope|thank|includes|contains|marched|took|made|gave|shows|stands|stood)(?![\w-])",
)
_OPENER = re.compile(
    r"(?:These|Those|This|There|Here|Below|Most|Many|Some of|We|I|He|She|They|It|If|When|After|"
    r"Although|However|But|And|Please|Click|As)\s"
)
_END_OF_SENTENCE = re.compile(r"[a-zà-þ)’”]{2,}[.!?]\s+[A-Z]")


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def plain_kind(text: str, lookups: Oddities, *, linked: bool) -> LineKind | None:
    """The kind of a line that need not be parsed to be known; None when it may be an entry."""
    bare = text.strip("[]() .")
    if not bare or len(text) > LONGEST:
        return LineKind.PROSE
    if len(text) < 120 and (
        _PLACEHOLDER.match(bare) or any(p.search(bare) or p.search(text) for p in _compiled(lookups.placeholders))
    ):
        return LineKind.PLACEHOLDER
    if any(pattern.search(text) for pattern in _compiled(lookups.navigation)) or _RECORD.match(text):
        return LineKind.PROSE
    small = text.lower()
    if ("@" in small or "tel" in small or "phone" in small) and _ADDRESS.search(text):
        return LineKind.PROSE
    if _NOTE.match(bare) or (not linked and _BRACKETED.match(text) and text.count("(") + text.count("[") == 1):
        return LineKind.NOTE
    return None


def sentence_weight(text: str, start: int, end: int) -> float:
    """How much ``text[start:end]`` reads like sentences: finite verbs and sentence ends outside the title."""
    weight = 1.2 * len(_VERB.findall(text, start, end)) + 0.5 * len(_END_OF_SENTENCE.findall(text, start, end))
    return weight + (2.0 if _OPENER.match(text) and start == 0 else 0.0)
