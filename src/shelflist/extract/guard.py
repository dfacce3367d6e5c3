"""Bytes that would grow into a monster of a tree are told before they are parsed, as far as that can be told.

Formatting elements left open are repeated in every paragraph that follows (HTML standard, "reconstruct the active
formatting elements"): 80 KB of ``<p><font size=N>`` become millions of nodes. Each <div> makes the parser look
through all elements that are open, and each attribute through all others of its tag: 900 KB of attributes on one <p>
take a minute. What slips through meets the limits of `shelflist.extract.worker`.
"""

import re

from shelflist.errors import ReadError

MAX_BYTES = 8_000_000
"""Of one page; as text in all its forms it takes some 25 times as much. A list of 20,000 entries has 3 million."""
MAX_TAGS = 300_000
"""A list of 20,000 entries has some 80,000; so many take 200 MB as a tree."""
MAX_NODES = 600_000
"""In 200 MB."""
MAX_OPEN = 5_000
MAX_ATTRIBUTES = 2_000
"""Of one tag."""
_HARMLESS = 2_000
"""So many tags give MAX_NODES nodes at worst: half of them repeated in each of the other half."""
_SMALL = 50_000
"""Bytes. So few have not room for as many attributes as would take seconds."""

# HTML standard, "Tokenization". Nothing is tried twice, so that the time taken goes by the number of bytes alone.
_ATTRIBUTE = rb"""(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_WITH_ATTRIBUTES = re.compile(rb"<[a-zA-Z][^\s/>]*+((?:[\s/]++|" + _ATTRIBUTE + rb")++)")
_TAG = re.compile(
    rb"<(/?)(?:(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)"
    rb"|(address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form"
    rb"|header|hgroup|main|menu|nav|ol|search|section|span|summary|table|ul)"
    rb"|(p|h[1-6]|li|td|th|dd|dt|hr|pre))(?=[\s/>])",
    re.IGNORECASE,
)


def check_bytes(number: int) -> None:
    """Raise ReadError if a page of so many bytes is too long; known before it is handed to anybody."""
    if number > MAX_BYTES:
        raise ReadError(f"the page has {number} bytes, expected at most {MAX_BYTES}")


def check_size(payload: bytes) -> None:
    """Raise ReadError if parsing `payload` would give more nodes, depth or attributes than any page has."""
    check_bytes(len(payload))
    tags = len(payload) - len(payload.replace(b"<", b""))  # three times as fast as count
    if tags > MAX_TAGS:
        raise ReadError(f"the page has {tags} tags, expected at most {MAX_TAGS}")
    if len(payload) > _SMALL:
        _check_attributes(payload)
    if tags > _HARMLESS:
        _check_nesting(payload)


def _check_attributes(payload: bytes) -> None:
    for found in _WITH_ATTRIBUTES.finditer(payload):
        if len(found[1]) > 2 * MAX_ATTRIBUTES and len(_ATTRIBUTES.findall(found[1])) > MAX_ATTRIBUTES:
            raise ReadError(f"a tag has more than {MAX_ATTRIBUTES} attributes")


def _check_nesting(payload: bytes) -> None:
    formatting = nested = nodes = 0
    for found in _TAG.finditer(payload):
        step = -1 if found[1] else 1
        if found[2]:
            formatting = max(formatting + step, 0)
        elif found[3]:
            nested = max(nested + step, 0)
        if step > 0 and not found[2]:
            nodes += formatting
        _refuse(nodes, nested)


def _refuse(nodes: int, nested: int) -> None:
    if nodes > MAX_NODES:
        raise ReadError(f"formatting left open would be repeated more than {MAX_NODES} times")
    if nested > MAX_OPEN:
        raise ReadError(f"more than {MAX_OPEN} elements are open within each other")
