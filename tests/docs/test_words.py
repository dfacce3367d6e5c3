"""Links lead somewhere, and no figure stands in a document without the test or benchmark that measures it."""

import re
from pathlib import Path

import pytest

from tests.docs.console import DOCUMENTS, ROOT

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
FIGURE = re.compile(r"\d[\d,.]* (?:ms|lines/s|pages/s|entries/s|requests/s|MB/s|pages a second|lines a second)\b")
MEASURED_BY = re.compile(r"`((?:tests|benchmarks)/[\w/.-]+)`")
CODE = re.compile(r"```.*?```", re.DOTALL)


def paragraphs(document: Path) -> list[str]:
    return re.split(r"\n\s*\n", CODE.sub("", document.read_text(encoding="utf-8")))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_exist(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_measured_figure_names_what_measures_it(document: Path) -> None:
    for paragraph in paragraphs(document):
        if figures := FIGURE.findall(paragraph):
            sources = MEASURED_BY.findall(paragraph)
            assert sources, f"{figures}: no test or benchmark is named beside them"
            assert [source for source in sources if not (ROOT / source).exists()] == []
