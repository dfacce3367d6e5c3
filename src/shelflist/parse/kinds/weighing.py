"""Entry or not: what speaks for it (extent, imprint, link) against what speaks against it (see `no_entry`)."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from shelflist.models.page import Block
from shelflist.parse.grammar import (
    AUTHOR,
    DATE,
    DATED,
    EDITION,
    GENRE,
    HOST,
    LEADER,
    NO_IMPRINT,
    PART,
    PHRASE,
    PLACE,
    PUBLISHER,
    REMARK,
    ROLE,
    SERIES,
    TITLE,
    UNREAD,
    Label,
)  # fmt: skip
from shelflist.parse.kinds.bare_entries import bare_weight, opens_with_family
from shelflist.parse.kinds.pictures import picture_weight
from shelflist.parse.labels.form import Form, Line
from shelflist.parse.labels.labelled import Labelled, Trust
from shelflist.parse.labels.parsed import Parsed
from shelflist.parse.looks.date_points import YEAR_FORM
from shelflist.parse.looks.extent import Extent
from shelflist.parse.looks.features import Features
from shelflist.parse.looks.grades import A_BODY, A_FIRM, A_PLACE, NAMED, SURELY_NAMED
from shelflist.parse.looks.hosts import tells_organ
from shelflist.parse.looks.no_entry import A_STOP, form_weight, is_review, may_be_title, sentence_weight
from shelflist.parse.looks.other_things import THING, is_saying, thing_weight
from shelflist.parse.looks.parts import volume_and_issue
from shelflist.parse.looks.prices import price_weight
from shelflist.parse.segments.arrangement import numbers_document
from shelflist.parse.vocabulary.gazetteer import Gazetteer

ENTRY_FROM = 3.0
_GOES_ON = re.compile(
    r",?\s*(?:which|that|and)?\s*(?:is|are|was|were|has|have|had|will|can|could|would|should|may|"
    r"must|tells|shows)\b"
)
"""A sentence goes on after the count of pages."""
_SURELY = 8.0
"""With an extent and a whole imprint between commas, verbs in a long phrase speak against nothing."""
_CATALOGUED, _INVERTED, _IN_SERIES, _REISSUED = 1.0, 1.5, 3.0, 1.5
""" "Ash, Rewi (1936). The Mill Hands.", "Research Paper 3: …": only lists put a family name first, or a series."""
_LONG_TITLE = 2
"""Spaces: what is emphasised and shorter is as often a film, a song or a ship."""
_MARKED, _MARKED_AND_NAMED = 1.0, 2.5
""" "“The Mill Hands” (1954)", "_The Mill Hands_, by Rewi Ash": marks around the title, and the year or the author."""
_YEAR_HELD = re.compile(rf"\(\s?(?:c\.?\s?)?(?:[A-Z][^()]{{2,40}}\s)?{YEAR_FORM}\??\s?\)")
_BY_NAME = re.compile(r"[Bb]y\s[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*)*")
_CATALOGUE_FIELDS = frozenset({AUTHOR, PUBLISHER, PLACE})
_IMPRINT = frozenset({PUBLISHER, PLACE})
_NAMING = frozenset({ROLE, AUTHOR, LEADER})
_SAID_PUBLISHED = 2.0
""" "The Mill Hands by Rewi Ash. Published by Weft Press.": who wrote it and that it was published."""
_WITH_ISBN = 2.5
_NUMBERED = 3.0
""" "The Weaver. Vol. 11 No. 1.": nothing but a periodical has both."""
_FORMED = frozenset({PART, PUBLISHER, AUTHOR})
_IMPRINT_ENOUGH, _A_REVIEW = 4.0, 4.0


def weight(parsed: Parsed, block: Block, gazetteer: Gazetteer, *, linked: bool) -> float:
    """How much speaks for an entry, on the scale of `ENTRY_FROM`."""
    priced = price_weight(parsed.tail.price) if parsed.tail.price else 0.0
    return priced + _of_whole(parsed, block, gazetteer, linked=linked)


def _of_whole(parsed: Parsed, block: Block, gazetteer: Gazetteer, *, linked: bool) -> float:
    """By all but the price that ends it."""
    line, labels, extent, _, proper = parsed
    own = _own_weight(line, labels, extent)
    if line.form.known and any(label in _FORMED for _, label in line.form.known):
        return _SURELY  # the whole of it has the form of an issue, or of a document and who issued it
    if extent and extent.end < len(block.text) and _GOES_ON.match(block.text, extent.end):
        return 0.0
    whole = own + _link_weight(labels, block, linked)
    whole += _WITH_ISBN if "ISBN" in labels.text[1:] and not _NAMING.isdisjoint(labels.trust.trusted) else 0.0
    whole += bare_weight(labels, gazetteer) if extent is None and own < _IMPRINT_ENOUGH else 0.0
    if whole >= _SURELY:
        return whole
    shown = labels.title_marked and (linked or not _stands_deep(labels))
    against = _against(line, labels, extent, block.text[:proper], whole, shown)
    if linked and against >= 1.2 and not labels.title_marked and not extent:
        whole = own + 1.0  # what is linked is a sentence, not a title
    said = block.text[:proper] if labels.title_marked else block.text
    return whole - against - _against_form(line, labels, extent, said, own, shown=shown)


def _own_weight(line: Line, labelled: Labelled, extent: Extent | None) -> float:
    form, trusted, labels = line.form, labelled.trust.trusted, labelled.trust.labels
    gaps = [piece.gap for piece in labelled.segments] if ":" in labelled.text and DATE in labels else ()
    at_colon = gaps.index(":") if ":" in gaps else 0
    words = _OfWords(
        catalogued=at_colon > 0 and labels[at_colon - 1 : at_colon + 1] == (PLACE, PUBLISHER),
        inverted=opens_with_family(labelled, form.looks) or numbers_document(labelled.text),
        numbered=PART in trusted and all(volume_and_issue([piece.text for piece in labelled.of(PART)])),
        year_held=labelled.title_marked and _tells_year_alone(form, labelled),
        of_kind=GENRE in labels and not any("oster" in piece.text for piece in labelled.of(GENRE)),
        quoted=form.title_quoted,
        by_somebody=labels == (TITLE, ROLE) and _BY_NAME.fullmatch(labelled.segments[1].text) is not None,
        of_organ=PHRASE in trusted and any(tells_organ(piece.text) for piece in labelled.of(PHRASE)),
    )
    return _weight_of_form(
        form.looks, True in form.inner, labelled.title_marked, labelled.trust, words, extent is not None
    )


def _tells_year_alone(form: Form, labelled: Labelled) -> bool:
    """In a bracket, or after emphasis that a title of some length alone has: "_Songs of the Weavers_, 1954"."""
    if _YEAR_HELD.search(labelled.text) is not None:
        return True
    opens = form.title_at == 0 and not form.title_quoted
    return opens and labelled.segments[0].text.count(" ") >= _LONG_TITLE


class _OfWords(NamedTuple):
    """What the form of a line does not tell."""

    catalogued: bool  # "Leeds: Frank Elm, 1890": so imprints are written, and little else
    inverted: bool  # a family name is put first, or a document's number
    numbered: bool  # with a volume and an issue
    year_held: bool  # after the marked title
    of_kind: bool  # "a leaflet"; what is called a poster may hang on a wall
    quoted: bool  # the marked title, by marks of quotation
    by_somebody: bool  # "_The Mill Hands_ by Ash": nothing else, and so who wrote, whatever the name
    of_organ: bool


@lru_cache(maxsize=1024)
def _weight_of_form(
    looks: tuple[Features, ...], bracketed: bool, marked: bool, trust: Trust, words: _OfWords, described: bool
) -> float:
    labels = trust.labels
    dated, published, placed = _imprint_weights(looks)
    if not dated and DATE in labels and _IMPRINT.issubset(labels) and not _NAMING.isdisjoint(labels):
        dated = 2.0  # "Rewi Ash: The Mill Hands. Leeds, Weft Press, 1826-27": of several volumes
    weight = (4.0 if described else 0.0) + (2.0 if DATED in labels else dated) + published + placed
    weight += 1.0 if dated and published and placed else 0.0
    weight += 1.5 if HOST in labels else 0.0
    weight += 2.0 if NO_IMPRINT in labels else 0.0
    weight += 1.5 if bracketed else 0.0
    weight += _SAID_PUBLISHED if published and not _NAMING.isdisjoint(labels) and _is_said_published(looks) else 0.0
    weight += 1.0 if bracketed and not dated and REMARK in labels and DATE in labels else 0.0
    weight += 1.0 if PART in labels[:2] and DATE in labels else 0.0
    weight += _IN_SERIES if labels[0] is SERIES else _INVERTED if words.inverted else 0.0
    weight += _REISSUED if dated and (EDITION in labels or words.of_kind) else 0.0
    weight += _CATALOGUED if words.catalogued and not published else 0.0
    weight += (_NUMBERED if words.numbered else 0.0) + (1.5 if words.of_organ else 0.0)
    if (dated or published or DATED in labels) and _surely_named(looks, labels):
        weight += 1.0
    if marked and HOST not in labels:
        weight += _MARKED if dated and words.year_held else 0.0
        led = LEADER in labels and words.quoted  # "Rewi Ash, ‘Looms’": the piece of something that a note names
        said = SURELY_NAMED if words.quoted else NAMED
        named = words.by_somebody or _surely_named(looks, labels, said)
        weight += _MARKED_AND_NAMED if not dated and not led and named else 0.0
    return weight + (0.5 if not _NAMING.isdisjoint(labels) else 0.0)


def _surely_named(looks: tuple[Features, ...], labels: tuple[Label, ...], said: float = SURELY_NAMED) -> bool:
    """ "The Mill Hands, by Rewi Ash (1954)": who wrote it and when is enough, where the name leaves no doubt.

    `said`: how sure a name must be that the words of a role introduce.
    """
    return any(
        (label in (AUTHOR, LEADER) and look.names >= SURELY_NAMED) or (label is ROLE and look.listing >= said)
        for label, look in zip(labels, looks, strict=True)
    )


def _is_said_published(looks: tuple[Features, ...]) -> bool:
    return any(before.physical and look.publisher >= A_BODY for before, look in pairwise(looks))


def _imprint_weights(looks: tuple[Features, ...]) -> tuple[float, float, float]:
    """For a date, a publisher and a place, wherever they stand after the opening."""
    dated = published = placed = 0.0
    for before, look in pairwise(looks):
        dated = 2.0 if look.date is not None and not look.date.span_years else dated
        least = A_BODY if before.physical else A_FIRM  # "published by the Weavers’ Party"
        published = 1.5 if look.publisher >= least else published
        placed = 1.2 if look.place >= A_PLACE else placed
    return dated, published, placed


def _link_weight(labels: Labelled, block: Block, linked: bool) -> float:
    if not linked:
        return 0.0
    covered = sum(link.end - link.start for link in block.links)
    if labels.title_marked:
        return 3.0
    if covered <= 0.6 * len(block.text):
        return 1.0
    first = labels.trust.labels[0]
    begin = labels.segments[1].start if first is REMARK and len(labels.segments) > 1 else 0
    return 3.0 if first is PART or may_be_title(block.text[begin:]) else 2.4


def _stands_deep(labels: Labelled) -> bool:
    """ "Weft Mill, where she spun, is now <Hull Museum>": after what was not understood a mark is on something else."""
    told = labels.trust.labels
    return told[0] is UNREAD and TITLE in told


def _against(line: Line, labels: Labelled, extent: Extent | None, text: str, whole: float, marked: bool) -> float:
    """Sentences outside the title and before the extent's notes."""
    told = labels.trust.labels
    listed = told[0] is TITLE and _CATALOGUE_FIELDS.issubset(told)
    shown = marked or (whole >= 6 and (extent or listed))
    start = line.segments[line.form.title_at or 0].end if shown else 0
    end = extent.start if extent else len(text)
    return max(0.0, sentence_weight(text, min(start, end), end) - _of_signs(line, labels))


