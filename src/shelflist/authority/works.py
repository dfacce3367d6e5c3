"""Which entries list one work, and which one edition of it (manifestation). Opinions, never identity.

A work is its title and its creators; numbers and dates in the title are part of it. An edition is a work with year,
publisher and extent. Both are decided once for a reading and kept.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from shelflist.authority.asked import agent_id_of, place_id_of, publisher_id_of
from shelflist.authority.normal import digest, folded
from shelflist.authority.titles import is_collective, marks_of, same_words, slipped_words, words_of
from shelflist.models.authority import EditionForm, Registry, Rule, WorkForm
from shelflist.models.citation import Citation, Role

_CREATORS = (Role.AUT, Role.SGN)
_EDITORS = (Role.EDT, Role.COM)

_Words = tuple[str, ...]
_Bucket = tuple[_Words, _Words]  # creators and marks

WORDS_WITHOUT_CREATOR = 4
"""Significant words that a title without creators must have, for two imprints of it to be one work."""
PAGES_APART = 0.02
"""Two counts of the pages of one edition differ by less than this share: some count the preface, some do not."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Where in the registry an entry's work and edition stand."""

    work: str
    edition: str


def keys_of(registry: Registry, citation: Citation) -> Keys | None:
    """None for an entry without a title. The names that it states must have been decided."""
    words = words_of(citation)
    if not words:
        return None
    creators = creators_of(registry, citation)
    work = "|".join((" ".join(words), " ".join(creators), " ".join(marks_of(citation))))
    imprint = (
        _year(citation), publisher_id_of(registry, citation), place_id_of(registry, citation),
        citation.page_count, _statement(citation),
    )  # fmt: skip
    edition = work + "|" + "|".join("" if part is None else str(part) for part in imprint)
    return Keys(work if _tells_enough(words, creators) else edition, edition)


def creators_of(registry: Registry, citation: Citation) -> tuple[str, ...]:
    """Ids of the authors and signatories; where there are none, of the editors. Sorted: their order means nothing."""
    for roles in (_CREATORS, _EDITORS):
        ids = {agent_id_of(registry, one) for one in citation.contributors if one.role in roles}
        if ids:
            return tuple(sorted(filter(None, ids)))
    return ()


