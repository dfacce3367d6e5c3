"""The sections of a drafted source file: what was found at a site, what is chosen for it, and by which numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from shelflist.fetch.scouted import Seen
from shelflist.pipeline.choosing import Candidate, choose_columns, choose_documents, choose_title, content_candidates
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.leaving_out import choose_excluded, is_wanted
from shelflist.pipeline.sampled import Looked, lists_among
from shelflist.pipeline.tried import Excluded, Told, Tried
from shelflist.pipeline.writing_doors import pages_section
from shelflist.settings import DOUBTFUL_BELOW
from shelflist.sources import Selectors
from shelflist.sources.draft import Key, Section
from shelflist.sources.model import LOOPBACK_HOSTS
from shelflist.sources.reading import Lookups

_SHOWN = 5


def sections_of(told: Told, seen: Seen, looked: Sequence[Looked], tried: Tried) -> list[Section]:
    """All sections, in the order of the file. Pages that are to be left out have no say in the selectors."""
    addresses = [*seen.linked, *(url for door in seen.doors for url in door.pages)]
    excluded = choose_excluded(looked, addresses, told.home)
    if works := choose_documents([page for page in looked if is_wanted(page.url, excluded)]):
        excluded.append((works[0], f"works that are pages of the site: {works[1]} entries link one"))
    wanted = [page for page in looked if is_wanted(page.url, excluded)] or list(looked)
    return [
        _top(told, seen, looked),
        _scope(told, excluded),
        pages_section(told, seen, wanted, excluded, tried),
        _selectors(wanted, tried, seen, works),
        *_columns(wanted),
        _politeness(told, seen),
        _lookups(tried),
        _manner(told, tried),
    ]


def _top(told: Told, seen: Seen, looked: Sequence[Looked]) -> Section:
    title = looked[0].survey.title or urlsplit(told.home).hostname or told.name
    contact = Key("contact", told.contact or "mailto:you@example.org", _CONTACT, is_idle=told.contact is None)
    notes = (
        f"Drafted by `shelflist new-source` from {counted(len(seen.samples), 'page')} of {told.url}, asked for with "
        f"{counted(seen.requests, 'request')}. Look it through: docs/sources.md has every key.",
        *_hints(looked),
    )
    keys = (
        Key("name", told.name, ("Names the folders under data/.",)),
        Key("title", title),
        Key("home", told.home),
        contact,
        Key("rights", "", ("The terms under which the data may be used, as far as known.",), is_idle=True),
    )
    return Section("", keys, notes)


_CONTACT = ("Where the site's owner can reach you; part of the user agent.",)


def _hints(looked: Sequence[Looked]) -> Iterator[str]:
    """What the pages say of themselves."""
    for name in ("language", "generator", "theme"):
        said = Counter(value for page in looked if (value := getattr(page.survey, name)))
        if said:
            told = ", ".join(f"{value} ({counted(count, 'page')})" for value, count in said.most_common(3))
            yield f"{name.capitalize()}: {told}"


def _scope(told: Told, excluded: Excluded) -> Section:
    keys = [Key("allow_loopback", True)] if _is_loopback(told) else []
    keys.append(
        Key("exclude", [pattern for pattern, _ in excluded], tuple(f"  {pattern}  {why}" for pattern, why in excluded))
        if excluded
        else Key("exclude", [], ("Regular expressions for paths to leave out; nothing was seen that should be.",))
    )
    return Section("scope", tuple(keys))


def _is_loopback(told: Told) -> bool:
    host = urlsplit(told.home).hostname or ""
    return host in LOOPBACK_HOSTS or host.endswith(".localhost")


def _selectors(looked: Sequence[Looked], tried: Tried, seen: Seen, works: tuple[str, int] | None) -> Section:
    candidates = content_candidates(looked)
    content, others = candidates[0], candidates[1 : 1 + _SHOWN]
    count = "1" if content.once == len(looked) else "0-1"
    about = (
        "The element that holds the list. Candidates, on how many of the pages they stand once, the share of entries "
        "and their headings that they hold, and their size:",
        *(_candidate_note(one, len(looked)) for one in (content, *others)),
    )
    title, fits = choose_title(looked)
    keys = [
        Key("content", {"css": content.css, "count": count}, about),
        Key("title", {"css": title, "count": "1" if fits == len(looked) and title != "title" else "0-1"},
            (f"Fits the window's title on {fits} of {counted(len(looked), 'page')}.",)),
        *([Key("documents", [works[0]], ("Links to these pages lead to works.",))] if works else []),
        *_dates_and_terms(looked),
    ]  # fmt: skip
    missing = (f"  {url}  not to be had: {why}" for url, why in seen.troubles[:_SHOWN])
    return Section("selectors", tuple(keys), (*_findings(tried), *missing))


def _candidate_note(one: Candidate, pages: int) -> str:
    return f"  {one.css}  {one.once} of {pages}, {one.held:.0%}, {one.characters} characters"


def _dates_and_terms(looked: Sequence[Looked]) -> Iterator[Key]:
    """Selectors that fit where the defaults do not."""
    seen = {css for page in looked for css in page.survey.matches}
    usual = Selectors()
    for name, choices in (
        ("published", ("time.entry-date[datetime]", "abbr.published[title]", "time[datetime]")),
        ("categories", (".cat-links a[rel~=category]", "a[rel~=category]")),
        ("tags", (".tags-links a[rel=tag]", ".post-labels a[rel=tag]", "a[rel~=tag]")),
    ):
        css = next((one for one in choices if one in seen), None)
        if css is not None and css not in getattr(usual, name).css:
            yield Key(name, {"css": css, "count": "0+"})


def _findings(tried: Tried) -> Iterator[str]:
    """What these rules read from the pages that were looked at."""
    if not tried.readings:
        return
    kinds: Counter[str] = Counter()
    for _, reading in tried.readings:
        kinds.update(reading.kinds)
    entries = [entry for _, reading in tried.readings for entry in reading.entries]
    doubtful = sum(entry.citation.parse_confidence < DOUBTFUL_BELOW for entry in entries)
    whole = sum(kinds.values())
    yield (
        f"Read with these rules: {counted(len(entries), 'entry')} on {_lists(tried)} of "
        f"{counted(len(tried.readings), 'page')}; {doubtful} in doubt."
    )
    yield "  " + ", ".join(f"{count} {kind} ({count / whole:.0%})" for kind, count in kinds.most_common())
    yield f"  entries among the lines of each element: {_by_element(tried)}"
    coverage = min(reading.page.text_coverage for _, reading in tried.readings)
    yield f"  at least {coverage:.0%} of a page's text is in these lines"
    ranked = sorted(tried.readings, key=lambda one: -len(one[1].entries))
    for url, reading in ranked[:_SHOWN]:
        heads = "; ".join(heading.text for heading in reading.headings[:4])[:160] or "no heading"
        counts = f"{counted(len(reading.entries), 'entry')}, {counted(len(reading.headings), 'heading')}"
        yield f"  {url}  {counts}: {heads}"
    for url, why in tried.failures[:_SHOWN]:
        yield f"  {url}  not read: {why}"


def _by_element(tried: Tried) -> str:
    """ "li 34 of 40 (85%), p 5 of 21 (24%)": what repeats like entries."""
    whole: Counter[str] = Counter()
    entries: Counter[str] = Counter()
    for _, reading in tried.readings:
        whole.update(_element(block.dom_path) for block in reading.page.blocks)
        entries.update(_element(entry.dom_path) for entry in reading.entries)
    found = (f"{name} {own} of {whole[name]} ({own / whole[name]:.0%})" for name, own in entries.most_common(4))
    return ", ".join(found) or "none"


def _element(dom_path: str) -> str:
    return dom_path.rpartition(" > ")[2].partition(":")[0] or "text of the content itself"


def _lists(tried: Tried) -> int:
    return sum(bool(reading.entries) for _, reading in tried.readings)


def _columns(looked: Sequence[Looked]) -> Iterator[Section]:
    for css, holds, count in choose_columns(lists_among(looked) or looked):
        keys = (Key("css", css), Key("holds", list(holds)))
        note = f"{counted(count, 'table')} with these columns."
        yield Section("selectors.columns", keys, (note,), is_one_of_many=True)


def _politeness(told: Told, seen: Seen) -> Section:
    asked = seen.robots.crawl_delay
    robots = {"rules": "robots.txt has rules, and they are kept", "none": "there is no robots.txt"}[seen.robots.status]
    note = f"Seconds between two requests; {robots}" + (f"; it asks for {asked:g} s." if asked else ".")
    keys = [Key("delay_seconds", 0 if told.allow_loopback and not asked else max(2.0, asked), (note,))]
    if told.connect_to:
        keys.append(Key("connect_to", told.connect_to))
    return Section("politeness", tuple(keys))


def _lookups(tried: Tried) -> Section:
    patterns = [f"^{re.escape(text[:60])}" for text, _ in tried.furniture]
    notes = tuple(f"  {text}  stands on {count} pages" for text, count in tried.furniture)
    usual = list(Lookups().navigation)
    navigation = Key("navigation", [*usual, *patterns], ("Lines that lead elsewhere, or stand on every page.", *notes))
    others = (
        Key("places", [], ("Names that stand in the lists and are not read as such.",), is_idle=True),
        Key("publishers", [], is_idle=True),
        Key("names", [], is_idle=True),
    )
    return Section("lookups", (navigation, *others))


def _manner(told: Told, tried: Tried) -> Section:
    """What only a person knows; where much seems to hang on it, with the lines that do."""
    if told.lists_books:
        return Section("manner", (Key("lists_books", True, ("The lines of the lists are books, as was said.",)),))
    more, keys = tried.as_books.lines, tried.as_books.keys
    notes = (
        (
            f"{counted(len(more), 'line')} more would be entries if the file said that its lines are books, such as:",
            *(f"  {line[:100]}" for line in more[:_SHOWN]),
        )
        if keys
        else ("What you know of the hand that typed the lists, and the lists do not show.",)
    )
    return Section("manner", tuple(Key(name, True, is_idle=True) for name in keys or ("lists_books",)), notes)
