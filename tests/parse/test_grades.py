"""How surely words are a house or a place is compared with named grades, and with no bare figure but 0."""

import ast
from pathlib import Path

from shelflist.parse import line

SOURCE = Path(line.__file__).parent
SCORES = {"publisher", "place", "publisher_score", "place_score"}


def is_score(term: ast.expr) -> bool:
    """`look.publisher`, `place_score(words, gazetteer)`."""
    named = term.func if isinstance(term, ast.Call) else term
    name = named.attr if isinstance(named, ast.Attribute) else named.id if isinstance(named, ast.Name) else ""
    return name in SCORES and not isinstance(term, ast.Name)


def bare_figures(text: str) -> list[str]:
    """Comparisons of a score with a figure that is not 0."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Compare)
        if any(is_score(term) for term in (node.left, *node.comparators))
        if any(
            isinstance(part, ast.Constant) and isinstance(part.value, int | float) and part.value
            for term in (node.left, *node.comparators)
            if not is_score(term)
            for part in ast.walk(term)
        )
    ]


def test_a_bare_figure_is_seen() -> None:
    told = "look.publisher >= 3.5 or place_score(words, gazetteer) > -1 or look.place >= A_TOWN or look.publisher < 0"
    assert bare_figures(told) == ["look.publisher >= 3.5", "place_score(words, gazetteer) > -1"]


def test_houses_and_places_are_compared_with_grades_alone() -> None:
    found = {path.stem: bare_figures(path.read_text(encoding="utf-8")) for path in SOURCE.rglob("*.py")}
    assert {name: figures for name, figures in found.items() if figures} == {}
