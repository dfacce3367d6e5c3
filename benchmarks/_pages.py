"""Pages like those of a real WordPress archive, for the benchmarks: 40 to 60 KB, most of it theme.

The lines are the development lines of ``tests/parse/data``; the theme is of our own making, in the sizes measured on a
real one: half of a page is style and script, a list has 2 to 60 lines, and menus, widgets and comments stand around it.
"""

from html import escape
from pathlib import Path

from tests.parse.marked import Expected, read_lines

_STYLE = "".join(f".wp-block-{n}{{margin:0 auto;color:#{n:06x};padding:{n % 7}px {n % 11}px}}\n" for n in range(320))
_SCRIPT = "".join(f"window.theme.push({{id:{n},name:'part-{n}',depth:{n % 5}}});\n" for n in range(180))


def pages(count: int) -> dict[str, str]:
    """`count` pages by name."""
    lines = [line for line in read_lines("development.txt") if line.fields]
    return {f"page-{number}": page(number, lines) for number in range(count)}


def write_pages(folder: Path, count: int) -> None:
    for name, html in pages(count).items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")


def page(number: int, lines: list[Expected]) -> str:
    """Other lines on every page, and another number of them."""
    taken = [lines[(number * 7 + n) % len(lines)] for n in range(2 + number * 37 % 59)]
    content = "\n".join(_paragraph(line, number, n) for n, line in enumerate(taken))
    menu = "".join(f'<li class="menu-item"><a href="/page-{n}/">Shelf number {n}</a></li>' for n in range(25))
    recent = "".join(f'<li><a href="/page-{n}/">Recently added to shelf {n}</a></li>' for n in range(40))
    comments = "".join(
        f"<article class=comment><p>Thanks for number {n}, 1951, 30 pages.</p></article>" for n in range(8)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shelf {number}</title>'
        f'<link rel="canonical" href="http://bench.localhost/page-{number}/"><style>{_STYLE}</style>'
        f'</head><body class="postid-{number + 1}"><nav id="site-navigation"><ul>{menu}</ul></nav>'
        f'<article id="post-{number + 1}" class="hentry"><h1 class="entry-title">Shelf {number}</h1>'
        f'<div class="entry-content">{content}</div></article><aside class="widget"><ul>{recent}</ul></aside>'
        f"<div id=comments>{comments}</div><footer>Kept by hand.</footer><script>{_SCRIPT}</script></body></html>"
    )


def _paragraph(line: Expected, number: int, n: int) -> str:
    """Every twelfth line has a heading above it; the title, or else the first words, are a link."""
    text = line.block.text
    title = next(iter(line.fields.get("title", ())), text[:20])
    link = f'<a href="/files/{number}-{n}.pdf"><em>{escape(title)}</em></a>'
    heading = f"<h2>Part {number}.{n}</h2>\n" if n % 12 == 0 else ""
    return f"{heading}<p>{escape(text).replace(escape(title), link, 1)}</p>"
