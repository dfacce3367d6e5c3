"""In a pipe: plain, complete, one row to a line. On a terminal: nothing cut either, and no markup from pages."""

import io

import pytest

from shelflist.cli.screen import Screen

HEADER = ("change", "title", "what")
LONG = "A title that never ends, " * 40


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def open_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Called in the test itself: pytest puts its own stream in place again after each fixture."""
    stream = Terminal()
    monkeypatch.setattr("sys.stdout", stream)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return stream


def test_a_row_in_a_pipe_is_one_line_and_never_cut(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().table(HEADER, [("added", LONG, "end"), ("moved", "x", "y")])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert LONG in lines[1]
    assert lines[1].endswith("end")
    assert lines[2].split() == ["moved", "x", "y"]


def test_a_pipe_gets_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().line("held", (": bold words", "bold red"))
    assert capsys.readouterr().out == "held: bold words\n"


def test_wide_signs_keep_the_columns_straight(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().table(("a", "b"), [("論文", "x"), ("abcd", "y")])
    assert capsys.readouterr().out.splitlines()[1:] == ["論文  x", "abcd  y"]


def test_page_text_is_no_markup_and_no_emoji_code(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch)
    Screen().table(("title",), [("[red]Spain[/red] :book:",)])
    Screen().line("[bold]x[/]")
    assert "[red]Spain[/red] :book:" in terminal.getvalue()
    assert "[bold]x[/]" in terminal.getvalue()


def test_a_page_cannot_send_escapes_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch)
    Screen().line("\x1b]0;owned\x07")
    Screen().table(("title",), [("\x1b[2J",)])
    Screen().document("<b>\x1b[2J</b>", exact=True)
    assert "\x1b]" not in terminal.getvalue()
    assert "\x1b[2J" not in terminal.getvalue()


def test_a_terminal_folds_long_cells_and_loses_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch)
    Screen().table(HEADER, [("added", "x" * 500, "end")])
    assert terminal.getvalue().count("x") == 500


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = open_terminal(monkeypatch)
    Screen().line("held")
    assert "\x1b[" in terminal.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    terminal.seek(0)
    terminal.truncate()
    Screen().line("added")
    assert "3" not in terminal.getvalue()  # no colour code is left; bold would be allowed


def test_a_file_format_reaches_a_pipe_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Screen().document("a,\x0bb\r\n", exact=True)
    assert capsys.readouterr().out == "a,\x0bb\r\n"
