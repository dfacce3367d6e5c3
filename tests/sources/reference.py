"""The reference part of docs/sources.md as the model gives it: key, meaning, default, table by table."""

import ast
import inspect
import json
from itertools import pairwise

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from shelflist.sources import Past, Selector, Source
from shelflist.sources.corrections import CorrectedName, Correction
from shelflist.sources.reading import Columns, HandOfPages

Row = tuple[str, str | None, str]
"""Key, meaning (None: the field has no docstring of its own), default as TOML."""


def tables() -> dict[str, list[Row]]:
    """The top level under "", then each table of a source file, and the selector that some keys hold."""
    found = {"": _rows(Source)}
    for name, field in Source.model_fields.items():
        if _is_table(field):
            found[name] = _rows(type(field.default))
    return found | {
        "a selector": _rows(Selector),
        "table columns": _rows(Columns),
        "past rules": _rows(Past),
        "the manner of some pages": _rows(HandOfPages),
        "a correction": _rows(Correction),
        "a contributor": _rows(CorrectedName),
    }


def _rows(model: type[BaseModel]) -> list[Row]:
    said = _docstrings(model)
    return [
        (name, said.get(name), _default(field)) for name, field in model.model_fields.items() if not _is_table(field)
    ]


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """The string behind each field of the class, by the field's name, with those of the classes it is made from."""
    found: dict[str, str] = {}
    for owner in reversed(model.__mro__[: model.__mro__.index(BaseModel)]):
        (written,) = ast.parse(inspect.getsource(owner)).body
        assert isinstance(written, ast.ClassDef)
        for field, behind in pairwise(written.body):
            match field, behind:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    found[name] = inspect.cleandoc(text)
    return found


def _is_table(field: FieldInfo) -> bool:
    return isinstance(field.default, BaseModel) and not isinstance(field.default, Selector)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    return "none" if field.default is None else f"`{_toml(field.default)}`"


def _toml(value: object) -> str:
    if isinstance(value, Selector):
        return f"{{ css = {_toml(value.css)}, count = {_toml(value.count)} }}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
