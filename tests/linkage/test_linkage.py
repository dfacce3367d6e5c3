"""Steps 4 and 5: what is left on a page is paired by likeness, guarded, and what is doubtful is left to a person."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.linkage.alike import DOUBTFUL, SAME, Alike, Neighbours, link_alike
from shelflist.linkage.score import FOR_A_PERSON, Traits, contradiction, score, traits_of_line
from shelflist.linkage.steps import NewLine
from shelflist.linkage.words import Rarity, designations, is_slip, number_of, words_of
from shelflist.models.track import State
from shelflist.track import step
from tests.linkage.edits import Item, book_lines
from tests.linkage.judged import OPEN, entry_of, observation
from tests.support.work import calls
from tests.track.nights import Nights, said

REST = (
    "Soviet Democracy, Harry Pollitt, Communist Party of Great Britain, London, 1943, 16 pages.",
    "Spain in Revolt, Harry Gannes and Theodore Repard, Victor Gollancz, London, 1936, 287 pages.",
    "A World to Win, William Z. Foster, Workers Library Publishers, New York, 1941, 31 pages.",
    "The Communist Manifesto, K. Marx and F. Engels, London, 1848, 23 pages.",
    "Moscow 1937, Lion Feuchtwanger, Viking Press, New York, 1937, 151 pages.",
)
LEFT_OVER = 300
STATE = "State and Revolution, VI Lenin, FLPH, Moscow, 1951, 196 pages."


def item(number: int, text: str, *links: str) -> Item:
    return Item(number, (("", text),), links, twin=number)


def page(*lines: str) -> list[Item]:
    """The rest of the list around the lines, one between each two."""
    mixed = [text for pair in zip(REST, (*lines, *[None] * len(REST)), strict=False) for text in pair if text]
    return [item(number, text) for number, text in enumerate(mixed)]


def night(nights: Nights, items: list[Item], hours: float = 24) -> list[tuple[str, str]]:
    result = step(nights.state, observation(items, nights), OPEN)
    nights.state, nights.at = result.state, nights.at + timedelta(hours=hours)
    return said(result)


def kinds(before: list[Item], after: list[Item]) -> tuple[set[str], State]:
    """What the second night tells, and the state behind it."""
    nights = Nights(OPEN)
    night(nights, before)
    return {kind for kind, _ in night(nights, after)}, nights.state


def traits(text: str) -> Traits:
    return traits_of_line(entry_of(item(1, text), 1, 1))


@pytest.mark.parametrize(
    "after",
    [
        "State and Revolution, VI Lenin, FLPH, Moscow, 1951, 198 pages.",
        "State and Revolution, VI Lenin, Foreign Languages Publishing House, Moscow, 1950, 196 pages.",
        "The State and Revolution, V. I. Lenin, FLPH, Moscow, 1951, 196 pages.",
        "State & Revolutoin, VI Lenin, FLPH, Moscow, 1951, 196 pages. (some pages are missing)",
        "State and Revolution, VI Lenine, FLPH, Moscow, 1951, 196 pages.",
        "State and Revolution, the Marxist teaching on the state, VI Lenin, FLPH, Moscow, 1951, 196 pages.",
    ],
)
def test_an_edited_line_without_a_link_is_the_same_entry(after: str) -> None:
    told, state = kinds(page(STATE), page(after))
    assert told == {"changed"}
    assert len(state.entries) == len(REST) + 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The Unspeakable Quagga, Thaddeus Wimbleford", "The Unspeakable Quagga, Thaddeus Wimblefordson"),
        ("The Unspeakable Quagga, Thaddeus Wimblefordson", "The Unspeakable Quagga, T. Wimbleford"),
        ("A History of Looms, John Smiht", "A History of Looms, John Smith"),
        ("A History of Looms, Ilya Tchitcherine, 1931", "A History of Looms, I. Chicherin, 1931"),
    ],
)
def test_a_creator_respelt_is_the_same_entry_with_no_link_or_imprint_to_say_so(before: str, after: str) -> None:
    told, state = kinds(page(before), page(after))
    assert (told, len(state.entries)) == ({"changed"}, len(REST) + 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A History of Looms, Adam Smith", "A History of Looms, Arthur Smithson"),
        ("A History of Looms, Beatrice Potter", "A History of Looms, Beatrice Webb"),
    ],
)
def test_another_creator_of_the_same_title_in_its_place_is_another_entry(before: str, after: str) -> None:
    told, state = kinds(page(before), page(after))
    assert told == {"added", "missing"}
    (candidate,) = state.candidates.values()
    assert "creators" in candidate.reason


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("Capital, Volume 1, Karl Marx, Progress, Moscow, 1954, 767 pages.",
         "Capital, Volume II, Karl Marx, Progress, Moscow, 1954, 767 pages.", "volume 1 and volume 2"),
        ("Documents, Part 2, Jane Degras, Oxford University Press, London, 1952, 560 pages.",
         "Documents, Part 3, Jane Degras, Oxford University Press, London, 1952, 560 pages.", "part 2 and part 3"),
        ("Soviet Literature, No. 3, 1953, 190 pages.", "Soviet Literature, No. 4, 1953, 190 pages.", "number 3"),
        ("First Session of the Supreme Soviet, FLPH, Moscow, 1938, 142 pages.",
         "Second Session of the Supreme Soviet, FLPH, Moscow, 1938, 142 pages.", "session 1 and session 2"),
        ("Political Economy, A. Leontiev, 2nd edition, FLPH, Moscow, 1940, 90 pages.",
         "Political Economy, A. Leontiev, third edition, FLPH, Moscow, 1940, 90 pages.", "edition 2 and edition 3"),
        ("The Truth about Russia, Pat Sloan, Modern Books, London, 1932, 16 pages.",
         "The Truth about Russia, Emile Burns, Modern Books, London, 1932, 16 pages.", "creators"),
    ],
)  # fmt: skip
def test_what_contradicts_is_never_paired_but_a_person_is_asked(before: str, after: str, why: str) -> None:
    told, state = kinds(page(before), page(after))
    assert told == {"added", "missing"}
    (candidate,) = state.candidates.values()
    assert why in candidate.reason


def test_an_equal_link_that_contradicts_is_a_question_and_not_a_pair() -> None:
    before, after = "Capital, Volume 1, Karl Marx, Progress, 1954.", "Essays, Volume 2, Emile Burns, CPGB, 1931."
    told, state = kinds([*page(), item(90, before, "http://x/1.pdf")], [*page(), item(90, after, "http://x/1.pdf")])
    assert told == {"added", "missing"}
    assert len(state.candidates) == 1


def test_another_edition_in_its_place_is_a_question() -> None:
    told, state = kinds(
        page(STATE), page("State and Revolution, VI Lenin, Progress Publishers, Moscow, 1975, 120 pages.")
    )
    assert told == {"added", "missing"}
    assert len(state.candidates) == 1


def test_another_edition_by_digits_is_a_question_where_the_link_is_another_too() -> None:
    line, other = (
        f"Essays on Weaving, Emile Burns, Progress, Moscow, {end} pages." for end in ("1968, 212", "1969, 218")
    )
    apart = [*page(), item(90, other, "http://x/2.pdf")]
    told, state = kinds([*page(), item(90, line, "http://x/1.pdf")], apart)
    assert (told, len(state.candidates)) == ({"added", "missing"}, 1)
    told, state = kinds([*page(), item(90, line, "http://x/2.pdf")], apart)
    assert told == {"changed"}


def test_houses_that_share_small_words_alone_are_two() -> None:
    line, other = (
        traits(f"Essays on Weaving, Emile Burns, {house}, Leeds, {year}, 212 pages.")
        for house, year in (("House of Looms", 1912), ("Society of Friends", 1930))
    )
    assert score(line, other, Rarity.of([line.words, other.words])) <= FOR_A_PERSON


def test_a_person_in_whose_place_a_name_stands_that_is_not_read_is_a_question() -> None:
    named = traits("Report on the Looms, Ann Ash, Weft Press, Leeds, 1912, 40 pages.")
    other = traits("Report on the Looms, Union of Weavers, Weft Press, Leeds, 1912, 40 pages.")
    unread = replace(other, people=(), citation=replace(other.citation, unparsed_remainder="Union of Weavers"))
    nameless = traits("Report on the Looms, Weft Press, Leeds, 1912, 40 pages.")
    rarity = Rarity.of(words_of(line) for line in REST)
    assert score(named, unread, rarity) <= FOR_A_PERSON >= score(unread, named, rarity)
    assert score(named, nameless, rarity) >= SAME, "a name was only added, or left out"


def test_other_works_are_no_question() -> None:
    told, state = kinds(
        page(STATE), page("Wage-Labour and Capital, Karl Marx, Martin Lawrence, London, 1933, 48 pages.")
    )
    assert told == {"added", "missing"}
    assert state.candidates == {}


def test_of_two_volumes_edited_at_once_each_stays_itself() -> None:
    lines = [f"Capital, Volume {number}, Karl Marx, Progress, Moscow, 1954, 767 pages." for number in (1, 2)]
    told, state = kinds(page(*lines), page(*[line.replace("767", "766") for line in lines]))
    assert told == {"changed"}
    numbers = {row.citation_raw[16]: row for row in state.entries.values() if row.citation_raw.startswith("Capital")}
    first = {row.entry_id for row in numbers.values()}
    nights = Nights(OPEN)
    night(nights, page(*lines))
    old = {row.citation_raw[16]: row.entry_id for row in nights.state.entries.values() if "Capital" in row.citation_raw}
    assert first == set(old.values())
    assert all(numbers[number].entry_id == identity for number, identity in old.items())


def test_a_line_that_moved_unchanged_is_not_given_to_one_that_is_merely_like_it() -> None:
    other = replace(item(50, STATE), page=1)
    like = item(51, "State and Revolution, VI Lenin, FLPH, Moscow, 1952, 196 pages.")
    nights = Nights(OPEN)
    night(nights, [*page(), item(50, STATE), replace(item(60, REST[0] + " x"), page=1)])
    identity = nights.id_of(STATE)
    told = night(nights, [*page(), like, replace(item(60, REST[0] + " x"), page=1), other])
    assert {kind for kind, _ in told} == {"moved", "added"}
    assert nights.id_of(STATE) == identity


def test_lines_that_split_or_joined_are_told_as_related_and_not_paired() -> None:
    one, two = STATE, "Wage-Labour and Capital, Karl Marx, Martin Lawrence, London, 1933, 48 pages."
    nights = Nights(OPEN)
    night(nights, page(f"{one}; also {two}"))
    result = step(nights.state, observation(page(one, two), nights), OPEN)
    (gone,) = [event for event in result.events if event.change_type == "missing"]
    added = [event for event in result.events if event.change_type == "added"]
    assert set(gone.related_ids) == {event.entity_id for event in added} and len(added) == 2
    assert {event.related_ids for event in added} == {(gone.entity_id,)}
    nights.state, nights.at = result.state, nights.at + timedelta(hours=24)
    joined = step(nights.state, observation(page(f"{one} and also {two}"), nights), OPEN)
    (came,) = [event for event in joined.events if event.change_type == "added"]
    assert set(came.related_ids) == {event.entity_id for event in added}


def test_a_line_whose_halves_both_repeat_its_imprint_is_split_all_the_same() -> None:
    imprint = "M. Gorky, Foreign Languages Publishing House, Moscow, 1949, 390 pages."
    nights = Nights(OPEN)
    night(nights, page(f"Mother and The Lower Depths, {imprint}"))
    result = step(nights.state, observation(page(f"Mother, {imprint}", f"The Lower Depths, {imprint}"), nights), OPEN)
    (gone,) = [event for event in result.events if event.change_type == "missing"]
    added = [event for event in result.events if event.change_type == "added"]
    assert set(gone.related_ids) == {event.entity_id for event in added} and len(added) == 2


def test_of_identical_lines_the_link_says_which_went() -> None:
    nights = Nights()
    nights.night({"a": ["Same -> http://x/1.pdf", "Same -> http://x/2.pdf"]})
    (second,) = [row.entry_id for row in nights.state.entries.values() if row.links[0].url.endswith("2.pdf")]
    assert said(nights.night({"a": ["Same -> http://x/2.pdf"]})) == [("missing", "Same")]
    assert nights.state.entries[second].status == "active"


@pytest.mark.parametrize(
    ("word", "number"),
    [("3", "3"), ("3rd", "3"), ("III", "3"), ("xiv", "14"), ("third", "3"), ("two", "2"), ("mix", None), ("", None)],
)
def test_a_number_is_read_however_it_is_written(word: str, number: str | None) -> None:
    assert number_of(word) == number


def test_years_are_no_designations() -> None:
    assert designations(words_of("17th Congress 1934, 1948 ed. Part 2, 1925, no. 7, Second Session")) == {
        "congress": {"17"}, "part": {"2"}, "number": {"7"}, "session": {"2"},
    }  # fmt: skip


def test_a_slip_changes_letters_and_never_digits() -> None:
    assert is_slip("revolution", "revolutoin") and is_slip("gollanz", "gollancz")
    assert not is_slip("1935", "1936") and not is_slip("ten", "tan") and not is_slip("weaving", "dyeing")


lines = st.sampled_from(["".join(words for _, words in pieces) for pieces in book_lines()])


@settings(max_examples=60, deadline=None)
@given(lines, lines)
def test_a_score_lies_between_0_and_100_and_equal_lines_have_all(one: str, other: str) -> None:
    rarity = Rarity.of([words_of(one), words_of(other)])
    assert 0 <= score(traits(one), traits(other), rarity) <= 100
    assert score(traits(one), traits(one), rarity) == pytest.approx(100)
    assert contradiction(traits(one), traits(one)) is None
    assert DOUBTFUL < SAME


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_line_is_paired_twice_and_nobody_is_lost(dice: random.Random) -> None:
    texts = ["".join(words for _, words in dice.choice(book_lines())) for _ in range(12)]
    nights = Nights(OPEN)
    night(nights, [item(number, text) for number, text in enumerate(texts[:6])])
    rows = sorted(nights.state.entries.values(), key=lambda row: row.location.position)
    new = [NewLine("p", entry_of(item(number, text), number, 1)) for number, text in enumerate(texts[6:])]
    found = link_alike(rows, new, texts, Neighbours.of(rows, new, []))
    taken = [pair.old.entry_id for pair in found.pairs] + [doubt.old.entry_id for doubt in found.doubts]
    assert len(taken) == len(set(taken))
    assert len({id(pair.new) for pair in found.pairs}) == len(found.pairs)


def test_hundreds_of_leftovers_against_hundreds_are_work_by_their_number_and_not_its_square() -> None:
    words = sorted({word for pieces in book_lines() for _, text in pieces for word in text.split() if word.isalpha()})
    dice = random.Random(7)

    def made(number: int) -> str:
        return f"{' '.join(dice.sample(words, 6))}, Moscow, {1900 + number % 80}, {number % 700} pages."

    texts = [made(number) for number in range(LEFT_OVER)]
    old = [NewLine("p", entry_of(item(n, text), n, 1, read=False)) for n, text in enumerate(texts)]
    nights = Nights(OPEN)
    night(nights, [item(1, STATE)])
    (row,) = nights.state.entries.values()
    rows = [
        replace(row, entry_id=f"e{n}", citation_raw=line.entry.raw, citation=line.entry.citation)
        for n, line in enumerate(old)
    ]
    edited = [text.replace("Moscow", "Leningrad") + " x" for text in texts]
    new = [NewLine("p", entry_of(item(n, text), n, 1, read=False)) for n, text in enumerate(edited)]
    found = Alike()

    def link() -> None:
        nonlocal found
        found = link_alike(rows, new, [*texts, *edited], Neighbours.of(rows, new, []))

    assert calls(link) < 40_000 * LEFT_OVER  # measured: 20,100 a line; with a score for all pairs 109,000
    right = sum(pair.old.entry_id == f"e{pair.new.entry.position}" for pair in found.pairs)
    assert right > 0.98 * LEFT_OVER
