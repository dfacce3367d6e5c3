"""Names of HTML elements by what they mean for reading lines. Nothing else."""

import re

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "colgroup", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
"""What browsers set apart from the text before and after (HTML standard, "Rendering"), li and table parts too."""

NEVER_SHOWN = frozenset({"script", "style", "template", "title", "head", "meta", "link", "base"})
"""Their text is for programs, or stands in the window's frame."""

PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
"""A line feed in them is a line break."""

LISTS = frozenset({"ul", "ol", "menu", "dir"})

EMPHASIS = frozenset({"em", "i", "cite", "strong", "b"})
"""What titles are set off with."""

STRONG = frozenset({"strong", "b", "u"})
"""What makes a paragraph look like a heading."""

STYLED = frozenset({"span", "font", "p", "div"})
"""Elements whose style attribute is looked at."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

PLACES = frozenset({*HEADINGS, *LISTS, "tr", "td", "th", "dt", "dd"})
"""What lies within them stands in a place that matters."""

VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
})  # fmt: skip
"""They hold nothing, and are not closed."""

NAME = re.compile(r"[a-z][a-z0-9\-]*")
"""Names that stand in a CSS path as they are; o:p or x"y would need escapes."""

# What a tag is, as one number: the walk asks of each tag, and asks this way fastest. The last two are given by the
# source's rules, as DROPPED may be.
IS_BLOCK, IS_PLACE, IS_LINK, IS_EMPHASIS, IS_STRONG, IS_STYLED, IS_PREFORMATTED = (1 << bit for bit in range(7))
IS_VOID, IS_DROPPED, IS_NAVIGATION, IS_CAPTION = (1 << bit for bit in range(7, 11))
IS_CLOSING, IS_NOTHING = -1, -2

_MEANING = (
    (BLOCKS, IS_BLOCK), (PLACES, IS_PLACE), ({"a"}, IS_LINK), (EMPHASIS, IS_EMPHASIS), (STRONG, IS_STRONG),
    (STYLED, IS_STYLED), (PREFORMATTED, IS_PREFORMATTED), (VOID, IS_VOID), (NEVER_SHOWN, IS_DROPPED),
)  # fmt: skip
PHRASING = (EMPHASIS | STRONG | STYLED | {"a", "sup", "sub", "small", "big", "code", "abbr", "q"}) - BLOCKS
"""What stands within a line and holds words of it, as far as pages at hand have it; most of it means nothing here."""
_KNOWN = PHRASING.union(*(names for names, _ in _MEANING))

KINDS = {name: sum(bit for names, bit in _MEANING if name in names) for name in _KNOWN} | {"": IS_NOTHING}
"""The kind of each tag known here, by what stands between "<" and ">" when it has no attributes."""
KINDS |= {f"/{name}": IS_NOTHING if name in VOID else IS_CLOSING for name in _KNOWN}


def kind_of_tag(name: str) -> int:
    """The kind of a tag that may not be among KINDS: of any other language, or of none."""
    if (kind := KINDS.get(name)) is not None:
        return kind
    return IS_CLOSING if name[:1] == "/" else IS_NOTHING if name[:1] in "?!" else 0
