"""A faulty source file is refused with file, line, key, what was found and what was expected."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelflist.errors import SourceFileError, UnknownSourceError
from shelflist.sources import bundled_names, load_source, parse_source
from shelflist.sources.load import MAX_BYTES

GOOD = """\
name = "weavers"
title = "The weavers' archive"
home = "https://weavers.example.org/"
contact = "mailto:you@example.org"
"""


FIRST = GOOD + '[[corrections]]\nline = "A line, 1912"\nreason = "seen"\ntitle = "A"\n'
SECOND = FIRST + '[[corrections]]\nline = "Another, 1913"\n'


def fault(text: str) -> SourceFileError:
    with pytest.raises(SourceFileError) as caught:
        parse_source(text, "weavers.toml")
    return caught.value


def test_a_short_file_is_enough() -> None:
    source = parse_source(GOOD, "weavers.toml").source
    assert (source.name, source.home_host, source.is_loopback) == ("weavers", "weavers.example.org", False)
    assert source.selectors.content.bounds == (1, 1)


@pytest.mark.parametrize("name", bundled_names())
def test_every_bundled_source_is_valid_and_called_as_its_file(name: str) -> None:
    loaded = load_source(name)
    assert loaded.source.name == name
    assert loaded.path == f"{name}.toml"


@pytest.mark.parametrize("name", bundled_names())
def test_every_bundled_source_is_polite_to_other_machines(name: str) -> None:
    source = load_source(name).source
    assert source.is_loopback or (source.politeness.delay_seconds >= 1 and source.politeness.connect_to is None)


@pytest.mark.parametrize(
    ("text", "line", "key", "found", "expected"),
    [
        (GOOD + "colour = 1\n", 5, "colour", "found 1", "expected one of name, title, home"),
        (GOOD + "[politeness]\n# pause\ndelay = 2\n", 7, "politeness.delay", "found 2", "delay_seconds, max_crawl"),
        (GOOD + '[politeness]\ndelay_seconds = "x"\n', 6, "politeness.delay_seconds", "found 'x'", "a valid number"),
        (GOOD + "politeness = 3\n", 5, "politeness", "found 3", "expected a table"),
        (GOOD + "[[politeness]]\nretries = 1\n", 5, "politeness", "found [{", "expected a table"),
        (GOOD + '[polite]\nretries = 1\n', 5, "polite", "found {", "politeness, lookups, manner, links, gates"),
        (GOOD + '[scope]\nexclude = [\n"a",\n"(",\n]\n', 6, "scope.exclude.1", "found '('", "not a regular expression"),
        (GOOD + '[pages]\ndoors = ["ftp"]\n', 6, "pages.doors.0", "found 'ftp'", "'sitemap' or 'links'"),
        (GOOD + "[pages]\ndoors = []\n", 6, "pages.doors", "found []", "at least 1 item"),
        (GOOD + '[selectors]\ntitle = "h1"\n', 6, "selectors.title", "found 'h1'", "expected a table"),
        (GOOD + '[selectors.title]\ncss = "h1"\ncount = "x"\n', 7, "selectors.title.count", "found 'x'", "a match of"),
        (GOOD + '[selectors]\ntitle.css = "h1"\ntitle.n = 1\n', 7, "selectors.title.n", "found 1", "css, count"),
        (GOOD + '[selectors]\ntitle = { count = "1" }\n', 6, "selectors.title.css", "missing", "expected a value"),
        (GOOD.replace('"weavers"', '"The Weavers"'), 1, "name", "found 'The Weavers'", "expected a match of"),
        (GOOD.replace("https:", "ftp:"), 3, "home", "found 'ftp://", "expected an http:// or https:// address"),
        (GOOD.replace("mailto:", ""), 4, "contact", "found 'you@example.org'", "expected a match of ^(mailto:"),
        (GOOD + 'rights = """\ncolour = 1\n"""\nshape = 1\n', 8, "shape", "found 1", "expected one of"),
        (SECOND + 'reason = "..."\ntitle = "B"\n', 11, "corrections.1.reason", "found '...'", "expected why"),
        (SECOND + 'title = "B"\n', 9, "corrections.1.reason", "missing", "expected a value"),
        (SECOND + 'reason = "x"\ntitel = "B"\n', 12, "corrections.1.titel", "found 'B'", "one of line, page, reason"),
        (SECOND + 'reason = "x"\n', 9, "corrections.1", "found none", "a field to set, or kind"),
        (SECOND + 'reason = "x"\nkind = "entry"\n', 9, "corrections.1", "found none", "expected its title"),
        (SECOND + 'reason = "x"\nkind = "prose"\ntitle = "B"\n', 9, "corrections.1", "found title", "no field"),
        (SECOND + 'reason = "x"\nkind = "note"\n', 12, "corrections.1.kind", "found 'note'", "'entry' or 'prose'"),
        (SECOND + 'reason = "x"\npage = "/b/"\n', 12, "corrections.1.page", "found '/b/'", "a match of ^https?://"),
        (SECOND + 'reason = "x"\ndate_edtf = "1913-02-30"\n', 12, "corrections.1.date_edtf", "1913-02-30", "EDTF"),
        (SECOND + 'reason = "x"\ndate_edtf = "c1913"\n', 12, "corrections.1.date_edtf", "'c1913'", "EDTF level 1"),
        (SECOND + 'reason = "x"\ncontributors = [{ name = "B", roll = "aut" }]\n', 12,
         "corrections.1.contributors.0.roll", "found 'aut'", "name, role, family"),
        (SECOND + 'reason = "x"\ncontributors = [{ name = "B", role = "poet" }]\n', 12,
         "corrections.1.contributors.0.role", "found 'poet'", "'aut', 'edt'"),
        (FIRST + FIRST.removeprefix(GOOD).replace(", ", ",  "), 5, "corrections", "corrections.0 and", "expected one"),
        (GOOD.replace("\n", "\r\n") + "colour = 1\r\n", 5, "colour", "found 1", "expected one of"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(text: str, line: int, key: str, found: str, expected: str) -> None:
    error = fault(text)
    assert (error.path, error.line, error.key) == ("weavers.toml", line, key)
    assert str(error).startswith(f"weavers.toml:{line}: {key}: ")
    assert found in error.message
    assert expected in error.message


def test_a_correction_is_known_by_the_words_of_its_line() -> None:
    text = FIRST.replace("A line, 1912", "Cafe\u0301,  a \u00a0line ")
    (correction,) = parse_source(text, "weavers.toml").source.corrections
    assert (correction.line, correction.values) == ("Caf\u00e9, a line", {"title": "A"})


def test_an_emptied_field_is_none_and_one_not_given_stays() -> None:
    text = FIRST + 'publisher = ""\npage_count = 0\nnotes = []\n'
    (correction,) = parse_source(text, "weavers.toml").source.corrections
    assert correction.values == {"title": "A", "publisher": None, "page_count": None, "notes": ()}


def test_a_missing_key_is_named() -> None:
    error = fault(GOOD.replace("title", "# title"))
    assert (error.key, error.message) == ("title", "missing, expected a value")


def test_the_first_of_several_faults_is_told() -> None:
    assert fault(GOOD.replace('"weavers"', "1") + "[politeness]\nretries = -1\n").line == 1


def test_an_archive_on_another_machine_needs_a_contact() -> None:
    error = fault(GOOD.replace("contact", "# contact"))
    assert (error.line, error.key) == (3, "home")
    assert "expected a contact" in error.message


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8080", "demo.localhost"])
def test_an_archive_on_this_machine_must_be_allowed_and_needs_no_contact(host: str) -> None:
    home = f'name = "mine"\ntitle = "Mine"\nhome = "http://{host}/"\n'
    error = fault(home)
    assert (error.line, error.key) == (3, "home")
    assert "expected scope.allow_loopback = true" in error.message
    assert parse_source(home + "[scope]\nallow_loopback = true\n", "mine.toml").source.is_loopback


def test_bounds_of_a_selector_stand_in_order() -> None:
    error = fault(GOOD + '[selectors]\ncontent = { css = "main", count = "3-1" }\n')
    assert error.key == "selectors.content"
    assert "'3-1': the upper bound is below the lower one" in error.message


@pytest.mark.parametrize(
    ("text", "line"),
    [("name = \n", 1), (GOOD + "\n\nname =\n", 7), (GOOD + 'rights = "open', 5), (GOOD + GOOD, 5), (GOOD + "\0", 5)],
)
def test_a_slip_in_the_toml_is_told_with_its_line(text: str, line: int) -> None:
    error = fault(text)
    assert "not valid TOML" in error.message
    assert error.line == line


@pytest.mark.parametrize("value", ["[" * 5000 + "]" * 5000, "9" * 5000, "{a=" * 3000 + "1" + "}" * 3000])
def test_toml_beyond_measure_is_an_error_of_the_file(value: str) -> None:
    assert "TOML" in fault(GOOD + f"x = {value}\n").message


def test_a_long_value_is_not_repeated_in_full() -> None:
    assert len(str(fault(GOOD + f'colour = "{"x" * 5000}"\n'))) < 400


def test_a_long_run_of_blanks_is_read_in_no_time() -> None:
    text = GOOD + 'rights = """\n[' + " " * 200_000 + 'x\n"""\ncolour = 1\n'
    assert fault(text).line == 8


def test_an_unknown_source_is_told_with_the_known_ones(tmp_path: Path) -> None:
    for name in ("nobody", str(tmp_path / "none.toml"), "x\0y"):
        with pytest.raises(UnknownSourceError, match=r"no such source; expected a file, or one of .*demo"):
            load_source(name)


def test_a_file_that_cannot_be_read_is_an_error_of_the_file(tmp_path: Path) -> None:
    latin, huge = tmp_path / "latin.toml", tmp_path / "huge.toml"
    latin.write_bytes(b'title = "caf\xe9"\n')
    huge.write_bytes(b"#" * (MAX_BYTES + 1))
    strange = ((tmp_path, "found a folder, expected a source file"), (Path("/dev/null"), "found no regular file"))
    for path, words in (*strange, (latin, "UTF-8"), (huge, "longer than"), (tmp_path / ("n" * 300), "cannot be read")):
        with pytest.raises(SourceFileError, match=words):
            load_source(path)


@pytest.mark.parametrize("content", [GOOD, GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD])
def test_the_digest_is_over_the_bytes_of_the_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "weavers.toml"
    path.write_bytes(content.encode())
    loaded = load_source(path)
    assert loaded.source.name == "weavers"
    assert loaded.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert parse_source(loaded.text, "copy").sha256 == loaded.sha256


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet='[]{}="\n.#x1', max_size=60))
def test_any_text_is_a_source_or_an_error_of_the_file(tail: str) -> None:
    try:
        parse_source(GOOD + tail, "weavers.toml")
    except SourceFileError as error:
        assert str(error).startswith("weavers.toml")


def test_the_manner_of_a_page_is_the_first_word_that_is_for_it() -> None:
    text = (
        GOOD + "[manner]\nplace_first = true\n"
        '[[manner.pages]]\npath = "^/a"\nauthor_first = true\n'
        '[[manner.pages]]\npath = "/$"\nauthor_first = false\nplace_first = false\n'
    )
    manner = parse_source(text, "good.toml").source.manner
    said = [manner.of(f"https://x.example{path}") for path in ("/a/", "/a?b", "/c/", "", "/b#/")]
    found = [(one.lists_books, one.author_first, one.place_first) for one in said]
    assert found == [(None, True, False), (None, True, True), *[(None, False, False)] * 2, (None, None, True)]
    assert manner.of("http://[no address").author_first is False
