"""A content element as lexbor writes it out, taken apart into texts and tags.

That is done in one go and in C, where a step from node to node costs an object each. What lexbor writes is canonical:
every "<" begins a tag, unless a name holds one, every ">" ends one, values stand in double quotes, and all elements but
the void ones are closed. Two things are not, and are set right here: comments, and text that is for other programs
(scripts), which nothing escapes.
"""

import html
import re
from collections.abc import Iterator
from itertools import repeat

from selectolax.lexbor import LexborNode

from shelflist.extract.elements import EMPHASIS, HEADINGS, PHRASING
from shelflist.extract.links import Anchor, Site, resolve

Tag = tuple[str, str, str]
"""A text as it is written ("" between two tags), "<", and the tag that follows it, without "<" and ">"."""

LEAVES = ("p", "div", "li", *HEADINGS)
"""What most lines of most pages are."""

MAX_TAGS = 200
"""In a leaf, at most so many elements are within each other."""

Leaf = tuple[str, str, str, str, str | None, str | None, str | None, str | None, str | None, str | None, str, str, str]
"""All of it as it is written; its name, its attributes, and the text in it up to the words that are set off. Of these
the emphasising element around a link, the link's address if that stands first in it, the link's other attributes, the
emphasising element within it, and the words; then the text after them, and all that follows if more is set off. Last
the white space after the leaf, and what stands from there to the next."""

MARK = "/"
"""The name of an attribute by which elements can be marked: no page can write it."""

MARKED = f"{MARK}="
"""What stands in the tags of those, and may stand elsewhere."""

_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext", "template")
_NOT_CANONICAL = re.compile(rf"<(?:!--|(?:{'|'.join(_RAW)})\b)")
_UNESCAPED = re.compile(rf"<({'|'.join(_RAW)})\b[^>]*+>(?!</\1>)")
_EMPHASIS = rf"(?:<({'|'.join(sorted(EMPHASIS))})>)?+"
_LINK = r'<a (?:href="([^"]*+)")?+([^<>]*+)>'
_SET_OFF = rf"{_EMPHASIS}(?:{_LINK})?+{_EMPHASIS}([^<]++)(?(8)</\8>)(?(7)</a>)(?(5)</\5>)"
_MORE = rf"((?:</?(?:{'|'.join(sorted(PHRASING))})(?:>| [^<>]*+>)[^<]*+){{0,{MAX_TAGS}}}+)"
_LEAF = re.compile(
    rf"(<({'|'.join(LEAVES)})((?: [^<>]*+)?+)>([^<]*+)(?:{_SET_OFF}([^<]*+))?+{_MORE}</\2>)([ \t\n\r\f]*+)"
)
_BOLD_STYLE = re.compile(r"font-weight:\s{0,9}(?:bold|[6-9]00)")
_UNDERLINE_STYLE = re.compile(r"text-decoration[^;]{0,60}underline")
_ITALIC_STYLE = re.compile(r"font-style:\s{0,9}italic")
_COMMENT = re.compile(r"(<(?!!--)[^>]*+>)|<!--.*?-->", re.DOTALL)
"""A name in a tag can hold "<!--" too."""
_ATTRIBUTE = re.compile(r'(=?[^= ]*)="([^"]*)" ?')
_MARKED = re.compile(rf'(?:^| ){MARKED}"([^" ]+)"')


def parted(root: LexborNode, written: str) -> tuple[str, Iterator[Leaf]]:
    """What `root` holds, `written` out, in order: what stands before the first leaf, and the leaves.

    A leaf is one of LEAVES that holds nothing but text and PHRASING.
    """
    if _NOT_CANONICAL.search(written):
        written = _escaped(root) if _UNESCAPED.search(written) else written
        written = _COMMENT.sub(lambda found: found[1] or "<>", written)
    if written.count("<") != written.count(">"):  # a name has one, and might pass for a leaf
        return written, iter(())
    parts = iter(_LEAF.split(written))
    return next(parts), zip(*[parts] * (_LEAF.groups + 1), strict=True)


def tags_of(written: str) -> list[Tag]:
    """In order. After the last text the tag is ""; it is "" or begins with "?" where it is no tag."""
    return list(map(str.partition, written.split(">"), repeat("<")))


def _escaped(root: LexborNode) -> str:
    """`root` written out with all its text escaped; without what is in templates, which is no part of it."""
    copy = root.clone()
    for node in copy.css(", ".join(_RAW)):
        for child in list(node.iter(include_text=True)):
            if (text := child.text_content) is not None:
                child.replace_with(html.escape(text, quote=False))
    return copy.inner_html or ""


def text_of(written: str) -> str:
    """What `written` stands for: these references are all that lexbor writes, whatever the page had."""
    if "&" not in written:
        return written
    plain = written.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return plain.replace("&amp;", "&")


def attribute(written: str, name: str) -> str | None:
    """The attribute `name` of a tag whose attributes are `written`; None if it is missing or empty."""
    begin = f'{name}="'
    if written.startswith(begin):
        return text_of(written[len(begin) : written.index('"', len(begin))]) or None
    if begin not in written:
        return None
    return next((text_of(value) for key, value in _ATTRIBUTE.findall(written) if key == name), None) or None


def anchor_of(written: str, site: Site) -> Anchor | None:
    """Where an <a> whose attributes are `written` leads; None if nowhere."""
    if (href := attribute(written, "href")) is None:
        return None
    url = resolve(site.base, href)
    return Anchor(href, url, attribute(written, "rel") or "", site.leads_to_work(url))


def styled(depth: int, strong: bool, css: str) -> tuple[int, bool]:
    """How deeply emphasised, and whether bold or underlined, is what stands in an element with the style `css`."""
    bold = _BOLD_STYLE.search(css) is not None
    depth += bold or _ITALIC_STYLE.search(css) is not None
    return depth, strong or bold or _UNDERLINE_STYLE.search(css) is not None


def mark_of(written: str) -> str:
    """What the element was marked with, "" if it was not."""
    found = _MARKED.search(written) if MARK in written else None
    return found[1] if found else ""
