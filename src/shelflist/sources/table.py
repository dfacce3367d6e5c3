"""What all tables of a source file have in common: unknown keys are errors, and docstrings are the reference.

pydantic is not asked to read the docstrings (`use_attribute_docstrings`): it would parse the classes' source text at
every start of every process, for what only the check of docs/sources.md wants.
"""

from pydantic import BaseModel, ConfigDict


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
