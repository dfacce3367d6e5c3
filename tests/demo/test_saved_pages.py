"""The saved sites, page by page, read by their bundled sources as the expectation beside this file says.

A missing expectation is written, and fails, to be looked at.
"""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from shelflist.demo import saved_names
from shelflist.demo.saved import SavedSite, load_saved
from shelflist.extract.page import read_html
from shelflist.fetch.addresses import Scope
from shelflist.models.citation import Citation
from shelflist.models.observe import PageReading, ReadEntry
from shelflist.parse.page import read_page
from shelflist.sources import load_source

EXPECTED = Path(__file__).parent / "saved"
SILENT = (None, "", (), "stated", "not_stated", "unknown", "parse_confidence", "contributors")


def pages() -> list[tuple[str, str]]:
    """Every page of every saved site that its source wants, once; of the second edition, which has them all."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for name in saved_names():
        source = load_source(name).source
        scope, site = Scope(source), load_saved(name, 2)
        for address, answer in site.answers.items():
            if answer.file.endswith(".html") and scope.has_page(source.home.rstrip("/") + address):
                found.setdefault((name, answer.file), (name, address))
    return list(found.values())


def read(name: str, address: str) -> PageReading:
    source = load_source(name).source
    edition = 1 if address in load_saved(name, 1).answers else 2
    answer = SavedSite(name, edition).answer(address, {"host": source.home_host})
    url = source.home.rstrip("/") + address
    return read_page(read_html(answer.body, {"content-type": answer.content_type}, url, source), source.lookups)


def told(reading: PageReading) -> dict[str, Any]:
    """The reading as JSON, without what is empty."""
    entries = {entry.position: entry for entry in reading.entries}
    return {
        "title": reading.page.title,
        "kinds": dict(reading.kinds),
        "coverage": reading.page.text_coverage,
        "headings": [" › ".join(heading.path) for heading in reading.headings],
        "lines": [
            told_entry(entries[line.position]) if line.position in entries else {line.kind: line.text}
            for line in reading.lines
            if line.kind != "heading"
        ],
    }


def told_entry(entry: ReadEntry) -> dict[str, Any]:
    said = {field.name: getattr(entry.citation, field.name) for field in fields(Citation)}
    named = [f"{person.name_raw} ({person.role})" for person in entry.citation.contributors]
    found = {
        "entry": entry.raw,
        "under": " › ".join(entry.heading_path),
        **{name: value for name, value in said.items() if name not in SILENT},
        "contributors": named,
        "links": [link.url for link in entry.links],
    }
    return {name: value for name, value in found.items() if value not in (None, "", (), [], *SILENT)}


@pytest.mark.parametrize(("name", "address"), pages(), ids=str)
def test_a_saved_page_is_read_as_expected(name: str, address: str) -> None:
    found = json.dumps(told(read(name, address)), indent=1, ensure_ascii=False) + "\n"
    file = Path(load_saved(name, 2).answers[address].file).with_suffix(".json")
    expectation = EXPECTED / name / file
    if not expectation.exists():
        expectation.parent.mkdir(parents=True, exist_ok=True)
        expectation.write_text(found, encoding="utf-8")
        pytest.fail(f"{name}/{file} was missing: look at what was written")
    assert json.loads(found) == json.loads(expectation.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", saved_names())
def test_nothing_of_a_saved_site_is_lost(name: str) -> None:
    """Every visible character of the content is in a block, and every entry is read to its last word."""
    readings = [read(*page) for page in pages() if page[0] == name]
    assert [reading.page.url for reading in readings if reading.page.text_coverage < 1] == []
    entries = [entry for reading in readings for entry in reading.entries]
    assert [entry.raw for entry in entries if entry.citation.unparsed_remainder] == []
    assert len(entries) > 20
