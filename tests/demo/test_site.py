"""The demo archive over real HTTP: pages, lists, REST and documents as a WordPress site gives them."""

import re
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.demo import DemoSite, load_edition
from tests.demo.reading import LISTS

INTERVENTION = "/foreign-intervention-in-the-soviet-union/"
PDF = "/wp-content/uploads/2021/11/moscow-1937.pdf"


@pytest.fixture
def site() -> Iterator[DemoSite]:
    with DemoSite() as running:
        yield running


@pytest.fixture
def client(site: DemoSite) -> Iterator[httpx.Client]:
    """Asks as a harvester does: the site's own name in Host, the connection on loopback."""
    headers, base = {"Host": "demo.localhost"}, f"http://127.0.0.1:{site.port}"
    with httpx.Client(base_url=base, headers=headers, trust_env=False, verify=False, timeout=60) as asking:
        yield asking


@pytest.mark.parametrize("path", [INTERVENTION, "/history-of-the-ussr/", "/why-keep-an-anniversary/", "/about/"])
def test_a_single_page_says_its_id_and_address_in_every_way_wordpress_does(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    post = load_edition(1).post(path.strip("/"))
    assert post is not None
    number = "p" if post.kind == "post" else "page_id"
    assert answer.status_code == 200
    assert f'<link rel="canonical" href="http://demo.localhost{path}" />' in answer.text
    assert f'<link rel="shortlink" href="http://demo.localhost/?{number}={post.id}" />' in answer.text
    assert f'<article id="post-{post.id}"' in answer.text
    assert re.search(rf'<body class="[^"]*\b(postid|page-id)-{post.id}\b', answer.text)
    assert answer.text.count('class="entry-content"') == 1
    assert f"/wp-json/wp/v2/{post.kind}s/{post.id}>" in answer.headers["link"]


def test_listings_repeat_entries_in_excerpts_and_whole_texts(client: httpx.Client) -> None:
    assert "The secret war against Soviet Russia, David Golinkov" in client.get("/category/ussr/").text
    assert client.get("/category/ussr/lists/").status_code == 200
    assert "The Soviet Transition from Socialism to Communism" in client.get("/tag/october/").text


def test_the_home_page_is_split_and_ends(client: httpx.Client) -> None:
    assert 'class="next page-numbers" href="http://demo.localhost/page/2/"' in client.get("/").text
    assert "Foreign intervention in the Soviet Union" in client.get("/page/2/").text
    assert client.get("/page/3/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("/?p=22", INTERVENTION),
        ("/?page_id=2", "/about/"),
        (INTERVENTION + "2/", INTERVENTION),
        (INTERVENTION.rstrip("/"), INTERVENTION),
        ("/page/1/", "/"),
        ("/page/2", "/page/2/"),
        ("/category/ussr", "/category/ussr/"),
        ("/feed", "/feed/"),
        ("/sitemap.xml", "/wp-sitemap.xml"),
    ],
)
def test_other_addresses_lead_to_the_right_one(client: httpx.Client, asked: str, target: str) -> None:
    answer = client.get(asked)
    assert answer.is_redirect
    assert answer.headers["location"] == "http://demo.localhost" + target


