"""Pages that could not be observed are told so that a person sees what to do, however many there are."""

import pytest

from shelflist.cli.screen import Screen
from shelflist.cli.standing import PageTrouble
from shelflist.cli.troubles import NAMED, show_troubles, troubles_in_rows


def trouble(number: int, verdict: str = "http_error", detail: str = "HTTP 503", **given: str) -> PageTrouble:
    values = {"title": f"Page {number}", "url": f"https://archive.example/{number}/"} | given
    return PageTrouble(page_id=f"p_{number}", verdict=verdict, detail=detail, unobserved_since=None, **values)


def test_a_site_that_is_down_takes_one_line() -> None:
    assert troubles_in_rows([trouble(number) for number in range(47)]) == [("http_error", "47 pages", "HTTP 503")]


def test_a_few_pages_are_named_by_title_or_address() -> None:
    few = [trouble(number) for number in range(NAMED - 1)] + [trouble(9, title="")]
    assert [page for _, page, _ in troubles_in_rows(few)] == ["Page 0", "Page 1", "https://archive.example/9/"]


def test_a_page_never_seen_has_only_its_id() -> None:
    assert troubles_in_rows([trouble(1, title="", url="")]) == [("http_error", "p_1", "HTTP 503")]


def test_a_reason_does_not_repeat_the_verdict() -> None:
    ((verdict, _, why),) = troubles_in_rows([trouble(1, "robots_unreachable", "robots_unreachable: robots.txt: 503")])
    assert (verdict, why) == ("robots_unreachable", "robots.txt: 503")


def test_lines_left_out_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    troubles = [trouble(number, detail=f"reason {number}") for number in range(5)]
    assert show_troubles(Screen(), troubles, at_most=2) == 3
    assert capsys.readouterr().out.count("reason") == 2
    assert show_troubles(Screen(), troubles, indent="  ") == 0
    assert capsys.readouterr().out.startswith("  not completely observed:\n")


def test_no_trouble_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert show_troubles(Screen(), []) == 0
    assert capsys.readouterr().out == ""


def test_pages_that_offer_something_else_each_share_a_line() -> None:
    offers = [f"selector content matched 0; there is div.list with {number} lines" for number in range(9)]
    told = [trouble(number, detail=detail) for number, detail in enumerate(offers)]
    ((_, page, why),) = troubles_in_rows(told)
    assert (page, why) == ("9 pages", "selector content matched 0")
    assert troubles_in_rows(told[:1])[0][2] == told[0].detail
