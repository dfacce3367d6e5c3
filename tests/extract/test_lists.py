"""The lists of doors: REST collections, terms, sitemaps; and how a bad one is refused."""

import gzip
import json
from datetime import UTC, datetime

import pytest

from shelflist.errors import ReadError
from shelflist.extract.lists import read_rest_list, read_sitemap, read_terms
from shelflist.extract.rest import read_rest
from shelflist.models.page import ListedPage, Term
from tests.extract.reading import source

URL = "http://127.0.0.1:8000/wp-sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def test_a_rest_list_names_its_pages_and_the_whole() -> None:
    post = {
        "id": 22,
        "link": "http://127.0.0.1:8000/mill/",
        "date_gmt": "2021-11-01T10:30:00",
        "modified_gmt": "2022-01-02T03:04:05",
        "title": {"rendered": "Odds &#038; ends"},
        "categories": [3],
        "tags": [],
    }
    listing = read_rest_list(json.dumps([post]).encode(), {"x-wp-total": "45", "X-WP-TotalPages": "1"}, URL, "posts")
    assert (listing.total, listing.total_pages) == (45, 1)
    assert listing.pages == (
        ListedPage(
            page_key="post:22",
            url="http://127.0.0.1:8000/mill/",
            wp_post_id=22,
            post_type="posts",
            title="Odds & ends",
            date_published=datetime(2021, 11, 1, 10, 30, tzinfo=UTC),
            modified="2022-01-02T03:04:05",
            category_ids=(3,),
        ),
    )


def test_a_slim_list_is_enough() -> None:
    listing = read_rest_list(b'[{"id":1,"link":"http://x/","date_gmt":"0000-00-00T00:00:00"}]', {}, URL, "pages")
    assert listing.pages == (ListedPage(page_key="post:1", url="http://x/", wp_post_id=1, post_type="pages"),)
    assert (listing.total, listing.total_pages) == (None, None)


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        (b"<html>", "expected JSON"),
        (b"{}", "expected an array"),
        (b'{"code":"rest_post_invalid_page_number","message":"no"}', "'rest_post_invalid_page_number'"),
        (b'[{"id":1,"link":"x"},{"id":"2","link":"x"}]', r"/1 /id: found '2', expected an integer"),
        (b'[{"id":true,"link":"x"}]', "found True, expected an integer"),
        (b'[{"id":1}]', "expected an object with 'link'"),
        (b"[7]", "found 7, expected an object"),
        (b'[{"id":1,"link":"x","tags":["a"]}]', "/0 /tags /0: found 'a'"),
    ],
)
def test_a_list_that_is_none_is_told_with_place_found_and_expected(payload: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_rest_list(payload, {}, URL, "posts")


@pytest.mark.parametrize("identity", [10**30, 2**63, 0, -5, 1.5, True, "22", "../../etc/passwd", [1]])
def test_an_id_that_no_table_can_hold_is_refused(identity: object) -> None:
    post = {"id": identity, "link": "http://127.0.0.1:8000/mill/", "content": {"rendered": ""}}
    with pytest.raises(ReadError, match=r"/id: found .*, expected an i"):
        read_rest_list(json.dumps([post]).encode(), {}, URL, "posts")
    with pytest.raises(ReadError, match=r"/id: found .*, expected an i"):
        read_rest(json.dumps(post).encode(), {}, URL, source())


def test_terms_are_unescaped() -> None:
    assert read_terms(b'[{"id":3,"name":"Odds &amp; ends","slug":"odds"}]') == (Term(3, "Odds & ends", "odds"),)


@pytest.mark.parametrize("opening", [f'<urlset xmlns="{NAMESPACE}">', "<urlset>", f'<s:urlset xmlns:s="{NAMESPACE}">'])
@pytest.mark.parametrize("zipped", [False, True])
def test_a_sitemap_names_its_pages(opening: str, zipped: bool) -> None:
    prefix = "s:" if "s:urlset" in opening else ""
    entry = "<url><loc> http://x/a/ </loc><lastmod>2024-01</lastmod></url>"
    entry = entry.replace("</", f"</{prefix}").replace("<", f"<{prefix}").replace(f"<{prefix}/", "</")
    xml = f"<?xml version='1.0'?>{opening}{entry}</{prefix}urlset>".encode()
    listing = read_sitemap(gzip.compress(xml, mtime=0) if zipped else xml, URL)
    assert listing.pages == (ListedPage(page_key="url:http://x/a/", url="http://x/a/", modified="2024-01"),)


def test_pictures_in_a_sitemap_are_no_pages() -> None:
    image = "<i:image xmlns:i='http://i/'><i:loc>http://x/i.jpg</i:loc></i:image><i:loc xmlns:i='http://i/'>no</i:loc>"
    listing = read_sitemap(f"<urlset xmlns='{NAMESPACE}'><url>{image}<loc>/a/</loc></url></urlset>".encode(), URL)
    assert [page.url for page in listing.pages] == ["http://127.0.0.1:8000/a/"]


def test_a_sitemap_index_names_further_sitemaps() -> None:
    xml = "<sitemapindex><sitemap><loc>http://x/1.xml</loc></sitemap></sitemapindex>"
    assert read_sitemap(xml.encode(), URL).children == ("http://x/1.xml",)


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        (b"", "no well-formed XML"),
        (b"<html></html>", "found <html>, expected <urlset>"),
        (b"<urlset><url></url></urlset>", r"url\[0\]: found no <loc>"),
        (b"<urlset><url><loc>http://[</loc></url></urlset>", "expected an address"),
        (b"<!DOCTYPE u [<!ENTITY a 'aaaa'>]><urlset>&a;</urlset>", "XML entities"),
        (b"<!DOCTYPE u [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset>&a;</urlset>", "XML entities"),
        (b"<?xml version='1.0' encoding='nonsense'?><urlset/>", "cannot be decoded"),
        (b"\x1f\x8b\x08nonsense", "damaged gzip"),
        (gzip.compress(b"<urlset/>" * 100, mtime=0)[:-9], "breaks off"),
        (gzip.compress(b" " * 60_000_000, 1, mtime=0), "more than 52428800 bytes"),
    ],
)
def test_a_sitemap_that_is_none_is_refused(payload: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_sitemap(payload, URL)
