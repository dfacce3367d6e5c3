"""An archive of many pages, a good many of which answer badly once told to; several hosts on one port of loopback."""

import socket
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from tests.faults.answers import notice, shown
from tests.faults.fault import Fault
from tests.faults.pages import list_page
from tests.fetch.server import Answer, FaultServer, answer

Resolver = Callable[..., list[tuple[Any, ...]]]


class Archive(FaultServer):
    """`good` pages that never fail, and one page for each of the `faults`, which fails while `is_faulty`."""

    def __init__(self, faults: Sequence[Fault], good: int = 30) -> None:
        super().__init__()
        self.is_faulty = False
        self.port = int(self.home.rstrip("/").rpartition(":")[2])
        self._faults = {self.address(fault): fault for fault in faults}
        self._paths = {fault.path: fault for fault in faults}
        self._robots = {fault.host: fault.robots for fault in faults if fault.robots is not None}
        self._elsewhere = {fault.host: fault.elsewhere for fault in faults if fault.elsewhere is not None}
        self.good = [f"{self.home}good/{number}/" for number in range(good)]

    def address(self, fault: Fault) -> str:
        return f"{fault.scheme}://{fault.host or '127.0.0.1'}:{self.port}{fault.path}"

    @property
    def pages(self) -> list[str]:
        """Every page. The good ones stand between those that may be silent, or the host would soon be left alone."""
        pages = [self.home]
        for number, address in enumerate(self._faults):
            pages += [address, *self.good[number : number + 1]]
        return pages

    def take(self, path: str, headers: dict[str, str]) -> Answer:
        self.requests.append((path, headers))
        host = headers.get("Host", "").partition(":")[0]
        if path == "/robots.txt":
            return self._robots_of(host)
        if path == "/sitemap.xml":
            return shown(self._sitemap(), "application/xml")
        if (fault := self._paths.get(path.partition("?")[0])) is not None:
            return fault.answer if self.is_faulty or fault.always else shown(list_page(fault.name))
        if f"{self.home.rstrip('/')}{path}" in self.pages:
            return shown(list_page(path.strip("/").replace("/", " ") or "all kinds"))
        if path == "/start/":
            return notice("Start", "<p>This is where everybody begins.</p>", as_content=True)
        return (self.is_faulty and self._elsewhere.get(host)) or answer("there is nothing here", status=404)

    def _sitemap(self) -> str:
        places = "".join(f"<url><loc>{escape(page)}</loc></url>" for page in self.pages)
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>'

    def _robots_of(self, host: str) -> Answer:
        if self.is_faulty and host in self._robots:
            return self._robots[host]
        closing = {"Connection": "close"} if host.endswith(".test") else {}  # the name is asked for once more
        return answer("User-agent: *\nDisallow:\n", headers={"Content-Type": "text/plain", **closing})


def names(numbers: dict[str, list[str]]) -> Resolver:
    """Stands for `socket.getaddrinfo`: each name leads to its numbers, one after the other, the last one for ever.

    A name with an empty list does not exist; one that is not told leads to this machine if it ends in .test.
    """

    def look_up(host: str, port: int, *_: Any, **__: Any) -> list[tuple[Any, ...]]:
        waiting = numbers.get(host, ["127.0.0.1"] if host.endswith(".test") else [host])
        if not waiting:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        number = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    return look_up
