"""A saved site answers as a plain web server does."""

import gzip

import pytest

from shelflist.demo import SavedSite, saved_names
from shelflist.demo.saved import load_saved
from shelflist.sources import load_source

CHINA = "/china/index.htm"


@pytest.mark.parametrize("name", saved_names())
def test_every_saved_site_has_a_source_that_looks_for_it(name: str) -> None:
    source = load_source(name).source
    assert source.home_host == load_saved(name, 1).host
    assert source.politeness.connect_to == load_source("demo").source.politeness.connect_to


def test_a_page_is_sent_in_the_character_set_that_it_names_alone() -> None:
    answer = SavedSite("demo-lists").answer(CHINA, {})
    assert answer.content_type == "text/html"
    assert b"charset=windows-1252" in answer.body
    assert "“Serve the People”".encode("windows-1252") in answer.body


def test_validators_make_the_answer_short_until_the_file_is_edited() -> None:
    site = SavedSite("demo-lists")
    headers = dict(site.answer(CHINA, {}).headers)
    conditions = {"if-none-match": headers["ETag"], "if-modified-since": headers["Last-Modified"]}
    assert site.answer(CHINA, conditions).status == 304
    site.edition = 2
    assert site.answer(CHINA, conditions).status == 200


def test_a_client_that_takes_gzip_gets_it() -> None:
    answer = SavedSite("demo-lists").answer(CHINA, {"accept-encoding": "gzip"})
    assert ("Content-Encoding", "gzip") in answer.headers
    assert b"Fanshen" in gzip.decompress(answer.body)


def test_addresses_lead_to_the_host_that_was_asked() -> None:
    answer = SavedSite("demo-blog").answer("/", {"host": "127.0.0.1:8017"})
    assert b"http://127.0.0.1:8017/2024/03/spain-1936-1939.html" in answer.body
    assert b"footnotes.localhost/" not in answer.body
    hostile = SavedSite("demo-blog").answer("/", {"host": '"><script>'})
    assert b"<script>" not in hostile.body


def test_what_is_not_there_is_404() -> None:
    assert SavedSite("demo-tables").answer("/nowhere.htm", {}).status == 404


def test_a_new_page_is_there_in_the_second_edition() -> None:
    site = SavedSite("demo-blog")
    assert site.answer("/2026/11/the-luddites.html", {}).status == 404
    site.edition = 2
    assert site.answer("/2026/11/the-luddites.html", {}).status == 200
