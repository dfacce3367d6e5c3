"""A wall is told from a page, and no page is ever taken for a wall because of its words."""

import pytest

from shelflist.extract.look import look_at
from shelflist.parse.page import read_page
from shelflist.sources import load_source
from shelflist.verdicts.measures import is_garbled
from shelflist.verdicts.walls import not_found, wall
from tests.faults.contents import LOGIN
from tests.faults.pages import html, list_page

SOURCE = load_source("demo").source
URL = "http://demo.localhost/weavers/"
PROSE = (
    "<p>The weavers of the valley kept their books in a barn until the flood of 1912, and in the mill since then.</p>"
)
BANNER = "<div>We use cookies. <button>Accept all</button> <a href='/privacy/'>Your privacy</a></div>"


def what(markup: str) -> str | None:
    """Which wall the page is taken for."""
    seen = look_at(markup.encode(), {"content-type": "text/html"}, URL, SOURCE)
    return wall(seen.signs, read_page(seen.page, SOURCE.lookups) if seen.page else None)


def content(title: str, words: str, around: str = "") -> str:
    return html(title, f'{around}<div class="entry-content">{words}</div>')


@pytest.mark.parametrize(
    "markup",
    [
        list_page("cookies", around=BANNER),
        list_page("log in", around=LOGIN),
        list_page("members", within=f"<p>Members: log in to download.</p>{LOGIN}"),
        list_page(
            "maintenance of looms", within="<p>The site is under maintenance, the second volume is coming soon.</p>"
        ),
        list_page("captcha", around='<div class="g-recaptcha"></div><script></script>'),
        list_page("just a moment", around='<script src="/cdn-cgi/challenge-platform/x"></script>'),
        content("About the archive", PROSE, BANNER + LOGIN),
        content("Log in", PROSE * 8, LOGIN),
        content("Cookies and biscuits of the mill", PROSE * 8, BANNER),
        content("Maintenance of looms", PROSE * 8),
        html("About us", "<p>We are few.</p><script>/* a theme's */</script>"),
        content("Contact", f'{PROSE}<form><div class="g-recaptcha"></div><button>Send</button></form>'),
    ],
)
def test_pages_that_speak_of_walls_are_pages(markup: str) -> None:
    assert what(markup) is None


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        (content("Log in", "<p>Please.</p>", LOGIN), "log in"),
        (content("Just a moment...", ""), "challenge"),
        (content("Under construction", "<p>Soon.</p>"), "maintenance"),
        (content("Before you continue", "<p>Cookies?</p><button>I agree</button>"), "consent"),
        (html("Weavers", f"<p>Sign in to go on</p>{LOGIN}"), "log in"),
        (html("Weavers", "<script>draw()</script>").replace("<footer>", "<footer hidden>"), "JavaScript"),
    ],
)
def test_walls_are_walls_with_their_evidence(markup: str, says: str) -> None:
    assert says in (what(markup) or "")


@pytest.mark.parametrize(
    "title",
    [
        "Page not found – Weavers", "404", "Error 404: nothing here", "Oops! That page can’t be found.", "Not Found",
        "Nothing Found", "Seite nicht gefunden", "Página no encontrada", "The page you requested was not found",
    ],
)  # fmt: skip
def test_titles_that_say_there_is_no_page(title: str) -> None:
    assert not_found(title) == title


@pytest.mark.parametrize(
    "title",
    [
        "Weavers", "4040 looms", "Not found wanting: poems of the mill", "Page one", "Document found in the tower",
        "Found objects", "The lost page, found again", "Pages of history", "Post office found burning", None,
    ],
)  # fmt: skip
def test_titles_that_only_sound_so(title: str | None) -> None:
    assert not_found(title) is None


@pytest.mark.parametrize("text", ["mÃ©tier", "the weaverâ€™s loom", "caf\ufffd", "Â£5", "Ãœbung"])
def test_text_in_a_wrong_encoding_is_told(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize("text", ["métier", "SÃO PAULO", "the weaver’s loom", "Übung", "Âge d’or", "Ткань", "âge"])
def test_text_in_many_languages_is_not_garbled(text: str) -> None:
    assert not is_garbled(text)
