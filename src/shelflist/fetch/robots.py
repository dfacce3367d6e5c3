"""What robots.txt allows (RFC 9309). Protego reads the rules; the status of the answer decides before it.

2xx: the rules count. 4xx except 429, and redirects that lead nowhere: there are none. 5xx, 429 or no answer:
nothing may be asked of that host (2.3.1.4).
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from protego import Protego

AGENT = "shelflist"
MAX_REDIRECTS = 5
ROBOTS_HOLD_FOR = timedelta(days=1)  # 2.4
MAX_PARSED = 500 * 1024  # bytes (2.5); what follows is not read

_AGENT_LINE = re.compile(r"^[ \t]*user[- ]?agent[ \t]*:?[ \t]*(.*)$", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z_-]+|\*")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host. `detail` says why a host is unreachable."""

    status: Literal["rules", "none", "unreachable"]
    rules: Protego | None = None
    detail: str = ""

    def allows(self, url: str) -> bool:
        if self.status == "unreachable":
            return False
        return self.rules is None or self.rules.can_fetch(url, AGENT)

    @property
    def crawl_delay(self) -> float:
        """Seconds; 0.0 where none is asked for."""
        return (self.rules.crawl_delay(AGENT) or 0.0) if self.rules else 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        return tuple(self.rules.sitemaps) if self.rules else ()


def read_robots(status: int, payload: bytes) -> Robots:
    """The rules in an answer that is no redirect to be followed."""
    if 200 <= status <= 299:
        return parse_robots(payload)
    if status == 429 or status >= 500:
        return Robots("unreachable", detail=f"robots.txt answered {status}")
    return Robots("none")


def parse_robots(payload: bytes) -> Robots:
    """Rules from the bytes of a robots.txt; a body that is markup (a soft 404) holds none."""
    text = payload[:MAX_PARSED].decode("utf-8-sig", "replace")
    if text.lstrip().startswith("<"):
        return Robots("none")
    return Robots("rules", Protego.parse("\n".join(_one_stranger(line) for line in text.splitlines())))


def _one_stranger(line: str) -> str:
    """Call all other agents by one name.

    Only the product token counts (2.2.1). And Protego keeps every rule once per agent of its group: 20,000 agents
    before 12,000 rules would take hours and all memory.
    """
    if not (found := _AGENT_LINE.match(line)):
        return line
    token = _TOKEN.match(found.group(1).strip())
    name = token.group().lower() if token else ""
    return f"User-agent: {name if name in (AGENT, '*') else 'other'}"
