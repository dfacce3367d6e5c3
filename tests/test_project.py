"""Promises of the top level: pins that agree, no host names, a word for every library, help for every target."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
REQUIREMENTS = PROJECT / "requirements"


def pins(level: str) -> dict[str, str]:
    """Name and version of everything in a requirements file."""
    text = (REQUIREMENTS / f"{level}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text, re.MULTILINE))


def wanted(level: str) -> list[str]:
    """Names that a person asked for."""
    text = (REQUIREMENTS / f"{level}.in").read_text(encoding="utf-8")
    return re.findall(r"^([A-Za-z0-9][A-Za-z0-9_-]*)", text, re.MULTILINE)


def test_the_development_set_changes_no_version_of_the_other() -> None:
    """Both live in one environment, and `make test` may install while `make harvest` runs."""
    assert pins("prod").items() <= pins("dev").items()


@pytest.mark.parametrize("level", ["prod", "dev"])
def test_every_requirement_is_pinned_with_hashes(level: str) -> None:
    text = (REQUIREMENTS / f"{level}.txt").read_text(encoding="utf-8")
    logical = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.lstrip().startswith("#")]
    assert len(logical) == len(pins(level))
    assert all("--hash=sha256:" in line for line in logical)
    assert set(wanted(level)) <= set(pins(level))


@pytest.mark.parametrize("file", sorted(REQUIREMENTS.iterdir()), ids=lambda path: path.name)
def test_requirements_name_no_host(file: Path) -> None:
    if file.is_file():
        assert not re.search(r"https?://|--(extra-)?index-url|--find-links", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*wanted("prod"), *wanted("dev")])
def test_every_library_has_its_reason(name: str) -> None:
    assert f"**{name}" in (PROJECT / "docs" / "decisions.md").read_text(encoding="utf-8")


def test_make_without_a_target_lists_every_target_for_people() -> None:
    said = subprocess.run(["make", "-s"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    text = (PROJECT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^([a-z-]+):.*##", text, re.MULTILINE):
        assert f"make {target} " in said


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## {version}" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_notes_in_the_data_folders_lead_somewhere() -> None:
    documents = [PROJECT / "data" / part / "README.md" for part in ("raw", "clean")]
    broken = [
        f"{document.relative_to(PROJECT)}: {target}"
        for document in documents
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []
