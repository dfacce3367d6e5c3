"""The command line: words in, words and exit codes out. All it does is done by `shelflist.pipeline` and below."""

from shelflist.cli.app import main

__all__ = ["main"]
