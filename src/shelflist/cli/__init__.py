"""The command line: words in, words and exit codes out. All it does is done by `shelflist.pipeline` and below."""

from importlib import import_module
from typing import NoReturn

from shelflist.cli.signals import leave_at_once

__all__ = ["main"]


def main() -> NoReturn:
    """The program `shelflist`. Loading the application takes a while, in which a person may press Ctrl-C."""
    leave_at_once()
    import_module("shelflist.cli.app").main()
    raise AssertionError("the application ends the process")
