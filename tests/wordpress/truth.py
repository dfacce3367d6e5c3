"""What an author put into the WordPress site, held against the tables: the harness behind `make test-wordpress`."""

import json
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from shelflist.publish.read import load


@dataclass(frozen=True)
class Truth:
    post_id: int
    text: str
    title: str
    links: tuple[str, ...]
    variant: str


@dataclass(frozen=True)
class Score:
    """Of the truth's entries: how many came out with text, title and links right, each once; and what is none."""

    expected: int
    right: int
    extracted: int
    none: int
    wrong: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.right / self.expected

    @property
    def false_share(self) -> float:
        return self.none / max(1, self.extracted)

    def __str__(self) -> str:
        return (
            f"{self.right} of {self.expected} entries right ({self.recall:.2%}); "
            f"{self.none} of {self.extracted} extracted are none ({self.false_share:.2%})"
        )


def read_truth(path: Path, protected: frozenset[str]) -> tuple[list[Truth], frozenset[str]]:
    """Entries of published, open posts that have a text, and the texts of all entries, whether they count or not."""
    counted: list[Truth] = []
    known: set[str] = set()
    for post in json.loads(path.read_text(encoding="utf-8")):
        for block in post["blocks"]:
            if block["kind"] != "entry":
                continue
            if not block.get("text"):
                known.add(_plain(block["raw"]))
                continue
            known.add(_plain(block["text"]))
            if post["status"] == "publish" and post["slug"] not in protected:
                counted.append(
                    Truth(post["id"], block["text"], block["title"], tuple(block["resolved"]), block["variant"])
                )
    return counted, frozenset(known)


def score(source: str, data: Path, truth: list[Truth], known: frozenset[str]) -> Score:
    """Each of the truth's entries must be found once on its own page, with its title and its links in order."""
    rows = _rows(source, data)
    found = Counter((row.post_id, row.text, row.title, row.links) for row in rows)
    wanted = Counter((row.post_id, row.text, row.title, row.links) for row in truth)
    right = sum((found & wanted).values())
    none = [row for row in rows if _plain(row.text) not in known]
    twice = sum(max(0, count - wanted[key]) for key, count in found.items() if key in wanted)
    missing = [f"{row.variant}: {row.text}" for row in truth if not found[row.post_id, row.text, row.title, row.links]]
    extra = [f"not an entry: {row.text}" for row in none]
    return Score(len(truth), right, len(rows), len(none) + twice, tuple(missing + extra))


def _rows(source: str, data: Path) -> list[Truth]:
    links = load(source, "links", data=data).sort("position").group_by("entry_id", maintain_order=True).agg("url")
    frame = (
        load(source, "entries", data=data)
        .filter(pl.col("status") == "active")
        .join(load(source, "pages", data=data).select("page_id", "wp_post_id"), on="page_id")
        .join(links, on="entry_id", how="left")
        .select("wp_post_id", "citation_raw", "title", "url")
        .collect()
    )
    return [Truth(post or 0, text, title or "", tuple(urls or ()), "") for post, text, title, urls in frame.iter_rows()]


def _plain(text: str) -> str:
    """Letters and digits alone: WordPress rewrites quotes, dashes and more on the way out."""
    folded = unicodedata.normalize("NFKD", text.replace("×", "x"))
    return "".join(character for character in folded.casefold() if character.isalnum())
