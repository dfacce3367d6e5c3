"""When a site changes its layout: which selector no longer fits, where, since when, and what the pages have instead."""

from collections import Counter
from collections.abc import Iterable, Sequence

from shelflist.extract.blocks import content_hash
from shelflist.models.observe import PageAnswer, RunObservation
from shelflist.models.signs import Drift
from shelflist.models.track import PageObservation, State
from shelflist.models.vocabulary import Verdict
from shelflist.publish.record import Problem

_EMPTY = content_hash(())
_OFFERS = 3
_FEWEST = 3
"""Pages. One or two without a title may be what their author wanted."""


def layout_problems(observation: RunObservation, told: Iterable[PageObservation], before: State) -> tuple[Problem, ...]:
    """What a person should look at in the source file; one for each selector."""
    broken = {one.page_id for one in told if one.verdict is Verdict.PARSE_ERROR}
    groups: dict[tuple[str, str], list[PageAnswer]] = {}
    for answer in observation.answers:
        if answer.drift is not None and answer.page_id in broken:
            groups.setdefault((answer.drift.name, answer.drift.css), []).append(answer)
    read = sum(answer.page is not None or answer.read_error is not None for answer in observation.answers)
    found = [_drifted(answers, read, before) for _, answers in sorted(groups.items())]
    return (*found, *_without_titles(observation, before), *_empty_by_rest(observation))


def _drifted(answers: Sequence[PageAnswer], read: int, before: State) -> Problem:
    drifts = [answer.drift for answer in answers if answer.drift is not None]
    first = answers[0]
    matched = ", ".join(str(number) for number in sorted({drift.found for drift in drifts}))
    rows = [row for answer in answers if (row := before.pages.get(answer.page_id)) is not None]
    fitted = max((row.last_complete_at for row in rows if row.last_complete_at), default=None)
    last = f"it last fitted there on {fitted:%Y-%m-%d}" if fitted else "it never fitted there"
    detail = (
        f"selector {drifts[0].name} ({drifts[0].css!r}) matched {matched}, expected {drifts[0].expected}, on"
        f" {len(answers)} of {read} pages that answered ({first.address}); {last}{_offers(drifts)}"
    )
    return Problem(kind="layout", detail=detail, page_id=first.page_id, url=first.address)


def _offers(drifts: Iterable[Drift]) -> str:
    """Containers by the pages that have them, with the lines in all of these together."""
    pages, lines = Counter[str](), Counter[str]()
    for drift in drifts:
        for css, number in drift.offers:
            pages[css] += 1
            lines[css] += number
    best = sorted(pages, key=lambda css: (-pages[css], -lines[css], css))[:_OFFERS]
    told = ", ".join(f"{css} on {pages[css]} with {lines[css]} lines" for css in best)
    return f"; there is {told}" if told else ""


def _without_titles(observation: RunObservation, before: State) -> tuple[Problem, ...]:
    """The selector of titles may match nothing without an error; that it does so on all pages at once tells."""
    lost = []
    for answer in observation.answers:
        known = before.pages.get(answer.page_id)
        if answer.page is None or answer.page.json_pointer is not None:
            continue
        if answer.page.title is not None:
            return ()
        if known is not None and known.title is not None and known.door == answer.door:
            lost.append(answer)
    if len(lost) < _FEWEST:
        return ()
    detail = f"selector title matched nothing on all pages that were read; {len(lost)} had a title before"
    return (Problem(kind="layout", detail=detail, page_id=lost[0].page_id, url=lost[0].address),)


def _empty_by_rest(observation: RunObservation) -> tuple[Problem, ...]:
    """A page builder, or a plugin that hides the content, leaves it out of all REST answers; the pages may show it."""
    pages = [(one, one.page) for one in observation.answers if one.page is not None]
    read = [(one, page) for one, page in pages if page.json_pointer and not page.protected]
    if len(read) < _FEWEST or any(page.content_hash != _EMPTY for _, page in read):
        return ()
    first = read[0][0]
    detail = (
        f"all {len(read)} pages that were read by the REST interface are empty there ({first.address}): where the "
        'pages themselves show text, take "wordpress" out of doors'
    )
    return (Problem(kind="layout", detail=detail, page_id=first.page_id, url=first.address),)
