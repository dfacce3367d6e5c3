"""Where an unmarked title ends: whether it runs on over a comma.

"Russia, Finland and the Baltic" is one title, "The Epic of the Black Sea, mutiny against ..." a title and a phrase.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from shelflist.parse.features import Features, features, tells_work
from shelflist.parse.gazetteer import Gazetteer, key
from shelflist.parse.grammar import Label
from shelflist.parse.tokens import Segment

AND = re.compile(r"(?:^|\s)(?:and|&|or|AND|OR)\s")
_SMALL_WORDS = frozenset(
    ["of", "the", "and", "in", "on", "to", "for", "a", "an", "or", "from", "by", "with", "at", "its"]
)

_ARTICLES = frozenset(["the", "a", "an", "on", "in", "of"])
_AND_MORE = re.compile(
    r"(?:and|or|&)\s(?:(?:the|some|a|an|its|their|his|her|other|how|why|what)\s|[A-ZÀ-Þ])", re.IGNORECASE
)
_LONGEST_OPENING = 6
"""Words: what is longer than this before its first comma is a whole title."""

NOTHING_KNOWN: Mapping[int, Label] = MappingProxyType({})

OPENS_LIFE = re.compile(
    r"(?:his|her|their|the (?:man|life|story|making|revolutionary|years|early|last)|man\b|portrait|life|"
    r"biograph\w+|memories|an? (?:\w+ )?(?:life|biography|memoir|portrait|tribute|appreciation|study|bibliography|"
    r"reader|centenary|anthology)|"
    r"some (?:memories|letters|aspects)|in (?:memoriam|his|her)|works? and|and (?:his|her|the)|selected (?:by|from)|"
    r"\d{4}|(?:born|died) )\b",
    re.IGNORECASE,
)
""" "Rosa Luxemburg: Her Life and Work": what may follow a name in the title of a life."""


@dataclass(frozen=True, slots=True)
class Line:
    """The segments of a line with what each looks like; `title_at` is the marked title's index, if one is marked."""

    segments: list[Segment]
    looks: list[Features]
    title_at: int | None
    author_known: bool  # from a heading, or before the title
    known: Mapping[int, Label]  # what the punctuation alone shows segments to be, by index
    of_pages: bool = False  # the extent is a stretch of pages: the line tells of a piece of something


def look_at(
    segments: list[Segment],
    title_at: int | None,
    author_known: bool,
    gazetteer: Gazetteer,
    known: Mapping[int, Label] = NOTHING_KNOWN,
    *,
    of_pages: bool = False,
) -> Line:
    looks = [features(segment.text, gazetteer, opens=i == 0) for i, segment in enumerate(segments)]
    return Line(segments, looks, title_at, author_known, known, of_pages)


def title_run(line: Line, gazetteer: Gazetteer) -> int:
    """How many segments after the first are one title with it: "Russia, Finland and the Baltic" gives 1."""
    segments, looks = line.segments, line.looks
    if line.title_at is not None or len(segments) < 2 or looks[0].words > _LONGEST_OPENING:
        return 0
    if segments[1].gap == "," and (echoes := _echoes(segments) or _goes_on_with_and(segments, looks)):
        return echoes
    if to_stop := _to_stop(line):
        return to_stop
    if AND.search(segments[0].text):
        return 0
    if segments[1].gap == "," and _is_apposition(segments, looks):
        return 1
    if _author_leads(line):
        return 0
    return _single_words(line, gazetteer) or _enumeration(line) or _short_ones(line)


def _echoes(segments: list[Segment]) -> int:
    """ "Not a Penny, Not a Man"; "No Homes, No Vote, No Surrender"; "Panama Canal, Whose Canal?"."""
    count = 0
    while (
        count + 1 < len(segments)
        and segments[count + 1].gap == ","
        and _is_echo(segments[0].text, segments[count + 1].text)
    ):
        count += 1
    return count


def _is_echo(first: str, second: str) -> bool:
    opening, last = first.split()[0], first.split()[-1]
    if " " not in first or " " not in second:
        return False
    if len(opening) > 1 and opening.casefold() not in _ARTICLES and second.split()[0] == opening:
        return True
    return len(second.split()) <= 3 and last[0].isupper() and second.split()[-1].rstrip("?!") == last


def _goes_on_with_and(segments: list[Segment], looks: list[Features]) -> int:
    """ "The Twilight of the Gods, and Other Tales"."""
    second = looks[1]
    if not _AND_MORE.match(segments[1].text) or second.names >= 2.5 or second.role or second.publisher >= 3.5:
        return 0
    return int(second.words <= 8)


def _short_ones(line: Line) -> int:
    """ "Besoms, Brushes, Baskets, Norah Fenn": three short pieces or more with capitals, and then the author."""
    count = 0
    for i, look in enumerate(line.looks[:7]):
        if look.words > 2 or look.opens_small or look.date or look.publisher >= 2.5 or look.names >= 2.4 or look.part:
            break
        if look.genre or look.edition or (i and line.segments[i].gap != ",") or tells_work(line.segments[i].text):
            break
        count = i
    author = line.looks[count + 1] if count + 1 < len(line.looks) else None
    return count if count >= 2 and author and (author.names >= 2.4 or author.role) and author.publisher < 3 else 0


def _to_stop(line: Line) -> int:
    """ "Elbe, Saale, Unstrut. Rewi Ash. Urania, Jena": commas part no fields before a stop that parts the author."""
    looks = line.looks
    for i in range(1, min(len(looks), 7)):
        gap = line.segments[i].gap
        if gap in (".", ";"):
            return i - 1 if i > 1 and is_named(looks[i]) else 0
        look = looks[i]
        if gap != "," or look.date or is_named(look) or look.publisher >= 4.5 or look.genre or look.part:
            return 0
        if look.opens_small and not AND.search(line.segments[i].text):
            return 0
    return 0


