"""From punctuation's segments to those of meaning: all joins (see `joins`), then all cuts (see `cuts`).

What belongs here is their order, and how the segment that opens a title is treated with more care than the others.
"""

import re
from functools import lru_cache

from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.dates import read_date
from shelflist.parse.looks.grades import A_FIRM, A_PLACE, AN_ACRONYM, HOUSELIKE, NAMED, ONE_WORD
from shelflist.parse.looks.imprint import is_house_or_place, place_score, publisher_score
from shelflist.parse.looks.names import names_score
from shelflist.parse.looks.title_begins import ends_imprint
from shelflist.parse.segments.author_inside import at_author
from shelflist.parse.segments.brackets import edition_in_bracket, part_in_bracket
from shelflist.parse.segments.colons import before_date
from shelflist.parse.segments.cuts import cut, cut_all, imprint_bracket, is_whole
from shelflist.parse.segments.dashes import at_dashes, count_dashes
from shelflist.parse.segments.held import told_in_bracket, without_edition, without_held
from shelflist.parse.segments.house_and_place import after_loud_title, run_on_imprint
from shelflist.parse.segments.joins import joined_up
from shelflist.parse.segments.name_at_end import name_at_end
from shelflist.parse.segments.names_in_brackets import Next, name_in_bracket
from shelflist.parse.segments.names_joined import opens_inverted, opens_listed
from shelflist.parse.segments.partners import join, join_all
from shelflist.parse.segments.phrase_inside import phrase_inside
from shelflist.parse.segments.run_together import parted_at_imprint
from shelflist.parse.segments.stray_dates import with_date
from shelflist.parse.segments.ties import TIED, are_tied, ties_of, ties_of_title
from shelflist.parse.segments.tokens import Segment, split_at
from shelflist.parse.segments.year_after_names import year_after_names
from shelflist.parse.vocabulary.body_words import is_body
from shelflist.parse.vocabulary.gazetteer import Gazetteer
from shelflist.parse.vocabulary.small_words import ARTICLES

_SPAN_AND_MORE = re.compile(r"1[4-9]\d\d\s?[-–]\s?(?:\d\d)?\d\d:\s")
""" "Looms and Weavers, 1788-1988: Bicentenary Essays": the years are the title's, which goes on after them."""
_HELD_INSIDE = re.compile(r"\s\([A-ZÀ-Þ][^()\d,]{4,60}\)\s(?=[A-ZÀ-Þ])")
_LOUD = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ’'-]*[!?]?(?:\s|$)){2,9}(?=$|by\s)")
_DATED_BY = re.compile(rf".*?\([^()]*(?:{YEAR_FORM}|\bn\.d)[^()]*\)(?=\sby\s(?:the\s)?[A-ZÀ-Þ])")
""" "The Mill Hands (Weft Press, 1954) by Rewi Ash"."""
_BY_DASH = 3.9
"""How surely words are names after the only dash of a line, where no house or place comes next."""
_ED = ("ed. ", "eds. ", "comp. ", "comps. ")
_ISSUE = re.compile(
    r"(?!(?:Double |Special )?[Ii]ssues?\s)(?P<title>[A-ZÀ-Þ][^,;:.()]{2,60}?)(?:\s[–—-]|:(?=\s(?:Nos?|Number|#)))?\s"
    r"(?P<number>(?:(?:Vol(?:ume)?)\.?\s?\d{1,3}$)|(?:Nos?|Number|#)\.?\s?\d{1,4}(?:\s?[-–/&]\s?\d{1,4})?(?:\s\(\d{1,4}\))?)"
    rf"(?:\s\(?(?P<date>(?:[A-Z][a-z]+\s)?{YEAR_FORM})\)?)?$"
)


def refine(segments: list[Segment], gazetteer: Gazetteer, *, opens: bool = True, named: bool = False) -> list[Segment]:
    """All joins, then all cuts; offsets stay those of the line.

    `opens`: the first segment opens a title. `named`: who wrote stands before them all.
    """
    if not segments:
        return []
    if ") by " in segments[0].text and (dated_first := _DATED_BY.match(segments[0].text)):
        titled, author = split_at(segments[0], dated_first.end())
        segments = [titled, author._replace(gap=","), *segments[1:]]
    if [piece for piece in segments[1:] if piece.text.startswith(_ED)]:
        segments = [part for piece in segments for part in _after_ed(piece, gazetteer)]
    if opens and len(segments) > 1:
        segments = _joined_at_opening(segments, gazetteer)
    if not _stand_apart(segments, gazetteer, opens):
        segments = _undashed(joined_up(segments, gazetteer, opens=opens), gazetteer, opens)
        others = cut_all(segments, gazetteer, begin=1)
    else:
        others = segments[1:]
    first = _cut_opening(segments[0], others, gazetteer, named=named) if opens else cut(segments[0], gazetteer)
    refined = [*first, *others]
    for i in range(len(refined) - 1, -1, -1):  # it stands near the end
        if read_date(refined[i].text):
            at = i
            if i > (len(first) if opens else 0) and (":" in (words := refined[i - 1].text) or words[-1] == ")"):
                refined[i - 1 : i] = parts = before_date(refined[i - 1], gazetteer)
                at += len(parts) - 1
            return parted_at_imprint(refined, at, gazetteer, opens=opens, named=named)
    return with_date(refined, gazetteer, opens=opens)


