"""Which segments of an unmarked line are one title: where its commas part no fields.

"Russia, Finland and the Baltic"; "Hard Tack, Soft Soap"; "Hiroshima, Nagasaki, Bikini"; "Monopoly; or, How ...".
"""

import re

from shelflist.parse.features import Features, tells_work
from shelflist.parse.gazetteer import Gazetteer, key
from shelflist.parse.titles import AND, Line, author_leads, before_imprint_end, is_named
from shelflist.parse.tokens import Segment

_SMALL_WORDS = frozenset(
    ["of", "the", "and", "in", "on", "to", "for", "a", "an", "or", "from", "by", "with", "at", "its"]
)
_ARTICLES = frozenset(["the", "a", "an", "on", "in", "of"])
_AND_MORE = re.compile(
    r"(?:and|or|&)\s(?:(?:the|some|a|an|its|their|his|her|other|how|why|what)\s|[A-ZÀ-Þ])", re.IGNORECASE
)
""" "The Twilight of the Gods, and Other Tales"."""
_SURE_NAME = 4.0
_LONGEST_PIECE = 5
_LONGEST_ALTERNATIVE = 9
_LONGEST_OPENING = 6
"""Words: what is longer than this before its first comma is a whole title."""


def title_run(line: Line, gazetteer: Gazetteer) -> int:
    """How many segments after the first are one title with it: "Russia, Finland and the Baltic" gives 1."""
    segments, looks = line.segments, line.looks
    if line.title_at is not None or len(segments) < 2 or looks[0].words > _LONGEST_OPENING:
        return 0
    if segments[1].gap == "," and (echoes := _echoes(segments, looks) or _goes_on_with_and(segments, looks)):
        return max(echoes, _capitals(line))
    if alternative := _alternative(line):
        return alternative
    if to_stop := _to_stop(line):
        return to_stop
    if AND.search(segments[0].text):
        return _capitals(line)
    if segments[1].gap == "," and _is_apposition(segments, looks):
        return 1
    if author_leads(line):
        return 0
    return _single_words(line, gazetteer) or _enumeration(line) or max(_places(line), _capitals(line))


