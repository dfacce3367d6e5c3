"""What checks of the linked documents found: lines of the ledger, and what the fold keeps of each document.

A check is a run of its own kind. It asks what lies behind the links of entries, never for pages; nothing of it counts
in a nightly verdict, and no entry changes by it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class Standing(StrEnum):
    """Whether a document is where its link says."""

    PRESENT = "present"
    DOUBTFUL = "doubtful"  # one check did not find it
    MISSING = "missing"  # two did not, a day apart


@dataclass(frozen=True, slots=True)
class FileFound:
    """The file that an attachment page stands for, and its media type where the site says it; both as written."""

    url: str
    media_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckBegun:
    check_id: str  # %Y%m%dT%H%M%SZ of begun_at
    source_id: str
    begun_at: datetime
    software: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChecked:
    """What one document answered, or why nothing is known of it. `url` is without a fragment."""

    check_id: str
    url: str
    checked_at: datetime
    promised: str | None = None  # media type, as the ending of the address has it
    method: Literal["HEAD", "GET"] | None = None  # GET for the first byte only; None: not answered
    http_status: int | None = None
    media_type: str | None = None
    size: int | None = None  # of the whole document, in bytes
    last_modified: str | None = None  # as the server wrote it
    final_url: str | None = None  # where redirects led, if they did
    moved_to: str | None = None  # where the permanent ones among them led: those before any other
    failure: str | None = None  # a FailureKind: nothing was learnt
    detail: str | None = None
    document_url: str | None = (
        None  # the file, where `url` is its attachment page: status, type, size, date are its own
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckEnded:
    """Its end names the version that may come of it. A killed check is ended by the next one."""

    check_id: str
    ended_at: datetime
    outcome: Literal["finished", "limited", "cancelled"]
    requests: int
    received_bytes: int
    waited_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A document as the checks have it. Size, type and date are those of the last time that it was there.

    Nothing is kept that differs from one check to the next although nothing happened: of HTML neither size nor date,
    since pages are made when they are asked for; of redirects only permanent ones, since others lead to the machine
    that is free just now.
    """

    url: str
    standing: Standing
    status: int
    size: int | None = None
    media_type: str | None = None
    last_modified: datetime | None = None
    moved_to: str | None = None
    found_at: datetime  # the first check that found it so
    failing_since: datetime | None = None  # the first check that did not find it
    document_url: str | None = None  # the file, where the address is its attachment page

    @property
    def missing_since(self) -> datetime | None:
        """None while one check alone did not find it."""
        return self.failing_since if self.standing is Standing.MISSING else None