def _joined_at_opening(segments: list[Segment], gazetteer: Gazetteer) -> list[Segment]:
    """A comma stands within the title, or the name before it: "Ash, Rewi", "Mill Hands, The", a list of names."""
    if (segments[0].text.isupper() and _goes_on_loud(segments[1], gazetteer)) or opens_inverted(segments, gazetteer):
        segments = [join(segments[0], segments[1]), *segments[2:]]
    if len(segments) > 1 and segments[1].text[0] == "1" and _goes_on_after_years(segments[1]):
        segments = [join(segments[0], segments[1]), *segments[2:]]
    if len(segments) > 2 and segments[1].text in ARTICLES and segments[1].gap == ",":
        segments = [join(segments[0], segments[1]), *segments[2:]]
    if len(segments) > 3 and (listed := opens_listed(segments, gazetteer)):
        segments = [join_all(segments[:listed]), *segments[listed:]]
    return segments


def _goes_on_loud(piece: Segment, gazetteer: Gazetteer) -> bool:
    """ "CHILE, A PEOPLE IN ARMS by Rewi Ash": a title in capitals goes on in them, where they are no name or body."""
    if piece.gap != "," or (found := _LOUD.match(piece.text)) is None:
        return False
    words = found.group().rstrip().title()
    return not (names_score(words, gazetteer) >= NAMED or is_body(words) or is_house_or_place(words, gazetteer))


def _goes_on_after_years(piece: Segment) -> bool:
    return piece.gap == "," and _SPAN_AND_MORE.match(piece.text) is not None


def _after_ed(piece: Segment, gazetteer: Gazetteer) -> list[Segment]:
    """ "Ann Hill, ed. Weft Press": the stop ends the editor's word, where a house and no name comes after it."""
    word, _, house = piece.text.partition(" ")
    held = house.startswith("(")  # "Ann Hill, ed. (Weft Press, 1954)"
    if (
        piece.gap != ","
        or f"{word} " not in _ED
        or (not held and publisher_score(house.partition(" (")[0], gazetteer) < A_FIRM)
    ):
        return [piece]  # nor "ed. A. Hill (Weft Press, 1954)"
    role, rest = split_at(piece, len(word))
    return [role, rest._replace(gap=".")]


def _stand_apart(segments: list[Segment], gazetteer: Gazetteer, opens: bool) -> bool:
    """Each is a whole, and none belongs to another: in most lines the words of each alone show it."""
    first = segments[0].text
    if count_dashes(first):
        return False
    ties = [ties_of_title(first, gazetteer) if opens else _ties(first, gazetteer)]
    for text, _, _, gap, inner in segments[1:]:
        if gap != "," or inner:
            return False
        ties.append(_ties(text, gazetteer))
    return not are_tied(ties)


@lru_cache(maxsize=8192)
def _ties(words: str, gazetteer: Gazetteer) -> int:
    whole = not count_dashes(words) and is_whole(words, gazetteer)
    return ties_of(words, gazetteer) if whole else TIED


def _undashed(pieces: list[Segment], gazetteer: Gazetteer, opens: bool) -> list[Segment]:
    dashes = count_dashes("\0".join([piece.text for piece in pieces]))
    if not dashes:
        return pieces
    later = any(_is_author(pieces, i, gazetteer) for i in range(1, min(3, len(pieces))))
    following = pieces[1].text if len(pieces) > 1 else ""
    housed = following != "" and is_house_or_place(following, gazetteer)
    return [
        part
        for i, piece in enumerate(pieces)
        for part in at_dashes(
            piece,
            gazetteer,
            opens=opens and i == 0,
            named_later=later,
            needed=NAMED if dashes > 1 or housed else _BY_DASH,
        )
    ]


def _is_author(pieces: list[Segment], i: int, gazetteer: Gazetteer) -> bool:
    """A name, and not one between commas before place and date, as houses stand."""
    words = pieces[i].text
    if names_score(words, gazetteer) < NAMED or publisher_score(words, gazetteer) >= AN_ACRONYM:
        return False
    after = [piece.text for piece in pieces[i + 1 : i + 3]]
    if not after or read_date(after[0]):
        return not after
    return place_score(after[0], gazetteer) < A_PLACE or len(after) < 2 or read_date(after[1]) is None