@pytest.mark.parametrize("path", ["/nothing/", "/?p=999", "/?p=x", "/wp-content/uploads/2021/11/none.pdf", "/about/x/"])
def test_what_is_not_there_is_a_404_in_full_dress(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'class="error404"' in answer.text
    assert "no-cache" in answer.headers["cache-control"]


def test_robots_leads_to_the_sitemaps_and_they_to_every_page(client: httpx.Client) -> None:
    address = re.findall(r"Sitemap: (\S+)", client.get("/robots.txt").text)[0]
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = ElementTree.fromstring(client.get(httpx.URL(address).path).text)
    pages: dict[str, str | None] = {}
    for place in index.iterfind("s:sitemap/s:loc", names):
        part = ElementTree.fromstring(client.get(httpx.URL(place.text or "").path).text)
        pages |= {url.findtext("s:loc", "", names): url.findtext("s:lastmod", None, names) for url in part}
    for post in load_edition(1).posts:
        assert pages[f"http://demo.localhost{post.path}"] == post.modified.isoformat()
    assert all(client.get(httpx.URL(page).path).status_code == 200 for page in pages)


def test_the_feed_answers_304_until_something_changed(site: DemoSite, client: httpx.Client) -> None:
    fresh = client.get("/feed/")
    assert {item.findtext("title") for item in ElementTree.fromstring(fresh.text).iter("item")} == {
        post.title for post in load_edition(1).of_kind("post")
    }
    since = {"If-Modified-Since": fresh.headers["last-modified"]}
    assert client.get("/feed/", headers=since).status_code == 304
    assert client.get("/feed/", headers={"If-None-Match": fresh.headers["etag"]}).status_code == 304
    assert client.get("/feed/", headers=since | {"If-None-Match": '"other"'}).status_code == 200
    site.edition = 2
    assert client.get("/feed/", headers=since).status_code == 200


def test_rest_lists_posts_with_totals_and_the_fields_asked_for(client: httpx.Client) -> None:
    query = "per_page=2&orderby=id&order=asc&_fields=id,modified_gmt,title.rendered"
    first = client.get("/wp-json/wp/v2/posts?" + query)
    assert first.json() == [
        {
            "id": 22,
            "modified_gmt": "2024-02-11T19:42:07",
            "title": {"rendered": "Foreign intervention in the Soviet Union"},
        },
        {"id": 24, "modified_gmt": "2025-08-30T22:05:51", "title": {"rendered": "History of the USSR"}},
    ]
    assert (first.headers["x-wp-total"], first.headers["x-wp-totalpages"]) == ("3", "2")
    assert "page=2" in first.headers["link"] and 'rel="next"' in first.headers["link"]
    last = client.get(f"/wp-json/wp/v2/posts?{query}&page=2")
    assert [post["id"] for post in last.json()] == [27]
    assert 'rel="prev"' in last.headers["link"]


def test_rest_and_page_hold_the_same_text(client: httpx.Client) -> None:
    post = client.get("/wp-json/wp/v2/posts/24").json()
    assert post["content"]["rendered"] in client.get("/history-of-the-ussr/").text
    assert b"http:\\/\\/demo.localhost" in client.get("/wp-json/wp/v2/posts/24").content


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("pages?orderby=id&order=asc", [2, 5]),
        ("categories", [4, 3, 2]),
        ("tags?per_page=100&_fields=id,name", [10, 11, 12]),
        ("posts", [27, 24, 22]),
        ("posts?slug=history-of-the-ussr", [24]),
        ("posts?include=27,22&orderby=include", [27, 22]),
        ("posts?categories=3", [24, 22]),
        ("posts?tags=12&order=asc", [24, 27]),
        ("posts?modified_after=2024-02-11T19:42:07Z", [24]),
        ("posts?after=2021-11-04T10:00:00%2B01:00", [27]),
        ("posts?slug=none", []),
    ],
)
def test_rest_filters_and_orders(client: httpx.Client, query: str, ids: list[int]) -> None:
    assert [item["id"] for item in client.get("/wp-json/wp/v2/" + query).json()] == ids


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("posts?per_page=101", 400, "rest_invalid_param"),
        ("posts?page=2", 400, "rest_post_invalid_page_number"),
        ("posts?page=x", 400, "rest_invalid_param"),
        ("posts?orderby=colour", 400, "rest_invalid_param"),
        ("posts?status=any", 400, "rest_invalid_param"),
        ("posts?after=2022-07-14", 400, "rest_invalid_param"),
        ("posts?after=0001-01-01T00:00:00%2B10:00", 400, "rest_invalid_param"),
        ("posts/999", 404, "rest_post_invalid_id"),
        ("tags/999", 404, "rest_term_invalid"),
        ("media", 404, "rest_no_route"),
    ],
)
def test_rest_refuses_in_wordpress_words(client: httpx.Client, query: str, status: int, code: str) -> None:
    answer = client.get("/wp-json/wp/v2/" + query)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["data"]["status"] == status


def test_rest_is_reached_by_query_too(client: httpx.Client) -> None:
    assert client.get("/?rest_route=/wp/v2/posts/22&_fields=id").json() == {"id": 22}
    assert client.get("/wp-json/").json()["namespaces"] == ["wp/v2"]


def test_without_rest_nothing_leads_there(site: DemoSite, client: httpx.Client) -> None:
    site.rest = False
    answer = client.get("/wp-json/wp/v2/posts")
    assert (answer.status_code, answer.json()["code"]) == (404, "rest_no_route")
    page = client.get(INTERVENTION)
    assert "wp-json" not in page.text + page.headers["link"]
    assert 'rel="shortlink"' in page.text


