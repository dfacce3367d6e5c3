"""The documents, and the commands in their ```console blocks with what they are said to print."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
_BREAKS = ("|", "||", "&&", ";", "&")
_REDIRECTS = (">", ">>", "<", "2>")


@dataclass(frozen=True)
class Shown:
    """One command after a ``$``, and the lines shown under it."""

    document: Path
    line: int
    text: str
    output: tuple[str, ...]

    @property
    def place(self) -> str:
        return f"{self.document.name}:{self.line}"

    @property
    def simple_commands(self) -> list[list[str]]:
        """The words of each command of a pipe or list, without redirections, variables set before it and `sudo`."""
        lexer = shlex.shlex(self.text, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        lexer.commenters = "#"
        found: list[list[str]] = [[]]
        words = iter(lexer)
        for word in words:
            if word in _BREAKS:
                found.append([])
            elif word in _REDIRECTS:
                next(words, None)
            elif found[-1] or not ("=" in word or word == "sudo"):
                found[-1].append(word)
        return [words for words in found if words]


def shown_in(document: Path) -> Iterator[Shown]:
    """Every command of a document, in its order. A command may go on after a backslash."""
    command: list[str] | None = None
    output: list[str] = []
    start, in_console = 0, False
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        if not in_console:
            in_console = line.strip() == "```console"
            continue
        ends = line.strip() == "```"
        if command is not None and (ends or line.startswith("$ ")) and not command[-1].endswith("\\"):
            yield Shown(document, start, "\n".join(command), tuple(output))
            command, output = None, []
        if ends:
            in_console = False
        elif line.startswith("$ "):
            command, start = [line[2:]], number
        elif command is not None and command[-1].endswith("\\"):
            command.append(line)
        else:
            output.append(line)


def all_shown() -> list[Shown]:
    return [shown for document in DOCUMENTS if document.is_file() for shown in shown_in(document)]


def assert_shown(lines: tuple[str, ...], printed: str) -> None:
    """The shown lines stand in the output in this order; ``...`` stands for any lines, or for any end of a line."""
    rest = iter([" ".join(line.split()) for line in printed.splitlines()])
    for line in lines:
        beginning, cut, _ = " ".join(line.split()).partition("...")
        if beginning:
            wanted = beginning.rstrip() if cut else beginning
            found = any(given.startswith(wanted) if cut else given == wanted for given in rest)
            assert found, f"not printed, or not there: {line}\n{printed}"
