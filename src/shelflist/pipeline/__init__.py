"""The stages joined (`shelflist.pipeline.stages`): what the command line and the flows set going.

`pipeline.stages` is imported when first asked for: it leads to everything, and a command's help needs nothing of it.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shelflist.pipeline import stages

__all__ = ["stages"]


def __getattr__(name: str) -> ModuleType:
    if name != "stages":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("shelflist.pipeline.stages")