@pytest.mark.parametrize("path", [PDF, "/wp-content/uploads/2021/10/reading-room.svg"])
def test_documents_are_served_with_validators(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert client.get(path, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    assert client.get(path, headers={"If-Modified-Since": answer.headers["last-modified"]}).status_code == 304


def test_pdf_is_well_formed(client: httpx.Client) -> None:
    body = client.get(PDF).content
    assert body.startswith(b"%PDF-1.4") and body.endswith(b"%%EOF\n")
    start = int(body.rsplit(b"startxref\n", 1)[1].split()[0])
    assert body[start:].startswith(b"xref\n0 6\n")
    for number, offset in enumerate(re.findall(rb"(\d{10}) 00000 n ", body), 1):
        assert body[int(offset) :].startswith(b"%d 0 obj" % number)


def test_the_file_of_a_relinked_entry_is_gone_with_its_address(site: DemoSite, client: httpx.Client) -> None:
    old = "/wp-content/uploads/2021/11/the-great-conspiracy-against-russia.pdf"
    new = "/wp-content/uploads/2026/11/the-great-conspiracy-against-russia-searchable.pdf"
    assert (client.get(old).status_code, client.get(new).status_code) == (200, 404)
    site.edition = 2
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_the_same_request_gets_the_same_bytes_from_another_run() -> None:
    answers = []
    for _ in range(2):
        with DemoSite() as site:
            answers.append(
                [_raw(site.port, path) for path in ("/", INTERVENTION, "/feed/", "/wp-json/wp/v2/posts", PDF)]
            )
    assert answers[0] == answers[1]
    assert all(b"\r\nDate: Sun, 01 Nov 2026 02:00:00 GMT\r\n" in answer for answer in answers[0])


def _raw(port: int, path: str) -> bytes:
    request = f"GET {path} HTTP/1.1\r\nHost: demo.localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_the_clock_can_be_set(client: httpx.Client) -> None:
    with DemoSite(clock=datetime(2027, 1, 1, tzinfo=UTC)) as site:
        assert site.date == "Fri, 01 Jan 2027 00:00:00 GMT"
        assert site.date.encode() in _raw(site.port, "/")


def test_gzip_comes_only_when_asked_for(client: httpx.Client) -> None:
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/", headers={"Accept-Encoding": "identity"}).headers
    assert "content-encoding" not in client.get(PDF, headers={"Accept-Encoding": "gzip"}).headers


def test_head_has_the_headers_of_get_and_no_body(client: httpx.Client) -> None:
    head, get = client.head(INTERVENTION), client.get(INTERVENTION)
    assert head.content == b""
    assert head.headers == get.headers


@pytest.mark.parametrize("host", ["127.0.0.1:9999", "demo.localhost:8017", "[::1]:80"])
def test_a_browser_that_asks_another_host_stays_there(client: httpx.Client, host: str) -> None:
    for path in ("/", INTERVENTION, "/feed/", "/wp-sitemap.xml", "/wp-json/wp/v2/posts?_fields=link"):
        text = client.get(path, headers={"Host": host}).text.replace("\\/", "/")
        assert f"//{host}/" in text
        assert not re.search(r"demo\.localhost(?!:8017)", text)


def test_a_host_that_is_none_is_not_repeated(client: httpx.Client) -> None:
    text = client.get("/", headers={"Host": 'x"><script>'}).text
    assert 'x"' not in text
    assert "http://demo.localhost/" in text


def test_requests_are_recorded_in_order(site: DemoSite, client: httpx.Client) -> None:
    client.get("/about/")
    client.head("/feed/?x=1")
    assert site.requests == ["GET /about/", "HEAD /feed/?x=1"]


def test_a_site_out_of_order_answers_so_everywhere_but_in_robots(site: DemoSite, client: httpx.Client) -> None:
    site.fail_with = 503
    for path in ("/", INTERVENTION, "/wp-json/wp/v2/posts", "/wp-sitemap.xml", PDF):
        assert client.get(path).status_code == 503
    assert client.get("/robots.txt").status_code == 200
    site.fail_with = None
    assert client.get("/").status_code == 200


def test_an_emptied_site_still_lists_its_pages(site: DemoSite, client: httpx.Client) -> None:
    site.empty = True
    answer = client.get(INTERVENTION)
    assert answer.status_code == 200
    assert "<body></body>" in answer.text
    posts = client.get("/wp-json/wp/v2/posts").json()
    assert [post["content"]["rendered"] for post in posts] == ["", "", ""]
    assert "<lastmod>" in client.get("/wp-sitemap-posts-post-1.xml").text


def test_only_the_furniture_and_two_lists_differ_between_the_editions(site: DemoSite, client: httpx.Client) -> None:
    def contents() -> dict[str, str]:
        posts = client.get("/wp-json/wp/v2/posts").json() + client.get("/wp-json/wp/v2/pages").json()
        return {post["slug"]: re.sub("<[^>]*>", "", post["content"]["rendered"]) for post in posts}

    first, page = contents(), client.get("/why-keep-an-anniversary/").text
    site.edition = 2
    second = contents()
    assert {slug for slug in first if first[slug] != second[slug]} == set(LISTS)
    assert client.get("/why-keep-an-anniversary/").text != page


def test_closing_does_not_wait_for_a_client_that_keeps_its_connection() -> None:
    site = DemoSite()
    site.start()
    with httpx.Client(trust_env=False) as client:
        client.get(f"http://127.0.0.1:{site.port}/")
        site.stop()
        with pytest.raises(httpx.TransportError):
            client.get(f"http://127.0.0.1:{site.port or 1}/")


@settings(max_examples=150, deadline=None)
@given(
    target=st.text(max_size=40).map("/".__add__) | st.from_regex(r"/(\?p=|wp-json/wp/v2/(posts|tags)\?)[a-z_]+=.{0,9}")
)
def test_any_request_line_has_an_answer(target: str) -> None:
    answer = DemoSite().answer(target, {"host": "demo.localhost"})
    assert answer.status in (200, 301, 302, 400, 404)
