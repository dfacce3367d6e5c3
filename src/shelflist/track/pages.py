"""Pages: first seen, moved, unobserved, gone. Entries are folded elsewhere; here only the pages' own rows change."""

from dataclasses import replace
from datetime import datetime, timedelta

from shelflist.linkage.identity import normal_url
from shelflist.models.observe import PageAnswer, PageReading
from shelflist.models.rows import PageRow
from shelflist.models.vocabulary import Cause, ChangeType, EntityType, RowStatus, Verdict
from shelflist.track.draft import Draft
from shelflist.track.removal import set_missing
from shelflist.verdicts.judge import Judgement

_INDEX_SHARE = 0.5  # a page with no entry, half of whose lines lead elsewhere, is an index


def fold_complete(
    draft: Draft, answer: PageAnswer, judgement: Judgement, *, owes_absences: bool, is_accepted: bool = False
) -> None:
    """A complete observation: the row takes today's values. `owes_absences`: entries were absent, uncounted.

    `is_accepted`: a person says that the page is so now; what was usual before is so no longer.
    """
    known = draft.pages.get(answer.page_id)
    initial = draft.is_initial(answer.page_id)
    row = _observed(draft, answer, known)
    if owes_absences:
        row = replace(row, modified=None, absences_owed=True)
    elif draft.entries_on(row.page_id, RowStatus.MISSING):
        row = replace(row, modified=None)  # the second look must be one: no list can say what half a page lacked
    draft.pages[row.page_id] = row
    if judgement.verdict is not Verdict.NOT_MODIFIED and answer.reading and not owes_absences:
        draft.learn(row.page_id, answer.reading, answer.door, anew=is_accepted)
    _say_page_events(draft, known, row, initial=initial)


def _observed(draft: Draft, answer: PageAnswer, known: PageRow | None) -> PageRow:
    if answer.page is None:
        return _seen_again(draft, answer, known)
    page, listed = answer.page, answer.listed
    kind, entry_count = _contents(answer, known)
    same_content = known is not None and known.content_hash == page.content_hash
    captures = tuple(capture.capture_id for capture in answer.captures)
    addresses = (page.url, listed.url) if listed else (page.url,)
    url = page.canonical_url or _address(known, listed.url if listed else page.url)
    return PageRow(
        page_id=answer.page_id,
        source_id=draft.state.source_id,
        page_key=answer.page_key,
        url=url,
        canonical_url=page.canonical_url or (known.canonical_url if known else None),
        wp_post_id=page.wp_post_id,
        title=page.title or (known.title if known else None),  # some themes show no title where there is none
        kind=kind,
        language=page.language or (known.language if known else None),
        date_published=page.date_published or (known.date_published if known else None),
        date_modified=page.date_modified or (known.date_modified if known else None),
        categories=_terms(answer.categories, page.categories, known.categories if known else ()),
        tags=_terms(answer.tags, page.tags, known.tags if known else ()),
        status=RowStatus.ACTIVE,
        first_seen_at=known.first_seen_at if known else draft.at,
        last_seen_at=None,
        unobserved_since=None,
        content_hash=page.content_hash,
        text_coverage=page.text_coverage,
        entry_count=entry_count,
        evidence_capture_id=known.evidence_capture_id if known and same_content else captures[0],
        capture_ids=captures,
        door=answer.door,
        modified=listed.modified if listed else None,
        last_complete_at=draft.at,
        last_fetched_at=draft.at,
        other_urls=_addresses(known, url, addresses),
        robots=page.robots if page.json_pointer is None or known is None else known.robots,
    )


def _contents(answer: PageAnswer, known: PageRow | None) -> tuple[str, int]:
    """What kind of page it is, and how many entries it has: as it was, if its content is."""
    if answer.reading is not None:
        return _kind(answer.reading), len(answer.reading.entries)
    if known is None:
        raise AssertionError("a page whose lines were not read cannot be complete unless it was before")
    return known.kind, known.entry_count


