"""One row of the tables: a page that was in order before, how it answers now, and the verdict it must get."""

from dataclasses import dataclass
from typing import Any

from shelflist.models.vocabulary import Verdict
from tests.faults.pages import list_page
from tests.fetch.server import Answer

FETCH, HTTP, PARSE = Verdict.FETCH_ERROR, Verdict.HTTP_ERROR, Verdict.PARSE_ERROR
SOFT, WALL, SAME = Verdict.SOFT_404, Verdict.INTERSTITIAL, Verdict.NOT_MODIFIED

OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n"
END = b"Connection: close\r\nContent-Length: 0\r\n\r\n"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`says` is what the verdict's reason must mention. `always`: hostile from the beginning, and harvested."""

    name: str
    answer: Answer
    verdict: Verdict
    says: str = ""
    host: str = ""
    robots: Answer | None = None  # of the fault's host
    elsewhere: Answer | None = None  # what the host answers to addresses that do not exist
    scheme: str = "http"
    always: bool = False

    @property
    def path(self) -> str:
        return f"/pages/{self.name.replace(' ', '-')}/"


def fault(name: str, given: Answer, verdict: Verdict, says: str = "", **more: Any) -> Fault:
    return Fault(name=name, answer=given, verdict=verdict, says=says, **more)


def good(name: str) -> bytes:
    """The page as it was, whatever is said around it."""
    return list_page(name).encode()


def plain(name: str, head: bytes = OK) -> bytes:
    body = good(name)
    return head + b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
