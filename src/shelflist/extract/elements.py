"""Names of HTML elements by what they mean for reading lines. Nothing else."""

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

STYLES = frozenset({"a", *EMPHASIS, *STRONG, *STYLED, *PREFORMATTED})
"""What lies within them looks different."""
