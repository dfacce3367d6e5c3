"""What a run's report says, before it is put into HTML or Markdown: plain record objects, no markup.

Here are the report as a whole, its numbers, troubles and facts; the events are in `report_news`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from shelflist.models.track import Event, PageObservation, RunRow
from shelflist.models.vocabulary import RunResult
from shelflist.publish.record import RunRecord
from shelflist.publish.report_news import Section, aside_of, is_trouble, sections_of
from shelflist.publish.words import cost_in_words, depth_in_words, doors_in_words


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that was not completely observed, or tripped a gate."""

    title: str
    href: str | None
    verdict: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    title: str
    run_id: str
    day: str
    result: RunResult
    sentence: str
    numbers: tuple[tuple[str, int], ...]
    held_reasons: tuple[str, ...]
    sections: tuple[Section, ...]
    verdicts: tuple[tuple[str, int], ...]
    troubles: tuple[Trouble, ...]
    problems: tuple[str, ...]
    silence: str
    not_listed: tuple[tuple[str, int], ...]
    facts: tuple[tuple[str, str], ...]


_SENTENCES = {
    RunResult.SUCCESS: "The harvest went well.",
    RunResult.UNCHANGED: "Nothing changed.",
    RunResult.PARTIAL: "Not enough was seen: what was read is published, and nothing is removed.",
    RunResult.HELD: "A person should look: what is doubtful is held back until then.",
    RunResult.FAILED: "The harvest failed. Nothing was published.",
}


def report_of(record: RunRecord) -> Report:
    """The report of a run. Depends on the record alone."""
    run = record.run
    return Report(
        title=record.title or run.source_id,
        run_id=run.run_id,
        day=f"{run.logical_at:%-d %B %Y, %H:%M} UTC",
        result=run.result,
        sentence=_SENTENCES[run.result],
        numbers=_numbers(record),
        held_reasons=run.held_reasons,
        sections=sections_of(record),
        verdicts=tuple(sorted(Counter(one.verdict.value for one in record.observations).items())),
        troubles=tuple(_trouble(record, one) for one in _troubled(record)),
        problems=tuple(f"{one.kind}: {one.detail}" for one in record.problems),
        silence=_silence(record),
        not_listed=_not_listed(record.events),
        facts=_facts(record),
    )


def _silence(record: RunRecord) -> str:
    """What stands in the place of the news when there are none. Nothing seen is not nothing changed."""
    if record.run.result is RunResult.FAILED:
        return "What changed on the site is not known."
    if any(event.initial for event in record.events):
        return "This is where the record begins: what the site held is in the tables, and is not listed as news."
    if record.run.result in (RunResult.HELD, RunResult.PARTIAL):
        return "No change is recorded."
    return "Nothing on the site has changed."


def _numbers(record: RunRecord) -> tuple[tuple[str, int], ...]:
    run = record.run
    return (
        ("entries", run.entries_active),
        ("new", run.entries_added),
        ("changed", run.entries_changed),
        ("moved", run.entries_moved),
        ("missing", run.entries_missing),
        ("removed", run.entries_removed),
    )


def _troubled(record: RunRecord) -> list[PageObservation]:
    found = [one for one in record.observations if is_trouble(one)]
    return sorted(found, key=lambda one: (one.verdict.value, record.page_name(one.page_id), one.page_id))


def _trouble(record: RunRecord, one: PageObservation) -> Trouble:
    detail = (one.detail or "").removeprefix(f"{one.verdict.value}: ")
    said = "; ".join(dict.fromkeys(filter(None, (detail, *one.gate_failures))))
    accepted = f" (accepted: {one.accepted_by})" if one.accepted_by else ""
    name, url = record.page_name(one.page_id), record.page_url(one.page_id)
    return Trouble(name, url, one.verdict.value.replace("_", " "), said + accepted)


def _not_listed(events: Iterable[Event]) -> tuple[tuple[str, int], ...]:
    counts = Counter(aside for event in events if (aside := aside_of(event)))
    return tuple(sorted(counts.items()))


def _facts(record: RunRecord) -> tuple[tuple[str, str], ...]:
    run = record.run
    return (
        ("pages", f"{run.pages_complete} of {run.pages_expected} complete, {run.pages_blind} not observed"),
        ("snapshot", run.data_version or "none"),
        ("snapshot before", run.previous_version or "none"),
        ("requests", f"{run.requests}, {cost_in_words(run.received_bytes, run.waited_seconds, run.slowest_delay)}"),
        ("robots.txt", run.robots),
        ("list of pages", run.door or "none served"),
        *_doors(run),
        *_depth(run),
        ("read by", f"{run.software}, extractor {run.extractor_version}, rules {run.rules_sha256[:12]}"),
    )


def _depth(run: RunRow) -> tuple[tuple[str, str], ...]:
    words = depth_in_words(run.pages_too_deep, run.first_too_deep)
    return (("left out", words),) if words else ()


def _doors(run: RunRow) -> tuple[tuple[str, str], ...]:
    """What comparing the doors came to, where they were compared."""
    if not run.doors:
        return ()
    unread = [one.door for one in run.doors if not one.is_complete]
    words = doors_in_words(
        [one.door for one in run.doors if one.is_complete],
        [one.door for one in run.doors if one.agrees],
        [f"{one.door}: {url}" for one in run.doors for url in one.only],
    )
    return (("doors compared", words + (f"; {', '.join(unread)} gave no complete list" if unread else "")),)
