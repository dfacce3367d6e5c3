"""What a way of linking says of a revision, counted against the truth. `by_fold` is ours; the rest are named."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from rapidfuzz import fuzz, process

from shelflist.linkage.identity import digest, normal_line
from shelflist.models.citation import Citation
from shelflist.models.observe import PageReading, ReadEntry, ReadHeading, RunObservation
from shelflist.models.page import Link, Page
from shelflist.parse.context.habits import Habits
from shelflist.parse.line import Context, read_text
from shelflist.sources.model import Gates
from shelflist.track import step
from tests.linkage.edits import Item
from tests.linkage.revisions import HEADINGS, PAGES, Revision
from tests.track.nights import Nights, observe, pid

OPEN = Gates(run_min_answered=0, page_min_ratio=0, run_max_changed=10_000, run_max_removed=10_000)
IN_A_LIST = Context(habits=Habits(lists_books=True))
Pairs = Sequence[tuple[Item, Item]]


@dataclass(frozen=True, slots=True)
class Judged:
    """Counts: pairs told, true and right; edited lines; events; false removals; pairs that wait for a person."""

    counts: Counter[str]
    truth: Counter[tuple[str, int]]
    wrong: tuple[str, ...] = ()


@cache
def citation_of(text: str) -> Citation:
    """What the grammar reads; of a line that it takes for none after an edit, nothing but the words."""
    return read_text(text, IN_A_LIST).citation or Citation()


def by_fold(revision: Revision) -> Judged:
    """Three nights of the real fold: before, after, and after that once more."""
    nights = Nights(OPEN)
    first = _night(nights, revision.old)
    before = {row.entry_id for row in nights.state.entries.values()}
    olds = dict(zip(_ids(nights, revision.old), revision.old, strict=True))
    assert len(first) == len(revision.old) == len(before)
    events = _night(nights, revision.new)
    waiting = {one.old_entry_id for one in nights.state.candidates.values()}
    ids = dict(zip(_ids(nights, revision.new), revision.new, strict=True))
    pairs = [(olds[key], item) for key, item in ids.items() if key in olds]
    told: Counter[tuple[str, int]] = Counter()
    for kind, key in events:
        told[kind, (olds.get(key) or ids[key]).twin] += 1
    removed = {key for kind, key in _night(nights, revision.new) if kind == "removed"}
    judged = _judged(revision, pairs, told)
    gone = Counter(olds[key].twin for key in removed) - missing_of(judged)
    judged.counts["false_removals"] = gone.total()
    judged.counts["waiting"] = sum(olds[key].key in revision.edited for key in waiting)
    judged.counts["asked"] = len(waiting)
    return judged


def _night(nights: Nights, items: Sequence[Item]) -> list[tuple[str, str]]:
    result = step(nights.state, observation(items, nights), OPEN)
    nights.state, nights.at = result.state, nights.at + timedelta(hours=24)
    told = []
    for event in result.events:
        if event.entity_type == "link":
            told.append(("relinked", event.related_ids[0]))
        elif event.entity_type == "entry" and not (event.change_type == "moved" and event.minor):
            told.append((event.change_type.value, event.entity_id))
    return sorted(set(told))


def _ids(nights: Nights, items: Sequence[Item]) -> list[str]:
    """The entry id of each item, by its place."""
    rows = (row for row in nights.state.entries.values() if row.status == "active")
    by_place = {(row.page_id, row.location.position): row.entry_id for row in rows}
    places = [(pid(f"page{item.page}"), index) for item, index in _placed(items)]
    return [by_place[place] for place in places]


def _placed(items: Sequence[Item]) -> Iterable[tuple[Item, int]]:
    counts: Counter[int] = Counter()
    for item in items:
        yield item, counts[item.page] + HEADINGS
        counts[item.page] += 1


def observation(items: Sequence[Item], nights: Nights) -> RunObservation:
    names = [f"page{page}" for page in range(PAGES)]
    bare = observe({name: ["to be replaced"] for name in names}, nights.at)
    answers = [replace(one, reading=_reading(items, page)) for page, one in enumerate(bare.answers)]
    return replace(bare, answers=tuple(answers))


def _reading(items: Sequence[Item], page: int) -> PageReading:
    texts = [f"Heading {number}" for number in range(HEADINGS)]
    headings = tuple(
        ReadHeading(level=2, text=text, path=(text,), parent=None, anchor=None, position=number)
        for number, text in enumerate(texts)
    )
    seen: Counter[str] = Counter()
    entries = []
    for item, position in _placed(items):
        if item.page == page:
            seen[item.text] += 1
            entries.append(entry_of(item, position, seen[item.text]))
    url = f"http://site.test/page{page}/"
    content = digest(*(entry for entry in entries))
    page_read = Page(url=url, canonical_url=url, title=url, content_hash=content)
    return PageReading(page=page_read, headings=headings, entries=tuple(entries))


def entry_of(item: Item, position: int, occurrence: int, *, read: bool = True) -> ReadEntry:
    """`read`: by the grammar; else the line is its words alone."""
    links = tuple(Link(url_raw=url, url=url, text=item.text, start=0, end=1) for url in item.links)
    return ReadEntry(
        raw=item.text, occurrence=occurrence, heading=item.heading, heading_path=(f"Heading {item.heading}",),
        links=links, citation=citation_of(item.text) if read else Citation(), evidence=(), position=position,
        dom_path="p", text_start=0, text_end=1,
    )  # fmt: skip


def _judged(revision: Revision, pairs: Pairs, told: Counter[tuple[str, int]]) -> Judged:
    news = {item.key: item for item in revision.new}
    heirs = {item.key: revision.successor.get(item.key, item.key) for item in revision.old}
    true = [(item, news[heirs[item.key]]) for item in revision.old if heirs[item.key] in news]
    edited = [pair for pair in true if pair[0].key in revision.edited and pair[0].text != pair[1].text]
    right = _classes(pairs) & _classes(true)
    events = events_of(revision, true)
    counts = Counter(
        told=len(pairs), true=len(true), right=right.total(), edited=len(edited),
        edited_right=(_classes(edited) & _classes(pairs)).total(), events_told=told.total(),
        events_true=events.total(), events_right=(told & events).total(),
    )  # fmt: skip
    wrong = [f"{kind} {key}: told" for kind, key in (told - events)]
    wrong += [f"{kind} {key}: not told" for kind, key in (events - told)]
    return Judged(counts, events, tuple(wrong))


def missing_of(judged: Judged) -> Counter[int]:
    """How many lines of each class truly went."""
    return Counter({twin: count for (kind, twin), count in judged.truth.items() if kind == "missing"})


def _classes(pairs: Pairs) -> Counter[tuple[int, int, str]]:
    """Identical lines are one class: which of them is which, nobody knows."""
    return Counter((old.twin, new.twin, new.text) for old, new in pairs)


def events_of(revision: Revision, pairs: Pairs) -> Counter[tuple[str, int]]:
    """What these pairs would tell."""
    told: set[tuple[str, int, int]] = set()
    for old, new in pairs:
        kinds = {
            "changed": normal_line(old.text) != normal_line(new.text), "relinked": old.links != new.links,
            "moved": (old.page, old.heading) != (new.page, new.heading),
        }  # fmt: skip
        told |= {(kind, old.twin, old.key) for kind, is_so in kinds.items() if is_so}
    olds, news = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
    told |= {("missing", item.twin, item.key) for item in revision.old if id(item) not in olds}
    told |= {("added", item.twin, item.key) for item in revision.new if id(item) not in news}
    return Counter((kind, twin) for kind, twin, _ in told)


def by_close_match(revision: Revision) -> Judged:
    """`difflib.get_close_matches` line by line, each old line once, what is equal first."""
    return _by(revision, lambda line, left: next(iter(difflib.get_close_matches(line, left, n=1, cutoff=0.6)), None))


def by_token_sort(revision: Revision) -> Judged:
    """The best `token_sort_ratio` of 85 or more."""

    def best(line: str, left: list[str]) -> str | None:
        found = process.extractOne(line, left, scorer=fuzz.token_sort_ratio, score_cutoff=85)
        return found[0] if found else None

    return _by(revision, best)


def _by(revision: Revision, choose: Callable[[str, list[str]], str | None]) -> Judged:
    left: dict[str, list[Item]] = {}
    for item in revision.old:
        left.setdefault(item.text, []).append(item)
    pairs: list[tuple[Item, Item]] = []
    rest = []
    for item in revision.new:
        if left.get(item.text):
            pairs.append((left[item.text].pop(0), item))
        else:
            rest.append(item)
    for item in rest:
        found = choose(item.text, [text for text, items in left.items() if items])
        if found is not None:
            pairs.append((left[found].pop(0), item))
    judged = _judged(revision, pairs, events_of(revision, pairs))
    paired = {id(old) for old, _ in pairs}
    gone = Counter(item.twin for item in revision.old if id(item) not in paired) - missing_of(judged)
    judged.counts["false_removals"] = gone.total()
    return judged
