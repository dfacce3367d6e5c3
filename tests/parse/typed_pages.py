"""The facts of the development lines, typed as one page in each of several orders: what the page's habits decide.

    python -m tests.parse.typed_pages

Prints for each of `ORDERS` the share of lines right in the six core fields: read alone, and as lines of their page; the
same without the publishers of the lines in the gazetteer; and how many lines right alone are wrong on their page.
"""

from unittest.mock import patch

from shelflist.models.page import Page
from shelflist.parse import line, page
from shelflist.parse.line import Context
from shelflist.parse.vocabulary.gazetteer import gazetteer_for
from shelflist.parse.vocabulary.lookups import USUAL
from tests.parse.evaluate import without_publishers_of
from tests.parse.expected import from_marked
from tests.parse.facts import Facts, facts
from tests.parse.score import Score, evaluate

ORDERS = (
    "{t:T}, {a:A}, {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{a:A}, {t:T}, {p:P}, {l:L}, {y:Y}, {x:X} pages.",
    "{a:A}. {t:T}. {l:L}: {p:P}, {y:Y}. {x:X} pages.",
    "{t:T}, {a:A}, {l:L}, {p:P}, {y:Y}, {x:X} pages.",
    "{a:A} – {t:T} – {p:P} – {l:L} – {y:Y}, {x:X} pages",
    "{t:T} – {a:A}, {p:P}, {l:L}, {y:Y}, {x:X} pages.",
)


def scores_of(order: str, known: list[Facts], *, unlisted: bool) -> tuple[Score, Score]:
    """Of the lines alone, and of the same lines on their page."""
    cases = from_marked([one.typed(order) for one in known])
    listed = without_publishers_of(cases) if unlisted else gazetteer_for(Context().lookups)
    of_page = Page(url="https://books.example/", blocks=tuple(case.block for case in cases))
    with (
        patch.object(line, "gazetteer_for", lambda lookups: listed),
        patch.object(page, "gazetteer_for", lambda lookups: listed),
    ):
        readings = iter(page.read_lines(of_page, USUAL).values())
        return evaluate(cases), evaluate(cases, lambda case: next(readings))


def main() -> None:
    known = facts()
    print(f"{len(known)} lines    alone    page | unlisted: alone    page")
    for order in ORDERS:
        pairs = [scores_of(order, known, unlisted=unlisted) for unlisted in (False, True)]
        shares = "  |  ".join(f"{alone.core:7.1%} {on_page.core:7.1%}" for alone, on_page in pairs)
        print(f"{shares}  {sum(_lost(*pair) for pair in pairs)} lost  {order}")


def _lost(alone: Score, on_page: Score) -> int:
    outcomes = zip(alone.outcomes, on_page.outcomes, strict=True)
    return sum(before.core_right and not after.core_right for before, after in outcomes)


if __name__ == "__main__":
    main()
