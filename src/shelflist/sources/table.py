"""What all tables of a source file have in common: unknown keys are errors, and docstrings are the reference."""

from pydantic import BaseModel, ConfigDict


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
