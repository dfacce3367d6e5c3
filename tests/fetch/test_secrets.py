"""A proxy and a login come from the environment, go where they belong, and are kept nowhere."""

import base64
import gzip
import logging
import os
from pathlib import Path

import pytest

from shelflist.errors import UsageError
from shelflist.extract.worker import Worker
from shelflist.fetch.client import Client
from shelflist.fetch.ports import NoAnswer
from shelflist.fetch.secrets import login_of, proxy
from shelflist.models.web import FailureKind
from shelflist.pipeline import stages
from shelflist.settings import secret
from shelflist.sources.load import parse_source
from tests.faults.pages import list_page
from tests.fetch.fakes import NOW, source
from tests.fetch.server import FaultServer, answer

WORD = "t0p-secret-w0rd"
ENCODED = base64.b64encode(f"reader:{WORD}".encode()).decode()
RULES = """
name = "private-archive"
title = "A private archive"
home = "{home}"
scope = {{ allow_loopback = true }}
pages = {{ doors = ["sitemap"], sitemaps = ["/sitemap.xml"] }}
politeness = {{ delay_seconds = 0, retries = 0 }}
"""


def test_a_login_goes_to_the_sources_hosts_alone(site: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFLIST_AUTH_TEST", f"reader:{WORD}")
    site.on("/a/", answer())
    with Client(source(site.home)) as client:
        client.get(site.url("/a/"))
        client.get(site.url("/a/").replace("127.0.0.1", "localhost"))
    sent = [headers.get("Authorization") for _, headers in site.requests]
    assert sent == [f"Basic {ENCODED}", None]


def test_a_login_is_not_sent_in_the_clear_where_the_home_page_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFLIST_AUTH_TEST", f"X-Key: {WORD}")
    login = login_of(source("https://archive.example/"))
    assert login is not None
    assert login.fields_for("https://archive.example/a/") == {"X-Key": WORD}
    assert login.fields_for("http://archive.example/a/") == {}
    assert WORD not in repr(login)


@pytest.mark.parametrize("written", [f"reader:{WORD}", f"Cookie: session={WORD}", f"X-Api-Key: {WORD}"])
def test_nothing_that_is_written_or_said_holds_the_login(
    site: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, written: str
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("SHELFLIST_AUTH_PRIVATE_ARCHIVE", written)
    site.on("/sitemap.xml", answer(f"<urlset><url><loc>{site.url('/a/')}</loc></url></urlset>"))
    site.on("/a/", answer(list_page("a")))
    loaded = parse_source(RULES.format(home=site.home), "private.toml")
    outcome = stages.harvest(loaded, tmp_path, now=NOW)
    assert outcome.result == "success"
    assert all(WORD in str(headers) or ENCODED in str(headers) for _, headers in site.requests)
    kept = b"".join(_unpacked(path) for path in tmp_path.rglob("*") if path.is_file())
    assert b"reader" not in kept.replace(b"readers", b"")
    for secret_words in (WORD.encode(), ENCODED.encode()):
        assert secret_words not in kept + caplog.text.encode() + repr(outcome).encode()


def _unpacked(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def test_the_worker_that_reads_pages_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFLIST_AUTH_TEST", WORD)
    monkeypatch.setenv("SHELFLIST_PROXY", "http://127.0.0.1:1")
    with Worker() as worker:
        assert [worker.run(secret, name) for name in ("SHELFLIST_AUTH_TEST", "SHELFLIST_PROXY")] == ["", ""]
        assert worker.run(secret, "PATH") == os.environ["PATH"]


def test_requests_go_through_the_proxy_with_its_own_login(site: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFLIST_PROXY", site.home.replace("http://", f"http://reader:{WORD}@"))
    site.on("http://archive.invalid/a/", answer("through"))
    with Client(source("http://archive.invalid/")) as client:
        got = client.get("http://archive.invalid/a/")
    assert got.payload == b"through"
    assert site.requests[0][1]["Proxy-Authorization"] == f"Basic {ENCODED}"
    assert WORD not in repr(got) and ENCODED not in repr(got)
    assert WORD not in repr(proxy())


def test_a_proxy_opens_no_way_inside(site: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFLIST_PROXY", site.home)
    with Client(source("http://10.0.0.1/")) as client, pytest.raises(NoAnswer) as caught:
        client.get("http://10.0.0.1/")
    assert caught.value.kind is FailureKind.OUT_OF_SCOPE
    assert site.requests == []


@pytest.mark.parametrize("written", [f"socks5://{WORD}@h:1", f"http://{WORD}", f"http://h:99999/{WORD}", WORD])
def test_a_faulty_proxy_is_told_without_its_value(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("SHELFLIST_PROXY", written)
    with pytest.raises(UsageError, match="SHELFLIST_PROXY: expected http://host:port") as caught:
        proxy()
    assert WORD not in str(caught.value)


def test_a_faulty_login_is_told_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELFLIST_AUTH_TEST", WORD)
    with pytest.raises(UsageError, match="SHELFLIST_AUTH_TEST: expected user:password") as caught:
        login_of(source("http://archive.example/"))
    assert WORD not in str(caught.value)
