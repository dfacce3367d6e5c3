"""The pages of the archive under attack: lists of three books, each with titles that no other page has."""

LINES = 3


def html(title: str, body: str, head: str = "") -> str:
    """A page as a theme shows it: with a menu and a foot around what it says."""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/about/">About</a></nav>'
        f"<h1>{title}</h1>{body}<footer>The weavers' archive</footer></body></html>"
    )


def lines_of(name: str) -> list[str]:
    return [
        f'<p><a href="/files/{name.replace(" ", "-")}-{number}.pdf">The loom of {name}, volume {number}</a>, '
        f"J. Ash, Loom Press, Leeds, 19{number + 10}, {number + 40} pages.</p>"
        for number in range(1, LINES + 1)
    ]


def list_page(name: str, *, head: str = "", around: str = "", within: str = "") -> str:
    """The page of that name; `around` and `within` its content element stands what a test adds."""
    return html(f"Books on {name}", f'{around}<div class="entry-content">{"".join(lines_of(name))}{within}</div>', head)
