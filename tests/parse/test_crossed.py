"""Lines with their values exchanged: each keeps its form, and what is in it is marked as what it was."""

from tests.parse.crossed import crossed
from tests.parse.marked import read_lines

FILE = "development9.txt"


def test_exchanged_lines_have_their_fields_and_other_values() -> None:
    forms = {tuple(sorted(line.fields)) for line in read_lines(FILE)}
    lines = crossed(FILE)
    assert {tuple(sorted(line.fields)) for line in lines} <= forms
    titles = {title for line in read_lines(FILE) for title in line.fields.get("title", [])}
    assert sum(line.fields["title"][0] in titles for line in lines if "title" in line.fields) < len(lines) / 2


def test_a_draw_is_always_the_same() -> None:
    assert crossed(FILE) == crossed(FILE)
    assert crossed(FILE) != crossed(FILE, 1)
