"""One page for `shelflist check --url`: asked as a harvest asks, after robots.txt, but not recorded."""

from shelflist.errors import ReadError
from shelflist.fetch.asker import Asker, Reply
from shelflist.fetch.client import Client
from shelflist.fetch.ports import SystemClock
from shelflist.fetch.unrecorded import Unrecorded
from shelflist.models.web import Asked, Failure, Purpose
from shelflist.sources import Source

_OK = 200
_RUN = "check"


class _Told(Unrecorded):
    """Keeps nothing but the reason why there is no answer."""

    reason = "no answer"

    def fail(self, failure: Failure) -> None:
        self.reason = f"{failure.detail} ({failure.kind})"


def ask_page(source: Source, url: str) -> Reply:
    """The page as the site answers it now, redirects followed. Raises ReadError, which says why it is not to be had."""
    told = _Told(_RUN)
    with Client(source) as client:
        asker = Asker(source, client, told, SystemClock(), _RUN)
        reply = asker.ask(Asked(purpose=Purpose.PAGE, door="check"), url)
    if reply is None:
        raise ReadError(f"{url}: {told.reason}")
    if reply.status != _OK:
        raise ReadError(f"{url}: answered {reply.status}")
    return reply
