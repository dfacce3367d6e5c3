"""Lists that only their lines show: nearly all have one form, "Ash, Looms, 1954" or "The Mill Hands – Rewi Ash".

One such line alone may be anything. Several under one heading, or on one page, are titles and their authors where a
clear majority has the form, many of the names are sure, and what stands beside them looks like titles: then those of
its lines that name somebody of no list are entries, too. Contents, programmes, captions, casts and committees have the
same forms: what their headings say, and what single lines give away, speaks against.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from shelflist.models.citation import LineKind, Reading
from shelflist.models.page import Block, Span
from shelflist.parse.context.reading_lists import has_no_more, lists_others
from shelflist.parse.looks.no_entry import A_SENTENCE, form_weight, sentence_weight
from shelflist.parse.segments.title_pairs import Pair, PairForm, pairs_of
from shelflist.parse.vocabulary.gazetteer import Gazetteer

_FEWEST = 5
_NEARLY = 0.7
"""Share of the lines that have the form, and of those with a date where lists are dated."""
_SURE, _SURE_IF_TOLD, _FEWEST_SURE = 0.4, 0.25, 2
"""Share of sure names; fewer will do where "by" or the year of each line says that somebody wrote it."""
_LONG, _WORDS = 0.4, 3
"""Share of titles that have as many words: casts and branches have not."""
_OTHERS, _OF_OTHERS = 0.1, 2.0
"""Share of lines that are something else by their form, whatever it is; and the weight that shows it."""
_OF_A_BOOK = re.compile(
    r"(?:Introduct(?:ion|ory)|Editorials?|Preface|Foreword|Afterword|Conclusions?|Prologue|Epilogue|Contents|Letters|"
    r"Notes|Index|Appendix)$"
)
"""What stands in the contents of a book or of an issue."""


def listed_pairs(blocks: Sequence[Block], found: Mapping[int, Reading], gazetteer: Gazetteer) -> dict[int, Pair]:
    """Where title and author stand in the lines that the others show to be entries, on a page or under a heading."""
    parts: dict[tuple[str, ...], dict[int, dict[PairForm, Pair]]] = defaultdict(dict)
    for at, reading in found.items():
        path = blocks[at].heading_path
        if not lists_others(path) and (pairs := _item(blocks[at], reading, gazetteer)) is not None:
            parts[path][at] = pairs
    whole = {at: pairs for items in parts.values() for at, pairs in items.items()}
    if shown := _shown(blocks, whole):
        return shown
    return {at: pair for items in parts.values() for at, pair in _shown(blocks, items).items()}


def agrees(reading: Reading, block: Block, pair: Pair) -> bool:
    """An entry already, whose author was not taken for its title."""
    citation = reading.citation
    if citation is None or not citation.contributors:
        return False
    return (citation.title or "") not in block.text[pair.author.start : pair.author.end]


def _item(block: Block, reading: Reading, gazetteer: Gazetteer) -> dict[PairForm, Pair] | None:
    """The forms that a line may have; None where it is no item of such a list."""
    if reading.citation is not None:
        return pairs_of(block.text, gazetteer) if has_no_more(reading.citation) else None
    if reading.kind is not LineKind.PROSE or not block.text:
        return None
    pairs = pairs_of(block.text, gazetteer)
    return None if not pairs and _is_sentence(block.text) else pairs


def _is_sentence(text: str) -> bool:
    """What is said of the entry above it, unless it has a number like the others."""
    return text[:1].isalpha() and text[-1:] in ".!?" and sentence_weight(text, 0, len(text)) >= A_SENTENCE


def _shown(blocks: Sequence[Block], items: Mapping[int, dict[PairForm, Pair]]) -> dict[int, Pair]:
    """The lines of the form that nearly all of `items` have, if they are titles and their authors."""
    if len(items) < _FEWEST or _are_others([blocks[at].text for at in items]):
        return {}
    of_form: dict[PairForm, dict[int, Pair]] = defaultdict(dict)
    for at, pairs in items.items():
        for form, pair in pairs.items():
            of_form[form][at] = pair
    lists = [pairs for form, pairs in of_form.items() if _is_list(blocks, form, pairs, len(items))]
    lists.sort(key=lambda pairs: _sure(pairs.values()), reverse=True)
    if not lists or (len(lists) > 1 and 2 * _sure(lists[1].values()) > _sure(lists[0].values())):
        return {}  # or both sides of the sign are names
    found = {at: pair for at, pair in lists[0].items() if pair.is_title or (pair.sure and pair.may_be_title)}
    return found if _are_dated(found.values()) else {at: _with_years(pair) for at, pair in found.items()}


def _is_list(blocks: Sequence[Block], form: PairForm, pairs: Mapping[int, Pair], items: int) -> bool:
    fits = {at: pair for at, pair in pairs.items() if pair.is_title}
    titles = [blocks[at].text[pair.title.start : pair.title.end] for at, pair in fits.items()]
    told = form.sign == "by" or _are_dated(fits.values())
    return (
        len(fits) >= max(_FEWEST, _NEARLY * items)
        and _sure(fits.values()) >= max(_FEWEST_SURE, (_SURE_IF_TOLD if told else _SURE) * len(fits))
        and sum(len(title.split()) >= _WORDS for title in titles) >= _LONG * len(titles)
        and not any(map(_OF_A_BOOK.match, titles))
    )


def _sure(pairs: Iterable[Pair]) -> int:
    return sum(pair.sure for pair in pairs)


def _are_dated(pairs: Collection[Pair]) -> bool:
    return sum(pair.dated for pair in pairs) >= _NEARLY * len(pairs)


def _with_years(pair: Pair) -> Pair:
    """Among lines without a date years are of what the title tells."""
    runs_on = pair.told_until > pair.title.end > pair.author.end
    return pair._replace(title=Span(pair.title.start, pair.told_until)) if runs_on else pair


def _are_others(lines: Sequence[str]) -> bool:
    """Programmes with their hours, contents with their pages, captions."""
    others = sum(form_weight(line, published=False, described=False) >= _OF_OTHERS for line in lines)
    return others > max(1, _OTHERS * len(lines))
