"""XML from the web: sitemaps and feeds. Entities of a document's own are refused, and so is what is too large.

What the elements mean is read in `lists` and `feeds`.
"""

from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from shelflist.errors import ReadError

MAX_XML_BYTES = 52_428_800
"""Uncompressed; the sitemap protocol (sitemaps.org) allows no more."""


def parse_xml(text: bytes, url: str, expected: str) -> Element:
    """The root element. Raises ReadError (place, found, `expected`) for what is none, too large or has entities."""
    if len(text) > MAX_XML_BYTES:
        raise ReadError(f"{url}: found {len(text)} bytes of {expected}, expected at most {MAX_XML_BYTES}")
    try:
        root: Element = fromstring(text)
    except ParseError as error:
        raise ReadError(f"{url}: found no well-formed XML, expected a {expected} ({error})") from error
    except DefusedXmlException as error:
        raise ReadError(f"{url}: found XML entities, expected a plain {expected}") from error
    except (ValueError, LookupError) as error:  # an encoding that expat cannot use
        raise ReadError(f"{url}: found XML that cannot be decoded, expected a {expected} ({error})") from error
    return root


def absolute(url: str, address: str) -> str:
    """`address` as seen from the document at `url`. Raises ReadError for what is none."""
    try:
        return urljoin(url, address)
    except ValueError as error:
        raise ReadError(f"{url}: found {address[:80]!r}, expected an address") from error


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: Element) -> str:
    return str(element.tag).rpartition("}")[0]
