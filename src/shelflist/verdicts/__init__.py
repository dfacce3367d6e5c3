"""What an answer means, one verdict for every page and run, and whether it may be believed without a person. Pure."""

from shelflist.verdicts.judge import has_baseline, is_as_before
from shelflist.verdicts.seen import Acceptance

__all__ = ["Acceptance", "has_baseline", "is_as_before"]
