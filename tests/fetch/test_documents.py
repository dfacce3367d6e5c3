"""Asking after documents over real HTTP: what is learnt where HEAD tells the truth, and where it does not."""

import json
from typing import Any

import pytest

from shelflist.extract.attachment import read_attachment_page, read_media
from shelflist.fetch.client import Client
from shelflist.fetch.documents import Document, DocumentAsker
from shelflist.models.checked import LinkChecked
from shelflist.track.targets import was_there
from tests.fetch.fakes import NOW, RUN, CountingClock, source
from tests.fetch.server import Answer, FaultServer, answer, drip, redirect

PDF = {"Content-Type": "application/pdf", "Last-Modified": "Fri, 30 Oct 2026 18:02:11 GMT"}
BODY = b"%PDF" + b"x" * 4996
FIRST_BYTE = answer(b"%", status=206, headers=PDF | {"Content-Range": "bytes 0-0/5000"})


class FileReaders:
    media = staticmethod(read_media)
    attachment_page = staticmethod(read_attachment_page)


def check(
    site: FaultServer,
    path: str,
    promised: str | None = "application/pdf",
    *,
    is_attachment: bool = False,
    **tables: Any,
) -> LinkChecked:
    url = path if "://" in path else site.url(path)
    rules = source(site.home, **tables)
    with Client(rules) as client:
        asker = DocumentAsker(rules, client, FileReaders(), CountingClock(), RUN)
        return asker.check(Document(url, promised, is_attachment))


def asked(site: FaultServer) -> list[str]:
    return [path for path in site.paths if path != "/robots.txt"]


def test_one_head_is_enough_where_it_tells_all(site: FaultServer) -> None:
    site.on("HEAD /a.pdf", answer(BODY, headers=PDF))
    told = check(site, "/a.pdf")
    assert (told.method, told.http_status, told.size, told.media_type) == ("HEAD", 200, 5000, "application/pdf")
    assert told.last_modified == PDF["Last-Modified"]
    assert (told.final_url, told.failure, told.checked_at) == (None, None, NOW)
    assert asked(site) == ["HEAD /a.pdf"]


def test_a_document_may_be_longer_than_any_page(site: FaultServer) -> None:
    site.on("HEAD /a.pdf", answer(headers=PDF, length=900_000_000))
    assert check(site, "/a.pdf").size == 900_000_000


@pytest.mark.parametrize(
    "head",
    [
        None,  # 501, the method is not known
        answer(status=405),
        answer(status=403),
        answer("<h1>Not found</h1>", status=404),
        answer(b"", headers=PDF),  # Content-Length: 0
        answer("<p>Home</p>", headers={"Content-Type": "text/html"}),
    ],
)
def test_where_head_lies_the_first_byte_is_asked_for_and_no_more(site: FaultServer, head: Answer | None) -> None:
    if head is not None:
        site.on("HEAD /a.pdf", head)
    site.on("/a.pdf", FIRST_BYTE)
    told = check(site, "/a.pdf", politeness={"retries": 0})
    assert (told.method, told.http_status, told.size) == ("GET", 206, 5000)
    assert asked(site) == ["HEAD /a.pdf", "/a.pdf"]
    assert site.requests[-1][1]["Range"] == "bytes=0-0"


def test_a_server_that_knows_no_ranges_is_left_at_the_header(site: FaultServer) -> None:
    site.on("/big.pdf", answer(b"x" * 3_000_000, headers=PDF))
    told = check(site, "/big.pdf", politeness={"retries": 0, "max_bytes": 1_000_000})
    assert (told.http_status, told.size) == (200, 3_000_000)


def test_an_empty_document_is_a_document(site: FaultServer) -> None:
    site.on("/none.pdf", answer(status=416, headers={"Content-Range": "bytes */0", "Content-Type": "application/pdf"}))
    assert check(site, "/none.pdf", politeness={"retries": 0}).size == 0


def test_a_page_needs_no_second_question(site: FaultServer) -> None:
    site.on("HEAD /page/", answer("<p>A page</p>"))
    assert check(site, "/page/", promised=None).media_type == "text/html"
    assert asked(site) == ["HEAD /page/"]


