"""Names of parts that look like a house or a person, who do not stand between the number of a part and who wrote it.

"Volume 2, La Huelga, Rewi Ash-Hurst, Weft Press"; "Ash, Rewi. The Mill Hands. Vol. 2, War and Peace. Leeds: Weft".
"""

from shelflist.parse.grammar import AUTHOR, PHRASE, PUBLISHER
from shelflist.parse.labels.form import Form, after_title, imprint_ends_after, is_named
from shelflist.parse.looks.grades import A_BODY, A_PLACE, NAMED, SURELY_NAMED
from shelflist.parse.search import Scores

_NAMES_PART = 4.0


def weigh_part_name(scores: Scores, line: Form, i: int) -> None:
    """Corrects the scores of segment i, which follows the number of a part."""
    if i + 1 < len(line.looks) and _may_name_part(line, i) and _is_named_elsewhere(line, i):
        scores[PHRASE] = max(scores.get(PHRASE, 0.0), _NAMES_PART)
        scores[AUTHOR] = scores[PUBLISHER] = 0.0


def _may_name_part(line: Form, i: int) -> bool:
    """A pair like partners ("War and Peace"), or an article that few persons' names begin with ("La Huelga")."""
    look = line.looks[i]
    if line.gaps[i] != "," or line.inner[i] or look.opens_small or look.has_form or look.date is not None:
        return False
    if look.place >= A_PLACE or look.publisher >= A_BODY or any(map(is_named, line.looks[after_title(line) : i - 1])):
        return False
    return look.signs.has_article if look.names >= NAMED else look.signs.has_and and not imprint_ends_after(line, i)


def _is_named_elsewhere(line: Form, i: int) -> bool:
    """Who wrote it stands before the title or above the line, or comes next."""
    following = line.looks[i + 1]
    if following.role is not None or (following.names >= SURELY_NAMED and not imprint_ends_after(line, i + 1)):
        return True
    return line.led and line.looks[i].names < NAMED