def _imprint_after(others: list[Segment], gazetteer: Gazetteer) -> Next:
    """Whether the imprint comes right after the title: nobody else can be named between them then."""
    texts = [piece.text for piece in others[:3]]
    if not texts:
        return Next.UNKNOWN
    if is_house_or_place(texts[0], gazetteer):
        return Next.SURE_IMPRINT
    may_be_house = publisher_score(texts[0], gazetteer) >= HOUSELIKE and names_score(texts[0], gazetteer) < NAMED
    return Next.IMPRINT if may_be_house and ends_imprint(texts[1:], gazetteer) else Next.UNKNOWN


def _cut_opening(piece: Segment, others: list[Segment], gazetteer: Gazetteer, *, named: bool) -> list[Segment]:
    """A title may end in a place and a year ("Moscow 1937"): only a bracketed imprint or an author is cut off."""
    words = piece.text
    if words[-1] in ")]" and (held := _held_at_end(piece, others, gazetteer)):
        return held
    if words[-1] in "0123456789)" and (issue := _numbered_issue(piece)):
        return issue
    if words.endswith(("edn", "edition", "ed", "edn.", "ed.")) and len(parted := without_edition(piece)) > 1:
        return [*at_author(parted[0], gazetteer), parted[1]]
    if ") " in words and (inside := _names_held_inside(piece, gazetteer)):
        return inside
    run_on = None
    if words[-1] in "0123456789":
        run_on = run_on_imprint(piece, gazetteer) or year_after_names(piece, gazetteer)
        run_on = run_on or after_loud_title(piece, gazetteer)
    piece, *imprint = run_on or [piece]
    if at := phrase_inside(piece.text, gazetteer):
        piece, phrase = split_at(piece, at)
        imprint = [*cut(phrase._replace(gap=","), gazetteer), *imprint]
    title, *rest = at_author(piece, gazetteer)
    if rest or imprint or named:
        return [title, *[part for one in rest for part in cut(one, gazetteer)], *imprint]
    if (at := name_at_end(title.text, gazetteer)) and _imprint_after(others, gazetteer):
        title, author = split_at(title, at)
        return [title, *cut(author._replace(gap=","), gazetteer)]
    return [title]


def _held_at_end(piece: Segment, others: list[Segment], gazetteer: Gazetteer) -> list[Segment] | None:
    """The title, and what the bracket after it holds: an imprint, a series, the author, his helpers or the edition."""
    if bracket := imprint_bracket(piece, gazetteer):
        return bracket if bracket[0].inner else [*without_edition(bracket[0]), *bracket[1:]]
    if len(series := without_held(piece, gazetteer, before_imprint=False)) > 1:
        return [*at_author(series[0], gazetteer), series[1]]
    if others and (numbered := part_in_bracket(piece)) and len(numbered) > 1:
        return [*at_author(numbered[0], gazetteer), *numbered[1:]]
    is_round = piece.text[-1] == ")"
    if is_round and (named := name_in_bracket(piece, gazetteer, next_is=_imprint_after(others, gazetteer))):
        return named
    if (told := told_in_bracket(piece, gazetteer)) and len(told) > 1:
        return [*at_author(told[0], gazetteer), *(part for one in told[1:] for part in cut(one, gazetteer))]
    if is_round and (edition := edition_in_bracket(piece)) and len(edition) > 1:
        return [*at_author(edition[0], gazetteer), *edition[1:]]
    return None


def _names_held_inside(piece: Segment, gazetteer: Gazetteer) -> list[Segment] | None:
    """ "The Mill Hands (Rewi Ash) Weft Press": the author in a bracket, and the house after it with no sign between."""
    found = _HELD_INSIDE.search(piece.text)
    if found is None or publisher_score(piece.text[found.end() :], gazetteer) < ONE_WORD:
        return None
    before, house = split_at(piece, found.end())
    named = name_in_bracket(before, gazetteer, next_is=Next.SURE_IMPRINT)
    return [*named, *cut(house._replace(gap=","), gazetteer)] if named else None


def _numbered_issue(piece: Segment) -> list[Segment] | None:
    """ "The Weaver No 3 (58) 1981", "The Weaver – No. 6": a periodical, its number and date, with no comma between."""
    found = _ISSUE.match(piece.text)
    if found is None:
        return None
    spans = [found.span(group) for group in ("title", "number", "date") if found[group]]
    return [
        Segment(piece.text[a:b], piece.start + a, piece.start + b, "," if a else piece.gap, piece.inner)
        for a, b in spans
    ]
