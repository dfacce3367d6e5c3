"""Saved sites: the files of a folder under ``sites/``, each at its address, as a plain web server gives them.

``site.toml`` says which file answers at which address; ``second.toml`` what changes for the second edition, as edits
and further answers. A file keeps the validators of the edition that last changed it.
"""

import hashlib
import tomllib
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from http import HTTPStatus
from importlib import resources

from pydantic import TypeAdapter

from shelflist.demo.answer import HOST_FORM, Answer, Request, http_date, is_unchanged
from shelflist.demo.reading import EDITIONS, Edit, edited
from shelflist.demo.server import Served, packed
from shelflist.errors import UsageError

_MISSING = b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>\n"


@dataclass(frozen=True)
class SavedAnswer:
    """One address, with its query if it has one, and the file that answers there. `type`: None is the site's own."""

    address: str
    file: str
    type: str | None = None


@dataclass(frozen=True)
class _Manifest:
    name: str
    host: str
    clock: datetime
    answers: tuple[SavedAnswer, ...]
    charset: str = "utf-8"  # what the files are sent in
    type: str = "text/html"


@dataclass(frozen=True)
class _Second:
    clock: datetime
    edits: tuple[Edit, ...]
    answers: tuple[SavedAnswer, ...] = ()


@dataclass(frozen=True)
class _File:
    body: bytes
    modified: datetime


@dataclass(frozen=True)
class SavedEdition:
    """A saved site as it stands in one edition: `files` by name."""

    name: str
    host: str
    clock: datetime
    answers: dict[str, SavedAnswer]
    files: dict[str, _File]
    type: str


def saved_names() -> list[str]:
    """Names of the saved sites; each is also the name of the bundled source for it."""
    return sorted(folder.name for folder in resources.files("shelflist.demo").joinpath("sites").iterdir())


@cache
def load_saved(name: str, number: int) -> SavedEdition:
    """A saved site in edition `number`. Raises UsageError when there is no such site or edition."""
    if name not in saved_names():
        raise UsageError(f"there is no saved site {name!r}; expected one of {', '.join(saved_names())}")
    if number not in EDITIONS:
        raise UsageError(f"{name} has no edition {number}; expected one of {', '.join(map(str, EDITIONS))}")
    manifest = TypeAdapter(_Manifest).validate_python(tomllib.loads(_read(name, "site.toml")))
    second = TypeAdapter(_Second).validate_python(tomllib.loads(_read(name, "second.toml")))
    answers = (*manifest.answers, *(second.answers if number > 1 else ()))
    edits = second.edits if number > 1 else ()
    return SavedEdition(
        name=manifest.name,
        host=manifest.host,
        clock=second.clock if number > 1 else manifest.clock,
        answers={answer.address: answer for answer in answers},
        files={file: _file(name, file, edits, manifest, second) for file in {answer.file for answer in answers}},
        type=manifest.type,
    )


def _read(name: str, file: str) -> str:
    return (resources.files("shelflist.demo") / "sites" / name / file).read_text(encoding="utf-8")


def _file(name: str, file: str, edits: tuple[Edit, ...], manifest: _Manifest, second: _Second) -> _File:
    text = _read(name, file)
    own = [edit for edit in edits if edit.page == file]
    for edit in own:
        text = edited(text, edit)
    return _File(text.encode(manifest.charset), second.clock if own else manifest.clock)


class SavedSite(Served):
    """A saved site, served from `with` to its end; `edition` may be set while it runs."""

    def __init__(self, name: str, edition: int = 1, port: int = 0, clock: datetime | None = None) -> None:
        super().__init__(port, clock)
        self.name = name
        self.edition = edition

    @property
    def title(self) -> str:
        return self._edition.name

    @property
    def edition(self) -> int:
        return self._number

    @edition.setter
    def edition(self, number: int) -> None:
        """Raises UsageError when there is no such edition."""
        self._edition, self._number = load_saved(self.name, number), number

    @property
    def edition_clock(self) -> datetime:
        return self._edition.clock

    def answer(self, target: str, headers: dict[str, str]) -> Answer:
        return packed(self._answer(Request.of(target, headers), target), headers)

    def _answer(self, request: Request, target: str) -> Answer:
        """By the whole address, else by its path alone: servers of files take no notice of a query."""
        saved = self._edition.answers.get(target) or self._edition.answers.get(request.path)
        if saved is None:
            return Answer(HTTPStatus.NOT_FOUND, "text/html", _MISSING)
        file = self._edition.files[saved.file]
        body = self._localised(file.body, request)
        etag = '"' + hashlib.md5(body, usedforsecurity=False).hexdigest()[:16] + '"'
        validators = (("ETag", etag), ("Last-Modified", http_date(file.modified)))
        found = Answer(HTTPStatus.OK, saved.type or self._edition.type, body, validators)
        unchanged = is_unchanged(request, etag, file.modified)
        return replace(found, status=HTTPStatus.NOT_MODIFIED, body=b"") if unchanged else found

    def _localised(self, body: bytes, request: Request) -> bytes:
        """The pages' own addresses on the host that was asked, as in the demo archive."""
        host = request.headers.get("host", self._edition.host)
        if host == self._edition.host or not HOST_FORM.fullmatch(host):
            return body
        return body.replace(f"//{self._edition.host}/".encode(), f"//{host}/".encode())
