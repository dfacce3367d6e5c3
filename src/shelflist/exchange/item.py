"""A record as reference managers see it: one kind of thing, names with roles, and remarks on how it was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from shelflist.models.citation import Role

DOUBTFUL = "doubtful reading"
"""The keyword of what was read with little confidence."""

ROLES = {
    Role.COM: "Compiler",
    Role.EDT: "Editor",
    Role.TRL: "Translator",
    Role.WIN: "Introduction",
    Role.ILL: "Illustrator",
    Role.SGN: "Signed by",
    Role.CTB: "Contributor",
    Role.OTH: "Other",
}
"""How a remark calls a role that the format has no field for."""

CREATORS = (Role.AUT, Role.SGN)
"""Who signs a manifesto answers for it as an author does."""

_ENDS = ("?", "!", ":", ".", ";", "–", "—")


class Kind(Enum):
    BOOK = auto()
    PAMPHLET = auto()
    LEAFLET = auto()
    PROCEEDINGS = auto()
    ISSUE = auto()  # of a periodical
    ARTICLE = auto()  # in a periodical
    CHAPTER = auto()  # in a book
    DOCUMENT = auto()


@dataclass(frozen=True, slots=True)
class Name:
    """`written` is the whole name; `family` is None where it is not parted, as bodies are not."""

    role: Role
    written: str
    family: str | None
    given: str | None
    words: str | None

    @property
    def remark(self) -> str:
        return f"{ROLES.get(self.role, 'Author')}: {self.written}" + (f" ({self.words})" if self.words else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Fields of `entries`, on one line each. `notes` are the list's own, `remarks` are ours."""

    key: str
    kind: Kind
    title: str
    subtitle: str | None
    names: tuple[Name, ...]
    edition: str | None
    publisher: str | None
    place: str | None
    date: str | None
    original_date: str | None
    pages: tuple[str, str] | None
    page_count: int | None
    series: str | None
    series_number: str | None
    container: str | None
    volume: str | None
    issue: str | None
    languages: tuple[str, ...]
    isbn: tuple[str, ...]
    issn: tuple[str, ...]
    url: str | None
    keywords: tuple[str, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]

    def of(self, *roles: Role) -> list[Name]:
        return [name for name in self.names if name.role in roles]

    def besides(self, roles: Iterable[Role]) -> list[str]:
        """Remarks on the names of other roles."""
        held = set(roles)
        return [name.remark for name in self.names if name.role not in held]

    @property
    def full_title(self) -> str:
        """A title that ends with a sign of its own gets no colon."""
        if not self.subtitle:
            return self.title
        return f"{self.title}{' ' if self.title.endswith(_ENDS) else ': '}{self.subtitle}"
