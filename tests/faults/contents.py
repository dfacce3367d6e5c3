"""Faults of what a page shows: walls, notices in its place, bodies that are none, hosts that may not be asked.

The last are no faults: pages that are hostile from the beginning, and must be harvested all the same, without harm.
"""

import gzip

from shelflist.models.vocabulary import Verdict
from tests.faults.answers import MEGABYTE, notice, shown
from tests.faults.fault import FETCH, PARSE, SAME, SOFT, WALL, fault, good
from tests.faults.pages import html, lines_of, list_page
from tests.fetch.server import answer, redirect, reset

LOGIN = '<form><input name="log"><input type="password" name="pwd"><button>Log in</button></form>'
SCRIPT = "<script>/* the whole page is drawn by this */</script>"

CHALLENGE = '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'
CHECKING = "Checking your browser before you enter."
CAPTCHA = '<div class="g-recaptcha"></div>Prove that you are human.'
COOKIES = "<p>We use cookies. Do you accept?</p><form><button>Accept all</button></form>"
PASSWORD = f'<form class="post-password-form">{LOGIN}</form>'

WALLS = tuple(
    fault(name, given, WALL, says)
    for name, given, says in (
        ("cloudflare", notice("Just a moment...", CHALLENGE), "challenge"),
        ("cloudflare 403", notice("Just a moment...", status=403, cf_mitigated="challenge"), "challenge"),
        ("challenge 503", notice("DDoS protection", CHECKING, status=503), "challenge"),
        ("captcha", notice("One more step", CAPTCHA), "challenge"),
        ("nothing without script", shown(f"<html><body><div id='root'></div>{SCRIPT}</body></html>"), "JavaScript"),
        ("login", notice("Log In", LOGIN), "log in"),
        ("login as content", notice("Members: log in", f"<p>Please log in.</p>{LOGIN}", as_content=True), "log in"),
        ("consent", notice("Before you continue", COOKIES), "consent"),
        ("consent as content", notice("Your privacy", COOKIES, as_content=True), "consent"),
        ("maintenance", notice("Hello", "<p>Briefly unavailable for scheduled maintenance.</p>"), "maintenance"),
        ("maintenance 503", notice("Maintenance", "Back soon.", status=503), "maintenance"),
        ("maintenance as content", notice("We'll be back soon", "<p>Till then.</p>", as_content=True), "maintenance"),
        ("password", notice("Protected: A", PASSWORD, as_content=True), "password"),
    )
)

SORRY = "<p>What you were looking for at {} has moved, or has never been here. Perhaps the search can help you.</p>"

SOFT_404S = (
    fault("soft 404 by title", notice("Page not found", "Sorry."), SOFT, "Page not found"),
    fault("soft 404 as content", notice("404: nothing found", "<p>Sorry.</p>", as_content=True), SOFT, "404"),
    fault(
        "soft 404 in German", notice("Seite nicht gefunden", "<p>Schade.</p>", as_content=True), SOFT, "nicht gefunden"
    ),
    fault("the home page in its place", shown(list_page("all kinds")), SOFT, "home page"),
    fault("another page in its place", shown(list_page("good 3")), SOFT, "the same content"),
    fault(
        "a notice for everything", notice("Welcome", SORRY.format("a-notice"), as_content=True), SOFT, "cannot exist",
        host="vague.test", elsewhere=notice("Welcome", SORRY.format("nothing"), as_content=True),
    ),
    fault(
        "a bare notice for everything", notice("Hello", SORRY.format("x")), SOFT, "cannot exist",
        host="bare.test", elsewhere=notice("Hello", SORRY.format("y")),
    ),
    fault(
        "one list for everything", shown(list_page("everything")), SOFT, "cannot exist",
        host="same.test", elsewhere=shown(list_page("everything")),
    ),
    fault(
        "a redirect for everything", redirect("/start/", 302), SOFT, "cannot exist",
        host="start.test", elsewhere=redirect("/start/", 302),
    ),
)  # fmt: skip

