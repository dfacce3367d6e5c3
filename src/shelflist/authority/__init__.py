"""Names decided: which written forms are one person, body, house or place, and which entries one work or edition.

A fold like tracking: a registry and citations in, the next registry out. No input or output, no clock.
"""

from shelflist.authority.asked import agent_id_of, place_id_of, publisher_id_of
from shelflist.authority.assign import assign, assign_state
from shelflist.authority.decide import NoOverrules, Overrules
from shelflist.authority.why import Because, why

__all__ = [
    "Because",
    "NoOverrules",
    "Overrules",
    "agent_id_of",
    "assign",
    "assign_state",
    "place_id_of",
    "publisher_id_of",
    "why",
]