def _is_apposition(segments: list[Segment], looks: list[Features]) -> bool:
    """ "Imperialism, the Highest Stage of Capitalism": an article, then capitals throughout."""
    words = segments[1].text.split()
    if looks[0].words > 2 or words[0] not in ("the", "a", "an", "or") or not 3 <= len(words) <= 8:
        return False
    return all(word[0].isupper() for word in words[1:] if word not in _SMALL_WORDS)


def _single_words(line: Line, gazetteer: Gazetteer) -> int:
    """ "Marx, Engels, Marxism": single words, one of them no name."""
    count = 0
    for i, look in enumerate(line.looks):
        if look.words > 1 or look.date or look.publisher >= 6 or look.place > 5:
            break
        count = i
    texts = [segment.text for segment in line.segments[: count + 1]]
    plain = any(key(text) in gazetteer.words or text.endswith(("ism", "tion")) for text in texts)
    return count if count >= 2 and plain else 0


def _enumeration(line: Line) -> int:
    segments, looks = line.segments, line.looks
    for i in range(1, min(len(segments), 6)):
        words = looks[i].words
        if looks[i].publisher >= 1.5 and _imprint_goes_on(looks, i):
            return 0
        closes = AND.search(segments[i].text)
        if 2.4 < looks[i].publisher < 6 and not closes:
            return 0
        if looks[i].date or looks[i].role or segments[i].gap != "," or words > 7:
            return 0
        if closes and looks[0].words > 4 and not _may_close(segments[0].text, segments[i].text, looks[i]):
            return 0
        if closes and looks[i].names < 2.5 and _goes_on(segments[i].text, closes, words, looks[0].words):
            return i
        if words > 4 or looks[i].names >= 2.5:
            return 0
    return 0


def _may_close(first: str, last: str, look: Features) -> bool:
    """ "A Reader for Young Mathematicians, Mechanics and Astronomers": no phrase, and no word said again."""
    if look.opens_small or tells_work(last):
        return False
    return not {word for word in last.split() if word[0].isupper()} & set(first.split())


def _imprint_goes_on(looks: list[Features], i: int) -> bool:
    """A place or date after it shows a listed publisher to be one: "Peace and Socialism" may also end a title."""
    return i + 1 >= len(looks) or looks[i + 1].place > 5 or looks[i + 1].date is not None or looks[i + 1].not_printed


def _goes_on(text: str, closes: re.Match[str], words: int, first_words: int) -> bool:
    """The enumeration's last part: its first member is about as short as the title's opening."""
    opening = len(text[: closes.start()].split())
    if text[0].islower() and closes.start() > 0:
        return words <= 4 and first_words <= 2
    return opening <= 3


def title_score(line: Line, i: int, run: int) -> float:
    """How much segment i of an unmarked line looks like a piece of the title; `run` as `title_run` gives it."""
    segment, look = line.segments[i], line.looks[i]
    if i == 0:
        return (
            -2.0
            if look.inverted
            else -1.0
            if look.names >= 4.5 and not _named_later(line)
            else 0.0
            if not look.part
            else -1.0
        )
    if i <= run:
        return 4.5
    if i == 1 and _author_leads(line):
        return 1.5
    if look.place > 5 and _event_follows(line, i):
        return 2.5
    return (-2.5 if segment.gap == "," else -1.0) - (3.0 if look.place > 5 or look.publisher >= 6 else 0.0)


def _author_leads(line: Line) -> bool:
    """ "Rewi Ash, The Mill Hands, Weft Press": a sure name, then words that are none, and nobody is named later."""
    name, title = line.looks[0], line.looks[1]
    if name.names < 4.5 or name.words < 2 or title.opens_small or title.part or title.names >= 3.9 or title.role:
        return False
    if title.date or title.publisher >= 2.5 or title.place > 5 or title.words < 2 or title.genre or title.edition:
        return False
    if OPENS_LIFE.match(line.segments[1].text):
        return False
    return not _named_later(line)


def _named_later(line: Line) -> bool:
    """Somebody is named where authors usually stand, after the title and not before place and date as a house."""
    return any(
        look.role is not None
        or (look.names >= 2.4 and look.publisher < 3 and look.place <= 5 and not _before_imprint_end(line, i))
        for i, look in enumerate(line.looks[2:], 2)
    )


def _before_imprint_end(line: Line, i: int) -> bool:
    """A listed place with the date comes next, or the date, or it stands between place and date: as houses stand."""
    looks = line.looks
    if i + 1 >= len(looks) or line.segments[i].inner:
        return False
    if looks[i + 1].date is not None:
        return True
    return looks[i + 1].place > 5 and i + 2 < len(looks) and looks[i + 2].date is not None


def is_author_named(line: Line, i: int) -> bool:
    """Somebody is named before segment i, after the title or above the line."""
    first = 1 if line.title_at is None else line.title_at + 1
    return line.author_known or any(is_named(look) for look in line.looks[first:i])


def is_named(look: Features) -> bool:
    return look.role is not None or (look.names >= 2.4 and look.publisher < 3 and look.place <= 5)


def _event_follows(line: Line, i: int) -> bool:
    """A place in a title: an event's date to the day comes next, and the line has a later date."""
    if i + 2 >= len(line.looks):
        return False
    date = line.looks[i + 1].date
    return date is not None and date.to_the_day and any(look.date for look in line.looks[i + 2 :])
