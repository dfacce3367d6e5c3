"""One page and a source file: what is read from it, what is left, and which of the file's rules had a part in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shelflist.errors import SelectorError
from shelflist.extract.counting import SelectorCount, count_selectors, no_selector
from shelflist.extract.worker import Worker
from shelflist.models.observe import PageReading
from shelflist.parse.corrections import Corrections
from shelflist.parse.vocabulary.gazetteer import key
from shelflist.pipeline.as_books import NOTHING, AsBooks, as_books
from shelflist.pipeline.reading import extract_page, read_by
from shelflist.sources import LoadedSource, Lookups, Selector, Source
from shelflist.sources.load import fault_at
from shelflist.sources.reading import Selectors


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCheck:
    """`reading`: None when a selector is not met; `error` says which then.

    `unused`: (key of [lookups], words or pattern) that no line of the page has. `outside`: lines outside the content
    that read as entries. `share`: characters within the content over those of the whole page. `as_books`: what would
    be entries besides, if the file said that the lines are books.
    """

    selectors: tuple[SelectorCount, ...]
    reading: PageReading | None
    error: SelectorError | None
    unused: tuple[tuple[str, str], ...]
    outside: tuple[str, ...]
    share: float
    as_books: AsBooks = NOTHING


def must_be_selectors(loaded: LoadedSource) -> None:
    """Raises SourceFileError where one of today or of the past is none: without a page that is all there is to see."""
    tables: list[tuple[tuple[str, ...], Selectors]] = [((), loaded.source.selectors)]
    tables += [(("past", str(at)), one.selectors) for at, one in enumerate(loaded.source.past) if one.selectors]
    for table, selectors in tables:
        if error := no_selector(selectors):
            keys = (*table, "selectors", error.name)
            raise fault_at(loaded, keys, f"found {error.css!r}, expected {error.expected}")


def check_page(rules: Source, *, html: bytes, url: str, content_type: str) -> PageCheck:
    """`rules` are those for the page's time. Raises ReadError when the page cannot be read at all."""
    headers = {"content-type": content_type}
    with Worker() as worker:
        counts = worker.run(count_selectors, html, headers, url, rules)
        whole = read_by(rules, extract_page(worker, html, headers, url, _with_body(rules)))
        try:
            page = extract_page(worker, html, headers, url, rules)
        except SelectorError as error:
            return PageCheck(
                selectors=counts, reading=None, error=error, unused=(), outside=_entries(whole, None), share=0.0
            )
    corrections = Corrections.of(rules.corrections)
    reading = read_by(rules, page, corrections)
    return PageCheck(
        selectors=counts,
        reading=reading,
        error=None,
        unused=tuple(_unused(rules.lookups, reading)),
        outside=_entries(whole, reading),
        share=_characters(reading) / max(_characters(whole), 1),
        as_books=as_books(rules, page, reading, corrections),
    )


def _with_body(rules: Source) -> Source:
    """The same rules for the whole page, whatever it has or lacks."""
    anything = {"count": "0+"}
    selectors = rules.selectors.model_copy(
        update={
            "content": Selector(css="body", count="0+"),
            **{
                name: getattr(rules.selectors, name).model_copy(update=anything)
                for name in ("title", "published", "categories", "tags")
            },
        }
    )
    return rules.model_copy(update={"selectors": selectors})


def _entries(whole: PageReading, reading: PageReading | None) -> tuple[str, ...]:
    """Entries of the whole page that are not among those of the content."""
    own = {entry.raw for entry in reading.entries} if reading else set()
    return tuple(entry.raw for entry in whole.entries if entry.raw not in own)


def _characters(reading: PageReading) -> int:
    return sum(len(line.text) for line in reading.lines)


def _unused(lookups: Lookups, reading: PageReading) -> Iterator[tuple[str, str]]:
    texts = [line.text for line in reading.lines]
    folded = [key(text) for text in texts]
    for name in ("places", "publishers", "names"):
        for words in getattr(lookups, name):
            if not any(key(words) in text for text in folded):
                yield name, words
    for name in ("navigation", "placeholders"):
        for pattern in getattr(lookups, name):
            if pattern not in Lookups.model_fields[name].default and not _matches(pattern, texts):
                yield name, pattern


def _matches(pattern: str, texts: list[str]) -> bool:
    found = re.compile(pattern, re.IGNORECASE)
    return any(found.search(text) or found.search(text.strip("[]() .")) for text in texts)