def test_only_permanent_redirects_say_that_a_document_moved(site: FaultServer) -> None:
    site.on("HEAD /a.pdf", redirect("/b.pdf", 301))
    site.on("HEAD /b.pdf", redirect("/node7/b.pdf", 302))
    site.on("HEAD /node7/b.pdf", answer(BODY, headers=PDF))
    told = check(site, "/a.pdf")
    assert (told.moved_to, told.final_url) == (site.url("/b.pdf"), site.url("/node7/b.pdf"))


def test_a_circle_teaches_nothing(site: FaultServer) -> None:
    site.on("HEAD /a.pdf", redirect("/b.pdf"))
    site.on("HEAD /b.pdf", redirect("/a.pdf"))
    assert check(site, "/a.pdf").failure == "redirect"


def test_the_robots_rules_of_the_documents_own_host_hold(site: FaultServer) -> None:
    with FaultServer() as other:
        other.on("/robots.txt", answer("User-agent: *\nDisallow: /private/", headers={"Content-Type": "text/plain"}))
        other.on("HEAD /a.pdf", answer(BODY, headers=PDF))
        assert check(site, other.url("/private/a.pdf")).failure == "robots_denied"
        assert check(site, other.url("/a.pdf")).http_status == 200
        assert other.paths == ["/robots.txt", "/robots.txt", "HEAD /a.pdf"]
        assert site.paths == []


def test_of_a_host_whose_robots_cannot_be_had_nothing_is_asked(site: FaultServer) -> None:
    site.on("/robots.txt", answer(status=503))
    assert check(site, "/a.pdf", politeness={"retries": 0}).failure == "robots_unreachable"
    assert asked(site) == []


def test_the_source_file_can_leave_hosts_out(site: FaultServer) -> None:
    assert check(site, "/a.pdf", links={"exclude_hosts": ["127.0.0.1"]}).failure == "out_of_scope"
    assert check(site, "/a.pdf", links={"hosts": ["files.example"]}).failure == "out_of_scope"
    assert site.paths == []


def test_no_document_leads_to_this_side_of_the_internet(site: FaultServer) -> None:
    """By link or by redirect; loopback only where the source file allows it, private addresses never."""
    closed = {"home": "https://archive.example/", "scope": {"allow_loopback": False}}
    rules = source(site.home).model_copy(update=closed | {"scope": source(site.home).scope.model_copy(
        update={"allow_loopback": False})})  # fmt: skip
    with Client(rules) as client:
        asker = DocumentAsker(rules, client, FileReaders(), CountingClock(), RUN)
        for url in (site.url("/a.pdf"), "http://169.254.169.254/latest/meta-data", "http://10.0.0.1/a.pdf"):
            assert asker.check(Document(url)).failure == "out_of_scope"
    site.on("HEAD /a.pdf", redirect("http://192.168.0.1/a.pdf", 302))
    assert check(site, "/a.pdf").failure == "out_of_scope"
    assert asked(site) == ["HEAD /a.pdf"]


def test_a_slow_answer_ends_in_time(site: FaultServer) -> None:
    site.on("HEAD /slow.pdf", drip([b"HTTP/1.1 200 OK\r\n", *[b"X-A: b\r\n"] * 100], 0.05))
    told = check(site, "/slow.pdf", politeness={"retries": 0, "total_timeout_seconds": 1.5})
    assert told.failure == "timeout"


def test_the_budget_ends_the_check_and_a_busy_host_is_not_pressed(site: FaultServer) -> None:
    site.on("HEAD /a.pdf", answer(status=503, headers={"Retry-After": "9999"}))
    rules = source(site.home, links={"max_requests": 3})
    with Client(rules) as client:
        asker = DocumentAsker(rules, client, FileReaders(), CountingClock(), RUN)
        assert asker.check(Document(site.url("/a.pdf"))).failure == "retry_later"
        assert asker.check(Document(site.url("/b.pdf"))).failure == "skipped"
        assert not asker.is_spent
        assert asked(site) == ["HEAD /a.pdf"]


def test_hostile_header_values_stay_out_of_the_ledger(site: FaultServer) -> None:
    wild = {"Content-Type": "=cmd|calc/x", "Last-Modified": "=" * 5000, "Content-Length": "9" * 19}
    lines = b"".join(f"{name}: {value}\r\n".encode() for name, value in wild.items())
    site.on("HEAD /a.pdf", drip([b"HTTP/1.1 200 OK\r\n" + lines + b"\r\n"], 0))
    site.on("/a.pdf", answer(BODY, headers={"Content-Type": "=cmd|calc/x", "Last-Modified": "=" * 5000}))
    told = check(site, "/a.pdf")
    assert (told.http_status, told.media_type, told.last_modified, told.size) == (200, None, None, 5000)


