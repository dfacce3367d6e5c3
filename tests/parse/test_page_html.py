"""Sets, headings and titles from the bytes of a page: extraction gives what reading a page needs."""

import pytest

from shelflist.extract.page import read_html
from shelflist.models.observe import PageReading
from shelflist.parse.page import read_page
from shelflist.sources import load_source

HEADERS = {"content-type": "text/html; charset=utf-8"}
NESTED = """
<ul><li>Collected Weavings, Weft Press, Leeds
  <ul><li>Vol. I: The Loom, 1976, 596 pages.</li>
  <li><a href="2.pdf">Vol. II: The Weft</a>, 1977, 400 pages.</li></ul></li>
<li>The Shuttle, Rewi Ash, Bobbin Press, London, 1950, 20 pages.</li></ul>
"""
BROKEN = """
<p>Collected Weavings, Weft Press, Leeds,<br>Vol. I: The Loom, 1976, 596 pages.<br>
Vol. II: The Weft, 1977, 400 pages.</p>
"""
BOLD = """
<p><b>Collected Weavings, Weft Press, Leeds,</b></p>
<p>Vol. I: The Loom, 1976, 596 pages.</p><p>Vol. II: The Weft, 1977, 400 pages.</p>
"""


def read(body: str, title: str = "Looms") -> PageReading:
    source = load_source("demo").source
    html = f'<html><h1 class="entry-title">{title}</h1><div class="entry-content">{body}</div></html>'
    return read_page(read_html(html.encode(), HEADERS, "http://demo.localhost/page/", source), source.lookups)


@pytest.mark.parametrize("body", [NESTED, BROKEN, BOLD], ids=["nested list", "line breaks", "bold header"])
def test_volumes_of_a_set_inherit_however_the_set_is_marked_up(body: str) -> None:
    volumes = [entry.citation for entry in read(body).entries][:2]
    assert [(one.title, one.publisher, one.part_number, one.part_name) for one in volumes] == [
        ("Collected Weavings", "Weft Press", "Vol. I", "The Loom"),
        ("Collected Weavings", "Weft Press", "Vol. II", "The Weft"),
    ]


def test_after_a_nested_set_the_list_goes_on_without_it() -> None:
    last = read(NESTED).entries[-1].citation
    assert (last.title, last.publisher) == ("The Shuttle", "Bobbin Press")


def test_authors_are_taken_from_the_nearest_heading_that_names_one() -> None:
    body = """
    <h2>M–P</h2><h3>Marx, Karl (1818–1883)</h3><p>The Poverty of Philosophy, FLPH, Moscow, 1956, 226 pages.</p>
    <h4>Letters</h4><p>Letters to Kugelmann, Martin Lawrence, London, 1934, 148 pages.</p>
    <h3>Novels</h3><p>The Mill Hands, Weft Press, Leeds, 1954, 281 pages.</p>
    """
    named = [[person.family for person in entry.citation.contributors] for entry in read(body).entries]
    assert named == [["Marx"], ["Marx"], []]
