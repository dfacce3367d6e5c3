"""The links of a page as a list: which are followed, and which only continue the page."""

from shelflist.extract.site_links import read_links
from shelflist.models.page import Listing

URL = "http://127.0.0.1:8000/shelf/index.html"
HTML = {"content-type": "text/html"}


def links(body: str, head: str = "") -> Listing:
    return read_links(f"<html><head>{head}</head><body>{body}</body></html>".encode(), HTML, URL)


def test_pages_are_followed_once_and_documents_are_not() -> None:
    body = "".join(
        f'<a href="{href}">x</a>'
        for href in (
            "a.html#top",
            "a.html",
            "/b/",
            "scan.pdf",
            "mailto:x@example.org",
            "javascript:x",
            "http://[bad",
            "",
        )
    )
    assert [page.url for page in links(body).pages] == [
        "http://127.0.0.1:8000/shelf/a.html",
        "http://127.0.0.1:8000/b/",
        URL,
    ]


def test_copies_by_parameter_and_links_not_to_be_followed_are_left_out() -> None:
    body = (
        '<a href="/a/?utm_source=x&amp;page=2">a</a><a href="/a/?replytocom=7">r</a><a href="/?m=202101">m</a>'
        '<a rel="nofollow ugc" href="/c/">c</a><a href="/d.html?m=1">d</a>'
    )
    assert [page.url.removeprefix("http://127.0.0.1:8000") for page in links(body).pages] == [
        "/a/?page=2",
        "/a/",
        "/?m=202101",
        "/d.html",
    ]


def test_links_to_the_next_page_of_a_list_are_told_apart() -> None:
    body = '<a href="/x/">x</a><nav class="pagination"><a class="page-numbers" href="/page/2/">2</a></nav>'
    found = links(body, '<link rel="next" href="/page/3/"><base href="http://127.0.0.1:8000/">')
    assert set(found.children) == {"http://127.0.0.1:8000/page/2/", "http://127.0.0.1:8000/page/3/"}
    assert len(found.pages) == 3
