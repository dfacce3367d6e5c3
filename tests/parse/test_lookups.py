"""A line of no source is read as one of a source that says nothing."""

import subprocess
import sys
from dataclasses import asdict

from shelflist.parse.line import Context, read_text
from shelflist.parse.vocabulary.lookups import USUAL
from shelflist.sources.model import Lookups


def test_what_is_usual_is_what_a_source_file_has_by_default() -> None:
    """`same` and `different` are about names of the whole source and decide nothing on a line."""
    assert asdict(USUAL) == Lookups().model_dump(exclude={"same", "different"})


def test_a_source_that_says_nothing_changes_no_reading() -> None:
    line = "Mother, Maxim Gorky, Progress, Moscow, 1970, 420 pages."
    assert read_text(line, Context(lookups=Lookups())) == read_text(line)


def test_reading_a_line_waits_for_no_configuration_library() -> None:
    script = (
        "import sys; from shelflist.parse.line import read_text; read_text('x'); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
