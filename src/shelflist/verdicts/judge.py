"""What one page's answer means: exactly one verdict, from facts that are kept.

Verdicts err towards blindness: what is not plainly the page, or plainly its absence, teaches nothing.
"""

from dataclasses import dataclass
from typing import TypeGuard

from shelflist.models.observe import PageAnswer
from shelflist.models.page import Page
from shelflist.models.rows import PageRow
from shelflist.models.vocabulary import RowStatus, Verdict
from shelflist.models.web import Capture, Failure, FailureKind
from shelflist.verdicts.walls import not_found, wall

_FAILURES = {
    FailureKind.ROBOTS_DENIED: Verdict.ROBOTS_DENIED,
    FailureKind.ROBOTS_UNREACHABLE: Verdict.ROBOTS_UNREACHABLE,
    FailureKind.RETRY_LATER: Verdict.HTTP_ERROR,
    FailureKind.SKIPPED: Verdict.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, what it rests on ("capture", "validator", "digest", "list", "failure", "none") and why."""

    verdict: Verdict
    basis: str
    detail: str | None = None


def judge(answer: PageAnswer, known: PageRow | None, *, list_complete: bool) -> Judgement:
    """The verdict on `answer`; `known` is the page as it stood, if it was ever completely observed."""
    if not answer.in_scope:
        return Judgement(Verdict.RETIRED, "none", "the source file no longer covers this page")
    if answer.captures:
        return _of_captures(answer, known, list_complete)
    if answer.failure is not None:
        return _of_failure(answer.failure)
    if answer.asks_for_password:
        return Judgement(Verdict.INTERSTITIAL, "list", "asks for a password")
    if has_baseline(known) and _unchanged_in_list(answer, known, list_complete):
        return Judgement(Verdict.NOT_MODIFIED, "list")
    return Judgement(Verdict.SKIPPED, "none", "not asked in this run")


def has_baseline(page: PageRow | None) -> TypeGuard[PageRow]:
    """The page's rows say all that its last content said, so that "not modified" can stand for them."""
    return (
        page is not None
        and page.last_complete_at is not None
        and page.status is RowStatus.ACTIVE
        and page.negative_since is None
        and not page.absences_owed
        and page.content_hash is not None
    )


def is_as_before(page: Page, known: PageRow | None) -> bool:
    """The page's content is what its rows were read from: reading its lines again would tell nothing."""
    return has_baseline(known) and known.content_hash == page.content_hash


def _unchanged_in_list(answer: PageAnswer, known: PageRow, list_complete: bool) -> bool:
    listed = answer.listed
    return list_complete and listed is not None and listed.modified is not None and listed.modified == known.modified


def _of_failure(failure: Failure) -> Judgement:
    return Judgement(_FAILURES.get(failure.kind, Verdict.FETCH_ERROR), "failure", f"{failure.kind}: {failure.detail}")


def _of_captures(answer: PageAnswer, known: PageRow | None, list_complete: bool) -> Judgement:
    if answer.failure is not None:  # a part is missing: the page is not complete
        return _of_failure(answer.failure)
    worst = max(answer.captures, key=lambda capture: (not _has_content(capture), capture.http_status))
    if not _has_content(worst):
        if worst.asked.part > 1:  # the page itself is there
            return Judgement(Verdict.HTTP_ERROR, "capture", f"part {worst.asked.part}: HTTP {worst.http_status}")
        return _of_status(worst.http_status, answer, list_complete)
    if (wall_or_place := _instead(answer)) is not None:
        return wall_or_place
    if all(capture.http_status == 304 for capture in answer.captures):
        if has_baseline(known):
            return Judgement(Verdict.NOT_MODIFIED, "validator")
        return Judgement(Verdict.SKIPPED, "capture", "not modified, but there is no earlier content to keep")
    return _of_reading(answer, known)


def _instead(answer: PageAnswer) -> Judgement | None:
    """What stands where the page was asked for, if it is not the page."""
    if answer.in_its_place is not None:
        if what := wall(answer.signs, answer.reading):
            return Judgement(Verdict.INTERSTITIAL, "capture", what)
        verdict = Verdict.NOT_FOUND if answer.given_up else Verdict.SOFT_404
        return Judgement(verdict, "capture", answer.in_its_place)
    if answer.read_error is not None:
        return _of_what_it_is_instead(answer, answer.read_error)
    return None


def _of_what_it_is_instead(answer: PageAnswer, error: str) -> Judgement:
    """There is no content: a wall or a notice may say why, or else our selectors do not fit."""
    if (title := _not_found(answer)) is not None:
        return Judgement(Verdict.SOFT_404, "capture", f"the title says {title!r}")
    if what := wall(answer.signs):
        return Judgement(Verdict.INTERSTITIAL, "capture", what)
    return Judgement(Verdict.PARSE_ERROR, "capture", error.removeprefix(f"{answer.captures[0].final_url}: "))


def _has_content(capture: Capture) -> bool:
    """The whole page as it is now: part of one (206) is none, nor is a 304 where nobody asked whether it changed."""
    if capture.http_status == 304:
        return capture.refers_to_capture_id is not None
    return capture.http_status == 200


def _of_status(status: int, answer: PageAnswer, list_complete: bool) -> Judgement:
    detail = f"HTTP {status}"
    if status == 410:
        return Judgement(Verdict.GONE, "capture", detail)
    if status == 404:
        return Judgement(Verdict.NOT_FOUND, "capture", detail)
    if status == 401 and answer.door == "wordpress" and list_complete and answer.listed is None:
        return Judgement(
            Verdict.NOT_FOUND, "capture", "no longer in the list; WordPress answers 401 for unpublished posts"
        )
    if what := wall(answer.signs):
        return Judgement(Verdict.INTERSTITIAL, "capture", f"{detail}: {what}")
    return Judgement(Verdict.HTTP_ERROR, "capture", detail)


def _not_found(answer: PageAnswer) -> str | None:
    """Title or heading of a page without entries, if it says that there is none."""
    if answer.signs is None or (answer.reading and answer.reading.entries):
        return None
    return not_found(answer.signs.title) or not_found(answer.signs.heading)


def _of_reading(answer: PageAnswer, known: PageRow | None) -> Judgement:
    page = answer.page
    if page is None:
        return Judgement(Verdict.PARSE_ERROR, "capture", "the answer was not read")
    if page.protected:
        return Judgement(Verdict.INTERSTITIAL, "capture", "asks for a password")
    if title := not_found(page.title):
        return Judgement(Verdict.SOFT_404, "capture", f"the title says {title!r}")
    if page.listing and known is not None and known.wp_post_id is not None:
        return Judgement(Verdict.SOFT_404, "capture", "a list of posts, or an attachment, answered in its place")
    if is_as_before(page, known):
        return Judgement(Verdict.NOT_MODIFIED, "digest")
    if (title := _not_found(answer)) is not None:
        return Judgement(Verdict.SOFT_404, "capture", f"the title says {title!r}")
    if what := wall(answer.signs, answer.reading):
        return Judgement(Verdict.INTERSTITIAL, "capture", what)
    if answer.redirected and known is not None and known.url != page.url:
        return Judgement(Verdict.MOVED, "capture", f"now at {page.url}")
    return Judgement(Verdict.OK, "capture")
