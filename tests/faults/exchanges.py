"""Faults of the exchange: the status, the bytes on the wire, where an answer leads."""

import gzip

from shelflist.models.vocabulary import Verdict
from tests.faults.answers import (
    MEGABYTE,
    bomb,
    chunks,
    encoded,
    flood,
    further,
    notice,
    one_line,
    raw,
    reset_after,
    shown,
    slow,
)
from tests.faults.fault import END, FETCH, HTTP, OK, PARSE, SAME, SOFT, WALL, fault, good, plain
from tests.faults.pages import list_page
from tests.fetch.server import answer, endless, redirect, reset

STATUS = (
    fault("500", answer("broken", status=500), HTTP, "HTTP 500"),
    fault("502 with a page", notice("Bad gateway", "<p>nginx</p>", status=502), HTTP, "HTTP 502"),
    fault("503 retry after seconds", answer(status=503, headers={"Retry-After": "1"}), HTTP, "HTTP 503"),
    fault(
        "503 retry after a date",
        answer(
            status=503,
            headers={"Date": "Mon, 02 Nov 2026 02:00:00 GMT", "Retry-After": "Mon, 02 Nov 2026 02:00:01 GMT"},
        ),
        HTTP,
        "HTTP 503",
    ),
    fault("429", answer(status=429), HTTP, "HTTP 429"),
    fault(
        "429 for ages",
        answer(status=429, headers={"Retry-After": "9" * 30}),
        HTTP,
        "asked again",
        host="busy.test",
    ),
    fault("401", answer("who are you", status=401), HTTP, "HTTP 401"),
    fault("403", answer("no", status=403), HTTP, "HTTP 403"),
    fault("451", answer("the law", status=451), HTTP, "HTTP 451"),
    fault("404", notice("Not here", status=404), Verdict.NOT_FOUND, "HTTP 404"),
    fault("410", notice("Gone", status=410), Verdict.GONE, "HTTP 410"),
    fault("999", raw(b"HTTP/1.1 999 Request denied\r\n" + END), HTTP, "HTTP 999"),
    fault("206 nobody asked for", shown(good("206 nobody asked for")[:300], status=206), HTTP, "HTTP 206"),
    fault("204", raw(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"), HTTP, "HTTP 204"),
    fault("304 nobody asked for", raw(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"), HTTP, "HTTP 304"),
    fault("interim answers", raw(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 9 + plain("interim answers")), SAME),
    fault("no reason", raw(plain("no reason", OK.replace(b" OK", b""))), SAME),
)

CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"
TWICE = gzip.compress(gzip.compress(bytes(30 * MEGABYTE)))

TRANSPORT = (
    fault("http 0.9", raw(good("http 0.9")), FETCH, "connect"),
    fault("another protocol", raw(b"SSH-2.0-OpenSSH_9.2\r\n"), FETCH, "connect"),
    fault("reset", reset(), FETCH, "connect"),
    fault("hang up", raw(b""), FETCH, "connect"),
    fault("reset within", reset_after(OK + b"Content-Length: 900\r\n\r\n<html>"), FETCH, "truncated"),
    fault("half a header", raw(OK + b"X-Half: "), FETCH, "connect"),
    fault("slow header", slow(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), FETCH, "timeout"),
    fault("silence", raw(b"HTTP/1.1 ", b"", pause=60), FETCH, "timeout"),
    fault("slow body", slow(OK + b"Content-Length: 900\r\n\r\n", b"x"), FETCH, "timeout"),
    fault("endless body", endless(), FETCH, "too_large"),
    fault("shorter than announced", answer(good("short")[:200], length=9_000), FETCH, "truncated"),
    fault("giant announced", answer(b"", length=10**15), FETCH, "too_large"),
    fault("two lengths", raw(OK + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello"), FETCH, "connect"),
    fault("bad chunk", raw(OK + CHUNKED + b"zz\r\nhello\r\n"), FETCH, "truncated"),
    fault(
        "giant chunk", raw(OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"f" * 30 + b"\r\nhello"), FETCH, "truncated"
    ),
    fault("chunks without end", chunks(b"<html>", end=False), FETCH, "truncated"),
    fault("chunks", chunks(good("chunks")), SAME),
    fault("100 MB in one line", one_line(100), FETCH, "too_large"),
    fault("header flood", flood(f"X-{number}" for number in range(400)), FETCH, "header fields"),
    fault("giant header", flood(["X-Giant"], "x" * 300_000), FETCH, "connect"),
    fault("gzip bomb", bomb("gzip"), FETCH, "too_large"),
    fault("brotli bomb", bomb("br"), FETCH, "too_large"),
    fault("deflate bomb", bomb("deflate"), FETCH, "too_large"),
    fault("gzip in gzip", encoded(TWICE, "gzip, gzip"), FETCH, "too_large"),
    fault("plain called gzip", encoded(b"<html>plain</html>", "gzip"), FETCH, "undecodable"),
    fault("gzip that breaks off", encoded(gzip.compress(good("x"))[:-9], "gzip"), FETCH, "undecodable"),
    fault("unknown coding", encoded(b"\x28\xb5\x2f\xfd", "zstd"), FETCH, "undecodable"),
    fault("ten codings", encoded(b"x", ", ".join(["gzip"] * 10)), FETCH, "undecodable"),
    fault("plain where tls is", answer("x"), Verdict.FETCH_ERROR, "tls", scheme="https"),
)

HOME_AS_CANONICAL = '<link rel="canonical" href="/">'
REFRESH = '<meta http-equiv="refresh" content="0;url=/good/2/">'

REDIRECTS = (
    fault("to itself", redirect("/pages/to-itself/"), FETCH, "circle"),
    fault("without end", further(), FETCH, "more than 5 redirects"),
    fault("to another host", redirect("https://elsewhere.example/"), FETCH, "not in the source's scope"),
    fault("to this machine", redirect("http://localhost/"), FETCH, "not in the source's scope"),
    fault("to the metadata", redirect("http://169.254.169.254/latest/meta-data/"), FETCH, "scope"),
    fault("to a name for the metadata", redirect("http://metadata.test/latest/"), FETCH, "not to the public internet"),
    fault("to a private address", redirect("http://10.0.0.1/"), FETCH, "scope"),
    fault("to a number in disguise", redirect("http://2130706433/"), FETCH, "scope"),
    fault("to a file", redirect("file:///etc/passwd"), FETCH, "not a plain http(s) address"),
    fault("to a script", redirect("javascript:alert(1)"), FETCH, "not a plain http(s) address"),
    fault("with a password", redirect("http://user:word@127.0.0.1/"), FETCH, "not a plain http(s) address"),
    fault("to no address", redirect("http://[::1/"), FETCH, "not an address"),
    fault("with a line break", raw(b"HTTP/1.1 301 Moved\r\nLocation: /a\x0b\r\n" + END), FETCH),
    fault("nowhere", raw(b"HTTP/1.1 301 Moved\r\n" + END), HTTP, "HTTP 301"),
    fault("to the home page", redirect("/", 302), SOFT, "home page"),
    fault("to another page for now", redirect("/good/1/", 302), SOFT, "another page"),
    fault("to another page for good", redirect("/good/2/", 301), Verdict.NOT_FOUND, "another page"),
    fault("meta refresh", notice("Moved", head=REFRESH), WALL, "/good/2/"),
    fault("frames", shown("<html><frameset><frame src='/good/1/'></frameset></html>"), PARSE, "content"),
    fault("home as canonical", shown(list_page("home as canonical", head=HOME_AS_CANONICAL)), SAME),
    fault("another with home as canonical", shown(list_page("nobody", head=HOME_AS_CANONICAL)), SOFT, "home page"),
    fault(
        "foreign canonical",
        shown(list_page("foreign canonical", head='<link rel="canonical" href="https://evil.example/">')),
        SAME,
    ),
)