def _of_signs(line: Line, labels: Labelled) -> float:
    """Stops that part an author, his title and its imprint, or the title and its author, end no sentences."""
    told, by_body = labels.trust.labels[:2], line.looks[0].body >= 0.0
    named = _surely_named(line.looks[:2], told) or (by_body and told[0] is LEADER)
    named = named and told in ((LEADER, TITLE), (TITLE, AUTHOR))
    return A_STOP * line.form.gaps[:3].count(".") if named else 0.0


def _against_form(line: Line, labels: Labelled, extent: Extent | None, text: str, own: float, *, shown: bool) -> float:
    """Captions, contents lines and their like; a marked title with an imprint is hardly one of them."""
    published = any(look.publisher >= A_FIRM for look in line.looks[1:])
    counted = extent is not None and not (extent.is_range and not any(look.date for look in line.looks))
    start = line.segments[line.form.title_at or 0].end if shown else 0
    against = thing_weight(text, start, published=published, described=counted)
    if extent is None and not published and GENRE not in labels.trust.labels and is_saying(text):
        against = THING
    if shown and own >= ENTRY_FROM:
        return max(against, _A_REVIEW if extent is None and is_review(text) else 0.0)
    against = max(against, form_weight(text, published=published, described=counted))
    return against if extent or published else against + picture_weight(line, labels)
