"""Which texts are dates of EDTF level 1 (ISO 8601-2). What days they span is for `shelflist.tables.dates`."""

import re
from calendar import monthrange

# Years of four digits (or more, after Y), months, days and seasons, unspecified digits from the right, a qualifier
# after what is fully specified; and intervals of two such, open ends included.
_MONTH = r"(?:0[1-9]|1[0-2])"
_QUALIFIED = rf"-?[0-9]{{4}}(?:-(?:2[1-4]|{_MONTH}(?:-(?:0[1-9]|[12][0-9]|3[01]))?))?[?~%]?"
_UNSPECIFIED = rf"-?(?:[0-9]{{3}}X|[0-9][0-9]XX|[0-9]XXX|XXXX|[0-9]{{4}}-(?:XX(?:-XX)?|{_MONTH}-XX))"
_DATE = rf"(?:{_QUALIFIED}|{_UNSPECIFIED}|Y-?[1-9][0-9]{{4,}})"
EDTF_PATTERN = rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE}"

_TO_THE_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def is_edtf(text: str) -> bool:
    """A date or interval of level 1 whose days the calendar has."""
    if not re.fullmatch(EDTF_PATTERN, text):
        return False
    days = (tuple(map(int, found.groups())) for found in _TO_THE_DAY.finditer(text))
    return all(year == 0 or day <= monthrange(year, month)[1] for year, month, day in days)
