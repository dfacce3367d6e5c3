"""Whether the segments of a line stand apart, seen of each alone: in most lines nothing is to be joined.

Here only what words between commas may want of those beside them; whether they get it is judged in `joins`.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

from shelflist.parse.looks.bodies import may_be_second_body, may_end_enumeration
from shelflist.parse.looks.honours import is_honours
from shelflist.parse.segments.joins import may_belong, may_go_on
from shelflist.parse.segments.partners import house_in, may_be_last_partners, may_be_partner
from shelflist.parse.vocabulary.gazetteer import Gazetteer, key
from shelflist.parse.vocabulary.role_words import closes_list

TIED, GOES_ON, PARTNER, LAST_PARTNERS, BODY = 1, 2, 4, 8, 16
"""What words between commas may want of those beside them: something; something after them; to be one of a firm's
partners, or their last two; to be one body with another."""


def ties_of(words: str, gazetteer: Gazetteer) -> int:
    """The bits of what the words tell, whatever stands beside them; see `joins` for what is then looked at."""
    ties = GOES_ON if may_go_on(words, gazetteer) else 0
    ties |= TIED if _is_tied(words, gazetteer) else 0
    ties |= BODY if may_be_second_body(words) else 0
    if "&" in words or " and " in words:
        ties |= TIED if may_end_enumeration(words) else 0
        return ties | (LAST_PARTNERS if may_be_last_partners(words) else 0)
    return ties | (PARTNER if may_be_partner(house_in(words, gazetteer)) else 0)


def ties_of_title(words: str, gazetteer: Gazetteer) -> int:
    """No body is joined to a title; a house may be, after its place."""
    return (GOES_ON if may_go_on(words, gazetteer) else 0) | (PARTNER if ": " in words else 0)


def _is_tied(words: str, gazetteer: Gazetteer) -> bool:
    """What opens with "by" is tied only to what goes on."""
    if may_belong(words) and not words.startswith("by "):
        return True
    return closes_list(words) or is_honours(words) or key(words) in gazetteer.given_names


def are_tied(each: Sequence[int]) -> bool:
    """Whether any of a line's segments, whose bits are given, may be joined to the one before it."""
    told = reduce(or_, each, 0)
    if told & TIED or reduce(or_, each[:-1], 0) & GOES_ON:
        return True
    if not told & (LAST_PARTNERS | BODY):
        return False
    return any((a & PARTNER and b & LAST_PARTNERS) or a & b & BODY for a, b in pairwise(each))
