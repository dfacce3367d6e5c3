"""Every page of a site fetched, its body stored, and the blocks of its content selected and read, by other programs.

    python crawl.py scrapy|crawlee PORT PAGES FOLDER

Robots.txt is obeyed, eight connections are used at most, no pauses are made. Bodies go into one gzip member each of a
file in FOLDER. Prints pages, blocks and seconds of the processor as JSON.
"""

import asyncio
import gzip
import json
import sys
import time
from pathlib import Path
from typing import Any

from extract import WANTED


class Store:
    """What both do with a page: keep its body, read its blocks."""

    def __init__(self, folder: str) -> None:
        self._file = (Path(folder) / "bodies.gz").open("wb")
        self.pages = self.blocks = 0

    def take(self, body: bytes, selector: Any) -> None:
        self._file.write(gzip.compress(body, 6))
        for node in selector.css(".entry-content").css(WANTED):
            self.blocks += bool("".join(node.css("::text").getall()) or node.css("a::attr(href)").getall())
        self.pages += 1


def by_scrapy(addresses: list[str], store: Store) -> None:
    import scrapy
    from scrapy.crawler import CrawlerProcess

    class Spider(scrapy.Spider):
        name = "bench"
        start_urls = addresses

        def parse(self, response: Any) -> None:
            store.take(response.body, response)

    process = CrawlerProcess(
        {
            "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "CONCURRENT_REQUESTS": 8, "DOWNLOAD_DELAY": 0,
            "LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "COOKIES_ENABLED": False,
        }
    )  # fmt: skip
    process.crawl(Spider)
    process.start()


def by_crawlee(addresses: list[str], store: Store) -> None:
    from crawlee import ConcurrencySettings
    from crawlee.crawlers import ParselCrawler
    from crawlee.storage_clients import MemoryStorageClient

    async def crawl() -> None:
        crawler = ParselCrawler(
            concurrency_settings=ConcurrencySettings(min_concurrency=8, desired_concurrency=8, max_concurrency=8),
            storage_client=MemoryStorageClient(), configure_logging=False, respect_robots_txt_file=True,
        )  # fmt: skip

        @crawler.router.default_handler
        async def handle(context: Any) -> None:
            store.take(await context.http_response.read(), context.selector)

        await crawler.run(addresses)

    asyncio.run(crawl())


def main(program: str, port: str, pages: int, folder: str) -> None:
    store = Store(folder)
    addresses = [f"http://127.0.0.1:{port}/page-{number}/" for number in range(pages)]
    crawl = {"scrapy": by_scrapy, "crawlee": by_crawlee}[program]
    begun, wall = time.process_time(), time.perf_counter()
    crawl(addresses, store)
    spent = {"processor": time.process_time() - begun, "seconds": time.perf_counter() - wall}
    print(json.dumps({"pages": store.pages, "blocks": store.blocks, **spent}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
