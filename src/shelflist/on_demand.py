"""Names that a package offers and imports only when they are first asked for (PEP 562).

A command pays for what it uses: `shelflist diff` needs neither the parser nor the network and starts without them. To
type checkers a package shows the same names as plain imports, so that a misspelt one is told.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_demand(package: str, names: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package; `names` of each of its modules."""
    origin = {name: module for module, offered in names.items() for name in offered}

    def get(name: str) -> Any:
        if name not in origin:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{origin[name]}"), name)
        setattr(sys.modules[package], name, value)  # found at once from now on
        return value

    return get
