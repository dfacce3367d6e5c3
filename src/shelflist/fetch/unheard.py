"""Why there is no list of pages, from the answers of a run: robots.txt or a list that was not to be had."""

from collections.abc import Iterable

from shelflist.models.web import Capture, Failure, FailureKind, Purpose

Answered = Capture | Failure

_AS_IT_SHOULD = (FailureKind.ROBOTS_DENIED, FailureKind.OUT_OF_SCOPE)
_NOT_NOW = (429, *range(500, 600))
_LIST_IN_HTML = ("links",)
"""Doors whose lists are pages for people; where another door's list is one, it is a login or a notice."""


def why_no_list(answers: Iterable[Answered]) -> str | None:
    """The first that should have been had, address and reason, in words: no answer, "not now", then any other."""
    unheard = [one for one in answers if is_no_list(one)]
    return next((_in_words(one) for one in sorted(unheard, key=_rank)), None)


def is_no_list(one: Answered) -> bool:
    """Whether it is the answer, or the silence, to a question for robots.txt or for a list, and none of those."""
    if isinstance(one, Failure):
        return one.asked.purpose in (Purpose.ROBOTS, Purpose.LISTING)
    if one.asked.purpose is not Purpose.LISTING:
        return False
    if one.asked.page_key is not None:  # a page that was asked for its links: that it is gone, says it all
        return one.http_status in _NOT_NOW
    return one.http_status >= 400 or _is_notice(one)


def _rank(one: Answered) -> int:
    if isinstance(one, Failure):
        return 0 if one.kind not in _AS_IT_SHOULD else 3
    return 1 if one.http_status in _NOT_NOW else 2


def _is_notice(capture: Capture) -> bool:
    is_html = (capture.content_type or "").startswith("text/html")
    return capture.http_status == 200 and is_html and capture.asked.door not in _LIST_IN_HTML


def _in_words(one: Answered) -> str:
    if isinstance(one, Failure):
        return one.in_words
    return f"{one.url}: answered {one.http_status}" + (", a page and no list" if _is_notice(one) else "")
