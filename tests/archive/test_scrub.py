"""Lines that were taken down, found again by digests alone and deleted; the rest byte for byte."""

import html
import json

import pytest

from shelflist.archive.scrub import MARK, scrub_payload, scrub_text
from shelflist.models.redacted import NOTICE, LineDigest, line_digest

LINE = "Our Ally Russia – the Truth, Jennie Lée, WH Allen, London, 1942."
SALT = "5a17"


def digest(line: str) -> LineDigest:
    found = line_digest(line, SALT)
    assert found is not None
    return found


def scrubbed(markup: str, line: str = LINE) -> str:
    return scrub_text(markup, SALT, [digest(line)])


@pytest.mark.parametrize(
    "written",
    [
        "Our Ally Russia – the Truth, Jennie Lée, WH Allen, London, 1942.",
        "OUR ALLY RUSSIA &#8211; the Truth,\n Jennie L&eacute;e, WH&nbsp;Allen, London, 1942",
        "<em>Our Ally <b>Rus</b>sia</em> - the Truth (Jennie Le\u0301e), WH Allen<br>London, 1942",
        '<a href="/our-ally-russia.pdf" title="Our Ally"><em>Our Ally Russia – the Truth</em></a>, '
        '<span data-x="Lee">Jennie Lee</span>, WH Allen, London, 1942.',
    ],
)
def test_a_line_is_found_however_it_is_marked_up(written: str) -> None:
    page = f"<ul><li>Before</li><li>{written}</li><li><a href='/b.pdf'>After</a></li></ul>"
    left = scrubbed(page)
    assert left.startswith("<ul><li>Before</li><li>")
    assert left.endswith("</li><li><a href='/b.pdf'>After</a></li></ul>")
    assert MARK in left
    for word in ("ally", "russia", "jennie", "1942", "lee"):
        assert word not in left.lower()


def test_what_is_not_that_line_stays_byte_for_byte() -> None:
    page = "<p class=x>Our Ally Russia – the Lie, Jennie Lee &amp; others</p><!-- Our Ally -->\n"
    assert scrubbed(page) == page
    assert scrub_payload(page.encode("latin-1", "ignore"), SALT, [digest(LINE)]) == page.encode("latin-1", "ignore")


def test_few_words_must_be_a_whole_line() -> None:
    page = "<p>Poems and Prose</p><p>All the poems</p><p><a href=p.pdf>Poems</a></p>"
    assert scrubbed(page, "Poems") == f"<p>Poems and Prose</p><p>All the poems</p><p><a>{MARK}</a></p>"


def test_rest_answers_stay_json_and_feeds_with_escaped_markup_go_whole() -> None:
    page = f"<ul><li>{LINE}</li><li>After</li></ul>"
    answer = json.dumps({"id": 7, "content": {"rendered": page}}).encode()
    left = json.loads(scrub_payload(answer, SALT, [digest(LINE)]))
    assert left == {"id": 7, "content": {"rendered": f"<ul><li>{MARK}</li><li>After</li></ul>"}}
    marked = html.escape(page.replace("Russia", "<em>Russia</em>"))
    feed = f"<rss><description>{marked}</description></rss>".encode()
    assert scrub_payload(feed, SALT, [digest(LINE)]) == NOTICE
    plain = f"<rss><description>{html.escape(page)}</description></rss>".encode()
    assert b"Jennie" not in scrub_payload(plain, SALT, [digest(LINE)])
    other = b"<rss><description>&lt;p&gt;After&lt;/p&gt;</description></rss>"
    assert scrub_payload(other, SALT, [digest(LINE)]) == other


def test_scrubbing_again_changes_nothing() -> None:
    once = scrubbed(f"<p>{LINE}</p><p>{LINE}</p>")
    assert scrubbed(once) == once
    assert once == f"<p>{MARK}</p><p>{MARK}</p>"