ITEM = "/wp-json/wp/v2/media/7"
ITEM_ASKED = f"{ITEM}?_fields=source_url,mime_type"
ELSEWHERE = "/elsewhere/wp/v2/media/7"
"""At another host."""


def attachment_page(site: FaultServer, item: str = ITEM) -> Answer:
    address = site.url(item).replace("127.0.0.1", "localhost") if item is ELSEWHERE else site.url(item)
    link = f'<{site.url("/wp-json/")}>; rel="https://api.w.org/", <{address}>; rel="alternate"; type="x/y"'
    return answer("", headers={"Content-Type": "text/html", "Link": link})


def item_of(file: str) -> Answer:
    told = {"source_url": file, "mime_type": "application/pdf"}
    return answer(json.dumps(told), headers={"Content-Type": "application/json"})


def test_an_attachment_page_leads_to_its_file_and_the_file_is_asked_after(site: FaultServer) -> None:
    """Without reading the page: its header names the item of the REST interface, which names the file."""
    site.on("HEAD /weaving/", attachment_page(site))
    site.on(ITEM_ASKED, item_of(site.url("/uploads/weaving.pdf")))
    site.on("HEAD /uploads/weaving.pdf", answer(BODY, headers=PDF))
    told = check(site, "/weaving/", promised=None)
    assert (told.url, told.document_url) == (site.url("/weaving/"), site.url("/uploads/weaving.pdf"))
    assert (told.http_status, told.media_type, told.size, told.final_url) == (200, "application/pdf", 5000, None)
    assert asked(site) == ["HEAD /weaving/", ITEM_ASKED, "HEAD /uploads/weaving.pdf"]
    site.on("HEAD /uploads/weaving.pdf", answer("<h1>Not found</h1>", headers={"Content-Type": "text/html"}))
    site.on("/uploads/weaving.pdf", answer("<h1>Not found</h1>", headers={"Content-Type": "text/html"}))
    assert was_there(check(site, "/weaving/", promised=None)) is False, "a page in the place of the file"


def test_where_the_interface_is_closed_a_page_linked_as_an_attachment_is_read(site: FaultServer) -> None:
    shown = "<body class=attachment><p class='attachment'><a href='/uploads/weaving.pdf'>Weaving</a></p>"
    site.on("HEAD /weaving/", answer("", headers={"Content-Type": "text/html"}))
    site.on("/weaving/", answer(shown, headers={"Content-Type": "text/html"}))
    site.on("HEAD /uploads/weaving.pdf", answer(BODY, headers=PDF))
    assert check(site, "/weaving/", promised=None).document_url is None, "another page is not read to find out"
    told = check(site, "/weaving/", promised=None, is_attachment=True)
    assert (told.document_url, told.size) == (site.url("/uploads/weaving.pdf"), 5000)


@pytest.mark.parametrize(
    ("item", "source_url"),
    [
        (ELSEWHERE, "unasked"),
        (ITEM, "file:///etc/passwd"),
        (ITEM, "http://169.254.169.254/latest/meta-data"),
    ],
)
def test_an_attachment_leads_nowhere_that_a_link_may_not(site: FaultServer, item: str, source_url: str) -> None:
    site.on("HEAD /weaving/", attachment_page(site, item))
    site.on(ITEM_ASKED, item_of(source_url))
    told = check(site, "/weaving/", promised=None)
    assert (told.http_status, told.failure) in ((200, None), (None, "out_of_scope"))
    assert set(asked(site)) <= {"HEAD /weaving/", ITEM_ASKED}


def test_a_host_that_is_silent_over_tls_is_asked_without_it(site: FaultServer) -> None:
    """Links to one file, as http and as https, stand side by side in old lists."""
    site.on("HEAD /a.pdf", answer(BODY, headers=PDF))
    rules = source(site.home, politeness={"retries": 0})
    with Client(rules) as client:
        asker = DocumentAsker(rules, client, FileReaders(), CountingClock(), RUN)
        secure = site.home.replace("http:", "https:")
        told = [asker.check(Document(f"{secure}{name}.pdf")).failure for name in "abcde"]
        assert set(told) == {"robots_unreachable"}
        assert asker.check(Document(site.url("/a.pdf"))).http_status == 200
