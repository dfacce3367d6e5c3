"""What one line's text, links and emphasis are, in the markup authors leave behind."""

import pytest

from shelflist.models.page import BlockKind
from tests.extract.reading import HOME, URL, blocks, kinds, lines

MILL = "The Mill Hands, Rewi Ash, Leeds, 1954, 281 pages."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("one<em>two</em>", "onetwo"),
        ("one <em> two</em>", "one two"),
        ("&nbsp;one,&nbsp;two&nbsp;", "one, two"),
        ("one<br>two<br/>three", "one two three"),
        ("Caf<b>e</b>&#x301;", "Café"),
        ("a&#x200d;b", "a\u200db"),
        ("&#xfeff;one&#x200b;", "one"),
        ("<o:p></o:p><font color=red>one</font>", "one"),
        ("one<!-- two --><script>three</script>", "one"),
    ],
)
def test_white_space_is_that_which_shows(html: str, text: str) -> None:
    assert [block.text for block in blocks(f"<p>{html}</p>")] == [text]


@pytest.mark.parametrize("tag", ["p", "div", "li", "blockquote", "dd", "section"])
def test_block_elements_never_glue_words(tag: str) -> None:
    assert lines(f"<{tag}>{MILL}</{tag}><{tag}>Two.</{tag}>") == [MILL, "Two."]


def test_a_paragraph_without_text_is_nothing() -> None:
    assert blocks("<p></p><p>&nbsp;</p><p><br></p><p><a href=x.pdf></a></p><p>&#x200b;</p>") == ()


def test_an_unclosed_em_does_not_swallow_the_paragraphs_below() -> None:
    found = blocks(f"<p><em>One, 5 pages.</p>\n<p>{MILL}</p>\n<p><em>Two</em>, 3 pages.</p>")
    assert [block.text for block in found] == ["One, 5 pages.", MILL, "Two, 3 pages."]
    assert [[(span.start, span.end) for span in block.emphasis] for block in found[1:]] == [[], [(0, 3)]]


def test_nested_lists_give_one_line_an_item() -> None:
    assert lines("<ul><li>One<ol><li>Two</li><li>Three</ol><li>Four</ul>") == ["One", "Two", "Three", "Four"]


def test_a_table_row_is_one_line() -> None:
    html = """<table><thead><tr><th>Title</th><th>Imprint</th></tr></thead>
        <tr><td><a href=m.pdf><em>The Mill Hands</em></a></td><td>Rewi Ash, Leeds, 1954</td><td>281 pages.</td></tr>
        <tr><td>Loom and Law,</td><td></td><td>Leeds</td><td>, 1952</td></tr></table>"""
    assert kinds(html) == [
        ("caption", "Title, Imprint"),
        ("line", "The Mill Hands, Rewi Ash, Leeds, 1954, 281 pages."),
        ("line", "Loom and Law, Leeds, 1952"),
    ]
    row = blocks(html)[1]
    assert row.dom_path.endswith("tr:nth-of-type(1)")
    assert row.links[0].text == "The Mill Hands"


def test_a_table_that_lays_out_the_page_is_read_cell_by_cell() -> None:
    html = f"<table><tr><td><p>One.</p><p>Two.</p></td><td><ul><li>{MILL}</ul></td></tr></table>"
    assert lines(html) == ["One.", "Two.", MILL]
    assert lines(f"<table><tr><td><table><tr><td>A<td>B</table><td>{MILL}</table>") == ["A, B", MILL]


def test_a_term_and_its_description_are_one_entry_unless_the_description_has_a_title() -> None:
    assert lines("<dl><dt>The Mill Hands</dt><dd>Rewi Ash, Leeds, 1954, 281 pages.</dd></dl>") == [MILL]
    html = "<dl><dt>Rewi Ash</dt><dd><em>The Mill Hands</em>, 1954</dd><dd><em>Looms</em>, 1955</dd></dl>"
    assert kinds(html) == [("heading", "Rewi Ash"), ("line", "The Mill Hands, 1954"), ("line", "Looms, 1955")]


def test_a_file_block_is_its_first_link() -> None:
    html = f"""<div class=wp-block-file><object data=m.pdf></object><a href=m.pdf>{MILL}</a>
        <a href=m.pdf class="wp-block-file__button wp-element-button" download>Download</a></div>"""
    (block,) = blocks(html)
    assert (block.kind, block.text, len(block.links)) == (BlockKind.LINE, MILL, 1)


def test_two_anchors_with_one_target_are_one_link() -> None:
    (block,) = blocks("<p><a href=m.pdf><em>The </em></a> <a href=/the-mill-hands/m.pdf><em>Mill</em></a>, Leeds</p>")
    assert [(link.text, link.start, link.end, link.url_raw) for link in block.links] == [("The Mill", 0, 8, "m.pdf")]
    assert [(span.start, span.end) for span in block.emphasis] == [(0, 8)]


def test_links_to_two_parts_stay_two() -> None:
    (block,) = blocks("<p><em>Mill</em>, 5 pages. <a href=1.pdf>Part 1</a>. <a href=2.pdf>Part 2</a>.</p>")
    assert [link.text for link in block.links] == ["Part 1", "Part 2"]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("m.pdf", URL + "m.pdf"),
        ("/uploads/m.pdf", HOME + "uploads/m.pdf"),
        ("//archive.test/m.pdf", "http://archive.test/m.pdf"),
        (" m\n.pdf ", URL + "m.pdf"),
        ("a b.pdf", URL + "a%20b.pdf"),
        ("mailto:archivist@archive.test", "mailto:archivist@archive.test"),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("http://[", ""),
        ("http://[::1/m.pdf", ""),
        ("//℀.test/m.pdf", ""),
    ],
)
def test_a_link_is_absolute_and_only_ever_leads_to_the_web(href: str, url: str) -> None:
    (block,) = blocks(f'<p><a href="{href}">Mill</a>, 1954, 5 pages</p>')
    assert (block.links[0].url, block.links[0].url_raw) == (url, href)


def test_the_link_of_a_cover_is_the_entrys_but_not_that_of_a_larger_picture() -> None:
    (block,) = blocks("<p><a href=m.pdf><img src=c.jpg></a> Mill, 1954, 5 pages</p>")
    assert [(link.url_raw, link.start, link.end) for link in block.links] == [("m.pdf", 0, 0)]
    (block,) = blocks("<p><a href=c-large.jpg><img src=c.jpg></a> Mill, 1954, 5 pages</p>")
    assert block.links == ()


def test_emphasis_is_what_stands_out_from_the_rest() -> None:
    (block,) = blocks("<p><strong><i>Mill</i>, Leeds, 1954, 5 pages</strong></p>")
    assert [(span.start, span.end) for span in block.emphasis] == [(0, 4)]
    (block,) = blocks("<p><em>Mill, Leeds, 1954, 5 pages</em></p>")
    assert [(span.start, span.end) for span in block.emphasis] == [(0, len(block.text))]
