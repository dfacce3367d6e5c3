"""The signs by which an answer that is no list gives itself away. What they mean is for `shelflist.track` to say.

Looked for in what the server sent, as it sent it: scripts are not run.
"""

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from shelflist.extract.charset import header
from shelflist.extract.document import Head
from shelflist.extract.links import resolve
from shelflist.extract.offers import count_lines
from shelflist.extract.text import tidy, visible_length
from shelflist.models.page import Page
from shelflist.models.signs import Signs

MAX_TEXT = 2_000
"""Characters of the text that are kept: notices are short."""
LONG = 3_000
"""Characters of content. No notice says so much."""
_MAX_BUTTONS = 20
_MAX_WORD = 100

_MARKS = (
    "/cdn-cgi/challenge-platform", "cf-chl-", "_cf_chl_opt", "cf-turnstile", "g-recaptcha", "h-captcha",
    "sucuri_cloudproxy", "_Incapsula_Resource", "ddos-guard", "captcha-delivery.com", "px-captcha", "awsWafCookie",
    "anubis_challenge", "friendly-captcha", "altcha-widget",
)  # fmt: skip
_LOOKED_FOR = tuple((mark.lower().encode(), mark) for mark in _MARKS)
_REFRESH = re.compile(r"^\s*\d+(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
_UNSEEN = ("script", "style", "noscript", "template")


def signs_of(
    payload: bytes, headers: Mapping[str, str], tree: LexborHTMLParser, url: str, page: Page | None = None
) -> Signs:
    """The signs in a document from `url`; `page` is what was read of it, if it could be."""
    head = Head(tree, url)
    title = _text(tree.css_first("title"))
    if page is not None and sum(len(block.text) for block in page.blocks) > LONG:
        return Signs(title=title, canonical_url=head.canonical_url)
    scripts = len(tree.css("script"))
    text = _seen(tree)  # from here on the tree is no longer whole
    return Signs(
        title=title,
        heading=_text(tree.css_first("h1")),
        canonical_url=head.canonical_url,
        text=text[:MAX_TEXT],
        characters=visible_length(text),
        marks=_marks(payload, headers),
        buttons=_buttons(tree),
        passwords=len(tree.css("input[type=password]")),
        scripts=scripts,
        lines=count_lines(tree),
        leads_to=_leads_to(tree, head.base),
    )


def _text(node: LexborNode | None) -> str | None:
    return tidy(node.text())[:MAX_TEXT] or None if node is not None else None


def _seen(tree: LexborHTMLParser) -> str:
    """The text of the body. Takes what browsers do not show out of the tree."""
    tree.strip_tags(list(_UNSEEN), recursive=True)
    body = tree.body
    return tidy(body.text(separator=" ")) if body is not None else ""


def _marks(payload: bytes, headers: Mapping[str, str]) -> tuple[str, ...]:
    said_low = payload.lower()  # ASCII alone, and many times faster to look through than with a pattern of them all
    found = {mark for low, mark in _LOOKED_FOR if low in said_low}
    if said := header(headers, "cf-mitigated"):
        found.add(f"cf-mitigated: {said[:_MAX_WORD]}")
    return tuple(sorted(found))


def _buttons(tree: LexborHTMLParser) -> tuple[str, ...]:
    nodes = tree.css("button, input[type=submit], input[type=button], a[role=button]")[:_MAX_BUTTONS]
    words = (tidy(node.text()) or node.attributes.get("value") or "" for node in nodes)
    return tuple(word[:_MAX_WORD] for word in words if word)


def _leads_to(tree: LexborHTMLParser, base: str) -> str | None:
    for node in tree.css("meta[http-equiv][content]"):
        if (node.attributes["http-equiv"] or "").strip().lower() == "refresh":
            found = _REFRESH.match(node.attributes["content"] or "")
            return resolve(base, found[1].strip()) if found else None
    return None
