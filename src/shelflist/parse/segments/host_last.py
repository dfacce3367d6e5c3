"""A periodical before the volume and pages that close a line: "Ash, R., 1954, Looms, Mem. R. weav. Soc., 12, 3-14".

Commas alone part these fields, and the author stands first. The stops are those of shortened words; where a stop
parts title and periodical, the signs show it to the search.
"""

import re

from shelflist.parse.grammar import HOST, PART, TITLE
from shelflist.parse.segments.formed import Formed, formed
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key

_FORM = re.compile(
    r"(?P<title>[^“”\"]{4,300}),\s(?P<host>[A-ZÀ-Þ][^,;:()\d“”\"]{2,90}),\s(?P<volume>\d{1,3})"
    r"(?:\s?\((?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\))?[\s,:]*$"
)
_PAGES = re.compile(r"\s?\d{1,4}\s?[-–—]\s?\d{1,4}\.?$")
_SHORTENED = re.compile(r"[^.]+\.?$|(?P<first>[A-ZÀ-Þ][\w’'-]{0,6})\.\s")
""" "Weaving", "J. Weav. Soc.": no stop, or shortened from its first word on."""
_LABELS = (("title", TITLE), ("host", HOST), ("volume", PART), ("issue", PART))


def read_host_last(text: str, start: int, end: int, gazetteer: Gazetteer) -> Formed | None:
    """The segments of ``text[start:end]``, which follows the author, where nothing but pages comes after it."""
    if not _PAGES.match(text, end) or (found := _FORM.match(text, start, end)) is None:
        return None
    shortened = _SHORTENED.match(found["host"])
    if shortened is None or key(shortened["first"] or "") in gazetteer.words:
        return None  # "Looms, Wool and Silk. J. Weav. Soc., 12, 3-14"
    return formed(text, [(found.span(group), label) for group, label in _LABELS if found[group]], ",")
