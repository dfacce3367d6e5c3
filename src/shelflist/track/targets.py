"""What became of linked documents: a fold over checks, pure. Entries and events are none of its business.

One check that does not find a document makes it doubtful, a second one, long enough after, missing since the first.
What says neither that it is there nor that it is gone (no answer, 403, 5xx, robots.txt) says nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from shelflist.models.checked import LinkChecked, Standing, Target

_GONE = (404, 410)
_FIRST_BYTE = (206, 416)  # answers to a question for the first byte: the document is there
_MARKUP = ("text/html", "application/xhtml+xml")


def document_of(url: str) -> str:
    """The document that a link leads to; places in it make no difference."""
    return url.partition("#")[0]


def fold_check(
    targets: Mapping[str, Target], checked: Iterable[LinkChecked], *, confirm: timedelta
) -> dict[str, Target]:
    """The documents, by address, after a check; `confirm` is the least time between two looks that make it missing."""
    after = dict(targets)
    for one in checked:
        is_there = was_there(one)
        if is_there is not None:
            known = after.get(one.url)
            after[one.url] = _present(known, one) if is_there else _absent(known, one, confirm)
    return after


def was_there(one: LinkChecked) -> bool | None:
    """Whether the check found the document; None: it says nothing."""
    if one.http_status is None:
        return None
    if one.http_status in _GONE:
        return False
    if one.http_status in _FIRST_BYTE or 200 <= one.http_status <= 299:
        return not (_is_another_page(one) or _is_sent_home(one))
    return None


def _is_another_page(one: LinkChecked) -> bool:
    """HTML where a document was promised: "not found" with status 200, a login, a notice."""
    return one.promised is not None and one.promised not in _MARKUP and one.media_type in _MARKUP


def _is_sent_home(one: LinkChecked) -> bool:
    """Redirected to a home page."""
    return one.final_url is not None and _is_home(one.final_url) and not _is_home(one.url)


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _present(known: Target | None, one: LinkChecked) -> Target:
    """`found_at` stays for as long as all the rest does."""
    is_page = one.media_type in _MARKUP
    found = Target(
        url=one.url,
        standing=Standing.PRESENT,
        status=200 if one.http_status in _FIRST_BYTE else one.http_status or 0,
        size=None if is_page else one.size,
        media_type=one.media_type,
        last_modified=None if is_page else _http_date(one.last_modified),
        moved_to=one.moved_to,
        document_url=one.document_url,
        found_at=known.found_at if known else one.checked_at,
    )
    return found if found == known else replace(found, found_at=one.checked_at)


def _absent(known: Target | None, one: LinkChecked, confirm: timedelta) -> Target:
    base = known or Target(url=one.url, standing=Standing.PRESENT, status=0, found_at=one.checked_at)
    since = base.failing_since or one.checked_at
    is_confirmed = base.standing is Standing.MISSING or one.checked_at - since >= confirm
    told = replace(
        base,
        standing=Standing.MISSING if is_confirmed else Standing.DOUBTFUL,
        status=one.http_status or 0,
        moved_to=one.moved_to,
        document_url=one.document_url or base.document_url,
        failing_since=since,
    )
    return told if told == known else replace(told, found_at=one.checked_at)


def _http_date(text: str | None) -> datetime | None:
    try:
        at = parsedate_to_datetime(text or "")
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
