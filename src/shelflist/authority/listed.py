"""The bundled lists of names that are written in several ways: ``data/*.tsv``, read once. Facts only, no rules.

A file's header says where its facts come from. A name that several houses bear is decided by the place of publication.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from shelflist.authority.normal import digest, house_key, place_key
from shelflist.authority.persons import person
from shelflist.models.authority import AuthorityType

_PREFIX = {AuthorityType.AGENT: "ag_", AuthorityType.PUBLISHER: "pu_", AuthorityType.PLACE: "pl_"}


@dataclass(frozen=True, eq=False)
class Listed:
    """One line of a list; compared by identity. `places` are keys of places, where the name alone does not decide."""

    type: AuthorityType
    preferred: str
    kind: str
    names: tuple[str, ...]  # all forms, the preferred one first
    places: frozenset[str]
    note: str
    authority_id: str  # where nothing of it is known yet


@dataclass(frozen=True, eq=False)
class Names:
    """The lines of one list by the keys of their names; several lines to a key where houses share a name."""

    lines: dict[str, tuple[Listed, ...]]
    all: tuple[Listed, ...]

    def named(self, key: str) -> tuple[Listed, ...]:
        return self.lines.get(key, ())


@lru_cache(maxsize=1)
def listed_places() -> Names:
    """Keys are place keys."""
    return _names(AuthorityType.PLACE, "places.tsv")


@lru_cache(maxsize=1)
def listed_publishers() -> Names:
    """Keys are house keys."""
    return _names(AuthorityType.PUBLISHER, "publishers.tsv")


@lru_cache(maxsize=1)
def listed_agents() -> Names:
    """Keys are house keys for bodies and whole names run together for persons (see `Person.names`)."""
    return _names(AuthorityType.AGENT, "agents.tsv")


def listed_place_key(written: str) -> str:
    """The key under which all listed names of one place meet: Leningrad's and Petrograd's is that of St Petersburg."""
    lines = listed_places().named(place_key(written))
    return place_key(lines[0].preferred) if lines else place_key(written)


def listed_for(of: AuthorityType) -> Names:
    """The list for one table."""
    return {
        AuthorityType.PLACE: listed_places,
        AuthorityType.PUBLISHER: listed_publishers,
        AuthorityType.AGENT: listed_agents,
    }[of]()


def new_id(of: AuthorityType, *parts: str | None) -> str:
    """An id from what is written and nothing else: "ag_...", "pu_...", "pl_..."."""
    return _PREFIX[of] + digest(of, *filter(None, parts))


def _names(of: AuthorityType, file: str) -> Names:
    found: dict[str, list[Listed]] = {}
    lines = [_line(of, cells) for cells in _rows(file)]
    for line in lines:
        for key in dict.fromkeys(_key(of, line.kind, name) for name in line.names):
            found.setdefault(key, []).append(line)
    return Names({key: tuple(of_key) for key, of_key in found.items()}, tuple(lines))


def _line(of: AuthorityType, cells: list[str]) -> Listed:
    places = cells.pop(2).split(" | ") if of is AuthorityType.PUBLISHER else []
    preferred, kind, variants, note = cells
    keys = frozenset(listed_place_key(place) for place in places if place)
    names = (preferred, *filter(None, variants.split(" | ")))
    return Listed(of, preferred, kind, names, keys, note, new_id(of, _key(of, kind, preferred)))


def _key(of: AuthorityType, kind: str, name: str) -> str:
    if of is AuthorityType.PLACE:
        return place_key(name)
    return person(name, None, None).names[0] if kind == "person" else house_key(name)


def _rows(file: str) -> list[list[str]]:
    """Cells of each line: preferred, kind, (places,) further forms, note; missing ones at the end are empty."""
    text = files("shelflist.authority").joinpath("data", file).read_text(encoding="utf-8")
    width = 5 if file == "publishers.tsv" else 4
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [[*cells, *[""] * (width - len(cells))] for cells in lines]
