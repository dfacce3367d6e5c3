"""The application: finds the command, and turns every error a user can meet into one line and an exit code."""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from textwrap import wrap
from typing import NoReturn

from cyclopts import App, CycloptsError, UnusedCliTokensError

from shelflist.cli.commands import COMMANDS, Command
from shelflist.cli.damage import damage_in_words, table_errors
from shelflist.cli.signals import exit_code, in_words, leave_in_order, leave_in_peace
from shelflist.cli.text import visible
from shelflist.errors import HarvestInterrupted, ShelflistError
from shelflist.settings import COLLECT_AFTER, SOFTWARE

USAGE = 2
BROKEN_PIPE = 141  # as a shell reports SIGPIPE
NARROW = 76  # columns, and two for the sign that a command goes on
ABOUT = "A trustworthy, versioned catalogue of an online document archive."


def main() -> NoReturn:
    """The program `shelflist`."""
    gc.set_threshold(*COLLECT_AFTER)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # What the terminal's character set lacks is written as \\uXXXX; in JSON that is the same character.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        leave_in_order()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # a second one, while the first was being told
        code = exit_code()
    leave_in_peace()
    sys.exit(code)


def run(words: Sequence[str]) -> int:
    """One command, given as the words after `shelflist`; its exit code."""
    try:
        code = build_app()(words, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
    except CycloptsError as error:
        return _complain(f"{_mistake(error)} Try: {_help_with(words)}", USAGE)
    except ShelflistError as error:
        return _complain(str(error), exit_code() if isinstance(error, HarvestInterrupted) else error.exit_code)
    except KeyboardInterrupt:
        return _complain(in_words(), exit_code())
    except BrokenPipeError:
        # Whoever read us has seen enough (`| head`). Python would complain at exit while it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        return _complain(_refusal(error), 1)
    except table_errors() as error:
        return _complain(damage_in_words(words, error), 1)
    return code if isinstance(code, int) else 0


def build_app() -> App:
    """All commands, none of them imported yet."""
    app = App(
        name="shelflist",
        help=ABOUT,
        version=SOFTWARE.replace("/", " "),
        help_format="plaintext",
        help_formatter="default" if sys.stdout.isatty() else "plain",
        suppress_keyboard_interrupt=False,
    )
    for command in COMMANDS:
        app.command(command.target, name=command.name, help=_flowing(command.about), help_epilogue=_examples(command))
    return app


def _refusal(error: OSError) -> str:
    """What the operating system refused, and where: no error numbers. Some errors name no file: a full disk."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "no space is left to write to; make room and type it again: what was done is kept"
    return ": ".join(part for part in (str(error.filename or ""), error.strerror or str(error)) if part)


def _flowing(about: str) -> str:
    """Each paragraph as one line: how wide the terminal is, is not known before."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in about.split("\n\n"))


def _examples(command: Command) -> str:
    return "\n".join(["Examples:", *(_to_paste(f"shelflist {example}") for example in command.examples)])


def _to_paste(line: str) -> str:
    """A command in lines of a narrow terminal, each but the last open to the next as a shell wants it."""
    return " \\\n".join(wrap(line, NARROW, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False))


def _mistake(error: CycloptsError) -> str:
    if isinstance(error, UnusedCliTokensError):
        return f"found {' '.join(error.unused_tokens or ())!r} besides, expected nothing more."
    return str(error)


def _help_with(words: Sequence[str]) -> str:
    """The help of the command that was meant, if it is one."""
    names = {command.name for command in COMMANDS}
    return " ".join(["shelflist", *[word for word in words[:1] if word in names], "--help"])


def _complain(message: str, code: int) -> int:
    with suppress(OSError):  # the terminal is closed
        sys.stderr.write(f"shelflist: {visible(' '.join(message.split()))}\n")
        sys.stderr.flush()
    return code
