"""The door to the stages joined (`shelflist.pipeline.stages`): what the command line and the flows set going."""

from typing import TYPE_CHECKING

from shelflist.on_demand import on_demand

if TYPE_CHECKING:
    from shelflist.pipeline.checking import PageCheck
    from shelflist.pipeline.explaining import Explanation
    from shelflist.pipeline.outcome import Outcome
    from shelflist.pipeline.place import Workplace, locate, workplace
    from shelflist.pipeline.redacting import finish_redactions
    from shelflist.pipeline.reviewing import Review
    from shelflist.pipeline.stages import (
        SILENT,
        accept,
        check,
        decide,
        distrust,
        explain,
        fetch,
        fold,
        forget,
        harvest,
        read,
        replay,
        review,
        unread,
        verify,
    )
else:
    __getattr__ = on_demand(
        __name__,
        {
            "checking": ("PageCheck",),
            "explaining": ("Explanation",),
            "outcome": ("Outcome",),
            "place": ("Workplace", "locate", "workplace"),
            "redacting": ("finish_redactions",),
            "reviewing": ("Review",),
            "stages": (
                "SILENT", "accept", "check", "decide", "distrust", "explain", "fetch", "fold", "forget", "harvest",
                "read", "replay", "review", "unread", "verify",
            ),
        },
    )  # fmt: skip

__all__ = [
    "SILENT",
    "Explanation",
    "Outcome",
    "PageCheck",
    "Review",
    "Workplace",
    "accept",
    "check",
    "decide",
    "distrust",
    "explain",
    "fetch",
    "finish_redactions",
    "fold",
    "forget",
    "harvest",
    "locate",
    "read",
    "replay",
    "review",
    "unread",
    "verify",
    "workplace",
]
