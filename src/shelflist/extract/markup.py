"""A content element as lexbor writes it out, taken apart into texts and tags.

That is done in one go and in C, where a step from node to node costs an object each. What lexbor writes is canonical:
every "<" begins a tag and every ">" ends one, values stand in double quotes, every element but the void ones is closed.
Two things are not, and are set right here: comments, and text that is for other programs (scripts), which nothing
escapes.
"""

import html
import re
from itertools import repeat

from selectolax.lexbor import LexborNode

from shelflist.extract.elements import HEADINGS, PHRASING
from shelflist.extract.links import Anchor, Site, leads_to_work, resolve

Tag = tuple[str, str, str]
"""A text as it is written ("" between two tags), "<", and the tag that follows it, without "<" and ">"."""

LEAVES = ("p", "div", "li", *HEADINGS)
"""What most lines of most pages are."""

MAX_TAGS = 200
"""In a leaf, texts between them included; so it is never nested deeper."""

MARK = "/"
"""The name of an attribute by which elements can be marked: no page can write it."""

MARKED = f"{MARK}="
"""What stands in the tags of those, and may stand elsewhere."""

_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext", "template")
_UNESCAPED = re.compile(rf"<({'|'.join(_RAW)})\b[^>]*+>(?!</\1>)")
_PHRASE = rf"</?(?:{'|'.join(PHRASING)})(?:>| [^<>]*+>)"
_LEAF = re.compile(rf"<({'|'.join(LEAVES)})((?: [^<>]*+)?+)>((?:[^<]++|{_PHRASE}){{0,{MAX_TAGS}}}+)</\1>")
_BOLD_STYLE = re.compile(r"font-weight:\s{0,9}(?:bold|[6-9]00)")
_UNDERLINE_STYLE = re.compile(r"text-decoration[^;]{0,60}underline")
_ITALIC_STYLE = re.compile(r"font-style:\s{0,9}italic")
_COMMENT = re.compile(r"(<(?!!--)[^>]*+>)|<!--.*?-->", re.DOTALL)
"""A name in a tag can hold "<!--" too."""
_ATTRIBUTE = re.compile(r'(=?[^= ]*)="([^"]*)" ?')
_MARKED = re.compile(rf'(?:^| ){MARKED}"([^" ]+)"')


def parted(root: LexborNode) -> list[str]:
    """Under `root`, in order: what stands between leaves, then of a leaf its name, attributes and content, and so on.

    A leaf is one of LEAVES that holds nothing but text and phrasing; it ends as it begins, with what stands between.
    """
    written = root.inner_html or ""
    if _UNESCAPED.search(written):
        written = _escaped(root)
    if "<!--" in written:
        written = _COMMENT.sub(lambda found: found[1] or "<>", written)
    return _LEAF.split(written)


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
    is_work = bool(site.documents) and leads_to_work(url, site.hosts, site.documents)
    return Anchor(href, url, attribute(written, "rel") or "", is_work)


def styled(depth: int, strong: bool, css: str) -> tuple[int, bool]:
    """How deeply emphasised, and whether bold or underlined, is what stands in an element with the style `css`."""
    bold = _BOLD_STYLE.search(css) is not None
    depth += bold or _ITALIC_STYLE.search(css) is not None
    return depth, strong or bold or _UNDERLINE_STYLE.search(css) is not None


def mark_of(written: str) -> str:
    """What the element was marked with, "" if it was not."""
    found = _MARKED.search(written) if MARK in written else None
    return found[1] if found else ""
