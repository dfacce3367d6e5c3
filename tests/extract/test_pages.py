"""Whole pages, read as their expectation beside them says. A missing one is written, and fails, to be looked at."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from shelflist.extract.page import read_html
from shelflist.models.page import Block, Page
from tests.extract.reading import HOME, HTML, source

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def told(page: Page) -> dict[str, Any]:
    """The page as JSON, without what is empty."""
    fields = ("wp_post_id", "title", "language", "categories", "text_coverage", "next_part")
    return {field: getattr(page, field) for field in fields} | {"blocks": [told_block(block) for block in page.blocks]}


def told_block(block: Block) -> dict[str, Any]:
    emphasised = [block.text[span.start : span.end] for span in block.emphasis]
    return {
        key: value
        for key, value in (asdict(block) | {"emphasis": emphasised, "links": told_links(block)}).items()
        if value not in (None, (), [], "") and key != "part"
    }


def told_links(block: Block) -> list[str]:
    return [f"{link.text} -> {link.url or 'nowhere'}" for link in block.links]


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_a_page_is_read_as_expected(file: Path) -> None:
    found = told(read_html(file.read_bytes(), HTML, f"{HOME}{file.stem}/", source()))
    written = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    expectation = file.with_suffix(".json")
    if not expectation.exists():
        expectation.write_text(written, encoding="utf-8")
        pytest.fail(f"{expectation.name} was missing: look at what was written")
    assert json.loads(written) == json.loads(expectation.read_text(encoding="utf-8"))
