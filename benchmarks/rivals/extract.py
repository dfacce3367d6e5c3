"""From the bytes of a page, headings, paragraphs and list items of the content element, with their texts and links.

    python extract.py LIBRARY FOLDER SECONDS

Prints pages, blocks and seconds of the processor as JSON. Trafilatura gives its own idea of the text instead.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Block = tuple[str, list[Any]]

WANTED = "h1, h2, h3, h4, h5, h6, p, li, td, dt, dd, figcaption"
NAMES = set(WANTED.split(", "))


def by_parsel(payload: bytes) -> Iterator[Block]:
    from parsel import Selector

    for node in Selector(body=payload, encoding="utf-8").css(".entry-content").css(WANTED):
        yield "".join(node.css("::text").getall()), node.css("a::attr(href)").getall()


def by_lxml(payload: bytes) -> Iterator[Block]:
    from lxml import html as parser

    for content in parser.fromstring(payload).find_class("entry-content"):
        for node in content.iter(*NAMES):
            yield node.text_content(), [link.get("href") for link in node.iter("a")]


def by_beautifulsoup(payload: bytes) -> Iterator[Block]:
    from bs4 import BeautifulSoup

    for content in BeautifulSoup(payload, "lxml", from_encoding="utf-8").select(".entry-content"):
        for node in content.find_all(NAMES):
            yield node.get_text(), [link.get("href") for link in node.find_all("a")]


def by_trafilatura(payload: bytes) -> Iterator[Block]:
    import trafilatura

    yield trafilatura.extract(payload, include_links=True) or "", []


WAYS = {"parsel": by_parsel, "lxml": by_lxml, "beautifulsoup": by_beautifulsoup, "trafilatura": by_trafilatura}


def main(library: str, folder: str, seconds: float) -> None:
    read = WAYS[library]
    pages = [path.read_bytes() for path in sorted(Path(folder).glob("*.html"))]
    blocks = sum(1 for _ in read(pages[0]))  # imports and first use are not measured
    done, begun = 0, time.process_time()
    while (spent := time.process_time() - begun) < seconds or done < len(pages):
        blocks += sum(1 for _ in read(pages[done % len(pages)]))
        done += 1
    print(json.dumps({"pages": done, "blocks": blocks, "seconds": spent}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
