"""Who is who: yesterday's entries found again among today's lines."""

from dataclasses import replace

import pytest

from shelflist.linkage.identity import entry_id, is_minor, normal_url
from shelflist.linkage.score import Traits, contradiction, traits_of_line
from shelflist.models.citation import Citation, Contributor
from tests.linkage.edits import Item
from tests.linkage.judged import entry_of
from tests.track.nights import Nights, said


def test_two_runs_over_the_same_bytes_change_nothing() -> None:
    nights = Nights()
    site = {"a": ["One", "Two"], "b": ["Three"]}
    first = nights.night(site)
    before = nights.state
    again = nights.night(site)
    assert len(said(first)) == 3
    assert again.events == ()
    assert again.result == "unchanged"
    assert again.state.entries == before.entries


def test_identical_lines_on_one_page_stay_two_entries() -> None:
    nights = Nights()
    nights.night({"a": ["Same", "Same"]})
    assert len(nights.state.entries) == 2
    assert nights.night({"a": ["Same", "Same", "Other"]}).count("added") == 1
    assert said(nights.night({"a": ["Same", "Other"]})) == [("missing", "Same")]


def test_an_edited_line_with_its_link_kept_is_the_same_entry() -> None:
    nights = Nights()
    nights.night({"a": ["Old title -> http://x/1.pdf", "Other -> http://x/2.pdf"]})
    identity = nights.id_of("Old title")
    result = nights.night({"a": ["New title -> http://x/1.pdf", "Other -> http://x/2.pdf"]})
    assert said(result) == [("changed", "New title")]
    assert nights.id_of("New title") == identity
    (change,) = [event for event in result.events if event.change_type == "changed"]
    assert (change.field, change.old_value, change.new_value) == ("title", "Old title", "New title")


def test_another_link_under_the_same_line_is_relinked() -> None:
    nights = Nights()
    nights.night({"a": ["One -> http://x/1.pdf"]})
    result = nights.night({"a": ["One -> http://x/1-better.pdf"]})
    assert said(result) == [("relinked", "One")]
    assert nights.night({"a": ["One -> https://x/1-better.pdf"]}).events == ()  # http or https is one file


def test_a_reorder_is_a_minor_move_never_an_addition_and_a_removal() -> None:
    nights = Nights()
    nights.night({"a": ["One", "Two", "Three", "Four"]})
    result = nights.night({"a": ["Four", "One", "Two", "Three"]})
    assert [(event.change_type, event.label, event.minor) for event in result.events] == [("moved", "Four", True)]


def test_an_entry_under_another_heading_has_moved() -> None:
    nights = Nights()
    nights.night({"a": ["# Books", "One", "Two", "# Pamphlets", "Three"]})
    identity = nights.id_of("Two")
    result = nights.night({"a": ["# Books", "One", "# Pamphlets", "Two", "Three"]})
    assert said(result) == [("moved", "Two")]
    assert nights.id_of("Two") == identity


def test_an_entry_on_another_page_has_moved() -> None:
    nights = Nights()
    nights.night({"a": ["One", "Two"], "b": ["Three"]})
    identity = nights.id_of("Two")
    result = nights.night({"a": ["One"], "b": ["Three", "Two"]})
    assert said(result) == [("moved", "Two")]
    assert nights.id_of("Two") == identity


def test_a_renamed_heading_moves_no_entry() -> None:
    nights = Nights()
    nights.night({"a": ["# Books", "One", "Two", "# Others", "Three"]})
    result = nights.night({"a": ["# Books and pamphlets", "One", "Two", "# Others", "Three"]})
    assert said(result) == []
    assert [(event.entity_type, event.change_type) for event in result.events] == [("heading", "changed")]


def test_an_id_is_never_given_twice() -> None:
    nights = Nights()
    nights.night({"a": ["One -> http://x/1.pdf"]})
    nights.night({"a": ["Uno -> http://x/1.pdf"]})  # the line was edited away
    nights.night({"a": ["Uno -> http://x/1.pdf", "One"]})  # and its words come again, as another entry
    assert len({row.entry_id for row in nights.state.entries.values()}) == 2


def test_ids_depend_on_nothing_but_what_the_source_wrote() -> None:
    assert entry_id("s", "p", "A  line", 1) == entry_id("s", "p", "A line", 1)
    assert entry_id("s", "p", "A line", 1) != entry_id("s", "p", "A line", 2)
    assert entry_id("s", "p", "A line", 1) == "e_504f5950059901c47ac0"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (Citation(part_number="1"), Citation(part_number="2"), True),
        (Citation(part_number="1"), Citation(), False),
        (Citation(issue="3"), Citation(issue="4"), True),
        (
            Citation(contributors=(Contributor(name_raw="Charles Bettelheim", family="Bettelheim"),)),
            Citation(contributors=(Contributor(name_raw="Charles Bettleheim", family="Bettleheim"),)),
            False,
        ),
        (
            Citation(contributors=(Contributor(name_raw="Pat Sloan", family="Sloan"),)),
            Citation(contributors=(Contributor(name_raw="Emile Burns", family="Burns"),)),
            True,
        ),
    ],
)
def test_two_volumes_or_other_creators_are_never_one_entry(old: Citation, new: Citation, expected: bool) -> None:
    assert (contradiction(traits(old), traits(new)) is not None) is expected


def traits(citation: Citation) -> Traits:
    bare = entry_of(Item(1, (), ()), 1, 1, read=False)
    return traits_of_line(replace(bare, citation=citation))


@pytest.mark.parametrize(
    ("old", "new", "minor"),
    [
        ("The 'Hands off Russia' Movement", "The ‘Hands off Russia’ movement", True),
        ("1918-1922", "1918–1922", True),
        ("251 pages", "252 pages", False),
        ("Gollanz", "Gollancz", False),
        (None, "x", False),
    ],
)
def test_only_quotes_dashes_space_and_order_are_minor(old: str | None, new: str, minor: bool) -> None:
    assert is_minor(old, new) is minor


def test_addresses_that_lead_to_one_file_are_equal() -> None:
    assert normal_url("https://Site.test:443/a%20b.pdf") == normal_url("http://site.test/a b.pdf")
    assert normal_url("http://site.test/?p=1&utm_source=x") == normal_url("http://site.test/?p=1")
    assert normal_url("http://site.test/a.pdf#page=2") != normal_url("http://site.test/a.pdf")
