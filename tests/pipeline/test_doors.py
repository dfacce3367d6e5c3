"""A site whose REST interface comes and goes: the same pages through another door are no news."""

from shelflist import pipeline
from tests.pipeline.conftest import Archive


def test_a_site_that_answers_through_one_door_then_the_other_gives_no_event(archive: Archive) -> None:
    for day in range(1, 6):
        archive.site.rest = day % 2 == 1
        outcome = archive.harvest(day)
        assert outcome.runs[-1].door == ("wordpress" if archive.site.rest else "sitemap")
        assert day == 1 or outcome.events == ()
        assert day <= 2 or outcome.result == "unchanged"  # the second door may know a page's language
    assert pipeline.verify(archive.loaded, archive.data) == []
