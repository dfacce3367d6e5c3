"""A site of generated pages on loopback, in a process of its own: ``python -m benchmarks._server PAGES``.

Says its port on the first line. Answers from memory and keeps connections open: the clients are what is measured.
"""

import asyncio
import sys

from benchmarks._pages import pages


class Site:
    def __init__(self, count: int) -> None:
        self._answers = {f"/{name}/": _answer("text/html; charset=utf-8", html) for name, html in pages(count).items()}
        self._addresses = list(self._answers)

    def open(self, port: int) -> None:
        """Add what names the site's own address: robots.txt, the sitemap, and a page of links to all others."""
        home = f"http://127.0.0.1:{port}"
        links = "".join(f'<a href="{path}">{path}</a>\n' for path in self._addresses)
        entries = "".join(f"<url><loc>{home}{path}</loc></url>" for path in self._addresses)
        sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
        self._answers["/"] = _answer("text/html", f"<!doctype html><title>All</title>{links}")
        self._answers["/sitemap.xml"] = _answer("application/xml", sitemap)
        self._answers["/robots.txt"] = _answer("text/plain", f"User-agent: *\nSitemap: {home}/sitemap.xml\n")

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Requests of one connection, until it is closed; none has a body."""
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                path = request.split(b" ", 2)[1].decode("ascii", "replace")
                writer.write(self._answers.get(path, _MISSING))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def _answer(kind: str, text: str, status: str = "200 OK") -> bytes:
    body = text.encode()
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


_MISSING = _answer("text/plain", "not here", "404 Not Found")


async def serve(count: int) -> None:
    site = Site(count)
    server = await asyncio.start_server(site.talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    site.open(port)
    print(port, flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
