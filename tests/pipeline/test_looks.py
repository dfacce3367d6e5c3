"""The same bytes are read once by the same rules; what is kept for that is never in the way."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from shelflist.extract.worker import Begun
from shelflist.models.page import Page
from shelflist.models.web import Capture
from shelflist.pipeline import stages
from shelflist.pipeline.fetching import WorkerReaders
from shelflist.pipeline.reading import Reader
from tests.pipeline.conftest import FIRST_NIGHT, Archive


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses of the captures that were extracted, in their order."""
    done: list[str] = []
    look = Reader.look

    def counted(self: Reader, capture: Capture) -> Begun[bytes]:
        done.append(capture.final_url)
        return look(self, capture)

    monkeypatch.setattr(Reader, "look", counted)
    return done


def test_bytes_that_were_read_before_are_not_extracted_again(archive: Archive, extracted: list[str]) -> None:
    assert archive.harvest(1).result == "success"
    assert len(extracted) == len(kept(archive)) == 5
    again = stages.harvest(archive.loaded, archive.data, now=FIRST_NIGHT + timedelta(days=30))
    assert (again.result, len(extracted)) == ("unchanged", 5)
    assert again.runs[-1].requests > 5  # after 28 days each page was fetched


@pytest.mark.parametrize("parts", ["probe", "follow"])
def test_a_page_that_may_lead_on_is_extracted_once(
    archive: Archive, extracted: list[str], monkeypatch: pytest.MonkeyPatch, parts: str
) -> None:
    loaded = archive.with_rules('doors = ["wordpress", "sitemap"]', f'doors = ["sitemap"]\nparts = "{parts}"')
    besides: list[str] = []

    def counted(self: WorkerReaders, payload: bytes, headers: Mapping[str, str], url: str) -> Page:
        besides.append(url)
        return read(self, payload, headers, url)

    read = WorkerReaders.page
    monkeypatch.setattr(WorkerReaders, "page", counted)
    outcome = replace(archive, loaded=loaded).harvest(1)
    assert (outcome.result, outcome.runs[-1].pages_complete) == ("success", len(set(extracted)))
    assert len(extracted) == len(set(extracted)) > 3
    assert not set(besides) & set(extracted), "only answers that were mere questions"


def test_what_is_kept_of_readings_may_be_lost_or_torn(archive: Archive, extracted: list[str]) -> None:
    archive.harvest(1)
    lost, torn, *_ = kept(archive)
    lost.unlink()
    torn.write_bytes(b"")
    again = stages.harvest(archive.loaded, archive.data, now=FIRST_NIGHT + timedelta(days=30))
    assert (again.result, len(extracted)) == ("unchanged", 5 + 2)


def test_only_the_readings_of_the_pages_as_they_are_stay(archive: Archive) -> None:
    archive.harvest(1)
    before = {file.name for file in kept(archive)}
    archive.harvest(2, edition=2)
    after = {file.name for file in kept(archive)}
    assert len(after) == 5
    assert before & after and before - after


def kept(archive: Archive) -> list[Path]:
    return sorted((archive.clean / ".readings").iterdir())
