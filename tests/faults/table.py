"""Every fault. The transport's come first: good pages must stand between silent ones (`tests.faults.server`)."""

from tests.faults.contents import BODIES, HOSTILE, HOSTS, NEW_LINES, SOFT_404S, WALLS
from tests.faults.exchanges import REDIRECTS, STATUS, TRANSPORT

FAULTS = (*TRANSPORT, *STATUS, *REDIRECTS, *WALLS, *SOFT_404S, *BODIES, *HOSTS, *NEW_LINES, *HOSTILE)
