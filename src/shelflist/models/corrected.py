"""What the fold remembers of a source's corrections: where the line of each stood, and whether it is still needed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedLine:
    """One correction on one page that has, or had, its line; without `page_id` where no page ever had it.

    `line` and `page` are as the source file gives them.
    """

    line: str
    page: str | None
    reason: str
    page_id: str | None = None
    last_seen_at: datetime | None = None  # None while the line stands on the page
    idle: str | None = None  # why the correction changes nothing