def _terms(listed: tuple[str, ...] | None, shown: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """The list knows best; a page that shows none says nothing (the REST answer of a page has no names)."""
    return listed if listed is not None else shown or known


def _address(known: PageRow | None, told: str) -> str:
    """Of an address that the page had before, and one more that the list tells: news only if it is a new one."""
    if known is None:
        return told
    had = {normal_url(address) for address in (known.url, *known.other_urls)}
    return known.url if normal_url(told) in had else told


def _addresses(known: PageRow | None, url: str, told: tuple[str, ...]) -> tuple[str, ...]:
    addresses = {*told, *(known.other_urls if known else ()), *((known.url,) if known else ())}
    return tuple(sorted(address for address in addresses if normal_url(address) != normal_url(url)))


def _kind(reading: PageReading) -> str:
    if reading.entries:
        return "listing"
    kinds = reading.kinds
    navigation = kinds.get("navigation", 0)
    return "index" if navigation > _INDEX_SHARE * max(1, len(reading.lines)) else "article"


def _seen_again(draft: Draft, answer: PageAnswer, known: PageRow | None) -> PageRow:
    """Not modified: only what the list says may differ (a bulk tool retags without touching the post)."""
    if known is None:
        raise AssertionError("a page that did not answer cannot be complete unless it was before")
    listed = answer.listed
    return replace(
        known,
        url=_address(known, listed.url) if listed else known.url,
        title=listed.title if listed and listed.title is not None else known.title,
        categories=answer.categories if answer.categories is not None else known.categories,
        tags=answer.tags if answer.tags is not None else known.tags,
        status=RowStatus.ACTIVE,
        last_seen_at=None,
        unobserved_since=None,
        modified=listed.modified if listed and answer.captures else known.modified,
        last_complete_at=draft.at,
        last_fetched_at=draft.at if answer.captures else known.last_fetched_at,
        negative_since=None,
        negative_count=0,
    )


def _say_page_events(draft: Draft, known: PageRow | None, row: PageRow, *, initial: bool) -> None:
    label = row.title or row.url

    def say(
        change: ChangeType, field: str | None, was: str | None, now: str | None, cause: Cause | None = None
    ) -> None:
        after = known.last_complete_at if known else None
        draft.emit(change, EntityType.PAGE, row.page_id, row.page_id, label, field=field, old=was, new=now,
                   initial=initial, after=after, to_capture=row.evidence_capture_id, cause=cause)  # fmt: skip

    if known is None:
        say(ChangeType.PAGE_ADDED, None, None, row.url)
        return
    if known.status is RowStatus.REMOVED:
        say(ChangeType.REAPPEARED, None, None, row.url)
    elif known.unobserved_since is not None or known.negative_since is not None:
        say(ChangeType.OBSERVED_AGAIN, None, None, None)
    if known.url != row.url:
        say(ChangeType.MOVED, "url", known.url, row.url)
    for field in ("title", "categories", "tags"):
        was, now = _page_text(getattr(known, field)), _page_text(getattr(row, field))
        if was != now:
            is_told_at_last = was is None and known.door != row.door  # the door before did not tell it
            say(ChangeType.CHANGED, field, was, now, Cause.EXTRACTOR if is_told_at_last else None)


def _page_text(value: str | tuple[str, ...] | None) -> str | None:
    return " | ".join(value) or None if isinstance(value, tuple) else value


def fold_blind(draft: Draft, answer: PageAnswer) -> None:
    """Nothing learnt; the first such run of a page that was complete before is said."""
    known = draft.pages.get(answer.page_id)
    if known is None or known.status is RowStatus.REMOVED or known.unobserved_since is not None:
        return
    draft.pages[known.page_id] = replace(known, unobserved_since=draft.at)
    if known.negative_since is not None:
        return  # it is not where it was; that nothing was learnt tonight either is no news
    draft.emit(
        ChangeType.UNOBSERVED, EntityType.PAGE, known.page_id, known.page_id, known.title or known.url,
        after=known.last_complete_at,
    )  # fmt: skip


def fold_negative(draft: Draft, answer: PageAnswer, verdict: Verdict) -> None:
    """The page was observed to be absent: its entries are missing at once, and it is removed once that is confirmed."""
    known = draft.pages.get(answer.page_id)
    if known is None or known.status is RowStatus.REMOVED:
        return
    since = known.negative_since or draft.at
    if known.negative_last_at == draft.at:  # this very run, folded again after a person accepted it
        return
    known = replace(
        known,
        negative_since=since,
        negative_count=known.negative_count + 1,
        negative_last_at=draft.at,
        unobserved_since=None,
    )
    draft.pages[known.page_id] = known
    capture = answer.captures[-1].capture_id if answer.captures else None
    for row in draft.entries_on(known.page_id, RowStatus.ACTIVE):
        since_seen = row.last_seen_at or known.last_complete_at
        set_missing(draft, row, since=since_seen, capture=capture, reason=f"page {verdict}")
    if _confirmed(draft, known, verdict, since):
        _remove(draft, known, capture)


def _confirmed(draft: Draft, known: PageRow, verdict: Verdict, since: datetime) -> bool:
    gates = draft.gates
    if verdict is Verdict.GONE:
        needed, hours = gates.gone_observations, gates.gone_confirm_hours
    else:
        needed, hours = gates.not_found_observations, gates.not_found_confirm_hours
    return known.negative_count >= needed and draft.at - since >= timedelta(hours=hours)


def _remove(draft: Draft, known: PageRow, capture: str | None) -> None:
    draft.pages[known.page_id] = replace(known, status=RowStatus.REMOVED, last_seen_at=known.last_complete_at)
    draft.emit(
        ChangeType.PAGE_REMOVED, EntityType.PAGE, known.page_id, known.page_id, known.title or known.url,
        old=known.url, minor=False, after=known.last_complete_at, to_capture=capture,
    )  # fmt: skip


def fold_retired(draft: Draft, answer: PageAnswer) -> None:
    """The source file no longer covers the page: its entries leave the scope, they are not removed."""
    known = draft.pages.get(answer.page_id)
    if known is None or known.status is not RowStatus.ACTIVE:
        return
    draft.pages[known.page_id] = replace(known, status=RowStatus.OUT_OF_SCOPE, last_seen_at=known.last_complete_at)
    draft.emit(
        ChangeType.OUT_OF_SCOPE, EntityType.PAGE, known.page_id, known.page_id, known.title or known.url,
        after=known.last_complete_at,
    )  # fmt: skip
    for status in (RowStatus.ACTIVE, RowStatus.MISSING):  # nobody will look again whether a missing one is gone
        for row in draft.entries_on(known.page_id, status):
            seen = row.last_seen_at or known.last_complete_at
            draft.put_entry(replace(row, status=RowStatus.OUT_OF_SCOPE, last_seen_at=seen, missing_since=None))
