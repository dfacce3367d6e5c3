"""The packages import forwards only, and each outside library stays behind its one door.

Every import counts: at the top of a file, inside a function, or for type checking alone.
"""

import ast
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "shelflist"
FLOWS = Path(__file__).parents[1] / "flows"

ORDER = (
    "sources", "archive", "fetch", "extract", "parse", "authority", "linkage", "verdicts", "track", "hindsight",
    "tables", "publish", "exchange", "pipeline", "cli",
)  # fmt: skip
"""A package may import those before it."""

READING = (
    "vocabulary",
    "looks",
    "grammar",
    "search",
    "segments",
    "labels",
    "kinds",
    "fields",
    "context",
    "taken_apart",
    "line",
)
"""The parts of `parse`, in the same sense; what is not named here reads pages and records, and comes last."""

GROUND = ("errors", "settings", "models")
"""Beneath everything; may import one another, nothing else of Shelflist."""

ASIDE = {"demo": ("sources",)}
"""The demo archive plays the site: it may know the source files and nothing of the harvester."""

DOORS = {"httpx": "fetch", "selectolax": "extract", "fastwarc": "archive", "warcio": "archive"}
"""Outside libraries that one package alone may import."""

NO_INPUT_OUTPUT = ("extract", "parse", "authority", "linkage", "verdicts", "track", "hindsight")
"""Pure packages: time, paths and the network are arguments."""

WORLD = ("socket", "http", "urllib.request", "time", "sqlite3", "tempfile")

MODULES = sorted(SOURCE.rglob("*.py"))


def package_of(module: Path) -> str:
    """The package (or top module) under src/shelflist that a file belongs to; "" for shelflist/__init__.py."""
    top = module.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "" if top == "__init__" else top


@cache
def imports_of(module: Path) -> tuple[str, ...]:
    """Dotted names imported anywhere in a file."""
    here = ("shelflist", *module.relative_to(SOURCE).with_suffix("").parts)
    return tuple(imports_in(module.read_text(encoding="utf-8"), here))


def imports_in(text: str, here: tuple[str, ...]) -> Iterator[str]:
    """`from a import b` gives a.b, as b may be a module; `here` is the module's own dotted name, in parts."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: -node.level]) if node.level else ""
            origin = ".".join(part for part in (base, node.module) if part)
            yield from (f"{origin}.{name.name}" for name in node.names)


def allowed_for(package: str) -> set[str]:
    """What of Shelflist a package may import."""
    if package in GROUND:
        return set(GROUND)
    if package in ASIDE:
        return {package, *GROUND, *ASIDE[package]}
    before = ORDER[: ORDER.index(package) + 1]
    return {*before, *GROUND, *(ASIDE if package in ("pipeline", "cli") else ())}


def own_packages(module: Path) -> set[str]:
    names = (name.split(".") for name in imports_of(module))
    return {parts[1] for parts in names if parts[0] == "shelflist" and len(parts) > 1 and (SOURCE / parts[1]).exists()}


def names_in(module: Path, libraries: tuple[str, ...]) -> set[str]:
    return {name for name in imports_of(module) for lib in libraries if name == lib or name.startswith(f"{lib}.")}


def test_every_package_has_its_place_in_the_order() -> None:
    known = {*ORDER, *GROUND, *ASIDE, ""}
    assert {package_of(module) for module in MODULES} <= known


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_package_imports_only_those_before_it(module: Path) -> None:
    package = package_of(module)
    if package:  # shelflist/__init__.py is the door to all of it
        assert own_packages(module) <= allowed_for(package)


@pytest.mark.parametrize("library", DOORS)
def test_an_outside_library_stays_behind_its_door(library: str) -> None:
    strangers = [m for m in MODULES if package_of(m) != DOORS[library] and names_in(m, (library,))]
    assert strangers == []


@pytest.mark.parametrize("module", sorted((SOURCE / "parse").rglob("*.py")), ids=lambda path: path.stem)
def test_a_part_of_the_grammar_knows_only_those_before_it(module: Path) -> None:
    own = part_of_reading(module.relative_to(SOURCE).with_suffix("").parts)
    names = (name.split(".") for name in imports_of(module) if name.startswith("shelflist.parse."))
    assert [".".join(name) for name in names if part_of_reading(name[1:]) > own] == []


def part_of_reading(name: Sequence[str]) -> int:
    """Where in READING ("parse", part, ...) stands."""
    return READING.index(name[1]) if name[1] in READING else len(READING)


def test_nothing_in_the_core_imports_prefect_or_the_flows() -> None:
    assert [m for m in MODULES if names_in(m, ("prefect", "flows"))] == []


@pytest.mark.parametrize("package", NO_INPUT_OUTPUT)
def test_the_core_of_the_reading_asks_neither_clock_nor_network(package: str) -> None:
    for module in (SOURCE / package).rglob("*.py"):
        assert names_in(module, WORLD) == set(), module.relative_to(SOURCE)


def test_the_flows_know_the_pipeline_and_no_stage_behind_it() -> None:
    allowed = {"pipeline", "sources", "demo", "cli", *GROUND}
    for module in FLOWS.rglob("*.py"):
        names = (name.split(".") for name in imports_in(module.read_text(encoding="utf-8"), ("flows", module.stem)))
        assert {parts[1] for parts in names if parts[0] == "shelflist"} <= allowed, module.name


def test_an_import_is_seen_wherever_it_hides() -> None:
    text = "def f():\n    from shelflist import tables\n    from ..publish import read\n    import httpx._client\n"
    found = set(imports_in(text, ("shelflist", "parse", "records")))
    assert found == {"shelflist.tables", "shelflist.publish.read", "httpx._client"}
    assert not {"tables", "publish"} & allowed_for("parse")
