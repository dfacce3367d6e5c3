"""Which page is meant by a key or an address: many addresses lead to one page."""

from dataclasses import dataclass, field

from shelflist.linkage.identity import normal_url, page_id
from shelflist.models.track import State


@dataclass(slots=True)
class Addresses:
    """Which page answers to which key or address, as known before this run and as learnt in it."""

    source_id: str
    by_key: dict[str, str] = field(default_factory=dict)
    by_url: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, state: State) -> "Addresses":
        book = cls(state.source_id)
        for page in sorted(state.pages.values(), key=lambda page: page.page_id):
            book.by_key[page.page_key] = page.page_id
            for url in (*page.other_urls, page.canonical_url, page.url):
                if url:
                    book.by_url[normal_url(url)] = page.page_id
        return book

    def find(self, key: str, url: str) -> str | None:
        return self.by_key.get(key) or self.by_url.get(normal_url(url))

    def page(self, key: str, url: str) -> str:
        return self.find(key, url) or page_id(self.source_id, key)

    def learn(self, asked_key: str, natural_key: str, url: str) -> str:
        """The page that `asked_key` turned out to be."""
        found = self.by_key.get(natural_key) or self.by_url.get(normal_url(url)) or page_id(self.source_id, natural_key)
        self.by_key.setdefault(asked_key, found)
        self.by_key.setdefault(natural_key, found)
        return found