BODIES = (
    fault("empty", answer(b""), PARSE, "empty"),
    fault("white space", answer(b"\n" * 2000), PARSE, "empty"),
    fault("a pdf", shown(b"%PDF-1.7\n...", "application/pdf"), PARSE, "application/pdf"),
    fault("json", shown(b'{"a": 1}', "application/json"), PARSE, "JSON"),
    fault("a pdf called html", shown(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"), PARSE, "PDF"),
    fault("a picture called html", shown(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(500)), PARSE, "PNG"),
    fault("a zip called html", shown(b"PK\x03\x04" + bytes(500)), PARSE, "ZIP"),
    fault("random bytes", shown(bytes(range(256)) * 20), PARSE),
    fault("json called html", shown(b'{"code": "rest_disabled", "data": {"status": 401}}'), PARSE, "JSON"),
    fault("gzip without a word", shown(gzip.compress(good("gzip without a word"))), PARSE, "GZIP"),
    fault("deep nesting", shown("<div>" * 100_000), PARSE, "open within each other"),
    fault("deep content", shown(html("Deep", '<div class="entry-content">' + "<div>" * 3000 + "x")), PARSE, "deep"),
    fault("font bomb", shown("".join(f"<p><font size={n}>x" for n in range(6_000))), PARSE, "left open"),
    fault("a million links", shown(b"<html><body>" + b"<a>" * 600_000), PARSE, "tags"),
    fault("attribute bomb", shown("<p " + " ".join(f"a{n}=1" for n in range(90_000)) + ">"), PARSE, "attributes"),
    fault("too many lines", shown(list_page("too many lines", within="<p>line" * 60_000)), PARSE, "lines"),
    fault("another layout", shown(list_page("x").replace("entry-content", "post-body")), PARSE, "div.post-body"),
    fault("mojibake", shown(list_page("mojibake").replace("loom", "mÃ©tier")), Verdict.HELD, "3 of 3 lines garbled"),
    fault("the same new layout", shown(list_page("y").replace("entry-content", "post-body")), PARSE, "div.post-body"),
    fault("content twice", shown(list_page("x", around='<div class="entry-content">y</div>')), PARSE, "matched 2"),
    fault("nothing on it", notice("Books on nothing", as_content=True), Verdict.HELD, "no entries"),
    fault("entities in html", shown('<!DOCTYPE x [<!ENTITY a "lol">]>' + list_page("entities in html")), SAME),
)

HOSTS = (
    fault("no such name", shown("x"), Verdict.ROBOTS_UNREACHABLE, "does not resolve", host="gone.test"),
    fault("robots 503", shown("x"), Verdict.ROBOTS_UNREACHABLE, "503", host="ill.test", robots=answer(status=503)),
    fault("robots 429", shown("x"), Verdict.ROBOTS_UNREACHABLE, "429", host="full.test", robots=answer(status=429)),
    fault("robots silent", shown("x"), Verdict.ROBOTS_UNREACHABLE, "reset", host="mute.test", robots=reset()),
    fault(
        "robots forbids", shown("x"), Verdict.ROBOTS_DENIED, "forbids", host="shy.test",
        robots=shown("User-agent: *\nDisallow: /", "text/plain"),
    ),
    fault(
        "robots giant", shown("x"), Verdict.ROBOTS_DENIED, "forbids", host="long.test",
        robots=shown("User-agent: *\nDisallow: /\n" + "#" * 3 * MEGABYTE, "text/plain"),
    ),
    fault("rebinding", shown("x"), FETCH, "not to the public internet", host="rebinds.test"),
    fault("to a mapped private address", shown("x"), FETCH, "not to the public internet", host="mapped.test"),
)  # fmt: skip

BOOK = '<p><a href="{}">{}</a>, J. Ash, Loom Press, Leeds, 1912, 9 pages.</p>'
INJECTION = "".join(
    BOOK.format(target, title)
    for target, title in (
        ("javascript:alert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("/a.pdf", "=HYPERLINK(&quot;http://evil.example&quot;;&quot;x&quot;)"),
        ("/b.pdf", "@SUM(A1:A9)"),
        ("/c.pdf", "+cmd|' /C calc'!A0"),
        ("/d.pdf", "](http://evil.example) **bold** | ` # &lt;img src=x onerror=alert(1)&gt;"),
        ("/e.pdf", "\x1b[31mred\x1b]0;title\x07 \u202eesrever\x00\x08"),
    )
)
ADDRESSES = "".join(
    BOOK.format(url, f"Addresses {number}")
    for number, url in enumerate(
        ("../../../../etc/passwd", "file:///etc/passwd", "//evil.example/x", "http://[::1/", "\\\\evil\\x",
         "data:text/html,x", "http://169.254.169.254/", "/" + "x" * 9000)
    )
)  # fmt: skip
MANY_LINKS = f"<p>{'<a href=/a.pdf>a</a>, ' * 2000}1912, 9 pages.</p>"
SECRET = '<meta name="robots" content="noindex, noarchive">'

NEW_LINES = (fault("new hostile lines", shown(list_page("new hostile lines", within=INJECTION)), Verdict.OK),)

HOSTILE = tuple(
    fault(name, given, SAME, always=True)
    for name, given in (
        ("injection", shown(list_page('"><script>alert(2)</script>', within=INJECTION))),
        ("utf-8 called latin-1", shown(list_page("Ångström’s").encode(), "text/html; charset=iso-8859-1")),
        ("windows-1252 called utf-8", shown(list_page("café “Été”").encode("cp1252"))),
        ("windows-1252 called nothing", shown(list_page("Übung").encode("cp1252"), "text/html")),
        ("utf-16", shown(list_page("utf 16").encode("utf-16"), "text/html")),
        ("unknown charset", shown(list_page("charset").encode(), "text/html; charset=x-evil")),
        ("control characters", shown(list_page("nul").replace("loom", "lo\0om\x01\x1b[2J"))),
        ("hundreds of equal lines", shown(list_page("equal", within=lines_of("equal")[0] * 500))),
        ("a line of links", shown(list_page("links", within=MANY_LINKS))),
        ("hostile addresses", shown(list_page("addresses", within=ADDRESSES))),
        ("noindex", shown(list_page("secret", head=SECRET))),
        ("noarchive", answer(list_page("secrets"), headers={"X-Robots-Tag": "otherbot: noindex, NoArchive"})),
        (
            "words of a wall",
            shown(list_page("cookies", within=f"<p>Log in to accept cookies. Maintenance!</p>{LOGIN}")),
        ),
    )
)
