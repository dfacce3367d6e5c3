"""Jinja environments for HTML and Markdown. Every value is escaped unless the template's own macros made it.

Templates lie beside this module. They see record objects only, and have no way to files or the network.
"""

import re
from collections.abc import Callable
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from shelflist.publish.render_text import counts_in_words, seen_in_words
from shelflist.publish.words import markdown, markdown_target, plain, web_address


def html_page(template: str, **values: object) -> str:
    """An HTML page. Raises jinja2.TemplateError for faults of the template, which are ours."""
    return _HTML.get_template(template).render(**values)


def markdown_page(template: str, **values: object) -> str:
    """A Markdown page; as `html_page`."""
    page = _MARKDOWN.get_template(template).render(**values)
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


def _source(name: str) -> str:
    return resources.files("shelflist.publish").joinpath(name).read_text(encoding="utf-8")


def _shown(value: object) -> object:
    """For HTML, which Jinja itself escapes: nothing that acts on a terminal, or turns the direction of writing."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _escaped(value: object) -> object:
    """For Markdown: text that no filter or macro has made safe (`Markup`) is escaped as it is printed."""
    return Markup(markdown(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def _markdown_link(text: str, url: str | None) -> Markup:
    address = web_address(url)
    shown = markdown(text) or "…"
    return Markup(f"[{shown}](<{markdown_target(address)}>)" if address else shown)


def _environment(finalize: Callable[[object], object]) -> Environment:
    return Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )


_HTML = _environment(_shown)
_HTML.filters["web_address"] = web_address
_HTML.filters["seen"] = seen_in_words
_HTML.filters["counts"] = counts_in_words

_MARKDOWN = _environment(_escaped)
_MARKDOWN.filters["link"] = _markdown_link
_MARKDOWN.filters["seen"] = seen_in_words
_MARKDOWN.filters["counts"] = counts_in_words
