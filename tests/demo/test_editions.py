"""The two editions hold what they are said to hold."""

import re
from dataclasses import replace

import pytest

from shelflist.demo import EDITIONS, load_edition
from shelflist.demo.content import HOST
from shelflist.demo.reading import Edit, edited, read_day
from shelflist.errors import UsageError
from tests.demo.reading import HEADINGS, LISTS, entries, expected_entries


@pytest.mark.parametrize(("slug", "count"), list(zip(LISTS, (14, 56), strict=True)))
def test_first_edition_lists_every_entry_in_order_as_it_was_typed(slug: str, count: int) -> None:
    found = entries(load_edition(1).post(slug))
    assert found == expected_entries(slug)
    assert len(found) == count


def test_second_edition_adds_three_entries_edits_one_and_loses_one() -> None:
    before = {line for slug in LISTS for line in entries(load_edition(1).post(slug))}
    after = {line for slug in LISTS for line in entries(load_edition(2).post(slug))}
    come, gone = sorted(after - before), sorted(before - after)
    assert [line.split(",")[0] for line in come] == [
        "America’s Siberian Adventure 1918-1920",
        "History of the Communist Party of the Soviet Union (Bolsheviks)",
        "Memoirs of a British Agent",
        "The Socialist Sixth of the World",
    ]
    assert [line.split(",")[0] for line in gone] == ["Memoirs of a British Agent", "Our ally Russia – the Truth"]
    assert come[2] == gone[0].replace("Putman", "Putnam")


def test_second_edition_moves_one_entry_below_the_other_heading() -> None:
    first, second = (load_edition(number).post("history-of-the-ussr") for number in EDITIONS)
    assert first and second
    above_first, below_first = first.content.split(HEADINGS[0])
    above_second, below_second = second.content.split(HEADINGS[0])
    title = "On the transition to Socialism"
    assert title in above_first and title not in below_first
    assert title not in above_second and title in below_second
    assert below_first.count(" pages.") >= 3


def test_second_edition_leads_one_unchanged_line_to_another_file() -> None:
    first, second = (load_edition(number).uploads for number in EDITIONS)
    old = {path for path in first - second if "great-conspiracy" in path}
    new = {path for path in second - first if "great-conspiracy" in path}
    assert len(old) == len(new) == 1


def test_every_kind_of_change_is_among_the_edits() -> None:
    changes = [edit.change for edit in read_day().edits]
    assert {change: changes.count(change) for change in sorted(set(changes))} == {
        "added": 3, "edited": 1, "missing": 1, "moved": 1, "noise": 2, "relinked": 1,
    }  # fmt: skip


def test_noise_changes_no_line() -> None:
    day = read_day()
    for edit in day.edits:
        if edit.change == "noise":
            post = load_edition(1).post(edit.page)
            assert post is not None
            changed = edited(post.content, edit)
            assert changed != post.content
            assert re.sub("<[^>]*>", "", changed) == re.sub("<[^>]*>", "", post.content)


def test_furniture_differs_and_the_article_does_not() -> None:
    first, second = load_edition(1), load_edition(2)
    assert first.furniture.nonce != second.furniture.nonce
    assert first.furniture.shelf != second.furniture.shelf
    article, later = first.post("why-keep-an-anniversary"), second.post("why-keep-an-anniversary")
    assert article and later
    assert replace(later, modified=article.modified) == article


def test_every_page_that_changed_has_a_newer_date_and_none_is_in_the_future() -> None:
    first, second = load_edition(1), load_edition(2)
    for before, after in zip(first.posts, second.posts, strict=True):
        assert before.modified <= first.clock
        assert after.modified <= second.clock
        if after.content != before.content:
            assert after.modified > first.clock


def test_editions_are_a_day_apart() -> None:
    assert (load_edition(2).clock - load_edition(1).clock).total_seconds() == 24 * 3600


def test_every_address_in_a_text_is_one_of_the_site() -> None:
    for number in EDITIONS:
        edition = load_edition(number)
        known = {post.path for post in edition.posts} | edition.uploads
        for post in edition.posts:
            for address in re.findall(r'(?:href|src)="([^"]*)"', post.content):
                assert re.sub(rf"^(http:)?//{HOST}", "", address) in known


@pytest.mark.parametrize("passage", ["nowhere", "twice"])
def test_an_edit_that_fits_no_single_passage_is_refused(passage: str) -> None:
    edit = Edit(page="some-page", change="edited", replace=passage, by="x")
    with pytest.raises(ValueError, match=r"some-page: .* expected once"):
        edited("twice and twice", edit)


def test_an_unknown_edition_is_named_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no edition 3; expected one of 1, 2"):
        load_edition(3)
