"""Made-up markup: elements in one another in any order, closed or not, with words that are hard to keep."""

from hypothesis import strategies as st

WORDS = st.text(alphabet="ab,. 1\u00a0\n\u0301\u200b\u200d\ufeffé\u1100\u1161()-–", max_size=8)
ENTRIES = st.sampled_from(
    ["The Mill Hands, Rewi Ash, Leeds, 1954, 281 pages.", "Rewi Ash", "n.d., 5 pages", "Volume 2", "(In French.)"]
)
INLINE = (
    "em",
    "strong",
    "a href=x.pdf",
    "a href=/y/",
    "a href=http://[",
    "a href=//[x",
    "span",
    "u",
    "b",
    "font color=red",
    "o:p",
)
BLOCK = ("p", "div", "ul", "li", "ol", "h2", "h3", "blockquote", "figcaption", "pre", "nav", "dl", "dt", "dd", "form")
TABLE = ("table", "tr", "td", "th", "thead")
VOID = ("<br>", "<hr>", "<img src=i.jpg>", "<!-- c -->", "&nbsp;", "<a href=c.pdf><img></a>")
DROPPED = "<script>s</script>"


def markup(elements: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Text, elements opened and closed in any order, and elements that cannot hold anything."""
    tags = [f"<{name}>" for name in elements] + [f"</{name.split()[0]}>" for name in elements]
    piece = st.one_of(WORDS, ENTRIES, st.sampled_from(tags), st.sampled_from((*VOID, DROPPED)), st.just("<br>"))
    return st.lists(piece, max_size=25).map("".join)
