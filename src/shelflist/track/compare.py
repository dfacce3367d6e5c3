"""One entry then and now: which tracked fields differ, and what became of its links."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from shelflist.linkage.identity import link_id, normal_url
from shelflist.models.citation import Citation, Contributor
from shelflist.models.page import Link
from shelflist.models.rows import EntryRow, LinkRow
from shelflist.models.vocabulary import RowStatus

LIST_SEPARATOR = " | "

TRACKED = (
    "title",
    "other_title_information",
    "statement_of_responsibility",
    "part_number",
    "part_name",
    "edition_statement",
    "publisher",
    "place_of_publication",
    "date_raw",
    "date_edtf",
    "original_date_edtf",
    "extent_raw",
    "page_count",
    "series_title",
    "series_number",
    "container_title",
    "volume",
    "issue",
    "genre",
    "languages",
    "notes",
    "isbn",
    "issn",
    "contributors",
    "unparsed_remainder",
)
"""Fields read from the line whose change is an event. Statuses, confidence and derived values never are."""

_EXTENSIONS = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "mobi": "application/x-mobipocket-ebook",
    "djvu": "image/vnd.djvu",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "htm": "text/html",
    "html": "text/html",
    "zip": "application/zip",
    "mp3": "audio/mpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
}


@dataclass(frozen=True, slots=True)
class Difference:
    field: str
    old: str | None
    new: str | None


def differences(old: EntryRow, raw: str, citation: Citation) -> list[Difference]:
    """One per tracked field that differs; the line itself only where no field that was read from it does."""
    found = [
        Difference(name, before, after)
        for name in TRACKED
        if (before := as_text(getattr(old.citation, name))) != (after := as_text(getattr(citation, name)))
    ]
    if not found and old.citation_raw != raw:
        found.append(Difference("citation_raw", old.citation_raw, raw))
    return found


def as_text(value: object) -> str | None:
    """A field's value as the change log writes it; None and empty lists are None."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(_item_text(item) for item in value)
    return str(value)


def _item_text(item: object) -> str:
    if isinstance(item, Contributor):
        return f"{item.name_raw} ({item.role})"
    return str(item)


def label_of(raw: str, citation: Citation) -> str:
    """The title, so that a change can be read alone."""
    text = citation.title or raw
    return text if len(text) <= 120 else text[:119] + "…"


def linked_rows(entry: str, links: Sequence[Link], old: Sequence[LinkRow], at: datetime) -> tuple[LinkRow, ...]:
    """Today's links as rows. One with yesterday's target keeps its id; else it takes that of an old one left over."""
    kept = _kept_links(links, [row for row in old if row.status is RowStatus.ACTIVE])
    taken = {row.link_id for row in kept.values()}
    primary, seen = _primary_index(links), Counter[str]()
    rows: list[LinkRow] = []
    for index, link in enumerate(links):
        before = kept.get(index)
        minted = before.link_id if before else _mint_link(entry, link, seen, taken)
        fresh = _link_row(minted, link, index, index == primary, before.first_seen_at if before else at)
        rows.append(fresh)
    return tuple(rows)


def _kept_links(links: Sequence[Link], old: Sequence[LinkRow]) -> dict[int, LinkRow]:
    """Yesterday's row for today's links, by their place: first by equal target, then whatever is left, in order."""
    waiting: dict[str, deque[LinkRow]] = {}
    for row in old:
        waiting.setdefault(normal_url(row.url), deque()).append(row)
    kept: dict[int, LinkRow] = {}
    for index, link in enumerate(links):
        if group := waiting.get(normal_url(link.url)):
            kept[index] = group.popleft()
    used = {row.link_id for row in kept.values()}
    left = deque(row for row in old if row.link_id not in used)
    for index in range(len(links)):
        if index not in kept and left:
            kept[index] = left.popleft()
    return kept


def _mint_link(entry: str, link: Link, seen: Counter[str], taken: set[str]) -> str:
    """An id no other link of the entry has: one led elsewhere keeps the id that its first target gave it."""
    target = link.url or link.url_raw
    while True:
        seen[target] += 1
        minted = link_id(entry, target, seen[target])
        if minted not in taken:
            taken.add(minted)
            return minted


def _primary_index(links: Sequence[Link]) -> int:
    """The first link that leads anywhere carries the title."""
    return next((index for index, link in enumerate(links) if link.url), 0)


def _link_row(identity: str, link: Link, index: int, is_primary: bool, first_seen_at: datetime) -> LinkRow:
    return LinkRow(
        link_id=identity,
        url_raw=link.url_raw,
        url=link.url,
        anchor_text=link.text or None,
        media_type=media_type(link.url),
        is_primary=is_primary,
        position=index,
        status=RowStatus.ACTIVE,
        first_seen_at=first_seen_at,
        is_attachment="attachment" in link.rel or "attachment_id=" in link.url,
    )


def media_type(url: str) -> str | None:
    """Guessed from the address's ending; what the server says comes from checking the link."""
    path = url.partition("?")[0].partition("#")[0]
    name = path.rpartition("/")[2]
    return _EXTENSIONS.get(name.rpartition(".")[2].lower()) if "." in name else None


def relinks(old: Sequence[LinkRow], new: Sequence[LinkRow]) -> Iterator[tuple[str, str | None, str | None]]:
    """(link id, old target, new target) where a link leads elsewhere, came or went."""
    before = {row.link_id: row for row in old}
    after = {row.link_id: row for row in new}
    for key in [*before, *(key for key in after if key not in before)]:
        was = before[key].url if key in before else None
        now = after[key].url if key in after else None
        if was is None or now is None or normal_url(was) != normal_url(now):
            yield key, was, now
