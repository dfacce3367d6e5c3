"""The words of tracking: verdicts on pages, kinds of change, who changed, how a row stands, how a run ended."""

from enum import StrEnum


class Verdict(StrEnum):
    """What one expected page said in one run (docs/changes.md, verdicts)."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    MOVED = "moved"
    GONE = "gone"
    NOT_FOUND = "not_found"
    SOFT_404 = "soft_404"
    INTERSTITIAL = "interstitial"
    ROBOTS_DENIED = "robots_denied"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    HTTP_ERROR = "http_error"
    FETCH_ERROR = "fetch_error"
    PARSE_ERROR = "parse_error"
    HELD = "held"
    SKIPPED = "skipped"
    RETIRED = "retired"

    @property
    def is_complete(self) -> bool:
        """The whole page was observed, so absence from it means something."""
        return self in (Verdict.OK, Verdict.NOT_MODIFIED, Verdict.MOVED)

    @property
    def is_negative(self) -> bool:
        """The page itself was observed to be absent."""
        return self in (Verdict.GONE, Verdict.NOT_FOUND)

    @property
    def is_blind(self) -> bool:
        """Nothing was learnt about the page."""
        return not (self.is_complete or self.is_negative or self is Verdict.RETIRED)


class ChangeType(StrEnum):
    ADDED = "added"
    MISSING = "missing"
    RESUMED = "resumed"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RELINKED = "relinked"
    REAPPEARED = "reappeared"
    UNOBSERVED = "unobserved"
    OBSERVED_AGAIN = "observed_again"
    PAGE_ADDED = "page_added"
    PAGE_REMOVED = "page_removed"
    OUT_OF_SCOPE = "out_of_scope"
    RETRACTED = "retracted"


class EntityType(StrEnum):
    PAGE = "page"
    HEADING = "heading"
    ENTRY = "entry"
    LINK = "link"


class Cause(StrEnum):
    """Who changed: the site, our reading of it, a person, or an older capture that came in later."""

    SOURCE = "source"
    EXTRACTOR = "extractor"
    MANUAL = "manual"
    BACKFILL = "backfill"


class RowStatus(StrEnum):
    ACTIVE = "active"
    MISSING = "missing"
    OUT_OF_SCOPE = "out_of_scope"
    REMOVED = "removed"


class RunKind(StrEnum):
    """What a row of `runs` tells of: a look at the site, or something that changes the tables without one."""

    HARVEST = "harvest"
    IMPORT = "import"  # of older captures
    EPOCH = "epoch"  # another extractor version or other rules
    DECISION = "decision"  # accept, same, different, distrust
    REDACTION = "redaction"


class RunResult(StrEnum):
    """Worst first."""

    FAILED = "failed"
    HELD = "held"
    PARTIAL = "partial"
    UNCHANGED = "unchanged"
    SUCCESS = "success"
