"""The short way of reading a paragraph gives what the long one gives, and the long one all that lexbor has."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborNode

from shelflist.extract.blocks import Blocks, read_blocks, walked_runs
from shelflist.extract.document import parse_text
from shelflist.extract.pieces import Line
from shelflist.extract.rules import rules_for
from tests.extract.markup import BLOCK, INLINE, TABLE, VOID, WORDS, markup
from tests.extract.reading import URL, source

RULES = rules_for(source(navigation=("nav", ".n"), caption=(".c", "figcaption"), drop=(".d", "object")), URL)
THE_LONG_WAY = replace(RULES, selected=replace(RULES.selected, has_leaves=False))
MARKED = ("p class=n", "span class=c", "div class='x d'", "a class=d href=d.pdf", "object", "li class=n")
PHRASES = ("em", "strong", "b", "u", "cite", "sup", "a href=x.pdf", "a href=/y/ rel=z", "span style='font-weight:bold'")
ODD = (
    "<script>if(a<b&&c){'</p>'}</script>", "<style>p>a{}</style>", "<xmp><p>a</xmp>", "<iframe></em></iframe>",
    "<template><p>x</template>", "<!-- <p> -->", "<a<b>", "<q foo<bar=1>", "<x.<!--a>", "<?php a ?>", "<td></td>",
    "<svg><style><a>b</a></style></svg>", "<a title=' href=' href=q.pdf>", "<a title=' /=' href=q.pdf>", "&lt;p&gt;",
    "&amp;",
)  # fmt: skip


def phrases() -> st.SearchStrategy[str]:
    """Paragraphs of text and phrasing, most of them well-formed: what leaves are."""
    text = st.one_of(WORDS, st.sampled_from(("The Mill Hands", ", 1954, 281 pages.", " ", "&nbsp;", "&amp;", "“", "é")))
    inner = st.recursive(
        text, lambda within: st.builds(_element, st.sampled_from(PHRASES), st.lists(within, max_size=3)), max_leaves=6
    )
    leaf = st.builds(_element, st.sampled_from(("p", "li", "h2 id=k", "div", "p class=q")), st.lists(inner, max_size=4))
    return st.lists(st.one_of(leaf, leaf, inner, st.sampled_from(VOID)), max_size=6).map("".join)


def _element(tag: str, within: list[str]) -> str:
    return f"<{tag}>{''.join(within)}</{tag.split()[0]}>"


def odd() -> st.SearchStrategy[str]:
    everything = markup(INLINE + BLOCK + TABLE + MARKED)
    return st.lists(st.one_of(everything, st.sampled_from(ODD)), max_size=4).map("".join)


def content(html: str) -> LexborNode:
    root = parse_text(f"<!doctype html><div class=entry-content>{html}</div>", "test").css_first(".entry-content")
    assert root is not None
    return root


def read(html: str, *, the_long_way: bool = False) -> Blocks:
    return read_blocks(content(html), THE_LONG_WAY if the_long_way else RULES)


@given(st.one_of(phrases(), odd()))
@settings(max_examples=400, deadline=None)
@example("<p><a href=x.pdf><em>The Mill Hands</em></a>, Leeds, 1954, 281 pages.</p>")
@example("<h2>Novels<p>One</p><p>Two</p>")
@example("<pre><p>a\nb</p></pre><dl><dt><p>a</p><dd>b</dl>")
@example("<p><em><x.<p>b</x.<p>words</em> <i>k</i></p>")
@example("<a href=x><p>e<b>\u0301</b></p></a><p>\ufeffa</p>")
def test_a_leaf_is_read_as_any_other_markup(html: str) -> None:
    assert read(html) == read(html, the_long_way=True)


@given(st.one_of(phrases(), odd()))
@settings(max_examples=300, deadline=None)
@example("<script>a<b</script><p>x</p>")
@example("<xmp></p><p></xmp>")
@example("<x.<!--a>b<!-- c -->d</x.<!--a>")
def test_every_text_node_is_walked_in_order(html: str) -> None:
    root = content(html)
    for node in root.css(".d, object, script, style, template, title"):
        node.decompose()
    for node in root.css("br"):
        node.replace_with("\n")
    walked = walked_runs(root, RULES)
    assert "".join(walked.content_text.split()) == "".join(root.text().split())


@given(st.one_of(phrases(), odd()))
@settings(max_examples=150, deadline=None)
def test_reading_leaves_the_tree_as_it_was(html: str) -> None:
    root = content(html)
    before = root.html
    read_blocks(root, RULES)
    assert root.html == before


@pytest.mark.parametrize(
    "html",
    [
        "<p>Leeds, 1954, 281 pages.</p>",
        "<h2 id=k>Novels</h2>\n<p>A</p>\n<p>B</p>",
        "<p><a href=x.pdf><em>The Mill Hands</em></a>, Leeds, 1954, 281 pages.</p>",
        "<p><strong><a title=Mill href=x.pdf rel=nofollow>The Mill Hands</a></strong>, Leeds, 1954.</p>",
        "<ul><li>Rewi Ash, <i>Looms &amp; Hands</i>,\n1954</li><li class=last>B</li></ul><ol><li>C</ol>",
        "<p><a href=x.pdf>Ash, <em>The Mill Hands</em></a>, 1954 [<a href=x.txt>text</a>, <a href=/y/>notes</a>]</p>",
        "<div style='color:red'><p>“Mühle”, <a href=/y/>1954</a></p></div>",
        "<p style='margin:0'><span style='color:red'><a href=x.pdf>The <b>Mill</b></a></span>, 1954<sup>2</sup></p>",
    ],
)
def test_the_usual_paragraphs_are_read_at_once(html: str) -> None:
    assert {type(run) for run in walked_runs(content(html), RULES).runs} == {Line}