class Works:
    """The works and editions of a registry, arranged for finding those that a new reading may belong to."""

    def __init__(self, registry: Registry) -> None:
        self.works: dict[str, WorkForm] = dict(registry.works)
        self.editions: dict[str, EditionForm] = dict(registry.editions)
        self._by_creators: dict[_Bucket, list[WorkForm]] = defaultdict(list)
        self._alike: dict[_Bucket, dict[str, list[WorkForm]]] = {}
        self._by_work: dict[str, list[EditionForm]] = defaultdict(list)
        for work in registry.works.values():
            self._enter(work)
        for edition in registry.editions.values():
            self._by_work[edition.work_id].append(edition)

    def place(self, registry: Registry, citation: Citation, keys: Keys) -> None:
        """Decide an entry's work and edition, unless they are known. `registry` has the names that it states."""
        work = self.works.get(keys.work)
        if work is None:
            work = self._work(registry, citation, keys)
            self.works[keys.work] = work
            self._enter(work)
        if keys.edition not in self.editions:
            edition = self._edition(registry, citation, work, keys)
            self.editions[keys.edition] = edition
            self._by_work[work.work_id].append(edition)

    def _enter(self, work: WorkForm) -> None:
        """A work that joined by a slip is no ground for a further merge."""
        if work.rule is not Rule.SLIP:
            bucket = work.creators, work.marks
            self._by_creators[bucket].append(work)
            if bucket in self._alike:
                _enter_keys(self._alike[bucket], work)

    def _like(self, work: WorkForm) -> dict[str, list[WorkForm]]:
        """The works of the same creators and marks, by the keys of the rules; arranged when first asked for."""
        bucket = work.creators, work.marks
        if bucket not in self._alike:
            arranged = self._alike[bucket] = {}
            for known in self._by_creators.get(bucket, ()):
                _enter_keys(arranged, known)
        return self._alike[bucket]

    def _work(self, registry: Registry, citation: Citation, keys: Keys) -> WorkForm:
        own = WorkForm(
            work_id="w_" + digest("work", keys.work),
            title=citation.title or "",
            words=words_of(citation),
            creators=creators_of(registry, citation),
            marks=marks_of(citation),
            rule=Rule.FIRST,
            reason="its title, creators and numbers are those of the work",
        )
        if not _tells_enough(own.words, own.creators):
            return own
        like = self._like(own)
        for rule, key, same, said in _WORK_RULES:
            known = like.get(key(own.words), ())
            alike = {work.work_id: work for work in known if same(own.words, work.words)}
            if len(alike) == 1:
                work_id, other = next(iter(alike.items()))
                return replace(own, work_id=work_id, rule=rule, reason=f"{said} {other.title!r}, the same creators")
        return own

    def _edition(self, registry: Registry, citation: Citation, work: WorkForm, keys: Keys) -> EditionForm:
        own = EditionForm(
            manifestation_id="m_" + digest("manifestation", keys.edition),
            work_id=work.work_id,
            year=_year(citation),
            publisher_id=publisher_id_of(registry, citation),
            place_id=place_id_of(registry, citation),
            pages=citation.page_count,
            statement=_statement(citation),
            rule=Rule.FIRST,
            reason="its imprint is that of the edition",
        )
        first = [one for one in self._by_work[work.work_id] if one.rule is Rule.FIRST]
        alike = {one.manifestation_id: one for one in first if _same_edition(own, one)}
        if len(alike) != 1:
            return own
        return replace(own, manifestation_id=next(iter(alike)), rule=Rule.NAMES, reason=_SAME_IMPRINT)


def _enter_keys(alike: dict[str, list[WorkForm]], work: WorkForm) -> None:
    for _, key, _, _ in _WORK_RULES:
        alike.setdefault(key(work.words), []).append(work)


def _letters(words: tuple[str, ...]) -> str:
    return "=" + "".join(words)


def _openings(words: tuple[str, ...]) -> str:
    """A slip is never in the first letter of a word, so that titles one slip apart have this in common."""
    return "~" + "".join(word[0] for word in words)


_WORK_RULES: tuple[tuple[Rule, Callable[[_Words], str], Callable[[_Words, _Words], bool], str], ...] = (
    (Rule.LETTERS, _letters, same_words, "the same significant words as"),
    (Rule.SLIP, _openings, slipped_words, "one letter off"),
)
_SAME_IMPRINT = "an edition of the same work with the same year and publisher, and no other extent"


def _tells_enough(words: _Words, creators: tuple[str, ...]) -> bool:
    """A collective title ("Selected Works") or a short anonymous one is a work only together with its imprint."""
    if is_collective(words):
        return False
    return bool(creators) or len(words) >= WORDS_WITHOUT_CREATOR


def _same_edition(one: EditionForm, other: EditionForm) -> bool:
    """Year and publisher stated and equal, extents that agree; a silent line must have the same extent to be joined."""
    if one.year != other.year or not _agree(one.publisher_id, other.publisher_id):
        return False
    if not _agree(one.statement, other.statement) or not _agree(one.place_id, other.place_id):
        return False
    stated = one.year is not None and one.publisher_id is not None and one.publisher_id == other.publisher_id
    if one.pages is None or other.pages is None:
        return stated and one.statement == other.statement
    if one.pages == other.pages:
        return one.year is not None or one.publisher_id == other.publisher_id is not None
    return stated and one.statement == other.statement and abs(one.pages - other.pages) <= PAGES_APART * one.pages


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _year(citation: Citation) -> int | None:
    digits = (citation.date_edtf or "")[:4]
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _statement(citation: Citation) -> str | None:
    return folded(citation.edition_statement) if citation.edition_statement else None