def _echoes(segments: list[Segment], looks: list[Features]) -> int:
    """ "Not a Penny, Not a Man"; "No Homes, No Vote, No Surrender"; "Panama Canal, Whose Canal?"."""
    count = 0
    while (
        count + 1 < len(segments)
        and segments[count + 1].gap == ","
        and looks[count + 1].names < _SURE_NAME
        and looks[count + 1].body <= -5.0
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


def _alternative(line: Line) -> int:
    """ "Monopoly; or, How Labour is Robbed", "Erewhon, or Over the Range"."""
    words = line.segments[1].text
    if words in ("or", "Or") and len(line.looks) > 2:
        return 2
    return int(words.startswith("or ") and words[3:4].isupper() and line.looks[1].words <= _LONGEST_ALTERNATIVE)


def _goes_on_with_and(segments: list[Segment], looks: list[Features]) -> int:
    """ "The Twilight of the Gods, and Other Tales"."""
    second = looks[1]
    if not _AND_MORE.match(segments[1].text) or second.names >= 2.5 or second.role or second.publisher >= 3.5:
        return 0
    return int(second.words <= 8)


def _places(line: Line) -> int:
    """ "Hiroshima, Nagasaki, Bikini": places before anything that an imprint needs."""
    count = 0
    while count + 1 < len(line.looks) and line.looks[count + 1].place > 5 and line.segments[count + 1].gap == ",":
        count += 1
    if not count or line.looks[0].words > 2 or (count == 1 and line.looks[0].place <= 5):
        return 0
    after = line.looks[count + 1 :]
    placed = any(look.place > 5 for look in after) or any(is_named(look) for look in after)
    return count if placed and after[0].date is None else 0


def _capitals(line: Line) -> int:
    """ "Besoms, Brushes, Baskets, Norah Fenn", "Hard Tack, Soft Soap": short pieces in capitals, and an author later.

    Between them and the author only phrases in small letters may stand.
    """
    count = 0
    if not _is_title_piece(line, 0):
        return 0
    while count + 1 < len(line.looks) and line.segments[count + 1].gap == "," and _is_title_piece(line, count + 1):
        count += 1
    for look in line.looks[count + 1 :]:
        if is_named(look) or look.body > 0:
            return count
        if not (look.date.span_years if look.date else look.opens_small) or look.edition:
            return 0
    return 0


def _is_title_piece(line: Line, i: int) -> bool:
    look, text = line.looks[i], line.segments[i].text
    if look.words > _LONGEST_PIECE or look.body > -5.0 or look.publisher >= 2.5:
        return False
    if look.names >= _SURE_NAME or (i and look.names >= 2.4 and not _surely_named_next(line, i)):
        return False
    if look.place > 5 and i and line.looks[i - 1].place <= 5:
        return False
    if look.opens_small or look.date or look.part or look.genre or look.edition or look.series or look.inverted:
        return False
    if look.note_on_person > 0 or look.role or (i and not _is_plain_piece(line.segments[0].text, text)):
        return False
    return all(word[:1].isupper() or not word[:1].isalpha() or word in _SMALL_WORDS for word in text.split())


def _surely_named_next(line: Line, i: int) -> bool:
    """ "Soft Tack, Sue Elm, Weft Press": of two that may be names the surer, not in a list, is the author."""
    if i + 1 >= len(line.looks) or before_imprint_end(line, i + 1):
        return False
    look = line.looks[i + 1]
    return look.names >= _SURE_NAME and is_named(look) and not AND.search(line.segments[i + 1].text)


def _is_plain_piece(first: str, text: str) -> bool:
    """No kind of writing, and no explanation that says the title's word again, unless it echoes it."""
    if tells_work(text):
        return False
    again = {word for word in text.split() if word[0].isupper()} & set(first.split())
    return not again or _is_echo(first, text)


def _to_stop(line: Line) -> int:
    """ "Elbe, Saale, Unstrut. Rewi Ash. Urania, Jena": commas part no fields before a stop that parts the author."""
    looks = line.looks
    for i in range(1, min(len(looks), 7)):
        gap = line.segments[i].gap
        if gap in (".", ";"):
            return i - 1 if i > 1 and (line.author_known or is_named(looks[i])) else 0
        look = looks[i]
        if gap != "," or look.date or is_named(look) or look.publisher >= 4.5 or look.genre or look.part:
            return 0
        if look.opens_small and not AND.search(line.segments[i].text):
            return 0
    return 0


def _head(text: str) -> str:
    """Without a subtitle: "Beer and Bacon: a Budget Book"."""
    return text.partition(": ")[0].partition(" – ")[0]


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
        if look.words > 1 or look.date or look.publisher >= 6 or look.place > 5 or (i and look.opens_small):
            break
        count = i
    texts = [segment.text for segment in line.segments[: count + 1]]
    plain = any(key(text) in gazetteer.words or text.endswith(("ism", "tion")) for text in texts)
    return count if count >= 2 and plain else 0


def _enumeration(line: Line) -> int:
    segments, looks = line.segments, line.looks
    for i in range(1, min(len(segments), 6)):
        head = _head(segments[i].text)
        words = looks[i].words if len(head) == len(segments[i].text) else head.count(" ") + 1
        if (looks[i].publisher >= 1.5 or looks[i].body > -5.0) and _imprint_goes_on(looks, i):
            return 0
        closes = AND.search(head)
        if 2.4 < looks[i].publisher < 6 and not closes:
            return 0
        if looks[i].date or looks[i].role or segments[i].gap != "," or words > (9 if looks[0].words == 1 else 7):
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
    beside = i + 1 < len(looks) and looks[i].body > -5.0 and looks[i + 1].publisher >= 3
    return (
        beside
        or i + 1 >= len(looks)
        or looks[i + 1].place > 5
        or looks[i + 1].date is not None
        or looks[i + 1].not_printed
    )


def _goes_on(text: str, closes: re.Match[str], words: int, first_words: int) -> bool:
    """The enumeration's last part: its first member is about as short as the title's opening."""
    opening = len(text[: closes.start()].split())
    if text[0].islower() and closes.start() > 0:
        return words <= 4 and first_words <= 2
    return opening <= 3
