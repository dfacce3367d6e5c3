"""Lines whose areas are parted by a sign that few hands use: "The Mill Hands ~ Rewi Ash ~ Weft Press, 1954".

Such a line is read as if it had bars; its values are then given as they were typed (`one_case.as_typed`). One such sign
is enough after the date that a list is arranged by: "1954 • The Mill Hands, Rewi Ash".
"""

import re

from shelflist.parse.looks.dates import read_date

_MAY_PART = re.compile(r"[~·•∙¦*\\:●▪■►›→](?:(?<!:)|:)")
"""What a search passes quickly over all other words with; most lines have none."""
_SIGN = re.compile(r"(?<=[^\s~·•∙¦*:\\●▪■►›→])\s(?P<sign>~|·|•|∙|¦|\*|::|\\|●|▪|■|►|›|→)\s(?=\S)")
_FEWEST = 2
_LONGEST_DATE = 24


def with_bars(text: str) -> str:
    """The line with bars, where one such sign parts it throughout; else the line itself. The length is the same."""
    first = _SIGN.search(text) if _MAY_PART.search(text) else None
    if first is None:
        return text
    sign = f" {first['sign']} "
    if text.count(sign) < _FEWEST and not _is_date(text[: first.start()]):
        return text
    return text.replace(sign, " | " if len(sign) == 3 else " |  ")


def _is_date(words: str) -> bool:
    return len(words) <= _LONGEST_DATE and read_date(words) is not None
