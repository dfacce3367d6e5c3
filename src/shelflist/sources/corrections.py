"""Corrections: what a person says of one line that is not read as it should be. Applied by `shelflist.parse`.

A correction is tied to the words of its line, not to the entry's id: other words need another look.
"""

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from shelflist.models.citation import Contributor, DateType, Genre, NameType, Role
from shelflist.models.edtf import is_edtf
from shelflist.sources.table import Table


def _one_line(text: str) -> str:
    """As extraction gives a line: NFC, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _line(text: str) -> str:
    if not (line := _one_line(text)):
        raise ValueError("expected the line as the page has it")
    return line


def _reason(text: str) -> str:
    if not re.search(r"\w", text):
        raise ValueError("expected why the line is to be read otherwise")
    return _one_line(text)


def _date(text: str) -> str:
    if text and not is_edtf(text):
        raise ValueError("expected a date of EDTF level 1, such as 1941, 1941?, 194X or 1918-06/1918-12")
    return text


Words = Annotated[str, AfterValidator(_one_line)]
Date = Annotated[str, AfterValidator(_date)]


class CorrectedName(Table):
    """One contributor, in the order of the line."""

    name: Annotated[str, AfterValidator(_one_line), Field(min_length=1)]
    """The name as the line writes it, but whole: a shared surname is given to each."""
    role: Role = Role.AUT
    """MARC relator code."""
    family: Words | None = None
    given: Words | None = None
    name_type: NameType = NameType.PERSONAL

    @property
    def contributor(self) -> Contributor:
        return Contributor(
            name_raw=self.name,
            role=self.role,
            name_type=self.name_type,
            family=self.family or None,
            given=self.given or None,
        )


class Correction(Table):
    """One line, and what it says. Fields that are not given stay as they are read."""

    line: Annotated[str, AfterValidator(_line)]
    """The whole line as the page has it; white space makes no difference."""
    page: str | None = Field(default=None, pattern=r"^https?://[^/]+")
    """The page's address, where the same words on other pages mean something else."""
    reason: Annotated[str, AfterValidator(_reason)]
    """Why; it stands in the evidence of every field that is set."""
    kind: Literal["entry", "prose"] | None = None
    """"prose": the line is no entry. "entry": it is one, though it is not read as such."""
    title: Words | None = None
    other_title_information: Words | None = None
    statement_of_responsibility: Words | None = None
    contributors: tuple[CorrectedName, ...] | None = None
    """All of them, in order."""
    part_number: Words | None = None
    part_name: Words | None = None
    edition_statement: Words | None = None
    publisher: Words | None = None
    place_of_publication: Words | None = None
    date_raw: Words | None = None
    date_edtf: Date | None = None
    """EDTF level 1."""
    date_type: DateType | None = None
    original_date_edtf: Date | None = None
    """EDTF level 1."""
    extent_raw: Words | None = None
    page_count: int | None = Field(default=None, ge=0, le=1_000_000)
    """0: it has none."""
    series_title: Words | None = None
    series_number: Words | None = None
    container_title: Words | None = None
    volume: Words | None = None
    issue: Words | None = None
    genre: Genre | None = None
    languages: tuple[Words, ...] | None = None
    notes: tuple[Words, ...] | None = None
    isbn: tuple[Words, ...] | None = None
    issn: tuple[Words, ...] | None = None

    @property
    def values(self) -> dict[str, object]:
        """The fields to set, named and typed as those of `Citation`; None empties one."""
        given = {name: getattr(self, name) for name in FIELDS if name in self.model_fields_set}
        if self.contributors is not None:
            given["contributors"] = tuple(person.contributor for person in self.contributors)
        return {name: None if value in ("", 0) else value for name, value in given.items()}

    @model_validator(mode="after")
    def _says_something(self) -> "Correction":
        given = [name for name in FIELDS if name in self.model_fields_set]
        if self.kind == "prose" and given:
            raise ValueError(f'kind = "prose" says that the line is no entry: found {given[0]}, expected no field')
        if self.kind == "entry" and not self.title:
            raise ValueError('kind = "entry" makes an entry of the line: expected its title, found none')
        if self.kind is None and not given:
            raise ValueError("expected a field to set, or kind, found none")
        return self


FIELDS = tuple(name for name in Correction.model_fields if name not in ("line", "page", "reason", "kind"))
"""The fields that a correction can set, in the order of a source file."""


def _once(corrections: tuple[Correction, ...]) -> tuple[Correction, ...]:
    seen: dict[tuple[str, str | None], int] = {}
    for number, one in enumerate(corrections):
        first = seen.setdefault((one.line, one.page), number)
        if first != number:
            raise ValueError(f"corrections.{first} and corrections.{number} are of the same line, expected one")
    return corrections


Corrections = Annotated[tuple[Correction, ...], AfterValidator(_once)]
