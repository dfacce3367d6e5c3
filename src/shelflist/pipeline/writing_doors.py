"""The section [pages] of a drafted source file: which doors are open, what they gave, and which of them to use."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shelflist.fetch.doors.rest import PER_PAGE
from shelflist.fetch.scouted import DoorSeen, Seen
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.leaving_out import is_wanted
from shelflist.pipeline.sampled import Looked
from shelflist.pipeline.tried import ByRest, Excluded, Told, Tried
from shelflist.sources.draft import Key, Section
from shelflist.sources.model import Pages

REST = "wordpress"
_ENOUGH = 0.8
"""Of a page's entries its content by REST must hold so many, or the page is read itself."""


def pages_section(told: Told, seen: Seen, looked: Sequence[Looked], excluded: Excluded, tried: Tried) -> Section:
    doors = [_without(door, excluded) for door in seen.doors]
    chosen = _chosen_doors(doors, tried.by_rest)
    notes = [_door_note(door, met) for door, met in zip(doors, seen.doors, strict=True)]
    notes += _rest_notes(next((door for door in seen.doors if door.name == REST and door.pages), None), tried.by_rest)
    keys = [Key("doors", [door.name for door in chosen] or ["links"], tuple(notes))]
    keys += [_post_types(door) for door in chosen if door.further]
    feed = next((door.at for door in chosen if door.at), None)
    if feed is not None and not feed.endswith(Pages().feeds[0]):
        keys.append(Key("feeds", ["/" + feed[len(told.home) :] if feed.startswith(told.home) else feed]))
    start = "/" + told.url.partition("#")[0][len(told.home) :]
    if start not in Pages().start and any(door.name == "links" for door in chosen):
        keys.append(Key("start", [start]))
    if not _is_wordpress(seen, looked):  # which splits posts, and whose block themes do not link the parts
        has_parts = any(page.survey.has_parts for page in looked)
        note = "Links to further parts of a page were seen." if has_parts else "No page in several parts was seen."
        keys.append(Key("parts", "follow" if has_parts else "none", (note,)))
    return Section("pages", tuple(keys))


def _is_wordpress(seen: Seen, looked: Sequence[Looked]) -> bool:
    if any(door.name == REST and door.pages for door in seen.doors):
        return True
    return any(page.survey.theme or (page.survey.generator or "").startswith("WordPress") for page in looked)


def _post_types(door: DoorSeen) -> Key:
    """Collections of the site's own, for a person to choose from."""
    told = ", ".join(f"{name} {number}" for name, number in door.further)
    names = [*Pages().post_types, *(name for name, _ in door.further)]
    return Key(
        "post_types", names, (f"REST has further collections: {told}. Uncomment it if they are lists:",), is_idle=True
    )


def _without(door: DoorSeen, excluded: Excluded) -> DoorSeen:
    return replace(door, pages=tuple(url for url in door.pages if is_wanted(url, excluded)))


def _chosen_doors(doors: Sequence[DoorSeen], by_rest: Sequence[ByRest]) -> list[DoorSeen]:
    """Complete lists that miss no more than a half of what another knows; links follow where there is no other.

    The REST interface lists and reads: one that lists alone is none of them.
    """
    if by_rest and not can_read(by_rest):
        doors = [door for door in doors if door.name != REST]
    most = max((len(door.pages) for door in doors), default=0)
    good = [door for door in doors if door.name != "links" and door.pages and 2 * len(door.pages) >= most]
    whole = [door for door in good if door.is_complete]
    return whole or good or [door for door in doors if door.name == "links"]


def _door_note(door: DoorSeen, met: DoorSeen) -> str:
    """`met`: the door with what is excluded."""
    asked = counted(door.requests, "request")
    if not met.pages:
        return f"  {door.name}: nothing{f' ({door.why})' if door.why else ''}, {asked}"
    left = len(met.pages) - len(door.pages)
    whole = "a complete list" if door.is_complete else "not complete, or not read to its end"
    besides = f", {left} more excluded" if left else ""
    return f"  {door.name}: {counted(len(door.pages), 'page')}{besides}; {whole}, {asked}"


def _rest_notes(door: DoorSeen | None, by_rest: Sequence[ByRest]) -> Iterator[str]:
    """How far the REST interface goes, and what it costs."""
    if door is None:
        return
    kinds = dict(door.kinds)
    protected = kinds.pop("password", 0)
    listed = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
    yield f"  REST lists: {listed}{f'; with a password: {protected}' if protected else ''}"
    yield f"  REST content: {rest_in_words(by_rest)}"
    lists = sum(-(-number // PER_PAGE) for number in kinds.values())
    yield f"  A night without a change asks for {counted(lists, 'list')} there, of at most {PER_PAGE} pages each."


def can_read(by_rest: Sequence[ByRest]) -> bool:
    """The interface gives the content of some of the pages asked for, with nearly all of their entries."""
    read = [one for one in by_rest if not one.why]
    expected = sum(one.of_page for one in read)
    return bool(read) and sum(one.entries for one in read) >= _ENOUGH * expected


def rest_in_words(by_rest: Sequence[ByRest]) -> str:
    read = [one for one in by_rest if not one.why]
    asked = f"{len(read)} of {counted(len(by_rest), 'page')} asked for could be read"
    if not by_rest:
        return "not tried, none of the pages looked at is in its lists"
    if not read:
        return f"closed ({by_rest[0].why}): pages are read as HTML, by [selectors]"
    entries, of_page = sum(one.entries for one in read), sum(one.of_page for one in read)
    found = f"{asked}, {sum(one.is_same for one in read)} with the very lines of the HTML page"
    if not can_read(by_rest):
        return f"{found}; {entries} of {counted(of_page, 'entry')} stand there: pages are read as HTML, by [selectors]"
    return f"{found}, {counted(entries, 'entry')}: read there, whatever the theme; [selectors] are for the other doors"


def doors_in_words(seen: Seen, by_rest: Sequence[ByRest]) -> str:
    """Which doors are open, in one line."""
    found = [f"{door.name} {counted(len(door.pages), 'page')}" for door in seen.doors if door.pages]
    shut = [f"{door.name} ({door.why or 'nothing'})" for door in seen.doors if not door.pages]
    told = f"open: {', '.join(found) or 'none'}" + (f"; shut: {', '.join(shut)}" if shut else "")
    is_listed = any(door.name == REST and door.pages for door in seen.doors)
    return told + (f"; REST content: {rest_in_words(by_rest)}" if is_listed else "")
